"""The settings of the documentation's site. With the extra `docs`: `sphinx-build -W docs site`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jira_linkfake import __version__

if TYPE_CHECKING:
    from sphinx.application import Sphinx

project = "jira_linkfake"
author = "the contributors of jira_linkfake"
version = release = __version__

extensions = ["myst_parser"]
myst_heading_anchors = 3
html_theme = "furo"
html_title = f"jira_linkfake {release}"
html_copy_source = False
html_show_copyright = False

_GROUP = re.compile(r"^## (?P<heading>.+)\n\n(?P<links>(?:- \[.+\]\(.+\)\n)+)", re.M)
_OUTSIDE = re.compile(r"\[([^\]]+)\]\(\.\./[^)]*\)")


def setup(app: Sphinx) -> None:
    """Let the site read pages as they are written for the repository."""
    app.connect("source-read", _as_for_the_site)


def _as_for_the_site(_: Sphinx, name: str, source: list[str]) -> None:
    """Make the index's lists the site's contents, and take away links that lead out of this folder."""
    if not name.startswith("answers/"):
        source[0] = _OUTSIDE.sub(r"\1", source[0])
    if name == "index":
        source[0] += "".join(map(_contents, _GROUP.finditer(source[0])))
    if name == "answers":
        pages = re.findall(r"\((answers/\w+)\.md\)", source[0])
        source[0] += _toctree(pages)


def _contents(group: re.Match[str]) -> str:
    return _toctree(re.findall(r"\(([\w-]+)\.md\)", group["links"]), f":caption: {group['heading']}\n")


def _toctree(pages: list[str], options: str = "") -> str:
    return "\n```{toctree}\n:hidden:\n" + options + "\n" + "\n".join(pages) + "\n```\n"

"""The page of a test that failed, as one file that needs nothing else."""

from __future__ import annotations

import base64
import hashlib
import os
import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from markupsafe import Markup

from jira_linkfake.inspector import shown
from jira_linkfake.inspector.rendering import HERE, compile_templates, rendered
from jira_linkfake.testing.drawing import STYLE
from jira_linkfake.testing.transcript import numbered

if TYPE_CHECKING:
    from jira_linkfake.fake_jira import FakeJira

_MOST_EXCHANGES, _MOST_ISSUES, _MOST_WEBHOOKS, _MOST_DRAWN = 100, 200, 100, 100
_UNSAFE = re.compile(r"[^A-Za-z0-9_-]+", re.ASCII)
_LONGEST_NAME = 80


@cache
def _style() -> str:
    return STYLE + (HERE / "static" / "page.css").read_text(encoding="utf-8")


def load() -> None:
    """Read what a page is made of: later a test may have another file system."""
    compile_templates("standing.html", "parts.html")
    _style()


class _Anchors:
    """Where links lead within the one page."""

    def __init__(self, keys: set[str]) -> None:
        self._keys = keys

    def issue(self, key: str) -> str | None:
        """Return the place of an issue, None where it is not on the page."""
        return f"#issue-{key}" if key in self._keys else None

    def exchange(self, number: int) -> str:
        """Return the place of an exchange."""
        return f"#exchange-{number}"


def standing_page(jira: FakeJira, test: str, failures: Sequence[tuple[str, str]]) -> str:
    """Return the page of a test that has failed in some phases, each with its failure."""
    style = _style()
    with jira.site.lock:  # so that nothing that still runs goes between one look and the next
        issues = jira.issues
        if len(issues) > _MOST_ISSUES:
            issues = jira._issues_asked_for()[:_MOST_ISSUES] or issues[:_MOST_ISSUES]
        at = _Anchors({one.key for one in issues})
        graph = jira.graph(most=_MOST_DRAWN)
        values = {
            "at": at,
            "test": test,
            "failures": failures,
            "counts": shown.counts_of(jira),
            "everybody": shown.everybody(jira),
            "exchanges": numbered(jira.exchanges, _MOST_EXCHANGES),
            "elsewhere": jira._guard.elsewhere,
            "graph": graph,
            "rows": [(one, shown.links_seen(jira, one)) for one in issues],
            "webhooks": jira.webhooks[-_MOST_WEBHOOKS:],
            "svg": shown.picture(jira, graph, lambda issue: at.issue(issue.key) or "#issues"),
            "style": Markup(style),  # noqa: S704 - our own files
            "digest": base64.b64encode(hashlib.sha256(style.encode()).digest()).decode(),
        }
    return rendered("standing.html", jira, values)


def name_of(test: str) -> str:
    """Return a name for the file of a test: safe on any file system, and no other test's."""
    digest = hashlib.sha256(test.encode("utf-8", "backslashreplace")).hexdigest()[:8]
    words = _UNSAFE.sub("-", test)[-_LONGEST_NAME:].strip("-")
    return f"{words}-{digest}.html" if words else f"{digest}.html"


def write(folder: Path, name: str, text: str) -> None:
    """Write a page to a folder, which is made where it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_text(text, encoding="utf-8", errors="backslashreplace")


def address_from(page: str, file: Path) -> str:
    """Return the address that leads from another page, at a path, to a file."""
    return quote(Path(os.path.relpath(file, Path(page).absolute().parent)).as_posix())

"""Text as Jira Cloud has it: wiki markup in version 2 of its REST API, Atlassian documents in version 3.

A site keeps a rich text as it came, as a pair: what it says, and the document that it was sent as, None where it was
sent as wiki markup. It is converted for a reader of the other version. Plain words, which are nearly all that tests
say, are converted here; the modules that know markup are loaded when some text has it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from jira_linkfake.jira.rich_text.document import is_document, text_of, wrong_with

__all__ = [
    "document_of",
    "html_of",
    "in_version",
    "is_document",
    "rendered",
    "text_of",
    "wiki_of",
    "words",
    "wrong_with",
]

NameOf = Callable[[str], "str | None"]
"""Gives the name of an account that is mentioned, None where it is not known."""

# A line without markup: no sign, macro or emoji can be read in it, nor what begins a heading or a quote.
_UNMARKED = re.compile(r"(?! |h[1-6]\.|bq\.)(?:[^\W_]|[.,;?!'\"=/<>%$@]| (?!\Z)|(?<=[^\W_])-(?=[^\W_])|:(?=[ ]|\Z))+")


def in_version(
    version: int, text: str, document: Mapping[str, Any] | None, name_of: NameOf | None = None
) -> str | Mapping[str, Any]:
    """Return a rich text as a version has it: wiki markup in version 2, an Atlassian document in version 3."""
    if version == 3:
        return document_of(text, name_of) if document is None else document
    return text if document is None else wiki_of(document)


def rendered(text: str, document: Mapping[str, Any] | None, site: str = "", name_of: NameOf | None = None) -> str:
    """Return a rich text as HTML; `site` is the site's address."""
    if not text:
        return ""
    return html_of(document_of(text, name_of) if document is None else document, site, name_of)


def words(text: str, document: Mapping[str, Any] | None) -> str:
    """Return the words of a rich text, without markup."""
    return _words_of_wiki(text) if document is None else text


@lru_cache(maxsize=1024)
def _words_of_wiki(wiki: str) -> str:
    return text_of(document_of(wiki))


def document_of(wiki: str, name_of: NameOf | None = None) -> dict[str, Any]:
    """Return the Atlassian document of a text in wiki markup; what is no markup stays text, as it is."""
    if _UNMARKED.fullmatch(wiki):
        paragraph = {"type": "paragraph", "content": [{"type": "text", "text": wiki}]}
        return {"version": 1, "type": "doc", "content": [paragraph]}
    from jira_linkfake.jira.rich_text.reading_wiki import document_of

    return document_of(wiki, name_of)


def wiki_of(document: Mapping[str, Any]) -> str:
    """Return an Atlassian document in wiki markup."""
    lines = [_unmarked_line(block) for block in document["content"]]
    if all(lines):
        return "\n\n".join(map(str, lines))
    from jira_linkfake.jira.rich_text.writing_wiki import wiki_of

    return wiki_of(document)


def _unmarked_line(block: Mapping[str, Any]) -> str | None:
    """Return the text of a paragraph that is one without markup; None for every other block."""
    content = block.get("content")
    if block["type"] != "paragraph" or not content or len(content) > 1:
        return None
    [node] = content
    if node["type"] != "text" or node.get("marks") or not _UNMARKED.fullmatch(node["text"]):
        return None
    return str(node["text"])


def html_of(document: Mapping[str, Any], site: str = "", name_of: NameOf | None = None) -> str:
    """Return the HTML that Jira renders a document as, in which everything that was said is escaped.

    `site` is the address of the site, before paths such as `/secure/ViewProfile.jspa`.
    """
    from jira_linkfake.jira.rich_text.writing_html import html_of

    return html_of(document, site, name_of)

"""Text as Jira Cloud has it: wiki markup in version 2 of its REST API, Atlassian documents in version 3.

A site keeps a rich text as it came, as a pair: what it says, and the document that it was sent as, None where it was
sent as wiki markup. It is converted for a reader of the other version. Plain words, which are nearly all that tests
say, are converted here; what knows documents and markup is loaded when there is some.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

__all__ = [
    "LONGEST_TEXT",
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

LONGEST_TEXT = 32_767
"""How many characters Jira takes: of wiki markup, and, of a document, of what it says (chosen)."""

NameOf = Callable[[str], "str | None"]
"""Gives the name of an account that is mentioned, None where it is not known."""

# A line without markup: no sign, macro or emoji can be read in it, nor what begins a heading or a quote.
_UNMARKED = r"(?! |h[1-6]\.|bq\.)(?:[^\W_]|[.,;?!'\"=/<>%$@]| (?!\Z)|(?<=[^\W_])-(?=[^\W_])|:(?=[ ]|\Z))+"


def _is_unmarked(text: str) -> bool:
    return re.fullmatch(_UNMARKED, text) is not None  # compiled once there is a text


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
    return wiki if _is_unmarked(wiki) else text_of(document_of(wiki))


def is_document(value: object) -> bool:
    """Say whether a value is an Atlassian document: type doc, version 1, of sound nodes, at most 100 in each other."""
    return wrong_with(value) is None


def wrong_with(value: object) -> str | None:
    """Return what keeps a value from being an Atlassian document, as it completes "it"; None where nothing does."""
    from jira_linkfake.jira.rich_text.document import wrong_with

    return wrong_with(value)


def text_of(document: Mapping[str, Any]) -> str:
    """Return the words of a document: a line for each paragraph, list item, cell, heading and line of its own."""
    from jira_linkfake.jira.rich_text.document import text_of

    return text_of(document)


def document_of(wiki: str, name_of: NameOf | None = None) -> dict[str, Any]:
    """Return the Atlassian document of a text in wiki markup; what is no markup stays text, as it is."""
    if _is_unmarked(wiki):
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
    if node["type"] != "text" or node.get("marks") or not _is_unmarked(node["text"]):
        return None
    return str(node["text"])


def html_of(document: Mapping[str, Any], site: str = "", name_of: NameOf | None = None) -> str:
    """Return the HTML that Jira renders a document as, in which everything that was said is escaped.

    `site` is the address of the site, before paths such as `/secure/ViewProfile.jspa`.
    """
    from jira_linkfake.jira.rich_text.writing_html import html_of

    return html_of(document, site, name_of)

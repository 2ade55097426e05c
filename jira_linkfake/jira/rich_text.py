"""Atlassian documents, the texts of version 3, to and from the texts of version 2."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from html import escape
from typing import Any

# A node of these types says something although it holds no text of its own.
_TELLING = frozenset({"emoji", "mention", "date", "status", "inlineCard", "blockCard", "media", "rule"})


def is_document(value: object) -> bool:
    """Say whether a value is an Atlassian document."""
    if not isinstance(value, Mapping) or value.get("type") != "doc" or value.get("version") != 1:
        return False
    content = value.get("content")
    return isinstance(content, list) and all(_is_node(node) for node in content)


def text_of(document: Mapping[str, Any]) -> str:
    """Return a document's text, one line a paragraph; the empty text where the document has none."""
    return "\n".join("".join(_words(node)) for node in document["content"])


def document_of(text: str) -> dict[str, Any]:
    """Return the document of a text: a paragraph a line."""
    return {"version": 1, "type": "doc", "content": [_paragraph(line) for line in text.split("\n")]}


def _paragraph(line: str) -> dict[str, Any]:
    return {"type": "paragraph", "content": [{"type": "text", "text": line}] if line else []}


def _is_node(node: object) -> bool:
    if not isinstance(node, Mapping) or not isinstance(node.get("type"), str):
        return False
    if node["type"] == "text" and not isinstance(node.get("text"), str):
        return False
    content, attributes = node.get("content", []), node.get("attrs")
    if not isinstance(content, list) or not (attributes is None or isinstance(attributes, Mapping)):
        return False
    return all(_is_node(child) for child in content)


def _words(node: Mapping[str, Any]) -> Iterator[str]:
    if node["type"] == "text":
        yield node["text"]
    elif node["type"] == "hardBreak":
        yield "\n"
    elif node["type"] in _TELLING:
        attributes = node.get("attrs") or {}
        yield str(attributes.get("text") or attributes.get("url") or f"[{node['type']}]")
    for child in node.get("content", []):
        yield from _words(child)


def rich_text(text: str, document: Mapping[str, Any] | None, api: str) -> str | Mapping[str, Any]:
    """Return a rich text as a version has it: plain in version 2, an Atlassian document in version 3."""
    if not api.endswith("/3"):  # latest is version 2
        return text
    return document if document is not None else document_of(text)


def html(text: str) -> str:
    """Return a text as HTML: a paragraph a line, without the empty ones."""
    return "\n".join(f"<p>{escape(line, quote=False)}</p>" for line in text.splitlines() if line.strip())

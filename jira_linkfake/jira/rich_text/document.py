"""Atlassian documents: whether a value is one, and the words that it says."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Any

from jira_linkfake.jira.rich_text.symbols import INLINE, Node, attributes_of, content_of

MOST_LEVELS = 100

# A node of these types says something although it holds no text of its own.
_TELLING = frozenset(
    {"emoji", "mention", "date", "status", "inlineCard", "blockCard", "embedCard", "media", "mediaInline", "rule"}
    | {"extension", "bodiedExtension", "inlineExtension"}
)
# A node of these types is a line of text, also where it is empty.
_LINES = frozenset({"paragraph", "heading", "codeBlock"})


def wrong_with(value: object) -> str | None:
    """Return what keeps a value from being an Atlassian document, as it completes "it"; None where nothing does."""
    if not isinstance(value, Mapping):
        return f"is {_kind_of(value)}, not an object"
    for name, wanted in (("type", "doc"), ("version", 1)):
        if value.get(name) != wanted:
            return f"has {_as_json(value.get(name))} as its {name}, not {_as_json(wanted)}"
    return "has no content" if "content" not in value else _wrong_in(value)


def is_node(value: object) -> bool:
    """Say whether a value is a node of a document, and all in it are; how they fit together is not looked at."""
    return _wrong_in(value) is None


def _wrong_in(value: object) -> str | None:
    """Return what is wrong with a node or one below it, and where it stands; level by level, so at any depth."""
    level: list[tuple[object, tuple[int, ...]]] = [(value, ())]
    for _ in range(MOST_LEVELS + 1):
        for node, place in level:
            if wrong := _wrong_with_node(node):
                where = ".".join(f"content[{number}]" for number in place)
                return f"{wrong} at {where}" if where else wrong
        level = [
            (child, (*place, number))
            for node, place in level
            if isinstance(node, Mapping)
            for number, child in enumerate(node.get("content", ()))
        ]
        if not level:
            return None
    return f"has more than {MOST_LEVELS} levels of nodes"


def _wrong_with_node(node: object) -> str | None:
    if not isinstance(node, Mapping):
        return f"has {_kind_of(node)} in place of a node"
    if not isinstance(node.get("type"), str):
        return "has a node without a type"
    if node["type"] == "text" and not isinstance(node.get("text"), str):
        return "has a text node without a text"
    if not isinstance(node.get("content", []), list):
        return f"has a {node['type']} whose content is {_kind_of(node['content'])}, not a list"
    attributes = node.get("attrs")
    if attributes is not None and not isinstance(attributes, Mapping):
        return f"has a {node['type']} whose attrs are {_kind_of(attributes)}, not an object"
    return None


def _kind_of(value: object) -> str:
    kinds = {str: "a text", bool: "a boolean", int: "a number", float: "a number", list: "a list", dict: "an object"}
    return "nothing" if value is None else kinds.get(type(value), f"a {type(value).__name__}")


def _as_json(value: object) -> str:
    return json.dumps(value) if isinstance(value, (str, int, type(None))) else _kind_of(value)


def text_of(document: Node) -> str:
    """Return the words of a document: a line for each paragraph, list item, cell, heading and line of its own."""
    return "\n".join(_lines(document))


def words_of(node: Node) -> str:
    """Return what one node says in a line: its text, its address, or its type in brackets."""
    kind = node["type"]
    if kind == "text":
        return str(node["text"])
    if kind == "hardBreak":
        return "\n"
    attributes = attributes_of(node)
    said = attributes.get("text") or attributes.get("url") or attributes.get("shortName") or attributes.get("alt")
    if said:
        return str(said)
    if kind == "mention" and attributes.get("id"):
        return f"@{attributes['id']}"
    return f"[{kind}]" if kind in _TELLING else ""


def _lines(node: Node) -> Iterator[str]:
    content = content_of(node)
    title = attributes_of(node).get("title")
    if title and isinstance(title, str):
        yield title
    if not content and (node["type"] in _TELLING or node["type"] in _LINES):
        yield words_of(node)
    for inline, children in groupby(content, lambda child: child["type"] in INLINE and not content_of(child)):
        if inline:
            yield "".join(words_of(child) for child in children)
        else:
            for child in children:
                yield from _lines(child)


def paragraph(content: list[dict[str, Any]]) -> dict[str, Any]:
    """Return a paragraph of inline nodes."""
    return {"type": "paragraph", "content": content}

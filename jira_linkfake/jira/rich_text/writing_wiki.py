"""Atlassian documents, written in wiki markup."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import Any

from jira_linkfake.jira.rich_text.document import paragraph, text_of, words_of
from jira_linkfake.jira.rich_text.reading_wiki import document_of
from jira_linkfake.jira.rich_text.symbols import (
    CARDS,
    INLINE,
    PANELS,
    Node,
    attributes_of,
    content_of,
    is_safe_address,
    level_of,
    marks_of,
)
from jira_linkfake.jira.rich_text.writing_inline import FORCED, Breaks, Reads, inline_wiki

_LISTS = {"bulletList": "*", "taskList": "*", "decisionList": "*", "orderedList": "#"}
_CARD_SIGNS = {kind: sign for sign, kind in CARDS.items()}
_MOST_LIST_LEVELS = 20
_STRIKE = {"type": "strike"}

# What would end a cell: a bar that is neither escaped nor in brackets, and a backslash before the one that does.
_BARS = re.compile(r"\\.|\[(?:\\.|[^\[\]\\\n])+\]|\||\\\Z", re.DOTALL)
_WITH_BARS = {*_LISTS, "heading"}

_AT_THE_END = Breaks(end="\n")
_WITHIN = Breaks()
_IN_HEADING = Breaks(within=FORCED, beside=f"{FORCED} ")
_IN_CELL = Breaks(start=FORCED)


def wiki_of(document: Node) -> str:
    """Return an Atlassian document in wiki markup.

    What wiki markup cannot say is written as Jira Cloud does: nodes that it does not know in the macro `adf`, as JSON.
    """
    blocks = content_of(document)
    last = len(blocks) - 1
    return "\n\n".join(_block(block, frozenset(), number == last) for number, block in enumerate(blocks))


def _block(node: Node, within: frozenset[str], last: bool = False) -> str:
    """Write a block; `within` are the macros around it, as none can stand in itself."""
    kind = node["type"]
    if kind == "paragraph":
        return _paragraph(content_of(node), last)
    if kind in INLINE:
        return _paragraph([node], last)
    if kind in _LISTS:
        return "\n".join(_list(node, "", within))
    if kind in ("blockquote", "panel", "expand", "nestedExpand"):
        return _container(node, within)
    write = _BLOCKS.get(kind)
    return write(node) if write else _unknown(node)


def _paragraph(nodes: Sequence[Node], last: bool) -> str:
    def reads(wiki: str) -> list[dict[str, Any]] | None:
        return _only(document_of(wiki), "doc", "paragraph")

    return inline_wiki(nodes, reads, _AT_THE_END if last else _WITHIN) if nodes else ""


def _only(node: dict[str, Any], *kinds: str) -> list[dict[str, Any]] | None:
    """Return the content of the one node that is in nodes of these types."""
    for kind in kinds[1:]:
        content = node["content"]
        if len(content) != 1 or content[0]["type"] != kind:
            return None
        node = content[0]
    content = node["content"]
    return content if isinstance(content, list) else None


def _heading(node: Node) -> str:
    begin = f"h{level_of(node)}. "

    def reads(wiki: str) -> list[dict[str, Any]] | None:
        return _only(document_of(begin + wiki), "doc", "heading")

    return begin + inline_wiki(content_of(node), reads, _IN_HEADING, trim=True)


def _container(node: Node, within: frozenset[str]) -> str:
    kind = node["type"]
    title = attributes_of(node).get("title")
    inside = [_block(block, within | {kind}) for block in content_of(node)]
    if kind in ("expand", "nestedExpand") and isinstance(title, str) and title.strip():
        strong = {"type": "text", "text": title, "marks": [{"type": "strong"}]}
        inside.insert(0, _paragraph([strong], last=False))
    body = "\n\n".join(inside)
    if kind in within or kind in ("expand", "nestedExpand"):
        return body
    if kind == "panel":
        return f"{{panel:bgColor={PANELS.get(str(attributes_of(node).get('panelType')), '')}}}\n{body}\n{{panel}}"
    return (
        f"{{quote}}\n{body}\n{{quote}}" if body.startswith("\n") or body.endswith("\n") else f"{{quote}}{body}{{quote}}"
    )


def _list(node: Node, signs: str, within: frozenset[str]) -> list[str]:
    """Return the lines of a list; those of lists in its items have their signs behind its own."""
    signs = (signs + _LISTS[node["type"]])[:_MOST_LIST_LEVELS]
    lines: list[str] = []
    for item in content_of(node):
        if item["type"] in _LISTS:
            lines.extend(_list(item, signs, within))
            continue
        said: list[str] = []
        for block in _blocks_of_item(item):
            if block["type"] not in _LISTS:
                said.append(_item_block(block, within, not said))
                continue
            if said:
                lines.append(f"{signs} {_joined(said)}")
                said = []
            lines.extend(_list(block, signs, within))
        if said or not _blocks_of_item(item):
            lines.append(f"{signs} {_joined(said)}")
    return lines


def _joined(said: list[str]) -> str:
    """Join the blocks of an item by lines, none of which may be empty."""
    return "\n".join(block for block in said if block)


def _blocks_of_item(item: Node) -> list[Any]:
    """Return the blocks of an item; those of tasks and decisions hold their line without a paragraph."""
    content: list[Any] = [item] if item["type"] in INLINE else content_of(item)
    if item["type"] == "decisionItem":
        content = [{"type": "text", "text": "<> "}, *content]
    if item["type"] == "taskItem" and attributes_of(item).get("state") == "DONE":
        content = [_struck(node) for node in content]
    return [paragraph(content)] if item["type"] in ("decisionItem", "taskItem") else content


def _struck(node: Node) -> Node:
    return {**node, "marks": [*marks_of(node), _STRIKE]} if node["type"] == "text" else node


def _item_block(block: Node, within: frozenset[str], first: bool) -> str:
    if block["type"] != "paragraph":
        return _block(block, within)

    def reads(wiki: str) -> list[dict[str, Any]] | None:
        return _only(document_of(f"* {wiki}"), "doc", "bulletList", "listItem", "paragraph")

    return _placed(content_of(block), reads, first, _WITHIN)


def _placed(nodes: Sequence[Node], reads: Reads, first: bool, breaks: Breaks) -> str:
    """Write a paragraph of an item or a cell, which begins a line where it is not the first."""

    def reads_below(wiki: str) -> list[dict[str, Any]] | None:
        read = reads(f"x\n{wiki}")
        return None if read is None else read[2:]

    return inline_wiki(nodes, reads if first else reads_below, breaks, trim=True)


def _code(node: Node) -> str:
    text = "".join(str(child.get("text", "")) for child in content_of(node))
    language = attributes_of(node).get("language")
    known = isinstance(language, str) and language and not set(language) & set("{}|=:\n")
    begin, end = (f"{{code:{language}}}", "{code}") if known else ("{noformat}", "{noformat}")
    if end in text:
        return _unknown(node)
    if text.startswith("\n") or text.endswith("\n"):
        text = f"\n{text}\n"
    return f"{begin}{text}{end}"


def _table(node: Node) -> str:
    return "\n".join(_row(row) for row in content_of(node))


def _row(row: Node) -> str:
    written = ""
    bar = "|"
    for cell in content_of(row):
        bar = "||" if cell["type"] == "tableHeader" else "|"
        written += bar + (_cell(cell) or " ")
    return written + bar


def _cell(cell: Node) -> str:
    def reads(wiki: str) -> list[dict[str, Any]] | None:
        return _only(document_of(f"|{wiki}|"), "doc", "table", "tableRow", "tableCell", "paragraph")

    written: list[str] = []
    for block in content_of(cell):
        if block["type"] == "paragraph":
            written.append(_placed(content_of(block), reads, not written, _IN_CELL))
        else:
            wiki = _block(block, frozenset())
            written.append(_BARS.sub(_escaped_bar, wiki) if block["type"] in _WITH_BARS else wiki)
    return "\n".join(block for block in written if block).strip(" ")


def _escaped_bar(match: re.Match[str]) -> str:
    return {"|": "\\|", "\\": "&#92;"}.get(match[0], match[0])


def _card(node: Node) -> str:
    url = attributes_of(node).get("url")
    if not is_safe_address(url):
        return _unknown(node)
    return f"[{url}|{url}|{_CARD_SIGNS[node['type']]}]"


def _media(node: Node) -> str:
    return "\n".join(_picture(child) for child in content_of(node) or [node])


def _picture(node: Node) -> str:
    """Write a picture by its name, which wiki markup has in place of the id."""
    attributes = attributes_of(node)
    name = attributes.get("alt") or attributes.get("url") or attributes.get("id")
    if node["type"] != "media" or not isinstance(name, str) or set(name) & set("!|\n"):
        return text_of(node) or words_of(node)
    sizes = [f"{side}={attributes[side]}" for side in ("width", "height") if isinstance(attributes.get(side), int)]
    return f"!{name}|{','.join(sizes) or 'thumbnail'}!"


def _unknown(node: Mapping[str, Any]) -> str:
    written = json.dumps(node, ensure_ascii=False, separators=(",", ":")).replace("{adf}", "\\u007badf}")
    return f"{{adf:display=block}}\n{written}\n{{adf}}"


_BLOCKS = {
    "heading": _heading,
    "codeBlock": _code,
    "rule": lambda _node: "----",
    "table": _table,
    "blockCard": _card,
    "embedCard": _card,
    "mediaSingle": _media,
    "mediaGroup": _media,
    "media": _media,
}

"""Wiki markup, read into Atlassian documents."""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from jira_linkfake.jira.rich_text.document import is_node, paragraph
from jira_linkfake.jira.rich_text.reading_inline import NameOf, inline_nodes
from jira_linkfake.jira.rich_text.symbols import INLINE, PANELS

# A pair of backslashes is a line break, and escapes nothing.
_NOT_ESCAPED = r"(?<!(?<!\\)\\)"
_MACRO = re.compile(_NOT_ESCAPED + r"\{(code|noformat|quote|panel|adf)(?::([^{}\n]*))?\}", re.IGNORECASE)
# What stands in code ends at its macro, whatever is before it; other text may have the macro escaped.
_ENDS = {name: re.compile(rf"\{{{name}\}}") for name in ("code", "noformat", "adf")}
_ENDS |= {name: re.compile(_NOT_ESCAPED + rf"\{{{name}\}}") for name in ("quote", "panel")}
_HEADING = re.compile(r"[ \t]*h([1-6])\.[ \t]*")
_QUOTE = re.compile(r"[ \t]*bq\.[ \t]*")
_RULE = re.compile(r"[ \t]*-{4,5}[ \t]*$")
_ITEM = re.compile(r"[ \t]*([*#]{1,20}|-)[ \t]+(?=\S|$)")
_ROW = re.compile(r"[ \t]*\|")
# In a row of a table: what is passed over, and what begins a cell.
_BAR = re.compile(r"\\.|\[(?:\\.|[^\[\]\\\n])+\]|(\|{1,2})", re.DOTALL)
_COLOUR = re.compile(r"#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})", re.IGNORECASE)
# As many as a request may have.
_MOST_LEVELS_OF_JSON = 100
_LISTS = {"*": "bulletList", "-": "bulletList", "#": "orderedList"}


@dataclass(frozen=True)
class _Macro:
    """A pair of macros: its name, its parameters, and what stands between."""

    name: str
    parameters: str
    body: str


# A line is what stands on it: texts, and macros, which may go over several lines of the source.
_Line = list["str | _Macro"]


def document_of(wiki: str, name_of: NameOf | None = None) -> dict[str, Any]:
    """Return the Atlassian document of a text in wiki markup.

    What is no markup stays text, as it is: signs without a partner, macros that Jira has not. Lines may end as they
    do anywhere. `name_of` gives the name of an account that is mentioned, where it is known.
    """
    wiki = wiki.replace("\r\n", "\n").replace("\r", "\n")
    blocks = _blocks(_lines(_parts(wiki)), name_of)
    return {"version": 1, "type": "doc", "content": blocks or [paragraph([])]}


def _parts(wiki: str) -> Iterator[str | _Macro]:
    """Give the macros of a text that are in pairs, and the texts between."""
    place = 0
    ends: dict[str, list[int]] = {}
    searched = 0
    while match := _MACRO.search(wiki, searched):
        name = match[1].lower()
        if name not in ends:
            ends[name] = [found.start() for found in _ENDS[name].finditer(wiki)]
        following = bisect_left(ends[name], match.end())
        if following == len(ends[name]):
            searched = match.end()
            continue
        end = ends[name][following]
        if match.start() > place:
            yield wiki[place : match.start()]
        yield _Macro(name, match[2] or "", wiki[match.end() : end])
        place = searched = end + len(name) + 2
    yield wiki[place:]


def _lines(parts: Iterable[str | _Macro]) -> list[_Line]:
    lines: list[_Line] = [[]]
    for part in parts:
        if isinstance(part, _Macro):
            lines[-1].append(part)
            continue
        first, *others = part.split("\n")
        if first:
            lines[-1].append(first)
        lines.extend([other] if other else [] for other in others)
    return lines


def _blocks(lines: Sequence[_Line], name_of: NameOf | None, tables: bool = True) -> list[dict[str, Any]]:
    """Return the blocks of lines."""
    text = _Text(name_of)
    place = 0
    while place < len(lines):
        begins = _text_at(lines[place])
        if _ITEM.match(begins):
            place = _list(text, lines, place, tables)
        elif tables and _ROW.match(begins):
            place = _table(text, lines, place)
        else:
            _line(text, lines[place], tables)
            place += 1
    text.flush(at_end=True)
    return text.done


def _text_at(line: _Line) -> str:
    return line[0] if line and isinstance(line[0], str) else ""


@dataclass
class _Text:
    """The blocks so far, and the lines of text that are not yet paragraphs."""

    name_of: NameOf | None
    done: list[dict[str, Any]] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    after_block: bool = False

    def say(self, line: str) -> None:
        """Take a line of text; the empty one right behind a block only divides."""
        if self.after_block and not line:
            self.after_block = False
            return
        self.after_block = False
        self.lines.append(line)

    def add(self, blocks: Iterable[dict[str, Any]]) -> None:
        """Take blocks that are no paragraphs of text."""
        self.flush()
        self.done.extend(blocks)
        self.after_block = True

    def flush(self, at_end: bool = False) -> None:
        """Make paragraphs of the lines: an empty line divides them, and one before a block only divides."""
        if not at_end and self.lines and not self.lines[-1]:
            self.lines.pop()
        if self.lines:
            self.done.extend(_paragraphs("\n".join(self.lines), self.name_of))
        self.lines.clear()


def _paragraphs(text: str, name_of: NameOf | None) -> Iterator[dict[str, Any]]:
    for part in text.split("\n\n"):
        nodes = inline_nodes(part, name_of)
        alone = len(nodes) == 1 and nodes[0]["type"] not in INLINE
        yield nodes[0] if alone else paragraph(nodes)


def _line(text: _Text, line: _Line, tables: bool) -> None:
    begins = _text_at(line)
    if heading := _HEADING.match(begins):
        nodes = inline_nodes(begins[heading.end() :], text.name_of)
        text.add([{"type": "heading", "attrs": {"level": int(heading[1])}, "content": nodes}])
    elif quote := _QUOTE.match(begins):
        nodes = inline_nodes(begins[quote.end() :], text.name_of)
        text.add([{"type": "blockquote", "content": [paragraph(nodes)]}])
    elif tables and len(line) == 1 and _RULE.match(begins):
        text.add([{"type": "rule"}])
    else:
        _mixed(text, line)
        return
    if line[1:]:
        _mixed(text, line[1:])


def _mixed(text: _Text, line: _Line) -> None:
    if not line:
        text.say("")
    for number, part in enumerate(line):
        if isinstance(part, _Macro):
            text.add(_of_macro(part, text.name_of))
        elif part.strip() or not number or len(line) == 1:
            text.say(part)


def _of_macro(macro: _Macro, name_of: NameOf | None) -> list[dict[str, Any]]:
    parameters = dict(part.partition("=")[::2] for part in macro.parameters.split("|") if part)
    if macro.name == "adf":
        return _of_adf(macro, name_of)
    title = parameters.get("title")
    titled = [paragraph([{"type": "text", "text": title, "marks": [{"type": "strong"}]}])] if title else []
    body = macro.body.removeprefix("\n").removesuffix("\n") if macro.body != "\n" else ""
    if macro.name in ("code", "noformat"):
        # Jira's help: code without a language is Java.
        language = next((name.strip().lower() for name, value in parameters.items() if not value), "java")
        attributes = {"language": language} if macro.name == "code" else {}
        content = [{"type": "text", "text": body}] if body else []
        return [*titled, {"type": "codeBlock", "attrs": attributes, "content": content}]
    blocks = _blocks(_lines(_parts(body)), name_of) or [paragraph([])]
    if macro.name == "quote":
        return [{"type": "blockquote", "content": blocks}]
    attributes = {"panelType": _panel_type(parameters.get("bgColor", ""))}
    return [{"type": "panel", "attrs": attributes, "content": [*titled, *blocks]}]


def _of_adf(macro: _Macro, name_of: NameOf | None) -> list[dict[str, Any]]:
    """Return the node that a macro holds as JSON; where it holds none, it is text."""
    try:
        node = json.loads(macro.body)
        json.dumps(node, allow_nan=False)  # which loads takes
    except (ValueError, RecursionError):
        node = None
    if is_node(node) and node["type"] not in INLINE | {"doc"} and _is_shallow(node):
        return [node]
    begin = f"{{adf:{macro.parameters}}}" if macro.parameters else "{adf}"
    return list(_paragraphs(f"{begin}{macro.body}{{adf}}", name_of))


def _is_shallow(value: object) -> bool:
    """Say whether a value has few enough levels for any reader of a reply, whatever its attributes hold."""
    level = [value]
    for _ in range(_MOST_LEVELS_OF_JSON):
        level = [child for one in level if isinstance(one, dict | list) for child in _children(one)]
    return not level


def _children(value: dict[str, object] | list[object]) -> Iterable[object]:
    return value.values() if isinstance(value, dict) else value


def _panel_type(colour: str) -> str:
    """Return the kind of panel whose colour is nearest."""
    wanted = _COLOUR.fullmatch(colour.strip())
    if not wanted:
        return "info"

    def distance(kind: str) -> int:
        own = PANELS[kind][1:]
        return sum((int(one, 16) - int(own[2 * at : 2 * at + 2], 16)) ** 2 for at, one in enumerate(wanted.groups()))

    return min(PANELS, key=distance)


def _list(text: _Text, lines: Sequence[_Line], place: int, tables: bool) -> int:
    """Read a list from a line on; what goes on below an item belongs to it."""
    top: list[dict[str, Any]] = []
    levels: list[dict[str, Any]] = []
    item: list[_Line] = []
    while place < len(lines):
        begins = _text_at(lines[place])
        if match := _ITEM.match(begins):
            if levels and not _same_list(levels, match[1]):
                break
            _finish(levels, item, text.name_of)
            item = [[begins[match.end() :], *lines[place][1:]]]
            _step(top, levels, match[1])
        elif not lines[place] or _begins_block(begins, tables):
            break
        else:
            item.append(lines[place])
        place += 1
    _finish(levels, item, text.name_of)
    text.add(top)
    return place


def _same_list(levels: list[dict[str, Any]], marker: str) -> bool:
    return bool(levels[0]["type"] == _LISTS[marker[0]])


def _begins_block(begins: str, tables: bool) -> bool:
    return bool(
        _HEADING.match(begins) or _QUOTE.match(begins) or (tables and (_ROW.match(begins) or _RULE.match(begins)))
    )


def _step(top: list[dict[str, Any]], levels: list[dict[str, Any]], marker: str) -> None:
    """Open an item at the level of its marker: each sign of it is a list, in an item of the one before."""
    kinds = [_LISTS[sign] for sign in marker]
    same = 0
    while same < min(len(levels), len(kinds)) and levels[same]["type"] == kinds[same]:
        same += 1
    del levels[same:]
    for kind in kinds[same:]:
        new: dict[str, Any] = {"type": kind, "content": []}
        if kind == "orderedList":
            new = {"type": kind, "attrs": {"order": 1}, "content": []}
        (levels[-1]["content"][-1]["content"] if levels else top).append(new)
        levels.append(new)
        if len(levels) < len(kinds):
            new["content"].append({"type": "listItem", "content": []})
    levels[-1]["content"].append({"type": "listItem", "content": []})


def _finish(levels: list[dict[str, Any]], lines: list[_Line], name_of: NameOf | None) -> None:
    if levels:
        text = _Text(name_of)
        for line in lines:
            _mixed(text, line)
        text.flush(at_end=True)
        levels[-1]["content"][-1]["content"].extend(text.done)


def _table(text: _Text, lines: Sequence[_Line], place: int) -> int:
    """Read a table from a line on; a row goes on until a line ends with a bar."""
    rows = []
    while place < len(lines) and _ROW.match(_text_at(lines[place])):
        row: _Line = [*lines[place]]
        place += 1
        while place < len(lines) and not _is_closed(row) and lines[place] and not _ROW.match(_text_at(lines[place])):
            row.extend(["\n", *lines[place]])
            place += 1
        rows.append({"type": "tableRow", "content": _cells(row, text.name_of)})
    attributes = {"isNumberColumnEnabled": False, "layout": "default"}
    text.add([{"type": "table", "attrs": attributes, "content": rows}])
    return place


def _is_closed(row: _Line) -> bool:
    """Say whether a row ends with a bar that is not the one it begins with."""
    last = row[-1]
    if not isinstance(last, str) or not last.rstrip().endswith("|"):
        return False
    return not last.rstrip().endswith("\\|") and (len(row) > 1 or bool(last.strip().strip("|")))


def _cells(row: _Line, name_of: NameOf | None) -> list[dict[str, Any]]:
    cells: list[tuple[str, _Line]] = []
    for part in row:
        if isinstance(part, _Macro):
            cells[-1][1].append(part)
            continue
        place = 0
        for match in _BAR.finditer(part):
            if match[1]:
                if cells:
                    cells[-1][1].append(part[place : match.start()])
                cells.append(("tableHeader" if len(match[1]) == 2 else "tableCell", []))
                place = match.end()
        cells[-1][1].append(part[place:])
    if len(cells) > 1 and not any(isinstance(part, _Macro) or part.strip() for part in cells[-1][1]):
        cells.pop()
    return [_cell(kind, parts, name_of) for kind, parts in cells]


def _cell(kind: str, parts: _Line, name_of: NameOf | None) -> dict[str, Any]:
    joined = [part for part in parts if part]
    if joined and isinstance(joined[0], str):
        joined[0] = joined[0].lstrip(" \t")
    if joined and isinstance(joined[-1], str):
        joined[-1] = joined[-1].rstrip(" \t")
    content = _blocks(_lines(part for part in joined if part), name_of, tables=False)
    return {"type": kind, "attrs": {}, "content": content or [paragraph([])]}

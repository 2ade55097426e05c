"""Wiki markup in a line, read into the inline nodes of Atlassian documents.

One pass makes tokens and pairs signs by a stack, so that a text takes time in proportion to its length.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from jira_linkfake.jira.rich_text.symbols import CARDS, COLOURS, EMOJI, ESCAPABLE, ORDER, SIGNS, is_safe_address

NameOf = Callable[[str], "str | None"]

_LONGEST_EMOJI = max(map(len, EMOJI))
# What may be more than text. No part of it can match in two ways, so that none is tried again.
_TOKEN = re.compile(
    r"""(?P<forced>(?<!\\)\\\\(?!\\)(?![\w.$-]{0,64}\\(?!\\)))
    | (?P<escape>\\.)
    | (?P<number>&\#[0-9]{2,3};)
    | (?P<code>\{\{)
    | (?P<braced>\{[-*_+~^]\})
    | (?P<colour>\{color(?::[^{}]*)?\})
    | (?P<link>\[(?:\\.|[^\[\]\\])+\])
    | (?P<address>(?<![^\W_])(?:https?://|ftps?://|irc://|mailto:)[^\s|\[\]{}"<>]+)
    | (?P<emoji>[:;(])
    | (?P<sign>([-*_+~^])\11*)""",
    re.VERBOSE,
)
_BAD_ENDS = ".,;:!?)'*_+^~\\"
_PIPE = re.compile(r"(?<!\\)\|")
_ESCAPED = re.compile(r"\\([" + re.escape("".join(sorted(ESCAPABLE))) + "])")


@dataclass
class _Token:
    """A piece of a line: a node or a text with its own marks; half of a pair turns a mark on or off instead."""

    text: str = ""
    node: dict[str, Any] | None = None
    marks: list[dict[str, Any]] = field(default_factory=list)
    begins: dict[str, Any] | None = None
    ends: dict[str, Any] | None = None


@dataclass
class _Lines:
    """The tokens of a text, and the signs that are still open, the innermost last."""

    name_of: NameOf | None
    tokens: list[_Token] = field(default_factory=list)
    open: list[tuple[str, _Token, dict[str, Any]]] = field(default_factory=list)
    kinds: Counter[str] = field(default_factory=Counter)
    code_ends: int = -1

    def add(self, text: str = "", node: dict[str, Any] | None = None) -> _Token:
        self.tokens.append(_Token(text, node))
        return self.tokens[-1]

    def begin(self, kind: str, token: _Token, mark: dict[str, Any]) -> None:
        """Remember that a sign may begin a mark; in Jira, the first of its kind does."""
        if not self.kinds[kind]:
            self.open.append((kind, token, mark))
            self.kinds[kind] += 1

    def end(self, kind: str, token: _Token) -> bool:
        """Pair a sign with the last that began its kind, unless nothing stands between; others in between are text."""
        if not self.kinds[kind] or any(entry[0] == kind and entry[1] is self.tokens[-2] for entry in self.open):
            return False
        while True:
            other, beginning, mark = self.open.pop()
            self.kinds[other] -= 1
            if other == kind:
                beginning.begins = token.ends = mark
                return True

    def break_line(self) -> None:
        """Begin a further line: marks end with the line, a colour goes on."""
        self.add(node={"type": "hardBreak"})
        self.open = [entry for entry in self.open if entry[0] == "color"]
        self.kinds = Counter(kind for kind, _, _ in self.open)
        self.code_ends = -1


def inline_nodes(text: str, name_of: NameOf | None = None) -> list[dict[str, Any]]:
    """Return the inline nodes of a text: a hard break between its lines, mentions with the names that are known."""
    lines = _Lines(name_of)
    for number, line in enumerate(text.split("\n")):
        if number:
            lines.break_line()
        _read(lines, line)
    return list(_merged(lines.tokens))


def _read(lines: _Lines, line: str) -> None:
    place = 0
    while match := _TOKEN.search(line, place):
        if match.start() > place:
            lines.add(line[place : match.start()])
        place = match.start() + _READ[str(match.lastgroup)](lines, line, match)
    if place < len(line):
        lines.add(line[place:])


def _forced(lines: _Lines, _line: str, _match: re.Match[str]) -> int:
    lines.break_line()
    return 2


def _escape(lines: _Lines, line: str, match: re.Match[str]) -> int:
    # In Jira, a backslash after a backslash takes no meaning away.
    after_another = line[match.start() - 1 : match.start()] == "\\"
    escaped = match[0][1]
    if escaped in ESCAPABLE and not after_another:
        lines.add(escaped)
        return 2
    lines.add("\\")
    return 1


def _number(lines: _Lines, _line: str, match: re.Match[str]) -> int:
    character = chr(int(match[0][2:-1]))
    punctuation = "!" <= character <= "~" and not character.isalnum()
    lines.add(character if punctuation else match[0])
    return len(match[0])


def _code(lines: _Lines, line: str, match: re.Match[str]) -> int:
    start = match.end()
    if lines.code_ends != len(line) and lines.code_ends < start + 1:
        found = line.find("}}", start + 1)
        lines.code_ends = len(line) if found < 0 else found
    end = lines.code_ends
    if end == len(line) or line[start].isspace() or line[end - 1].isspace():
        lines.add("{")
        return 1
    while line[end + 2 : end + 3] == "}":
        end += 1
    lines.add(line[start:end]).marks = [{"type": "code"}]
    return end + 2 - match.start()


def _braced(lines: _Lines, _line: str, match: re.Match[str]) -> int:
    token = lines.add(match[0])
    if not lines.end(match[0], token):
        lines.begin(match[0], token, SIGNS[match[0][1]][0])
    return 3


def _colour(lines: _Lines, _line: str, match: re.Match[str]) -> int:
    token = lines.add(match[0])
    colour = match[0][7:-1].strip()
    if not colour:
        lines.end("color", token)
    else:
        attributes = {"color": COLOURS.get(colour.lower(), colour)}
        lines.begin("color", token, {"type": "textColor", "attrs": attributes})
    return len(match[0])


def _sign(lines: _Lines, line: str, match: re.Match[str]) -> int:
    token = lines.add(match[0])
    sign = match[0]
    if len(sign) == 1:
        before, after = line[match.start() - 1 : match.start()] if match.start() else "", line[match.end() :][:1]
        ends = may_end(sign, before, after) and lines.end(sign, token)
        if not ends and may_begin(sign, before, after):
            lines.begin(sign, token, SIGNS[sign][0])
    return len(sign)


def may_begin(sign: str, before: str, after: str) -> bool:
    """Say whether a sign between two characters may begin a mark: no word before it, and something right behind it."""
    return not in_word(before) and before != sign and bool(after) and not after.isspace() and after != sign


def may_end(sign: str, before: str, after: str) -> bool:
    """Say whether a sign between two characters may end a mark."""
    return bool(before) and not before.isspace() and before != sign and not in_word(after) and after != sign


def in_word(character: str) -> bool:
    """Say whether a character is of a word, so that no mark begins behind it; no character is of none."""
    # As in Jira, letters beyond ASCII count, and so does all else there but the space that does not break.
    return character.isalnum() or (character > "\x7f" and character != "\xa0")


def _emoji(lines: _Lines, line: str, match: re.Match[str]) -> int:
    start = match.start()
    if not start or not in_word(line[start - 1]):
        for length in range(_LONGEST_EMOJI, 1, -1):
            sign, after = line[start : start + length], line[start + length : start + length + 1]
            if sign in EMOJI and len(sign) == length and not after.isalnum():
                lines.add(node={"type": "emoji", "attrs": dict(EMOJI[sign])})
                return length
    lines.add(match[0])
    return 1


def _address(lines: _Lines, _line: str, match: re.Match[str]) -> int:
    address = match[0].rstrip(_BAD_ENDS)
    scheme, _, rest = address.partition(":")
    if not rest.strip("/"):
        lines.add(scheme)
        return len(scheme)
    lines.add(rest if scheme == "mailto" else address).marks = [_link_to(address)]
    return len(address)


def _link(lines: _Lines, _line: str, match: re.Match[str]) -> int:
    nodes = _linked(match[0][1:-1], lines.name_of)
    if nodes is None:
        lines.add("[")
        return 1
    for node in nodes:
        if node["type"] == "text":
            lines.add(node["text"]).marks = node.get("marks", [])
        else:
            lines.add(node=node)
    return len(match[0])


def _linked(inside: str, name_of: NameOf | None) -> list[dict[str, Any]] | None:
    """Return the nodes of what stands in brackets: a mention, a card or a link; none where it is only text."""
    parts = _PIPE.split(inside)
    if inside.startswith("~") and len(parts) == 1:
        return _mention(inside[1:], name_of)
    address = _ESCAPED.sub(r"\1", parts[min(1, len(parts) - 1)]).strip()
    if not is_safe_address(address):
        return None
    if len(parts) == 3 and parts[2] in CARDS:
        return [{"type": CARDS[parts[2]], "attrs": {"url": address}}]
    body = parts[0] if len(parts) > 1 else ""
    nodes = inline_nodes(body, name_of)
    if not any(node["type"] == "text" for node in nodes):
        nodes = [{"type": "text", "text": body or address.removeprefix("mailto:")}]
    for node in nodes:
        if node["type"] == "text":
            # What reads as an address in the words of a link is no link of its own.
            own = [mark for mark in node.get("marks", []) if mark["type"] != "link"]
            node["marks"] = [*own, _link_to(address)]
    return nodes


def _mention(who: str, name_of: NameOf | None) -> list[dict[str, Any]] | None:
    identity = who[len("accountid:") :] if who.lower().startswith("accountid:") else who
    if not identity:
        return None
    name = name_of(identity) if name_of else None
    attributes = {"id": identity, "text": f"@{name}" if name else "", "accessLevel": ""}
    return [{"type": "mention", "attrs": attributes}]


def _link_to(address: str) -> dict[str, Any]:
    return {"type": "link", "attrs": {"href": address}}


_READ: dict[str, Callable[[_Lines, str, re.Match[str]], int]] = {
    "forced": _forced,
    "escape": _escape,
    "number": _number,
    "code": _code,
    "braced": _braced,
    "colour": _colour,
    "link": _link,
    "address": _address,
    "emoji": _emoji,
    "sign": _sign,
}


def _merged(tokens: Iterable[_Token]) -> Iterator[dict[str, Any]]:
    """Give the nodes of tokens: texts that follow each other with the same marks are one."""
    last: dict[str, Any] | None = None
    for node in _nodes(tokens):
        if last and last["type"] == node["type"] == "text" and last.get("marks") == node.get("marks"):
            last["text"] += node["text"]
            continue
        if last:
            yield last
        last = node
    if last:
        yield last


def _nodes(tokens: Iterable[_Token]) -> Iterator[dict[str, Any]]:
    on: Counter[str] = Counter()
    marks = {}
    for token in tokens:
        if token.begins or token.ends:
            mark = token.begins or token.ends or {}
            marks[repr(mark)] = mark
            on[repr(mark)] += 1 if token.begins else -1
        elif token.node is not None:
            yield token.node
        else:
            own = token.marks
            if not any(mark["type"] == "code" for mark in own):
                own = [*own, *(marks[name] for name, times in on.items() if times and marks[name] not in own)]
            yield _text(token.text, own)


def _text(text: str, marks: list[dict[str, Any]]) -> dict[str, Any]:
    if not marks:
        return {"type": "text", "text": text}
    kinds = {mark["type"]: mark for mark in reversed(marks)}
    ordered = sorted(kinds.values(), key=lambda mark: ORDER.get(mark["type"], len(ORDER)))
    return {"type": "text", "text": text, "marks": [_copied(mark) for mark in ordered]}


def _copied(mark: dict[str, Any]) -> dict[str, Any]:
    return {name: dict(value) if isinstance(value, dict) else value for name, value in mark.items()}

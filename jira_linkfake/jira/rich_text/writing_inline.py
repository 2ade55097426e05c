"""The inline nodes of Atlassian documents, written in wiki markup.

A text is written as it is where it reads back as the same text, and with its signs escaped where it does not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from typing import Any

from jira_linkfake.jira.rich_text.document import text_of, words_of
from jira_linkfake.jira.rich_text.reading_inline import in_word, inline_nodes, may_begin, may_end
from jira_linkfake.jira.rich_text.symbols import (
    EMOJI,
    EMOJI_SIGNS,
    ESCAPABLE,
    SIGNS,
    STATUSES,
    Node,
    attributes_of,
    is_safe_address,
    marks_of,
    sign_of,
)

Reads = Callable[[str], "list[dict[str, Any]] | None"]
Signature = list[tuple[Any, ...]]

_MACRO = re.compile(r"\{(?:code|noformat|quote|panel|adf)", re.IGNORECASE)
_STARTS = re.compile(r"[ \t]*(?:[*#|-]|h[1-6]\.|bq\.)")
_UNWRITTEN = {"|": "%7C", "[": "%5B", "]": "%5D", "\\": "%5C", " ": "%20", "\n": "%0A", "\t": "%09"}
_ADDRESS = str.maketrans(_UNWRITTEN)
_COLOUR = re.compile(r"[^{}\n|]+")
_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
FORCED = "\\\\"
_NESTING = {sign: place for place, sign in enumerate(SIGNS)}


@dataclass(frozen=True)
class Breaks:
    """How a hard break is written: within a text, at its start and end, and before one of backslashes."""

    within: str = "\n"
    start: str = "\n"
    end: str = FORCED
    beside: str = "\n"


@dataclass
class _Piece:
    """A piece of a line: a text, or markup that is written as it stands, with the signs around it."""

    text: str = ""
    markup: str = ""
    signs: set[str] = field(default_factory=set)
    inside: list[_Piece] = field(default_factory=list)
    href: str = ""
    in_a_word: str = ""

    @property
    def is_break(self) -> bool:
        return self.markup == "\n"

    @property
    def takes_signs(self) -> bool:
        return bool(self.text or self.inside)


def inline_wiki(nodes: Sequence[Node], reads: Reads, breaks: Breaks, trim: bool = False) -> str:
    """Write inline nodes.

    `reads` gives the nodes that a text is read as in its place, none where it is not read as one line of text.
    `trim` takes a space off the start, where wiki markup has none.
    """
    pieces = _pieces(nodes)
    if trim and pieces and pieces[0].text.isspace():
        del pieces[0]
    wanted = _signature(_expected(pieces))
    plain = _written(pieces, breaks, escape=False)
    read = reads(plain)
    if read is not None and _signature(read) == wanted:
        return plain
    return _written(pieces, breaks, escape=True)


# From nodes to pieces


def _pieces(nodes: Sequence[Node]) -> list[_Piece]:
    pieces: list[_Piece] = []
    for node in nodes:
        signs, href = _signs(node)
        new = list(_of_text(node, signs)) if node["type"] == "text" else [_atom(node)]
        for piece in new:
            last = pieces[-1] if pieces else None
            if href and not piece.is_break:
                if last is None or last.href != href:
                    pieces.append(_Piece(href=href))
                pieces[-1].inside.append(piece)
            else:
                pieces.append(piece)
    for piece in pieces:
        if piece.inside:
            _settle_spaces(piece.inside)
            piece.signs = set.intersection(*(set(inner.signs) for inner in piece.inside))
            for inner in piece.inside:
                inner.signs = inner.signs - piece.signs
    _settle_spaces(pieces)
    return [_out_of_word(pieces, place) for place in range(len(pieces))]


def _out_of_word(pieces: Sequence[_Piece], place: int) -> _Piece:
    """Return a piece; an emoji that touches a word, where its sign would be none, as what it shows."""
    piece = pieces[place]
    if not piece.in_a_word:
        return piece
    beside = pieces[max(place - 1, 0) : place], pieces[place + 1 : place + 2]
    before, after = ("".join(other.text for other in others if other.signs == piece.signs) for others in beside)
    if in_word(before[-1:]) or after[:1].isalnum():
        return _Piece(text=piece.in_a_word, signs=piece.signs)
    return piece


def _signs(node: Node) -> tuple[set[str], str]:
    """Return the signs of a node's marks, and the address that it links to."""
    signs, href = set(), ""
    for mark in marks_of(node):
        attributes = attributes_of(mark)
        if mark["type"] == "link" and is_safe_address(attributes.get("href")):
            href = str(attributes["href"]).translate(_ADDRESS)
        elif mark["type"] == "textColor" and _COLOUR.fullmatch(str(attributes.get("color", ""))):
            signs.add(f"color:{attributes['color']}")
        elif sign := sign_of(mark):
            signs.add(sign)
    return signs, href


def _of_text(node: Node, signs: set[str]) -> Iterator[_Piece]:
    is_code = any(mark["type"] == "code" for mark in marks_of(node))
    for number, line in enumerate(node["text"].replace("\r\n", "\n").split("\n")):
        if number:
            yield _Piece(markup="\n")
        core = line.strip()
        if is_code and core == line and core and "}}" not in core.rstrip("}"):
            yield _Piece(markup=f"{{{{{line}}}}}")
        elif core:
            start = line.index(core)
            parts = line[:start], core, line[start + len(core) :]
            yield from (_Piece(text=part, signs=set(signs)) for part in parts if part)
        elif line:
            yield _Piece(text=line, signs=set(signs))


def _settle_spaces(pieces: Sequence[_Piece]) -> None:
    """Let marks begin and end at words: a space has a mark where both of its neighbours have it.

    What has no marks of its own, such as a mention, is passed over in the same way.
    """
    before: list[set[str]] = []
    signs: set[str] = set()
    for piece in pieces:
        signs = _passed_on(piece, signs)
        before.append(signs)
    signs = set()
    for piece, signs_before in zip(reversed(pieces), reversed(before), strict=True):
        signs = _passed_on(piece, signs)
        if piece.text.isspace():
            piece.signs = piece.signs & signs & signs_before
        elif not piece.takes_signs:
            piece.signs = signs & signs_before


def _passed_on(piece: _Piece, signs: set[str]) -> set[str]:
    if piece.is_break:
        return {sign for sign in signs if len(sign) > 1}
    if piece.text.isspace():
        return signs & piece.signs
    return piece.signs if piece.takes_signs else signs


def _atom(node: Node) -> _Piece:
    attributes, kind = attributes_of(node), node["type"]
    if kind == "hardBreak":
        return _Piece(markup="\n")
    if kind == "mention" and _is_plain(attributes.get("id")):
        return _Piece(markup=f"[~accountid:{attributes['id']}]")
    if kind == "emoji" and (sign := EMOJI_SIGNS.get(str(attributes.get("shortName")))):
        return _Piece(markup=sign, in_a_word=words_of(node))
    if kind == "inlineCard" and is_safe_address(attributes.get("url")):
        address = str(attributes["url"]).translate(_ADDRESS)
        return _Piece(markup=f"[{address}|{address}|smart-link]")
    if kind == "status" and _is_plain(attributes.get("text")):
        colour = STATUSES.get(str(attributes.get("color")), STATUSES["neutral"])
        return _Piece(markup=f"{{color:{colour}}}*[ {attributes['text'].upper()} ]*{{color}}")
    if kind == "date" and (day := _day(attributes.get("timestamp"))):
        return _Piece(markup=f"{{{{{day}}}}}")
    return _Piece(text=" ".join((words_of(node) or text_of(node)).split()))


def _is_plain(value: object) -> bool:
    return isinstance(value, str) and bool(re.fullmatch(r"[^\[\]{}|\\\s*]+(?: [^\[\]{}|\\\s*]+)*", value))


def _day(timestamp: object) -> str:
    """Return the day of a time in milliseconds, an empty text where it is none."""
    try:
        return (_EPOCH + timedelta(milliseconds=int(str(timestamp)))).date().isoformat()
    except (ValueError, OverflowError):
        return ""


# What pieces should be read as


def _expected(pieces: Iterable[_Piece], around: frozenset[str] = frozenset(), href: str = "") -> Iterator[Node]:
    for piece in pieces:
        signs = around | piece.signs
        if piece.inside:
            yield from _expected(piece.inside, signs, piece.href)
        elif piece.text:
            yield {"type": "text", "text": piece.text, "signs": signs, "href": href}
        elif piece.is_break:
            yield {"type": "hardBreak"}
        else:
            for node in inline_nodes(piece.markup):
                own, _ = _signs(node)
                yield {**node, "signs": frozenset(own) | (frozenset() if _is_code(node) else signs), "href": href}


def _is_code(node: Node) -> bool:
    return any(mark["type"] == "code" for mark in marks_of(node))


def _signature(nodes: Iterable[Node]) -> Signature:
    """Return what counts when nodes are compared: an address reads as a link to itself, so that one does not count."""
    signature: Signature = []
    for node in nodes:
        if node["type"] != "text":
            attributes = attributes_of(node)
            signature.append((node["type"], attributes.get("id") or attributes.get("url")))
            continue
        own, own_href = _signs(node)
        signs, href = frozenset(node.get("signs", own)), node.get("href", own_href)
        kind = ("text", signs, "" if href.removeprefix("mailto:") == node["text"] else href, _is_code(node))
        if signature and signature[-1][:-1] == kind:
            signature[-1] = (*kind, signature[-1][-1] + node["text"])
        else:
            signature.append((*kind, node["text"]))
    return signature


# From pieces to markup


@dataclass
class _Part:
    """What is written: a piece, or the half of a pair of signs, whose other half stands at `other`."""

    piece: _Piece | None = None
    sign: str = ""
    opens: bool = False
    other: int = -1


def _parts(pieces: Sequence[_Piece]) -> list[_Part]:
    """Put pairs of signs around pieces: the longest run outside; those that overlap end and begin anew."""
    parts: list[_Part] = []
    opened: list[tuple[str, int]] = []
    runs = _runs(pieces)
    for piece, run in zip(pieces, runs, strict=True):
        keep = next((at for at, (sign, _) in enumerate(opened) if sign not in run), len(opened))
        _close(parts, opened, keep)
        new = run.keys() - {sign for sign, _ in opened}
        for sign in sorted(new, key=lambda sign: (run[sign], _NESTING.get(sign, len(SIGNS))), reverse=True):
            opened.append((sign, len(parts)))
            parts.append(_Part(sign=sign, opens=True))
        parts.append(_Part(piece))
    _close(parts, opened, 0)
    return parts


def _runs(pieces: Sequence[_Piece]) -> list[dict[str, int]]:
    """Return for each piece and sign where the run of it ends."""
    runs: list[dict[str, int]] = []
    following: dict[str, int] = {}
    for place in range(len(pieces) - 1, -1, -1):
        following = {sign: following.get(sign, place) for sign in pieces[place].signs}
        runs.append(following)
    return runs[::-1]


def _close(parts: list[_Part], opened: list[tuple[str, int]], keep: int) -> None:
    while len(opened) > keep:
        sign, start = opened.pop()
        parts[start].other = len(parts)
        parts.append(_Part(sign=sign, other=start))


def _written(pieces: Sequence[_Piece], breaks: Breaks, escape: bool, in_link: bool = False) -> str:
    parts = _parts(pieces)
    writer = _Writer(parts, _breaks(parts, breaks), escape, in_link)
    written = [writer.of(place) for place in range(len(parts))]
    braced = {place for place in range(len(parts)) if parts[place].sign and not _fits(parts, written, place)}
    for place, part in enumerate(parts):
        if part.sign and (place in braced or part.other in braced) and len(part.sign) == 1:
            written[place] = f"{{{part.sign}}}"
    return "".join(written)


def _fits(parts: list[_Part], written: list[str], place: int) -> bool:
    """Say whether a sign is read where it stands without braces."""
    before = written[place - 1][-1:] if place else ""
    after = written[place + 1][:1] if place + 1 < len(written) else ""
    part = parts[place]
    if before in ("", "\n") and part.sign == "*" and after == "#":
        return False  # the two would be the marker of an item
    return (may_begin if part.opens else may_end)(part.sign, before, after)


def _breaks(parts: Sequence[_Part], breaks: Breaks) -> dict[int, str]:
    """Write the hard breaks; those in a row in turns, as two line ends would divide paragraphs."""
    written: dict[int, str] = {}
    following, first = breaks.end, -1
    for place in range(len(parts) - 1, -1, -1):
        piece = parts[place].piece
        if piece is None:
            continue
        if not piece.is_break:
            following, first = breaks.within, -1
            continue
        written[place] = following
        following, first = (FORCED if following == "\n" else breaks.beside), place
    if first >= 0 and written[first] == "\n":
        written[first] = f"{breaks.start} " if breaks.start == written.get(first + 1) else breaks.start
    return written


@dataclass
class _Writer:
    """Writes the parts of a line, each with a view of what stands beside it."""

    parts: list[_Part]
    breaks: dict[int, str]
    escape: bool
    in_link: bool
    after_forced: bool = False

    def of(self, place: int) -> str:
        """Return how a part is written; a sign without the braces that it may need."""
        part = self.parts[place]
        if part.piece is None:
            colour = part.sign if part.opens else "color"
            return part.sign if len(part.sign) == 1 else f"{{{colour}}}"
        piece = part.piece
        if piece.inside:
            return f"[{_written(piece.inside, Breaks(), self.escape, in_link=True)}|{piece.href}]"
        if piece.is_break:
            self.after_forced = self.breaks[place].startswith(FORCED)
            return self.breaks[place]
        if piece.markup:
            return piece.markup
        return self._text(piece.text, place)

    def _text(self, text: str, place: int) -> str:
        if self.escape:
            before, after = self._beside(place, -1), self._beside(place, 1)
            written = _escaped(text, before, after, by_number=self.after_forced)
            # A pair of backslashes is no break where a further one follows in the same word.
            self.after_forced = self.after_forced and not any(character.isspace() for character in text)
            return written
        # A macro is never left alone, as its other half may stand in another block.
        text = _MACRO.sub(r"\\\g<0>", text)
        if self.in_link:
            return "".join(f"\\{character}" if character in "[]|" else character for character in text)
        return text

    def _beside(self, place: int, step: int) -> str:
        """Return the character before or behind a part, a line end at the end."""
        place += step
        if not 0 <= place < len(self.parts):
            return "\n"
        part = self.parts[place]
        if part.piece is None:
            return "}" if step < 0 else "{"
        shown = part.piece.text or part.piece.markup or "["
        return shown[-1] if step < 0 else shown[0]


def _escaped(text: str, before: str, after: str, by_number: bool) -> str:
    """Return a text whose characters are read as nothing but themselves; `by_number` without a backslash."""
    starts = _STARTS.match(text) if before.isspace() else None
    starts_at = starts.end() - 1 if starts else -1
    around = f"{before}{text}{after}"
    written = []
    for place, character in enumerate(text):
        if place == starts_at or _means_something(around, place + 1):
            with_backslash = character in ESCAPABLE and not by_number
            written.append(f"\\{character}" if with_backslash else f"&#{ord(character)};")
        else:
            written.append(character)
    return "".join(written)


def _means_something(text: str, place: int) -> bool:
    """Say whether a character could be read as markup."""
    character, before, after = text[place], text[place - 1], text[place + 1]
    if character in SIGNS:
        return may_begin(character, before, after) or may_end(character, before, after)
    if character in ":;(":
        return (place + 2 == len(text) and not after.isspace()) or any(text.startswith(sign, place) for sign in EMOJI)
    return character in "\\{}[]|" or (character == "#" and before == "&")

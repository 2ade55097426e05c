"""The picture of a graph of links: laid out in layers from left to right, and drawn as SVG.

A link leads from the box of its source to that of its destination, to the right wherever no circle forbids it.
The same graph is always drawn alike.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from itertools import pairwise
from typing import TYPE_CHECKING

from jira_linkfake.errors import printable
from jira_linkfake.jira.issue_links.model import IssueLink
from jira_linkfake.jira.issues.model import Issue

if TYPE_CHECKING:
    from jira_linkfake.testing.graph import LinkGraph

COLOURS = 8
"""How many colours tell types of links apart; further ones begin anew."""
_WIDTH, _HEIGHT = 176, 46  # of a box, in pixels
_ROOM, _GAP, _MARGIN = 16, 14, 16  # between boxes of a layer, between ends of links at a box, around all
_LETTER = 6.0  # about the width of a letter of a phrase
_WIDEST = 1500  # parts that do not hang together stand side by side up to here
_MOST_CORNERS = 4000
_SWEEPS = 8
_LONGEST_SUMMARY = 26

STYLE = """
.graph,.linkfake{--line:#d0d5dd;--box:#fff;--ink:#1d2430;--faint:#5b6472;--paper:#fff;
--t0:#c2362f;--t1:#1f6fd0;--t2:#8a4bc4;--t3:#59636f;--t4:#1d7f5a;--t5:#a3600d;--t6:#0e7c86;--t7:#b0337f;
--new:#8993a4;--indeterminate:#1f6fd0;--done:#1d8f5a}
@media (prefers-color-scheme:dark){.graph,.linkfake{
--line:#3c4654;--box:#1d232d;--ink:#e4e8ee;--faint:#9aa5b4;--paper:#14181f;
--t0:#ff7b72;--t1:#6cb0ff;--t2:#cb9bff;--t3:#a6b0bd;--t4:#5ed1a0;--t5:#e9a94e;--t6:#57c7d0;--t7:#f290c6;
--new:#8993a4;--indeterminate:#6cb0ff;--done:#5ed1a0}}
.graph{font:12px system-ui,sans-serif}
.graph .paper{fill:var(--paper)}
.graph .box{fill:var(--box);stroke:var(--line)}
.graph .key{fill:var(--ink);font-weight:600}
.graph .summary,.graph .status{fill:var(--faint);font-size:11px}
.graph .line{fill:none;stroke:currentColor;stroke-width:1.6}
.graph .head{fill:currentColor}
.graph .phrase{fill:currentColor;font-size:11px;paint-order:stroke;stroke:var(--paper);stroke-width:4px;
stroke-linejoin:round}
.graph .new{fill:var(--new)}.graph .indeterminate{fill:var(--indeterminate)}.graph .done{fill:var(--done)}
.t0{color:var(--t0)}.t1{color:var(--t1)}.t2{color:var(--t2)}.t3{color:var(--t3)}
.t4{color:var(--t4)}.t5{color:var(--t5)}.t6{color:var(--t6)}.t7{color:var(--t7)}
"""
"""How the parts of a graph look, in light and dark; the page around one has its colours too."""


@dataclass(kw_only=True, slots=True, eq=False)
class _Spot:
    """An issue's box, or a corner of a long link where it passes a layer; `y` is its middle."""

    issue: Issue | None = None
    layer: int = 0
    height: float = 0.0
    y: float = 0.0
    before: list[_Spot] = field(default_factory=list)
    behind: list[_Spot] = field(default_factory=list)


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class _Line:
    """A link as it is drawn, from left to right; one that is `turned` has its source at the right."""

    link: IssueLink
    spots: list[_Spot]
    turned: bool


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class _Part:
    """Issues that hang together, laid out: `columns` are where layers begin."""

    spots: list[_Spot]
    lines: list[_Line]
    columns: list[float]
    width: float
    height: float


def svg_of(
    graph: LinkGraph,
    *,
    address: Callable[[Issue], str] | None = None,
    chosen: Issue | None = None,
    own_style: bool = True,
    colours: Mapping[str, str] | None = None,
) -> str:
    """Return a graph as SVG.

    With `address` each box leads there, but that of the `chosen` issue is marked. Without `own_style` it looks as the
    page around it has it. `colours` are the classes of the types of links, by their ids.
    """
    parts = [_laid_out(issues, links) for issues, links in _hanging_together(graph)]
    places, width, height = _places(parts)
    left_out = "".join(
        f'<text class="summary" x="{_MARGIN}" y="{height + 4:g}">{escape(line)}</text>' for line in graph.left_out
    )
    height += 20 if left_out else 0
    colours = colours or colours_of(graph.links)
    drawn = "".join(_drawn(part, colours, address, chosen, x, y) for part, (x, y) in zip(parts, places, strict=True))
    style = f"<style>{STYLE}</style>" if own_style else ""
    paper = '<rect class="paper" width="100%" height="100%"/>' if own_style else ""
    size = f'width="{width:g}" height="{height:g}" viewBox="0 0 {width:g} {height:g}"'
    label = f"{len(graph.issues)} issues and {len(graph.links)} links"
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="graph" {size} role="group" aria-label="{label}">'
        f"{style}{paper}{drawn}{left_out}</svg>"
    )


def colours_of(links: Iterable[IssueLink]) -> dict[str, str]:
    """Return the class of each type of links, by its id, that says its colour."""
    ids = sorted({link.type.id for link in links}, key=lambda one: (len(one), one))
    return {one: f"t{number % COLOURS}" for number, one in enumerate(ids)}


def _hanging_together(graph: LinkGraph) -> list[tuple[list[Issue], list[IssueLink]]]:
    """Return the issues that hang together, with their links, in the order of the first of each."""
    root = {issue.id: issue.id for issue in graph.issues}

    def root_of(one: str) -> str:
        while root[one] != one:
            root[one] = root[root[one]]
            one = root[one]
        return one

    for link in graph.links:
        root[root_of(link.destination.id)] = root_of(link.source.id)
    parts: dict[str, tuple[list[Issue], list[IssueLink]]] = {}
    for issue in graph.issues:
        parts.setdefault(root_of(issue.id), ([], []))[0].append(issue)
    for link in graph.links:
        parts[root_of(link.source.id)][1].append(link)
    return list(parts.values())


def _places(parts: Sequence[_Part]) -> tuple[list[tuple[float, float]], float, float]:
    """Return where each part stands, side by side as far as there is room, and the width and height of all."""
    places: list[tuple[float, float]] = []
    widest = max([_WIDEST, *(part.width for part in parts)])
    x, y, tallest, width = 0.0, 0.0, 0.0, 0.0
    for part in parts:
        if x and x + part.width > widest:
            x, y, tallest = 0.0, y + tallest + _ROOM, 0.0
        places.append((x + _MARGIN, y + _MARGIN))
        x += part.width + 3 * _ROOM
        width, tallest = max(width, x - 3 * _ROOM), max(tallest, part.height)
    return places, width + 2 * _MARGIN, y + tallest + 2 * _MARGIN


def _laid_out(issues: Sequence[Issue], links: Sequence[IssueLink]) -> _Part:
    spots = {issue.id: _Spot(issue=issue) for issue in issues}
    turned = _turned(spots, links)
    _put_in_layers(spots, links, turned)
    corners: list[_Spot] = []
    lines = [_line(spots, link, link.id in turned, corners) for link in links]
    for line in lines:
        for left, right in pairwise(line.spots):
            left.behind.append(right)
            right.before.append(left)
    for spot in spots.values():
        spot.height = max(_HEIGHT, (1 + min(max(len(spot.before), len(spot.behind)), 40)) * _GAP)
    layers: list[list[_Spot]] = [[] for _ in range(1 + max(spot.layer for spot in spots.values()))]
    for spot in (*spots.values(), *corners):
        layers[spot.layer].append(spot)
    _put_in_order(layers)
    height = _put_in_rows(layers)
    columns = _columns(layers, lines)
    return _Part(spots=list(spots.values()), lines=lines, columns=columns, width=columns[-1] + _WIDTH, height=height)


def _turned(spots: Mapping[str, _Spot], links: Sequence[IssueLink]) -> set[str]:
    """Return the ids of the links that are to lead to the left, so that the others form no circle."""
    leading: dict[str, list[IssueLink]] = {one: [] for one in spots}
    with_source_alone = dict.fromkeys(spots)
    for link in links:
        leading[link.source.id].append(link)
        with_source_alone.pop(link.destination.id, None)
    turned: set[str] = set()
    done: set[str] = set()
    above: set[str] = set()
    for start in (*with_source_alone, *spots):
        stack = [(start, iter(leading[start]))] if start not in done else []
        done.add(start)
        above.add(start)
        while stack:
            issue_id, following = stack[-1]
            next_link = next(following, None)
            if next_link is None:
                above.discard(issue_id)
                stack.pop()
            elif (other := next_link.destination.id) in above:
                turned.add(next_link.id)
            elif other not in done:
                done.add(other)
                above.add(other)
                stack.append((other, iter(leading[other])))
        above.discard(start)
    return turned


def _put_in_layers(spots: Mapping[str, _Spot], links: Sequence[IssueLink], turned: set[str]) -> None:
    """Give each issue a layer behind those whose links lead to it, and as near to those before it as can be."""
    behind: dict[str, list[str]] = {one: [] for one in spots}
    missing = dict.fromkeys(spots, 0)
    for link in links:
        left, right = _ends(link, link.id in turned)
        behind[left].append(right)
        missing[right] += 1
    order = [one for one in spots if not missing[one]]
    for one in order:  # it grows while it is read
        for other in behind[one]:
            spots[other].layer = max(spots[other].layer, spots[one].layer + 1)
            missing[other] -= 1
            if not missing[other]:
                order.append(other)
    has_before = {right for rights in behind.values() for right in rights}
    for one in reversed(order):
        if behind[one] and one not in has_before:
            spots[one].layer = min(spots[other].layer for other in behind[one]) - 1


def _ends(link: IssueLink, is_turned: bool) -> tuple[str, str]:
    """Return the ids of the issues at the left and the right of a link."""
    ends = link.source.id, link.destination.id
    return ends[::-1] if is_turned else ends


def _line(spots: Mapping[str, _Spot], link: IssueLink, is_turned: bool, corners: list[_Spot]) -> _Line:
    """Return a link's line, with a corner in each layer that it passes, as long as there are not too many."""
    left, right = (spots[one] for one in _ends(link, is_turned))
    passed = range(left.layer + 1, right.layer) if len(corners) < _MOST_CORNERS else ()
    own = [_Spot(layer=layer) for layer in passed]
    corners += own
    return _Line(link=link, spots=[left, *own, right], turned=is_turned)


def _put_in_order(layers: Sequence[list[_Spot]]) -> None:
    """Order the spots of each layer by where their neighbours stand, there and back, so that few lines cross."""
    for number in range(_SWEEPS):
        forth = number % 2 == 0
        for layer, beside in zip(layers[1:], layers, strict=False) if forth else _backwards(layers):
            rank = {id(spot): float(place) for place, spot in enumerate(beside)}
            own = {id(spot): float(place) for place, spot in enumerate(layer)}
            means = {
                id(spot): _mean(
                    [rank[id(one)] for one in (spot.before if forth else spot.behind) if id(one) in rank],
                    own[id(spot)],
                )
                for spot in layer
            }
            layer.sort(key=lambda spot: means[id(spot)])


def _backwards(layers: Sequence[list[_Spot]]) -> Iterator[tuple[list[_Spot], list[_Spot]]]:
    for place in range(len(layers) - 2, -1, -1):
        yield layers[place], layers[place + 1]


def _mean(values: Sequence[float], default: float) -> float:
    return sum(values) / len(values) if values else default


def _put_in_rows(layers: Sequence[list[_Spot]]) -> float:
    """Give each spot its height in the picture, near to its neighbours and in its order; return that of the whole."""
    for layer in layers:
        _spread(layer, [0.0] * len(layer))
    for number in range(_SWEEPS):
        for layer in layers if number % 2 == 0 else reversed(layers):
            _spread(layer, [_mean([one.y for one in (*spot.before, *spot.behind)], spot.y) for spot in layer])
    top = min(spot.y - spot.height / 2 for layer in layers for spot in layer)
    for layer in layers:
        for spot in layer:
            spot.y -= top
    return max(spot.y + spot.height / 2 for layer in layers for spot in layer)


def _spread(layer: Sequence[_Spot], wanted: Sequence[float]) -> None:
    """Put the spots of a layer as near as can be to where they are wanted, in their order and with room between them.

    Those that would overlap form a block around the mean of where they are wanted.
    """
    offsets, offset, last = [], 0.0, None
    for spot in layer:
        offset += 0.0 if last is None else (last.height + spot.height) / 2 + _ROOM
        offsets.append(offset)
        last = spot
    blocks: list[tuple[float, int]] = []  # the sum of a block, and how many are in it
    for place, offset in zip(wanted, offsets, strict=True):
        total, count = place - offset, 1
        while blocks and blocks[-1][0] / blocks[-1][1] >= total / count:
            above, of_above = blocks.pop()
            total, count = total + above, count + of_above
        blocks.append((total, count))
    places = [total / count for total, count in blocks for _ in range(count)]
    for spot, place, offset in zip(layer, places, offsets, strict=True):
        spot.y = place + offset


def _columns(layers: Sequence[list[_Spot]], lines: Sequence[_Line]) -> list[float]:
    """Return where each layer begins: the room between two is as wide as the phrases in it are long."""
    longest, passing = [0] * len(layers), [0] * len(layers)
    for line in lines:
        gap = line.spots[-1].layer - 1 if line.turned else line.spots[0].layer
        longest[gap] = max(longest[gap], len(_shown(line.link.type.outward)))
        passing[gap] += 1
    columns = [0.0]
    for length, count in list(zip(longest, passing, strict=True))[:-1]:
        columns.append(columns[-1] + _WIDTH + 48 + min(count, 40) * 2 + round(length * _LETTER))
    return columns


def _shown(text: str, most: int = _LONGEST_SUMMARY) -> str:
    """Return a text as there is room for it."""
    text = printable(text)
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _drawn(
    part: _Part,
    colours: Mapping[str, str],
    address: Callable[[Issue], str] | None,
    chosen: Issue | None,
    x: float,
    y: float,
) -> str:
    """Return the SVG of a part: its lines, and its boxes over them."""
    ends = _ends_at_boxes(part.lines)
    with_phrases = _with_phrases(part.lines, ends)
    lines = [
        _drawn_line(line, part.columns, ends[number], colours[line.link.type.id], has_phrase=number in with_phrases)
        for number, line in enumerate(part.lines)
    ]
    boxes = [
        _drawn_box(spot, spot.issue, part.columns, address, is_chosen=chosen is not None and spot.issue.id == chosen.id)
        for spot in part.spots
        if spot.issue is not None
    ]
    return f'<g transform="translate({x:g} {y:g})">{"".join(lines)}{"".join(boxes)}</g>'


def _ends_at_boxes(lines: Sequence[_Line]) -> list[tuple[float, float]]:
    """Return where each line ends at the left and at the right: lines are spread evenly over a side of a box."""
    sides: defaultdict[tuple[int, bool], list[tuple[float, int]]] = defaultdict(list)
    boxes: dict[int, _Spot] = {}
    for number, line in enumerate(lines):
        for at_right, box, beside in ((False, line.spots[0], line.spots[1]), (True, line.spots[-1], line.spots[-2])):
            boxes[id(box)] = box
            sides[id(box), at_right].append((beside.y, number))
    ends = [[0.0, 0.0] for _ in lines]
    for (box_id, at_right), side in sides.items():
        box = boxes[box_id]
        for place, (_, number) in enumerate(sorted(side), 1):
            ends[number][at_right] = round(box.y - box.height / 2 + place * box.height / (len(side) + 1), 1)
    return [(left, right) for left, right in ends]


def _with_phrases(lines: Sequence[_Line], ends: Sequence[tuple[float, float]]) -> set[int]:
    """Return which lines have their phrase beside them: all for which there is room below the last one with it."""
    last: dict[tuple[int, str], float] = {}
    chosen = set()
    for number in sorted(range(len(lines)), key=lambda one: ends[one][lines[one].turned]):
        line, y = lines[number], ends[number][lines[number].turned]
        key = id(line.spots[-1 if line.turned else 0]), line.link.type.id
        if y - last.get(key, -_GAP) >= _GAP - 2:
            last[key] = y
            chosen.add(number)
    return chosen


def _drawn_line(
    line: _Line, columns: Sequence[float], ends: tuple[float, float], colour: str, *, has_phrase: bool
) -> str:
    """Return a link as SVG: its phrase where it leaves its source, and a head where it comes to its destination."""
    left, right = columns[line.spots[0].layer] + _WIDTH, columns[line.spots[-1].layer]
    link, phrase = line.link, _shown(line.link.type.outward)
    flat = 13 + len(phrase) * _LETTER
    head = 0 if link.type.is_symmetric else 8
    points = [(left + (head if line.turned else flat), ends[0])]
    for corner in line.spots[1:-1]:
        points += [(columns[corner.layer], corner.y), (columns[corner.layer] + _WIDTH, corner.y)]
    points.append((right - (flat if line.turned else head), ends[1]))
    curves = "" if line.turned else f"M{left:g} {ends[0]:g}h{8 if has_phrase else flat}"
    curves += f"M{points[0][0]:g} {points[0][1]:g}"
    for number, ((x, y), (to_x, to_y)) in enumerate(pairwise(points)):
        middle = (x + to_x) / 2
        curves += f"C{middle:g} {y:g} {middle:g} {to_y:g} {to_x:g} {to_y:g}" if number % 2 == 0 else f"L{to_x:g} {y:g}"
    curves += f"M{right:g} {ends[1]:g}h{-8 if has_phrase else -flat}" if line.turned else ""
    drawn = f'<path class="line" d="{curves}"/>'
    if head:
        tip, at, back = (left, ends[0], head) if line.turned else (right, ends[1], -head)
        drawn += f'<path class="head" d="M{tip:g} {at:g}l{back:g} -4.5v9z"/>'
    if has_phrase:
        x, y, anchor = (right - 10, ends[1], "end") if line.turned else (left + 10, ends[0], "start")
        drawn += f'<text class="phrase" x="{x:g}" y="{y + 3.5:g}" text-anchor="{anchor}">{escape(phrase)}</text>'
    return f'<g class="link {colour}"><title>{escape(printable(str(link)))}</title>{drawn}</g>'


def _drawn_box(
    spot: _Spot,
    issue: Issue,
    columns: Sequence[float],
    address: Callable[[Issue], str] | None,
    *,
    is_chosen: bool,
) -> str:
    """Return an issue as SVG: its key, its status, with a bar of the category's colour, and its summary."""
    x, y, middle = columns[spot.layer], spot.y - spot.height / 2, spot.y
    category = issue.status.category.key
    status = escape(_shown(issue.status.name, max(24 - len(issue.key), 4)))
    drawn = (
        f'<rect class="box" x="{x:g}" y="{y:g}" width="{_WIDTH}" height="{spot.height:g}" rx="5"/>'
        f'<rect class="{escape(category)}" x="{x:g}" y="{y:g}" width="4" height="{spot.height:g}" rx="2"/>'
        f'<text class="key" x="{x + 13:g}" y="{middle - 4:g}">{escape(issue.key)}</text>'
        f'<text class="status" x="{x + _WIDTH - 9:g}" y="{middle - 4:g}" text-anchor="end">{status}</text>'
        f'<text class="summary" x="{x + 13:g}" y="{middle + 13:g}">{escape(_shown(issue.summary))}</text>'
    )
    title = escape(printable(str(issue)))
    if address is None:
        return f'<g class="issue"><title>{title}</title>{drawn}</g>'
    where, current = escape(address(issue)), ' aria-current="true"' if is_chosen else ""
    return (
        f'<a class="issue" id="box-{escape(issue.key)}" href="{where}" aria-label="{title}"{current}>'
        f"<title>{title}</title>{drawn}</a>"
    )

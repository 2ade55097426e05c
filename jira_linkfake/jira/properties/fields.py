"""Properties of issues in JQL: what a test declared as indexed, as an app does; nothing else is ever found."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timezone
from typing import Any, Literal

from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.properties.model import IndexedProperty, PropertyType
from jira_linkfake.jira.reader import number_of
from jira_linkfake.jira.search.clauses import (
    EMPTY,
    EQUAL,
    ORDERED,
    TEXT,
    Asked,
    Clause,
    ClauseKind,
    Condition,
    Texts,
    Values,
    Width,
    named_time,
)
from jira_linkfake.jira.search.finding import Searcher
from jira_linkfake.jira.search.model import Operator, PropertyName, Value
from jira_linkfake.jira.site import Site


class _Nothing(Plain):
    """A clause that no issue meets."""

    def meant(self, searcher: Searcher, clause: str, value: Value) -> Iterable[Any]:
        """Return nothing, whatever is compared."""
        return ()

    def condition(self, searcher: Searcher, asked: Asked) -> Condition:
        """Return what no issue meets."""
        return Condition(meets=lambda _: False, among=tuple, width=Width.NAMED)


def property_clause(site: Site, name: PropertyName) -> Clause:
    """Return the clause of what is at a path in a property of issues."""
    indexed = site.indexed_properties.get((name.key, name.path))
    if indexed is None:
        return _clause((*ORDERED, *TEXT), _Nothing())
    operators, kind = _KINDS[indexed.type]
    return _clause(operators, kind(indexed), takes="moment" if indexed.type == "date" else None)


def _clause(operators: tuple[Operator, ...], kind: ClauseKind, takes: Literal["moment"] | None = None) -> Clause:
    return Clause(names=(), operators=operators, values="", kind=kind, takes=takes)


def _held(searcher: Searcher, issue: Issue, indexed: IndexedProperty) -> list[Any]:
    """Return what an issue has at the path: of a list each element."""
    value = searcher.site.properties.of(issue).get(indexed.key)
    return [one for one in _at(value, indexed.path.split(".")) if one is not None]


def _at(value: Any, path: list[str]) -> Iterator[Any]:
    if isinstance(value, list):
        for one in value:
            yield from _at(one, path)
    elif not path:
        yield value
    elif isinstance(value, dict):
        yield from _at(value.get(path[0]), path[1:])


def _texts(indexed: IndexedProperty) -> ClauseKind:
    return Texts(of=lambda searcher, issue: [one for one in _held(searcher, issue, indexed) if isinstance(one, str)])


def _strings(indexed: IndexedProperty) -> ClauseKind:
    return Values(
        held=lambda searcher, issue: [_as_text(one) for one in _held(searcher, issue, indexed)],
        named=lambda _searcher, _clause, value: [value.text],
    )


def _as_text(value: Any) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _numbers(indexed: IndexedProperty) -> ClauseKind:
    return Values(
        held=lambda searcher, issue: [float(one) for one in _held(searcher, issue, indexed) if _is_number(one)],
        named=lambda _searcher, _clause, value: _number_in(value.text),
    )


def _is_number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _number_in(text: str) -> list[float]:
    number = number_of(text)
    return [] if number is None else [number]


def _dates(indexed: IndexedProperty) -> ClauseKind:
    return Values(
        held=lambda searcher, issue: [
            moment for one in _held(searcher, issue, indexed) for moment in _moment_in(str(one))
        ],
        named=named_time,
    )


def _moment_in(text: str) -> list[datetime]:
    try:
        moment = datetime.fromisoformat(text.replace("Z", "+00:00"))
    except ValueError:
        return []
    return [moment.replace(tzinfo=timezone.utc) if moment.tzinfo is None else moment]


_KINDS: dict[PropertyType, tuple[tuple[Operator, ...], Callable[[IndexedProperty], ClauseKind]]] = {
    "string": (EQUAL, _strings),
    "text": ((*TEXT, *EMPTY), _texts),
    "number": (ORDERED, _numbers),
    "date": (ORDERED, _dates),
}

"""What a query becomes for somebody from whom some of what it names is hidden: ids stand for names and keys."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from jira_linkfake.jira.search.finding import Searcher, called
from jira_linkfake.jira.search.model import (
    Before,
    Comparison,
    FunctionCall,
    Not,
    Operand,
    Query,
    Restriction,
    Several,
    Single,
    Value,
)

_Hide = Callable[[Searcher, Value], str | None]
"""What returns the id that is to stand for a value, or None where the value may stay."""


def _project(searcher: Searcher, value: Value) -> str | None:
    if called(searcher.projects(), value, "key"):
        return None
    hidden = called(searcher.site.projects.values(), value, "key")
    return hidden[0].id if hidden else None


def _issue(searcher: Searcher, value: Value) -> str | None:
    hidden = None if searcher.issue(value.text) is not None else searcher.stored(value.text)
    return None if hidden is None else hidden.id


_OF_FIELDS: Mapping[str, _Hide] = {
    "project": _project,
    **dict.fromkeys(("key", "issuekey", "issue", "id", "parent", "issuelink"), _issue),
}
_OF_FUNCTIONS: Mapping[str, _Hide] = {
    "linkedissues": _issue,
    **dict.fromkeys(
        ("releasedversions", "unreleasedversions", "latestreleasedversion", "earliestunreleasedversion"), _project
    ),
}


def sanitized(searcher: Searcher, query: Query) -> Query:
    """Return a query with the ids of the projects and issues that it names and that the searcher does not see."""
    return query if query.where is None else replace(query, where=_restriction(searcher, query.where))


def _restriction(searcher: Searcher, one: Restriction) -> Restriction:
    if isinstance(one, Not):
        return Not(_restriction(searcher, one.restriction))
    if isinstance(one, (Comparison, Before)):
        return one if one.operand is None else replace(one, operand=_operand(searcher, one.field, one.operand))
    return replace(one, restrictions=tuple(_restriction(searcher, inner) for inner in one.restrictions))


def _operand(searcher: Searcher, field: str, operand: Operand) -> Operand:
    if isinstance(operand, Several):
        return Several(tuple(_single(searcher, field, one) for one in operand.operands))
    return _single(searcher, field, operand)


def _single(searcher: Searcher, field: str, single: Single) -> Single:
    if isinstance(single, Value):
        hide = _OF_FIELDS.get(field.lower())
        hidden = None if hide is None else hide(searcher, single)
        return single if hidden is None else Value(hidden, is_number=True)
    if isinstance(single, FunctionCall) and single.name.lower() in _OF_FUNCTIONS:
        hide = _OF_FUNCTIONS[single.name.lower()]
        return replace(single, arguments=tuple(hide(searcher, Value(one)) or one for one in single.arguments))
    return single

"""What a query becomes for somebody from whom some of what it names is hidden: ids stand for names and keys.

What is hidden from the administrator who asks as well stays as it is, as if it were not there (chosen).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import NamedTuple

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

_Hide = Callable[["Searchers", Value], str | None]
"""What returns the id that is to stand for a value, or None where the value may stay."""


class Searchers(NamedTuple):
    """The user for whom a query is, and the administrator who asks."""

    user: Searcher
    administrator: Searcher


def _project(searchers: Searchers, value: Value) -> str | None:
    if called(searchers.user.projects(), value, "key"):
        return None
    hidden = called(searchers.administrator.projects(), value, "key")
    return hidden[0].id if hidden else None


def _issue(searchers: Searchers, value: Value) -> str | None:
    if searchers.user.issue(value.text) is not None:
        return None
    hidden = searchers.administrator.issue(value.text)
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


def sanitized(searchers: Searchers, query: Query) -> Query:
    """Return a query with the ids of the projects and issues that it names and that the user does not see."""
    return query if query.where is None else replace(query, where=_restriction(searchers, query.where))


def _restriction(searchers: Searchers, one: Restriction) -> Restriction:
    if isinstance(one, Not):
        return Not(_restriction(searchers, one.restriction))
    if isinstance(one, (Comparison, Before)):
        return one if one.operand is None else replace(one, operand=_operand(searchers, one.field, one.operand))
    return replace(one, restrictions=tuple(_restriction(searchers, inner) for inner in one.restrictions))


def _operand(searchers: Searchers, field: str, operand: Operand) -> Operand:
    if isinstance(operand, Several):
        return Several(tuple(_single(searchers, field, one) for one in operand.operands))
    return _single(searchers, field, operand)


def _single(searchers: Searchers, field: str, single: Single) -> Single:
    if isinstance(single, Value):
        hide = _OF_FIELDS.get(field.lower())
        hidden = None if hide is None else hide(searchers, single)
        return single if hidden is None else Value(hidden, is_number=True)
    if isinstance(single, FunctionCall) and single.name.lower() in _OF_FUNCTIONS:
        hide = _OF_FUNCTIONS[single.name.lower()]
        return replace(single, arguments=tuple(hide(searchers, Value(one)) or one for one in single.arguments))
    return single

"""From what a query says to the issues that it finds, in order; all that is wrong with it is told at once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import Any

from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.model import Caller
from jira_linkfake.jira.refusal import Refusal, Refused, attempt
from jira_linkfake.jira.search.clauses import Asked
from jira_linkfake.jira.search.condition import Condition, anywhere, every, some
from jira_linkfake.jira.search.fields import FIELDS_BY_NAME, SORTS, Field, SortKey, field_of
from jira_linkfake.jira.search.functions import Function, function_of
from jira_linkfake.jira.search.model import (
    NEGATIONS,
    And,
    Call,
    Clause,
    Comparison,
    Empty,
    Not,
    Operator,
    Query,
    Several,
    Single,
    Sort,
    shown,
)
from jira_linkfake.jira.search.parser import parse
from jira_linkfake.jira.search.real_names import REAL_FIELDS
from jira_linkfake.jira.search.refusals import (
    EmptyMissing,
    EmptyUnsupported,
    FunctionNoDate,
    FunctionUnfit,
    JqlMeaningRefusal,
    JqlNotServed,
    ListMissing,
    ListUnsupported,
    OperatorUnsupported,
    QueryUnbounded,
    SortsTooMany,
    SortUnsupported,
)
from jira_linkfake.jira.search.scope import Scope
from jira_linkfake.jira.site import Site

_LISTS = ("in", "not in")


_ABOUT_EMPTY: tuple[Operator, ...] = ("is", "is not")


_WITH_EMPTY = ("=", "!=", "~", "!~", *_ABOUT_EMPTY)


def condition_of(scope: Scope, clause: Clause | None, *, negated: bool = False) -> Condition:
    """Return what a clause asks of an issue, None nothing; raises `Refused` with all that is wrong with it.

    NOT goes down to the comparisons, so that, as Jira has it, an issue without a value meets neither a comparison nor
    its opposite (measured on Data Center, September 2026).
    """
    if clause is None:
        return anywhere(scope.site, lambda _: True)
    if isinstance(clause, Not):
        return condition_of(scope, clause.clause, negated=not negated)
    if isinstance(clause, Comparison):
        return _compared(scope, clause, negated=negated)
    problems: list[Refusal] = []
    attempts = [attempt(problems, partial(condition_of, scope, one, negated=negated)) for one in clause.clauses]
    conditions = [condition for condition in attempts if condition is not None]
    if problems:
        raise refused_for(problems)
    return every(conditions) if isinstance(clause, And) is not negated else some(conditions)


def refused_for(problems: Iterable[Refusal]) -> Refused:
    """Return what is raised for problems, each once; where one is that something is not served, for that alone."""
    listed = list(dict.fromkeys(problems))
    return Refused(*([problem for problem in listed if isinstance(problem, JqlNotServed)] or listed))


def _compared(scope: Scope, comparison: Comparison, *, negated: bool) -> Condition:
    field = field_of(scope, comparison.field)
    _require_fit(field, comparison)
    operand = comparison.operand
    singles = operand.operands if isinstance(operand, Several) else (operand,)
    problems: list[Refusal] = []
    meant = [attempt(problems, partial(_tokens, scope, field, comparison.field, single)) for single in singles]
    if problems:
        raise refused_for(problems)
    tokens = [token for some_tokens in meant for token in some_tokens or ()]
    operator = NEGATIONS[comparison.operator] if negated else comparison.operator
    asked = Asked(operator=operator, tokens=tokens, empty=Empty() in singles)
    return field.kind.condition(scope, asked)


def _require_fit(field: Field, comparison: Comparison) -> None:
    """Raise `Refused` where the operator does not take the operand, or the field does not have the operator."""
    name, operator, operand = comparison.field, comparison.operator, comparison.operand
    is_list = isinstance(operand, Several) or (isinstance(operand, Call) and function_of(operand).is_list)
    is_empty = isinstance(operand, Empty)
    if operator in _LISTS and not is_list:
        raise Refused(ListMissing(operator=operator, operand=shown(operand), field=name))
    if operator not in _LISTS and is_list:
        raise Refused(ListUnsupported(operator=operator, operand=shown(operand), field=name))
    if operator not in field.operators:
        raise Refused(OperatorUnsupported(operator=operator, field=name))
    if operator in _ABOUT_EMPTY and not is_empty:
        raise Refused(EmptyMissing(operator=operator, operand=shown(operand), field=name))
    if is_empty and not (operator in _WITH_EMPTY and _ABOUT_EMPTY[0] in field.operators):
        raise Refused(EmptyUnsupported(field=name))


def _tokens(scope: Scope, field: Field, name: str, single: Single) -> Iterable[Any]:
    if isinstance(single, Empty):
        return ()
    if not isinstance(single, Call):
        return field.kind.meant(scope, name, single)
    function = function_of(single)
    _require_gives(field, name, single, function)
    return function.values(scope, single)


def _require_gives(field: Field, name: str, call: Call, function: Function) -> None:
    if function.gives == field.takes:
        return
    unfit = FunctionNoDate if field.takes == "moment" else FunctionUnfit
    raise Refused(unfit(function=call.name, field=name))


def sort_keys(sorts: Iterable[Sort]) -> list[tuple[SortKey, bool]]:
    """Return what to order by, each with whether downwards; raises `Refused` for what issues cannot be ordered by."""
    keys: list[tuple[SortKey, bool]] = []
    problems: list[Refusal] = []
    for sort in sorts:
        name = sort.field.lower()
        if name in SORTS:
            keys.append((SORTS[name], sort.descending))
        elif name in REAL_FIELDS or name in FIELDS_BY_NAME:
            problems.append(JqlNotServed(what=f"ORDER BY {sort.field}"))
        else:
            problems.append(SortUnsupported(field=sort.field))
    if problems:
        raise refused_for(problems)
    return keys


def found(scope: Scope, condition: Condition) -> list[Issue]:
    """Return the issues that meet a condition and that the caller may see, the newest first."""
    issues = (scope.site.issues[issue_id] for issue_id in sorted(set(condition.among()), reverse=True))
    return [issue for issue in issues if scope.sees(issue) and condition.meets(issue)]


def in_order(scope: Scope, issues: list[Issue], keys: Iterable[tuple[SortKey, bool]]) -> list[Issue]:
    """Return issues in order; upwards those without a value come last, and those alike stay as they were (chosen)."""
    for key, descending in reversed(list(keys)):
        issues = sorted(issues, key=partial(_place, scope, key), reverse=descending)
    return issues


def _place(scope: Scope, key: SortKey, issue: Issue) -> tuple[bool, Any]:
    value = key(scope, issue)
    return value is None, 0 if value is None else value


_MOST_SORTS = 7


def search(site: Site, caller: Caller, jql: str) -> list[Issue]:
    """Return the issues that a query finds and that the caller may see, in order.

    Raises `Refused` with all that is wrong with the query, and for one that restricts nothing. An anonymous caller is
    told of mistakes in reading alone: what he names and does not see finds nothing, and orders nothing (recorded).
    """
    query = parse(jql)
    if query.where is None:
        raise Refused(QueryUnbounded())
    if len(query.order) > _MOST_SORTS:
        raise Refused(SortsTooMany(count=len(query.order)))
    scope = Scope(site, caller)
    if caller is not None:
        return _found(scope, query)
    try:
        return _found(scope, replace(query, order=tuple(filter(_can_order, query.order))))
    except Refused as refused:
        if all(isinstance(refusal, JqlMeaningRefusal) for refusal in refused.refusals):
            return []
        raise


def search_all(site: Site, caller: Caller, jql: str) -> list[Issue]:
    """Return the issues that a query finds, as the search of version 2 does: without a restriction, too."""
    return _found(Scope(site, caller), parse(jql))


def seen_issues(site: Site, caller: Caller, ids_and_keys: Iterable[str]) -> list[Issue]:
    """Return the issues of these ids and keys that the caller may see, each once, in this order."""
    scope = Scope(site, caller)
    issues = {issue.id: issue for issue in map(scope.issue, ids_and_keys) if issue is not None}
    return list(issues.values())


def _can_order(sort: Sort) -> bool:
    problems: list[Refusal] = []
    attempt(problems, lambda: sort_keys([sort]))
    return not any(isinstance(problem, SortUnsupported) for problem in problems)


def _found(scope: Scope, query: Query) -> list[Issue]:
    """Return what a query finds; raises `Refused` with all that is wrong with it."""
    problems: list[Refusal] = []
    condition = attempt(problems, lambda: condition_of(scope, query.where))
    keys = attempt(problems, lambda: sort_keys(query.order))
    if condition is None or keys is None:
        raise refused_for(problems)
    return in_order(scope, found(scope, condition), keys)

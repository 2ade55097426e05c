"""Finding issues by JQL."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from jira_linkfake.site.attempts import attempt
from jira_linkfake.site.jql.evaluation import condition_of, found, in_order, refused_for, sort_keys
from jira_linkfake.site.jql.parser import parse
from jira_linkfake.site.jql.scope import Scope
from jira_linkfake.site.jql.syntax import Query, Sort
from jira_linkfake.site.model import Caller, Issue
from jira_linkfake.site.refusals import Refusal, Refused
from jira_linkfake.site.refusals.jql import JqlMeaningRefusal, QueryUnbounded, SortsTooMany, SortUnsupported
from jira_linkfake.site.store import Site

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

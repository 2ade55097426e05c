"""From what a query says to the issues that it finds, in order; all that is wrong with it is told at once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from jira_linkfake.jira.boards.fields import SOFTWARE_FIELDS
from jira_linkfake.jira.fields.registry import FIELDS
from jira_linkfake.jira.filters.finding import filters_seen
from jira_linkfake.jira.filters.model import Filter
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.model import Caller
from jira_linkfake.jira.ranks.finding import rank_of
from jira_linkfake.jira.refusal import Refusal, Refused, attempt
from jira_linkfake.jira.search.clauses import (
    ALIKE,
    Asked,
    Clause,
    Condition,
    SortKey,
    Texts,
    Values,
    Width,
    anywhere,
    every,
    some,
    time_clause,
)
from jira_linkfake.jira.search.custom import custom_clauses, texts_in
from jira_linkfake.jira.search.finding import Searcher, called, named_user, unseen
from jira_linkfake.jira.search.functions import Function, function_of
from jira_linkfake.jira.search.model import (
    NEGATIONS,
    And,
    Before,
    Comparison,
    Empty,
    FunctionCall,
    Not,
    Operand,
    Operator,
    Query,
    Restriction,
    Several,
    Single,
    Sort,
    Value,
    names_in,
    shown,
)
from jira_linkfake.jira.search.parser import parse
from jira_linkfake.jira.search.past import Past, When, condition_of_past
from jira_linkfake.jira.search.refusals import (
    EmptyMissing,
    EmptyUnsupported,
    FieldUnknown,
    FilterCircular,
    FunctionNoDate,
    FunctionUnfit,
    JqlMeaningRefusal,
    JqlNotServed,
    ListMissing,
    ListUnsupported,
    OperatorUnsupported,
    PredicateUnsupported,
    QueryUnbounded,
    SortsTooMany,
    SortUnsupported,
)
from jira_linkfake.jira.site import Site


def texts_of(searcher: Searcher, issue: Issue) -> list[str]:
    """Return every text of an issue that the caller may read."""
    kinds = (clause.kind for field in FIELDS for clause in field.clauses)
    told = [text for kind in kinds if isinstance(kind, Texts) and kind.in_text for text in kind.of(searcher, issue)]
    return [*told, *texts_in(searcher.site, issue)] if issue.custom_fields else told


class Filtered(Values):
    """The clause of filters: an issue has as its values those of the filters asked for whose queries find it."""

    def condition(self, searcher: Searcher, asked: Asked) -> Condition:
        """Return what is asked of an issue: that one of the filters finds it, or that none does."""
        conditions = [condition_of_filter(searcher, searcher.site.filters[one]) for one in asked.tokens]
        finding = some(conditions)
        if asked.operator in ("=", "in"):
            return finding
        return anywhere(searcher.site, lambda issue: not finding.meets(issue))


def named_filter(searcher: Searcher, clause: str, value: Value) -> list[str]:
    """Return the ids of the filters of a name or an id that the caller sees."""
    found = called(filters_seen(searcher.site, searcher.caller), value, "name")
    if not found:
        hidden = called(searcher.site.filters.values(), value, "name")
        raise unseen(searcher, clause, value, hidden_by="shared with others alone" if hidden else None)
    if any(one.id in searcher.within for one in found):
        raise Refused(FilterCircular(value=value.text, field=clause))
    return [one.id for one in found]


def condition_of_filter(searcher: Searcher, one: Filter) -> Condition:
    """Return what a filter's query asks of an issue; what it names and the caller does not see finds nothing (chosen).

    Its order counts for nothing within another query.
    """
    inner = Searcher(searcher.site, searcher.caller, (*searcher.within, one.id))
    where = parse(one.jql).where
    try:
        return anywhere(searcher.site, lambda _: True) if where is None else condition_of(inner, where)
    except Refused as refused:
        if all(_is_of_sight(refusal) for refusal in refused.refusals):
            return Condition(meets=lambda _: False, among=tuple, width=Width.NAMED)
        raise


def _is_of_sight(refusal: Refusal) -> bool:
    return isinstance(refusal, JqlMeaningRefusal) and not isinstance(refusal, FilterCircular)


CLAUSES = (
    *(clause for field in FIELDS for clause in field.clauses),
    *(clause for field in SOFTWARE_FIELDS for clause in field.clauses),
    Clause(
        names=("filter", "request", "savedfilter", "searchrequest"),
        operators=ALIKE,
        values="name or id of a filter; an issue that its query finds has it",
        kind=Filtered(held=lambda *_: (), named=named_filter),
    ),
    Clause(
        names=("text",),
        operators=("~",),
        values="text of summary, description, environment or comments",
        kind=Texts(of=texts_of),
    ),
)
"""The clauses that are served: those of the fields, and the one that finds a text in any of them."""

_BY_NAME = {name.lower(): clause for clause in CLAUSES for name in clause.names}

_SORTS: dict[str, SortKey] = {
    **{name: clause.sort for name, clause in _BY_NAME.items() if clause.sort is not None},
    "rank": lambda searcher, issue: rank_of(searcher.site, issue),
}
"""What issues can be ordered by, by the clause's name in lower case."""

REAL_CLAUSES = names_in("""
approvals, approver, category, change gating type, change-gating-type,
creator, customer request type, development, due, duedate, environment, epic link, epic name, epic status, filter,
flagged, goals, hierarchylevel, lastviewed, level, organization, organizations,
parent link, parentepic, parentproject, projecttype, rank, request, request
channel type, request language, request-channel-type, request-last-activity-time, resolution, resolutiondate,
resolved, savedfilter, searchrequest, security, sentiment, sprint, start date, statuscategorychangeddate, story point
estimate, story points, target end, target start, team, textfields, time to first response, time to resolution
""")
"""Names of fields in Jira Cloud's JQL, in lower case, besides those of the fields that were served first.

They are those of Atlassian's pages about JQL fields, with Jira Software's and Jira Service Management's. What has no
clause here is not served, and is answered by name and never with everything."""


def clauses_of(searcher: Searcher, name: str) -> list[Clause]:
    """Return the clauses of this name, of which custom fields may share one.

    Raises `Refused` where there is none, or none that is served.
    """
    clause = _BY_NAME.get(_own_name(searcher.site, name))
    if clause is not None and (clause.while_on is None or getattr(searcher.site.options, clause.while_on)):
        return [clause]
    custom = custom_clauses(searcher.site, name)
    if custom:
        return custom
    if _is_real(searcher.site, name):
        raise Refused(JqlNotServed(what=f"the field {name!r} in JQL"))
    raise Refused(FieldUnknown(field=name))


def _clauses_for(searcher: Searcher, comparison: Comparison) -> list[Clause]:
    """Return the clauses of a comparison's field, or of the property of issues that it names."""
    if comparison.of_property is None:
        return clauses_of(searcher, comparison.field)
    from jira_linkfake.jira.properties.fields import property_clause  # once somebody searches for one

    return [property_clause(searcher.site, comparison.of_property)]


def _own_name(site: Site, name: str) -> str:
    """Return a name in lower case; a field of Jira Software has its own by its number too, as in `cf[10020]`."""
    lowered = name.lower()
    numbers = {f"cf[{site.fields[one].custom_id}]": role for role, one in site.software_fields.items()}
    return numbers.get(lowered, lowered)


def _is_real(site: Site, name: str) -> bool:
    """Say whether Jira would have a field of this name, be it one that issues of the site were given by its id."""
    names = (clause for field in site.fields.values() if field.custom_type is None for clause in field.clauses)
    return _own_name(site, name) in REAL_CLAUSES or name.lower() in map(str.lower, names)


def clauses_not_served() -> list[str]:
    """Return the names of fields in Jira's JQL that have no clause, in alphabetical order."""
    return sorted(REAL_CLAUSES - _BY_NAME.keys())


_LISTS = ("in", "not in")
_ABOUT_EMPTY: tuple[Operator, ...] = ("is", "is not")
_WITH_EMPTY = ("=", "!=", "~", "!~", *_ABOUT_EMPTY)


def condition_of(searcher: Searcher, restriction: Restriction, *, negated: bool = False) -> Condition:
    """Return what a restriction asks of an issue; raises `Refused` with all that is wrong with it.

    NOT goes down to the comparisons, so that, as Jira has it, an issue without a value meets neither a comparison nor
    its opposite (measured on Data Center, September 2026).
    """
    if isinstance(restriction, Not):
        return condition_of(searcher, restriction.restriction, negated=not negated)
    if isinstance(restriction, Comparison):
        return _compared(searcher, restriction, negated=negated)
    if isinstance(restriction, Before):
        return _past(searcher, restriction, negated=negated)
    problems: list[Refusal] = []
    attempts = [
        attempt(problems, partial(condition_of, searcher, one, negated=negated)) for one in restriction.restrictions
    ]
    conditions = [condition for condition in attempts if condition is not None]
    if problems:
        raise refused_for(problems)
    return every(conditions) if isinstance(restriction, And) is not negated else some(conditions)


def refused_for(problems: Iterable[Refusal]) -> Refused:
    """Return what is raised for problems, each once; where one is that something is not served, for that alone."""
    listed = list(dict.fromkeys(problems))
    return Refused(*([problem for problem in listed if isinstance(problem, JqlNotServed)] or listed))


def _compared(searcher: Searcher, comparison: Comparison, *, negated: bool) -> Condition:
    """Return what a comparison asks of an issue: of several fields of one name, what one of them that fits asks."""
    problems: list[Refusal] = []
    attempts = [
        attempt(problems, partial(_compared_by, clause, searcher, comparison, negated=negated))
        for clause in _clauses_for(searcher, comparison)
    ]
    conditions = [one for one in attempts if one is not None]
    if not conditions:
        raise refused_for(problems)
    return some(conditions)


def _compared_by(clause: Clause, searcher: Searcher, comparison: Comparison, *, negated: bool) -> Condition:
    _require_fit(clause, comparison)
    singles = _singles(comparison.operand)
    problems: list[Refusal] = []
    meant = [attempt(problems, partial(_tokens, searcher, clause, comparison.field, single)) for single in singles]
    if problems:
        raise refused_for(problems)
    tokens = [token for some_tokens in meant for token in some_tokens or ()]
    operator = NEGATIONS[comparison.operator] if negated else comparison.operator
    asked = Asked(operator=operator, tokens=tokens, empty=Empty() in singles)
    return clause.kind.condition(searcher, asked)


def _past(searcher: Searcher, before: Before, *, negated: bool) -> Condition:
    """Return what is asked of the past of a field; all that is wrong with it is told at once."""
    clause = clauses_of(searcher, before.field)[0]
    kind = clause.kind
    if not isinstance(kind, Values) or kind.past is None:
        raise Refused(OperatorUnsupported(operator=before.operator, field=before.field))
    _require_list(before)
    problems: list[Refusal] = []
    told = partial(_told, searcher, clause, kind, before.field)
    had = attempt(problems, partial(told, before.operand))
    wanted = {
        name: attempt(problems, partial(told, operand))
        for name, operand in ((one.name, one.operand) for one in before.predicates)
        if name in ("from", "to") and before.operand is None
    }
    when = attempt(problems, partial(_when, searcher, before))
    if problems or when is None:
        raise refused_for(problems)
    past = Past(
        field=kind.past,
        when=when,
        had=had or frozenset(),
        is_change=before.operand is None,
        source=wanted.get("from"),
        target=wanted.get("to"),
    )
    held = kind.held
    return condition_of_past(
        searcher, past, lambda issue: held(searcher, issue), negated=negated is not ("not" in before.operator.split())
    )


def _require_list(before: Before) -> None:
    """Raise `Refused` where WAS IN is given one value, or WAS several."""
    operand, is_in = before.operand, before.operator.endswith(" in")
    if operand is None:
        return
    is_list = _is_list(operand)
    if is_in and not is_list:
        raise Refused(ListMissing(operator=before.operator, operand=shown(operand), field=before.field))
    if is_list and not is_in:
        raise Refused(ListUnsupported(operator=before.operator, operand=shown(operand), field=before.field))


def _is_list(operand: Operand) -> bool:
    return isinstance(operand, Several) or (isinstance(operand, FunctionCall) and function_of(operand).is_list)


def _singles(operand: Operand | None) -> tuple[Single, ...]:
    if operand is None:
        return ()
    return operand.operands if isinstance(operand, Several) else (operand,)


def _told(
    searcher: Searcher, clause: Clause, kind: Values, name: str, operand: Operand | None
) -> frozenset[str | None]:
    """Return the values of an operand as history tells them, None for EMPTY."""
    singles = _singles(operand)
    told = {kind.as_told(token) for single in singles for token in _tokens(searcher, clause, name, single)}
    return frozenset(told | {None} if Empty() in singles else told)


_TIME = time_clause(("date",), lambda issue: issue.created)
_BY = Clause(names=("by",), operators=(), values="", kind=Values(held=lambda *_: (), named=named_user), takes="user")


def _when(searcher: Searcher, before: Before) -> When:
    """Return the time that the predicates ask for, which is in that of each, and by whom."""
    when = When()
    for predicate in before.predicates:
        name, singles = predicate.name, _singles(predicate.operand)
        if name in ("from", "to") and before.operand is None:
            continue
        takes = 2 if name == "during" else 1
        if name in ("from", "to") or Empty() in singles or (name != "by" and len(singles) != takes):
            raise Refused(PredicateUnsupported(operator=before.operator, predicate=name))
        clause = _BY if name == "by" else _TIME
        tokens = [token for single in singles for token in _tokens(searcher, clause, before.field, single)]
        when = when.by_only(tokens) if name == "by" else when.at(name, tokens)
    return when


def _require_fit(clause: Clause, comparison: Comparison) -> None:
    """Raise `Refused` where the operator does not take the operand, or the clause does not have the operator."""
    name, operator, operand = comparison.field, comparison.operator, comparison.operand
    is_list = _is_list(operand)
    is_empty = isinstance(operand, Empty)
    if operator in _LISTS and not is_list:
        raise Refused(ListMissing(operator=operator, operand=shown(operand), field=name))
    if operator not in _LISTS and is_list:
        raise Refused(ListUnsupported(operator=operator, operand=shown(operand), field=name))
    if operator not in clause.operators:
        raise Refused(OperatorUnsupported(operator=operator, field=name))
    if operator in _ABOUT_EMPTY and not is_empty:
        raise Refused(EmptyMissing(operator=operator, operand=shown(operand), field=name))
    if is_empty and not (operator in _WITH_EMPTY and "is" in clause.operators):
        raise Refused(EmptyUnsupported(field=name))


def _tokens(searcher: Searcher, clause: Clause, name: str, single: Single) -> Iterable[Any]:
    if isinstance(single, Empty):
        return ()
    if not isinstance(single, FunctionCall):
        return clause.kind.meant(searcher, name, single)
    function = function_of(single)
    _require_gives(clause, name, single, function)
    return function.values(searcher, single)


def _require_gives(clause: Clause, name: str, call: FunctionCall, function: Function) -> None:
    if function.gives == clause.takes:
        return
    unfit = FunctionNoDate if clause.takes == "moment" else FunctionUnfit
    raise Refused(unfit(function=call.name, field=name))


def sort_keys(site: Site, sorts: Iterable[Sort]) -> list[tuple[SortKey, bool]]:
    """Return what to order by, each with whether downwards; raises `Refused` for what issues cannot be ordered by."""
    keys: list[tuple[SortKey, bool]] = []
    problems: list[Refusal] = []
    for sort in sorts:
        name = _own_name(site, sort.field)
        custom = (one.sort for one in (() if name in _BY_NAME else custom_clauses(site, sort.field)))
        key = _SORTS.get(name) or next((one for one in custom if one is not None), None)
        if key is not None:
            keys.append((key, sort.descending))
        elif name in _BY_NAME or _is_real(site, name):
            problems.append(JqlNotServed(what=f"ORDER BY {sort.field}"))
        else:
            problems.append(SortUnsupported(field=sort.field))
    if problems:
        raise refused_for(problems)
    return keys


def found(searcher: Searcher, condition: Condition) -> list[Issue]:
    """Return the issues that meet a condition and that the caller may see, none of which is archived, newest first."""
    site, remembered = searcher.site, searcher.site.search_remembers
    ids = {*condition.among(), *remembered} - site.search_misses
    issues = (remembered.get(issue_id) or site.issues[issue_id] for issue_id in sorted(ids, key=int, reverse=True))
    return [one for one in issues if searcher.has(one) and searcher.sees(one) and condition.meets(one)]


def in_order(searcher: Searcher, issues: list[Issue], keys: Iterable[tuple[SortKey, bool]]) -> list[Issue]:
    """Return issues in order; upwards those without a value come last, and those alike stay as they were (chosen)."""
    for key, descending in reversed(list(keys)):
        issues = sorted(issues, key=partial(_place, searcher, key), reverse=descending)
    return issues


def _place(searcher: Searcher, key: SortKey, issue: Issue) -> tuple[bool, Any]:
    value = key(searcher, issue)
    return value is None, 0 if value is None else value


_MOST_SORTS = 7


def search(site: Site, caller: Caller, jql: str) -> list[Issue]:
    """Return the issues that a query finds and that the caller may see, in order.

    Raises `Refused` with all that is wrong with the query, and for one that restricts nothing.
    """
    return searched(site, caller, jql)[0]


def searched(site: Site, caller: Caller, jql: str) -> tuple[list[Issue], Refused | None]:
    """Return what a query finds as `search` does, and why it finds nothing where Jira does not say so.

    An anonymous caller is told of mistakes in reading alone: what he names and does not see finds nothing, and orders
    nothing (recorded). Nor is anybody told that there is no such field, where nothing else is wrong (live suite).
    """
    query = parse(jql)
    if query.where is None:
        raise Refused(QueryUnbounded())
    if len(query.order) > _MOST_SORTS:
        raise Refused(SortsTooMany(count=len(query.order)))
    searcher = Searcher(site, caller)
    untold: type[Refusal] = FieldUnknown
    order = query.order
    if caller is None:
        untold, order = JqlMeaningRefusal, tuple(one for one in order if _can_order(site, one))
    try:
        return _found(searcher, query.where, order), None
    except Refused as refused:
        if all(isinstance(refusal, untold) for refusal in refused.refusals):
            return [], refused
        raise


def seen_issues(site: Site, caller: Caller, ids_and_keys: Iterable[str]) -> list[Issue]:
    """Return the issues of these ids and keys that the caller may see, each once, in this order."""
    searcher = Searcher(site, caller)
    issues = {issue.id: issue for issue in map(searcher.issue, ids_and_keys) if issue is not None}
    return list(issues.values())


def matching(site: Site, caller: Caller, jql: str, issues: Iterable[Issue]) -> list[Issue]:
    """Return those of the seen issues that a query finds; raises `Refused` with all that is wrong with it."""
    query, searcher = parse(jql), Searcher(site, caller)
    there = [issue for issue in issues if searcher.has(issue)]
    if query.where is None:
        return there
    condition = condition_of(searcher, query.where)
    return [issue for issue in there if condition.meets(issue)]


def wrong_with(site: Site, caller: Caller, query: Query, within: tuple[str, ...] = ()) -> list[Refusal]:
    """Return all that is wrong with a query that was read; raises `Refused` for what is not served.

    One that is to be a filter's is `within` that filter.
    """
    problems: list[Refusal] = []
    if query.where is not None:
        where = query.where
        attempt(problems, lambda: condition_of(Searcher(site, caller, within), where))
    attempt(problems, lambda: sort_keys(site, query.order))
    not_served = [one for one in problems if isinstance(one, JqlNotServed)]
    if not_served:
        raise Refused(*not_served)
    return problems


def require_right(site: Site, caller: Caller, jql: str, within: tuple[str, ...] = ()) -> None:
    """Raise `Refused` with all that is wrong with a query that is to be kept; an empty one finds everything."""
    problems = wrong_with(site, caller, parse(jql), within)
    if problems:
        raise Refused(*problems)


def _can_order(site: Site, sort: Sort) -> bool:
    problems: list[Refusal] = []
    attempt(problems, lambda: sort_keys(site, [sort]))
    return not any(isinstance(problem, SortUnsupported) for problem in problems)


def _found(searcher: Searcher, where: Restriction, order: Sequence[Sort]) -> list[Issue]:
    """Return what a query finds; raises `Refused` with all that is wrong with it."""
    problems: list[Refusal] = []
    condition = attempt(problems, lambda: condition_of(searcher, where))
    keys = attempt(problems, lambda: sort_keys(searcher.site, order))
    if condition is None or keys is None:
        raise refused_for(problems)
    return in_order(searcher, found(searcher, condition), keys)

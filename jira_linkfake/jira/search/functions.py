"""The functions of JQL that are served."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal

from jira_linkfake.jira.issue_links.direction import phrase_from
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.search.dates import Unit, boundary
from jira_linkfake.jira.search.model import Call
from jira_linkfake.jira.search.real_names import REAL_FUNCTIONS
from jira_linkfake.jira.search.refusals import (
    ArgumentsTooMany,
    ArgumentsUnexpected,
    DurationInvalid,
    FunctionUnknown,
    JqlNotServed,
    LinkedIssueMissing,
    LinkedIssuesDisabled,
    LinkedIssueUnseen,
    LinkPhraseUnknown,
)
from jira_linkfake.jira.search.scope import Scope

Gives = Literal["issues", "user", "moment"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Function:
    """A function: how it is called, what it gives, whether that is a list, and how it is found.

    `values` returns the ids of issues, the account ids of users, or times.
    """

    usage: str
    gives: Gives
    is_list: bool
    meaning: str
    values: Callable[[Scope, Call], list[Any]]


def function_of(call: Call) -> Function:
    """Return the function that is called; raises `Refused` where there is none, or none that is served."""
    name = call.name.lower()
    if name in FUNCTIONS:
        return FUNCTIONS[name]
    if name in REAL_FUNCTIONS:
        raise Refused(JqlNotServed(what=f"the function {call.name}() in JQL"))
    raise Refused(FunctionUnknown(function=call.shown))


def _linked_issues(scope: Scope, call: Call) -> list[int]:
    """Return the issues that an issue reads one of the phrases towards; any phrase, where there is none.

    Only phrases count, in whatever case, and not the names of types (functional tests of Jira Server 6).
    """
    if not scope.site.options.linking_enabled:
        raise Refused(LinkedIssuesDisabled())
    if not call.arguments:
        raise Refused(LinkedIssueMissing())
    named = call.arguments[0]
    issue = scope.issue(named)
    if issue is None:
        raise Refused(LinkedIssueUnseen(value=named, caller=scope.caller, hidden_by=scope.why_unseen(named)))
    phrases = {phrase.casefold() for phrase in call.arguments[1:]}
    _require_phrases(scope, call.arguments[1:])
    return list(dict.fromkeys(_others(scope, issue, phrases)))


def _require_phrases(scope: Scope, phrases: tuple[str, ...]) -> None:
    types = scope.site.link_types.values()
    known = {phrase.casefold() for one in types for phrase in (one.inward, one.outward)}
    unknown = [phrase for phrase in phrases if phrase.casefold() not in known]
    if unknown:
        raise Refused(*(LinkPhraseUnknown(phrase=phrase) for phrase in unknown))


def _others(scope: Scope, issue: Issue, phrases: set[str]) -> list[int]:
    return [
        other.id
        for link, source, other in scope.links(issue)
        if not phrases or phrase_from(link.type, source=source).casefold() in phrases
    ]


def _current_user(scope: Scope, call: Call) -> list[str]:
    _require_no_arguments(call)
    return [] if scope.caller is None else [scope.caller.account_id]


def _now(scope: Scope, call: Call) -> list[datetime]:
    _require_no_arguments(call)
    return [scope.site.clock.now]


def _require_no_arguments(call: Call) -> None:
    if call.arguments:
        raise Refused(ArgumentsUnexpected(function=call.name, received=len(call.arguments)))


def _boundary(unit: Unit, *, end: bool) -> Function:
    name = f"{'end' if end else 'start'}Of{unit}"

    def values(scope: Scope, call: Call) -> list[datetime]:
        if len(call.arguments) > 1:
            raise Refused(ArgumentsTooMany(function=call.name, received=len(call.arguments)))
        step = call.arguments[0] if call.arguments else "0"
        time = boundary(unit, end=end, step=step.strip(), now=scope.site.clock.now)
        if time is None:
            raise Refused(DurationInvalid(function=call.name))
        return [time]

    return Function(
        usage=f"{name}([step])",
        gives="moment",
        is_list=False,
        meaning=f"where the {unit.lower()} {'ends' if end else 'begins'}, moved by a step such as `-1` or `-1M`",
        values=values,
    )


_UNITS: tuple[Unit, ...] = ("Day", "Week", "Month", "Year")


FUNCTIONS: dict[str, Function] = {
    "linkedissues": Function(
        usage="linkedIssues(issue[, phrase ...])",
        gives="issues",
        is_list=True,
        meaning="the issues that the issue is linked to; with phrases, those that it reads one of them towards",
        values=_linked_issues,
    ),
    "currentuser": Function(
        usage="currentUser()",
        gives="user",
        is_list=False,
        meaning="the caller; nobody, for an anonymous one",
        values=_current_user,
    ),
    "now": Function(usage="now()", gives="moment", is_list=False, meaning="the site's time", values=_now),
    **{
        f"{'end' if end else 'start'}of{unit.lower()}": _boundary(unit, end=end)
        for unit in _UNITS
        for end in (False, True)
    },
}
"""The functions that are served, by their names in lower case."""

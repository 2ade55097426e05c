"""The times that JQL writes, and the functions of JQL that are served.

A time is a date, a span from now, or where a day, week, month or year begins or ends. Everything is in the site's own
zone, UTC. A week begins on Sunday (chosen: Jira asks the site's settings).
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, Literal

from jira_linkfake.jira.issue_links.model import phrase_from
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.model import User, UsersOfIssues
from jira_linkfake.jira.projects.model import Project
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.search.finding import Searcher, parts_seen
from jira_linkfake.jira.search.model import FunctionCall, names_in
from jira_linkfake.jira.search.refusals import (
    ArgumentNeeded,
    ArgumentsTooMany,
    ArgumentsUnexpected,
    DurationInvalid,
    FunctionUnknown,
    GroupUnresolved,
    JqlNotServed,
    LinkedIssueMissing,
    LinkedIssuesDisabled,
    LinkedIssueUnseen,
    LinkPhraseUnknown,
    ProjectUnresolved,
)
from jira_linkfake.jira.site import Site
from jira_linkfake.jira.versions.model import Version
from jira_linkfake.jira.workflow.finding import types_seen

if TYPE_CHECKING:
    from jira_linkfake.jira.search.clauses import Gives

Unit = Literal["Day", "Week", "Month", "Year"]
_DATE = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?: +(\d{1,2}):(\d{2}))?", re.ASCII)
_SPAN = re.compile(r"(\d{1,6})\s*([wdhm])[a-z]*", re.ASCII)
_SPANS = re.compile(r"([-+]?)\s*((?:\d{1,6}\s*(?:w|weeks?|d|days?|h|hours?|m|minutes?)\s*)+)", re.ASCII)
_STEP = re.compile(r"([-+]?\d{1,6})([yMwdhm]?)", re.ASCII)

_LENGTHS = {
    "w": timedelta(weeks=1),
    "d": timedelta(days=1),
    "h": timedelta(hours=1),
    "m": timedelta(minutes=1),
}

_UNITS_OF_STEP: dict[Unit, str] = {"Day": "d", "Week": "w", "Month": "M", "Year": "y"}
_MONTHS = {"M": 1, "y": 12}
_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
_INSTANT = timedelta(milliseconds=1)


def moment(text: str, now: datetime) -> datetime | None:
    """Return the time that a text means, or None where it means none."""
    try:
        return _by_date(text.strip()) or _by_span(text.strip(), now)
    except (ValueError, OverflowError):
        return None


def moment_of_number(milliseconds: int) -> datetime | None:
    """Return the time so many milliseconds after the epoch, or None where no calendar has it."""
    try:
        return _EPOCH + timedelta(milliseconds=milliseconds)
    except OverflowError:
        return None


def _by_date(text: str) -> datetime | None:
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    year, month, day, hour, minute = (int(part or 0) for part in match.groups())
    return datetime(year, month, day, hour, minute, tzinfo=timezone.utc)


def _by_span(text: str, now: datetime) -> datetime | None:
    match = _SPANS.fullmatch(text)
    if match is None:
        return None
    span = sum((int(count) * _LENGTHS[unit] for count, unit in _SPAN.findall(match[2])), timedelta())
    return now - span if match[1] == "-" else now + span


def boundary(unit: Unit, *, end: bool, step: str, now: datetime) -> datetime | None:
    """Return where the day, week, month or year of now begins or ends, moved by a step such as `-1` or `-1M`.

    Returns None where the step is none.
    """
    match = _STEP.fullmatch(step)
    if match is None:
        return None
    try:
        start = _start(unit, _moved(now, int(match[1]), match[2] or _UNITS_OF_STEP[unit]))
        return _moved(start, 1, _UNITS_OF_STEP[unit]) - _INSTANT if end else start
    except (ValueError, OverflowError):
        return None


def _moved(time: datetime, count: int, unit: str) -> datetime:
    if unit not in _MONTHS:
        return time + count * _LENGTHS[unit]
    months = time.year * 12 + time.month - 1 + count * _MONTHS[unit]
    first = time.replace(year=months // 12, month=months % 12 + 1, day=1)
    return first + timedelta(days=min(time.day, _days_of_month(first)) - 1)


def _days_of_month(first: datetime) -> int:
    return ((first + timedelta(days=31)).replace(day=1) - first).days


def _start(unit: Unit, time: datetime) -> datetime:
    day = time.replace(hour=0, minute=0, second=0, microsecond=0)
    if unit == "Week":
        return day - timedelta(days=day.isoweekday() % 7)
    if unit == "Month":
        return day.replace(day=1)
    return day.replace(month=1, day=1) if unit == "Year" else day


@dataclass(frozen=True, kw_only=True, slots=True)
class Function:
    """A function: how it is called, what it gives, whether that is a list, and how it is found.

    `values` returns the ids of issues, the account ids of users, or times.
    """

    usage: str
    gives: Gives
    is_list: bool
    meaning: str
    values: Callable[[Searcher, FunctionCall], list[Any]]


def function_of(call: FunctionCall) -> Function:
    """Return the function that is called; raises `Refused` where there is none, or none that is served."""
    name = call.name.lower()
    if name in FUNCTIONS:
        return FUNCTIONS[name]
    if name in REAL_FUNCTIONS:
        raise Refused(JqlNotServed(what=f"the function {call.name}() in JQL"))
    raise Refused(FunctionUnknown(function=call.shown))


def _linked_issues(searcher: Searcher, call: FunctionCall) -> list[str]:
    """Return the issues that an issue reads one of the phrases towards; any phrase, where there is none.

    Only phrases count, in whatever case, and not the names of types (functional tests of Jira Server 6).
    """
    if not searcher.site.options.linking_enabled:
        raise Refused(LinkedIssuesDisabled())
    if not call.arguments:
        raise Refused(LinkedIssueMissing())
    named = call.arguments[0]
    issue = searcher.issue(named)
    if issue is None:
        raise Refused(LinkedIssueUnseen(value=named, caller=searcher.caller, hidden_by=searcher.why_unseen(named)))
    phrases = {phrase.casefold() for phrase in call.arguments[1:]}
    _require_phrases(searcher, call.arguments[1:])
    return list(dict.fromkeys(_others(searcher, issue, phrases)))


def _require_phrases(searcher: Searcher, phrases: tuple[str, ...]) -> None:
    types = searcher.site.link_types.values()
    known = {phrase.casefold() for one in types for phrase in (one.inward, one.outward)}
    unknown = [phrase for phrase in phrases if phrase.casefold() not in known]
    if unknown:
        raise Refused(*(LinkPhraseUnknown(phrase=phrase) for phrase in unknown))


def _others(searcher: Searcher, issue: Issue, phrases: set[str]) -> list[str]:
    return [
        other.id
        for link, source, other in searcher.links(issue)
        if not phrases or phrase_from(link.type, source=source).casefold() in phrases
    ]


def _versions(*, released: bool) -> Callable[[Searcher, FunctionCall], list[str]]:
    def values(searcher: Searcher, call: FunctionCall) -> list[str]:
        projects = [_project(searcher, call, named) for named in call.arguments] or searcher.projects()
        return [one.id for project in projects for one in _versions_of(searcher, project, released=released)]

    return values


def _one_version(*, released: bool) -> Callable[[Searcher, FunctionCall], list[str]]:
    def values(searcher: Searcher, call: FunctionCall) -> list[str]:
        if len(call.arguments) != 1:
            raise Refused(ArgumentNeeded(function=call.name, received=len(call.arguments)))
        versions = _versions_of(searcher, _project(searcher, call, call.arguments[0]), released=released)
        return [one.id for one in (versions[-1:] if released else versions[:1])]

    return values


def _project(searcher: Searcher, call: FunctionCall, named: str) -> Project:
    wanted = named.casefold()
    for project in searcher.projects():
        if wanted in (project.key.casefold(), project.name.casefold(), project.id):
            return project
    raise Refused(ProjectUnresolved(function=call.name, value=named))


def _versions_of(searcher: Searcher, project: Project, *, released: bool) -> list[Version]:
    """Return a project's versions, released ones or the others, in their order; archived ones are neither (chosen)."""
    versions = searcher.site.versions.of_project(project.key)
    return [one for one in versions if one.released == released and not one.archived]


def _components_led(searcher: Searcher, call: FunctionCall) -> list[str]:
    leads = _leads(searcher, call)
    return [one.id for one in parts_seen(searcher, searcher.site.components) if leads(one.lead)]


def _projects_led(searcher: Searcher, call: FunctionCall) -> list[str]:
    leads = _leads(searcher, call)
    return [one.key for one in searcher.projects() if leads(one.lead)]


def _leads(searcher: Searcher, call: FunctionCall) -> Callable[[User | None], bool]:
    """Return what says of somebody who leads something whether a function asks for them: the caller, if for nobody."""
    if len(call.arguments) > 1:
        raise Refused(ArgumentsTooMany(function=call.name, received=len(call.arguments)))
    caller = searcher.caller and searcher.caller.account_id
    named = call.arguments[0].casefold() if call.arguments else caller
    return lambda lead: (
        lead is not None
        and named
        in (
            lead.account_id,
            lead.email.casefold(),
            lead.name.casefold(),
        )
    )


def _types(*, subtask: bool) -> Callable[[Searcher, FunctionCall], list[str]]:
    def values(searcher: Searcher, call: FunctionCall) -> list[str]:
        _require_no_arguments(call)
        return [one.id for one in types_seen(searcher.site, searcher.caller) if one.subtask == subtask]

    return values


def _current_user(searcher: Searcher, call: FunctionCall) -> list[str]:
    _require_no_arguments(call)
    return [] if searcher.caller is None else [searcher.caller.account_id]


def _members_of(searcher: Searcher, call: FunctionCall) -> list[str]:
    if len(call.arguments) != 1:
        raise Refused(ArgumentNeeded(function=call.name, received=len(call.arguments)))
    people, wanted = searcher.site.people, call.arguments[0].casefold()
    found = [group for group in people.groups.values() if wanted in (group.name.casefold(), group.id)]
    if not found:
        raise Refused(GroupUnresolved(function=call.name, value=call.arguments[0]))
    return [user.account_id for user in people.members_of(found[0])]


def _sprints(state: str) -> Callable[[Searcher, FunctionCall], list[str]]:
    def values(searcher: Searcher, call: FunctionCall) -> list[str]:
        _require_no_arguments(call)
        return [one.id for one in searcher.site.sprints.values() if one.state == state]

    return values


def _issues_of_caller(users_of: Callable[[Site], UsersOfIssues]) -> Callable[[Searcher, FunctionCall], list[str]]:
    """Return what finds the issues to which the caller has come, such as those that they watch."""

    def values(searcher: Searcher, call: FunctionCall) -> list[str]:
        _require_no_arguments(call)
        users = users_of(searcher.site)
        return [issue_id for issue_id in searcher.site.issues if searcher.caller in users.of(issue_id)]

    return values


def _now(searcher: Searcher, call: FunctionCall) -> list[datetime]:
    _require_no_arguments(call)
    return [searcher.site.clock.now]


def _require_no_arguments(call: FunctionCall) -> None:
    if call.arguments:
        raise Refused(ArgumentsUnexpected(function=call.name, received=len(call.arguments)))


def _boundary(unit: Unit, *, end: bool) -> Function:
    name = f"{'end' if end else 'start'}Of{unit}"

    def values(searcher: Searcher, call: FunctionCall) -> list[datetime]:
        if len(call.arguments) > 1:
            raise Refused(ArgumentsTooMany(function=call.name, received=len(call.arguments)))
        step = call.arguments[0] if call.arguments else "0"
        time = boundary(unit, end=end, step=step.strip(), now=searcher.site.clock.now)
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
    "membersof": Function(
        usage="membersOf(group)",
        gives="user",
        is_list=True,
        meaning="the users in the group",
        values=_members_of,
    ),
    **{
        f"{name}versions": Function(
            usage=f"{name}Versions([project ...])",
            gives="versions",
            is_list=True,
            meaning=f"the {name} versions of the projects, of all that the caller may browse where none is named",
            values=_versions(released=name == "released"),
        )
        for name in ("released", "unreleased")
    },
    "latestreleasedversion": Function(
        usage="latestReleasedVersion(project)",
        gives="versions",
        is_list=False,
        meaning="the released version of the project that stands last",
        values=_one_version(released=True),
    ),
    "earliestunreleasedversion": Function(
        usage="earliestUnreleasedVersion(project)",
        gives="versions",
        is_list=False,
        meaning="the unreleased version of the project that stands first",
        values=_one_version(released=False),
    ),
    "componentsleadbyuser": Function(
        usage="componentsLeadByUser([user])",
        gives="components",
        is_list=True,
        meaning="the components that a user leads, the caller where none is named",
        values=_components_led,
    ),
    "projectsleadbyuser": Function(
        usage="projectsLeadByUser([user])",
        gives="projects",
        is_list=True,
        meaning="the projects that a user leads, the caller where none is named",
        values=_projects_led,
    ),
    "standardissuetypes": Function(
        usage="standardIssueTypes()",
        gives="issuetypes",
        is_list=True,
        meaning="the types of issues that are no sub-tasks",
        values=_types(subtask=False),
    ),
    "subtaskissuetypes": Function(
        usage="subtaskIssueTypes()",
        gives="issuetypes",
        is_list=True,
        meaning="the types of sub-tasks",
        values=_types(subtask=True),
    ),
    **{
        f"{word}sprints": Function(
            usage=f"{word}Sprints()",
            gives="sprints",
            is_list=True,
            meaning=f"the {state} sprints",
            values=_sprints(state),
        )
        for word, state in (("open", "active"), ("closed", "closed"), ("future", "future"))
    },
    "watchedissues": Function(
        usage="watchedIssues()",
        gives="issues",
        is_list=True,
        meaning="the issues that the caller watches",
        values=_issues_of_caller(lambda site: site.watchers),
    ),
    "votedissues": Function(
        usage="votedIssues()",
        gives="issues",
        is_list=True,
        meaning="the issues on which the caller has voted",
        values=_issues_of_caller(lambda site: site.voters),
    ),
    "now": Function(usage="now()", gives="moment", is_list=False, meaning="the site's time", values=_now),
    **{
        f"{'end' if end else 'start'}of{unit.lower()}": _boundary(unit, end=end)
        for unit in _UNITS
        for end in (False, True)
    },
}
"""The functions that are served, by their names in lower case."""

REAL_FUNCTIONS = names_in("""
approved, approver, breached, cascadeoption, choiceoption, completed,
currentlogin, customerdetail, elapsed, entitlementdetail, entitlementproduct, everbreached,
issuehistory, issueswithremotelinksbyglobalid, lastlogin, myapproval,
mypending, organizationdetail, organizationmembers, parentepic, paused, pending, pendingapprovalby,
pendingby, portfoliochildissuesof, projectswhereuserhaspermission, projectswhereuserhasrole,
remaining, running, updatedby, withincalendarhours
""")
"""Functions of Jira that are not served."""

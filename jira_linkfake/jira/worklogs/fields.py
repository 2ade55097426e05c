"""Worklogs and estimates as fields of issues."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from jira_linkfake.jira.fields.field import Draft, Editing, Field, FieldUpdate, FixedField, PlannedWork
from jira_linkfake.jira.fields.refusals import NotObject
from jira_linkfake.jira.history.model import Change
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.fields import users_clause
from jira_linkfake.jira.permissions.model import WORK_ON_ISSUES
from jira_linkfake.jira.permissions.sight import may_see
from jira_linkfake.jira.reader import Json, Reader
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.rich_text import words
from jira_linkfake.jira.search.clauses import (
    ORDERED,
    TEXT,
    TIMES,
    Clause,
    Texts,
    Values,
    named_count,
    named_span,
    named_time,
)
from jira_linkfake.jira.search.finding import Searcher
from jira_linkfake.jira.site import Site
from jira_linkfake.jira.worklogs.as_json import worklog_json
from jira_linkfake.jira.worklogs.finding import visible_worklogs
from jira_linkfake.jira.worklogs.model import Worklog, seconds_in, span_of
from jira_linkfake.jira.worklogs.refusals import EstimateInvalid
from jira_linkfake.jira.worklogs.rules import Work, check_work, seconds_change

_ON = "time_tracking_enabled"
_SHOWN = 20
"""How many worklogs an issue shows of itself."""

SecondsOf = Callable[[Site, Issue], int | None]


def _seen(searcher: Searcher, issue: Issue) -> list[Worklog]:
    return visible_worklogs(searcher.site, searcher.caller, issue)


def _day(time: datetime) -> datetime:
    return time.replace(hour=0, minute=0, second=0, microsecond=0)


def _comments(searcher: Searcher, issue: Issue) -> list[str]:
    return [words(one.comment, one.document) for one in _seen(searcher, issue) if one.comment]


class _Tracked(Field):
    """What there is while time is tracked."""

    def is_there(self, reader: Reader, issue: Issue) -> bool:
        """Say whether time is tracked at all."""
        return reader.site.options.time_tracking_enabled

    def why_not_on_screen(self, editing: Editing) -> str | None:
        """Return that no screen has the field while time is not tracked."""
        if not editing.site.options.time_tracking_enabled:
            return "time tracking is switched off"
        return super().why_not_on_screen(editing)


class WorklogField(_Tracked):
    """The worklogs, of which a request can add some."""

    id = "worklog"
    name = "Log Work"
    type = "array"
    items = "worklog"
    in_bulk = False
    clauses = (
        users_clause(
            ("worklogAuthor",),
            lambda searcher, issue: [one.author for one in _seen(searcher, issue) if one.author],
            while_on=_ON,
        ),
        Clause(
            names=("worklogDate",),
            operators=ORDERED,
            values=f"day on which work was started: {TIMES}",
            kind=Values(
                held=lambda searcher, issue: [_day(one.started) for one in _seen(searcher, issue)],
                named=lambda searcher, clause, value: map(_day, named_time(searcher, clause, value)),
            ),
            takes="moment",
            while_on=_ON,
        ),
        Clause(
            names=("worklogComment",),
            operators=TEXT,
            values="text of a worklog that the caller may read",
            kind=Texts(of=_comments, in_text=False),
            while_on=_ON,
        ),
    )
    navigable = False
    operations = ("add", "edit", "remove")
    not_served = ("edit", "remove")
    permission = WORK_ON_ISSUES

    def as_json(self, reader: Reader, issue: Issue) -> Json:
        """Return the first worklogs that the reader may read."""
        seen = visible_worklogs(reader.site, reader.caller, issue)
        shown = [worklog_json(one, reader) for one in seen[:_SHOWN]]
        return {"startAt": 0, "maxResults": _SHOWN, "total": len(seen), "worklogs": shown}

    def is_empty(self, site: Site, draft: Draft) -> bool:
        """Say whether a request logs no work."""
        return not draft.work

    def applied(self, editing: Editing, draft: Draft, updates: Sequence[FieldUpdate]) -> Draft:
        """Return a draft with work, checked by the rules of all worklogs."""
        planned = []
        for place, update in enumerate(updates):
            self.require_verb(update)
            work = update.value
            if not isinstance(work, Work):
                raise Refused(NotObject(field=self.id))
            visibility = check_work(editing.site, editing.caller, draft.issue, work, before=place)
            planned.append(PlannedWork(work=work, visibility=visibility))
        return replace(draft, work=tuple(planned))


def _spent(site: Site, issue: Issue) -> int | None:
    return site.worklogs.seconds_of(issue)


def _remaining(_: Site, issue: Issue) -> int | None:
    return issue.remaining_estimate


def _original(_: Site, issue: Issue) -> int | None:
    return issue.original_estimate


class TimeTracking(_Tracked):
    """The original and the remaining estimate, which requests set, and the time that was worked."""

    id = "timetracking"
    name = "Time tracking"
    type = "timetracking"
    in_bulk = False
    navigable = False
    operations = ("set", "edit")

    def as_json(self, reader: Reader, issue: Issue) -> Json:
        """Return what there is of estimates and work, for people and in seconds."""
        named = {"originalEstimate": _original, "remainingEstimate": _remaining, "timeSpent": _spent}
        there = {name: value for name, of in named.items() if (value := of(reader.site, issue)) is not None}
        return {
            **{name: span_of(value) for name, value in there.items()},
            **{f"{name}Seconds": value for name, value in there.items()},
        }

    def changed(self, editing: Editing, issue: Issue, update: FieldUpdate) -> Issue:
        """Return an issue with other estimates; an original one is what remains, too, where nothing did before."""
        value = self.object_of(update.value)
        given: dict[str, Any] = {}
        for which in ("original", "remaining"):
            if f"{which}Estimate" in value:
                given[f"{which}_estimate"] = _estimate(which, value[f"{which}Estimate"])
        if issue.remaining_estimate is None and "original_estimate" in given:
            given.setdefault("remaining_estimate", given["original_estimate"])
        return replace(issue, **given)

    def is_empty(self, site: Site, draft: Draft) -> bool:
        """Say whether an issue would have no original estimate, which is what a screen demands."""
        return draft.issue.original_estimate is None

    def changes(self, site: Site, before: Issue, after: Issue) -> Iterator[Change]:
        """Yield what history tells: each estimate by itself."""
        yield from seconds_change("timeoriginalestimate", before.original_estimate, after.original_estimate)
        yield from seconds_change("timeestimate", before.remaining_estimate, after.remaining_estimate)


def _estimate(which: Any, value: object) -> int | None:
    if value is None or value == "":
        return None
    seconds = seconds_in(value) if isinstance(value, str) else None
    if seconds is None:
        raise Refused(EstimateInvalid(which=which, value=value))
    return seconds


class Seconds(_Tracked, FixedField):
    """A number of seconds of an issue, None where there is none; with others, of the issue and its sub-tasks."""

    type = "number"
    orderable = False
    searchable = False

    def __init__(self, field_id: str, name: str, of: SecondsOf, *clauses: str, with_subtasks: bool = False) -> None:
        self.id = field_id
        self.name = name
        self.clause_names = clauses
        self.clauses = (_seconds_clause(clauses, of),) if clauses else ()
        self._of = of
        self._with_subtasks = with_subtasks

    def as_json(self, reader: Reader, issue: Issue) -> int | None:
        """Return the number of seconds."""
        return _sum(self._of(reader.site, one) for one in _parts(reader, issue, self._with_subtasks))


def _parts(reader: Reader, issue: Issue, with_subtasks: bool) -> list[Issue]:
    """Return an issue, with those of its sub-tasks that the reader may see where these count too."""
    subtasks = reader.site.issues.subtasks_of(issue) if with_subtasks else []
    return [issue, *(one for one in subtasks if may_see(reader.site, reader.caller, one))]


def _sum(several: Iterable[int | None]) -> int | None:
    there = [one for one in several if one is not None]
    return sum(there) if there else None


def _seconds_clause(names: tuple[str, ...], of: SecondsOf) -> Clause:
    def held(searcher: Searcher, issue: Issue) -> tuple[int, ...]:
        seconds = of(searcher.site, issue)
        return () if seconds is None else (seconds,)

    return Clause(
        names=names,
        operators=ORDERED,
        values="span of work such as `3h 30m`; a number alone is one of minutes",
        kind=Values(held=held, named=named_span),
        sort=lambda searcher, issue: of(searcher.site, issue),
        while_on=_ON,
    )


def _ratios(site: Site, issue: Issue) -> tuple[int, ...]:
    estimate = issue.original_estimate
    return (100 * (_spent(site, issue) or 0) // estimate,) if estimate else ()


class WorkRatio(_Tracked, FixedField):
    """How much was worked of what was estimated, in percent; -1 where nothing was estimated."""

    id = "workratio"
    name = "Work Ratio"
    type = "number"
    clause_names = ("workratio",)
    clauses = (
        Clause(
            names=clause_names,
            operators=ORDERED,
            values="percentage as a whole number; EMPTY where nothing was estimated",
            kind=Values(held=lambda searcher, issue: _ratios(searcher.site, issue), named=named_count),
            sort=lambda searcher, issue: next(iter(_ratios(searcher.site, issue)), None),
            while_on=_ON,
        ),
    )
    orderable = False

    def as_json(self, reader: Reader, issue: Issue) -> int:
        """Return the percentage."""
        return next(iter(_ratios(reader.site, issue)), -1)


class Progress(_Tracked, FixedField):
    """What was worked, of that and what is to be worked."""

    type = "progress"
    orderable = False

    def __init__(self, field_id: str, name: str, *clauses: str, with_subtasks: bool = False) -> None:
        self.id = field_id
        self.name = name
        self.clause_names = clauses
        self._with_subtasks = with_subtasks

    def as_json(self, reader: Reader, issue: Issue) -> Json:
        """Return seconds, with a percentage where there are any."""
        parts = _parts(reader, issue, self._with_subtasks)
        progress = _sum(_spent(reader.site, one) for one in parts) or 0
        total = progress + (_sum(one.remaining_estimate for one in parts) or 0)
        content: Json = {"progress": progress, "total": total}
        return {**content, "percent": 100 * progress // total} if total else content


TIME_FIELDS = (
    WorklogField(),
    TimeTracking(),
    Seconds("timespent", "Time Spent", _spent, "timespent"),
    Seconds("timeestimate", "Remaining Estimate", _remaining, "remainingEstimate", "timeestimate"),
    Seconds("timeoriginalestimate", "Original estimate", _original, "originalEstimate", "timeoriginalestimate"),
    Seconds("aggregatetimespent", "Σ Time Spent", _spent, with_subtasks=True),
    Seconds("aggregatetimeestimate", "Σ Remaining Estimate", _remaining, with_subtasks=True),
    Seconds("aggregatetimeoriginalestimate", "Σ Original Estimate", _original, with_subtasks=True),
    WorkRatio(),
    Progress("progress", "Progress", "progress"),
    Progress("aggregateprogress", "Σ Progress", with_subtasks=True),
)
"""Jira's fields of work, in its order."""

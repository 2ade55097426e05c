"""Worklogs: logging work, changing, deleting and moving it, and what becomes of the estimate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from types import MappingProxyType
from typing import Any, Literal

from jira_linkfake.jira.comments.model import Visibility
from jira_linkfake.jira.comments.refusals import CommentInvalid
from jira_linkfake.jira.comments.rules import VisibilityRequest, allowed_visibility, wrong_with_length
from jira_linkfake.jira.history.model import Change, HistoryEntry, WorklogAdded, WorklogRemoved, WorklogUpdated
from jira_linkfake.jira.history.rules import record
from jira_linkfake.jira.issues.finding import IssueReference, require_unarchived
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.model import Caller
from jira_linkfake.jira.permissions.model import (
    DELETE_ALL_WORKLOGS,
    DELETE_OWN_WORKLOGS,
    EDIT_ALL_WORKLOGS,
    EDIT_OWN_WORKLOGS,
    WORK_ON_ISSUES,
)
from jira_linkfake.jira.permissions.sight import holds, holds_for
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.properties.rules import require_right, set_properties
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.site import Site
from jira_linkfake.jira.worklogs.finding import read_worklog, require_counted, tracked_issue
from jira_linkfake.jira.worklogs.model import LEAST, Worklog, seconds_in, span_of
from jira_linkfake.jira.worklogs.refusals import (
    AdjustmentUnknown,
    AmountInvalid,
    AmountMissing,
    ManualEditing,
    NewEstimateInvalid,
    NewEstimateMissing,
    NoWorklogChangePermission,
    NoWorklogPermission,
    TimeSpentInvalid,
    WorklogLimitReached,
    WorklogOfRole,
)

MOST_AT_ONCE = 5000
_MOST = 2**31  # seconds


class WorklogRequest(Plain):
    """Work as a request brings it; `comment` is None where it is not a text that Jira can read.

    `time` is a span as text, or a number of seconds. `given` names those of its parts that the request has, since a
    change leaves the others as they are.
    """

    time: str | int | None = None
    started: datetime | None = None
    comment: str | None = ""
    document: Mapping[str, Any] | None = None
    visibility: VisibilityRequest | None = None
    properties: Mapping[str, Any] = MappingProxyType({})
    given: frozenset[str] = frozenset()


class Adjustment(Plain):
    """What is to become of the issue's estimate: `amount` is that of `manual`, as the `parameter` has it."""

    way: str = "auto"
    new: str | None = None
    amount: str | None = None
    parameter: Literal["reduceBy", "increaseBy"] = "reduceBy"

    def applied(self, remaining: int | None, spent: int) -> int | None:
        """Return an estimate after so much more work; raises `Refused` for a way that there is not.

        With `auto`, work that nobody had estimated leaves nothing to be done (seen in issues of Cloud sites).
        """
        if self.way == "leave":
            return remaining
        if self.way == "new":
            return self._new_estimate()
        if self.way == "manual":
            amount = self._amount()
            return max((remaining or 0) + (amount if self.parameter == "increaseBy" else -amount), 0)
        if self.way != "auto":
            raise Refused(AdjustmentUnknown(value=self.way))
        return max((remaining or 0) - spent, 0)

    def _new_estimate(self) -> int:
        if not self.new:
            raise Refused(NewEstimateMissing())
        seconds = seconds_in(self.new)
        if seconds is None:
            raise Refused(NewEstimateInvalid(value=self.new))
        return seconds

    def _amount(self) -> int:
        if not self.amount:
            raise Refused(AmountMissing(parameter=self.parameter))
        seconds = seconds_in(self.amount)
        if seconds is None:
            raise Refused(AmountInvalid(parameter=self.parameter, value=self.amount))
        return seconds


class Work(Plain):
    """Work that a request would log, and what is to become of the issue's estimate then."""

    request: WorklogRequest
    adjustment: Adjustment


def create_worklog(
    site: Site, caller: Caller, reference: IssueReference, request: WorklogRequest, adjustment: Adjustment
) -> Worklog:
    """Log work on the issue that a request names; raises `Refused` where it cannot be logged."""
    issue = tracked_issue(site, caller, reference)
    require_unarchived(issue)
    if not holds(site, caller, WORK_ON_ISSUES, issue.project):
        raise Refused(NoWorklogPermission(issue=issue, caller=caller))
    work = Work(request=request, adjustment=adjustment)
    return add_work(site, caller, issue, work, check_work(site, caller, issue, work))


def check_work(site: Site, caller: Caller, issue: Issue, work: Work, *, before: int = 0) -> Visibility | None:
    """Return to whom a new worklog is restricted; raises `Refused` where the work cannot be logged on the issue.

    `before` is how many worklogs the same request adds before this one.
    """
    request, asked = work.request, work.request.visibility
    visibility = None if asked is None else allowed_visibility(site, caller, asked, issue, None)
    _require_comment(request)
    require_right(request.properties)
    work.adjustment.applied(issue.remaining_estimate, seconds_of_work(request.time))
    if site.worklogs.count_of(issue) + before >= site.options.worklog_limit:
        raise Refused(WorklogLimitReached(issue=issue, limit=site.options.worklog_limit))
    return visibility


def add_work(site: Site, caller: Caller, issue: Issue, work: Work, visibility: Visibility | None) -> Worklog:
    """Log work that was checked, on an issue as it is by now."""
    now = site.issues[issue.id]
    remaining = work.adjustment.applied(now.remaining_estimate, seconds_of_work(work.request.time))
    return put_worklog(site, caller, now, work.request, visibility, remaining)


def put_worklog(
    site: Site,
    author: Caller,
    issue: Issue,
    request: WorklogRequest,
    visibility: Visibility | None,
    remaining: int | None,
) -> Worklog:
    """Store a worklog that was checked, and the estimate that it leaves."""
    now = site.clock.tick()
    worklog = Worklog(
        id=site.new_id("worklog"),
        issue_id=issue.id,
        author=author,
        update_author=author,
        comment=request.comment or None,
        document=request.document if request.comment else None,
        started=request.started or now,
        seconds=seconds_of_work(request.time),
        visibility=visibility,
        created=now,
        updated=now,
    )
    spent = site.worklogs.seconds_of(issue)
    site.worklogs.put(worklog)
    set_properties(site, author, worklog, request.properties)
    entry = _recorded(site, author, issue, spent, remaining, _identified(None, worklog))
    site.events.append(WorklogAdded(issue=site.issues[issue.id], worklog=worklog, entry=entry, caller=author))
    return worklog


def change_worklog(
    site: Site,
    caller: Caller,
    reference: IssueReference,
    worklog_id: str,
    request: WorklogRequest,
    adjustment: Adjustment,
) -> Worklog:
    """Change what a request gives of a worklog; raises `Refused` where the caller may not, or may not do so."""
    issue = tracked_issue(site, caller, reference)
    before = read_worklog(site, caller, issue, worklog_id)
    require_unarchived(issue)
    if not may_edit_worklog(site, caller, issue, before):
        raise Refused(NoWorklogChangePermission(worklog=before, issue=issue, caller=caller, doing="edit"))
    if adjustment.way == "manual":
        raise Refused(ManualEditing())
    changed = _changed(site, caller, issue, before, request)
    more = changed.seconds - before.seconds
    unmoved = adjustment.way == "auto" and not more
    remaining = issue.remaining_estimate if unmoved else adjustment.applied(issue.remaining_estimate, more)
    now = site.clock.tick()
    worklog = replace(changed, update_author=caller, updated=now)
    spent = site.worklogs.seconds_of(issue)
    site.worklogs.put(worklog)
    set_properties(site, caller, worklog, request.properties)
    entry = _recorded(site, caller, issue, spent, remaining, _identified(before, worklog))
    site.events.append(WorklogUpdated(issue=site.issues[issue.id], worklog=worklog, entry=entry, caller=caller))
    return worklog


def may_edit_worklog(site: Site, caller: Caller, issue: Issue, worklog: Worklog) -> bool:
    """Say whether the caller may change a worklog that they read: one's own, or any with the permission for all."""
    own, everybody = EDIT_OWN_WORKLOGS, EDIT_ALL_WORKLOGS
    return holds_for(site, caller, issue.project, worklog.author, own=own, everybody=everybody)


def remove_worklog(
    site: Site, caller: Caller, reference: IssueReference, worklog_id: str, adjustment: Adjustment
) -> None:
    """Delete a worklog; raises `Refused` where the caller may not. With `auto` its time is to be worked again."""
    issue = tracked_issue(site, caller, reference)
    worklog = read_worklog(site, caller, issue, worklog_id)
    require_unarchived(issue)
    may = holds_for(site, caller, issue.project, worklog.author, own=DELETE_OWN_WORKLOGS, everybody=DELETE_ALL_WORKLOGS)
    if not may:
        raise Refused(NoWorklogChangePermission(worklog=worklog, issue=issue, caller=caller, doing="delete"))
    _remove(site, caller, issue, worklog, adjustment.applied(issue.remaining_estimate, -worklog.seconds))


def remove_worklogs(
    site: Site, caller: Caller, reference: IssueReference, worklog_ids: Sequence[str], adjustment: Adjustment
) -> None:
    """Delete several worklogs of an issue, all or none."""
    issue = tracked_issue(site, caller, reference)
    require_unarchived(issue)
    for worklog in _several(site, caller, issue, worklog_ids, adjustment, "delete"):
        now_remaining = site.issues[issue.id].remaining_estimate
        _remove(site, caller, issue, worklog, adjustment.applied(now_remaining, -worklog.seconds))


def move_worklogs(
    site: Site,
    caller: Caller,
    reference: IssueReference,
    to: IssueReference,
    worklog_ids: Sequence[str],
    adjustment: Adjustment,
) -> None:
    """Move several worklogs to another issue, all or none; no history and no webhook tells of it.

    As the reference says, `auto` reduces the estimate of the issue that they leave, and increases the other's.
    """
    source = tracked_issue(site, caller, reference)
    destination = tracked_issue(site, caller, to)
    for issue in (source, destination):
        require_unarchived(issue)
    worklogs = _several(site, caller, source, worklog_ids, adjustment, "move")
    if not holds(site, caller, WORK_ON_ISSUES, destination.project):
        raise Refused(NoWorklogPermission(issue=destination, caller=caller))
    for worklog in worklogs:
        if worklog.visibility is not None and worklog.visibility.type == "role":
            raise Refused(WorklogOfRole(worklog=worklog))
    now = site.clock.tick()
    seconds = sum(one.seconds for one in worklogs)
    for worklog in worklogs:
        site.worklogs.take(worklog)
        site.worklogs.put(replace(worklog, issue_id=destination.id, update_author=caller, updated=now))
    for issue, more in ((source, seconds), (destination, -seconds)):
        last = site.issues[issue.id]
        site.issues.put(
            replace(last, updated=now, remaining_estimate=adjustment.applied(last.remaining_estimate, more))
        )


def seconds_of_work(time: str | int | None) -> int:
    """Return how long somebody worked; raises `Refused` for what is no time, and for less than a minute."""
    seconds = seconds_in(time) if isinstance(time, str) else time
    if seconds is None or not LEAST <= seconds <= _MOST:
        raise Refused(TimeSpentInvalid(value=time))
    return seconds


def seconds_change(field: str, was: int | None, now: int | None) -> Iterator[Change]:
    """Yield what history tells of a number of seconds, if it has changed."""
    if was != now:
        texts = [None if one is None else str(one) for one in (was, now)]
        yield Change(
            field=field, field_id=field, from_id=texts[0], from_text=texts[0], to_id=texts[1], to_text=texts[1]
        )


def _several(
    site: Site,
    caller: Caller,
    issue: Issue,
    worklog_ids: Sequence[str],
    adjustment: Adjustment,
    doing: Literal["delete", "move"],
) -> list[Worklog]:
    """Return the worklogs that are to be deleted or moved at once, which takes the permission for all worklogs."""
    require_counted(worklog_ids, MOST_AT_ONCE)
    if adjustment.way not in ("auto", "leave"):
        raise Refused(AdjustmentUnknown(value=adjustment.way))
    worklogs = [read_worklog(site, caller, issue, one) for one in dict.fromkeys(worklog_ids)]
    if not holds(site, caller, DELETE_ALL_WORKLOGS, issue.project):
        raise Refused(NoWorklogChangePermission(worklog=worklogs[0], issue=issue, caller=caller, doing=doing))
    return worklogs


def _remove(site: Site, caller: Caller, issue: Issue, worklog: Worklog, remaining: int | None) -> None:
    spent = site.worklogs.seconds_of(issue)
    site.worklogs.delete(worklog, site.clock.tick())
    site.properties.drop(worklog)
    entry = _recorded(site, caller, issue, spent, remaining, _identified(worklog, None))
    site.events.append(WorklogRemoved(issue=site.issues[issue.id], worklog=worklog, entry=entry, caller=caller))


def _recorded(
    site: Site, caller: Caller, issue: Issue, spent: int | None, remaining: int | None, told: Sequence[Change]
) -> HistoryEntry:
    """Store an issue with what is to be done now, and write down what has changed since so long was worked on it."""
    last = site.issues[issue.id]
    site.issues.put(replace(last, remaining_estimate=remaining, updated=site.clock.now))
    return record(
        site,
        caller,
        last,
        *seconds_change("timeestimate", last.remaining_estimate, remaining),
        *seconds_change("timespent", spent, site.worklogs.seconds_of(issue)),
        *told,
    )


def _identified(before: Worklog | None, after: Worklog | None) -> list[Change]:
    """Tell which worklog came, changed or went; what one that went had, too.

    These fields stand in histories of Cloud sites; when each is told is chosen.
    """
    ids = [None if one is None else one.id for one in (before, after)]
    told = [Change(field="WorklogId", from_id=ids[0], from_text=ids[0], to_id=ids[1], to_text=ids[1])]
    if before is not None and after is None:
        seconds = str(before.seconds)
        told.append(Change(field="WorklogTimeSpent", from_id=seconds, from_text=span_of(before.seconds)))
    return told


def _changed(site: Site, caller: Caller, issue: Issue, worklog: Worklog, request: WorklogRequest) -> Worklog:
    """Return a worklog with what a request gives of it; raises `Refused` for what is wrong."""
    given: dict[str, Any] = {}
    if "visibility" in request.given:
        asked = request.visibility
        given["visibility"] = None if asked is None else allowed_visibility(site, caller, asked, issue, None)
    if "comment" in request.given:
        _require_comment(request)
        given["comment"] = request.comment or None
        given["document"] = request.document if request.comment else None
    require_right(request.properties)
    if request.time is not None:
        given["seconds"] = seconds_of_work(request.time)
    if request.started is not None:
        given["started"] = request.started
    return replace(worklog, **given)


def _require_comment(request: WorklogRequest) -> None:
    wrong = [CommentInvalid()] if request.comment is None else wrong_with_length(request.comment)
    if wrong:
        raise Refused(*wrong)

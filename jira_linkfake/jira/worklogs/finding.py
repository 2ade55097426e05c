"""Finding worklogs as a caller may read them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from jira_linkfake.jira.issues.finding import IssueReference, find_issue
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.model import Caller
from jira_linkfake.jira.permissions.sight import could_see, is_for, may_see
from jira_linkfake.jira.refusal import IdInvalid, Refused
from jira_linkfake.jira.site import Site, as_id, with_id
from jira_linkfake.jira.worklogs.model import Worklog
from jira_linkfake.jira.worklogs.refusals import (
    TimeTrackingDisabled,
    WorklogIdsMiscounted,
    WorklogUnseen,
)


def tracked_issue(site: Site, caller: Caller, reference: IssueReference) -> Issue:
    """Return the issue whose worklogs are asked for; raises `Refused` for one that the caller does not see."""
    require_tracking(site)
    return find_issue(site, caller, reference)


def require_tracking(site: Site) -> None:
    """Raise `Refused` while time tracking is switched off."""
    if not site.options.time_tracking_enabled:
        raise Refused(TimeTrackingDisabled())


def visible_worklogs(site: Site, caller: Caller, issue: Issue) -> list[Worklog]:
    """Return the worklogs of a seen issue that the caller may read, oldest first."""
    return [one for one in site.worklogs.of(issue) if is_for(site, caller, issue.project, one.visibility)]


def read_worklog(site: Site, caller: Caller, issue: Issue, worklog_id: str) -> Worklog:
    """Return one worklog of a seen issue; raises `Refused` where it does not exist or the caller may not read it."""
    worklog = with_id(site.worklogs, worklog_id)
    if worklog is None or worklog.issue_id != issue.id:
        raise Refused(WorklogUnseen(value=worklog_id, caller=caller))
    if not is_for(site, caller, issue.project, worklog.visibility):
        raise Refused(WorklogUnseen(value=worklog_id, caller=caller, hidden_by=f"it is for the {worklog.visibility}"))
    return worklog


def find_worklog(site: Site, caller: Caller, reference: IssueReference, worklog_id: str) -> tuple[Issue, Worklog]:
    """Return a worklog that the caller may read, with its issue; raises `Refused` for none, and for what is no id."""
    issue = tracked_issue(site, caller, reference)
    if as_id(worklog_id) is None:
        raise Refused(IdInvalid(kind="worklog", value=worklog_id))
    return issue, read_worklog(site, caller, issue, worklog_id)


def worklogs_by_id(site: Site, caller: Caller, worklog_ids: Sequence[str]) -> list[Worklog]:
    """Return those of the worklogs that are there and that the caller may read, each once."""
    require_counted(worklog_ids, _MOST_IDS)
    found = [site.worklogs[one] for one in dict.fromkeys(worklog_ids) if one in site.worklogs]
    return [one for one in found if _is_seen(site, caller, one)]


def changed_since(site: Site, caller: Caller, since: datetime) -> list[tuple[Worklog, datetime]]:
    """Return the worklogs that the caller may read and that were made or changed after a time, oldest change first."""
    changed = [(one, one.updated) for one in site.worklogs.values() if one.updated > since]
    return sorted(((one, at) for one, at in changed if _is_seen(site, caller, one)), key=lambda pair: pair[1])


def deleted_since(site: Site, caller: Caller, since: datetime) -> list[tuple[Worklog, datetime]]:
    """Return the worklogs that were deleted after a time, of issues that the caller can see or could see (chosen)."""
    return [
        (one.worklog, one.time)
        for one in site.worklogs.deleted
        if one.time > since and _could_be_seen(site, caller, one.worklog)
    ]


def require_counted(worklog_ids: Sequence[str], most: int) -> None:
    """Raise `Refused` for no id at all and for too many."""
    if not 1 <= len(worklog_ids) <= most:
        raise Refused(WorklogIdsMiscounted(count=len(worklog_ids), most=most))


_MOST_IDS = 1000


def _is_seen(site: Site, caller: Caller, worklog: Worklog) -> bool:
    issue = site.issues[worklog.issue_id]
    return may_see(site, caller, issue) and is_for(site, caller, issue.project, worklog.visibility)


def _could_be_seen(site: Site, caller: Caller, worklog: Worklog) -> bool:
    issue = site.issues.ever(worklog.issue_id)
    return could_see(site, caller, issue) and is_for(site, caller, issue.project, worklog.visibility)

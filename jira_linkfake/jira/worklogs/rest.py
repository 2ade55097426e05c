"""`issue/{issueIdOrKey}/worklog` and `worklog`: the work on issues, read, logged, changed, deleted and moved."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta, timezone
from typing import Any, Literal

from marshmallow import fields

from jira_linkfake.jira.comments.rest import (
    PropertySchema,
    VisibilitySchema,
    text_and_document,
    visibility_request,
)
from jira_linkfake.jira.evidence import LIVE_SUITE, REFERENCE
from jira_linkfake.jira.issues.finding import IssueReference
from jira_linkfake.jira.reader import Json, milliseconds
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.worklogs import rules
from jira_linkfake.jira.worklogs.as_json import changed_worklog_json, worklog_json
from jira_linkfake.jira.worklogs.finding import (
    changed_since,
    deleted_since,
    read_worklog,
    tracked_issue,
    visible_worklogs,
    worklogs_by_id,
)
from jira_linkfake.jira.worklogs.model import Worklog
from jira_linkfake.jira.worklogs.rules import Adjustment, Work, WorklogRequest
from jira_linkfake.rest.body import Closed, IdNumber, Open, Text, Whole, loaded_from
from jira_linkfake.rest.call import Call, Page
from jira_linkfake.rest.operations import Success, operation
from jira_linkfake.rest.refusals import PayloadInvalid, QueryInvalid


class _Worklog(Open):
    comment = fields.Raw(allow_none=True)
    started = Text()
    time_spent = Text(data_key="timeSpent")
    seconds = Whole("timeSpentSeconds")
    visibility = fields.Nested(VisibilitySchema, allow_none=True)
    properties = fields.List(fields.Nested(PropertySchema), allow_none=True)


class _WorkToAdd(_Worklog):
    """Work that comes with a change of its issue; it has what else the query says of the estimate (chosen)."""

    way = Text(data_key="adjustEstimate")
    new = Text(data_key="newEstimate")
    amount = Text(data_key="reduceBy")


class _WorklogIds(Closed):
    ids = fields.List(IdNumber(allow_none=False), required=True)


class _Move(_WorklogIds):
    to = fields.String(required=True, data_key="issueIdOrKey")


_MAX_RESULTS = 5000
_AT_ONCE = 1000


def work_to_add(content: Any, version: int) -> Work:
    """Return the work that an operation adds to an issue; raises `Refused` for what is none."""
    loaded = loaded_from(_WorkToAdd, content)
    adjustment = Adjustment(way=loaded["way"] or "auto", new=loaded["new"], amount=loaded["amount"])
    return Work(request=_request(loaded, version), adjustment=adjustment)


@operation("getIssueWorklog", Success(200, "a page of the worklogs that the caller may read", REFERENCE))
def list_all(call: Call, issueIdOrKey: str) -> Json:
    """Return a page of an issue's worklogs, oldest first."""
    page = Page.of(call, default=_MAX_RESULTS)
    after, before = _time(call, "startedAfter"), _time(call, "startedBefore")
    issue = tracked_issue(call.site, call.caller, IssueReference.of(issueIdOrKey))
    found = [
        one
        for one in visible_worklogs(call.site, call.caller, issue)
        if (after is None or one.started > after) and (before is None or one.started < before)
    ]
    return {
        "startAt": page.start_at,
        "maxResults": page.max_results,
        "total": len(found),
        "worklogs": [_shown(call, one) for one in page.cut(found)],
    }


@operation("addWorklog", Success(201, "the new worklog", LIVE_SUITE), body=_Worklog)
def create(call: Call, issueIdOrKey: str) -> Json:
    """Log work on an issue."""
    request = _request(call.content, call.version)
    reference = IssueReference.of(issueIdOrKey)
    return _shown(call, rules.create_worklog(call.site, call.caller, reference, request, _adjustment(call, "reduceBy")))


@operation("getWorklog", Success(200, "one worklog", LIVE_SUITE))
def read(call: Call, issueIdOrKey: str, id: str) -> Json:
    """Return one worklog of an issue."""
    issue = tracked_issue(call.site, call.caller, IssueReference.of(issueIdOrKey))
    return _shown(call, read_worklog(call.site, call.caller, issue, id))


@operation("updateWorklog", Success(200, "the changed worklog", LIVE_SUITE), body=_Worklog)
def update(call: Call, issueIdOrKey: str, id: str) -> Json:
    """Change a worklog."""
    request = _request(call.content, call.version)
    reference = IssueReference.of(issueIdOrKey)
    adjustment = _adjustment(call, "reduceBy")
    return _shown(call, rules.change_worklog(call.site, call.caller, reference, id, request, adjustment))


@operation("deleteWorklog", Success(204, "empty", LIVE_SUITE))
def delete(call: Call, issueIdOrKey: str, id: str) -> None:
    """Delete a worklog."""
    reference = IssueReference.of(issueIdOrKey)
    rules.remove_worklog(call.site, call.caller, reference, id, _adjustment(call, "increaseBy"))


@operation("bulkDeleteWorklogs", Success(204, "empty", REFERENCE), body=_WorklogIds)
def delete_several(call: Call, issueIdOrKey: str) -> None:
    """Delete several worklogs of an issue."""
    reference = IssueReference.of(issueIdOrKey)
    rules.remove_worklogs(call.site, call.caller, reference, call.content["ids"], _adjustment(call, "increaseBy"))


@operation("bulkMoveWorklogs", Success(204, "empty", REFERENCE), body=_Move)
def move_several(call: Call, issueIdOrKey: str) -> None:
    """Move several worklogs of an issue to another one."""
    source, destination = IssueReference.of(issueIdOrKey), IssueReference.of(call.content["to"])
    adjustment = _adjustment(call, "increaseBy")
    rules.move_worklogs(call.site, call.caller, source, destination, call.content["ids"], adjustment)


@operation(
    "getWorklogsForIds",
    Success(200, "those of these ids that the caller may read", LIVE_SUITE),
    body=_WorklogIds,
)
def list_by_id(call: Call) -> list[Json]:
    """Return the worklogs of these ids, whatever issue they are on."""
    call.signed_in_user()
    return [_shown(call, one) for one in worklogs_by_id(call.site, call.caller, call.content["ids"])]


@operation(
    "getIdsOfWorklogsModifiedSince", Success(200, "`values`: the worklogs that were made or changed since", LIVE_SUITE)
)
def list_changed(call: Call) -> Json:
    """Return the ids of the worklogs that were made or changed after a time; those of the last minute too."""
    caller = call.signed_in_user()
    since = _since(call)
    return _page_of_changes(call, "updated", since, changed_since(call.site, caller, since))


@operation("getIdsOfWorklogsDeletedSince", Success(200, "`values`: the worklogs that were deleted since", REFERENCE))
def list_deleted(call: Call) -> Json:
    """Return the ids of the worklogs that were deleted after a time; those of the last minute too."""
    caller = call.signed_in_user()
    since = _since(call)
    return _page_of_changes(call, "deleted", since, deleted_since(call.site, caller, since))


def _page_of_changes(call: Call, which: str, since: datetime, changes: Sequence[tuple[Worklog, datetime]]) -> Json:
    shown, expand = changes[:_AT_ONCE], call.expand()
    start = milliseconds(since)
    until = milliseconds(shown[-1][1]) if shown else start
    address = f"{call.api}/worklog/{which}?since="
    is_last = len(shown) == len(changes)
    return {
        "values": [changed_worklog_json(worklog, at, call, expand) for worklog, at in shown],
        "since": start,
        "until": until,
        "self": f"{address}{start}",
        **({} if is_last else {"nextPage": f"{address}{until}"}),
        "lastPage": is_last,
    }


_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
_MILLISECONDS = re.compile(r"\d{1,15}", re.ASCII)


def _since(call: Call) -> datetime:
    return _time(call, "since") or _EPOCH


def _time(call: Call, name: str) -> datetime | None:
    """Return the time that a parameter has in milliseconds since 1970, or None; raises `Refused` for no time."""
    text = call.query.get(name)
    if text is None:
        return None
    try:
        if _MILLISECONDS.fullmatch(text):
            return _EPOCH + timedelta(milliseconds=int(text))
    except OverflowError:
        pass
    raise Refused(QueryInvalid(name=name, value=text))


def _adjustment(call: Call, parameter: Literal["reduceBy", "increaseBy"]) -> Adjustment:
    query = call.query
    return Adjustment(
        way=query.get("adjustEstimate") or "auto",
        new=query.get("newEstimate"),
        amount=query.get(parameter),
        parameter=parameter,
    )


def _request(content: Mapping[str, Any], version: int) -> WorklogRequest:
    """Return the work that a body tells; a number of seconds goes before a span (functional tests of Jira Server 6)."""
    comment, document = text_and_document(content.get("comment"), version, "comment")
    seconds, span = content["seconds"], content["time_spent"]
    return WorklogRequest(
        time=span if seconds is None else seconds,
        started=_started(content["started"]),
        comment=comment,
        document=document,
        visibility=visibility_request(content.get("visibility")),
        properties={one["key"]: one["value"] for one in content.get("properties") or ()},
        given=frozenset(content),
    )


_STARTED = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}[+-]\d{4}", re.ASCII)


def _started(text: str | None) -> datetime | None:
    """Return when work was started, in UTC; raises `Refused` for a text in another form than Jira's."""
    if not text:
        return None
    try:
        if _STARTED.fullmatch(text):
            return datetime.strptime(text, "%Y-%m-%dT%H:%M:%S.%f%z").astimezone(timezone.utc)
    except (ValueError, OverflowError):
        pass
    raise Refused(PayloadInvalid(problem="started is no time as 2026-01-02T03:04:05.000+0000"))


def _shown(call: Call, value: Worklog) -> Json:
    return worklog_json(value, call, call.expand())

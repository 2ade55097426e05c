"""`issue/archive`, `issue/unarchive` and `issues/archive/export`: issues that change no more, and that do again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from http import HTTPStatus
from typing import Any

from marshmallow import fields

from jira_linkfake.jira.archiving.refusals import ExportFilterInvalid, JqlToArchiveInvalid, NotArchived
from jira_linkfake.jira.archiving.rules import (
    MOST_AT_ONCE,
    ArchivedQuery,
    Archiving,
    archive_found,
    archive_issues,
    export_archived,
    require_archiver,
)
from jira_linkfake.jira.evidence import REFERENCE
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.reader import Json, day_of, milliseconds
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.search.evaluation import searched
from jira_linkfake.rest.body import Closed, Text
from jira_linkfake.rest.call import Call, Partly
from jira_linkfake.rest.operations import Success, operation


class _Issues(Closed):
    issues = fields.List(Text(), data_key="issueIdsOrKeys", allow_none=True, load_default=None)


_DONE = Success(
    200,
    "how many issues it was, sub-tasks too, and `errors` for those that it was not",
    REFERENCE,
    otherwise=Success(
        412, "an error that says so", REFERENCE, when="with more than 1,000, of which the first are done"
    ),
)


@operation("archiveIssues", _DONE, body=_Issues)
def archive(call: Call) -> Partly:
    """Archive issues."""
    return _result(call, archived=True)


@operation("unarchiveIssues", _DONE, body=_Issues)
def unarchive(call: Call) -> Partly:
    """Bring issues back from the archive."""
    return _result(call, archived=False)


class _Query(Closed):
    jql = Text(absent="")


@operation(
    "archiveIssuesAsync",
    Success(202, "the address of the task, which is complete", REFERENCE),
    body=_Query,
)
def archive_by_query(call: Call) -> Partly:
    """Archive the issues that a query finds; the journal tells why it finds none where Jira does not."""
    require_archiver(call.site, call.caller)
    issues, why_none = _found(call, call.content["jql"])
    task = archive_found(call.site, call.caller, issues)
    return Partly(status=HTTPStatus.ACCEPTED, content=f"{call.api}/task/{task.id}", refused=why_none)


def _found(call: Call, jql: str) -> tuple[list[Issue], Refused | None]:
    try:
        return searched(call.site, call.caller, jql)
    except Refused as refused:
        if any(one.answer.status == HTTPStatus.NOT_IMPLEMENTED for one in refused.refusals):
            raise
        raise Refused(JqlToArchiveInvalid(why=str(refused))) from refused


class _Days(Closed):
    after = Text(data_key="dateAfter")
    before = Text(data_key="dateBefore")


def _several(name: str) -> fields.List[Any]:
    return fields.List(Text(absent=""), data_key=name, allow_none=True, load_default=None)


class _Filter(Closed):
    archived_by = _several("archivedBy")
    days = fields.Nested(_Days, data_key="archivedDateRange", allow_none=True, load_default=None)
    days_too = fields.Nested(_Days, data_key="archivedDate", allow_none=True, load_default=None)
    types = _several("issueTypes")
    projects = _several("projects")
    reporters = _several("reporters")


@operation(
    "exportArchivedIssues",
    Success(202, "the task, which is complete; no mail with the issues is sent", REFERENCE),
    body=_Filter,
)
def export(call: Call) -> Partly:
    """Count the archived issues that a filter lets through; `archivedDate` is as `archivedDateRange` (an example)."""
    content = call.content
    days = content["days"] or content["days_too"] or {}
    query = ArchivedQuery(
        projects=content["projects"],
        types=content["types"],
        reporters=content["reporters"],
        archived_by=content["archived_by"],
        after=_day(days.get("after")),
        before=_day(days.get("before")),
    )
    task = export_archived(call.site, call.caller, query)
    told: Json = {
        "payload": ", ".join(f"{name}={value}" for name, value in vars(query).items() if value is not None),
        "progress": task.progress,
        "status": task.status,
        "submittedTime": milliseconds(task.submitted),
        "taskId": task.id,
    }
    return Partly(status=HTTPStatus.ACCEPTED, content=told)


def _day(text: str | None) -> date | None:
    day = day_of(text or "")
    if text is not None and day is None:
        raise Refused(ExportFilterInvalid(invalid=f"{text!r} is no day as yyyy-MM-dd"))
    return day


def _result(call: Call, *, archived: bool) -> Partly:
    named = [one or "" for one in call.content["issues"] or ()]
    result = archive_issues(call.site, call.caller, named, archived=archived)
    refused = Refused(NotArchived(why=result.why)) if result.why else None
    if result.left:
        return Partly(status=HTTPStatus.PRECONDITION_FAILED, content=_TOO_MANY, refused=refused)
    return Partly(status=HTTPStatus.OK, content=_result_json(result), refused=refused)


_TOO_MANY = {
    "errorMessages": [
        f"The number of issues to archive or unarchive exceeds the hard limit of {MOST_AT_ONCE}. Precondition failed."
    ],
    "errors": {},
}


def _result_json(result: Archiving) -> Json:
    errors = {
        name: error
        for name, error in (
            ("issueIsSubtask", _error_json(result.subtasks, "Issue is subtask.")),
            (
                "issuesInArchivedProjects",
                _error_json(result.in_archived_projects, "Issue exists in archived project."),
            ),
            ("issuesNotFound", _error_json(result.not_found, "Issue not found.")),
        )
        if error["count"]
    }
    return {"errors": errors, "numberOfIssuesUpdated": result.count}


def _error_json(names: Sequence[str], message: str) -> Json:
    return {"count": len(names), "issueIdsOrKeys": list(names), "message": message}

"""Steps about many issues at once: bulk operations, how far they are, and archiving in a project of the run's own."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from jira_linkfake.verify.needs import need, new_issue
from jira_linkfake.verify.side import Side
from jira_linkfake.verify.step import NotTriedError
from jira_linkfake.verify.steps.declaring import get, post, put

_LOOKS = 8
_A: dict[str, Any] = {"selectedIssueIdsOrKeys": ["{a}"]}
_QUIET = {"sendBulkNotification": False}


@need("bulk task", after=("a",))
def _bulk_task(side: Side) -> None:
    """Have a bulk operation that is over."""
    made = side.make("POST", "bulk/issues/watch", _A)
    side.names |= {"bulk_task_id": str(made["taskId"])}
    for wait in range(_LOOKS):
        if side.look("bulk/queue/{bulk_task_id}").get("status") not in ("ENQUEUED", "RUNNING"):
            return
        side.client.sleep(0.5 * 2**wait)
    raise NotTriedError("the bulk operation that it needs is not over")


def _edited(**more: Any) -> dict[str, Any]:
    labels = [{"fieldId": "labels", "bulkEditMultiSelectFieldOption": "ADD", "labels": [{"name": "x"}]}]
    whole = {"selectedActions": ["labels"], "editedFieldsInput": {"labelsFields": labels}}
    return {**_A, **_QUIET, **whole, **more}


def _moved(target: str) -> dict[str, Any]:
    inferred = ("inferFieldDefaults", "inferStatusDefaults", "inferSubtaskTypeDefault", "inferClassificationDefaults")
    sources = {"issueIdsOrKeys": ["{a}"], **dict.fromkeys(inferred, True)}
    return {"targetToSourcesMapping": {target: sources}, **_QUIET}


_EDIT, _MOVE = "bulk/issues/fields", "bulk/issues/move"
_TRANSITION = {"bulkTransitionInputs": [{**_A, "transitionId": "{transition_id}"}], **_QUIET}

BULK = (
    get("bulk: fields", "getBulkEditableFields", f"{_EDIT}?issueIdsOrKeys={{a}}", needs="a", alike=True),
    get("bulk: fields of no such name", "NoBulkFields", f"{_EDIT}?issueIdsOrKeys={{a}}&searchText=zzqzzq", needs="a"),
    post("bulk: edited", "submitBulkEdit", _EDIT, _edited(), needs="a"),
    post("bulk: edited without a value", "BulkEditValueless", _EDIT, _edited(editedFieldsInput={}), needs="a"),
    post(
        "bulk: edited without naming it", "BulkEditUnselected", _EDIT, _edited(selectedActions=["summary"]), needs="a"
    ),
    post("bulk: moved to where it is", "submitBulkMove", _MOVE, _moved("{project},{type_id}"), needs="a"),
    post("bulk: moved to nowhere", "BulkTargetInvalid", _MOVE, _moved("NOPEZZQ,{type_id}"), needs="a"),
    get(
        "bulk: transitions",
        "getAvailableTransitions",
        "bulk/issues/transition?issueIdsOrKeys={a}",
        needs="a",
        alike=True,
    ),
    post("bulk: moved on", "submitBulkTransition", "bulk/issues/transition", _TRANSITION, needs="transition"),
    post("bulk: watched", "submitBulkWatch", "bulk/issues/watch", _A, needs="a"),
    post("bulk: unwatched", "submitBulkUnwatch", "bulk/issues/unwatch", _A, needs="a"),
    post("bulk: deleted", "submitBulkDelete", "bulk/issues/delete", {**_A, **_QUIET}, needs="a"),
    post(
        "bulk: an unknown issue",
        "BulkIssuesInvalid",
        "bulk/issues/watch",
        {"selectedIssueIdsOrKeys": ["{a}", "NOPEZZQ-1"]},
        needs="a",
    ),
    post(
        "bulk: too many issues",
        "BulkTooLarge",
        "bulk/issues/watch",
        {"selectedIssueIdsOrKeys": [f"NOPEZZQ-{number}" for number in range(1, 1002)]},
    ),
    post(
        "bulk: without Make bulk changes",
        "NoBulkPermission",
        "bulk/issues/watch",
        _A,
        needs="second lacks BULK_CHANGE, a",
        caller="second",
    ),
    get("bulk: how far it is", "getBulkOperationProgress", "bulk/queue/{bulk_task_id}", needs="bulk task"),
    get("bulk: how far another task is", "NotABulkTask", "bulk/queue/{task_id}", needs="task"),
)


@need("issue of an own project", after=("own project",))
def _issue_of_an_own_project(side: Side) -> None:
    """Have an issue that goes with its project, whatever nobody finds of it once it is archived."""
    new_issue(side, "own_issue", project="{own_project}")


@need("archived issue", after=("issue of an own project",))
def _archived_issue(side: Side) -> None:
    side.make("PUT", "issue/archive", _OWN)


_OWN = {"issueIdsOrKeys": ["{own_issue}"]}
_NOWHERE = {"issueIdsOrKeys": ["NOPEZZQ-1"]}
_EXPORT = "issues/archive/export"
_DONE: Any = HTTPStatus.OK.value
_FRESH, _ARCHIVED = "issue of an own project", "archived issue"

ARCHIVING = (
    put("archiving: an issue", "archiveIssues", "issue/archive", _OWN, needs=_FRESH, status=_DONE),
    put("archiving: an issue brought back", "unarchiveIssues", "issue/unarchive", _OWN, needs=_ARCHIVED, status=_DONE),
    post(
        "archiving: what a query finds",
        "archiveIssuesAsync",
        "issue/archive",
        {"jql": "key = {own_issue}"},
        needs=_FRESH,
    ),
    put("archiving: an unknown issue", "NotArchived", "issue/archive", _NOWHERE, needs="admin"),
    post("archiving: a query that is wrong", "JqlToArchiveInvalid", "issue/archive", {"jql": "zz ="}, needs="admin"),
    put(
        "archiving: one that is archived changed",
        "IssueArchived",
        "issue/{own_issue}",
        {"fields": {"summary": "x"}},
        needs=_ARCHIVED,
    ),
    put(
        "archiving: without Administer Jira",
        "ArchiverNotAdministrator",
        "issue/archive",
        _NOWHERE,
        needs="second lacks ADMINISTER",
        caller="second",
    ),
    put(
        "archiving: export of an unknown project",
        "ExportFilterInvalid",
        _EXPORT,
        {"projects": ["NOPEZZQ"]},
        needs="admin",
    ),
    put("archiving: export", "exportArchivedIssues", _EXPORT, {"projects": ["{own_project}"]}, needs="own project"),
    put(
        "archiving: export without Administer Jira",
        "ExporterNotAdministrator",
        _EXPORT,
        {"projects": ["{project}"]},
        needs="second lacks ADMINISTER",
        caller="second",
    ),
)

STEPS = (*BULK, *ARCHIVING)

"""bulk/issues and bulk/queue/{taskId}."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.wire.case import Case
from tests.wire.literals import INVALID_PAYLOAD

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

ISSUES = "/rest/api/3/bulk/issues/"
QUEUE = "/rest/api/3/bulk/queue/10000"
TASK = b'{"taskId":"10000"}'
DENIED = b'{"errors":[{"message":"You do not have permission to make bulk changes."}]}'
INVALID = b'{"errors":[{"message":"Some of the issues in the issueIdsOrKeys are not valid"}]}'
TOO_MANY = b'{"errors":[{"message":"The number of issues exceeds the limit of 1000."}]}'
NO_TASK = b'{"errorMessages":["The task associated with this taskId is not a bulk operation task"],"errors":{}}'
OTHERS = b'"transitions":[{"to":{"statusId":10000,"statusName":"To Do"},"transitionId":11,"transitionName":"To Do"}'
MOVES = (
    b"""%b,{"to":{"statusId":10001,"statusName":"In Progress"},"transitionId":21,"transitionName":"In Progress"}"""
    % (OTHERS)
)
DONE = b',{"to":{"statusId":10002,"statusName":"Done"},"transitionId":31,"transitionName":"Done"}'


def _family(jira: FakeJira) -> None:
    """Add PROJ-3, a sub-task of PROJ-1, and PROJ-4, which nobody sees; in OTHER nobody deletes or moves issues on."""
    jira.add_issue("PROJ-3", type="Sub-task", parent="PROJ-1")
    jira.add_issue("PROJ-4", visible_to=[])
    jira.deny("DELETE_ISSUES", project="OTHER")
    jira.deny("TRANSITION_ISSUES", project="OTHER")


def _watched(jira: FakeJira) -> None:
    jira.add_watcher("PROJ-1", "alice")


def _unwatchable(jira: FakeJira) -> None:
    jira.watching_enabled = False


def _denied(jira: FakeJira) -> None:
    jira.deny("BULK_CHANGE", "alice")
    _done(jira)


def _done(jira: FakeJira) -> None:
    """Add what came of a bulk operation: PROJ-1 is changed, OTHER-1 is not, and so is PROJ-4, which nobody sees."""
    jira.add_issue("PROJ-4", visible_to=[])
    _told(jira, {"processedIssues": [10000, 10003, 99999], "failedIssues": {"10002": ["No."]}})


def _whole(jira: FakeJira) -> None:
    _told(jira, {"processedIssues": [10000], "failedIssues": {}})


def _other(jira: FakeJira) -> None:
    _told(jira, {"some": "result"})


def _told(jira: FakeJira, result: dict[str, object]) -> None:
    jira.add_task("Bulk", status="COMPLETE", progress=100, result=result)


def _screened(jira: FakeJira) -> None:
    """Let the way to Done ask for a resolution."""
    jira.add_transition("Finish", to="Done", screen=["resolution"], required=["resolution"])


def _named(*names: str | None) -> dict[str, list[str | None]]:
    return {"selectedIssueIdsOrKeys": [*names]}


def _moved(*inputs: tuple[str, tuple[str, ...]]) -> dict[str, object]:
    return {"bulkTransitionInputs": [{**_named(*names), "transitionId": one} for one, names in inputs]}


_bulk = partial(partial, Case, seed=_family, method="POST")
_delete = _bulk("bulk: delete", path=ISSUES + "delete", status=201, body=TASK)
_watch = _bulk("bulk: watch", path=ISSUES + "watch", status=201, body=TASK)
_unwatch = _bulk("bulk: unwatch", path=ISSUES + "unwatch", status=201, body=TASK)
_transition = _bulk("bulk: transition", path=ISSUES + "transition", status=201, body=TASK)
_ways = partial(Case, "bulk: transitions that all issues have", status=200)
_progress = partial(Case, "bulk: progress", path=QUEUE, status=200)
_not_allowed = partial(Case, "bulk: no permission", seed=_denied, status=403, body=DENIED)
_invalid = partial(Case, "bulk: issues that cannot be taken", seed=_family, status=400, body=INVALID)
_too_many = partial(Case, "bulk: too many issues", status=400, body=TOO_MANY)
_none = partial(Case, "bulk: task of no bulk operation", status=400, body=NO_TASK)
_unread = partial(Case, "bulk: body that cannot be read", method="POST", status=400, body=INVALID_PAYLOAD)
_MANY = [f"PROJ-{number}" for number in range(1, 1002)]


def _ways_of(*names: str) -> str:
    return f"{ISSUES}transition?issueIdsOrKeys={','.join(names)}"


CASES = (
    _delete(
        "one with a sub-task, the sub-task, and one that stays",
        sent={**_named("PROJ-1", "PROJ-3", "10002"), "sendBulkNotification": False},
        adds=("task 10000: Bulk delete (COMPLETE, 100 %)",),
        removes=(
            "issue 10000: PROJ-1, Task, To Do: Crash on save",
            "issue 10003: PROJ-3, Sub-task, To Do: Summary of PROJ-3",
        ),
    ),
    _watch(
        sent=_named("PROJ-1", "PROJ-1"), adds=("task 10000: Bulk watch (COMPLETE, 100 %)", "watcher of PROJ-1: alice")
    ),
    _watch(
        "disabled",
        seed=_unwatchable,
        sent=_named("PROJ-1"),
        adds=("task 10000: Bulk watch (COMPLETE, 100 %)",),
    ),
    _unwatch(
        seed=_watched,
        sent=_named("PROJ-1"),
        removes=("watcher of PROJ-1: alice",),
        adds=("task 10000: Bulk unwatch (COMPLETE, 100 %)",),
    ),
    _transition(
        "two ways, and one that stays",
        sent=_moved(("21", ("PROJ-1", "OTHER-1")), ("31", ("PROJ-2",)), ("11", ())),
        adds=(
            "task 10000: Bulk transition (COMPLETE, 100 %)",
            "issue 10000: PROJ-1, Task, In Progress: Crash on save",
            "issue 10001: PROJ-2, Bug, Done: Überlauf",
        ),
        removes=(
            "issue 10000: PROJ-1, Task, To Do: Crash on save",
            "issue 10001: PROJ-2, Bug, In Progress: Überlauf",
        ),
        updates=("PROJ-1", "PROJ-2"),
    ),
    _ways(
        path=_ways_of("PROJ-1", "10001"),
        body=b'{"availableTransitions":[{"isTransitionsFiltered":false,"issues":["PROJ-1","PROJ-2"],%b]}]}'
        % (MOVES + DONE),
    ),
    _ways(
        "one that asks for more",
        seed=_screened,
        path=_ways_of("PROJ-1"),
        body=b'{"availableTransitions":[{"isTransitionsFiltered":true,"issues":["PROJ-1"],%b]}]}' % MOVES,
    ),
    _ways(
        "one that may not be moved on",
        seed=_family,
        path=_ways_of("PROJ-1", "OTHER-1"),
        body=b'{"availableTransitions":[{"isTransitionsFiltered":true,"issues":["PROJ-1","OTHER-1"],'
        b'"transitions":[]}]}',
    ),
    _progress(
        "whole",
        seed=_whole,
        body=b'{"taskId":"10000","status":"COMPLETE","progressPercent":100,'
        b'"submittedBy":{"accountId":"712020:00000000-0000-4000-8000-000000010000"},'
        b'"created":1767225603000,"started":1767225603000,"updated":1767225603000,'
        b'"processedAccessibleIssues":[10000],"invalidOrInaccessibleIssueCount":0,"totalIssueCount":1}',
    ),
    _progress(
        "in part, with one that is hidden and one that is gone",
        seed=_done,
        body=b'{"taskId":"10000","status":"COMPLETE","progressPercent":100,'
        b'"submittedBy":{"accountId":"712020:00000000-0000-4000-8000-000000010000"},'
        b'"created":1767225604000,"started":1767225604000,"updated":1767225604000,'
        b'"processedAccessibleIssues":[10000,99999],"invalidOrInaccessibleIssueCount":1,"totalIssueCount":4,'
        b'"failedAccessibleIssues":{"10002":["No."]}}',
    ),
    _not_allowed("delete", method="POST", path=ISSUES + "delete", sent=_named("PROJ-1")),
    _not_allowed("watch", method="POST", path=ISSUES + "watch", sent=_named("PROJ-1")),
    _not_allowed("unwatch", method="POST", path=ISSUES + "unwatch", sent=_named("PROJ-1")),
    _not_allowed("transition", method="POST", path=ISSUES + "transition", sent=_moved(("21", ("PROJ-1",)))),
    _not_allowed("transitions that all issues have", path=_ways_of("PROJ-1")),
    _not_allowed("progress", path=QUEUE),
    _invalid("delete, with a hidden one", method="POST", path=ISSUES + "delete", sent=_named("PROJ-1", "PROJ-4")),
    _invalid("watch, with a missing one", method="POST", path=ISSUES + "watch", sent=_named("PROJ-1", "PROJ-9")),
    _invalid("unwatch, none", method="POST", path=ISSUES + "unwatch", sent=_named()),
    _invalid(
        "transition, with a missing one of the second way",
        method="POST",
        path=ISSUES + "transition",
        sent=_moved(("21", ("PROJ-1",)), ("31", ("PROJ-9",))),
    ),
    _invalid("transitions that all issues have, none", path=ISSUES + "transition"),
    _too_many(method="POST", path=ISSUES + "delete", sent=_named(*_MANY)),
    _none("no task", path=QUEUE),
    _none("another task", seed=_other, path=QUEUE),
    _unread("no issues", path=ISSUES + "delete", sent={}),
    _unread(
        "no number as transition",
        path=ISSUES + "transition",
        sent={"bulkTransitionInputs": [{**_named("PROJ-1"), "transitionId": "Done"}]},
    ),
)

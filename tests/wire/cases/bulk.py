"""bulk/issues and bulk/queue/{taskId}."""

from __future__ import annotations

import json
from collections.abc import Mapping
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
NO_PLACE = b'{"errors":[{"message":"The targetToSourcesMapping has a target that is not valid: %b"}]}'
VALUELESS = b'{"errors":[{"message":"The following selectedActions have no editedFieldsInput values : %b"}]}'
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


def _running(jira: FakeJira) -> None:
    result = {"processedIssues": [10000], "failedIssues": {}}
    jira.add_task("Bulk", status="RUNNING", progress=65, result=result)


def _two_weeks_ago(jira: FakeJira) -> None:
    _whole(jira)
    jira.clock.advance(14 * 24 * 3600)


def _long_ago(jira: FakeJira) -> None:
    _two_weeks_ago(jira)
    jira.clock.advance(1)


def _uneditable(jira: FakeJira) -> None:
    jira.deny("EDIT_ISSUES")


def _elsewhere(jira: FakeJira) -> None:
    """Add PROJ-3, a sub-task of PROJ-1, PROJ-4, which nobody sees, and NEW, whose types are Task and Sub-task.

    There, alice may not create issues; and out of OTHER she moves none.
    """
    jira.add_issue("PROJ-3", type="Sub-task", parent="PROJ-1")
    jira.add_issue("PROJ-4", visible_to=[])
    jira.add_project("NEW", types=["Task"])
    jira.deny("CREATE_ISSUES", "alice", project="NEW")
    jira.deny("MOVE_ISSUES", "alice", project="OTHER")


def _hidden_sub_task(jira: FakeJira) -> None:
    jira.add_issue("PROJ-3", type="Sub-task", parent="PROJ-1", visible_to=[])


def _many_sub_tasks(jira: FakeJira) -> None:
    for number in range(1000):
        jira.add_issue(f"PROJ-{number + 10}", type="Sub-task", parent="PROJ-1")


def _must_have(jira: FakeJira) -> None:
    """Add a field that every issue must have, and a version in both projects."""
    jira.add_field("Team", required=True)
    jira.add_version("1.0", project="OTHER")


def _screened(jira: FakeJira) -> None:
    """Let the way to Done ask for a resolution."""
    jira.add_transition("Finish", to="Done", screen=["resolution"], required=["resolution"])


def _screened_in_other(jira: FakeJira) -> None:
    """Let the way to Done ask for a resolution, PROJ-2 be Done, and nobody edit in OTHER."""
    _screened(jira)
    jira.set_issue("PROJ-2", status="Done")
    jira.deny("EDIT_ISSUES", project="OTHER")


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
_edit = _bulk("bulk: edit", path=ISSUES + "fields", status=201, body=TASK)
_edit_wrong = _bulk("bulk: edit of other fields than are selected", path=ISSUES + "fields", status=400)
_fields = partial(Case, "bulk: fields of all issues", status=200)
_move = partial(partial, Case, seed=_elsewhere, method="POST", path=ISSUES + "move")
_go = _move("bulk: move", status=201, body=TASK)
_no_place = _move("bulk: move to no place", status=400)
_progress = partial(Case, "bulk: progress", path=QUEUE, status=200)
_not_allowed = partial(Case, "bulk: no permission", seed=_denied, status=403, body=DENIED)
_invalid = partial(Case, "bulk: issues that cannot be taken", seed=_family, status=400, body=INVALID)
_too_many = partial(Case, "bulk: too many issues", status=400, body=TOO_MANY)
_none = partial(Case, "bulk: task of no bulk operation", status=400, body=NO_TASK)
_unread = partial(Case, "bulk: body that cannot be read", method="POST", status=400, body=INVALID_PAYLOAD)
_none_editable = partial(
    Case,
    "bulk: no field of all issues",
    status=404,
    body=b'{"errors":[{"message":"No editable fields were found for the given issues."}]}',
)
_MANY = [f"PROJ-{number}" for number in range(1, 1002)]


def _edited(names: tuple[str, ...], selected: list[str], **values: object) -> dict[str, object]:
    return {**_named(*names), "selectedActions": selected, "editedFieldsInput": values}


def _to(target: str, *names: str, follow: bool = True, values: object = None) -> dict[str, object]:
    """Return the body of a bulk move to one place."""
    return {"targetToSourcesMapping": {target: _sources(*names, follow=follow, values=values)}}


def _sources(*names: str, follow: bool = True, values: object = None) -> dict[str, object]:
    return {
        "inferClassificationDefaults": True,
        "inferFieldDefaults": values is None,
        "inferStatusDefaults": True,
        "inferSubtaskTypeDefault": follow,
        "issueIdsOrKeys": [*names],
        "targetMandatoryFields": values,
    }


def _task(kind: str, processed: list[int], failed: Mapping[str, str] | None = None) -> str:
    """Return the fact of what came of a bulk operation: for each issue that was left as it is, Jira's words."""
    result = {"processedIssues": processed, "failedIssues": {one: [words] for one, words in (failed or {}).items()}}
    return f"task 10000: Bulk {kind} (COMPLETE, 100 %) of alice: {json.dumps(result)}"


def _ways_of(*names: str) -> str:
    return f"{ISSUES}transition?issueIdsOrKeys={','.join(names)}"


CASES = (
    _delete(
        "one with a sub-task, the sub-task, and one that stays",
        sent={**_named("PROJ-1", "PROJ-3", "10002"), "sendBulkNotification": False},
        adds=(
            _task("delete", [10000, 10003], {"10002": "You do not have permission to delete issues in this project."}),
        ),
        removes=(
            "issue 10000: PROJ-1, Task, To Do: Crash on save",
            "issue 10003: PROJ-3, Sub-task, To Do: Summary of PROJ-3",
        ),
        told="alice does not hold Delete issues in OTHER",
    ),
    _watch(sent=_named("PROJ-1", "PROJ-1"), adds=(_task("watch", [10000]), "watcher of PROJ-1: alice")),
    _watch(
        "disabled",
        seed=_unwatchable,
        sent=_named("PROJ-1"),
        adds=(_task("watch", [], {"10000": "Watching issues is currently not enabled for this Jira instance."}),),
        told="watching issues is switched off (watching_enabled=False)",
    ),
    _unwatch(
        seed=_watched,
        sent=_named("PROJ-1"),
        removes=("watcher of PROJ-1: alice",),
        adds=(_task("unwatch", [10000]),),
    ),
    _transition(
        "two ways, and one that stays",
        sent=_moved(("21", ("PROJ-1", "OTHER-1")), ("31", ("PROJ-2",)), ("11", ())),
        adds=(
            _task("transition", [10000, 10001], {"10002": "Transition id '21' is not valid for this issue."}),
            "issue 10000: PROJ-1, Task, In Progress: Crash on save",
            "issue 10001: PROJ-2, Bug, Done: Überlauf",
        ),
        removes=(
            "issue 10000: PROJ-1, Task, To Do: Crash on save",
            "issue 10001: PROJ-2, Bug, In Progress: Überlauf",
        ),
        updates=("PROJ-1", "PROJ-2"),
        told="alice does not hold Transition issues in OTHER",
    ),
    _edit(
        "two issues, of which one may not be edited",
        seed=_screened_in_other,
        sent=_edited(
            ("PROJ-1", "OTHER-1"),
            ["summary", "status"],
            singleLineTextFields=[{"fieldId": "summary", "text": "Better"}],
            status={"statusId": "10001"},
        ),
        adds=(
            _task(
                "edit",
                [10000],
                {"10002": "Field 'summary' cannot be set. It is not on the appropriate screen, or unknown."},
            ),
            "issue 10000: PROJ-1, Task, In Progress: Better",
        ),
        removes=("issue 10000: PROJ-1, Task, To Do: Crash on save",),
        updates=("PROJ-1",),
        told="summary cannot be set: it takes Edit issues in OTHER",
    ),
    _edit(
        "a status alone, which one has already and to which none leads from the other",
        seed=_screened_in_other,
        sent=_edited(("PROJ-1", "PROJ-2", "OTHER-1"), ["status"], status={"statusId": "10002"}),
        adds=(
            _task(
                "edit",
                [10001, 10002],
                {"10000": "Field 'status' cannot be set. It is not on the appropriate screen, or unknown."},
            ),
        ),
        told="status cannot be set: no transition leads there from To Do",
    ),
    _edit_wrong(
        "a value that is not selected",
        sent=_edited(("PROJ-1",), ["labels"], issueType={"issueTypeId": "10002"}, priority={"priorityId": "1"}),
        body=b'{"errors":[{"message":"The following editedFieldInput values are not listed as selectedActions : '
        b'issuetype, priority"}]}',
        told="selectedActions lacks issuetype, priority",
    ),
    _edit_wrong(
        "as many selected fields as there may be, of which two have no value",
        sent=_edited(("PROJ-1",), ["labels", "duedate", *(198 * ["priority"])], priority={"priorityId": "1"}),
        body=VALUELESS % b"labels, duedate",
        told="editedFieldsInput has nothing for labels, duedate",
    ),
    _edit_wrong(
        "no field",
        sent=_edited(("PROJ-1",), []),
        body=VALUELESS % b"any field",
        told="editedFieldsInput has nothing for any field",
    ),
    _fields(
        "with an address, between two others",
        path=f"{ISSUES}fields?issueIdsOrKeys=PROJ-1,OTHER-1&searchText=S&startingAfter=labels&endingBefore=fixVersions",
        body=b'{"fields":[{"id":"assignee","isRequired":false,"name":"Assignee","type":"assignee",'
        b'"searchUrl":"{base}/rest/api/3/user/assignable/multiProjectSearch?projectKeys=PROJ,OTHER&query="},'
        b'{"id":"description","isRequired":false,"name":"Description","type":"description"}],'
        b'"startingAfter":"description","endingBefore":"assignee"}',
    ),
    _fields(
        "with what the project lacks",
        path=f"{ISSUES}fields?issueIdsOrKeys=PROJ-1&searchText=component",
        body=b'{"fields":[{"id":"components","isRequired":false,"name":"Components","type":"components",'
        b'"multiSelectFieldOptions":["ADD","REMOVE","REPLACE","REMOVE_ALL"],"unavailableMessage":'
        b'"{0}NOTE{1}: The project of the selected issue(s) does not have any components."}]}',
    ),
    _fields(
        "with options",
        path=f"{ISSUES}fields?issueIdsOrKeys=PROJ-1&searchText=priority&startingAfter=none&endingBefore=none",
        body=b'{"fields":[{"id":"priority","isRequired":false,"name":"Priority","type":"priority","fieldOptions":['
        b'{"description":"This problem will block progress.","id":"1","priority":"Highest"},'
        b'{"description":"Serious problem that could block progress.","id":"2","priority":"High"},'
        b'{"description":"Has the potential to affect progress.","id":"3","priority":"Medium"},'
        b'{"description":"Minor problem or easily worked around.","id":"4","priority":"Low"},'
        b'{"description":"Trivial problem with little or no impact on progress.","id":"5","priority":"Lowest"}]}]}',
    ),
    _none_editable(
        path=f"{ISSUES}fields?issueIdsOrKeys=PROJ-1&searchText=nothing",
        told="no field can be edited by alice in all of the issues",
    ),
    _none_editable("for want of a permission", seed=_uneditable, path=f"{ISSUES}fields?issueIdsOrKeys=PROJ-1"),
    _go(
        "with a sub-task, and one that stays",
        sent={
            "targetToSourcesMapping": {
                "OTHER,10002": _sources("PROJ-1"),
                "10000, 10004": _sources("OTHER-1"),
                "OTHER,10003,OTHER-1": _sources(),
            }
        },
        adds=(
            _task(
                "move",
                [10000, 10003],
                {"10002": "Field 'project' cannot be set. It is not on the appropriate screen, or unknown."},
            ),
            "issue 10000: OTHER-2, Task, To Do: Crash on save",
            "issue 10003: OTHER-3, Sub-task, To Do: Summary of PROJ-3",
        ),
        removes=(
            "issue 10000: PROJ-1, Task, To Do: Crash on save",
            "issue 10003: PROJ-3, Sub-task, To Do: Summary of PROJ-3",
        ),
        told="project cannot be set: it takes Move issues in OTHER",
    ),
    _go(
        "where none may be created, and where no sub-task can be",
        sent=_to("NEW,10002", "PROJ-1", "PROJ-2"),
        adds=(
            _task(
                "move",
                [],
                {
                    "10000": "You do not have permission to create issues in this project.",
                    "10003": "You do not have permission to create issues in this project.",
                    "10001": "You do not have permission to create issues in this project.",
                },
            ),
        ),
        told="; ".join(3 * ["alice does not hold Create issues in NEW"]),
    ),
    _no_place(
        "no project",
        sent=_to("NONE,10002", "PROJ-1"),
        body=NO_PLACE % b"NONE,10002",
        told="'NONE,10002' is no place to move issues to: alice sees no project 'NONE': there is none",
    ),
    _no_place(
        "no type of it",
        sent=_to("NEW,10004", "PROJ-1"),
        body=NO_PLACE % b"NEW,10004",
        told="'NEW,10004' is no place to move issues to: NEW has no type with the id '10004'",
    ),
    _no_place(
        "hidden parent",
        sent=_to("PROJ,10003,PROJ-4", "PROJ-2"),
        body=NO_PLACE % b"PROJ,10003,PROJ-4",
        told="'PROJ,10003,PROJ-4' is no place to move issues to: alice may not see PROJ-4: security level of PROJ-4",
    ),
    _no_place(
        "no parent",
        sent=_to("PROJ,10003", "PROJ-2"),
        body=NO_PLACE % b"PROJ,10003",
        told="'PROJ,10003' is no place to move issues to: a sub-task takes a parent, by id or key",
    ),
    _no_place(
        "too many parts",
        sent=_to("PROJ,10002,PROJ-2,PROJ-3", "PROJ-1"),
        body=NO_PLACE % b"PROJ,10002,PROJ-2,PROJ-3",
        told="'PROJ,10002,PROJ-2,PROJ-3' is no place to move issues to: it has more than three parts",
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
        "of one that is under way",
        seed=_running,
        body=b'{"taskId":"10000","status":"RUNNING","progressPercent":65,'
        b'"submittedBy":{"accountId":"712020:00000000-0000-4000-8000-000000010000"},'
        b'"created":1767225603000,"started":1767225603000,"updated":1767225603000}',
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
    _not_allowed(
        "delete",
        method="POST",
        path=ISSUES + "delete",
        sent=_named("PROJ-1"),
        told="alice does not hold Make bulk changes",
    ),
    _not_allowed("watch", method="POST", path=ISSUES + "watch", sent=_named("PROJ-1")),
    _not_allowed("unwatch", method="POST", path=ISSUES + "unwatch", sent=_named("PROJ-1")),
    _not_allowed("transition", method="POST", path=ISSUES + "transition", sent=_moved(("21", ("PROJ-1",)))),
    _not_allowed("edit", method="POST", path=ISSUES + "fields", sent=_edited(("PROJ-1",), [])),
    _not_allowed("move", method="POST", path=ISSUES + "move", sent=_to("PROJ,10002", "PROJ-1")),
    _not_allowed("fields of all issues", path=f"{ISSUES}fields?issueIdsOrKeys=PROJ-1"),
    _not_allowed("transitions that all issues have", path=_ways_of("PROJ-1")),
    _not_allowed("progress", path=QUEUE),
    _invalid(
        "delete, with a hidden one and a missing one",
        method="POST",
        path=ISSUES + "delete",
        sent=_named("PROJ-1", "PROJ-4", "PROJ-9"),
        told="these cannot be taken: alice may not see PROJ-4: security level of PROJ-4; there is no issue PROJ-9",
    ),
    _invalid(
        "watch, with a missing one",
        method="POST",
        path=ISSUES + "watch",
        sent=_named("PROJ-1", "PROJ-9"),
        told="these cannot be taken: there is no issue PROJ-9",
    ),
    _invalid(
        "watch, as many as are taken at once, most of them missing",
        method="POST",
        path=ISSUES + "watch",
        sent=_named(*_MANY[1:]),
    ),
    _invalid(
        "unwatch, none",
        method="POST",
        path=ISSUES + "unwatch",
        sent=_named(),
        told="these cannot be taken: the request names no issue",
    ),
    _invalid(
        "transition, with a missing one of the second way",
        method="POST",
        path=ISSUES + "transition",
        sent=_moved(("21", ("PROJ-1",)), ("31", ("PROJ-9",))),
    ),
    _invalid(
        "edit, with a hidden one",
        method="POST",
        path=ISSUES + "fields",
        sent=_edited(("PROJ-4",), ["priority"], priority={"priorityId": "1"}),
    ),
    _invalid(
        "move, to two places",
        method="POST",
        path=ISSUES + "move",
        sent={"targetToSourcesMapping": {"PROJ,10002": _sources("PROJ-1"), "OTHER,10002": _sources("PROJ-1")}},
        told="these cannot be taken: PROJ-1 is to be moved to two places",
    ),
    _invalid(
        "move, with a sub-task that goes along by itself",
        method="POST",
        path=ISSUES + "move",
        sent=_to("OTHER,10002", "PROJ-1", "PROJ-3"),
        told="these cannot be taken: PROJ-3 goes along with PROJ-1 by itself",
    ),
    _invalid("fields of all issues, with a hidden one", path=f"{ISSUES}fields?issueIdsOrKeys=PROJ-1,PROJ-4"),
    _invalid("transitions that all issues have, none", path=ISSUES + "transition"),
    _too_many(
        "sub-tasks",
        seed=_many_sub_tasks,
        method="POST",
        path=ISSUES + "move",
        sent=_to("OTHER,10002", "PROJ-1"),
        told="the request has 1001 issues, and 1000 are taken at once",
    ),
    _too_many(
        "fields",
        method="POST",
        path=ISSUES + "fields",
        sent=_edited(("PROJ-1",), [f"customfield_{number}" for number in range(201)]),
        body=b'{"errors":[{"message":"The number of fields exceeds the limit of 200."}]}',
        told="the request has 201 fields, and 200 are taken at once",
    ),
    _too_many(method="POST", path=ISSUES + "delete", sent=_named(*_MANY)),
    _none(
        "no task",
        path=QUEUE,
        told="the progress of task '10000' cannot be told: there is no such task of a bulk operation",
    ),
    _progress(
        "whole, for the last time",
        seed=_two_weeks_ago,
        body=(
            b'{"taskId":"10000","status":"COMPLETE","progressPercent":100,"submittedBy":{"accountId":"712020:000'
            b'00000-0000-4000-8000-000000010000"},"created":1767225603000,"started":1767225603000,"updated":1767'
            b'225603000,"processedAccessibleIssues":[10000],"invalidOrInaccessibleIssueCount":0,"totalIssueCount'
            b'":1}'
        ),
    ),
    _none(
        "too long ago",
        seed=_long_ago,
        path=QUEUE,
        told="the progress of task '10000' cannot be told: it was submitted more than 14 days ago",
    ),
    _none("another task", seed=_other, path=QUEUE),
    _unread("no fields", path=ISSUES + "fields", sent=_named("PROJ-1")),
    _unread("no places", path=ISSUES + "move", sent={}),
    _unread(
        "a word that Python takes for true",
        path=ISSUES + "move",
        sent={"targetToSourcesMapping": {"OTHER,10002": {**_sources("PROJ-1"), "inferStatusDefaults": "yes"}}},
    ),
    _unread("no issues", path=ISSUES + "delete", sent={}),
    _unread(
        "no number as transition",
        path=ISSUES + "transition",
        sent={"bulkTransitionInputs": [{**_named("PROJ-1"), "transitionId": "Done"}]},
    ),
)

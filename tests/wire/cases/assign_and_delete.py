"""PUT issue/{issueIdOrKey}/assignee, and DELETE issue."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.wire import seeds
from tests.wire.case import Case
from tests.wire.cases.new_issues import error
from tests.wire.literals import NOT_BY_ACCOUNT, UNSEEN

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

PATH = "/rest/api/3/issue/PROJ-1"
OF_ASSIGNED = "/rest/api/3/issue/PROJ-3/assignee"
CRASH = "issue 10000: PROJ-1, Task, To Do: Crash on save"
SUBTASK = "issue 10003: PROJ-3, Sub-task, To Do: Part"
ALICE = {"accountId": "712020:00000000-0000-4000-8000-000000010001"}


def _subtask(jira: FakeJira) -> None:
    jira.add_issue("PROJ-3", summary="Part", type="Sub-task", parent="PROJ-1")
    jira.add_link("PROJ-3", "blocks", "PROJ-2")


def _assigned(jira: FakeJira) -> None:
    jira.add_issue("PROJ-3", assignee="alice")


_assign = partial(Case, method="PUT", path=PATH + "/assignee", sent=ALICE, status=400)
_assigned_to = partial(_assign, "assignee: success", status=204, content_type=None, body=b"")
_no_assignee = partial(_assign, "assignee: unknown or not assignable")
_unassigned = partial(_assign, "assignee: unknown or unseen issue", status=404, body=UNSEEN)
_delete = partial(Case, method="DELETE", path=PATH, status=400)
_deleted = partial(_delete, status=204, content_type=None, body=b"")
_undeleted = partial(_delete, "delete issue: unknown or unseen", status=404, body=UNSEEN)
_with_subtasks = partial(
    _delete,
    "delete issue: sub-tasks",
    seed=_subtask,
    body=b"""{"errorMessages":["The issue 'PROJ-1' has subtasks.  You must specify the 'deleteSubtasks' parameter to \
delete this issue and all its subtasks."],"errors":{}}""",
)

CASES = (
    _assigned_to("user", updates=("PROJ-1",)),
    _assigned_to(
        "nobody",
        seed=_assigned,
        path="/rest/api/2/issue/PROJ-3/assignee",
        sent={"accountId": None},
        updates=("PROJ-3",),
    ),
    _assigned_to(
        "whom the project gives",
        seed=_assigned,
        path="/rest/api/3/issue/PROJ-3/assignee",
        sent={"accountId": "-1"},
        updates=("PROJ-3",),
    ),
    _assigned_to("the same", sent={"accountId": None}),
    _assigned_to("without Edit issues", seed=lambda jira: jira.deny("EDIT_ISSUES"), updates=("PROJ-1",)),
    _no_assignee("unknown", sent={"accountId": "x"}, body=error(b"assignee", b"Account ID x does not exist.")),
    _no_assignee(
        "not assignable",
        seed=lambda jira: jira.deny("ASSIGNABLE_USER"),
        body=error(b"assignee", b"User 'alice' cannot be assigned issues."),
    ),
    _assign(
        "assignee: no Assign issues permission",
        seed=lambda jira: jira.deny("ASSIGN_ISSUES"),
        status=403,
        body=b'{"errorMessages":["You do not have permission to assign issues."],"errors":{}}',
    ),
    *(
        _assign(
            "assignee: by anything but an account id",
            name,
            seed=_assigned,
            path=OF_ASSIGNED,
            sent=sent,
            body=NOT_BY_ACCOUNT,
        )
        for name, sent in {
            "name": {"name": "alice"},
            "key": {"key": "alice"},
            "null as name": {"name": None},
            "nothing": {},
            "id": {"id": ALICE["accountId"]},
            "account id and name": {**ALICE, "name": "alice"},
        }.items()
    ),
    _unassigned("unknown", path="/rest/api/3/issue/PROJ-99/assignee"),
    _unassigned("unseen", seed=seeds.hidden_by_level, path="/rest/api/3/issue/PROJ-3/assignee"),
    _deleted(
        "delete issue: success",
        seed=seeds.linked,
        removes=(CRASH, "link 10000: PROJ-1 blocks PROJ-2"),
        updates=("PROJ-2",),
    ),
    _with_subtasks("not named"),
    _with_subtasks("false", path=PATH + "?deleteSubtasks=false"),
    _deleted(
        "delete issue: sub-tasks",
        "true",
        seed=_subtask,
        path=PATH + "?deleteSubtasks=true",
        removes=(CRASH, SUBTASK, "link 10000: PROJ-3 blocks PROJ-2"),
        updates=("PROJ-2",),
    ),
    _delete(
        "delete issue: no Delete issues permission",
        seed=lambda jira: jira.deny("DELETE_ISSUES", project="PROJ"),
        status=403,
        body=b'{"errorMessages":["You do not have permission to delete issues in this project."],"errors":{}}',
    ),
    _undeleted("unknown", path="/rest/api/3/issue/PROJ-99"),
    _undeleted("unseen", seed=seeds.hidden_by_level, path="/rest/api/3/issue/PROJ-3"),
)

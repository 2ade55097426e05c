"""PUT issue, links aside."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.wire import seeds
from tests.wire.case import Case
from tests.wire.cases.issues import TO_PROJ_2, WHOLE
from tests.wire.cases.new_issues import error, message
from tests.wire.literals import ADMINISTRATORS_ONLY, INVALID_PAYLOAD, NO_CONTENT, NOT_BY_ACCOUNT, NOT_SETTABLE, UNSEEN

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

PATH = "/rest/api/3/issue/PROJ-1"
CRASH = "issue 10000: PROJ-1, Task, To Do: Crash on save"


def _no_edit(jira: FakeJira) -> None:
    jira.deny("EDIT_ISSUES", project="PROJ")


def _no_fields_of_their_own(jira: FakeJira) -> None:
    for permission in ("MODIFY_REPORTER", "SET_ISSUE_SECURITY", "ASSIGN_ISSUES", "SCHEDULE_ISSUES"):
        jira.deny(permission)


def _archived(jira: FakeJira) -> None:
    jira.add_issue("PROJ-3", archived=True)


def _with_subtask(jira: FakeJira) -> None:
    jira.add_issue("PROJ-3", type="Sub-task", parent="PROJ-1")
    jira.add_issue("OTHER-2")


def _custom_fields(jira: FakeJira) -> None:
    jira.add_field("Story type", required=True)
    jira.add_field("Ledger", on_screens=False)
    jira.add_issue("OTHER-2", fields={"customfield_10002": 1})


_edit = partial(Case, method="PUT", path=PATH, status=400)
_done = partial(
    _edit,
    "edit: success",
    status=204,
    content_type=None,
    body=b"",
    removes=(CRASH,),
    adds=("issue 10000: PROJ-1, Task, To Do: Crash",),
    updates=("PROJ-1",),
)
_off_screen = partial(_edit, "edit: field that is unknown or on no screen")
_same = partial(_edit, "edit: nothing changes", status=204, content_type=None, body=b"")
_unread = partial(_edit, "edit: body that cannot be read, or wants nothing")
_unseen = partial(_edit, "edit: unknown or unseen", sent={"fields": {"summary": "x"}}, status=404, body=UNSEEN)
_forbidden = partial(_edit, "edit: no Edit issues permission", seed=_no_edit)
_placed = partial(_edit, "edit: place between a parent and children", seed=_with_subtask)
_operation = partial(_edit, "edit: operations on fields")
_comment = partial(_edit, "edit: comment")

CASES = (
    _done("summary", sent={"fields": {"summary": "Crash"}}),
    _done("by its id, in version 2", path="/rest/api/2/issue/10000", sent={"update": {"summary": [{"set": "Crash"}]}}),
    _done(
        "as clients send it",
        path=PATH + "?notifyUsers=false&overrideScreenSecurity=false",
        sent={"fields": {"project": {"key": "PROJ"}, "summary": "Crash"}, "update": {}},
    ),
    _done(
        "with notifyUsers in the body, as atlassian-python-api sends it",
        sent={"fields": {"summary": "Crash"}, "notifyUsers": "true"},
    ),
    _done(
        "type",
        sent={"fields": {"issuetype": {"name": "Bug"}}},
        adds=("issue 10000: PROJ-1, Bug, To Do: Crash on save",),
    ),
    _same("same summary", sent={"fields": {"summary": "Crash on save"}}),
    _same("no field named", sent={"fields": {}, "update": {}}),
    _same("no operation", sent={"update": {"labels": None, "issuelinks": []}}),
    _edit(
        "edit: returnIssue",
        path=PATH + "?returnIssue=true",
        sent={"fields": {"summary": "Crash on save"}},
        status=200,
        body=WHOLE.replace(TO_PROJ_2, b"").replace(
            b'"updated":"2026-01-01T00:00:04', b'"updated":"2026-01-01T00:00:01'
        ),
    ),
    _edit(
        "edit: returnIssue",
        "with what is not served",
        path=PATH + "?returnIssue=true&expand=versionedRepresentations",
        sent={"fields": {"summary": "Crash"}},
        status=501,
        body=message(b"jira_linkfake does not serve expand=versionedRepresentations of PUT issue (editIssue)."),
    ),
    _edit(
        "edit: overrideScreenSecurity",
        path=PATH + "?overrideScreenSecurity=true",
        sent={"fields": {"summary": "Crash"}},
        status=403,
        body=ADMINISTRATORS_ONLY,
    ),
    _done(
        "administrator who overrides screens",
        caller="admin",
        path=PATH + "?overrideEditableFlag=true",
        sent={"fields": {"summary": "Crash"}},
    ),
    _unread("empty", sent=b"", sent_headers={"Content-Type": "application/json"}, body=NO_CONTENT),
    _unread("a field beside the fields", sent={"summary": "x"}, body=message(b"one of 'fields' or 'update' required")),
    _unread("fields that are no object", sent={"fields": []}, body=INVALID_PAYLOAD),
    _unread("nothing", sent={}, body=message(b"one of 'fields' or 'update' required")),
    _unseen("unknown", path="/rest/api/3/issue/PROJ-99"),
    _unseen("unseen, by level", seed=seeds.hidden_by_level, path="/rest/api/3/issue/PROJ-3"),
    _unseen("unseen, by project", seed=seeds.other_project_hidden, path="/rest/api/3/issue/OTHER-1"),
    _edit(
        "edit: archived issue",
        seed=_archived,
        path="/rest/api/3/issue/PROJ-3",
        sent={"fields": {"summary": "x"}},
        body=message(b"Issue 'PROJ-3' is archived."),
    ),
    _forbidden("summary", sent={"fields": {"summary": "x"}}, body=NOT_SETTABLE % (b"summary", b"summary")),
    _forbidden(
        "anonymous",
        caller=None,
        seed=seeds.public_to_read,
        sent={"fields": {"summary": "x"}},
        body=NOT_SETTABLE % (b"summary", b"summary"),
    ),
    _forbidden(
        "several",
        sent={"fields": {"summary": "x"}, "update": {"labels": [{"add": "x"}]}},
        body=b"""{"errorMessages":[],"errors":{"summary":"Field 'summary' cannot be set. It is not on the appropriate \
screen, or unknown.","labels":"Field 'labels' cannot be set. It is not on the appropriate screen, or unknown."}}""",
    ),
    *(
        _edit(
            "edit: field that takes a permission of its own",
            name,
            seed=_no_fields_of_their_own,
            sent={"fields": {name: None}},
            body=NOT_SETTABLE % (name.encode(), name.encode()),
        )
        for name in ("reporter", "security", "assignee", "duedate")
    ),
    _edit(
        "edit: field that takes a permission of its own",
        "another project",
        sent={"fields": {"project": {"key": "OTHER"}}},
        body=NOT_SETTABLE % (b"project", b"project"),
    ),
    *(
        _off_screen(
            variant,
            seed=_custom_fields,
            sent=sent,
            body=NOT_SETTABLE % (name, name),
        )
        for variant, sent, name in (
            ("unknown", {"fields": {"customfield_10010": 3}}, b"customfield_10010"),
            ("unknown, in update", {"update": {"customfield_10010": [{"set": 3}]}}, b"customfield_10010"),
            ("on no screen", {"fields": {"customfield_10001": "x"}}, b"customfield_10001"),
            ("resolution", {"fields": {"resolution": {"name": "Done"}}}, b"resolution"),
            ("resolution, none", {"fields": {"resolution": None}}, b"resolution"),
        )
    ),
    _off_screen(
        "a required one that would have no value",
        seed=_custom_fields,
        sent={"fields": {"customfield_10000": None}},
        body=error(b"customfield_10000", b"Story type is required."),
    ),
    _done(
        "a required one that has none stays as it is, and what another issue has is taken",
        seed=_custom_fields,
        sent={"fields": {"summary": "Crash", "customfield_10002": 3, "environment": None}},
    ),
    _off_screen(
        "what is on no screen, by an administrator who overrides that",
        seed=_custom_fields,
        caller="admin",
        path=PATH + "?overrideScreenSecurity=true",
        sent={"fields": {"customfield_10001": "x", "resolution": {"id": "10001"}}},
        status=204,
        content_type=None,
        body=b"",
        updates=("PROJ-1",),
    ),
    *(
        _off_screen(
            f"resolution, {variant}",
            caller="admin",
            path=PATH + "?overrideScreenSecurity=true",
            sent={"fields": {"resolution": value}},
            body=error(b"resolution", words),
        )
        for variant, value, words in (
            ("a text", "Duplicate", b"Specify the Resolution (id or name) in the string format"),
            ("unknown", {"name": "Fixed"}, b"The resolution selected is invalid."),
        )
    ),
    _edit(
        "edit: without a reporter",
        sent={"fields": {"reporter": None}},
        body=error(b"reporter", b"Reporter is required."),
    ),
    _edit(
        "edit: user by name or key", "assignee", sent={"fields": {"assignee": {"name": "alice"}}}, body=NOT_BY_ACCOUNT
    ),
    _edit(
        "edit: user by name or key",
        "reporter, with an operation",
        sent={"fields": {"summary": "x"}, "update": {"reporter": [{"set": {"key": "alice"}}]}},
        body=NOT_BY_ACCOUNT,
    ),
    _placed(
        "type that its children cannot be below",
        sent={"fields": {"issuetype": {"name": "Epic"}}},
        body=error(b"issuetype", b"The issue type selected is invalid."),
    ),
    _placed(
        "parent in another project",
        path="/rest/api/3/issue/PROJ-3",
        sent={"fields": {"parent": {"key": "OTHER-2"}}},
        body=error(b"parent", b"A sub-task and its parent must be in the same project."),
    ),
    _comment(
        "success",
        sent={
            "update": {
                "comment": [
                    {
                        "add": {
                            "body": {
                                "type": "doc",
                                "version": 1,
                                "content": [{"type": "paragraph", "content": [{"type": "text", "text": "Seen"}]}],
                            }
                        }
                    }
                ]
            }
        },
        status=204,
        content_type=None,
        body=b"",
        adds=("comment 10000: alice on PROJ-1: Seen", "watcher of PROJ-1: alice"),
        updates=("PROJ-1",),
    ),
    _comment(
        "empty",
        path="/rest/api/2/issue/PROJ-1",
        sent={"update": {"comment": [{"add": {"body": ""}}]}},
        body=error(b"comment", b"Comment body can not be empty!"),
    ),
    _comment(
        "in fields",
        sent={"fields": {"comment": {}}},
        body=b"""{"errorMessages":[],"errors":{"comment":"Field does not support update 'comment'"}}""",
    ),
    _comment(
        "removed",
        sent={"update": {"comment": [{"remove": {"id": "10000"}}]}},
        status=501,
        body=message(b"jira_linkfake does not serve remove of comment in PUT issue (editIssue)."),
    ),
    _comment(
        "operation that there is not",
        sent={"update": {"comment": [{"set": []}]}},
        body=b"""{"errorMessages":["Field with id' comment' and name 'Comment' does not support operation 'set' """
        b"""Supported operation(s) are: 'add,edit,remove'"],"errors":{}}""",
    ),
    _operation(
        "due date",
        sent={"update": {"duedate": [{"set": "2026-03-01"}]}},
        status=204,
        content_type=None,
        body=b"",
        updates=("PROJ-1",),
    ),
    _operation(
        "labels",
        sent={"update": {"labels": [{"add": "a"}, {"add": "b"}, {"remove": "a"}]}},
        status=204,
        content_type=None,
        body=b"",
        updates=("PROJ-1",),
    ),
    _operation(
        "one that there is not",
        sent={"update": {"summary": [{"add": "x"}]}},
        body=b"""{"errorMessages":["Field with id' summary' and name 'Summary' does not support operation 'add' """
        b"""Supported operation(s) are: 'set'"],"errors":{}}""",
    ),
    _operation(
        "in fields and in update",
        sent={"fields": {"labels": []}, "update": {"labels": [{"add": "x"}]}},
        body=error(b"labels", b"Field 'labels' cannot be in both 'fields' and 'update'."),
    ),
    _edit(
        "edit: several things wrong at once",
        sent={"fields": {"summary": "", "priority": {"name": "x"}, "flavour": 1}},
        body=b"""{"errorMessages":[],"errors":{"summary":"You must specify a summary of the issue.","priority":"The \
priority selected is invalid.","flavour":"Field 'flavour' cannot be set. It is not on the appropriate screen, or \
unknown."}}""",
    ),
)

"""issue/archive and issue/unarchive."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.wire.case import DOCUMENTED, OBSERVED, PAGE, Case
from tests.wire.literals import CHALLENGE, INVALID_PAYLOAD, UNAUTHENTICATED

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

DENIED = b'{"errorMessages":["Only admins can archive or unarchive issues. Access denied."],"errors":{}}'
NONE = b'{"errorMessages":["No valid issue to archive or unarchive. Bad request."],"errors":{}}'
WRONG_QUERY = b'{"errorMessages":["Invalid JQL. Bad request."],"errors":{}}'
TOO_MANY = (
    b'{"errorMessages":["The number of issues to archive or unarchive exceeds the hard limit of 1000. '
    b'Precondition failed."],"errors":{}}'
)
SUB_TASK_AND_UNSEEN = (
    "left as they are: PROJ-3 is a sub-task, which goes with its parent; "
    "admin may not see PROJ-4: security level of PROJ-4; there is no issue PROJ-9"
)


def _family(jira: FakeJira) -> None:
    """Add PROJ-3, a sub-task of PROJ-1, and PROJ-4, which nobody sees."""
    jira.add_issue("PROJ-3", type="Sub-task", parent="PROJ-1")
    jira.add_issue("PROJ-4", visible_to=[])


def _archived(jira: FakeJira) -> None:
    _family(jira)
    jira.set_issue("PROJ-1", archived=True)
    jira.set_issue("PROJ-3", archived=True)


def _archived_by_requests(jira: FakeJira) -> None:
    """Archive PROJ-1 with its sub-task by a request, and OTHER-1 by hand."""
    from jira_linkfake.jira.archiving.rules import archive_issues

    _family(jira)
    jira.set_issue("OTHER-1", archived=True)
    archive_issues(jira.site, jira.default_user, ["PROJ-1"], archived=True)


def _with_a_hidden_one(jira: FakeJira) -> None:
    _archived_by_requests(jira)
    jira.set_issue("PROJ-4", archived=True)


def _hidden_project(jira: FakeJira) -> None:
    jira.deny("BROWSE_PROJECTS", jira.default_user, project="OTHER")


def _named(*names: str | None) -> dict[str, list[str | None]]:
    return {"issueIdsOrKeys": [*names]}


_archiving = partial(partial, Case, seed=_family, caller="admin", method="PUT", path="/rest/api/3/issue/archive")
_archive = _archiving("archiving: issues", status=200)
_unarchive = partial(
    Case,
    "archiving: issues brought back",
    seed=_archived,
    caller="admin",
    method="PUT",
    path="/rest/api/3/issue/unarchive",
    status=200,
)
_denied = _archiving("archiving: not an administrator", sent=_named("PROJ-1"), status=403, body=DENIED)
_none = _archiving("archiving: none that can be", status=400, body=NONE)
_too_many = _archiving("archiving: too many issues", status=412, body=TOO_MANY)
_unread = _archiving("archiving: body that cannot be read", status=400, body=INVALID_PAYLOAD)
_by_query = _archiving(
    "archiving: what a query finds",
    method="POST",
    status=202,
    body=b'"{base}/rest/api/3/task/10000"',
    adds=(
        'task 10000: Archive issues (COMPLETE, 100 %) of admin: {"numberOfIssuesUpdated": 2}',
        "archived: PROJ-1 by admin",
        "archived: PROJ-3 by admin",
    ),
)
_wrong_query = _archiving("archiving: query that is wrong", method="POST", status=400, body=WRONG_QUERY)

_export = partial(
    Case,
    "archiving: export",
    seed=_archived_by_requests,
    caller="admin",
    method="PUT",
    path="/rest/api/3/issues/archive/export",
    status=202,
)
_export_wrong = partial(
    Case,
    "archiving: export of what is not there",
    caller="admin",
    method="PUT",
    path="/rest/api/3/issues/archive/export",
    status=400,
)


def _exported(payload: bytes) -> bytes:
    return (
        b'{"payload":"%b","progress":100,"status":"COMPLETE","submittedTime":1767225605000,"taskId":"10000"}' % payload
    )


CASES = (
    _export(
        "of all",
        sent={},
        body=_exported(b""),
        adds=('task 10000: Export 3 archived issues (COMPLETE, 100 %) of admin: {"numberOfIssuesExported": 3}',),
    ),
    _export(
        "of some",
        sent={
            "projects": ["PROJ"],
            "issueTypes": ["10002", "10003"],
            "reporters": ["712020:00000000-0000-4000-8000-000000010000"],
            "archivedBy": ["712020:00000000-0000-4000-8000-000000010000"],
            "archivedDateRange": {"dateAfter": "2026-01-01", "dateBefore": "2026-01-01"},
        },
        body=_exported(
            b"projects=['PROJ'], types=['10002', '10003'], reporters=['712020:00000000-0000-4000-8000-000000010000'], "
            b"archived_by=['712020:00000000-0000-4000-8000-000000010000'], after=2026-01-01, before=2026-01-01"
        ),
        adds=('task 10000: Export 2 archived issues (COMPLETE, 100 %) of admin: {"numberOfIssuesExported": 2}',),
    ),
    *(
        _export(
            f"of what was archived on a day {when} it",
            sent={"archivedDateRange": {"dateAfter": day, "dateBefore": day}},
            body=_exported(f"after={day}, before={day}".encode()),
            adds=('task 10000: Export 0 archived issues (COMPLETE, 100 %) of admin: {"numberOfIssuesExported": 0}',),
        )
        for when, day in (("before", "2025-12-31"), ("after", "2026-01-02"))
    ),
    _export(
        "of all but what is hidden",
        seed=_with_a_hidden_one,
        sent={},
        body=_exported(b""),
        adds=('task 10000: Export 3 archived issues (COMPLETE, 100 %) of admin: {"numberOfIssuesExported": 3}',),
    ),
    _export_wrong(
        "a project that is not seen",
        seed=_hidden_project,
        sent={"projects": ["OTHER"]},
        body=b'{"errorMessages":["Your filter contains invalid values there is no project \'OTHER\'"],"errors":{}}',
        told="archived issues cannot be chosen so: there is no project 'OTHER'",
    ),
    _export_wrong(
        "no day",
        sent={"archivedDate": {"dateAfter": "tomorrow", "dateBefore": "2026-01-01"}},
        body=b'{"errorMessages":["Your filter contains invalid values \'tomorrow\' is no day as yyyy-MM-dd"],'
        b'"errors":{}}',
        told="archived issues cannot be chosen so: 'tomorrow' is no day as yyyy-MM-dd",
    ),
    _export_wrong(
        "no type",
        sent={"issueTypes": ["10002", "7"]},
        body=b'{"errorMessages":["Your filter contains invalid values there is no issue type \'7\'"],"errors":{}}',
    ),
    _export_wrong(
        "nobody's account",
        sent={"reporters": ["1"]},
        body=b'{"errorMessages":["Your filter contains invalid values there is no account \'1\'"],"errors":{}}',
    ),
    _export_wrong(
        "no project",
        sent={"projects": ["NONE"]},
        body=b'{"errorMessages":["Your filter contains invalid values there is no project \'NONE\'"],"errors":{}}',
        told="archived issues cannot be chosen so: there is no project 'NONE'",
    ),
    Case(
        "archiving: export, not an administrator",
        method="PUT",
        path="/rest/api/3/issues/archive/export",
        sent={},
        status=403,
        body=b'{"errorMessages":["User is not an admin."],"errors":{}}',
        told="alice does not hold Administer Jira, which exporting archived issues takes",
    ),
    _by_query("with a sub-task", sent={"jql": "key = PROJ-1"}),
    _by_query(
        "a sub-task alone",
        sent={"jql": "key = PROJ-3"},
        adds=('task 10000: Archive issues (COMPLETE, 100 %) of admin: {"numberOfIssuesUpdated": 0}',),
    ),
    _wrong_query(
        "one that is not served",
        sent={"jql": "team = x"},
        status=501,
        body=b'{"errorMessages":["jira_linkfake does not serve the field \'team\' in JQL."],"errors":{}}',
    ),
    _wrong_query(
        "no JQL",
        sent={"jql": "summary ="},
        told="the query for what is to be archived is wrong: the JQL ends where a value should follow",
    ),
    _wrong_query(
        "none",
        sent={},
        told="the query for what is to be archived is wrong: the JQL restricts nothing",
    ),
    _denied(
        "of what a query finds",
        caller="alice",
        method="POST",
        sent={"jql": "project = PROJ"},
        told="alice does not hold Administer Jira, which archiving takes",
    ),
    _archive(
        "by key and by id",
        sent=_named("PROJ-2", "10002", "PROJ-2"),
        body=b'{"errors":{},"numberOfIssuesUpdated":2}',
        adds=("archived: PROJ-2 by admin", "archived: OTHER-1 by admin"),
    ),
    _archive(
        "with a sub-task, and some that cannot be",
        sent=_named("PROJ-1", "PROJ-3", "PROJ-4", "PROJ-9"),
        body=b'{"errors":{"issueIsSubtask":{"count":1,"issueIdsOrKeys":["PROJ-3"],"message":"Issue is subtask."},'
        b'"issuesNotFound":{"count":2,"issueIdsOrKeys":["PROJ-4","PROJ-9"],"message":"Issue not found."}},'
        b'"numberOfIssuesUpdated":2}',
        adds=("archived: PROJ-1 by admin", "archived: PROJ-3 by admin"),
        told=SUB_TASK_AND_UNSEEN,
    ),
    _archive(
        "archived already",
        seed=_archived,
        sent=_named("PROJ-1"),
        body=b'{"errors":{},"numberOfIssuesUpdated":2}',
    ),
    _unarchive(
        sent=_named("PROJ-1"),
        body=b'{"errors":{},"numberOfIssuesUpdated":2}',
        removes=("archived: PROJ-1", "archived: PROJ-3"),
    ),
    _unarchive(
        "some that cannot be",
        sent=_named("PROJ-1", "PROJ-9"),
        body=b'{"errors":{"issuesNotFound":{"count":1,"issueIdsOrKeys":["PROJ-9"],"message":"Issue not found."}},'
        b'"numberOfIssuesUpdated":2}',
        removes=("archived: PROJ-1", "archived: PROJ-3"),
        told="left as they are: there is no issue PROJ-9",
    ),
    _denied(caller="alice"),
    _denied("to unarchive", caller="alice", path="/rest/api/3/issue/unarchive"),
    _denied("anonymous", caller=None, answers=OBSERVED),
    _denied(
        "anonymous, as documented",
        answers=DOCUMENTED,
        caller=None,
        status=401,
        content_type=PAGE,
        headers={"WWW-Authenticate": CHALLENGE},
        body=UNAUTHENTICATED,
    ),
    _none(
        "sub-task, hidden or missing",
        sent=_named("PROJ-3", "PROJ-4", "PROJ-9", "", None),
        told=f"{SUB_TASK_AND_UNSEEN}; an issue was given neither by key nor by a usable id",
    ),
    _none(
        "no list",
        sent={},
        told="left as they are: the request names no issue",
    ),
    _none("to unarchive, an empty list", path="/rest/api/3/issue/unarchive", sent=_named()),
    _too_many(
        sent=_named("PROJ-1", *(f"PROJ-{number}" for number in range(1001, 2000)), "PROJ-2"),
        adds=("archived: PROJ-1 by admin", "archived: PROJ-3 by admin"),
    ),
    _too_many(
        "to unarchive",
        seed=_archived,
        path="/rest/api/3/issue/unarchive",
        sent=_named(*(f"PROJ-{number}" for number in range(1001, 2000)), "PROJ-1", "PROJ-2"),
        removes=("archived: PROJ-1", "archived: PROJ-3"),
    ),
    _unread(
        sent={"issues": ["PROJ-1"]},
    ),
)

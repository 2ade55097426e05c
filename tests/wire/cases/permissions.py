"""Permissions: which there are, and who holds them where."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.wire import seeds
from tests.wire.case import DOCUMENTED, OBSERVED, PAGE, Case
from tests.wire.cases.new_issues import message
from tests.wire.literals import CHALLENGE, INVALID_PAYLOAD, NOT_JSON, UNAUTHENTICATED, UNSEEN
from tests.wire.permission_literals import ALL_PERMISSIONS

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

ALICE_ID = "712020:00000000-0000-4000-8000-000000010001"
NO_PROJECT = b'{"errorMessages":["Could not find project with provided key."],"errors":{}}'
LINK = (
    b'"key":"LINK_ISSUES","name":"Link Issues","type":"PROJECT","description":"Ability to link issues together and '
    b'create linked issues. Only useful if issue linking is turned on."'
)
BROWSE_USERS = (
    b'"key":"USER_PICKER","name":"Browse users and groups","type":"GLOBAL","description":"View and select users or '
    b"groups from the user picker, and share issues. Users with this permission can see the names of all users and "
    b'groups on your site."'
)


def _link(held: bytes) -> bytes:
    return b'"LINK_ISSUES":{"id":"21",%b,"havePermission":%b}' % (LINK, held)


def _permissions(*held: bytes) -> bytes:
    return b'{"permissions":{%b}}' % b",".join(held)


def _unrecognized(*keys: bytes) -> bytes:
    return b'{"errorMessages":[],"errors":{%b}}' % b",".join(b'"%b":"Unrecognized permission"' % key for key in keys)


def _browse(held: bytes) -> bytes:
    return (
        b'"BROWSE_PROJECTS":{"id":"10","key":"BROWSE_PROJECTS","name":"Browse Projects","type":"PROJECT",'
        b'"description":"Ability to browse projects and the issues within them.","havePermission":%b}' % held
    )


def _comments(jira: FakeJira) -> None:
    jira.add_comment("PROJ-1", "for all")
    jira.add_comment("PROJ-1", "for others", visible_to=jira.site.people.groups["board"])


def _nobody_links(jira: FakeJira) -> None:
    jira.deny("LINK_ISSUES")


def _links_in_hidden_project_only(jira: FakeJira) -> None:
    jira.deny("LINK_ISSUES", project="PROJ")
    jira.deny("BROWSE_PROJECTS", project="OTHER")


def _role_links(jira: FakeJira) -> None:
    jira.allow_only("LINK_ISSUES", jira.site.people.roles["PROJ", "Developers"])


_all = partial(Case, "permissions: list", path="/rest/api/3/permissions", status=200, body=ALL_PERMISSIONS)
_mine = partial(Case, "permissions: the caller's", status=200)
_held = partial(_mine, body=_permissions(_link(b"true")))
_lacked = partial(_mine, body=_permissions(_link(b"false")))
_unnamed = partial(
    Case,
    "permissions: the caller's, without a name of one",
    status=400,
    body=b"""{"errorMessages":["The 'permissions' query parameter is required."],"errors":{}}""",
)
_unknown = partial(Case, "permissions: the caller's, one that there is none of", status=400)
_unseen = partial(Case, "permissions: the caller's, where he sees nothing", status=404)
_in_comment = partial(Case, "permissions: the caller's, in a comment", status=400)
_of_comment = "/rest/api/3/mypermissions?permissions=BROWSE_PROJECTS&commentId=10000"
_ONLY_BROWSE = message(b"Only the permission BROWSE_PROJECTS can be asked for with 'commentId'.")
_check = partial(Case, method="POST", path="/rest/api/3/permissions/check", status=200)
_bulk = partial(_check, "permissions: in several places")
_unreadable = partial(_check, "permissions: in several places, with a body that cannot be read", status=400)
_of_others = partial(_check, "permissions: of others")
_mypermissions = "/rest/api/3/mypermissions?permissions=LINK_ISSUES"
_others = {"accountId": ALICE_ID, "globalPermissions": ["ADMINISTER", "USER_PICKER"]}
_everything = {
    "globalPermissions": ["ADMINISTER", None, "USER_PICKER"],
    "projectPermissions": [
        {"permissions": ["LINK_ISSUES", ""], "projects": [10000, 10001, 7, None], "issues": [10000, 10002, 7]},
        None,
        {"permissions": ["DELETE_ISSUES"]},
    ],
}

CASES = (
    _all("version 3"),
    _all("version 2, anonymous", path="/rest/api/2/permissions", caller=None),
    _mine("globally", path=_mypermissions, body=_permissions(_link(b"true"))),
    _held("in a project", path=f"{_mypermissions}&projectKey=PROJ"),
    _held("in a project by id, version 2", path="/rest/api/2/mypermissions?permissions=LINK_ISSUES&projectId=10001"),
    _mine(
        "in a project by what is not served",
        path=f"{_mypermissions}&projectUuid=1",
        status=501,
        body=message(b"jira_linkfake does not serve projectUuid of GET mypermissions (getMyPermissions)."),
    ),
    _held("in an issue", path=f"{_mypermissions}&issueKey=proj-1"),
    _held("in an issue by id", path=f"{_mypermissions}&issueId=10002"),
    _held("in some project", seed=seeds.no_link_permission_in_other, path=_mypermissions),
    _held("through a role", seed=_role_links, path=_mypermissions),
    _held("through a role, in its project", seed=_role_links, path=f"{_mypermissions}&projectKey=PROJ"),
    _lacked("through a role, in another project", seed=_role_links, path=f"{_mypermissions}&projectKey=OTHER"),
    _lacked("in no project", seed=_nobody_links, path=_mypermissions),
    _lacked("in no project that he may browse", seed=_links_in_hidden_project_only, path=_mypermissions),
    _lacked("not in this project", seed=seeds.no_link_permission_in_proj, path=f"{_mypermissions}&projectKey=PROJ"),
    _lacked("not in this issue", seed=seeds.no_link_permission_in_other, path=f"{_mypermissions}&issueKey=OTHER-1"),
    _lacked("anonymous", caller=None, path=_mypermissions),
    _held("anonymous, on a public site", caller=None, seed=seeds.public, path=f"{_mypermissions}&issueKey=PROJ-1"),
    _mine(
        "several, one twice",
        path=f"{_mypermissions},USER_PICKER,%20LINK_ISSUES",
        body=_permissions(_link(b"true"), b'"USER_PICKER":{"id":"27",%b,"havePermission":true}' % BROWSE_USERS),
    ),
    _mine(
        "several, each a parameter of its own",
        path=f"{_mypermissions}&permissions=USER_PICKER",
        body=_permissions(_link(b"true"), b'"USER_PICKER":{"id":"27",%b,"havePermission":true}' % BROWSE_USERS),
    ),
    _unnamed("absent", path="/rest/api/3/mypermissions"),
    _unnamed("empty", path="/rest/api/3/mypermissions?permissions=,&projectKey=PROJ"),
    _unnamed("anonymous", caller=None, path="/rest/api/3/mypermissions"),
    _unknown(
        "one of several",
        path=f"{_mypermissions},LAUNCH_ROCKETS&projectKey=NOPEZZQ",
        body=_unrecognized(b"LAUNCH_ROCKETS"),
    ),
    _unknown(
        "the second",
        path=f"{_mypermissions}&permissions=LAUNCH_ROCKETS",
        body=_unrecognized(b"LAUNCH_ROCKETS"),
    ),
    _unknown("two", path="/rest/api/3/mypermissions?permissions=A,B", body=_unrecognized(b"A", b"B")),
    _in_comment(
        "that he may read",
        path=_of_comment,
        seed=_comments,
        status=200,
        body=_permissions(_browse(b"true")),
    ),
    _in_comment(
        "that is for others",
        path=_of_comment.replace("10000", "10001"),
        seed=_comments,
        status=200,
        body=_permissions(_browse(b"false")),
    ),
    _in_comment(
        "that there is not",
        path=_of_comment.replace("10000", "10009"),
        seed=_comments,
        status=200,
        body=_permissions(_browse(b"false")),
    ),
    _in_comment("that is no number", path=f"{_of_comment}x", status=200, body=_permissions(_browse(b"false"))),
    _in_comment("of another permission", path=f"{_mypermissions}&commentId=10000", seed=_comments, body=_ONLY_BROWSE),
    _in_comment(
        "of several permissions",
        path=_of_comment.replace("PROJECTS", "PROJECTS,LINK_ISSUES"),
        seed=_comments,
        body=_ONLY_BROWSE,
    ),
    _unseen("unknown project", path=f"{_mypermissions}&projectKey=NOPEZZQ", body=NO_PROJECT),
    _unseen("project by unknown id", path=f"{_mypermissions}&projectId=7", body=NO_PROJECT.replace(b"key", b"id")),
    _unseen(
        "project by an id that is no number",
        path=f"{_mypermissions}&projectId=PROJ",
        body=NO_PROJECT.replace(b"key", b"id"),
    ),
    _unseen(
        "hidden project", seed=seeds.other_project_hidden, path=f"{_mypermissions}&projectKey=OTHER", body=NO_PROJECT
    ),
    _unseen("unknown issue", path=f"{_mypermissions}&issueKey=PROJ-9", body=UNSEEN),
    _unseen("hidden issue", seed=seeds.hidden_by_level, path=f"{_mypermissions}&issueKey=PROJ-3", body=UNSEEN),
    _unseen(
        "anonymous, documented",
        answers=DOCUMENTED,
        caller=None,
        path=f"{_mypermissions}&projectKey=PROJ",
        status=401,
        content_type=PAGE,
        headers={"WWW-Authenticate": CHALLENGE},
        body=UNAUTHENTICATED,
    ),
    _unseen(
        "anonymous, observed", answers=OBSERVED, caller=None, path=f"{_mypermissions}&projectKey=PROJ", body=NO_PROJECT
    ),
    _bulk(
        "held",
        sent=_everything,
        body=b'{"projectPermissions":[{"permission":"LINK_ISSUES","issues":[10000,10002],"projects":[10000,10001]},'
        b'{"permission":"DELETE_ISSUES","issues":[],"projects":[]}],"globalPermissions":["USER_PICKER"]}',
    ),
    _bulk(
        "lacked in one project, version 2",
        seed=seeds.no_link_permission_in_proj,
        path="/rest/api/2/permissions/check",
        sent=_everything,
        body=b'{"projectPermissions":[{"permission":"LINK_ISSUES","issues":[10002],"projects":[10001]},'
        b'{"permission":"DELETE_ISSUES","issues":[],"projects":[]}],"globalPermissions":["USER_PICKER"]}',
    ),
    _bulk(
        "hidden",
        seed=seeds.other_project_hidden,
        sent=_everything,
        body=b'{"projectPermissions":[{"permission":"LINK_ISSUES","issues":[10000],"projects":[10000]},'
        b'{"permission":"DELETE_ISSUES","issues":[],"projects":[]}],"globalPermissions":["USER_PICKER"]}',
    ),
    _bulk("nothing asked, anonymous", caller=None, sent={}, body=b'{"projectPermissions":[],"globalPermissions":[]}'),
    _bulk(
        "global permission that is one of projects",
        sent={"globalPermissions": ["LINK_ISSUES"]},
        status=400,
        body=_unrecognized(b"LINK_ISSUES"),
    ),
    _bulk(
        "permission of projects that is global",
        sent={"projectPermissions": [{"permissions": ["ADMINISTER"], "projects": [10000]}]},
        status=400,
        body=_unrecognized(b"ADMINISTER"),
    ),
    _bulk(
        "projects without a permission",
        sent={"projectPermissions": [{"projects": [10000]}]},
        status=400,
        body=b'{"errorMessages":["At least one project permission must be provided."],"errors":{}}',
    ),
    _unreadable("malformed", sent=b"{", body=NOT_JSON),
    _unreadable("unknown property", sent={"permissions": ["LINK_ISSUES"]}, body=INVALID_PAYLOAD),
    _unreadable(
        "project by key",
        sent={"projectPermissions": [{"permissions": ["LINK_ISSUES"], "projects": ["PROJ"]}]},
        body=INVALID_PAYLOAD,
    ),
    _of_others(
        "by an administrator",
        caller="admin",
        sent=_others,
        body=b'{"projectPermissions":[],"globalPermissions":["USER_PICKER"]}',
    ),
    _of_others("of oneself", sent=_others, body=b'{"projectPermissions":[],"globalPermissions":["USER_PICKER"]}'),
    _of_others(
        "by another",
        sent={**_others, "accountId": "712020:00000000-0000-4000-8000-000000010000"},
        status=403,
        body=b'{"errorMessages":["Only Jira administrators can perform this operation."],"errors":{}}',
    ),
    _of_others(
        "of an unknown user",
        caller="admin",
        sent={**_others, "accountId": "1"},
        status=400,
        body=b"""{"errorMessages":["The account ID '1' is invalid."],"errors":{}}""",
    ),
)

"""What hides a thing, or keeps somebody from it, which the caller must never learn: the journal tells it."""

import pytest

from jira_linkfake import FakeJira


@pytest.fixture(scope="module")
def site():
    """A site where alice may not browse LIB, is in no group and administers nothing."""
    jira = FakeJira()
    jira.add_issues("APP-1", "LIB-1")
    jira.add_user("alice")
    jira.add_group("devs")
    jira.add_link("APP-1", "blocks", "LIB-1")
    jira.add_issue("APP-2", visible_to=[])
    jira.add_attachment("LIB-1", "a.txt")
    jira.add_task("Import")
    for issue, readers in (("LIB-1", None), ("APP-1", "devs")):
        jira.add_comment(issue, "Said", visible_to=readers)
        jira.add_worklog(issue, "1h", visible_to=readers)
    for project in ("LIB", "APP"):
        jira.add_component("Editor", project=project)
        jira.add_version("1.0", project=project)
    jira.allow_only("BROWSE_PROJECTS", "admin", project="LIB")
    for permission in ("ADMINISTER", "ADMINISTER_PROJECTS"):
        jira.allow_only(permission, "admin")
    return jira


_LIB = "it is there, but hidden (no Browse projects in LIB)"
_DEVS = "it is there, but hidden (it is for the group devs)"
_NO_ADMIN = "alice holds neither Administer projects in APP nor Administer Jira"
_NEW = {"name": "New"}


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "truth"),
    [
        ("GET", "project/LIB", None, 404, f"alice sees no project 'LIB': {_LIB}"),
        ("GET", "component/10000", None, 404, f"there is no component '10000' that alice sees: {_LIB}"),
        ("GET", "component/x", None, 404, "there is no component 'x' that alice sees: there is none"),
        ("POST", "component", {**_NEW, "project": "LIB"}, 404, f"alice sees no project 'LIB': {_LIB}"),
        ("PUT", "component/10001", _NEW, 403, _NO_ADMIN),
        ("DELETE", "component/10001", None, 403, _NO_ADMIN),
        ("GET", "version/10000", None, 404, f"there is no version '10000' that alice sees: {_LIB}"),
        ("GET", "version/x", None, 404, "there is no version 'x' that alice sees: there is none"),
        ("PUT", "version/10001", _NEW, 400, _NO_ADMIN),
        ("DELETE", "version/10001", None, 401, _NO_ADMIN),
        (
            "POST",
            "version",
            {**_NEW, "project": "LIB"},
            404,
            "alice cannot create a version in the project 'LIB': it is there, but no Browse projects in LIB",
        ),
        (
            "POST",
            "version",
            {**_NEW, "projectId": 10001},
            404,
            "alice cannot create a version in the project '10001': it is there, but no Browse projects in LIB",
        ),
        (
            "POST",
            "version",
            {**_NEW, "project": "APP"},
            404,
            (
                "alice cannot create a version in the project 'APP': it is there, but neither Administer projects in "
                "APP nor Administer Jira is held"
            ),
        ),
        (
            "POST",
            "version",
            {**_NEW, "projectId": 7},
            404,
            "alice cannot create a version in the project '7': there is none",
        ),
        ("GET", "attachment/10000", None, 404, f"there is no attachment '10000' that alice sees: {_LIB}"),
        ("GET", "comment/x/properties", None, 400, "'x' is no id of a comment"),
        ("GET", "comment/7/properties", None, 404, "alice sees no comment '7' on the issue: there is none"),
        ("GET", "task/x", None, 404, "there is no task 'x'"),
        ("GET", "comment/10000/properties", None, 404, f"alice sees no comment '10000' on the issue: {_LIB}"),
        ("GET", "comment/10001/properties", None, 404, f"alice sees no comment '10001' on the issue: {_DEVS}"),
        ("GET", "issue/APP-1/comment/10001", None, 404, f"alice sees no comment '10001' on the issue: {_DEVS}"),
        (
            "GET",
            "issue/APP-1/comment/10000",
            None,
            404,
            "alice sees no comment '10000' on the issue: there is none",
        ),
        ("GET", "issue/APP-1/worklog/10001", None, 404, f"alice sees no worklog '10001' on the issue: {_DEVS}"),
        (
            "GET",
            "issue/APP-1/worklog/10000",
            None,
            404,
            "alice sees no worklog '10000' on the issue: there is none",
        ),
        ("GET", "issue/APP-2", None, 404, "alice may not see APP-2: security level of APP-2"),
        (
            "GET",
            "issueLink/10000",
            None,
            404,
            "link 10000 is hidden: alice may not see LIB-1: no Browse projects in LIB",
        ),
        (
            "GET",
            "mypermissions?permissions=EDIT_ISSUES&projectKey=LIB",
            None,
            404,
            f"alice sees no project with key 'LIB': {_LIB}",
        ),
        (
            "GET",
            "mypermissions?permissions=EDIT_ISSUES&projectId=10001",
            None,
            404,
            f"alice sees no project with id '10001': {_LIB}",
        ),
        (
            "GET",
            "mypermissions?permissions=EDIT_ISSUES&projectId=x",
            None,
            404,
            "alice sees no project with id 'x': there is none",
        ),
        ("GET", "search/jql?jql=project=LIB", None, 400, f"alice sees no project 'LIB': {_LIB}"),
        ("GET", "search/jql?jql=key=LIB-1", None, 400, f"alice sees no issue LIB-1: {_LIB}"),
        (
            "GET",
            "search/jql?jql=key=APP-2",
            None,
            400,
            "alice sees no issue APP-2: it is there, but hidden (security level of APP-2)",
        ),
        (
            "GET",
            "search/jql?jql=issue in linkedIssues(LIB-1)",
            None,
            400,
            f"alice sees no issue LIB-1, of which linkedIssues was asked: {_LIB}",
        ),
        ("GET", "task/10000", None, 403, "alice has not submitted task 10000, and does not hold Administer Jira"),
    ],
)
def test_what_hides_a_thing_is_told(site, method, path, body, status, truth):
    """The journal tells whether a thing is not there, or what keeps the caller from it."""
    reply = site.client().open(f"/rest/api/3/{path}", method=method, json=body, auth=site.user("alice").auth)
    assert (reply.status_code, site.exchanges[-1].reason) == (status, truth)


_BY_ACCOUNT = "Cloud knows users by their account ids alone"


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "truth"),
    [
        ("PUT", "issue/APP-1/assignee", {"name": "a"}, 400, f"a user was named by name: {_BY_ACCOUNT}"),
        (
            "PUT",
            "issue/APP-1/assignee",
            {"key": "a", "name": "a"},
            400,
            f"a user was named by name and key: {_BY_ACCOUNT}",
        ),
        ("PUT", "issue/APP-1/assignee", {}, 400, f"a user was named by nothing: {_BY_ACCOUNT}"),
        (
            "POST",
            "component",
            {**_NEW, "project": "APP", "leadUserName": "a"},
            400,
            f"a user was named by leadUserName: {_BY_ACCOUNT}",
        ),
        ("GET", "group/member?groupname=crew", None, 404, "there is no group 'crew'"),
        ("GET", "group/member?groupId=crew", None, 404, "there is no group 'crew'"),
        ("GET", "group/member?groupId=crew&groupname=devs", None, 400, "a group takes either a name or an id"),
        ("GET", "group/member", None, 400, "a group takes either a name or an id"),
        ("GET", "projectCategory/x", None, 404, "there is no project category 'x'"),
        ("GET", "securitylevel/7", None, 404, "there is no security level '7'"),
        (
            "PUT",
            "issue/APP-1/comment/10000",
            {"body": 1},
            404,
            "admin sees no comment '10000' on the issue: there is none",
        ),
    ],
)
def test_how_a_thing_was_named_is_told(site, method, path, body, status, truth):
    """The journal tells by what a request named what there is not."""
    reply = site.client().open(f"/rest/api/3/{path}", method=method, json=body, auth=site.auth)
    assert (reply.status_code, site.exchanges[-1].reason) == (status, truth)

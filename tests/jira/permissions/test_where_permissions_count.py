"""Permissions count in the project of what a request is about: held elsewhere they help nothing."""

import io

import pytest

from jira_linkfake import FakeJira

NO_CHECK = {"X-Atlassian-Token": "no-check"}
_PARAGRAPH = {"type": "paragraph", "content": [{"type": "text", "text": "So"}]}
_SAID = {"body": {"type": "doc", "version": 1, "content": [_PARAGRAPH]}}
_WORK = {"category": "c", "url": "https://example.com"}
_REMOTE = {"object": {"url": "https://example.com", "title": "t"}}
_NEW_ISSUE = {"fields": {"project": "{project}", "issuetype": {"name": "Task"}, "summary": "s"}}
_LINK = {"type": {"name": "Blocks"}, "inwardIssue": {"key": "{key}"}, "outwardIssue": {"key": "WEB-1"}}

# What takes a permission, or one of several: {key} is an issue's, and {id} is of what stands on it or in its project.
REQUESTS = [
    ("CREATE_ISSUES", "POST", "issue", _NEW_ISSUE),
    ("EDIT_ISSUES", "PUT", "issue/{key}", {"fields": {"summary": "New"}}),
    ("MODIFY_REPORTER", "PUT", "issue/{key}", {"fields": {"reporter": {"id": "{bob}"}}}),
    ("SCHEDULE_ISSUES", "PUT", "issue/{key}", {"fields": {"duedate": "2026-02-03"}}),
    ("RESOLVE_ISSUES", "PUT", "issue/{key}", {"fields": {"fixVersions": []}}),
    ("ASSIGN_ISSUES", "PUT", "issue/{key}/assignee", {"accountId": None}),
    ("TRANSITION_ISSUES", "POST", "issue/{key}/transitions", {"transition": {"id": "21"}}),
    ("DELETE_ISSUES", "DELETE", "issue/{key}", None),
    ("ADD_COMMENTS", "POST", "issue/{key}/comment", _SAID),
    ("EDIT_ALL_COMMENTS EDIT_OWN_COMMENTS", "PUT", "issue/{key}/comment/{id}", _SAID),
    ("DELETE_ALL_COMMENTS DELETE_OWN_COMMENTS", "DELETE", "issue/{key}/comment/{id}", None),
    ("EDIT_ALL_COMMENTS EDIT_OWN_COMMENTS", "PUT", "comment/{id}/properties/p", 1),
    ("WORK_ON_ISSUES", "POST", "issue/{key}/worklog", {"timeSpent": "1h"}),
    ("EDIT_ALL_WORKLOGS EDIT_OWN_WORKLOGS", "PUT", "issue/{key}/worklog/{id}", {"timeSpent": "2h"}),
    ("DELETE_ALL_WORKLOGS DELETE_OWN_WORKLOGS", "DELETE", "issue/{key}/worklog/{id}", None),
    ("DELETE_ALL_WORKLOGS", "DELETE", "issue/{key}/worklog", {"ids": ["{number}"]}),
    ("CREATE_ATTACHMENTS", "POST", "issue/{key}/attachments", "a file"),
    ("DELETE_ALL_ATTACHMENTS DELETE_OWN_ATTACHMENTS", "DELETE", "attachment/{id}", None),
    ("EDIT_ISSUES", "PUT", "issue/{key}/properties/p", 1),
    ("EDIT_ISSUES", "DELETE", "issue/{key}/properties/there", None),
    ("LINK_ISSUES", "POST", "issue/{key}/remotelink", _REMOTE),
    ("LINK_ISSUES", "PUT", "issue/{key}/remotelink/{id}", _REMOTE),
    ("LINK_ISSUES", "DELETE", "issue/{key}/remotelink/{id}", {}),
    ("EDIT_ISSUES", "DELETE", "issue/{key}/remotelink/{id}", {}),
    ("MANAGE_WATCHERS", "POST", "issue/{key}/watchers", "{bob}"),
    ("LINK_ISSUES", "POST", "issueLink", _LINK),
    ("LINK_ISSUES", "DELETE", "issueLink/{id}", None),
    ("ADMINISTER_PROJECTS ADMINISTER", "PUT", "version/{id}", {"description": "d"}),
    ("ADMINISTER_PROJECTS ADMINISTER", "DELETE", "version/{id}", None),
    ("ADMINISTER_PROJECTS ADMINISTER", "POST", "version/{id}/move", {"position": "First"}),
    ("ADMINISTER_PROJECTS ADMINISTER", "POST", "version", {"name": "2.0", "project": "{name}"}),
    ("ADMINISTER_PROJECTS ADMINISTER", "POST", "component", {"name": "New", "project": "{name}"}),
    ("ADMINISTER_PROJECTS ADMINISTER", "PUT", "component/{id}", {"description": "d"}),
    ("ADMINISTER_PROJECTS ADMINISTER", "DELETE", "component/{id}", None),
    ("RESOLVE_ISSUES", "POST", "version/{id}/relatedwork", _WORK),
    ("EDIT_ISSUES", "POST", "version/{id}/relatedwork", _WORK),
    ("ADMINISTER_PROJECTS ADMINISTER", "PUT", "project/{name}/properties/p", 1),
]


@pytest.fixture
def jira():
    """A site of three projects, two of which have one of each thing, of alice's."""
    jira = FakeJira()
    jira.add_issues("APP-1", "LIB-1", "WEB-1")
    for name in ("alice", "bob"):
        jira.add_user(name)
    with jira.acting_as("alice"):
        for project in ("APP", "LIB"):
            key = f"{project}-1"
            jira.add_comment(key, "Said")
            jira.add_worklog(key, "1h")
            jira.add_attachment(key, "a.txt")
            jira.add_property(key, "there", 1)
            jira.add_remote_link(key, "https://example.com/1")
            jira.add_version("1.0", project=project)
            jira.add_component("Editor", project=project)
            jira.add_link(key, "relates to", "WEB-1")
    jira.deny("LINK_ISSUES", "alice", project="WEB")
    return jira


def _filled(value, places):
    if isinstance(value, dict):
        return {name: _filled(one, places) for name, one in value.items()}
    if isinstance(value, list):
        return [_filled(one, places) for one in value]
    if value == "{number}":
        return int(places["id"])
    if value == "{project}":
        return {"key": places["name"]}
    return value.format(**places) if isinstance(value, str) else value


@pytest.mark.parametrize(
    ("permissions", "method", "path", "body"), REQUESTS, ids=[f"{one[1]} {one[2]} {one[0]}" for one in REQUESTS]
)
def test_permission_counts_in_its_project(jira, permissions, method, path, body):
    """What takes a permission is refused where it is not held, in words of that project, and carried out elsewhere."""
    for permission in permissions.split():
        if permission == "ADMINISTER":
            jira.allow_only("ADMINISTER", "admin")
        else:
            jira.deny(permission, "alice", project="APP")

    def sent(project):
        number = {"APP": "10000", "LIB": "10001"}[project]
        places = {"key": f"{project}-1", "id": number, "name": project, "bob": jira.user("bob").account_id}
        file = {"data": {"file": (io.BytesIO(b"1"), "b.txt")}, "headers": NO_CHECK}
        rest = file if body == "a file" else {"json": _filled(body, places)}
        reply = jira.client().open(
            f"/rest/api/3/{path.format(**places)}", method=method, auth=jira.user("alice").auth, **rest
        )
        return reply.status_code

    assert sent("APP") in (400, 401, 403, 404)
    assert "APP" in jira.exchanges[-1].reason
    assert sent("LIB") in (200, 201, 204)


def test_watchers_and_voters_are_seen_where_the_permission_is_held(jira):
    """Who watches and votes is told where View voters and watchers is held; elsewhere of themselves alone."""
    for key in ("APP-1", "LIB-1"):
        jira.add_watcher(key, "bob")
        jira.add_vote(key, "bob")
    jira.deny("VIEW_VOTERS_AND_WATCHERS", "alice", project="APP")

    def told(key, path, names):
        found = jira.client().get(f"/rest/api/3/issue/{key}/{path}", auth=jira.user("alice").auth).json
        return [one["displayName"] for one in found.get(names, [])]

    assert "bob" not in told("APP-1", "watchers", "watchers")
    assert told("APP-1", "votes", "voters") == []
    assert "bob" in told("LIB-1", "watchers", "watchers")
    assert told("LIB-1", "votes", "voters") == ["bob"]


def test_everybody_watches_by_themselves(jira):
    """Who watches or stops it by themselves needs no permission; for another one it is that of the issue's project."""
    jira.deny("MANAGE_WATCHERS", "alice", project="APP")
    alice, bob = jira.user("alice"), jira.user("bob")
    jira.add_watcher("APP-1", "bob")

    def status(method, key, account):
        query = f"?accountId={account}" if method == "DELETE" else ""
        body = account if method == "POST" else None
        address = f"/rest/api/3/issue/{key}/watchers{query}"
        return jira.client().open(address, method=method, json=body, auth=alice.auth).status_code

    for key, others in (("APP-1", False), ("LIB-1", True)):
        assert [status(method, key, alice.account_id) for method in ("POST", "DELETE")] == [204, 204]
        assert [status(method, key, bob.account_id) == 204 for method in ("POST", "DELETE")] == [others, others]


def test_statuses_are_for_either_kind_of_administrator(jira):
    """Who administers the site or a project finds statuses, and nobody else does."""
    jira.allow_only("ADMINISTER", "admin")
    jira.allow_only("ADMINISTER_PROJECTS", "bob")
    found = [
        jira.client().get("/rest/api/3/statuses/search", auth=jira.user(name).auth).status_code
        for name in ("admin", "bob", "alice")
    ]
    assert found == [200, 200, 401]


def test_types_of_a_project_are_for_those_who_browse_it(jira):
    """A type of a team-managed project is found by who may browse the project, and by nobody else."""
    jira.add_project("OWN", team_managed=True)
    own = next(one for one in jira.site.issue_types.values() if one.project_id is not None)
    jira.allow_only("BROWSE_PROJECTS", "alice", project="OWN")
    found = [
        jira.client().get(f"/rest/api/3/issuetype/{own.id}", auth=jira.user(name).auth).status_code
        for name in ("alice", "bob")
    ]
    assert found == [200, 404]

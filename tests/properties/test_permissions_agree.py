"""What a caller is told of permissions is what the site then allows, and tells nothing of what is hidden."""

from hypothesis import given
from hypothesis import strategies as st

from jira_linkfake import ANYONE, FakeJira

OF_PROJECTS = ("BROWSE_PROJECTS", "LINK_ISSUES", "ADD_COMMENTS", "ADMINISTER_PROJECTS", "SET_ISSUE_SECURITY")
OF_SITE = ("ADMINISTER", "USER_PICKER")
ISSUES = {"APP-1": 10000, "LIB-1": 10001, "LIB-2": 10002}
CALLERS = [None, ("alice@example.com", "alices"), ("admin@example.com", "admin-token")]


@st.composite
def _worlds(draw):
    """Return a site on which who may do what is drawn: three issues in two projects, one of them with a level."""
    jira = FakeJira(answers="observed", credentials="issued")
    jira.add_issues("APP-1", "LIB-1")
    alice = jira.add_user("alice", token="alices")
    team = jira.add_group("team", members=draw(st.sampled_from([[], [alice], [alice, jira.default_user]])))
    role = jira.add_role("Testers", project="LIB", members=draw(st.sampled_from([[], [alice], [team]])))
    holders = st.lists(st.sampled_from([alice, jira.default_user, team, ANYONE]), max_size=2)
    in_lib = st.lists(st.sampled_from([alice, jira.default_user, team, role, ANYONE]), max_size=2)
    level = jira.add_security_level("Internal", project="LIB", members=draw(in_lib))
    jira.add_issue("LIB-2", security_level=level)
    for permission in OF_SITE:
        _permit(jira, permission, draw(holders))
    for permission in OF_PROJECTS:
        _permit(jira, permission, draw(holders), project="APP")
        _permit(jira, permission, draw(in_lib), project="LIB")
    return jira


def _permit(jira, permission, holders, project=None):
    if holders:
        jira.allow_only(permission, *holders, project=project)
    else:
        jira.deny(permission, project=project)


def _ask(jira, auth, method, path, **body):
    return jira.client().open(f"/rest/api/2/{path}", method=method, auth=auth, **body)


def _told(jira, auth, context):
    """Return the keys of the permissions that a caller is told to hold, or None where the context is not seen."""
    reply = _ask(jira, auth, "GET", f"mypermissions?permissions={','.join((*OF_PROJECTS, *OF_SITE))}&{context}")
    if reply.status_code == 404:
        return None
    return {key for key, permission in reply.json["permissions"].items() if permission["havePermission"]}


def _allowed(jira, auth, key):
    """Return the permissions without which the site would not have done what it is asked to, around a seen issue."""
    project = key.partition("-")[0]
    other = jira.add_issue(f"{project}-{len(jira.site.issues) + 1}")
    link = {"type": {"name": "Blocks"}, "inwardIssue": {"key": key}, "outwardIssue": {"key": other.key}}
    new_type = {"name": f"New {auth} {key}", "inward": "is renewed by", "outward": "renews"}
    asked = {
        "BROWSE_PROJECTS": ("GET", f"project/{project}", None),
        "LINK_ISSUES": ("POST", "issueLink", link),
        "ADD_COMMENTS": ("POST", f"issue/{key}/comment", {"body": "Said"}),
        "ADMINISTER": ("POST", "issueLinkType", new_type),
        "USER_PICKER": ("GET", "users/search", None),
    }
    return {
        permission
        for permission, (method, path, body) in asked.items()
        if _ask(jira, auth, method, path, json=body).status_code in (200, 201)
    }


@given(jira=_worlds())
def test_caller_may_do_what_he_is_told(jira):
    """In an issue that is seen, a permission is told to be held exactly where the site then lets the caller act."""
    for auth in CALLERS:
        for key in ISSUES:
            told = _told(jira, auth, f"issueKey={key}")
            assert (told is None) == (_ask(jira, auth, "GET", f"issue/{key}").status_code == 404)
            if told is not None:
                assert told - {"ADMINISTER_PROJECTS", "SET_ISSUE_SECURITY"} == _allowed(jira, auth, key)


@given(jira=_worlds())
def test_project_shows_what_the_caller_is_told_to_hold(jira):
    """Roles and levels of a seen project are shown exactly to who is told that he may administer it and set them."""
    for auth in CALLERS:
        for project in ("APP", "LIB"):
            told = _told(jira, auth, f"projectKey={project}")
            listed = [one["key"] for one in _ask(jira, auth, "GET", "project").json]
            assert (told is None) == (project not in listed)
            if told is not None:
                roles = _ask(jira, auth, "GET", f"project/{project}/role").status_code == 200
                assert roles == (not told.isdisjoint({"ADMINISTER", "ADMINISTER_PROJECTS"}))
                levels = _ask(jira, auth, "GET", f"project/{project}/securitylevel").json["levels"]
                assert "SET_ISSUE_SECURITY" in told or levels == []


@given(jira=_worlds())
def test_both_ways_to_ask_agree(jira):
    """`permissions/check` names the projects and issues in which `mypermissions` tells that a permission is held."""
    projects = {"APP": 10000, "LIB": 10001}
    body = {"permissions": list(OF_PROJECTS), "projects": [*projects.values()], "issues": [*ISSUES.values()]}
    for auth in CALLERS:
        reply = _ask(
            jira,
            auth,
            "POST",
            "permissions/check",
            json={"globalPermissions": list(OF_SITE), "projectPermissions": [body]},
        )
        in_projects = {name: _told(jira, auth, f"projectKey={name}") or set() for name in projects}
        in_issues = {key: _told(jira, auth, f"issueKey={key}") or set() for key in ISSUES}
        anywhere = set().union(*in_projects.values())
        assert {one for one in _told(jira, auth, "") if one in OF_PROJECTS} == anywhere & {*OF_PROJECTS}
        assert set(reply.json["globalPermissions"]) == _told(jira, auth, "") & {*OF_SITE}
        for grant in reply.json["projectPermissions"]:
            permission = grant["permission"]
            assert grant["projects"] == [number for name, number in projects.items() if permission in in_projects[name]]
            assert grant["issues"] == [number for key, number in ISSUES.items() if permission in in_issues[key]]

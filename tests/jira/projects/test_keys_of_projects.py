"""A project with another key: all that is its own goes along, and the old keys still lead there."""

from __future__ import annotations

import json

import pytest

from jira_linkfake import FakeJira, UsageError


@pytest.fixture
def renamed(jira, ask):
    """Let APP, of which everything hangs on the key, be NEW, and have been EARLY."""
    alice = jira.add_user("alice")
    developers = jira.add_role("Developers", project="APP", members=[alice])
    jira.allow_only("BROWSE_PROJECTS", developers, project="APP")
    jira.allow_only("EDIT_ISSUES", developers)
    level = jira.add_security_level("Inner", project="APP", members=[developers])
    version = jira.add_version("1.0", project="APP")
    jira.add_component("Core", project="APP")
    jira.set_issue("APP-1", security_level=level)
    jira.add_issue("APP-3", fix_versions=[version.name], components=["Core"])
    jira.remove_issue("APP-2")
    jira.remove_issue(jira.add_issue("LIB-9"))
    jira.add_filter("Ours", jql="project = APP", owner="alice", shared_with=[developers])
    jira.add_link("APP-1", "blocks", "LIB-1")
    jira.allow_only("BROWSE_PROJECTS", developers, jira.default_user, project="APP")
    for key in ("EARLY", "NEW"):
        assert ask("PUT", "project/APP", json={"key": key}).status_code == 200
    return alice


def test_all_of_a_project_goes_along_with_its_key(jira, ask, renamed):
    """Who holds what stays, by role and level too, and so do parts, links and history."""

    def found(jql, auth=renamed.auth):
        reply = ask("GET", f"search/jql?jql={jql}&fields=key", auth=auth)
        return [one["key"] for one in reply.json.get("issues", ())]

    assert [str(one) for one in jira.links] == ["NEW-1 blocks LIB-1"]
    for key in ("APP-1", "EARLY-1", "early-1", "NEW-1"):
        assert ask("GET", f"issue/{key}", auth=renamed.auth).json["key"] == "NEW-1"
        assert ask("GET", f"issue/{key}").status_code == 404  # the admin is not in the level
    for query in ("project = APP", "project = early", "project = NEW", "fixVersion = 1.0 OR key = APP-1"):
        assert found(f"{query} ORDER BY key") == ["NEW-1", "NEW-3"]
    assert found("key in (APP-3, EARLY-3)") == ["NEW-3"]
    assert ask("PUT", "issue/APP-3", json={"fields": {"summary": "x"}}, auth=renamed.auth).status_code == 204
    assert ask("PUT", "issue/APP-3", json={"fields": {"summary": "y"}}).status_code == 400
    new = {"project": {"key": "APP"}, "issuetype": {"name": "Task"}, "summary": "x"}
    assert ask("POST", "issue", json={"fields": new}).json["key"] == "NEW-4"
    assert ask("GET", "issue/APP-4", auth=renamed.auth).json["key"] == "NEW-4"
    assert ask("GET", "mypermissions?permissions=EDIT_ISSUES&projectKey=APP").status_code == 200
    roles = ask("GET", "project/APP/role/10000").json["actors"]
    assert [one["displayName"] for one in roles] == ["alice"]
    assert [one.name for one in jira.site.components.of_project("NEW")] == ["Core"]
    assert ask("GET", "issue/NEW-2").status_code == 404
    [shared] = ask("GET", "filter/10000?expand=sharedUsers", auth=renamed.auth).json["sharePermissions"]
    assert (shared["project"]["key"], shared["role"]["name"]) == ("NEW", "Developers")
    assert ask("GET", "project/APP?expand=projectKeys").json["projectKeys"] == ["NEW", "APP", "EARLY"]


def test_a_key_that_a_project_had_is_taken_until_it_is_released(jira, ask, renamed):
    """Then it leads nowhere, and another project can have it; so can it when the project goes."""
    other = {"key": "APP", "name": "Other", "leadAccountId": jira.default_user.account_id}
    assert ask("POST", "project", json=other).json["errors"] == {"projectKey": "Project 'APP' uses this project key."}
    assert ask("PUT", "project/NEW", json={"releasedProjectKeys": ["APP"]}).status_code == 200
    assert ask("GET", "issue/APP-1", auth=renamed.auth).status_code == 404
    assert ask("POST", "project", json=other).status_code == 201
    assert ask("PUT", "project/NEW", json={"key": "EARLY"}).status_code == 200
    assert jira.site.projects.former == {"NEW": "EARLY"}
    assert ask("DELETE", "project/NEW?enableUndo=false").status_code == 204
    assert jira.site.projects.former == {}
    assert ask("GET", "search/jql?jql=project = NEW").status_code == 400


def test_a_board_is_about_the_project_whose_former_key_its_query_has(jira, renamed):
    """Its query goes on finding the issues, and so does whoever asks for the boards of the project."""
    jira.add_board("Team", filter=jira.add_filter("Old", "project = EARLY and status = Done"))
    for path in ("board?projectKeyOrId=NEW", "board/1/project"):
        assert jira.client().get(f"/rest/agile/1.0/{path}", auth=jira.auth).json["total"] == 1


def test_data_keeps_what_a_project_was_called(jira, renamed):
    """A site that is made of what was written knows the old keys; one of another project is refused."""
    written = jira.dump()
    again = FakeJira()
    again.load(written)
    assert again.site.projects.former == jira.site.projects.former == {"APP": "NEW", "EARLY": "NEW"}
    assert json.loads(json.dumps(again.dump())) == json.loads(json.dumps(written))
    with pytest.raises(UsageError, match="the key LIB is that of another project, or was"):
        again.load({"projects": [{"key": "LIB"}, {"key": "MORE", "old_keys": ["LIB"]}]})

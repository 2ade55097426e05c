"""Client libraries keep properties, set those of many issues, find people, and let users and groups come and go."""

from __future__ import annotations

import pytest
import requests
from atlassian import Jira
from jira import JIRA, JIRAError

VALUE = {"state": "open"}


@pytest.fixture
def atlassian_admin(site, jira_linkfake):
    """atlassian-python-api's older client, signed in as the admin."""
    client = Jira(site.url, *jira_linkfake.auth, cloud=True)
    yield client
    client.close()


def test_atlassian_python_api_keeps_properties(atlassian_admin, jira_linkfake):
    """A property of an issue and one of a comment are set, listed, read and deleted."""
    comment = jira_linkfake.add_comment("WEB-1", "Said")
    atlassian_admin.set_issue_property("WEB-1", "release", VALUE)
    assert [one["key"] for one in atlassian_admin.get_issue_property_keys("WEB-1")["keys"]] == ["release"]
    assert atlassian_admin.get_issue_property("WEB-1", "release")["value"] == VALUE
    atlassian_admin.delete_issue_property("WEB-1", "release")
    atlassian_admin.set_comment_property(comment.id, "release", VALUE)
    assert jira_linkfake.properties_of(comment) == {"release": {"value": VALUE}}  # the client wraps it
    atlassian_admin.delete_comment_property(comment.id, "release")
    assert (jira_linkfake.properties_of("WEB-1"), jira_linkfake.properties_of(comment)) == ({}, {})


def test_pycontribs_finds_issues_by_a_property(pycontribs, jira_linkfake):
    """JQL finds an issue by what is indexed of its property, which comes along where it is asked for."""
    jira_linkfake.add_property("WEB-1", "release", VALUE)
    jira_linkfake.add_indexed_property("release", "state")
    [found] = pycontribs.search_issues("issue.property[release].state = open", properties="release")
    assert (found.key, found.raw["properties"]) == ("WEB-1", {"release": VALUE})


def test_requests_follows_to_the_task(site, jira_linkfake):
    """A client that follows redirects is answered with the task of what it has asked for."""
    body = {"entitiesIds": [10000, 10001], "properties": {"release": VALUE}}
    reply = requests.post(f"{site.url}/rest/api/3/issue/properties", json=body, auth=jira_linkfake.auth)
    assert ([one.status_code for one in reply.history], reply.status_code) == ([303], 200)
    assert (reply.json()["status"], reply.json()["progress"]) == ("COMPLETE", 100)
    assert jira_linkfake.properties_of("WEB-2") == {"release": VALUE}


def test_atlassian_python_api_finds_people(atlassian_admin):
    """Who may be assigned and who may browse is asked without a name, as the client does."""
    for found in (
        atlassian_admin.get_all_assignable_users_for_project("WEB"),
        atlassian_admin.get_assignable_users_for_issue("WEB-1"),
        atlassian_admin.get_users_with_browse_permission_to_a_project("", project_key="WEB"),
    ):
        assert [one["displayName"] for one in found] == ["admin", "alice"]


def test_atlassian_python_api_lets_people_come_and_go(jira_linkfake):
    """A group gets a member and loses them, and a user and the group are removed; elsewhere the client sends names."""
    atlassian_admin = Jira(jira_linkfake.url, *jira_linkfake.auth, cloud=True)
    account_id = jira_linkfake.user("alice").account_id
    atlassian_admin.create_group("crew")
    atlassian_admin.add_user_to_group(account_id=account_id, group_name="crew")
    assert [group.name for group in jira_linkfake.groups] == ["support", "auditors", "crew"]
    atlassian_admin.remove_user_from_group(account_id=account_id, group_name="crew")
    atlassian_admin.remove_group("crew")
    atlassian_admin.user_remove(account_id=account_id)
    assert ([one.name for one in jira_linkfake.users], len(jira_linkfake.groups)) == (["admin"], 2)
    atlassian_admin.close()


def test_pycontribs_finds_people_and_makes_groups(site, pycontribs, jira_linkfake):
    """Groups come and go for an administrator alone; what names users by their old names is told so."""
    admin = JIRA(site.url, basic_auth=jira_linkfake.auth)
    assert [one.displayName for one in pycontribs.search_assignable_users_for_issues(query="al", issueKey="WEB-1")] == [
        "alice"
    ]
    assert [one.displayName for one in admin.search_users(query="adm")] == ["admin"]
    assert admin.add_group("crew")
    assert admin.remove_group("crew")
    with pytest.raises(JIRAError, match="Administrator privileges are required"):
        pycontribs.add_group("crew")
    with pytest.raises(JIRAError, match="'accountId' must be the only user identifying query parameter"):
        admin.add_user_to_group("alice", "auditors")
    admin.close()

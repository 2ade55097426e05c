"""pycontribs' `jira` and atlassian-python-api read the site: its projects, people, fields and permissions."""

from __future__ import annotations

from contextlib import closing

import pytest
from atlassian import Jira
from jira import JIRA, JIRAError

ALICE = ("alice@example.com", "alice-token")


@pytest.fixture
def client(site):
    """A `jira` client of alice."""
    with closing(JIRA(server=site.url, basic_auth=ALICE)) as client:
        yield client


@pytest.fixture
def administrator(site):
    """An atlassian-python-api client of the default user."""
    with closing(Jira(site.url, username=site.jira.auth[0], password=site.jira.auth[1], cloud=True)) as client:
        yield client


@pytest.fixture
def alice(site):
    """The user whom the tests sign in as."""
    return site.jira.site.people.users["alice"]


def test_jira_reads_projects(client, site, alice):
    """Projects are listed, and read with their lead, their types of issues and their roles; hidden ones are missing."""
    site.jira.add_project("OPS", name="Operations", lead="alice")
    site.jira.add_project("SEC")
    site.jira.deny("BROWSE_PROJECTS", project="SEC")

    assert [project.key for project in client.projects()] == ["OPS", "WEB"]
    project = client.project("OPS")
    assert (project.name, project.lead.accountId) == ("Operations", alice.account_id)
    assert [issue_type.name for issue_type in project.issueTypes] == ["Epic", "Story", "Task", "Sub-task", "Bug"]
    roles = client.project_roles("WEB")
    assert list(roles) == ["Developers", "Administrators"]
    assert [one.displayName for one in client.project_role("WEB", roles["Developers"]["id"]).actors] == ["alice"]
    with pytest.raises(JIRAError, match="No project could be found with key 'SEC'"):
        client.project("SEC")


def test_jira_reads_lists(client, site):
    """Fields, statuses, priorities and resolutions are listed, with those that were added."""
    site.jira.add_field("Story points", type="number")
    site.jira.add_priority("Urgent")

    assert {"Linked Issues", "Story points"} <= {field["name"] for field in client.fields()}
    assert [status.name for status in client.statuses()] == ["To Do", "In Progress", "Done"]
    assert [priority.name for priority in client.priorities()][-1] == "Urgent"
    assert next(resolution.name for resolution in client.resolutions()) == "Done"


def test_jira_reads_people_and_permissions(client, site, alice):
    """Users are searched, groups listed with their members, and the caller is told of permissions."""
    site.jira.deny("LINK_ISSUES", project="WEB")

    assert [user.displayName for user in client.search_users(query="ali")] == ["alice"]
    assert client.groups() == ["auditors", "support"]
    assert list(client.group_members("support")) == [alice.account_id]
    told = client.my_permissions(issueKey="WEB-1", permissions="LINK_ISSUES,ADD_COMMENTS")["permissions"]
    assert {key: one["havePermission"] for key, one in told.items()} == {"LINK_ISSUES": False, "ADD_COMMENTS": True}


def test_jira_makes_and_deletes_a_project(site, alice):
    """An administrator makes a project, with the schemes that the client finds, and deletes it with what is in it."""
    with closing(JIRA(server=site.url, basic_auth=site.jira.auth)) as client:
        assert client.create_project("NEW", name="New", assignee=alice.account_id)
        assert client.project("NEW").lead.displayName == "alice"
        site.jira.add_link("WEB-1", "blocks", "WEB-2")
        assert client.delete_project("WEB")
    assert [one.key for one in site.jira.projects] == ["NEW"]
    assert site.jira.issues == []


def test_atlassian_reads_the_site(administrator, site):
    """Projects come a page at a time, beside roles, statuses, fields, users and groups."""
    for number in range(60):
        site.jira.add_project(f"P{number:02}")

    assert len(administrator.projects()) == 61
    assert administrator.get_project_roles("WEB").keys() == {"Developers", "Administrators"}
    assert administrator.get_status_for_project("WEB")[0]["statuses"][0]["name"] == "To Do"
    assert administrator.get_all_fields()[0]["id"] == "issuekey"
    assert [user["displayName"] for user in administrator.users_get_all()] == ["admin", "alice"]
    assert [user["displayName"] for user in administrator.user_find_by_user_string(query="adm")] == ["admin"]
    assert administrator.get_all_users_from_group("support")["total"] == 1
    assert administrator.get_groups(query="audit")["groups"][0]["name"] == "auditors"
    assert administrator.get_permissions("ADMINISTER")["permissions"]["ADMINISTER"]["havePermission"] is True


def test_atlassian_makes_changes_and_deletes_a_project(administrator, site, alice):
    """A project is made from a body, changed, and deleted."""
    made = administrator.create_project_from_raw_json(
        {"key": "NEW", "name": "New", "projectTypeKey": "software", "leadAccountId": alice.account_id}
    )
    assert made["key"] == "NEW"
    administrator.update_project("NEW", {"description": "Newer"})
    assert administrator.project("NEW")["description"] == "Newer"
    administrator.delete_project("NEW")
    assert [one.key for one in site.jira.projects] == ["WEB"]

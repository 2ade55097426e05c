"""atlassian-python-api creates, edits, moves on, assigns and deletes issues, with their links."""

from __future__ import annotations

import pytest
from atlassian import Jira
from atlassian.jira import JiraCloud
from requests import HTTPError

from tests.clients.flow_clients import added

NEW = {"project": {"key": "WEB"}, "issuetype": {"name": "Bug"}, "summary": "Crash"}
BLOCKED = added("Blocks", inwardIssue="WEB-2")


@pytest.fixture
def client(atlassian):
    """The older client, which speaks version 2."""
    client = atlassian(Jira)
    client.cloud = True
    return client


def test_issue_from_its_making_to_its_end(client, jira_linkfake):
    """Every step of an issue's life is what the client asked for."""
    key = client.issue_create(NEW)["key"]
    client.update_issue_field(key, {"summary": "Crash on save", "labels": ["a"]})
    client.edit_issue(
        key,
        {
            "labels": [{"add": "b"}],
            "issuelinks": [{"add": {"type": {"name": "Blocks"}, "outwardIssue": {"key": "WEB-1"}}}],
        },
    )
    client.issue_transition(key, "In Progress")
    jira_linkfake.add_transition("Done", to="Done", screen=["priority"])
    client.set_issue_status(
        key, "Done", fields={"priority": {"name": "Low"}}, update={"comment": [{"add": {"body": "Done"}}]}
    )
    client.assign_issue(key, jira_linkfake.default_user.account_id)

    issue = jira_linkfake.issue(key)
    assert (issue.summary, issue.labels, issue.status.name, issue.priority.name) == (
        "Crash on save",
        ["a", "b"],
        "Done",
        "Low",
    )
    assert issue.assignee == jira_linkfake.default_user
    assert [comment.body for comment in jira_linkfake.comments_of(key)] == ["Done"]
    jira_linkfake.assert_linked(key, "blocks", "WEB-1")

    client.delete_issue(key)
    jira_linkfake.assert_no_links()
    assert [issue.key for issue in jira_linkfake.issues] == ["WEB-1", "WEB-2"]


def test_link_of_a_new_issue_as_the_client_documents_it(client, jira_linkfake):
    """The client's own example sends one operation without a list."""
    link = {"add": {"type": {"name": "Blocks"}, "inwardIssue": {"key": "WEB-1"}}}
    client.create_issue(fields=NEW, update={"issuelinks": link})
    assert jira_linkfake.sentences() == ["WEB-1 blocks WEB-3"]


def test_status_that_there_is_not(client, unchanged):
    """A status that no transition leads to becomes a null, and Jira says what it says to that."""
    with unchanged(), pytest.raises(HTTPError, match="'transition' identifier must be an integer"):
        client.set_issue_status("WEB-1", "Frozen")


def test_newer_client(atlassian, jira_linkfake):
    """The generated client for Cloud hands over whole bodies."""
    client = atlassian(JiraCloud)
    made = client.create_issues(data={"issueUpdates": [{"fields": NEW}, {"fields": NEW}]})
    assert [issue["key"] for issue in made["issues"]] == ["WEB-3", "WEB-4"]
    edited = client.edit_issue("WEB-3", return_issue="true", data={"fields": {"summary": "Crash on save"}})
    assert edited["fields"]["summary"] == "Crash on save"
    client.delete_issue("WEB-3", delete_subtasks="true")
    assert [issue.key for issue in jira_linkfake.issues] == ["WEB-1", "WEB-2", "WEB-4"]


def test_metadata(client):
    """The client reads what can be set of a new issue, in the old form and in pages, and of one that is there."""
    with pytest.warns(DeprecationWarning, match="Jira 9"):
        meta = client.issue_createmeta("WEB")
    assert "issuelinks" in meta["projects"][0]["issuetypes"][0]["fields"]
    types = client.issue_createmeta_issuetypes("WEB", start=1, limit=2)
    assert [one["name"] for one in types["issueTypes"]] == ["Story", "Task"]
    fields = client.issue_createmeta_fieldtypes("WEB", "10002")
    assert fields["fields"][0]["fieldId"] == "summary"
    assert "comment" in client.issue_editmeta("WEB-1")["fields"]


@pytest.mark.parametrize(
    "edit",
    [
        lambda client: client.edit_issue("WEB-1", {"issuelinks": [BLOCKED]}, notify_users=False),
        lambda client: client.update_issue("WEB-1", {"update": {"issuelinks": [BLOCKED]}}),
        # This one sends notifyUsers in the body, which Jira passes over.
        lambda client: client.issue_update("WEB-1", {"summary": "Disk full"}, update={"issuelinks": [BLOCKED]}),
    ],
    ids=["edit_issue", "update_issue", "issue_update"],
)
def test_each_way_to_edit_adds_links(client, jira_linkfake, edit):
    """Each of its ways to edit an issue adds a link."""
    assert edit(client) is None

    jira_linkfake.assert_linked("WEB-2", "blocks", "WEB-1")


def test_history_of_the_status(client):
    """The client reads the history of an issue's status from its changelog, and the whole of it on its own."""
    client.set_issue_status("WEB-1", "In Progress")
    client.issue_transition("WEB-1", "Done")

    moves = [(move["from"], move["to"]) for move in client.get_issue_status_changelog("WEB-1")]
    assert sorted(moves) == [("In Progress", "Done"), ("To Do", "In Progress")]
    assert client.get_issue_status("WEB-1") == "Done"


def test_walks_the_tree_of_links(client, jira_linkfake):
    """The client follows the links that issues are the destinations of, from one issue to the next."""
    jira_linkfake.add_issue("WEB-3")
    jira_linkfake.add_link("WEB-1", "is blocked by", "WEB-2")
    jira_linkfake.add_link("WEB-2", "is blocked by", "WEB-3")

    assert client.get_issue_tree_recursive("WEB-1") == [{"WEB-1": "WEB-2"}, {"WEB-2": "WEB-3"}]


def test_deleted_issue_is_not_there(client):
    """The client asks for an issue to tell whether it is there."""
    assert client.issue_exists("WEB-1")
    client.delete_issue("WEB-1")

    assert client.issue_deleted("WEB-1")

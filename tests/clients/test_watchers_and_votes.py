"""Watchers and votes through both Python clients."""

from __future__ import annotations

import pytest
from atlassian import Jira
from jira import JIRA, JIRAError


@pytest.fixture
def bob(jira_linkfake):
    """Bob, who is not there by default, beside two issues of which one is resolved."""
    jira_linkfake.add_issue("PROJ-1")
    jira_linkfake.add_issue("PROJ-2", status="Done")
    return jira_linkfake.add_user("bob")


def test_pycontribs_watches_and_votes(jira_linkfake, bob):
    """`jira` finds a user by name, and adds, lists and removes watchers and votes."""
    client = JIRA(jira_linkfake.url, basic_auth=jira_linkfake.auth)
    client.add_watcher("PROJ-1", "bob")
    client.add_vote("PROJ-1")
    assert [one.displayName for one in client.watchers("PROJ-1").watchers] == ["admin", "bob"]
    assert [one.displayName for one in client.votes("PROJ-1").voters] == ["admin"]
    client.remove_watcher("PROJ-1", "bob")
    client.remove_vote("PROJ-1")
    assert (client.watchers("PROJ-1").watchCount, client.votes("PROJ-1").votes) == (1, 0)
    with pytest.raises(JIRAError, match="You cannot vote or change your vote on resolved issues"):
        client.add_vote("PROJ-2")


def test_atlassian_python_api_watches(jira_linkfake, bob):
    """`atlassian-python-api` adds, lists and removes watchers by account."""
    client = Jira(jira_linkfake.url, *jira_linkfake.auth, cloud=True)
    client.issue_add_watcher("PROJ-1", bob.account_id)
    assert [one["displayName"] for one in client.issue_get_watchers("PROJ-1")["watchers"]] == ["admin", "bob"]
    client.issue_delete_watcher("PROJ-1", account_id=bob.account_id)
    assert [str(user) for user in jira_linkfake.watchers_of("PROJ-1")] == ["admin"]

"""Code that uses atlassian-python-api: it finds the site at its address, and nothing of it is replaced."""

import pytest
from atlassian import Jira

import sync


@pytest.fixture
def jira(jira_linkfake):
    jira_linkfake.add_issues("APP-1", "APP-2", "APP-3", "NEW-1")
    jira_linkfake.add_link("APP-1", "blocks", "APP-2")
    jira_linkfake.add_link("APP-1", "is cloned by", "APP-3")
    return Jira(jira_linkfake.url, *jira_linkfake.auth)


def test_copies_every_link_the_right_way_round(jira, jira_linkfake):
    assert sync.copy_links(jira, "APP-1", "NEW-1") == []

    jira_linkfake.assert_linked("NEW-1", "blocks", "APP-2")
    jira_linkfake.assert_linked("NEW-1", "is cloned by", "APP-3")


def test_goes_on_where_jira_refuses_a_link(jira, jira_linkfake):
    # What counts is the project of the issue that a link comes from: NEW for the first, APP for the second.
    jira_linkfake.deny("LINK_ISSUES", project="APP")

    assert sync.copy_links(jira, "APP-1", "NEW-1") == ["APP-3"]
    assert [str(link) for link in jira_linkfake.recorded_links] == ["NEW-1 blocks APP-2"]

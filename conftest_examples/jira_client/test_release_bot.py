"""Code that uses the client library `jira`: it finds the site at its address, and nothing of it is replaced."""

import pytest
from jira import JIRA

import release_bot


@pytest.fixture
def jira(jira_linkfake):
    jira_linkfake.add_issues("REL-1", "REL-2", "BUG-1", "BUG-2")
    return JIRA(server=jira_linkfake.url, basic_auth=jira_linkfake.auth)


def test_bugs_block_the_release(jira, jira_linkfake):
    assert release_bot.block_release(jira, "REL-1", ["BUG-1", "BUG-2"]) == {}

    assert jira_linkfake.sentences() == ["BUG-1 blocks REL-1", "BUG-2 blocks REL-1"]
    assert [comment.body for comment in jira_linkfake.comments_of("BUG-1")] == ["Found in the last test run."]


def test_tells_what_jira_refused(jira, jira_linkfake):
    refused = release_bot.block_release(jira, "REL-1", ["BUG-1", "BUG-99"])

    assert refused == {"BUG-99": "Issue does not exist or you do not have permission to see it."}
    jira_linkfake.assert_linked("REL-1", "is blocked by", "BUG-1")


def test_unblocks_the_release_only(jira, jira_linkfake):
    jira_linkfake.add_link("BUG-1", "blocks", "REL-1")
    jira_linkfake.add_link("REL-1", "blocks", "REL-2")

    release_bot.unblock_release(jira, "REL-1")

    assert jira_linkfake.sentences() == ["REL-1 blocks REL-2"]

"""The link is made, and the answer is lost: whoever asks does not know, unless they look."""

import pytest
from jira_linkfake.scenarios import connection_reset, lost_reply

import duplicates


def two_bugs(jira):
    jira.add_issues("BUG-1", "BUG-2")


def marked(mark, jira):
    return mark(jira.url, jira.auth, "BUG-2", "BUG-1")


@pytest.mark.jira_linkfake(scenario=[two_bugs, lost_reply(times=1)])
def test_naive_code_says_no_though_the_link_is_there(jira_linkfake):
    assert not marked(duplicates.mark_naively, jira_linkfake)
    jira_linkfake.assert_linked("BUG-2", "duplicates", "BUG-1")


@pytest.mark.jira_linkfake(scenario=[two_bugs, lost_reply(times=1)])
def test_careful_code_looks(jira_linkfake):
    assert marked(duplicates.mark, jira_linkfake)
    jira_linkfake.assert_linked("BUG-2", "duplicates", "BUG-1")


@pytest.mark.jira_linkfake(scenario=[two_bugs, connection_reset(times=1)])
def test_careful_code_does_not_claim_what_is_not_there(jira_linkfake):
    assert not marked(duplicates.mark, jira_linkfake)
    jira_linkfake.assert_no_links()

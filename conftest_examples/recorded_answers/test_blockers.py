"""A site that is filled with what a real Jira has answered: `GET search/jql?fields=*all`, kept as a file."""

import pytest

from release import open_blockers


@pytest.mark.jira_linkfake(load="search.json")
def test_open_blockers_of_what_was_recorded(jira_linkfake):
    assert open_blockers(jira_linkfake.url, jira_linkfake.auth, "REL-7") == ["APP-12"]


@pytest.mark.jira_linkfake(load="search.json")
def test_one_more_blocker_beside_what_was_recorded(jira_linkfake):
    jira_linkfake.add_issue("OPS-2", summary="Window for the deployment")
    jira_linkfake.add_link("OPS-2", "blocks", "REL-7")

    assert open_blockers(jira_linkfake.url, jira_linkfake.auth, "REL-7") == ["APP-12", "OPS-2"]

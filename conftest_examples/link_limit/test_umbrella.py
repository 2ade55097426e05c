"""An issue has room for 2,000 links; a test need not make as many to meet the limit."""

import pytest
import requests

import umbrella


@pytest.mark.jira_linkfake(link_limit=1)
def test_naive_code_stops_in_the_middle(jira_linkfake):
    jira_linkfake.add_issues("EPIC-1", "EPIC-2", "BUG-1", "BUG-2")
    jira_linkfake.add_link("BUG-1", "relates to", "EPIC-2")

    with pytest.raises(requests.HTTPError, match="413"):
        umbrella.gather_naively(jira_linkfake.url, jira_linkfake.auth, "EPIC-1", ["BUG-1", "BUG-2"])

    # There would have been room for BUG-2: it is BUG-1 that has no room.
    jira_linkfake.assert_not_linked("EPIC-1", "relates to", "BUG-2")
    assert umbrella.gather(jira_linkfake.url, jira_linkfake.auth, "EPIC-1", ["BUG-1", "BUG-2"]) == ["BUG-1"]
    jira_linkfake.assert_linked("EPIC-1", "relates to", "BUG-2")


@pytest.mark.jira_linkfake(link_limit=2)
def test_returns_what_there_is_no_room_for(jira_linkfake):
    keys = ["BUG-1", "BUG-2", "BUG-3"]
    jira_linkfake.add_issues("EPIC-1", *keys)

    assert umbrella.gather(jira_linkfake.url, jira_linkfake.auth, "EPIC-1", keys) == ["BUG-3"]
    assert jira_linkfake.sentences() == ["EPIC-1 relates to BUG-1", "EPIC-1 relates to BUG-2"]


def test_limit_reached_in_the_middle(jira_linkfake):
    jira_linkfake.add_issues("EPIC-1", "BUG-1", "BUG-2")
    umbrella.gather(jira_linkfake.url, jira_linkfake.auth, "EPIC-1", ["BUG-1"])
    jira_linkfake.link_limit = 1

    # A link that is there already takes no room.
    assert umbrella.gather(jira_linkfake.url, jira_linkfake.auth, "EPIC-1", ["BUG-1", "BUG-2"]) == ["BUG-2"]

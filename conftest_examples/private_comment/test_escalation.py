"""A link's comment that only a group reads: what the customer sees, and what an outsider may not do."""

import pytest
import requests

import escalation


@pytest.fixture
def agent(jira_linkfake):
    jira_linkfake.add_issues("SUP-1", "DEV-1")
    agent = jira_linkfake.add_user("agent")
    jira_linkfake.add_group("support", [agent])
    return agent


def test_customer_does_not_read_the_comment(jira_linkfake, agent):
    customer = jira_linkfake.add_user("customer")
    escalation.escalate(jira_linkfake.url, agent.auth, "SUP-1", to="DEV-1", because="Their licence has expired")

    assert [comment.body for comment in jira_linkfake.comments_of("SUP-1")] == ["Their licence has expired"]
    seen = requests.get(f"{jira_linkfake.url}/rest/api/3/issue/SUP-1/comment", auth=customer.auth, timeout=10)
    assert seen.json()["comments"] == []


def test_outsider_makes_neither_comment_nor_link(jira_linkfake, agent):
    outsider = jira_linkfake.add_user("outsider")
    with pytest.raises(requests.HTTPError, match="400"):
        escalation.escalate(jira_linkfake.url, outsider.auth, "SUP-1", to="DEV-1", because="I am curious")

    assert jira_linkfake.comments_of("SUP-1") == []
    jira_linkfake.assert_no_links()

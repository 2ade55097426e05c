"""Code that uses httpx: its own client is answered in process, as it stands."""

import httpx
import pytest

import gate


@pytest.fixture
def jira(jira_linkfake):
    jira_linkfake.add_issues("CI-7", "APP-1", "APP-2")
    with httpx.Client(base_url=jira_linkfake.url, auth=jira_linkfake.auth) as client:
        yield client


def test_links_the_build(jira, jira_linkfake):
    gate.link_build(jira, "CI-7", "APP-1", "APP-2")

    assert jira_linkfake.sentences() == ["CI-7 relates to APP-1", "CI-7 relates to APP-2"]


def test_stops_at_an_unknown_issue(jira, jira_linkfake):
    with pytest.raises(httpx.HTTPStatusError, match="404"):
        gate.link_build(jira, "CI-7", "APP-404", "APP-1")

    jira_linkfake.assert_no_links()

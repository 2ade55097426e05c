"""Mocks of one's own, made with `responses`: they answer for other hosts, and if need be for a part of Jira."""

import pytest
import requests
import responses

import pull_request

PULL_REQUEST = "acme/shop/pulls/12"


@pytest.fixture
def jira_linkfake(jira_linkfake):
    jira_linkfake.add_issues("SHOP-1", "SHOP-2")
    return jira_linkfake


@pytest.fixture
def mocks():
    with responses.RequestsMock() as mocks:
        mocks.get(f"{pull_request.GITHUB}/repos/{PULL_REQUEST}", json={"title": "Round prices (SHOP-2)"})
        yield mocks


def test_mock_answers_for_github_and_the_site_for_jira(jira_linkfake, mocks):
    pull_request.link(jira_linkfake.url, jira_linkfake.auth, "SHOP-1", PULL_REQUEST)

    jira_linkfake.assert_linked("SHOP-1", "relates to", "SHOP-2")
    mocks.assert_call_count(f"{pull_request.GITHUB}/repos/{PULL_REQUEST}", 1)


def test_mock_answers_for_a_part_of_jira(jira_linkfake, mocks):
    jira_linkfake.attach_to(mocks)  # what the mock has no answer for is the site's
    mocks.post(f"{jira_linkfake.url}/rest/api/3/issueLink", status=502)

    with pytest.raises(requests.HTTPError, match="502"):
        pull_request.link(jira_linkfake.url, jira_linkfake.auth, "SHOP-1", PULL_REQUEST)

    jira_linkfake.assert_no_links()

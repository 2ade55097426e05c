"""Client libraries find links: by JQL, page by page, and no longer as the old search did."""

from __future__ import annotations

import pytest
from atlassian import Jira
from atlassian.jira import JiraCloud
from jira import JIRA, JIRAError
from requests import HTTPError

ALICE = ("alice@example.com", "alice-token")
LINKED = 'issue in linkedIssues("WEB-1") ORDER BY key'


@pytest.fixture
def jira_linkfake(jira_linkfake):
    """Five issues, of which WEB-1 blocks WEB-2 and WEB-3, and an issue that alice does not see."""
    jira_linkfake.add_issues("WEB-3", "WEB-4", "WEB-5")
    jira_linkfake.add_issue("WEB-6", visible_to=[])
    for key in ("WEB-2", "WEB-3", "WEB-6"):
        jira_linkfake.add_link("WEB-1", "blocks", key)
    return jira_linkfake


@pytest.fixture
def jira(site):
    """Pycontribs' `jira`, signed in as alice."""
    client = JIRA(server=site.url, basic_auth=ALICE)
    yield client
    client.close()


def _atlassian(client_class, site, **options):
    return client_class(site.url, username=ALICE[0], password=ALICE[1], **options)


def _keys(issues):
    return [issue["key"] for issue in issues]


@pytest.mark.parametrize("use_post", [False, True])
def test_jira_finds_links(jira, use_post):
    """`enhanced_search_issues` finds the other ends of an issue's links, with their fields."""
    found = jira.enhanced_search_issues(LINKED, use_post=use_post)

    assert [issue.key for issue in found] == ["WEB-2", "WEB-3"]
    assert found[0].fields.issuelinks[0].inwardIssue.key == "WEB-1"


def test_jira_finds_by_what_is_linked(jira):
    """`search_issues`, which is `enhanced_search_issues` on Cloud, knows the fields about links too."""
    assert {issue.key for issue in jira.search_issues('issueLink = "WEB-1"')} == {"WEB-2", "WEB-3"}
    assert [issue.key for issue in jira.search_issues("issueLinkType = Blocks AND key < WEB-2")] == ["WEB-1"]


def test_jira_goes_from_page_to_page(jira, jira_linkfake):
    """A client that wants everything follows the tokens until there are no more."""
    jira_linkfake.add_issues(*(f"WEB-{number}" for number in range(10, 130)))
    found = jira.enhanced_search_issues("project = WEB ORDER BY key", maxResults=False)

    assert [issue.key for issue in found] == [f"WEB-{number}" for number in (*range(1, 6), *range(10, 130))]


def test_jira_counts(jira):
    """`approximate_issue_count` is exact, and leaves out what the caller does not see."""
    assert jira.approximate_issue_count("project = WEB") == 5


def test_jira_is_told_what_is_wrong(jira):
    """A mistake in JQL is an error with Jira's words and the place of the mistake."""
    with pytest.raises(JIRAError) as caught:
        jira.enhanced_search_issues("project = WEB status")

    assert (caught.value.status_code, caught.value.text) == (
        400,
        "Error in the JQL Query: Expecting either 'OR' or 'AND' but got 'status'. (line 1, character 15)",
    )


def test_atlassian_python_api_finds_links(site):
    """`enhanced_jql` of both its clients finds the other ends of an issue's links; `jql` does too."""
    cloud, rest = _atlassian(Jira, site, cloud=True), _atlassian(JiraCloud, site)

    assert _keys(cloud.enhanced_jql(LINKED)["issues"]) == ["WEB-2", "WEB-3"]
    assert _keys(rest.enhanced_jql(LINKED)["issues"]) == ["WEB-2", "WEB-3"]
    assert cloud.approximate_issue_count("project = WEB") == {"count": 5}


def test_atlassian_python_api_goes_from_page_to_page(site):
    """`enhanced_jql_get_list_of_tickets` follows the tokens."""
    found = _atlassian(Jira, site, cloud=True).enhanced_jql_get_list_of_tickets("project = WEB ORDER BY key", limit=2)

    assert _keys(found)[:2] == ["WEB-1", "WEB-2"]


def test_atlassian_python_api_meets_the_removed_search(site):
    """`jql` of a client that is not told of Cloud asks for the search of version 2, which is gone."""
    with pytest.raises(HTTPError, match="The requested API has been removed") as caught:
        _atlassian(Jira, site, cloud=False).jql("project = WEB ORDER BY key", limit=2, fields="summary")

    assert caught.value.response.status_code == 410


def test_atlassian_python_api_fetches_by_keys(site):
    """The newer client fetches several issues at once, without those that the caller does not see."""
    found = _atlassian(JiraCloud, site).bulk_fetch_issues(data={"issueIdsOrKeys": ["WEB-2", "WEB-6", "WEB-1"]})

    assert _keys(found["issues"]) == ["WEB-1", "WEB-2"]


def test_atlassian_python_api_is_told_what_is_wrong(site):
    """What is not there is an error with Jira's words."""
    with pytest.raises(HTTPError, match=r"The value 'NOPE' does not exist for the field 'project'\."):
        _atlassian(Jira, site, cloud=True).enhanced_jql("project = NOPE")

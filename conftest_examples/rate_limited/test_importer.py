"""429, and then success: code has to wait, and need not do so in its tests."""

import pytest
import requests
from jira_linkfake.scenarios import issue_write_limit, rate_limited

import importer

BUGS = ["BUG-1", "BUG-2", "BUG-3"]


@pytest.mark.jira_linkfake(scenario=rate_limited(times=1))
def test_naive_code_stops(jira_linkfake):
    with pytest.raises(requests.HTTPError, match="429"):
        importer.link_naively(jira_linkfake.url, jira_linkfake.auth, "EPIC-1", BUGS)
    jira_linkfake.assert_no_links()


@pytest.mark.parametrize(
    "fault",
    [
        rate_limited(times=2, retry_after=30),
        rate_limited(times=2, retry_after=0),
        rate_limited(times=2, retry_after=None, headers=False, html=True),
        issue_write_limit(requests=1, seconds=60),
    ],
    ids=repr,
)
def test_careful_code_waits(jira_linkfake, fault):
    fault(jira_linkfake)

    importer.link(jira_linkfake.url, jira_linkfake.auth, "EPIC-1", BUGS)

    assert jira_linkfake.sentences() == [f"EPIC-1 relates to {bug}" for bug in BUGS]


def test_careful_code_gives_up_at_last(jira_linkfake):
    rate_limited(jira_linkfake)

    with pytest.raises(requests.HTTPError, match="429"):
        importer.link(jira_linkfake.url, jira_linkfake.auth, "EPIC-1", BUGS)

    assert len(jira_linkfake.exchanges) == importer.MOST_ATTEMPTS

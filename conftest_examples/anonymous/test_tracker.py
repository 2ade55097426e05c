"""Callers without credentials: they may do nothing, until ANYONE is allowed to."""

import pytest
import requests
from jira_linkfake import ANYONE

import tracker


@pytest.fixture
def jira_linkfake(jira_linkfake):
    jira_linkfake.add_issues("PUB-1", "PUB-2")
    jira_linkfake.add_link("PUB-2", "duplicates", "PUB-1")
    return jira_linkfake


def test_private_site_asks_for_a_login(jira_linkfake):
    with pytest.raises(tracker.LoginNeededError):
        tracker.duplicates(jira_linkfake.url, "PUB-1")


def test_public_project_is_read_by_anyone(jira_linkfake):
    jira_linkfake.allow_only("BROWSE_PROJECTS", ANYONE, project="PUB")

    assert tracker.duplicates(jira_linkfake.url, "PUB-1") == ["PUB-2"]


@pytest.mark.jira_linkfake(scenario="anonymous_access")  # anyone may read, link and comment
def test_public_site_hides_what_has_a_security_level(jira_linkfake):
    jira_linkfake.add_issue("PUB-3", visible_to=[jira_linkfake.default_user])
    jira_linkfake.add_link("PUB-3", "duplicates", "PUB-1")

    assert tracker.duplicates(jira_linkfake.url, "PUB-1") == ["PUB-2"]
    with pytest.raises(requests.HTTPError, match="404"):
        tracker.duplicates(jira_linkfake.url, "PUB-3")

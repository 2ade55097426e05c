"""What holds for a whole suite stands in pytest.ini: where Jira is, and how it answers to an expired token."""

import pytest

import sprint


@pytest.fixture
def jira_linkfake(jira_linkfake):
    jira_linkfake.add_issues("APP-1", "APP-2")
    return jira_linkfake


@pytest.fixture
def expired(jira_linkfake):
    email, _ = jira_linkfake.auth
    return email, "expired-token"


def test_depends(jira_linkfake):
    sprint.depends(jira_linkfake.auth, "APP-2", on="APP-1")

    jira_linkfake.assert_linked("APP-1", "blocks", "APP-2")


def test_expired_token_is_noticed_on_real_sites(jira_linkfake, expired):
    with pytest.raises(sprint.LoginError):
        sprint.depends(expired, "APP-2", on="APP-1")

    assert jira_linkfake.exchanges[-1].status == 404


@pytest.mark.jira_linkfake(answers="documented")  # a marker goes before the ini file
def test_expired_token_is_noticed_by_the_reference(jira_linkfake, expired):
    with pytest.raises(sprint.LoginError):
        sprint.depends(expired, "APP-2", on="APP-1")

    assert jira_linkfake.exchanges[-1].status == 401

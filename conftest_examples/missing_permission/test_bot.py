"""Real sites answer 401 both for a wrong token and for a permission that is missing."""

import pytest
from jira_linkfake.scenarios import no_link_permission_as_401, wrong_token

import bot


@pytest.fixture
def jira_linkfake(jira_linkfake):
    jira_linkfake.add_issues("WEB-1", "OPS-1")
    return jira_linkfake


@pytest.mark.jira_linkfake(scenario=no_link_permission_as_401)
def test_naive_code_blames_the_token(jira_linkfake):
    with pytest.raises(bot.LoginError):
        bot.link_naively(jira_linkfake.url, jira_linkfake.auth, "WEB-1", "OPS-1")


@pytest.mark.jira_linkfake(scenario=no_link_permission_as_401)
def test_careful_code_blames_the_permission(jira_linkfake):
    with pytest.raises(bot.PermissionMissingError):
        bot.link(jira_linkfake.url, jira_linkfake.auth, "WEB-1", "OPS-1")


@pytest.mark.jira_linkfake(scenario=wrong_token)
def test_careful_code_blames_the_token_where_it_is_wrong(jira_linkfake):
    with pytest.raises(bot.LoginError):
        bot.link(jira_linkfake.url, jira_linkfake.auth, "WEB-1", "OPS-1")

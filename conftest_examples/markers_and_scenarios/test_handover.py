"""The marker sets a test's site up: by option, by ready-made scenario, and by a scenario of one's own."""

import pytest
from jira_linkfake.scenarios import link_limit_reached

import handover


def two_teams(jira):
    """A scenario of one's own: a function of the pretend Jira."""
    jira.add_issues("OPS-1", "WEB-1")


pytestmark = pytest.mark.jira_linkfake(scenario=two_teams)


def relate(jira):
    return handover.relate(jira.url, jira.auth, "OPS-1", "WEB-1")


def test_relates(jira_linkfake):
    assert relate(jira_linkfake) == "OPS-1 relates to WEB-1 now."


@pytest.mark.jira_linkfake(linking_enabled=False)
def test_option_beside_the_scenario_of_the_module(jira_linkfake):
    assert relate(jira_linkfake) == "Jira says: Issue linking is currently disabled."


@pytest.mark.jira_linkfake(scenario=[two_teams, "no_link_permission"])
def test_ready_made_scenario_by_name(jira_linkfake):
    assert relate(jira_linkfake) == "Jira says: No Link Issue Permission for issue 'OPS-1'"


@pytest.mark.jira_linkfake(scenario=[two_teams, link_limit_reached])
def test_ready_made_scenario_by_function(jira_linkfake):
    assert relate(jira_linkfake) == "OPS-1 or WEB-1 has too many links already."

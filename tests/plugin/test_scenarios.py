"""Scenarios through the marker: ready-made ones and the user's own, by function and by name."""

from __future__ import annotations

import pytest

# What linking PROJ-1 to HIDDEN-1 is answered with; "nobody" sends no credentials.
ANSWERS = {
    "anonymous_access": ("nobody", 201),
    "issue_hidden_by_level": ("a user", 404),
    "issue_hidden_by_project": ("a user", 404),
    "link_limit_reached": ("a user", 413),
    "linking_disabled": ("a user", 404),
    "no_link_permission": ("a user", 404),
}

SUITE = """
    import pytest
    import requests
    from jira_linkfake import scenarios

    @pytest.mark.jira_linkfake{marker}
    def test_linking(jira_linkfake):
        for key in {{"PROJ-1", "HIDDEN-1"}} - jira_linkfake.site.issues.ids.keys():
            jira_linkfake.add_issue(key)
        ends = {{"inwardIssue": {{"key": "PROJ-1"}}, "outwardIssue": {{"key": "HIDDEN-1"}}}}
        link = {{"type": {{"name": "Blocks"}}, **ends}}
        auth = None if {caller!r} == "nobody" else jira_linkfake.auth
        reply = requests.post(jira_linkfake.url + "/rest/api/2/issueLink", json=link, auth=auth)
        assert reply.status_code == {status}
"""


@pytest.mark.parametrize("name", ANSWERS)
@pytest.mark.parametrize("form", ["'{}'", "scenarios.{}", "['{}']", "(scenarios.{},)"])
def test_a_marker_names_a_ready_made_scenario(pytester: pytest.Pytester, name: str, form: str) -> None:
    """A ready-made scenario goes by its name or as the function that it is, alone or in a list."""
    caller, status = ANSWERS[name]
    marker = f"(scenario={form.format(name)})"
    pytester.inline_runsource(SUITE.format(marker=marker, caller=caller, status=status)).assertoutcome(passed=1)


@pytest.mark.parametrize(("caller", "status"), [("nobody", 401), ("a user", 201)])
def test_without_a_scenario_the_answer_is_another(pytester: pytest.Pytester, caller: str, status: int) -> None:
    """Each of the answers above is its scenario's doing."""
    pytester.inline_runsource(SUITE.format(marker="", caller=caller, status=status)).assertoutcome(passed=1)


def test_a_scenario_of_ones_own_is_a_function(pytester: pytest.Pytester) -> None:
    """A function of a site is a scenario, whatever it returns."""
    run = pytester.inline_runsource("""
        import pytest

        def two_linked_issues(jira):
            jira.add_issues("PROJ-1", "PROJ-2")
            return jira.add_link("PROJ-1", "blocks", "PROJ-2")

        @pytest.mark.jira_linkfake(scenario=two_linked_issues)
        def test_links(jira_linkfake):
            assert jira_linkfake.sentences() == ["PROJ-1 blocks PROJ-2"]
    """)
    run.assertoutcome(passed=1)


def test_a_list_of_scenarios_is_run_in_its_order(pytester: pytest.Pytester) -> None:
    """Names, ready-made functions and functions of one's own go together, each after the one before it."""
    run = pytester.inline_runsource("""
        import pytest
        from jira_linkfake import scenarios

        def five_links_each(jira):
            jira.link_limit = 5

        def linked_to_what_is_hidden(jira):
            jira.add_issue("PROJ-1")
            jira.add_link("PROJ-1", "blocks", "HIDDEN-1")

        @pytest.mark.jira_linkfake(
            scenario=[scenarios.issue_hidden_by_level, linked_to_what_is_hidden, "link_limit_reached", five_links_each]
        )
        def test_own_last(jira_linkfake):
            assert jira_linkfake.sentences() == ["PROJ-1 blocks HIDDEN-1"]
            assert jira_linkfake.link_limit == 5

        @pytest.mark.jira_linkfake(scenario=(five_links_each, "link_limit_reached"))
        def test_own_first(jira_linkfake):
            assert jira_linkfake.link_limit == 0
    """)
    run.assertoutcome(passed=2)


def test_a_scenario_comes_after_the_options(pytester: pytest.Pytester) -> None:
    """What a scenario sets is not taken back by an option, from whichever marker."""
    run = pytester.inline_runsource("""
        import pytest

        @pytest.mark.jira_linkfake(linking_enabled=True)
        @pytest.mark.jira_linkfake(scenario="linking_disabled")
        def test_it(jira_linkfake):
            assert not jira_linkfake.linking_enabled
    """)
    run.assertoutcome(passed=1)


def test_a_scenario_that_raises_shows_where(pytester: pytest.Pytester) -> None:
    """A mistake in a scenario of one's own is an error in the test's set-up that shows the line."""
    run = pytester.inline_runsource("""
        import pytest

        def misspelt(jira):
            jira.add_issue("PROJ1")

        def broken(jira):
            raise LookupError("no such fixture file")

        @pytest.mark.jira_linkfake(scenario=misspelt)
        def test_misspelt():
            pass

        @pytest.mark.jira_linkfake(scenario=broken)
        def test_broken():
            pass
    """)
    misspelt = run.matchreport("test_misspelt", when="setup").longreprtext
    assert '>       jira.add_issue("PROJ1")' in misspelt
    assert "'PROJ1' is no key of an issue" in misspelt
    broken = run.matchreport("test_broken", when="setup").longreprtext
    assert '>       raise LookupError("no such fixture file")' in broken


def test_a_fault_is_a_scenario_with_parameters(pytester: pytest.Pytester) -> None:
    """A fault goes with its parameters in the marker, and by its name there and in the ini file."""
    pytester.makeini("[pytest]\njira_linkfake_scenario = lost_reply")
    run = pytester.inline_runsource("""
        import pytest
        import requests
        from jira_linkfake.scenarios import unavailable

        def statuses(jira):
            return [requests.get(jira.url + "/rest/api/2/serverInfo").status_code for _ in range(2)]

        def test_ini(jira_linkfake):
            with pytest.raises(requests.ConnectionError):
                statuses(jira_linkfake)

        @pytest.mark.jira_linkfake(scenario=unavailable(times=1))
        def test_marker(jira_linkfake):
            assert statuses(jira_linkfake) == [503, 200]

        @pytest.mark.jira_linkfake(scenario=unavailable)
        def test_marker_without_parameters(jira_linkfake):
            assert statuses(jira_linkfake) == [503, 503]
    """)
    run.assertoutcome(passed=3)

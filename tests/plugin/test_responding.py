"""Responses of a test's own: what a run says of those that nobody asked for."""

from __future__ import annotations

import pytest

SUITE = """
    import requests

    def test_it(jira_linkfake):
        jira_linkfake.respond("GET", "/rest/api/3/dashboard", json={})
        jira_linkfake.respond("GET", "/rest/api/3/filter/{id}", json={})
        requests.get(jira_linkfake.url + "/rest/api/3/dashboard")
        assert jira_linkfake.unused_responses != "{failing}"
"""
SENTENCE = "nobody asked for GET /rest/api/3/filter/{id}, which the test answers"


def test_unused_response_is_a_warning_at_its_line(pytester: pytest.Pytester) -> None:
    """The run warns of it, at the line of the test that gave it."""
    pytester.makepyfile(SUITE)
    result = pytester.runpytest("-W", "default")
    result.assert_outcomes(passed=1, warnings=1)
    result.stdout.fnmatch_lines(["*test_unused_response_is_a_warning_at_its_line.py:5: UnusedResponseWarning:*"])
    assert SENTENCE in result.stdout.str()


def test_unused_response_fails_the_test_where_an_option_says_so(pytester: pytest.Pytester) -> None:
    """It is an error of the test's end, which says no more than what there is to say."""
    pytester.makepyfile(SUITE)
    result = pytester.runpytest("-o", "jira_linkfake_unused_responses=fail")
    result.assert_outcomes(passed=1, errors=1)
    assert f"\n{SENTENCE}" in result.stdout.str()


def test_unused_response_of_a_test_that_failed_is_in_its_report_alone(pytester: pytest.Pytester) -> None:
    """A test that has failed anyway is not failed once more: its report says what was not asked for."""
    pytester.makepyfile(SUITE.replace("{failing}", "fail"))
    result = pytester.runpytest("-o", "jira_linkfake_unused_responses=fail")
    result.assert_outcomes(failed=1)
    result.stdout.fnmatch_lines(
        ["Responses that were not used:", f"  {SENTENCE}; asked for was GET /rest/api/3/dashboard"]
    )

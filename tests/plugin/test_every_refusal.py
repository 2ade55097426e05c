"""`every_refusal` in suites: with fixtures of the user's own, behind a port, and lazily."""

from __future__ import annotations

import pytest

CONFTEST = """
    import pytest

    @pytest.fixture
    def jira_linkfake(jira_linkfake):
        jira_linkfake.allow_only("LINK_ISSUES", jira_linkfake.default_user)
        jira_linkfake.link_limit = 5
        return jira_linkfake
"""

SUITE = """
    import requests
    from jira_linkfake import every_refusal

    def link(url, jira, refusal):
        ends = {"inwardIssue": {"key": refusal.source}, "outwardIssue": {"key": refusal.destination}}
        body = {"type": {"name": refusal.type}, **ends}
        try:
            return requests.post(url + "/rest/api/3/issueLink", json=body, auth=jira.auth, timeout=2).status_code
        except requests.RequestException:
            return None

    @every_refusal()
    def test_in_process(jira_linkfake, refusal):
        assert link(jira_linkfake.url, jira_linkfake, refusal) == refusal.status
        refusal.assert_links(jira_linkfake)

    class TestPort:
        @every_refusal()
        def test_port(self, refusal, jira_linkfake_server):
            jira = jira_linkfake_server.jira
            assert link(jira_linkfake_server.url, jira, refusal) == refusal.status
            jira.clear_faults()
            refusal.assert_links(jira)
"""


def test_a_fixture_of_ones_own_comes_first(pytester: pytest.Pytester) -> None:
    """What a conftest.py does to the site is done before the case is brought about, through either door."""
    pytester.makeconftest(CONFTEST)
    pytester.makepyfile(SUITE)
    pytester.runpytest_inprocess().assert_outcomes(passed=2 * 28)


def test_ids_are_readable_and_can_be_chosen(pytester: pytest.Pytester) -> None:
    """A case goes by its name."""
    pytester.makepyfile(SUITE)
    result = pytester.runpytest_inprocess("--collect-only", "-q", "-k", "permission")
    assert [line for line in result.outlines if "::" in line and "Port" not in line] == [
        "test_ids_are_readable_and_can_be_chosen.py::test_in_process[no-link-permission-documented]",
        "test_ids_are_readable_and_can_be_chosen.py::test_in_process[no-link-permission-observed]",
    ]


def test_a_failing_case_tells_its_fault(pytester: pytest.Pytester) -> None:
    """The report of a failing case has what went wrong."""
    pytester.makepyfile("""
        import requests
        from jira_linkfake import every_refusal

        @every_refusal()
        def test_it(jira_linkfake, refusal):
            assert requests.post(jira_linkfake.url + "/rest/api/3/issueLink", json={}, auth=jira_linkfake.auth).ok
    """)
    result = pytester.runpytest_inprocess("-k", "reset")
    result.assert_outcomes(failed=1, deselected=27)
    result.stdout.fnmatch_lines(["Faults:", "  connection_reset(method='POST', path='issueLink') met 1 request"])


def test_collecting_loads_nothing(pytester: pytest.Pytester) -> None:
    """A suite that is only collected loads none of what we stand on."""
    pytester.makeconftest("""
        import sys

        def pytest_unconfigure():
            print("loaded:", sorted({"flask", "werkzeug", "marshmallow", "responses", "requests"} & set(sys.modules)))
    """)
    pytester.makepyfile("""
        from jira_linkfake import every_refusal

        @every_refusal()
        def test_it(jira_linkfake, refusal): ...
    """)
    result = pytester.runpytest_subprocess("--collect-only", "-q")
    assert "loaded: []" in result.outlines

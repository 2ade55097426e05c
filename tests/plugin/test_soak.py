"""Two hundred tests in which Jira is flaky leave nothing behind."""

from __future__ import annotations

import pytest

from tests.plugin.suites import NO_SERVER, RECORDER, THE_SERVER, left_behind

SUITE = """
    import pytest
    import requests
    from jira_linkfake.scenarios import flaky

    LINK = {"type": {"name": "Blocks"}, "inwardIssue": {"key": "PROJ-1"}, "outwardIssue": {"key": "PROJ-2"}}

    def link_in_the_end(site, jira):
        jira.add_issues("PROJ-1", "PROJ-2")
        with jira.clock.patch_sleep():
            for _ in range(40):
                try:
                    if requests.post(site.url + "/rest/api/3/issueLink", json=LINK, auth=jira.auth, timeout=5).ok:
                        break
                except requests.RequestException:
                    pass
        jira.assert_linked("PROJ-1", "blocks", "PROJ-2")

    @pytest.mark.parametrize("seed", range(150))
    def test_in_process(jira_linkfake, seed):
        flaky(jira_linkfake, rate=0.5, seed=seed)
        link_in_the_end(jira_linkfake, jira_linkfake)

    @pytest.mark.parametrize("seed", range(50))
    def test_port(jira_linkfake_server, seed):
        flaky(jira_linkfake_server.jira, rate=0.5, seed=seed)
        link_in_the_end(jira_linkfake_server, jira_linkfake_server.jira)
"""


def test_two_hundred_flaky_tests_leave_nothing_behind(pytester: pytest.Pytester) -> None:
    """No thread, no descriptor and no patch stays but the session's server, which ends with it."""
    pytester.makeconftest(RECORDER)
    pytester.makepyfile(SUITE)
    result = pytester.runpytest_subprocess("-q")
    result.assert_outcomes(passed=200)
    assert left_behind(pytester) == [{"test_port[0]": THE_SERVER, "test_port[49]": NO_SERVER}]

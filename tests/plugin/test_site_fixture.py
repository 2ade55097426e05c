"""A site of a class, a module or a session."""

from __future__ import annotations

import pytest

from tests.plugin.test_failure_report import section

SUITE = """
import pytest
import requests

from jira_linkfake import site_fixture

{marks}
module_jira = site_fixture(scope="{scope}", link_limit=7)


def ask(jira, path="serverInfo"):
    return requests.get(jira.url + "/rest/api/3/" + path, auth=jira.auth).status_code


class TestIt:
    def test_adds(self, module_jira):
        module_jira.add_issue("PROJ-1")
        assert (module_jira.link_limit, module_jira.answers) == (7, "{answers}")
        assert ask(module_jira, "issue/PROJ-1") == 200

    def test_finds(self, module_jira):
        assert ask(module_jira, "issue/PROJ-1") == 200
"""


@pytest.mark.parametrize("scope", ["class", "module", "session"])
def test_a_site_is_shared(pytester: pytest.Pytester, scope: str) -> None:
    """All tests of the scope have one site, with the ini's options and those that the fixture names."""
    pytester.makeini("[pytest]\njira_linkfake_answers = observed\njira_linkfake_link_limit = 5\n")
    pytester.inline_runsource(SUITE.format(scope=scope, marks="", answers="observed")).assertoutcome(passed=2)


def test_a_module_s_marker_counts(pytester: pytest.Pytester) -> None:
    """The options of a module's marker are those of its site, and bring no other site."""
    marks = 'pytestmark = pytest.mark.jira_linkfake(answers="observed", link_limit=3)'
    pytester.inline_runsource(SUITE.format(scope="module", marks=marks, answers="observed")).assertoutcome(passed=2)


def test_a_wrong_option_is_told(pytester: pytest.Pytester) -> None:
    """A wrong option is told in a line, in the setup of its tests."""
    marks = "pytestmark = pytest.mark.jira_linkfake(link_limt=3)"
    pytester.makepyfile(SUITE.format(scope="module", marks=marks, answers="observed"))
    result = pytester.runpytest()
    result.assert_outcomes(errors=2)
    result.stdout.fnmatch_lines(["jira_linkfake has no option 'link_limt': did you mean 'link_limit'[?]"])


def test_a_test_s_marker_is_an_error(pytester: pytest.Pytester) -> None:
    """A test cannot set options of a site that others share, and is told so."""
    pytester.makepyfile(
        SUITE.format(scope="module", marks="", answers="documented")
        + """
    @pytest.mark.jira_linkfake(link_limit=3)
    def test_sets(self, module_jira):
        pass
"""
    )
    result = pytester.runpytest()
    result.assert_outcomes(passed=2, errors=1)
    result.stdout.fnmatch_lines(["the marker jira_linkfake of a test cannot set options of module_jira, the site*"])


def test_a_test_s_site_is_none_for_others(pytester: pytest.Pytester) -> None:
    """A fixture of a wider scope that asks for a test's site is told how to make one of its own."""
    pytester.makepyfile("""
    import pytest

    @pytest.fixture(scope="module")
    def seeded(jira_linkfake):
        return jira_linkfake

    def test_it(seeded):
        pass
    """)
    result = pytester.runpytest()
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(
        ["the fixture seeded has the scope 'module', and jira_linkfake is the site of one test: make one for the *"]
    )


def test_a_failing_test_reports_on_its_shared_site(pytester: pytest.Pytester) -> None:
    """The report of a failing test tells of the site that it shares, and what is not served fails the last test."""
    run = pytester.inline_runsource(
        SUITE.format(scope="module", marks="", answers="documented")
        + """
    def test_fails(self, module_jira):
        assert not module_jira.issues

    def test_is_not_served(self, module_jira):
        ask(module_jira, "dashboard")
"""
    )
    assert "PROJ-1 (Task, To Do): Summary of PROJ-1" in str(section(run.matchreport("test_fails", when="call")))
    assert run.matchreport("test_is_not_served", when="teardown").failed

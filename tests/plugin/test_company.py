"""The plugin in company: other orders, subtests, a suite in a suite, and switched off."""

from __future__ import annotations

import pytest

from tests.plugin.suites import ISOLATION


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_tests_does_not_matter(pytester: pytest.Pytester, seed: int) -> None:
    """Tests with and without a site, in process and behind the server, run in any order."""
    pytester.makeconftest(f"""
        import random

        def pytest_collection_modifyitems(items):
            random.Random({seed}).shuffle(items)
    """)
    pytester.inline_runsource(ISOLATION).assertoutcome(passed=10)


@pytest.mark.skipif(pytest.version_tuple < (9,), reason="pytest 9 brought subtests")
def test_a_failing_subtest_shows_the_site(pytester: pytest.Pytester) -> None:
    """A subtest that fails has the section of its test."""
    pytester.makepyfile("""
        def test_it(jira_linkfake, subtests):
            jira_linkfake.add_issues("PROJ-1", "PROJ-2")
            jira_linkfake.add_link("PROJ-1", "blocks", "PROJ-2")
            with subtests.test("first"):
                jira_linkfake.assert_no_links()
    """)
    pytester.runpytest().stdout.fnmatch_lines(
        [
            "*- jira_linkfake -*",
            "Links on the site:",
            "  PROJ-1 blocks PROJ-2",
            (
                "No request reached https://your-domain.atlassian.net, nor any other host, since the site was opened:"
                " the code sent none, or swallowed an error before."
            ),
        ],
        consecutive=True,
    )


def test_a_suite_in_a_suite_has_sites_of_its_own(pytester: pytest.Pytester) -> None:
    """A test that has a site may run a suite with sites in the same process, by pytester, and keeps its own."""
    pytester.makepyfile("""
        import requests

        def status(jira):
            return requests.get(jira.url + "/rest/api/2/issue/PROJ-1", auth=jira.auth).status_code

        def test_outer(pytester, jira_linkfake):
            jira_linkfake.add_issue("PROJ-1")
            pytester.makepyfile('''
                import requests

                def test_inner(jira_linkfake):
                    url = jira_linkfake.url + "/rest/api/2/issue/PROJ-1"
                    assert requests.get(url, auth=jira_linkfake.auth).status_code == 404
            ''')
            pytester.inline_run().assertoutcome(passed=1)
            assert status(jira_linkfake) == 200
            assert len(jira_linkfake.exchanges) == 1
    """)
    pytester.inline_run("-p", "pytester").assertoutcome(passed=1)


@pytest.fixture
def installed(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> pytest.Pytester:
    """A pytester whose suites find all plugins of the environment by their entry points."""
    for name in ("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "PYTEST_PLUGINS", "PYTEST_ADDOPTS"):
        monkeypatch.delenv(name)
    return pytester


def test_the_plugin_is_found_by_its_entry_point(installed: pytest.Pytester) -> None:
    """A suite needs no line of its own to have the fixtures and the marker."""
    installed.makepyfile(ISOLATION)
    installed.runpytest_subprocess("--strict-markers").assert_outcomes(passed=10)


def test_the_plugin_can_be_switched_off(installed: pytest.Pytester) -> None:
    """With `-p no:jira_linkfake` there is no fixture, marker or module of ours, and other tests are as they were."""
    installed.makepyfile(
        test_other="""
            import sys

            def test_other(tmp_path):
                assert not [name for name in sys.modules if name.startswith("jira_linkfake")]
        """,
        test_fixture="def test_fixture(jira_linkfake): ...",
        test_marker="""
            import pytest

            @pytest.mark.jira_linkfake
            def test_marker(): ...
        """,
    )
    arguments = "-p", "no:jira_linkfake", "--strict-markers", "--continue-on-collection-errors"
    result = installed.runpytest_subprocess(*arguments)
    result.assert_outcomes(passed=1, errors=2)
    result.stdout.fnmatch_lines_random(
        [
            "'jira_linkfake' not found in `markers` configuration option",
            "E       fixture 'jira_linkfake' not found",
        ]
    )

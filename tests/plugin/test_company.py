"""The plugin in company: other plugins, other orders, a suite in a suite, and switched off."""

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


def test_workers_of_xdist_do_not_meet(pytester: pytest.Pytester) -> None:
    """With pytest-xdist each worker has its own server, and settings reach all of them."""
    pytester.makepyfile(ISOLATION)
    result = pytester.runpytest_subprocess("-p", "xdist.plugin", "-n", "2", "-o", "jira_linkfake_link_limit=1")
    result.assert_outcomes(passed=10)
    assert "jira_linkfake: link_limit=1" in result.outlines


def test_a_worker_of_xdist_shows_the_site(pytester: pytest.Pytester) -> None:
    """The section of a test that failed in a worker is shown like any other."""
    pytester.makepyfile("""
        def test_fails(jira_linkfake_server):
            jira_linkfake_server.jira.add_issues("PROJ-1", "PROJ-2")
            jira_linkfake_server.jira.add_link("PROJ-1", "blocks", "PROJ-2")
            assert not jira_linkfake_server.url

        def test_passes():
            pass
    """)
    result = pytester.runpytest_subprocess("-p", "xdist.plugin", "-n", "1")
    result.assert_outcomes(passed=1, failed=1)
    result.stdout.fnmatch_lines(
        ["*- jira_linkfake -*", "Links on the site:", "  PROJ-1 blocks PROJ-2", "Last requests:", "  (none)"],
        consecutive=True,
    )


ASYNC_TESTS = """
    import asyncio
    import pytest
    import requests
    from httpx import AsyncClient

    {mark}
    async def test_async_client(jira_linkfake_server):
        async with AsyncClient(base_url=jira_linkfake_server.url, trust_env=False) as client:
            assert (await client.get("/rest/api/3/serverInfo")).status_code == 200

    {mark}
    @pytest.mark.jira_linkfake
    async def test_marker_alone():
        reply = await asyncio.to_thread(requests.get, "https://your-domain.atlassian.net/rest/api/3/serverInfo")
        assert reply.status_code == 200
"""


@pytest.mark.parametrize(("mode", "mark"), [("strict", "@pytest.mark.asyncio"), ("auto", "")])
def test_async_tests_have_sites_too(pytester: pytest.Pytester, mode: str, mark: str) -> None:
    """With pytest-asyncio in either mode a coroutine gets both fixtures, and the marker alone brings one."""
    pytester.makepyfile(ASYNC_TESTS.format(mark=mark))
    loop_scope = "--override-ini=asyncio_default_fixture_loop_scope=function"
    run = pytester.inline_run("-p", "pytest_asyncio.plugin", f"--asyncio-mode={mode}", loop_scope)
    run.assertoutcome(passed=2)


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
        ["*- jira_linkfake -*", "Links on the site:", "  PROJ-1 blocks PROJ-2", "Last requests:", "  (none)"],
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
    """With `-p no:jira_linkfake` there is no fixture and no marker of ours, and other tests are as they were."""
    installed.makepyfile(
        test_other="def test_other(tmp_path): ...",
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

"""The plugin beside those that users are likely to have: suites are as they would be alone, and leave nothing."""

from __future__ import annotations

import re

import pytest

from tests.plugin.suites import ISOLATION, NO_SERVER, RECORDER, SERVER, THE_SERVER, left_behind

FAILING = """
    def test_fails(jira_linkfake):
        assert_alone(jira_linkfake, jira_linkfake.url)
        jira_linkfake.assert_no_links()
"""

SECTION = """\
Links on the site:
  PROJ-1 blocks PROJ-2
Last requests:
  requests: POST /rest/api/2/issueLink by admin -> 201, made 'PROJ-1 blocks PROJ-2'
"""

XDIST = ("-p", "xdist", "-n", "2")
RANDOMLY = ("-p", "randomly", "-p", "no:cacheprovider")
ASYNCIO = ("-p", "asyncio", "-o", "asyncio_default_fixture_loop_scope=function")
RERUNS = ("-p", "rerunfailures", "--reruns", "1")
TIMEOUT = ("-p", "timeout", "--timeout", "60")

COMPANY = {
    "xdist, by load": (*XDIST, "--dist", "load"),
    "xdist, by scope": (*XDIST, "--dist", "loadscope"),
    "randomly": (*RANDOMLY, "--randomly-seed", "1"),
    "randomly, otherwise": (*RANDOMLY, "--randomly-seed", "2"),
    "asyncio": ASYNCIO,
    "rerunfailures": RERUNS,
    "timeout, by signal": (*TIMEOUT, "--timeout-method", "signal"),
    "timeout, by thread": (*TIMEOUT, "--timeout-method", "thread"),
    "all of them": (*XDIST, *RANDOMLY, *ASYNCIO, *RERUNS, *TIMEOUT),
}


@pytest.mark.parametrize("arguments", COMPANY.values(), ids=COMPANY)
def test_a_suite_is_as_it_would_be_alone(pytester: pytest.Pytester, arguments: tuple[str, ...]) -> None:
    """Each test has its own site, a failing one shows it once, and each process leaves only its server, to its end."""
    pytester.makeconftest(RECORDER)
    pytester.makepyfile(ISOLATION + FAILING)
    result = pytester.runpytest_subprocess("-o", "jira_linkfake_link_limit=1", *arguments)
    result.assert_outcomes(passed=10, failed=1)
    output = result.stdout.str()
    assert "jira_linkfake: link_limit=1\n" in output
    assert output.count(SECTION) == output.count("- jira_linkfake -") == 1
    assert ("1 rerun" in output) == ("--reruns" in arguments)
    for left in left_behind(pytester):
        servers = [THE_SERVER, NO_SERVER] if THE_SERVER in left.values() else []
        assert list(left.values()) == servers


ASYNC_TESTS = """
    import asyncio
    import pytest
    import requests
    from httpx import AsyncClient

    {mark}
    async def test_async_client(jira_linkfake_server):
        async with AsyncClient(base_url=jira_linkfake_server.url, trust_env=False) as client:
            replies = await asyncio.gather(*(client.get("/rest/api/3/serverInfo") for _ in range(5)))
        assert [reply.status_code for reply in replies] == [200] * 5

    {mark}
    @pytest.mark.jira_linkfake
    async def test_marker_alone():
        reply = await asyncio.to_thread(requests.get, "https://your-domain.atlassian.net/rest/api/3/serverInfo")
        assert reply.status_code == 200

    {mark}
    async def test_fails(jira_linkfake):
        requests.get(jira_linkfake.url + "/rest/api/3/serverInfo")
        pytest.fail()
"""


@pytest.mark.parametrize(("mode", "mark"), [("strict", "@pytest.mark.asyncio"), ("auto", "")])
def test_asyncio_gives_sites_to_coroutines(pytester: pytest.Pytester, mode: str, mark: str) -> None:
    """With pytest-asyncio in either mode coroutines get both fixtures, also by the marker alone, and show the site."""
    pytester.makeconftest(RECORDER)
    pytester.makepyfile(ASYNC_TESTS.format(mark=mark))
    result = pytester.runpytest_subprocess(*ASYNCIO, f"--asyncio-mode={mode}")
    result.assert_outcomes(passed=2, failed=1)
    result.stdout.fnmatch_lines(
        ["*- jira_linkfake -*", "  requests: GET /rest/api/3/serverInfo by an anonymous caller -> 200"]
    )
    (left,) = left_behind(pytester)  # whether loops of pytest-asyncio are among it depends on its version
    assert not any(one["patched"] for one in left.values())
    assert [name for name, one in left.items() if SERVER in one["new threads"]] == ["test_async_client"]


FAIL_ONCE = """
    import pytest

    SITES = {}

    def fail_once(jira, name):
        SITES.setdefault(name, []).append(jira)
        assert_alone(jira, jira.url)
        assert len(SITES[name]) == 2

    @pytest.fixture
    def failing_once(jira_linkfake):
        fail_once(jira_linkfake, "set-up")
        return jira_linkfake

    def a_scenario(jira):
        SITES.setdefault("scenario", []).append(jira)
        assert len(SITES["scenario"]) == 2

    def test_call(jira_linkfake):
        fail_once(jira_linkfake, "call")

    def test_behind_the_server_once(jira_linkfake_server):
        fail_once(jira_linkfake_server.jira, "server")

    def test_set_up(failing_once):
        assert failing_once is SITES["set-up"][1]
        assert len(failing_once.exchanges) == 1

    @pytest.mark.jira_linkfake(scenario=a_scenario)
    def test_scenario(jira_linkfake):
        assert jira_linkfake is SITES["scenario"][1]

    def test_last():
        assert len({id(jira) for sites in SITES.values() for jira in sites}) == 8
"""


def test_a_test_that_runs_again_has_a_new_site(pytester: pytest.Pytester) -> None:
    """With pytest-rerunfailures nothing of the first attempt is there in the second, whatever it was that failed."""
    pytester.makeconftest(RECORDER)
    pytester.makepyfile(ISOLATION + FAIL_ONCE)
    result = pytester.runpytest_subprocess(*RERUNS)
    result.assert_outcomes(passed=15)
    assert "4 rerun" in result.outlines[-1]
    assert "jira_linkfake -" not in result.stdout.str()
    assert left_behind(pytester) == [{"test_behind_the_server[0]": THE_SERVER, "test_last": NO_SERVER}]


STALLING = """
    import time

    import pytest
    import requests
    from jira_linkfake.scenarios import timeout

    def wait(*_):
        time.sleep(600)

    def link(jira):
        jira.add_issues("PROJ-1", "PROJ-2")
        body = {"type": {"name": "Blocks"}, "inwardIssue": {"key": "PROJ-1"}, "outwardIssue": {"key": "PROJ-2"}}
        return requests.post(jira.url + "/rest/api/2/issueLink", json=body, auth=jira.auth)

    def test_waits(jira_linkfake):
        link(jira_linkfake)
        wait()

    def test_waits_in_a_receiver(jira_linkfake):
        jira_linkfake.webhooks.register(wait)
        link(jira_linkfake)

    def test_waits_for_the_server(jira_linkfake_server):
        timeout(jira_linkfake_server.jira)
        requests.get(jira_linkfake_server.url + "/rest/api/2/serverInfo")

    def test_next(jira_linkfake_server):
        assert link(jira_linkfake_server.jira).status_code == 201
        assert requests.get(jira_linkfake_server.url + "/rest/api/2/serverInfo").ok
"""


def test_a_test_that_takes_too_long_is_interrupted(pytester: pytest.Pytester) -> None:
    """With pytest-timeout a test that waits fails, and the next one finds everything as it should be."""
    pytester.makeconftest(RECORDER)
    pytester.makepyfile(STALLING)
    result = pytester.runpytest_subprocess("-p", "timeout", "--timeout=2", "--timeout-method=signal", timeout=60)
    result.assert_outcomes(passed=1, failed=3)
    assert len(re.findall(r"^E +Failed: Timeout", result.stdout.str(), re.M)) == 3
    assert left_behind(pytester) == [{"test_waits_for_the_server": THE_SERVER, "test_next": NO_SERVER}]


@pytest.mark.parametrize("test", ["test_waits", "test_waits_in_a_receiver", "test_waits_for_the_server"])
def test_a_process_that_takes_too_long_ends(pytester: pytest.Pytester, test: str) -> None:
    """Where pytest-timeout can only end the process, because its timer is a thread, none of ours keeps it."""
    module = pytester.makepyfile(STALLING)
    arguments = "-p", "timeout", "--timeout=2", "--timeout-method=thread"
    result = pytester.runpytest_subprocess(*arguments, f"{module}::{test}", timeout=60)
    assert result.ret == 1
    assert re.search(r"^\++ Timeout \++$", result.stdout.str() + result.stderr.str(), re.M)


MOCKED = """
    import re

    import requests
    from requests_mock import ANY

    OTHER = "https://other.example.com/"

    def assert_both_answer(mock, jira):
        mock.register_uri(ANY, re.compile(re.escape(jira.url)), real_http=True)
        mock.get(OTHER, text="other")
        with requests.Session() as session:
            for get in requests.get, session.get, session.get:
                assert get(OTHER).text == "other"
                assert get(jira.url + "/rest/api/3/serverInfo").json()["serverTitle"] == "Jira"
        assert [exchange.status for exchange in jira.exchanges] == [200] * 3

    def test_inside(jira_linkfake, requests_mock):
        assert_both_answer(requests_mock, jira_linkfake)

    def test_around(requests_mock, jira_linkfake):
        assert_both_answer(requests_mock, jira_linkfake)
"""


def test_requests_mock_lets_the_site_answer(pytester: pytest.Pytester) -> None:
    """With requests-mock, inside and outside of a site, what the mock is told to let through the site answers."""
    pytester.makeconftest(RECORDER)
    pytester.makepyfile(MOCKED)
    result = pytester.runpytest_subprocess("-p", "requests_mock")
    result.assert_outcomes(passed=2)
    assert left_behind(pytester) == [{}]

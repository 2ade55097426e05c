"""The guard in whole suites: who fails for a call to a real Jira, and who is left alone."""

from __future__ import annotations

import pytest

# Hears of every look-up that ours lets pass, and lets none through to the network.
SPY = """
    import sys

    import pytest

    from jira_linkfake.doors.guard import Guard

    with Guard("https://your-domain.atlassian.net"):
        pass
    HEARD = []

    def spy(event, args):
        if event in ("socket.getaddrinfo", "socket.gethostbyname") and args[0] not in ("127.0.0.1", "localhost"):
            HEARD.append(args[0])
            raise OSError(f"the spy heard of {args[0]}")

    sys.addaudithook(spy)

    @pytest.fixture
    def heard():
        HEARD.clear()
        return HEARD

    def pytest_terminal_summary(terminalreporter):
        terminalreporter.write_line(f"the spy heard of {sorted({str(name) for name in HEARD})}")
"""

CALLING = """
    import asyncio
    import threading
    import urllib.request
    from concurrent.futures import ThreadPoolExecutor

    import pytest
    import requests

    from jira_linkfake import FakeJira

    OTHER = "https://other.atlassian.net"
    INFO = "/rest/api/2/serverInfo"

    def swallowing(call, *args):
        try:
            return call(*args)
        except (AssertionError, OSError):
            pass

    class Late:
        def __init__(self, call, *args):
            self.go, self.call = threading.Event(), (call, *args)
            self.thread = threading.Thread(target=self.run)
            self.thread.start()

        def run(self):
            self.go.wait(30)
            self.result = swallowing(*self.call)

        def finish(self):
            self.go.set()
            self.thread.join()
            return self.result
"""


def _run(pytester: pytest.Pytester, suite: str, *args: str) -> pytest.RunResult:
    pytester.makeconftest(SPY)
    pytester.makepyfile(CALLING + suite)
    return pytester.runpytest_subprocess("-rfE", *args)


def test_a_test_fails_for_what_its_code_swallowed(pytester: pytest.Pytester) -> None:
    """What the code under test was refused fails its test once: as it is raised, or else when the test ends."""
    result = _run(
        pytester,
        """
    def test_swallows(jira_linkfake):
        for _ in range(3):
            swallowing(urllib.request.urlopen, OTHER)

    def test_is_told(jira_linkfake):
        urllib.request.urlopen(OTHER)

    def test_next(jira_linkfake):
        assert requests.get(jira_linkfake.url + INFO).ok

    def test_without_a_site(heard):
        with pytest.raises(OSError, match="the spy heard of other"):
            urllib.request.urlopen(OTHER)
        assert heard == ["other.atlassian.net"]
        heard.clear()
    """,
    )
    result.assert_outcomes(passed=3, failed=1, errors=1)
    result.stdout.fnmatch_lines(
        [
            "*ERROR at teardown of test_swallows*",
            "the code under test called what it must not call, was refused, and went on:",
            "  urllib.request looked up other.atlassian.net: the site here is https://your-domain.atlassian.net. Set*",
        ],
    )
    result.stdout.fnmatch_lines(
        ["the spy heard of []", "*short test summary*", "FAILED *::test_is_told*", "ERROR *::test_swallows*"]
    )


STRAYS = """
    LATE = []
    POOL = ThreadPoolExecutor(1)

    def test_one(jira_linkfake):
        LATE.append(Late(lambda: requests.get(jira_linkfake.url + INFO)))
        LATE.append(Late(lambda: requests.get(jira_linkfake.url + INFO)))
        LATE.append(Late(urllib.request.urlopen, OTHER))
        go = threading.Event()
        LATE.append((go, POOL.submit(lambda: go.wait(30) and urllib.request.urlopen(OTHER))))

    def test_two(jira_linkfake):
        assert LATE[0].finish() is None
        assert requests.get(jira_linkfake.url + INFO).ok
        assert len(jira_linkfake.exchanges) == 1

    def test_without_a_site(heard):
        assert LATE[1].finish() is None
        assert LATE[2].finish() is None
        LATE[3][0].set()
        with pytest.raises(AssertionError, match="left running"):
            LATE[3][1].result()
        assert heard == []
"""


def test_strays_fail_the_session_by_the_name_of_their_test(pytester: pytest.Pytester) -> None:
    """What a test left running reaches neither the next site nor a Jira; the session fails, and names the test."""
    result = _run(pytester, STRAYS)
    result.assert_outcomes(passed=3, errors=1)
    result.stdout.fnmatch_lines(
        [
            "*ERROR at teardown of test_without_a_site*",
            "what tests left running called a Jira:",
            "  requests called https://your-domain.atlassian.net, which is the site of *::test_two by now, in *",
            "  requests looked up your-domain.atlassian.net in the thread Thread-* (run), which *::test_one started*",
            "  urllib.request looked up other.atlassian.net in the thread Thread-* (run), which *::test_one started*",
            "  urllib.request looked up other.atlassian.net in the work of an executor, which *::test_one started*",
            "the spy heard of []",
        ]
    )


def test_strays_fail_a_distributed_session_too(pytester: pytest.Pytester) -> None:
    """Under xdist the worker's last test tells."""
    result = _run(pytester, STRAYS, "-p", "xdist", "-n1")
    result.assert_outcomes(passed=3, errors=1)
    result.stdout.fnmatch_lines(["what tests left running called a Jira:"])


def test_a_site_lives_as_long_as_it_says(pytester: pytest.Pytester) -> None:
    """A thread goes on calling a module's site in later tests, beside theirs, as does a pool that was there before."""
    result = _run(
        pytester,
        """
    @pytest.fixture(scope="session")
    def worker():
        with ThreadPoolExecutor(1) as pool:
            pool.submit(int).result()
            yield pool

    @pytest.fixture(scope="module")
    def wide(worker):
        with FakeJira(base_url="https://wide.atlassian.net") as jira, jira.intercept():
            yield jira

    LATE = []

    def test_one(wide):
        LATE.append(Late(lambda: requests.get(wide.url + INFO)))

    def test_two(jira_linkfake, wide, worker):
        assert LATE[0].finish().ok
        for jira in wide, jira_linkfake:
            assert worker.submit(requests.get, jira.url + INFO).result().ok

    def test_three(jira_linkfake, worker):
        assert worker.submit(requests.get, jira_linkfake.url + INFO).result().ok
    """,
    )
    result.assert_outcomes(passed=3)


def test_a_loop_of_the_session_runs_one_test_after_the_other(pytester: pytest.Pytester) -> None:
    """Tests that share a loop each call their own site; a task that one leaves does not call the next one's."""
    result = _run(
        pytester,
        """
    import pytest_asyncio

    TASKS = []

    async def late(url, go):
        await go.wait()
        return requests.get(url + INFO)

    @pytest_asyncio.fixture(loop_scope="session")
    async def prepared(jira_linkfake):
        assert requests.get(jira_linkfake.url + INFO).ok
        yield
        assert requests.get(jira_linkfake.url + INFO).ok

    @pytest.mark.parametrize("number", range(3))
    @pytest.mark.asyncio(loop_scope="session")
    async def test_asyncio(jira_linkfake, prepared, number):
        assert requests.get(jira_linkfake.url + INFO).ok
        assert (await asyncio.to_thread(requests.get, jira_linkfake.url + INFO)).ok
        assert len(jira_linkfake.exchanges) == 3
        go = asyncio.Event()
        TASKS.append((go, asyncio.create_task(late(jira_linkfake.url, go))))
        if number:
            go, task = TASKS[number - 1]
            go.set()
            with pytest.raises(AssertionError, match="in a task, which .*::test_asyncio.%d. started" % (number - 1)):
                await task
        if number == 2:
            TASKS[2][1].cancel()

    @pytest.fixture(scope="session")
    def anyio_backend():
        return "asyncio"

    @pytest.mark.parametrize("number", range(3))
    @pytest.mark.anyio
    async def test_anyio(anyio_backend, jira_linkfake, number):
        assert requests.get(jira_linkfake.url + INFO).ok
        assert (await asyncio.to_thread(requests.get, jira_linkfake.url + INFO)).ok
        assert len(jira_linkfake.exchanges) == 2

    def test_last():
        pass
    """,
        *("-p", "pytest_asyncio.plugin", "-p", "anyio", "-o", "asyncio_default_fixture_loop_scope=function"),
    )
    result.assert_outcomes(passed=7, errors=1)
    result.stdout.fnmatch_lines(["*ERROR at teardown of test_last*", "what tests left running called a Jira:"])


def test_connections_to_the_server_end_with_their_test(pytester: pytest.Pytester) -> None:
    """A session that is kept connects anew for each test; who writes on an old connection fails the session by name."""
    result = _run(
        pytester,
        """
    import http.client

    SESSION = requests.Session()
    KEPT = []

    @pytest.mark.parametrize("number", range(3))
    def test_kept_session(jira_linkfake_server, number):
        assert SESSION.post(jira_linkfake_server.url + INFO).status_code == 405
        assert SESSION.get(jira_linkfake_server.url + INFO).ok
        assert len(jira_linkfake_server.jira.exchanges) == 2

    def test_keeps(jira_linkfake_server):
        connection = http.client.HTTPConnection("127.0.0.1", int(jira_linkfake_server.url.rpartition(":")[2]))
        connection.request("GET", INFO)
        connection.getresponse().read()
        KEPT.append(connection)
        KEPT.append(Late(requests.get, jira_linkfake_server.url + INFO))

    def test_next(jira_linkfake_server):
        with pytest.raises(OSError):
            KEPT[0].request("GET", "/late")
            KEPT[0].getresponse()
        KEPT[0].close()
        assert KEPT[1].finish() is None
        assert requests.get(jira_linkfake_server.url + INFO).ok
        assert len(jira_linkfake_server.jira.exchanges) == 1
        SESSION.close()
    """,
    )
    result.assert_outcomes(passed=5, errors=1)
    result.stdout.fnmatch_lines_random(
        [
            "*calls arrived while no test held the server:",
            "*  GET /late after *::test_keeps",
            "*  requests called https://your-domain.atlassian.net, which is the site of *::test_next by now, *_keeps*",
        ]
    )


def test_a_fork_fails_its_test(pytester: pytest.Pytester) -> None:
    """A forked process that calls the site in process, which would lose it, fails the test by what to do."""
    result = _run(
        pytester,
        """
    import multiprocessing

    def call(url):
        swallowing(requests.get, url + INFO)

    def test_fork(jira_linkfake):
        child = multiprocessing.get_context("fork").Process(target=call, args=[jira_linkfake.url])
        child.start()
        child.join()

    def test_server(jira_linkfake_server):
        child = multiprocessing.get_context("fork").Process(target=call, args=[jira_linkfake_server.url])
        child.start()
        child.join()
        assert len(jira_linkfake_server.jira.exchanges) == 1
    """,
    )
    result.assert_outcomes(passed=2, errors=1)
    result.stdout.fnmatch_lines(
        ["  requests called https://your-domain.atlassian.net in a forked process: *jira_linkfake_server*"]
    )

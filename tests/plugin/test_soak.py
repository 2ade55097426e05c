"""Many tests that leave threads, forks and connections behind, and fail with hostile bytes: each ends with its own."""

from __future__ import annotations

import json
import os
from collections import Counter

import pytest

from tests.plugin.suites import NO_SERVER, NOTHING, RECORDER, THE_SERVER, left_behind

FLAKY = """
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
    pytester.makepyfile(FLAKY)
    result = pytester.runpytest_subprocess("-q")
    result.assert_outcomes(passed=200)
    assert left_behind(pytester) == [{"test_port[0]": THE_SERVER, "test_port[49]": NO_SERVER}]


# Beside the recorder: who ended how, which calls of what was left running were refused, and what a spy below our guard
# hears, in forks and workers too, which lets nothing through to the network.
BOOKKEEPING = """
    import test_soak

    from jira_linkfake.doors.guard import Guard

    with Guard("https://your-domain.atlassian.net"):  # so that its hook is the first
        pass

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(item):  # not the recorder's: tests leave something behind on purpose
        item.session.has_tests = True
        return (yield)

    OUTCOMES = {}
    IS_LOOKUP = ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr")

    def hosts(event, args):
        if event in IS_LOOKUP:
            return [args[0]]
        return args[1][:1] if event in ("socket.connect", "socket.sendto") and isinstance(args[1], tuple) else []

    def spy(event, args):
        for host in hosts(event, args):
            if host not in (None, "127.0.0.1", "localhost"):
                with open("heard_by_the_spy", "a") as heard:
                    heard.write(f"{event} {host!r}\\n")
                raise OSError(f"the spy heard of {host}")

    sys.addaudithook(spy)

    @pytest.hookimpl(tryfirst=True)
    def pytest_runtest_teardown(item, nextitem):
        if nextitem is None:
            test_soak.finish_all()

    def pytest_runtest_logreport(report):
        if report.outcome != "passed":
            OUTCOMES.setdefault(report.nodeid.partition("::")[2], []).append((report.when, str(report.longrepr)))

    @pytest.hookimpl(tryfirst=True)
    def pytest_unconfigure(config):
        if not hasattr(config, "workerinput"):
            Path("outcomes.json").write_text(json.dumps(OUTCOMES))
        if test_soak.REFUSED:
            Path(f"refused_to_{os.getpid()}.json").write_text(json.dumps(test_soak.REFUSED))
"""

SOAK = r"""
    import http.client
    import json
    import os
    import threading
    import urllib.request
    import warnings
    from concurrent.futures import ThreadPoolExecutor

    import pytest
    import requests
    from jira_linkfake.scenarios import flaky

    INFO = "/rest/api/2/serverInfo"
    OTHER = "https://other.atlassian.net"
    LINK = {"type": {"name": "Blocks"}, "inwardIssue": {"key": "PROJ-1"}, "outwardIssue": {"key": "PROJ-2"}}
    HOSTILE = "\x1b[2J\x07\r\nFAKE\x00\x9b\u202e\ud83d"

    LATE, KEPT, REFUSED, SESSION, POOL = [], [], [], requests.Session(), None

    # What a test leaves running, and a later one lets go on

    class Late:
        def __init__(self, call, *args):
            self.test, self.go, self.call = os.environ["PYTEST_CURRENT_TEST"].split(" ")[0], threading.Event(), call
            self.args, self.error, self.answer = args, None, None
            self.start()

        def start(self):
            self.thread = threading.Thread(target=self.run, name="late")
            self.thread.start()

        def run(self):
            self.go.wait(60)
            try:
                self.answer = self.call(*self.args)
            except BaseException as error:
                self.error = error

        def join(self):
            self.thread.join()

        def finish(self):
            self.join()
            if self.test == os.environ["PYTEST_CURRENT_TEST"].split(" ")[0]:
                return
            if self.answer is not None and self.answer.status_code == 503:  # at the port while nobody holds it
                return
            assert isinstance(self.error, AssertionError), (self.error, self.answer)
            assert self.test in str(self.error)
            REFUSED.append(str(self.error))

    class LateWork(Late):
        def start(self):
            self.future = POOL.submit(self.run)

        def join(self):
            self.future.result()

    def others_go_on():
        for late in LATE:
            late.go.set()  # all, since one worker does the work of several
        while LATE:
            LATE.pop().finish()
        while KEPT:
            kept = KEPT.pop()
            with pytest.raises((OSError, http.client.HTTPException)):
                kept.request("POST", INFO + "?kept")
                kept.getresponse()
            kept.close()

    def finish_all():
        others_go_on()
        SESSION.close()
        POOL.shutdown()

    @pytest.fixture(autouse=True, scope="session")
    def pool():
        global POOL
        POOL = ThreadPoolExecutor(1)

    def link(url, jira, number, send=requests.post):
        jira.add_issues("PROJ-1", "PROJ-2")
        assert send(f"{url}/rest/api/2/issueLink?test={number}", json=LINK, auth=jira.auth).status_code == 201
        others_go_on()
        assert_alone(jira, number)
        assert [(link.id, str(link)) for link in jira.links] == [("10000", "PROJ-1 blocks PROJ-2")]

    def assert_alone(jira, number):
        assert {exchange.query for exchange in jira.exchanges} == {f"test={number}"}, jira.report()

    def connect():
        http.client.HTTPConnection("other.atlassian.net").connect()

    def get(url, number):
        return requests.get(f"{url}{INFO}?test={number}", timeout=30)

    def in_a_fork(call, *args):
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of threads at a fork, from Python 3.12 on
            child = os.fork()
        if child == 0:
            try:
                call(*args)
            except (AssertionError, OSError):
                os._exit(3)
            finally:
                os._exit(0)
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])

    # The tests, a hundred in a round

    def rounds(count):
        return pytest.mark.parametrize("number", range(count * ROUNDS))

    @rounds(20)
    def test_in_process(jira_linkfake, number):
        link(jira_linkfake.url, jira_linkfake, number)
        LATE.extend([Late(get, jira_linkfake.url, "late"), Late(connect)])

    @rounds(5)
    def test_late_in_process(jira_linkfake, number):
        link(jira_linkfake.url, jira_linkfake, number)
        LATE.extend([LateWork(get, jira_linkfake.url, "late"), LateWork(urllib.request.urlopen, OTHER)])

    @rounds(15)
    def test_port(jira_linkfake_server, number):
        link(jira_linkfake_server.url, jira_linkfake_server.jira, number, SESSION.post)
        LATE.extend([Late(get, jira_linkfake_server.url, "late"), Late(get, jira_linkfake_server.jira.url, "late")])

    @rounds(5)
    def test_late_port(jira_linkfake_server, number):
        link(jira_linkfake_server.url, jira_linkfake_server.jira, number)
        kept = http.client.HTTPConnection(*jira_linkfake_server.url.removeprefix("http://").split(":"))
        kept.request("GET", f"{INFO}?test={number}")
        assert kept.getresponse().read()
        KEPT.append(kept)

    @rounds(5)
    def test_fork_at_the_port(jira_linkfake_server, number):
        assert in_a_fork(get, jira_linkfake_server.url, number) == 0
        assert_alone(jira_linkfake_server.jira, number)
        assert len(jira_linkfake_server.jira.exchanges) == 1

    @rounds(5)
    def test_fork_errs(jira_linkfake, number):
        link(jira_linkfake.url, jira_linkfake, number)
        assert in_a_fork(get, jira_linkfake.url, number) == 3
        assert in_a_fork(urllib.request.urlopen, OTHER) == 3

    @rounds(5)
    def test_swallowing_errs(jira_linkfake, number):
        link(jira_linkfake.url, jira_linkfake, number)
        for call in (urllib.request.urlopen, requests.get):
            try:
                call(OTHER)
            except AssertionError:
                pass

    @rounds(5)
    def test_flaky(jira_linkfake_server, number):
        jira = jira_linkfake_server.jira
        flaky(jira, rate=0.5, seed=number)
        jira.add_issues("PROJ-1", "PROJ-2")
        with jira.clock.patch_sleep():
            for _ in range(40):
                try:
                    if requests.post(
                        f"{jira_linkfake_server.url}/rest/api/2/issueLink?test={number}", json=LINK, auth=jira.auth
                    ).ok:
                        break
                except requests.RequestException:
                    pass
        jira.assert_linked("PROJ-1", "blocks", "PROJ-2")
        assert_alone(jira, number)

    @rounds(5)
    def test_without_a_site(number):
        others_go_on()

    # What fails

    TEXT = json.dumps({"fields": {"summary": HOSTILE, "labels": [HOSTILE]}, HOSTILE: HOSTILE})
    BODIES = {
        "BOM": b"\xef\xbb\xbf" + TEXT.encode(),
        "UTF-16": TEXT.encode("utf-16"),
        "UTF-32": TEXT.encode("utf-32-be"),
        "surrogates": b'{"type":{"name":"\\ud83d"},"inwardIssue":{"key":"\\udfff"},"outwardIssue":{"key":"\\u001b"}}',
        "raw surrogates": b'{"fields":{"summary":"\xed\xa0\xbd"}}',
        "controls": b'{"fields":{"summary":"\x1b]0;FAKE\x07\x00"}}',
        "no JSON": bytes(range(256)),
        "deep": b"[" * 20_000,
        "long": b'{"id":' + b"9" * 6000 + b"}",
        "twice": b'{"key":1,"key":"\\u009b2J"}',
    }
    PATHS = ["/rest/api/2/issue/PROJ-1", "/rest/api/3/issueLink", "/rest/api/2/issue/%1b%5b2J%0aFAKE%00%ff%ed%a0%bd"]
    HEADERS = {"Content-Type": "application/json", "X-Atlassian-Token": "\x9b2J\xff", "User-Agent": "a\x85\x9bFAKE"}

    def send_hostile(url, jira, number):
        jira.add_issue("PROJ-1", summary=HOSTILE)
        jira.add_issue("PROJ-2")
        jira.add_link_type(HOSTILE, outward="b " + HOSTILE, inward="c " + HOSTILE)
        jira.add_link("PROJ-1", "b " + HOSTILE, "PROJ-2")
        body = list(BODIES.values())[number % len(BODIES)]
        query = f"?test={number}"
        for path in PATHS:
            for method in ("PUT", "POST"):
                requests.request(method, url + path + query, data=body, headers=HEADERS, auth=jira.auth)
        assert_alone(jira, number)

    @pytest.fixture
    def hostile(jira_linkfake, number):
        send_hostile(jira_linkfake.url, jira_linkfake, number)
        LATE.append(Late(get, jira_linkfake.url, "late"))
        return jira_linkfake

    @pytest.fixture
    def hostile_port(jira_linkfake_server, number):
        send_hostile(jira_linkfake_server.url, jira_linkfake_server.jira, number)
        return jira_linkfake_server.jira

    @rounds(15)
    def test_hostile_fails(hostile, number):
        hostile.assert_linked("PROJ-2", "b " + HOSTILE, "PROJ-1")

    @rounds(15)
    def test_hostile_port_fails(hostile_port, number):
        hostile_port.assert_no_links()
"""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="it forks")
@pytest.mark.parametrize("arguments", [(), ("-p", "xdist", "-n", "2")], ids=["one process", "two workers"])
def test_a_soak(pytester: pytest.Pytester, arguments: tuple[str, ...]) -> None:
    """Each of many tests ends as it would alone, nothing stays, no Jira is looked up, and each stray is told once.

    `SOAK=20` in the environment makes it twenty times as long: 2,000 tests.
    """
    rounds = int(os.environ.get("SOAK", "1"))
    pytester.makeconftest(RECORDER + BOOKKEEPING)
    pytester.makepyfile(test_soak=f"    ROUNDS = {rounds}" + SOAK)
    result = pytester.runpytest_subprocess("--import-mode=prepend", "-q", *arguments)
    text = result.stdout.str() + result.stderr.str()
    outcomes = json.loads((pytester.path / "outcomes.json").read_text())
    strays = {name: why for name, whys in outcomes.items() for _, why in whys if "what tests left running" in why}
    told = [line.strip(" |") for why in strays.values() for line in why.splitlines() if " started and left " in line]
    refused = [line for path in pytester.path.glob("refused_to_*.json") for line in json.loads(path.read_text())]
    ends = Counter(
        (name.partition("[")[0], when)
        for name, whys in outcomes.items()
        for when, why in whys
        if why not in strays.values()
    )
    assert ends == {
        ("test_fork_errs", "teardown"): 5 * rounds,
        ("test_swallowing_errs", "teardown"): 5 * rounds,
        ("test_hostile_fails", "call"): 15 * rounds,
        ("test_hostile_port_fails", "call"): 15 * rounds,
    }
    processes = 2 if arguments else 1
    result.assert_outcomes(passed=70 * rounds, failed=30 * rounds, errors=10 * rounds + processes)
    assert sorted(told) == sorted(set(refused))
    assert len(told) >= 60 * rounds
    assert 0 <= text.count("- jira_linkfake -") - 40 * rounds <= processes  # the last test may have no site to show
    assert {character for character in text if not character.isprintable()} == {"\n"}
    assert not (pytester.path / "heard_by_the_spy").exists()
    assert [record.get("the session", NOTHING) for record in left_behind(pytester)] == [NOTHING] * processes

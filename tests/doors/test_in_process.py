"""Doors in process: opened once a library is imported, closed without a trace, and true to what each library does."""

from __future__ import annotations

import asyncio
import http.client
import json
import subprocess
import sys
import time
import unittest.mock
import urllib.request
from contextlib import closing
from http.client import HTTPConnection
from importlib.machinery import ModuleSpec
from itertools import pairwise

import aiohttp
import aiohttp.connector
import httpx
import pytest
import trio
import urllib3
import urllib3.connection
from aiohttp.client_proto import ResponseHandler

from jira_linkfake import FakeJira, NeverAnsweredError, OtherHostError, scenarios
from jira_linkfake.doors import aiohttp_door, in_process
from jira_linkfake.doors.aiohttp_door import _Transport
from jira_linkfake.doors.httpx_door import HttpxDoor
from jira_linkfake.doors.patch import Patch
from jira_linkfake.doors.sent_request import SentRequest
from tests.doors.libraries import CALLS
from tests.loopback import loopback

INFO = "/rest/api/3/serverInfo"
LINK = {"type": {"name": "Blocks"}, "inwardIssue": {"key": "PROJ-1"}, "outwardIssue": {"key": "PROJ-2"}}
ANSWERED_BY_CONNECTIONS = ("urllib3", "http.client", "urllib.request")
PATCHED = [
    (httpx.Client, "_send_handling_redirects"),
    (httpx.AsyncClient, "_send_handling_redirects"),
    (httpx.HTTPTransport, "handle_request"),
    (httpx.AsyncHTTPTransport, "handle_async_request"),
    (aiohttp.ClientSession, "_request"),
    (aiohttp.ClientSession, "get"),
    (aiohttp.TCPConnector, "_create_connection"),
    (http.client.HTTPConnection, "connect"),
    (http.client.HTTPSConnection, "connect"),
    (urllib3.connection.HTTPConnection, "connect"),
    (urllib3.connection.HTTPSConnection, "connect"),
]
EACH_LIBRARY = pytest.mark.parametrize("library", CALLS)


def get(library, url, timeout=5):
    """Return the status of a GET."""
    return CALLS[library]("GET", url, None, timeout)


# Opening and closing


def run(script):
    """Run a script in a process of its own, and return what it prints."""
    return subprocess.run([sys.executable, "-c", script], check=True, capture_output=True, text=True).stdout.split()


def test_a_site_imports_no_library():
    """Opening a site imports none of the libraries that it would answer."""
    script = """
import sys
from jira_linkfake import FakeJira
before = set(sys.modules)
with FakeJira() as jira:
    jira.add_issue("PROJ-1")
print(*({"requests", "httpx", "aiohttp", "urllib3", "http.client", "asyncio"} & (set(sys.modules) - before)))
"""
    assert run(script) == []


@pytest.mark.parametrize(
    ("library", "call"),
    [
        ("requests", "library.get(url)"),
        ("httpx", "library.get(url)"),
        ("urllib3", "library.PoolManager().request('GET', url)"),
        ("aiohttp", "asyncio.run(call(library, url))"),
        ("urllib.request", "sys.modules['urllib.request'].urlopen(url).close()"),
    ],
)
@pytest.mark.parametrize("how", ["__import__({!r})", "importlib.import_module({!r})"])
def test_a_library_is_answered_once_it_is_imported(library, call, how):
    """What the code under test imports in the middle of a test is answered as if it had been there before."""
    script = f"""
import asyncio, importlib, sys
from jira_linkfake import FakeJira

async def call(library, url):
    async with library.request("GET", url) as response:
        await response.read()

finders = list(sys.meta_path)
with FakeJira() as jira:
    url = jira.url + "{INFO}"
    assert sys.meta_path == finders
    library = {how.format(library)}
    {call}
    print(*(exchange.client for exchange in jira.exchanges))
"""
    assert run(script) == [library]


def test_a_library_that_is_half_imported_is_answered_once_it_is_whole():
    """A site that is opened in the middle of an import answers when the import is over, and breaks nothing."""
    script = f"""
import sys, builtins
from jira_linkfake import FakeJira
jira = FakeJira()
entered = []

class Finder:
    def find_spec(name, path=None, target=None):
        if name == "httpx._client" and not entered:
            entered.append(jira.__enter__())

sys.meta_path.insert(0, Finder)
import httpx
httpx.get(jira.url + "{INFO}")
print(*(exchange.client for exchange in jira.exchanges))
jira.__exit__(None, None, None)
"""
    assert run(script) == ["httpx"]


def test_a_spec_that_is_watched_tells_when_its_library_is_whole(monkeypatch):
    """While a library is imported nothing of it is patched; where that fails, nothing is afterwards either."""
    spec = httpx.__spec__

    def is_patched():
        return isinstance(vars(httpx.Client)["_send_handling_redirects"], Patch)

    for is_there in (False, True):
        monkeypatch.delitem(in_process._whole, "httpx", raising=False)
        spec._initializing = True
        with FakeJira():
            in_process.load()
            in_process._hear_import(())
            assert not is_patched()
            with monkeypatch.context() as patch:
                if not is_there:
                    patch.delitem(sys.modules, "httpx")
                spec._initializing = False
            assert is_patched() == is_there
            in_process._this_thread.is_loading_a_door = True  # which imports more, of which nothing is heard
            in_process._hear_import(())
            assert is_patched() == is_there
            in_process._this_thread.is_loading_a_door = False
            in_process._hear_import(())
            assert is_patched()
    assert type(spec) is ModuleSpec


def test_aiohttps_own_way_is_found_behind_a_mock():
    """What the library itself does is known, whoever has replaced it."""
    own = vars(aiohttp.ClientSession)["_request"]
    with unittest.mock.patch.object(aiohttp.ClientSession, "_request"):
        assert aiohttp_door._own_request() is own


def test_nothing_is_left_behind():
    """A site patches while it is open, and puts back what was there, by identity."""
    before = [vars(owner)[name] for owner, name in PATCHED]
    with FakeJira() as jira, jira.intercept():
        assert all(isinstance(vars(owner)[name], Patch) for owner, name in PATCHED if name != "get")
    assert [vars(owner)[name] for owner, name in PATCHED] == before


def test_doors_are_opened_once():
    """Doors that are open cannot be opened again; closing them twice is harmless, and others go on."""
    jira = FakeJira()
    doors = jira.intercept()
    with jira, doors:
        with pytest.raises(RuntimeError, match="open already"):
            doors.open()
        doors.close()
        doors.close()
        assert httpx.get(jira.url + INFO).status_code == 200


@EACH_LIBRARY
def test_two_sites(library):
    """Each of two sites answers at its address; of two at the same, the last that was opened."""
    old, new = FakeJira(base_url="https://old.atlassian.net"), FakeJira(base_url="https://new.atlassian.net")
    again = FakeJira(base_url="https://old.atlassian.net")
    with old, new, again:
        assert get(library, old.url + INFO) == get(library, new.url + INFO) == 200
    with old:
        assert get(library, old.url + INFO) == 200
    assert [len(jira.exchanges) for jira in (old, new, again)] == [1, 1, 1]


@EACH_LIBRARY
def test_a_site_below_a_path(library):
    """Below the path of an address the site answers; what is beside it on the same host is not the site's."""
    with FakeJira(base_url="https://jira.example.com/tracker") as jira:
        assert get(library, f"{jira.url}{INFO}") == 200
        with pytest.raises(OtherHostError, match=r"jira\.example\.com"):
            get(library, "https://jira.example.com/wiki")
        jira._guard._refused.clear()
    assert [exchange.path for exchange in jira.exchanges] == [f"/tracker{INFO}"]


@EACH_LIBRARY
def test_beside_the_path_another_server_answers(library):
    """Beside the path of a site on loopback, a server that is there answers, and gets the request whole."""
    with loopback() as server, FakeJira(base_url=f"{server.url}/tracker") as jira:
        assert CALLS[library]("POST", f"{server.url}/hook", None, 5, json={"a": 1}) == 204
    assert len(jira.exchanges) == 0


def test_beside_the_path_a_body_in_parts_arrives_too():
    """What is sent after the head goes to the server that is there as well."""
    with (
        loopback() as server,
        FakeJira(base_url=f"{server.url}/tracker"),
        closing(HTTPConnection(server.url.removeprefix("http://"), timeout=5)) as connection,
    ):
        connection.request("POST", "/hook", iter([b"{", b"}"]), {"Content-Length": "2"})
        assert connection.getresponse().status == 204


@EACH_LIBRARY
@pytest.mark.parametrize("host", ["other.atlassian.net", "your-domain.atlassian.net:8443"])
def test_another_jira_is_refused(library, host):
    """A real Jira is refused by the name of the library, before it is looked up."""
    with FakeJira() as jira:
        with pytest.raises(OtherHostError) as caught:
            get(library, f"https://{host}{INFO}")
        jira._guard._refused.clear()
    assert str(caught.value).startswith(library.removeprefix("async ").partition(" on")[0])


@pytest.mark.parametrize("kind", ["httpx", "async httpx", "aiohttp"])
def test_another_jira_is_refused_through_a_proxy(kind):
    """A proxy, whom nobody here sees look the name up, is not asked."""
    url, proxy = f"https://other.atlassian.net{INFO}", "http://127.0.0.1:9"

    async def by_httpx():
        async with httpx.AsyncClient(proxy=proxy) as client:
            await client.get(url)

    async def by_aiohttp():
        async with aiohttp.ClientSession() as session:
            await session.get(url, proxy=proxy)

    calls = {
        "httpx": lambda: httpx.get(url, proxy=proxy),
        "async httpx": lambda: asyncio.run(by_httpx()),
        "aiohttp": lambda: asyncio.run(by_aiohttp()),
    }
    with FakeJira() as jira:
        with pytest.raises(OtherHostError, match=r"was about to call other\.atlassian\.net"):
            calls[kind]()
        jira._guard._refused.clear()


@pytest.mark.parametrize("library", ["httpx", "async httpx", "aiohttp"])
def test_what_the_site_raises_comes_through(library):
    """What is raised by the site itself reaches the caller unchanged."""
    jira = FakeJira(unsupported="answer")

    def broken(environ, start_response):
        raise OSError("a mistake")

    jira.wsgi_app.application = broken
    with jira.intercept(), pytest.raises(OSError, match="a mistake"):
        get(library, jira.url + INFO)


# httpx


def test_cookies_and_the_log_are_httpxs_own(caplog):
    """A cookie of the site's is kept, and each request is in the log of `httpx` as ever."""
    caplog.set_level("INFO", logger="httpx")
    with FakeJira(answers="observed") as jira, httpx.Client(auth=(jira.default_user.email, "wrong")) as client:
        assert client.get(jira.url + INFO).status_code == 200
        assert client.cookies["atlassian.xsrf.token"] == "linkfake_lout"
    assert caplog.messages == [f'HTTP Request: GET {jira.url}{INFO} "HTTP/1.1 200 OK"']


def test_hooks_redirects_and_elapsed_are_httpxs_own():
    """Event hooks are called, the log is written, and the time that passed is the site's."""
    seen = []
    hooks = {"request": [lambda request: seen.append(request.url.path)], "response": [lambda one: seen.append(one)]}
    with FakeJira(scenario=scenarios.slow(seconds=3)) as jira, httpx.Client(event_hooks=hooks, http2=False) as client:
        response = client.get(jira.url + INFO)
    assert seen == [INFO, response]
    assert response.elapsed.total_seconds() == 3
    assert (response.http_version, response.reason_phrase) == ("HTTP/1.1", "OK")


def test_a_redirect_from_elsewhere_arrives():
    """A redirect of a transport of one's own to the site is followed there."""
    with FakeJira() as jira:
        elsewhere = httpx.MockTransport(lambda _: httpx.Response(302, headers={"Location": jira.url + INFO}))
        mounts = {"all://ci.example.com": elsewhere, "all://nowhere.example.com": None}
        with httpx.Client(mounts=mounts, follow_redirects=True) as client:
            assert client.get("https://ci.example.com/").json()["serverTitle"] == "Jira"
        with httpx.Client(mounts={"all://your-domain.atlassian.net": None}) as client:
            assert client.get(jira.url + INFO).status_code == 200
    assert len(jira.exchanges) == 2


def test_a_transport_of_ones_own_is_asked_first():
    """A transport around one of the library's is asked, and one that answers by itself answers."""

    class Around(httpx.AsyncBaseTransport):
        def __init__(self):
            self.inner = httpx.AsyncHTTPTransport()

        async def handle_async_request(self, request):
            response = await self.inner.handle_async_request(request)
            response.headers["X-Around"] = "yes"
            return response

    async def call(url):
        async with httpx.AsyncClient(transport=Around()) as client:
            return (await client.get(url)).headers["X-Around"]

    with FakeJira() as jira:
        assert asyncio.run(call(jira.url + INFO)) == "yes"
        with httpx.Client(transport=httpx.MockTransport(lambda _: httpx.Response(418))) as client:
            response = client.get(jira.url + INFO)
            assert (response.status_code, response.elapsed.total_seconds() >= 0) == (418, True)
    assert len(jira.exchanges) == 1


def test_a_reply_that_was_slow_names_no_socket():
    """Whoever looks for the socket of a response finds none."""
    with FakeJira(scenario=scenarios.slow(seconds=1)) as jira:
        response = httpx.get(jira.url + INFO)
    assert response.extensions["network_stream"].get_extra_info("socket") is None


def test_streams_are_httpxs_own():
    """A body may be a stream, as may a response; a client of the other kind is told as ever."""

    async def parts():
        yield json.dumps(LINK).encode()

    async def post(jira):
        async with httpx.AsyncClient(auth=jira.auth) as client:
            headers = {"Content-Type": "application/json"}
            response = await client.post(f"{jira.url}/rest/api/3/issueLink", content=parts(), headers=headers)
            async with client.stream("GET", jira.url + INFO) as streamed:
                text = "".join([part async for part in streamed.aiter_text()])
            with pytest.raises(RuntimeError, match="sync request with an AsyncClient"):
                await client.post(jira.url, content=iter([b""]))
            return response.status_code, json.loads(text)["serverTitle"]

    with FakeJira() as jira:
        jira.add_issues("PROJ-1", "PROJ-2")
        assert asyncio.run(post(jira)) == (201, "Jira")
        with httpx.Client() as client, pytest.raises(RuntimeError, match="async request with a sync Client"):
            client.post(jira.url, content=parts())


def test_a_refused_connection_reads_no_body_and_is_tried_again():
    """A client's own retries count, wait on the site's clock, and the body is read once it gets through."""
    read = []

    def body():
        read.append(1)
        yield json.dumps(LINK).encode()

    jira = FakeJira(scenario=scenarios.connection_refused(times=3))
    jira.add_issues("PROJ-1", "PROJ-2")
    before = jira.clock.now
    url, headers = f"{jira.url}/rest/api/3/issueLink", {"Content-Type": "application/json"}
    with jira.intercept(), httpx.Client(auth=jira.auth, transport=httpx.HTTPTransport(retries=1)) as client:
        with pytest.raises(httpx.ConnectError, match="refused"):
            client.post(url, content=body(), headers=headers)
        assert not read
        assert client.post(url, content=body(), headers=headers).status_code == 201
        assert client.get(jira.url + INFO).status_code == 200
    assert read == [1]
    assert len(jira.exchanges) == 5
    assert (jira.clock.now - before).total_seconds() == 1


def test_an_asynchronous_client_tries_again_too():
    """The same holds for an asynchronous client, whose waiting passes on the loop's clock."""

    async def call(jira):
        transport = httpx.AsyncHTTPTransport(retries=3)
        async with httpx.AsyncClient(transport=transport) as client:
            return (await client.get(jira.url + INFO)).status_code

    jira = FakeJira(scenario=scenarios.connection_refused(times=3))
    before = jira.clock.now
    with jira.intercept():
        assert asyncio.run(call(jira)) == 200
    assert (jira.clock.now - before).total_seconds() == 0 + 0.5 + 1


def test_a_slow_refusal_is_one_too():
    """A fault behind another refuses as well, though the body is read then."""
    for library in CALLS:
        jira = FakeJira(scenario=[scenarios.slow(seconds=1), scenarios.connection_refused])
        with jira.intercept(), pytest.raises(Exception, match=r"(?i)refused|connect"):
            get(library, jira.url + INFO)


# aiohttp


def test_an_aiohttp_session_as_ever():
    """Bodies in chunks, 100-continue, streamed responses and `raise_for_status` are aiohttp's own."""

    async def parts():
        body = json.dumps(LINK).encode()
        yield body[:7]
        yield body[7:]

    async def call(jira):
        auth = "Basic YWRtaW5AZXhhbXBsZS5jb206YWRtaW4tdG9rZW4="
        headers = {"Content-Type": "application/json", "Authorization": auth}
        async with aiohttp.ClientSession(jira.url, headers=headers) as session:
            path = "/rest/api/3/issueLink"
            async with session.post(path, data=parts()) as one, session.post(path, json=LINK, expect100=True) as two:
                assert (one.status, two.status) == (201, 201)
            async with session.get(INFO) as response:
                assert b"Jira" in b"".join([part async for part in response.content.iter_chunked(8)])
            with pytest.raises(aiohttp.ClientResponseError, match="404"):
                await session.get("/rest/api/3/issue/NO-1", raise_for_status=True)
            with pytest.raises(aiohttp.InvalidURL):
                await session.get("http://[")

    with FakeJira() as jira:
        jira.add_issues("PROJ-1", "PROJ-2")
        asyncio.run(call(jira))
    assert jira.sentences() == ["PROJ-1 blocks PROJ-2"]


def test_a_total_timeout_is_aiohttps_own():
    """The time for a whole call passes on the site's clock."""

    async def call(jira):
        async with aiohttp.ClientSession(timeout=aiohttp.ClientTimeout(total=20)) as session:
            await session.get(jira.url + INFO)

    jira = FakeJira(scenario=scenarios.timeout)
    before, begun = jira.clock.now, time.monotonic()
    with jira.intercept(), pytest.raises(asyncio.TimeoutError):
        asyncio.run(call(jira))
    assert 19 < (jira.clock.now - before).total_seconds() <= 21  # aiohttp rounds up what is more than 5
    assert time.monotonic() - begun < 10


def test_aiohttp_that_is_first_seen_under_a_mock():
    """The library's own way is found, though a mock had replaced it before any site was there."""
    script = f"""
import asyncio
from aioresponses import aioresponses
import aiohttp

async def get(url):
    async with aiohttp.ClientSession() as session, session.get(url) as response:
        return response.status

with aioresponses():
    from jira_linkfake import FakeJira
    with FakeJira() as jira:
        print(asyncio.run(get(jira.url + "{INFO}")))
"""
    assert run(script) == ["200"]


def test_a_connection_in_memory_is_closed_once():
    """Whatever a client does to a connection in memory after its end is harmless."""

    async def use():
        handler = ResponseHandler(asyncio.get_running_loop())
        transport = _Transport(None, None, handler, asyncio.get_running_loop())
        handler.connection_made(transport)
        transport.pause_reading()
        transport.resume_reading()
        assert transport.get_write_buffer_size() == 0
        assert not transport.is_closing()
        transport.abort()
        transport.close()
        await asyncio.sleep(0)
        assert transport.is_closing()
        return handler.is_connected()

    assert asyncio.run(use()) is False


# Time on a loop


def calls_of(jira):
    """Return a function that asks a site by each of the asynchronous libraries, without a timeout."""

    async def by_httpx():
        async with httpx.AsyncClient(timeout=None) as client:
            return (await client.get(jira.url + INFO)).status_code

    async def by_aiohttp():
        async with (
            aiohttp.ClientSession(timeout=aiohttp.ClientTimeout()) as session,
            session.get(jira.url + INFO) as response,
        ):
            return response.status

    return {"httpx": by_httpx, "aiohttp": by_aiohttp}


EACH_ASYNC = pytest.mark.parametrize("library", ["httpx", "aiohttp"])


@EACH_ASYNC
def test_other_tasks_go_on(library):
    """While a client asks, other tasks of its loop have their turn."""

    async def run(call):
        turns = []

        async def other():
            while True:
                turns.append(1)
                await asyncio.sleep(0)

        task = asyncio.create_task(other())
        for _ in range(3):
            await call()
        task.cancel()
        return len(turns)

    with FakeJira() as jira:
        assert asyncio.run(run(calls_of(jira)[library])) >= 3


@EACH_ASYNC
def test_timers_fire_in_their_order(library):
    """What the code under test sleeps and what it waits for happen in the order of a real network, at once."""

    async def run(call):
        order = []

        async def sleep(seconds):
            await asyncio.sleep(seconds)
            order.append(seconds)

        async def ask():
            assert await call() == 200
            order.append("answer")

        await asyncio.gather(ask(), ask(), *map(sleep, (10, 30.2, 29, 30.1)))
        return order

    jira = FakeJira(scenario=scenarios.slow(seconds=30))
    before, begun = jira.clock.now, time.monotonic()
    with jira.intercept():
        order = asyncio.run(run(calls_of(jira)[library]))
    assert order == [10, 29, "answer", "answer", 30.1, 30.2]
    assert (jira.clock.now - before).total_seconds() == pytest.approx(30, abs=0.5)
    assert time.monotonic() - begun < 10


@EACH_ASYNC
@pytest.mark.parametrize("scenario", [scenarios.timeout, scenarios.slow(seconds=60)])
def test_a_timeout_of_the_code_counts(library, scenario):
    """`asyncio.wait_for` around a call gives up when it says, on the site's clock."""

    async def run(call):
        await asyncio.wait_for(call(), 20)

    jira = FakeJira(scenario=scenario)
    before = jira.clock.now
    with jira.intercept(), pytest.raises(asyncio.TimeoutError):
        asyncio.run(run(calls_of(jira)[library]))
    assert (jira.clock.now - before).total_seconds() == pytest.approx(20, abs=0.5)


@EACH_ASYNC
def test_a_task_that_wakes_up_again_and_again_keeps_nobody_waiting(library):
    """Where nothing comes and no timeout is set, the caller is told, though another task sleeps now and then."""

    async def run(call):
        async def heartbeat():
            while True:
                await asyncio.sleep(60)

        task = asyncio.create_task(heartbeat())
        try:
            await call()
        finally:
            task.cancel()

    with FakeJira(scenario=scenarios.timeout).intercept() as doors, pytest.raises(NeverAnsweredError):
        asyncio.run(run(calls_of(FakeJira())[library]))
    assert doors


def test_a_threads_work_is_awaited_meanwhile():
    """What an executor does while the site is waited for comes in when it is done."""

    async def run(call):
        work = asyncio.to_thread(time.sleep, 0.05)
        return await asyncio.gather(call(), work)

    jira = FakeJira(scenario=scenarios.slow(seconds=30))
    with jira.intercept():
        assert asyncio.run(run(calls_of(jira)["httpx"])) == [200, None]


def test_a_loops_clock_never_goes_back():
    """After a wait the loop's clock goes on from where it is, for the next one too."""

    async def run(call):
        loop = asyncio.get_running_loop()
        times = [loop.time()]
        for _ in range(2):
            await call()
            times.append(loop.time())
        return [after - before for before, after in pairwise(times)], vars(loop)

    jira = FakeJira(scenario=scenarios.slow(seconds=30))
    with jira.intercept():
        steps, attributes = asyncio.run(run(calls_of(jira)["httpx"]))
    assert all(30 <= step < 35 for step in steps)
    assert "_run_once" not in attributes


def test_a_loop_that_cannot_be_moved_waits(monkeypatch):
    """On a loop that is not asyncio's own, the time of aiohttp is waited out, and httpx' passes on the site's clock."""
    monkeypatch.setattr("jira_linkfake.doors.loop_clock._clock_of", lambda _: None)
    jira = FakeJira(scenario=scenarios.slow(seconds=0.2))
    begun = time.monotonic()
    with jira.intercept():
        assert asyncio.run(calls_of(jira)["aiohttp"]()) == 200
        assert time.monotonic() - begun >= 0.2
        assert asyncio.run(calls_of(jira)["httpx"]()) == 200
    with FakeJira(scenario=scenarios.timeout).intercept(), pytest.raises(NeverAnsweredError):
        asyncio.run(calls_of(jira)["httpx"]())


def test_trio_has_a_clock_of_its_own():
    """Under trio what the site holds back passes on the site's clock alone."""
    jira = FakeJira(scenario=scenarios.slow(seconds=30))
    before = jira.clock.now
    with jira.intercept():
        assert trio.run(calls_of(jira)["httpx"]) == 200
    assert (jira.clock.now - before).total_seconds() == 30


# http.client and urllib3


def test_a_connection_is_kept_for_the_next_site():
    """A connection, and a pool of them, that a test has used answers for the site of the next."""
    connection, manager = http.client.HTTPSConnection("your-domain.atlassian.net"), urllib3.PoolManager()
    sites = [FakeJira(), FakeJira()]
    for jira in sites:
        with jira, closing(connection):
            for _ in range(2):
                connection.request("GET", INFO)
                assert connection.getresponse().read()
                assert manager.request("GET", jira.url + INFO).status == 200
    assert [len(jira.exchanges) for jira in sites] == [4, 4]


def test_a_tunnel_ends_at_the_site(monkeypatch):
    """A proxy of the environment, asked for a tunnel to the site, is not asked."""
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:9")
    with FakeJira() as jira:
        for call in (
            lambda: urllib.request.build_opener().open(jira.url + INFO).close(),
            lambda: urllib3.ProxyManager("http://127.0.0.1:9").request("GET", jira.url + INFO),
            lambda: httpx.get(jira.url + INFO),
        ):
            call()
    assert len(jira.exchanges) == 3


def test_a_body_in_parts():
    """A request is whole when its last part is sent, however it is cut."""
    body = json.dumps(LINK).encode()
    headers = {"Content-Type": "application/json", "Authorization": "Basic YWRtaW5AZXhhbXBsZS5jb206YWRtaW4tdG9rZW4="}
    with FakeJira(base_url="http://jira.test:8080") as jira:
        jira.add_issues("PROJ-1", "PROJ-2")
        connection = HTTPConnection("jira.test", 8080, timeout=5)
        for parts in ([body[:5], body[5:]], [body]):
            connection.request("POST", "/rest/api/3/issueLink", iter(parts), headers, encode_chunked=True)
            assert connection.getresponse().status == 201
            connection.close()
        connection.connect()
        connection.sock.setsockopt(0, 0, 0)
        for part in (b"GET /rest/api/3/serverInfo HT", b"TP/1.1\r\nHost: jira.test:8080\r\n", b"\r\n"):
            connection.send(part)
        response = http.client.HTTPResponse(connection.sock, method="GET")
        response.begin()
        assert response.status == 200
        response.close()


@pytest.mark.parametrize("size", [1, 3, 1000])
def test_a_request_is_whole_however_it_is_cut(size):
    """A request with a body in chunks is read from whatever pieces it comes in."""
    sent = SentRequest()
    head = b"POST http://jira.test/a?b=c HTTP/1.1\r\nTransfer-Encoding: chunked\r\nA: b \r\n\r\n"
    raw = head + b"3;x=y\r\nabc\r\n1\r\nd\r\n0\r\n\r\n"
    for start in range(0, len(raw), size):
        assert not sent.is_whole
        sent.feed(raw[start : start + size])
    assert sent.is_whole
    assert (sent.method, sent.target, sent.body) == ("POST", "/a?b=c", b"abcd")
    assert sent.headers == [("Transfer-Encoding", "chunked"), ("A", "b")]


def test_a_door_to_any_application():
    """A door answers by whatever WSGI application it is given."""

    def application(environ, start_response):
        start_response("418 I'M A TEAPOT", [])
        return [environ["PATH_INFO"].encode()]

    with HttpxDoor("https://jira.test", application):
        response = httpx.get("https://jira.test/tea")
    assert (response.status_code, response.text) == (418, "/tea")


def test_a_method_is_patched_where_it_is_defined():
    """A class that was put in the place of the library's, and inherits the method, is not touched."""
    derived = type("Derived", (httpx.Client,), {})
    patch = Patch(derived, "_send_handling_redirects", lambda before, _, *args: before(*args))
    assert vars(httpx.Client)["_send_handling_redirects"] is patch
    patch.close()
    assert "_send_handling_redirects" not in vars(derived)


def test_a_class_that_somebody_replaced_is_left_alone(monkeypatch):
    """A class of connections without the method is not patched."""
    replaced = type("Replaced", (http.client.HTTPSConnection,), {})
    from jira_linkfake.doors.http_client_door import HttpClientDoor

    monkeypatch.setattr(HttpClientDoor, "with_tls", replaced)
    with FakeJira():
        assert "connect" not in vars(replaced)


# Others' mocks


def test_a_mock_takes_the_signature_of_what_is_patched():
    """A mock with `autospec` of a method that a door has patched is called as the method is."""
    with (
        FakeJira() as jira,
        FakeJira(),
        unittest.mock.patch.object(http.client.HTTPConnection, "connect", autospec=True) as mock,
    ):
        http.client.HTTPConnection("ci.example.com").connect()
        assert len(mock.call_args.args) == 1
    assert jira.exchanges == []


def test_a_mock_of_what_a_client_does_goes_first():
    """Where a user's own mock of the whole call does not bind, it is called as it is."""
    theirs = unittest.mock.patch.object(httpx.Client, "_send_handling_redirects", return_value=httpx.Response(418))
    with theirs, FakeJira() as jira:
        assert httpx.get(jira.url + INFO).status_code == 418
    assert jira.exchanges == []

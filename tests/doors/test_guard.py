"""Nothing that a test runs calls a real Jira, and nothing that it leaves running calls one later, or another's site."""

from __future__ import annotations

import asyncio
import concurrent.futures
import http.client
import os
import socket
import subprocess
import sys
import threading
import urllib.request
from contextlib import contextmanager, nullcontext, suppress
from typing import ClassVar

import aiohttp
import anyio
import httpx
import pook
import pytest
import requests
import trio
import urllib3
import vcr

from jira_linkfake import FakeJira, OtherHostError
from jira_linkfake.doors import guard as guarding
from jira_linkfake.doors.guard import Guard, OtherProcessError, OutlivedError, refuse_leaving, take_strays
from tests.loopback import loopback

OWN = "https://your-domain.atlassian.net"
OTHER = "https://other.atlassian.net"
ELSEWHERE = "https://elsewhere.test"


class _Spy:
    """What hears of every look-up that our hook lets pass, and lets none through to the network.

    As ours, it is passed over in C for all other events.
    """

    __new__ = getattr
    is_on = False
    names: ClassVar[list[str]] = []

    def __init__(self, _, args):
        name = args[0].decode() if isinstance(args[0], bytes) else args[0]
        if _Spy.is_on and name not in (None, "127.0.0.1", "localhost"):
            self.names.append(name)
            raise socket.gaierror(f"the spy heard of {name}")


for _lookup in ("socket.getaddrinfo", "socket.gethostbyname", "socket.gethostbyaddr"):
    setattr(_Spy, _lookup, object.__new__(_Spy))
with Guard(OWN):  # its hook is the first, and what it refuses no later hook hears of
    pass
sys.addaudithook(_Spy)
guarding._Hear.__cantrace__ = True  # so that coverage sees what runs in a hook


@pytest.fixture(autouse=True)
def spy(monkeypatch):
    """The spy, whom each test must have kept from hearing of any Jira."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)
    _Spy.names.clear()
    _Spy.is_on = True
    yield _Spy
    _Spy.is_on = False
    assert not take_strays()
    assert not guarding._open
    assert not guarding._patches


@pytest.fixture
def guard():
    """An open site's guard."""
    with Guard(OWN) as one:
        yield one
    one._refused.clear()


async def _get_async(url):
    async with httpx.AsyncClient() as client:
        await client.get(url)


def _httpx_on_trio(url):
    trio.run(_get_async, url)


async def _get_aiohttp(url):
    connector = aiohttp.TCPConnector(resolver=aiohttp.ThreadedResolver())
    async with aiohttp.ClientSession(connector=connector) as session:
        await session.get(url)


async def _open_connection(url):
    await asyncio.open_connection(_host(url), 443)


async def _connect_anyio(url):
    await anyio.connect_tcp(_host(url), 443)


def _host(url):
    return url.removeprefix("https://")


def _http_client(url):
    http.client.HTTPSConnection(_host(url)).request("GET", "/")


CLIENTS = {
    "requests": requests.get,
    "urllib3": lambda url: urllib3.PoolManager().request("GET", url),
    "http.client": _http_client,
    "urllib.request": urllib.request.urlopen,
    "httpx": httpx.get,
    "httpx async": lambda url: asyncio.run(_get_async(url)),
    "httpx on trio": _httpx_on_trio,
    "aiohttp": lambda url: asyncio.run(_get_aiohttp(url)),
    f"{__name__}: getaddrinfo": lambda url: socket.getaddrinfo(_host(url), 443),
    f"{__name__}: bytes": lambda url: socket.getaddrinfo(_host(url).encode(), "https"),
    f"{__name__}: gethostbyname": lambda url: socket.gethostbyname(_host(url)),
    f"{__name__}: gethostbyname_ex": lambda url: socket.gethostbyname_ex(_host(url)),
    f"{__name__}: gethostbyaddr": lambda url: socket.gethostbyaddr(_host(url)),
    f"{__name__}: open_connection": lambda url: asyncio.run(_open_connection(url)),
    f"{__name__}: anyio": lambda url: asyncio.run(_connect_anyio(url)),
}
EACH_CLIENT = pytest.mark.parametrize("client", CLIENTS)


@EACH_CLIENT
def test_no_client_looks_up_another_jira(guard, spy, client):
    """Whatever client calls another Jira is refused before it looks it up, by its name, and told what to do."""
    with pytest.raises(OtherHostError) as caught:
        CLIENTS[client](OTHER)
    name = client.removesuffix(" async").removesuffix(" on trio").partition(": ")[0]
    assert str(caught.value) == (
        f"{name} looked up other.atlassian.net: the site here is https://your-domain.atlassian.net. Set the option"
        " base_url to the address that is called, intercept a second FakeJira there, or, if that host is really meant,"
        " name it in the option allow_hosts."
    )
    assert not spy.names


@EACH_CLIENT
def test_clients_are_left_alone_elsewhere(guard, spy, client):
    """A host that is no Jira's is looked up as ever while there is a site."""
    with pytest.raises(Exception, match=r"the spy heard of elsewhere\.test|connect|Name"):
        CLIENTS[client](ELSEWHERE)
    assert set(spy.names) == {"elsewhere.test"}


@EACH_CLIENT
def test_clients_are_left_alone_without_a_site(spy, client):
    """Before and after a site everybody may call a real Jira."""
    with Guard(OWN):
        pass
    with pytest.raises(Exception, match=r"the spy heard of other\.atlassian\.net|connect|Name"):
        CLIENTS[client](OTHER)
    assert set(spy.names) == {"other.atlassian.net"}


def test_a_client_without_a_door_is_told_of_the_server(guard):
    """Who calls the site's own address by a library that is not answered in process is told of the server."""
    with pytest.raises(OtherHostError) as caught:
        socket.getaddrinfo("your-domain.atlassian.net", 443)
    assert str(caught.value) == (
        f"{__name__} looked up your-domain.atlassian.net: the site here answers requests, httpx, aiohttp, urllib3,"
        " urllib.request, http.client in process, and everybody else behind a port. Take the fixture"
        " jira_linkfake_server, and give its url to the code under test (without pytest, that of jira.serve())."
    )


@pytest.mark.parametrize("client", ["requests", "httpx", "httpx async", "urllib3", "urllib.request", "aiohttp"])
@pytest.mark.parametrize(
    ("url", "site", "why"),
    [
        ("http://your-domain.atlassian.net", OWN, "http for https"),
        ("https://your-domain.atlassian.net:8443", OWN, "another port"),
        ("https://your-domain.atlassian.net", f"{OWN}/tracker", "not below /tracker"),
    ],
)
def test_the_site_by_another_address_is_refused(spy, client, url, site, why):
    """Who calls the site's host, but not its address, is told both addresses and what is otherwise; the report too."""
    with FakeJira(base_url=site) as jira:
        with pytest.raises(OtherHostError) as caught:
            CLIENTS[client](url)
        jira._guard.forget(caught.value)
    name = client.partition(" ")[0]
    if "urllib" in name and url.endswith(":8443"):  # whose look-up does not tell the scheme
        url = url.removeprefix("https://")
    assert str(caught.value) == (
        f"{name} called {url}: that is {why}; the site here is {site}, and calls of {name} are answered at exactly"
        " that address. Call it there."
    )
    assert jira._guard.elsewhere == [f"{name} called {url} (not this site: {why}), which was refused"]
    assert not spy.names


@pytest.mark.parametrize(
    "name",
    [
        "other.atlassian.net",
        "OTHER.Atlassian.NET",
        "other.atlassian.net.",
        "other.jira.com",
        "api.atlassian.com",
        "api.atlassian.com.",
        "other\u3002atlassian\u3002net",
        "\uff4fther.atlassian.net",
        b"other.atlassian.net",
    ],
)
def test_all_names_of_a_jira_are_known(guard, spy, name):
    """A Jira is known however its name is written."""
    with pytest.raises(OtherHostError):
        socket.getaddrinfo(name, 443)
    assert not spy.names


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("\x1b[2J\nfake.atlassian.net", "\\x1b[2j\\nfake.atlassian.net"),
        (b"\x9b2J.atlassian.net", "\\x9b2J.atlassian.net"),
    ],
)
def test_a_name_is_told_as_people_may_be_shown_it(guard, spy, name, told):
    """No terminal obeys the name of a host, and none ends a run: not when it is refused, and not when the test ends."""
    with pytest.raises(OtherHostError) as refused:
        socket.getaddrinfo(name, 443)
    assert f" looked up {told}: " in str(refused.value)
    with pytest.raises(OtherHostError) as at_the_end:
        guard.require_nothing_refused()
    first, second = str(at_the_end.value).split("\n")
    assert first == "the code under test called what it must not call, was refused, and went on:"
    assert second == f"  {refused.value}"
    assert str(refused.value).isprintable()


def test_a_lone_surrogate_is_told_as_people_may_be_shown_it(guard):
    """A door may ask about a name that nobody can look up."""
    with pytest.raises(OtherHostError, match=r"^httpx was about to call \\ud83d\.atlassian\.net: "):
        refuse_leaving("https://\ud83d.atlassian.net/", "httpx")


def test_a_thread_is_told_as_people_may_be_shown_it(spy):
    """The name of a thread that outlives its site is shown, not obeyed."""
    go, errors = threading.Event(), []

    def late():
        go.wait(30)
        try:
            _look_up()
        except OutlivedError as error:
            errors.append(str(error))

    with FakeJira() as jira, jira.intercept():
        thread = threading.Thread(target=late, name="\x1b[2J\ud83d\n")
        thread.start()
    go.set()
    thread.join()
    assert " in the thread \\x1b[2J\\ud83d\\n, which " in errors[0]
    assert take_strays() == errors


@pytest.mark.parametrize("name", ["atlassian.net", "atlassian.com", "id.atlassian.com", "jira.com", "notatlassian.net"])
def test_other_names_are_no_jira(guard, spy, name):
    """A name that only looks like a Jira's is nobody's business."""
    with pytest.raises(socket.gaierror):
        socket.getaddrinfo(name, 443)
    assert spy.names == [name]


@pytest.mark.parametrize(("name", "port"), [(None, 80), ("\ud800.test", 80), ("x" * 70 + "\xe4", 80)])
def test_what_is_no_name_is_left_to_python(guard, name, port):
    """What nobody can look up is not ours to refuse."""
    with suppress(OSError, UnicodeError):
        socket.getaddrinfo(name, port)


@pytest.mark.parametrize(
    ("port", "is_refused"), [(8080, True), ("8080", True), (80, True), ("https", True), (None, True), (9000, False)]
)
def test_the_sites_own_host_is_refused_as_a_jira_is(spy, port, is_refused):
    """A site of one's own address is guarded too, at its port and the web's; what else listens there is not."""
    with Guard("http://Jira.example.test:8080/jira"), pytest.raises(OtherHostError if is_refused else socket.gaierror):
        socket.getaddrinfo("jira.example.test", port)
    assert bool(spy.names) != is_refused


def test_a_site_on_loopback_leaves_loopback_alone(spy):
    """A site that says it is on this machine keeps nobody from it."""
    with Guard("http://localhost:8080"):
        assert socket.getaddrinfo("localhost", 8080)


def test_a_socket_is_not_connected_by_name_or_address(spy):
    """Who connects a socket by the site's own number is refused as who looks its name up."""
    with Guard("http://192.0.2.1"), socket.socket() as sock, pytest.raises(OtherHostError, match="connected to 192"):
        sock.connect(("192.0.2.1", 80))


def test_a_unix_socket_is_left_alone(guard, tmp_path):
    """A path is no host."""
    with socket.socket(socket.AF_UNIX) as sock, pytest.raises(FileNotFoundError):
        sock.connect(str(tmp_path / "none"))


@pytest.mark.parametrize("pattern", ["other.atlassian.net", "OTHER.atlassian.net.", "*.atlassian.net"])
def test_hosts_may_be_allowed(spy, pattern):
    """The option allow_hosts names hosts, by name or pattern, that a test may call."""
    with Guard(OWN, [pattern]), pytest.raises(socket.gaierror):
        socket.getaddrinfo("other.atlassian.net", 443)
    assert spy.names == ["other.atlassian.net"]
    with Guard(OWN, [pattern]), pytest.raises(OtherHostError):
        socket.getaddrinfo("api.atlassian.com", 443)


# -- what nobody looks up here ----------------------------------------------------------------------------------


@contextmanager
def _proxy():
    """Run a proxy that writes down the first line that it is sent, and hangs up."""
    lines = []

    def serve():
        while True:
            try:
                connection, _ = listener.accept()
            except OSError:
                return
            with connection:
                connection.settimeout(5)
                lines.append(connection.recv(65536).partition(b"\r")[0])

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}", lines
        finally:
            listener.shutdown(socket.SHUT_RDWR)
            thread.join()


PROXIED = {
    "requests": requests.get,
    "urllib.request": lambda url: urllib.request.build_opener().open(url),
    "urllib3": lambda url: urllib3.ProxyManager(os.environ["https_proxy"]).request("GET", url, retries=False),
}


@pytest.mark.parametrize("client", PROXIED)
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_no_proxy_is_asked_for_a_jira(monkeypatch, client, scheme):
    """A proxy of the environment is not told of a Jira's name, in a tunnel or plainly; of another it is."""
    with _proxy() as (proxy, lines):
        monkeypatch.setenv(f"{scheme}_proxy", proxy)
        monkeypatch.setenv("https_proxy", proxy)
        with Guard(OWN):
            with pytest.raises(OtherHostError, match=rf"^{client} asked a proxy for other.atlassian.net: the site"):
                PROXIED[client](f"{scheme}://other.atlassian.net/rest")
            with pytest.raises(Exception, match=r"(?i)closed|aborted|reset"):
                PROXIED[client](f"{scheme}://elsewhere.test/rest")
    (line,) = filter(None, lines)
    assert b"elsewhere.test" in line


def test_a_door_asks_before_a_call_leaves(guard, spy):
    """What no look-up would show, a door asks about: a Jira is refused, another host is not."""
    refuse_leaving("https://elsewhere.test/", "aiohttp")
    for no_address in ("http://[", "", f"https://{'x' * 70}\xe4.test"):
        refuse_leaving(no_address, "aiohttp")
    with pytest.raises(OtherHostError, match=r"^aiohttp was about to call other.atlassian.net: the site here is https"):
        refuse_leaving(f"{OTHER}/rest", "aiohttp")


def test_a_door_may_let_everything_go_without_a_site():
    """Without a site nothing is refused."""
    refuse_leaving(OTHER, "aiohttp")


def test_a_cassette_answers_for_another_jira(guard, spy, tmp_path):
    """A cassette of vcrpy, played back, is no call."""
    cassette = tmp_path / "cassette.yaml"
    cassette.write_text(f"""
version: 1
interactions:
- request: {{method: GET, uri: "{OTHER}/", body: null, headers: {{}}}}
  response: {{status: {{code: 200, message: OK}}, headers: {{}}, body: {{string: "from the cassette"}}}}
""")
    with FakeJira() as jira, jira.intercept(), vcr.use_cassette(str(cassette), record_mode="none"):
        assert requests.get(f"{OTHER}/").text == "from the cassette"
    assert not spy.names


def test_pook_answers_for_another_jira(guard, spy):
    """A mock of pook is no call."""
    with FakeJira() as jira, jira.intercept(), pook.use():
        pook.get(f"{OTHER}/").reply(200).body("from pook")
        assert requests.get(f"{OTHER}/").text == "from pook"
    assert not spy.names


# -- what is swallowed ------------------------------------------------------------------------------------------


def test_a_swallowed_refusal_is_raised_at_the_end():
    """Leaving `with FakeJira()` tells what the code under test was refused and went on, each once."""

    def swallow():
        for url in (OTHER, "https://third.jira.com", OTHER):
            with suppress(AssertionError):
                urllib.request.urlopen(url)

    with pytest.raises(OtherHostError) as caught, FakeJira():
        swallow()
    first, *lines = str(caught.value).splitlines()
    assert first == "the code under test called what it must not call, was refused, and went on:"
    assert [line.partition(":")[0] for line in lines] == [
        "  urllib.request looked up other.atlassian.net",
        "  urllib.request looked up third.jira.com",
    ]


def test_a_refusal_that_comes_through_is_raised_as_it_is():
    """Where nobody swallows the refusal, it is what leaves the block."""
    with pytest.raises(OtherHostError, match=r"^urllib\.request looked up other"), FakeJira():
        urllib.request.urlopen(OTHER)


def test_what_a_test_fails_with_is_forgotten(guard):
    """A refusal that is told already, as a cause or in a group, is not told again."""
    raised = []
    for url in (OTHER, OWN):
        try:
            urllib.request.urlopen(url)
        except AssertionError as error:
            raised.append(error)
    failure = RuntimeError()
    failure.__cause__ = raised[0]
    failure.exceptions = [raised[1]]
    guard.forget(failure)
    guard.require_nothing_refused()


# -- what outlives its site -------------------------------------------------------------------------------------


class _Worker:
    """Something that waits until it is told to go on, in a thread of its own."""

    def __init__(self, work, start=lambda target: threading.Thread(target=target).start()):
        self.go, self.over, self.error = threading.Event(), threading.Event(), None
        self.work = work
        start(self.run)

    def run(self):
        self.go.wait(30)
        try:
            self.work()
        except BaseException as error:
            self.error = error
        self.over.set()

    def finish(self):
        self.go.set()
        assert self.over.wait(30)
        return self.error


def _look_up():
    socket.getaddrinfo("other.atlassian.net", 443)


@pytest.fixture
def in_a_test(monkeypatch):
    """A function that says which test runs."""
    return lambda name: monkeypatch.setenv("PYTEST_CURRENT_TEST", f"tests/test_bot.py::{name} (call)")


def test_a_thread_is_still_refused_after_its_site(spy, in_a_test):
    """A thread that a test started looks no Jira up when there is no site any more, and is told by its test."""
    in_a_test("test_one")
    with Guard(OWN):
        worker = _Worker(_look_up, lambda target: threading.Thread(target=target, name="poller").start())
    error = worker.finish()
    assert type(error) is OutlivedError
    text = (
        f"{__name__} looked up other.atlassian.net in the thread poller, which tests/test_bot.py::test_one started and"
        " left running. What a test starts has to end with it: join the thread, shut the executor down, await or cancel"
        " the task before the test is over."
    )
    assert str(error) == text
    assert take_strays() == [text]
    assert not take_strays()
    assert not spy.names


def test_a_thread_of_a_thread_is_still_refused(spy):
    """What a test's thread starts is the test's too."""
    inner = []
    with Guard(OWN):
        outer = _Worker(lambda: inner.append(_Worker(_look_up)))
        assert outer.finish() is None
    assert type(inner[0].finish()) is OutlivedError
    assert len(take_strays()) == 1


def test_an_executors_work_is_still_refused(spy):
    """Work that an executor was given in a test is refused after it; the same thread may work for the next."""
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        pool.submit(int).result()
        with Guard(OWN):
            worker = _Worker(_look_up, pool.submit)
        assert type(worker.finish()) is OutlivedError
        assert "in the work of an executor, which tests/doors/test_guard.py::test_an_executors_work" in take_strays()[0]
        with pytest.raises(socket.gaierror):
            pool.submit(_look_up).result()


def test_a_pool_that_a_test_began_works_for_the_next(spy):
    """The threads of a pool are nobody's: one that began in a test with a site calls a Jira in one without."""
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        with Guard(OWN):
            pool.submit(int).result()
        with pytest.raises(socket.gaierror):
            pool.submit(_look_up).result()


def test_what_ran_before_is_not_the_tests(spy):
    """A thread that was there before the site may call a Jira after it, and is refused in the meantime."""
    before = _Worker(_look_up)
    meanwhile = _Worker(_look_up)
    with Guard(OWN) as guard:
        assert type(meanwhile.finish()) is OtherHostError
        guard._refused.clear()
    assert type(before.finish()) is socket.gaierror


def test_a_thread_of_an_old_thread_is_not_the_tests(spy):
    """What a thread from before starts while there is a site is not the test's: a server's connection, for one."""
    inner = []
    old = _Worker(lambda: inner.append(_Worker(_look_up)))
    with Guard(OWN):
        assert old.finish() is None
    assert type(inner[0].finish()) is socket.gaierror


def test_a_task_is_still_refused_after_its_site(spy):
    """A task of a loop that outlives the test is refused, itself and in what its loop looks up."""

    async def late(go):
        await go.wait()
        return requests.get(OTHER)

    with asyncio.Runner() if sys.version_info >= (3, 11) else pytest.skip("no Runner") as runner:
        loop = runner.get_loop()
        go = asyncio.Event()
        with Guard(OWN):
            task = loop.create_task(late(go))
        with Guard(OWN) as second:

            async def test():
                with pytest.raises(OtherHostError, match=r"^requests looked up other"):
                    requests.get(OTHER)
                go.set()
                with pytest.raises(OutlivedError, match="in a task, which"):
                    await task

            runner.run(test(), context=None)
            assert len(second._refused) == 1
            second._refused.clear()
    assert len(take_strays()) == 1


def test_a_thread_does_not_reach_the_next_tests_site(in_a_test):
    """A thread from one test that calls in the next is refused by the site, though the address is the same."""
    in_a_test("test_one")
    with FakeJira() as first, first.intercept():
        worker = _Worker(lambda: requests.get(f"{OWN}/rest/api/2/serverInfo"))
    in_a_test("test_two")
    with FakeJira() as second, second.intercept():
        error = worker.finish()
        assert requests.get(f"{OWN}/rest/api/2/serverInfo").ok
        assert len(second.exchanges) == 1
    assert type(error) is OutlivedError
    assert str(error).startswith(
        "requests called https://your-domain.atlassian.net, which is the site of tests/test_bot.py::test_two by now, in"
        " the thread "
    )
    assert "which tests/test_bot.py::test_one started and left running" in str(error)
    assert take_strays() == [str(error)]


def test_a_site_of_wider_scope_takes_what_it_began_with():
    """A thread goes on calling a site that is still open, and one that was closed and is open again."""
    with FakeJira(base_url="https://wide.atlassian.net") as wide, wide.intercept():
        inner = FakeJira()
        with inner.intercept():
            get = lambda url: requests.get(f"{url}/rest/api/2/serverInfo")  # noqa: E731
            to_wide, to_inner = _Worker(lambda: get(wide.url)), _Worker(lambda: get(inner.url))
        assert to_wide.finish() is None
        with inner.intercept():
            assert to_inner.finish() is None
    assert len(wide.exchanges) == len(inner.exchanges) == 1


def test_a_thread_does_not_reach_the_next_tests_server(in_a_test):
    """A thread from one test is not connected to the live server once that is behind another's site."""
    with FakeJira() as second, second.serve() as server:
        with FakeJira() as first:
            pass
        with first._guard:
            worker = _Worker(lambda: urllib.request.urlopen(f"{server.url}/rest/api/2/serverInfo"))
            fine = _Worker(lambda: urllib.request.urlopen(f"{server.url}/rest/api/2/serverInfo").close())
        assert fine.finish() is None
        other = FakeJira()
        guarding.serving(int(server.url.rpartition(":")[2]), other._guard)
        assert type(worker.finish()) is OutlivedError
    assert len(take_strays()) == 1


# -- forks ------------------------------------------------------------------------------------------------------


def _in_a_fork(work):
    """Do something in a fork, and return what became of it."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        result = b"nothing"
        try:
            work()
        except BaseException as error:
            result = f"{type(error).__name__}: {error}".encode()
        os.write(writing, result)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        text = pipe.read().decode()
    os.waitpid(child, 0)
    return text


def test_a_fork_does_not_call_the_site_of_its_parent():
    """A call in a forked process is refused, there and at the end of the parent's test: it would be lost."""
    with pytest.raises(OtherHostError) as caught, FakeJira() as jira, jira.intercept():
        text = _in_a_fork(lambda: requests.get(f"{OWN}/rest/api/2/serverInfo"))
    assert not jira.exchanges
    told = (
        "requests called https://your-domain.atlassian.net in a forked process: the site is in the memory of the"
        " process that was forked, and does not learn of it. Give the child the url of the fixture"
        " jira_linkfake_server (without pytest, of jira.serve()), which any process can call."
    )
    assert text == f"{OtherProcessError.__name__}: {told}"
    assert str(caught.value).endswith(f"and went on:\n  {told}")


def test_a_fork_looks_no_jira_up():
    """A fork is refused what its parent is."""
    with pytest.raises(OtherHostError, match=r"went on:\n  .* looked up other.atlassian.net"), FakeJira():
        text = _in_a_fork(_look_up)
    assert text.startswith(f"OtherHostError: {__name__} looked up other.atlassian.net")


def test_a_fork_has_sites_of_its_own():
    """A site that a fork makes is its own."""

    def work():
        with FakeJira(base_url="https://mine.atlassian.net") as jira, jira.intercept():
            assert requests.get(f"{jira.url}/rest/api/2/serverInfo").ok

    with FakeJira():
        assert _in_a_fork(work) == "nothing"


def test_a_fork_that_outlives_its_site_is_still_refused(spy):
    """A fork that goes on after its test is refused, and the session is told."""
    go, done = os.pipe(), os.pipe()
    with Guard(OWN):
        child = os.fork()
        if child == 0:
            os.read(go[0], 1)
            try:
                _look_up()
            except OutlivedError:
                os.write(done[1], b"y")
            finally:
                os._exit(0)
    os.write(go[1], b"!")
    os.waitpid(child, 0)
    assert os.read(done[0], 1) == b"y"
    for one in (*go, *done):
        os.close(one)
    assert ["left running" in line for line in take_strays()] == [True]


def test_a_site_that_is_opened_again_after_a_fork_is_open_there():
    """A fork that was made while a site was open, then closed and opened again, is refused as one of an open site."""
    jira = FakeJira()
    for _ in range(2):
        with jira._guard:
            assert _in_a_fork(_look_up).startswith("OtherHostError: ")
    with pytest.raises(OtherHostError, match="went on"):
        jira._guard.require_nothing_refused()


def test_a_site_of_another_process_refuses_each_call(guard):
    """In a fork each call is refused, and the parent is told of the first."""
    guard._share()
    guard._process = object()
    for client in ("requests", "httpx"):
        with pytest.raises(OtherProcessError, match=f"^{client} called https://your-domain"):
            guard.require_own(client)
    guard._process = guarding._process
    with pytest.raises(OtherHostError) as caught:
        guard.require_nothing_refused()
    assert "requests called" in str(caught.value)
    assert "httpx called" not in str(caught.value)


def test_a_fork_has_fresh_locks():
    """A fork reads its copy of a site though another thread held the lock when it was forked."""
    with FakeJira() as jira:
        jira.add_issue("PROJ-1")
        held, let_go = threading.Event(), threading.Event()

        def hold():
            with jira.site.lock:
                held.set()
                let_go.wait(30)

        thread = threading.Thread(target=hold)
        thread.start()
        held.wait(30)
        reading, writing = os.pipe()
        child = os.fork()
        if child == 0:
            os.write(writing, b"y" if jira.site.lock.acquire(timeout=5) else b"n")
            os._exit(0)
        assert os.read(reading, 1) == b"y"
        os.waitpid(child, 0)
        os.close(reading)
        os.close(writing)
        let_go.set()
        thread.join()


# -- what it leaves, and what it costs --------------------------------------------------------------------------


def test_nothing_is_patched_after_a_site():
    """What marks threads and work is patched while a site is open, and gone by identity after the last."""
    before = vars(threading.Thread)["start"], vars(concurrent.futures.ThreadPoolExecutor)["submit"]
    with Guard(OWN), Guard(OTHER):
        assert vars(threading.Thread)["start"] is not before[0]
        assert vars(concurrent.futures.ThreadPoolExecutor)["submit"] is not before[1]
    assert (vars(threading.Thread)["start"], vars(concurrent.futures.ThreadPoolExecutor)["submit"]) == before


def test_an_executor_of_somebody_elses_is_left_alone(monkeypatch):
    """A class that took the executor's place, and inherits what is patched, is not touched."""
    replaced = type("Replaced", (concurrent.futures.ThreadPoolExecutor,), {})
    monkeypatch.setattr("concurrent.futures.thread.ThreadPoolExecutor", replaced)
    with Guard(OWN):
        assert "submit" not in vars(replaced)


def test_work_keeps_its_arguments(guard):
    """An executor hands on whatever arguments its work takes."""
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        assert pool.submit(dict, instance=1, function=2, self=3).result() == {"instance": 1, "function": 2, "self": 3}


def test_work_of_an_old_thread_is_not_the_tests(spy):
    """What a thread from before gives to an executor while there is a site may call a Jira afterwards."""
    inner = []
    with concurrent.futures.ThreadPoolExecutor(1) as pool:
        old = _Worker(lambda: inner.append(_Worker(_look_up, pool.submit)))
        with Guard(OWN):
            assert old.finish() is None
        assert type(inner[0].finish()) is socket.gaierror


def test_a_body_of_any_kind_is_sent(guard):
    """What http.client is given to send beside bytes is no line of a proxy's."""
    with loopback() as server:
        connection = http.client.HTTPConnection(server.url.removeprefix("http://"))
        connection.request("POST", "/", bytearray(b'{"webhookEvent": 1}'))
        assert connection.getresponse().status == 204
        connection.close()


@pytest.mark.parametrize("is_open", [False, True])
def test_what_is_no_ones_call_costs_no_function(is_open):
    """Of what Python tells its hooks, all but look-ups and connections runs nothing in Python, site or not."""
    called = []
    with Guard(OWN) if is_open else nullcontext():
        sys.setprofile(lambda frame, event, _: event == "call" and called.append(frame.f_code.co_name))
        guarding._Hear("open", ("file", "r", 0))
        sys.setprofile(None)
    assert called == []


_RACE = """
import sys, threading
from jira_linkfake import FakeJira

with FakeJira().intercept():
    pass
refused = []
sys.unraisablehook = lambda unraisable: refused.append(unraisable.exc_value)
threading.settrace(lambda frame, event, argument: None)
sys.setswitchinterval(1e-5)

def count():
    for _ in range(10_000):
        pass

for _ in range(20):
    threads = [threading.Thread(target=count) for _ in range(32)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
print(refused[:1])
"""


def test_threads_can_be_traced_at_once():
    """Threads that start at once under coverage all start: CPython 3.11 refuses it to some beside a hook in Python."""
    ran = subprocess.run([sys.executable, "-c", _RACE], capture_output=True, text=True, timeout=60, check=False)
    assert (ran.stdout, ran.stderr) == ("[]\n", "")

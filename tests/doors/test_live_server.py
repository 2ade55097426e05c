"""The live server is a port on loopback behind which one WSGI application at a time answers any HTTP client."""

from __future__ import annotations

import asyncio
import gc
import http.client
import json
import os
import socket
import statistics
import struct
import subprocess
import sys
import threading
import time
import warnings
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path

import httpx
import pytest
import requests

from jira_linkfake.doors import live_connection, live_server
from jira_linkfake.doors.live_server import LiveServer

DESCRIPTORS = Path("/dev/fd")


def echo(environ, start_response):
    """Answer with what the request said."""
    said = {
        "method": environ["REQUEST_METHOD"],
        "path": environ["PATH_INFO"],
        "query": environ["QUERY_STRING"],
        "type": environ.get("CONTENT_TYPE"),
        "body": environ["wsgi.input"].read().decode(),
    }
    start_response("200 OK", [("Content-Type", "application/json")])
    return [json.dumps(said).encode()]


def answering(status="200 OK", headers=(), chunks=(b"",)):
    """Make an application with a canned answer, which leaves the request's body unread."""

    def application(environ, start_response):
        start_response(status, list(headers))
        return chunks

    return application


def raising(error):
    """Make an application that only raises."""

    def application(environ, start_response):
        raise error

    return application


class Held:
    """An application whose first answer waits until it is released."""

    def __init__(self):
        self.entered = threading.Event()
        self.released = threading.Event()

    def __call__(self, environ, start_response):
        """Wait, if this is the first request, and answer."""
        if not self.entered.is_set():
            self.entered.set()
            assert self.released.wait(30)
        return answering(chunks=[b"late, but whole"])(environ, start_response)


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch):
    """Keep the clients from asking the proxy of whoever runs the tests."""
    monkeypatch.setenv("no_proxy", "127.0.0.1")


@pytest.fixture
def server():
    """Run a server for the test."""
    with LiveServer() as started:
        yield started


@contextmanager
def connected(server):
    """Open one connection, which is never opened again behind our back."""
    with closing(http.client.HTTPConnection("127.0.0.1", port_of(server), timeout=30)) as connection:
        connection.connect()
        connection.auto_open = 0
        yield connection


def port_of(server):
    """Return the number of the server's port."""
    return int(server.url.rpartition(":")[2])


def ask(connection, method="GET", path="/", body=None, headers=None):
    """Return the reply and its body."""
    connection.request(method, path, body, headers or {})
    reply = connection.getresponse()
    return reply, reply.read()


def send_raw(server, data):
    """Send bytes on a connection of their own and return all that comes back until the server closes it."""
    with socket.create_connection(("127.0.0.1", port_of(server)), timeout=30) as connection:
        connection.sendall(data)
        connection.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: connection.recv(65536), b""))


def threads_and_descriptors():
    """Return what a stopped server must not leave more of; descriptors where the system lists them."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # of what other tests left: old clients leave sockets
        gc.collect()
    return set(threading.enumerate()), len(list(DESCRIPTORS.iterdir())) if DESCRIPTORS.exists() else 0


def assert_nothing_is_left(before):
    """Assert that there is no more than before; what other tests left to the session's server may have ended since."""
    threads, descriptors = threads_and_descriptors()
    assert threads <= before[0]
    assert descriptors <= before[1]


# Starting and stopping


def test_has_no_address_before_it_starts_and_after_it_stops():
    """The address of a server that is not started is an error that says so."""
    server = LiveServer()
    with pytest.raises(RuntimeError, match="not started"):
        _ = server.url
    with server:
        assert server.url.startswith("http://127.0.0.1:")
    with pytest.raises(RuntimeError, match="not started"):
        _ = server.url


def test_starting_twice_is_an_error(server):
    """A started server says where it runs instead of opening a second port."""
    with pytest.raises(RuntimeError, match=f"started already, at {server.url}"):
        server.start()


def test_stopping_twice_is_harmless():
    """stop() may be called again, and before any start()."""
    server = LiveServer()
    server.stop()
    server.start()
    server.stop()
    server.stop()


def test_starts_again_after_a_stop():
    """A stopped server can be started, with what is attached then."""
    server = LiveServer()
    for _ in range(2):
        with server:
            server.attach(echo)
            assert requests.get(server.url).status_code == 200


def test_starts_and_stops_without_a_visible_pause():
    """A start and a stop together take a small part of the half second that socketserver's polling takes."""
    times = []
    for _ in range(5):
        begun = time.perf_counter()
        with LiveServer():
            pass
        times.append(time.perf_counter() - begun)
    assert min(times) < 0.1


def test_stops_when_connections_are_blocked(monkeypatch):
    """A test that forbids connections does not keep the server from stopping."""

    def blocked(*_, **__):
        raise RuntimeError("A test tried to use a socket")

    before = set(threading.enumerate())
    monkeypatch.setattr(live_server.Port, "timeout", 0.01)
    server = LiveServer()
    server.start()
    monkeypatch.setattr(live_server, "create_connection", blocked)
    server.stop()
    assert set(threading.enumerate()) <= before


def test_looks_no_name_up(monkeypatch):
    """Starting asks no name server, which may be slow or absent."""
    monkeypatch.setattr(socket, "getfqdn", lambda *_: pytest.fail("looked a name up"))
    with LiveServer():
        pass


def test_stop_leaves_nothing_behind():
    """Threads and descriptors are as before, though clients still hold connections."""
    before = threads_and_descriptors()
    with LiveServer() as server, connected(server) as used, connected(server):
        server.attach(echo)
        ask(used)
        server.stop()
        assert set(threading.enumerate()) <= before[0]
        assert used.sock.recv(1) == b""
    del server, used
    assert_nothing_is_left(before)


def test_forgets_connections_that_ended(server):
    """A server that lives for a session does not pile up the connections of its tests."""
    server.attach(echo)
    for _ in range(50):
        requests.get(server.url)
    assert len(server._port._connections) < 25  # the last may not have ended yet


def test_two_servers_run_side_by_side(server):
    """Each server has its own port and its own application."""
    server.attach(answering(chunks=[b"one"]))
    with LiveServer() as other:
        other.attach(answering(chunks=[b"two"]))
        assert [requests.get(each.url).text for each in (server, other)] == ["one", "two"]


# What a client can send


def test_hands_over_the_request_and_returns_the_answer(server):
    """Method, path, query, headers and body reach the application."""
    server.attach(echo)
    reply = requests.post(f"{server.url}/rest/api/2/issueLink?a=1%202", json={"type": "Blocks"})
    assert reply.json() == {
        "method": "POST",
        "path": "/rest/api/2/issueLink",
        "query": "a=1%202",
        "type": "application/json",
        "body": '{"type": "Blocks"}',
    }


def test_reads_a_chunked_body(server):
    """A body without a length is read to its end, and the connection can be used again."""
    server.attach(echo)
    with connected(server) as connection:
        for _ in range(2):
            _, body = ask(connection, "POST", body=iter([b"one ", b"two"]))
            assert json.loads(body)["body"] == "one two"


def test_serves_as_a_proxy(jira_linkfake_server):
    """A request for a whole address, which a proxy gets, is answered as one to that address."""
    asked = (
        b"GET http://our-company.atlassian.net/rest/api/3/serverInfo HTTP/1.1\r\nHost: our-company.atlassian.net\r\n"
    )
    answer = send_raw(jira_linkfake_server, asked + b"Connection: close\r\n\r\n")

    assert json.loads(answer.partition(b"\r\n\r\n")[2])["baseUrl"] == "http://our-company.atlassian.net"


def test_says_that_the_input_ends(server):
    """Frameworks read a chunked body only when the environ says that the input ends."""
    seen = {}

    def application(environ, start_response):
        seen.update(environ)
        return answering()(environ, start_response)

    server.attach(application)
    requests.post(server.url, data=iter([b"x"]))
    assert seen["wsgi.input_terminated"] is True


def test_answers_a_client_that_waits_for_100_continue(server):
    """The client is told once to go on, then sends its body and gets its answer."""
    server.attach(echo)
    with socket.create_connection(("127.0.0.1", port_of(server)), timeout=30) as connection:
        connection.sendall(b"POST / HTTP/1.1\r\nConnection: close\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n")
        assert connection.recv(65536) == b"HTTP/1.1 100 Continue\r\n\r\n"
        connection.sendall(b"hi")
        reply = b"".join(iter(lambda: connection.recv(65536), b""))
    assert reply.startswith(b"HTTP/1.1 200 OK\r\n")
    assert reply.count(b"HTTP/1.1") == 1
    assert b'"body": "hi"' in reply


def test_a_body_that_nobody_read_is_not_the_next_request(server):
    """What the application leaves unread does not stay on the connection."""
    server.attach(answering())
    inner = b"GET /smuggled HTTP/1.1\r\n\r\n"
    with connected(server) as connection:
        ask(connection, "POST", body=inner)
        ask(connection, "POST", body=iter([inner]))
        assert ask(connection, "POST", "/next", inner)[0].status == 200
    server.detach()
    assert not server.strays


def test_takes_a_multipart_upload(server):
    """A multipart content type is no malformed header."""
    server.attach(echo)
    reply = requests.post(server.url, files={"file": b"content"})
    assert reply.status_code == 200
    assert "content" in reply.json()["body"]


@pytest.mark.parametrize(
    ("request_bytes", "expected"),
    [
        (b"NONSENSE\r\n\r\n", b"400"),
        (b"GET / HTTP/x\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\nno colon\r\nContent-Length: 3\r\n\r\nabc", b"400"),
        (b"GET http://[::1 HTTP/1.1\r\n\r\n", b"400"),
        (b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 200 + b"\r\n", b"431"),
        (b"POST / HTTP/1.1\r\nContent-Length: many\r\n\r\n", b"400"),
        (b"POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", b"400"),
        (b"POST / HTTP/1.1\r\nTransfer-Encoding: gzip\r\n\r\n", b"400"),
        (b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\nnot a size\r\n", b"400"),
        (b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc", b"400"),
        (b"POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\nabc", b"400"),
    ],
)
def test_refuses_a_malformed_request_by_itself(server, request_bytes, expected):
    """The server answers what no application could, closes the connection, and counts it as nobody's error."""
    server.attach(raising(AssertionError("the application was called")))
    head, _, body = send_raw(server, request_bytes).partition(b"\r\n\r\n")
    assert head.split()[:2] == [b"HTTP/1.1", expected]
    assert b"\r\nContent-Type: text/plain; charset=utf-8\r\n" in head
    assert body.startswith(b"jira_linkfake: ")
    assert server.errors == []


# What a client gets back


def test_serves_many_requests_on_one_connection(server):
    """Answers without a body, of every kind, leave the connection in order for the next request."""
    chosen = []
    server.attach(lambda environ, start_response: chosen[-1](environ, start_response))
    with connected(server) as connection:
        for status, method, length in [
            ("201 CREATED", "POST", "0"),
            ("204 NO CONTENT", "DELETE", None),
            ("304 NOT MODIFIED", "GET", None),
            ("200 OK", "GET", "4"),
            ("200 OK", "HEAD", None),
        ]:
            chosen.append(answering(status, chunks=[b"body"] if status == "200 OK" else [b""]))
            reply, body = ask(connection, method, body=b"sent")
            assert f"{reply.status} {reply.reason}" == status
            assert reply.headers["Content-Length"] == length
            assert reply.headers["Connection"] == "keep-alive"
            assert body == (b"body" if (status, method) == ("200 OK", "GET") else b"")


def test_head_keeps_the_length_that_the_application_declares(server):
    """HEAD says how long the body of GET would be."""
    server.attach(answering(headers=[("Content-Length", "1234")]))
    assert requests.head(server.url).headers["Content-Length"] == "1234"


def test_no_length_comes_with_204(server):
    """A declared length is left out where HTTP forbids it."""
    server.attach(answering("204 NO CONTENT", [("Content-Length", "0")]))
    assert "Content-Length" not in requests.delete(server.url).headers


def test_the_length_sent_is_the_length_of_the_body(server):
    """A length that the application got wrong cannot make a client wait for the rest."""
    server.attach(answering(headers=[("Content-Length", "1000")], chunks=[b"sh", b"ort"]))
    reply = requests.get(server.url, timeout=30)
    assert (reply.headers["Content-Length"], reply.text) == ("5", "short")


def test_keeps_the_headers_that_the_application_gives(server):
    """Server and Date are the application's, and each header is sent as often as it gave it."""
    headers = [("Server", "AtlassianEdge"), ("Date", "today"), ("Set-Cookie", "a=1"), ("Set-Cookie", "b=2")]
    server.attach(answering(headers=headers))
    with connected(server) as connection:
        reply, _ = ask(connection)
    assert reply.headers.items() == [*headers, ("Content-Length", "0"), ("Connection", "keep-alive")]


def test_adds_server_and_date(server):
    """An application that gives neither has them added."""
    server.attach(answering())
    reply = requests.get(server.url)
    assert reply.headers["Server"].startswith("Werkzeug/")
    assert reply.headers["Date"].endswith(" GMT")


@pytest.mark.parametrize(
    ("line", "asked", "given", "expected"),
    [
        ("HTTP/1.1", "close", None, "close"),
        ("HTTP/1.0", "", None, "close"),
        ("HTTP/1.1", "", "close", "close"),
        ("HTTP/1.0", "keep-alive", None, "keep-alive"),
    ],
)
def test_closes_the_connection_when_either_side_asks(server, line, asked, given, expected):
    """A reply says whether its connection is kept, and the server does what the reply says."""
    server.attach(answering(headers=[("Connection", given)] if given else []))
    request = f"GET / {line}\r\nConnection: {asked}\r\n\r\n".encode()
    last = b"" if expected == "close" else b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n"
    replies = send_raw(server, request + last)
    assert f"\r\nConnection: {expected}\r\n".encode() in replies
    assert replies.count(b"HTTP/1.1 200") == (2 if last else 1)


def test_sends_a_large_reply_whole(server):
    """A body larger than any buffer arrives whole."""
    body = os.urandom(5_000_000)
    server.attach(answering(chunks=[body[:99], body[99:]]))
    assert requests.get(server.url).content == body


def test_serves_the_older_ways_of_wsgi(server):
    """An application may write() its body, and has its iterable closed."""
    closed = []

    class Body:
        def __iter__(self):
            yield b" and yielded"

        def close(self):
            closed.append(True)

    def application(environ, start_response):
        start_response("200 OK", [])(b"written")
        return Body()

    server.attach(application)
    assert requests.get(server.url).text == "written and yielded"
    assert closed == [True]


def test_no_request_waits_for_a_delayed_acknowledgement(server):
    """Small requests on a kept connection take a small part of the 40 ms that TCP may hold a packet back."""
    server.attach(echo)
    times = []
    with connected(server) as connection:
        for _ in range(21):
            begun = time.perf_counter()
            ask(connection, "POST", body=b"{}")
            times.append(time.perf_counter() - begun)
    assert statistics.median(times) < 0.02


def test_is_quiet(server, capfd, caplog):
    """Neither requests nor errors write to the user's output or logs."""
    caplog.set_level(0)
    server.attach(echo)
    requests.get(server.url)
    server.detach()
    server.attach(raising(ValueError("quiet")))
    requests.get(server.url)
    send_raw(server, b"NONSENSE\r\n\r\n")
    server.stop()
    assert capfd.readouterr() == ("", "")
    assert not [record for record in caplog.records if record.name.startswith("werkzeug")]


# Errors


def breaks_off():
    """Yield half a body."""
    yield b"a first part"
    raise KeyError("in the middle")


@pytest.mark.parametrize(
    ("application", "error"),
    [
        (raising(LookupError("boom")), LookupError),
        (raising(ConnectionResetError("of its own calls")), ConnectionResetError),
        (lambda environ, start_response: [], TypeError),
        (answering(chunks=["text"]), TypeError),
        (answering(headers=[("X-Name", "\N{SNOWMAN}")]), UnicodeEncodeError),
        (answering(headers=[("X-Name", "two\r\nlines")]), ValueError),
    ],
)
def test_keeps_what_the_application_raises(server, application, error):
    """The client gets a 500 that is plainly not Jira's, the test the exception, the connection stays in use."""
    server.attach(application)
    with connected(server) as connection:
        for _ in range(2):
            reply, body = ask(connection, "POST", body=b"sent")
            assert (reply.status, reply.headers["Content-Type"]) == (500, "text/plain; charset=utf-8")
            assert body.decode() == f"jira_linkfake: the application behind this server raised {error.__name__}.\n"
    assert [type(each) for each in server.errors] == [error, error]


def test_an_answer_that_breaks_off_is_an_error(server):
    """An application that raises after its first part is answered with 500, not with half a body."""

    def application(environ, start_response):
        start_response("200 OK", [])
        return breaks_off()

    server.attach(application)
    assert requests.get(server.url).status_code == 500
    assert [str(error) for error in server.errors] == ["'in the middle'"]


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        (b"GET / HTTP/1.1\r\nHost: x\r\n", b"The headers end too early"),
        (
            b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcdef\r\n0\r\n\r\n",
            b"A chunk is not as long as it says",
        ),
        (b"POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\nA: b\r\n", b"The body ends too early"),
        (b"GET / HTTP/9.x\r\n\r\n" + b"more" * 100_000, b"HTTP/9.x"),
    ],
)
def test_what_is_no_whole_request_is_refused(server, sent, told):
    """A request that ends too early, or is none, gets 400 with the reason, and never reaches the application."""
    server.attach(raising(AssertionError("the application was called")))

    reply = send_raw(server, sent)

    assert reply.startswith(b"HTTP/1.1 400 ")
    assert told in reply


def test_a_client_that_hangs_up_in_its_body_is_no_error(server):
    """Half a request never reaches the application."""
    server.attach(raising(AssertionError("the application was called")))
    with socket.create_connection(("127.0.0.1", port_of(server))) as connection:
        connection.sendall(b"POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\nhalf")
    server.stop()
    assert server.errors == []


def test_a_client_that_hangs_up_before_its_answer_is_no_error(server, capfd):
    """An answer that nobody waits for is dropped without a word."""
    application = Held()
    server.attach(application)
    with socket.create_connection(("127.0.0.1", port_of(server))) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\n\r\n" * 2)
        assert application.entered.wait(30)
        # Lingering for no time resets the connection, so that the answer fails to be written.
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    application.released.set()
    server.stop()
    assert server.errors == []
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("error", [ZeroDivisionError(), OSError("a socket that broke")])
def test_a_mistake_of_the_server_itself_is_kept(server, monkeypatch, capfd, error):
    """What fails outside the application is not lost either, unless it is the client's socket."""

    def fail(handler):
        raise error

    monkeypatch.setattr(live_connection.Connection, "run_wsgi", fail)
    assert send_raw(server, b"GET / HTTP/1.1\r\n\r\n") == b""
    server.stop()
    assert server.errors == ([] if isinstance(error, OSError) else [error])
    assert capfd.readouterr() == ("", "")


# One application at a time


def test_holds_one_application_at_a_time(server):
    """A second application has to wait for the first to be detached."""
    server.attach(answering(chunks=[b"first"]))
    with pytest.raises(RuntimeError, match="detach it first"):
        server.attach(echo)
    assert requests.get(server.url).text == "first"
    server.detach()
    server.attach(answering(chunks=[b"second"]))
    assert requests.get(server.url).text == "second"


def test_detaching_nothing_is_harmless(server):
    """detach() may be called again, and before any attach()."""
    server.detach()
    server.attach(echo)
    server.detach()
    server.detach()


def test_a_call_while_nothing_is_attached_is_a_stray(server):
    """It gets 503 in plain text and is kept by its method and address."""
    reply = requests.post(f"{server.url}/rest/api/2/issueLink?a=b", data="body")
    assert (reply.status_code, reply.headers["Content-Type"]) == (503, "text/plain; charset=utf-8")
    assert reply.text == "jira_linkfake: no test holds this server.\n"
    assert server.strays == ["POST /rest/api/2/issueLink?a=b"]
    assert server.errors == []


def test_a_late_call_is_told_whose_server_it_was(server, monkeypatch):
    """After a test, the answer names it, so that the one that left a client running can be found."""
    monkeypatch.setenv("PYTEST_CURRENT_TEST", "tests/test_bot.py::test_links[a b] (setup)")
    server.attach(echo)
    server.detach()
    after = "after tests/test_bot.py::test_links[a b]"
    assert requests.get(server.url).text == f"jira_linkfake: no test holds this server {after}.\n"
    assert server.strays == [f"GET / {after}"]


def test_a_late_call_on_a_kept_connection_is_a_stray(server):
    """A connection that outlives its test reaches nobody, the next application neither, and is told by its test."""
    server.attach(echo)
    with connected(server) as first, connected(server) as second:
        assert ask(first)[0].status == ask(second)[0].status == 200
        server.detach()
        with pytest.raises((http.client.RemoteDisconnected, ConnectionError)):
            ask(first, path="/late")
        calls = []
        server.attach(lambda environ, start_response: calls.append(environ))
        with pytest.raises((http.client.RemoteDisconnected, ConnectionError)):
            ask(second, path="/later")
    server.stop()
    assert not calls
    assert sorted(stray.partition(" after tests/doors/test_live_server.py::")[0] for stray in server.strays) == [
        "GET /late",
        "GET /later",
    ]


def test_a_session_that_is_kept_for_the_next_test_connects_again(server):
    """A client that keeps its connections, as a session does, calls each test's site over a new one."""
    with requests.Session() as session:
        for name in ("first", "second"):
            server.attach(answering(chunks=[name.encode()]))
            assert [session.post(server.url).text for _ in range(2)] == [name, name]
            server.detach()
    assert not server.strays


def test_detach_waits_for_requests_in_flight(server):
    """A request that the application has begun is answered before detach() returns; later ones are strays."""
    application = Held()
    server.attach(application)
    with ThreadPoolExecutor() as pool:
        in_flight = pool.submit(requests.get, server.url)
        assert application.entered.wait(30)
        detaching = pool.submit(server.detach)
        while requests.get(server.url).status_code != 503:
            pass  # detach() has not begun
        assert not detaching.done()
        application.released.set()
        detaching.result(30)
        assert in_flight.result(30).text == "late, but whole"


def test_detach_gives_up_on_a_request_that_hangs(server, monkeypatch):
    """After its patience, detach() names what is unanswered, and the next application can have the server."""
    application = Held()
    server.attach(application)
    with ThreadPoolExecutor() as pool:
        hanging = pool.submit(requests.get, f"{server.url}/rest/api/2/myself")
        assert application.entered.wait(30)
        with monkeypatch.context() as impatient:
            impatient.setattr(live_server, "_PATIENCE", 0.01)
            with pytest.raises(TimeoutError, match=r"after 0\.01 s: GET /rest/api/2/myself"):
                server.detach()
        server.attach(echo)
        assert requests.get(server.url).status_code == 200
        server.detach()
        application.released.set()
        assert hanging.result(30).text == "late, but whole"


def test_stop_gives_up_on_a_request_that_hangs(monkeypatch):
    """stop() closes everything, then says what is unanswered; the thread ends when the application lets it."""
    monkeypatch.setattr(live_server, "_PATIENCE", 0.01)
    before = threads_and_descriptors()
    application = Held()
    server = LiveServer()
    server.start()
    server.attach(application)
    with connected(server) as connection:
        connection.request("GET", "/hangs")
        assert application.entered.wait(30)
        with pytest.raises(TimeoutError, match="GET /hangs"):
            server.stop()
        (hanging,) = set(threading.enumerate()) - before[0]
        application.released.set()
        hanging.join(30)
    assert_nothing_is_left(before)
    assert server.errors == []


# Clients


def test_serves_another_process(server):
    """A program that knows nothing but the address reaches the application."""
    server.attach(echo)
    program = "import sys, urllib.request as r; print(r.urlopen(sys.argv[1], b'from outside').read().decode())"
    done = subprocess.run(
        [sys.executable, "-c", program, f"{server.url}/outside"], capture_output=True, text=True, check=True
    )
    said = json.loads(done.stdout)
    assert (said["path"], said["body"]) == ("/outside", "from outside")


def test_serves_an_async_client(server):
    """An async client in the same process has its requests answered at the same time."""
    all_there = threading.Barrier(5)

    def together(environ, start_response):
        all_there.wait(30)
        return echo(environ, start_response)

    async def ask_all():
        async with httpx.AsyncClient(base_url=server.url, timeout=30) as client:
            return await asyncio.gather(*(client.post(f"/{number}") for number in range(5)))

    server.attach(together)
    assert [reply.json()["path"] for reply in asyncio.run(ask_all())] == ["/0", "/1", "/2", "/3", "/4"]


def test_serves_many_clients_at_once(server):
    """Thirty-two threads with a connection each get their own answers."""
    server.attach(echo)

    def talk(number):
        with connected(server) as connection:
            for turn in range(20):
                _, body = ask(connection, "POST", body=f"{number} {turn}".encode())
                assert json.loads(body)["body"] == f"{number} {turn}"

    with ThreadPoolExecutor(32) as pool:
        list(pool.map(talk, range(32)))
    assert (server.errors, server.strays) == ([], [])

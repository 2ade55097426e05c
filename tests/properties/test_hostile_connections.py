"""Whatever a client does with its connection, the live server stays up, and the site takes whole requests alone."""

from __future__ import annotations

import json
import socket
import struct
import threading
from base64 import b64encode

import pytest

from jira_linkfake import FakeJira
from jira_linkfake.doors.live_server import LiveServer
from tests.properties.hostile_judge import answers_in
from tests.wire.facts import snapshot

AUTH = b"Authorization: Basic " + b64encode(b"admin@example.com:admin-token") + b"\r\n"
LINK = {"type": {"name": "Blocks"}, "inwardIssue": {"key": "APP-1"}, "outwardIssue": {"key": "APP-2"}}
BODY = json.dumps(LINK).encode()
HEAD = b"POST /rest/api/3/issueLink HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n" + AUTH
SIZED = b"Content-Length: %d\r\n\r\n" % len(BODY)
CHUNKED = b"Transfer-Encoding: chunked\r\n\r\n"
READ = b"GET /rest/api/3/myself HTTP/1.1\r\nHost: x\r\n" + AUTH + b"\r\n"
CHUNK = b"%x\r\n%b\r\n" % (len(BODY), BODY)
HELLO = bytes.fromhex("16030100c8010000c40303") + bytes(range(32)) + bytes(165)
"""The beginning of a TLS connection."""

# What is sent, and the statuses that come back.
UNMADE: dict[str, tuple[bytes, list[int]]] = {
    "nothing": (b"", []),
    "an empty line": (b"\r\n", []),
    "empty lines before a request": (b"\r\n\r\n" + READ, []),
    "no request line": (b"\r\n".join([b"Host: x", b"", b""]), [400]),
    "one word": (b"GET\r\n\r\n", [400]),
    "four words": (b"GET / / HTTP/1.1\r\n\r\n", [400]),
    "HTTP/0.9": (b"GET /\r\n", [400]),
    "no known protocol": (b"GET / ICAP/1.0\r\n\r\n", [400]),
    "HTTP/2": (b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", [505]),
    "a version that is no number": (b"GET / HTTP/1.x\r\n\r\n", [400]),
    "bytes of no text": (b"\xff\xfe\x00\x01\r\n\r\n", [400]),
    "NUL": (b"\x00" * 100 + b"\r\n\r\n", [400]),
    "a TLS hello": (HELLO + b"\r\n\r\n", [400]),
    "a long address": (b"GET /" + b"a" * 70_000 + b" HTTP/1.1\r\n\r\n", [414]),
    "a long header": (b"GET / HTTP/1.1\r\nX: " + b"y" * 70_000 + b"\r\n\r\n", [431]),
    "many headers": (b"GET / HTTP/1.1\r\n" + b"X: y\r\n" * 150 + b"\r\n", [431]),
    "a header without a colon": (HEAD + b"Colon\r\n" + SIZED + BODY, [400]),
    "a header without a name": (HEAD + b": x\r\n" + SIZED + BODY, [400]),
    "a header that goes on from nothing": (b"GET / HTTP/1.1\r\n folded\r\n\r\n", [400]),
    "half a head": (HEAD, [400]),
    "half a body": (HEAD + SIZED + BODY[:-9], [400]),
    "a length of no number": (HEAD + b"Content-Length: ten\r\n\r\n" + BODY, [400]),
    "a length below nothing": (HEAD + b"Content-Length: -1\r\n\r\n" + BODY, [400]),
    "a length with a sign": (HEAD + b"Content-Length: +%d\r\n\r\n" % len(BODY) + BODY, [400]),
    "a length in other digits": (HEAD + b"Content-Length: \xb2\r\n\r\n" + BODY, [400]),
    "a length beyond all numbers": (HEAD + b"Content-Length: " + b"9" * 5000 + b"\r\n\r\n" + BODY, [400]),
    "two lengths": (HEAD + b"Content-Length: 3\r\n" + SIZED + BODY, [400]),
    "a length and chunks": (HEAD + b"Content-Length: 3\r\n" + CHUNKED + CHUNK + b"0\r\n\r\n", [400]),
    "an unknown encoding": (HEAD + b"Transfer-Encoding: gzip, chunked\r\n\r\n" + CHUNK + b"0\r\n\r\n", [400]),
    "a chunk of no size": (HEAD + CHUNKED + b"zz\r\n" + BODY, [400]),
    "a chunk below nothing": (HEAD + CHUNKED + b"-5\r\n" + BODY, [400]),
    "a chunk beyond all numbers": (HEAD + CHUNKED + b"f" * 40 + b"\r\n" + BODY, [400]),
    "a chunk that ends too early": (HEAD + CHUNKED + b"fff\r\n" + BODY, [400]),
    "a chunk that ends too late": (HEAD + CHUNKED + b"3\r\n" + BODY + b"\r\n0\r\n\r\n", [400]),
    "chunks without a last one": (HEAD + CHUNKED + CHUNK, [400]),
    "headers after the chunks without end": (HEAD + CHUNKED + CHUNK + b"0\r\nX: y\r\n", [400]),
    "a body that nobody sends": (HEAD + b"Expect: 100-continue\r\n" + SIZED, [400]),
    "what follows a broken request": (HEAD + b"Content-Length: ten\r\n\r\n" + READ + HEAD + SIZED + BODY, [400]),
}
MADE: dict[str, tuple[bytes, list[int]]] = {
    "with a length": (HEAD + SIZED + BODY, [201]),
    "in one chunk": (HEAD + CHUNKED + CHUNK + b"0\r\n\r\n", [201]),
    "in chunks of one byte": (HEAD + CHUNKED + b"".join(b"1\r\n%c\r\n" % one for one in BODY) + b"0\r\n\r\n", [201]),
    "in chunks with extensions": (HEAD + CHUNKED + CHUNK.replace(b"\r\n", b";a=b\r\n", 1) + b"0\r\n\r\n", [201]),
    "in chunks with headers after them": (HEAD + CHUNKED + CHUNK + b"0\r\nX: y\r\n\r\n", [201]),
    "after an answer to go on": (HEAD + b"Expect: 100-continue\r\n" + SIZED + BODY, [201]),
    "in HTTP/1.0": ((HEAD + SIZED + BODY).replace(b"HTTP/1.1", b"HTTP/1.0"), [201]),
    "in lines without CR": (HEAD.replace(b"\r", b"") + SIZED.replace(b"\r", b"") + BODY, [201]),
    "in a header that is folded": (HEAD + b"X: a\r\n b\r\n" + SIZED + BODY, [201]),
    "between others": (READ + HEAD + SIZED + BODY + READ, [200, 201, 200]),
    "before what is none": (HEAD + SIZED + BODY + b"more", [201, 400]),
    "again": ((HEAD + SIZED + BODY) * 3, [201, 201, 201]),
}


@pytest.fixture(scope="module")
def server():
    """Run a server for all of these connections, and see that it leaves nothing."""
    threads = set(threading.enumerate())
    with LiveServer() as started:
        yield started
    assert (started.errors, started.strays) == ([], [])
    assert set(threading.enumerate()) <= threads


@pytest.fixture
def jira(server, capfd):
    """Put a site behind the server, which still answers in the end, and says nothing beside."""
    jira = FakeJira()
    jira.add_issues("APP-1", "APP-2")
    server.attach(jira.wsgi_app)
    yield jira
    assert [answer.status for answer in _answers(server, READ)] == [200]
    server.detach()
    assert capfd.readouterr() == ("", "")


def _connection(server):
    return socket.create_connection(("127.0.0.1", int(server.url.rpartition(":")[2])), timeout=30)


def _answers(server, sent):
    with _connection(server) as connection:
        connection.sendall(sent)
        connection.shutdown(socket.SHUT_WR)
        return answers_in(b"".join(iter(lambda: connection.recv(65536), b"")), "POST")


@pytest.mark.parametrize(("sent", "statuses"), UNMADE.values(), ids=UNMADE)
def test_what_is_no_request_reaches_no_site(server, jira, sent, statuses):
    """The server refuses by itself what is no whole request, and reads nothing from what follows it."""
    before = snapshot(jira.site)
    answers = _answers(server, sent)
    assert [answer.status for answer in answers] == statuses
    for answer in answers:
        assert not answer.is_of_the_site
        assert answer.body.startswith(b"jira_linkfake: ")
    assert jira.exchanges == []
    assert snapshot(jira.site) == before


@pytest.mark.parametrize(("sent", "statuses"), MADE.values(), ids=MADE)
def test_what_is_a_request_reaches_the_site_once(server, jira, sent, statuses):
    """A link is made once by each way in which HTTP can carry it, among others on one connection or alone."""
    assert [answer.status for answer in _answers(server, sent)] == statuses
    assert [exchange.status for exchange in jira.exchanges] == [status for status in statuses if status != 400]
    assert jira.sentences() == ["APP-1 blocks APP-2"]


def test_client_that_sends_on_gets_its_answer(server, jira):
    """A client that has not looked whether it is refused before it has sent all is told so all the same."""
    for _ in range(20):
        answers = _answers(server, HEAD + b"Content-Length: many\r\n\r\n" + bytes(1_000_000))
        assert [answer.status for answer in answers] == [400]


@pytest.mark.parametrize("part", [0, 1, 30, len(HEAD), len(HEAD + SIZED), len(HEAD + SIZED + BODY) - 1])
@pytest.mark.parametrize("abruptly", [False, True], ids=["closed", "reset"])
def test_client_that_goes_leaves_nothing(server, jira, part, abruptly):
    """Whatever a client has sent of a request when it goes, nothing of it is carried out."""
    with _connection(server) as connection:
        connection.sendall((HEAD + SIZED + BODY)[:part])
        if abruptly:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    assert [answer.status for answer in _answers(server, READ)] == [200]
    assert [exchange.rule for exchange in jira.exchanges] == ["getCurrentUser"]
    assert jira.links == []


def test_clients_that_say_nothing_keep_nobody_waiting(server, jira):
    """A hundred connections on which nothing comes, or nothing more, let another one be answered."""
    silent = [_connection(server) for _ in range(100)]
    for connection in silent[::2]:
        connection.sendall(HEAD)
    assert [answer.status for answer in _answers(server, HEAD + SIZED + BODY)] == [201]
    for connection in silent:
        connection.close()

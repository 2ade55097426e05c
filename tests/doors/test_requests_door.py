import gc
import gzip
import importlib.util
import io
import itertools
import json
import socket
import sys
import threading
import warnings
import weakref
from concurrent.futures import ThreadPoolExecutor
from unittest import mock as unittest_mock

import pytest
import requests
import responses
import urllib3
from requests import Session
from requests.adapters import BaseAdapter, HTTPAdapter
from responses import RequestsMock, matchers
from responses.registries import OrderedRegistry
from urllib3.util import Retry

from jira_linkfake.doors import requests_door
from jira_linkfake.doors.guard import OtherHostError
from jira_linkfake.doors.patch import Patch
from jira_linkfake.doors.requests_door import RequestsDoor
from jira_linkfake.doors.responses_mock import attach_to

URL = "https://your-domain.atlassian.net"
OTHER = "https://other.atlassian.net"
ELSEWHERE = "https://elsewhere.test"
REAL_MERGE = Session.merge_environment_settings
REAL_GET_ADAPTER = Session.get_adapter
REAL_SEND = HTTPAdapter.send


class _Site:
    """A WSGI application that keeps what it was called with, and gives the answers it was told to, in turn."""

    def __init__(self, *answers, name="site"):
        self.answers = list(answers)
        self.name = name
        self.environs = []
        self.bodies = []

    def __call__(self, environ, start_response):
        self.environs.append(environ)
        self.bodies.append(environ["wsgi.input"].read())
        status, headers = self.answers.pop(0) if self.answers else ("200 OK", [])
        start_response(status, headers)
        return [self.name.encode()]


def _raiser(error):
    def application(environ, start_response):
        raise error

    return application


def _canned():
    response = requests.Response()
    response.status_code, response.raw = 200, io.BytesIO(b"canned")
    return response


def _session_with(adapter):
    session = Session()
    session.mount("https://", adapter)
    return session


def _only_the_originals():
    patched = Session.merge_environment_settings, Session.get_adapter, HTTPAdapter.send
    originals = REAL_MERGE, REAL_GET_ADAPTER, REAL_SEND
    return all(found is original for found, original in zip(patched, originals, strict=True))


@pytest.fixture(autouse=True)
def _nothing_is_left(monkeypatch):
    for variable in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(variable, raising=False)
        monkeypatch.delenv(variable.lower(), raising=False)
    threads = set(threading.enumerate())
    yield
    assert _only_the_originals()
    assert set(threading.enumerate()) <= threads  # what another test left may end meanwhile


@pytest.fixture
def site():
    """The application of most tests."""
    return _Site()


@pytest.fixture
def door(site):
    """An open door to the site."""
    with RequestsDoor(URL, site) as door:
        yield door


@pytest.fixture
def dead_url():
    """An address on loopback where nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    return f"http://127.0.0.1:{port}/"


# -- what the application is given ------------------------------------------------------------------------------


def test_environ_is_complete(site, door):
    """The application is called with the whole environ that WSGI asks for."""
    requests.post(f"{URL}/rest/api/2/issueLink?a=1&b=%20", data=b"{}", headers={"Content-Type": "text/x"})

    environ = site.environs[0]
    expected = {
        "REQUEST_METHOD": "POST",
        "SCRIPT_NAME": "",
        "PATH_INFO": "/rest/api/2/issueLink",
        "QUERY_STRING": "a=1&b=%20",
        "RAW_URI": "/rest/api/2/issueLink?a=1&b=%20",
        "REQUEST_URI": "/rest/api/2/issueLink?a=1&b=%20",
        "SERVER_NAME": "your-domain.atlassian.net",
        "SERVER_PORT": "443",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "HTTP_HOST": "your-domain.atlassian.net",
        "HTTP_ACCEPT": "*/*",
        "CONTENT_TYPE": "text/x",
        "CONTENT_LENGTH": "2",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "https",
        "wsgi.input_terminated": True,
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
        "wsgi.errors": sys.stderr,
    }
    assert {name: environ.get(name) for name in expected} == expected
    assert not {"HTTP_CONTENT_TYPE", "HTTP_CONTENT_LENGTH"} & set(environ)


@pytest.mark.parametrize(
    ("base_url", "url", "script_name", "path_info"),
    [
        (URL, URL, "", "/"),
        (URL, f"{URL}?a=1", "", "/"),
        (URL, f"{URL}/a%20b", "", "/a b"),
        (URL, f"{URL}/caf%C3%A9", "", "/cafÃ©"),
        (URL, f"{URL}/café", "", "/cafÃ©"),
        (URL, f"{URL}/a#part", "", "/a"),
        (f"{URL}/jira", f"{URL}/jira", "/jira", ""),
        (f"{URL}/jira", f"{URL}/jira/", "/jira", "/"),
        (f"{URL}/jira", f"{URL}/jira/rest/x", "/jira", "/rest/x"),
        (f"{URL}/a%20b/c", f"{URL}/a%20b/c/d", "/a b/c", "/d"),
    ],
)
def test_path_is_split_and_decoded(site, base_url, url, script_name, path_info):
    """The prefix is SCRIPT_NAME and the rest PATH_INFO, both unquoted into latin-1 as WSGI wants it."""
    with RequestsDoor(base_url, site):
        requests.get(url)

    environ = site.environs[0]
    assert (environ["SCRIPT_NAME"], environ["PATH_INFO"]) == (script_name, path_info)


@pytest.mark.parametrize(
    ("base_url", "host", "name", "port"),
    [
        ("http://jira.test", "jira.test", "jira.test", "80"),
        ("http://jira.test:80", "jira.test", "jira.test", "80"),
        ("https://jira.test:8443", "jira.test:8443", "jira.test", "8443"),
        ("https://JIRA.test", "jira.test", "jira.test", "443"),
        ("http://[::1]:8080", "[::1]:8080", "::1", "8080"),
        ("http://[::1]", "[::1]", "::1", "80"),
    ],
)
def test_host_and_port_are_those_of_the_site(site, base_url, host, name, port):
    """The Host header leaves the scheme's default port out, SERVER_NAME and SERVER_PORT are always there."""
    with RequestsDoor(base_url, site):
        requests.get(f"{base_url}/x")

    environ = site.environs[0]
    assert (environ["HTTP_HOST"], environ["SERVER_NAME"], environ["SERVER_PORT"]) == (host, name, port)


def test_headers_become_variables(site, door):
    """Headers arrive as HTTP_ variables: bytes decoded, two names for one variable joined, Host overridden."""
    headers = {"X-Bytes": b"caf\xe9", "X-Twice": "a", "X_Twice": "b", "Host": "alias.test"}
    requests.get(URL, headers=headers)

    environ = site.environs[0]
    assert environ["HTTP_X_BYTES"] == "café"
    assert environ["HTTP_X_TWICE"] == "a,b"
    assert environ["HTTP_HOST"] == "alias.test"


class _OnlyReads:
    """A file-like object that is no iterator of lines."""

    def __init__(self, content):
        self.content = content

    def __iter__(self):
        raise AssertionError("should be read")

    def read(self):
        return self.content


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (None, b""),
        (b"caf\xe9", b"caf\xe9"),
        ("café", "café".encode()),
        (bytearray(b"array"), b"array"),
        (memoryview(b"view"), b"view"),
        (io.BytesIO(b"file\nof lines"), b"file\nof lines"),
        (io.StringIO("café"), "café".encode()),
        (_OnlyReads(b"read"), b"read"),
        ((chunk for chunk in (b"one", b"", b"two")), b"onetwo"),
        ((chunk for chunk in ("é", b"!")), "é!".encode()),
    ],
    ids=["none", "bytes", "text", "bytearray", "memoryview", "file", "text-file", "reader", "chunks", "texts"],
)
def test_body_is_read_whatever_it_is(site, door, body, expected):
    """Each kind of body that `requests` takes arrives as its bytes, text as UTF-8."""
    requests.post(URL, data=body)

    assert site.bodies == [expected]


def test_text_body_stays_text_on_the_request(door):
    """A body of text is still text when the caller looks at the request that was sent."""
    assert requests.post(URL, data="{}").request.body == "{}"


def test_chunked_body_has_no_length(site, door):
    """A generator is sent chunked: no CONTENT_LENGTH, and an input that ends where the body ends."""
    requests.post(URL, data=(chunk for chunk in [b"x"]))

    assert "CONTENT_LENGTH" not in site.environs[0]
    assert site.environs[0]["HTTP_TRANSFER_ENCODING"] == "chunked"


# -- which calls are answered -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("base_url", "url"),
    [
        (URL, "HTTPS://Your-Domain.Atlassian.NET/x"),
        (URL, "https://your-domain.atlassian.net:443/x"),
        (URL, "https://user:secret@your-domain.atlassian.net/x"),
        ("https://your-domain.atlassian.net:443", f"{URL}/x"),
        ("http://jira.test", "http://jira.test:80/"),
        (f"{URL}/jira", f"{URL}/jira?x"),
        (f"{URL}/jira", f"{URL}/other/../jira/x"),
    ],
)
def test_address_is_compared_as_the_web_does(site, base_url, url):
    """Scheme and host are answered in any case, the default port given or not, credentials apart."""
    with RequestsDoor(base_url, site):
        assert requests.get(url).text == "site"


@pytest.mark.parametrize(
    ("base_url", "url"),
    [
        (URL, "http://your-domain.atlassian.net/"),
        (URL, "https://your-domain.atlassian.net:8443/"),
        (URL, "https://your-domain.atlassian.net.test/"),
        (URL, "https://a.your-domain.atlassian.net/"),
        (URL, f"{ELSEWHERE}/{URL}"),
        ("https://jira.test:8443", "https://jira.test/"),
        (f"{URL}/jira", f"{URL}/jiraffe"),
        (f"{URL}/jira", f"{URL}/JIRA/x"),
        (f"{URL}/jira", f"{URL}/"),
        ("https://a.b", "https://axb/"),
    ],
)
def test_other_addresses_are_not_answered(site, base_url, url):
    """Another scheme, host, port or path goes to whoever answered before."""
    with RequestsMock() as outer, RequestsDoor(base_url, site):
        outer.get(url, body="outer")
        assert requests.get(url).text == "outer"

    assert not site.environs


def test_opens_no_socket(door, monkeypatch):
    """A call to the site is answered without a socket."""
    monkeypatch.setattr(socket, "socket", _raiser(AssertionError("a socket was opened")))

    assert requests.get(URL).text == "site"


def test_answers_in_the_thread_of_the_caller(door, site):
    """The application runs where the caller is, before the call returns."""
    seen = []

    def application(environ, start_response):
        seen.append(threading.current_thread())
        return site(environ, start_response)

    with RequestsDoor("https://jira.test", application):
        requests.get("https://jira.test")

    assert seen == [threading.current_thread()]


# -- what the caller is given -----------------------------------------------------------------------------------


def test_answer_is_a_response_of_requests(door, site):
    """Status, reason, headers, body, address, request and time taken are those of any response."""
    site.answers = [("299 Just Fine", [("Content-Type", "text/plain; charset=utf-8"), ("X-A", "1"), ("X-A", "2")])]

    response = requests.get(f"{URL}/x")

    assert (response.status_code, response.reason, response.text) == (299, "Just Fine", "site")
    assert response.headers["X-A"] == "1, 2"
    assert response.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert response.url == response.request.url == f"{URL}/x"
    assert response.elapsed.total_seconds() > 0


def test_answer_gets_no_header_of_ours(door):
    """An answer has the headers that the application gave, and no other."""
    assert dict(requests.get(URL).headers) == {}


@pytest.mark.parametrize(("status", "reason"), [("201", ""), ("500 ", ""), ("404 Nothing to see", "Nothing to see")])
def test_reason_is_the_one_of_the_application(door, site, status, reason):
    """The reason is the application's own, and empty if it gave none."""
    site.answers = [(status, [])]

    assert requests.get(URL).reason == reason


def test_cookies_reach_the_session(door, site):
    """Set-Cookie headers land in the session's jar, and come back with its next call."""
    site.answers = [("200 OK", [("Set-Cookie", "a=1; Path=/"), ("Set-Cookie", "b=2; Path=/; Secure")])]
    with Session() as session:
        response = session.get(URL)
        session.get(URL)

        assert dict(session.cookies) == dict(response.cookies) == {"a": "1", "b": "2"}
    assert site.environs[1]["HTTP_COOKIE"] == "a=1; b=2"


def test_redirects_are_followed(door, site):
    """A redirect of the application is followed, and remembered, by the session."""
    site.answers = [("302 Found", [("Location", "/there")])]

    response = requests.get(f"{URL}/here")

    assert response.url == f"{URL}/there"
    assert [step.status_code for step in response.history] == [302]


def test_body_can_be_streamed(door):
    """With `stream=True` the body is read when the caller reads it, in pieces or raw."""
    response = requests.get(URL, stream=True)
    assert list(response.iter_content(3)) == [b"sit", b"e"]

    assert requests.get(URL, stream=True).raw.read() == b"site"


def test_nothing_is_left_of_a_body_that_a_session_has_read(door, site):
    """Without `stream=True` the body is read already, whoever looks at the raw answer behind it."""
    site.answers = [("200 OK", [("Content-Length", "4")])]
    response = requests.get(URL)

    assert response.raw.read(3) == response.raw.read() == b""
    assert response.content == b"site"
    assert [*response.iter_content(3)] == [b"sit", b"e"]


def test_body_is_decompressed():
    """A body that the application compressed arrives as the caller would get it from a server."""

    def application(environ, start_response):
        start_response("200 OK", [("Content-Encoding", "gzip")])
        return [gzip.compress(b"plain")]

    with RequestsDoor(URL, application):
        assert requests.get(URL).content == b"plain"


def test_head_has_a_length_and_no_body(door, site):
    """HEAD is answered with the length that a body would have, and without one."""

    def application(environ, start_response):
        start_response("200 OK", [("Content-Length", "1234")])
        return []

    with RequestsDoor("https://jira.test", application):
        response = requests.head("https://jira.test")

    assert (response.headers["Content-Length"], response.content) == ("1234", b"")


def test_hooks_run(door):
    """A response hook of the caller is called with the response."""
    seen = []
    response = requests.get(URL, hooks={"response": lambda response, **_: seen.append(response.status_code)})

    assert seen == [response.status_code]


def test_second_request_over_the_same_connection_is_answered(door, site):
    """What asks `response.connection` again, as digest authentication does, is answered by the site too."""
    site.answers = [("401 Unauthorized", [("WWW-Authenticate", 'Digest realm="r", nonce="n", qop="auth"')])]

    response = requests.get(URL, auth=requests.auth.HTTPDigestAuth("alice", "secret"))

    assert response.status_code == 200
    assert site.environs[1]["HTTP_AUTHORIZATION"].startswith("Digest ")


# -- WSGI, and what applications do with it ---------------------------------------------------------------------


class _Chunks:
    """The body of an answer, that knows whether it was closed."""

    def __init__(self, *chunks):
        self.chunks = chunks
        self.closed = False

    def __iter__(self):
        for chunk in self.chunks:
            if isinstance(chunk, Exception):
                raise chunk
            yield chunk

    def close(self):
        self.closed = True


def test_body_of_the_application_is_closed():
    """The iterable of the application is read to its end, and closed."""
    chunks = _Chunks(b"a", b"", b"b")

    def application(environ, start_response):
        start_response("200 OK", [])
        return chunks

    with RequestsDoor(URL, application):
        assert requests.get(URL).text == "ab"
    assert chunks.closed


def test_body_that_fails_is_closed():
    """The iterable is closed when it raises, and what it raised reaches the caller."""
    error = LookupError("in the body")
    chunks = _Chunks(b"a", error)

    def application(environ, start_response):
        start_response("200 OK", [])
        return chunks

    with RequestsDoor(URL, application), pytest.raises(LookupError) as caught:
        requests.get(URL)
    assert caught.value is error
    assert chunks.closed


def test_write_and_a_late_start_are_honoured():
    """An application may start late, and may write some of its body in between."""

    def application(environ, start_response):
        write = start_response("200 OK", [])
        write(b"one ")
        yield b"two "
        write(b"three")

    with RequestsDoor(URL, application):
        assert requests.get(URL).text == "one two three"


def test_application_may_start_over_after_an_error():
    """An application that has sent nothing yet may start over with the error it met."""

    def application(environ, start_response):
        start_response("200 OK", [])
        try:
            raise LookupError
        except LookupError:
            start_response("500 Oops", [], sys.exc_info())
        return [b"sorry"]

    with RequestsDoor(URL, application):
        assert requests.get(URL).status_code == 500


def test_error_after_the_first_byte_reaches_the_caller():
    """An application that has sent some of its body cannot start over: its error is raised."""
    error = LookupError("too late")

    def application(environ, start_response):
        start_response("200 OK", [])(b"some")
        try:
            raise error
        except LookupError:
            start_response("500 Oops", [], sys.exc_info())

    with RequestsDoor(URL, application), pytest.raises(LookupError) as caught:
        requests.get(URL)
    assert caught.value is error


@pytest.mark.parametrize(
    "error",
    [ValueError("bug"), requests.ConnectionError("bug"), OSError("bug"), SystemExit(3)],
    ids=lambda error: type(error).__name__,
)
def test_error_of_the_application_reaches_the_caller_unchanged(error):
    """What the application raises is raised to the caller, the very object, whatever the session's Retry."""
    session = _session_with(HTTPAdapter(max_retries=Retry(5, status_forcelist=[500])))

    with RequestsDoor(URL, _raiser(error)), pytest.raises(type(error)) as caught:
        session.get(URL)
    assert caught.value is error


def test_error_of_the_application_reaches_the_caller_at_a_further_try(site):
    """What the application raises when the session's Retry asks once more is raised to the caller, the very object."""
    answers = iter([503])
    error = OSError("bug")

    def application(environ, start_response):
        if next(answers, None) is None:
            raise error
        start_response("503 Busy", [])
        return []

    session = _session_with(HTTPAdapter(max_retries=Retry(5, status_forcelist=[503], backoff_factor=0)))
    with RequestsDoor(URL, application), pytest.raises(OSError, match="bug") as caught:
        session.get(URL)
    assert caught.value is error


# -- Retry ------------------------------------------------------------------------------------------------------


def _retrying(**options):
    return _session_with(HTTPAdapter(max_retries=Retry(backoff_factor=60, **options)))


def test_retry_of_the_session_is_honoured(door, site):
    """A status in the forcelist of the session's Retry is tried again, at once."""
    site.answers = [("503 Busy", []), ("503 Busy", [])]

    assert _retrying(total=2, status_forcelist=[503]).get(URL).status_code == 200
    assert len(site.environs) == 3


def test_retry_may_be_a_number(door, site):
    """A number in the place of an adapter's Retry allows so many tries, as urllib3 takes it."""
    adapter = HTTPAdapter()
    adapter.max_retries = 2
    site.answers = [("429 Slow Down", [("Retry-After", "1")])]

    assert _session_with(adapter).get(URL).status_code == 200
    assert len(site.environs) == 2


def test_retry_of_a_kind_of_ones_own_decides_for_itself(door, site):
    """A class derived from Retry is asked what is to be tried again, and each next one is of the class."""
    asked = []

    class Teapots(Retry):
        def is_retry(self, method, status_code, has_retry_after=False):
            asked.append(isinstance(self, Teapots))
            return status_code == 418

    site.answers = [("418 Teapot", [])] * 2
    assert _session_with(HTTPAdapter(max_retries=Teapots(2))).get(URL).status_code == 200
    assert len(site.environs) == 3
    assert set(asked) == {True}


def test_a_reply_that_is_final_is_no_work_for_urllib3(door, monkeypatch):
    """A session with a Retry gets what is not to be tried again as directly as one without."""
    monkeypatch.setattr("jira_linkfake.doors.in_memory.urlopen", None)

    assert _retrying(total=2, status_forcelist=[503]).get(URL).status_code == 200


def test_retry_gives_up_as_requests_does(door, site):
    """When its tries are used up the session raises RetryError."""
    site.answers = [("503 Busy", [])] * 3

    with pytest.raises(requests.exceptions.RetryError):
        _retrying(total=2, status_forcelist=[503]).get(URL)
    assert len(site.environs) == 3


def test_retry_without_a_try_gives_up_as_requests_does(door, site):
    """A Retry that names a status and allows no further try raises RetryError at once."""
    site.answers = [("503 Busy", [])]

    with pytest.raises(requests.exceptions.RetryError):
        _retrying(total=0, status_forcelist=[503]).get(URL)
    assert len(site.environs) == 1


def test_retry_may_return_the_last_answer(door, site):
    """With `raise_on_status=False` the last answer is returned when the tries are used up."""
    site.answers = [("503 Busy", [])] * 3

    session = _retrying(total=2, status_forcelist=[503], raise_on_status=False)
    assert session.get(URL).status_code == 503


def test_retry_after_is_honoured(door, site):
    """An answer with Retry-After is tried again without a forcelist, and without waiting."""
    site.answers = [("429 Slow Down", [("Retry-After", "3600")])]

    assert _retrying(total=1).get(URL).status_code == 200
    assert len(site.environs) == 2


def test_retry_sends_the_body_again(door, site):
    """A body that can be read only once is sent whole with each try."""
    site.answers = [("503 Busy", [])]
    session = _retrying(total=1, status_forcelist=[503], allowed_methods=None)

    session.post(URL, data=(chunk for chunk in [b"a", b"b"]))
    session.post(URL, data=io.BytesIO(b"file"))

    assert site.bodies == [b"ab", b"ab", b"file"]


# -- adapters and sessions of the caller's own ------------------------------------------------------------------


class _Stamping(HTTPAdapter):
    """An adapter that overrides `send`, and keeps count on itself."""

    sent = 0

    def send(self, request, *args, **kwargs):
        self.sent += 1
        request.headers["X-Stamp"] = str(self.sent)
        return super().send(request, *args, **kwargs)


class _Positional(HTTPAdapter):
    def send(self, request, stream=False, timeout=None, verify=True, cert=None, proxies=None):
        return super().send(request, stream, timeout, verify, cert, proxies)


class _Marked:
    def send(self, request, *args, **kwargs):
        request.headers["X-Mixin"] = "yes"
        return super().send(request, *args, **kwargs)


class _MixedAndStamping(_Marked, _Stamping):
    pass


class _MixedIn(_Marked, HTTPAdapter):
    pass


def test_adapter_that_overrides_send_is_run(door, site):
    """An adapter's own `send` runs, keeps its state on the adapter, and its `super().send()` is answered."""
    adapter = _Stamping(max_retries=Retry(1, status_forcelist=[503]))
    session = _session_with(adapter)
    site.answers = [("200 OK", []), ("503 Busy", [])]

    assert [session.get(URL).text, session.get(URL).text] == ["site", "site"]
    assert [environ["HTTP_X_STAMP"] for environ in site.environs] == ["1", "2", "2"]
    assert adapter.sent == 2


@pytest.mark.parametrize("adapter_class", [HTTPAdapter, _Stamping, _Positional, _MixedAndStamping, _MixedIn])
def test_adapter_is_answered_inside_a_mock_of_the_user(door, adapter_class):
    """Inside a user's own mock too, every adapter that ends in `HTTPAdapter` is answered by the site."""
    session = _session_with(adapter_class())
    with RequestsMock() as inner:
        inner.get(ELSEWHERE, body="inner")

        assert session.get(URL).text == "site"
        assert session.get(ELSEWHERE).text == "inner"


def test_adapter_that_the_session_has_is_not_changed(door):
    """What a session hands out for the site is of its adapter's class, and the adapter itself stays as it is."""
    adapter = _Stamping()
    session = _session_with(adapter)

    assert isinstance(session.get_adapter(URL), _Stamping)
    assert session.get_adapter(ELSEWHERE) is adapter
    assert type(adapter) is _Stamping


def test_adapter_may_send_elsewhere(door):
    """An adapter that changes the address leaves the site for whoever answers there."""

    class Rerouting(HTTPAdapter):
        def send(self, request, *args, **kwargs):
            request.url = f"{ELSEWHERE}/"
            return super().send(request, *args, **kwargs)

    with RequestsMock() as inner:
        inner.get(ELSEWHERE, body="inner")
        assert _session_with(Rerouting()).get(URL).text == "inner"


class _Slotted(HTTPAdapter):
    __slots__ = ("slot",)

    def send(self, request, *args, **kwargs):
        self.slot = "used"
        return super().send(request, *args, **kwargs)


class _Final(HTTPAdapter):
    def __init_subclass__(cls):
        raise TypeError("not to be derived from")


@pytest.mark.parametrize("adapter_class", [_Slotted, _Final])
def test_adapter_that_cannot_be_derived_from_is_answered(door, adapter_class):
    """An adapter that no stand-in can be made for is used itself, and answered."""
    adapter = adapter_class()
    session = _session_with(adapter)

    assert session.get_adapter(URL) is adapter
    assert session.get(URL).text == "site"


def test_adapter_of_another_kind_is_left_alone(door):
    """An adapter that is no HTTPAdapter was mounted to answer by itself, and does."""

    class Canned(BaseAdapter):
        def send(self, request, *args, **kwargs):
            return _canned()

    assert _session_with(Canned()).get(URL).text == "canned"


def test_session_that_overrides_get_adapter_is_answered(door):
    """A session that chooses its adapter by itself is answered."""

    class Choosing(Session):
        def get_adapter(self, url):
            return _Stamping()

    assert Choosing().get(URL).text == "site"


class _Listening(HTTPAdapter):
    """An adapter that hears how much is read of a body, as one does that keeps it in a cache."""

    def build_response(self, req, resp):
        self.raw = resp
        return super().build_response(req, resp)


def test_adapter_that_listens_hears_what_is_read(door):
    """What an adapter puts around the raw answer sees the whole body, as over a network."""
    adapter = _Listening()
    _session_with(adapter).get(URL)

    assert adapter.raw.tell() == len(b"site")


def test_hook_may_read_the_raw_answer(door):
    """A hook gets the answer before the session reads its body, as over a network."""
    heard = []
    requests.get(URL, hooks={"response": lambda response, **_: heard.append(response.raw.read())})

    assert heard == [b"site"]


def test_body_waits_for_whoever_uses_an_adapter_without_a_session(door):
    """Who sends by an adapter reads the body by themselves, also from the raw answer."""
    response = HTTPAdapter().send(requests.Request("GET", URL).prepare())

    assert response.raw.read() == b"site"


def test_adapter_without_a_session_is_answered(door):
    """An adapter that is called by hand is answered, as is the function by its name."""
    request = requests.Request("GET", URL).prepare()

    assert HTTPAdapter().send(request, timeout=3).text == "site"
    assert HTTPAdapter.send(HTTPAdapter(), request=request).text == "site"


def test_session_without_an_adapter_is_told_so(door):
    """A session that has no adapter for the site's scheme fails as it does without us."""
    session = Session()
    session.adapters.clear()

    with pytest.raises(requests.exceptions.InvalidSchema):
        session.get(URL)


# -- the environment ---------------------------------------------------------------------------------------------


PROXY = "http://proxy.test:3128"
SETTINGS = {"proxies": {"http": "http://own.test"}, "stream": True, "verify": "own.pem", "cert": ("a.crt", "a.key")}


@pytest.fixture
def _environment_with_a_proxy(monkeypatch, tmp_path):
    monkeypatch.setenv("HTTPS_PROXY", PROXY)
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", "environment.pem")
    (tmp_path / "netrc").write_text("default login alice password secret")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))


class _Recording(HTTPAdapter):
    """An adapter that keeps the settings with which it is told to send."""

    def send(self, request, **settings):
        self.settings = settings
        return super().send(request, **settings)


def _settings_for(url, session, **settings):
    recording = _Recording()
    session.mount("https://", recording)
    session.get(url, **settings)
    return {name: recording.settings[name] for name in SETTINGS}


@pytest.mark.usefixtures("_environment_with_a_proxy")
def test_environment_is_not_asked_how_to_reach_the_site(site, door):
    """Proxies and certificates that the environment names are not looked up: nothing goes over a network."""
    unset = {"proxies": {}, "stream": False, "verify": True, "cert": None}
    assert _settings_for(URL, Session()) == unset


@pytest.mark.usefixtures("_environment_with_a_proxy")
def test_own_settings_reach_the_adapter(site, door):
    """What a session sets and what a call sets reach the adapter as ever, the call's first."""
    session = Session()
    for name, value in SETTINGS.items():
        setattr(session, name, value)
    assert _settings_for(URL, session) == SETTINGS

    proxies = {"https": "http://call.test"}
    settings = _settings_for(URL, session, proxies=proxies, verify=False)
    assert settings == {**SETTINGS, "proxies": {**SETTINGS["proxies"], **proxies}, "verify": False}


@pytest.mark.usefixtures("_environment_with_a_proxy")
def test_credentials_of_the_environment_are_used(site, door):
    """Credentials in the netrc file are sent, unless the session is told to trust no environment."""
    requests.get(URL)
    with Session() as session:
        session.trust_env = False
        session.get(URL)

    assert site.environs[0]["HTTP_AUTHORIZATION"] == "Basic YWxpY2U6c2VjcmV0"
    assert "HTTP_AUTHORIZATION" not in site.environs[1]


@pytest.mark.usefixtures("_environment_with_a_proxy")
def test_environment_is_asked_for_other_hosts(door):
    """A call to another host is told what the environment says."""
    with RequestsMock() as inner:
        inner.get(ELSEWHERE, body="inner")
        settings = _settings_for(ELSEWHERE, Session())

    assert (settings["proxies"], settings["verify"]) == ({"https": PROXY}, "environment.pem")


@pytest.mark.usefixtures("_environment_with_a_proxy")
def test_session_that_overrides_its_settings_is_asked(door):
    """A session's own way to merge settings is used, and what it asks of its base class is without the environment."""

    class Own(Session):
        def merge_environment_settings(self, url, proxies, stream, verify, cert):
            settings = super().merge_environment_settings(url, proxies, stream, verify, cert)
            return {**settings, "cert": "own.crt"}

    assert _settings_for(URL, Own()) == {"proxies": {}, "stream": False, "verify": True, "cert": "own.crt"}


@pytest.mark.parametrize("own", [lambda session, *_: session.settings, unittest_mock.Mock(return_value=SETTINGS)])
def test_settings_that_somebody_patched_are_asked_as_ever(site, own):
    """What somebody put in the place of `merge_environment_settings` before the door was opened is called as ever."""
    session = Session()
    session.settings = SETTINGS
    with unittest_mock.patch.object(Session, "merge_environment_settings", own), RequestsDoor(URL, site):
        assert _settings_for(URL, session) == SETTINGS


# -- mocks of the user ------------------------------------------------------------------------------------------


def test_inside_a_mock_of_the_user(site):
    """A mock that was started before the door keeps its own hosts, and may assert that all were called."""
    with RequestsMock(assert_all_requests_are_fired=True) as outer, RequestsDoor(URL, site):
        outer.get(ELSEWHERE, body="outer")

        assert requests.get(ELSEWHERE).text == "outer"
        assert requests.get(URL).text == "site"
        with pytest.raises(requests.ConnectionError, match="Connection refused by Responses"):
            requests.get("https://unknown.test")


def test_around_a_mock_of_the_user(door):
    """A mock that is started after the door keeps its own hosts, and may assert that all were called."""
    with RequestsMock(assert_all_requests_are_fired=True) as inner:
        inner.get(ELSEWHERE, body="inner")

        assert requests.get(ELSEWHERE).text == "inner"
        assert requests.get(URL).text == "site"
        with pytest.raises(requests.ConnectionError, match="Connection refused by Responses"):
            requests.get("https://unknown.test")


@responses.activate
def test_inside_an_activated_test(door):
    """The default mock of `responses`, activated around a test, leaves the site reachable."""
    responses.get(ELSEWHERE, body="activated")

    assert (requests.get(ELSEWHERE).text, requests.get(URL).text) == ("activated", "site")


@pytest.mark.parametrize("mock_is_outside", [True, False])
def test_passthrough_of_a_mock_is_for_other_hosts(site, mock_is_outside):
    """What a user's mock lets pass through goes where the mock sends it, except calls to the site."""
    passed = []

    def real_send(adapter, request, **kwargs):
        passed.append(request.url)
        return _canned()

    user_mock = RequestsMock(passthru_prefixes=("https://",), real_adapter_send=real_send)
    managers = [user_mock, RequestsDoor(URL, site)]
    with managers[not mock_is_outside], managers[mock_is_outside]:
        user_mock.add_passthru("https://")
        assert requests.get(URL).text == "site"
        assert requests.get(f"{OTHER}/x").text == "canned"

    assert passed == [f"{OTHER}/x"]


def test_stub_for_the_site_in_a_mock_is_not_asked(door):
    """A door answers before a mock that has its own answer for the site: use `attach_to` for the other order."""
    with RequestsMock(assert_all_requests_are_fired=False) as inner:
        inner.get(URL, body="stub")
        assert requests.get(URL).text == "site"


@pytest.mark.parametrize("autospec", [None, True])
def test_patched_send_beneath_is_called_as_it_was_patched(site, autospec):
    """What `unittest.mock` put in place of `send` before the door was opened is called as without us."""
    send = unittest_mock.patch.object(HTTPAdapter, "send", autospec=autospec, return_value=_canned())
    with send as patched, RequestsDoor(URL, site):
        assert requests.get(f"{ELSEWHERE}/x").text == "canned"

    request = patched.call_args.args[1 if autospec else 0]
    assert request.url == f"{ELSEWHERE}/x"


# -- opened and closed in any order -----------------------------------------------------------------------------


def test_door_answers_only_while_it_is_open(site):
    """Before and after, the attributes are the originals; in between, three are patched."""
    door = RequestsDoor(URL, site)
    assert _only_the_originals()
    door.open()
    assert Session.merge_environment_settings is not REAL_MERGE
    assert Session.get_adapter is not REAL_GET_ADAPTER
    assert HTTPAdapter.send is not REAL_SEND
    door.close()
    assert _only_the_originals()
    door.close()
    assert _only_the_originals()


def test_door_can_be_opened_again(site):
    """A door that was closed can be opened again, one that is open cannot."""
    door = RequestsDoor(URL, site)
    for _ in range(2):
        with door:
            assert requests.get(URL).text == "site"
            with pytest.raises(RuntimeError, match="open already"):
                door.open()


def test_door_is_closed_by_an_error(site):
    """An error inside `with` closes the door."""
    with pytest.raises(KeyError), RequestsDoor(URL, site):
        raise KeyError


class _Patching:
    """Someone who patches the attributes, and puts back what `look_up` found."""

    def __init__(self, look_up):
        self.look_up = look_up

    def open(self):
        self.found = [
            self.look_up(Session, "merge_environment_settings"),
            self.look_up(Session, "get_adapter"),
            self.look_up(HTTPAdapter, "send"),
        ]
        Session.merge_environment_settings = lambda session, *args: REAL_MERGE(session, *args)
        Session.get_adapter = lambda session, url: REAL_GET_ADAPTER(session, url)
        HTTPAdapter.send = lambda adapter, request, **kwargs: REAL_SEND(adapter, request, **kwargs)

    def close(self):
        Session.merge_environment_settings, Session.get_adapter, HTTPAdapter.send = self.found


class _Mocking:
    def __init__(self):
        self.mock = RequestsMock()
        self.open, self.close = self.mock.start, self.mock.stop


def _orders(count):
    """All orders in which `count` things can be opened and closed."""
    steps = [name for index in range(count) for name in (index, index)]
    return sorted(set(itertools.permutations(steps)))


def _play(order, things):
    opened = set()
    for index in order:
        if index in opened:
            things[index].close()
        else:
            things[index].open()
            opened.add(index)


@pytest.mark.parametrize(
    "user",
    [_Mocking, lambda: _Patching(getattr), lambda: _Patching(lambda owner, name: vars(owner)[name])],
    ids=["responses", "looks-up", "looks-into"],
)
def test_originals_are_back_after_any_order(user):
    """Two doors and a user's mock, opened and closed in any order, leave the originals by identity."""
    for order in _orders(3):
        _play(order, [RequestsDoor(URL, _Site()), RequestsDoor(OTHER, _Site()), user()])
        assert _only_the_originals(), order


def test_nothing_of_ours_is_left_among_mocks_that_mix_themselves_up():
    """A door among two mocks that are stopped in any order leaves `send` as the two alone would leave it."""
    for order in _orders(3):
        _play(order, {0: RequestsDoor(URL, _Site()), 1: _Mocking(), 2: _Mocking()})
        left_with_door, HTTPAdapter.send = HTTPAdapter.send, REAL_SEND
        _play([index for index in order if index], {1: _Mocking(), 2: _Mocking()})
        left_without, HTTPAdapter.send = HTTPAdapter.send, REAL_SEND

        assert (left_with_door is REAL_SEND) == (left_without is REAL_SEND), order
        assert left_with_door.__module__ == left_without.__module__, order


def test_closed_door_that_was_put_back_is_inert(site):
    """A mock stopped after the door puts the door's patch back: nothing answers, and the first look removes it."""
    door, user_mock = RequestsDoor(URL, site), RequestsMock(assert_all_requests_are_fired=False)
    with RequestsMock() as outer:
        outer.get(URL, body="outer")
        door.open()
        user_mock.start()
        door.close()
        user_mock.stop()

        assert isinstance(vars(HTTPAdapter)["send"], Patch)
        assert requests.get(URL).text == "outer"
        assert not isinstance(vars(HTTPAdapter)["send"], Patch)


def test_functions_that_somebody_kept_are_inert_after_close(site, monkeypatch):
    """A patched function that somebody took while the door was open calls the original later."""
    monkeypatch.setenv("HTTPS_PROXY", PROXY)
    session = Session()
    with RequestsMock() as outer:
        outer.get(URL, body="outer")
        with RequestsDoor(URL, site):
            send, get_adapter, merge = HTTPAdapter.send, session.get_adapter, session.merge_environment_settings
        assert send(HTTPAdapter(), requests.Request("GET", URL).prepare()).text == "outer"
    assert get_adapter(URL) is session.adapters["https://"]
    assert merge(URL, {}, None, None, None)["proxies"] == {"https": PROXY}


def test_adapter_that_somebody_kept_is_inert_after_close(site, monkeypatch):
    """An adapter that a session handed out while the door was open sends as without us later, to Jira itself too."""

    def urlopen(pool, *args, **kwargs):
        raise urllib3.exceptions.ProtocolError(f"{pool.host} was called")

    session = _session_with(_Stamping())
    with RequestsDoor(URL, site):
        kept = session.get_adapter(URL)
    monkeypatch.setattr(urllib3.HTTPConnectionPool, "urlopen", urlopen)

    for url in (URL, OTHER):
        with pytest.raises(requests.ConnectionError, match="net was called"):
            kept.send(requests.Request("GET", url).prepare())


def test_new_door_finds_the_originals_beneath_closed_ones():
    """A door that is opened on a patch of a closed door stands on what that one stood on."""
    first, second, user_mock = RequestsDoor(URL, _Site()), RequestsDoor(URL, _Site(name="second")), RequestsMock()
    first.open()
    user_mock.start()
    first.close()
    user_mock.stop()
    with second:
        assert requests.get(URL).text == "second"
        with pytest.raises(OtherHostError):
            requests.get(OTHER)


# -- several sites ----------------------------------------------------------------------------------------------


def test_two_sites_are_answered_at_once(door):
    """Two doors are open at once, each for its own site, inside a user's mock and around it."""
    with RequestsMock() as inner, RequestsDoor(OTHER, _Site(name="other")):
        inner.get(ELSEWHERE, body="inner")
        texts = [requests.get(url).text for url in (URL, OTHER, ELSEWHERE)]

    assert texts == ["site", "other", "inner"]


@pytest.mark.parametrize("adapter_class", [HTTPAdapter, _Stamping])
def test_door_opened_last_answers_for_the_same_site(door, adapter_class):
    """Of two doors to one site the one opened last answers, until it is closed."""
    session = _session_with(adapter_class())
    with RequestsDoor(URL, _Site(name="last")):
        assert session.get(URL).text == "last"
    assert session.get(URL).text == "site"


# -- other hosts ------------------------------------------------------------------------------------------------


def test_other_cloud_site_is_refused_where_the_network_is_next(door):
    """Another Atlassian host is not looked up: the error names it and the site, and says what to do."""
    with pytest.raises(OtherHostError) as caught:
        requests.get(OTHER.replace("//", "//alice:secret@") + "/rest/api/2/issueLink")

    assert str(caught.value) == (
        "requests looked up other.atlassian.net: the site here is https://your-domain.atlassian.net. Set the option"
        " base_url to the address that is called, intercept a second FakeJira there, or, if that host is really meant,"
        " name it in the option allow_hosts."
    )


@pytest.mark.parametrize("url", ["http://your-domain.atlassian.net/", "https://your-domain.atlassian.net:8443/"])
def test_own_host_under_another_scheme_or_port_is_refused(door, url):
    """The site's own host, called in a way that is not the site's, is not called for real either."""
    with pytest.raises(OtherHostError):
        requests.get(url)


def test_other_cloud_site_is_refused_by_any_adapter(door):
    """An adapter that overrides `send`, and one that is used without a session, are refused alike."""
    with pytest.raises(OtherHostError):
        _session_with(_Stamping()).get(OTHER)
    with pytest.raises(OtherHostError):
        HTTPAdapter().send(requests.Request("GET", OTHER).prepare())


def test_other_cloud_site_belongs_to_an_older_mock(site):
    """Another Atlassian host goes to the mock that was there before the door."""
    with RequestsMock() as outer, RequestsDoor(URL, site):
        outer.get(OTHER, body="outer")
        assert requests.get(OTHER).text == "outer"


def test_other_cloud_site_is_refused_when_an_older_mock_took_our_patch(site):
    """A mock that is stopped before the door takes the door's `send` away, and still nothing is called for real."""
    older = RequestsMock(assert_all_requests_are_fired=False)
    older.start()
    with RequestsDoor(URL, site):
        older.stop()
        assert HTTPAdapter.send is REAL_SEND
        assert requests.get(URL).text == "site"
        with pytest.raises(OtherHostError):
            requests.get(OTHER)


def test_other_cloud_site_is_refused_though_we_were_imported_under_a_mock(site):
    """The real `send` is known as such even if a mock stood in its place when the module was imported."""
    spec = importlib.util.find_spec(requests_door.__name__)
    module = importlib.util.module_from_spec(spec)
    with RequestsMock():
        spec.loader.exec_module(module)

    with module.RequestsDoor(URL, site), pytest.raises(OtherHostError):
        requests.get(OTHER)


def test_other_hosts_go_to_the_network(door, dead_url):
    """A host that is none of Atlassian's is really called."""
    with pytest.raises(requests.ConnectionError):
        requests.get(dead_url)


# -- attach_to --------------------------------------------------------------------------------------------------


@pytest.fixture
def user_mock():
    """A mock of the user's, that asserts that all its answers were used."""
    with RequestsMock(assert_all_requests_are_fired=True) as user_mock:
        yield user_mock


def test_attached_site_is_answered_by_the_mock(user_mock, site):
    """A mock that the site is attached to answers for it, with the mock's other answers and its list of calls."""
    attach_to(user_mock, URL, site)
    user_mock.get(ELSEWHERE, body="stub")

    assert [requests.get(URL).text, requests.post(f"{URL}/x").text] == ["site", "site"]
    assert requests.get(ELSEWHERE).text == "stub"
    assert len(user_mock.calls) == 3
    with pytest.raises(requests.ConnectionError, match="URL is not below it"):
        requests.get("https://unknown.test")


def test_attached_site_need_not_be_called(user_mock, site):
    """A mock that asserts that all its answers were used passes though nobody called the site."""
    attach_to(user_mock, URL, site)


@pytest.mark.parametrize("site_first", [True, False])
def test_attached_site_gives_way_to_stubs(user_mock, site, site_first):
    """The mock's own answers for the site go first, whichever was added first, and none is used up for it."""
    if site_first:
        attach_to(user_mock, URL, site)
    user_mock.get(f"{URL}/stubbed", body="stub")
    user_mock.post(f"{URL}/match", body="stub", match=[matchers.json_params_matcher({"a": 1})])
    if not site_first:
        attach_to(user_mock, URL, site)

    for _ in range(2):
        assert requests.get(f"{URL}/stubbed").text == "stub"
        assert requests.delete(f"{URL}/stubbed").text == "site"
        assert requests.post(f"{URL}/match", json={"a": 1}).text == "stub"
        assert requests.post(f"{URL}/match", json={"a": 2}).text == "site"
        assert requests.get(URL).text == "site"


def test_attached_site_leaves_a_sequence_of_stubs_alone(user_mock, site):
    """Two answers of the mock for one address still come one after the other."""
    attach_to(user_mock, URL, site)
    user_mock.get(URL, body="first")
    user_mock.get(URL, body="second")

    assert [requests.get(URL).text for _ in range(3)] == ["first", "second", "second"]


def test_attaching_again_replaces_the_site(user_mock):
    """Of two sites attached to one address the last answers, and the first is gone."""
    attach_to(user_mock, URL, _Site(name="first"))
    attach_to(user_mock, URL, _Site(name="last"))

    assert [requests.get(URL).text for _ in range(2)] == ["last", "last"]
    assert len(user_mock.registered()) == 1


@pytest.mark.parametrize("longer_first", [True, False])
def test_attached_sites_below_one_another_share(user_mock, longer_first):
    """Of two addresses, one below the other, the longer answers for what is below both."""
    sites = [(f"{URL}/jira", _Site(name="longer")), (URL, _Site(name="shorter"))]
    for address, site in sites if longer_first else reversed(sites):
        attach_to(user_mock, address, site)

    for _ in range(2):
        assert [requests.get(f"{URL}{path}").text for path in ("/jira/x", "/x")] == ["longer", "shorter"]


def test_attached_site_honours_retry(user_mock, site):
    """The session's own Retry works in a mock that the site is attached to."""
    attach_to(user_mock, URL, site)
    site.answers = [("503 Busy", [])]

    assert _retrying(total=1, status_forcelist=[503]).get(URL).status_code == 200


def test_mock_with_an_order_cannot_hold_a_site(site):
    """A mock whose answers come in a set order is refused, with the way out; a door around it works."""
    with RequestsMock(registry=OrderedRegistry) as ordered, pytest.raises(ValueError, match="intercept"):
        attach_to(ordered, URL, site)

    with RequestsDoor(URL, site), RequestsMock(registry=OrderedRegistry) as ordered:
        ordered.get(ELSEWHERE, body="first")
        assert requests.get(URL).text == "site"
        assert requests.get(ELSEWHERE).text == "first"


# -- threads and memory -----------------------------------------------------------------------------------------


def test_many_threads_are_answered_at_once():
    """Calls of many threads, over one session, run side by side and get each its own answer."""
    meeting = threading.Barrier(8, timeout=30)

    def application(environ, start_response):
        meeting.wait()
        start_response("200 OK", [])
        return [environ["wsgi.input"].read()]

    session = _session_with(_Stamping())
    with RequestsDoor(URL, application), ThreadPoolExecutor(8) as pool:
        answers = pool.map(lambda number: session.post(URL, json=number).json(), range(80))
        assert list(answers) == list(range(80))


def test_calls_are_not_kept(door, site):
    """Neither request nor answer outlives the caller's interest in it, however long the door is open."""
    response = requests.post(URL, data=json.dumps({}))
    kept = [weakref.ref(response), weakref.ref(response.request)]
    del response
    site.environs.clear()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)  # of other tests' leavings, such as an event loop's sockets
        gc.collect()

    assert [reference() for reference in kept] == [None, None]


def test_attached_mock_goes_first_inside_an_open_door(site):
    """While the site is attached to a mock, an open door asks that mock, whose own answers for the site go first."""
    mocks = []
    with RequestsDoor(URL, site, mocks):
        with RequestsMock() as user_mock:
            attach_to(user_mock, URL, site)
            mocks.append(user_mock)
            user_mock.get(f"{URL}/stubbed", status=502, body="stub")
            assert [requests.get(f"{URL}/stubbed").text, requests.get(URL).text] == ["stub", "site"]
            assert len(user_mock.calls) == 2
        assert requests.get(f"{URL}/stubbed").text == "site"


def test_mock_of_another_site_is_not_asked(site):
    """A mock to which another application is attached does not answer for this one inside its open door."""
    with RequestsMock() as user_mock, RequestsDoor(URL, site, [user_mock]):
        attach_to(user_mock, URL, _Site(name="another"))
        assert requests.get(URL).text == "site"

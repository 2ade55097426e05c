"""Functions and URLs take webhooks; what goes wrong with them is written down, and never raised."""

import errno
import hashlib
import hmac
import json
import os
import threading

import pytest

from jira_linkfake import UsageError
from jira_linkfake.jira.webhooks import receivers
from jira_linkfake.jira.webhooks.model import Webhook
from jira_linkfake.jira.webhooks.receivers import AppReceiver, FunctionReceiver, UrlReceiver, receiver_of
from tests.loopback import loopback


@pytest.fixture
def served():
    """A receiver on loopback."""
    with loopback() as served:
        yield served


@pytest.fixture
def webhook():
    """A webhook with some of JSON's values."""
    return Webhook(
        event="comment_created", flow="Secondary", identifier="7", _render=lambda: {"id": 1, "text": "Überlauf\ud800"}
    )


def test_payload_is_put_into_json_once(webhook):
    """The payload is rendered when it is first asked for, and what somebody does to a payload touches no other."""
    calls = []
    webhook._render = lambda: {"id": calls.append("rendered")}
    webhook.payload["id"] = "changed"
    assert (webhook.body, webhook.payload, calls) == (b'{"id":null}', {"id": None}, ["rendered"])


def test_url_gets_what_jira_sends(served, webhook):
    """A URL is sent the payload in UTF-8, with the headers that Jira Cloud's page and deliveries have."""
    delivery = UrlReceiver.of(f"{served.url}/hook?of=jira", None).take(webhook)

    assert (delivery.receiver, delivery.status, delivery.problem) == (f"{served.url}/hook?of=jira", 204, None)
    assert served.bodies == ['{"id":1,"text":"Überlauf?"}'.encode()]
    [headers] = served.headers
    expected = {
        "Content-Type": "application/json; charset=UTF-8",
        "User-Agent": "Atlassian Webhook HTTP Client",
        "X-Atlassian-Webhook-Identifier": "7",
        "X-Atlassian-Webhook-Flow": "Secondary",
        "X-Atlassian-Webhook-Retry": None,
        "X-Hub-Signature": None,
    }
    assert {name: headers[name] for name in expected} == expected


def test_secret_signs_the_body(served, webhook):
    """With a secret a header has the body's HMAC, which anybody who knows it can make again."""
    UrlReceiver.of(served.url, "s3cret").take(webhook)

    [headers], [body] = served.headers, served.bodies
    assert headers["X-Hub-Signature"] == "sha256=" + hmac.new(b"s3cret", body, hashlib.sha256).hexdigest()


@pytest.mark.parametrize("status", [302, 404, 500])
def test_url_that_refuses(served, webhook, status):
    """An answer that is no success is a problem; a redirect is not followed, as it may lead to others."""
    served.status = status
    served.answer_headers = {"Location": f"{served.url}/elsewhere"}
    delivery = UrlReceiver.of(served.url, None).take(webhook)

    assert (delivery.status, delivery.problem) == (status, f"it answered {status}")
    assert len(served.bodies) == 1


def test_url_that_is_slow(served, webhook, monkeypatch):
    """A receiver that does not answer in time is a problem."""
    monkeypatch.setattr(receivers, "TIMEOUT", 0.05)
    done = threading.Event()
    served.meanwhile = lambda _: done.wait(5)
    delivery = UrlReceiver.of(served.url, None).take(webhook)
    done.set()

    assert (delivery.status, delivery.problem) == (None, "it did not answer within 0.05 seconds")


def test_url_where_nobody_listens(webhook):
    """A port that nobody listens at is a problem."""
    with loopback() as served:
        url = served.url
    delivery = UrlReceiver.of(url, None).take(webhook)

    refused = f"[Errno {errno.ECONNREFUSED}] {os.strerror(errno.ECONNREFUSED)}"
    assert (delivery.receiver, delivery.status) == (url, None)
    assert delivery.problem == f"it cannot be reached: {refused}"


def test_no_proxy_gets_it(served, webhook, monkeypatch):
    """The proxies of the environment are not asked."""
    receivers._opener.cache_clear()
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    monkeypatch.delenv("no_proxy", raising=False)

    assert UrlReceiver.of(served.url, None).take(webhook).status == 204


@pytest.mark.parametrize(
    "url", ["http://localhost", "http://127.0.0.1:8000/a", "http://[::1]:8000/", "HTTP://LOCALHOST:1"]
)
def test_url_on_loopback(url):
    """Whatever is on loopback can be registered."""
    assert str(UrlReceiver.of(url, None)) == url


@pytest.mark.parametrize(
    "url",
    [
        "http://example.com/hook",
        "https://127.0.0.1:8000/",
        "http://127.0.0.1@example.com/",
        "http://127.0.0.1.example.com/",
        "http://0.0.0.0:8000/",
        "http://localhost:0/",
        "http://localhost:port/",
        "http://[::1",
        "localhost:8000",
        "",
    ],
)
def test_url_elsewhere(url):
    """A URL that leads elsewhere, or nowhere, is a mistake of the test."""
    with pytest.raises(UsageError, match=r"so webhooks go to http:// at 127\.0\.0\.1, localhost, ::1 only, with"):
        UrlReceiver.of(url, None)


def test_function_gets_the_payload(webhook):
    """A function is called with the payload, and has its name."""
    taken = []
    delivery = FunctionReceiver(function=taken.append).take(webhook)

    assert taken == [json.loads(webhook.body)]
    assert (delivery.receiver, delivery.status, delivery.problem) == ("list.append", None, None)


def test_function_that_raises(webhook):
    """What a function raises is a problem; a thing without a name is told as it is."""

    class Refuses:
        def __repr__(self):
            return "<Refuses>"

        def __call__(self, payload):
            raise AssertionError(payload["id"])

    delivery = FunctionReceiver(function=Refuses()).take(webhook)
    assert (delivery.receiver, delivery.problem) == ("<Refuses>", "it raised AssertionError(1)")


async def _coroutine(payload):
    """Take a payload, if anybody awaits it."""


@pytest.mark.parametrize(
    ("given", "secret", "told"),
    [
        (
            5,
            None,
            "5 cannot be registered: it takes a function of the payload, a WSGI or ASGI app, or a URL on loopback",
        ),
        (
            _coroutine,
            None,
            f"{_coroutine!r} cannot be registered: nobody would await it, so let a plain function run it",
        ),
        (
            test_nothing := lambda: None,
            None,
            f"{test_nothing!r} cannot be registered: it takes nothing, and is given the payload",
        ),
        (
            [].append,
            "s3cret",
            "a secret signs what is sent to a URL or an app: a function gets the payload alone",
        ),
    ],
)
def test_what_takes_no_webhooks(given, secret, told):
    """What cannot be called with a payload is a mistake that is told."""
    with pytest.raises(UsageError) as caught:
        receiver_of(given, None, secret)
    assert str(caught.value) == told


@pytest.mark.parametrize(
    ("given", "kind"),
    [
        ("http://localhost:8000/", UrlReceiver),
        (lambda payload: None, FunctionReceiver),
        (lambda payload, more=None: None, FunctionReceiver),
        (lambda *payload, **more: None, FunctionReceiver),
        (lambda payload, *, more=None: None, FunctionReceiver),
        (lambda environ, start_response: [], AppReceiver),
        (lambda environ, start_response, more=None: [], AppReceiver),
    ],
)
def test_what_is_called_with_one_thing_is_a_function(given, kind):
    """What must be given one thing is a function, what must be given more an app, and a text a URL."""
    receiver = receiver_of(given, None, None)
    assert type(receiver) is kind
    if kind is AppReceiver:
        assert (receiver.path, receiver.asynchronous) == ("/", False)
        assert receiver_of(given, "/jira", "s3cret").secret == "s3cret"
    if kind is UrlReceiver:
        assert (receiver_of(given, None, "s3cret").url, receiver_of(given, None, "s3cret").secret) == (given, "s3cret")

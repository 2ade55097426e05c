"""A WSGI or ASGI app takes webhooks in the test's process, without a server or a thread of the user's own."""

import asyncio
import hashlib
import hmac

import flask
import pytest
from fastapi import FastAPI, Request

from jira_linkfake import FakeJira, UsageError
from jira_linkfake.jira.webhooks import receivers
from jira_linkfake.jira.webhooks.model import Webhook
from jira_linkfake.jira.webhooks.receivers import receiver_of


@pytest.fixture
def webhook():
    """A webhook."""
    return Webhook(event="comment_created", flow="Primary", identifier="7", _render=lambda: {"id": 1})


def _flask(taken):
    app = flask.Flask("service")

    @app.post("/jira")
    def take():
        taken.append((flask.request.json, dict(flask.request.headers)))
        return "", 202

    return app


def _fastapi(taken):
    app = FastAPI()

    @app.post("/jira", status_code=202)
    async def take(request: Request):
        taken.append((await request.json(), {name.title(): value for name, value in request.headers.items()}))

    return app


@pytest.mark.parametrize("make", [_flask, _fastapi])
def test_an_app_gets_what_jira_sends(make, webhook):
    """An app is posted the payload with Jira's headers, signed where there is a secret."""
    taken = []
    delivery = receiver_of(make(taken), "/jira", "s3cret").take(webhook)
    assert (delivery.status, delivery.problem) == (202, None)
    assert delivery.receiver in ("service at /jira", "FastAPI at /jira")
    [(payload, headers)] = taken
    assert payload == {"id": 1}
    assert headers["Content-Type"] == "application/json; charset=UTF-8"
    assert headers["User-Agent"] == "Atlassian Webhook HTTP Client"
    assert headers["X-Atlassian-Webhook-Identifier"] == "7"
    assert headers["X-Hub-Signature"] == "sha256=" + hmac.new(b"s3cret", b'{"id":1}', hashlib.sha256).hexdigest()
    assert headers["Content-Length"] == "8"


@pytest.mark.parametrize("make", [_flask, _fastapi])
def test_what_an_app_does_not_take_is_written_down(make, webhook):
    """A status that is no success is a problem of the delivery."""
    delivery = receiver_of(make([]), None, None).take(webhook)
    assert (delivery.status, delivery.problem) == (404, "it answered 404")


def test_what_an_app_raises_is_written_down(webhook):
    """An app that raises, as one does that is set to be tested, took nothing."""

    def broken(environ, start_response):
        raise LookupError("lost")

    delivery = receiver_of(broken, "/jira", None).take(webhook)
    assert (delivery.status, delivery.problem) == (None, "it raised LookupError('lost')")
    assert delivery.receiver.endswith("broken at /jira")


def test_an_asgi_app_is_called_as_a_server_calls_it(webhook):
    """An ASGI app is given the whole scope of a request, and the body in one message."""
    taken = []

    async def app(scope, receive, send):
        taken.extend([scope, await receive()])
        await send({"type": "http.response.start", "status": 202, "headers": []})
        await send({"type": "http.response.body", "body": b""})

    assert receiver_of(app, "/jira/ä", None).take(webhook).status == 202
    assert taken == [
        {
            "type": "http",
            "asgi": {"version": "3.0", "spec_version": "2.3"},
            "http_version": "1.1",
            "method": "POST",
            "scheme": "http",
            "path": "/jira/ä",
            "raw_path": b"/jira/\xc3\xa4",
            "root_path": "",
            "query_string": b"",
            "headers": [
                (b"host", b"localhost"),
                (b"content-length", b"8"),
                (b"content-type", b"application/json; charset=UTF-8"),
                (b"user-agent", b"Atlassian Webhook HTTP Client"),
                (b"x-atlassian-webhook-identifier", b"7"),
                (b"x-atlassian-webhook-flow", b"Primary"),
            ],
            "client": ("127.0.0.1", 0),
            "server": ("localhost", 80),
        },
        {"type": "http.request", "body": b'{"id":1}', "more_body": False},
    ]


def test_a_wsgi_app_is_called_as_a_server_calls_it(webhook):
    """A WSGI app is given a POST of the whole body, and no cookies."""
    taken = {}

    def app(environ, start_response):
        taken.update(environ, body=environ["wsgi.input"].read())
        start_response("399 Odd", [])
        return []

    delivery = receiver_of(app, "/jira", None).take(webhook)
    assert (delivery.status, delivery.problem) == (399, None)
    assert {
        name: taken.get(name) for name in ("REQUEST_METHOD", "PATH_INFO", "SCRIPT_NAME", "QUERY_STRING", "body")
    } == {
        "REQUEST_METHOD": "POST",
        "PATH_INFO": "/jira",
        "SCRIPT_NAME": "",
        "QUERY_STRING": "",
        "body": b'{"id":1}',
    }
    assert "HTTP_COOKIE" not in taken


def test_an_app_that_answers_400_refuses(webhook):
    """What is 400 or more is no success."""

    def app(environ, start_response):
        start_response("400 Bad Request", [])
        return []

    delivery = receiver_of(app, "/jira", None).take(webhook)
    assert (delivery.status, delivery.problem) == (400, "it answered 400")


def test_an_app_is_waited_for_only_so_long(webhook, monkeypatch):
    """An app that does not answer is left, as a URL is."""
    monkeypatch.setattr(receivers, "TIMEOUT", 0.05)

    async def slow(scope, receive, send):
        await receive()
        await asyncio.Event().wait()

    delivery = receiver_of(slow, "/jira", None).take(webhook)
    assert delivery.problem == "it raised TimeoutError('it did not answer within 0.05 seconds')"


def test_an_app_in_an_async_test():
    """An app takes webhooks also while the test's own loop waits for the request that caused them."""
    taken = []

    async def test(jira):
        jira.client().post("/rest/api/2/issue/A-1/comment", json={"body": "Said"}, auth=jira.auth)

    with FakeJira() as jira:
        jira.add_issue("A-1")
        app = _fastapi(taken)
        jira.webhooks.register(app, path="/jira", events=["comment_created"])
        asyncio.run(test(jira))
        jira.webhooks.assert_delivered()
        jira.webhooks.unregister(app)
    assert [payload["comment"]["body"] for payload, _ in taken] == ["Said"]


@pytest.mark.parametrize(
    ("given", "path", "problem"),
    [
        (_flask([]), "jira", "path='jira' is no path of an app: it begins with /, as in '/webhooks/jira'"),
        (_flask([]), "/jira?of=1", r"path='/jira\?of=1' is no path of an app"),
        (len, "/jira", "a path is for an app, and <built-in function len> is none: leave path='/jira' out"),
        ("http://127.0.0.1:1", "/jira", "a path is for an app, and 'http://127.0.0.1:1' is none"),
    ],
)
def test_paths_are_for_apps(given, path, problem):
    """A path that no app could have, and one for what is no app, is a mistake that is told."""
    with FakeJira() as jira, pytest.raises(UsageError, match=problem):
        jira.webhooks.register(given, path=path)


def test_what_has_no_signature_is_a_function(webhook):
    """What Python cannot look into is called with the payload."""
    assert receiver_of(dict, None, None).take(webhook).problem is None

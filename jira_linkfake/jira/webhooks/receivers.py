"""Who can get a site's webhooks, and how each is handed one."""

from __future__ import annotations

import hashlib
import hmac
import inspect
from collections.abc import Callable, Mapping
from functools import cache, partial
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from jira_linkfake.errors import UsageError
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.webhooks.model import AdminWebhook, Delivery, Webhook, raised

if TYPE_CHECKING:
    from urllib.request import OpenerDirector

TIMEOUT = 5.0
"""How many seconds a URL may take."""

_LOOPBACK = ("127.0.0.1", "localhost", "::1")


# Seen on deliveries of Jira Cloud; receivers are known to check it.
_USER_AGENT = "Atlassian Webhook HTTP Client"


class NoReceiver(Plain):
    """A URL that is registered over REST and leads elsewhere: it is sent nothing."""

    url: str

    def __str__(self) -> str:
        return self.url

    def take(self, _: Webhook) -> Delivery:
        """Write down that nothing was sent."""
        problem = f"it was not sent: webhooks go to http:// at {', '.join(_LOOPBACK)} only"
        return Delivery(receiver=str(self), problem=problem)


class FunctionReceiver(Plain):
    """A function that is called with the payload."""

    function: Callable[[dict[str, Any]], object]

    def __str__(self) -> str:
        return getattr(self.function, "__qualname__", repr(self.function))

    def take(self, webhook: Webhook) -> Delivery:
        """Hand over a webhook; what the function raises is written down."""
        try:
            self.function(webhook.payload)
        except Exception as error:
            return Delivery(receiver=str(self), problem=raised(error))
        return Delivery(receiver=str(self))


class UrlReceiver(Plain):
    """A URL on loopback to which the payload is posted, or nothing where `bare`; `secret` signs it.

    `retry` counts how often it was posted before.
    """

    url: str
    secret: str | None = None
    bare: bool = False
    retry: int = 0

    @classmethod
    def of(cls, url: str, secret: str | None) -> UrlReceiver:
        """Return the receiver; raises `UsageError` for a URL that leads elsewhere."""
        if not is_on_loopback(url):
            raise UsageError(
                f"{url!r} cannot be registered: a test must not call others, so webhooks go to http:// at "
                f"{', '.join(_LOOPBACK)} only, with a port of 1 to 65535"
            )
        return cls(url=url, secret=secret)

    def __str__(self) -> str:
        return self.url

    def take(self, webhook: Webhook) -> Delivery:
        """Post a webhook, past all mocks of `requests`; what goes wrong is written down."""
        taken = partial(Delivery, receiver=self.url, retry=self.retry)
        from urllib.error import HTTPError
        from urllib.request import Request

        body = b"" if self.bare else webhook.body
        request = Request(self.url, body, _headers(webhook, self.secret, body, self.retry))  # noqa: S310 - it is http
        try:
            with _opener().open(request, timeout=TIMEOUT) as reply:
                return taken(status=reply.status)
        except HTTPError as error:
            error.close()
            return taken(status=error.code, problem=f"it answered {error.code}")
        except TimeoutError:
            return taken(problem=f"it did not answer within {TIMEOUT:g} seconds")
        except Exception as error:
            return taken(problem=f"it cannot be reached: {getattr(error, 'reason', error)}")


class AppReceiver(Plain):
    """A WSGI or ASGI app that is posted the payload at a path, in the test's process; `secret` signs it."""

    app: Callable[..., Any]
    path: str
    secret: str | None = None
    asynchronous: bool = False

    def __str__(self) -> str:
        return f"{_name_of(self.app)} at {self.path}"

    def take(self, webhook: Webhook) -> Delivery:
        """Post a webhook; what the app raises, or answers but success, is written down."""
        post = _posted_to_asgi if self.asynchronous else _posted_to_wsgi
        try:
            status = post(self.app, self.path, _headers(webhook, self.secret, webhook.body), webhook.body)
        except Exception as error:
            return Delivery(receiver=str(self), problem=raised(error))
        return Delivery(receiver=str(self), status=status, problem=f"it answered {status}" if status >= 400 else None)


def _posted_to_wsgi(app: Callable[..., Any], path: str, headers: Mapping[str, str], body: bytes) -> int:
    from werkzeug.test import Client

    with Client(app).post(path, headers=headers, data=body) as reply:
        return reply.status_code


def _posted_to_asgi(app: Callable[..., Any], path: str, headers: Mapping[str, str], body: bytes) -> int:
    """Post to the app in a loop of its own, in a thread of ours: the test's own loop may be the one that waits."""
    import asyncio
    from concurrent.futures import ThreadPoolExecutor

    statuses: list[int] = []
    scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": "POST",
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "root_path": "",
        "query_string": b"",
        "headers": [(b"host", b"localhost"), (b"content-length", str(len(body)).encode())]
        + [(name.lower().encode(), value.encode()) for name, value in headers.items()],
        "client": ("127.0.0.1", 0),
        "server": ("localhost", 80),
    }

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Mapping[str, Any]) -> None:
        if message["type"] == "http.response.start":
            statuses.append(message["status"])

    async def post() -> None:
        await asyncio.wait_for(app(scope, receive, send), TIMEOUT)

    with ThreadPoolExecutor(1, thread_name_prefix="jira_linkfake-webhook") as pool:
        try:
            pool.submit(asyncio.run, post()).result()
        except asyncio.TimeoutError as error:
            raise TimeoutError(f"it did not answer within {TIMEOUT:g} seconds") from error
    return statuses[0]


def _headers(webhook: Webhook, secret: str | None, body: bytes, retry: int = 0) -> dict[str, str]:
    headers = {
        "Content-Type": "application/json; charset=UTF-8",
        "User-Agent": _USER_AGENT,
        "X-Atlassian-Webhook-Identifier": webhook.identifier,
        "X-Atlassian-Webhook-Flow": webhook.flow,
    }
    if retry:
        headers["X-Atlassian-Webhook-Retry"] = str(retry)
    if secret is not None:
        signature = hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
        headers["X-Hub-Signature"] = f"sha256={signature}"
    return headers


Receiver = FunctionReceiver | UrlReceiver | AppReceiver | NoReceiver
Receivable = Callable[..., Any] | str
"""What can be registered: a function of the payload, a WSGI or ASGI app, or a URL."""


def is_on_loopback(url: str) -> bool:
    """Say whether a URL leads to this computer, without encryption: others are sent nothing."""
    try:
        parts = urlsplit(url)
        return parts.scheme == "http" and parts.hostname in _LOOPBACK and parts.port != 0
    except ValueError:
        return False


def receiver_at(registered: AdminWebhook, retry: int = 0) -> Receiver:
    """Return the receiver of what an administrator has registered."""
    if not is_on_loopback(registered.url):
        return NoReceiver(url=registered.url)
    return UrlReceiver(url=registered.url, secret=registered.secret, bare=registered.exclude_body, retry=retry)


def receiver_of(given: object, path: str | None, secret: str | None) -> Receiver:
    """Return the receiver that a test registers: what is called with one thing is a function, with more an app."""
    if isinstance(given, str):
        _require_no_path(given, path)
        return UrlReceiver.of(given, secret)
    if not callable(given):
        raise UsageError(
            f"{given!r} cannot be registered: it takes a function of the payload, a WSGI or ASGI app, or a URL on "
            "loopback"
        )
    taken = _count_of_arguments(given)
    if taken >= _OF_WSGI:
        return AppReceiver(app=given, path=_path(path), secret=secret, asynchronous=taken == _OF_ASGI)
    if inspect.iscoroutinefunction(given):
        raise UsageError(f"{given!r} cannot be registered: nobody would await it, so let a plain function run it")
    _require_no_path(given, path)
    if not takes(given, 1):
        raise UsageError(f"{given!r} cannot be registered: it takes nothing, and is given the payload")
    if secret is not None:
        raise UsageError("a secret signs what is sent to a URL or an app: a function gets the payload alone")
    return FunctionReceiver(function=given)


_OF_WSGI, _OF_ASGI = 2, 3  # environ and start_response; scope, receive and send


def takes(function: Callable[..., Any], count: int) -> bool:
    """Say whether a function may be called with so many values; True where nobody can tell."""
    try:
        signature = inspect.signature(function)
    except (TypeError, ValueError):  # some that are written in C have no signature
        return True
    try:
        signature.bind(*[None] * count)
    except TypeError:
        return False
    return True


def _count_of_arguments(function: Callable[..., Any]) -> int:
    """Return how many arguments a function must be given; 1 where nobody can tell."""
    try:
        parameters = inspect.signature(function).parameters.values()
    except (TypeError, ValueError):  # some that are written in C have no signature
        return 1
    return sum(
        one.default is one.empty and one.kind in (one.POSITIONAL_ONLY, one.POSITIONAL_OR_KEYWORD) for one in parameters
    )


def _path(path: str | None) -> str:
    if path is None:
        return "/"
    if not path.startswith("/") or "?" in path:
        raise UsageError(f"path={path!r} is no path of an app: it begins with /, as in '/webhooks/jira'")
    return path


def _require_no_path(given: object, path: str | None) -> None:
    if path is not None:
        raise UsageError(f"a path is for an app, and {given!r} is none: leave path={path!r} out")


def _name_of(app: object) -> str:
    return getattr(app, "__qualname__", None) or getattr(app, "import_name", None) or type(app).__name__


@cache
def _opener() -> OpenerDirector:
    """Return an opener that uses no proxies and follows no redirect, which might lead elsewhere."""
    from urllib.request import HTTPRedirectHandler, ProxyHandler, build_opener

    class NoRedirect(HTTPRedirectHandler):
        def redirect_request(self, *_: Any) -> None:
            """Let the redirect be the answer."""

    return build_opener(ProxyHandler({}), NoRedirect)

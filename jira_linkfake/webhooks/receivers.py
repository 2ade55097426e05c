"""Who can be registered for webhooks: a function in process, and a URL on loopback."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from jira_linkfake.errors import UsageError
from jira_linkfake.plain import Plain
from jira_linkfake.webhooks.webhook import Delivery, Webhook

if TYPE_CHECKING:
    from urllib.request import OpenerDirector

TIMEOUT = 5.0
"""How many seconds a URL may take."""

_LOOPBACK = ("127.0.0.1", "localhost", "::1")
# Seen on deliveries of Jira Cloud; receivers are known to check it.
_USER_AGENT = "Atlassian Webhook HTTP Client"


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
            return Delivery(receiver=str(self), problem=f"it raised {error!r}")
        return Delivery(receiver=str(self))


class UrlReceiver(Plain):
    """A URL on loopback to which the payload is posted; `secret` signs it."""

    url: str
    secret: str | None = None

    @classmethod
    def of(cls, url: str, secret: str | None) -> UrlReceiver:
        """Return the receiver; raises `UsageError` for a URL that leads elsewhere."""
        try:
            parts = urlsplit(url)
            on_loopback = parts.scheme == "http" and parts.hostname in _LOOPBACK and parts.port != 0
        except ValueError:
            on_loopback = False
        if not on_loopback:
            raise UsageError(
                f"{url!r} cannot be registered: a test must not call others, so webhooks go to http:// at "
                f"{', '.join(_LOOPBACK)} only, with a port of 1 to 65535"
            )
        return cls(url=url, secret=secret)

    def __str__(self) -> str:
        return self.url

    def take(self, webhook: Webhook) -> Delivery:
        """Post a webhook, past all mocks of `requests`; what goes wrong is written down."""
        from urllib.error import HTTPError
        from urllib.request import Request

        request = Request(self.url, webhook.body, self._headers(webhook), method="POST")  # noqa: S310 - it is http
        try:
            with _opener().open(request, timeout=TIMEOUT) as reply:
                return Delivery(receiver=self.url, status=reply.status)
        except HTTPError as error:
            error.close()
            return Delivery(receiver=self.url, status=error.code, problem=f"it answered {error.code}")
        except TimeoutError:
            return Delivery(receiver=self.url, problem=f"it did not answer within {TIMEOUT:g} seconds")
        except Exception as error:
            return Delivery(receiver=self.url, problem=f"it cannot be reached: {getattr(error, 'reason', error)}")

    def _headers(self, webhook: Webhook) -> dict[str, str]:
        headers = {
            "Content-Type": "application/json; charset=UTF-8",
            "User-Agent": _USER_AGENT,
            "X-Atlassian-Webhook-Identifier": webhook.identifier,
            "X-Atlassian-Webhook-Flow": webhook.flow,
        }
        if self.secret is not None:
            signature = hmac.new(self.secret.encode(), webhook.body, hashlib.sha256).hexdigest()
            headers["X-Hub-Signature"] = f"sha256={signature}"
        return headers


Receiver = FunctionReceiver | UrlReceiver


@cache
def _opener() -> OpenerDirector:
    """Return what opens a URL without proxies, and follows no redirect: it might lead elsewhere."""
    from urllib.request import HTTPRedirectHandler, ProxyHandler, build_opener

    class NoRedirect(HTTPRedirectHandler):
        def redirect_request(self, *_: Any) -> None:
            """Let the redirect be the answer."""

    return build_opener(ProxyHandler({}), NoRedirect)

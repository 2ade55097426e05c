"""Every webhook of a site, and those that wait to be delivered."""

from __future__ import annotations

import hashlib
import hmac
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from inspect import iscoroutinefunction
from typing import TYPE_CHECKING, Any, overload
from urllib.parse import urlsplit

from jira_linkfake.errors import UsageError, nearest, of_the_test
from jira_linkfake.forks import renew_in_forks
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.webhooks.model import EVENTS, Delivery, Webhook

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
            return Delivery(receiver=str(self), problem=_raised(error))
        return Delivery(receiver=str(self))


def _raised(error: BaseException) -> str:
    try:
        return f"it raised {error!r}"
    except Exception:  # an error of the user's own may be unable to tell what it is
        return f"it raised {type(error).__name__}"


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
    """Return an opener that uses no proxies and follows no redirect, which might lead elsewhere."""
    from urllib.request import HTTPRedirectHandler, ProxyHandler, build_opener

    class NoRedirect(HTTPRedirectHandler):
        def redirect_request(self, *_: Any) -> None:
            """Let the redirect be the answer."""

    return build_opener(ProxyHandler({}), NoRedirect)


__tracebackhide__ = of_the_test
MOST_ROUNDS = 1000
"""How often a receiver's own requests may cause further webhooks before that counts as an endless circle."""


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class _Registration:
    receiver: Receiver
    given: object
    events: frozenset[str]


class _Letter(Plain):
    """A webhook on its way to one receiver; `round` counts the deliveries that it is a consequence of."""

    webhook: Webhook
    registration: _Registration
    round: int


class Webhooks(Sequence[Webhook]):
    """The webhooks that Jira would have sent, in order, and the receivers that get them."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        renew_in_forks(self, "_lock", threading.Lock)
        self._sent: list[Webhook] = []
        self._unmade: list[Callable[[int], list[Webhook]]] = []
        self._registrations: list[_Registration] = []
        self._waiting: deque[_Letter] = deque()
        self._round = 0
        self._delivering = False
        self._failures: list[BaseException] = []

    def __len__(self) -> int:
        return len(self._all())

    @overload
    def __getitem__(self, index: int) -> Webhook: ...

    @overload
    def __getitem__(self, index: slice) -> list[Webhook]: ...

    def __getitem__(self, index: int | slice) -> Webhook | list[Webhook]:
        return self._all()[index]

    def __repr__(self) -> str:
        return f"<Webhooks {[webhook.event for webhook in self]}>"

    def of(self, *events: str) -> list[Webhook]:
        """Return the webhooks of some events, in order; raises `UsageError` for an event that there is not."""
        wanted = _checked(events)
        return [webhook for webhook in self if webhook.event in wanted]

    def register(
        self,
        receiver: Callable[[dict[str, Any]], object] | str,
        *,
        events: Iterable[str] | None = None,
        secret: str | None = None,
    ) -> None:
        """Send what happens from now on to a function, which gets the payload, or to a URL on loopback.

        `events` are the names of those that it gets, by default all. With a `secret` the header `X-Hub-Signature`
        signs what a URL gets. Raises `UsageError` for a URL elsewhere, and for an event that there is not.
        """
        registration = _Registration(receiver=_receiver(receiver, secret), given=receiver, events=_checked(events))
        with self._lock:
            self._make()  # what was before is not for this receiver
            self._registrations.append(registration)

    def unregister(self, receiver: Callable[[dict[str, Any]], object] | str | None = None) -> None:
        """Send nothing more to a receiver, or with none named to any; raises `UsageError` for an unknown one."""
        with self._lock:
            left = [one for one in self._registrations if receiver is not None and one.given != receiver]
            if receiver is not None and len(left) == len(self._registrations):
                known = [str(one.receiver) for one in left]
                raise UsageError(f"{receiver!r} is not registered: {nearest(receiver, known)}")
            self._registrations = left

    def assert_delivered(self) -> None:
        """Assert that every receiver took what it was sent; raises `AssertionError` with what went wrong.

        Where nothing was sent, or nobody is registered, nothing went wrong.
        """
        if self.problems:
            raise AssertionError("\n  ".join(["Webhooks that did not arrive:", *self.problems]))

    @property
    def problems(self) -> list[str]:
        """What went wrong with the receivers, a sentence each."""
        return [problem for webhook in self for problem in webhook.problems]

    @property
    def waiting(self) -> bool:
        """Whether there are webhooks to deliver."""
        return bool(self._waiting)

    def send(self, webhooks: Callable[[int], list[Webhook]]) -> None:
        """Write down what Jira would send now: what returns it, once the number of the first one is known.

        It is asked when somebody looks, or now where somebody is registered; then they wait to be delivered.
        """
        with self._lock:
            self._unmade.append(webhooks)
            if self._registrations:
                already = len(self._sent)
                self._make()
                following = self._round + 1 if self._delivering else 0
                self._waiting.extend(
                    _Letter(webhook=webhook, registration=registration, round=following)
                    for webhook in self._sent[already:]
                    for registration in self._registrations
                    if webhook.event in registration.events
                )

    def deliver(self) -> None:
        """Deliver what is waiting, in order.

        While somebody is at it, others leave theirs to him: a receiver may call back, in this thread or another one,
        and what follows from that comes after what is waiting already.
        """
        with self._lock:
            if self._delivering:
                return
            self._delivering = True
        try:
            while letter := self._next():
                self._hand_over(letter)
        except BaseException:
            with self._lock:
                self._delivering = False
            raise

    def require_unfailed(self) -> None:
        """Raise what a receiver has failed the test with, such as by `pytest.fail`; once, as it is known then.

        Where it was raised it may have been lost: in another thread, or in code that catches whatever comes.
        """
        with self._lock:
            failures, self._failures = self._failures, []
        for failure in failures:
            raise failure

    def forget_failures(self) -> None:
        """Let the test fail with what it has failed with already."""
        with self._lock:
            self._failures.clear()

    def _hand_over(self, letter: _Letter) -> None:
        try:
            letter.webhook.deliveries.append(_delivered(letter))
        except BaseException as error:  # such as pytest.fail in a receiver
            delivery = Delivery(receiver=str(letter.registration.receiver), problem=_raised(error))
            letter.webhook.deliveries.append(delivery)
            pytest = sys.modules.get("pytest")
            if pytest is not None and isinstance(error, pytest.fail.Exception):
                with self._lock:
                    self._failures.append(error)
            raise

    def _all(self) -> list[Webhook]:
        with self._lock:
            self._make()
            return self._sent

    def _make(self) -> None:
        for webhooks in self._unmade:
            self._sent += webhooks(len(self._sent))
        self._unmade.clear()

    def _next(self) -> _Letter | None:
        with self._lock:
            while self._waiting:
                letter = self._waiting.popleft()
                if letter.registration in self._registrations:
                    self._round = letter.round
                    return letter
            self._delivering = False  # before anybody can put more in
            return None


def _delivered(letter: _Letter) -> Delivery:
    receiver = letter.registration.receiver
    if letter.round > MOST_ROUNDS:
        problem = f"it was not sent: what receivers did upon webhooks has caused further ones {MOST_ROUNDS} times over"
        return Delivery(receiver=str(receiver), problem=problem)
    return receiver.take(letter.webhook)


def _receiver(given: object, secret: str | None) -> Receiver:
    if isinstance(given, str):
        return UrlReceiver.of(given, secret)
    if not callable(given):
        raise UsageError(f"{given!r} cannot be registered: it takes a function of the payload, or a URL on loopback")
    if iscoroutinefunction(given):
        raise UsageError(f"{given!r} cannot be registered: nobody would await it, so let a plain function run it")
    if secret is not None:
        raise UsageError("a secret signs what is sent to a URL: a function gets the payload alone")
    return FunctionReceiver(function=given)


def _checked(events: Iterable[str] | None) -> frozenset[str]:
    if events is None:
        return frozenset(EVENTS)
    if isinstance(events, str):
        raise UsageError(f"events={events!r} is one text: it takes several, as in events=[{events!r}]")
    names = frozenset(events)
    for name in names.difference(EVENTS):
        raise UsageError(f"there is no webhook of the event {name!r}: {nearest(name, EVENTS)}")
    return names

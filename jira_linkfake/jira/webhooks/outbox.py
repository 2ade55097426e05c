"""Every webhook of a site, and those that wait to be delivered."""

from __future__ import annotations

import sys
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from functools import partial
from typing import TYPE_CHECKING, overload

from jira_linkfake.errors import UsageError, nearest, of_the_test
from jira_linkfake.forks import renew_in_forks
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.webhooks.model import EVENTS, Delivery, Webhook, raised

if TYPE_CHECKING:
    from jira_linkfake.jira.webhooks.receivers import Receivable, Receiver


__tracebackhide__ = of_the_test
MOST_ROUNDS = 1000
"""How often a receiver's own requests may cause further webhooks before that counts as an endless circle."""


MOST_RETRIES = 5
BETWEEN_RETRIES = timedelta(minutes=10)
"""How often Jira tries again, and how long it waits: 5 to 15 minutes, by chance, so that their middle is chosen."""

_AT_ONCE = datetime.min.replace(tzinfo=timezone.utc)
_RETRIED = (408, 409, 425, 429)  # and 500 and above, and where there is no answer


@dataclass(frozen=True, kw_only=True, slots=True, eq=False)
class _Registration:
    receiver: Receiver
    given: object
    events: frozenset[str]


class Addressee(Plain):
    """Who is to get a webhook, as long as that `stands`; `again` gives the receiver of a retry, if there is any."""

    receiver: Receiver
    stands: Callable[[], bool]
    again: Callable[[int], Receiver] | None = None


class _Letter(Plain):
    """A webhook on its way; `round` counts the deliveries that it is a consequence of, `retry` those before it."""

    webhook: Webhook
    addressee: Addressee
    round: int
    retry: int = 0
    due: datetime = _AT_ONCE


class Webhooks(Sequence[Webhook]):
    """The webhooks that Jira would have sent, in order, and the receivers that get them."""

    def __init__(self, now: Callable[[], datetime]) -> None:
        self._now = now
        self._lock = threading.Lock()
        renew_in_forks(self, "_lock", threading.Lock)
        self._sent: list[Webhook] = []
        self._unmade: list[Callable[[int], list[Webhook]]] = []
        self._registrations: list[_Registration] = []
        self._waiting: deque[_Letter] = deque()
        self._retries: list[_Letter] = []
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
        receiver: Receivable,
        *,
        path: str | None = None,
        events: Iterable[str] | None = None,
        secret: str | None = None,
    ) -> None:
        """Send what happens from now on to a function, which gets the payload, to an app, or to a URL on loopback.

        An app is a WSGI or ASGI app, such as one of Flask or FastAPI: it is posted the payload at `path`, by default
        `/`. `events` are the names of those that the receiver gets, by default all. With a `secret` the header
        `X-Hub-Signature` signs what an app or a URL gets. Raises `UsageError` for a URL elsewhere, for a path that is
        for no app, and for an event that there is not.
        """
        from jira_linkfake.jira.webhooks.receivers import receiver_of

        given = receiver_of(receiver, path, secret)
        registration = _Registration(receiver=given, given=receiver, events=_checked(events))
        with self._lock:
            self._make()  # what was before is not for this receiver
            self._registrations.append(registration)

    def unregister(self, receiver: Receivable | None = None) -> None:
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
        """Whether there are webhooks to deliver, now or later."""
        return bool(self._waiting or self._retries)

    def send(
        self,
        webhooks: Callable[[int], list[Webhook]],
        registered: Callable[[Webhook], Iterable[Addressee]] | None = None,
    ) -> None:
        """Write down what Jira would send now: what returns it, once the number of the first one is known.

        It is asked when somebody looks, or now where somebody is registered; then they wait to be delivered.
        `registered` tells who has registered for one over REST, if anybody has.
        """
        with self._lock:
            self._unmade.append(webhooks)
            if self._registrations or registered is not None:
                already = len(self._sent)
                self._make()
                following = self._round + 1 if self._delivering else 0
                self._waiting.extend(
                    _Letter(webhook=webhook, addressee=addressee, round=following)
                    for webhook in self._sent[already:]
                    for addressee in (*self._addressees(webhook), *(registered(webhook) if registered else ()))
                )

    def _addressees(self, webhook: Webhook) -> Iterator[Addressee]:
        for one in self._registrations:
            if webhook.event in one.events:
                yield Addressee(receiver=one.receiver, stands=partial(self._stands, one))

    def _stands(self, registration: _Registration) -> bool:
        return registration in self._registrations

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

    def forget(self) -> None:
        """Forget what was sent, and deliver nothing that waits; who is registered stays so."""
        with self._lock:
            self._sent.clear()
            self._unmade.clear()
            self._waiting.clear()
            self._retries.clear()

    def _hand_over(self, letter: _Letter) -> None:
        try:
            delivery = _delivered(letter)
            letter.webhook.deliveries.append(delivery)
            self._retry(letter, delivery)
        except BaseException as error:  # such as pytest.fail in a receiver
            delivery = Delivery(receiver=str(letter.addressee.receiver), problem=raised(error))
            letter.webhook.deliveries.append(delivery)
            pytest = sys.modules.get("pytest")
            if pytest is not None and isinstance(error, pytest.fail.Exception):
                with self._lock:
                    self._failures.append(error)
            raise

    def _retry(self, letter: _Letter, delivery: Delivery) -> None:
        """Let a webhook be sent again later that was not taken, as Jira does it."""
        again, retry = letter.addressee.again, letter.retry + 1
        passes = delivery.status is None or delivery.status in _RETRIED or delivery.status >= 500
        if again is not None and delivery.problem and passes and retry <= MOST_RETRIES:
            addressee = Addressee(receiver=again(retry), stands=letter.addressee.stands, again=again)
            due = (letter.due if letter.retry else self._now()) + BETWEEN_RETRIES
            later = _Letter(webhook=letter.webhook, addressee=addressee, round=letter.round, retry=retry, due=due)
            with self._lock:
                self._retries.append(later)

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
            now = self._now()
            self._retries.sort(key=lambda letter: letter.due)
            while self._retries and self._retries[0].due <= now:
                self._waiting.append(self._retries.pop(0))
            while self._waiting:
                letter = self._waiting.popleft()
                if letter.addressee.stands():
                    self._round = letter.round
                    return letter
            self._delivering = False  # before anybody can put more in
            return None


def _delivered(letter: _Letter) -> Delivery:
    receiver = letter.addressee.receiver
    if letter.round > MOST_ROUNDS:
        problem = f"it was not sent: what receivers did upon webhooks has caused further ones {MOST_ROUNDS} times over"
        return Delivery(receiver=str(receiver), problem=problem)
    return receiver.take(letter.webhook)


def _checked(events: Iterable[str] | None) -> frozenset[str]:
    if events is None:
        return frozenset(EVENTS)
    if isinstance(events, str):
        raise UsageError(f"events={events!r} is one text: it takes several, as in events=[{events!r}]")
    names = frozenset(events)
    for name in names.difference(EVENTS):
        raise UsageError(f"there is no webhook of the event {name!r}: {nearest(name, EVENTS)}")
    return names

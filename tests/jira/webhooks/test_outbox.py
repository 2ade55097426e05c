"""What is sent is written down, and delivered in order to who is registered for it."""

import threading
from datetime import datetime, timezone

import pytest

from jira_linkfake import UsageError, Webhooks
from jira_linkfake.jira.webhooks import outbox
from jira_linkfake.jira.webhooks.model import EVENTS, Webhook

LINKED, UPDATED, COMMENTED = "issuelink_created", "jira:issue_updated", "comment_created"


@pytest.fixture
def webhooks():
    """An outbox."""
    return Webhooks(lambda: datetime(2026, 1, 1, tzinfo=timezone.utc))


@pytest.fixture
def send(webhooks):
    """Return a function that sends webhooks of some events and delivers them, as a request does."""

    def made(events, number):
        return [
            Webhook(event=event, flow="Primary", identifier=str(at), _render=lambda at=at: {"number": at})
            for at, event in enumerate(events, number)
        ]

    def send(*events):
        webhooks.send(lambda number: made(events, number))
        webhooks.deliver()

    return send


def test_what_is_sent_is_a_sequence(webhooks, send):
    """Everything that is sent can be looked at in order, with or without a receiver."""
    assert not webhooks
    send(LINKED, UPDATED)
    send(COMMENTED)
    assert [webhook.event for webhook in webhooks] == [LINKED, UPDATED, COMMENTED]
    assert (webhooks[-1].identifier, [one.event for one in webhooks[:2]]) == ("2", [LINKED, UPDATED])
    assert repr(webhooks) == f"<Webhooks {[LINKED, UPDATED, COMMENTED]}>"
    assert [one.identifier for one in webhooks.of(UPDATED, COMMENTED)] == ["1", "2"]
    assert [one.deliveries for one in webhooks] == [[], [], []]


def test_receiver_gets_what_it_is_registered_for(webhooks, send):
    """A receiver gets the events that it names from then on, by default all, until it is unregistered."""
    everything, links = [], []
    send(LINKED)
    webhooks.register(everything.append)
    webhooks.register(links.append, events=[LINKED])
    send(UPDATED, LINKED)
    webhooks.unregister(everything.append)
    send(UPDATED, LINKED)
    assert (everything, links) == ([{"number": 1}, {"number": 2}], [{"number": 2}, {"number": 4}])
    assert [one.receiver for one in webhooks[2].deliveries] == ["list.append", "list.append"]


def test_nobody_is_left_when_all_are_unregistered(webhooks, send):
    """Naming no receiver unregisters all of them, also with webhooks on their way."""
    taken = []

    def stop(payload):
        taken.append(payload)
        webhooks.unregister()

    webhooks.register(stop)
    send(LINKED, UPDATED)
    assert (taken, webhooks.waiting) == ([{"number": 0}], False)


def test_receiver_that_calls_back(webhooks, send):
    """What a receiver causes is delivered after what was waiting, and not within the receiver."""
    taken = []

    def receive(payload):
        taken.append(("begin", payload["number"]))
        if payload["number"] == 0:
            send(COMMENTED)
        taken.append(("end", payload["number"]))

    webhooks.register(receive)
    send(LINKED, UPDATED)
    assert taken == [(step, number) for number in range(3) for step in ("begin", "end")]


def test_other_threads_leave_theirs_to_who_delivers(webhooks, send):
    """A receiver that lets another thread call back does not wait for itself."""
    taken = []

    def receive(payload):
        taken.append(payload["number"])
        if payload["number"] == 0:
            thread = threading.Thread(target=send, args=[COMMENTED])
            thread.start()
            thread.join()

    webhooks.register(receive)
    send(LINKED, UPDATED)
    assert taken == [0, 1, 2]


def test_endless_circle_ends(webhooks, send, monkeypatch):
    """Receivers that keep each other going are not called forever, and that is told."""
    monkeypatch.setattr(outbox, "MOST_ROUNDS", 3)
    webhooks.register(lambda _: send(COMMENTED))
    send(COMMENTED)
    assert len(webhooks) == 5
    [problem] = webhooks.problems
    assert problem.endswith("it was not sent: what receivers did upon webhooks has caused further ones 3 times over")
    send(COMMENTED)
    assert len(webhooks) == 10


def test_problems_are_told(webhooks, send):
    """What goes wrong with a receiver is told with the webhook, together, and by an assertion; others get theirs."""
    taken = []
    webhooks.assert_delivered()

    def broken(payload):
        raise KeyError("number")

    webhooks.register(broken)
    webhooks.register(taken.append)
    send(LINKED)
    [problem] = webhooks.problems
    assert problem.startswith("issuelink_created to ")
    assert problem.endswith("broken: it raised KeyError('number')")
    assert taken == [{"number": 0}]
    with pytest.raises(AssertionError) as caught:
        webhooks.assert_delivered()
    assert str(caught.value) == f"Webhooks that did not arrive:\n  {problem}"


def test_receiver_that_ends_the_test(webhooks, send):
    """What must not be caught, such as pytest.fail, goes through; what waits is delivered with what comes next."""
    taken = []

    def receive(payload):
        taken.append(payload["number"])
        if payload["number"] == 0:
            pytest.fail("enough")

    webhooks.register(receive)
    with pytest.raises(pytest.fail.Exception, match="enough"):
        send(LINKED, UPDATED)
    send(COMMENTED)
    assert taken == [0, 1, 2]
    assert [problem.partition("it raised ")[2] for problem in webhooks.problems] == ["enough"]


def test_what_failed_the_test_is_raised_once_more(webhooks, send):
    """A test's failure in a receiver, which may have been lost where it was raised, can be asked for, once."""
    webhooks.register(lambda _: pytest.fail("enough"))
    for _ in range(2):
        with pytest.raises(pytest.fail.Exception):
            send(LINKED)
    with pytest.raises(pytest.fail.Exception, match="enough"):
        webhooks.require_unfailed()
    webhooks.require_unfailed()
    with pytest.raises(pytest.fail.Exception):
        send(LINKED)
    webhooks.forget_failures()
    webhooks.require_unfailed()


def test_only_a_failure_is_kept(webhooks, send):
    """An interrupt or a skip goes through a receiver, and is nobody's failure afterwards."""

    def receive(payload):
        raise KeyboardInterrupt if payload["number"] == 0 else pytest.skip.Exception("not here")

    webhooks.register(receive)
    with pytest.raises(KeyboardInterrupt):
        send(LINKED)
    with pytest.raises(pytest.skip.Exception):
        send(LINKED)
    webhooks.require_unfailed()


class _ShyError(Exception):
    def __repr__(self):
        raise RuntimeError("not to be told")


def test_error_that_cannot_be_told(webhooks, send):
    """An error of a receiver whose own words fail is a problem that names its kind; escapes stay within their line."""

    def receive(payload):
        raise _ShyError if payload["number"] == 0 else OSError("\x1b[2J\n\ud83d")

    webhooks.register(receive)
    send(LINKED, LINKED)
    assert [problem.partition("it raised ")[2] for problem in webhooks.problems] == [
        "_ShyError",
        r"OSError('\x1b[2J\n\ud83d')",
    ]
    assert repr(webhooks) == "<Webhooks ['issuelink_created', 'issuelink_created']>"


def test_unknown_event(webhooks):
    """An event that there is not is a mistake, which names the nearest one."""
    with pytest.raises(UsageError, match=r"there is no webhook of the event 'issuelink_updated': did you mean 'issue"):
        webhooks.register(print, events=[LINKED, "issuelink_updated"])
    with pytest.raises(UsageError, match="did you mean 'comment_created'"):
        webhooks.of("comment_create")
    with pytest.raises(UsageError, match=r"it takes several, as in events=\['comment_created'\]"):
        webhooks.register(print, events=COMMENTED)
    assert webhooks._registrations == []


async def _later(payload):
    """Take a payload in a loop of events."""


@pytest.mark.parametrize(
    ("receiver", "secret", "problem"),
    [
        (
            7,
            None,
            "7 cannot be registered: it takes a function of the payload, a WSGI or ASGI app, or a URL on loopback",
        ),
        (print, "s3cret", "a secret signs what is sent to a URL or an app: a function gets the payload alone"),
        (_later, None, "nobody would await it, so let a plain function run it"),
        ("http://example.com", None, "a test must not call others"),
    ],
)
def test_what_cannot_be_registered(webhooks, receiver, secret, problem):
    """What no payload can be handed to is a mistake."""
    with pytest.raises(UsageError, match=problem):
        webhooks.register(receiver, secret=secret)


def test_unregistering_a_stranger(webhooks):
    """Unregistering what is not registered is a mistake, which names the nearest that is."""
    webhooks.register("http://127.0.0.1:8000/hook")
    with pytest.raises(UsageError, match=r"is not registered: did you mean 'http://127\.0\.0\.1:8000/hook'"):
        webhooks.unregister("http://127.0.0.1:8000/hooks")
    webhooks.unregister("http://127.0.0.1:8000/hook")
    assert webhooks._registrations == []


def test_events_are_named_once():
    """No event has two names."""
    assert len(set(EVENTS)) == len(EVENTS)

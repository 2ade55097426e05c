"""The site's clock in a test's hands, and what sleeps by it."""

from __future__ import annotations

import threading
import time
from datetime import datetime, timedelta, timezone

import pytest

from jira_linkfake import FakeJira, UsageError, scenarios

START = datetime(2026, 1, 1, tzinfo=timezone.utc)


@pytest.mark.parametrize("by", [90, 90.0, timedelta(minutes=1, seconds=30)])
def test_clock_is_moved_by_seconds_or_a_timedelta(by):
    """The clock starts at the same time on every site, and is moved by as much as it is told."""
    jira = FakeJira()
    clock = jira.clock
    assert (clock.now, jira.site.clock.moved) == (START, timedelta())
    assert clock.advance(by) == clock.now == START + timedelta(seconds=90)
    assert jira.site.clock.moved == timedelta(seconds=90)


def test_what_is_made_later_is_younger():
    """What a site has to do with time goes by its clock."""
    jira = FakeJira()
    jira.clock.advance(timedelta(days=1))
    assert jira.add_issue("APP-1").created == START + timedelta(days=1, seconds=1)


@pytest.mark.parametrize(
    ("by", "sentence"),
    [
        (-1, "the clock cannot be moved by -1: time does not run backwards"),
        (timedelta(-1), "the clock cannot be moved by datetime.timedelta(days=-1): time does not run backwards"),
        ("1", "the clock cannot be moved by '1': it takes seconds or a timedelta"),
        (True, "the clock cannot be moved by True: it takes seconds or a timedelta"),
        (float("nan"), "the clock cannot be moved by nan: it takes seconds or a timedelta"),
        (1e300, "the clock cannot be moved by 1e+300: it takes seconds or a timedelta"),
        (1e12, "the clock cannot be moved by 1000000000000.0: it ends with the year 9998"),
    ],
)
def test_clock_is_not_moved_by_nonsense(by, sentence):
    """The clock does not run backwards, and takes times only."""
    clock = FakeJira().clock
    with pytest.raises(UsageError) as caught:
        clock.advance(by)
    assert str(caught.value) == sentence
    assert clock.now == START


def test_sleep_moves_the_clock():
    """In the context `time.sleep` takes no time and moves the clock, also in other threads; afterwards it sleeps."""
    before = time.sleep
    begun = time.perf_counter()
    clock = FakeJira().clock
    with clock.patch_sleep() as same:
        time.sleep(60)
        thread = threading.Thread(target=lambda: time.sleep(0.5))
        thread.start()
        thread.join()
        assert (same.now, clock.now) == (START + timedelta(seconds=60.5),) * 2
    assert time.sleep is before
    assert time.perf_counter() - begun < 10


def test_sleep_takes_what_sleep_takes():
    """A sleep that `time.sleep` refuses is refused in its words."""
    with FakeJira().clock.patch_sleep(), pytest.raises(ValueError, match="sleep length must be non-negative"):
        time.sleep(-1)


def test_sleep_is_given_back_when_the_block_fails():
    """However the block ends, `time.sleep` is what it was before."""
    before = time.sleep
    with pytest.raises(LookupError), FakeJira().clock.patch_sleep():
        raise LookupError
    assert time.sleep is before


def test_sleep_that_others_patched_since_is_left_to_them(monkeypatch):
    """A patch that was put on top is not taken away, and what it kept of ours sleeps again."""
    slept = []
    monkeypatch.setattr(time, "sleep", slept.append)
    clock = FakeJira().clock
    with clock.patch_sleep():
        ours = time.sleep
        monkeypatch.setattr(time, "sleep", theirs := lambda seconds: ours(seconds))
    assert time.sleep is theirs
    time.sleep(7)
    assert slept == [7]
    assert clock.now == START


def test_sleeps_left_in_any_order_are_all_gone():
    """Of two clocks whose blocks are left in the order in which they began nothing is left in `time.sleep`."""
    before = time.sleep
    first, second = FakeJira().clock.patch_sleep(), FakeJira().clock.patch_sleep()
    clock = first.__enter__()
    other = second.__enter__()
    first.__exit__(None, None, None)
    time.sleep(3)
    assert (clock.now, other.now) == (START, START + timedelta(seconds=3))
    second.__exit__(None, None, None)
    assert time.sleep is before


def test_sleep_that_a_mock_puts_back_goes_by_itself(monkeypatch):
    """Where a mock that was started in the block is stopped after it, the next sleep is real and takes ours out."""
    before = time.sleep
    with FakeJira().clock.patch_sleep() as clock:
        monkeypatch.setattr(time, "sleep", lambda seconds: None)
    monkeypatch.undo()
    time.sleep(0)
    assert time.sleep is before
    assert clock.now == START


def test_two_clocks_sleep_one_inside_the_other():
    """Of two sites the inner one's clock moves; when it has ended the outer one's does."""
    outer, inner = FakeJira().clock, FakeJira().clock
    with outer.patch_sleep():
        with inner.patch_sleep():
            time.sleep(1)
        time.sleep(2)
    assert (outer.now, inner.now) == (START + timedelta(seconds=2), START + timedelta(seconds=1))


def test_clock_is_set(jira):
    """The clock is set to a time, in UTC where it names no zone; not before the present once there are issues."""
    assert jira.clock.set(datetime(2030, 1, 1)) == jira.clock.now == datetime(2030, 1, 1, tzinfo=timezone.utc)
    with pytest.raises(UsageError, match="it is 2030-01-01 00:00:00\\+00:00, and time does not run backwards"):
        jira.clock.set(datetime(2029, 1, 1))
    with pytest.raises(UsageError, match="the clock's time is no time: 5; it takes a datetime"):
        jira.clock.set(5)
    empty = FakeJira()
    assert (
        empty.clock.set(datetime(2020, 1, 1, tzinfo=timezone.utc)).year == empty.add_issue("A-1").created.year == 2020
    )


@pytest.mark.parametrize(
    "now",
    [
        datetime(2030, 5, 1, 12),
        datetime(2030, 5, 1, 14, tzinfo=timezone(timedelta(hours=2))),
        "2030-05-01T12:00:00",
        "2030-05-01 14:00+02:00",
    ],
)
def test_clock_starts_at_the_time_of_an_option(now):
    """The option `now` is the time that the clock starts with, in UTC where it names no zone; then it stands still."""
    jira = FakeJira(now=now)
    assert jira.clock.now == datetime(2030, 5, 1, 12, tzinfo=timezone.utc)
    assert jira.add_issue("A-1").created == datetime(2030, 5, 1, 12, 0, 1, tzinfo=timezone.utc)


def test_a_real_clock_goes_by_the_system():
    """With `now="real"` the clock is the system's, and ahead of it by what it was moved."""
    before = datetime.now(timezone.utc)
    jira = FakeJira(now="real")
    created = jira.add_issue("A-1").created
    assert before <= created <= datetime.now(timezone.utc)
    jira.clock.advance(timedelta(days=1))
    assert jira.clock.now - created >= timedelta(days=1)


@pytest.mark.parametrize("now", ["tomorrow", 5])
def test_no_time_is_refused(now):
    """What is no time is refused, and the option cannot be changed later."""
    with pytest.raises(UsageError, match="it takes a datetime, a text as 2026-01-31T12:00:00, or 'real'"):
        FakeJira(now=now)
    with pytest.raises(UsageError, match="once the site is made: move or set its clock"):
        FakeJira().now = "real"


def test_sleep_is_patched_by_an_option():
    """With `patch_sleep=True` time.sleep moves the clock while the site is open."""
    sleep = time.sleep
    with FakeJira(patch_sleep=True) as jira:
        time.sleep(90)
        assert jira.clock.now - START == timedelta(seconds=90)
    assert time.sleep is sleep


def test_a_real_clock_goes_by_itself_while_somebody_waits():
    """Where an answer is really waited for, the system's clock has moved on, and the site's is not moved once more."""
    for now, ahead in (("real", 0.0), (None, 0.05)):
        jira = FakeJira(now=now)
        scenarios.slow(jira, seconds=0.05)
        start, began = jira.clock.now, datetime.now(timezone.utc)
        jira.client().get("/rest/api/3/serverInfo")
        passed, really = jira.clock.now - start, datetime.now(timezone.utc) - began
        assert passed == timedelta(seconds=ahead) if now is None else passed - really < timedelta(seconds=0.03)

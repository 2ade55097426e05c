"""The site's time and what goes wrong, as a test sees and moves them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta, timezone
from typing import Any

from jira_linkfake.errors import UsageError, of_the_test
from jira_linkfake.faults.trouble import Trouble
from jira_linkfake.jira.site import Site
from jira_linkfake.rest.call import Context

__tracebackhide__ = of_the_test


LAST = datetime(9999, 1, 1, tzinfo=timezone.utc)
"""The end of time: Python has but one more year, which later requests need."""


def in_utc(name: str, time: object) -> datetime:
    """Return a time in UTC, which one without a time zone is in; raises `UsageError` for what is no time."""
    if not isinstance(time, datetime):
        raise UsageError(f"{name} is no time: {time!r}; it takes a datetime")
    return time.replace(tzinfo=timezone.utc) if time.tzinfo is None else time.astimezone(timezone.utc)


class SiteClock:
    """The clock of a site: it stands still until something changes there, or until it is told to move."""

    def __init__(self, site: Site, moved: Callable[[], None]) -> None:
        self._site = site
        self._moved = moved

    @property
    def now(self) -> datetime:
        """The site's time, in UTC."""
        return self._site.clock.now

    def advance(self, by: float | timedelta) -> datetime:
        """Move the clock on, by seconds or by a `timedelta`, and return the new time.

        Raises `UsageError` for a time that is not positive or that is none.
        """
        if isinstance(by, bool) or not isinstance(by, (int, float, timedelta)):
            raise UsageError(f"the clock cannot be moved by {by!r}: it takes seconds or a timedelta")
        try:
            step = by if isinstance(by, timedelta) else timedelta(seconds=by)
        except (OverflowError, ValueError):  # no number, or none that days are counted with
            raise UsageError(f"the clock cannot be moved by {by!r}: it takes seconds or a timedelta") from None
        if step < timedelta(0):
            raise UsageError(f"the clock cannot be moved by {by!r}: time does not run backwards")
        with self._site.lock:
            if step > LAST - self.now:
                raise UsageError(f"the clock cannot be moved by {by!r}: it ends with the year {LAST.year - 1}")
            self._site.clock.advance(step)
        self._moved()  # with the lock free: a receiver of webhooks may call back
        return self.now

    def set(self, time: datetime) -> datetime:
        """Set the clock to a time, without a time zone in UTC, and return it.

        Raises `UsageError` for what is no time, and for one before the present where the site has issues.
        """
        new = in_utc("the clock's time", time)
        with self._site.lock:
            if new < self.now and self._site.issues:
                raise UsageError(
                    f"the clock cannot be set to {time}: it is {self.now}, and time does not run backwards"
                )
            if new > LAST:
                raise UsageError(f"the clock cannot be set to {time}: it ends with the year {LAST.year - 1}")
            self._site.clock.advance(new - self.now)
        self._moved()
        return self.now

    @contextmanager
    def patch_sleep(self) -> Iterator[SiteClock]:
        """Let `time.sleep`, by whomever it is called, move this clock instead of waiting.

        What has taken the function out of its module before (`from time import sleep`) goes on waiting. Leaving the
        context undoes it, whatever was patched since.
        """
        sleep = _Sleep(self)
        time.sleep = sleep
        try:
            yield self
        finally:
            sleep.clock = None
            sleep.take_out()


class _Sleep:
    """What stands in the place of `time.sleep` until its block is left.

    A mock that was started in the block and is stopped after it puts this back: the next call takes it out again.
    """

    def __init__(self, clock: SiteClock) -> None:
        self.clock: SiteClock | None = clock
        self._before = time.sleep

    def __call__(self, seconds: Any, /) -> None:
        if self.clock is None:
            self.take_out()
        if self.clock is None or seconds < 0:
            return self._before(seconds)  # which raises what it raises
        self.clock.advance(float(seconds))
        return self._before(0)  # lets other threads go on, as a sleep does

    def take_out(self) -> None:
        """Put back what was there before, if nobody has patched it since; not another one whose block is left."""
        while isinstance(time.sleep, _Sleep) and time.sleep.clock is None:
            time.sleep = time.sleep._before


class Troubling:
    """The members of a `FakeJira` about time and about faults; the faults themselves are scenarios."""

    site: Site
    _trouble: Trouble
    _context: Context

    @property
    def clock(self) -> SiteClock:
        """The site's clock; times, limits and delays go by it, and so does what webhooks are sent again."""
        return SiteClock(self.site, self._context.webhooks.deliver)

    def clear_faults(self) -> None:
        """Take away all faults: from now on nothing goes wrong."""
        self._trouble.clear()

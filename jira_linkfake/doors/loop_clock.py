"""The clock of an asyncio loop, which jumps while a client waits for what a site holds back.

As long as somebody waits for the site, and nothing else is ready to run, the loop's time jumps to its next timer, and
the site's clock goes with it. So timers, `asyncio.sleep` and `asyncio.timeout` of the code under test fire in their
order, and at once. A loop that is not asyncio's own, such as uvloop's, has a clock that cannot be moved.
"""

from __future__ import annotations

import asyncio
from contextlib import contextmanager
from types import coroutine
from typing import TYPE_CHECKING, Any

from jira_linkfake.doors.door import NEVER, NeverAnsweredError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    from jira_linkfake.faults.trouble import Application

_PATIENCE = 3600.0
"""Seconds of the loop's time after which nobody has the patience to wait for an answer that does not come."""


class _Wait:
    """Somebody who waits for a site; `give_up` is called where nothing will ever end it."""

    def __init__(self, application: Application, give_up: Callable[[], object] | None) -> None:
        self.application, self.give_up = application, give_up
        self.waited = 0.0


class LoopClock:
    """The clock of one loop. It stands still, but for its jumps, while somebody waits, and it never goes back."""

    def __init__(self, loop: Any) -> None:
        self._loop = loop
        self._time = loop.time
        self._ahead = 0.0
        self._now: float | None = None
        self._waiting: dict[_Wait, None] = {}
        loop.time = self.time

    def time(self) -> float:
        """Return the loop's time."""
        return self._time() + self._ahead if self._now is None else self._now

    def begin(self, wait: _Wait) -> None:
        """Jump from now on."""
        if not self._waiting:
            self._now = self.time()
            self._loop._run_once = self._run_once
        self._waiting[wait] = None

    def end(self, wait: _Wait) -> None:
        """Jump no more, once nobody waits."""
        del self._waiting[wait]
        if not self._waiting:
            self._ahead, self._now = self.time() - self._time(), None
            del self._loop._run_once

    def _run_once(self) -> None:
        """Run what is ready; where nothing is, jump first."""
        loop = self._loop
        if not loop._ready and not loop._stopping:
            loop._process_events(loop._selector.select(0))
            if not loop._ready:  # pragma: no branch - what another thread has brought
                self._jump()
        type(loop)._run_once(loop)

    def _jump(self) -> None:
        now = self.time()
        timers = [timer.when() for timer in self._loop._scheduled if not timer.cancelled()]
        seconds = max(min(timers) - now, 0.0) if timers else 0.0
        lost = [wait for wait in self._waiting if wait.give_up and (not timers or wait.waited + seconds > _PATIENCE)]
        for wait in lost:
            wait.give_up()  # type: ignore[misc]
        if lost or not timers:
            return
        self._now = now + seconds
        for wait in self._waiting:
            wait.waited += seconds
        for application in {wait.application for wait in self._waiting}:
            application.wait(seconds)


def _clock_of(loop: Any) -> LoopClock | None:
    """Return the clock of a loop, or None where it cannot be moved."""
    clock = getattr(getattr(loop, "time", None), "__self__", None)
    if isinstance(clock, LoopClock):
        return clock
    is_asyncios = isinstance(loop, asyncio.BaseEventLoop) and hasattr(loop, "_run_once") and hasattr(loop, "_selector")
    return LoopClock(loop) if is_asyncios else None


def running_clock() -> LoopClock | None:
    """Return the clock of the loop that runs here; None where it cannot be moved, or it is not asyncio's."""
    loop = asyncio._get_running_loop()
    return None if loop is None else _clock_of(loop)


@contextmanager
def jumping(clock: LoopClock, application: Application, give_up: Callable[[], object] | None = None) -> Iterator[None]:
    """Let the loop's clock jump while somebody waits."""
    wait = _Wait(application, give_up)
    clock.begin(wait)
    try:
        yield
    finally:
        clock.end(wait)


async def let_others_go_on() -> None:
    """Let other tasks run, as whoever waits for a network does."""
    if asyncio._get_running_loop() is not None:
        await _turn()
    else:
        from anyio.lowlevel import checkpoint

        await checkpoint()


@coroutine
def _turn() -> Generator[None, None, None]:
    yield


async def wait(application: Application, seconds: float) -> None:
    """Wait for the site: on the clock of asyncio's loop, or else on the site's clock alone."""
    clock = running_clock() if seconds else None
    if clock is None:
        application.wait(seconds)
        return
    over = clock._loop.create_future()
    with jumping(clock, application):
        timer = clock._loop.call_later(seconds, over.set_result, None)  # asyncio.sleep may be a test's own
        try:
            await over
        finally:
            timer.cancel()


async def wait_for_ever(application: Application) -> None:
    """Wait for what never comes, until somebody gives up; raises `NeverAnsweredError` where nobody will."""
    clock = running_clock()
    if clock is None:
        raise NeverAnsweredError(NEVER)
    over = clock._loop.create_future()

    def give_up() -> None:
        if not over.done():  # pragma: no branch - its task is about to be told already
            over.set_exception(NeverAnsweredError(NEVER))

    with jumping(clock, application, give_up):
        await over

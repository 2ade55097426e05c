"""The site's time: a counter, so that the same test sees the same times."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

_START = datetime(2026, 1, 1, tzinfo=timezone.utc)
_STEP = timedelta(seconds=1)


class Clock:
    """A clock that stands still until it is moved, and moves by one second when something on the site changes."""

    __slots__ = ("now",)

    def __init__(self) -> None:
        self.now: datetime = _START

    def tick(self) -> datetime:
        """Move on by one second and return the new time."""
        self.now += _STEP
        return self.now

    def advance(self, by: timedelta) -> datetime:
        """Move on by a time and return the new time."""
        self.now += by
        return self.now

"""Times as JQL writes them: a date, a span from now, or where a day, week, month or year begins or ends.

Everything is in the site's own zone, UTC. A week begins on Sunday (chosen: Jira asks the site's settings).
"""

from __future__ import annotations

import re
from datetime import datetime, timedelta, timezone
from typing import Literal

Unit = Literal["Day", "Week", "Month", "Year"]


_DATE = re.compile(r"(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?: +(\d{1,2}):(\d{2}))?", re.ASCII)


_SPAN = re.compile(r"(\d{1,6})\s*([wdhm])[a-z]*", re.ASCII)


_SPANS = re.compile(r"([-+]?)\s*((?:\d{1,6}\s*(?:w|weeks?|d|days?|h|hours?|m|minutes?)\s*)+)", re.ASCII)


_STEP = re.compile(r"([-+]?\d{1,6})([yMwdhm]?)", re.ASCII)


_LENGTHS = {
    "w": timedelta(weeks=1),
    "d": timedelta(days=1),
    "h": timedelta(hours=1),
    "m": timedelta(minutes=1),
}


_UNITS_OF_STEP: dict[Unit, str] = {"Day": "d", "Week": "w", "Month": "M", "Year": "y"}


_MONTHS = {"M": 1, "y": 12}


_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


_INSTANT = timedelta(milliseconds=1)


def moment(text: str, now: datetime) -> datetime | None:
    """Return the time that a text means, or None where it means none."""
    try:
        return _by_date(text.strip()) or _by_span(text.strip(), now)
    except (ValueError, OverflowError):
        return None


def moment_of_number(milliseconds: int) -> datetime | None:
    """Return the time so many milliseconds after the epoch, or None where no calendar has it."""
    try:
        return _EPOCH + timedelta(milliseconds=milliseconds)
    except OverflowError:
        return None


def _by_date(text: str) -> datetime | None:
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    year, month, day, hour, minute = (int(part or 0) for part in match.groups())
    return datetime(year, month, day, hour, minute, tzinfo=timezone.utc)


def _by_span(text: str, now: datetime) -> datetime | None:
    match = _SPANS.fullmatch(text)
    if match is None:
        return None
    span = sum((int(count) * _LENGTHS[unit] for count, unit in _SPAN.findall(match[2])), timedelta())
    return now - span if match[1] == "-" else now + span


def boundary(unit: Unit, *, end: bool, step: str, now: datetime) -> datetime | None:
    """Return where the day, week, month or year of now begins or ends, moved by a step such as `-1` or `-1M`.

    Returns None where the step is none.
    """
    match = _STEP.fullmatch(step)
    if match is None:
        return None
    try:
        start = _start(unit, _moved(now, int(match[1]), match[2] or _UNITS_OF_STEP[unit]))
        return _moved(start, 1, _UNITS_OF_STEP[unit]) - _INSTANT if end else start
    except (ValueError, OverflowError):
        return None


def _moved(time: datetime, count: int, unit: str) -> datetime:
    if unit not in _MONTHS:
        return time + count * _LENGTHS[unit]
    months = time.year * 12 + time.month - 1 + count * _MONTHS[unit]
    first = time.replace(year=months // 12, month=months % 12 + 1, day=1)
    return first + timedelta(days=min(time.day, _days_of_month(first)) - 1)


def _days_of_month(first: datetime) -> int:
    return ((first + timedelta(days=31)).replace(day=1) - first).days


def _start(unit: Unit, time: datetime) -> datetime:
    day = time.replace(hour=0, minute=0, second=0, microsecond=0)
    if unit == "Week":
        return day - timedelta(days=day.isoweekday() % 7)
    if unit == "Month":
        return day.replace(day=1)
    return day.replace(month=1, day=1) if unit == "Year" else day

"""Worklogs, those of a site, and spans of work as Jira writes them: days of eight hours, and weeks of five days."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from jira_linkfake.jira.comments.model import Visibility
from jira_linkfake.jira.issues.model import Issue, OfIssues
from jira_linkfake.jira.people.model import User
from jira_linkfake.jira.plain import Plain

_UNITS = {"w": 5 * 8 * 3600, "d": 8 * 3600, "h": 3600, "m": 60}
_PART = r"\d{1,7}(?:\.\d{1,3})?\s*(?:w(?:eeks?)?|d(?:ays?)?|h(?:ours?)?|m(?:inutes?)?)"
_SPAN = re.compile(rf"\s*{_PART}(?:\s*{_PART})*\s*", re.ASCII | re.I)
_EACH = re.compile(r"(\d+(?:\.\d+)?)\s*([wdhm])", re.ASCII | re.I)
_MINUTES = re.compile(r"\s*\d{1,7}\s*", re.ASCII)


LEAST = 60
"""How many seconds of work can be logged at least."""


def seconds_in(text: str) -> int | None:
    """Return the seconds of a span such as `3h 30m`, a number alone being one of minutes; None for what is none."""
    if _MINUTES.fullmatch(text):
        return int(text) * _UNITS["m"]
    if not _SPAN.fullmatch(text):
        return None
    return sum(int(float(count) * _UNITS[unit.lower()]) for count, unit in _EACH.findall(text))


def span_of(seconds: int) -> str:
    """Return seconds as Jira writes them: `1w 2d 3h 20m`; what is left of a minute is not told."""
    parts = []
    for unit, length in _UNITS.items():
        count, seconds = divmod(seconds, length)
        if count:
            parts.append(f"{count}{unit}")
    return " ".join(parts) or "0m"


@dataclass(frozen=True, kw_only=True, slots=True)
class Worklog:
    """Some work on an issue, in `seconds`; `document` is the Atlassian document that its comment came as, if any."""

    id: str
    issue_id: str
    author: User | None
    update_author: User | None
    comment: str | None
    document: Mapping[str, Any] | None = field(hash=False)
    started: datetime
    seconds: int
    visibility: Visibility | None
    created: datetime
    updated: datetime

    @property
    def time_spent(self) -> str:
        """The time as Jira writes it."""
        return span_of(self.seconds)


class DeletedWorklog(Plain):
    """A worklog that was deleted, as it was, and when."""

    worklog: Worklog
    time: datetime


class Worklogs(OfIssues[Worklog]):
    """The worklogs that there are, by id; those that were deleted are remembered."""

    __slots__ = ("deleted",)

    def __init__(self) -> None:
        super().__init__()
        self.deleted: list[DeletedWorklog] = []

    def delete(self, worklog: Worklog, now: datetime) -> None:
        """Take out a worklog, and remember it."""
        self.take(worklog)
        self.deleted.append(DeletedWorklog(worklog=worklog, time=now))

    def seconds_of(self, issue: Issue) -> int | None:
        """Return how long was worked on an issue, by all worklogs; None where none says so."""
        worklogs = self.of(issue)
        return sum(one.seconds for one in worklogs) if worklogs else None

"""What JQL asks of the past: which values a field of an issue had, when, and who set them; and how it changed.

What a comparison with the past means is known from Atlassian's pages about WAS and CHANGED. A period counts that has
any part in the time that is asked for, and a value that an issue had from the start was set by nobody (chosen).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from typing import Any

from jira_linkfake.jira.history.model import Change, HistoryEntry
from jira_linkfake.jira.history.rules import entries_of
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.search.clauses import Condition, anywhere
from jira_linkfake.jira.search.finding import Searcher

_FIRST = datetime.min.replace(tzinfo=timezone.utc)
_LAST = datetime.max.replace(tzinfo=timezone.utc)
_DAY = timedelta(days=1)
_INSTANT = timedelta(microseconds=1)


def _next_day(time: datetime) -> datetime:
    return time.replace(hour=0, minute=0, second=0, microsecond=0) + _DAY


class When(Plain):
    """The time that is asked for, from `start` until just before `end`, and by whom; None is anybody."""

    start: datetime = _FIRST
    end: datetime = _LAST
    by: frozenset[str] | None = None

    def by_only(self, accounts: Iterable[str]) -> When:
        """Return the same time, where only these accounts count."""
        by = frozenset(accounts)
        return When(start=self.start, end=self.end, by=by if self.by is None else self.by & by)

    def at(self, predicate: str, times: Sequence[datetime]) -> When:
        """Return the part of the time that AFTER, BEFORE, ON or DURING says."""
        first, last = times[0], times[-1]
        start, end = {
            "after": (first + _INSTANT, _LAST),
            "before": (_FIRST, first),
            "on": (first.replace(hour=0, minute=0, second=0, microsecond=0), _next_day(first)),
            "during": (first, last + _INSTANT),
        }[predicate]
        return When(start=max(self.start, start), end=min(self.end, end), by=self.by)

    def has(self, time: datetime, author: str | None) -> bool:
        """Say whether something that an author did at a time counts."""
        return self.start <= time < self.end and self.takes(author)

    def takes(self, author: str | None) -> bool:
        """Say whether what an author did counts."""
        return self.by is None or author in self.by


class Past(Plain):
    """What is asked of a field's past: the ids of the values, None for EMPTY among them.

    A `change` may be `source` and `target` of a change, each None for any; without it a value that was had is meant.
    """

    field: str
    when: When
    had: frozenset[str | None] = frozenset()
    is_change: bool = False
    source: frozenset[str | None] | None = None
    target: frozenset[str | None] | None = None


@dataclass(frozen=True, slots=True)
class _State:
    """Which values an issue had from a time until another one, each with who set it."""

    values: Mapping[str, str | None]
    start: datetime
    end: datetime
    author: str | None


def condition_of_past(
    searcher: Searcher, past: Past, now_held: Callable[[Issue], Iterable[Any]], *, negated: bool
) -> Condition:
    """Return what is asked of an issue's past; an issue that does not meet it meets the opposite."""

    def meets(issue: Issue) -> bool:
        changes = list(_changes(searcher, issue, past.field))
        if past.is_change:
            found = any(_is_wanted(past, entry, change) for entry, change in changes)
        else:
            states = _states(issue, {str(one) for one in now_held(issue)}, changes, searcher.site.clock.now)
            found = any(_had(past, state) for state in states)
        return found is not negated

    return anywhere(searcher.site, meets)


def _changes(searcher: Searcher, issue: Issue, field: str) -> Iterator[tuple[HistoryEntry, Change]]:
    for entry in entries_of(searcher.site, searcher.caller, issue):
        yield from ((entry, change) for change in entry.changes if field in (change.field_id, change.field))


def _author(entry: HistoryEntry) -> str | None:
    return None if entry.author is None else entry.author.account_id


def _is_wanted(past: Past, entry: HistoryEntry, change: Change) -> bool:
    return (
        past.when.has(entry.created, _author(entry))
        and (past.source is None or change.from_id in past.source)
        and (past.target is None or change.to_id in past.target)
    )


def _states(
    issue: Issue, now_held: set[str], changes: list[tuple[HistoryEntry, Change]], now: datetime
) -> Iterator[_State]:
    """Yield the values that an issue had, the first ones first: what it has now tells what it began with."""
    values: dict[str, str | None] = dict.fromkeys(now_held)
    for _, change in reversed(changes):
        values = _moved(values, change.to_id, change.from_id, None)
    start, author = issue.created, None
    for entry, change in changes:
        yield _State(values, start, entry.created, author)
        start, author = entry.created, _author(entry)
        values = _moved(values, change.from_id, change.to_id, author)
    yield _State(values, start, now + _DAY, author)


def _moved(
    values: Mapping[str, str | None], went: str | None, came: str | None, author: str | None
) -> dict[str, str | None]:
    others = {one: by for one, by in values.items() if one != went}
    return others if came is None else {**others, came: author}


def _had(past: Past, state: _State) -> bool:
    """Say whether a state has one of the values, at some time that counts."""
    when = past.when
    if not (state.start < when.end and when.start < state.end):
        return False
    if None in past.had and not state.values and when.takes(state.author):
        return True
    return any(one in past.had and when.takes(author) for one, author in state.values.items())

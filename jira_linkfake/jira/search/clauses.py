"""What a clause of JQL is declared with: its names, its operators, and what comparing means for it.

The kinds of comparison are those of values and of texts. What a comparison asks of an issue is a condition, which also
says where to look for issues that may meet it. Fields are declared with these, and most requests search for nothing, so
what reads JQL and Jira's messages about it are loaded once a value is to be understood.
"""

from __future__ import annotations

import operator as python
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from enum import IntEnum
from typing import TYPE_CHECKING, Any, Literal, Protocol

from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.search.finding import Named, Searcher
from jira_linkfake.jira.site import Site
from jira_linkfake.jira.worklogs.model import seconds_in

if TYPE_CHECKING:
    from datetime import datetime

    from jira_linkfake.jira.search.model import Operator, Value

Gives = Literal["issues", "user", "moment", "versions", "components", "sprints", "issuetypes", "projects"]
"""What a function gives: times, account ids of users, keys of projects, and ids of whatever else."""

EMPTY: tuple[Operator, ...] = ("is", "is not")
ALIKE: tuple[Operator, ...] = ("=", "!=", "in", "not in")
EQUAL: tuple[Operator, ...] = (*ALIKE, *EMPTY)
LESS_OR_GREATER: tuple[Operator, ...] = ("<", "<=", ">", ">=")
ORDERED: tuple[Operator, ...] = (*EQUAL, *LESS_OR_GREATER)
TEXT: tuple[Operator, ...] = ("~", "!~")

SortKey = Callable[[Searcher, Issue], Any]
"""What an issue is ordered by; None where it has no value."""


class Clause(Plain):
    """A clause of JQL: its names, the operators it has, the values it takes, and what issues are ordered by.

    `takes` is what a function must give whose value is to be compared. A clause is there only `while_on` an option of
    the site, if it names one (chosen).
    """

    names: tuple[str, ...]
    operators: tuple[Operator, ...]
    values: str
    kind: ClauseKind
    takes: Gives | None = None
    sort: SortKey | None = None
    while_on: str | None = None


class Width(IntEnum):
    """How far one must look for the issues that may meet a condition: the narrower, the better."""

    NAMED = 0
    PROJECT = 1
    SITE = 2


class Condition(Plain):
    """What is asked of an issue; `among` gives the ids of all that may meet it, by index where `width` says so."""

    meets: Callable[[Issue], bool]
    among: Callable[[], Iterable[str]]
    width: Width


def anywhere(site: Site, meets: Callable[[Issue], bool]) -> Condition:
    """Return a condition that any issue of the site may meet."""
    return Condition(meets=meets, among=lambda: tuple(site.issues), width=Width.SITE)


def every(conditions: Sequence[Condition]) -> Condition:
    """Return the condition that an issue meets all of these: one looks where the narrowest says."""
    narrowest = min(conditions, key=lambda condition: condition.width)
    return Condition(
        meets=lambda issue: all(condition.meets(issue) for condition in conditions),
        among=narrowest.among,
        width=narrowest.width,
    )


def some(conditions: Sequence[Condition]) -> Condition:
    """Return the condition that an issue meets one of these: one looks where each of them says."""
    return Condition(
        meets=lambda issue: any(condition.meets(issue) for condition in conditions),
        among=lambda: dict.fromkeys(issue_id for condition in conditions for issue_id in condition.among()),
        width=max((condition.width for condition in conditions), default=Width.NAMED),
    )


_Compare = Callable[[Any, Any], bool]
_RELATIONS: dict[Operator, _Compare] = {"<": python.lt, "<=": python.le, ">": python.gt, ">=": python.ge}
_POSITIVE: tuple[Operator, ...] = ("=", "in", "is", "~")


class Asked(Plain):
    """What a clause compares with: by which operator, with what, and whether with EMPTY too."""

    operator: Operator
    tokens: Sequence[Any]
    empty: bool


class ClauseKind(Protocol):
    """What a clause's comparisons mean."""

    def meant(self, searcher: Searcher, clause: str, value: Value) -> Iterable[Any]:
        """Return what a value means for the clause; raises `Refused` where it means nothing."""

    def condition(self, searcher: Searcher, asked: Asked) -> Condition:
        """Return what is asked of an issue."""


class Values(Plain):
    """A clause with values.

    `held` gives those of an issue, `named` those that a text names. `order` gives the row in which a value stands, and
    its place in that row, where values can be less and greater; `among` the ids of the issues that may hold one. `past`
    is the id of the field whose history WAS and CHANGED ask for, where they can.
    """

    held: Callable[[Searcher, Issue], Collection[Hashable]]
    named: Named
    order: Callable[[Searcher, Any], tuple[Hashable, Any]] | None = None
    among: Callable[[Searcher, Sequence[Any]], Iterable[str]] | None = None
    width: Width = Width.SITE
    past: str | None = None

    def as_told(self, value: Hashable) -> str | None:
        """Return a value as history tells it by its id; None is that there was none."""
        return str(value)

    def meant(self, searcher: Searcher, clause: str, value: Value) -> Iterable[Hashable]:
        """Return the values that a text names."""
        return self.named(searcher, clause, value)

    def condition(self, searcher: Searcher, asked: Asked) -> Condition:
        """Return what is asked of an issue; one without a value meets only what asks for EMPTY.

        So `!=`, `not in` and `!~` leave out the issues that have none (measured on Data Center, September 2026).
        """
        if asked.operator in _RELATIONS:
            return anywhere(searcher.site, self._compared(searcher, asked, _RELATIONS[asked.operator]))
        if asked.operator not in _POSITIVE:
            return anywhere(searcher.site, self._holding_other(searcher, frozenset(asked.tokens)))
        meets = self._holding(searcher, frozenset(asked.tokens), empty=asked.empty)
        if self.among is None or asked.empty:
            return anywhere(searcher.site, meets)
        among = self.among
        return Condition(meets=meets, among=lambda: among(searcher, asked.tokens), width=self.width)

    def _holding(self, searcher: Searcher, wanted: frozenset[Hashable], *, empty: bool) -> Callable[[Issue], bool]:
        def meets(issue: Issue) -> bool:
            held = self.held(searcher, issue)
            return not wanted.isdisjoint(held) or (empty and not held)

        return meets

    def _holding_other(self, searcher: Searcher, unwanted: frozenset[Hashable]) -> Callable[[Issue], bool]:
        def meets(issue: Issue) -> bool:
            held = self.held(searcher, issue)
            return bool(held) and unwanted.isdisjoint(held)

        return meets

    def _compared(self, searcher: Searcher, asked: Asked, compare: _Compare) -> Callable[[Issue], bool]:
        order = self.order or _alike
        places = [order(searcher, token) for token in asked.tokens]

        def meets(issue: Issue) -> bool:
            held = [order(searcher, value) for value in self.held(searcher, issue)]
            return any(row == other and compare(place, at) for row, place in held for other, at in places)

        return meets


def _alike(searcher: Searcher, value: Any) -> tuple[Hashable, Any]:  # noqa: ARG001 - in the form of `Values.order`
    return None, value


class Texts(Plain):
    """A clause with texts, of which one at least must have everything that is searched for.

    What is `in_text` is found by the clause `text`, too.
    """

    of: Callable[[Searcher, Issue], Sequence[str]]
    in_text: bool = True

    def meant(self, searcher: Searcher, clause: str, value: Value) -> Iterable[Any]:  # noqa: ARG002 - a kind's signature
        """Return what finds a text; raises `Refused` where there is nothing in it to find."""
        from jira_linkfake.jira.search.refusals import TextEmpty, TextUnreadable
        from jira_linkfake.jira.search.text_search import finder

        if not value.text.strip():
            raise Refused(TextEmpty(field=clause))
        find = finder(value.text)
        if find is None:
            raise Refused(TextUnreadable(value=value.text, field=clause))
        return [find]

    def condition(self, searcher: Searcher, asked: Asked) -> Condition:
        """Return what is asked of an issue; one without a text meets only what asks for EMPTY."""

        def meets(issue: Issue) -> bool:
            texts = self.of(searcher, issue)
            return any(find(texts) for find in asked.tokens) or (asked.empty and not texts)

        if asked.operator in _POSITIVE:
            return anywhere(searcher.site, meets)
        return anywhere(searcher.site, lambda issue: bool(self.of(searcher, issue)) and not meets(issue))


def held_ids(*things: Any) -> tuple[str, ...]:
    """Return the ids of things, without those that are not there."""
    return tuple(thing.id for thing in things if thing is not None)


def filled(*texts: str | None) -> list[str]:
    """Return texts, without those that are not there."""
    return [text for text in texts if text]


_LONGEST_COUNT = 10
"""How many digits a number of things may have."""

TIMES = "`yyyy-MM-dd`, `yyyy-MM-dd HH:mm`, both also with `/`, or a span from now such as `-1d` or `4w 2d`"
"""How JQL writes times, as the documentation says it."""


def named_time(searcher: Searcher, clause: str, value: Value) -> list[datetime]:
    """Return the time that a value means; a number is one of milliseconds since 1970."""
    from jira_linkfake.jira.search.functions import moment, moment_of_number
    from jira_linkfake.jira.search.refusals import DateInvalid

    found = moment_of_number(int(value.text)) if value.is_number else moment(value.text, searcher.site.clock.now)
    if found is None:
        raise Refused(DateInvalid(value=value.text, field=clause))
    return [found]


def named_count(searcher: Searcher, clause: str, value: Value) -> list[int]:  # noqa: ARG001 - in the form of `Named`
    """Return the number of things that a value means."""
    from jira_linkfake.jira.search.refusals import CountInvalid

    if not (value.text.isascii() and value.text.isdecimal() and len(value.text) < _LONGEST_COUNT):
        raise Refused(CountInvalid(value=value.text, field=clause))
    return [int(value.text)]


def count_clause(name: str, count_of: Callable[[Searcher, Issue], int], while_on: str) -> Clause:
    """Return the clause of how many of something an issue has."""
    return Clause(
        names=(name,),
        operators=(*ALIKE, *LESS_OR_GREATER),
        values="whole number",
        kind=Values(held=lambda searcher, issue: (count_of(searcher, issue),), named=named_count),
        sort=count_of,
        while_on=while_on,
    )


def named_span(searcher: Searcher, clause: str, value: Value) -> list[int]:  # noqa: ARG001 - in the form of `Named`
    """Return the seconds of a span of work."""
    from jira_linkfake.jira.search.refusals import SpanInvalid

    seconds = seconds_in(value.text)
    if seconds is None:
        raise Refused(SpanInvalid(value=value.text, field=clause))
    return [seconds]


def time_clause(
    names: tuple[str, ...], time_of: Callable[[Issue], datetime | None], values: str = "as `created`"
) -> Clause:
    """Return the clause of a field that is a time, or none."""
    return Clause(
        names=names,
        operators=ORDERED,
        values=values,
        kind=Values(held=lambda _, issue: () if (time := time_of(issue)) is None else (time,), named=named_time),
        takes="moment",
        sort=lambda _, issue: time_of(issue),
    )

"""What a query asks of an issue, and where to look for issues that may have it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.site import Site


class Width(IntEnum):
    """How far one must look for the issues that may meet a condition: the narrower, the better."""

    NAMED = 0
    PROJECT = 1
    SITE = 2


@dataclass(frozen=True, kw_only=True, slots=True)
class Condition:
    """What is asked of an issue; `among` gives the ids of all that may meet it, by index where `width` says so."""

    meets: Callable[[Issue], bool]
    among: Callable[[], Iterable[int]]
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
        width=max(condition.width for condition in conditions),
    )

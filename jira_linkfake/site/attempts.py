"""Going on after a refusal, so that all that is wrong with a request is told at once."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from jira_linkfake.site.refusals import Refusal, Refused

_Found = TypeVar("_Found")


def attempt(refusals: list[Refusal], look_up: Callable[[], _Found]) -> _Found | None:
    """Return what a look-up finds; where it is refused, add the reasons to a list and return None."""
    try:
        return look_up()
    except Refused as refused:
        refusals.extend(refused.refusals)
        return None

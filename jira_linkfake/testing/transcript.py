"""How requests read in a report: what matters of many, with issues by their keys."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from jira_linkfake.errors import printable
from jira_linkfake.jira.site import Site
from jira_linkfake.options import OPTIONS
from jira_linkfake.rest.journal import Exchange

if TYPE_CHECKING:
    from jira_linkfake.testing.secrets import Hide

MOST_LINES = 20
"""How many lines of a list are a part of a screenful."""
_FIRST = 3
_LONG_WAIT = 1.0  # seconds, with what the request itself took
_MOST_TOLD_OF_A_BODY = 500
_ISSUE_ID = re.compile(r"(?<=/issue/)[1-9][0-9]*(?![^/? ])")
_UNKNOWN_ID = re.compile(r"(?<=there is no issue )[1-9][0-9]*")
_SETTING = re.compile(r"\(([a-z_]+)=([A-Za-z0-9]+)\)")
_STATUS = re.compile(r"(?<= -> )(?:([123])|[45])\d\d\b")
_HEADING = re.compile(r"^\S.*:$", re.MULTILINE)
_RED, _GREEN, _BOLD, _PLAIN = (f"\x1b[{code}m" for code in (31, 32, 1, 0))


def went_wrong(exchange: Exchange) -> bool:
    """Say whether a request was refused, met a fault, or was not answered well."""
    return bool(exchange.reason or exchange.fault) or exchange.status is None or exchange.status >= 400


def told_exchange(site: Site, exchange: Exchange) -> str:
    """Return an exchange as a line: with the key of an issue that goes by its id, and what a client may overlook."""
    from jira_linkfake.testing.hints import hints  # as with what it imports, only where something is told
    from jira_linkfake.testing.oversights import left_over

    def with_key(found: re.Match[str]) -> str:
        issue = site.issues.get(found[0]) or site.issues.removed.get(found[0])
        return found[0] if issue is None else f"{found[0]} ({issue.key})"

    def with_hint(found: re.Match[str]) -> str:
        issue = site.issues.get(found[0])
        return found[0] if issue is None else f"with the key {found[0]}, which is the id of {issue.key}"

    def with_default(found: re.Match[str]) -> str:
        option = OPTIONS.get(found[1])
        if option is None or found[2] == repr(option.default):
            return found[0]
        return f"({found[0][1:-1]} is set here, the default is {option.default!r})"

    line = _SETTING.sub(with_default, _UNKNOWN_ID.sub(with_hint, _ISSUE_ID.sub(with_key, str(exchange))))
    left = left_over(exchange)
    line = f"{line}, which is not the last page: {left} more are behind it" if left else line
    return "; ".join([line, *map(printable, dict.fromkeys(hints(site, exchange)))])


def coloured(report: str) -> str:
    """Return a report for a terminal with colours: headings bold, statuses green, or red where a request went wrong."""
    statuses = _STATUS.sub(lambda found: f"{_GREEN if found[1] else _RED}{found[0]}{_PLAIN}", report)
    return _HEADING.sub(lambda found: f"{_BOLD}{found[0]}{_PLAIN}", statuses)


def bodies_of(exchange: Exchange, hide: Hide) -> Iterator[str]:
    """Yield what a request sent and what it got, a line each, without secrets."""
    for what, body in (("sent", exchange.body), ("got", exchange.answer)):
        if body:
            body = hide(body)  # before it is cut, as a part would be left
            cut = body if len(body) <= _MOST_TOLD_OF_A_BODY else f"{body[:_MOST_TOLD_OF_A_BODY]}..."
            yield printable(f"    {what}: {cut}")


def kept(
    exchanges: Sequence[Exchange], told: Callable[[Exchange], Iterable[str]], most: int | None = MOST_LINES
) -> list[str]:
    """Return the lines of exchanges: of many all that went wrong, and of the others the first and the last.

    Those that are left out are counted where they would stand. With `most` None nothing is left out.
    """
    chosen = _chosen(exchanges, most)
    lines: list[str] = []
    left_out: list[Exchange] = []
    for index, exchange in enumerate(exchanges):
        if index in chosen:
            lines += [*_counted(left_out), *told(exchange)]
            left_out = []
        else:
            left_out.append(exchange)
    return [*lines, *_counted(left_out)]


def waits(exchanges: Sequence[Exchange]) -> list[str]:
    """Return how long the code under test has really waited after requests that were refused or failed."""
    return [
        f"waited {wait:.1f} s after {f'a {before.status}' if before.status else 'no answer'}: patch_sleep"
        for before, after in pairwise(exchanges)
        if went_wrong(before) and (wait := after.answered_at - before.answered_at) >= _LONG_WAIT
    ]


def _chosen(exchanges: Sequence[Exchange], most: int | None) -> set[int]:
    indexes = range(len(exchanges))
    if most is None or len(exchanges) <= most:
        return set(indexes)
    wrong = [index for index in indexes if went_wrong(exchanges[index])][-(most - 2 * _FIRST) :]
    chosen = {*wrong, *indexes[:_FIRST]}
    others = [index for index in reversed(indexes) if index not in chosen]
    return {*chosen, *others[: most - len(chosen)]}


def numbered(exchanges: Sequence[Exchange], most: int) -> list[tuple[int, Exchange]]:
    """Return exchanges with their numbers from 1 on: of many those that `kept` tells of."""
    chosen = _chosen(exchanges, most)
    return [(index + 1, exchange) for index, exchange in enumerate(exchanges) if index in chosen]


def _counted(left_out: Sequence[Exchange]) -> list[str]:
    if not left_out:
        return []
    wrong = sum(map(went_wrong, left_out))
    return [f"  ({len(left_out)} more{f', of which {wrong} went wrong' if wrong else ''})"]

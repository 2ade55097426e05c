"""What a run leaves behind is removed: what it knows of, and what has its label."""

from __future__ import annotations

from http import HTTPStatus

from jira_linkfake.verify.needs import issues_labelled
from jira_linkfake.verify.side import LABEL, Side
from jira_linkfake.verify.site_client import LostReplyError, TroubleError
from jira_linkfake.verify.step import NotTriedError

_LOOKS = 10
"""How often search is asked for what it may not know of yet."""


def clean_up(side: Side, label: str = LABEL, *, patience: float = 1.0) -> list[str]:
    """Remove what has a label, whichever run made it, and return what could not be removed.

    Search is asked again after `patience` seconds, more each time, until it knows of nothing twice: it may be behind.
    """
    left: set[str] = set()
    empty = 0
    for look in range(_LOOKS):
        found = [one["key"] for one in _found(side, label) if one["key"] not in left]
        left |= {key for key in found if not _delete(side, key)}
        empty = 0 if found else empty + 1
        if empty == 2:
            break
        side.client.sleep(patience * (look + 1))
    return sorted(left)


def _found(side: Side, label: str) -> list[dict[str, str]]:
    try:
        return issues_labelled(side, label)
    except NotTriedError as error:
        raise TroubleError(f"what the run left cannot be looked for: {error}") from None


def _delete(side: Side, key: str) -> bool:
    """Delete an issue, and say whether it is gone."""
    for _ in range(2):
        try:
            reply = side.ask("DELETE", f"issue/{key}?deleteSubtasks=true")
        except LostReplyError:
            continue
        return reply.status in (HTTPStatus.NO_CONTENT, HTTPStatus.NOT_FOUND)
    return False

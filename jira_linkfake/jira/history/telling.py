"""What has happened to issues and comments, told in a few words."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from jira_linkfake.jira.history.model import (
    RANKED,
    REMOTE_LINK,
    THIS,
    Change,
    CommentRemoved,
    CommentUpdated,
    Event,
    IssueCreated,
    IssuePropertyDeleted,
    IssuePropertyEvent,
    IssueRemoved,
    IssueUpdated,
    WorklogAdded,
    WorklogEvent,
    WorklogRemoved,
    WorklogUpdated,
)

_LONGEST = 60
"""How many characters of a value are told."""


def told_changes(events: Iterable[Event]) -> tuple[str, ...]:
    """Return what events did to issues, and what became of comments: "made PROJ-3", `PROJ-1: labels + crash`.

    Links that were made or removed, and comments that were added, are told elsewhere.
    """
    return tuple(_told(list(events)))


def _told(events: list[Event]) -> Iterator[str]:
    deleted = {event.issue.id for event in events if isinstance(event, IssueRemoved)}
    for event in events:
        if isinstance(event, IssueCreated):
            yield f"made {event.issue.key}"
        elif isinstance(event, IssueRemoved):
            yield f"deleted {event.issue.key}"
        elif isinstance(event, (IssueUpdated, IssuePropertyEvent)):
            yield f"{event.issue.key}: {_became(event)}"
        elif isinstance(event, CommentUpdated):
            yield f"changed a comment on {event.issue.key}"
        elif isinstance(event, WorklogEvent) and event.entry is not None:
            yield f"{_WORK[type(event)].format(event.worklog.time_spent)} {event.issue.key}"
        elif isinstance(event, CommentRemoved) and event.issue.id not in deleted:
            yield f"removed a comment from {event.issue.key}"


def _became(event: IssueUpdated | IssuePropertyEvent) -> str:
    if isinstance(event, IssueUpdated):
        return ", ".join(map(told_change, event.entry.changes))
    if isinstance(event, IssuePropertyDeleted):
        return f"no property {event.key}"
    return f"property {event.key} \N{RIGHTWARDS ARROW} {_shown(json.dumps(event.value))}"


_WORK: dict[type[WorklogEvent], str] = {
    WorklogAdded: "logged {} on",
    WorklogUpdated: "changed a worklog to {} on",
    WorklogRemoved: "removed a worklog of {} from",
}


def told_change(change: Change) -> str:
    """Return one field's change: `status To Do to Done` (with an arrow), `labels + crash`."""
    if change.field == "labels":
        return f"labels {_more_and_less(change.from_text or '', change.to_text or '')}"
    if change.field == REMOTE_LINK:
        made = change.to_text is not None
        text = (change.to_text or change.from_text or "").removeprefix(f"{THIS} links to ")
        return f"{'+' if made else '-'} remote link to {text}"
    if change.to_text in RANKED:
        return change.to_text
    return told_value(change.field, change.from_text, change.to_text)


def told_value(what: str, before: str | None, after: str | None) -> str:
    """Return what a value was and is: `status To Do to Done` (with an arrow)."""
    return f"{what} {_shown(before)} \N{RIGHTWARDS ARROW} {_shown(after)}"


def _more_and_less(before: str, after: str) -> str:
    was, now = before.split(), after.split()
    gone = [f"- {one}" for one in was if one not in now]
    return " ".join([*(f"+ {one}" for one in now if one not in was), *gone]) or "in another order"


def _shown(text: str | None) -> str:
    if not text:
        return "none"
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 3]}..."

"""What has changed on an issue, as its history tells it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from jira_linkfake.jira.link_types.model import LinkType
from jira_linkfake.jira.people.model import User

PARENT = "IssueParentAssociation"
"""The field of a change of the issue that an issue is a part of, as Cloud's histories have it; the ids are issues'."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """One field's change: what it was and what it is, each by id (`from_id`, `to_id`) and as it reads.

    `field_id` is None where Jira gives none; `custom` says that the field is not one of Jira's own.
    """

    field: str
    field_id: str | None = None
    custom: bool = False
    from_id: str | None = None
    from_text: str | None = None
    to_id: str | None = None
    to_text: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class HistoryEntry:
    """What one caller changed of an issue at once."""

    id: int
    author: User | None
    created: datetime
    changes: tuple[Change, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class LinkChange:
    """A link that was made or removed, told once for both its issues.

    Its `id` is that of the source's history entry, the next one that of the destination's.
    """

    id: int
    author: User | None
    created: datetime
    made: bool
    type: LinkType
    source_id: int
    destination_id: int

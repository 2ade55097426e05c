"""What has changed on an issue, as its history tells it, and what has happened on the site."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from jira_linkfake.jira.comments.model import Comment
from jira_linkfake.jira.issue_links.model import IssueLink
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.link_types.model import LinkType
from jira_linkfake.jira.people.model import Caller, User
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.projects.model import Project
from jira_linkfake.jira.versions.model import Version
from jira_linkfake.jira.worklogs.model import Worklog

if TYPE_CHECKING:
    from jira_linkfake.jira.attachments.model import Attachment
    from jira_linkfake.jira.boards.model import Board
    from jira_linkfake.jira.sprints.model import Sprint

PARENT = "IssueParentAssociation"
"""The field of a change of the issue that an issue is a part of, as Cloud's histories have it; the ids are issues'."""

RANKED = ("Ranked higher", "Ranked lower")
"""How Cloud's history tells of a rank, which has no value in it."""

REMOTE_LINK = "RemoteIssueLink"
THIS = "This work item"
"""How Cloud's history has called an issue since July 2025: mikebowler/jirametrics issue 46, two recordings of 2026."""
"""The field of a change of a remote link, which the issue keeps elsewhere."""


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
    """A link that was made or removed, told once for both its issues, with the keys that they had then.

    Its `id` is that of the source's history entry, the next one that of the destination's.
    """

    id: int
    author: User | None
    created: datetime
    made: bool
    type: LinkType
    source_id: str
    source_key: str
    destination_id: str
    destination_key: str


class LinkMade(Plain):
    """A link was made; `change` is what the history of both its issues tells."""

    link: IssueLink
    change: LinkChange


class LinkRemoved(Plain):
    """A link was removed; `change` is what the history of both its issues tells."""

    link: IssueLink
    change: LinkChange


class CommentAdded(Plain):
    """A comment was added."""

    issue: Issue
    comment: Comment
    caller: Caller


class CommentUpdated(Plain):
    """A comment was changed; it is as it is now."""

    issue: Issue
    comment: Comment
    caller: Caller


class CommentRemoved(Plain):
    """A comment was removed; it is as it was."""

    issue: Issue
    comment: Comment
    caller: Caller


class IssueCreated(Plain):
    """An issue was created by a request."""

    issue: Issue
    caller: Caller


class IssueUpdated(Plain):
    """An issue's fields or remote links were changed, its links to issues aside; the issue is as it is now."""

    issue: Issue
    entry: HistoryEntry
    caller: Caller


class IssueRemoved(Plain):
    """An issue was deleted; it is as it was."""

    issue: Issue
    caller: Caller


class WorklogEvent(Plain):
    """Something happened to a worklog; it is as it is now, or was. `entry` is None where its issue went with it."""

    issue: Issue
    worklog: Worklog
    entry: HistoryEntry | None
    caller: Caller


class WorklogAdded(WorklogEvent):
    """Work was logged."""


class WorklogUpdated(WorklogEvent):
    """A worklog was changed."""


class WorklogRemoved(WorklogEvent):
    """A worklog was deleted; it is as it was."""


class VersionEvent(Plain):
    """Something happened to a version of a project; it is as it is now."""

    version: Version
    project: Project
    caller: Caller


class VersionCreated(VersionEvent):
    """A version was created."""


class VersionUpdated(VersionEvent):
    """A version was changed."""


class VersionReleased(VersionEvent):
    """A version was released."""


class VersionUnreleased(VersionEvent):
    """A version is not released any longer."""


class VersionMoved(VersionEvent):
    """A version stands elsewhere among those of its project."""


class VersionDeleted(VersionEvent):
    """A version was deleted; it is as it was."""


class IssuePropertyEvent(Plain):
    """Something happened to a property of an issue; `value` is what it is now, or was."""

    issue: Issue
    key: str
    value: Any
    caller: Caller


class IssuePropertySet(IssuePropertyEvent):
    """A property of an issue was set, new or not."""


class IssuePropertyDeleted(IssuePropertyEvent):
    """A property of an issue was deleted."""


class AttachmentEvent(Plain):
    """Something happened to an attachment."""

    attachment: Attachment
    caller: Caller


class AttachmentAdded(AttachmentEvent):
    """An attachment was added."""


class AttachmentRemoved(AttachmentEvent):
    """An attachment was deleted; it is as it was."""


class SprintEvent(Plain):
    """Something happened to a sprint; it is as it is now, or was, and `before` as it was if it changed."""

    sprint: Sprint
    before: Sprint | None = None
    caller: Caller


class SprintCreated(SprintEvent):
    """A sprint was created."""


class SprintUpdated(SprintEvent):
    """A sprint was changed, and is in the state that it was in."""


class SprintStarted(SprintEvent):
    """A sprint was started."""


class SprintClosed(SprintEvent):
    """A sprint was closed."""


class SprintDeleted(SprintEvent):
    """A sprint was deleted; it is as it was."""


class BoardEvent(Plain):
    """Something happened to a board; it is as it is now, or was."""

    board: Board
    caller: Caller


class BoardCreated(BoardEvent):
    """A board was created."""


class BoardDeleted(BoardEvent):
    """A board was deleted; it is as it was."""


CommentEvent = CommentAdded | CommentUpdated | CommentRemoved
IssueEvent = IssueCreated | IssueUpdated | IssueRemoved
LinkEvent = LinkMade | LinkRemoved
OfNoIssue = VersionEvent | AttachmentEvent | SprintEvent | BoardEvent
Event = LinkEvent | CommentEvent | IssueEvent | IssuePropertyEvent | WorklogEvent | OfNoIssue

"""What has happened on the site, written down at commit by the rules that made it happen."""

from __future__ import annotations

from dataclasses import dataclass

from jira_linkfake.site.model import Caller, Comment, HistoryEntry, Issue, IssueLink, LinkChange


@dataclass(frozen=True, kw_only=True, slots=True)
class LinkMade:
    """A link was made; `change` is what the history of both its issues tells."""

    link: IssueLink
    change: LinkChange


@dataclass(frozen=True, kw_only=True, slots=True)
class LinkRemoved:
    """A link was removed; `change` is what the history of both its issues tells."""

    link: IssueLink
    change: LinkChange


@dataclass(frozen=True, kw_only=True, slots=True)
class CommentAdded:
    """A comment was added."""

    issue: Issue
    comment: Comment
    caller: Caller


@dataclass(frozen=True, kw_only=True, slots=True)
class CommentUpdated:
    """A comment was changed; it is as it is now."""

    issue: Issue
    comment: Comment
    caller: Caller


@dataclass(frozen=True, kw_only=True, slots=True)
class CommentRemoved:
    """A comment was removed; it is as it was."""

    issue: Issue
    comment: Comment
    caller: Caller


@dataclass(frozen=True, kw_only=True, slots=True)
class IssueCreated:
    """An issue was created by a request."""

    issue: Issue
    caller: Caller


@dataclass(frozen=True, kw_only=True, slots=True)
class IssueUpdated:
    """An issue's fields or remote links were changed, its links to issues aside; the issue is as it is now."""

    issue: Issue
    entry: HistoryEntry
    caller: Caller


@dataclass(frozen=True, kw_only=True, slots=True)
class IssueRemoved:
    """An issue was deleted; it is as it was."""

    issue: Issue
    caller: Caller


CommentEvent = CommentAdded | CommentUpdated | CommentRemoved
IssueEvent = IssueCreated | IssueUpdated | IssueRemoved
LinkEvent = LinkMade | LinkRemoved
Event = LinkEvent | CommentEvent | IssueEvent

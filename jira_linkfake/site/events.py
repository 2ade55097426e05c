"""What has happened on the site, written down at commit by the rules that made it happen."""

from __future__ import annotations

from jira_linkfake.plain import Plain
from jira_linkfake.site.model import Caller, Comment, HistoryEntry, Issue, IssueLink, LinkChange


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


CommentEvent = CommentAdded | CommentUpdated | CommentRemoved
IssueEvent = IssueCreated | IssueUpdated | IssueRemoved
LinkEvent = LinkMade | LinkRemoved
Event = LinkEvent | CommentEvent | IssueEvent

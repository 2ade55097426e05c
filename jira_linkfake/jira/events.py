"""What has happened on the site, written down at commit by the rules that made it happen."""

from __future__ import annotations

from jira_linkfake.jira.comments.model import Comment
from jira_linkfake.jira.history.model import HistoryEntry, LinkChange
from jira_linkfake.jira.issue_links.model import IssueLink
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.model import Caller
from jira_linkfake.jira.plain import Plain


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

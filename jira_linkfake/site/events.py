"""What has happened on the site, written down at commit by the rules that made it happen."""

from __future__ import annotations

from dataclasses import dataclass

from jira_linkfake.site.model import Comment, Issue, IssueLink


@dataclass(frozen=True, kw_only=True, slots=True)
class LinkMade:
    """A link was made."""

    link: IssueLink


@dataclass(frozen=True, kw_only=True, slots=True)
class LinkRemoved:
    """A link was removed."""

    link: IssueLink


@dataclass(frozen=True, kw_only=True, slots=True)
class CommentAdded:
    """A comment was added."""

    issue: Issue
    comment: Comment


Event = LinkMade | LinkRemoved | CommentAdded

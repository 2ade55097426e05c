"""Refusals about comments."""

from __future__ import annotations

from jira_linkfake.site.model import Comment, Issue, Visibility
from jira_linkfake.site.refusals import CallerRefusal, Refusal, UnseenRefusal


class NoCommentPermission(CallerRefusal):
    """The caller may not comment on the issue; on the source, where the comment comes with a link."""

    truth = "{0.who} does not hold Add comments in {0.issue.project}"

    issue: Issue


class CommentInvalid(Refusal):
    """The comment's body is not an Atlassian document."""

    truth = "the comment's body is not an Atlassian document"


class CommentEmpty(Refusal):
    """The comment says nothing."""

    truth = "the comment's body is empty"


class VisibilityIncomplete(Refusal):
    """A comment's visibility names nobody."""

    truth = "the comment's visibility names no group and no role"


class GroupUnknown(Refusal):
    """A comment was to be restricted to a group that does not exist."""

    truth = "there is no group {0.name!r} to restrict the comment to"

    name: str


class RoleUnknown(Refusal):
    """A comment was to be restricted to a role that does not exist."""

    truth = "there is no role {0.name!r} to restrict the comment to"

    name: str


class NotInGroup(CallerRefusal):
    """A comment was to be restricted to a group that the caller is not in."""

    truth = "{0.who} is not in the group {0.visibility.value}"

    visibility: Visibility


class NotInRole(CallerRefusal):
    """A comment was to be restricted to a role that the caller does not have in the issue's project."""

    truth = "{0.who} does not have the role {0.visibility.value} in {0.issue.project}"

    visibility: Visibility
    issue: Issue


class NotInRoleForLink(NotInRole):
    """The comment of a link was to be restricted to a role that the caller does not have in the source's project."""

    linked_to: Issue


class CommentUnseen(UnseenRefusal):
    """The issue has no such comment, or it is restricted to others."""

    truth = "{0.who} sees no comment {0.value!r} on the issue: {0.why}"

    value: str


class NoCommentEditPermission(CallerRefusal):
    """The caller may not edit the comment: it is not theirs, or they may not edit even their own."""

    truth = "{0.who} may not edit comment {0.comment.id} in {0.issue.project}"

    comment: Comment
    issue: Issue


class NoCommentDeletePermission(CallerRefusal):
    """The caller may not delete the comment: it is not theirs, or they may not delete even their own."""

    truth = "{0.who} may not delete comment {0.comment.id} in {0.issue.project}"

    comment: Comment
    issue: Issue


class AnonymousCommentDeletion(CallerRefusal):
    """A comment was to be deleted without credentials, whatever anyone may do."""

    truth = "{0.who} can delete no comment"


class CommentIdsMiscounted(Refusal):
    """Comments were asked for by no id at all, or by more than can be given at once."""

    truth = "{0.count} comments were asked for by their ids, not 1 to {0.most}"

    count: int
    most: int


class CommentLimitReached(Refusal):
    """The issue has as many comments as it may have."""

    truth = "{0.issue.key} has as many comments as it may have (comment_limit={0.limit})"

    issue: Issue
    limit: int

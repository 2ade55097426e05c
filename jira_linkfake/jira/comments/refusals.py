"""What can go wrong about comments, and what Jira answers."""

from __future__ import annotations

from jira_linkfake.jira import evidence
from jira_linkfake.jira.comments.model import Comment, Visibility
from jira_linkfake.jira.evidence import Evidence, chosen
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.refusal import NO_TEXT, Answer, CallerRefusal, Refusal, UnseenRefusal

_NOT_IN_ROLE = (("commentLevel", "You are currently not a member of the project role: {0.visibility.value}."),)


class NoCommentPermission(CallerRefusal):
    """The caller may not comment on the issue; on the source, where the comment comes with a link."""

    truth = "{0.who} does not hold Add comments in {0.issue.project}"
    answer = Answer(
        condition="a comment without Add comments in the issue's project, for a link's comment the source's",
        status=400,
        status_by=evidence.REFERENCE,
        message="You do not have the permission to comment on this issue.",
        words_by=evidence.RECORDED,
        lack="permission",
    )

    issue: Issue


class CommentInvalid(Refusal):
    """The comment's body is not an Atlassian document."""

    truth = "the comment's body is not an Atlassian document, as version 3 takes it (version 2 takes text)"
    answer = Answer(
        condition="a comment that is no Atlassian document (version 3)",
        status=400,
        status_by=evidence.RECORDED,
        errors=(("comment", "Comment body is not valid!"),),
        words_by=evidence.RECORDED,
    )


class CommentEmpty(Refusal):
    """The comment says nothing."""

    truth = "the comment's body is empty"
    answer = Answer(
        condition="an empty comment",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("comment", "Comment body can not be empty!"),),
        words_by=Evidence("observed", "a public test's note on a Cloud site; its place under errors is chosen"),
    )


class VisibilityIncomplete(Refusal):
    """A comment's visibility names nobody."""

    truth = "the comment's visibility names no group and no role"
    answer = Answer(
        condition="a comment's visibility that names no group and no role",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("commentLevel", "The group or role of the comment's visibility is missing."),),
        words_by=NO_TEXT,
    )


class VisibilityGroupUnknown(Refusal):
    """A comment was to be restricted to a group that does not exist."""

    truth = "there is no group {0.name!r} to restrict the comment to"
    answer = Answer(
        condition="a comment restricted to a group that does not exist",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("commentLevel", "Group: {0.name} does not exist."),),
        words_by=evidence.SERVER_CLIENT,
    )

    name: str


class VisibilityRoleUnknown(Refusal):
    """A comment was to be restricted to a role that does not exist."""

    truth = "there is no role {0.name!r} to restrict the comment to"
    answer = Answer(
        condition="a comment restricted to a role that does not exist",
        status=400,
        status_by=chosen("as for a group"),
        errors=(("commentLevel", "Project role: {0.name} does not exist."),),
        words_by=NO_TEXT,
    )

    name: str


class NotInGroup(CallerRefusal):
    """A comment was to be restricted to a group that the caller is not in."""

    truth = "{0.who} is not in the group {0.visibility.value}"
    answer = Answer(
        condition="a comment restricted to a group that the caller is not in",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("commentLevel", "You are currently not a member of the group: {0.visibility.value}."),),
        words_by=evidence.SERVER_CLIENT,
    )

    visibility: Visibility


class NotInRole(CallerRefusal):
    """A comment was to be restricted to a role that the caller does not have in the issue's project."""

    truth = "{0.who} does not have the role {0.visibility.value} in {0.issue.project}"
    answer = Answer(
        condition="a comment restricted to a role that the caller does not have",
        status=400,
        status_by=evidence.REFERENCE,
        errors=_NOT_IN_ROLE,
        words_by=evidence.SERVER_CLIENT,
    )

    visibility: Visibility
    issue: Issue


class NotInRoleForLink(NotInRole):
    """The comment of a link was to be restricted to a role that the caller does not have in the source's project."""

    answer = Answer(
        condition="a link's comment restricted to a role that the caller does not have",
        status=400,
        status_by=evidence.REFERENCE,
        message="Failed to create comment for issue '{0.linked_to.key}'",
        errors=_NOT_IN_ROLE,
        words_by=evidence.SERVER_CLIENT,
    )

    linked_to: Issue


class CommentUnseen(UnseenRefusal):
    """The issue has no such comment, or it is restricted to others."""

    truth = "{0.who} sees no comment {0.value!r} on the issue: {0.why}"
    answer = Answer(
        condition="a comment that does not exist or that is restricted to others",
        status=404,
        status_by=evidence.REFERENCE,
        message="Can not find a comment for the id: {0.value}.",
        words_by=NO_TEXT,
        lack="sight",
    )

    value: str


class NoCommentEditPermission(CallerRefusal):
    """The caller may not edit the comment: it is not theirs, or they may not edit even their own."""

    truth = "{0.who} may not edit comment {0.comment.id} in {0.issue.project}"
    answer = Answer(
        condition="editing a comment without Edit all comments, or Edit own comments where it is one's own",
        status=400,
        status_by=evidence.REFERENCE,
        message="You do not have permission to edit the comment with the id: {0.comment.id}.",
        words_by=NO_TEXT,
        lack="permission",
    )

    comment: Comment
    issue: Issue


class NoCommentDeletePermission(CallerRefusal):
    """The caller may not delete the comment: it is not theirs, or they may not delete even their own."""

    truth = "{0.who} may not delete comment {0.comment.id} in {0.issue.project}"
    answer = Answer(
        condition="deleting a comment without Delete all comments, or Delete own comments where it is one's own",
        status=400,
        status_by=evidence.REFERENCE,
        message="You do not have permission to delete the comment with the id: {0.comment.id}.",
        words_by=NO_TEXT,
    )

    comment: Comment
    issue: Issue


class AnonymousCommentDeletion(CallerRefusal):
    """A comment was to be deleted without credentials, whatever anyone may do."""

    truth = "{0.who} can delete no comment"
    answer = Answer(
        condition="deleting a comment without credentials, whatever anyone may do",
        status=405,
        status_by=evidence.REFERENCE,
        message="You must be signed in to delete a comment.",
        words_by=NO_TEXT,
    )


class CommentIdsMiscounted(Refusal):
    """Comments were asked for by no id at all, or by more than can be given at once."""

    truth = "{0.count} comments were asked for by their ids, not 1 to {0.most}"
    answer = Answer(
        condition="comments by no id at all, or by more than 1,000",
        status=400,
        status_by=evidence.REFERENCE,
        message="The number of comment IDs must be between 1 and {0.most}.",
        words_by=NO_TEXT,
    )

    count: int
    most: int


class CommentLimitReached(Refusal):
    """The issue has as many comments as it may have."""

    truth = "{0.issue.key} has as many comments as it may have (comment_limit={0.limit})"
    answer = Answer(
        condition="the issue has as many comments as it may have",
        status=413,
        status_by=evidence.REFERENCE,
        message="Issue '{0.issue.key}' has reached the per-issue limit for comments of {0.limit}.",
        words_by=NO_TEXT,
    )

    issue: Issue
    limit: int

"""What Jira answers to refusals about comments."""

from __future__ import annotations

from jira_linkfake.rest import evidence
from jira_linkfake.rest.evidence import Evidence, chosen
from jira_linkfake.rest.replies.answer import NO_TEXT, Answer
from jira_linkfake.site.refusals import Refusal
from jira_linkfake.site.refusals import comments as refusals

_NOT_IN_ROLE = (("commentLevel", "You are currently not a member of the project role: {0.visibility.value}."),)

ANSWERS: dict[type[Refusal], Answer] = {
    refusals.NoCommentPermission: Answer(
        condition="a comment without Add comments in the issue's project, for a link's comment the source's",
        status=400,
        status_by=evidence.REFERENCE,
        message="You do not have the permission to comment on this issue.",
        words_by=evidence.RECORDED,
        lack="permission",
    ),
    refusals.CommentInvalid: Answer(
        condition="a comment that is no Atlassian document (version 3)",
        status=400,
        status_by=evidence.RECORDED,
        errors=(("comment", "Comment body is not valid!"),),
        words_by=evidence.RECORDED,
    ),
    refusals.CommentEmpty: Answer(
        condition="an empty comment",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("comment", "Comment body can not be empty!"),),
        words_by=Evidence("observed", "a public test's note on a Cloud site; its place under errors is chosen"),
    ),
    refusals.VisibilityIncomplete: Answer(
        condition="a comment's visibility that names no group and no role",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("commentLevel", "The group or role of the comment's visibility is missing."),),
        words_by=NO_TEXT,
    ),
    refusals.GroupUnknown: Answer(
        condition="a comment restricted to a group that does not exist",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("commentLevel", "Group: {0.name} does not exist."),),
        words_by=evidence.SERVER_CLIENT,
    ),
    refusals.RoleUnknown: Answer(
        condition="a comment restricted to a role that does not exist",
        status=400,
        status_by=chosen("as for a group"),
        errors=(("commentLevel", "Project role: {0.name} does not exist."),),
        words_by=NO_TEXT,
    ),
    refusals.NotInGroup: Answer(
        condition="a comment restricted to a group that the caller is not in",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("commentLevel", "You are currently not a member of the group: {0.visibility.value}."),),
        words_by=evidence.SERVER_CLIENT,
    ),
    refusals.NotInRole: Answer(
        condition="a comment restricted to a role that the caller does not have",
        status=400,
        status_by=evidence.REFERENCE,
        errors=_NOT_IN_ROLE,
        words_by=evidence.SERVER_CLIENT,
    ),
    refusals.NotInRoleForLink: Answer(
        condition="a link's comment restricted to a role that the caller does not have",
        status=400,
        status_by=evidence.REFERENCE,
        message="Failed to create comment for issue '{0.linked_to.key}'",
        errors=_NOT_IN_ROLE,
        words_by=evidence.SERVER_CLIENT,
    ),
    refusals.CommentUnseen: Answer(
        condition="a comment that does not exist or that is restricted to others",
        status=404,
        status_by=evidence.REFERENCE,
        message="Can not find a comment for the id: {0.value}.",
        words_by=NO_TEXT,
        lack="sight",
    ),
    refusals.NoCommentEditPermission: Answer(
        condition="editing a comment without Edit all comments, or Edit own comments where it is one's own",
        status=400,
        status_by=evidence.REFERENCE,
        message="You do not have permission to edit the comment with the id: {0.comment.id}.",
        words_by=NO_TEXT,
        lack="permission",
    ),
    refusals.NoCommentDeletePermission: Answer(
        condition="deleting a comment without Delete all comments, or Delete own comments where it is one's own",
        status=400,
        status_by=evidence.REFERENCE,
        message="You do not have permission to delete the comment with the id: {0.comment.id}.",
        words_by=NO_TEXT,
    ),
    refusals.AnonymousCommentDeletion: Answer(
        condition="deleting a comment without credentials, whatever anyone may do",
        status=405,
        status_by=evidence.REFERENCE,
        message="You must be signed in to delete a comment.",
        words_by=NO_TEXT,
    ),
    refusals.CommentIdsMiscounted: Answer(
        condition="comments by no id at all, or by more than 1,000",
        status=400,
        status_by=evidence.REFERENCE,
        message="The number of comment IDs must be between 1 and {0.most}.",
        words_by=NO_TEXT,
    ),
    refusals.CommentLimitReached: Answer(
        condition="the issue has as many comments as it may have",
        status=413,
        status_by=evidence.REFERENCE,
        message="Issue '{0.issue.key}' has reached the per-issue limit for comments of {0.limit}.",
        words_by=NO_TEXT,
    ),
}

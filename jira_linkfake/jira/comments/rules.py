"""Comments: adding, changing, removing and finding them, and to whom they may be restricted."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, Literal

from jira_linkfake.jira.comments.model import Comment, Visibility
from jira_linkfake.jira.comments.refusals import (
    AnonymousCommentDeletion,
    CommentEmpty,
    CommentIdsMiscounted,
    CommentInvalid,
    CommentLimitReached,
    CommentUnseen,
    NoCommentDeletePermission,
    NoCommentEditPermission,
    NoCommentPermission,
    NotInGroup,
    NotInRole,
    NotInRoleForLink,
    VisibilityGroupUnknown,
    VisibilityIncomplete,
    VisibilityRoleUnknown,
)
from jira_linkfake.jira.history.model import CommentAdded, CommentRemoved, CommentUpdated
from jira_linkfake.jira.issues.finding import IssueReference, find_issue, require_unarchived
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.model import Caller, Group, ProjectRole
from jira_linkfake.jira.permissions.model import (
    ADD_COMMENTS,
    DELETE_ALL_COMMENTS,
    DELETE_OWN_COMMENTS,
    EDIT_ALL_COMMENTS,
    EDIT_OWN_COMMENTS,
)
from jira_linkfake.jira.permissions.sight import holds, holds_for, is_for, may_see, why_hidden
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.refusal import IdInvalid, Refusal, Refused
from jira_linkfake.jira.rich_text import LONGEST_TEXT
from jira_linkfake.jira.site import Site, as_id, with_id


class VisibilityRequest(Plain):
    """To whom a request wants a comment restricted: by the name of a group or role, or by its id."""

    type: Literal["group", "role"] | None = None
    value: str | None = None
    identifier: str | None = None


def visibility_of(holder: Group | ProjectRole) -> Visibility:
    """Return the restriction to a group or role; Jira's identifier of a role is its name again."""
    if isinstance(holder, Group):
        return Visibility(type="group", value=holder.name, identifier=holder.id)
    return Visibility(type="role", value=holder.name, identifier=holder.name)


def allowed_visibility(
    site: Site, caller: Caller, request: VisibilityRequest, issue: Issue, linked_to: Issue | None
) -> Visibility:
    """Return the restriction that a request asks for; raises `Refused` where the caller may not ask for it."""
    if not (request.value or request.identifier) or request.type is None:
        raise Refused(VisibilityIncomplete())
    if request.type == "group":
        return _allowed_group(site, caller, request)
    return _allowed_role(site, caller, request, issue, linked_to)


def may_read(site: Site, caller: Caller, issue: Issue, comment: Comment) -> bool:
    """Say whether the caller may read a comment of an issue that they see."""
    return is_for(site, caller, issue.project, comment.visibility)


def _allowed_group(site: Site, caller: Caller, request: VisibilityRequest) -> Visibility:
    for group in site.people.groups.values():
        if request.identifier == group.id or (not request.identifier and request.value == group.name):
            if not site.people.is_one_of(caller, [group]):
                raise Refused(NotInGroup(visibility=visibility_of(group), caller=caller))
            return visibility_of(group)
    raise Refused(VisibilityGroupUnknown(name=request.identifier or request.value or ""))


def _allowed_role(
    site: Site, caller: Caller, request: VisibilityRequest, issue: Issue, linked_to: Issue | None
) -> Visibility:
    # A role is the site's: each project has it, if only with nobody in it.
    name = request.identifier or request.value or ""
    if name not in site.people.role_names.values():
        raise Refused(VisibilityRoleUnknown(name=name))
    visibility = Visibility(type="role", value=name, identifier=name)
    if site.people.has_role(caller, issue.project, name):
        return visibility
    if linked_to is None:
        raise Refused(NotInRole(visibility=visibility, caller=caller, issue=issue))
    raise Refused(NotInRoleForLink(visibility=visibility, caller=caller, issue=issue, linked_to=linked_to))


_MOST_IDS = 1000  # of comments that are asked for at once


class CommentRequest(Plain):
    """A comment as a request brings it; `body` is None where it is not a text that Jira can read.

    `given` names those of its parts that the request has, since a change leaves the others as they are.
    """

    body: str | None
    document: Mapping[str, Any] | None = None
    visibility: VisibilityRequest | None = None
    properties: Mapping[str, Any] = MappingProxyType({})
    given: frozenset[str] = frozenset({"body", "visibility"})


def check_comment(
    site: Site,
    caller: Caller,
    request: CommentRequest,
    issue: Issue,
    *,
    linked_to: Issue | None = None,
    before: int = 0,
) -> Visibility | None:
    """Return to whom a new comment is restricted; raises `Refused` where it cannot be added to the issue.

    `linked_to` is the other issue of the link that the comment comes with, if it comes with one. `before` is how many
    comments the same request adds before this one.
    """
    visibility = None
    if request.visibility is not None:
        visibility = allowed_visibility(site, caller, request.visibility, issue, linked_to)
    refusals: list[Refusal] = []
    if not holds(site, caller, ADD_COMMENTS, issue.project):
        refusals.append(NoCommentPermission(issue=issue, caller=caller))
    refusals += [*_wrong_with_body(request), *_wrong_with_properties(request)]
    if refusals:
        raise Refused(*refusals)
    if site.comments.count_of(issue) + before >= site.options.comment_limit:
        raise Refused(CommentLimitReached(issue=issue, limit=site.options.comment_limit))
    return visibility


def add_comment(
    site: Site, caller: Caller, request: CommentRequest, issue: Issue, visibility: Visibility | None
) -> Comment:
    """Add a comment that was checked, and move the issue's `updated`; who comments comes to watch it."""
    from jira_linkfake.jira.watchers.rules import autowatch  # once somebody comments

    comment = put_comment(site, caller, request, issue, visibility)
    autowatch(site, caller, issue)
    site.events.append(CommentAdded(issue=issue, comment=comment, caller=caller))
    return comment


def put_comment(
    site: Site, author: Caller, request: CommentRequest, issue: Issue, visibility: Visibility | None
) -> Comment:
    """Store a comment as `author` wrote it, and move the issue's `updated`."""
    now = site.clock.tick()
    comment = Comment(
        id=site.new_id("comment"),
        issue_id=issue.id,
        author=author,
        update_author=author,
        body=request.body or "",
        document=request.document,
        visibility=visibility,
        created=now,
        updated=now,
    )
    site.comments.put(comment)
    _put_properties(site, author, comment, request)
    site.issues.touch(issue.id, now)
    return comment


def create_comment(site: Site, caller: Caller, reference: IssueReference, request: CommentRequest) -> Comment:
    """Add a comment to the issue that a request names; raises `Refused` where it cannot."""
    issue = find_issue(site, caller, reference)
    require_unarchived(issue)
    visibility = check_comment(site, caller, request, issue)
    return add_comment(site, caller, request, issue, visibility)


def change_comment(
    site: Site, caller: Caller, reference: IssueReference, comment_id: str, request: CommentRequest
) -> Comment:
    """Change what a request gives of a comment; raises `Refused` where the caller may not, or may not do so."""
    issue = find_issue(site, caller, reference)
    before = read_comment(site, caller, issue, comment_id)
    require_unarchived(issue)
    if not may_edit_comment(site, caller, issue, before):
        raise Refused(NoCommentEditPermission(comment=before, issue=issue, caller=caller))
    changed = _changed(site, caller, issue, before, request)
    now = site.clock.tick()
    comment = replace(changed, update_author=caller, updated=now)
    site.comments.put(comment)
    _put_properties(site, caller, comment, request)
    site.issues.touch(issue.id, now)
    site.events.append(CommentUpdated(issue=issue, comment=comment, caller=caller))
    return comment


def remove_comment(site: Site, caller: Caller, reference: IssueReference, comment_id: str) -> None:
    """Remove a comment; raises `Refused` where the caller may not, and for the anonymous caller."""
    issue = find_issue(site, caller, reference)
    comment = read_comment(site, caller, issue, comment_id)
    require_unarchived(issue)
    if caller is None:
        raise Refused(AnonymousCommentDeletion(caller=caller))
    may = holds_for(site, caller, issue.project, comment.author, own=DELETE_OWN_COMMENTS, everybody=DELETE_ALL_COMMENTS)
    if not may:
        raise Refused(NoCommentDeletePermission(comment=comment, issue=issue, caller=caller))
    take_comment(site, caller, issue, comment)


def take_comment(site: Site, author: Caller, issue: Issue, comment: Comment) -> None:
    """Remove a comment of an issue, as `author` removed it."""
    site.comments.take(comment)
    site.properties.drop(comment)
    site.issues.touch(issue.id, site.clock.tick())
    site.events.append(CommentRemoved(issue=issue, comment=comment, caller=author))


def visible_comments(site: Site, caller: Caller, issue: Issue) -> list[Comment]:
    """Return the comments of a seen issue that the caller may read, oldest first."""
    return [comment for comment in site.comments.of(issue) if may_read(site, caller, issue, comment)]


def read_comment(site: Site, caller: Caller, issue: Issue, comment_id: str) -> Comment:
    """Return one comment of a seen issue; raises `Refused` where it does not exist or the caller may not read it."""
    comment = with_id(site.comments, comment_id)
    if comment is None or comment.issue_id != issue.id:
        raise Refused(CommentUnseen(value=comment_id, caller=caller))
    if not may_read(site, caller, issue, comment):
        raise Refused(CommentUnseen(value=comment_id, caller=caller, hidden_by=f"it is for the {comment.visibility}"))
    return comment


def find_comment(site: Site, caller: Caller, comment_id: str) -> tuple[Issue, Comment]:
    """Return the comment of an id, with its issue; raises `Refused` where there is none that the caller may read."""
    own_id = as_id(comment_id)
    if own_id is None:
        raise Refused(IdInvalid(kind="comment", value=comment_id))
    comment = site.comments.get(own_id)
    if comment is None:
        raise Refused(CommentUnseen(value=comment_id, caller=caller))
    issue = site.issues[comment.issue_id]
    hidden_by = why_hidden(site, caller, issue)
    if hidden_by is not None:
        raise Refused(CommentUnseen(value=comment_id, caller=caller, hidden_by=hidden_by))
    return issue, read_comment(site, caller, issue, comment_id)


def may_edit_comment(site: Site, caller: Caller, issue: Issue, comment: Comment) -> bool:
    """Say whether the caller may edit a comment, and its properties."""
    return holds_for(site, caller, issue.project, comment.author, own=EDIT_OWN_COMMENTS, everybody=EDIT_ALL_COMMENTS)


def comments_by_id(site: Site, caller: Caller, comment_ids: list[str]) -> list[Comment]:
    """Return those of the comments that are there and that the caller may read, each once.

    Raises `Refused` for no id at all and for too many.
    """
    if not 1 <= len(comment_ids) <= _MOST_IDS:
        raise Refused(CommentIdsMiscounted(count=len(comment_ids), most=_MOST_IDS))
    found = [site.comments[comment_id] for comment_id in dict.fromkeys(comment_ids) if comment_id in site.comments]
    return [comment for comment in found if _is_seen(site, caller, comment)]


def _is_seen(site: Site, caller: Caller, comment: Comment) -> bool:
    issue = site.issues[comment.issue_id]
    return may_see(site, caller, issue) and may_read(site, caller, issue, comment)


def _changed(site: Site, caller: Caller, issue: Issue, comment: Comment, request: CommentRequest) -> Comment:
    """Return a comment with what a request gives of it; raises `Refused` for a body or a restriction that is wrong."""
    changed = comment
    wrong = _wrong_with_properties(request)
    if wrong:
        raise Refused(*wrong)
    if "visibility" in request.given:
        asked = request.visibility
        visibility = None if asked is None else allowed_visibility(site, caller, asked, issue, None)
        changed = replace(changed, visibility=visibility)
    if "body" in request.given:
        wrong = _wrong_with_body(request)
        if wrong:
            raise Refused(*wrong)
        changed = replace(changed, body=request.body or "", document=request.document)
    return changed


def _put_properties(site: Site, caller: Caller, comment: Comment, request: CommentRequest) -> None:
    if request.properties:
        from jira_linkfake.jira.properties.rules import set_properties  # once a comment comes with some

        set_properties(site, caller, comment, request.properties)


def _wrong_with_properties(request: CommentRequest) -> list[Refusal]:
    if not request.properties:
        return []
    from jira_linkfake.jira.properties.rules import wrong_properties

    return wrong_properties(request.properties)


def _wrong_with_body(request: CommentRequest) -> list[Refusal]:
    if request.body is None:
        return [CommentInvalid()]
    return wrong_with_length(request.body) if request.body.strip() else [CommentEmpty()]


def wrong_with_length(comment: str) -> list[Refusal]:
    """Return that a comment is too long, if it is."""
    if len(comment) <= LONGEST_TEXT:
        return []
    from jira_linkfake.jira.fields.refusals import TextTooLong  # once one is

    return [TextTooLong(field="comment", limit=f"{LONGEST_TEXT:,}")]

"""Comments: who may add one, to whom it may be restricted, and who reads it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from jira_linkfake.site.built_in_permissions import ADD_COMMENTS
from jira_linkfake.site.events import CommentAdded
from jira_linkfake.site.model import Caller, Comment, Group, Issue, ProjectRole, Visibility
from jira_linkfake.site.permissions import holds
from jira_linkfake.site.refusals import Refusal, Refused
from jira_linkfake.site.refusals.comments import (
    CommentEmpty,
    CommentInvalid,
    CommentUnseen,
    GroupUnknown,
    NoCommentPermission,
    NotInGroup,
    NotInRole,
    RoleUnknown,
    VisibilityIncomplete,
)
from jira_linkfake.site.store import Site


@dataclass(frozen=True, kw_only=True, slots=True)
class VisibilityRequest:
    """To whom a request wants a comment restricted: by the name of a group or role, or by its id."""

    type: Literal["group", "role"] | None = None
    value: str | None = None
    identifier: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class CommentRequest:
    """A comment as a request brings it; `body` is None where it is not a text that Jira can read."""

    body: str | None
    document: Mapping[str, Any] | None = None
    visibility: VisibilityRequest | None = None


def check_link_comment(
    site: Site, caller: Caller, request: CommentRequest, *, source: Issue, destination: Issue
) -> Visibility | None:
    """Return to whom the comment of a link request is restricted; raises `Refused` where it cannot be added."""
    visibility = None
    if request.visibility is not None:
        visibility = _allowed_visibility(site, caller, request.visibility, source, destination)
    refusals: list[Refusal] = []
    if not holds(site, caller, ADD_COMMENTS, source.project):
        refusals.append(NoCommentPermission(issue=source, caller=caller))
    if request.body is None:
        refusals.append(CommentInvalid())
    elif not request.body.strip():
        refusals.append(CommentEmpty())
    if refusals:
        raise Refused(*refusals)
    return visibility


def add_comment(
    site: Site, caller: Caller, request: CommentRequest, issue: Issue, visibility: Visibility | None
) -> Comment:
    """Add a comment that was checked, and move the issue's `updated`."""
    now = site.clock.tick()
    comment = Comment(
        id=site.new_id("comment"),
        issue_id=issue.id,
        author=caller,
        body=request.body or "",
        document=request.document,
        visibility=visibility,
        created=now,
        updated=now,
    )
    site.add_comment(comment)
    site.touch(issue.id, now)
    site.events.append(CommentAdded(issue=issue, comment=comment, caller=caller))
    return comment


def visible_comments(site: Site, caller: Caller, issue: Issue) -> list[Comment]:
    """Return the comments of a seen issue that the caller may read, oldest first."""
    return [comment for comment in site.comments_of(issue) if _may_read(site, caller, issue, comment)]


def read_comment(site: Site, caller: Caller, issue: Issue, comment_id: str) -> Comment:
    """Return one comment of a seen issue; raises `Refused` where there is none that the caller may read."""
    for comment in visible_comments(site, caller, issue):
        if str(comment.id) == comment_id:
            return comment
    raise Refused(CommentUnseen(value=comment_id, caller=caller))


def _may_read(site: Site, caller: Caller, issue: Issue, comment: Comment) -> bool:
    if comment.visibility is None:
        return True
    return _is_member(site, caller, _restricted_to(site, comment.visibility, issue))


def _restricted_to(site: Site, visibility: Visibility, issue: Issue) -> Group | ProjectRole:
    if visibility.type == "group":
        return site.people.groups[visibility.value]
    return site.people.roles[issue.project, visibility.value]


def _is_member(site: Site, caller: Caller, holder: Group | ProjectRole) -> bool:
    return site.people.is_one_of(caller, [holder])


def _allowed_visibility(
    site: Site, caller: Caller, request: VisibilityRequest, source: Issue, destination: Issue
) -> Visibility:
    if not (request.value or request.identifier) or request.type is None:
        raise Refused(VisibilityIncomplete())
    if request.type == "group":
        return _allowed_group(site, caller, request)
    return _allowed_role(site, caller, request, source, destination)


def _allowed_group(site: Site, caller: Caller, request: VisibilityRequest) -> Visibility:
    for group in site.people.groups.values():
        if request.identifier == group.id or (not request.identifier and request.value == group.name):
            visibility = Visibility(type="group", value=group.name, identifier=group.id)
            if not _is_member(site, caller, group):
                raise Refused(NotInGroup(visibility=visibility, caller=caller))
            return visibility
    raise Refused(GroupUnknown(name=request.identifier or request.value or ""))


def _allowed_role(
    site: Site, caller: Caller, request: VisibilityRequest, source: Issue, destination: Issue
) -> Visibility:
    for role in site.people.roles.values():
        # Jira's identifier of a role is its name again.
        if role.project == source.project and role.name == (request.identifier or request.value):
            visibility = Visibility(type="role", value=role.name, identifier=role.name)
            if not _is_member(site, caller, role):
                raise Refused(NotInRole(visibility=visibility, caller=caller, source=source, destination=destination))
            return visibility
    raise Refused(RoleUnknown(name=request.identifier or request.value or "", issue=source))

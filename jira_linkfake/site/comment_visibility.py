"""To whom a comment may be restricted, and who reads it then."""

from __future__ import annotations

from typing import Literal

from jira_linkfake.plain import Plain
from jira_linkfake.site.model import Caller, Comment, Group, Issue, ProjectRole, Visibility
from jira_linkfake.site.refusals import Refused
from jira_linkfake.site.refusals.comments import (
    GroupUnknown,
    NotInGroup,
    NotInRole,
    NotInRoleForLink,
    RoleUnknown,
    VisibilityIncomplete,
)
from jira_linkfake.site.store import Site


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
    if comment.visibility is None:
        return True
    if comment.visibility.type == "group":
        return site.people.is_one_of(caller, [site.people.groups[comment.visibility.value]])
    return site.people.has_role(caller, issue.project, comment.visibility.value)


def _allowed_group(site: Site, caller: Caller, request: VisibilityRequest) -> Visibility:
    for group in site.people.groups.values():
        if request.identifier == group.id or (not request.identifier and request.value == group.name):
            if not site.people.is_one_of(caller, [group]):
                raise Refused(NotInGroup(visibility=visibility_of(group), caller=caller))
            return visibility_of(group)
    raise Refused(GroupUnknown(name=request.identifier or request.value or ""))


def _allowed_role(
    site: Site, caller: Caller, request: VisibilityRequest, issue: Issue, linked_to: Issue | None
) -> Visibility:
    # A role is the site's: each project has it, if only with nobody in it.
    name = request.identifier or request.value or ""
    if name not in site.people.role_names.values():
        raise Refused(RoleUnknown(name=name))
    visibility = Visibility(type="role", value=name, identifier=name)
    if site.people.has_role(caller, issue.project, name):
        return visibility
    if linked_to is None:
        raise Refused(NotInRole(visibility=visibility, caller=caller, issue=issue))
    raise Refused(NotInRoleForLink(visibility=visibility, caller=caller, issue=issue, linked_to=linked_to))

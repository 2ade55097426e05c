"""What a caller is told of permissions: it agrees with what the rules then allow."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from jira_linkfake.jira.issues.finding import IssueReference, find_issue
from jira_linkfake.jira.people.model import Caller
from jira_linkfake.jira.permissions.model import (
    ADMINISTER,
    BROWSE_PROJECTS,
    GLOBAL_PERMISSIONS,
    PERMISSIONS,
    PROJECT_PERMISSIONS,
    Permission,
)
from jira_linkfake.jira.permissions.refusals import (
    AccountUnknown,
    ContextUnseen,
    PermissionsOfComment,
    PermissionsOfOthers,
    PermissionsUnnamed,
    PermissionUnknown,
    ProjectPermissionsUnnamed,
)
from jira_linkfake.jira.permissions.sight import holds, lack_of_browse, may_see
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.projects.finding import may_browse, projects_seen
from jira_linkfake.jira.projects.model import Project
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.site import Site, as_id


class PermissionContext(Plain):
    """Where a request asks for permissions: in an issue, in a project, or with neither anywhere. An id goes first.

    `comment_id` is that of a comment that the caller wants to browse.
    """

    project_id: str | None = None
    project_key: str | None = None
    issue_id: str | None = None
    issue_key: str | None = None
    comment_id: str | None = None


class ProjectPermissionsRequest(Plain):
    """Permissions that a request asks for in several projects and issues, by their ids."""

    permissions: tuple[str, ...]
    projects: tuple[int, ...]
    issues: tuple[int, ...]


class BulkPermissionsRequest(Plain):
    """Permissions that a request asks for: of the caller, or of the user with an account."""

    account_id: str | None
    global_permissions: tuple[str, ...]
    project_permissions: tuple[ProjectPermissionsRequest, ...]


class PermissionGrants(Plain):
    """In which of the projects and issues that were asked about a user holds a permission."""

    permission: str
    projects: list[int]
    issues: list[int]


def my_permissions(
    site: Site, caller: Caller, keys: Iterable[str], context: PermissionContext
) -> list[tuple[Permission, bool]]:
    """Return the permissions with these keys, and whether the caller holds each: globally, or in the context."""
    keys = list(dict.fromkeys(keys))
    if not keys:
        raise Refused(PermissionsUnnamed())
    _require_known(keys, PERMISSIONS)
    if context.comment_id is not None and keys != [BROWSE_PROJECTS]:
        raise Refused(PermissionsOfComment())
    project = _project_of(site, caller, context)
    return [(PERMISSIONS[key], _holds(site, caller, PERMISSIONS[key], project)) for key in keys]


def bulk_permissions(
    site: Site, caller: Caller, request: BulkPermissionsRequest
) -> tuple[list[str], list[PermissionGrants]]:
    """Return which of the global permissions a user holds, and where the project permissions.

    What does not exist, or what the user may not see, is left out.
    """
    user = _user_of(site, caller, request.account_id)
    _require_known(request.global_permissions, GLOBAL_PERMISSIONS)
    for one in request.project_permissions:
        if not one.permissions:
            raise Refused(ProjectPermissionsUnnamed())
        _require_known(one.permissions, PROJECT_PERMISSIONS)
    held = [key for key in request.global_permissions if holds(site, user, key)]
    return held, [_grants(site, user, key, one) for one in request.project_permissions for key in one.permissions]


def _require_known(keys: Iterable[str], known: Mapping[str, Permission]) -> None:
    unknown = [PermissionUnknown(key=key) for key in keys if key not in known]
    if unknown:
        raise Refused(*unknown)


def _project_of(site: Site, caller: Caller, context: PermissionContext) -> Project | None:
    """Return the project of the context, or None without one; raises `Refused` for what the caller may not see."""
    if context.issue_id is not None or context.issue_key is not None:
        issue = find_issue(site, caller, IssueReference(id=context.issue_id, key=context.issue_key))
        return site.projects[issue.project]
    if context.project_id is not None:
        key = site.projects.keys_by_id.get(as_id(context.project_id) or "", "")
        return _seen_project(site, caller, key, by="id", value=context.project_id)
    if context.project_key is not None:
        return _seen_project(site, caller, context.project_key, by="key", value=context.project_key)
    return None


def _seen_project(site: Site, caller: Caller, key: str, *, by: Literal["id", "key"], value: str) -> Project:
    project = site.projects.with_key(key)
    if project is None:
        raise Refused(ContextUnseen(by=by, value=value, caller=caller))
    if not may_browse(site, caller, project):
        raise Refused(ContextUnseen(by=by, value=value, caller=caller, hidden_by=lack_of_browse(project.key)))
    return project


def _holds(site: Site, caller: Caller, permission: Permission, project: Project | None) -> bool:
    if permission.type == "GLOBAL":
        return holds(site, caller, permission.key)
    # Without a context any project will do, of those that the caller may browse: the others must stay hidden.
    projects = projects_seen(site, caller) if project is None else [project]
    return any(holds(site, caller, permission.key, one.key) for one in projects)


def _user_of(site: Site, caller: Caller, account_id: str | None) -> Caller:
    if account_id is None or (caller is not None and account_id == caller.account_id):
        return caller
    if not holds(site, caller, ADMINISTER):
        raise Refused(PermissionsOfOthers(account_id=account_id, caller=caller))
    user = site.people.by_account_id.get(account_id)
    if user is None:
        raise Refused(AccountUnknown(account_id=account_id))
    return user


def _grants(site: Site, user: Caller, key: str, request: ProjectPermissionsRequest) -> PermissionGrants:
    projects = (site.projects.find(str(project_id)) for project_id in request.projects)
    seen_projects = [one for one in projects if one is not None and may_browse(site, user, one)]
    issues = (site.issues.get(str(issue_id)) for issue_id in request.issues)
    seen_issues = [one for one in issues if one is not None and may_see(site, user, one)]
    return PermissionGrants(
        permission=key,
        projects=[int(one.id) for one in seen_projects if holds(site, user, key, one.key)],
        issues=[int(one.id) for one in seen_issues if holds(site, user, key, one.project)],
    )

"""Writing a site as data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from jira_linkfake.jira.comments.model import Visibility
from jira_linkfake.jira.link_types.model import FRESH_LINK_TYPES
from jira_linkfake.jira.people.model import DEFAULT_USER, Everyone, Group, Holder, ProjectRole, User
from jira_linkfake.jira.permissions.model import PERMISSIONS
from jira_linkfake.jira.site import Site

Json = dict[str, Any]


def dump_of(site: Site) -> Json:
    """Return a site as data that is JSON; what is as on a fresh site is left out, and so are tokens."""
    with site.lock:
        kinds = {name: list(things(site)) for name, things in _KINDS.items()}
    return {name: things for name, things in kinds.items() if things}


def _said(**attributes: Any) -> Json:
    """Return the attributes that say something."""
    return {name: value for name, value in attributes.items() if value not in (None, [], {}, "", False)}


def _users(site: Site) -> Iterator[Json]:
    for user in site.people.users.values():
        groups = [group.name for group in site.people.groups_of(user)]
        if user == DEFAULT_USER and not groups:
            continue
        yield _said(
            name=user.name,
            account_id=user.account_id,
            email=user.email,
            email_hidden=user.email_hidden,
            has_token=user.token is not None,
            scopes=None if user.scopes is None else sorted(user.scopes),
            groups=groups,
        )


def _groups(site: Site) -> Iterator[Json]:
    return ({"name": group.name, "id": group.id} for group in site.people.groups.values())


def _projects(site: Site) -> Iterator[Json]:
    for project in site.projects.values():
        yield _said(
            key=project.key,
            id=project.id,
            name=project.name,
            lead=project.lead.name,
            category=project.category and project.category.name,
        )


def _holders(site: Site, holders: frozenset[Holder]) -> list[Any]:
    told = [_holder(one) for one in holders if site.people.knows(one) or isinstance(one, Everyone)]
    return sorted(told, key=str)


def _holder(holder: Holder) -> Any:
    if isinstance(holder, Everyone):
        return holder.name
    kind = {User: "user", Group: "group", ProjectRole: "role"}[type(holder)]
    return {kind: holder.name}


def _roles(site: Site) -> Iterator[Json]:
    for role in site.people.roles.values():
        members = _holders(site, site.people.role_members(role))
        yield {"name": role.name, "project": role.project, "id": str(role.id), "members": members}


def _levels(site: Site) -> Iterator[Json]:
    for level in site.people.levels.values():
        members = _holders(site, site.people.level_members(level))
        yield {"name": level.name, "project": level.project, "id": level.id, "members": members}


def _permissions(site: Site) -> Iterator[Json]:
    for permission in PERMISSIONS:
        for project in site.grants.projects_of(permission):
            grant = site.grants.of(permission, project)
            if project is not None or site.grants.is_set(permission):
                yield {
                    "permission": permission,
                    **({} if project is None else {"project": project}),
                    "allow": _holders(site, grant.allowed),
                    "deny": _holders(site, grant.denied),
                }


def _link_types(site: Site) -> Iterator[Json]:
    for one in site.link_types.values():
        if one not in FRESH_LINK_TYPES:
            yield {"name": one.name, "inward": one.inward, "outward": one.outward, "id": one.id}


def _issues(site: Site) -> Iterator[Json]:
    for issue in site.issues.values():
        parent = None if issue.parent_id is None else site.issues.get(issue.parent_id)
        yield {
            **_said(
                key=issue.key,
                id=issue.id,
                description=issue.description_document or issue.description,
                type=issue.type.name,
                status=issue.status.name,
                labels=issue.labels,
                parent=parent and parent.key,
                assignee=issue.assignee and issue.assignee.name,
                security_level=issue.security_level and issue.security_level.name,
                archived=issue.archived,
                created=issue.created.isoformat(),
                updated=issue.updated.isoformat(),
                fields=dict(issue.custom_fields),
            ),
            "summary": issue.summary,
            "priority": issue.priority and issue.priority.name,
            "reporter": issue.reporter and issue.reporter.name,
            "creator": issue.creator and issue.creator.name,
            "watchers": [user.name for user in site.watchers.of(issue.id)],
            "voters": [user.name for user in site.voters.of(issue.id)],
        }


def _links(site: Site) -> Iterator[Json]:
    return ({"link": str(link), "id": link.id} for link in site.links.all())


def _visible_to(visibility: Visibility | None) -> Any:
    return None if visibility is None else {visibility.type: visibility.value}


def _comments(site: Site) -> Iterator[Json]:
    for one in site.comments.values():
        yield {
            **_said(
                issue=site.issues[one.issue_id].key,
                id=one.id,
                body=one.document or one.body,
                visible_to=_visible_to(one.visibility),
                created=one.created.isoformat(),
                updated=one.updated.isoformat(),
            ),
            "author": one.author and one.author.name,
            "update_author": one.update_author and one.update_author.name,
        }


def _remote_links(site: Site) -> Iterator[Json]:
    for issue in site.issues.values():
        for link in site.remote_links.of_issue(issue.id):
            yield _said(
                issue=issue.key,
                id=str(link.id),
                url=link.url,
                title=link.title,
                summary=link.summary,
                relationship=link.relationship,
                global_id=link.global_id,
                application=dict(link.application),
                icon=dict(link.icon),
                status=dict(link.status),
            )


_KINDS = {
    "users": _users,
    "groups": _groups,
    "projects": _projects,
    "roles": _roles,
    "security_levels": _levels,
    "permissions": _permissions,
    "link_types": _link_types,
    "issues": _issues,
    "links": _links,
    "comments": _comments,
    "remote_links": _remote_links,
}

"""Who holds which permission, in which project: the permission schemes, and the project's use of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from jira_linkfake.jira.people.model import Everyone, Holder, ProjectRole, Role, with_members
from jira_linkfake.jira.permissions.model import BROWSE_PROJECTS, DEFAULT_ID, DEFAULT_NAME, Grant, PermissionScheme

KIND = "permission scheme"
_FIRST_ID = 10000
_NOBODY = Grant(allowed=frozenset())
_DEFAULT = PermissionScheme(id=DEFAULT_ID, name=DEFAULT_NAME)


class Grants:
    """The site's permissions, as its permission schemes give them: each project has one, by default they share one.

    What is said of a single project makes a scheme of its own for it. In a project that is put away, nobody holds any
    but those that are `left`: none in the recycle bin, and Browse projects where it is archived.
    """

    __slots__ = ("_of_project", "_removed", "last_id", "left", "schemes")

    def __init__(self) -> None:
        self.last_id = _FIRST_ID - 1
        self.schemes = {DEFAULT_ID: _DEFAULT}
        self._of_project: dict[str, int] = {}
        self._removed: dict[str, list[Grant]] = {}
        self.left: dict[str, frozenset[str]] = {}

    def set(self, permission: str, project: str | None, grant: Grant) -> None:
        """Say who holds a permission in a project; None is every project, whatever was said before."""
        for scheme in self._said_of(project, grant.allowed | grant.denied):
            self._put(scheme, permission, grant)
        if project is None:
            self._restrict_removed(permission, grant)

    def deny(self, permission: str, project: str | None, holders: frozenset[Holder]) -> None:
        """Take a permission from holders in a project; None is every project."""
        for scheme in self._said_of(project, holders):
            grant = scheme.grant_of(permission)
            self._put(scheme, permission, Grant(allowed=grant.allowed, denied=grant.denied | holders))
        if project is None:
            self._restrict_removed(permission, Grant(allowed=frozenset({Everyone.ANYONE}), denied=holders))

    def remove(self, project: str, known_as: str, members: Mapping[ProjectRole, frozenset[Holder]]) -> None:
        """Take out what was said of a project that is removed, so that another one of its key has nothing of it.

        Who could browse it is remembered under another name, with the members that its roles had.
        """
        self.left.pop(project, None)
        grant = self.kept(BROWSE_PROJECTS, project)
        scheme = self.scheme_of(project)
        self._of_project.pop(project, None)
        if scheme.project == project and not self.projects_with(scheme):
            del self.schemes[scheme.id]
        then = Grant(allowed=with_members(grant.allowed, members), denied=with_members(grant.denied, members))
        self.remember(known_as, [then])

    def rename(self, project: str, key: str) -> None:
        """Let a project keep under its other key what was said of it; schemes have roles by their names alone."""
        if project in self._of_project:
            self._of_project[key] = self._of_project.pop(project)
        for scheme in self.schemes.values():
            if scheme.project == project:
                self.schemes[scheme.id] = replace(scheme, project=key)

    def remember(self, known_as: str, grants: Iterable[Grant]) -> None:
        """Remember the grants that all have to let somebody browse a removed project."""
        self._removed[known_as] = list(grants)

    def of_removed(self, known_as: str) -> list[Grant] | None:
        """Return the grants that all have to let somebody browse a removed project, or None where it is none."""
        return self._removed.get(known_as)

    def _restrict_removed(self, permission: str, grant: Grant) -> None:
        if permission == BROWSE_PROJECTS:
            for grants in self._removed.values():
                grants.append(_in_project(None, grant))

    def of(self, permission: str, project: str | None) -> Grant:
        """Return the grant of a permission in a project; None means in every project with the default scheme."""
        left = self.left.get(project or "")
        return self.kept(permission, project) if left is None or permission in left else _NOBODY

    def kept(self, permission: str, project: str | None) -> Grant:
        """Return the grant of a permission in a project, whether or not it is put away."""
        return self.scheme_of(project).grant_of(permission)

    def scheme_of(self, project: str | None) -> PermissionScheme:
        """Return the scheme of a project; None means every project to which none was given."""
        return self.schemes[DEFAULT_ID if project is None else self._of_project.get(project, DEFAULT_ID)]

    def projects_with(self, scheme: PermissionScheme) -> list[str]:
        """Return the projects to which a scheme was given; every other one has the default scheme."""
        return [project for project, scheme_id in self._of_project.items() if scheme_id == scheme.id]

    def put(self, scheme: PermissionScheme) -> None:
        """Store a scheme that has changed."""
        self.schemes[scheme.id] = scheme

    def assign(self, scheme: PermissionScheme, project: str) -> None:
        """Give a project a scheme."""
        self._of_project[project] = scheme.id

    def add(
        self, name: str, description: str, grants: Mapping[str, Grant], project: str | None = None
    ) -> PermissionScheme:
        """Add a scheme; what holds for the whole site does so in it too."""
        self.last_id += 1
        everywhere = self.schemes[DEFAULT_ID].grants
        scheme = PermissionScheme(
            id=self.last_id, name=name, description=description, project=project, grants={**everywhere, **grants}
        )
        self.schemes[scheme.id] = scheme
        return scheme

    def _said_of(self, project: str | None, holders: Iterable[Holder | Role]) -> list[PermissionScheme]:
        """Return the schemes that something is said in; a role of one project makes it differ from others too."""
        if project is not None:
            return [self._own(project)]
        for holder in holders:
            if isinstance(holder, ProjectRole):
                self._own(holder.project)
        return list(self.schemes.values())

    def _own(self, project: str) -> PermissionScheme:
        """Return the scheme that is a project's alone, made as the one that it has where there is none."""
        scheme = self.scheme_of(project)
        if scheme.project == project and self.projects_with(scheme) == [project]:
            return scheme
        own = self.add(f"Permission Scheme of {project}", "", scheme.grants, project)
        self.assign(own, project)
        return own

    def _put(self, scheme: PermissionScheme, permission: str, grant: Grant) -> None:
        grants = {**scheme.grants, permission: _in_project(scheme.project, grant)}
        self.schemes[scheme.id] = replace(scheme, grants=grants)


def _in_project(project: str | None, grant: Grant) -> Grant:
    """Return a grant as the scheme of a project has it: the role of another project is nobody in it."""
    return Grant(allowed=_holders_in(project, grant.allowed), denied=_holders_in(project, grant.denied))


def _holders_in(project: str | None, holders: Iterable[Holder | Role]) -> frozenset[Holder | Role]:
    there = (one for one in holders if not isinstance(one, ProjectRole) or one.project == project)
    return frozenset(Role(id=one.id, name=one.name) if isinstance(one, ProjectRole) else one for one in there)

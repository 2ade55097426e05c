"""Who holds which permission, in which project."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from jira_linkfake.jira.people.model import DEFAULT_USER, Everyone, Holder, ProjectRole, with_members
from jira_linkfake.jira.permissions.model import ADMINISTER, BROWSE_PROJECTS, SYSTEM_ADMIN, Grant

# A fresh site is permissive: every signed-in user holds every permission but those to administer the site, which the
# default user has.
_DEFAULT = Grant(allowed=frozenset({Everyone.SIGNED_IN}))
_ADMINISTRATION = Grant(allowed=frozenset({DEFAULT_USER}))


class Grants:
    """The site's permissions: one grant for all projects, and those of single projects that differ."""

    __slots__ = ("_everywhere", "_in_project", "_removed")

    def __init__(self) -> None:
        self._everywhere: dict[str, Grant] = {}
        self._in_project: dict[tuple[str, str | None], Grant] = {}
        self._removed: dict[str, list[Grant]] = {}

    def set(self, permission: str, project: str | None, grant: Grant) -> None:
        """Say who holds a permission in a project; None is every project, whatever was said before."""
        if project is None:
            for key in self.projects_of(permission)[1:]:
                del self._in_project[permission, key]
            self._restrict_removed(permission, grant)
        self._put(permission, project, grant)

    def deny(self, permission: str, project: str | None, holders: frozenset[Holder]) -> None:
        """Take a permission from holders in a project; None is every project."""
        projects = self.projects_of(permission) if project is None else [project]
        for key in projects:
            grant = self.of(permission, key)
            self._put(permission, key, Grant(allowed=grant.allowed, denied=grant.denied | holders))
        if project is None:
            self._restrict_removed(permission, Grant(allowed=frozenset({Everyone.ANYONE}), denied=holders))

    def remove(self, project: str, known_as: str, members: Mapping[ProjectRole, frozenset[Holder]]) -> None:
        """Take out the grants of a project that is removed, so that another one of its key has none of them.

        Who could browse it is remembered under another name, with the members that its roles had.
        """
        grant = self.of(BROWSE_PROJECTS, project)
        for permission, key in list(self._in_project):
            if key == project:
                del self._in_project[permission, key]
        then = Grant(allowed=with_members(grant.allowed, members), denied=with_members(grant.denied, members))
        self.remember(known_as, [then])

    def remember(self, known_as: str, grants: Iterable[Grant]) -> None:
        """Remember the grants that all have to let somebody browse a removed project."""
        self._removed[known_as] = list(grants)

    def of_removed(self, known_as: str) -> list[Grant] | None:
        """Return the grants that all have to let somebody browse a removed project, or None where it is none."""
        return self._removed.get(known_as)

    def _restrict_removed(self, permission: str, grant: Grant) -> None:
        if permission == BROWSE_PROJECTS:
            for grants in self._removed.values():
                grants.append(grant)

    def of(self, permission: str, project: str | None) -> Grant:
        """Return the grant of a permission in a project; None means in every project without a grant of its own."""
        default = _ADMINISTRATION if permission in (ADMINISTER, SYSTEM_ADMIN) else _DEFAULT
        everywhere = self._everywhere.get(permission, default)
        return everywhere if project is None else self._in_project.get((permission, project), everywhere)

    def is_set(self, permission: str) -> bool:
        """Say whether somebody said who holds a permission everywhere."""
        return permission in self._everywhere

    def projects_of(self, permission: str) -> list[str | None]:
        """Return each project with a grant of its own for a permission, after None for all others."""
        return [None, *(project for name, project in self._in_project if name == permission)]

    def differ_in(self, project: str) -> bool:
        """Say whether others may hold a permission in a project than everywhere: by its own grants, or by its roles."""
        holders = (one for grant in self._everywhere.values() for one in grant.allowed | grant.denied)
        return any(key == project for _, key in self._in_project) or any(
            isinstance(one, ProjectRole) and one.project == project for one in holders
        )

    def _put(self, permission: str, project: str | None, grant: Grant) -> None:
        if project is None:
            self._everywhere[permission] = grant
        else:
            self._in_project[permission, project] = grant

"""Who may do what: the verbs `allow_only` and `deny`."""

from __future__ import annotations

from jira_linkfake.errors import UsageError, nearest, of_the_test
from jira_linkfake.lookups import require_known, the_project
from jira_linkfake.site.built_in_permissions import PERMISSIONS, PROJECT_PERMISSIONS
from jira_linkfake.site.grants import Grant
from jira_linkfake.site.model import Everyone, Group, Holder, Project, ProjectRole, User
from jira_linkfake.site.store import Site

__tracebackhide__ = of_the_test


class Permitting:
    """The permission verbs of a `FakeJira`.

    Permissions go by Jira's keys (`"BROWSE_PROJECTS"`, `"LINK_ISSUES"`); holders are what the `add_` verbs returned,
    or `ANYONE`. `project` is a project or its key; without one a verb counts in every project.
    """

    site: Site

    def allow_only(self, permission: str, *holders: Holder, project: Project | str | None = None) -> None:
        """Let these holders, and nobody else, have a permission: `allow_only("LINK_ISSUES", alice, project="PROJ")`.

        Raises `UsageError` for an unknown permission, project or holder, and without a holder (that is `deny`).
        """
        if not holders:
            raise UsageError(f"allow_only({permission!r}) names nobody; deny({permission!r}) takes it from everybody")
        with self.site.lock:
            key = self._scope(permission, holders, project)
            self.site.grants.set(permission, key, Grant(allowed=frozenset(holders)))

    def deny(self, permission: str, *holders: Holder, project: Project | str | None = None) -> None:
        """Take a permission from these holders, or with none named from everybody: `deny("LINK_ISSUES", alice)`.

        Raises `UsageError` for an unknown permission, project or holder.
        """
        with self.site.lock:
            key = self._scope(permission, holders, project)
            self.site.grants.deny(permission, key, frozenset(holders or {Everyone.ANYONE}))

    def _scope(self, permission: str, holders: tuple[Holder, ...], project: Project | str | None) -> str | None:
        if permission not in PERMISSIONS:
            raise UsageError(f"Jira has no permission {permission!r}: {nearest(permission, PERMISSIONS)}")
        for holder in holders:
            if not isinstance(holder, (User, Group, ProjectRole, Everyone)):
                raise UsageError(f"{holder!r} cannot hold a permission: hand over what add_user and its kind returned")
            require_known(self.site, holder)
        if project is None:
            return None
        key = the_project(self.site, project).key
        if permission not in PROJECT_PERMISSIONS:
            raise UsageError(f"{permission} counts for the whole site, not in the project {key}")
        for holder in holders:
            if isinstance(holder, ProjectRole) and holder.project != key:
                raise UsageError(f"the {holder} does not count in {key}: a role is a project's")
        return key

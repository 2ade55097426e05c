"""The permissions there are, and who holds them in which project."""

from __future__ import annotations

from dataclasses import dataclass, replace

from jira_linkfake.site.model import Everyone, Holder
from jira_linkfake.site.people import DEFAULT_USER

ADMINISTER = "ADMINISTER"
ADD_COMMENTS = "ADD_COMMENTS"
BROWSE_PROJECTS = "BROWSE_PROJECTS"
LINK_ISSUES = "LINK_ISSUES"

# The keys of Jira Cloud's built-in permissions, with the names that people know them by.
GLOBAL_PERMISSIONS = {
    ADMINISTER: "Administer Jira",
    "BULK_CHANGE": "Make bulk changes",
    "CREATE_SHARED_OBJECTS": "Share dashboards and filters",
    "MANAGE_GROUP_FILTER_SUBSCRIPTIONS": "Manage group filter subscriptions",
    "SYSTEM_ADMIN": "Administer the system",
    "USER_PICKER": "Browse users and groups",
}
PROJECT_PERMISSIONS = {
    ADD_COMMENTS: "Add comments",
    "ADMINISTER_PROJECTS": "Administer projects",
    "ASSIGNABLE_USER": "Assignable user",
    "ASSIGN_ISSUES": "Assign issues",
    BROWSE_PROJECTS: "Browse projects",
    "CLOSE_ISSUES": "Close issues",
    "CREATE_ATTACHMENTS": "Create attachments",
    "CREATE_ISSUES": "Create issues",
    "DELETE_ALL_ATTACHMENTS": "Delete all attachments",
    "DELETE_ALL_COMMENTS": "Delete all comments",
    "DELETE_ALL_WORKLOGS": "Delete all worklogs",
    "DELETE_ISSUES": "Delete issues",
    "DELETE_OWN_ATTACHMENTS": "Delete own attachments",
    "DELETE_OWN_COMMENTS": "Delete own comments",
    "DELETE_OWN_WORKLOGS": "Delete own worklogs",
    "EDIT_ALL_COMMENTS": "Edit all comments",
    "EDIT_ALL_WORKLOGS": "Edit all worklogs",
    "EDIT_ISSUES": "Edit issues",
    "EDIT_OWN_COMMENTS": "Edit own comments",
    "EDIT_OWN_WORKLOGS": "Edit own worklogs",
    LINK_ISSUES: "Link issues",
    "MANAGE_WATCHERS": "Manage watcher list",
    "MODIFY_REPORTER": "Modify reporter",
    "MOVE_ISSUES": "Move issues",
    "RESOLVE_ISSUES": "Resolve issues",
    "SCHEDULE_ISSUES": "Schedule issues",
    "SET_ISSUE_SECURITY": "Set issue security",
    "TRANSITION_ISSUES": "Transition issues",
    "VIEW_VOTERS_AND_WATCHERS": "View voters and watchers",
    "WORK_ON_ISSUES": "Work on issues",
}
PERMISSION_NAMES = {**GLOBAL_PERMISSIONS, **PROJECT_PERMISSIONS}


@dataclass(frozen=True, kw_only=True, slots=True)
class Grant:
    """Who holds a permission: the allowed ones, less the denied ones."""

    allowed: frozenset[Holder]
    denied: frozenset[Holder] = frozenset()


# A fresh site is permissive: every signed-in user holds the project permissions, the default user the others.
_PROJECT_DEFAULT = Grant(allowed=frozenset({Everyone.SIGNED_IN}))
_GLOBAL_DEFAULT = Grant(allowed=frozenset({DEFAULT_USER}))


class Grants:
    """The site's permissions: one grant for all projects, and those of single projects that differ."""

    __slots__ = ("_everywhere", "_in_project")

    def __init__(self) -> None:
        self._everywhere: dict[str, Grant] = {}
        self._in_project: dict[tuple[str, str | None], Grant] = {}

    def set(self, permission: str, project: str | None, grant: Grant) -> None:
        """Say who holds a permission in a project; None is every project, whatever was said before."""
        if project is None:
            for key in self.projects_of(permission)[1:]:
                del self._in_project[permission, key]
        self._put(permission, project, grant)

    def deny(self, permission: str, project: str | None, holders: frozenset[Holder]) -> None:
        """Take a permission from holders in a project; None is every project."""
        projects = self.projects_of(permission) if project is None else [project]
        for key in projects:
            grant = self.of(permission, key)
            self._put(permission, key, replace(grant, denied=grant.denied | holders))

    def of(self, permission: str, project: str | None) -> Grant:
        """Return who holds a permission in a project; None for what holds where nothing else was said."""
        default = _GLOBAL_DEFAULT if permission in GLOBAL_PERMISSIONS else _PROJECT_DEFAULT
        everywhere = self._everywhere.get(permission, default)
        return everywhere if project is None else self._in_project.get((permission, project), everywhere)

    def projects_of(self, permission: str) -> list[str | None]:
        """Return None, for what holds where nothing else was said, and each project with a grant of its own."""
        return [None, *(project for name, project in self._in_project if name == permission)]

    def _put(self, permission: str, project: str | None, grant: Grant) -> None:
        if project is None:
            self._everywhere[permission] = grant
        else:
            self._in_project[permission, project] = grant

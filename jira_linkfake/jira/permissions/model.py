"""The permissions that Jira has built in, and who can hold one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from jira_linkfake.jira.people.model import DEFAULT_USER, Everyone, Holder, Role
from jira_linkfake.jira.plain import Plain

ADMINISTER: Final = "ADMINISTER"
ADD_COMMENTS: Final = "ADD_COMMENTS"
ADMINISTER_PROJECTS: Final = "ADMINISTER_PROJECTS"
ASSIGNABLE_USER: Final = "ASSIGNABLE_USER"
ASSIGN_ISSUES: Final = "ASSIGN_ISSUES"
BROWSE_PROJECTS: Final = "BROWSE_PROJECTS"
BULK_CHANGE: Final = "BULK_CHANGE"
CREATE_ATTACHMENTS: Final = "CREATE_ATTACHMENTS"
CREATE_ISSUES: Final = "CREATE_ISSUES"
CREATE_SHARED_OBJECTS: Final = "CREATE_SHARED_OBJECTS"
DELETE_ALL_ATTACHMENTS: Final = "DELETE_ALL_ATTACHMENTS"
DELETE_ALL_COMMENTS: Final = "DELETE_ALL_COMMENTS"
DELETE_ALL_WORKLOGS: Final = "DELETE_ALL_WORKLOGS"
DELETE_ISSUES: Final = "DELETE_ISSUES"
DELETE_OWN_ATTACHMENTS: Final = "DELETE_OWN_ATTACHMENTS"
DELETE_OWN_COMMENTS: Final = "DELETE_OWN_COMMENTS"
DELETE_OWN_WORKLOGS: Final = "DELETE_OWN_WORKLOGS"
EDIT_ALL_COMMENTS: Final = "EDIT_ALL_COMMENTS"
EDIT_ALL_WORKLOGS: Final = "EDIT_ALL_WORKLOGS"
EDIT_ISSUES: Final = "EDIT_ISSUES"
EDIT_OWN_COMMENTS: Final = "EDIT_OWN_COMMENTS"
EDIT_OWN_WORKLOGS: Final = "EDIT_OWN_WORKLOGS"
LINK_ISSUES: Final = "LINK_ISSUES"
MOVE_ISSUES: Final = "MOVE_ISSUES"
RESOLVE_ISSUES: Final = "RESOLVE_ISSUES"
MANAGE_SPRINTS: Final = "MANAGE_SPRINTS_PERMISSION"
MANAGE_WATCHERS: Final = "MANAGE_WATCHERS"
MODIFY_REPORTER: Final = "MODIFY_REPORTER"
SCHEDULE_ISSUES: Final = "SCHEDULE_ISSUES"
SET_ISSUE_SECURITY: Final = "SET_ISSUE_SECURITY"
SYSTEM_ADMIN: Final = "SYSTEM_ADMIN"
TRANSITION_ISSUES: Final = "TRANSITION_ISSUES"
USER_PICKER: Final = "USER_PICKER"
VIEW_VOTERS_AND_WATCHERS: Final = "VIEW_VOTERS_AND_WATCHERS"
WORK_ON_ISSUES: Final = "WORK_ON_ISSUES"


class Permission(Plain):
    """A permission; `id` is Jira's number for it, -1 for those that came later and have none."""

    id: str
    key: str
    name: str
    type: Literal["GLOBAL", "PROJECT"]
    description: str


# Keys and names as Jira Cloud had them in public captures of 2024: a line for the key, the number and the name, and
# below it what Jira says of it.
_GLOBAL = """
ADMINISTER 0 Administer Jira
    Create and administer projects, issue types, fields, workflows, and schemes for all projects. Users with
    this permission can perform most administration tasks, except: managing users, importing data, and editing
    system email settings.
BULK_CHANGE 33 Make bulk changes
    Modify collections of issues at once. For example, resolve multiple issues in one step.
CREATE_PROJECT -1 Create team-managed projects
    Create projects separate from shared configurations and schemes. Team-managed projects don't affect
    existing projects or shared configurations like workflows, fields or permissions. Only licensed users can
    create team-managed projects.
CREATE_SHARED_OBJECTS 22 Share dashboards and filters
    Share dashboards and filters with other users.
MANAGE_GROUP_FILTER_SUBSCRIPTIONS 24 Manage group filter subscriptions
    Create and delete group filter subscriptions.
SYSTEM_ADMIN 44 Jira System Administrators
    Ability to perform all administration functions. There must be at least one group with this permission.
USER_PICKER 27 Browse users and groups
    View and select users or groups from the user picker, and share issues. Users with this permission can see
    the names of all users and groups on your site.
"""

_PROJECT = """
ADD_COMMENTS 15 Add Comments
    Ability to comment on issues.
ADMINISTER_PROJECTS 23 Administer Projects
    Ability to administer a project in Jira.
ASSIGNABLE_USER 17 Assignable User
    Users with this permission may be assigned to issues.
ASSIGN_ISSUES 13 Assign Issues
    Ability to assign issues to other people.
BROWSE_PROJECTS 10 Browse Projects
    Ability to browse projects and the issues within them.
CLOSE_ISSUES 18 Close Issues
    Ability to close issues. Often useful where your developers resolve issues, and a QA department closes
    them.
CREATE_ATTACHMENTS 19 Create Attachments
    Users with this permission may create attachments.
CREATE_ISSUES 11 Create Issues
    Ability to create issues.
DELETE_ALL_ATTACHMENTS 38 Delete All Attachments
    Users with this permission may delete all attachments.
DELETE_ALL_COMMENTS 36 Delete All Comments
    Ability to delete all comments made on issues.
DELETE_ALL_WORKLOGS 43 Delete All Worklogs
    Ability to delete all worklogs made on issues.
DELETE_ISSUES 16 Delete Issues
    Ability to delete issues.
DELETE_OWN_ATTACHMENTS 39 Delete Own Attachments
    Users with this permission may delete own attachments.
DELETE_OWN_COMMENTS 37 Delete Own Comments
    Ability to delete own comments made on issues.
DELETE_OWN_WORKLOGS 42 Delete Own Worklogs
    Ability to delete own worklogs made on issues.
EDIT_ALL_COMMENTS 34 Edit All Comments
    Ability to edit all comments made on issues.
EDIT_ALL_WORKLOGS 41 Edit All Worklogs
    Ability to edit all worklogs made on issues.
EDIT_ISSUES 12 Edit Issues
    Ability to edit issues.
EDIT_OWN_COMMENTS 35 Edit Own Comments
    Ability to edit own comments made on issues.
EDIT_OWN_WORKLOGS 40 Edit Own Worklogs
    Ability to edit own worklogs made on issues.
LINK_ISSUES 21 Link Issues
    Ability to link issues together and create linked issues. Only useful if issue linking is turned on.
MANAGE_SPRINTS_PERMISSION -1 Manage sprints
    Ability to manage sprints.
MANAGE_WATCHERS 32 Manage Watchers
    Ability to manage the watchers of an issue.
MODIFY_REPORTER 30 Modify Reporter
    Ability to modify the reporter when creating or editing an issue.
MOVE_ISSUES 25 Move Issues
    Ability to move issues between projects or between workflows of the same project (if applicable). Note the
    user can only move issues to a project they have the create permission for.
RESOLVE_ISSUES 14 Resolve Issues
    Ability to resolve and reopen issues. This includes the ability to set a fix version.
SCHEDULE_ISSUES 28 Schedule Issues
    Ability to view or edit an issue's due date.
SET_ISSUE_SECURITY 26 Set Issue Security
    Ability to set the level of security on an issue so that only people in that security level can see the
    issue.
TRANSITION_ISSUES 46 Transition Issues
    Ability to transition issues.
VIEW_DEV_TOOLS 29 View Development Tools
    Allows users in a software project to view development-related information on the issue, such as commits,
    reviews and build information.
VIEW_READONLY_WORKFLOW 45 View Read-Only Workflow
    Users with this permission may view a read-only version of a workflow.
VIEW_VOTERS_AND_WATCHERS 31 View Voters and Watchers
    Ability to view the voters and watchers of an issue.
WORK_ON_ISSUES 20 Work On Issues
    Ability to log work done against an issue. Only useful if Time Tracking is turned on.
"""


def _permissions(text: str, of_type: Literal["GLOBAL", "PROJECT"]) -> dict[str, Permission]:
    found = re.finditer(r"^(\w+) (-?\d+) (.+)\n((?:    .+\n)+)", text, re.M)
    return {
        key: Permission(id=number, key=key, name=name, type=of_type, description=" ".join(description.split()))
        for key, number, name, description in (match.groups() for match in found)
    }


GLOBAL_PERMISSIONS = _permissions(_GLOBAL, "GLOBAL")
PROJECT_PERMISSIONS = _permissions(_PROJECT, "PROJECT")
PERMISSIONS = {**GLOBAL_PERMISSIONS, **PROJECT_PERMISSIONS}
"""Every permission by its key."""


class Grant(Plain):
    """Who holds a permission: the allowed ones, less the denied ones."""

    allowed: frozenset[Holder | Role]
    denied: frozenset[Holder | Role] = frozenset()


DEFAULT_ID: Final = 0
DEFAULT_NAME: Final = "Default Permission Scheme"
"""The scheme that every site has from the start; both are as on Cloud sites."""

# A fresh site is permissive: every signed-in user holds every permission but those to administer the site, which the
# default user has.
USUAL = Grant(allowed=frozenset({Everyone.SIGNED_IN}))
_ADMINISTRATION = Grant(allowed=frozenset({DEFAULT_USER}))


@dataclass(frozen=True, kw_only=True, slots=True)
class PermissionScheme:
    """A permission scheme, with the grants of the permissions that something was said of.

    `project` is the key of the one project that it was made for, as that differed from the others.
    """

    id: int
    name: str
    description: str = ""
    project: str | None = None
    grants: Mapping[str, Grant] = field(default_factory=dict)

    def grant_of(self, permission: str) -> Grant:
        """Return the grant of a permission, or the usual one where nothing was said of it."""
        usual = _ADMINISTRATION if permission in (ADMINISTER, SYSTEM_ADMIN) else USUAL
        return self.grants.get(permission, usual)

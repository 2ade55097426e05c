"""Refusals about permissions, and for want of a global one."""

from __future__ import annotations

from typing import Literal

from jira_linkfake.site.refusals import CallerRefusal, Refusal, UnseenRefusal


class AdministratorNeeded(CallerRefusal):
    """The caller lacks the global permission to administer Jira."""

    truth = "{0.who} does not hold Administer Jira"


class UserBrowsingNeeded(CallerRefusal):
    """The caller lacks the global permission to browse users and groups."""

    truth = "{0.who} does not hold Browse users and groups"


class PermissionsUnnamed(Refusal):
    """A caller's permissions were asked for without a name of one."""

    truth = "the query names no permissions"


class PermissionUnknown(Refusal):
    """Jira has no such permission where it was asked for: a global one is none of a project."""

    truth = "there is no permission {0.key!r} of this kind"

    key: str


class ContextUnseen(UnseenRefusal):
    """Permissions were asked for in a project that does not exist, or that the caller may not browse."""

    truth = "{0.who} sees no project with {0.by} {0.value!r}: {0.why}"

    by: Literal["key", "id"]
    value: str


class ProjectPermissionsUnnamed(Refusal):
    """Permissions in projects or issues were asked for without a name of one."""

    truth = "the body names projects or issues, and no permissions"


class PermissionsOfOthers(CallerRefusal):
    """The caller asked for another user's permissions and does not administer Jira."""

    truth = "{0.who} asked for the permissions of {0.account_id!r}, and does not hold Administer Jira"

    account_id: str


class AccountUnknown(Refusal):
    """No user has the account whose permissions were asked for."""

    truth = "there is no user with the account {0.account_id!r}"

    account_id: str

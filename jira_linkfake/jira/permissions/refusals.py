"""What can go wrong about permissions, and for want of a global one, and what Jira answers."""

from __future__ import annotations

from typing import Literal

from jira_linkfake.jira import evidence
from jira_linkfake.jira.evidence import chosen
from jira_linkfake.jira.refusal import NO_TEXT, Answer, CallerRefusal, Refusal, UnseenRefusal


class AdministratorNeeded(CallerRefusal):
    """The caller lacks the global permission to administer Jira."""

    truth = "{0.who} does not hold Administer Jira"
    answer = Answer(
        condition="what needs Administer Jira, link types and deleting a project aside, without it",
        status=403,
        status_by=evidence.REFERENCE,
        message="You are not authorized to perform this action. Administrator privileges are required.",
        words_by=chosen("the reference's words, which it has for other operations"),
        lack="permission",
    )


class UserBrowsingNeeded(CallerRefusal):
    """The caller lacks the global permission to browse users and groups."""

    truth = "{0.who} does not hold Browse users and groups"
    answer = Answer(
        condition="what needs Browse users and groups without it, searching users and groups aside",
        status=403,
        status_by=evidence.REFERENCE,
        message="You are not authorized to perform this action. Browse users and groups is required.",
        words_by=NO_TEXT,
        lack="permission",
    )


class PermissionsUnnamed(Refusal):
    """A caller's permissions were asked for without a name of one."""

    truth = "the query names no permissions"
    answer = Answer(
        condition="the caller's permissions without `permissions`",
        status=400,
        status_by=evidence.REFERENCE,
        message="The 'permissions' query parameter is required.",
        words_by=evidence.RECORDED,
    )


class PermissionsOfComment(Refusal):
    """A caller's permissions were asked for in a comment, and others than to browse it."""

    truth = "the query names a comment, and other permissions than BROWSE_PROJECTS"
    answer = Answer(
        condition="permissions in a comment, other than `BROWSE_PROJECTS`",
        status=400,
        status_by=evidence.REFERENCE,
        message="Only the permission BROWSE_PROJECTS can be asked for with 'commentId'.",
        words_by=NO_TEXT,
    )


class PermissionUnknown(Refusal):
    """A permission is not known where it was asked for; a global one is not known for projects."""

    truth = "there is no permission {0.key!r} of this kind"
    answer = Answer(
        condition="a permission that does not exist",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("{0.key}", "Unrecognized permission"),),
        words_by=evidence.RECORDED,
    )

    key: str


class ContextUnseen(UnseenRefusal):
    """Permissions were asked for in a project that does not exist, or that the caller may not browse."""

    truth = "{0.who} sees no project with {0.by} {0.value!r}: {0.why}"
    answer = Answer(
        condition="permissions in a project that does not exist or that the caller may not browse",
        status=404,
        status_by=evidence.REFERENCE,
        message="Could not find project with provided {0.by}.",
        words_by=evidence.RECORDED,
        lack="sight",
    )

    by: Literal["key", "id"]
    value: str


class ProjectPermissionsUnnamed(Refusal):
    """Permissions in projects or issues were asked for without a name of one."""

    truth = "the body names projects or issues, and no permissions"
    answer = Answer(
        condition="`projectPermissions` without `permissions`",
        status=400,
        status_by=evidence.REFERENCE,
        message="At least one project permission must be provided.",
        words_by=NO_TEXT,
    )


class PermissionsOfOthers(CallerRefusal):
    """The caller asked for another user's permissions and does not administer Jira."""

    truth = "{0.who} asked for the permissions of {0.account_id!r}, and does not hold Administer Jira"
    answer = Answer(
        condition="another user's permissions without Administer Jira",
        status=403,
        status_by=evidence.REFERENCE,
        message="Only Jira administrators can perform this operation.",
        words_by=evidence.REFERENCE,
        lack="permission",
    )

    account_id: str


class AccountUnknown(Refusal):
    """No user has the account whose permissions were asked for."""

    truth = "there is no user with the account {0.account_id!r}"
    answer = Answer(
        condition="the permissions of a user who does not exist",
        status=400,
        status_by=evidence.REFERENCE,
        message="The account ID '{0.account_id}' is invalid.",
        words_by=NO_TEXT,
    )

    account_id: str

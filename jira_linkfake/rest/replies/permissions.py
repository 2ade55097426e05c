"""What Jira answers to refusals about permissions, and for want of a global one."""

from __future__ import annotations

from jira_linkfake.rest import evidence
from jira_linkfake.rest.evidence import chosen
from jira_linkfake.rest.replies.answer import NO_TEXT, Answer
from jira_linkfake.site.refusals import Refusal
from jira_linkfake.site.refusals import permissions as refusals

ANSWERS: dict[type[Refusal], Answer] = {
    refusals.AdministratorNeeded: Answer(
        condition="what needs Administer Jira, link types and deleting a project aside, without it",
        status=403,
        status_by=evidence.REFERENCE,
        message="You are not authorized to perform this action. Administrator privileges are required.",
        words_by=chosen("the reference's words, which it has for other operations"),
        lack="permission",
    ),
    refusals.UserBrowsingNeeded: Answer(
        condition="what needs Browse users and groups without it, searching users and groups aside",
        status=403,
        status_by=evidence.REFERENCE,
        message="You are not authorized to perform this action. Browse users and groups is required.",
        words_by=NO_TEXT,
        lack="permission",
    ),
    refusals.PermissionsUnnamed: Answer(
        condition="the caller's permissions without `permissions`",
        status=400,
        status_by=evidence.REFERENCE,
        message="The 'permissions' query parameter is required.",
        words_by=evidence.RECORDED,
    ),
    refusals.PermissionUnknown: Answer(
        condition="a permission that does not exist",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("{0.key}", "Unrecognized permission"),),
        words_by=evidence.RECORDED,
    ),
    refusals.ContextUnseen: Answer(
        condition="permissions in a project that does not exist or that the caller may not browse",
        status=404,
        status_by=evidence.REFERENCE,
        message="Could not find project with provided {0.by}.",
        words_by=evidence.RECORDED,
        lack="sight",
    ),
    refusals.ProjectPermissionsUnnamed: Answer(
        condition="`projectPermissions` without `permissions`",
        status=400,
        status_by=evidence.REFERENCE,
        message="At least one project permission must be provided.",
        words_by=NO_TEXT,
    ),
    refusals.PermissionsOfOthers: Answer(
        condition="another user's permissions without Administer Jira",
        status=403,
        status_by=evidence.REFERENCE,
        message="Only Jira administrators can perform this operation.",
        words_by=evidence.REFERENCE,
        lack="permission",
    ),
    refusals.AccountUnknown: Answer(
        condition="the permissions of a user who does not exist",
        status=400,
        status_by=evidence.REFERENCE,
        message="The account ID '{0.account_id}' is invalid.",
        words_by=NO_TEXT,
    ),
}

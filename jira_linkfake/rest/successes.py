"""What Jira answers when an operation is carried out: status, what the body is, and evidence."""

from __future__ import annotations

from typing import NamedTuple

from jira_linkfake.rest.envelopes import JSON_TYPE
from jira_linkfake.rest.evidence import (
    LIVE_CONTRACT,
    LIVE_SUITE,
    RECORDED,
    REFERENCE,
    SERVER_CAPTURE,
    Evidence,
    chosen,
)


class Success(NamedTuple):
    """The reply to an operation that was carried out; `by` is the evidence for status and body.

    `when` says in which case, where it is not the usual one; the other case stands beside the usual one as `otherwise`.

    `content_type` is that of an empty body: creating a link was captured to send none as JSON (Server and Data
    Center, 2015 to 2026), which breaks clients that parse by content type; that Cloud does so too is chosen.
    """

    status: int
    body: str
    by: Evidence
    content_type: str | None = None
    when: str = ""
    otherwise: Success | None = None


_IN_LIST = chosen("as the list has it")

SUCCESSES: dict[str, Success] = {
    "linkIssues": Success(201, "empty, without Location; a repeated link answers the same", LIVE_CONTRACT, JSON_TYPE),
    "getIssueLink": Success(200, "the link with both its ends", SERVER_CAPTURE),
    "deleteIssueLink": Success(204, "empty", LIVE_SUITE),
    "getIssueLinkTypes": Success(200, "`issueLinkTypes`, by name", LIVE_SUITE),
    "getIssueLinkType": Success(200, "the object of the list", LIVE_SUITE),
    "createIssueLinkType": Success(201, "the new type", REFERENCE),
    "updateIssueLinkType": Success(200, "the changed type", REFERENCE),
    "deleteIssueLinkType": Success(204, "empty; the type's links are gone too", LIVE_SUITE),
    "createIssue": Success(201, "id, key and address of the new issue", REFERENCE),
    "createIssues": Success(
        201,
        "`issues`, and `errors` for those that were refused",
        REFERENCE,
        otherwise=Success(400, "as for some, with all in `errors`", REFERENCE, when="where all are refused"),
    ),
    "editIssue": Success(
        204,
        "empty",
        REFERENCE,
        otherwise=Success(200, "the issue", REFERENCE, when="with `returnIssue=true`"),
    ),
    "assignIssue": Success(204, "empty", REFERENCE),
    "deleteIssue": Success(204, "empty; its links are gone from the other issues too", REFERENCE),
    "getTransitions": Success(200, "`transitions`, one to each status of the site", REFERENCE),
    "doTransition": Success(204, "empty", REFERENCE),
    "getEditIssueMeta": Success(200, "`fields` that the caller could set", REFERENCE),
    "getCreateIssueMeta": Success(200, "`projects` with their types of issues, and on request the fields", REFERENCE),
    "getCreateIssueMetaIssueTypes": Success(200, "a page of a project's types of issues", REFERENCE),
    "getCreateIssueMetaIssueTypeId": Success(200, "a page of the fields of a new issue", REFERENCE),
    "getIssueLimitReport": Success(200, "issues near or beyond a limit, and the limits", REFERENCE),
    "getIssue": Success(200, "the issue; each link with its other end only", LIVE_SUITE),
    "getChangeLogs": Success(200, "a page of the issue's history, oldest first", REFERENCE),
    "getChangeLogsByIds": Success(200, "`histories`: the entries that were named, oldest first", REFERENCE),
    "searchAndReconsileIssuesUsingJql": Success(200, "`issues`, with ids alone unless `fields` is given", RECORDED),
    "searchAndReconsileIssuesUsingJqlPost": Success(200, "as GET", RECORDED),
    "searchForIssuesUsingJql": Success(
        200, "in version 2: a part of the issues, and `total`", chosen("as Jira did before it removed the operation")
    ),
    "searchForIssuesUsingJqlPost": Success(200, "as GET", chosen("as Jira did before it removed the operation")),
    "countIssues": Success(200, "`count`, which is exact", REFERENCE),
    "bulkFetchIssues": Success(200, "`issues` that the caller may see; `issueErrors` is empty", REFERENCE),
    "getComments": Success(200, "a page of the comments that the caller may read", REFERENCE),
    "getComment": Success(200, "one comment", REFERENCE),
    "addComment": Success(201, "the new comment", LIVE_SUITE),
    "updateComment": Success(200, "the changed comment", LIVE_SUITE),
    "deleteComment": Success(204, "empty", REFERENCE),
    "getCommentsByIds": Success(200, "`values`: the comments of these ids that the caller may read", LIVE_SUITE),
    "getAllPermissions": Success(200, "every permission", REFERENCE),
    "getMyPermissions": Success(200, "the permissions that were asked for, each with `havePermission`", REFERENCE),
    "getBulkPermissions": Success(200, "which global ones are held, and where the others", REFERENCE),
    "getRemoteIssueLinks": Success(200, "every remote link of the issue, or with `globalId` that one", LIVE_SUITE),
    "createOrUpdateRemoteIssueLink": Success(
        201,
        "`id` and `self`",
        REFERENCE,
        otherwise=Success(200, "`id` and `self`", REFERENCE, when="where it changes the one of its `globalId`"),
    ),
    "deleteRemoteIssueLinkByGlobalId": Success(204, "empty", LIVE_SUITE),
    "getRemoteIssueLinkById": Success(200, "one remote link", LIVE_SUITE),
    "updateRemoteIssueLink": Success(204, "empty", REFERENCE),
    "deleteRemoteIssueLinkById": Success(204, "empty", LIVE_SUITE),
    "getServerInfo": Success(200, "version and kind of deployment", REFERENCE),
    "getConfiguration": Success(200, "which features are on; `issueLinkingEnabled` follows the option", REFERENCE),
    "getCurrentUser": Success(200, "the caller", REFERENCE),
    "getUser": Success(200, "a user", REFERENCE),
    "findUsers": Success(200, "a part of the users who are found, as a list", REFERENCE),
    "getAllUsers": Success(200, "a part of all users, as a list", REFERENCE),
    "getUserGroups": Success(200, "the groups of a user", REFERENCE),
    "getGroup": Success(200, "a group, with up to 50 users if they are asked for", REFERENCE),
    "getUsersFromGroup": Success(200, "a page of a group's users", REFERENCE),
    "findGroups": Success(200, "the groups whose names have the query in them", REFERENCE),
    "getAllProjects": Success(200, "every project that the caller may browse", REFERENCE),
    "searchProjects": Success(
        200, "a page of the projects that are found and may be browsed", chosen("the reference has 404 for none found")
    ),
    "createProject": Success(201, "the new project's id, a number, and key", REFERENCE),
    "getProject": Success(200, "a project in full", REFERENCE),
    "updateProject": Success(200, "the changed project in full", REFERENCE),
    "deleteProject": Success(204, "empty; the project's issues, their links and comments are gone too", REFERENCE),
    "getAllStatuses": Success(200, "for each type of issues every status", REFERENCE),
    "getSecurityLevelsForProject": Success(200, "the security levels that the caller may set", REFERENCE),
    "getAllProjectRoles": Success(200, "every role of the site", REFERENCE),
    "getProjectRoleById": Success(200, "a role of the site", REFERENCE),
    "getProjectRoles": Success(200, "the addresses of a project's roles, by name", REFERENCE),
    "getProjectRole": Success(200, "a role of a project, with who has it", REFERENCE),
    "getIssueSecurityLevel": Success(200, "a security level", REFERENCE),
    "getIssueAllTypes": Success(200, "every type of issues", REFERENCE),
    "getIssueType": Success(200, "the object of the list", _IN_LIST),
    "getPriorities": Success(200, "every priority", REFERENCE),
    "getPriority": Success(200, "the object of the list", _IN_LIST),
    "getResolutions": Success(200, "every resolution", REFERENCE),
    "getResolution": Success(200, "the object of the list", _IN_LIST),
    "getFields": Success(200, "every field of issues, custom ones too", REFERENCE),
    "getStatuses": Success(200, "every status", RECORDED),
    "getStatus": Success(200, "the object of the list", _IN_LIST),
    "getStatusCategories": Success(200, "every status category", REFERENCE),
    "getStatusCategory": Success(200, "the object of the list", _IN_LIST),
}

"""Whatever the fake lets a client read is as Atlassian describes it.

jira.js is made from Atlassian's description of the API. As these tests use it, it throws where an answer differs from
its schema, and tells of what the schema does not have: a name with a slip in it as well as a field too many.
"""

from __future__ import annotations

import pytest

from jira_linkfake.rest.operations import all_operations
from tests.clients.node import JiraJs

ISSUE = {"issueIdOrKey": "WEB-3"}
PROJECT = {"projectIdOrKey": "WEB"}
BOARD = {"boardId": 1}
ADMIN = "712020:00000000-0000-4000-8000-000000010000"
ALICE = "712020:00000000-0000-4000-8000-000000010001"

READS = {
    "groups.findGroups": {"query": "up"},
    "groups.getUsersFromGroup": {"groupname": "support"},
    "issueComments.getComment": {**ISSUE, "id": "10000", "expand": "renderedBody"},
    "issueComments.getComments": {**ISSUE, "expand": "renderedBody"},
    "issueComments.getCommentsByIds": {"ids": [10000]},
    "issueFields.getFields": {},
    "issueFields.getFieldsPaginated": {"type": ["custom"], "expand": ["key", "isLocked"]},
    "issueLinks.getIssueLink": {"linkId": "10000"},
    "issueLinkTypes.getIssueLinkType": {"issueLinkTypeId": "10000"},
    "issueBulkOperations.getBulkOperationProgress": {"taskId": "10001"},
    "issueBulkOperations.getBulkEditableFields": {"issueIdsOrKeys": "WEB-3"},
    "issueBulkOperations.getAvailableTransitions": {"issueIdsOrKeys": "WEB-3"},
    "issueLinkTypes.getIssueLinkTypes": {},
    "issuePriorities.getPriority": {"id": "3"},
    "issuePriorities.searchPriorities": {},
    "issueRemoteLinks.getRemoteIssueLinkById": {**ISSUE, "linkId": "10000"},
    "issueRemoteLinks.getRemoteIssueLinks": ISSUE,
    "issueResolutions.getResolution": {"id": "10000"},
    "issues.bulkFetchIssues": {"issueIdsOrKeys": ["WEB-3", "WEB-99"], "fields": ["*all"], "expand": ["schema"]},
    "issues.getChangeLogs": ISSUE,
    "issues.getChangeLogsByIds": {**ISSUE, "changelogIds": [10000]},
    "issues.getCreateIssueMetaIssueTypeId": {**PROJECT, "issueTypeId": "10002"},
    "issues.getCreateIssueMetaIssueTypes": PROJECT,
    "issues.getEditIssueMeta": ISSUE,
    "issues.getIssue": {**ISSUE, "expand": "changelog,names,schema"},
    "issues.getTransitions": {**ISSUE, "expand": "transitions.fields"},
    "issueSearch.getIssuePickerResource": {"query": "web", "currentJQL": "project = WEB"},
    "issueSearch.countIssues": {"jql": "labels = disk"},
    "issueSearch.searchAndReconsileIssuesUsingJql": {"jql": "labels = disk", "fields": ["*all"], "expand": "changelog"},
    "issueSearch.searchAndReconsileIssuesUsingJqlPost": {"jql": "labels = disk", "fields": ["*all"], "expand": "names"},
    "jql.getAutoComplete": {},
    "jql.getFieldAutoCompleteForQueryString": {"fieldName": "status"},
    "issueSecurityLevel.getIssueSecurityLevel": {"id": "10000"},
    "issueTypes.getIssueAllTypes": {},
    "issueTypes.getIssueType": {"id": "10002"},
    "issueTypes.getAlternativeIssueTypes": {"id": "10002"},
    "issueVotes.getVotes": ISSUE,
    "issueWatchers.getIsWatchingIssueBulk": {"issueIds": ["10000"]},
    "issueWatchers.getIssueWatchers": ISSUE,
    "issueWorklogs.getIdsOfWorklogsDeletedSince": {"since": 1},
    "issueWorklogs.getIdsOfWorklogsModifiedSince": {"since": 1},
    "issueWorklogs.getIssueWorklog": ISSUE,
    "issueWorklogs.getWorklog": {**ISSUE, "id": "10000"},
    "issueWorklogs.getWorklogsForIds": {"ids": [10000]},
    "jiraSettings.getConfiguration": {},
    "labels.getAllLabels": {},
    "myself.getCurrentUser": {},
    "permissions.getAllPermissions": {},
    "permissions.getBulkPermissions": {"globalPermissions": ["ADMINISTER"], "accountId": ADMIN},
    "permissions.getMyPermissions": {"permissions": ["LINK_ISSUES", "ADMINISTER"], "issueKey": "WEB-3"},
    "projectPermissionSchemes.getSecurityLevelsForProject": {"projectKeyOrId": "WEB"},
    "permissionSchemes.getAllPermissionSchemes": {"expand": "permissions"},
    "permissionSchemes.getPermissionScheme": {"schemeId": 0},
    "permissionSchemes.getPermissionSchemeGrants": {"schemeId": 0},
    "permissionSchemes.getPermissionSchemeGrant": {"schemeId": 0, "permissionId": 2207859002},
    "projectPermissionSchemes.getAssignedPermissionScheme": {"projectKeyOrId": "WEB"},
    "projectPermissionSchemes.getProjectIssueSecurityScheme": {"projectKeyOrId": "WEB"},
    "issueSecuritySchemes.getIssueSecuritySchemes": {},
    "issueSecuritySchemes.getIssueSecurityScheme": {"id": 10000},
    "issueSecurityLevel.getIssueSecurityLevelMembers": {"issueSecuritySchemeId": 10000},
    "issueNotificationSchemes.getNotificationSchemes": {"expand": "all"},
    "issueNotificationSchemes.getNotificationScheme": {"id": 10000, "expand": "all"},
    "issueNotificationSchemes.getNotificationSchemeToProjectMappings": {"projectId": ["10001"]},
    "projects.getNotificationSchemeForProject": {"projectKeyOrId": "WEB"},
    "projectCategories.getAllProjectCategories": {},
    "projectCategories.getProjectCategoryById": {"id": 10000},
    "projectRoles.getAllProjectRoles": {},
    "projectRoles.getProjectRole": {**PROJECT, "id": 10000},
    "projectRoles.getProjectRoleById": {"id": 10000},
    "projectRoles.getProjectRoleDetails": PROJECT,
    "projectRoles.getProjectRoles": PROJECT,
    "projectTypes.getAccessibleProjectTypeByKey": {"projectTypeKey": "software"},
    "projectTypes.getAllAccessibleProjectTypes": {},
    "projectTypes.getAllProjectTypes": {},
    "projectTypes.getProjectTypeByKey": {"projectTypeKey": "software"},
    "issueAttachments.getAttachment": {"id": "10000"},
    "issueAttachments.getAttachmentMeta": {},
    "projectComponents.findComponentsForProjects": {},
    "projectComponents.getComponent": {"id": "10000"},
    "projectComponents.getComponentRelatedIssues": {"id": "10000"},
    "projectComponents.getProjectComponents": PROJECT,
    "projectComponents.getProjectComponentsPaginated": PROJECT,
    "projectVersions.getProjectVersions": PROJECT,
    "projectVersions.getProjectVersionsPaginated": PROJECT,
    "projectVersions.getRelatedWork": {"id": "10000"},
    "projectVersions.getVersion": {"id": "10000", "expand": "issuesstatus,operations"},
    "projectVersions.getVersionRelatedIssues": {"id": "10000"},
    "issueProperties.getIssuePropertyKeys": {"issueIdOrKey": "WEB-3"},
    "issueProperties.getIssueProperty": {"issueIdOrKey": "WEB-3", "propertyKey": "release"},
    "issueCommentProperties.getCommentPropertyKeys": {"commentId": "10000"},
    "issueCommentProperties.getCommentProperty": {"commentId": "10000", "propertyKey": "release"},
    "issueWorklogProperties.getWorklogPropertyKeys": {"issueIdOrKey": "WEB-3", "worklogId": "10000"},
    "issueWorklogProperties.getWorklogProperty": {
        "issueIdOrKey": "WEB-3",
        "worklogId": "10000",
        "propertyKey": "release",
    },
    "projectProperties.getProjectPropertyKeys": {"projectIdOrKey": "WEB"},
    "projectProperties.getProjectProperty": {"projectIdOrKey": "WEB", "propertyKey": "release"},
    "userProperties.getUserPropertyKeys": {"accountId": "712020:00000000-0000-4000-8000-000000010000"},
    "userProperties.getUserProperty": {
        "accountId": "712020:00000000-0000-4000-8000-000000010000",
        "propertyKey": "release",
    },
    "issueTypeProperties.getIssueTypePropertyKeys": {"issueTypeId": "10002"},
    "issueTypeProperties.getIssueTypeProperty": {"issueTypeId": "10002", "propertyKey": "release"},
    "tasks.getTask": {"taskId": "10000"},
    "userSearch.findAssignableUsers": {"project": "WEB"},
    "userSearch.findBulkAssignableUsers": {"projectKeys": "WEB"},
    "userSearch.findUsersForPicker": {"query": "al", "showAvatar": True},
    "userSearch.findUsersWithAllPermissions": {"permissions": "EDIT_ISSUES", "projectKey": "WEB"},
    "userSearch.findUsersWithBrowsePermission": {"issueKey": "WEB-3"},
    "users.getAllUsersDefault": {},
    "groupAndUserPicker.findUsersAndGroups": {"query": "a"},
    "myself.getPreference": {"key": "user.notifications.mimetype"},
    "myself.getLocale": {},
    "projectVersions.getVersionUnresolvedIssues": {"id": "10000"},
    "projects.getAllStatuses": PROJECT,
    "projects.getHierarchy": {"projectId": 10001},
    "projects.getProject": PROJECT,
    "projects.searchProjects": {},
    "serverInfo.getServerInfo": {},
    "status.getStatusesById": {"id": ["10000"]},
    "status.getStatusesByName": {"name": ["Done"]},
    "status.search": {"statusCategory": "DONE"},
    "users.getAllUsers": {},
    "users.getUser": {"accountId": ADMIN},
    "users.getUserGroups": {"accountId": ALICE},
    "userSearch.findUsers": {"query": "alice"},
    "workflowStatusCategories.getStatusCategories": {},
    "workflowStatusCategories.getStatusCategory": {"idOrKey": "new"},
    "workflowStatuses.getStatus": {"idOrName": "10000"},
    "workflowStatuses.getStatuses": {},
    "filters.getFavouriteFilters": {"expand": "sharedUsers"},
    "filters.getFilter": {"id": 10000, "expand": "sharedUsers"},
    "filters.getFiltersPaginated": {"expand": "jql,sharePermissions"},
    "filters.getMyFilters": {},
    "filters.getColumns": {"id": 10000},
    "filterSharing.getDefaultShareScope": {},
    "filterSharing.getSharePermission": {"id": 10000, "permissionId": 10000},
    "filterSharing.getSharePermissions": {"id": 10000},
    "board.getAllBoards": {"projectKeyOrId": "WEB"},
    "board.getAllSprints": BOARD,
    "board.getAllVersions": BOARD,
    "board.getBoard": BOARD,
    "board.getBoardByFilterId": {"filterId": 10000},
    "board.getConfiguration": BOARD,
    "board.getEpics": BOARD,
    "board.getProjects": BOARD,
    "board.getProjectsFull": BOARD,
    "epic.getEpic": {"epicIdOrKey": "WEB-9"},
    "issue.getIssue": {"issueIdOrKey": "WEB-3"},
    "issue.getIssueEstimationForBoard": {"issueIdOrKey": "WEB-3", "boardId": 1},
    "sprint.getSprint": {"sprintId": 1},
}
# What Atlassian's description calls deprecated or experimental, jira.js leaves out.
NOT_IN_JIRA_JS = {
    "bulkGetGroups",
    "bulkGetUsers",
    "expandAttachmentForHumans",
    "expandAttachmentForMachines",
    "getAllProjects",
    "getCreateIssueMeta",
    "getGroup",
    "getIssueLimitReport",
    "getIssueTypesForProject",
    "getPriorities",
    "getRecent",
    "getResolutions",
    "getFailedWebhooks",
    "getSecurityLevelMembers",
    "getSecurityLevels",
    "searchProjectsUsingSecuritySchemes",
    "searchSecuritySchemes",
    "getSession",
    "getTenantInfo",
    "getWebhook",
    "getWebhooks",
    "listApplicationLinks",
    "searchResolutions",
    "searchForIssuesUsingJql",
}
# jira.js reads the issues of boards from /rest/software/1.0, which is not in the description that is served.
FROM_ELSEWHERE = {
    "getBoardIssuesForEpic",
    "getBoardIssuesForSprint",
    "getIssuesForBacklog",
    "getIssuesForBoard",
    "getIssuesForEpic",
    "getIssuesForSprint",
    "getIssuesWithoutEpic",
    "getIssuesWithoutEpicForBoard",
}
OF_APPS = {"getDynamicWebhooksForApp"}
OF_BYTES = {"getAttachmentContent", "getAttachmentThumbnail"}


@pytest.fixture
def administrator(node, jira_linkfake, jira_linkfake_server):
    """A client of the default user, on a site that has one of everything."""
    jira_linkfake.add_version("1.0", project="WEB", start_date="2026-01-01", release_date="2026-02-01")
    jira_linkfake.add_component("Editor", project="WEB", description="Where one writes", lead="admin")
    work = {"category": "Design", "title": "Sketch", "url": "https://example.com/1"}
    jira_linkfake.client().post("/rest/api/3/version/10000/relatedwork", json=work, auth=jira_linkfake.auth)
    jira_linkfake.add_issue(
        "WEB-3",
        description="In two words",
        labels=["disk"],
        fix_versions=["1.0"],
        components=["Editor"],
        assignee="alice",
        reporter="alice",
        voters=["alice"],
        visible_to=[jira_linkfake.default_user],
        fields={"customfield_10010": "blue"},
    )
    jira_linkfake.add_project("TEAM", team_managed=True, category="Inner")
    jira_linkfake.add_attachment("WEB-3", "shot.png", b"seen")
    jira_linkfake.add_link("WEB-3", "blocks", "WEB-2")
    said = jira_linkfake.add_comment("WEB-3", "Restart it", author="alice")
    task = next(one for one in jira_linkfake.site.issue_types.values() if one.id == "10002")
    worked = jira_linkfake.add_worklog("WEB-3", "1h", author="alice", comment="Restarted it")
    for bearer in ("WEB-3", said, worked, jira_linkfake.project("WEB"), jira_linkfake.default_user, task):
        jira_linkfake.add_property(bearer, "release", {"state": "open"})
    jira_linkfake.add_task("Import")
    done = {"processedIssues": [10000], "failedIssues": {}}
    jira_linkfake.add_task("Bulk watch", status="COMPLETE", progress=100, result=done)
    jira_linkfake.add_issue("WEB-9", type="Epic")
    jira_linkfake.set_issue("WEB-3", parent="WEB-9")
    web = jira_linkfake.project("WEB")
    kept = jira_linkfake.add_filter("Web", "project = WEB", shared_with=[web], favourite_of=["admin"])
    columns = {"columns": ["summary"]}
    jira_linkfake.client().put(f"/rest/api/3/filter/{kept.id}/columns", json=columns, auth=jira_linkfake.auth)
    jira_linkfake.add_board("Team", filter=kept, project=web)
    jira_linkfake.add_sprint("Sprint 1", board="Team", state="active", goal="Save", issues=["WEB-3"])
    jira_linkfake.add_remote_link("WEB-3", "https://status.example.com/7", title="Incident 7", global_id="incident=7")
    return JiraJs(node, jira_linkfake_server.url, *jira_linkfake.auth)


@pytest.mark.parametrize(("method", "parameters"), READS.items(), ids=READS)
def test_answer_is_as_atlassian_describes_it(administrator, method, parameters):
    """An answer fits Atlassian's schema of it, and holds nothing else."""
    assert administrator(method, **parameters)


def test_every_operation_that_reads_is_tried():
    """Each GET that is served is in the table, but for those that jira.js does not have, or that answer no JSON."""
    served = {operation.id for operation in all_operations() if operation.method == "GET" and operation.served}

    assert (
        served - {method.partition(".")[2] for method in READS} == NOT_IN_JIRA_JS | FROM_ELSEWHERE | OF_BYTES | OF_APPS
    )

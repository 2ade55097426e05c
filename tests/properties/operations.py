"""A few requests for each operation of Jira that is served, as somebody would send them who knows the site well.

`{key}` stands for the key or id of an issue. Requests that only look have no body, or one that asks for something;
those that would change something name the hidden issue, so that they are refused.
"""

from __future__ import annotations

from typing import Any

Request = tuple[str, str, Any]
"""Method, path below `/rest/api/{version}/` or from the first slash on, and the JSON of the body; None sends none."""

HIDDEN, HIDDEN_ID = "HID-1", "10003"
OF_AN_ISSUE = ("APP-1", "app-2", HIDDEN, HIDDEN.lower(), HIDDEN_ID, "NOPE-1")

KEYS = ("HID", "NOPE")

ALICE_ID = "712020:00000000-0000-4000-8000-000000010001"
BLOCKS = {"name": "Blocks"}
LINK = {"type": BLOCKS, "inwardIssue": {"key": HIDDEN}, "outwardIssue": {"key": "APP-1"}}
HOOKS = "/rest/webhooks/1.0/webhook"
_GRANT = {"permission": "LINK_ISSUES", "holder": {"type": "group", "parameter": "nobody"}}
_GRANTS = {"permissions": [_GRANT]}
ADD_LINK = [{"add": {"type": BLOCKS, "outwardIssue": {"key": HIDDEN}}}]
NEW = {"project": {"key": "APP"}, "issuetype": {"name": "Task"}, "summary": "New"}
_INFERRED = {
    "inferClassificationDefaults": True,
    "inferFieldDefaults": True,
    "inferStatusDefaults": True,
    "inferSubtaskTypeDefault": True,
}
PART = {**NEW, "issuetype": {"name": "Sub-task"}, "parent": {"key": HIDDEN}}
DOCUMENT = {"type": "doc", "version": 1, "content": [{"type": "paragraph", "content": [{"type": "text", "text": "x"}]}]}
EVERY_EXPAND = "renderedFields,names,schema,editmeta,changelog,transitions"
JQLS = (
    "project in (APP, HID) ORDER BY key",
    "project = HID",
    f"key = {HIDDEN}",
    f"id in ({HIDDEN_ID}, 10000)",
    f"issue in linkedIssues({HIDDEN})",
    "issue in linkedIssues(APP-1)",
    'issue in linkedIssues(APP-1, "is blocked by", clones)',
    f"issueLink = {HIDDEN}",
    "issueLinkType = blocks AND project is not EMPTY",
    f"parent = {HIDDEN} OR parent = APP-1",
    "labels = secret",
    "watcher = alice OR voter = alice OR watchers > 0 OR votes = 1",
    "issue in watchedIssues() OR issue in votedIssues() ORDER BY votes",
    "worklogAuthor = alice OR worklogDate > -1d OR worklogComment ~ secret",
    "timespent > 0m OR remainingEstimate >= 1m OR originalEstimate is not EMPTY ORDER BY timespent",
    "fixVersion = '2.0' OR affectedVersion = 10001",
    "component = secret OR component in componentsLeadByUser(alice)",
    "attachments is not EMPTY",
    "component is not EMPTY ORDER BY component",
    "fixVersion in unreleasedVersions(HID)",
    "fixVersion is not EMPTY ORDER BY fixVersion",
    "labels is not EMPTY",
    "issue.property[secret].is = secret OR issue.property[secret].not is EMPTY",
    "summary ~ secret OR text ~ secret",
    "assignee = alice OR reporter = admin",
    "status WAS Done OR status CHANGED OR assignee WAS alice BY admin",
    "sprint = 'Sprint 2' OR sprint in openSprints()",
    f"'Epic Link' = {HIDDEN} OR 'Epic Link' is EMPTY ORDER BY rank",
    "sprint is not EMPTY AND 'Epic Link' is not EMPTY ORDER BY sprint",
    "filter = Theirs OR filter = 10001",
    "filter = Ours AND filter != Theirs",
    "issuetype = Bug AND status != Done AND created > -1d",
)


_OF_FILTERS = (
    "description,owner,jql,viewUrl,searchUrl,favourite,favouritedCount,sharePermissions,editPermissions,subscriptions"
)


AGILE = "/rest/agile/1.0"
BOARDS = (1, 2, 9)
SPRINTS = (1, 2, 9)


def _reads_of_boards() -> dict[str, list[Request]]:
    """Return the requests that only look, of Jira Software; of board 2 the hidden project's filter says who sees it."""

    def of_boards(*rests: str) -> list[Request]:
        return _gets(*(f"{AGILE}/board/{one}{rest}" for one in BOARDS for rest in rests))

    return {
        "getAllBoards": _gets(f"{AGILE}/board", f"{AGILE}/board?projectKeyOrId=HID", f"{AGILE}/board?orderBy=name"),
        "getBoardByFilterId": _gets(f"{AGILE}/board/filter/10000", f"{AGILE}/board/filter/10001"),
        "getBoard": of_boards(""),
        "getConfiguration": [*_gets("configuration"), *of_boards("/configuration")],
        "getIssuesForBoard": of_boards("/issue", "/issue?fields=*all&jql=sprint is not EMPTY", "/issue?maxResults=1"),
        "getIssuesForBacklog": of_boards("/backlog?fields=*all", f"/backlog?jql=key={HIDDEN}"),
        "getProjects": of_boards("/project"),
        "getProjectsFull": of_boards("/project/full"),
        "getEpics": of_boards("/epic", "/epic?done=false"),
        "getIssuesWithoutEpicForBoard": of_boards("/epic/none/issue"),
        "getBoardIssuesForEpic": of_boards(f"/epic/{HIDDEN}/issue", "/epic/APP-9/issue"),
        "getAllSprints": of_boards("/sprint", "/sprint?state=active"),
        "getBoardIssuesForSprint": of_boards(*(f"/sprint/{one}/issue" for one in SPRINTS)),
        "getAllVersions": of_boards("/version", "/version?released=true"),
        "getIssuesWithoutEpic": _gets(f"{AGILE}/epic/none/issue?fields=parent,epic"),
        "getEpic": _gets(*(f"{AGILE}/epic/{key}" for key in (*OF_AN_ISSUE, "APP-9"))),
        "getIssuesForEpic": _gets(*(f"{AGILE}/epic/{key}/issue" for key in (*OF_AN_ISSUE, "APP-9"))),
        "getIssueEstimationForBoard": _gets(
            *(f"{AGILE}/issue/{key}/estimation?boardId={one}" for key in OF_AN_ISSUE for one in BOARDS)
        ),
        "getSprint": _gets(*(f"{AGILE}/sprint/{one}" for one in SPRINTS)),
        "getIssuesForSprint": _gets(*(f"{AGILE}/sprint/{one}/issue?fields=*all" for one in SPRINTS)),
    }


def _writes_of_boards() -> dict[str, list[Request]]:
    """Return the requests of Jira Software that would change something of what is hidden, and are refused."""
    hidden, to = {"issues": [HIDDEN]}, {"rankAfterIssue": HIDDEN}
    return {
        "createBoard": [
            ("POST", f"{AGILE}/board", {"name": "", "type": "scrum", "filterId": 10001}),
        ],
        "deleteBoard": [("DELETE", f"{AGILE}/board/9", None)],
        "moveIssuesToBoard": [("POST", f"{AGILE}/board/{one}/issue", {**hidden, **to}) for one in BOARDS],
        "moveIssuesToBacklog": [
            ("POST", f"{AGILE}/backlog/issue", {"issues": [one, HIDDEN]}) for one in ("APP-1", HIDDEN)
        ],
        "moveIssuesToBacklogForBoard": [("POST", f"{AGILE}/backlog/{one}/issue", hidden) for one in BOARDS],
        "createSprint": [("POST", f"{AGILE}/sprint", {"name": "", "originBoardId": one}) for one in BOARDS],
        "updateSprint": [("PUT", f"{AGILE}/sprint/{one}", {"name": ""}) for one in (2, 9)],
        "partiallyUpdateSprint": [("POST", f"{AGILE}/sprint/{one}", {"state": "x"}) for one in SPRINTS],
        "deleteSprint": [("DELETE", f"{AGILE}/sprint/9", None)],
        "swapSprint": [("POST", f"{AGILE}/sprint/1/swap", {"sprintToSwapWith": 9})],
        "moveIssuesToSprintAndRank": [
            ("POST", f"{AGILE}/sprint/1/issue", hidden),
            ("POST", f"{AGILE}/sprint/1/issue", {"issues": ["APP-1"], **to}),
        ],
        "partiallyUpdateEpic": [
            ("POST", f"{AGILE}/epic/{key}", {"name": "x", "color": {"key": "x"}}) for key in (HIDDEN,)
        ],
        "moveIssuesToEpic": [
            ("POST", f"{AGILE}/epic/{HIDDEN}/issue", {"issues": ["APP-1"]}),
            ("POST", f"{AGILE}/epic/APP-9/issue", hidden),
        ],
        "removeIssuesFromEpic": [("POST", f"{AGILE}/epic/none/issue", hidden)],
        "rankEpics": [("PUT", f"{AGILE}/epic/{HIDDEN}/rank", {"rankAfterEpic": "APP-9"})],
        "rankIssues": [
            ("PUT", f"{AGILE}/issue/rank", {**hidden, "rankAfterIssue": "APP-1"}),
            ("PUT", f"{AGILE}/issue/rank", {"issues": ["APP-1"], **to}),
        ],
        "estimateIssueForBoard": [("PUT", f"{AGILE}/issue/{HIDDEN}/estimation?boardId=1", {"value": "1"})],
    }


def reads() -> dict[str, list[Request]]:
    """Return the requests that only look, by operation."""
    return {
        "getIssueLink": _gets("issueLink/10000", "issueLink/10001", "issueLink/10002", "issueLink/10003"),
        "getIssueLinkTypes": _gets("issueLinkType"),
        "getIssueLinkType": _gets("issueLinkType/10000"),
        "getIssue": [
            *_gets(*(f"{AGILE}/issue/{key}" for key in OF_AN_ISSUE)),
            *_of_each_issue(
                "", "?fields=*all&properties=*all", f"?expand={EVERY_EXPAND}", "?fields=issuelinks,subtasks,parent"
            ),
        ],
        "getComments": _of_each_issue("/comment", "/comment?maxResults=1&orderBy=-created&expand=renderedBody"),
        "getComment": _of_each_issue("/comment/10000", "/comment/10001"),
        "getCommentsByIds": [("POST", "comment/list", {"ids": [10000, 10001]})],
        "getRemoteIssueLinks": _of_each_issue("/remotelink", "/remotelink?globalId=secret"),
        "getRemoteIssueLinkById": _of_each_issue("/remotelink/10000", "/remotelink/10001"),
        "getIssueWorklog": _of_each_issue("/worklog", "/worklog?startedAfter=1&expand=properties"),
        "getWorklog": _of_each_issue("/worklog/10000", "/worklog/10001"),
        "getWorklogsForIds": [("POST", "worklog/list", {"ids": [10000, 10001]})],
        "getIdsOfWorklogsModifiedSince": _gets("worklog/updated?expand=properties"),
        "getIdsOfWorklogsDeletedSince": _gets("worklog/deleted?since=1"),
        "getIssueWatchers": _of_each_issue("/watchers"),
        "getIsWatchingIssueBulk": [("POST", "issue/watching", {"issueIds": ["10000", HIDDEN_ID, "10009"]})],
        "getVotes": _of_each_issue("/votes"),
        "getChangeLogs": _of_each_issue("/changelog", "/changelog?startAt=1&maxResults=1"),
        "getChangeLogsByIds": [
            ("POST", f"issue/{key}/changelog/list", {"changelogIds": [*range(10000, 10008)]}) for key in OF_AN_ISSUE
        ],
        "getBulkChangelogs": [
            ("POST", "changelog/bulkfetch", {"issueIdsOrKeys": list(OF_AN_ISSUE)}),
            ("POST", "changelog/bulkfetch", {"issueIdsOrKeys": [HIDDEN, "APP-1"], "fieldIds": ["issuelinks"]}),
        ],
        "getEditIssueMeta": _of_each_issue("/editmeta"),
        "getTransitions": _of_each_issue("/transitions"),
        "getAvailableTransitions": _gets(
            *(f"bulk/issues/transition?issueIdsOrKeys=APP-1,{one}" for one in (HIDDEN, HIDDEN_ID, "APP-9"))
        ),
        "getBulkEditableFields": _gets(
            *(f"bulk/issues/fields?issueIdsOrKeys=APP-1,{one}" for one in ("APP-2", HIDDEN, HIDDEN_ID, "APP-9"))
        ),
        "getBulkOperationProgress": _gets("bulk/queue/10000"),
        "getIssueLimitReport": _gets("issue/limit/report"),
        "getCreateIssueMeta": _gets(
            "issue/createmeta", "issue/createmeta?projectKeys=APP,HID&expand=projects.issuetypes.fields"
        ),
        "getCreateIssueMetaIssueTypes": _gets("issue/createmeta/APP/issuetypes", "issue/createmeta/HID/issuetypes"),
        "getCreateIssueMetaIssueTypeId": _gets("issue/createmeta/HID/issuetypes/10002"),
        "getIssuePickerResource": _gets("issue/picker?query=HID", "issue/picker?query=secret"),
        "bulkFetchIssues": [("POST", "issue/bulkfetch", {"issueIdsOrKeys": list(OF_AN_ISSUE), "fields": ["*all"]})],
        "searchForIssuesUsingJql": _gets(
            *(f"search?jql={jql}" for jql in JQLS),
        ),
        "searchForIssuesUsingJqlPost": [
            *(("POST", "search", {"jql": jql, "maxResults": 1}) for jql in JQLS),
        ],
        "searchAndReconsileIssuesUsingJql": _gets(
            *(f"search/jql?fields=*all&properties=*all&jql={jql}" for jql in JQLS)
        ),
        "searchAndReconsileIssuesUsingJqlPost": [("POST", "search/jql", {"jql": jql, "maxResults": 1}) for jql in JQLS],
        "countIssues": [("POST", "search/approximate-count", {"jql": jql}) for jql in JQLS],
        "matchIssues": [("POST", "jql/match", {"issueIds": [10000, int(HIDDEN_ID)], "jqls": list(JQLS)})],
        "parseJqlQueries": [("POST", "jql/parse", {"queries": list(JQLS)})],
        "sanitiseJqlQueries": [("POST", "jql/sanitize", {"queries": [{"query": jql} for jql in JQLS[:20]]})],
        "getAutoComplete": _gets("jql/autocompletedata"),
        "getAutoCompletePost": [("POST", "jql/autocompletedata", {})],
        "getFieldAutoCompleteForQueryString": _gets(
            *(
                f"jql/autocompletedata/suggestions?fieldName={name}"
                for name in ("project", "fixVersion", "issuetype", "assignee")
            ),
            "jql/autocompletedata/suggestions?fieldName=status&predicateName=by&predicateValue=a",
        ),
        "getServerInfo": _gets("serverInfo"),
        "getCurrentUser": _gets("myself"),
        "getUser": _gets("user?accountId=712020:00000000-0000-4000-8000-000000010001"),
        "findUsers": _gets("user/search?query=al"),
        "findAssignableUsers": _gets(
            *(f"user/assignable/search?project={one}" for one in ("APP", *KEYS)),
            *(f"user/assignable/search?issueKey={key}" for key in OF_AN_ISSUE),
        ),
        "findBulkAssignableUsers": _gets(
            "user/assignable/multiProjectSearch?projectKeys=APP",
            *(f"user/assignable/multiProjectSearch?projectKeys=APP,{one}" for one in KEYS),
        ),
        "findUsersWithBrowsePermission": _gets(
            *(f"user/viewissue/search?projectKey={one}" for one in KEYS),
            *(f"user/viewissue/search?issueKey={key}" for key in OF_AN_ISSUE),
        ),
        "findUsersWithAllPermissions": _gets(
            *(f"user/permission/search?permissions=EDIT_ISSUES&projectKey={one}" for one in KEYS),
            *(f"user/permission/search?permissions=EDIT_ISSUES&issueKey={key}" for key in OF_AN_ISSUE),
        ),
        "findUsersForPicker": _gets("user/picker?query=a&showAvatar=true"),
        "findUsersAndGroups": _gets("groupuserpicker?query=d"),
        "bulkGetUsers": _gets("user/bulk?accountId=712020:00000000-0000-4000-8000-000000010001"),
        "bulkGetGroups": _gets("group/bulk"),
        "getPreference": _gets("mypreferences?key=user.notifications.mimetype"),
        "getLocale": _gets("mypreferences/locale"),
        "getAllUsers": _gets("users/search"),
        "getAllUsersDefault": _gets("users"),
        "getUserGroups": _gets("user/groups?accountId=712020:00000000-0000-4000-8000-000000010001"),
        "getGroup": _gets("group?groupname=devs"),
        "getUsersFromGroup": _gets("group/member?groupname=devs"),
        "findGroups": _gets("groups/picker?query=d"),
        "getMyPermissions": _gets(
            "mypermissions?permissions=BROWSE_PROJECTS,LINK_ISSUES",
            *(f"mypermissions?permissions=BROWSE_PROJECTS&issueKey={key}" for key in OF_AN_ISSUE),
            "mypermissions?permissions=BROWSE_PROJECTS&projectKey=HID",
        ),
        "getAllPermissions": _gets("permissions"),
        "getBulkPermissions": [
            (
                "POST",
                "permissions/check",
                {
                    "projectPermissions": [
                        {"permissions": ["BROWSE_PROJECTS"], "issues": [10000, int(HIDDEN_ID)], "projects": [10000]}
                    ]
                },
            )
        ],
        "getAllProjectRoles": _gets("role"),
        "getProjectRoleById": _gets("role/10000"),
        "getAllPermissionSchemes": _gets("permissionscheme", "permissionscheme?expand=all"),
        "getPermissionScheme": _gets("permissionscheme/0", "permissionscheme/10001?expand=user"),
        "getPermissionSchemeGrants": _gets("permissionscheme/0/permission", "permissionscheme/10001/permission"),
        "getPermissionSchemeGrant": _gets(
            "permissionscheme/0/permission/2207859002", "permissionscheme/10001/permission/1"
        ),
        "getAssignedPermissionScheme": _gets("project/APP/permissionscheme", "project/HID/permissionscheme"),
        "getIssueSecuritySchemes": _gets("issuesecurityschemes"),
        "searchSecuritySchemes": _gets("issuesecurityschemes/search", "issuesecurityschemes/search?projectId=10001"),
        "searchProjectsUsingSecuritySchemes": _gets(
            "issuesecurityschemes/project", "issuesecurityschemes/project?issueSecuritySchemeId=10001"
        ),
        "getNotificationSchemeToProjectMappings": _gets("notificationscheme/project"),
        "getIssueSecurityScheme": _gets(
            "issuesecurityschemes/0", "issuesecurityschemes/10000", "issuesecurityschemes/10001"
        ),
        "getProjectIssueSecurityScheme": _gets(*(f"project/{one}/issuesecuritylevelscheme" for one in ("APP", *KEYS))),
        "getIssueSecurityLevelMembers": _gets(
            "issuesecurityschemes/10000/members", "issuesecurityschemes/10001/members?expand=all"
        ),
        "getSecurityLevels": _gets("issuesecurityschemes/level", "issuesecurityschemes/level?schemeId=10001&id=10000"),
        "getSecurityLevelMembers": _gets(
            "issuesecurityschemes/level/member", "issuesecurityschemes/level/member?schemeId=10001&expand=user"
        ),
        "getNotificationSchemes": _gets("notificationscheme", "notificationscheme?projectId=10001"),
        "getNotificationScheme": _gets("notificationscheme/10000?expand=all", "notificationscheme/10001"),
        "getWebhooks": _gets(HOOKS),
        "getWebhook": _gets(f"{HOOKS}/1", f"{HOOKS}/7"),
        "getDynamicWebhooksForApp": _gets("webhook"),
        "getFailedWebhooks": _gets("webhook/failed"),
        "getNotificationSchemeForProject": _gets(*(f"project/{one}/notificationscheme" for one in ("APP", *KEYS))),
        "getRecent": _gets("project/recent", "project/recent?expand=insight"),
        "getAllProjects": _gets("project", "project?recent=20", "project?expand=lead,issueTypes"),
        "searchProjects": _gets(
            "project/search?expand=insight", "project/search?keys=HID&keys=APP", "project/search?query=hid"
        ),
        "getProject": _gets("project/APP", "project/HID", "project/10001"),
        "getAllStatuses": _gets("project/APP/statuses", "project/HID/statuses"),
        "getProjectRoleDetails": _gets("project/APP/roledetails", "project/HID/roledetails"),
        "getHierarchy": _gets("project/10000/hierarchy", "project/10001/hierarchy", "project/10002/hierarchy"),
        "getAllProjectTypes": _gets("project/type"),
        "getAllAccessibleProjectTypes": _gets("project/type/accessible"),
        "getProjectTypeByKey": _gets("project/type/software"),
        "getAccessibleProjectTypeByKey": _gets("project/type/software/accessible"),
        "getAllProjectCategories": _gets("projectCategory"),
        "getProjectCategoryById": _gets("projectCategory/10000"),
        "getProjectRoles": _gets("project/APP/role", "project/HID/role"),
        "getProjectRole": _gets("project/APP/role/10000", "project/HID/role/10000"),
        "getProjectComponents": _gets("project/APP/components", "project/HID/components"),
        "getProjectComponentsPaginated": _gets("project/APP/component", "project/HID/component"),
        "findComponentsForProjects": _gets("component", "component?projectIdsOrKeys=HID", "component?query=secret"),
        "getAttachment": _gets("attachment/10000", "attachment/10001", "attachment/10009"),
        "expandAttachmentForHumans": _gets("attachment/10000/expand/human", "attachment/10001/expand/human"),
        "expandAttachmentForMachines": _gets("attachment/10000/expand/raw", "attachment/10001/expand/raw"),
        "getAttachmentContent": _gets(
            "attachment/content/10000?redirect=false", "attachment/content/10001", "attachment/content/10009"
        ),
        "getAttachmentThumbnail": _gets("attachment/thumbnail/10000", "attachment/thumbnail/10001?redirect=false"),
        "getAttachmentMeta": _gets("attachment/meta"),
        "getComponent": _gets("component/10000", "component/10001", "component/10009"),
        "getComponentRelatedIssues": _gets("component/10000/relatedIssueCounts", "component/10001/relatedIssueCounts"),
        "getProjectVersionsPaginated": _gets("project/APP/version", "project/HID/version?expand=issuesstatus"),
        "getVersion": _gets("version/10000", "version/10001?expand=issuesstatus,operations", "version/10009"),
        "getVersionRelatedIssues": _gets("version/10000/relatedIssueCounts", "version/10001/relatedIssueCounts"),
        "getVersionUnresolvedIssues": _gets("version/10001/unresolvedIssueCount"),
        "getRelatedWork": _gets("version/10000/relatedwork", "version/10001/relatedwork"),
        "getProjectVersions": _gets("project/APP/versions", "project/HID/versions"),
        "getSecurityLevelsForProject": _gets("project/APP/securitylevel", "project/HID/securitylevel"),
        "getIssueSecurityLevel": _gets("securitylevel/10000", "securitylevel/10001"),
        "getFields": _gets("field"),
        "getFieldsPaginated": _gets("field/search", "field/search?type=custom&expand=key,isLocked,searcherKey"),
        "getIssueAllTypes": _gets("issuetype"),
        "getIssueType": _gets("issuetype/10000"),
        "getIssueTypesForProject": _gets(
            "issuetype/project?projectId=10000&level=0", "issuetype/project?projectId=10001"
        ),
        "getAlternativeIssueTypes": _gets("issuetype/10000/alternatives", "issuetype/10005/alternatives"),
        "getPriorities": _gets("priority"),
        "searchPriorities": _gets("priority/search"),
        "getPriority": _gets("priority/3"),
        "getResolutions": _gets("resolution"),
        "getResolution": _gets("resolution/10000"),
        "searchResolutions": _gets("resolution/search"),
        "getStatuses": _gets("status"),
        "getStatus": _gets("status/Done"),
        "getStatusesById": _gets("statuses?id=10000"),
        "getStatusesByName": _gets("statuses/byNames?name=Done", "statuses/byNames?name=Done&projectId=10001"),
        "search": _gets("statuses/search", "statuses/search?projectId=10001"),
        "getStatusCategories": _gets("statuscategory"),
        "getStatusCategory": _gets("statuscategory/done"),
        "getAllLabels": _gets("label"),
        "getIssuePropertyKeys": _of_each_issue("/properties"),
        "getIssueProperty": _of_each_issue("/properties/secret"),
        "getCommentPropertyKeys": _gets("comment/10000/properties", "comment/10001/properties"),
        "getCommentProperty": _gets("comment/10000/properties/secret"),
        "getWorklogPropertyKeys": _of_each_issue("/worklog/10000/properties", "/worklog/10001/properties"),
        "getWorklogProperty": _of_each_issue("/worklog/10000/properties/secret", "/worklog/10001/properties/secret"),
        "getProjectPropertyKeys": _gets("project/APP/properties", "project/HID/properties"),
        "getProjectProperty": _gets("project/APP/properties/rank", "project/HID/properties/rank"),
        "getUserPropertyKeys": _gets("user/properties?accountId=712020:00000000-0000-4000-8000-000000010001"),
        "getUserProperty": _gets("user/properties/rank?accountId=712020:00000000-0000-4000-8000-000000010001"),
        "getIssueTypePropertyKeys": _gets("issuetype/10002/properties"),
        "getIssueTypeProperty": _gets("issuetype/10002/properties/rank"),
        "getTask": _gets("task/10000"),
        **_reads_of_boards(),
        "getFilter": _gets(*(f"filter/{one}?expand=sharedUsers,subscriptions" for one in (10000, 10001, 10009))),
        "getMyFilters": _gets("filter/my?includeFavourites=true"),
        "getFavouriteFilters": _gets("filter/favourite"),
        "getFiltersPaginated": _gets(f"filter/search?expand={_OF_FILTERS}", "filter/search?projectId=10001"),
        "getColumns": _gets("filter/10000/columns", "filter/10001/columns"),
        "getDefaultShareScope": _gets("filter/defaultShareScope"),
        "getSharePermissions": _gets("filter/10000/permission", "filter/10001/permission"),
        "getSharePermission": _gets("filter/10000/permission/10000", "filter/10001/permission/10000"),
    }


def writes() -> dict[str, list[Request]]:
    """Return the requests that would change something of the hidden issue, or make something of it, by operation."""
    hidden = f"issue/{HIDDEN}"
    return {
        **_writes_of_boards(),
        "linkIssues": [("POST", "issueLink", LINK), ("POST", "issueLink", {**LINK, "type": {"name": "Haunts"}})],
        "deleteIssueLink": [("DELETE", f"issueLink/{link_id}", None) for link_id in (10001, 10002)],
        "createIssue": [
            ("POST", "issue", {"fields": PART}),
            ("POST", "issue", {"fields": NEW, "update": {"issuelinks": ADD_LINK}}),
            ("POST", "issue", {"fields": {**NEW, "project": {"key": "HID"}, "security": {"id": "10000"}}}),
        ],
        "createIssues": [("POST", "issue/bulk", {"issueUpdates": [{"fields": PART}]})],
        "editIssue": [
            ("PUT", hidden, {"fields": {"summary": "x"}}),
            ("PUT", "issue/APP-1", {"update": {"issuelinks": ADD_LINK}}),
            ("PUT", "issue/APP-3", {"fields": {"parent": {"key": HIDDEN}}}),
        ],
        "deleteIssue": [("DELETE", hidden, None), ("DELETE", f"issue/{HIDDEN_ID}?deleteSubtasks=true", None)],
        **{
            f"submitBulk{name}": [
                ("POST", f"bulk/issues/{name.lower()}", {"selectedIssueIdsOrKeys": ["APP-1", one]})
                for one in (HIDDEN, HIDDEN_ID)
            ]
            for name in ("Delete", "Watch", "Unwatch")
        },
        "submitBulkEdit": [
            (
                "POST",
                "bulk/issues/fields",
                {
                    "selectedIssueIdsOrKeys": ["APP-1", one],
                    "selectedActions": ["priority"],
                    "editedFieldsInput": {"priority": {"priorityId": "1"}},
                },
            )
            for one in (HIDDEN, HIDDEN_ID)
        ],
        "submitBulkMove": [
            ("POST", "bulk/issues/move", {"targetToSourcesMapping": {target: {**_INFERRED, "issueIdsOrKeys": named}}})
            for target, named in (("APP,10002", [HIDDEN]), (f"APP,10003,{HIDDEN}", ["APP-1"]))
        ],
        "submitBulkTransition": [
            (
                "POST",
                "bulk/issues/transition",
                {"bulkTransitionInputs": [{"selectedIssueIdsOrKeys": ["APP-1", HIDDEN], "transitionId": "21"}]},
            )
        ],
        "exportArchivedIssues": [("PUT", "issues/archive/export", {"projects": ["HID"], "reporters": ["nobody"]})],
        "archiveIssues": [("PUT", "issue/archive", {"issueIdsOrKeys": [one]}) for one in (HIDDEN, HIDDEN_ID)],
        "archiveIssuesAsync": [("POST", "issue/archive", {"jql": f"key = {one}"}) for one in (HIDDEN, "APP-9")],
        "unarchiveIssues": [("PUT", "issue/unarchive", {"issueIdsOrKeys": [HIDDEN, "APP-9"]})],
        "assignIssue": [("PUT", f"{hidden}/assignee", {"accountId": None})],
        "doTransition": [
            ("POST", f"{hidden}/transitions", {"transition": {"id": "21"}}),
            ("POST", "issue/APP-1/transitions", {"transition": {"id": "10000"}, "update": {"issuelinks": ADD_LINK}}),
        ],
        "addComment": [("POST", f"{hidden}/comment", {"body": DOCUMENT}), ("POST", f"{hidden}/comment", {})],
        "updateComment": [("PUT", f"{hidden}/comment/10001", {"body": DOCUMENT})],
        "deleteComment": [("DELETE", f"{hidden}/comment/10001", None)],
        "createOrUpdateRemoteIssueLink": [
            ("POST", f"{hidden}/remotelink", {"object": {"url": "https://example.com", "title": "x"}})
        ],
        "updateRemoteIssueLink": [
            ("PUT", f"{hidden}/remotelink/10001", {"object": {"url": "https://example.com", "title": "x"}})
        ],
        "deleteRemoteIssueLinkById": [("DELETE", f"{hidden}/remotelink/10001", None)],
        "deleteRemoteIssueLinkByGlobalId": [("DELETE", f"{hidden}/remotelink?globalId=secret", None)],
        "setIssueProperty": [("PUT", f"{hidden}/properties/secret", {}), ("PUT", "issue/NOPE-1/properties/x", 1)],
        "deleteIssueProperty": [("DELETE", f"{hidden}/properties/secret", None)],
        "setCommentProperty": [("PUT", "comment/10000/properties/secret", 1)],
        "deleteCommentProperty": [("DELETE", "comment/10000/properties/secret", None)],
        "notify": [("POST", f"{hidden}/notify", {"to": {"reporter": True}})],
        "setWorklogProperty": [("PUT", f"{hidden}/worklog/10000/properties/secret", 1)],
        "deleteWorklogProperty": [("DELETE", f"{hidden}/worklog/10000/properties/secret", None)],
        "setProjectProperty": [("PUT", f"project/{key}/properties/{'x' * 256}", 1) for key in ("HID", "NOPE")],
        "deleteProjectProperty": [("DELETE", "project/HID/properties/x", None)],
        "setUserProperty": [("PUT", "user/properties/x?accountId=nobody", 1)],
        "deleteUserProperty": [("DELETE", "user/properties/x?accountId=nobody", None)],
        "setIssueTypeProperty": [("PUT", "issuetype/7/properties/x", 1)],
        "deleteIssueTypeProperty": [("DELETE", "issuetype/7/properties/x", None)],
        "bulkSetIssuesPropertiesList": [("POST", "issue/properties", {"entitiesIds": [int(HIDDEN_ID)]})],
        "bulkSetIssuePropertiesByIssue": [
            ("POST", "issue/properties/multi", {"issues": [{"issueID": int(HIDDEN_ID)}]})
        ],
        "bulkSetIssueProperty": [("PUT", "issue/properties/x", {"filter": {"entityIds": [int(HIDDEN_ID)]}})],
        "bulkDeleteIssueProperty": [("DELETE", "issue/properties/x", [int(HIDDEN_ID)])],
        "cancelTask": [("POST", "task/10000/cancel", None)],
        "createUser": [("POST", "user", {"emailAddress": "nobody", "products": []})],
        "removeUser": [("DELETE", "user?accountId=nobody", None)],
        "createGroup": [("POST", "group", {"name": "devs"})],
        "removeGroup": [("DELETE", "group?groupname=nobody", None)],
        "addUserToGroup": [("POST", "group/user?groupname=devs", {"accountId": "nobody"})],
        "removeUserFromGroup": [("DELETE", "group/user?groupname=devs&accountId=nobody", None)],
        "addActorUsers": [("POST", "project/HID/role/10000", {"groupId": ["x"]})],
        "setActors": [("PUT", "project/HID/role/10000", {"categorisedActors": {"atlassian-user-role-actor": ["x"]}})],
        "deleteActor": [("DELETE", "project/HID/role/10000?user=nobody", None)],
        "createPermissionScheme": [("POST", "permissionscheme", {"name": "x"} | _GRANTS)],
        "updatePermissionScheme": [("PUT", f"permissionscheme/{one}", _GRANTS) for one in (10001, 10009)],
        "deletePermissionScheme": [("DELETE", f"permissionscheme/{one}", None) for one in (0, 10009)],
        "createPermissionGrant": [("POST", f"permissionscheme/{one}/permission", _GRANT) for one in (10001, 10009)],
        "deletePermissionSchemeEntity": [("DELETE", f"permissionscheme/{one}/permission/7", None) for one in (1, 0)],
        "assignPermissionScheme": [("PUT", f"project/{one}/permissionscheme", {"id": 10009}) for one in KEYS],
        "registerWebhook": [
            ("POST", HOOKS, {"name": "x", "filters": {"issue-related-events-section": "project = HID"}})
        ],
        "updateWebhook": [("PUT", f"{HOOKS}/7", {"name": "x"})],
        "deleteWebhook": [("DELETE", f"{HOOKS}/7", None)],
        "registerDynamicWebhooks": [("POST", "webhook", {})],
        "deleteWebhookById": [("DELETE", "webhook", {})],
        "refreshWebhooks": [("PUT", "webhook/refresh", {})],
        "setPreference": [("PUT", "mypreferences", "x")],
        "removePreference": [("DELETE", "mypreferences?key=x", None)],
        "setLocale": [("PUT", "mypreferences/locale", {"locale": "xx"})],
        "addWorklog": [("POST", f"{hidden}/worklog", {"timeSpent": "1h", "comment": DOCUMENT})],
        "updateWorklog": [("PUT", f"{hidden}/worklog/10001", {"timeSpent": "1h"})],
        "deleteWorklog": [("DELETE", f"{hidden}/worklog/10001", None)],
        "bulkDeleteWorklogs": [("DELETE", f"{hidden}/worklog", {"ids": [10001]})],
        "bulkMoveWorklogs": [
            ("POST", f"{hidden}/worklog/move", {"ids": [10001], "issueIdOrKey": "APP-1"}),
            ("POST", "issue/APP-1/worklog/move", {"ids": [10000], "issueIdOrKey": HIDDEN}),
            ("POST", "issue/APP-1/worklog/move", {"ids": [10001], "issueIdOrKey": "APP-2"}),
        ],
        "addWatcher": [("POST", f"{hidden}/watchers", account) for account in (ALICE_ID, "nobody")],
        "removeWatcher": [
            ("DELETE", f"{hidden}/watchers?accountId={account}", None) for account in (ALICE_ID, "nobody")
        ],
        "addVote": [("POST", f"{hidden}/votes", None)],
        "removeVote": [("DELETE", f"{hidden}/votes", None)],
        "createVersion": [("POST", "version", {"name": "", "project": key}) for key in ("HID", "NOPE")],
        "updateVersion": [("PUT", "version/10001", {"name": ""}), ("PUT", "version/10009", {"name": ""})],
        "deleteVersion": [("DELETE", f"version/10000?moveFixIssuesTo={other}", None) for other in (10001, 10009)],
        "deleteAndReplaceVersion": [("POST", "version/10000/removeAndSwap", {"moveFixIssuesTo": 10001})],
        "mergeVersions": [("PUT", f"version/10000/mergeto/{other}", None) for other in (10001, 10009)],
        "moveVersion": [("POST", "version/10000/move", {"after": f"x/{other}"}) for other in (10001, 10009)],
        "createRelatedWork": [("POST", "version/10001/relatedwork", {})],
        "updateRelatedWork": [("PUT", "version/10001/relatedwork", {})],
        "deleteRelatedWork": [("DELETE", "version/10001/relatedwork/x", None)],
        "addAttachment": [("POST", f"issue/{key}/attachments", {}) for key in (HIDDEN, "NOPE-1")],
        "removeAttachment": [("DELETE", f"attachment/{one}", None) for one in (10001, 10009)],
        "createFilter": [
            (
                "POST",
                "filter",
                {"name": "", "jql": jql, "sharePermissions": [{"type": "project", "project": {"id": "x"}}]},
            )
            for jql in ("project = HID", "key = HID-1", "filter = Theirs")
        ],
        "updateFilter": [
            ("PUT", "filter/10001", {"name": ""}),
            ("PUT", "filter/10009", {"name": ""}),
            ("PUT", "filter/10000", {"name": "", "jql": f"key = {HIDDEN}"}),
        ],
        "deleteFilter": [("DELETE", "filter/10009", None)],  # an administrator may delete any
        "setColumns": [("PUT", f"filter/{one}/columns", {"columns": ["x"]}) for one in (10001, 10009)],
        "resetColumns": [("DELETE", f"filter/{one}/columns", None) for one in (10001, 10009)],
        "setFavouriteForFilter": [("PUT", f"filter/{one}/favourite", None) for one in (10001, 10009)],
        "deleteFavouriteForFilter": [("DELETE", f"filter/{one}/favourite", None) for one in (10001, 10009)],
        "changeFilterOwner": [("PUT", "filter/10009/owner", {"accountId": "nobody"})],
        "addSharePermission": [
            ("POST", f"filter/{one}/permission", {"type": "project", "projectId": project})
            for one, project in ((10001, "10001"), (10009, "10001"), (10000, "10001x"))
        ],
        "deleteSharePermission": [("DELETE", f"filter/{one}/permission/10000", None) for one in (10001, 10009)],
        "setDefaultShareScope": [("PUT", "filter/defaultShareScope", {"scope": "x"})],
        "createComponent": [("POST", "component", {"name": "", "project": key}) for key in ("HID", "NOPE")],
        "updateComponent": [("PUT", f"component/{one}", {"name": ""}) for one in (10001, 10009)],
        "deleteComponent": [("DELETE", f"component/10000?moveIssuesTo={other}", None) for other in (10001, 10009)],
        "createProject": [("POST", "project", {}), ("POST", "project", {"key": "hid", "name": "x", "lead": "nobody"})],
        "updateProject": [
            ("PUT", "project/HID", {"name": "x" * 81}),
            ("PUT", "project/HID", {"key": "APP"}),
            ("PUT", "project/APP", {"key": "hid"}),
            ("PUT", "project/APP", {"name": "Free", "lead": "nobody"}),
        ],
        "deleteProject": [("DELETE", "project/HID-1", None), ("DELETE", "project/10009", None)],
        "deleteProjectAsynchronously": [("POST", "project/HID-1/delete", None)],
        "archiveProject": [("POST", "project/10009/archive", None)],
        "restore": [("POST", f"project/{key}/restore", None) for key in ("APP", "10009")],
    }


NOT_ABOUT_ISSUES = frozenset(
    {
        *("createIssueLinkType", "updateIssueLinkType", "deleteIssueLinkType", "getTenantInfo"),
        *("createResolution", "updateResolution", "deleteResolution", "setDefaultResolution", "moveResolutions"),
        *(
            "createCustomField",
            "updateCustomField",
            "deleteCustomField",
            "getSession",
            "login",
            "logout",
            "createProjectCategory",
            "updateProjectCategory",
            "removeProjectCategory",
            "listApplicationLinks",
        ),
    }
)
"""What is about things that an issue cannot be told by."""


def address_of(path: str, version: object) -> str:
    """Return where a request goes: below a version of the platform, unless its path begins with a slash."""
    return path if path.startswith("/") else f"/rest/api/{version}/{path}"


def _gets(*paths: str) -> list[Request]:
    return [("GET", path, None) for path in paths]


def _of_each_issue(*rests: str) -> list[Request]:
    return _gets(*(f"issue/{key}{rest}" for key in OF_AN_ISSUE for rest in rests))

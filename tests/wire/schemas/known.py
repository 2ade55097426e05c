"""What is known to differ from the reference, and which answers there are not.

`test_schemas` holds each entry: one that is no longer true fails. The documentation shows them.
"""

from __future__ import annotations

from typing import NamedTuple


class Known(NamedTuple):
    """A difference in plain words, and why it is there."""

    what: str
    why: str


NOT_YET: dict[str, Known] = {
    r"getTransitions: lacks the example's .*schema\.(custom|customId|items)": Known(
        what="fields of a screen are none with `custom`, `customId` or `items` in their `schema`",
        why="the screens that are compared have none of that kind",
    ),
    r"(getPriorit\w+|getIssueLink): lacks the example's (.*[.\]])?(description|statusColor)": Known(
        what="priorities have no `description` and no `statusColor`",
        why="for now: not served yet",
    ),
    r"(getProjectRole|addActorUsers|setActors): lacks the example's actors\[\]\.(id|user)": Known(
        what="actors of a role have no `id` and no `user`",
        why="for now: not served yet",
    ),
    r"getCreateIssueMeta: .*autoCompleteUrl": Known(
        what="no field of the older `createmeta` has an `autoCompleteUrl`",
        why="for now: no field completes what is typed",
    ),
    r"(getEditIssueMeta|getTransitions): lacks the example's .*defaultValue": Known(
        what="fields have no `defaultValue`",
        why="for now: not served yet",
    ),
}
"""What differs for now, by a pattern of the operation and the difference: it goes with what mends it."""

NEVER: dict[str, Known] = {
    r"getBulkOperationProgress: (created|started|updated) is \d+, not of the type string": Known(
        what="the times of a bulk operation are numbers of milliseconds",
        why="the reference's examples have them so, against its schema",
    ),
    r"exportArchivedIssues: submittedTime is \d+, not of the type string": Known(
        what="the time of an export is a number of milliseconds",
        why="the reference's example has it so, against its schema",
    ),
    r"getBulkEditableFields: .*fieldOptions.* has description, id, priority too": Known(
        what="the options of fields have names",
        why="the reference's examples have them so, against its schema",
    ),
    r"(un)?archiveIssues: lacks the example's errors\.issuesIn(Archived|Unlicensed)Projects": Known(
        what="archived issues are of no archived and of no unlicensed project",
        why="the requests here are of live projects, and each product has its licence",
    ),
    r"(getProjectVersions|getRelatedWork): lacks the example's \[\]\.(issueId|releaseDateSet|startDateSet)": Known(
        what="versions have no `releaseDateSet` and `startDateSet`, and related work no `issueId`",
        why="the schema has them not, or only for what Jira itself relates",
    ),
    r"getAutoComplete(Post)?: lacks the example's .*(cfid|supportsListAndSingleValueOperators)": Known(
        what="the words of JQL have no custom field and no function that gives a list or a value",
        why="no query for custom fields is served, and no such function",
    ),
    r"parseJqlQueries: lacks the example's .*(property.*|warnings)": Known(
        what="queries are parsed without entity properties and without `warnings`",
        why="a query that has properties is 501, and nothing is warned of: what is wrong is in `errors`",
    ),
    r"getFieldsPaginated: lacks the example's .*(stableId|screensCount|contextsCount|projectsCount|lastUsed.*)": Known(
        what="fields a page at a time have no `stableId`, no `lastUsed` and no counts",
        why="asking for them is 501: the site does not keep them",
    ),
    r"\w+: lacks the example's .*(ari|metadata(\.\w+)?)": Known(
        what="components have no `ari` and no `metadata`",
        why="only of those that come from Compass",
    ),
    r"getProjectComponentsPaginated: lacks the example's values\[\]\.componentBean.*": Known(
        what="components of a page have no `componentBean`",
        why="the schema allows nothing that it does not name, and does not name it",
    ),
    r"\w+: lacks the example's (.*\.)?(author|lead|assignee|realAssignee)\.(key|name)": Known(
        what="leads of projects, and whom components and attachments name, have no `key` and no `name`",
        why="as for other users",
    ),
    r"getVersionRelatedIssues: lacks the example's customFieldUsage\[\].*": Known(
        what="no custom field is said to hold a version",
        why="none holds versions here",
    ),
    r"\w+: .*untranslatedName.*": Known(
        what="types, statuses and priorities have an `untranslatedName`",
        why="seen on sites (ICTU/quality-time issue 13005), where an account has another language",
    ),
    r"get\w+: (.+\.)?items\[\]\.(from|fromString|to|toString) is null, not of the type string": Known(
        what="`from`, `to` and their texts in a history can be null",
        why="null where there was nothing, as the reference's own example of getBulkChangelogs has it",
    ),
    r"\w+: (\[\]|values\[\]|the answer) has projectKeys too": Known(
        what="projects have `projectKeys`, on request",
        why="the reference has its expand, and not in the schema",
    ),
    r"(find\w*Users\w*|getVotes|get\w*Users?\w*): lacks the example's ((values|voters)?\[\]\.)?(key|name)": Known(
        what="users have no `key` and no `name`",
        why="empty in the example: no answer has the keys and names of users since 2019",
    ),
    r"\w+: lacks the example's (issues\[\]\.)?fields\.(sub-tasks|watcher|(comment|worklog)\[\])": Known(
        what="issues have no `sub-tasks` and `watcher`, and no lists of `comment` and `worklog`",
        why="no issue has fields of these names, and comments and worklogs are pages, no lists",
    ),
    r"(findUsersForPicker|findUsersAndGroups): lacks the example's (users\.)?users\[\]\.(key|name)": Known(
        what="users in pickers have no `key` and no `name`",
        why="as for other users",
    ),
    r"\w+: lacks the example's (.*\.)?owner\.(key|name)": Known(
        what="owners of filters have no `key` and no `name`",
        why="as for other users",
    ),
    r"\w+: lacks the example's (.*\.)?approximateLastUsed": Known(
        what="filters have no `approximateLastUsed`",
        why="nobody keeps when one was used, and the schema allows no null",
    ),
    r"\w+(Filters\w*|SharePermissions?): lacks the example's .*project\.(insight|deleted\w*|retentionTillDate)": Known(
        what="projects that a filter is shared with have no `insight`, and nothing of the trash",
        why="the first only on request, the rest only of a project that is in the trash",
    ),
    r"\w+SharePermissions?: lacks the example's \[\]\.role\.actors": Known(
        what="roles that a filter is shared with have no `actors`",
        why="who has a role is told to who administers its project alone",
    ),
    r"getFiltersPaginated: lacks the example's values\[\]\.editPermissions\[\]\.(group|role\.actors)": Known(
        what="no filter that is compared may be edited by a group, and roles have no `actors`",
        why="as for roles that a filter is shared with; none of the compared ones names a group",
    ),
    r"getFiltersPaginated: lacks the example's values\[\]\.subscriptions\[\]": Known(
        what="`subscriptions` of filters are empty",
        why="nobody gets mail",
    ),
    r"getBoardByFilterId: lacks the example's (id|name|self)": Known(
        what="the boards of a filter are a page",
        why="the example is a board, and the schema a page of them",
    ),
    r"\w+: lacks the example's location\.userId": Known(
        what="the location of a board has no `userId`",
        why="as for the keys of users",
    ),
    r"getIssuesForBacklog: lacks the example's issues\[\]\.fields\.(sprint|closedSprints|epic|timetracking)\b.*": Known(
        what="issues in a backlog have no `sprint`",
        why="those that are in a sprint are not in the backlog; those that are compared have no epic and no estimate",
    ),
    r"createUser: lacks the example's (key|name)": Known(
        what="a new user has no `key` and no `name`",
        why="as for other users",
    ),
    r"findAssignableUsers: lacks the example's \w+": Known(
        what="the users who may be assigned are a list, each without `groups` and `applicationRoles`",
        why="the example is a user, and the schema a list of them",
    ),
    r"createGroup: lacks the example's users\.items\[\]": Known(
        what="a new group has no users",
        why="nobody is in it yet",
    ),
    r"getIdsOfWorklogs\w+: lacks the example's nextPage": Known(
        what="`nextPage` of changed worklogs is there where there is a next page alone",
        why="the example has it beside `lastPage: true`, and a client that follows it would never end",
    ),
    r"getUserGroups: lacks the example's (groupId|name|self)": Known(
        what="the groups of a user are a list",
        why="the example is a group, and the schema a list of them",
    ),
    r"bulkFetchIssues: lacks .*\.project\.(deleted|deletedBy|deletedDate|retentionTillDate)": Known(
        what="projects have no `deleted`, `deletedBy`, `deletedDate`, `retentionTillDate`",
        why="only of a project that is in the trash",
    ),
    r"\w+: lacks the example's .*(entityId|scope(\.project)?)": Known(
        what="types of issues and roles have no `entityId` and no `scope`",
        why="only of what belongs to a single team-managed project: types of issues are, and no role and no status",
    ),
    r"\w+: lacks the example's (issues\[\]\.)?fields\.project\.(insight|style)": Known(
        what="projects in issues have no `insight` and no `style`",
        why="of a project's own page; issues on Cloud sites were seen to have their project without them",
    ),
    r"(getProject|updateProject|restore): lacks the example's email": Known(
        what="projects have no `email`",
        why="only of a project that sends its mail from an address of its own",
    ),
    r"(getProject|updateProject|restore): lacks the example's properties\.propertyKey": Known(
        what="`properties` of a project are empty",
        why="only of what `properties` asks for",
    ),
    r"(getAllProjectRoles|getProjectRoleById): lacks the example's (\[\]\.)?actors\[\]": Known(
        what="`actors` of the site's roles are empty",
        why="only of a role that somebody has in every new project: nobody has",
    ),
    r"createIssues?: lacks the example's (issues\[\]\.)?transition": Known(
        what="new issues have no `transition`",
        why="only of a body that names a transition, which is 501",
    ),
    r"bulkFetchIssues: lacks the example's expand": Known(
        what="issues that were fetched by keys come without `expand` beside them",
        why="the schema allows nothing that it does not name, and does not name it",
    ),
    r"\w+: (issues\[\]\.)?fields\.comment\.self is not in the schema": Known(
        what="the comments in an issue have `self`",
        why="issues on Cloud sites were seen to have it",
    ),
    r"\w+: transitions\[\]\.isLooped is not in the schema": Known(
        what="transitions have `isLooped`",
        why="sites were seen to have it so; the schema has it as `looped`",
    ),
    r"searchResolutions: values\[\] has isDefault too": Known(
        what="resolutions of a page have `isDefault`",
        why="in the example, and not in the schema, which calls it `default`",
    ),
    r"\w+(Permission(Scheme|Grant)|SecurityLevelMember)\w*: (.*[.])?holder has (user|group|projectRole) too": Known(
        what="the holders of schemes have `user`, `group` or `projectRole` if `expand` asks for it",
        why="the reference says so of `expand`, and its schema has no place for it",
    ),
    r"\w+SecurityScheme\w*: lacks the example's (.+\.)?defaultSecurityLevelId": Known(
        what="issue security schemes have no `defaultSecurityLevelId`",
        why="no level is the default one: an issue has a level where it was given one",
    ),
    r"search(SecuritySchemes|ProjectsUsingSecuritySchemes): lacks the example's \w+": Known(
        what="the pages of issue security schemes and of their projects have `values`",
        why="their schema has so, and the examples are one value of a page",
    ),
    r"getNotificationScheme\w*: lacks the example's (.+\.)?event\.templateEvent\b.*": Known(
        what="the events of the notification scheme have no `templateEvent`",
        why="only of those that an administrator has made",
    ),
    r"getNotificationScheme\w*: lacks the example's (.+\.)?notifications\[\]\.\w+.*": Known(
        what="no group, role or address is among the recipients of the notification scheme",
        why="the default scheme tells the assignee, the reporter and the watchers",
    ),
    r"getServerInfo: the answer has defaultLocale too": Known(
        what="`serverInfo` has `defaultLocale`",
        why="in the example, and not in the schema",
    ),
}
"""What differs and may, by a pattern of the operation and the difference."""

NOT_ON_A_FRESH_SITE = frozenset(
    {
        *("getComment", "getGroup", "getIssueLink", "getIssueSecurityLevel", "getProjectRole", "getProjectRoleById"),
        *("getRemoteIssueLinkById", "getUserGroups", "getUsersFromGroup"),
        *("getAttachment", "getAttachmentContent", "getAttachmentThumbnail", "removeAttachment"),
        *("expandAttachmentForHumans", "expandAttachmentForMachines"),
        *("getComponent", "getComponentRelatedIssues"),
        *("getWorklog", "notify"),
        *("addActorUsers", "setActors", "deleteActor"),
        "getIssueSecurityLevelMembers",
        *("getVersion", "getVersionRelatedIssues", "getVersionUnresolvedIssues", "getRelatedWork"),
        *(f"get{kind}Property" for kind in ("Issue", "Comment", "Worklog", "Project", "User", "IssueType")),
        *("getCommentPropertyKeys", "getWorklogPropertyKeys", "getTask", "cancelTask"),
        *("mergeVersions", "updateRelatedWork", "deleteRelatedWork", "getHierarchy", "getProjectCategoryById"),
    }
)
ADMINISTRATORS_ONLY = frozenset(
    {
        *("createResolution", "updateResolution", "deleteResolution", "setDefaultResolution", "moveResolutions"),
        *("createIssueLinkType", "updateIssueLinkType", "deleteIssueLinkType"),
        *("createProject", "deleteProject", "createCustomField", "updateCustomField"),
        *("deleteProjectAsynchronously", "archiveProject", "restore"),
        *("deleteCustomField", "sanitiseJqlQueries", "archiveIssues", "unarchiveIssues"),
        *("archiveIssuesAsync", "exportArchivedIssues"),
        *("createUser", "removeUser", "createGroup", "removeGroup", "addUserToGroup", "removeUserFromGroup"),
        *("setIssueTypeProperty", "deleteIssueTypeProperty"),
        *("createProjectCategory", "updateProjectCategory", "removeProjectCategory"),
        *("getAllProjectRoles", "getIssueLimitReport", "getProjectRoleById"),
        *("createPermissionScheme", "updatePermissionScheme", "deletePermissionScheme", "assignPermissionScheme"),
        *("createPermissionGrant", "deletePermissionSchemeEntity"),
        *("searchSecuritySchemes", "searchProjectsUsingSecuritySchemes"),
        *("getIssueSecuritySchemes", "getIssueSecurityLevelMembers", "getSecurityLevels", "getSecurityLevelMembers"),
        "getIssueSecurityLevel",  # alice is in none
    }
)
GONE_IN_VERSION_3 = frozenset({"searchForIssuesUsingJql", "searchForIssuesUsingJqlPost"})


ALL_ACTIVE = "every user is active"
NEVER_KEPT = "no issue is kept from being edited by its workflow"
NO_MAIL = "no change sends mail"
NO_APPS = "no app has a user"
ONE_PICTURE = "every thumbnail is one picture, of one pixel"
KEYS_ARE_IDS = "the keys of fields are their ids"
UP_TO_DATE = "search knows everything at once, unless a fault is on, which heeds it"

UNHEEDED: dict[tuple[str, str], str] = {
    **{
        (name, f"body: {given}"): "Jira gives it"
        for name in ("partiallyUpdateSprint", "updateSprint")
        for given in ("completeDate", "createdDate", "id", "self")
    },
    ("submitBulkDelete", "body: sendBulkNotification"): NO_MAIL,
    **{(f"submitBulk{name}", "body: sendBulkNotification"): NO_MAIL for name in ("Edit", "Move", "Transition")},
    ("createPermissionScheme", "body: scope"): "Jira gives it",
    ("updatePermissionScheme", "body: scope"): "Jira gives it",
    ("getNotificationSchemes", "query: onlyDefault"): "there is one scheme, the default",
    ("setColumns", "body: columns"): "they come as a form or as JSON, which are read by hand",
    ("addSharePermission", "body: rights"): "the reference has no word about it",
    ("bulkFetchIssues", "body: fieldsByKeys"): KEYS_ARE_IDS,
    ("getAutoCompletePost", "body: includeCollapsedFields"): "each custom field is listed by itself",
    ("getAutoCompletePost", "body: projectIds"): "every field is in every project",
    ("createIssueLinkType", "body: id"): "Jira gives it",
    ("createVersion", "body: moveUnfixedIssuesTo"): "the reference has it for changing a version alone",
    ("addWorklog", "query: notifyUsers"): NO_MAIL,
    ("addWorklog", "query: overrideEditableFlag"): NEVER_KEPT,
    ("bulkDeleteWorklogs", "query: overrideEditableFlag"): NEVER_KEPT,
    ("bulkMoveWorklogs", "query: overrideEditableFlag"): NEVER_KEPT,
    ("createUser", "body: applicationKeys"): "the reference says that it does nothing any more",
    ("createUser", "body: displayName"): "the reference says that it does nothing any more",
    ("createUser", "body: password"): "the reference says that it does nothing any more",
    ("deleteWorklog", "query: notifyUsers"): NO_MAIL,
    ("deleteWorklog", "query: overrideEditableFlag"): NEVER_KEPT,
    ("editIssue", "query: notifyUsers"): NO_MAIL,
    ("findAssignableUsers", "query: accountType"): "the reference does not say what it does",
    ("findAssignableUsers", "query: appType"): "the reference does not say what it does",
    ("findAssignableUsers", "query: recommend"): "the reference does not say what it does",
    ("findAssignableUsers", "query: sessionId"): "it marks the requests of one dialogue",
    ("findUsersAndGroups", "query: excludeConnectAddons"): NO_APPS,
    ("findUsersForPicker", "query: excludeConnectUsers"): NO_APPS,
    ("findGroups", "query: accountId"): "the reference says that it does nothing any more",
    ("getAttachmentThumbnail", "query: height"): ONE_PICTURE,
    ("getAttachmentThumbnail", "query: width"): ONE_PICTURE,
    ("getIssue", "query: failFast"): "every field can be read",
    ("getIssue", "query: fieldsByKeys"): KEYS_ARE_IDS,
    ("getFieldsPaginated", "query: projectIds"): "every field is in every project",
    ("getProjectRoleDetails", "query: excludeConnectAddons"): "no app has a role",
    ("getProjectRoleDetails", "query: excludeOtherServiceRoles"): "no role is of a service project alone",
    ("getProjectRole", "query: excludeInactiveUsers"): ALL_ACTIVE,
    ("getTransitions", "query: includeUnavailableTransitions"): "no transition has conditions",
    ("getTransitions", "query: skipRemoteOnlyCondition"): "no transition has conditions",
    ("getUsersFromGroup", "query: includeInactiveUsers"): ALL_ACTIVE,
    ("searchAndReconsileIssuesUsingJql", "query: failFast"): "every field can be read",
    ("searchAndReconsileIssuesUsingJql", "query: fieldsByKeys"): KEYS_ARE_IDS,
    ("searchAndReconsileIssuesUsingJql", "query: reconcileIssues"): UP_TO_DATE,
    ("searchAndReconsileIssuesUsingJqlPost", "body: fieldsByKeys"): KEYS_ARE_IDS,
    ("searchAndReconsileIssuesUsingJqlPost", "body: reconcileIssues"): UP_TO_DATE,
    ("searchPriorities", "query: projectId"): "every priority is in every project",
    ("updateComment", "query: notifyUsers"): NO_MAIL,
    ("updateComment", "query: overrideEditableFlag"): "no comment is kept from being edited",
    ("updateWorklog", "query: notifyUsers"): NO_MAIL,
    ("updateWorklog", "query: overrideEditableFlag"): NEVER_KEPT,
    ("updateIssueLinkType", "body: id"): "the path has it",
}
"""What an operation takes and nothing comes of, with why that is what Jira would do here."""

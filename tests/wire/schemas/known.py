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
    r"\w+: lacks the example's (issues\[\]\.)?fields\.(attachment\[\]|timetracking\..*)": Known(
        what="`attachment` is empty, and so is `timetracking`",
        why="for now: nothing can be attached and no work be logged",
    ),
    r"getTransitions: lacks the example's .*schema\.(custom|customId|items)": Known(
        what="fields of a screen are none with `custom`, `customId` or `items` in their `schema`",
        why="the screens that are compared have none of that kind",
    ),
    r"(getPriorit\w+|getIssueLink): lacks the example's (.*[.\]])?(description|statusColor)": Known(
        what="priorities have no `description` and no `statusColor`",
        why="for now: not served yet",
    ),
    r"getProjectRole: lacks the example's actors\[\]\.(id|user)": Known(
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
    r"\w+: lacks the example's components\[\]": Known(
        what="projects have no `components`",
        why="for now: not served yet",
    ),
}
"""What differs for now, by a pattern of the operation and the difference: it goes with what mends it."""

NEVER: dict[str, Known] = {
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
    r"(findUsers|get\w*Users?\w*): lacks the example's (\[\]\.|values\[\]\.)?(key|name)": Known(
        what="users have no `key` and no `name`",
        why="empty in the example: no answer has the keys and names of users since 2019",
    ),
    r"(getProject|updateProject): lacks the example's lead\.(key|name)": Known(
        what="leads of projects have no `key` and no `name`",
        why="as for other users",
    ),
    r"\w+: lacks the example's (issues\[\]\.)?fields\.(sub-tasks|watcher|(comment|worklog)\[\])": Known(
        what="issues have no `sub-tasks` and `watcher`, and no lists of `comment` and `worklog`",
        why="no issue has fields of these names, and comments and worklogs are pages, no lists",
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
    r"(getProject|updateProject): lacks the example's email": Known(
        what="projects have no `email`",
        why="only of a project that sends its mail from an address of its own",
    ),
    r"(getProject|updateProject): lacks the example's properties\.propertyKey": Known(
        what="`properties` of a project are empty",
        why="only of what `properties` asks for, which is 501",
    ),
    r"updateProject: lacks the example's insight\.lastIssueUpdateTime": Known(
        what="`insight` of a project that was changed has no `lastIssueUpdateTime`",
        why="only of a project that has issues",
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
        *("getVersion", "getVersionRelatedIssues", "getVersionUnresolvedIssues", "getRelatedWork"),
        *("mergeVersions", "updateRelatedWork", "deleteRelatedWork", "getHierarchy", "getProjectCategoryById"),
    }
)
ADMINISTRATORS_ONLY = frozenset(
    {
        *("createIssueLinkType", "updateIssueLinkType", "deleteIssueLinkType"),
        *("createProject", "updateProject", "deleteProject", "createCustomField", "updateCustomField"),
        *("createProjectCategory", "updateProjectCategory", "removeProjectCategory"),
        *("getAllProjectRoles", "getIssueLimitReport", "getProjectRoleById"),
        "getIssueSecurityLevel",  # alice is in none
    }
)
GONE_IN_VERSION_3 = frozenset({"searchForIssuesUsingJql", "searchForIssuesUsingJqlPost"})


ALL_ACTIVE = "every user is active"
KEYS_ARE_IDS = "the keys of fields are their ids"
NO_RECENT = "no list of what was viewed is served"
UP_TO_DATE = "search knows everything at once, unless a fault is on, which heeds it"

UNHEEDED: dict[tuple[str, str], str] = {
    ("bulkFetchIssues", "body: fieldsByKeys"): KEYS_ARE_IDS,
    ("getAutoCompletePost", "body: includeCollapsedFields"): "no query for custom fields is served",
    ("getAutoCompletePost", "body: projectIds"): "no query for custom fields is served",
    ("createIssue", "query: updateHistory"): NO_RECENT,
    ("createIssueLinkType", "body: id"): "Jira gives it",
    ("createVersion", "body: moveUnfixedIssuesTo"): "the reference has it for changing a version alone",
    ("deleteProject", "query: enableUndo"): "nothing restores a project",
    ("editIssue", "query: notifyUsers"): "nobody gets mail",
    ("findGroups", "query: accountId"): "the reference says that it does nothing any more",
    ("getIssue", "query: failFast"): "every field can be read",
    ("getIssue", "query: fieldsByKeys"): KEYS_ARE_IDS,
    ("getIssue", "query: updateHistory"): NO_RECENT,
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
    ("updateComment", "query: notifyUsers"): "nobody gets mail",
    ("updateComment", "query: overrideEditableFlag"): "no comment is kept from being edited",
    ("updateIssueLinkType", "body: id"): "the path has it",
}
"""What an operation takes and nothing comes of, with why that is what Jira would do here."""

"""What is known to differ from the reference, and which answers there are not.

`test_schemas` holds each entry: one that is no longer true fails. The documentation shows them.
"""

from __future__ import annotations

NOT_YET: dict[str, str] = {
    r"\w+: lacks the example's (.*[.\]])?avatarUrls": "pictures of users, and of projects in issues",
    r"(getPriorit\w+|getIssueLink): lacks the example's (.*[.\]])?(description|statusColor)": "priorities are in short",
    r"getProjectRole: lacks the example's actors\[\]\.(id|user)": "who has a role is in short",
    r"\w+: lacks the example's (issues\[\]\.)?fields\.(attachment|timetracking|worklog)": "issues have no such fields yet",
    r"getCreateIssueMeta: .*(autoCompleteUrl|projectTypeKey, simplified too|fieldId too)": "the older createmeta",
    r"(getEditIssueMeta|getTransitions): lacks the example's .*defaultValue": "no field has a value to begin with",
    r"\w+: lacks the example's components\[\]": "projects have no components yet",
}
"""What differs for now, as a pattern of the operation and the difference: it goes with what mends it."""

NEVER: dict[str, str] = {
    r"get\w+: (.+\.)?items\[\]\.(from|fromString|to|toString) is null, not of the type string": (
        "null where there was nothing, as the reference's own example of getBulkChangelogs has it"
    ),
    r"\w+: (\[\]|values\[\]|the answer) has projectKeys too": "the reference has its expand, and not in the schema",
    r"(findUsers|get\w*Users?\w*): lacks the example's (\[\]\.|values\[\]\.)?(key|name)": (
        "empty in the example: no answer has the keys and names of users since 2019"
    ),
    r"(getProject|updateProject): lacks the example's lead\.(key|name)": "as for other users",
    r"\w+: lacks the example's (issues\[\]\.)?fields\.(sub-tasks|watcher|(comment|worklog)\[\])": (
        "no issue has fields of these names, and comments and worklogs are pages, no lists"
    ),
    r"getUserGroups: lacks the example's (groupId|name|self)": "the example is a group, and the schema a list of them",
    r"bulkFetchIssues: lacks .*\.project\.(deleted|deletedBy|deletedDate|retentionTillDate)": (
        "only of a project that is in the trash"
    ),
    r"\w+: lacks the example's .*(entityId|scope)": (
        "only of what belongs to a single team-managed project, and all projects here are company-managed"
    ),
    r"\w+: lacks the example's (.*[.\]])?projectCategory": (
        "only of a project with a category: none has one, and a body that gives it one is 501"
    ),
    r"\w+: lacks the example's (issues\[\]\.)?fields\.project\.(insight|style)": (
        "of a project's own page; issues on Cloud sites were seen to have their project without them"
    ),
    r"(getProject|updateProject): lacks the example's email": (
        "only of a project that sends its mail from an address of its own"
    ),
    r"(getProject|updateProject): lacks the example's properties\.propertyKey": (
        "only of what `properties` asks for, which is 501"
    ),
    r"updateProject: lacks the example's insight\.lastIssueUpdateTime": "only of a project that has issues",
    r"getAllProjectRoles: lacks the example's \[\]\.actors\[\]|getProjectRoleById: lacks the example's actors\[\]": (
        "only of a role that somebody has in every new project: nobody has"
    ),
    r"createIssues?: lacks the example's (issues\[\]\.)?transition": (
        "only of a body that names a transition, which is 501"
    ),
    r"bulkFetchIssues: lacks the example's expand": "the schema allows nothing that it does not name, and does not name it",
    r"getServerInfo: the answer has defaultLocale too": "in the example, and not in the schema",
    r"searchForIssuesUsingJql(Post)?: lacks the example's warningMessages": (
        "only of a query with a warning, and none has one: real sites answer 410 since the operation was removed"
    ),
}
"""What differs and may, as a pattern of the operation and the difference, and why."""

NOT_ON_A_FRESH_SITE = frozenset(
    {
        *("getComment", "getGroup", "getIssueLink", "getIssueSecurityLevel", "getProjectRole", "getProjectRoleById"),
        *("getRemoteIssueLinkById", "getUserGroups", "getUsersFromGroup"),
    }
)
ADMINISTRATORS_ONLY = frozenset(
    {
        *("createIssueLinkType", "updateIssueLinkType", "deleteIssueLinkType"),
        *("createProject", "updateProject", "deleteProject"),
        *("getAllProjectRoles", "getIssueLimitReport", "getProjectRoleById"),
        "getIssueSecurityLevel",  # alice is in none
    }
)
GONE_IN_VERSION_3 = frozenset({"searchForIssuesUsingJql", "searchForIssuesUsingJqlPost"})

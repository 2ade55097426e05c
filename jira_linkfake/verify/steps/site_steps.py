"""Steps about what the whole site has, who signs in, and where a path leads."""

from __future__ import annotations

from jira_linkfake.verify.steps.declaring import MUCH, delete, get, post
from jira_linkfake.verify.steps.link_steps import link

SITE = (
    get("site: itself", "getServerInfo", "serverInfo", alike=True),
    get("site: itself to anybody", "getServerInfo", "serverInfo", caller="nobody", alike=True),
    get("site: its id", "getTenantInfo", "/_edge/tenant_info", caller="nobody", alike=True, needs="at its own address"),
    get("site: what is switched on", "getConfiguration", "configuration", alike=True),
    get("site: fields", "getFields", "field", alike=True),
    get(
        "site: fields a page at a time",
        "getFieldsPaginated",
        "field/search?type=system&query=summary",
        needs="admin",
        alike=True,
    ),
    get("site: fields in an unknown order", "OrderUnknown", "field/search?orderBy=nonsense", needs="admin"),
    get("site: link types", "getIssueLinkTypes", "issueLinkType"),
    get("site: a link type", "getIssueLinkType", "issueLinkType/{link_type_id}"),
    get("site: an unknown link type", "LinkTypeUnknown", "issueLinkType/999999"),
    get("site: a link type whose id is none", "LinkTypeIdInvalid", "issueLinkType/none"),
    get("site: types of issues", "getIssueAllTypes", "issuetype", alike=True),
    get("site: a type of issues", "getIssueType", "issuetype/{type_id}", alike=True),
    get("site: an unknown type of issues", "NotFound", "issuetype/999999"),
    get("site: a type of issues whose id is none", "IdInvalid", "issuetype/none"),
    get(
        "site: what issues of a type could be",
        "getAlternativeIssueTypes",
        "issuetype/{type_id}/alternatives",
        alike=True,
    ),
    get("site: statuses", "getStatuses", "status", alike=True),
    get("site: a status", "getStatus", "status/{status_id}", alike=True),
    get("site: an unknown status", "NotFound", "status/999999"),
    get("site: categories of statuses", "getStatusCategories", "statuscategory"),
    get("site: a category of statuses", "getStatusCategory", "statuscategory/new"),
    get("site: an unknown category of statuses", "NotFound", "statuscategory/nonsense"),
    get("site: several statuses", "getStatusesById", "statuses?id={status_id}", needs="project admin", alike=True),
    get(
        "site: several statuses by name",
        "getStatusesByName",
        "statuses/byNames",
        query={"name": "{status}"},
        needs="project admin",
        alike=True,
    ),
    get("site: statuses searched", "search", "statuses/search?maxResults=2", needs="project admin", alike=True),
    get("site: no statuses", "StatusesMiscounted", "statuses", needs="project admin"),
    get(
        "site: statuses searched by too much",
        "StatusSearchTooLong",
        f"statuses/search?searchString={MUCH}",
        needs="project admin",
    ),
    get(
        "site: statuses of an unknown category",
        "StatusCategoryUnknown",
        "statuses/search?statusCategory=NONSENSE",
        needs="project admin",
    ),
    get(
        "site: statuses without Administer projects",
        "StatusesUnseen",
        "statuses/search",
        needs="second lacks ADMINISTER_PROJECTS, second lacks ADMINISTER",
        caller="second",
    ),
    get("site: priorities", "getPriorities", "priority", alike=True),
    get("site: a page of priorities", "searchPriorities", "priority/search?maxResults=2", alike=True),
    get("site: a priority", "getPriority", "priority/{priority_id}", alike=True),
    get("site: an unknown priority", "NotFound", "priority/999999"),
    get("site: resolutions", "getResolutions", "resolution", alike=True),
    get("site: a page of resolutions", "searchResolutions", "resolution/search?maxResults=2", alike=True),
    get("site: a resolution", "getResolution", "resolution/{resolution_id}", alike=True),
    get("site: an unknown resolution", "NotFound", "resolution/999999"),
    get("site: roles", "getAllProjectRoles", "role", needs="admin", alike=True),
    get("site: a role", "getProjectRoleById", "role/{role_id}", needs="role, admin", alike=True),
    get(
        "site: roles without Administer Jira",
        "AdministratorNeeded",
        "role",
        needs="second lacks ADMINISTER",
        caller="second",
    ),
    get("site: roles without credentials", "AdministratorNeeded", "role", caller="nobody"),
    get("site: labels", "getAllLabels", "label?maxResults=2", alike=True),
    get(
        "site: a security level",
        "getIssueSecurityLevel",
        "securitylevel/{level_id}",
        needs="security level",
        alike=True,
    ),
    get("site: categories of projects", "getAllProjectCategories", "projectCategory", alike=True),
    get(
        "site: a category of projects",
        "getProjectCategoryById",
        "projectCategory/{category_id}",
        needs="category",
        alike=True,
    ),
    get("site: an unknown category of projects", "NotFound", "projectCategory/999999"),
    get(
        "site: links to other applications",
        "listApplicationLinks",
        "/rest/applinks/latest/listApplicationlinks",
        needs="admin",
        alike=True,
    ),
)

WAYS = (
    get("ways: nowhere", "NoEndpoint", "nonsense/of/verify"),
    post("ways: a method that is not there", "MethodNotAllowed", "serverInfo", {}),
    get("ways: what methods there are", "OPTIONS", "issueLink", method="OPTIONS"),
    get("ways: the head alone", "getIssue", "issue/{one}", method="HEAD", needs="one"),
    get("ways: a number that is none", "QueryInvalid", "label?startAt=x"),
    get("ways: a session", "SessionRefused", "/rest/auth/1/session", needs="at its own address"),
    get(
        "ways: a token as Bearer",
        "BearerAtSite",
        "myself",
        headers={"Authorization": "Bearer no-token-at-all"},
        caller="nobody",
        needs="at its own address",
    ),
    get(
        "ways: no credentials at the gateway",
        "GatewayUnauthorized",
        "serverInfo",
        caller="nobody",
        needs="at the gateway",
    ),
    get(
        "ways: an unknown id at the gateway",
        "CloudIdUnknown",
        "/../11111111-1111-4111-8111-111111111111/rest/api/3/myself",
        needs="at the gateway",
    ),
)

# What a person has to switch off on Jira's own pages first: REST cannot.
SWITCHED_OFF = (
    post(
        "switched off: a link made",
        "LinkingDisabled",
        "issueLink",
        link("one", "two", type={"name": "Blocks"}),
        needs="one, two, links off",
    ),
    get("switched off: link types", "LinkingDisabled", "issueLinkType", needs="links off"),
    get("switched off: remote links", "RemoteLinkingDisabled", "issue/{one}/remotelink", needs="one, links off"),
    get(
        "switched off: linkedIssues",
        "LinkedIssuesDisabled",
        "search/jql",
        query={"jql": "issue in linkedIssues({one})"},
        needs="one, links off",
    ),
    get("switched off: votes", "VotingDisabled", "issue/{one}/votes", needs="one, votes off"),
    get("switched off: watchers", "WatchingDisabled", "issue/{one}/watchers", needs="one, watching off"),
    get("switched off: worklogs", "TimeTrackingDisabled", "issue/{one}/worklog", needs="one, time tracking off"),
    get("switched off: attachments", "AttachmentsDisabled", "attachment/1", needs="attachments off"),
)

TO_ANYBODY = (
    get("anybody: an issue", "getIssue", "issue/{one}?fields=summary", needs="one, public", caller="nobody"),
    delete(
        "anybody: a comment deleted",
        "AnonymousCommentDeletion",
        "issue/{a}/comment/{comment_id}",
        needs="comment, public",
        caller="nobody",
    ),
)

STEPS = (*SITE, *WAYS, *SWITCHED_OFF, *TO_ANYBODY)

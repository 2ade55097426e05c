"""What is known of Jira's answers around links, a row each: the suite has a case for every one, and no other cases.

Rows that say how Jira Server or Data Center answers are here with what Cloud does.
"""

from __future__ import annotations

ORDER_OF_CHECKS = (
    "order: method and content type come first",
    "order: credentials before the body",
    "order: body before whether linking is on",
    "order: whether linking is on before any look-up",
    "order: type and both issues are looked up before anything about them",
    "order: link to itself before the permission",
    "order: permission before the comment",
    "order: comment's readers, then its body, before the limit",
    "order: limit before anything is stored",
    "order: link is stored, or was there, then the comment is added",
)

CREATE = (
    "create: success",
    "create: malformed JSON",
    "create: JSON that is no object, or a value of the wrong type",
    "create: unknown property",
    "create: parts that may be null, empty or unknown",
    "create: empty body",
    "create: wrong content type, or none",
    "create: no type",
    "create: type with neither id nor name",
    "create: type by unknown name",
    "create: type by unknown id",
    "create: type by id and name",
    "create: type by an id that is no number",
    "create: type by its name in another case, or by a phrase",
    "create: several types of one name",
    "create: no inwardIssue, or no outwardIssue",
    "create: issue with neither a usable id nor a key",
    "create: how an issue is found",
    "create: unknown issue",
    "create: unseen issue",
    "create: several things wrong at once",
    "create: no Link issues permission",
    "create: link of an issue to itself",
    "create: link that is there",
    "create: link that is there, with a comment",
    "create: link in the reverse direction",
    "create: linking disabled",
    "create: limit reached",
    "create: archived issue",
)

CREATE_WITH_COMMENT = (
    "comment: success",
    "comment: body that is no document, in version 3",
    "comment: body that is an object, in version 2",
    "comment: empty body",
    "comment: unknown group",
    "comment: group that the caller is not in",
    "comment: role that the caller does not have",
    "comment: role that the caller does not have, and the link",
    "comment: unknown role",
    "comment: visibility without value",
    "comment: no Add comments permission",
)

READ = (
    "read: success",
    "read: unknown id",
    "read: id that is no number, or too long for 64 bits",
    "read: negative id, or zero",
    "read: no id",
    "read: unseen issue at one end",
    "read: linking disabled",
    "read: anonymous caller",
)

DELETE = (
    "delete: success",
    "delete: second time, or unknown id",
    "delete: id that is no number, or too long for 64 bits",
    "delete: unseen issue at one end",
    "delete: no Link issues permission in either project",
    "delete: Link issues permission in one project",
    "delete: no content type",
    "delete: 200, which the reference lists and nobody has seen",
    "delete: linking disabled",
)

DOCUMENTED_AND_OBSERVED = (
    "answers: create without Link issues in the source's project",
    "answers: delete without Link issues in either project",
    "answers: wrong credentials",
    "answers: no credentials, and anyone lacks what is needed",
    "answers: name of a link type that is taken",
    "answers: link types without being an administrator",
)

LINK_TYPES = (
    "types: list",
    "types: linking disabled",
    "types: one",
    "types: unknown id",
    "types: id that is no number",
    "types: create",
    "types: create without a field, or with an empty one",
    "types: create with a body that cannot be read",
    "types: name taken",
    "types: update",
    "types: delete",
    "types: not an administrator",
)

ISSUES = (
    "issue: whole",
    "issue: choice of fields",
    "issue: links, from both ends",
    "issue: order of links",
    "issue: no links",
    "issue: links to unseen issues",
    "issue: linking disabled",
    "issue: key in another case, or id",
    "issue: unknown or unseen",
    "issue: expand",
)

COMMENTS = (
    "comments: list",
    "comments: part of the list",
    "comments: query that is no number",
    "comments: restricted to others",
    "comments: one",
    "comments: unknown or unseen",
    "comments: unknown issue",
    "comments: order",
    "comments: unknown order",
    "comments: rendered as HTML",
    "comments: by their ids",
    "comments: by no id, or by too many",
    "comments: by ids that cannot be read",
    "comments: add",
    "comments: add or change, to a group or a role",
    "comments: add or change, with a body that is not allowed",
    "comments: add or change, with a body that cannot be read",
    "comments: add, without Add comments",
    "comments: change",
    "comments: change, and what is left out stays",
    "comments: change, without the permission",
    "comments: remove",
    "comments: remove, without the permission",
    "comments: remove, without credentials",
    "comments: change or remove what is unknown or unseen",
    "comments: properties",
    "comments: archived issue",
    "comments: limit reached",
)

HISTORY = (
    "history: list",
    "history: link to an unseen issue",
    "history: part of the list",
    "history: query that is no number",
    "history: unknown or unseen issue",
    "history: by ids",
    "history: by ids, of an unknown or unseen issue",
    "history: ids that cannot be read",
    "history: beside the issue",
)

REMOTE_LINKS = (
    "remote links: list",
    "remote links: one, by its global id",
    "remote links: one, by its id",
    "remote links: make",
    "remote links: make again, with the same global id",
    "remote links: make again, without a global id",
    "remote links: change",
    "remote links: remove, by id",
    "remote links: remove, by global id",
    "remote links: remove without a content type",
    "remote links: unknown id or global id",
    "remote links: id that is no number",
    "remote links: another issue's",
    "remote links: no global id to remove by",
    "remote links: without url or title",
    "remote links: global id that is too long, or taken",
    "remote links: body that cannot be read",
    "remote links: no Link issues permission",
    "remote links: remove by id, without Edit issues",
    "remote links: linking disabled",
    "remote links: unknown or unseen issue",
    "remote links: archived issue",
    "remote links: limit reached",
    "remote links: told in the history",
)

SEARCH = (
    "search: by query",
    "search: by body",
    "search: what is shown of an issue",
    "search: order",
    "search: page by page",
    "search: maxResults out of bounds",
    "search: garbage for a token",
    "search: JQL that restricts nothing",
    "search: JQL that cannot be read",
    "search: JQL that names what there is not",
    "search: JQL of an anonymous caller",
    "search: JQL that is not served",
    "search: links",
    "search: linking disabled",
    "search: unseen issues",
    "search: body that cannot be read",
    "search: expand",
    "search: count",
    "search: wrong method for a count",
    "search: in version 2, by query",
    "search: in version 2, by body",
    "search: in version 2, JQL that is wrong",
    "search: removed from version 3",
    "search: fetch by keys",
)

SITE = (
    "site: serverInfo",
    "site: configuration",
    "site: issue types",
    "site: priorities",
    "site: statuses",
    "site: status categories",
    "site: resolutions",
    "site: fields",
    "site: security level",
)

PEOPLE = (
    "people: myself",
    "people: user",
    "people: search for users",
    "people: all users",
    "people: groups of a user",
    "people: group",
    "people: members of a group",
    "people: search for groups",
)

PERMISSIONS = (
    "permissions: list",
    "permissions: the caller's",
    "permissions: the caller's, without a name of one",
    "permissions: the caller's, one that there is none of",
    "permissions: the caller's, where he sees nothing",
    "permissions: in several places",
    "permissions: in several places, with a body that cannot be read",
    "permissions: of others",
)

PROJECTS = (
    "projects: list",
    "projects: search",
    "projects: search in an order that there is none of",
    "projects: search for an action that there is none of",
    "projects: one",
    "projects: unknown or unseen",
    "projects: statuses",
    "projects: security levels",
    "projects: roles",
    "projects: role",
    "projects: no Administer projects permission",
    "projects: roles of the site",
)

SIGN_IN = (
    "sign-in: Basic",
    "sign-in: Bearer",
    "sign-in: user made without a token",
    "sign-in: wrong token where anyone may call",
    "sign-in: wrong token where one must be signed in",
    "sign-in: credentials that were handed to nobody",
    "sign-in: credentials that cannot be read",
    "sign-in: none where anyone may call",
    "sign-in: none where one must be signed in",
    "sign-in: every request acts as one user",
)

ROUTING = (
    "routing: unknown path",
    "routing: wrong method",
    "routing: wrong content type",
    "routing: slash at the end",
    "routing: versions",
    "routing: operation that is not served",
)

ROWS = (
    *ORDER_OF_CHECKS,
    *CREATE,
    *CREATE_WITH_COMMENT,
    *READ,
    *DELETE,
    *DOCUMENTED_AND_OBSERVED,
    *LINK_TYPES,
    *ISSUES,
    *COMMENTS,
    *REMOTE_LINKS,
    *HISTORY,
    *SEARCH,
    *SITE,
    *PEOPLE,
    *PERMISSIONS,
    *PROJECTS,
    *SIGN_IN,
    *ROUTING,
)

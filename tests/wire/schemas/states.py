"""Three states of a site, and who looks at it in each; and what changes it."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from jira_linkfake import FakeJira, User
from tests.properties.operations import AGILE, DOCUMENT, Request, reads
from tests.wire.schemas.reference import NAMED_TWICE
from tests.wire.sent import as_text
from tests.zipped import zipped

Auth = tuple[str, str]
NEW = {"project": {"key": "APP"}, "issuetype": {"name": "Task"}, "summary": "New"}
LINK = {"type": {"name": "Blocks"}, "inwardIssue": {"key": "APP-1"}, "outwardIssue": {"key": "APP-2"}}
KIND = {"name": "Haunts", "inward": "is haunted by", "outward": "haunts"}
REMOTE = {"globalId": "secret", "object": {"url": "https://example.com/1", "title": "One"}}
OF_JIRA = "com.atlassian.jira.plugin.system.customfieldtypes:"
ADMIN = "712020:00000000-0000-4000-8000-000000010000"
FIELD_AGAIN = {"name": "Size", "description": "How big", "searcherKey": f"{OF_JIRA}exactnumber"}
FIELD = {**FIELD_AGAIN, "type": f"{OF_JIRA}float"}
ALICE = "712020:00000000-0000-4000-8000-000000010001"
VALUE = {"system.conversation.id": "b1bf38be", "system.support.time": "1m"}
VERSION = {"name": "3.0", "description": "Big", "startDate": "2026-01-01", "releaseDate": "2026-02-01"}
COMPONENT = {"name": "UI", "description": "Seen", "leadAccountId": ADMIN, "assigneeType": "COMPONENT_LEAD"}
FILE = (
    b'--xx\r\nContent-Disposition: form-data; name="file"; filename="a.png"\r\nContent-Type: image/png\r\n\r\n'
    b"x\r\n--xx--"
)
FORM = "multipart/form-data; boundary=xx"
NO_CHECK = {"X-Atlassian-Token": "no-check"}
WORK = {"category": "Design", "title": "Sketch", "url": "https://example.com/1"}
WORK_ID = "069a7dea-ae7c-5a67-971b-d4e82099548a"
_LOGGED_THIRD: list[Request] = [("DELETE", "issue/APP-2/worklog", {"ids": [10003]})]
_TO_APP_1 = {"type": {"name": "Blocks"}, "outwardIssue": {"key": "APP-1"}}
_EDITED = {"selectedActions": ["priority"], "editedFieldsInput": {"priority": {"priorityId": "1"}}}
_MOVED = {
    "inferClassificationDefaults": True,
    "inferFieldDefaults": True,
    "inferStatusDefaults": True,
    "inferSubtaskTypeDefault": True,
    "issueIdsOrKeys": ["APP-1"],
}
_SELECTED = {"selectedIssueIdsOrKeys": ["APP-1"]}
_TO_ARCHIVE = {"issueIdsOrKeys": ["APP-1", "APP-2", "APP-3", "APP-4", "APP-5", "APP-6", "APP-404"]}
_GRANT = {"permission": "LINK_ISSUES", "holder": {"type": "user", "value": ADMIN}}
_SCHEME = {"name": "Second", "description": "Ours", "permissions": [_GRANT]}
_MADE_SCHEME: Request = ("POST", "permissionscheme?expand=all", _SCHEME)
_WHOLE: dict[str, list[Request]] = {
    "getBulkChangelogs": [("POST", "changelog/bulkfetch", {"issueIdsOrKeys": ["APP-1"], "maxResults": 1})],
    "parseJqlQueries": [
        ("POST", "jql/parse?validation=warn", {"queries": ["status = Done AND (key = X OR assignee = currentUser())"]})
    ],
    "searchPriorities": [("GET", "priority/search?maxResults=1", None)],
    "search": [("GET", "statuses/search?maxResults=1", None)],
    "getFieldsPaginated": [("GET", "field/search?maxResults=1", None)],
    "getAllProjects": [("GET", "project?expand=description,lead,issueTypes,url,projectKeys,insight", None)],
    "getChangeLogsByIds": [("POST", "issue/APP-1/changelog/list", {"changelogIds": [*range(10000, 10030)]})],
    "getCreateIssueMetaIssueTypeId": [("GET", "issue/createmeta/APP/issuetypes/10002", None)],
    "getCurrentUser": [("GET", "myself?expand=groups,applicationRoles", None)],
    "getGroup": [("GET", "group?groupname=devs&expand=users", None)],
    "getProject": [("GET", "project/APP?expand=projectKeys,insight,issueTypeHierarchy", None)],
    "getProjectComponentsPaginated": [("GET", "project/APP/component?maxResults=1", None)],
    "getProjectVersionsPaginated": [("GET", "project/APP/version?expand=issuesstatus", None)],
    "getFiltersPaginated": [("GET", "filter/search?maxResults=1", None)],
    "getVersionUnresolvedIssues": [("GET", "version/10000/unresolvedIssueCount", None)],
    "getTransitions": [("GET", "issue/APP-1/transitions?expand=transitions.fields", None)],
    "findUsersForPicker": [("GET", "user/picker?query=a&showAvatar=true", None)],
    "findUsersAndGroups": [("GET", "groupuserpicker?query=a&showAvatar=true", None)],
    "getAllPermissionSchemes": [("GET", "permissionscheme", None)],
    "getPermissionScheme": [("GET", "permissionscheme/0?expand=permissions", None)],
    "getPermissionSchemeGrants": [("GET", "permissionscheme/0/permission", None)],
    "getPermissionSchemeGrant": [("GET", "permissionscheme/0/permission/547754926", None)],
    "getAssignedPermissionScheme": [("GET", "project/APP/permissionscheme", None)],
    "getIssueSecurityLevelMembers": [("GET", "issuesecurityschemes/10000/members?maxResults=1&startAt=0", None)],
    "searchSecuritySchemes": [("GET", "issuesecurityschemes/search?maxResults=1&projectId=10000", None)],
    "searchProjectsUsingSecuritySchemes": [("GET", "issuesecurityschemes/project?maxResults=1", None)],
    "getNotificationSchemeToProjectMappings": [("GET", "notificationscheme/project?projectId=10000", None)],
    "getSecurityLevels": [("GET", "issuesecurityschemes/level?maxResults=1", None)],
    "getSecurityLevelMembers": [("GET", "issuesecurityschemes/level/member?maxResults=1&expand=all", None)],
    "getNotificationSchemes": [("GET", "notificationscheme?expand=all&id=10000&projectId=10000", None)],
    "getNotificationScheme": [("GET", "notificationscheme/10000?expand=all", None)],
    "getNotificationSchemeForProject": [("GET", "project/APP/notificationscheme?expand=all", None)],
    "getRecent": [
        ("GET", "issue/APP-1?updateHistory=true", None),
        ("GET", "project/recent?expand=description,lead,issueTypes,url,projectKeys,insight", None),
    ],
    "expandAttachmentForHumans": [("GET", "attachment/10001/expand/human", None)],
    "expandAttachmentForMachines": [("GET", "attachment/10001/expand/raw", None)],
    "sanitiseJqlQueries": [
        ("POST", "jql/sanitize", {"queries": [{"query": "project = APP", "accountId": ALICE}, {"query": "not JQL"}]})
    ],
    "getUser": [("GET", f"user?accountId={ADMIN}&expand=groups,applicationRoles", None)],
    "getUsersFromGroup": [("GET", "group/member?groupname=devs&maxResults=1", None)],
    "getIssueProperty": [("GET", "issue/APP-1/properties/release", None)],
    "getCommentPropertyKeys": [("GET", "comment/10002/properties", None)],
    "getCommentProperty": [("GET", "comment/10002/properties/release", None)],
    "getWorklogPropertyKeys": [("GET", "issue/APP-1/worklog/10000/properties", None)],
    "getWorklogProperty": [("GET", "issue/APP-1/worklog/10000/properties/release", None)],
    "getUserPropertyKeys": [("GET", f"user/properties?accountId={ADMIN}", None)],
    "getUserProperty": [("GET", f"user/properties/rank?accountId={ADMIN}", None)],
    "searchAndReconsileIssuesUsingJqlPost": [("POST", "search/jql", {"jql": "key = APP-1", "fields": ["*all"]})],
    "searchProjects": [
        ("GET", "project/search?expand=description,lead,issueTypes,url,projectKeys,insight&maxResults=1", None)
    ],
}
"""Requests for all that an operation tells on request, where `reads` has none."""


def as_sent(body: Any) -> bytes:
    """Return a body as it is sent; None sends none."""
    return b"" if body is None else json.dumps(body).encode()


def fresh() -> tuple[FakeJira, Auth]:
    """Return a site with nothing but two issues, seen by its administrator."""
    jira = FakeJira()
    jira.add_issues("APP-1", "APP-2")
    return jira, jira.auth


def full() -> tuple[FakeJira, Auth]:
    """Return a site that has some of everything, seen by its administrator."""
    jira, _ = _with_everything()
    return jira, jira.auth


def restricted() -> tuple[FakeJira, Auth]:
    """Return the full site, seen by somebody from whom an issue and a comment are hidden, and who may do little."""
    jira, alice = _with_everything()
    jira.deny("BROWSE_PROJECTS", project="HID")
    for denied in ("SET_ISSUE_SECURITY", "MODIFY_REPORTER", "EDIT_ALL_COMMENTS"):
        jira.deny(denied)
    return jira, alice.auth


STATES: dict[str, Callable[[], tuple[FakeJira, Auth]]] = {"fresh": fresh, "full": full, "restricted": restricted}


def _with_everything() -> tuple[FakeJira, User]:
    jira = FakeJira()
    alice = jira.add_user("alice")
    devs = jira.add_group("devs", [alice, jira.default_user])
    jira.add_project("APP", category="Inner")
    testers = jira.add_role("Testers", project="APP", members=[devs, jira.default_user])
    jira.add_project("HID", name="Hidden", lead=alice)
    jira.allow_only("VIEW_READONLY_WORKFLOW", devs)
    jira.add_security_level("Inner", project="APP", members=[jira.default_user])
    jira.add_security_level("Nobody", project="HID", members=[jira.default_user])
    jira.add_version("1.0", project="APP", description="First", start_date="2026-01-01", release_date="2026-02-01")
    jira.add_project("TEAM", team_managed=True)
    jira.add_component("Editor", project="APP", description="Words", lead="alice", assignee_type="COMPONENT_LEAD")
    color = jira.add_field("Color")
    _add_issues(jira, {color.id: "blue"})
    jira.add_attachment("APP-1", "shot.png", "seen", author=alice)
    jira.add_attachment("APP-1", "notes.zip", zipped({"notes/first.txt": b"one"}))
    jira.add_link_type("Haunt", inward="is haunted by", outward="haunts")
    jira.add_link("APP-1", "blocks", "APP-2")
    jira.add_link("HID-1", "blocks", "APP-1")
    jira.add_link("APP-1", "haunts", "APP-3")
    for reader in (testers, devs, None):
        jira.add_comment("APP-1", "Not before *the release*.", author=alice, visible_to=reader)
    said = jira.add_comment("HID-1", "secret")
    jira.add_task("Import", submitted_by=alice)
    task = next(one for one in jira.site.issue_types.values() if one.id == "10002")
    for worker in ("alice", "admin"):
        jira.add_worklog("APP-1", "3h 20m", author=worker, comment="Some *work*", visible_to=devs)
    secret = jira.add_worklog("HID-1", "1h", comment="secret")
    work = (*jira.worklogs_of("APP-1"), secret)
    for bearer in ("APP-1", "HID-1", said, *work, *jira.comments_of("APP-1"), jira.project("APP"), *jira.users, task):
        for key in ("release", "rank", "secret"):
            jira.add_property(bearer, key, VALUE)
    for key in ("APP-1", "HID-1"):
        _add_remote_links(jira, key)
    shared_with = [jira.project("APP"), devs, testers, alice]
    for owner in (alice, jira.default_user):
        jira.add_filter("All", "project = APP", owner=owner, shared_with=shared_with, favourite_of=[alice, "admin"])
    editors = [{"type": "projectRole", "project": {"id": "10000"}, "role": {"id": str(testers.id)}}]
    _do(jira, "PUT", "filter/10001", {"editPermissions": editors})
    jira.add_board("Team", project="APP")
    jira.add_sprint("Sprint 1", board="Team", state="closed", goal="Most", issues=["APP-1"])
    jira.add_sprint("Sprint 2", board="Team", state="active", goal="All", issues=["APP-1", "HID-1"])
    jira.set_issue("APP-1", fields={jira.site.software_fields["story points"]: 5})
    _do(jira, "PUT", "issue/APP-1", {"fields": {"summary": "Crash on load", "assignee": {"accountId": ADMIN}}})
    _do(jira, "POST", "issue/APP-1/transitions", {"transition": {"id": "31"}})
    return jira, alice


def _add_issues(jira: FakeJira, fields: dict[str, Any]) -> None:
    _do(jira, "PUT", "project/APP", {"url": "https://example.com"})
    jira.add_issue("APP-9", type="Epic", summary="The whole")
    jira.add_issue(
        "APP-1",
        description="Some *words*",
        labels=["disk"],
        fix_versions=["1.0"],
        affects_versions=["1.0"],
        components=["Editor"],
        parent="APP-9",
        assignee="alice",
        reporter="alice",
        fields={**fields, "timetracking": {"originalEstimate": "1d"}},
    )
    jira.add_issue("APP-2", type="Bug", status="Done", priority=None, reporter=None)
    jira.add_issue("APP-3", type="Sub-task", parent="APP-1")
    jira.add_issue("APP-4", security_level="Inner")
    jira.add_issue("HID-1", security_level="Nobody", assignee="alice")


def _add_remote_links(jira: FakeJira, key: str) -> None:
    icon = {"url16x16": "https://example.com/icon.png", "title": "Icon"}
    jira.add_remote_link(
        key,
        "https://example.com/secret",
        title="Secret",
        summary="What it is",
        relationship="causes",
        global_id="secret",
        application={"type": "com.example", "name": "Example"},
        icon=icon,
        status={"resolved": True, "icon": {**icon, "link": "https://example.com/done"}},
    )


def _do(jira: FakeJira, method: str, path: str, body: Any) -> None:
    reply = jira.client().open(f"/rest/api/3/{path}", method=method, json=body, auth=jira.auth)
    assert reply.status_code in (200, 204), reply.text


def requests_of(operation: str, version: int) -> list[Request]:
    """Return what is asked of an operation in each state, in the order in which it is asked."""
    asked = [*reads().get(operation, ()), *_WHOLE.get(operation, ()), *_changes().get(operation, ())]
    of_platform = (one for one in asked if operation not in NAMED_TWICE or not one[1].startswith(AGILE))
    return [(method, path, as_text(body) if version == 2 else body) for method, path, body in of_platform]


def _changes_of_filters() -> dict[str, list[Request]]:
    """Return requests about a filter, which is the caller's own: the first one, or the second."""
    shares = [{"type": "project", "project": {"id": "10000"}}]
    made = ("POST", "filter?expand=sharedUsers", {"name": "Own", "jql": "project = APP", "sharePermissions": shares})

    def own(method: str, rest: str, body: Any = None) -> list[Request]:
        return [made, *((method, f"filter/{one}{rest}", body) for one in (10000, 10001))]

    columns = own("PUT", "/columns", {"columns": ["summary"]})
    return {
        "createFilter": [made],
        "getFilter": own("GET", "?expand=sharedUsers,subscriptions"),
        "getMyFilters": own("GET", ""),
        "updateFilter": own("PUT", "?expand=sharedUsers", {"description": "Mine"}),
        "deleteFilter": own("DELETE", ""),
        "setColumns": columns,
        "getColumns": [*columns, *own("GET", "/columns")[1:]],
        "resetColumns": own("DELETE", "/columns"),
        "setFavouriteForFilter": own("PUT", "/favourite"),
        "deleteFavouriteForFilter": own("DELETE", "/favourite"),
        "changeFilterOwner": [
            *own("PUT", "/owner", {"accountId": ADMIN}),
            ("PUT", "filter/10000/owner", {"accountId": ALICE}),
        ],
        "setDefaultShareScope": [("PUT", "filter/defaultShareScope", {"scope": "GLOBAL"})],
        "getSharePermissions": own("GET", "/permission"),
        "getSharePermission": [made, *(("GET", f"filter/10000/permission/{one}", None) for one in range(10000, 10004))],
        "addSharePermission": own("POST", "/permission", {"type": "user", "accountId": ADMIN}),
        "deleteSharePermission": [
            made,
            *(("DELETE", f"filter/{one}/permission/{share}", None) for one, share in ((10000, 10000), (10001, 10004))),
        ],
    }


def _changes_of_boards() -> dict[str, list[Request]]:
    """Return requests about the first board and sprint, which are made where they are not there."""
    jql = {"name": "Own", "jql": "project = APP"}
    located = {"type": "project", "projectKeyOrId": "APP"}
    board: list[Request] = [
        ("POST", "filter", jql),
        *(
            ("POST", f"{AGILE}/board", {"name": "New", "type": "scrum", "filterId": one, "location": located})
            for one in FIRST
        ),
    ]
    dates = {"startDate": "2026-01-01T00:00:00.000Z", "endDate": "2026-01-15T00:00:00.000Z"}
    sprint: list[Request] = [
        *board,
        ("POST", f"{AGILE}/sprint", {"name": "New", "originBoardId": 1, "goal": "More", **dates}),
    ]
    moved: dict[str, Any] = {"issues": ["APP-2"], "rankAfterIssue": "APP-1", "rankCustomFieldId": 10019}
    only = {"issues": ["APP-2"]}
    epic: Request = ("POST", "issue", {"fields": {**NEW, "issuetype": {"name": "Epic"}}})

    def on(start: list[Request], method: str, path: str, body: Any = None) -> list[Request]:
        return [*start, (method, f"{AGILE}{path}", body)]

    def of_epic(method: str, rest: str, body: Any = None) -> list[Request]:
        return [*board, epic, (method, f"{AGILE}/epic/{{id}}{rest}", body)]

    return {
        "createBoard": board,
        "deleteBoard": on(board, "DELETE", "/board/1"),
        **{
            name: on(sprint, "GET", path)
            for name, path in {
                "getAllBoards": "/board?maxResults=1",
                "getBoardByFilterId": "/board/filter/10000",
                "getBoard": "/board/1",
                "getIssuesForBoard": "/board/1/issue",
                "getIssuesForBacklog": "/board/1/backlog",
                "getProjects": "/board/1/project",
                "getProjectsFull": "/board/1/project/full",
                "getEpics": "/board/1/epic",
                "getIssuesWithoutEpicForBoard": "/board/1/epic/none/issue",
                "getAllSprints": "/board/1/sprint",
                "getBoardIssuesForSprint": "/board/1/sprint/1/issue",
                "getAllVersions": "/board/1/version",
                "getIssueEstimationForBoard": "/issue/APP-1/estimation?boardId=1",
                "getSprint": "/sprint/1",
                "getIssuesForSprint": "/sprint/1/issue",
            }.items()
        },
        "getBoardIssuesForEpic": [*board, epic, ("GET", f"{AGILE}/board/1/epic/{{id}}/issue", None)],
        "moveIssuesToBoard": [
            ("POST", "filter", jql),
            *(("POST", f"{AGILE}/board", {"name": "New", "type": "kanban", "filterId": one}) for one in FIRST),
            ("POST", f"{AGILE}/board/{{id}}/issue", moved),
        ],
        "moveIssuesToBacklog": on(board, "POST", "/backlog/issue", only),
        "moveIssuesToBacklogForBoard": on(board, "POST", "/backlog/1/issue", moved),
        "createSprint": sprint,
        "updateSprint": on(sprint, "PUT", "/sprint/{id}", {"name": "Newer", "state": "future", **dates}),
        "partiallyUpdateSprint": on(sprint, "POST", "/sprint/{id}", {"name": "Newer"}),
        "deleteSprint": on(sprint, "DELETE", "/sprint/{id}"),
        "swapSprint": on(sprint, "POST", "/sprint/{id}/swap", {"sprintToSwapWith": 1}),
        "moveIssuesToSprintAndRank": on(sprint, "POST", "/sprint/{id}/issue", moved),
        "getEpic": of_epic("GET", ""),
        "partiallyUpdateEpic": of_epic(
            "POST", "", {"name": "Big", "summary": "Bigger", "color": {"key": "color_2"}, "done": True}
        ),
        "getIssuesForEpic": of_epic("GET", "/issue"),
        "moveIssuesToEpic": of_epic("POST", "/issue", only),
        "removeIssuesFromEpic": on(board, "POST", "/epic/none/issue", only),
        "rankEpics": [
            *board,
            epic,
            epic,
            ("PUT", f"{AGILE}/epic/{{id}}/rank", {"rankAfterEpic": "APP-9", "rankCustomFieldId": 10019}),
            ("PUT", f"{AGILE}/epic/{{id}}/rank", {"rankBeforeEpic": "APP-3"}),
        ],
        "rankIssues": [*board, ("PUT", f"{AGILE}/issue/rank", moved)],
        "estimateIssueForBoard": on(board, "PUT", "/issue/APP-1/estimation?boardId=1", {"value": "3"}),
    }


FIRST = (10000, 10001, 10002)
"""The ids that a filter of one's own may have: those of others are refused."""


def _changes() -> dict[str, list[Request]]:
    """Return requests that change the site, by operation; `{id}` is what the one before it has made."""
    link, kind = ("POST", "issueLink", LINK), ("POST", "issueLinkType", KIND)
    remote, comment = ("POST", "issue/APP-2/remotelink", REMOTE), ("POST", "issue/APP-2/comment", {"body": DOCUMENT})
    project = ("POST", "project", {"key": "NEW", "name": "New", "leadAccountId": ADMIN, "projectTypeKey": "software"})
    described = {**NEW, "description": DOCUMENT}
    component = ("POST", "component", {**COMPONENT, "project": "APP"})
    version = ("POST", "version", {**VERSION, "project": "APP"})
    category = ("POST", "projectCategory", {"name": "Core"})
    value = VALUE
    related, first_related = ("POST", "version/{id}/relatedwork", WORK), ("POST", "version/10000/relatedwork", WORK)
    logged = {"timeSpent": "1h", "comment": DOCUMENT}
    work = ("POST", "issue/APP-2/worklog", logged)
    return {
        "createProjectCategory": [category],
        **_changes_of_filters(),
        **_changes_of_boards(),
        "updateProjectCategory": [category, ("PUT", "projectCategory/{id}", {"description": "Whose"})],
        "removeProjectCategory": [category, ("DELETE", "projectCategory/{id}", None)],
        "createCustomField": [("POST", "field", FIELD)],
        "updateCustomField": [("POST", "field", FIELD), ("PUT", "field/{id}", FIELD_AGAIN)],
        "notify": [("POST", "issue/APP-1/notify", {"to": {"reporter": True, "assignee": True}})],
        "deleteCustomField": [("POST", "field", FIELD), ("DELETE", "field/{id}", None)],
        "setIssueProperty": [
            ("PUT", "issue/APP-1/properties/new", value),
            ("PUT", "issue/APP-1/properties/new", value),
        ],
        "deleteIssueProperty": [
            ("PUT", "issue/APP-1/properties/new", value),
            ("DELETE", "issue/APP-1/properties/new", None),
        ],
        "setCommentProperty": [comment, ("PUT", "comment/{id}/properties/new", value)],
        "deleteCommentProperty": [
            comment,
            ("PUT", "comment/{id}/properties/new", value),
            ("DELETE", "comment/{id}/properties/new", None),
        ],
        "setWorklogProperty": [work, ("PUT", "issue/APP-2/worklog/{id}/properties/new", value)],
        "deleteWorklogProperty": [
            work,
            ("PUT", "issue/APP-2/worklog/{id}/properties/new", value),
            ("DELETE", "issue/APP-2/worklog/{id}/properties/new", None),
        ],
        "setProjectProperty": [("PUT", "project/APP/properties/new", value)],
        "deleteProjectProperty": [
            ("PUT", "project/APP/properties/new", value),
            ("DELETE", "project/APP/properties/new", None),
        ],
        "setUserProperty": [("PUT", f"user/properties/new?accountId={one}", value) for one in (ADMIN, ALICE)],
        "deleteUserProperty": [
            (method, f"user/properties/new?accountId={one}", body)
            for one in (ADMIN, ALICE)
            for method, body in (("PUT", value), ("DELETE", None))
        ],
        "setIssueTypeProperty": [("PUT", "issuetype/10002/properties/new", value)],
        "deleteIssueTypeProperty": [
            ("PUT", "issuetype/10002/properties/new", value),
            ("DELETE", "issuetype/10002/properties/new", None),
        ],
        "bulkSetIssuesPropertiesList": [
            ("POST", "issue/properties", {"entitiesIds": [10000], "properties": {"new": value}})
        ],
        "bulkSetIssuePropertiesByIssue": [
            ("POST", "issue/properties/multi", {"issues": [{"issueID": 10000, "properties": {"new": value}}]})
        ],
        "bulkSetIssueProperty": [("PUT", "issue/properties/new", {"value": value})],
        "bulkDeleteIssueProperty": [("DELETE", "issue/properties/new", {"entityIds": [10000]})],
        "getTask": [("GET", "task/10000", None)],
        "cancelTask": [("POST", "task/10000/cancel", None)],
        "createUser": [("POST", "user", {"emailAddress": "mia@example.com", "products": []})],
        "removeUser": [
            ("POST", "user", {"emailAddress": "mia@example.com", "products": []}),
            *(("DELETE", f"user?accountId={ALICE[:-1]}{number}", None) for number in (1, 2)),
        ],
        "createGroup": [("POST", "group", {"name": "crew"})],
        "removeGroup": [("POST", "group", {"name": "crew"}), ("DELETE", "group?groupname=crew", None)],
        "addUserToGroup": [
            ("POST", "group", {"name": "crew"}),
            ("POST", "group/user?groupname=crew&expand=users", {"accountId": ADMIN}),
        ],
        "removeUserFromGroup": [
            ("POST", "group", {"name": "crew"}),
            ("POST", "group/user?groupname=crew", {"accountId": ADMIN}),
            ("DELETE", f"group/user?groupname=crew&accountId={ADMIN}", None),
        ],
        "addActorUsers": [("POST", "project/APP/role/10000", {"user": [ALICE]})],
        "setActors": [
            (
                "PUT",
                "project/APP/role/10000",
                {"categorisedActors": {"atlassian-user-role-actor": [ALICE], "atlassian-group-role-actor": ["devs"]}},
            )
        ],
        "deleteActor": [
            ("PUT", "project/APP/role/10000", {"categorisedActors": {"atlassian-user-role-actor": [ALICE]}}),
            ("DELETE", f"project/APP/role/10000?user={ALICE}", None),
        ],
        "createPermissionScheme": [_MADE_SCHEME],
        "updatePermissionScheme": [("PUT", "permissionscheme/0?expand=all", _SCHEME)],
        "deletePermissionScheme": [_MADE_SCHEME, ("DELETE", "permissionscheme/{id}", None)],
        "createPermissionGrant": [("POST", "permissionscheme/0/permission?expand=all", _GRANT)],
        "deletePermissionSchemeEntity": [("DELETE", "permissionscheme/0/permission/2207859002", None)],
        "assignPermissionScheme": [("PUT", "project/APP/permissionscheme?expand=all", {"id": 0})],
        "setPreference": [("PUT", "mypreferences?key=sort", "up")],
        "removePreference": [("PUT", "mypreferences?key=sort", "up"), ("DELETE", "mypreferences?key=sort", None)],
        "setLocale": [("PUT", "mypreferences/locale", {"locale": "de_DE"})],
        "addAttachment": [("POST", "issue/APP-2/attachments", FILE)],
        "removeAttachment": [("DELETE", "attachment/10000", None)],
        "createResolution": [("POST", "resolution", {"name": "Obsolete"})],
        "updateResolution": [("PUT", "resolution/10000", {"name": "Ready"})],
        "setDefaultResolution": [("PUT", "resolution/default", {"id": "10000"})],
        "deleteResolution": [("DELETE", "resolution/10001?replaceWith=10000", None)],
        "moveResolutions": [("PUT", "resolution/move", {"ids": ["10000"], "position": "Last"})],
        "createComponent": [component],
        "updateComponent": [component, ("PUT", "component/{id}", {"description": "Big"})],
        "deleteComponent": [component, ("DELETE", "component/{id}", None)],
        "createVersion": [version],
        "updateVersion": [version, ("PUT", "version/{id}", {"released": True})],
        "deleteVersion": [version, ("DELETE", "version/{id}", None)],
        "deleteAndReplaceVersion": [version, ("POST", "version/{id}/removeAndSwap", {})],
        "mergeVersions": [version, ("PUT", "version/{id}/mergeto/10000", None)],
        "moveVersion": [version, ("POST", "version/{id}/move", {"position": "First"})],
        "createRelatedWork": [version, related],
        "updateRelatedWork": [
            first_related,
            ("PUT", "version/10000/relatedwork", {**WORK, "relatedWorkId": WORK_ID}),
        ],
        "deleteRelatedWork": [first_related, ("DELETE", f"version/10000/relatedwork/{WORK_ID}", None)],
        "addWorklog": [work],
        "updateWorklog": [work, ("PUT", "issue/APP-2/worklog/{id}", {"timeSpent": "2h"})],
        "deleteWorklog": [work, ("DELETE", "issue/APP-2/worklog/{id}", None)],
        "bulkDeleteWorklogs": [work, ("DELETE", "issue/APP-2/worklog", {"ids": [10000]}), *_LOGGED_THIRD],
        "bulkMoveWorklogs": [
            work,
            *(("POST", "issue/APP-2/worklog/move", {"ids": [one], "issueIdOrKey": "APP-1"}) for one in (10000, 10003)),
        ],
        "addWatcher": [("POST", "issue/APP-1/watchers", ADMIN)],
        "removeWatcher": [("DELETE", f"issue/APP-1/watchers?accountId={ADMIN}", None)],
        "submitBulkDelete": [("POST", "bulk/issues/delete", {**_SELECTED, "sendBulkNotification": False})],
        "submitBulkWatch": [("POST", "bulk/issues/watch", _SELECTED)],
        "submitBulkUnwatch": [("POST", "bulk/issues/unwatch", _SELECTED)],
        "submitBulkTransition": [
            ("POST", "bulk/issues/transition", {"bulkTransitionInputs": [{**_SELECTED, "transitionId": "21"}]})
        ],
        "getBulkEditableFields": [
            ("GET", "bulk/issues/fields?issueIdsOrKeys=APP-1&startingAfter=summary&endingBefore=none&searchText=", None)
        ],
        "submitBulkEdit": [("POST", "bulk/issues/fields", {**_SELECTED, **_EDITED})],
        "submitBulkMove": [("POST", "bulk/issues/move", {"targetToSourcesMapping": {"APP,10004": _MOVED}})],
        "getAvailableTransitions": [("GET", "bulk/issues/transition?issueIdsOrKeys=APP-1,APP-2", None)],
        "getBulkOperationProgress": [
            ("POST", "bulk/issues/watch", _SELECTED),
            *(("GET", f"bulk/queue/{number}", None) for number in (10000, 10001)),
        ],
        "archiveIssuesAsync": [("POST", "issue/archive", {"jql": "project = APP"})],
        "exportArchivedIssues": [("PUT", "issues/archive/export", {"archivedDate": None, "archivedDateRange": None})],
        "archiveIssues": [("PUT", "issue/archive", _TO_ARCHIVE)],
        "unarchiveIssues": [("PUT", "issue/unarchive", _TO_ARCHIVE)],
        "addVote": [("POST", "issue/APP-1/votes", None), ("POST", "issue/APP-3/votes", None)],
        "removeVote": [
            *(("POST", f"issue/{key}/votes", None) for key in ("APP-1", "APP-3")),
            *(("DELETE", f"issue/{key}/votes", None) for key in ("APP-1", "APP-3")),
        ],
        "linkIssues": [link],
        "deleteIssueLink": [link, ("DELETE", "issueLink/10000", None)],
        "createIssueLinkType": [kind],
        "updateIssueLinkType": [("PUT", "issueLinkType/10000", KIND)],
        "deleteIssueLinkType": [("DELETE", "issueLinkType/10000", None)],
        "createIssue": [("POST", "issue", {"fields": described, "update": {"issuelinks": [{"add": _TO_APP_1}]}})],
        "createIssues": [("POST", "issue/bulk", {"issueUpdates": [{"fields": described}, {"fields": {}}]})],
        "editIssue": [
            ("PUT", "issue/APP-1", {"fields": {"summary": "x", "description": DOCUMENT}}),
            ("PUT", "issue/APP-1?returnIssue=true&expand=names,renderedFields", {"fields": {"summary": "y"}}),
        ],
        "deleteIssue": [("DELETE", "issue/APP-2", None)],
        "assignIssue": [("PUT", "issue/APP-1/assignee", {"accountId": ADMIN})],
        "doTransition": [("POST", "issue/APP-2/transitions", {"transition": {"id": "21"}})],
        "addComment": [comment, ("POST", "issue/APP-1/comment?expand=renderedBody", {"body": DOCUMENT})],
        "updateComment": [comment, ("PUT", "issue/APP-2/comment/{id}?expand=renderedBody", {"body": DOCUMENT})],
        "deleteComment": [comment, ("DELETE", "issue/APP-2/comment/{id}", None)],
        "createOrUpdateRemoteIssueLink": [remote, remote],
        "updateRemoteIssueLink": [remote, ("PUT", "issue/APP-2/remotelink/{id}", REMOTE)],
        "deleteRemoteIssueLinkById": [remote, ("DELETE", "issue/APP-2/remotelink/{id}", None)],
        "deleteRemoteIssueLinkByGlobalId": [remote, ("DELETE", "issue/APP-2/remotelink?globalId=secret", None)],
        "createProject": [project],
        "updateProject": [
            ("PUT", "project/APP?expand=projectKeys,insight", {"name": "Newer", "url": "https://example.com"}),
        ],
        "deleteProject": [project, ("DELETE", "project/NEW", None)],
        "deleteProjectAsynchronously": [project, ("POST", "project/NEW/delete", None)],
        "archiveProject": [project, ("POST", "project/NEW/archive", None)],
        "restore": [
            ("PUT", "project/APP", {"url": "https://example.com"}),
            ("POST", "project/APP/archive", None),
            ("POST", "project/APP/restore?expand=insight", None),
        ],
    }

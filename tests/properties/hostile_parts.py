"""What hostile requests are made from: strange headers, methods and addresses, and bodies to spoil."""

from __future__ import annotations

from base64 import b64encode

from tests.properties.operations import ALICE_ID, BLOCKS, DOCUMENT, HOOKS, LINK, NEW, Request


def _basic(credentials: bytes) -> str:
    return f"Basic {b64encode(credentials).decode()}"


ADMIN = _basic(b"admin@example.com:admin-token")
OCTETS = "".join(map(chr, [*range(1, 10), 11, 12, *range(14, 256)]))
_NUMBERS = ("", "-1", "+1", "0", "00", "1", "99999999999", "1e3", "0x10", "1_0", "many", " ", "1, 1", "\xb2", "1.0")
_AWAY = "http://other.example.com"
HEADERS: dict[str, tuple[str, ...]] = {
    "Authorization": (
        *("", "Basic", "Basic ", "Basic !", "Basic =", "Basic \xff", "basic YTpi", "Basic YTpi YTpi"),
        *(_basic(raw) for raw in (b"", b":", b"nobody", b"\xff:\xfe", b"admin@example.com:wrong", b"a:b:c", b"\0:")),
        *("Bearer", "Bearer ", "Bearer =", "Bearer \xff", "Bearer admin-token", "Bearer a=b", "Bearer " + "x" * 9000),
        *('Digest username="', "Digest =", "Negotiate YII", "OAuth", ",", "=", '"', "JWT ..", OCTETS),
    ),
    "Content-Type": (
        *("", ";", "/", "json", "text/plain", "*/*", "application/json;", "application/json;charset"),
        *("application/json; charset=utf-16", "application/json; charset=no-such", "application/json; charset=\xff"),
        *('application/json; charset="', "application/json, text/html", "application/json\x00", "application/jsonx"),
        *("APPLICATION/JSON", "\tapplication/json"),
        *("multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=x", OCTETS),
        *("application/x-www-form-urlencoded", "application/json; a*=utf-8''%ff; a*0=x; a*99999=x", "text/xml; q=\x01"),
    ),
    "Content-Length": _NUMBERS,
    "Transfer-Encoding": ("chunked", "gzip", "gzip, chunked", "chunked, chunked", "identity", "", "\xff", "CHUNKED"),
    "Accept": ("", "text/html", "*/*;q=x", "application/xml", "a/b;q=1e999", ",,,", OCTETS, "q" * 9000),
    "Accept-Language": ("", "de;q=\xff", "*", "-", "x" * 200),
    "Accept-Encoding": ("", "gzip;q=", "\xff", "identity;q=0", "br, *;q=0"),
    "Host": ("", " ", "a b", "[::1", "[::1]:x", "x:99999", "x:-1", "example.com", "x/../y", "\xff", "x@y", "%00", ":"),
    "X-HTTP-Method-Override": ("DELETE", "PUT", "delete", "", "\xff"),
    "X-Atlassian-Token": ("no-check", "nocheck", "", "\xff"),
    "X-Forwarded-Host": ("evil.example.com", "", "\xff"),
    "X-Forwarded-Proto": ("https, http", "\xff"),
    "X-Original-URL": ("/rest/api/3/myself",),
    "Cookie": ("=", ";;;", "a=b; a=c", "JSESSIONID=\xff", OCTETS),
    "Referer": (_AWAY, "\xff"),
    "Origin": (_AWAY, "null"),
    "Range": ("bytes=0-0", "bytes=9-1", "x"),
    "If-None-Match": ("*", '"', "W/"),
    "If-Modified-Since": ("never", "Thu, 99 Jan 0000 99:99:99 GMT"),
    "Upgrade": ("websocket", "h2c"),
    "Connection": ("upgrade", "close", "x, y", "\xff"),
    "Expect": ("200-ok", ""),
    "Content-Encoding": ("gzip", "br", "\xff"),
    "_": ("x",),
    "X-" + "Y" * 300: ("z" * 3000,),
}
METHODS = (
    *("GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "TRACE", "CONNECT"),
    *("PROPFIND", "get", "Post", "dELETE", "_", "*", "GET" * 300, "\xff"),
)
PREFIXES = ("/rest/api/2/", "/rest/api/3/", "/rest/api/latest/", "/rest/api/3//", "/rest/api/%33/", "//")
ODD_TARGETS = (
    *("", "/", "*", "//", "/rest", "/rest/api", "/rest/api/", "/rest/api/3", "/rest/api/4/myself", "/rest/API/3/x"),
    *("/rest/agile/1.0/board", "/browse/APP-1", "/secure/\xff", "/rest/api/3/" + "a/" * 2000, "/" * 5000, "/%00"),
    *(f"{_AWAY}/rest/api/3/myself", "http://", "http://[::1/x", "?", "?" * 50, "#", "/rest/api/3/myself#x", "a:b"),
    *("/rest/api/3/../../../etc/passwd", "/rest/api/3/issue/./APP-1", "/rest/api/3/issue/%2e%2e/myself", "\\rest\\api"),
)
QUERY = ("startAt", "maxResults", "expand", "fields", "orderBy", "nextPageToken", "query", "jql", "accountId", "expand")
ESCAPES = ("%", "%z", "%zz", "%f", "%ff", "%C0%AF", "%ED%A0%80", "%00", "%0d%0a", "%2F", "%25", ";a=b", "..", ".")
SPLINTERS = (b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"\xc0\xaf", b"\xf8", b"\n", b",", b"}", b"//", b"\xe2\x80\xa8")
"""What no JSON has in it."""
BEGINNINGS = (b"\xef\xbb\xbf", b"\x00", b" \x0b", b")]}',\n", b"\xff\xfe\x00\x00")
CODECS = ("utf-16", "utf-16-le", "utf-32-be", "utf-7", "latin-1", "cp037", "utf-8-sig", "cp1252")

WHOLE = {
    **NEW,
    "summary": "All there is",
    "description": "Said",
    "labels": ["a", "b"],
    "assignee": {"accountId": None},
    "reporter": {"name": "admin"},
    "priority": {"name": "High", "id": "2"},
    "security": None,
    "customfield_10000": "text",
    "customfield_10001": 3.5,
    "timetracking": {"originalEstimate": "2d", "remainingEstimate": "1h"},
}
VISIBLE = {"type": "role", "value": "Testers"}
COMMENT = {"body": DOCUMENT, "visibility": VISIBLE, "properties": [{"key": "a", "value": {"b": [1]}}]}
COMMENT_OF_WORK = {"timeSpent": "1h", "comment": DOCUMENT, "visibility": VISIBLE, "properties": COMMENT["properties"]}
ADDED = {"issuelinks": [{"add": {"type": BLOCKS, "outwardIssue": {"key": "APP-3"}}}], "labels": [{"add": "c"}]}
HOOK = {
    "name": "Mine",
    "url": "https://example.com/jira",
    "events": ["jira:issue_created"],
    "filters": {"issue-related-events-section": "project = APP"},
    "secret": "s3cret",
}
TO_DEVS = {"permission": "EDIT_ISSUES", "holder": {"type": "group", "parameter": "devs"}}
MORE: dict[str, list[Request]] = {
    "linkIssues": [("POST", "issueLink", {**LINK, "comment": COMMENT})],
    "deleteIssueLink": [("DELETE", "issueLink/10000", None)],
    "createIssue": [
        ("POST", "issue", {"fields": WHOLE, "update": ADDED, "properties": [{"key": "a", "value": {"b": [1]}}]}),
        ("POST", "issue", {"fields": {**WHOLE, "description": DOCUMENT}, "update": {"comment": [{"add": COMMENT}]}}),
    ],
    "createIssues": [("POST", "issue/bulk", {"issueUpdates": [{"fields": WHOLE}, {"fields": NEW, "update": ADDED}]})],
    "editIssue": [
        ("PUT", "issue/APP-1?returnIssue=true", {"fields": {"summary": "x", "description": "y"}, "update": ADDED}),
        ("PUT", "issue/APP-1", {"fields": WHOLE}),
        ("PUT", "issue/APP-1", {"update": {"worklog": [{"add": {**COMMENT_OF_WORK, "adjustEstimate": "new"}}]}}),
    ],
    "addComment": [("POST", "issue/APP-1/comment", COMMENT), ("POST", "issue/APP-1/comment", {"body": "Said"})],
    "createIssueLinkType": [("POST", "issueLinkType", {"name": "Renews", "inward": "is renewed", "outward": "renews"})],
    "updateIssueLinkType": [("PUT", "issueLinkType/10000", {"name": "Renews", "outward": "renews"})],
    "deleteIssueLinkType": [("DELETE", "issueLinkType/10001", None)],
    "notify": [
        (
            "POST",
            "issue/APP-1/notify",
            {"subject": "x", "textBody": "x", "to": {"reporter": True, "users": [{"accountId": ALICE_ID}]}},
        )
    ],
    "setIssueProperty": [("PUT", "issue/APP-1/properties/release", {"state": ["open", 1, None]})],
    "setCommentProperty": [("PUT", "comment/10000/properties/release", "open")],
    "setWorklogProperty": [("PUT", "issue/APP-1/worklog/10000/properties/release", ["open"])],
    "setProjectProperty": [("PUT", "project/APP/properties/release", {"state": {"of": 1.5}})],
    "setUserProperty": [("PUT", "user/properties/x?accountId=712020:00000000-0000-4000-8000-000000010000", [True])],
    "setIssueTypeProperty": [("PUT", "issuetype/10002/properties/x", {"a": {"b": "c"}})],
    "bulkSetIssuesPropertiesList": [("POST", "issue/properties", {"entitiesIds": [10000], "properties": {"a": "b"}})],
    "bulkSetIssuePropertiesByIssue": [
        ("POST", "issue/properties/multi", {"issues": [{"issueID": 10000, "properties": {"a": {"b": 1}}}]})
    ],
    "bulkSetIssueProperty": [
        ("PUT", "issue/properties/a", {"value": ["c"], "filter": {"entityIds": [10000, 10001], "hasProperty": False}})
    ],
    "bulkDeleteIssueProperty": [("DELETE", "issue/properties/a", {"entityIds": [10000], "currentValue": "b"})],
    "createUser": [("POST", "user", {"emailAddress": "mia@example.com", "products": ["jira-software"], "name": "mia"})],
    "createGroup": [("POST", "group", {"name": "crew"})],
    "addUserToGroup": [
        ("POST", "group/user?groupname=devs", {"accountId": "712020:00000000-0000-4000-8000-000000010000"})
    ],
    "removeUserFromGroup": [
        ("DELETE", "group/user?groupname=devs&accountId=712020:00000000-0000-4000-8000-000000010001", None)
    ],
    "addActorUsers": [("POST", "project/APP/role/10000", {"user": [ALICE_ID], "group": ["devs"]})],
    "setActors": [
        ("PUT", "project/APP/role/10000", {"categorisedActors": {"atlassian-user-role-actor": [ALICE_ID]}}),
        ("PUT", "project/APP/role/10000", {"categorisedActors": {"atlassian-group-role-actor": ["devs"]}}),
    ],
    "deleteActor": [("DELETE", f"project/APP/role/10000?user={ALICE_ID}", None)],
    "registerWebhook": [("POST", HOOKS, HOOK)],
    "createPermissionScheme": [("POST", "permissionscheme", {"name": "Second", "permissions": [TO_DEVS]})],
    "updatePermissionScheme": [("PUT", "permissionscheme/0", {"description": "x", "permissions": [TO_DEVS]})],
    "createPermissionGrant": [("POST", "permissionscheme/0/permission", TO_DEVS)],
    "assignPermissionScheme": [("PUT", "project/APP/permissionscheme", {"id": 0})],
    "setPreference": [("PUT", "mypreferences?key=sort", "up")],
    "setLocale": [("PUT", "mypreferences/locale", {"locale": "de_DE"})],
    "addWorklog": [
        ("POST", "issue/APP-1/worklog", {**COMMENT_OF_WORK, "started": "2026-01-02T03:04:05.000+0000"}),
        ("POST", "issue/APP-2/worklog?adjustEstimate=new&newEstimate=2d", {"timeSpentSeconds": 3600}),
    ],
    "updateWorklog": [("PUT", "issue/APP-1/worklog/10000", COMMENT_OF_WORK)],
    "deleteWorklog": [("DELETE", "issue/APP-1/worklog/10000?adjustEstimate=manual&increaseBy=1h", None)],
    "bulkDeleteWorklogs": [("DELETE", "issue/APP-1/worklog", {"ids": [10000, 10001]})],
    "bulkMoveWorklogs": [("POST", "issue/APP-1/worklog/move", {"ids": [10000], "issueIdOrKey": "APP-2"})],
    "addWatcher": [("POST", "issue/APP-1/watchers", ALICE_ID), ("POST", "issue/APP-2/watchers", None)],
    "removeWatcher": [("DELETE", f"issue/APP-1/watchers?accountId={ALICE_ID}", None)],
    "addVote": [("POST", "issue/APP-1/votes", None)],
    "removeVote": [("DELETE", "issue/APP-1/votes", None)],
    "createProject": [
        ("POST", "project", {"key": "NEW", "name": "New", "projectTypeKey": "software", "lead": "admin", "url": "x"})
    ],
    "updateProject": [("PUT", "project/APP", {"name": "Renamed", "description": "x", "assigneeType": "UNASSIGNED"})],
    "deleteProject": [("DELETE", "project/LIB", None)],
    "deleteProjectAsynchronously": [("POST", "project/LIB/delete", None)],
    "archiveProject": [("POST", "project/LIB/archive", None)],
    "restore": [("POST", "project/LIB/archive", None), ("POST", "project/LIB/restore", None)],
}
"""Requests that may be carried out, of the operations that change something."""

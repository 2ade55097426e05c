"""Paths, methods and content types, whatever the operation."""

from __future__ import annotations

from functools import partial
from typing import Any

from tests.wire import seeds
from tests.wire.case import PROBLEM, Case
from tests.wire.cases.create_bodies import LINK, create
from tests.wire.cases.link_types import LIST
from tests.wire.cases.site import SERVER_INFO
from tests.wire.literals import BLOCKS, in_version_2


def _problem(status: int, title: str, detail: str, path: str) -> bytes:
    return (
        f'{{"type":"about:blank","title":"{title}","status":{status},"detail":"{detail}","instance":"{path}"}}'
    ).encode()


def _no_endpoint(variant: str, path: str, method: str = "GET", **more: Any) -> Case:
    instance = path.partition("?")[0]
    body = _problem(404, "Not Found", f"No endpoint {method} {instance}.", instance)
    return Case(
        "routing: unknown path", variant, method=method, path=path, status=404, content_type=PROBLEM, body=body, **more
    )


def _wrong_method(variant: str, method: str, path: str, allow: str, **more: Any) -> Case:
    body = _problem(405, "Method Not Allowed", f"Method '{method}' is not supported.", path)
    return Case(
        "routing: wrong method",
        variant,
        method=method,
        path=path,
        status=405,
        content_type=PROBLEM,
        headers={"Allow": allow},
        body=body,
        **more,
    )


def _wrong_content_type(variant: str, content_type: str | None, method: str = "POST", path: str = "") -> Case:
    path = path or "/rest/api/3/issueLinkType"
    detail = f"Content-Type '{content_type or 'null'}' is not supported."
    return Case(
        "routing: wrong content type",
        variant,
        caller="admin",
        method=method,
        path=path,
        sent=b"{}",
        sent_headers={"Content-Type": content_type},
        status=415,
        content_type=PROBLEM,
        body=_problem(415, "Unsupported Media Type", detail, path),
    )


def _not_served(variant: str, method: str, path: str, name: str, **more: Any) -> Case:
    body = f'{{"errorMessages":["jira_linkfake does not serve {method} {path} ({name})."],"errors":{{}}}}'.encode()
    return Case(
        "routing: operation that is not served", variant, method=method, path=path, status=501, body=body, **more
    )


def _options(variant: str, path: str, allow: str, **more: Any) -> Case:
    headers = {"Allow": allow}
    return Case(
        "routing: options",
        variant,
        method="OPTIONS",
        path=path,
        status=200,
        content_type=None,
        headers=headers,
        body=b"",
        **more,
    )


_slash = partial(Case, "routing: slash at the end")
_version = partial(Case, "routing: versions", status=200)

CASES = (
    _no_endpoint("below an issue", "/rest/api/3/issue/PROJ-1/no-such-thing"),
    _no_endpoint("resource", "/rest/api/2/issueLinks", "POST", sent=LINK),
    _no_endpoint("in another case", "/rest/api/3/issuelink", "POST", sent=LINK),
    _no_endpoint("version", "/rest/api/4/serverInfo"),
    _no_endpoint("no version", "/rest/api/serverInfo"),
    _no_endpoint("below a link", "/rest/api/3/issueLink/10000/comment"),
    _no_endpoint("query", "/rest/api/3/nothing?fields=summary"),
    _no_endpoint("outside", "/jira"),
    _no_endpoint("doubled slash", "/rest/api/3//serverInfo"),
    _no_endpoint("anonymous", "/rest/api/3/nothing", caller=None),
    _wrong_method("links, read", "GET", "/rest/api/3/issueLink", "POST"),
    _wrong_method("links, changed", "PUT", "/rest/api/2/issueLink", "POST", sent=LINK),
    _wrong_method("link, changed", "PUT", "/rest/api/3/issueLink/10000", "DELETE, GET", sent=LINK),
    _wrong_method("link, made", "POST", "/rest/api/latest/issueLink/10000", "DELETE, GET", sent=LINK),
    _wrong_method("types, deleted", "DELETE", "/rest/api/3/issueLinkType", "GET, POST"),
    _wrong_method("type, made", "POST", "/rest/api/3/issueLinkType/10000", "DELETE, GET, PUT", sent={"name": "Stops"}),
    _wrong_method("issue, patched", "PATCH", "/rest/api/3/issue/PROJ-1", "DELETE, GET, PUT", sent={}),
    _options("links", "/rest/api/3/issueLink", "OPTIONS, POST"),
    _options("link", "/rest/api/2/issueLink/10000", "DELETE, GET, HEAD, OPTIONS"),
    _options("what is not served", "/rest/api/3/dashboard", "GET, HEAD, OPTIONS, POST"),
    _options("anonymous", "/rest/api/latest/myself", "GET, HEAD, OPTIONS", caller=None),
    _no_endpoint("its options", "/rest/api/3/nothing", "OPTIONS"),
    _wrong_method("read of what can be posted", "GET", "/rest/api/3/search/approximate-count", "POST"),
    _wrong_method("serverInfo, posted, anonymous", "POST", "/rest/api/3/serverInfo", "GET", sent={}, caller=None),
    _wrong_content_type("text", "text/plain"),
    _wrong_content_type("text with a charset", "text/plain;charset=UTF-8"),
    _wrong_content_type("none", None),
    _wrong_content_type("update", "application/xml", "PUT", "/rest/api/2/issueLinkType/10000"),
    create(
        "routing: slash at the end",
        "link, made",
        path="/rest/api/3/issueLink/",
        status=201,
        body=b"",
        adds=("link 10000: PROJ-1 blocks PROJ-2",),
        updates=("PROJ-1", "PROJ-2"),
    ),
    _slash("types", path="/rest/api/3/issueLinkType/", status=200, body=LIST),
    _slash("type", path="/rest/api/3/issueLinkType/10000/", status=200, body=BLOCKS),
    _slash(
        "link, deleted",
        seed=seeds.linked,
        method="DELETE",
        path="/rest/api/3/issueLink/10000/",
        status=204,
        content_type=None,
        body=b"",
        removes=("link 10000: PROJ-1 blocks PROJ-2",),
        updates=("PROJ-1", "PROJ-2"),
    ),
    _version("3", path="/rest/api/3/issueLinkType", body=LIST),
    _version("2", path="/rest/api/2/issueLinkType", body=in_version_2(LIST)),
    _version("latest", path="/rest/api/latest/issueLinkType", body=LIST.replace(b"/api/3/", b"/api/latest/")),
    _version("latest, anonymous", path="/rest/api/latest/serverInfo", caller=None, body=SERVER_INFO),
    _not_served("queries", "POST", "/rest/api/3/jql/pdcleaner", "migrateQueries", sent={}),
    _not_served("dashboard", "GET", "/rest/api/latest/dashboard/10000", "getDashboard"),
    _not_served("screens", "GET", "/rest/api/3/screens", "getScreens"),
    _not_served("features", "GET", "/rest/api/3/project/PROJ/features", "getFeaturesForProject"),
    _not_served("dashboards, anonymous", "GET", "/rest/api/3/dashboard", "getAllDashboards", caller=None),
    _not_served("boards", "GET", "/rest/agile/1.0/board/1/reports", "getReportsForBoard"),
    _not_served("page", "GET", "/browse/PROJ-1", "Jira's pages"),
    _not_served(
        "one below a served one",
        "GET",
        "/rest/api/3/field/customfield_10000/context/10000/option",
        "getOptionsForContext",
    ),
    _not_served(
        "picture, which is no JSON",
        "POST",
        "/rest/api/3/issuetype/10000/avatar2",
        "createIssueTypeAvatar",
        sent=b"--x--\r\n",
        sent_headers={"Content-Type": "multipart/form-data; boundary=x", "X-Atlassian-Token": "no-check"},
    ),
)

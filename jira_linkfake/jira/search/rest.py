"""`search/jql` and its kind: issues found by JQL, counted, or fetched by keys; Jira has removed `search` itself."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
import re
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any, NoReturn
from urllib.parse import urlencode

from marshmallow import fields

from jira_linkfake.jira.evidence import RECORDED, REFERENCE
from jira_linkfake.jira.issues.as_json import require_served, wanted_fields, whole_issue
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.properties.as_json import properties_of
from jira_linkfake.jira.reader import Json
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.search.evaluation import searched, seen_issues
from jira_linkfake.rest.body import Closed, Text
from jira_linkfake.rest.call import Call, Partly
from jira_linkfake.rest.operations import Success, operation, removed_operation
from jira_linkfake.rest.refusals import (
    AddressTooLong,
    MaxResultsInvalid,
    NothingToFetch,
    PageTokenInvalid,
    SearchRemoved,
    TooManyToFetch,
)


class SearchRequest(Plain):
    """A search: what is to be found, which part of it, and what is to be shown of each issue."""

    jql: str
    fields: tuple[str, ...]
    properties: tuple[str, ...]
    expand: str
    max_results: int
    token: str | None = None


_NUMERAL = re.compile(r"[+-]?[0-9]{1,18}", re.ASCII)


class _Whole(fields.Integer):
    """A whole number, which Jira's JSON reader also takes as a numeral; words and booleans are none."""

    def __init__(self, data_key: str | None = None) -> None:
        super().__init__(strict=True, allow_none=True, load_default=None, data_key=data_key)

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> Any:
        if isinstance(value, str) and _NUMERAL.fullmatch(value):
            value = int(value)
        return super()._deserialize("no number" if isinstance(value, bool) else value, *args, **kwargs)


class _Loose(Text):
    """A string, which clients also send as a list or a boolean."""

    def _deserialize(self, value: Any, *args: Any, **kwargs: Any) -> Any:
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            value = ",".join(value)
        return super()._deserialize(str(value) if isinstance(value, bool) else value, *args, **kwargs)


def _texts(data_key: str | None = None) -> fields.List[str]:
    return fields.List(fields.String(), allow_none=True, load_default=None, data_key=data_key)


class _Count(Closed):
    jql = Text()


class _Shown(Closed):
    fields_ = _texts("fields")
    properties = _texts()
    fields_by_keys = fields.Boolean(data_key="fieldsByKeys", allow_none=True)


class _Search(_Shown):
    jql = Text()
    expand = Text()
    max_results = _Whole("maxResults")
    token = Text(data_key="nextPageToken")
    fail_fast = fields.Boolean(data_key="failFast", allow_none=True)
    reconcile_issues = fields.List(_Whole(), data_key="reconcileIssues", allow_none=True)


class _BulkFetch(_Shown):
    issues = fields.List(fields.String(), data_key="issueIdsOrKeys", required=True)
    expand = _Loose()


_DEFAULT_RESULTS = 50
_LONGEST_QUERY = 8_000  # characters (chosen)


def search_of_query(call: Call) -> SearchRequest:
    """Return the search that a query asks for; raises `Refused` for one that is too long for an address."""
    length = len(urlencode(list(call.query.items(multi=True))))
    if length > _LONGEST_QUERY:
        raise Refused(AddressTooLong(length=length, most=_LONGEST_QUERY))
    return SearchRequest(
        jql=call.query.get("jql", ""),
        fields=tuple(call.names("fields")),
        properties=tuple(call.names("properties")),
        expand=",".join(call.names("expand")),
        max_results=call.number("maxResults", _DEFAULT_RESULTS),
        token=call.query.get("nextPageToken") or None,
    )


def search_of_body(content: Mapping[str, Any]) -> SearchRequest:
    """Return the search that a body asks for, whichever of its kinds it is."""
    return SearchRequest(
        jql=content.get("jql") or "",
        fields=tuple(content["fields_"] or ()),
        properties=tuple(content["properties"] or ()),
        expand=content["expand"] or "",
        max_results=_or(content.get("max_results"), _DEFAULT_RESULTS),
        token=content.get("token") or None,
    )


def _or(number: int | None, default: int) -> int:
    return default if number is None else number


def token_after(jql: str, issues: Sequence[Issue], end: int) -> str:
    """Return the token of what follows a page that ends before a place in what was found."""
    content = json.dumps([_digest(jql), issues[end - 1].id, end])
    return base64.urlsafe_b64encode(content.encode()).decode()


def place_after(last_id: int, end: int, issues: Sequence[Issue]) -> int:
    """Return where the page of a token begins, of which `read_token` has the parts."""
    for place, issue in enumerate(issues):
        if issue.id == last_id:
            return place + 1
    return end


def read_token(token: str, jql: str) -> tuple[int, int]:
    """Return the last issue of the page before, and where that ended; raises `Refused` where the JQL is another."""
    try:
        digest, last_id, end = json.loads(base64.b64decode(token, altchars="-_", validate=True))
    except (binascii.Error, ValueError, TypeError, RecursionError) as error:
        raise Refused(PageTokenInvalid(token=token)) from error
    if digest != _digest(jql) or not (isinstance(last_id, int) and isinstance(end, int)):
        raise Refused(PageTokenInvalid(token=token))
    return last_id, end


def _digest(jql: str) -> str:
    return hashlib.sha256(jql.encode("utf-8", "surrogatepass")).hexdigest()[:16]


_MOST_RESULTS = 5000
_MOST_TO_FETCH = 100
_NAVIGABLE = "*navigable"
_BESIDE_THE_ISSUES = ("names", "schema")


@operation(
    "searchAndReconsileIssuesUsingJql", Success(200, "`issues`, with ids alone unless `fields` is given", RECORDED)
)
def search_by_query(call: Call) -> Json | Partly:
    """Return a page of the issues that the query's JQL finds."""
    return _page(call, search_of_query(call))


@operation("searchAndReconsileIssuesUsingJqlPost", Success(200, "as GET", RECORDED), body=_Search)
def search_by_body(call: Call) -> Json | Partly:
    """Return a page of the issues that the body's JQL finds."""
    return _page(call, search_of_body(call.content))


@removed_operation("searchForIssuesUsingJql")
@removed_operation("searchForIssuesUsingJqlPost")
def old_search(_: Call) -> NoReturn:
    """Refuse to search as Jira did until it removed the operation, in every version."""
    raise Refused(SearchRemoved())


@operation("countIssues", Success(200, "`count`, which is exact", REFERENCE), body=_Count)
def count(call: Call) -> Json | Partly:
    """Return how many issues the body's JQL finds; ours is exact."""
    issues, why_none = searched(call.site, call.caller, call.content["jql"] or "")
    return _with_reason({"count": len(issues)}, why_none)


@operation(
    "bulkFetchIssues",
    Success(200, "`issues` that the caller may see, by their ids; `issueErrors` is empty", REFERENCE),
    body=_BulkFetch,
)
def fetch(call: Call) -> Json:
    """Return the issues that the body names; those that are not there, or are hidden, are left out."""
    names, request = call.content["issues"], search_of_body(call.content)
    if not names:
        raise Refused(NothingToFetch())
    if len(names) > _MOST_TO_FETCH:
        raise Refused(TooManyToFetch(count=len(names)))
    require_served(request.expand, "POST issue/bulkfetch (bulkFetchIssues)")
    wanted = wanted_fields(request.fields, default=_NAVIGABLE)
    issues = sorted(seen_issues(call.site, call.caller, names), key=lambda issue: issue.id)
    shown = [
        {**whole_issue(call, one, wanted, request.expand), **properties_of(call, one, request.properties)}
        for one in issues
    ]
    return {"issueErrors": [], "issues": shown}


def _page(call: Call, request: SearchRequest) -> Json | Partly:
    after = None if request.token is None else read_token(request.token, request.jql)
    if not 1 <= request.max_results <= _MOST_RESULTS:
        raise Refused(MaxResultsInvalid(value=request.max_results))
    require_served(request.expand, "search/jql (searchAndReconsileIssuesUsingJql)")
    issues, why_none = searched(call.site, call.caller, request.jql)
    start = 0 if after is None else place_after(*after, issues)
    end = start + request.max_results
    page = _listed([_shown(call, issue, request) for issue in issues[start:end]])
    if end < len(issues):
        page["nextPageToken"] = token_after(request.jql, issues, end)
    return _with_reason({**page, "isLast": end >= len(issues)}, why_none)


def _with_reason(content: Json, why_none: Refused | None) -> Json | Partly:
    """Return what was found, with why that is nothing for the journal alone."""
    return content if why_none is None else Partly(status=HTTPStatus.OK, content=content, refused=why_none)


def _shown(call: Call, issue: Issue, request: SearchRequest) -> Json:
    names = {name.strip() for one in request.fields for name in one.split(",")} - {"", "id"}
    properties = properties_of(call, issue, request.properties)
    if not names:
        return {"id": str(issue.id), **properties}
    return {**whole_issue(call, issue, wanted_fields(request.fields), request.expand), **properties}


def _listed(issues: list[Json]) -> Json:
    """Return issues with the names and the schema of their fields beside them, where they were asked for."""
    beside: Json = {}
    for name in _BESIDE_THE_ISSUES:
        of_each = [issue.pop(name) for issue in issues if name in issue]
        if of_each:
            beside[name] = {field: value for fields in of_each for field, value in fields.items()}
    return {"issues": issues, **beside}

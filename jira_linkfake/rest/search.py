"""`search` and its kind: issues found by JQL, counted, or fetched by their keys."""

from __future__ import annotations

from jira_linkfake.rest.bodies.search import (
    SearchRequest,
    counted_jql,
    issues_to_fetch,
    old_search_request,
    search_of_query,
    search_request,
)
from jira_linkfake.rest.call import Call, View
from jira_linkfake.rest.issue_expands import require_served
from jira_linkfake.rest.issue_fields import wanted_fields
from jira_linkfake.rest.page_tokens import place_after, token_after
from jira_linkfake.rest.representations import Json
from jira_linkfake.rest.request_refusals import MaxResultsInvalid, NotServed, SearchRemoved, TooManyToFetch
from jira_linkfake.rest.whole_issue import whole_issue
from jira_linkfake.site.model import Issue
from jira_linkfake.site.refusals import Refused
from jira_linkfake.site.searching import search, search_all, seen_issues

_MOST_RESULTS = 5000
_MOST_OLD_RESULTS = 100
_MOST_TO_FETCH = 100
_NAVIGABLE = "*navigable"
_STRICT = ("strict", "true")
_BESIDE_THE_ISSUES = ("names", "schema")


def search_by_query(call: Call) -> Json:
    """Return a page of the issues that the query's JQL finds."""
    return _page(call, search_of_query(call))


def search_by_body(call: Call) -> Json:
    """Return a page of the issues that the body's JQL finds."""
    return _page(call, search_request(call.body))


def old_search_by_query(call: Call) -> Json:
    """Return a part of the issues that the query's JQL finds, with how many there are."""
    _require_old_version(call)
    return _part(call, search_of_query(call))


def old_search_by_body(call: Call) -> Json:
    """Return a part of the issues that the body's JQL finds, with how many there are."""
    _require_old_version(call)
    return _part(call, old_search_request(call.body))


def count(call: Call) -> Json:
    """Return how many issues the body's JQL finds; ours is exact."""
    return {"count": len(search(call.site, call.caller, counted_jql(call.body)))}


def fetch(call: Call) -> Json:
    """Return the issues that the body names; those that are not there, or are hidden, are left out."""
    names, request = issues_to_fetch(call.body)
    if len(names) > _MOST_TO_FETCH:
        raise Refused(TooManyToFetch(count=len(names)))
    require_served(request.expand, "POST issue/bulkfetch (bulkFetchIssues)")
    wanted = wanted_fields(request.fields, default=_NAVIGABLE)
    issues = seen_issues(call.site, call.caller, names)
    return {"issueErrors": [], "issues": [whole_issue(call, issue, wanted, request.expand) for issue in issues]}


def _page(call: Call, request: SearchRequest) -> Json:
    if not 1 <= request.max_results <= _MOST_RESULTS:
        raise Refused(MaxResultsInvalid(value=request.max_results))
    require_served(request.expand, "search/jql (searchAndReconsileIssuesUsingJql)")
    issues = search(call.site, call.caller, request.jql)
    start = 0 if request.token is None else place_after(request.token, request.jql, issues)
    end = start + request.max_results
    page = _listed([_shown(call, issue, request) for issue in issues[start:end]])
    if end < len(issues):
        page["nextPageToken"] = token_after(request.jql, issues, end)
    return {**page, "isLast": end >= len(issues)}


def _shown(call: Call, issue: Issue, request: SearchRequest) -> Json:
    names = {name.strip() for one in request.fields for name in one.split(",")} - {"", "id"}
    if not names:
        return {"id": str(issue.id)}
    return whole_issue(call, issue, wanted_fields(request.fields), request.expand)


def _listed(issues: list[Json]) -> Json:
    """Return issues with the names and the schema of their fields beside them, where they were asked for."""
    beside: Json = {}
    for name in _BESIDE_THE_ISSUES:
        of_each = [issue.pop(name) for issue in issues if name in issue]
        if of_each:
            beside[name] = {field: value for fields in of_each for field, value in fields.items()}
    return {"issues": issues, **beside}


def _require_old_version(call: Call) -> None:
    if call.version != 2:
        raise Refused(SearchRemoved())


def _part(call: Call, request: SearchRequest) -> Json:
    require_served(request.expand, "search (searchForIssuesUsingJql)")
    issues = _found(call, request)
    most = _MOST_OLD_RESULTS
    max_results = min(request.max_results, most) if request.max_results >= 0 else most
    start = max(request.start_at, 0)
    part = issues[start : start + max_results]
    wanted = wanted_fields(request.fields, default=_NAVIGABLE)
    return {
        "expand": "schema,names",
        "startAt": start,
        "maxResults": max_results,
        "total": len(issues),
        **_listed([whole_issue(call, issue, wanted, request.expand) for issue in part]),
    }


def _found(call: Call, request: SearchRequest) -> list[Issue]:
    """Return what is found; queries that are wrong are refused, which the request can ask Jira not to do."""
    try:
        return search_all(call.site, call.caller, request.jql)
    except Refused as refused:
        if request.validation.lower() in _STRICT:
            raise
        operation = f"validateQuery={request.validation} of search, where the JQL is wrong ({refused})"
        raise Refused(NotServed(operation=operation)) from refused


VIEWS: dict[str, View] = {
    "searchAndReconsileIssuesUsingJql": search_by_query,
    "searchAndReconsileIssuesUsingJqlPost": search_by_body,
    "searchForIssuesUsingJql": old_search_by_query,
    "searchForIssuesUsingJqlPost": old_search_by_body,
    "countIssues": count,
    "bulkFetchIssues": fetch,
}

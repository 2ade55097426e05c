"""`search/jql` and its kind: issues found by JQL, counted, or fetched by keys; Jira has removed `search` itself."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from http import HTTPStatus
from typing import Any, NoReturn

from marshmallow import fields

from jira_linkfake.jira.evidence import RECORDED, REFERENCE
from jira_linkfake.jira.fields.model import IssueField
from jira_linkfake.jira.history.rules import entries_of
from jira_linkfake.jira.issues.as_json import require_served, wanted_fields, whole_issue
from jira_linkfake.jira.issues.finding import labels_seen
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.permissions.model import USER_PICKER
from jira_linkfake.jira.permissions.sight import holds, require_administrator
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.projects.model import PartTable
from jira_linkfake.jira.properties.as_json import properties_of
from jira_linkfake.jira.reader import Json, marked
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.search.clauses import Clause
from jira_linkfake.jira.search.custom import custom_clauses, is_searchable
from jira_linkfake.jira.search.evaluation import CLAUSES, matching, searched, seen_issues, texts_of, wrong_with
from jira_linkfake.jira.search.finding import Searcher
from jira_linkfake.jira.search.functions import FUNCTIONS, Function
from jira_linkfake.jira.search.parser import parse
from jira_linkfake.jira.search.refusals import (
    FieldUnknown,
    JqlNotServed,
    JqlsMiscounted,
    JqlSyntaxRefusal,
    QueriesMissing,
    SanitizedForNobody,
    SuggestionUnfit,
    ValidationUnknown,
)
from jira_linkfake.jira.search.sanitizing import Searchers, sanitized
from jira_linkfake.jira.search.structure import jql_of, query_json, written
from jira_linkfake.jira.search.tokenizer import KEYWORDS, RESERVED_WORDS
from jira_linkfake.jira.site import Site
from jira_linkfake.jira.workflow.finding import types_seen
from jira_linkfake.rest.body import Closed, Flag, Text, Whole
from jira_linkfake.rest.call import Call, Partly
from jira_linkfake.rest.operations import Success, operation, refused_operation
from jira_linkfake.rest.refusals import (
    AddressTooLong,
    MaxResultsInvalid,
    NothingToFetch,
    PageTokenInvalid,
    SearchRemoved,
    TooManyToFetch,
)
from jira_linkfake.rest.replies import words_of


class SearchRequest(Plain):
    """A search: what is to be found, which part of it, and what is to be shown of each issue."""

    jql: str
    fields: tuple[str, ...]
    properties: tuple[str, ...]
    expand: str
    max_results: int
    token: str | None = None


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
    fields_by_keys = Flag("fieldsByKeys")


class _Search(_Shown):
    jql = Text()
    expand = Text()
    max_results = Whole("maxResults")
    token = Text(data_key="nextPageToken")
    fail_fast = Flag("failFast")
    reconcile_issues = fields.List(Whole(allow_none=False), data_key="reconcileIssues", allow_none=True)


class _BulkFetch(_Shown):
    issues = fields.List(fields.String(), data_key="issueIdsOrKeys", required=True)
    expand = _Loose()


_DEFAULT_RESULTS = 50
_LONGEST_QUERY = 8_000  # characters (chosen)


def search_of_query(call: Call) -> SearchRequest:
    """Return the search that a query asks for; raises `Refused` for one that is too long for an address."""
    if call.query_length > _LONGEST_QUERY:
        raise Refused(AddressTooLong(length=call.query_length, most=_LONGEST_QUERY))
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
    content = json.dumps([_digest(jql), int(issues[end - 1].id), end])
    return base64.urlsafe_b64encode(content.encode()).decode()


def place_after(last_id: str, end: int, issues: Sequence[Issue]) -> int:
    """Return where the page of a token begins, of which `read_token` has the parts."""
    for place, issue in enumerate(issues):
        if issue.id == last_id:
            return place + 1
    return end


def read_token(token: str, jql: str) -> tuple[str, int]:
    """Return the last issue of the page before, and where that ended; raises `Refused` where the JQL is another."""
    try:
        digest, last_id, end = json.loads(base64.b64decode(token, altchars="-_", validate=True))
    except (binascii.Error, ValueError, TypeError, RecursionError) as error:
        raise Refused(PageTokenInvalid(token=token)) from error
    if digest != _digest(jql) or not (isinstance(last_id, int) and isinstance(end, int)):
        raise Refused(PageTokenInvalid(token=token))
    return str(last_id), end


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


@refused_operation("searchForIssuesUsingJql")
@refused_operation("searchForIssuesUsingJqlPost")
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
    issues = sorted(seen_issues(call.site, call.caller, names), key=lambda issue: int(issue.id))
    shown = [
        {**whole_issue(call, one, wanted, request.expand), **properties_of(call, one, request.properties)}
        for one in issues
    ]
    return {"issueErrors": [], "issues": shown}


class _ToMatch(Closed):
    issues = fields.List(Whole(allow_none=False), data_key="issueIds", required=True)
    jqls = fields.List(fields.String(), required=True)


class _ToParse(Closed):
    queries = fields.List(fields.String(), required=True)


class _Reference(Closed):
    collapsed = fields.Raw(data_key="includeCollapsedFields", load_default=None)
    projects = fields.List(Whole(allow_none=False), data_key="projectIds", allow_none=True, load_default=None)


_MOST_JQLS, _MOST_TO_MATCH = 100, 1000  # chosen: the reference says that there is a most


def _require_count(name: str, count: int, least: int, most: int) -> None:
    if not least <= count <= most:
        raise Refused(JqlsMiscounted(name=name, count=count, least=least, most=most))


@operation(
    "matchIssues", Success(200, "for each query the issues that it finds, or what is wrong", REFERENCE), body=_ToMatch
)
def match(call: Call) -> Json:
    """Return which of the issues each query finds; only what cannot be read is told to be wrong (live suite)."""
    ids, jqls = call.content["issues"], call.content["jqls"]
    _require_count("issueIds", len(ids), 0, _MOST_TO_MATCH)
    _require_count("jqls", len(jqls), 0, _MOST_JQLS)
    issues = seen_issues(call.site, call.caller, map(str, ids))
    return {"matches": [_matched(call, jql, issues) for jql in jqls]}


def _require_of_jira(refused: Refused) -> None:
    """Raise what says that we do not serve something, which is no mistake of a query."""
    if any(isinstance(one, JqlNotServed) for one in refused.refusals):
        raise refused


def _matched(call: Call, jql: str, issues: list[Issue]) -> Json:
    try:
        return {"matchedIssues": [int(one.id) for one in matching(call.site, call.caller, jql, issues)], "errors": []}
    except Refused as refused:
        _require_of_jira(refused)
        told = any(isinstance(one, (JqlSyntaxRefusal, FieldUnknown)) for one in refused.refusals)
        return {"matchedIssues": [], "errors": [f"Invalid JQL: {jql}"] if told else []}


_VALIDATIONS = ("strict", "warn", "none")


@operation(
    "parseJqlQueries",
    Success(200, "for each query its structure, or what is wrong with it", REFERENCE),
    body=_ToParse,
)
def parse_queries(call: Call) -> Json:
    """Return what queries say; `validation` decides whether what they name must be there."""
    validation = call.query.get("validation") or "strict"
    if validation not in _VALIDATIONS:
        raise Refused(ValidationUnknown(value=validation))
    _require_count("queries", len(call.content["queries"]), 1, _MOST_JQLS)
    return {"queries": [_parsed(call, jql, validation) for jql in call.content["queries"]]}


def _parsed(call: Call, jql: str, validation: str) -> Json:
    try:
        query = parse(jql)
    except Refused as refused:
        _require_of_jira(refused)
        return {"query": jql, "errors": words_of(refused.refusals)[0]}
    problems = [] if validation == "none" else wrong_with(call.site, call.caller, query)
    content: Json = {"query": jql}
    if not problems or validation == "warn":
        content["structure"] = query_json(query)
    return {**content, "errors": words_of(problems)[0]} if problems else content


class _QueryToSanitize(Closed):
    query = fields.String(required=True)
    account_id = Text(data_key="accountId")


class _ToSanitize(Closed):
    queries = fields.List(fields.Nested(_QueryToSanitize), allow_none=True, load_default=None)


_MOST_TO_SANITIZE = 20


@operation(
    "sanitiseJqlQueries",
    Success(200, "each query as its user may read it, or what is wrong with it", REFERENCE),
    body=_ToSanitize,
)
def sanitize(call: Call) -> Json:
    """Return queries with ids for what is hidden from their users; that projects and issues are hidden is chosen."""
    queries = call.content["queries"]
    require_administrator(call.site, call.caller)
    if queries is None:
        raise Refused(QueriesMissing())
    _require_count("queries", len(queries), 1, _MOST_TO_SANITIZE)
    return {"queries": [_sanitized(call, one["query"], one["account_id"]) for one in queries]}


def _sanitized(call: Call, jql: str, account_id: str | None) -> Json:
    user = None if account_id is None else call.site.people.by_account_id.get(account_id)
    if user is None and account_id is not None:
        raise Refused(SanitizedForNobody(account_id=account_id))
    content: Json = {"initialQuery": jql}
    try:
        query = parse(jql)
    except Refused as refused:
        _require_of_jira(refused)
        messages, errors = words_of(refused.refusals)
        content["errors"] = {"errorMessages": messages, "errors": errors}
    else:
        searchers = Searchers(user=Searcher(call.site, user), administrator=Searcher(call.site, call.caller))
        hidden = sanitized(searchers, query)
        content["sanitizedQuery"] = jql if hidden == query else jql_of(hidden)
    return content if account_id is None else {**content, "accountId": account_id}


_JAVA = {
    "user": "com.atlassian.jira.user.ApplicationUser",
    "moment": "java.util.Date",
    "versions": "com.atlassian.jira.project.version.Version",
    "components": "com.atlassian.jira.bc.project.component.ProjectComponent",
    "issues": "com.atlassian.jira.issue.Issue",
    "sprints": "com.atlassian.greenhopper.service.sprint.Sprint",
    "projects": "com.atlassian.jira.project.Project",
    "issuetypes": "com.atlassian.jira.issue.issuetype.IssueType",
    "status": "com.atlassian.jira.issue.status.Status",
    "priority": "com.atlassian.jira.issue.priority.Priority",
    "resolution": "com.atlassian.jira.issue.resolution.Resolution",
}
"""What Jira calls the values of fields and functions."""


@operation("getAutoComplete", Success(200, "the words, fields and functions of JQL that are served", REFERENCE))
def reference_data(call: Call) -> Json:
    """Return the words of JQL, those of the custom fields that can be searched among them."""
    fields = call.site.fields.values()
    custom = [clause for field in fields if is_searchable(field) for clause in custom_clauses(call.site, _cf(field))]
    return {
        "visibleFieldNames": [
            *(_field_in_reference(clause, name) for clause in CLAUSES for name in clause.names),
            *map(_custom_in_reference, custom),
        ],
        "visibleFunctionNames": [_function_in_reference(one) for one in FUNCTIONS.values()],
        "jqlReservedWords": sorted(KEYWORDS | RESERVED_WORDS),
    }


@operation("getAutoCompletePost", Success(200, "as GET", REFERENCE), body=_Reference)
def reference_data_by_body(call: Call) -> Json:
    """Return the words of JQL; every custom field is in every project, and none is collapsed."""
    call.content  # noqa: B018 - it must be one that can be read
    return reference_data(call)


def _field_in_reference(clause: Clause, name: str) -> Json:
    return {
        "value": written(name),
        "displayName": name,
        "auto": _truth(_kind_of(clause) in _SUGGESTED),
        "orderable": _truth(clause.sort is not None),
        "searchable": "true",
        "operators": list(clause.operators),
        "types": [_JAVA.get(_kind_of(clause), "java.lang.String")],
    }


def _cf(field: IssueField) -> str:
    return field.clauses[0]


def _custom_in_reference(clause: Clause) -> Json:
    """Return a custom field, which goes by its name and its number."""
    number, name = clause.names
    content = _field_in_reference(clause, name)
    return {**content, "displayName": f"{name} - {number}", "cfid": number}


def _kind_of(clause: Clause) -> str:
    return clause.takes or clause.names[0]


def _function_in_reference(function: Function) -> Json:
    name = f"{function.usage.partition('(')[0]}()"
    content: Json = {"value": name, "displayName": name, "types": [_JAVA[function.gives]]}
    return {**content, "isList": "true"} if function.is_list else content


def _truth(value: bool) -> str:
    return "true" if value else "false"


_Suggest = Callable[[Searcher], Iterable[tuple[str, str]]]
"""What lists the values of a field that the caller sees, each with how it is shown."""


def _by_name(things: Callable[[Searcher], Iterable[Any]]) -> _Suggest:
    return lambda searcher: ((one.name, one.name) for one in things(searcher))


def _users(searcher: Searcher) -> Iterable[tuple[str, str]]:
    if not holds(searcher.site, searcher.caller, USER_PICKER):
        return ()
    return ((one.account_id, one.name) for one in searcher.site.people.users.values())


def _projects(searcher: Searcher) -> Iterable[tuple[str, str]]:
    return ((one.name, f"{one.name} ({one.key})") for one in searcher.projects())


def _parts(table_of: Callable[[Site], PartTable[Any]]) -> _Suggest:
    return _by_name(
        lambda searcher: (
            one for project in searcher.projects() for one in table_of(searcher.site).of_project(project.key)
        )
    )


_SUGGESTED: dict[str, _Suggest] = {
    "projects": _projects,
    "issuetypes": _by_name(lambda searcher: types_seen(searcher.site, searcher.caller)),
    "status": _by_name(lambda searcher: searcher.site.statuses.values()),
    "priority": _by_name(lambda searcher: searcher.site.priorities.values()),
    "resolution": _by_name(lambda searcher: searcher.site.resolutions.values()),
    "user": _users,
    "versions": _parts(lambda site: site.versions),
    "components": _parts(lambda site: site.components),
    "labels": lambda searcher: ((one, one) for one in labels_seen(searcher.site, searcher.caller)),
    "category": _by_name(lambda searcher: searcher.site.project_categories.values()),
}
"""The values that are suggested, by their kind."""
_KINDS = {name.lower(): _kind_of(clause) for clause in CLAUSES for name in clause.names}
_MOST_SUGGESTIONS = 15  # chosen


@operation("getFieldAutoCompleteForQueryString", Success(200, "values that have what was typed", REFERENCE))
def suggest(call: Call) -> Json:
    """Return values of a field, or of a predicate of CHANGED, that have a text in their names; of other fields none."""
    field, predicate = call.query.get("fieldName"), call.query.get("predicateName", "").lower()
    typed = call.query.get("predicateValue" if predicate else "fieldValue", "").strip()
    if not field or predicate not in ("", "by", "from", "to") or (not predicate and "predicateValue" in call.query):
        raise Refused(SuggestionUnfit())
    kind = "user" if predicate == "by" else _kind_of_field(call, field.strip('"'))
    values = _SUGGESTED[kind](Searcher(call.site, call.caller)) if kind in _SUGGESTED else ()
    found = {value: shown for value, shown in values if typed.casefold() in shown.casefold()}
    listed = [{"value": value, "displayName": marked(shown, typed)} for value, shown in found.items()]
    return {"results": listed[:_MOST_SUGGESTIONS]}


def _kind_of_field(call: Call, name: str) -> str | None:
    """Return of which kind the values of a field are, be it a custom one; None where there is no such field."""
    if name.lower() in _KINDS:
        return _KINDS[name.lower()]
    return next((_kind_of(clause) for clause in custom_clauses(call.site, name)), None)


_MOST_PICKED = 20  # chosen


@operation(
    "getIssuePickerResource",
    Success(200, "`sections`: issues that the caller made or changed, and issues that a query finds", REFERENCE),
)
def pick(call: Call) -> Json:
    """Return issues with a text in their keys, summaries, descriptions or comments, the newest first.

    What the caller has viewed is not known. JQL that finds nothing for a mistake finds nothing here (chosen).
    """
    searcher = Searcher(call.site, call.caller)
    there = (one for one in reversed(call.site.issues.values()) if searcher.has(one) and searcher.sees(one))
    issues = [one for one in there if _is_pickable(call, one)]
    text = call.query.get("query", "").strip()
    folded = text.casefold()
    found = [one for one in issues if any(folded in said.casefold() for said in (one.key, *texts_of(searcher, one)))]
    history = [one for one in found if call.caller is not None and _is_by(call, one)]
    jql = call.query.get("currentJQL")
    current = [] if jql is None else _found_by(call, jql, found)
    return {
        "sections": [
            _section("hs", "History Search", history, text),
            _section("cs", "Current Search", current, text),
        ]
    }


def _is_pickable(call: Call, issue: Issue) -> bool:
    query = call.query
    at = call.site.issues.with_key(query.get("currentIssueKey", ""))
    project = call.site.projects.find(query.get("currentProjectId", ""))
    parent = None if call.flag("showSubTaskParent", default=True) or at is None else at.parent_id
    return (
        issue is not at
        and (not query.get("currentProjectId") or (project is not None and project.key == issue.project))
        and not (issue.type.subtask and not call.flag("showSubTasks", default=True))
        and issue.id != parent
    )


def _is_by(call: Call, issue: Issue) -> bool:
    entries = entries_of(call.site, call.caller, issue)
    return call.caller in (issue.creator, *(entry.author for entry in entries))


def _found_by(call: Call, jql: str, issues: list[Issue]) -> list[Issue]:
    try:
        return matching(call.site, call.caller, jql, issues)
    except Refused as refused:
        _require_of_jira(refused)
        return []


def _section(section_id: str, label: str, issues: list[Issue], text: str) -> Json:
    shown = issues[:_MOST_PICKED]
    told = f"Showing {len(shown)} of {len(issues)} matching issues"
    content: Json = {"label": label, "id": section_id, "issues": [_picked(one, text) for one in shown]}
    return {**content, "sub": told} if shown else {**content, "msg": "No matching issues"}


def _picked(issue: Issue, text: str) -> Json:
    return {
        "id": int(issue.id),
        "key": issue.key,
        "keyHtml": marked(issue.key, text),
        "img": f"/rest/api/2/universal_avatar/view/type/issuetype/avatar/{issue.type.avatar_id}?size=medium",
        "summary": marked(issue.summary, text),
        "summaryText": issue.summary,
    }


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
        call.site.left_over = len(issues) - end
    return _with_reason({**page, "isLast": end >= len(issues)}, why_none)


def _with_reason(content: Json, why_none: Refused | None) -> Json | Partly:
    """Return what was found, with why that is nothing for the journal alone."""
    return content if why_none is None else Partly(status=HTTPStatus.OK, content=content, refused=why_none)


def _shown(call: Call, issue: Issue, request: SearchRequest) -> Json:
    names = {name.strip() for one in request.fields for name in one.split(",")} - {"", "id"}
    properties = properties_of(call, issue, request.properties)
    if not names:
        return {"id": issue.id, **properties}
    return {**whole_issue(call, issue, wanted_fields(request.fields), request.expand), **properties}


def _listed(issues: list[Json]) -> Json:
    """Return issues with the names and the schema of their fields beside them, where they were asked for."""
    beside: Json = {}
    for name in _BESIDE_THE_ISSUES:
        of_each = [issue.pop(name) for issue in issues if name in issue]
        if of_each:
            beside[name] = {field: value for fields in of_each for field, value in fields.items()}
    return {"issues": issues, **beside}

"""search/jql, search/approximate-count and issue/bulkfetch."""

from __future__ import annotations

import json
from functools import partial
from typing import TYPE_CHECKING
from urllib.parse import quote

from tests.wire import seeds
from tests.wire.case import PAGE, PROBLEM, Case
from tests.wire.cases.issues import SUMMARY, TO_PROJ_2, proj_1
from tests.wire.literals import INVALID_PAYLOAD, NO_CONTENT, NOT_JSON

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

PATH = "/rest/api/3/search/jql"
NOTHING = b'{"issues":[],"isLast":true}'
UNBOUNDED = (
    b'{"errorMessages":["Unbounded JQL queries are not allowed here. Please add a search restriction to your query."],'
    b'"errors":{}}'
)
REMOVED = (
    b'{"errorMessages":["The requested API has been removed. Please migrate to the /rest/api/3/search/jql API. A full'
    b' migration guideline is available at https://developer.atlassian.com/changelog/#CHANGE-2046"],"errors":{}}'
)


def path(jql: str, more: str = "", start: str = PATH) -> str:
    """Return the path that searches for a query."""
    return f"{start}?jql={quote(jql)}{more}"


def errors(*messages: str) -> bytes:
    """Return the body that says what is wrong."""
    content = {"errorMessages": messages, "errors": {}}
    return json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()


def _ids(*ids: int) -> bytes:
    return b'{"issues":[' + b",".join(b'{"id":"%d"}' % one for one in ids) + b'],"isLast":true}'


def _issues(*issues: bytes) -> bytes:
    return b'{"issues":[' + b",".join(issues) + b'],"isLast":true}'


def _several_links(jira: FakeJira) -> None:
    """PROJ-1 blocks PROJ-2 and OTHER-1, and relates to OTHER-1."""
    seeds.linked(jira)
    jira.add_link("PROJ-1", "blocks", "OTHER-1")
    jira.add_link("OTHER-1", "relates to", "PROJ-1")


def _archived(jira: FakeJira) -> None:
    jira.set_issue("PROJ-1", archived=True)


def _hidden(jira: FakeJira) -> None:
    seeds.hidden_by_level(jira)
    seeds.linked(jira)


def _due(jira: FakeJira) -> None:
    jira.add_issue("PROJ-3", fields={"duedate": "2026-02-28"})
    jira.add_issue("PROJ-4", fields={"duedate": "2026-03-01"})
    jira.add_issue("PROJ-5", fields={"duedate": "2026-03-02"})


def _moved_on(jira: FakeJira) -> None:
    jira.add_issue("PROJ-3", visible_to=[])
    for key in ("PROJ-1", "PROJ-3"):
        for status in ("In Progress", "Done"):
            jira.transition(key, status)


_found = partial(Case, status=200)
_by_query = partial(_found, "search: by query")
_by_body = partial(_found, "search: by body", method="POST", path=PATH)
_shown = partial(_found, "search: what is shown of an issue", seed=seeds.linked)
_links = partial(_found, "search: links", seed=_several_links)
_unread = partial(Case, "search: JQL that cannot be read", status=400)
_unknown = partial(Case, "search: JQL that names what there is not", status=400)
_anonymous = partial(_found, "search: JQL of an anonymous caller", seed=seeds.public_to_read, caller=None, body=NOTHING)
_not_served = partial(Case, "search: JQL that is not served", status=501)
_bad_body = partial(Case, "search: body that cannot be read", method="POST", path=PATH, status=400)
_count = partial(_found, "search: count", method="POST", path="/rest/api/3/search/approximate-count")
_fetch = partial(_found, "search: fetch by keys", method="POST", path="/rest/api/3/issue/bulkfetch", seed=seeds.linked)

# The token of a page that ends with PROJ-2, the second of what `created > 0` finds.
TOKEN = "WyI4OTBhMDM3MjQ0ZGU1YmJkIiwgMTAwMDEsIDJd"

CASES = (
    Case(
        "search: address that is too long",
        "by one character",
        path=f"/rest/api/3/search/jql?jql={'x' * 7_997}",
        status=414,
        content_type=PAGE,
        body=b"Request-URI Too Long",
    ),
    Case(
        "search: address that is too long",
        "as long as can be, which is no JQL",
        path=f"/rest/api/3/search/jql?jql={'x' * 7_996}",
        status=400,
        body=errors(
            "Error in the JQL Query: Expecting operator before the end of the query. The valid operators are '=', "
            "'!=', '<', '>', '<=', '>=', '~', '!~', 'IN', 'NOT IN', 'IS' and 'IS NOT'."
        ),
    ),
    _by_query("version 3", path=path("project = PROJ"), body=_ids(10001, 10000)),
    _by_query("version 2", path=path("project = PROJ", start="/rest/api/2/search/jql"), body=_ids(10001, 10000)),
    _by_query("due date", seed=_due, path=path("due <= 2026-03-01 order by duedate"), body=_ids(10003, 10004)),
    _by_query(
        "past, without what only hidden issues had",
        seed=_moved_on,
        path=path('status was "In Progress" by admin and status changed to Done'),
        body=_ids(10000),
    ),
    _by_query("archived by itself", seed=_archived, path=path("key in (PROJ-1, PROJ-2)"), body=_ids(10001)),
    _by_query("nothing found", path=path("status = Done and type = Bug"), body=NOTHING),
    _by_query(
        "anonymous", path=path("project = PROJ"), seed=seeds.public_to_read, caller=None, body=_ids(10001, 10000)
    ),
    _by_query(
        "all that Jira takes",
        path=path(
            "key = PROJ-1", "&maxResults=5000&failFast=true&fieldsByKeys=false&reconcileIssues=10000&properties=a"
        ),
        body=b'{"issues":[{"id":"10000","properties":{}}],"isLast":true}',
    ),
    _by_body("version 3", sent={"jql": "project = PROJ"}, body=_ids(10001, 10000)),
    _by_body(
        "all that Jira takes",
        sent={
            "jql": "key = PROJ-1",
            "maxResults": 1,
            "fields": ["summary"],
            "expand": "",
            "failFast": True,
            "fieldsByKeys": False,
            "properties": ["a"],
            "reconcileIssues": [10000],
        },
        body=_issues(SUMMARY[:-1] + b',"properties":{}}'),
    ),
    _by_body(
        "nulls",
        sent=dict.fromkeys(
            (
                "maxResults",
                "fields",
                "expand",
                "failFast",
                "fieldsByKeys",
                "properties",
                "reconcileIssues",
                "nextPageToken",
            )
        )
        | {"jql": "key = PROJ-1"},
        body=_ids(10000),
    ),
    _by_body(
        "numerals for numbers, and no token",
        sent={"jql": "key = PROJ-1", "maxResults": "2", "nextPageToken": "", "reconcileIssues": ["10000"]},
        body=_ids(10000),
    ),
    Case(
        "search: page by page",
        "first, by an empty token",
        path=path("created > 0", "&maxResults=2&nextPageToken="),
        status=200,
        body=b'{"issues":[{"id":"10002"},{"id":"10001"}],"nextPageToken":"%b","isLast":false}' % TOKEN.encode(),
    ),
    Case(
        "search: garbage for a token",
        "told before maxResults out of bounds",
        path=path("created > 0", "&maxResults=0&nextPageToken=garbage"),
        status=400,
        body=errors("The provided next page token is invalid or expired."),
    ),
    Case(
        "search: unknown field",
        "signed in",
        path=path("this is not jql", "&fields=summary"),
        status=200,
        body=_ids(),
    ),
    _shown("ids alone", path=path("key = PROJ-1"), body=_ids(10000)),
    _shown("ids alone, asked for", path=path("key = PROJ-1", "&fields=id"), body=_ids(10000)),
    _shown("key", path=path("key = PROJ-1", "&fields=key"), body=_issues(proj_1(b""))),
    _shown("one field", path=path("key = PROJ-1", "&fields=summary"), body=_issues(SUMMARY)),
    _shown(
        "links", path=path("key = PROJ-1", "&fields=issuelinks"), body=_issues(proj_1(b'"issuelinks":[%b]' % TO_PROJ_2))
    ),
    _shown(
        "several fields, in a body",
        method="POST",
        path=PATH,
        sent={"jql": "key = PROJ-1", "fields": ["summary", "labels"]},
        body=_issues(proj_1(b'"summary":"Crash on save","labels":[]')),
    ),
    Case(
        "search: order",
        "newest first, unless it says something",
        path=path("created > 0"),
        status=200,
        body=_ids(10002, 10001, 10000),
    ),
    Case(
        "search: order",
        "several fields",
        path=path("created > 0 order by project desc, key"),
        status=200,
        body=_ids(10000, 10001, 10002),
    ),
    Case(
        "search: page by page",
        "first",
        path=path("created > 0", "&maxResults=2"),
        status=200,
        body=b'{"issues":[{"id":"10002"},{"id":"10001"}],"nextPageToken":"%b","isLast":false}' % TOKEN.encode(),
    ),
    Case(
        "search: page by page",
        "last",
        path=path("created > 0", f"&maxResults=2&nextPageToken={TOKEN}"),
        status=200,
        body=_ids(10000),
    ),
    Case(
        "search: page by page",
        "last, though issues have come",
        seed=lambda jira: jira.add_issues("PROJ-3", "PROJ-4"),
        path=path("created > 0", f"&maxResults=2&nextPageToken={TOKEN}"),
        status=200,
        body=_ids(10000),
    ),
    *(
        Case(
            "search: maxResults out of bounds",
            number,
            path=path("project = PROJ", f"&maxResults={number}"),
            status=400,
            body=errors("The max results parameter has to be between 1 and 5,000."),
        )
        for number in ("0", "6000", "-1")
    ),
    Case(
        "search: maxResults out of bounds",
        "no number",
        path=path("project = PROJ", "&maxResults=x"),
        status=400,
        content_type=PROBLEM,
        body=b'{"type":"about:blank","title":"Bad Request","status":400,"detail":"Failed to convert \'maxResults\' with'
        b' value: \'x\'","instance":"/rest/api/3/search/jql"}',
    ),
    *(
        Case(
            "search: garbage for a token",
            name,
            path=path(jql, f"&nextPageToken={token}"),
            status=400,
            body=errors("The provided next page token is invalid or expired."),
        )
        for name, jql, token in (
            ("garbage", "created > 0", "garbage"),
            ("another search's", "created > 1", TOKEN),
            ("something else in the same dress", "created > 0", "WzEsMiwzXQ=="),
            ("no list", "created > 0", "MQ=="),
        )
    ),
    Case("search: JQL that restricts nothing", "only an order", path=path("order by key"), status=400, body=UNBOUNDED),
    Case("search: JQL that restricts nothing", "no JQL", path=PATH, status=400, body=UNBOUNDED),
    Case(
        "search: JQL that restricts nothing",
        "count",
        method="POST",
        path="/rest/api/3/search/approximate-count",
        sent={"jql": "order by key"},
        status=400,
        body=UNBOUNDED,
    ),
    *(
        _unread(jql, path=path(jql), body=errors(message))
        for jql, message in (
            ("project = PUB AND", "Error in the JQL Query: Expecting a field name at the end of the query."),
            ("project = PUB AND (status = Open", "Error in the JQL Query: Expecting ')' before the end of the query."),
            (
                'summary ~ "unclosed',
                "Error in the JQL Query: The quoted string 'unclosed' has not been completed. (line 1, character 11)",
            ),
            (
                "project = PUB status",
                "Error in the JQL Query: Expecting either 'OR' or 'AND' but got 'status'. (line 1, character 15)",
            ),
            (
                "project = PUB AND status = = Open",
                (
                    "Error in JQL Query: Expecting either a value, list or function but got '='. You must surround '='"
                    " in quotation marks to use it as a value. (line 1, character 28)"
                ),
            ),
            (
                "project =",
                "Error in JQL Query: Expecting either a value, list or function before the end of the query.",
            ),
        )
    ),
    _unread(
        "anonymous",
        seed=seeds.public_to_read,
        caller=None,
        path=path("project = PUB AND"),
        body=errors("Error in the JQL Query: Expecting a field name at the end of the query."),
    ),
    *(
        _unknown(jql, path=path(jql), body=errors(*messages))
        for jql, messages in (
            (
                "universe = 42 and project = INVALID",
                [
                    "Field 'universe' does not exist or you do not have permission to view it.",
                    "The value 'INVALID' does not exist for the field 'project'.",
                ],
            ),
            ("project = INVALID", ["The value 'INVALID' does not exist for the field 'project'."]),
            ("key = PROJ-99", ["An issue with key 'PROJ-99' does not exist for field 'key'."]),
            ("summary = test", ["The operator '=' is not supported by the 'summary' field."]),
            ("summary in test", ["Operator 'in' does not support the non-list value '\"test\"' for field 'summary'."]),
            ("status = noSuch(1)", ["Unable to find JQL function 'noSuch(1)'."]),
            (
                "project = COMOB ORDER BY Bogus",
                ["The value 'COMOB' does not exist for the field 'project'.", "Not able to sort using field 'Bogus'."],
            ),
        )
    ),
    _anonymous("unknown field", path=path("colour = red")),
    _anonymous("unknown project", path=path("project = NOPE")),
    _anonymous("unknown key", path=path("key = PROJ-99")),
    _anonymous("unknown function", path=path("assignee = noSuchFunction()")),
    _anonymous("unknown order", path=path("key = PROJ-1 order by zzfield"), body=_ids(10000)),
    _anonymous(
        "count of what is unknown",
        method="POST",
        path="/rest/api/3/search/approximate-count",
        sent={"jql": "colour = red"},
        body=b'{"count":0}',
    ),
    _not_served("field", path=path("team = 4"), body=errors("jira_linkfake does not serve the field 'team' in JQL.")),
    _not_served(
        "function",
        path=path("issue in updatedBy(alice)"),
        body=errors("jira_linkfake does not serve the function updatedBy() in JQL."),
    ),
    _not_served(
        "field of another product",
        path=path("team was 1"),
        body=errors("jira_linkfake does not serve the field 'team' in JQL."),
    ),
    _links("all", path=path("issue in linkedIssues(PROJ-1)"), body=_ids(10002, 10001)),
    _links("by a phrase", path=path('issue in linkedIssues(PROJ-1, "relates to")'), body=_ids(10002)),
    _links("by the other phrase", path=path('issue in linkedIssues(OTHER-1, "is blocked by")'), body=_ids(10000)),
    _links(
        "by what is no phrase",
        path=path("issue in linkedIssues(PROJ-1, Haunts)"),
        status=400,
        body=errors("Issue link type 'Haunts' could not be found in function 'linkedIssues'."),
    ),
    _links(
        "of an unknown issue",
        path=path("issue in linkedIssues(PROJ-99)"),
        status=400,
        body=errors("Issue 'PROJ-99' could not be found in function 'linkedIssues'."),
    ),
    _links(
        "of no issue",
        path=path("issue in linkedIssues()"),
        status=400,
        body=errors(
            "Incorrect number of arguments for function 'linkedIssues'. Usage: 'linkedIssues ( issuekey [,"
            " linkDescription ]* )'."
        ),
    ),
    _links("issueLink", path=path('issueLink = "PROJ-1"'), body=_ids(10002, 10001)),
    _links("issueLinkType", path=path('issueLinkType = "is blocked by"'), body=_ids(10002, 10001)),
    Case(
        "search: linking disabled",
        "function",
        seed=seeds.linking_disabled,
        path=path("issue in linkedIssues(PROJ-1)"),
        status=400,
        body=errors("Function 'linkedIssues' cannot be called as issue linking is currently disabled."),
    ),
    Case(
        "search: linking disabled",
        "field",
        seed=seeds.linking_disabled,
        path=path("issueLinkType is empty"),
        status=200,
        body=_ids(),
    ),
    Case(
        "search: unseen issues",
        "are not found",
        seed=_hidden,
        path=path("project = PROJ"),
        status=200,
        body=_ids(10001, 10000),
    ),
    Case(
        "search: unseen issues",
        "are not linked",
        seed=seeds.hidden_by_level,
        path=path("issueLinkType is not empty"),
        status=200,
        body=NOTHING,
    ),
    Case(
        "search: unseen issues",
        "cannot be named",
        seed=_hidden,
        path=path("issue in linkedIssues(PROJ-3)"),
        status=400,
        body=errors("Issue 'PROJ-3' could not be found in function 'linkedIssues'."),
    ),
    _bad_body("nothing", sent=b"", body=NO_CONTENT),
    _bad_body("no JSON", sent=b"{", body=NOT_JSON),
    _bad_body("unknown property", sent={"jql": "project = PROJ", "startAt": 0}, body=INVALID_PAYLOAD),
    _bad_body("number as a boolean", sent={"jql": "project = PROJ", "maxResults": True}, body=INVALID_PAYLOAD),
    _bad_body("number with a fraction", sent={"jql": "project = PROJ", "maxResults": 2.5}, body=INVALID_PAYLOAD),
    _bad_body("id as a word", sent={"jql": "project = PROJ", "reconcileIssues": ["x"]}, body=INVALID_PAYLOAD),
    _bad_body("number as a text", sent={"jql": "project = PROJ", "maxResults": "x"}, body=INVALID_PAYLOAD),
    _bad_body("fields as a text", sent={"jql": "project = PROJ", "fields": "summary"}, body=INVALID_PAYLOAD),
    _bad_body("expand as a list", sent={"jql": "project = PROJ", "expand": ["names"]}, body=INVALID_PAYLOAD),
    Case(
        "search: expand",
        "names and schema",
        path=path("key in (PROJ-1, PROJ-2)", "&fields=summary&expand=names,schema&maxResults=1"),
        status=200,
        body=b'{"issues":[%b],"names":{"summary":"Summary"},"schema":{"summary":{"type":"string","system":"summary"}},'
        b'"nextPageToken":"WyIyZDkyMmE5NjQzZDA4ZjZlIiwgMTAwMDEsIDFd","isLast":false}'
        % SUMMARY.replace(b"10000", b"10001")
        .replace(b"PROJ-1", b"PROJ-2")
        .replace(b"Crash on save", "Überlauf".encode()),
    ),
    Case(
        "search: expand",
        "not served",
        path=path("key = PROJ-1", "&expand=versionedRepresentations"),
        status=501,
        body=errors(
            "jira_linkfake does not serve expand=versionedRepresentations of search/jql "
            "(searchAndReconsileIssuesUsingJql)."
        ),
    ),
    _count("some", sent={"jql": "project = PROJ"}, body=b'{"count":2}'),
    _count("none", sent={"jql": "project = PROJ and status = Done"}, body=b'{"count":0}'),
    _count("unseen", sent={"jql": "project = PROJ"}, seed=_hidden, body=b'{"count":2}'),
    _count("unknown property", sent={"jql": "project = PROJ", "maxResults": 1}, status=400, body=INVALID_PAYLOAD),
    _count(
        "wrong JQL",
        sent={"jql": "project = NOPE"},
        status=400,
        body=errors("The value 'NOPE' does not exist for the field 'project'."),
    ),
    Case(
        "search: wrong method for a count",
        path="/rest/api/3/search/approximate-count",
        status=405,
        content_type=PROBLEM,
        headers={"Allow": "POST"},
        body=b'{"type":"about:blank","title":"Method Not Allowed","status":405,"detail":"Method \'GET\' is not'
        b' supported.","instance":"/rest/api/3/search/approximate-count"}',
    ),
    _fetch(
        "expand as a boolean",
        sent={"issueIdsOrKeys": [], "expand": True},
        status=400,
        body=errors("At least one issue must be requested."),
    ),
    _fetch(
        "some, each once",
        sent={"issueIdsOrKeys": ["PROJ-1", "10000", "proj-1", "PROJ-99"], "fields": ["summary"]},
        body=b'{"issueErrors":[],"issues":[%b]}' % SUMMARY,
    ),
    _fetch(
        "unseen",
        seed=_hidden,
        sent={"issueIdsOrKeys": ["PROJ-3"], "fields": ["summary"], "expand": ["names"]},
        body=b'{"issueErrors":[],"issues":[]}',
    ),
    _fetch(
        "links",
        sent={"issueIdsOrKeys": ["PROJ-1"], "fields": ["issuelinks"], "properties": [], "fieldsByKeys": True},
        body=b'{"issueErrors":[],"issues":[%b]}' % proj_1(b'"issuelinks":[%b]' % TO_PROJ_2),
    ),
    _fetch("no issues named", sent={"fields": ["summary"]}, status=400, body=INVALID_PAYLOAD),
    Case(
        "search: fetch nothing",
        method="POST",
        path="/rest/api/3/issue/bulkfetch",
        sent={"issueIdsOrKeys": []},
        status=400,
        body=errors("At least one issue must be requested."),
    ),
    _fetch(
        "by their ids, in whatever order they are asked for, with properties",
        sent={"issueIdsOrKeys": ["PROJ-2", "PROJ-1"], "fields": ["labels"], "properties": ["a"]},
        body=b'{"issueErrors":[],"issues":[%b,%b]}'
        % (
            proj_1(b'"labels":[]')[:-1] + b',"properties":{}}',
            proj_1(b'"labels":[]').replace(b"10000", b"10001").replace(b"PROJ-1", b"PROJ-2")[:-1]
            + b',"properties":{}}',
        ),
    ),
    _fetch(
        "too many",
        sent={"issueIdsOrKeys": [f"PROJ-{number}" for number in range(101)]},
        status=400,
        body=errors("The number of issues to fetch must not be above 100."),
    ),
    _fetch(
        "expand that is not served",
        sent={"issueIdsOrKeys": ["PROJ-1"], "expand": ["versionedRepresentations"]},
        status=501,
        body=errors(
            "jira_linkfake does not serve expand=versionedRepresentations of POST issue/bulkfetch (bulkFetchIssues)."
        ),
    ),
)

"""search: served in version 2, removed from version 3."""

from __future__ import annotations

from functools import partial

from tests.wire import seeds
from tests.wire.case import Case
from tests.wire.cases.issues import LEFT_OUT_OF_NAVIGABLE, NO_COMMENTS, SUMMARY, WHOLE
from tests.wire.cases.search import REMOVED, errors, path
from tests.wire.literals import INVALID_PAYLOAD, in_version_2

PATH = "/rest/api/2/search"
SUMMARY_2 = in_version_2(SUMMARY)
PROJ_2_SUMMARY = (
    SUMMARY_2.replace(b"10000", b"10001").replace(b"PROJ-1", b"PROJ-2").replace(b"Crash on save", "Überlauf".encode())
)
NAVIGABLE = in_version_2(WHOLE)
for _left_out in (in_version_2(b',"comment":' + NO_COMMENTS), *LEFT_OUT_OF_NAVIGABLE):
    NAVIGABLE = NAVIGABLE.replace(_left_out, b"")


def _part(total: int, *issues: bytes, start: int = 0, most: int = 50) -> bytes:
    head = b'{"expand":"schema,names","startAt":%d,"maxResults":%d,"total":%d,' % (start, most, total)
    return head + b'"issues":[' + b",".join(issues) + b"]}"


_found = partial(Case, seed=seeds.linked, status=200)
_search = partial(_found, "search: in version 2, by query")
_by_body = partial(_found, "search: in version 2, by body", method="POST", path=PATH)
_wrong = partial(Case, "search: in version 2, JQL that is wrong", status=400)
_removed = partial(Case, "search: removed from version 3", status=410, body=REMOVED)


def _path(jql: str, more: str = "") -> str:
    return path(jql, more, PATH)


CASES = (
    _search("one", path=_path("key = PROJ-1", "&fields=summary"), body=_part(1, SUMMARY_2)),
    _search("all but comments, unless it says what", path=_path("key = PROJ-1"), body=_part(1, NAVIGABLE)),
    _search(
        "latest version",
        path=path("key = PROJ-1", "&fields=summary", "/rest/api/latest/search"),
        body=_part(1, SUMMARY_2),
    ),
    _search(
        "part",
        path=_path("project = PROJ order by key", "&fields=summary&startAt=1&maxResults=1"),
        body=_part(2, PROJ_2_SUMMARY, start=1, most=1),
    ),
    _search("no part", path=_path("project = PROJ", "&maxResults=0"), body=_part(2, most=0)),
    _search("beyond the end", path=_path("project = PROJ", "&startAt=9"), body=_part(2, start=9)),
    _search("before the start", path=_path("key = PROJ-1", "&fields=summary&startAt=-9"), body=_part(1, SUMMARY_2)),
    _search(
        "too many", path=_path("key = PROJ-1", "&fields=summary&maxResults=1000"), body=_part(1, SUMMARY_2, most=100)
    ),
    _search(
        "as many as can be",
        path=_path("key = PROJ-1", "&fields=summary&maxResults=-1"),
        body=_part(1, SUMMARY_2, most=100),
    ),
    _search("only an order", path=_path("order by key", "&maxResults=0"), body=_part(3, most=0)),
    _search("no JQL", path=f"{PATH}?maxResults=0&validateQuery=strict", body=_part(3, most=0)),
    _search(
        "validated loosely, and right",
        path=_path("key = PROJ-1", "&maxResults=0&validateQuery=warn"),
        body=_part(1, most=0),
    ),
    _search(
        "names and schema",
        path=_path("key = PROJ-1", "&fields=summary&expand=names&expand=schema"),
        body=_part(1, SUMMARY_2)[:-1]
        + b',"names":{"summary":"Summary"},"schema":{"summary":{"type":"string","system":"summary"}}}',
    ),
    _by_body("one", sent={"jql": "key = PROJ-1", "fields": ["summary"]}, body=_part(1, SUMMARY_2)),
    _by_body(
        "all that Jira takes",
        sent={
            "jql": "key = PROJ-1",
            "startAt": 0,
            "maxResults": 1,
            "fields": ["summary"],
            "expand": ["names"],
            "validateQuery": True,
            "fieldsByKeys": False,
            "properties": [],
        },
        body=_part(1, SUMMARY_2, most=1)[:-1] + b',"names":{"summary":"Summary"}}',
    ),
    _by_body("expand as a number", sent={"jql": "key = PROJ-1", "expand": 1}, status=400, body=INVALID_PAYLOAD),
    _by_body("unknown property", sent={"jql": "key = PROJ-1", "nextPageToken": "x"}, status=400, body=INVALID_PAYLOAD),
    _wrong(
        "several things at once",
        path=_path("project = COMOB ORDER BY Bogus"),
        body=errors(
            "The value 'COMOB' does not exist for the field 'project'.", "Not able to sort using field 'Bogus'."
        ),
    ),
    _wrong(
        "anonymous",
        seed=seeds.public_to_read,
        caller=None,
        path=_path("sprinted = 1 or project = Integrations"),
        body=errors(
            "Field 'sprinted' does not exist or this field cannot be viewed by anonymous users.",
            "The value 'Integrations' does not exist for the field 'project'.",
        ),
    ),
    _wrong(
        "validated loosely",
        path=_path("foo = 1", "&validateQuery=warn"),
        status=501,
        body=errors("jira_linkfake does not serve validateQuery=warn of search, where the JQL is wrong."),
    ),
    _wrong(
        "expand that is not served",
        path=_path("key = PROJ-1", "&expand=versionedRepresentations"),
        status=501,
        body=errors(
            "jira_linkfake does not serve expand=versionedRepresentations of search (searchForIssuesUsingJql)."
        ),
    ),
    _removed("GET", path=path("key = PROJ-1", start="/rest/api/3/search")),
    _removed("POST", method="POST", path="/rest/api/3/search", sent={"jql": "key = PROJ-1"}),
)

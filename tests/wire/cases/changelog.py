"""GET issue/{issueIdOrKey}/changelog, POST issue/{issueIdOrKey}/changelog/list, and the history beside the issue."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.wire import seeds
from tests.wire.case import PROBLEM, Case, nothing_more
from tests.wire.cases.create_bodies import LINK
from tests.wire.cases.issues import EXPAND
from tests.wire.literals import ADMIN, ALICE, INVALID_PAYLOAD, NO_CONTENT, NOT_JSON, UNSEEN, in_version_2

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

ALICE_AUTH = ("alice@example.com", "alice-token")
ADDRESS = b"{base}/rest/api/3/issue/PROJ-1/changelog"


def _changed(jira: FakeJira) -> None:
    """Let a seeded link be there, alice make another, and then remove the seeded one."""
    seeds.linked(jira)
    relates = {**LINK, "type": {"name": "Relates"}, "outwardIssue": {"key": "OTHER-1"}}
    client = jira.client()
    assert client.post("/rest/api/3/issueLink", json=relates, auth=ALICE_AUTH).status_code == 201
    assert client.delete("/rest/api/3/issueLink/10000", auth=ALICE_AUTH).status_code == 204


def _other_end_hidden(jira: FakeJira) -> None:
    _changed(jira)
    jira.deny("BROWSE_PROJECTS", project="OTHER")


def _by_nobody(jira: FakeJira) -> None:
    """Let an anonymous caller make a link."""
    seeds.allow_anyone(jira, "BROWSE_PROJECTS", "LINK_ISSUES")
    assert jira.client().post("/rest/api/3/issueLink", json=LINK).status_code == 201


def _change(made: bytes, removed: bytes) -> bytes:
    return b'[{"field":"Link","fieldtype":"jira",%b,%b}]' % (removed, made)


def _made(key: bytes, text: bytes) -> bytes:
    return _change(b'"to":"%b","toString":"%b"' % (key, text), b'"from":null,"fromString":null')


def _removed(key: bytes, text: bytes) -> bytes:
    return _change(b'"to":null,"toString":null', b'"from":"%b","fromString":"%b"' % (key, text))


def _entry(entry_id: bytes, author: bytes, time: bytes, items: bytes) -> bytes:
    return b'{"id":"%b","author":%b,"created":"2026-01-01T00:00:%b.000+0000","items":%b}' % (
        entry_id,
        author,
        time,
        items,
    )


SEEDED = _entry(b"10000", ADMIN, b"04", _made(b"PROJ-2", b"This work item blocks PROJ-2"))
MADE = _entry(b"10002", ALICE, b"05", _made(b"OTHER-1", b"This work item relates to OTHER-1"))
REMOVED = _entry(b"10004", ALICE, b"06", _removed(b"PROJ-2", b"This work item blocks PROJ-2"))
MADE_FROM_PROJ_2 = _entry(b"10001", ADMIN, b"04", _made(b"PROJ-1", b"This work item is blocked by PROJ-1"))
REMOVED_FROM_PROJ_2 = _entry(b"10005", ALICE, b"06", _removed(b"PROJ-1", b"This work item is blocked by PROJ-1"))


def _page(
    *entries: bytes, total: int, start: int = 0, size: int = 100, more: bool = False, address: bytes = ADDRESS
) -> bytes:
    part = b"%b?maxResults=%d&startAt=%%d" % (address, size)
    next_page = b'"nextPage":"%b",' % (part % (start + len(entries))) if more else b""
    return b'{"self":"%b",%b"maxResults":%d,"startAt":%d,"total":%d,"isLast":%b,"values":[%b]}' % (
        part % start,
        next_page,
        size,
        start,
        total,
        b"false" if more else b"true",
        b",".join(entries),
    )


def _histories(*entries: bytes) -> bytes:
    count = len(entries)
    return b'{"startAt":0,"maxResults":%d,"total":%d,"histories":[%b]}' % (count, count, b",".join(entries))


def _with_issue(*entries: bytes) -> bytes:
    return (
        b'{"expand":"%b","id":"10000","self":"{base}/rest/api/3/issue/10000","key":"PROJ-1","changelog":%b,'
        b'"fields":{"summary":"Crash on save"}}'
    ) % (EXPAND, _histories(*entries))


def _no_number(name: bytes, key: bytes) -> bytes:
    return (
        b'{"type":"about:blank","title":"Bad Request","status":400,'
        b'"detail":"Failed to convert \'%b\' with value: \'x\'","instance":"/rest/api/3/issue/%b/changelog"}'
    ) % (name, key)


_list = partial(Case, seed=_changed, path="/rest/api/3/issue/PROJ-1/changelog", status=200)
_part = partial(_list, "history: part of the list")
_number = partial(_list, "history: query that is no number", status=400, content_type=PROBLEM)
_unseen = partial(_list, "history: unknown or unseen issue", status=404, body=UNSEEN)
_list_by_ids = partial(
    _list, method="POST", path="/rest/api/3/issue/PROJ-1/changelog/list", sent={"changelogIds": [10000, 10002]}
)
_unseen_by_ids = partial(_list_by_ids, "history: by ids, of an unknown or unseen issue", status=404, body=UNSEEN)
_named = partial(_list_by_ids, "history: by ids")
_unread = partial(_list_by_ids, "history: ids that cannot be read", status=400, body=INVALID_PAYLOAD)
_beside = partial(_list, "history: beside the issue", path="/rest/api/3/issue/PROJ-1?expand=changelog&fields=summary")

CASES = (
    _list("history: list", "version 3", body=_page(SEEDED, MADE, REMOVED, total=3)),
    _list(
        "history: list",
        "version 2, by id",
        path="/rest/api/2/issue/10000/changelog",
        body=in_version_2(_page(SEEDED, MADE, REMOVED, total=3)),
    ),
    _list(
        "history: list",
        "of the other issue",
        path="/rest/api/3/issue/PROJ-2/changelog",
        body=_page(
            MADE_FROM_PROJ_2,
            REMOVED_FROM_PROJ_2,
            total=2,
            address=b"{base}/rest/api/3/issue/PROJ-2/changelog",
        ),
    ),
    _list("history: list", "no changes", seed=nothing_more, body=_page(total=0)),
    _list(
        "history: list",
        "made by an anonymous caller, read by one",
        seed=_by_nobody,
        caller=None,
        body=_page(
            b'{"id":"10000","created":"2026-01-01T00:00:04.000+0000","items":%b}'
            % _made(b"PROJ-2", b"This work item blocks PROJ-2"),
            total=1,
        ),
    ),
    _list(
        "history: link to an unseen issue", "by project", seed=_other_end_hidden, body=_page(SEEDED, REMOVED, total=2)
    ),
    _list("history: link to an unseen issue", "by level", seed=seeds.hidden_by_level, body=_page(total=0)),
    _list_by_ids("history: link to an unseen issue", "by id", seed=_other_end_hidden, body=_histories(SEEDED)),
    _list(
        "history: link to an unseen issue",
        "beside the issue",
        seed=_other_end_hidden,
        path="/rest/api/3/issue/PROJ-1?expand=changelog&fields=summary",
        body=_with_issue(REMOVED, SEEDED),
    ),
    _part(
        "the first",
        path="/rest/api/3/issue/PROJ-1/changelog?maxResults=1",
        body=_page(SEEDED, total=3, size=1, more=True),
    ),
    _part(
        "the last",
        path="/rest/api/3/issue/PROJ-1/changelog?startAt=1&maxResults=2",
        body=_page(MADE, REMOVED, total=3, start=1, size=2),
    ),
    _part("beyond the last", path="/rest/api/3/issue/PROJ-1/changelog?startAt=9", body=_page(total=3, start=9)),
    _part(
        "more than the most",
        path="/rest/api/3/issue/PROJ-1/changelog?maxResults=101",
        body=_page(SEEDED, MADE, REMOVED, total=3),
    ),
    _number("startAt", path="/rest/api/3/issue/PROJ-1/changelog?startAt=x", body=_no_number(b"startAt", b"PROJ-1")),
    _number(
        "maxResults, of an unknown issue",
        path="/rest/api/3/issue/PROJ-99/changelog?maxResults=x",
        body=_no_number(b"maxResults", b"PROJ-99"),
    ),
    _unseen("list, unknown", path="/rest/api/3/issue/PROJ-99/changelog"),
    _unseen("list, unseen", seed=seeds.hidden_by_level, path="/rest/api/3/issue/PROJ-3/changelog"),
    _unseen_by_ids("unknown", path="/rest/api/3/issue/PROJ-99/changelog/list"),
    _unseen_by_ids("unseen", seed=seeds.hidden_by_level, path="/rest/api/3/issue/PROJ-3/changelog/list"),
    _named("none", sent={"changelogIds": []}, body=_histories()),
    _named("out of order", sent={"changelogIds": ["10004", 10000, 10004]}, body=_histories(SEEDED, REMOVED)),
    _named("unknown, and of another issue", sent={"changelogIds": [7, 10001, 10002]}, body=_histories(MADE)),
    _named(
        "version 2",
        path="/rest/api/2/issue/PROJ-1/changelog/list",
        sent={"changelogIds": [10002]},
        body=in_version_2(_histories(MADE)),
    ),
    _unread("no ids", sent={}),
    _unread("ids that are no numbers", sent={"changelogIds": ["x"]}),
    _unread("unknown property", sent={"changelogIds": [], "ids": []}),
    _unread("no object", sent=[10000]),
    _unread("not JSON", sent=b"{", body=NOT_JSON),
    _unread("empty body", sent=b"", body=NO_CONTENT),
    _unread("before the issue is looked up", path="/rest/api/3/issue/PROJ-99/changelog/list", sent={}),
    _beside("version 3", body=_with_issue(REMOVED, MADE, SEEDED)),
    _beside(
        "version 2",
        path="/rest/api/2/issue/PROJ-1?fields=summary&expand=names_of_nothing,changelog",
        body=in_version_2(_with_issue(REMOVED, MADE, SEEDED)),
    ),
    _beside("no changes", seed=nothing_more, body=_with_issue()),
)

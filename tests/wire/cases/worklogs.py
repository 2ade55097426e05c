"""issue/{issueIdOrKey}/worklog and worklog: work that was done, and estimates."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from tests.wire import seeds
from tests.wire.case import DOCUMENTED, OBSERVED, PAGE, PROBLEM, Case
from tests.wire.cases.new_issues import CREATED, FIELDS, MADE
from tests.wire.literals import (
    ADMIN,
    ALICE,
    CHALLENGE,
    INVALID_PAYLOAD,
    NOT_SETTABLE,
    UNAUTHENTICATED,
    UNSEEN,
    in_version_2,
)

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

WORKLOGS = "/rest/api/3/issue/PROJ-1/worklog"
SAID = {"type": "doc", "version": 1, "content": [{"type": "paragraph", "content": [{"type": "text", "text": "Said"}]}]}
_SAID = b'{"type":"doc","version":1,"content":[{"type":"paragraph","content":[{"type":"text","text":"Said"}]}]}'
_WRITTEN = b'{"version":1,"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"Said"}]}]}'
STAFF = b',"visibility":{"type":"group","value":"staff","identifier":"00000000-0000-4000-9000-000000010000"}'
LONG_AGO = "2025-12-31T22:30:00.000-0130"
_LONG_AGO = b"2026-01-01T00:00:00.000+0000"
NO_TIME = b'{"errorMessages":["Worklog must not be null."],"errors":{"timeLogged":"Invalid time duration entered."}}'
NO_DOCUMENT = b"Comment body is not valid!"
NOT_BY_AN_AMOUNT = b"Manual adjustment of remaining estimate not allowed when editing a worklog"
NOT_ALLOWED = b"You do not have the permission to associate a worklog to this issue."


def _told(words: bytes) -> bytes:
    return b'{"errorMessages":["%b"],"errors":{}}' % words


def _wrong(name: bytes, text: bytes) -> bytes:
    return b'{"errorMessages":[],"errors":{"%b":"%b"}}' % (name, text)


def _no_worklog(worklog_id: bytes) -> bytes:
    return _told(b"Cannot find worklog with id: '%b'." % worklog_id)


def _worklog(
    worklog_id: bytes,
    author: bytes,
    at: bytes,
    span: bytes,
    seconds: int,
    *,
    comment: bytes = b"",
    readers: bytes = b"",
    started: bytes = b"",
    issue_id: bytes = b"10000",
    updated: bytes = b"",
    update_author: bytes = b"",
    more: bytes = b"",
) -> bytes:
    moment = b"2026-01-01T00:00:%b.000+0000"
    return (
        b'{"self":"{base}/rest/api/3/issue/%b/worklog/%b","author":%b,"updateAuthor":%b%b,'
        b'"created":"%b","updated":"%b"%b,"started":"%b","timeSpent":"%b","timeSpentSeconds":%d,'
        b'"id":"%b","issueId":"%b"%b}'
    ) % (
        issue_id,
        worklog_id,
        author,
        update_author or author,
        comment and b',"comment":%b' % comment,
        moment % at,
        moment % (updated or at),
        readers,
        started or moment % at,
        span,
        seconds,
        worklog_id,
        issue_id,
        more,
    )


def _nameless(writer: bytes) -> bytes:
    """Return a worklog without who wrote it."""
    return writer.replace(b'"author":,"updateAuthor":,', b"")


def _page(*worklogs: bytes, total: int, start: int = 0, most: int = 5000) -> bytes:
    return b'{"startAt":%d,"maxResults":%d,"total":%d,"worklogs":[%b]}' % (start, most, total, b",".join(worklogs))


def _some(jira: FakeJira) -> None:
    """Estimate PROJ-1 at a day, of which alice has worked an hour and a half, and the admin half an hour for staff."""
    jira.set_issue("PROJ-1", fields={"timetracking": {"originalEstimate": "1d"}})
    jira.add_worklog("PROJ-1", "1h 30m", author="alice", comment="Said")
    jira.add_worklog("PROJ-1", "30m", visible_to="staff")


_OF_ALICE = "worklog 10000: 1h 30m by alice: Said on PROJ-1"
_OF_ADMIN = "worklog 10001: 30m by admin to group staff on PROJ-1"
_ESTIMATES = "estimates of PROJ-1: 28800 21600"
FIRST = _worklog(b"10000", ALICE, b"05", b"1h 30m", 5400, comment=_WRITTEN)
SECOND = _worklog(b"10001", ADMIN, b"06", b"30m", 1800, readers=STAFF)


def _some_hidden(jira: FakeJira) -> None:
    """Let the board alone read a third worklog, and nobody see the one of PROJ-3."""
    _some(jira)
    jira.add_worklog("PROJ-1", "1h", visible_to="board")
    jira.add_issue("PROJ-3", visible_to=["admin"])
    jira.add_worklog("PROJ-3", "1h")


def _of_role(jira: FakeJira) -> None:
    _some(jira)
    jira.add_worklog("PROJ-1", "1h", visible_to="Developers")


def _of_many_roles(jira: FakeJira) -> None:
    _some(jira)
    jira.add_worklog("PROJ-1", "1h", visible_to="Administrators")


def _off(jira: FakeJira) -> None:
    _some(jira)
    jira.time_tracking_enabled = False


def _without(*permissions: Any) -> Any:
    def seed(jira: FakeJira) -> None:
        _some(jira)
        for permission in permissions:
            jira.deny(permission)

    return seed


def _public(jira: FakeJira) -> None:
    seeds.allow_anyone(jira, "BROWSE_PROJECTS", "WORK_ON_ISSUES", "EDIT_ALL_WORKLOGS", "DELETE_ALL_WORKLOGS")


def _public_to_read(jira: FakeJira) -> None:
    _some(jira)
    seeds.allow_anyone(jira, "BROWSE_PROJECTS")


def _archived(jira: FakeJira) -> None:
    jira.add_issue("PROJ-9", archived=True)
    jira.add_worklog("PROJ-9", "1h", author="alice")


def _full(jira: FakeJira) -> None:
    jira.worklog_limit = 0


def _deleted(jira: FakeJira) -> None:
    """Let alice delete a worklog of the admin's, and delete a hidden issue with another."""
    _some_hidden(jira)
    alice = jira.user("alice")
    assert jira.client().delete("/rest/api/3/issue/PROJ-1/worklog/10001", auth=alice.auth).status_code == 204
    jira.remove_issue("PROJ-3")


_get = partial(Case, status=200)
_add = partial(Case, "worklogs: add", method="POST", path=WORKLOGS, sent={"timeSpent": "1h"}, status=201)
_hour = _worklog(b"10000", ALICE, b"04", b"1h", 3600)
_change = partial(Case, "worklogs: change", seed=_some, method="PUT", path=f"{WORKLOGS}/10000", status=200)
_delete = partial(
    Case,
    "worklogs: delete",
    seed=_some,
    method="DELETE",
    path=f"{WORKLOGS}/10000",
    status=204,
    content_type=None,
    body=b"",
    removes=(_OF_ALICE, _ESTIMATES),
    updates=("PROJ-1",),
)
_several = partial(
    Case,
    "worklogs: delete several",
    seed=_some,
    method="DELETE",
    path=WORKLOGS,
    sent={"ids": [10000, 10001]},
    status=204,
    content_type=None,
    body=b"",
    updates=("PROJ-1",),
)
_move = partial(
    Case,
    "worklogs: move several",
    seed=_some,
    method="POST",
    path=f"{WORKLOGS}/move",
    sent={"ids": [10000], "issueIdOrKey": "PROJ-2"},
    status=204,
    content_type=None,
    body=b"",
    adds=("worklog 10000: 1h 30m by alice: Said on PROJ-2",),
    removes=(_OF_ALICE,),
    updates=("PROJ-1", "PROJ-2"),
)
_adjusted = partial(
    Case,
    "worklogs: adjust the estimate",
    seed=_some,
    method="POST",
    path=WORKLOGS,
    sent={"timeSpent": "1h"},
    status=201,
    body=_worklog(b"10002", ALICE, b"07", b"1h", 3600),
)
_LOGGED = "worklog 10002: 1h by alice on PROJ-1"
_refused = partial(Case, method="POST", path=WORKLOGS, sent={"timeSpent": "1h"}, status=400)
_ANONYMOUS = {"status": 401, "content_type": PAGE, "headers": {"WWW-Authenticate": CHALLENGE}, "body": UNAUTHENTICATED}
_MOVE_OF_10000 = {"ids": [10000], "issueIdOrKey": "PROJ-2"}
_WAYS: tuple[tuple[str, dict[str, Any]], ...] = (
    ("list", {"path": ""}),
    ("one", {"path": "/10000"}),
    ("add", {"method": "POST", "path": "", "sent": {"timeSpent": "1h"}}),
    ("change", {"method": "PUT", "path": "/10000", "sent": {"timeSpent": "1h"}}),
    ("delete", {"method": "DELETE", "path": "/10000"}),
    ("delete several", {"method": "DELETE", "path": "", "sent": {"ids": [10000]}}),
    ("move several", {"method": "POST", "path": "/move", "sent": _MOVE_OF_10000}),
)
"""Every operation on one issue, below its worklogs."""


def _of(key: str, way: dict[str, Any]) -> dict[str, Any]:
    return {**way, "path": f"/rest/api/3/issue/{key}/worklog{way['path']}"}


def _changes(which: str, *values: bytes, since: int = 0, until: int, more: bytes = b"", last: bytes = b"true") -> bytes:
    return b'{"values":[%b],"since":%d,"until":%d,"self":"{base}/rest/api/3/worklog/%b?since=%d"%b,"lastPage":%b}' % (
        b",".join(values),
        since,
        until,
        which.encode(),
        since,
        more,
        last,
    )


def _changed(worklog_id: int, at: int, properties: bytes = b"") -> bytes:
    return b'{"worklogId":%d,"updatedTime":%d,"properties":[%b]}' % (worklog_id, at, properties)


CASES = (
    _get("worklogs: list", "none", path=WORKLOGS, body=_page(total=0)),
    _get("worklogs: list", seed=_some_hidden, path=WORKLOGS, body=_page(FIRST, SECOND, total=2)),
    _get(
        "worklogs: list",
        "version 2",
        seed=_some,
        path=WORKLOGS.replace("/3/", "/2/"),
        body=in_version_2(_page(FIRST.replace(_WRITTEN, b'"Said"'), SECOND, total=2)),
    ),
    _get(
        "worklogs: list",
        "part",
        seed=_some,
        path=f"{WORKLOGS}?startAt=1&maxResults=1",
        body=_page(SECOND, total=2, start=1, most=1),
    ),
    _get(
        "worklogs: list",
        "by when they were started",
        seed=_some,
        path=f"{WORKLOGS}?startedAfter=1767225600000&startedBefore=1767225606000",
        body=_page(FIRST, total=1),
    ),
    _get("worklogs: list", "anonymous", seed=_public_to_read, caller=None, path=WORKLOGS, body=_page(FIRST, total=1)),
    _get("worklogs: one", seed=_some, path=f"{WORKLOGS}/10001", body=SECOND),
    _get(
        "worklogs: one",
        "with its properties",
        seed=_some,
        path=f"{WORKLOGS}/10000?expand=properties",
        body=FIRST[:-1] + b',"properties":[]}',
    ),
    Case(
        "worklogs: by their ids",
        seed=_some_hidden,
        method="POST",
        path="/rest/api/3/worklog/list",
        sent={"ids": [10001, 10000, 10001, 10002, 10003, 7]},
        status=200,
        body=b"[%b,%b]" % (SECOND, FIRST),
    ),
    _get(
        "worklogs: changed and deleted since",
        "changed",
        seed=_some_hidden,
        path="/rest/api/3/worklog/updated?expand=properties",
        body=_changes("updated", _changed(10000, 1767225605000), _changed(10001, 1767225606000), until=1767225606000),
    ),
    _get(
        "worklogs: changed and deleted since",
        "none since then",
        seed=_some,
        path="/rest/api/3/worklog/updated?since=1767225606000",
        body=_changes("updated", since=1767225606000, until=1767225606000),
    ),
    _get(
        "worklogs: changed and deleted since",
        "deleted",
        seed=_deleted,
        path="/rest/api/3/worklog/deleted?since=1",
        body=_changes("deleted", _changed(10001, 1767225610000), since=1, until=1767225610000),
    ),
    _add(
        "least",
        body=_hour,
        adds=("worklog 10000: 1h by alice on PROJ-1", "estimates of PROJ-1: None 0"),
        updates=("PROJ-1",),
    ),
    _add(
        "all",
        path=f"{WORKLOGS}?notifyUsers=false&overrideEditableFlag=true&expand=properties",
        sent={
            "timeSpentSeconds": 12000,
            "timeSpent": "1h",
            "started": LONG_AGO,
            "comment": SAID,
            "visibility": {"type": "group", "value": "staff"},
            "properties": [{"key": "a", "value": 1}],
            "author": {"name": "bob"},
        },
        body=_worklog(
            b"10000",
            ALICE,
            b"04",
            b"3h 20m",
            12000,
            comment=_SAID,
            readers=STAFF,
            started=_LONG_AGO,
            more=b',"properties":[{"key":"a","value":1}]',
        ),
        adds=(
            "worklog 10000: 3h 20m by alice to group staff: Said on PROJ-1",
            "property of worklog 10000: a = 1",
            "estimates of PROJ-1: None 0",
        ),
        updates=("PROJ-1",),
    ),
    _add(
        "version 2",
        path=WORKLOGS.replace("/3/", "/2/"),
        sent={"timeSpent": "1w 1d", "comment": "Said", "visibility": {}},
        body=in_version_2(_worklog(b"10000", ALICE, b"04", b"1w 1d", 172800, comment=b'"Said"')),
        adds=("worklog 10000: 1w 1d by alice: Said on PROJ-1", "estimates of PROJ-1: None 0"),
        updates=("PROJ-1",),
    ),
    *(
        _add(
            f"time as {span!r}",
            sent={"timeSpent": span, "comment": None},
            body=_worklog(b"10000", ALICE, b"04", shown, seconds),
            adds=(f"worklog 10000: {shown.decode()} by alice on PROJ-1", "estimates of PROJ-1: None 0"),
            updates=("PROJ-1",),
        )
        for span, shown, seconds in (
            ("90", b"1h 30m", 5400),
            ("1.5h", b"1h 30m", 5400),
            (" 2 hours 5minutes ", b"2h 5m", 7500),
            ("1W2D3H4M", b"1w 2d 3h 4m", 212640),
        )
    ),
    _add(
        "an anonymous caller who may",
        seed=_public,
        caller=None,
        body=_nameless(_worklog(b"10000", b"", b"04", b"1h", 3600)),
        adds=("worklog 10000: 1h by nobody on PROJ-1", "estimates of PROJ-1: None 0"),
        updates=("PROJ-1",),
    ),
    Case(
        "worklogs: add",
        "with an edit of the issue",
        seed=_some,
        method="PUT",
        path="/rest/api/3/issue/PROJ-1",
        sent={
            "update": {
                "worklog": [
                    {"add": {"timeSpent": "1h", "comment": SAID, "visibility": {"type": "group", "value": "staff"}}},
                    {"add": {"timeSpentSeconds": 60, "adjustEstimate": "new", "newEstimate": "3h"}},
                    {"add": {"timeSpent": "2m", "adjustEstimate": "manual", "reduceBy": "1h"}},
                ]
            }
        },
        status=204,
        content_type=None,
        body=b"",
        adds=(
            "worklog 10002: 1h by alice to group staff: Said on PROJ-1",
            "worklog 10003: 1m by alice on PROJ-1",
            "worklog 10004: 2m by alice on PROJ-1",
            "estimates of PROJ-1: 28800 7200",
        ),
        removes=(_ESTIMATES,),
        updates=("PROJ-1",),
    ),
    Case(
        "worklogs: add",
        "with a new issue, whose estimate it reduces",
        method="POST",
        path="/rest/api/2/issue",
        sent={
            "fields": {**FIELDS, "timetracking": {"originalEstimate": "1d"}},
            "update": {"worklog": {"add": {"timeSpent": "60m", "started": LONG_AGO, "comment": "Said"}}},
        },
        status=201,
        body=CREATED.replace(b"/api/3/", b"/api/2/"),
        adds=(MADE, "worklog 10000: 1h by alice: Said on PROJ-3", "estimates of PROJ-3: 28800 25200"),
    ),
    Case(
        "worklogs: add",
        "with a transition whose screen demands it",
        seed=lambda jira: jira.add_transition("Close", to="Done", screen=["worklog"], required=["worklog"]),
        method="POST",
        path="/rest/api/3/issue/PROJ-1/transitions",
        sent={"transition": {"id": "10000"}, "update": {"worklog": [{"add": {"timeSpent": "1h"}}]}},
        status=204,
        content_type=None,
        body=b"",
        adds=(
            "issue 10000: PROJ-1, Task, Done: Crash on save",
            "worklog 10000: 1h by alice on PROJ-1",
            "estimates of PROJ-1: None 0",
        ),
        removes=("issue 10000: PROJ-1, Task, To Do: Crash on save",),
        updates=("PROJ-1",),
    ),
    _change(
        "time",
        sent={"timeSpent": "2h"},
        body=_worklog(b"10000", ALICE, b"05", b"2h", 7200, comment=_WRITTEN, updated=b"07"),
        adds=("worklog 10000: 2h by alice: Said on PROJ-1", "estimates of PROJ-1: 28800 19800"),
        removes=(_OF_ALICE, _ESTIMATES),
        updates=("PROJ-1",),
    ),
    _change(
        "all but the time",
        path=f"{WORKLOGS}/10000?expand=properties",
        sent={
            "started": LONG_AGO,
            "comment": None,
            "visibility": {"type": "role", "value": "Developers"},
            "properties": [{"key": "a", "value": {"b": 1}}],
        },
        body=_worklog(
            b"10000",
            ALICE,
            b"05",
            b"1h 30m",
            5400,
            started=_LONG_AGO,
            updated=b"07",
            readers=b',"visibility":{"type":"role","value":"Developers","identifier":"Developers"}',
            more=b',"properties":[{"key":"a","value":{"b":1}}]',
        ),
        adds=(
            "worklog 10000: 1h 30m by alice to role Developers on PROJ-1",
            'property of worklog 10000: a = {"b": 1}',
        ),
        removes=(_OF_ALICE,),
        updates=("PROJ-1",),
    ),
    _change(
        "somebody else's, for everybody",
        path=f"{WORKLOGS}/10001",
        sent={"visibility": None},
        body=_worklog(b"10001", ADMIN, b"06", b"30m", 1800, updated=b"07", update_author=ALICE),
        adds=("worklog 10001: 30m by admin on PROJ-1",),
        removes=(_OF_ADMIN,),
        updates=("PROJ-1",),
    ),
    _change(
        "one's own, without Edit all worklogs",
        seed=_without("EDIT_ALL_WORKLOGS"),
        sent={"timeSpent": "1h"},
        body=_worklog(b"10000", ALICE, b"05", b"1h", 3600, comment=_WRITTEN, updated=b"07"),
        adds=("worklog 10000: 1h by alice: Said on PROJ-1", "estimates of PROJ-1: 28800 23400"),
        removes=(_OF_ALICE, _ESTIMATES),
        updates=("PROJ-1",),
    ),
    _delete(adds=("estimates of PROJ-1: 28800 27000",)),
    _delete(
        "one's own, without Delete all worklogs",
        seed=_without("DELETE_ALL_WORKLOGS"),
        adds=("estimates of PROJ-1: 28800 27000",),
    ),
    _several(
        adds=("estimates of PROJ-1: 28800 28800",),
        removes=(_OF_ALICE, _OF_ADMIN, _ESTIMATES),
    ),
    _several("and leave the estimate", path=f"{WORKLOGS}?adjustEstimate=leave", removes=(_OF_ALICE, _OF_ADMIN)),
    _move("and leave the estimates", path=f"{WORKLOGS}/move?adjustEstimate=leave"),
    _move(
        "to one that was not estimated",
        adds=(
            "worklog 10000: 1h 30m by alice: Said on PROJ-2",
            "estimates of PROJ-1: 28800 16200",
            "estimates of PROJ-2: None 5400",
        ),
        removes=(_OF_ALICE, _ESTIMATES),
    ),
    _adjusted(
        "auto",
        path=f"{WORKLOGS}?adjustEstimate=auto",
        adds=(_LOGGED, "estimates of PROJ-1: 28800 18000"),
        removes=(_ESTIMATES,),
        updates=("PROJ-1",),
    ),
    _adjusted("leave", path=f"{WORKLOGS}?adjustEstimate=leave", adds=(_LOGGED,), updates=("PROJ-1",)),
    _adjusted(
        "new",
        path=f"{WORKLOGS}?adjustEstimate=new&newEstimate=2d",
        adds=(_LOGGED, "estimates of PROJ-1: 28800 57600"),
        removes=(_ESTIMATES,),
        updates=("PROJ-1",),
    ),
    _adjusted(
        "manual",
        path=f"{WORKLOGS}?adjustEstimate=manual&reduceBy=1w",
        adds=(_LOGGED, "estimates of PROJ-1: 28800 0"),
        removes=(_ESTIMATES,),
        updates=("PROJ-1",),
    ),
    _delete(
        "and increase the estimate by an amount",
        path=f"{WORKLOGS}/10000?adjustEstimate=manual&increaseBy=1d",
        adds=("estimates of PROJ-1: 28800 50400",),
    ),
    *(
        _refused("worklogs: time or comment that is none", f"{name} {value!r}", sent=sent, body=NO_TIME)
        for name, value in (
            ("timeSpent", "soon"),
            ("timeSpent", "1h and more"),
            ("timeSpent", "0m"),
            ("timeSpent", "99999999w"),
            ("timeSpentSeconds", 59),
            ("timeSpentSeconds", -3600),
            ("timeSpentSeconds", 2**40),
            ("neither", None),
        )
        for sent in ({} if value is None else {name: value},)
    ),
    _refused(
        "worklogs: time or comment that is none",
        "where one is changed",
        seed=_some,
        method="PUT",
        path=f"{WORKLOGS}/10000",
        sent={"timeSpent": ""},
        body=NO_TIME,
    ),
    _refused(
        "worklogs: time or comment that is none",
        "comment that is no document",
        sent={"timeSpent": "1h", "comment": "Said"},
        body=_wrong(b"comment", NO_DOCUMENT),
    ),
    _refused(
        "worklogs: time or comment that is none",
        "comment of 32,768 characters",
        path=WORKLOGS.replace("/3/", "/2/"),
        sent={"timeSpent": "1h", "comment": "x" * 32768},
        body=_wrong(b"comment", b"The entered text is too long. It exceeds the allowed limit of 32,767 characters."),
    ),
    *(
        _refused(
            "worklogs: body or query that cannot be read", variant, body=INVALID_PAYLOAD, **{"path": WORKLOGS, **ask}
        )
        for variant, ask in (
            ("comment that is no text", {"path": WORKLOGS.replace("/3/", "/2/"), "sent": {"comment": SAID}}),
            ("seconds that are no number", {"sent": {"timeSpentSeconds": "1h"}}),
            ("time as Z", {"sent": {"timeSpent": "1h", "started": "2026-01-01T00:00:00.000Z"}}),
            ("time of no calendar", {"sent": {"timeSpent": "1h", "started": "2026-02-30T00:00:00.000+0000"}}),
            ("time before all times", {"sent": {"timeSpent": "1h", "started": "0001-01-01T00:00:00.000+2359"}}),
            ("readers of no kind", {"sent": {"timeSpent": "1h", "visibility": {"type": "user"}}}),
            ("no ids", {"path": "/rest/api/3/worklog/list", "sent": {}}),
            ("no ids to delete", {"method": "DELETE", "sent": {"ids": ["x"]}}),
            ("no issue to move to", {"path": f"{WORKLOGS}/move", "sent": {"ids": [10000]}}),
        )
    ),
    *(
        Case(
            "worklogs: body or query that cannot be read",
            f"{name}={value}",
            path=f"{path}?{name}={value}",
            status=400,
            content_type=PROBLEM,
            body=b'{"type":"about:blank","title":"Bad Request","status":400,'
            b'"detail":"Failed to convert \'%b\' with value: \'%b\'","instance":"%b"}'
            % (name.encode(), value.encode(), path.encode()),
        )
        for path, name, value in (
            (WORKLOGS, "startAt", "x"),
            (WORKLOGS, "startedAfter", "x"),
            ("/rest/api/3/worklog/updated", "since", "999999999999999"),
            ("/rest/api/3/worklog/deleted", "since", "-1"),
        )
    ),
    *(
        _refused("worklogs: readers", variant, sent={"timeSpent": "1h", "visibility": readers}, body=body)
        for variant, readers, body in (
            (
                "group that the caller is not in",
                {"type": "group", "value": "board"},
                _wrong(b"commentLevel", b"You are currently not a member of the group: board."),
            ),
            (
                "unknown group",
                {"type": "group", "value": "nope"},
                _wrong(b"commentLevel", b"Group: nope does not exist."),
            ),
            (
                "role that the caller does not have",
                {"type": "role", "value": "Administrators"},
                _wrong(b"commentLevel", b"You are currently not a member of the project role: Administrators."),
            ),
        )
    ),
    *(
        _refused("worklogs: adjust the estimate, in a way that is none", ask, seed=_some, body=body, **way, path=path)
        for way, below, ask, body in (
            ({}, "", "adjustEstimate=new", _wrong(b"newEstimate", b"Value is required when adjustEstimate is new")),
            ({}, "", "adjustEstimate=new&newEstimate=soon", _wrong(b"newEstimate", b"Invalid new estimate entered.")),
            (
                {},
                "",
                "adjustEstimate=manual",
                _wrong(b"reduceBy", b"A value is required for manual estimate adjustment"),
            ),
            (
                {},
                "",
                "adjustEstimate=manual&reduceBy=x",
                _wrong(b"reduceBy", b"Invalid time entered for adjusting the estimate."),
            ),
            ({}, "", "adjustEstimate=never", _wrong(b"adjustEstimate", b"The value 'never' is not valid.")),
            (
                {"method": "DELETE", "sent": None},
                "/10000",
                "adjustEstimate=manual&reduceBy=1h",
                _wrong(b"increaseBy", b"A value is required for manual estimate adjustment"),
            ),
            (
                {"method": "PUT"},
                "/10000",
                "adjustEstimate=manual&reduceBy=2h",
                _wrong(
                    b"adjustEstimate", b"Manual adjustment of remaining estimate not allowed when editing a worklog"
                ),
            ),
            (
                {"method": "DELETE", "sent": {"ids": [10000]}},
                "",
                "adjustEstimate=new&newEstimate=1h",
                _wrong(b"adjustEstimate", b"The value 'new' is not valid."),
            ),
        )
        for path in (f"{WORKLOGS}{below}?{ask}",)
    ),
    *(
        _refused(
            "worklogs: time or comment that is none",
            f"{variant}, with an edit of the issue",
            seed=_some,
            method="PUT",
            path="/rest/api/3/issue/PROJ-1",
            sent={"fields": {"summary": "Worked on"}, "update": {"worklog": [{"add": {"timeSpent": "1h"}}, work]}},
            body=body,
        )
        for variant, work, body in (
            ("time", {"add": {"timeSpent": "soon"}}, NO_TIME),
            ("comment", {"add": {"timeSpent": "1h", "comment": "Said"}}, _wrong(b"comment", NO_DOCUMENT)),
            (
                "estimate",
                {"add": {"timeSpent": "1h", "adjustEstimate": "new"}},
                _wrong(b"newEstimate", b"Value is required when adjustEstimate is new"),
            ),
            ("a text", {"add": "1h"}, INVALID_PAYLOAD),
            (
                "another verb",
                {"set": {"timeSpent": "1h"}},
                _told(
                    b"Field with id' worklog' and name 'Log Work' does not support operation 'set' "
                    b"Supported operation(s) are: 'add,edit,remove'"
                ),
            ),
        )
    ),
    *(
        _refused(
            "worklogs: no permission",
            f"{variant}, which an edit of the issue tells as it tells of a screen",
            seed=seed,
            method="PUT",
            path="/rest/api/3/issue/PROJ-1",
            sent={"update": {"worklog": [{"add": {"timeSpent": "1h"}}]}},
            body=NOT_SETTABLE % (b"worklog", b"worklog"),
        )
        for variant, seed in (("add", _without("WORK_ON_ISSUES")), ("time tracking is off", _off))
    ),
    _refused(
        "worklogs: no permission",
        "among the fields of an edit, which none sets",
        method="PUT",
        path="/rest/api/3/issue/PROJ-1",
        sent={"fields": {"worklog": []}},
        body=_wrong(b"worklog", b"Field does not support update 'worklog'"),
    ),
    _refused("worklogs: no permission", "add", seed=_without("WORK_ON_ISSUES"), body=_told(NOT_ALLOWED)),
    _refused(
        "worklogs: no permission",
        "move to where one may not work",
        seed=_without("WORK_ON_ISSUES"),
        path=f"{WORKLOGS}/move",
        sent=_MOVE_OF_10000,
        body=_told(NOT_ALLOWED),
    ),
    *(
        _refused(
            "worklogs: no permission",
            variant,
            seed=_without(*permissions),
            **{**way, "path": f"{WORKLOGS}{way['path']}"},
            body=_told(b"You do not have permission to %b the worklog with the id: %b." % (doing, worklog_id)),
        )
        for variant, permissions, way, doing, worklog_id in (
            ("edit another's", ["EDIT_ALL_WORKLOGS"], {"method": "PUT", "path": "/10001"}, b"edit", b"10001"),
            (
                "edit one's own",
                ["EDIT_ALL_WORKLOGS", "EDIT_OWN_WORKLOGS"],
                {"method": "PUT", "path": "/10000"},
                b"edit",
                b"10000",
            ),
            (
                "delete another's",
                ["DELETE_ALL_WORKLOGS"],
                {"method": "DELETE", "path": "/10001", "sent": None},
                b"delete",
                b"10001",
            ),
            (
                "delete one's own",
                ["DELETE_ALL_WORKLOGS", "DELETE_OWN_WORKLOGS"],
                {"method": "DELETE", "path": "/10000", "sent": None},
                b"delete",
                b"10000",
            ),
            (
                "delete one's own beside others",
                ["DELETE_ALL_WORKLOGS"],
                {"method": "DELETE", "path": "", "sent": {"ids": [10000]}},
                b"delete",
                b"10000",
            ),
            (
                "move one's own",
                ["DELETE_ALL_WORKLOGS"],
                {"path": "/move", "sent": _MOVE_OF_10000},
                b"move",
                b"10000",
            ),
        )
    ),
    _refused(
        "worklogs: no permission",
        "move one that is for a role",
        seed=_of_role,
        path=f"{WORKLOGS}/move",
        sent={"ids": [10002], "issueIdOrKey": "PROJ-2"},
        body=_told(b"Worklogs that are restricted by project roles cannot be moved."),
    ),
    *(
        Case(
            "worklogs: unknown or unseen",
            f"{what}, {worklog_id}",
            seed=_of_many_roles,
            **{**way, "path": f"{WORKLOGS}/{worklog_id}"},
            status=404,
            body=_no_worklog(worklog_id.encode()),
        )
        for worklog_id in ("10002", "10009", "x")
        for what, way in (
            ("one", {}),
            ("change", {"method": "PUT", "sent": {}}),
            ("delete", {"method": "DELETE"}),
        )
    ),
    Case(
        "worklogs: unknown or unseen",
        "another issue's",
        seed=_some,
        path="/rest/api/3/issue/PROJ-2/worklog/10000",
        status=404,
        body=_no_worklog(b"10000"),
    ),
    Case(
        "worklogs: unknown or unseen",
        "among several to delete",
        seed=_some,
        method="DELETE",
        path=WORKLOGS,
        sent={"ids": [10000, 10009]},
        status=404,
        body=_no_worklog(b"10009"),
    ),
    Case(
        "worklogs: unknown or unseen",
        "among several to move",
        seed=_some,
        method="POST",
        path=f"{WORKLOGS}/move",
        sent={"ids": [10000, 10009], "issueIdOrKey": "PROJ-2"},
        status=404,
        body=_no_worklog(b"10009"),
    ),
    *(
        Case("worklogs: unknown or unseen issue", f"{what}, {key}", seed=_some_hidden, **way, status=404, body=UNSEEN)
        for key in ("PROJ-3", "PROJ-99")
        for what, one in _WAYS
        for way in (_of(key, one),)
    ),
    Case(
        "worklogs: unknown or unseen issue",
        "to move to",
        seed=_some_hidden,
        method="POST",
        path=f"{WORKLOGS}/move",
        sent={"ids": [10000], "issueIdOrKey": "PROJ-3"},
        status=404,
        body=UNSEEN,
    ),
    *(
        _refused(
            "worklogs: several, of none or too many",
            f"{what}, {len(ids)}",
            seed=_some,
            **way,
            body=_told(b"The number of worklog IDs must be between 1 and %b." % most),
        )
        for what, way, ids, most in (
            ("read", {"path": "/rest/api/3/worklog/list", "sent": {"ids": []}}, [], b"1000"),
            ("read", {"path": "/rest/api/3/worklog/list", "sent": {"ids": [*range(1001)]}}, range(1001), b"1000"),
            ("delete", {"method": "DELETE", "sent": {"ids": []}}, [], b"5000"),
            (
                "move",
                {"path": f"{WORKLOGS}/move", "sent": {"ids": [*range(5001)], "issueIdOrKey": "PROJ-2"}},
                range(5001),
                b"5000",
            ),
        )
    ),
    Case(
        "worklogs: limit reached",
        seed=_full,
        method="POST",
        path=WORKLOGS,
        sent={"timeSpent": "1h"},
        status=413,
        body=_told(b"Issue 'PROJ-1' has reached the per-issue limit for worklogs of 0."),
    ),
    *(
        _refused("worklogs: archived issue", what, seed=_archived, **way, body=_told(b"Issue 'PROJ-9' is archived."))
        for what, one in _WAYS
        if "method" in one
        for way in ({"sent": None, **_of("PROJ-9", one)},)
    ),
    *(
        Case(
            "worklogs: disabled",
            what,
            seed=_off,
            **_of("PROJ-99", one),
            status=404,
            body=_told(b"Time tracking is not enabled."),
        )
        for what, one in _WAYS
    ),
    *(
        Case("worklogs: anonymous caller", what, seed=_public_to_read, caller=None, **ask, **_ANONYMOUS)
        for what, ask in (
            ("changed", {"path": "/rest/api/3/worklog/updated"}),
            ("deleted", {"path": "/rest/api/3/worklog/deleted"}),
            ("by ids", {"method": "POST", "path": "/rest/api/3/worklog/list", "sent": {"ids": [10000]}}),
        )
    ),
    Case(
        "worklogs: anonymous caller",
        "add, documented",
        answers=DOCUMENTED,
        seed=_public_to_read,
        caller=None,
        method="POST",
        path=WORKLOGS,
        sent={"timeSpent": "1h"},
        **_ANONYMOUS,
    ),
    _refused(
        "worklogs: anonymous caller",
        "add, observed",
        answers=OBSERVED,
        seed=_public_to_read,
        caller=None,
        body=_told(NOT_ALLOWED),
    ),
    _get(
        "worklogs: of an issue, as fields",
        seed=_some_hidden,
        path="/rest/api/3/issue/PROJ-1?fields=worklog,timetracking,timespent,timeestimate,timeoriginalestimate,"
        "aggregatetimespent,workratio,progress",
        body=b'{"expand":"renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations",'
        b'"id":"10000","self":"{base}/rest/api/3/issue/10000","key":"PROJ-1","fields":{'
        b'"worklog":%b,"timetracking":{"originalEstimate":"1d","remainingEstimate":"5h","timeSpent":"3h",'
        b'"originalEstimateSeconds":28800,"remainingEstimateSeconds":18000,"timeSpentSeconds":10800},'
        b'"timespent":10800,"timeestimate":18000,"timeoriginalestimate":28800,"aggregatetimespent":10800,'
        b'"workratio":37,"progress":{"progress":10800,"total":28800,"percent":37}}}'
        % _page(FIRST, SECOND, total=2, most=20),
    ),
    _get(
        "worklogs: of an issue, as fields",
        "none, while time tracking is disabled",
        seed=_off,
        path="/rest/api/3/issue/PROJ-1?fields=worklog,timetracking,timespent,progress",
        body=b'{"expand":"renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations",'
        b'"id":"10000","self":"{base}/rest/api/3/issue/10000","key":"PROJ-1","fields":{}}',
    ),
    *(
        Case(
            "worklogs: estimates that are set",
            variant,
            seed=seed,
            method="PUT",
            path="/rest/api/3/issue/PROJ-1",
            sent=sent,
            status=204,
            content_type=None,
            body=b"",
            adds=adds,
            removes=removes,
            updates=("PROJ-1",),
        )
        for variant, seed, sent, adds, removes in (
            (
                "the original one",
                seeds.linked,
                {"fields": {"timetracking": {"originalEstimate": "2d"}}},
                ("estimates of PROJ-1: 57600 57600",),
                (),
            ),
            (
                "both",
                _some,
                {"update": {"timetracking": [{"edit": {"originalEstimate": "2d", "remainingEstimate": "1h"}}]}},
                ("estimates of PROJ-1: 57600 3600",),
                (_ESTIMATES,),
            ),
            (
                "none any longer",
                _some,
                {"fields": {"timetracking": {"originalEstimate": None, "remainingEstimate": ""}}},
                (),
                (_ESTIMATES,),
            ),
        )
    ),
    *(
        Case(
            "worklogs: estimates that are none",
            variant,
            method="PUT",
            path="/rest/api/3/issue/PROJ-1",
            sent={"fields": {"timetracking": value}},
            status=400,
            body=body,
        )
        for variant, value, body in (
            (
                "original",
                {"originalEstimate": "soon"},
                _wrong(b"timetracking_originalestimate", b"The original estimate specified is not valid."),
            ),
            (
                "remaining",
                {"remainingEstimate": 60},
                _wrong(b"timetracking_remainingestimate", b"The remaining estimate specified is not valid."),
            ),
        )
    ),
    Case(
        "worklogs: estimates that are none",
        "time tracking is disabled",
        seed=_off,
        method="PUT",
        path="/rest/api/3/issue/PROJ-1",
        sent={"fields": {"timetracking": {"originalEstimate": "1d"}}},
        status=400,
        body=NOT_SETTABLE % (b"timetracking", b"timetracking"),
    ),
    _get(
        "worklogs: told in the history",
        seed=_deleted,
        path="/rest/api/3/issue/PROJ-1/changelog?startAt=4",
        body=b'{"self":"{base}/rest/api/3/issue/PROJ-1/changelog?maxResults=100&startAt=4","maxResults":100,"startAt":4,'
        b'"total":5,"isLast":true,"values":[{"id":"10005","author":%b,"created":"2026-01-01T00:00:10.000+0000","items":['
        b'{"field":"timeestimate","fieldtype":"jira","fieldId":"timeestimate","from":"18000","fromString":"18000",'
        b'"to":"19800","toString":"19800"},{"field":"timespent","fieldtype":"jira","fieldId":"timespent","from":"10800",'
        b'"fromString":"10800","to":"9000","toString":"9000"},{"field":"WorklogId","fieldtype":"jira","from":"10001",'
        b'"fromString":"10001","to":null,"toString":null},{"field":"WorklogTimeSpent","fieldtype":"jira","from":"1800",'
        b'"fromString":"30m","to":null,"toString":null}]}]}' % ALICE,
    ),
)

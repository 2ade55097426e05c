"""issue/{issueIdOrKey}/remotelink: the list, and one remote link read, made, changed and removed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.wire import seeds
from tests.wire.case import DOCUMENTED, OBSERVED, PAGE, PROBLEM, Case
from tests.wire.literals import (
    ADMIN,
    ALICE,
    INVALID_PAYLOAD,
    LINKING_DISABLED,
    NO_CONTENT,
    NOT_JSON,
    UNAUTHENTICATED,
    UNSEEN,
)

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

LINKS = "/rest/api/3/issue/PROJ-1/remotelink"
JSON_TYPE = {"Content-Type": "application/json"}
OBJECT = {"url": "https://ci.example.com/7", "title": "Build 7"}
FIRST = (
    b'{"id":10000,"self":"{base}/rest/api/3/issue/PROJ-1/remotelink/10000","application":{},'
    b'"object":{"url":"https://example.com/1","title":"https://example.com/1","icon":{},"status":{"icon":{}}}}'
)
SECOND = (
    b'{"id":10001,"self":"{base}/rest/api/3/issue/PROJ-1/remotelink/10001","globalId":"system=ci&id=7",'
    b'"application":{"type":"com.example.ci","name":"CI"},"relationship":"is built by",'
    b'"object":{"url":"https://ci.example.com/7","title":"Build 7","summary":"Green","icon":{"url16x16":"https://i"},'
    b'"status":{"resolved":true,"icon":{"title":"Done"}}}}'
)
FIRST_FACT = "remote link 10000: PROJ-1 links to https://example.com/1"
SECOND_FACT = "remote link 10001: PROJ-1 is built by https://ci.example.com/7"
UNKNOWN = b"""{"errorMessages":["No remote issue link with %b '%b' exists."],"errors":{}}"""
INVALID_ID = b'{"errorMessages":["The remote issue link ID is invalid."],"errors":{}}'
ELSEWHERE = (
    b"""{"errorMessages":["The remote issue link with id '10000' does not belong to issue 'PROJ-2'."],"errors":{}}"""
)
NO_PERMISSION = b"""{"errorMessages":["No Link Issue Permission for issue 'PROJ-1'"],"errors":{}}"""
NO_GLOBAL_ID = b'{"errorMessages":["The global ID of the remote issue link is missing."],"errors":{}}'
NO_URL = b"""{"errorMessages":[],"errors":{"url":"'URL' is required."}}"""
NO_TITLE = b"""{"errorMessages":[],"errors":{"title":"'Link Text' is required."}}"""
NEITHER = b"""{"errorMessages":[],"errors":{"url":"'URL' is required.","title":"'Link Text' is required."}}"""
TOO_LONG = b'{"errorMessages":[],"errors":{"globalId":"The global ID must not have more than 255 characters."}}'
TAKEN = (
    b'{"errorMessages":[],"errors":'
    b"""{"globalId":"A remote issue link with global ID 'system=ci&id=7' exists already."}}"""
)
ARCHIVED = b"""{"errorMessages":["Issue 'PROJ-9' is archived."],"errors":{}}"""
LIMIT = (
    b"""{"errorMessages":["Issue 'PROJ-1' has reached the per-issue limit for remote issue links of 2."],"errors":{}}"""
)


def _two(jira: FakeJira) -> None:
    jira.add_remote_link("PROJ-1", "https://example.com/1")
    jira.add_remote_link(
        "PROJ-1",
        "https://ci.example.com/7",
        title="Build 7",
        summary="Green",
        relationship="is built by",
        global_id="system=ci&id=7",
        application={"type": "com.example.ci", "name": "CI"},
        icon={"url16x16": "https://i"},
        status={"resolved": True, "icon": {"title": "Done"}},
    )


def _public_to_read(jira: FakeJira) -> None:
    _two(jira)
    seeds.allow_anyone(jira, "BROWSE_PROJECTS")


def _public(jira: FakeJira) -> None:
    _two(jira)
    seeds.allow_anyone(jira, "BROWSE_PROJECTS", "LINK_ISSUES", "EDIT_ISSUES")


def _no_link_permission(jira: FakeJira) -> None:
    _two(jira)
    jira.deny("LINK_ISSUES", project="PROJ")


def _no_edit_permission(jira: FakeJira) -> None:
    _two(jira)
    jira.deny("EDIT_ISSUES", project="PROJ")


def _changed_once(jira: FakeJira) -> None:
    _two(jira)
    body = {"object": {"url": "https://ci.example.com/8", "title": "Build 8"}}
    assert jira.client().put(f"{LINKS}/10001", json=body, auth=("alice@example.com", "alice-token")).status_code == 204


def _disabled(jira: FakeJira) -> None:
    _two(jira)
    jira.linking_enabled = False


def _hidden(jira: FakeJira) -> None:
    seeds.hidden_by_level(jira)
    jira.add_remote_link("PROJ-3", "https://example.com/1", global_id="ex=1")


def _archived(jira: FakeJira) -> None:
    jira.add_issue("PROJ-9", archived=True)
    jira.add_remote_link("PROJ-9", "https://example.com/1", global_id="ex=1")


def _full(jira: FakeJira) -> None:
    _two(jira)
    jira.remote_link_limit = 2


def _made_and_removed(jira: FakeJira) -> None:
    _two(jira)
    auth = ("alice@example.com", "alice-token")
    path = "/rest/api/3/issue/PROJ-1/remotelink/10001"
    assert jira.client().delete(path, auth=auth, content_type="application/json").status_code == 204


def _stored(link_id: bytes, key: bytes = b"PROJ-1") -> bytes:
    return b'{"id":%b,"self":"{base}/rest/api/3/issue/%b/remotelink/%b"}' % (link_id, key, link_id)


def _told(entry_id: bytes, author: bytes, time: bytes, item: bytes) -> bytes:
    return (
        b'{"id":"%b",%b"created":"2026-01-01T00:00:%b.000+0000","items":'
        b'[{"field":"RemoteIssueLink","fieldtype":"jira",%b}]}'
    ) % (entry_id, author, time, item)


_get = partial(Case, seed=_two, path=LINKS, status=200)
_list = partial(_get, "remote links: list")
_by_global_id = partial(_get, "remote links: one, by its global id", body=SECOND)
_by_id = partial(_get, "remote links: one, by its id", path=f"{LINKS}/10000", body=FIRST)
_post = partial(Case, method="POST", path=LINKS, sent={"object": OBJECT}, status=201)
_made = partial(
    _post,
    "remote links: make",
    body=_stored(b"10000"),
    adds=("remote link 10000: PROJ-1 links to https://ci.example.com/7",),
    updates=("PROJ-1",),
)
_again = partial(
    _post,
    "remote links: make again, with the same global id",
    seed=_two,
    status=200,
    body=_stored(b"10001"),
    updates=("PROJ-1",),
)
_put = partial(
    Case,
    seed=_two,
    method="PUT",
    path=f"{LINKS}/10001",
    sent={"object": OBJECT},
    status=204,
    content_type=None,
    body=b"",
)
_changed = partial(_put, "remote links: change", updates=("PROJ-1",))
_delete = partial(Case, seed=_two, method="DELETE", sent_headers=JSON_TYPE, status=204, content_type=None, body=b"")
_removed = partial(
    _delete, "remote links: remove, by id", path=f"{LINKS}/10000", removes=(FIRST_FACT,), updates=("PROJ-1",)
)
_removed_by_global_id = partial(
    _delete,
    "remote links: remove, by global id",
    path=f"{LINKS}?globalId=system%3Dci%26id%3D7",
    removes=(SECOND_FACT,),
    updates=("PROJ-1",),
)
_untyped = partial(Case, "remote links: remove without a content type", seed=_two, method="DELETE", status=415)
_unknown = partial(Case, "remote links: unknown id or global id", seed=_two, status=404)
_invalid = partial(Case, "remote links: id that is no number", seed=_two, status=400, body=INVALID_ID)
_elsewhere = partial(
    Case,
    "remote links: another issue's",
    seed=_two,
    path="/rest/api/3/issue/PROJ-2/remotelink/10000",
    status=400,
    body=ELSEWHERE,
)
_no_global_id = partial(
    Case,
    "remote links: no global id to remove by",
    seed=_two,
    method="DELETE",
    sent_headers=JSON_TYPE,
    status=400,
    body=NO_GLOBAL_ID,
)
_forbidden = partial(
    Case, "remote links: no Link issues permission", seed=_no_link_permission, status=403, body=NO_PERMISSION
)
_off = partial(Case, "remote links: linking disabled", seed=_disabled, status=403, body=LINKING_DISABLED)
_no_issue = partial(Case, "remote links: unknown or unseen issue", seed=_hidden, status=404, body=UNSEEN)
_archive = partial(Case, "remote links: archived issue", seed=_archived)
_closed = partial(_archive, status=400, body=ARCHIVED)

# The ways of asking that several refusals have in common: what is sent, and where, below an issue.
_MAKE = {"method": "POST", "path": LINKS, "sent": {"object": OBJECT}}
_CHANGE = {"method": "PUT", "path": f"{LINKS}/10001", "sent": {"object": OBJECT}}
_REMOVE = {"method": "DELETE", "path": f"{LINKS}/10001", "sent_headers": JSON_TYPE}
_REMOVE_BY_GLOBAL_ID = {"method": "DELETE", "path": f"{LINKS}?globalId=system=ci%26id=7", "sent_headers": JSON_TYPE}

CASES = (
    _list("version 3", body=b"[%b,%b]" % (FIRST, SECOND)),
    _list(
        "version 2, by the issue's id",
        path="/rest/api/2/issue/10000/remotelink",
        body=(b"[%b,%b]" % (FIRST, SECOND)).replace(b"/rest/api/3/", b"/rest/api/2/"),
    ),
    _list("none", path="/rest/api/3/issue/PROJ-2/remotelink", body=b"[]"),
    _list("anonymous who may browse", seed=_public_to_read, caller=None, body=b"[%b,%b]" % (FIRST, SECOND)),
    _list("an empty global id asks for none", path=f"{LINKS}?globalId=", body=b"[%b,%b]" % (FIRST, SECOND)),
    _by_global_id("percent-encoded", path=f"{LINKS}?globalId=system%3Dci%26id%3D7"),
    _by_id("first"),
    _by_id("second", path=f"{LINKS}/10001", body=SECOND),
    _made("version 3"),
    _made(
        "latest version, by the issue's id",
        path="/rest/api/latest/issue/10000/remotelink",
        body=_stored(b"10000").replace(b"/rest/api/3/", b"/rest/api/latest/"),
    ),
    _made(
        "with all there is, and what Jira does not know",
        sent={
            "globalId": "x",
            "application": {"type": "t", "name": "n"},
            "relationship": "causes",
            "object": {**OBJECT, "summary": "s", "icon": {"title": "i"}, "status": {"resolved": False}, "more": 1},
            "more": [],
        },
        adds=("remote link 10000: PROJ-1 causes https://ci.example.com/7",),
    ),
    _made("a global id of 255 characters", sent={"globalId": "x" * 255, "object": OBJECT}),
    _made(
        "anonymous caller who may",
        seed=_public,
        caller=None,
        body=_stored(b"10002"),
        adds=("remote link 10002: PROJ-1 links to https://ci.example.com/7",),
    ),
    _again(
        "changes it, and empties what is left out",
        sent={"globalId": "system=ci&id=7", "object": {"url": "https://ci.example.com/8", "title": "Build 8"}},
        adds=("remote link 10001: PROJ-1 links to https://ci.example.com/8",),
        removes=(SECOND_FACT,),
    ),
    _again(
        "needs no room",
        seed=_full,
        sent={"globalId": "system=ci&id=7", "relationship": "is built by", "object": OBJECT},
    ),
    _post(
        "remote links: make again, with the same global id",
        "on another issue it is another one",
        seed=_two,
        path="/rest/api/3/issue/PROJ-2/remotelink",
        sent={"globalId": "system=ci&id=7", "object": OBJECT},
        body=_stored(b"10002", b"PROJ-2"),
        adds=("remote link 10002: PROJ-2 links to https://ci.example.com/7",),
        updates=("PROJ-2",),
    ),
    *(
        _post(
            "remote links: make again, without a global id",
            variant,
            seed=_two,
            sent={**without, "object": {"url": "https://example.com/1", "title": "Again"}},
            body=_stored(b"10002"),
            adds=("remote link 10002: PROJ-1 links to https://example.com/1",),
            updates=("PROJ-1",),
        )
        for variant, without in (
            ("absent", {}),
            ("null", {"globalId": None}),
            ("empty", {"globalId": ""}),
            ("in lower case, which is none", {"globalid": "system=ci&id=7"}),
        )
    ),
    _changed(
        "empties what is left out",
        adds=("remote link 10001: PROJ-1 links to https://ci.example.com/7",),
        removes=(SECOND_FACT,),
    ),
    _changed(
        "version 2, keeping its global id",
        path="/rest/api/2/issue/PROJ-1/remotelink/10001",
        sent={"globalId": "system=ci&id=7", "relationship": "causes", "object": OBJECT},
        adds=("remote link 10001: PROJ-1 causes https://ci.example.com/7",),
        removes=(SECOND_FACT,),
    ),
    _removed("version 3"),
    _removed("version 2, by the issue's id", path="/rest/api/2/issue/10000/remotelink/10000"),
    _removed("anonymous caller who may", seed=_public, caller=None),
    _removed_by_global_id("version 3"),
    _removed_by_global_id("without Edit issues", seed=_no_edit_permission),
    _untyped(
        "by id",
        path=f"{LINKS}/10000",
        content_type=PROBLEM,
        body=b'{"type":"about:blank","title":"Unsupported Media Type","status":415,'
        b'"detail":"Content-Type \'null\' is not supported.","instance":"/rest/api/3/issue/PROJ-1/remotelink/10000"}',
    ),
    _untyped(
        "by global id",
        path=f"{LINKS}?globalId=system=ci%26id=7",
        content_type=PROBLEM,
        body=b'{"type":"about:blank","title":"Unsupported Media Type","status":415,'
        b'"detail":"Content-Type \'null\' is not supported.","instance":"/rest/api/3/issue/PROJ-1/remotelink"}',
    ),
    _unknown("read", path=f"{LINKS}/99999", body=UNKNOWN % (b"id", b"99999")),
    _unknown("read, negative", path=f"{LINKS}/-1", body=UNKNOWN % (b"id", b"-1")),
    _unknown("read, by global id", path=f"{LINKS}?globalId=ex=1", body=UNKNOWN % (b"globalId", b"ex=1")),
    _unknown("change", **{**_CHANGE, "path": f"{LINKS}/99999"}, body=UNKNOWN % (b"id", b"99999")),
    _unknown("remove", **{**_REMOVE, "path": f"{LINKS}/99999"}, body=UNKNOWN % (b"id", b"99999")),
    _unknown(
        "remove, by global id",
        **{**_REMOVE_BY_GLOBAL_ID, "path": f"{LINKS}?globalId=ex=1"},
        body=UNKNOWN % (b"globalId", b"ex=1"),
    ),
    _unknown("of an unseen issue", seed=_hidden, path=f"{LINKS}/10000", body=UNKNOWN % (b"id", b"10000")),
    _unknown(
        "before the permission",
        seed=_no_link_permission,
        **{**_REMOVE, "path": f"{LINKS}/99999"},
        body=UNKNOWN % (b"id", b"99999"),
    ),
    _invalid("read", path=f"{LINKS}/x"),
    _invalid("read, too long", path=f"{LINKS}/9223372036854775808"),
    _invalid("change", **{**_CHANGE, "path": f"{LINKS}/x"}),
    _invalid("remove", **{**_REMOVE, "path": f"{LINKS}/1.0"}),
    _elsewhere("read"),
    _elsewhere("change", method="PUT", sent={"object": OBJECT}),
    _elsewhere("remove", method="DELETE", sent_headers=JSON_TYPE),
    _no_global_id("absent", path=LINKS),
    _no_global_id("empty", path=f"{LINKS}?globalId="),
    *(
        Case("remote links: without url or title", f"{what}, {variant}", seed=_two, **ask, status=400, body=body)
        for what, way in (("make", _MAKE), ("change", _CHANGE))
        for variant, sent, body in (
            ("nothing", {}, NEITHER),
            ("no object", {"url": "https://example.com", "title": "Not below object"}, NEITHER),
            ("object is null", {"object": None}, NEITHER),
            ("no url", {"object": {"title": "Build 7"}}, NO_URL),
            ("empty title", {"object": {"url": "https://example.com", "title": ""}}, NO_TITLE),
        )
        for ask in ({**way, "sent": sent},)
    ),
    _post(
        "remote links: global id that is too long, or taken",
        "256 characters, made",
        sent={"globalId": "x" * 256, "object": OBJECT},
        status=400,
        body=TOO_LONG,
    ),
    Case(
        "remote links: global id that is too long, or taken",
        "256 characters, changed",
        seed=_two,
        **{**_CHANGE, "sent": {"globalId": "x" * 256, "object": OBJECT}},
        status=400,
        body=TOO_LONG,
    ),
    Case(
        "remote links: global id that is too long, or taken",
        "taken, changed",
        seed=_two,
        **{**_CHANGE, "path": f"{LINKS}/10000", "sent": {"globalId": "system=ci&id=7", "object": OBJECT}},
        status=400,
        body=TAKEN,
    ),
    *(
        Case("remote links: body that cannot be read", f"{what}, {variant}", seed=_two, **ask, status=400, body=body)
        for what, way in (("make", _MAKE), ("change", _CHANGE))
        for variant, sent, body in (
            ("empty", b"", NO_CONTENT),
            ("no JSON", b"{", NOT_JSON),
            ("no object", [], INVALID_PAYLOAD),
            ("object that is none", {"object": "https://example.com"}, INVALID_PAYLOAD),
            ("url that is no text", {"object": {**OBJECT, "url": 1}}, INVALID_PAYLOAD),
            ("application that is no object", {"object": OBJECT, "application": "CI"}, INVALID_PAYLOAD),
            ("status that is no object", {"object": {**OBJECT, "status": "done"}}, INVALID_PAYLOAD),
        )
        for ask in ({**way, "sent": sent},)
    ),
    _forbidden("make", **_MAKE),
    _forbidden("make, before the body's sense", **{**_MAKE, "sent": {}}),
    _forbidden("change", **_CHANGE),
    _forbidden("remove", **_REMOVE),
    _forbidden("remove, by global id", **_REMOVE_BY_GLOBAL_ID),
    _forbidden(
        "anonymous, documented",
        **_MAKE,
        answers=DOCUMENTED,
        seed=_public_to_read,
        caller=None,
        status=401,
        content_type=PAGE,
        body=UNAUTHENTICATED,
    ),
    _forbidden("anonymous, observed", **_MAKE, answers=OBSERVED, seed=_public_to_read, caller=None),
    Case(
        "remote links: remove by id, without Edit issues",
        seed=_no_edit_permission,
        **_REMOVE,
        status=403,
        body=NO_PERMISSION,
    ),
    _off("list", path=LINKS),
    _off("one", path=f"{LINKS}/10000"),
    _off("of an unknown issue", path="/rest/api/3/issue/PROJ-99/remotelink"),
    _off("make", **_MAKE),
    _off("change", **_CHANGE),
    _off("remove", **_REMOVE),
    _off("remove, by global id", **_REMOVE_BY_GLOBAL_ID),
    *(
        _no_issue(f"{what}, {kind}", **{**way, "path": str(way["path"]).replace("PROJ-1", key)})
        for kind, key in (("unknown", "PROJ-99"), ("unseen", "PROJ-3"))
        for what, way in (
            ("list", {"path": LINKS}),
            ("one", {"path": f"{LINKS}/10000"}),
            ("make", _MAKE),
            ("change", {**_CHANGE, "path": f"{LINKS}/10000"}),
            ("remove", {**_REMOVE, "path": f"{LINKS}/10000"}),
            ("remove by global id", {**_REMOVE_BY_GLOBAL_ID, "path": f"{LINKS}?globalId=ex=1"}),
        )
    ),
    _archive(
        "is read",
        path="/rest/api/3/issue/PROJ-9/remotelink/10000",
        status=200,
        body=FIRST.replace(b"PROJ-1", b"PROJ-9").replace(b'"application"', b'"globalId":"ex=1","application"'),
    ),
    _closed("make", **{**_MAKE, "path": "/rest/api/3/issue/PROJ-9/remotelink"}),
    _closed("change", **{**_CHANGE, "path": "/rest/api/3/issue/PROJ-9/remotelink/10000"}),
    _closed("remove", **{**_REMOVE, "path": "/rest/api/3/issue/PROJ-9/remotelink/10000"}),
    _closed(
        "remove by global id", **{**_REMOVE_BY_GLOBAL_ID, "path": "/rest/api/3/issue/PROJ-9/remotelink?globalId=ex=1"}
    ),
    _post("remote links: limit reached", seed=_full, status=413, body=LIMIT),
    _get(
        "remote links: told in the history",
        "change",
        seed=_changed_once,
        path="/rest/api/3/issue/PROJ-1/changelog?startAt=2",
        body=b'{"self":"{base}/rest/api/3/issue/PROJ-1/changelog?maxResults=100&startAt=2","maxResults":100,"startAt":2,'
        b'"total":3,"isLast":true,"values":[%b]}'
        % _told(
            b"10002",
            b'"author":%b,' % ALICE,
            b"06",
            b'"from":"10001","fromString":"This work item links to \\"Build 7 (CI)\\"",'
            b'"to":"10001","toString":"This work item links to \\"Build 8 (Web Link)\\""',
        ),
    ),
    _get(
        "remote links: told in the history",
        seed=_made_and_removed,
        path="/rest/api/3/issue/PROJ-1/changelog?startAt=1",
        body=b'{"self":"{base}/rest/api/3/issue/PROJ-1/changelog?maxResults=100&startAt=1","maxResults":100,"startAt":1,'
        b'"total":3,"isLast":true,"values":[%b,%b]}'
        % (
            _told(
                b"10001",
                b'"author":%b,' % ADMIN,
                b"05",
                b'"from":null,"fromString":null,"to":"10001","toString":"This work item links to \\"Build 7 (CI)\\""',
            ),
            _told(
                b"10002",
                b'"author":%b,' % ALICE,
                b"06",
                b'"from":"10001","fromString":"This work item links to \\"Build 7 (CI)\\"","to":null,"toString":null',
            ),
        ),
    ),
)

"""POST issue/{issueIdOrKey}/comment, and PUT and DELETE of one: what is stored, and what is refused."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.wire import seeds
from tests.wire.case import DOCUMENTED, OBSERVED, PAGE, Case
from tests.wire.cases.comments import shown
from tests.wire.cases.create_comments import EMPTY, NOT_VALID, document, paragraph
from tests.wire.literals import (
    ADMIN,
    ALICE,
    INVALID_PAYLOAD,
    NO_CONTENT,
    NOT_JSON,
    UNAUTHENTICATED,
    UNSEEN,
    in_latest,
    in_version_2,
)

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

STAFF_ID = b"00000000-0000-4000-9000-000000010000"
TO_STAFF = b'"visibility":{"type":"group","value":"staff","identifier":"%b"},' % STAFF_ID
TO_DEVELOPERS = b'"visibility":{"type":"role","value":"Developers","identifier":"Developers"},'
NO_COMMENT = b'{"errorMessages":["You do not have the permission to comment on this issue."],"errors":{}}'
BOTH = (
    b'{"errorMessages":["You do not have the permission to comment on this issue."],'
    b'"errors":{"comment":"Comment body is not valid!"}}'
)
NO_EDIT = b'{"errorMessages":["You do not have permission to edit the comment with the id: 10000."],"errors":{}}'
NO_DELETE = b'{"errorMessages":["You do not have permission to delete the comment with the id: 10000."],"errors":{}}'
UNKNOWN = b'{"errorMessages":["Can not find a comment for the id: %b."],"errors":{}}'
ARCHIVED = b"""{"errorMessages":["Issue 'PROJ-9' is archived."],"errors":{}}"""
TOO_LONG = (
    b'{"errorMessages":[],"errors":{"comment":'
    b'"The entered text is too long. It exceeds the allowed limit of 32,767 characters."}}'
)
LIMIT = b"""{"errorMessages":["Issue 'PROJ-1' has reached the per-issue limit for comments of 1."],"errors":{}}"""

SAID = document(paragraph("Said."))
_SAID = b'{"version":1,"type":"doc","content":[{"type":"paragraph","content":[{"type":"text","text":"Said."}]}]}'
_NEW = b"2026-01-01T00:00:04.000+0000"
_LATER = b"2026-01-01T00:00:05.000+0000"
_OF_ALICE = "comment 10000: alice on PROJ-1: Once said."
_COMMENTS = "/rest/api/3/issue/PROJ-1/comment"


def _by_alice(jira: FakeJira) -> None:
    jira.add_comment("PROJ-1", "Once said.", author="alice")


def _by_admin(jira: FakeJira) -> None:
    jira.add_comment("PROJ-1", "Once said.")


def _by_alice_to_staff(jira: FakeJira) -> None:
    jira.add_comment("PROJ-1", "Once said.", author="alice", visible_to=jira.site.people.groups["staff"])


def _all_denied(jira: FakeJira) -> None:
    _by_alice(jira)
    for permission in ("EDIT_ALL_COMMENTS", "EDIT_OWN_COMMENTS", "DELETE_ALL_COMMENTS", "DELETE_OWN_COMMENTS"):
        jira.deny(permission)


def _only_own(jira: FakeJira) -> None:
    _by_alice(jira)
    _deny_all_comments(jira)


def _only_own_of_others(jira: FakeJira) -> None:
    _by_admin(jira)
    _deny_all_comments(jira)


def _only_anybodys(jira: FakeJira) -> None:
    _by_admin(jira)
    for permission in ("EDIT_OWN_COMMENTS", "DELETE_OWN_COMMENTS"):
        jira.deny(permission)


def _deny_all_comments(jira: FakeJira) -> None:
    for permission in ("EDIT_ALL_COMMENTS", "DELETE_ALL_COMMENTS"):
        jira.deny(permission)


def _public_to_read(jira: FakeJira) -> None:
    _by_alice(jira)
    seeds.allow_anyone(jira, "BROWSE_PROJECTS")


def _public(jira: FakeJira) -> None:
    _by_alice(jira)
    seeds.allow_anyone(
        jira, "BROWSE_PROJECTS", "ADD_COMMENTS", "EDIT_OWN_COMMENTS", "EDIT_ALL_COMMENTS", "DELETE_ALL_COMMENTS"
    )


def _hidden(jira: FakeJira) -> None:
    seeds.hidden_by_level(jira)
    jira.add_comment("PROJ-3", "Nobody's business.")


def _archived(jira: FakeJira) -> None:
    jira.add_issue("PROJ-9", archived=True)
    jira.add_comment("PROJ-9", "Once said.", author="alice")


def _full(jira: FakeJira) -> None:
    _by_alice(jira)
    jira.comment_limit = 1


_add = partial(Case, method="POST", path=_COMMENTS, sent={"body": SAID}, status=201)
_added = partial(
    _add,
    "comments: add",
    body=shown(b"10000", ALICE, _SAID, _NEW),
    adds=("comment 10000: alice on PROJ-1: Said.", "watcher of PROJ-1: alice"),
    updates=("PROJ-1",),
)
_put = partial(Case, seed=_by_alice, method="PUT", path=f"{_COMMENTS}/10000", sent={"body": SAID}, status=200)
_changed = partial(
    _put,
    "comments: change",
    body=shown(b"10000", ALICE, _SAID, _NEW, updated=_LATER),
    adds=("comment 10000: alice on PROJ-1: Said.",),
    removes=(_OF_ALICE,),
    updates=("PROJ-1",),
)
_partly = partial(
    _put,
    "comments: change, and what is left out stays",
    path="/rest/api/2/issue/PROJ-1/comment/10000",
    updates=("PROJ-1",),
)
_delete = partial(
    Case, seed=_by_alice, method="DELETE", path=f"{_COMMENTS}/10000", status=204, content_type=None, body=b""
)
_removed = partial(_delete, "comments: remove", removes=(_OF_ALICE,), updates=("PROJ-1",))
_restricted = partial(_add, "comments: add or change, to a group or a role")
_not_restricted = partial(_put, "comments: add or change, to a group or a role", status=400)
_not_allowed = "comments: add or change, with a body that is not allowed"
_unreadable = "comments: add or change, with a body that cannot be read"
_no_edit = partial(_put, "comments: change, without the permission", status=400, body=NO_EDIT)
_no_delete = partial(
    Case,
    "comments: remove, without the permission",
    method="DELETE",
    path=f"{_COMMENTS}/10000",
    status=400,
    body=NO_DELETE,
)
_nobody = partial(
    Case, "comments: remove, without credentials", caller=None, method="DELETE", path=f"{_COMMENTS}/10000"
)
_gone = partial(Case, "comments: change or remove what is unknown or unseen", status=404)
_properties = partial(Case, "comments: properties")
_archive = partial(Case, "comments: archived issue", seed=_archived, status=400, body=ARCHIVED)
_anonymous = partial(_add, "comments: add, without Add comments", caller=None)

CASES = (
    _added("version 3"),
    _added(
        "version 2",
        path="/rest/api/2/issue/PROJ-1/comment",
        sent={"body": "Said."},
        body=in_version_2(shown(b"10000", ALICE, b'"Said."', _NEW)),
    ),
    _added(
        "latest version, by the issue's id, with what Jira ignores",
        path="/rest/api/latest/issue/10000/comment?notifyUsers=false",
        sent={"body": "Said.", "id": "7", "author": {"name": "bob"}, "jsdPublic": False, "visibility": None},
        body=in_latest(shown(b"10000", ALICE, b'"Said."', _NEW)),
    ),
    _added(
        "anonymous caller who may",
        seed=_public,
        caller=None,
        body=b'{"self":"{base}/rest/api/3/issue/10000/comment/10001","id":"10001","body":%b,'
        b'"created":"%b","updated":"%b","jsdPublic":true}' % (_SAID, _LATER, _LATER),
        adds=("comment 10001: nobody on PROJ-1: Said.",),
    ),
    _added(
        "rendered",
        path=f"{_COMMENTS}?expand=renderedBody",
        body=shown(b"10000", ALICE, _SAID + b',"renderedBody":"<p>Said.</p>"', _NEW),
    ),
    _restricted(
        "group",
        sent={"body": SAID, "visibility": {"type": "group", "value": "staff"}},
        body=shown(b"10000", ALICE, _SAID, _NEW, TO_STAFF),
        adds=("comment 10000: alice on PROJ-1 to group staff: Said.", "watcher of PROJ-1: alice"),
        updates=("PROJ-1",),
    ),
    _restricted(
        "role",
        sent={"body": SAID, "visibility": {"type": "role", "value": "Developers"}},
        body=shown(b"10000", ALICE, _SAID, _NEW, TO_DEVELOPERS),
        adds=("comment 10000: alice on PROJ-1 to role Developers: Said.", "watcher of PROJ-1: alice"),
        updates=("PROJ-1",),
    ),
    _restricted(
        "role that the caller does not have",
        sent={"body": SAID, "visibility": {"type": "role", "value": "Administrators"}},
        status=400,
        body=b'{"errorMessages":[],"errors":'
        b'{"commentLevel":"You are currently not a member of the project role: Administrators."}}',
    ),
    _not_restricted(
        "changed, group that the caller is not in",
        sent={"body": SAID, "visibility": {"type": "group", "value": "board"}},
        body=b'{"errorMessages":[],"errors":{"commentLevel":"You are currently not a member of the group: board."}}',
    ),
    _not_restricted(
        "changed, unknown role",
        sent={"visibility": {"type": "role", "value": "Guests"}},
        body=b'{"errorMessages":[],"errors":{"commentLevel":"Project role: Guests does not exist."}}',
    ),
    _add(_not_allowed, "added, text in version 3", sent={"body": "Said."}, status=400, body=NOT_VALID),
    _add(_not_allowed, "added, empty document", sent={"body": document()}, status=400, body=EMPTY),
    _add(_not_allowed, "added, no body", sent={}, status=400, body=EMPTY),
    *(
        ask(
            _not_allowed,
            f"{what}, 32,768 characters",
            path=path.replace("/3/", "/2/"),
            sent={"body": "x" * 32768},
            status=400,
            body=TOO_LONG,
        )
        for what, ask, path in (("added", _add, _COMMENTS), ("changed", _put, f"{_COMMENTS}/10000"))
    ),
    _put(_not_allowed, "changed, text in version 3", sent={"body": "Said."}, status=400, body=NOT_VALID),
    _put(_not_allowed, "changed, null", sent={"body": None}, status=400, body=EMPTY),
    _put(
        _not_allowed,
        "changed, document in version 2",
        path="/rest/api/2/issue/PROJ-1/comment/10000",
        status=400,
        body=INVALID_PAYLOAD,
    ),
    *(
        ask(_unreadable, f"{what}, {variant}", sent=sent, status=400, body=body)
        for what, ask in (("added", _add), ("changed", _put))
        for variant, sent, body in (
            ("empty", b"", NO_CONTENT),
            ("no JSON", b"{", NOT_JSON),
            ("no object", [], INVALID_PAYLOAD),
            ("properties that are none", {"body": SAID, "properties": [{"value": 1}]}, INVALID_PAYLOAD),
            ("visibility for whom Jira does not know", {"visibility": {"type": "user"}}, INVALID_PAYLOAD),
        )
    ),
    _add(
        "comments: add, without Add comments",
        "signed in",
        seed=lambda jira: jira.deny("ADD_COMMENTS", project="PROJ"),
        status=400,
        body=NO_COMMENT,
    ),
    _anonymous("anonymous, and no document", seed=_public_to_read, sent={"body": "Said."}, status=400, body=BOTH),
    _anonymous(
        "anonymous, documented",
        answers=DOCUMENTED,
        seed=_public_to_read,
        status=401,
        content_type=PAGE,
        body=UNAUTHENTICATED,
    ),
    _anonymous("anonymous, observed", answers=OBSERVED, seed=_public_to_read, status=400, body=NO_COMMENT),
    _changed("version 3"),
    _changed(
        "version 2, by the issue's id, with parameters that change nothing",
        path="/rest/api/2/issue/10000/comment/10000?notifyUsers=false&overrideEditableFlag=true",
        sent={"body": "Said."},
        body=in_version_2(shown(b"10000", ALICE, b'"Said."', _NEW, updated=_LATER)),
    ),
    _changed(
        "somebody else's",
        caller="admin",
        body=shown(b"10000", ALICE, _SAID, _NEW, updated=_LATER, by=ADMIN),
    ),
    _changed("one's own, without Edit all comments", seed=_only_own),
    _changed(
        "somebody else's, without Edit own comments",
        seed=_only_anybodys,
        body=shown(b"10000", ADMIN, _SAID, _NEW, updated=_LATER, by=ALICE),
        adds=("comment 10000: admin on PROJ-1: Said.",),
        removes=("comment 10000: admin on PROJ-1: Once said.",),
    ),
    _changed(
        "anonymous caller who may",
        seed=_public,
        caller=None,
        body=shown(b"10000", ALICE, _SAID, _NEW, updated=_LATER).replace(b'"updateAuthor":%b,' % ALICE, b""),
    ),
    _partly(
        "the restriction",
        seed=_by_alice_to_staff,
        sent={"body": "Said."},
        body=in_version_2(shown(b"10000", ALICE, b'"Said."', _NEW, TO_STAFF, updated=_LATER)),
        adds=("comment 10000: alice on PROJ-1 to group staff: Said.",),
        removes=("comment 10000: alice on PROJ-1 to group staff: Once said.",),
    ),
    _partly(
        "the body",
        sent={"visibility": {"type": "group", "value": "staff"}},
        body=in_version_2(shown(b"10000", ALICE, b'"Once said."', _NEW, TO_STAFF, updated=_LATER)),
        adds=("comment 10000: alice on PROJ-1 to group staff: Once said.",),
        removes=(_OF_ALICE,),
    ),
    _partly(
        "but a restriction that is null goes",
        seed=_by_alice_to_staff,
        sent={"visibility": None},
        body=in_version_2(shown(b"10000", ALICE, b'"Once said."', _NEW, updated=_LATER)),
        adds=(_OF_ALICE,),
        removes=("comment 10000: alice on PROJ-1 to group staff: Once said.",),
    ),
    _no_edit("one's own", seed=_all_denied),
    _no_edit("somebody else's", seed=_only_own_of_others),
    _no_edit("before the body", seed=_all_denied, sent={"body": "Said."}),
    _no_edit(
        "anonymous, documented",
        answers=DOCUMENTED,
        seed=_public_to_read,
        caller=None,
        status=401,
        content_type=PAGE,
        body=UNAUTHENTICATED,
    ),
    _no_edit("anonymous, observed", answers=OBSERVED, seed=_public_to_read, caller=None),
    _removed("version 3"),
    _removed("version 2, by the issue's id", path="/rest/api/2/issue/10000/comment/10000"),
    _removed("somebody else's", caller="admin"),
    _removed("one's own, without Delete all comments", seed=_only_own),
    _no_delete("one's own", seed=_all_denied),
    _no_delete("somebody else's", seed=_only_own_of_others),
    _nobody(
        "whatever anyone may do",
        seed=_public,
        status=405,
        body=b'{"errorMessages":["You must be signed in to delete a comment."],"errors":{}}',
    ),
    _nobody(
        "of an unseen issue, documented",
        answers=DOCUMENTED,
        seed=_by_alice,
        status=401,
        content_type=PAGE,
        body=UNAUTHENTICATED,
    ),
    *(
        _gone(f"{variant}, {what}", method=method, sent=sent, caller=caller, seed=seed, path=path, body=body)
        for what, method, sent in (("changed", "PUT", {"body": SAID}), ("removed", "DELETE", None))
        for variant, caller, seed, path, body in (
            ("unknown", "alice", _by_alice, f"{_COMMENTS}/99999", UNKNOWN % b"99999"),
            ("no number", "alice", _by_alice, f"{_COMMENTS}/x", UNKNOWN % b"x"),
            ("restricted to others", "admin", _by_alice_to_staff, f"{_COMMENTS}/10000", UNKNOWN % b"10000"),
            ("of another issue", "alice", _by_alice, "/rest/api/3/issue/PROJ-2/comment/10000", UNKNOWN % b"10000"),
            ("of an unknown issue", "alice", _by_alice, "/rest/api/3/issue/PROJ-99/comment/10000", UNSEEN),
            ("of an unseen issue", "alice", _hidden, "/rest/api/3/issue/PROJ-3/comment/10000", UNSEEN),
        )
    ),
    _gone(
        "of an unknown issue, added",
        method="POST",
        path="/rest/api/3/issue/PROJ-99/comment",
        sent={"body": SAID},
        body=UNSEEN,
    ),
    _gone(
        "of an unseen issue, added",
        seed=_hidden,
        method="POST",
        path="/rest/api/3/issue/PROJ-3/comment",
        sent={"body": SAID},
        body=UNSEEN,
    ),
    _properties(
        "kept, and shown where they are asked for",
        method="POST",
        path=f"{_COMMENTS}?expand=properties",
        sent={"body": SAID, "properties": [{"key": "sd.public.comment", "value": {"internal": True}}, {"key": "k"}]},
        status=201,
        body=shown(
            b"10000",
            ALICE,
            _SAID,
            _NEW,
            properties=b',"properties":[{"key":"sd.public.comment","value":{"internal":true}},{"key":"k","value":null}]',
        ),
        adds=(
            "comment 10000: alice on PROJ-1: Said.",
            'property of comment 10000: sd.public.comment = {"internal": true}',
            "property of comment 10000: k = null",
            "watcher of PROJ-1: alice",
        ),
        updates=("PROJ-1",),
    ),
    _properties(
        "added by a change",
        seed=_by_alice,
        method="PUT",
        path="/rest/api/2/issue/PROJ-1/comment/10000?expand=properties",
        sent={"properties": [{"key": "k", "value": [1]}]},
        status=200,
        body=in_version_2(
            shown(
                b"10000",
                ALICE,
                b'"Once said."',
                _NEW,
                updated=_LATER,
                properties=b',"properties":[{"key":"k","value":[1]}]',
            )
        ),
        adds=("property of comment 10000: k = [1]",),
        updates=("PROJ-1",),
    ),
    _archive("added", method="POST", path="/rest/api/3/issue/PROJ-9/comment", sent={"body": SAID}),
    _archive("changed", method="PUT", path="/rest/api/3/issue/PROJ-9/comment/10000", sent={"body": SAID}),
    _archive("removed", method="DELETE", path="/rest/api/3/issue/PROJ-9/comment/10000"),
    _add("comments: limit reached", "added", seed=_full, status=413, body=LIMIT),
    Case(
        "comments: limit reached",
        "with a link",
        seed=_full,
        method="POST",
        path="/rest/api/3/issueLink",
        sent={
            "type": {"name": "Blocks"},
            "inwardIssue": {"key": "PROJ-1"},
            "outwardIssue": {"key": "PROJ-2"},
            "comment": {"body": SAID},
        },
        status=413,
        body=LIMIT,
    ),
)

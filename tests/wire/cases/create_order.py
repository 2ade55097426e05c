"""POST issueLink: of two things that are wrong, the one that is checked first is answered."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.wire import seeds
from tests.wire.case import DOCUMENTED, OBSERVED, PAGE, PROBLEM
from tests.wire.cases.create_bodies import LINK, create
from tests.wire.cases.sign_in import WRONG_TOKEN
from tests.wire.literals import (
    INVALID_PAYLOAD,
    LINKING_DISABLED,
    NO_HAUNTS,
    NO_LINK_PERMISSION,
    NOT_JSON,
    TWO_UNSEEN,
    UNAUTHENTICATED,
)

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

TO_ITSELF = {**LINK, "outwardIssue": {"key": "PROJ-1"}}
WITH_EMPTY_COMMENT = {**LINK, "comment": {"body": ""}}
WITH_COMMENT = {**LINK, "comment": {"body": "See there."}}


def _limit_reached(jira: FakeJira) -> None:
    seeds.linked(jira)
    jira.link_limit = 1


def _no_room(jira: FakeJira) -> None:
    jira.link_limit = 0


_before_body = partial(create, "order: credentials before the body", sent=b"{", sent_headers=WRONG_TOKEN)
_before_linking = partial(create, "order: body before whether linking is on", seed=seeds.linking_disabled, status=400)
_looked_up = partial(create, "order: type and both issues are looked up before anything about them", status=404)
_permission = partial(
    create,
    "order: permission before the comment",
    path="/rest/api/2/issueLink",
    seed=seeds.no_link_permission,
    sent=WITH_EMPTY_COMMENT,
    body=NO_LINK_PERMISSION,
)
_comment = partial(
    create, "order: comment's readers, then its body, before the limit", path="/rest/api/2/issueLink", status=400
)

CASES = (
    create(
        "order: method and content type come first",
        "content type before credentials",
        sent_headers={**WRONG_TOKEN, "Content-Type": "text/plain"},
        status=415,
        content_type=PROBLEM,
        body=b'{"type":"about:blank","title":"Unsupported Media Type","status":415,'
        b'"detail":"Content-Type \'text/plain\' is not supported.","instance":"/rest/api/3/issueLink"}',
    ),
    create(
        "order: method and content type come first",
        "method before content type",
        method="PUT",
        sent_headers={**WRONG_TOKEN, "Content-Type": "text/plain"},
        status=405,
        content_type=PROBLEM,
        headers={"Allow": "POST"},
        body=b'{"type":"about:blank","title":"Method Not Allowed","status":405,'
        b'"detail":"Method \'PUT\' is not supported.","instance":"/rest/api/3/issueLink"}',
    ),
    _before_body("documented", answers=DOCUMENTED, status=401, content_type=PAGE, body=UNAUTHENTICATED),
    _before_body("observed", answers=OBSERVED, status=400, body=NOT_JSON),
    _before_linking("malformed JSON", sent=b"{", body=NOT_JSON),
    _before_linking("unknown property", sent={**LINK, "direction": "outward"}, body=INVALID_PAYLOAD),
    create(
        "order: whether linking is on before any look-up",
        seed=seeds.linking_disabled,
        sent={"type": {"name": "Haunts"}, "inwardIssue": {"key": "PROJ-98"}, "outwardIssue": {"key": "PROJ-99"}},
        status=404,
        body=LINKING_DISABLED,
    ),
    create(
        "order: whether linking is on before any look-up",
        "anonymous caller",
        seed=seeds.linking_disabled,
        caller=None,
        status=404,
        body=LINKING_DISABLED,
    ),
    _looked_up(
        "type and link to itself",
        sent={**TO_ITSELF, "type": {"name": "Haunts"}},
        body=NO_HAUNTS,
    ),
    _looked_up(
        "link of an unseen issue to itself",
        seed=seeds.hidden_by_level,
        sent={**LINK, "inwardIssue": {"key": "PROJ-3"}, "outwardIssue": {"key": "PROJ-3"}},
        body=TWO_UNSEEN,
    ),
    _looked_up(
        "type and no permission",
        seed=seeds.no_link_permission,
        sent={**LINK, "type": {"name": "Haunts"}},
        body=NO_HAUNTS,
    ),
    _looked_up(
        "type and an anonymous caller who may do nothing",
        caller=None,
        sent={"type": {"name": "Haunts"}, "inwardIssue": {"key": "PROJ-1"}, "outwardIssue": {"key": "PROJ-2"}},
        body=b"""{"errorMessages":["No issue link type with name 'Haunts' found.","""
        b'"Issue does not exist or you do not have permission to see it.",'
        b'"Issue does not exist or you do not have permission to see it."],"errors":{}}',
    ),
    create(
        "order: link to itself before the permission",
        seed=seeds.no_link_permission,
        sent=TO_ITSELF,
        status=400,
        body=b'{"errorMessages":["You cannot link an issue to itself."],"errors":{}}',
    ),
    _permission("documented", answers=DOCUMENTED, status=404),
    _permission("observed", answers=OBSERVED, status=401),
    _comment(
        "readers before the body",
        sent={**LINK, "comment": {"body": "", "visibility": {"type": "group", "value": "strangers"}}},
        body=b'{"errorMessages":[],"errors":{"commentLevel":"Group: strangers does not exist."}}',
    ),
    _comment(
        "body before the limit",
        seed=_no_room,
        sent=WITH_EMPTY_COMMENT,
        body=b'{"errorMessages":[],"errors":{"comment":"Comment body can not be empty!"}}',
    ),
    create(
        "order: limit before anything is stored",
        path="/rest/api/2/issueLink",
        seed=_no_room,
        sent=WITH_COMMENT,
        status=413,
        body=b"""{"errorMessages":["Issue 'PROJ-1' has reached the per-issue limit for issue links of 0."],"""
        b'"errors":{}}',
    ),
    create(
        "order: link is stored, or was there, then the comment is added",
        "it was there, at the limit",
        path="/rest/api/2/issueLink",
        seed=_limit_reached,
        sent=WITH_COMMENT,
        status=201,
        body=b"",
        adds=("comment 10000: alice on PROJ-1: See there.", "watcher of PROJ-1: alice"),
        updates=("PROJ-1",),
    ),
    create(
        "order: link is stored, or was there, then the comment is added",
        "it is stored",
        path="/rest/api/2/issueLink",
        sent=WITH_COMMENT,
        status=201,
        body=b"",
        adds=(
            "link 10000: PROJ-1 blocks PROJ-2",
            "comment 10000: alice on PROJ-1: See there.",
            "watcher of PROJ-1: alice",
        ),
        updates=("PROJ-1", "PROJ-2"),
    ),
)

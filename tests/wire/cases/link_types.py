"""issueLinkType: the list, and one type read, made, changed and deleted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.wire import seeds
from tests.wire.case import DOCUMENTED, OBSERVED, PROBLEM, Case
from tests.wire.literals import (
    BLOCKS,
    CLONERS,
    DUPLICATE,
    INVALID_PAYLOAD,
    LINKING_DISABLED,
    NAME_TAKEN,
    NO_CONTENT,
    NOT_ADMINISTRATOR,
    NOT_JSON,
    RELATES,
    in_latest,
    in_version_2,
    link_type,
)

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

LIST = b'{"issueLinkTypes":[%b,%b,%b,%b]}' % (BLOCKS, CLONERS, DUPLICATE, RELATES)
AFFECTS = link_type(b"10004", b"Affects", b"is affected by", b"affects")
AFFECTS_FIELDS = {"name": "Affects", "inward": "is affected by", "outward": "affects"}
AFFECTS_FACT = "type 10004: Affects, is affected by, affects"
BLOCKS_FACT = "type 10000: Blocks, is blocked by, blocks"
UNKNOWN = b"""{"errorMessages":["No issue link type with id '10012' found."],"errors":{}}"""
INVALID_ID = b'{"errorMessages":["The issue link type ID is invalid."],"errors":{}}'


def _affects(jira: FakeJira) -> None:
    jira.add_link_type("Affects", inward="is affected by", outward="affects")


def _three_links(jira: FakeJira) -> None:
    seeds.linked(jira)
    jira.add_link("OTHER-1", "blocks", "PROJ-1")
    jira.add_link("PROJ-2", "relates to", "OTHER-1")


_list = partial(Case, "types: list", path="/rest/api/3/issueLinkType", status=200, body=LIST)
_one = partial(Case, "types: one", path="/rest/api/3/issueLinkType/10000", status=200, body=BLOCKS)
_disabled = partial(
    Case, "types: linking disabled", caller="admin", seed=seeds.linking_disabled, status=404, body=LINKING_DISABLED
)
_unknown = partial(Case, "types: unknown id", path="/rest/api/3/issueLinkType/10012", status=404, body=UNKNOWN)
_invalid = partial(
    Case, "types: id that is no number", path="/rest/api/3/issueLinkType/Blocks", status=400, body=INVALID_ID
)
_post = partial(Case, method="POST", path="/rest/api/3/issueLinkType", caller="admin")
_created = partial(_post, "types: create", sent=AFFECTS_FIELDS, status=201, body=AFFECTS, adds=(AFFECTS_FACT,))
_field_missing = partial(_post, "types: create without a field, or with an empty one", status=400)
_unreadable = partial(_post, "types: create with a body that cannot be read", status=400)
_put = partial(Case, "types: update", method="PUT", path="/rest/api/3/issueLinkType/10000", caller="admin", status=200)
_delete = partial(Case, "types: delete", method="DELETE", caller="admin", status=204, content_type=None, body=b"")
_taken = partial(Case, "types: name taken", caller="admin", body=NAME_TAKEN)
_no_administrator = partial(Case, "types: not an administrator", body=NOT_ADMINISTRATOR)

CASES = (
    _list("version 3", headers={"Cache-Control": "no-cache, no-store, no-transform"}),
    _list("version 2", path="/rest/api/2/issueLinkType", body=in_version_2(LIST)),
    _list("latest version", path="/rest/api/latest/issueLinkType", body=in_latest(LIST)),
    _list("anonymous", caller=None),
    _list("by name", seed=_affects, body=LIST.replace(b"[", b"[" + AFFECTS + b",")),
    _one("version 3"),
    _one("version 2", path="/rest/api/2/issueLinkType/10000", body=in_version_2(BLOCKS)),
    _one("last one", path="/rest/api/3/issueLinkType/10003", body=RELATES),
    _one("anonymous", caller=None),
    _disabled("list", path="/rest/api/3/issueLinkType"),
    _disabled("one", path="/rest/api/3/issueLinkType/10000"),
    _disabled("create", method="POST", path="/rest/api/3/issueLinkType", sent=AFFECTS_FIELDS),
    _disabled("update", method="PUT", path="/rest/api/3/issueLinkType/10000", sent={"name": "Stops"}),
    _disabled("delete", method="DELETE", path="/rest/api/3/issueLinkType/10000"),
    _unknown("read"),
    _unknown("read, anonymous", caller=None),
    _unknown("update", method="PUT", sent={"name": "Stops"}, caller="admin"),
    _unknown("delete", method="DELETE", caller="admin"),
    _unknown("update by somebody who may not", method="PUT", sent={"name": "Stops"}),
    _unknown("delete by somebody who may not", method="DELETE"),
    _invalid("read"),
    _invalid("too long", path="/rest/api/3/issueLinkType/9223372036854775808"),
    _invalid("update", method="PUT", sent={"name": "Stops"}, caller="admin"),
    _invalid("delete", method="DELETE", caller="admin"),
    _created("version 3"),
    _created("version 2", path="/rest/api/2/issueLinkType", body=in_version_2(AFFECTS)),
    _created("an id is not ours to choose", sent={**AFFECTS_FIELDS, "id": "1", "self": "https://jira.example.com"}),
    _field_missing(
        "all absent",
        sent={},
        body=b"""{"errorMessages":["The issue link type's inward is required.","""
        b'"The issue link type\'s outward is required.","The issue link type\'s name is required."],"errors":{}}',
    ),
    _field_missing(
        "name absent",
        sent={"inward": "is affected by", "outward": "affects"},
        body=b"""{"errorMessages":["The issue link type's name is required."],"errors":{}}""",
    ),
    _field_missing(
        "inward empty",
        sent={**AFFECTS_FIELDS, "inward": ""},
        body=b"""{"errorMessages":["The issue link type's inward is required."],"errors":{}}""",
    ),
    _field_missing(
        "outward null",
        sent={**AFFECTS_FIELDS, "outward": None},
        body=b"""{"errorMessages":["The issue link type's outward is required."],"errors":{}}""",
    ),
    _unreadable("malformed", sent=b"{", body=NOT_JSON),
    _unreadable("empty", sent=b"", body=NO_CONTENT),
    _unreadable("no object", sent=["Affects"], body=INVALID_PAYLOAD),
    _unreadable("unknown property", sent={**AFFECTS_FIELDS, "style": "jira_subtask"}, body=INVALID_PAYLOAD),
    _unreadable(
        "update", method="PUT", path="/rest/api/3/issueLinkType/10000", sent={"colour": "red"}, body=INVALID_PAYLOAD
    ),
    _unreadable(
        "no content type",
        sent=AFFECTS_FIELDS,
        sent_headers={"Content-Type": None},
        status=415,
        content_type=PROBLEM,
        body=b'{"type":"about:blank","title":"Unsupported Media Type","status":415,'
        b'"detail":"Content-Type \'null\' is not supported.","instance":"/rest/api/3/issueLinkType"}',
    ),
    _taken(
        "create, documented",
        answers=DOCUMENTED,
        method="POST",
        path="/rest/api/3/issueLinkType",
        sent={**AFFECTS_FIELDS, "name": "Blocks"},
        status=404,
    ),
    _taken(
        "update, observed",
        answers=OBSERVED,
        method="PUT",
        path="/rest/api/3/issueLinkType/10001",
        sent={"name": "Blocks"},
        status=400,
    ),
    _put(
        "everything",
        sent={"name": "Stops", "inward": "is stopped by", "outward": "stops"},
        body=link_type(b"10000", b"Stops", b"is stopped by", b"stops"),
        adds=("type 10000: Stops, is stopped by, stops",),
        removes=(BLOCKS_FACT,),
    ),
    _put(
        "links read the new phrase",
        seed=seeds.linked,
        path="/rest/api/2/issueLinkType/10000",
        sent={"outward": "stops"},
        body=in_version_2(link_type(b"10000", b"Blocks", b"is blocked by", b"stops")),
        adds=("type 10000: Blocks, is blocked by, stops", "link 10000: PROJ-1 stops PROJ-2"),
        removes=(BLOCKS_FACT, "link 10000: PROJ-1 blocks PROJ-2"),
    ),
    _put(
        "omitted and empty fields stay",
        sent={"name": "Stops", "inward": "", "outward": None},
        body=link_type(b"10000", b"Stops", b"is blocked by", b"blocks"),
        adds=("type 10000: Stops, is blocked by, blocks",),
        removes=(BLOCKS_FACT,),
    ),
    _put("its own name", sent={"name": "Blocks"}, body=BLOCKS),
    _put("nothing", sent={}, body=BLOCKS),
    _delete(
        "without links", path="/rest/api/3/issueLinkType/10001", removes=("type 10001: Cloners, is cloned by, clones",)
    ),
    _delete(
        "its links go too",
        seed=_three_links,
        path="/rest/api/3/issueLinkType/10000",
        removes=(BLOCKS_FACT, "link 10000: PROJ-1 blocks PROJ-2", "link 10001: OTHER-1 blocks PROJ-1"),
        updates=("PROJ-1", "PROJ-2", "OTHER-1"),
    ),
    _no_administrator(
        "create, documented",
        answers=DOCUMENTED,
        method="POST",
        path="/rest/api/3/issueLinkType",
        sent=AFFECTS_FIELDS,
        status=404,
    ),
    _no_administrator(
        "delete, observed", answers=OBSERVED, method="DELETE", path="/rest/api/3/issueLinkType/10000", status=403
    ),
)

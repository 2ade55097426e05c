"""POST issueLink: how its type and its issues are found, or not."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from tests.wire import seeds
from tests.wire.case import Case
from tests.wire.cases.create_bodies import LINK, create
from tests.wire.literals import NO_HAUNTS, TWO_UNSEEN, UNSEEN

if TYPE_CHECKING:
    from jira_linkfake import FakeJira


PROJ_1, PROJ_2 = {"key": "PROJ-1"}, {"key": "PROJ-2"}


def _two_types_of_one_name(jira: FakeJira) -> None:
    jira.add_link_type("Blocks", inward="waits for", outward="holds up")


def _of_type(row: str, variant: str, reference: object, **more: Any) -> Case:
    return create(row, variant, sent={**LINK, "type": reference}, **more)


def _of_issues(row: str, variant: str, inward: Any = PROJ_1, outward: Any = PROJ_2, **more: Any) -> Case:
    return create(row, variant, sent={**LINK, "inwardIssue": inward, "outwardIssue": outward}, **more)


_found = {"status": 201, "body": b"", "updates": ("PROJ-1", "PROJ-2")}
_blocks = {**_found, "adds": ("link 10000: PROJ-1 blocks PROJ-2",)}
_no_type = partial(_of_type, status=404)
_unseen = partial(_of_issues, status=404, body=UNSEEN)

TYPES = (
    _no_type(
        "create: type with neither id nor name",
        "",
        {},
        body=b'{"errorMessages":[],"errors":{"issuelinks":"No issue link type name or id was given."}}',
    ),
    _no_type(
        "create: type with neither id nor name",
        "only phrases",
        {"inward": "is blocked by", "outward": "blocks"},
        body=b'{"errorMessages":[],"errors":{"issuelinks":"No issue link type name or id was given."}}',
    ),
    _no_type(
        "create: type by unknown name",
        "",
        {"name": "Haunts"},
        body=NO_HAUNTS,
    ),
    _no_type(
        "create: type by unknown name",
        "a name that must be escaped",
        {"name": 'Sp\u00fck "{0}" \\'},
        body=b'{"errorMessages":["No issue link type with name \'Sp\xc3\xbck \\"{0}\\" \\\\\' found."],"errors":{}}',
    ),
    _no_type(
        "create: type by unknown name",
        "half a character",
        {"name": "\ud83d"},
        body=b"""{"errorMessages":["No issue link type with name '?' found."],"errors":{}}""",
    ),
    _no_type(
        "create: type by unknown id",
        "",
        {"id": "1"},
        body=b"""{"errorMessages":["No issue link type with id '1' found."],"errors":{}}""",
    ),
    _no_type(
        "create: type by unknown id",
        "as a number",
        {"id": 1},
        body=b"""{"errorMessages":["No issue link type with id '1' found."],"errors":{}}""",
    ),
    _of_type(
        "create: type by id and name",
        "of two types",
        {"id": "10002", "name": "Blocks"},
        **_found,
        adds=("link 10000: PROJ-1 duplicates PROJ-2",),
    ),
    _of_type("create: type by id and name", "unknown name", {"id": "10000", "name": "Haunts"}, **_blocks),
    _no_type(
        "create: type by id and name",
        "unknown id",
        {"id": "1", "name": "Blocks"},
        body=b"""{"errorMessages":["No issue link type with id '1' found."],"errors":{}}""",
    ),
    _no_type(
        "create: type by an id that is no number",
        "",
        {"id": "x"},
        body=b"""{"errorMessages":["No issue link type with id 'x' found."],"errors":{}}""",
    ),
    _no_type(
        "create: type by an id that is no number",
        "with a known name",
        {"id": "Blocks", "name": "Blocks"},
        body=b"""{"errorMessages":["No issue link type with id 'Blocks' found."],"errors":{}}""",
    ),
    _no_type(
        "create: type by its name in another case, or by a phrase",
        "lower case",
        {"name": "blocks"},
        body=b"""{"errorMessages":["No issue link type with name 'blocks' found."],"errors":{}}""",
    ),
    _no_type(
        "create: type by its name in another case, or by a phrase",
        "inward phrase",
        {"name": "is blocked by"},
        body=b"""{"errorMessages":["No issue link type with name 'is blocked by' found."],"errors":{}}""",
    ),
    _no_type(
        "create: type by its name in another case, or by a phrase",
        "a blank too many",
        {"name": "Blocks "},
        body=b"""{"errorMessages":["No issue link type with name 'Blocks ' found."],"errors":{}}""",
    ),
    _no_type(
        "create: several types of one name",
        "by the name",
        {"name": "Blocks"},
        seed=_two_types_of_one_name,
        body=b"""{"errorMessages":["There is more than one issue link type with name 'Blocks'."],"errors":{}}""",
    ),
    _of_type(
        "create: several types of one name",
        "by the id of one",
        {"id": "10004"},
        seed=_two_types_of_one_name,
        **_found,
        adds=("link 10000: PROJ-1 holds up PROJ-2",),
    ),
)

ISSUES = (
    _unseen("create: issue with neither a usable id nor a key", "inwardIssue is empty", inward={}),
    _unseen("create: issue with neither a usable id nor a key", "outwardIssue is empty", outward={}),
    _unseen("create: issue with neither a usable id nor a key", "an empty key", outward={"key": ""}),
    _unseen("create: issue with neither a usable id nor a key", "nulls", outward={"id": None, "key": None}),
    _unseen("create: issue with neither a usable id nor a key", "id that is no number", outward={"id": "PROJ-2"}),
    _unseen("create: issue with neither a usable id nor a key", "id that begins with 0", outward={"id": "010001"}),
    _unseen("create: issue with neither a usable id nor a key", "id of 19 digits", outward={"id": "1" * 19}),
    _of_issues("create: how an issue is found", "by id", {"id": "10000"}, {"id": "10001"}, **_blocks),
    _of_issues("create: how an issue is found", "by id as a number", {"id": 10000}, {"id": 10001}, **_blocks),
    _of_issues(
        "create: how an issue is found", "by key in lower case", {"key": "proj-1"}, {"key": "Proj-2"}, **_blocks
    ),
    _of_issues("create: how an issue is found", "id before key", outward={"id": "10001", "key": "OTHER-1"}, **_blocks),
    _unseen("create: how an issue is found", "unknown id before key", outward={"id": "99999", "key": "PROJ-2"}),
    _of_issues(
        "create: how an issue is found",
        "key where the id is no number",
        outward={"id": "x", "key": "PROJ-2"},
        **_blocks,
    ),
    _of_issues(
        "create: how an issue is found",
        "key where the id begins with 0",
        outward={"id": "010000", "key": "PROJ-2"},
        **_blocks,
    ),
    _of_issues(
        "create: how an issue is found",
        "key where the id is too long",
        outward={"id": "1" * 19, "key": "PROJ-2"},
        **_blocks,
    ),
    _unseen("create: how an issue is found", "an id is no key", outward={"key": "10001"}),
    _unseen("create: unknown issue", "inwardIssue by key", inward={"key": "PROJ-99"}),
    _unseen("create: unknown issue", "outwardIssue by key", outward={"key": "NOPE-1"}),
    _unseen("create: unknown issue", "inwardIssue by id", inward={"id": "99999"}),
    _unseen("create: unknown issue", "outwardIssue by id", outward={"id": "99999"}),
    _unseen("create: unknown issue", "blanks around a key", outward={"key": " PROJ-2 "}),
    _unseen(
        "create: unseen issue", "inwardIssue, by project", inward={"key": "OTHER-1"}, seed=seeds.other_project_hidden
    ),
    _unseen(
        "create: unseen issue", "outwardIssue, by project", outward={"key": "OTHER-1"}, seed=seeds.other_project_hidden
    ),
    _unseen("create: unseen issue", "inwardIssue, by level", inward={"key": "PROJ-3"}, seed=seeds.hidden_by_level),
    _unseen("create: unseen issue", "outwardIssue, by level", outward={"key": "PROJ-3"}, seed=seeds.hidden_by_level),
    _unseen("create: unseen issue", "by id", outward={"id": "10003"}, seed=seeds.hidden_by_level),
    _unseen(
        "create: unseen issue",
        "by the administrator",
        inward={"key": "PROJ-3"},
        seed=seeds.hidden_by_level,
        caller="admin",
    ),
    create(
        "create: several things wrong at once",
        "type and both issues",
        sent={"type": {"name": "Haunts"}, "inwardIssue": {"key": "PROJ-98"}, "outwardIssue": {"key": "PROJ-99"}},
        status=404,
        body=b"""{"errorMessages":["No issue link type with name 'Haunts' found.","""
        b'"Issue does not exist or you do not have permission to see it.",'
        b'"Issue does not exist or you do not have permission to see it."],"errors":{}}',
    ),
    create(
        "create: several things wrong at once",
        "type and an unseen issue",
        seed=seeds.hidden_by_level,
        sent={"type": {"id": "1"}, "inwardIssue": {"key": "PROJ-1"}, "outwardIssue": {"key": "PROJ-3"}},
        status=404,
        body=b"""{"errorMessages":["No issue link type with id '1' found.","""
        b'"Issue does not exist or you do not have permission to see it."],"errors":{}}',
    ),
    create(
        "create: several things wrong at once",
        "both issues",
        seed=seeds.hidden_by_level,
        sent={"type": {"name": "Blocks"}, "inwardIssue": {"key": "PROJ-99"}, "outwardIssue": {"key": "PROJ-3"}},
        status=404,
        body=TWO_UNSEEN,
    ),
)

CASES = (*TYPES, *ISSUES)

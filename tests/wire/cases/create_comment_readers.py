"""POST issueLink with a comment that is restricted to a group or a role."""

from __future__ import annotations

from functools import partial
from typing import Any

from tests.wire import seeds
from tests.wire.case import Case
from tests.wire.cases.create_bodies import LINK
from tests.wire.cases.create_comments import document, in_version_2, in_version_3, paragraph

STAFF_ID = "00000000-0000-4000-9000-000000010000"
INCOMPLETE = (
    b"""{"errorMessages":[],"errors":{"commentLevel":"The group or role of the comment's visibility is missing."}}"""
)


def _shown_to(row: str, variant: str = "", *, visibility: object, **more: Any) -> Case:
    return in_version_2(row, variant, comment={"body": "See there.", "visibility": visibility}, **more)


_created = {"status": 201, "body": b"", "updates": ("PROJ-1", "PROJ-2")}
_incomplete = partial(_shown_to, "comment: visibility without value", status=400, body=INCOMPLETE)

CASES = (
    _shown_to(
        "comment: success",
        "to a group by name",
        visibility={"type": "group", "value": "staff"},
        **_created,
        adds=(
            "link 10000: PROJ-1 blocks PROJ-2",
            "comment 10000: alice on PROJ-1 to group staff: See there.",
            "watcher of PROJ-1: alice",
        ),
    ),
    _shown_to(
        "comment: success",
        "to a group by id",
        visibility={"type": "group", "identifier": STAFF_ID},
        **_created,
        adds=(
            "link 10000: PROJ-1 blocks PROJ-2",
            "comment 10000: alice on PROJ-1 to group staff: See there.",
            "watcher of PROJ-1: alice",
        ),
    ),
    _shown_to(
        "comment: success",
        "to a role by name",
        visibility={"type": "role", "value": "Developers"},
        **_created,
        adds=(
            "link 10000: PROJ-1 blocks PROJ-2",
            "comment 10000: alice on PROJ-1 to role Developers: See there.",
            "watcher of PROJ-1: alice",
        ),
    ),
    _shown_to(
        "comment: success",
        "to a role by identifier, which is its name",
        visibility={"type": "role", "identifier": "Developers"},
        **_created,
        adds=(
            "link 10000: PROJ-1 blocks PROJ-2",
            "comment 10000: alice on PROJ-1 to role Developers: See there.",
            "watcher of PROJ-1: alice",
        ),
    ),
    _shown_to(
        "comment: success",
        "to everybody, with an empty visibility as go-jira sends it",
        visibility={},
        **_created,
        adds=(
            "link 10000: PROJ-1 blocks PROJ-2",
            "comment 10000: alice on PROJ-1: See there.",
            "watcher of PROJ-1: alice",
        ),
    ),
    _shown_to(
        "comment: unknown group",
        visibility={"type": "group", "value": "strangers"},
        status=400,
        body=b'{"errorMessages":[],"errors":{"commentLevel":"Group: strangers does not exist."}}',
    ),
    _shown_to(
        "comment: unknown group",
        "a role's name",
        visibility={"type": "group", "value": "Developers"},
        status=400,
        body=b'{"errorMessages":[],"errors":{"commentLevel":"Group: Developers does not exist."}}',
    ),
    _shown_to(
        "comment: group that the caller is not in",
        visibility={"type": "group", "value": "board"},
        status=400,
        body=b'{"errorMessages":[],"errors":{"commentLevel":"You are currently not a member of the group: board."}}',
    ),
    _shown_to(
        "comment: group that the caller is not in",
        "anonymous",
        seed=seeds.public,
        caller=None,
        visibility={"type": "group", "value": "staff"},
        status=400,
        body=b'{"errorMessages":[],"errors":{"commentLevel":"You are currently not a member of the group: staff."}}',
    ),
    _shown_to(
        "comment: role that the caller does not have",
        "in any project",
        visibility={"type": "role", "value": "Administrators"},
        status=400,
        body=b"""{"errorMessages":["Failed to create comment for issue 'PROJ-2'"],"""
        b'"errors":{"commentLevel":"You are currently not a member of the project role: Administrators."}}',
    ),
    in_version_3(
        "comment: role that the caller does not have, and the link",
        "neither is stored",
        comment={
            "body": document(paragraph("See there.")),
            "visibility": {"type": "role", "value": "Administrators"},
        },
        status=400,
        body=b"""{"errorMessages":["Failed to create comment for issue 'PROJ-2'"],"""
        b'"errors":{"commentLevel":"You are currently not a member of the project role: Administrators."}}',
    ),
    _shown_to(
        "comment: unknown role",
        visibility={"type": "role", "value": "Guests"},
        status=400,
        body=b'{"errorMessages":[],"errors":{"commentLevel":"Project role: Guests does not exist."}}',
    ),
    _shown_to(
        "comment: role that the caller does not have",
        "but has in another project than the source's",
        link={**LINK, "inwardIssue": {"key": "OTHER-1"}},
        visibility={"type": "role", "value": "Developers"},
        status=400,
        body=b"""{"errorMessages":["Failed to create comment for issue 'PROJ-2'"],"""
        b'"errors":{"commentLevel":"You are currently not a member of the project role: Developers."}}',
    ),
    _incomplete("group", visibility={"type": "group"}),
    _incomplete("role with an empty name", visibility={"type": "role", "value": ""}),
    _incomplete("name without a type", visibility={"value": "staff"}),
)

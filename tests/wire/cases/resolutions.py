"""resolution: making, changing and ordering resolutions, and which is the default one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.wire import seeds
from tests.wire.case import DOCUMENTED, PAGE, Case
from tests.wire.literals import CHALLENGE, INVALID_PAYLOAD, UNAUTHENTICATED

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

RESOLUTION = "/rest/api/3/resolution"


def _default(jira: FakeJira) -> None:
    body = {"id": "10001"}
    assert jira.client().put("/rest/api/3/resolution/default", json=body, auth=jira.auth).status_code == 204


def _public(jira: FakeJira) -> None:
    seeds.allow_anyone(jira, "BROWSE_PROJECTS")


def _told(words: str) -> bytes:
    return b'{"errorMessages":["%b"],"errors":{}}' % words.encode()


NOT_ADMIN = "You are not authorized to perform this action. Administrator privileges are required."
CASES = (
    Case(
        "resolutions: search",
        "all",
        path=f"{RESOLUTION}/search?maxResults=1",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/resolution/search?maxResults=1&startAt=0","nextPage":"{base}/rest/ap'
            b'i/3/resolution/search?maxResults=1&startAt=1","maxResults":1,"startAt":0,"total":4,"isLast":fal'
            b'se,"values":[{"self":"{base}/rest/api/3/resolution/10000","id":"10000","description":"Work has '
            b'been completed on this issue.","name":"Done","isDefault":false}]}'
        ),
    ),
    Case(
        "resolutions: search",
        "of ids, the default one alone",
        seed=_default,
        path="/rest/api/2/resolution/search?id=10001&id=10000&onlyDefault=true",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/2/resolution/search?id=10001&id=10000&onlyDefault=true&maxResults=50&s'
            b'tartAt=0","maxResults":50,"startAt":0,"total":1,"isLast":true,"values":[{"self":"{base}/rest/ap'
            b'i/2/resolution/10001","id":"10001","description":"This issue won\'t be actioned.","name":"Won\'t '
            b'Do","isDefault":true}]}'
        ),
    ),
    Case(
        "resolutions: search",
        "the default one of none",
        path=f"{RESOLUTION}/search?onlyDefault=true",
        status=200,
        body=(
            b'{"self":"{base}/rest/api/3/resolution/search?onlyDefault=true&maxResults=50&startAt=0","maxResu'
            b'lts":50,"startAt":0,"total":0,"isLast":true,"values":[]}'
        ),
    ),
    Case(
        "resolutions: make",
        caller="admin",
        method="POST",
        path=RESOLUTION,
        sent={"name": " Obsolete ", "description": "Nobody needs it.", "more": 1},
        status=201,
        body=b'{"id":"10004"}',
        adds=("resolution 10004: Obsolete, 4",),
    ),
    Case(
        "resolutions: what no resolution can be",
        "without a name",
        caller="admin",
        method="POST",
        path=RESOLUTION,
        sent={},
        status=400,
        body=_told("The name has to be provided."),
    ),
    Case(
        "resolutions: what no resolution can be",
        "with too many words",
        caller="admin",
        method="POST",
        path=RESOLUTION,
        sent={"name": "x" * 61, "description": "x" * 256},
        status=400,
        body=(
            b'{"errorMessages":["The length of the name must not exceed 60 characters.",'
            b'"The length of the description must not exceed 255 characters."],"errors":{}}'
        ),
    ),
    Case(
        "resolutions: what no resolution can be",
        "with another's name",
        caller="admin",
        method="PUT",
        path=f"{RESOLUTION}/10001",
        sent={"name": "DONE"},
        status=400,
        body=_told("A resolution with the name 'Done' already exists."),
    ),
    Case(
        "resolutions: change",
        "name alone",
        caller="admin",
        method="PUT",
        path=f"{RESOLUTION}/10000",
        sent={"name": "Ready"},
        status=204,
        content_type=None,
        body=b"",
        adds=("resolution 10000: Ready, 0",),
        removes=("resolution 10000: Done, 0",),
    ),
    Case(
        "resolutions: default",
        "one",
        caller="admin",
        method="PUT",
        path=f"{RESOLUTION}/default",
        sent={"id": "10001"},
        status=204,
        content_type=None,
        body=b"",
        adds=("default resolution: 10001",),
        removes=("default resolution: None",),
    ),
    Case(
        "resolutions: default",
        "none",
        seed=_default,
        caller="admin",
        method="PUT",
        path=f"{RESOLUTION}/default",
        sent={"id": None},
        status=204,
        content_type=None,
        body=b"",
        adds=("default resolution: None",),
        removes=("default resolution: 10001",),
    ),
    Case(
        "resolutions: default",
        "not said",
        caller="admin",
        method="PUT",
        path=f"{RESOLUTION}/default",
        sent={},
        status=400,
        body=_told("The id has to be provided."),
    ),
    Case(
        "resolutions: move",
        "behind another",
        caller="admin",
        method="PUT",
        path=f"{RESOLUTION}/move",
        sent={"ids": ["10003", "10000"], "after": "10001"},
        status=204,
        content_type=None,
        body=b"",
        adds=(
            "resolution 10001: Won't Do, 0",
            "resolution 10003: Cannot Reproduce, 1",
            "resolution 10000: Done, 2",
            "resolution 10002: Duplicate, 3",
        ),
        removes=(
            "resolution 10000: Done, 0",
            "resolution 10001: Won't Do, 1",
            "resolution 10002: Duplicate, 2",
            "resolution 10003: Cannot Reproduce, 3",
        ),
    ),
    Case(
        "resolutions: move",
        "last",
        caller="admin",
        method="PUT",
        path=f"{RESOLUTION}/move",
        sent={"ids": ["10001"], "position": "Last"},
        status=204,
        content_type=None,
        body=b"",
        adds=(
            "resolution 10002: Duplicate, 1",
            "resolution 10003: Cannot Reproduce, 2",
            "resolution 10001: Won't Do, 3",
        ),
        removes=(
            "resolution 10001: Won't Do, 1",
            "resolution 10002: Duplicate, 2",
            "resolution 10003: Cannot Reproduce, 3",
        ),
    ),
    *(
        Case(
            "resolutions: move",
            variant,
            caller="admin",
            method="PUT",
            path=f"{RESOLUTION}/move",
            sent=sent,
            status=400,
            body=_told("Either 'after' or 'position' must be specified, and each ID once."),
        )
        for variant, sent in (
            ("nowhere", {"ids": ["10000"]}),
            ("to two places", {"ids": ["10000"], "after": "10001", "position": "Last"}),
            ("to no position", {"ids": ["10000"], "position": "Middle"}),
            ("twice", {"ids": ["10000", "10000"], "position": "Last"}),
            ("behind itself", {"ids": ["10000"], "after": "10000"}),
        )
    ),
    Case(
        "resolutions: move",
        "too many",
        caller="admin",
        method="PUT",
        path=f"{RESOLUTION}/move",
        sent={"ids": [str(number) for number in range(1001)], "position": "First"},
        status=400,
        body=_told("The IDs must contain no more than 1,000 items."),
    ),
    Case(
        "resolutions: move",
        "none at all",
        caller="admin",
        method="PUT",
        path=f"{RESOLUTION}/move",
        sent={"position": "First"},
        status=400,
        body=INVALID_PAYLOAD,
    ),
    *(
        Case(
            "resolutions: unknown",
            variant,
            caller="admin",
            method="PUT",
            path=f"{RESOLUTION}/{path}",
            sent=sent,
            status=404,
            body=_told("Resolution with ID 7 not found."),
        )
        for variant, path, sent in (
            ("changed", "7", {"name": "x"}),
            ("the default one", "default", {"id": 7}),
            ("moved", "move", {"ids": ["10000", "7"], "position": "First"}),
            ("behind which others move", "move", {"ids": ["10000"], "after": "7"}),
        )
    ),
    *(
        Case(
            "resolutions: unknown",
            variant,
            caller="admin",
            method="DELETE",
            path=f"{RESOLUTION}/{path}",
            status=404,
            body=_told(f"Resolution with ID {unknown} not found."),
        )
        for variant, path, unknown in (
            ("deleted", "7?replaceWith=10000", "7"),
            ("deleted, by no number", "x?replaceWith=10000", "x"),
            ("in the place of one that is deleted", "10000?replaceWith=7", "7"),
        )
    ),
    *(
        Case(
            "resolutions: no administrator",
            f"{method} {path}",
            method=method,
            path=f"{RESOLUTION}{path}",
            sent=sent,
            status=403,
            body=_told(NOT_ADMIN),
        )
        for method, path, sent in (
            ("POST", "", {"name": "x"}),
            ("PUT", "/7", {"name": "x"}),
            ("PUT", "/default", {"id": "7"}),
            ("PUT", "/move", {"ids": ["7"]}),
            ("DELETE", "/7", None),
        )
    ),
    Case(
        "resolutions: no administrator",
        "anonymous",
        answers=DOCUMENTED,
        seed=_public,
        caller=None,
        method="POST",
        path=RESOLUTION,
        sent={"name": "x"},
        status=401,
        content_type=PAGE,
        headers={"WWW-Authenticate": CHALLENGE},
        body=UNAUTHENTICATED,
    ),
    Case(
        "resolutions: delete",
        "the default one",
        seed=_default,
        caller="admin",
        method="DELETE",
        path=f"{RESOLUTION}/10001?replaceWith=10003",
        status=303,
        content_type=None,
        headers={"Location": "{base}/rest/api/3/task/10000"},
        body=b"",
        adds=(
            "default resolution: None",
            "resolution 10002: Duplicate, 1",
            "resolution 10003: Cannot Reproduce, 2",
            "task 10000: Delete the resolution Won't Do (COMPLETE, 100 %) of admin",
        ),
        removes=(
            "default resolution: 10001",
            "resolution 10001: Won't Do, 1",
            "resolution 10002: Duplicate, 2",
            "resolution 10003: Cannot Reproduce, 3",
        ),
    ),
    Case(
        "resolutions: delete",
        "for itself",
        caller="admin",
        method="DELETE",
        path=f"{RESOLUTION}/10001?replaceWith=10001",
        status=400,
        body=_told("A resolution cannot be replaced with itself."),
    ),
    Case(
        "resolutions: delete",
        "for none",
        caller="admin",
        method="DELETE",
        path=f"{RESOLUTION}/10001",
        status=400,
        body=_told("The id has to be provided."),
    ),
)

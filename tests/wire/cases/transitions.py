"""GET and POST issue/{issueIdOrKey}/transitions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.wire import seeds
from tests.wire.case import Case
from tests.wire.cases.new_issues import message
from tests.wire.literals import DONE, IN_PROGRESS, NOT_BY_ACCOUNT, NOT_SETTABLE, TO_DO, UNSEEN, in_version_2

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

PATH = "/rest/api/3/issue/PROJ-1/transitions"
CRASH = "issue 10000: PROJ-1, Task, To Do: Crash on save"
NOT_VALID = b"""{"errorMessages":["Transition id '%b' is not valid for this issue."],"errors":{}}"""
NOT_A_NUMBER = b"""{"errorMessages":["'transition' identifier must be an integer"],"errors":{}}"""
MISSING = b"""{"errorMessages":["Missing 'transition' identifier"],"errors":{}}"""


def transition(number: bytes, name: bytes, to: bytes) -> bytes:
    """Return a transition."""
    return (
        b'{"id":"%b","name":"%b","to":%b,"hasScreen":false,"isGlobal":true,"isInitial":false,"isAvailable":true,'
        b'"isConditional":false,"isLooped":false}'
    ) % (number, name, to)


TO_TO_DO = transition(b"11", b"To Do", TO_DO)
TO_IN_PROGRESS = transition(b"21", b"In Progress", IN_PROGRESS)
TO_DONE = transition(b"31", b"Done", DONE)


def transitions(*those: bytes) -> bytes:
    """Return the list of these transitions."""
    return b'{"expand":"transitions","transitions":[%b]}' % b",".join(those)


def _no_transition(jira: FakeJira) -> None:
    jira.deny("TRANSITION_ISSUES", project="PROJ")


def _full(jira: FakeJira) -> None:
    seeds.linked_to_other_project(jira)
    jira.link_limit = 1


def _no_edit(jira: FakeJira) -> None:
    jira.deny("EDIT_ISSUES")


_read = partial(Case, "transitions: list", path=PATH, status=200, body=transitions(TO_TO_DO, TO_IN_PROGRESS, TO_DONE))
_move = partial(Case, method="POST", path=PATH, status=400)
_moved = partial(
    _move,
    "transitions: success",
    sent={"transition": {"id": "31"}},
    status=204,
    content_type=None,
    body=b"",
    removes=(CRASH,),
    adds=("issue 10000: PROJ-1, Task, Done: Crash on save",),
    updates=("PROJ-1",),
)
_wrong = partial(_move, "transitions: none, or one that is no number or unknown")
_unseen = partial(
    _move, "transitions: unknown or unseen issue", sent={"transition": {"id": "31"}}, status=404, body=UNSEEN
)

CASES = (
    _read("version 3"),
    _read(
        "version 2",
        path="/rest/api/2/issue/PROJ-1/transitions",
        body=in_version_2(transitions(TO_TO_DO, TO_IN_PROGRESS, TO_DONE)),
    ),
    _read("one", path=PATH + "?transitionId=31", body=transitions(TO_DONE)),
    _read("unknown one", path=PATH + "?transitionId=1", body=transitions()),
    Case(
        "transitions: list, no Transition issues permission",
        path=PATH,
        seed=_no_transition,
        status=200,
        body=transitions(),
    ),
    _moved(),
    _moved(
        "number as id, in version 2",
        path="/rest/api/2/issue/PROJ-1/transitions",
        sent={"transition": {"id": 31}, "fields": {}},
    ),
    _moved("without Edit issues", seed=_no_edit),
    _move(
        "transitions: success",
        "to where it stands",
        sent={"transition": {"id": "11"}},
        status=204,
        content_type=None,
        body=b"",
    ),
    _move(
        "transitions: with fields, a link and a comment",
        path="/rest/api/2/issue/PROJ-1/transitions",
        sent={
            "transition": {"id": "31"},
            "fields": {"summary": "Crash"},
            "update": {
                "issuelinks": [{"add": {"type": {"name": "Blocks"}, "outwardIssue": {"key": "PROJ-2"}}}],
                "comment": [{"add": {"body": "Done"}}],
            },
        },
        status=204,
        content_type=None,
        body=b"",
        removes=(CRASH,),
        adds=(
            "issue 10000: PROJ-1, Task, Done: Crash",
            "link 10000: PROJ-1 blocks PROJ-2",
            "comment 10000: alice on PROJ-1: Done",
        ),
        updates=("PROJ-1", "PROJ-2"),
    ),
    _move(
        "transitions: with fields, a link and a comment",
        "refused as a whole",
        sent={"transition": {"id": "31"}, "fields": {"status": {"name": "Done"}}},
        body=NOT_SETTABLE % (b"status", b"status"),
    ),
    _move(
        "transitions: with fields, a link and a comment",
        "a link beyond the limit",
        seed=_full,
        sent={
            "transition": {"id": "31"},
            "update": {"issuelinks": [{"add": {"type": {"name": "Blocks"}, "outwardIssue": {"key": "PROJ-2"}}}]},
        },
        status=413,
        body=message(b"Issue 'PROJ-1' has reached the per-issue limit for issue links of 1."),
    ),
    _move(
        "transitions: with a user by name or key",
        sent={"transition": {"id": "31"}, "fields": {"assignee": {"name": "alice"}}},
        body=NOT_BY_ACCOUNT,
    ),
    _wrong("none", sent={}, body=MISSING),
    _wrong("without an id", sent={"transition": {"name": "Done"}}, body=MISSING),
    _wrong("null", sent={"transition": {"id": None}}, body=NOT_A_NUMBER),
    _wrong("a name", sent={"transition": {"id": "Done"}}, body=NOT_A_NUMBER),
    _wrong("unknown", sent={"transition": {"id": "5"}}, body=NOT_VALID % b"5"),
    _move(
        "transitions: no Transition issues permission",
        seed=_no_transition,
        sent={"transition": {"id": "31"}},
        body=NOT_VALID % b"31",
    ),
    _unseen("unknown", path="/rest/api/3/issue/PROJ-99/transitions"),
    _unseen("unseen", seed=seeds.hidden_by_level, path="/rest/api/3/issue/PROJ-3/transitions"),
    _unseen(
        "unseen, listed",
        method="GET",
        sent=None,
        seed=seeds.hidden_by_level,
        path="/rest/api/3/issue/PROJ-3/transitions",
    ),
)

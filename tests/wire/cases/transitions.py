"""GET and POST issue/{issueIdOrKey}/transitions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from tests.wire import seeds
from tests.wire.case import Case, nothing_more
from tests.wire.cases.new_issues import message
from tests.wire.literals import DONE, IN_PROGRESS, NOT_BY_ACCOUNT, NOT_SETTABLE, TO_DO, UNSEEN, in_version_2

if TYPE_CHECKING:
    from jira_linkfake import FakeJira

PATH = "/rest/api/3/issue/PROJ-1/transitions"
CRASH = "issue 10000: PROJ-1, Task, To Do: Crash on save"
NOT_VALID = b"""{"errorMessages":["Transition id '%b' is not valid for this issue."],"errors":{}}"""
NOT_A_NUMBER = b"""{"errorMessages":["'transition' identifier must be an integer"],"errors":{}}"""
NOW_DONE = "issue 10000: PROJ-1, Task, Done: Crash on save"
LINKED = {"add": {"type": {"name": "Blocks"}, "outwardIssue": {"key": "PROJ-2"}}}
RESOLUTION_NEEDED = b'{"errorMessages":[],"errors":{"resolution":"Resolution is required."}}'
MISSING = b"""{"errorMessages":["Missing 'transition' identifier"],"errors":{}}"""


def transition(number: bytes, name: bytes, to: bytes) -> bytes:
    """Return a transition."""
    return (
        b'{"id":"%b","name":"%b","to":%b,"hasScreen":false,"isGlobal":true,"isInitial":false,"isAvailable":true,'
        b'"isConditional":false,"isLooped":false}'
    ) % (number, name, to)


TO_CLOSE = transition(b"10000", b"Close", DONE).replace(b'"hasScreen":false', b'"hasScreen":true')
TO_TO_DO = transition(b"11", b"To Do", TO_DO)
TO_IN_PROGRESS = transition(b"21", b"In Progress", IN_PROGRESS)
TO_DONE = transition(b"31", b"Done", DONE)


def transitions(*those: bytes) -> bytes:
    """Return the list of these transitions."""
    return b'{"expand":"transitions","transitions":[%b]}' % b",".join(those)


def closing(jira: FakeJira) -> None:
    """Let issues be closed on a screen that has the summary and demands the resolution."""
    jira.add_transition("Close", to="Done", screen=["summary"], required=["resolution"])


def _with_links_and_more(jira: FakeJira) -> None:
    jira.add_transition("Close", to="Done", screen=["summary", "issuelinks"])


def _bare_screen(jira: FakeJira) -> None:
    jira.add_transition("Close", to="Done", screen=[])


def _comment_needed(jira: FakeJira) -> None:
    team = jira.add_field("Team")
    jira.add_transition("Close", to="Done", required=["comment", "issuelinks", "assignee", "summary", team])


def _from_in_progress(jira: FakeJira) -> None:
    jira.add_transition("Close", to="Done", sources=["In Progress"])


def _no_transition(jira: FakeJira) -> None:
    jira.deny("TRANSITION_ISSUES", project="PROJ")


def _full(jira: FakeJira) -> None:
    _with_links_and_more(jira)
    seeds.linked_to_other_project(jira)
    jira.link_limit = 1


def _no_edit(jira: FakeJira) -> None:
    jira.deny("EDIT_ISSUES")


_read = partial(Case, "transitions: list", path=PATH, status=200, body=transitions(TO_TO_DO, TO_IN_PROGRESS, TO_DONE))
_from = partial(Case, "transitions: from some statuses alone", path=PATH, status=200)
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
_unscreened = partial(_move, "transitions: fields without a screen, or on none")
_needed = partial(_move, "transitions: required fields")
_dropped = partial(
    _move,
    "transitions: comment without a screen",
    path="/rest/api/2/issue/PROJ-1/transitions",
    status=204,
    content_type=None,
    body=b"",
    removes=(CRASH,),
    adds=(NOW_DONE,),
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
        seed=_with_links_and_more,
        path="/rest/api/2/issue/PROJ-1/transitions",
        sent={
            "transition": {"id": "10000"},
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
            "watcher of PROJ-1: alice",
        ),
        updates=("PROJ-1", "PROJ-2"),
    ),
    _move(
        "transitions: with fields, a link and a comment",
        "refused as a whole",
        seed=_with_links_and_more,
        sent={"transition": {"id": "10000"}, "fields": {"status": {"name": "Done"}, "summary": "Crash"}},
        body=NOT_SETTABLE % (b"status", b"status"),
    ),
    _move(
        "transitions: with fields, a link and a comment",
        "a link beyond the limit",
        seed=_full,
        sent={
            "transition": {"id": "10000"},
            "update": {"issuelinks": [{"add": {"type": {"name": "Blocks"}, "outwardIssue": {"key": "PROJ-2"}}}]},
        },
        status=413,
        body=message(b"Issue 'PROJ-1' has reached the per-issue limit for issue links of 1."),
    ),
    _move(
        "transitions: with a user by name or key",
        seed=lambda jira: jira.add_transition("Close", to="Done", screen=["assignee"]),
        sent={"transition": {"id": "10000"}, "fields": {"assignee": {"name": "alice"}}},
        body=NOT_BY_ACCOUNT,
    ),
    *(
        _unscreened(variant, seed=seed, sent={"transition": {"id": number}, **sent}, body=NOT_SETTABLE % (name, name))
        for variant, seed, number, sent, name in (
            ("summary", nothing_more, "31", {"fields": {"summary": "Crash"}}, b"summary"),
            ("resolution", nothing_more, "31", {"fields": {"resolution": {"name": "Done"}}}, b"resolution"),
            ("a custom field", nothing_more, "31", {"fields": {"customfield_10010": 3}}, b"customfield_10010"),
            ("link", nothing_more, "31", {"update": {"issuelinks": [LINKED]}}, b"issuelinks"),
            ("on another screen", _bare_screen, "10000", {"fields": {"resolution": {"id": "1"}}}, b"resolution"),
        )
    ),
    _moved(
        "with what is on the screen",
        seed=closing,
        sent={"transition": {"id": "10000"}, "fields": {"resolution": {"name": "Won't Do"}}},
    ),
    _needed("no resolution", seed=closing, sent={"transition": {"id": "10000"}}, body=RESOLUTION_NEEDED),
    _needed(
        "none as the resolution",
        seed=closing,
        sent={"transition": {"id": "10000"}, "fields": {"resolution": None}},
        body=RESOLUTION_NEEDED,
    ),
    _needed(
        "several",
        seed=_comment_needed,
        sent={"transition": {"id": "10000"}, "fields": {}},
        body=b'{"errorMessages":[],"errors":{"comment":"Comment is required.","issuelinks":"Linked Issues is '
        b'required.","assignee":"Assignee is required.","customfield_10000":"Team is required."}}',
    ),
    _dropped(
        "dropped",
        sent={"transition": {"id": "31"}, "update": {"comment": [{"add": {"body": "Done"}}]}},
    ),
    _dropped(
        "on a screen",
        seed=_bare_screen,
        sent={"transition": {"id": "10000"}, "update": {"comment": [{"add": {"body": "Done"}}]}},
        adds=(NOW_DONE, "comment 10000: alice on PROJ-1: Done", "watcher of PROJ-1: alice"),
    ),
    _from("others", seed=_from_in_progress, body=transitions(TO_TO_DO, TO_IN_PROGRESS)),
    _from(
        "its own",
        path="/rest/api/3/issue/PROJ-2/transitions?transitionId=10000",
        seed=_from_in_progress,
        body=transitions(
            transition(b"10000", b"Close", DONE).replace(b'"isGlobal":true', b'"isGlobal":false'),
        ),
    ),
    _move(
        "transitions: from some statuses alone",
        "refused",
        seed=_from_in_progress,
        sent={"transition": {"id": "10000"}},
        body=NOT_VALID % b"10000",
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

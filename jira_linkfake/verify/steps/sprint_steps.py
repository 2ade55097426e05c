"""Steps about sprints: planned, started, closed and deleted, and the issues in them."""

from __future__ import annotations

from typing import Any

from jira_linkfake.verify.needs import need
from jira_linkfake.verify.side import Side
from jira_linkfake.verify.step import NotTriedError
from jira_linkfake.verify.steps.board_steps import AGILE, BOARDS
from jira_linkfake.verify.steps.declaring import delete, edit, get, jql, post, put

SPRINTS = f"{AGILE}/sprint"
_OF_BOARD = f"{BOARDS}/{{board_id}}/sprint"
_DATES = {"startDate": "2026-01-02T03:04:05.000Z", "endDate": "2026-01-16T03:04:05.000Z"}


def new_sprint(side: Side, name: str) -> None:
    """Make a sprint, which has the run's label for a name: there is no room for more; `{name_id}` is its id."""
    known = {one["id"] for one in side.listed(_OF_BOARD)}
    _let_sprints_go(side)
    made = side.make(
        "POST",
        SPRINTS,
        {"name": "{label}", "originBoardId": "{board_number}"},
        look_up=lambda: next((one for one in side.listed(_OF_BOARD) if one["id"] not in known), None),
    )
    side.names |= {f"{name}_id": str(made["id"]), f"{name}_number": int(made["id"])}


def _let_sprints_go(side: Side) -> None:
    """Remove every sprint of the run once the step is over: all that are on the board are the step's."""
    side.remove_named(_OF_BOARD, side.label, f"{SPRINTS}/{{id}}")


@need("sprint", after=("board",))
def _sprint(side: Side) -> None:
    new_sprint(side, "sprint")


@need("other sprint", after=("sprint",))
def _other_sprint(side: Side) -> None:
    new_sprint(side, "other_sprint")


@need("active sprint", after=("sprint",))
def _active_sprint(side: Side) -> None:
    side.make("POST", f"{SPRINTS}/{{sprint_id}}", {"state": "active", **_DATES}, look_up=dict)


@need("closed sprint", after=("active sprint",))
def _closed_sprint(side: Side) -> None:
    side.make("POST", f"{SPRINTS}/{{sprint_id}}", {"state": "closed"}, look_up=dict)


@need("one sprint at a time", after=("active sprint", "other sprint"))
def _one_sprint_at_a_time(side: Side) -> None:
    """Find out whether a second sprint starts: nothing else tells whether a site has parallel ones."""
    reply = side.ask("POST", f"{SPRINTS}/{{other_sprint_id}}", {"state": "active", **_DATES})
    if reply.status < 300:
        raise NotTriedError("the site lets several sprints of a board be active at once")


@need("a in a sprint", after=("sprint", "a"))
def _a_in_a_sprint(side: Side) -> None:
    side.make("POST", f"{SPRINTS}/{{sprint_id}}/issue", {"issues": ["{a}"]}, look_up=dict)


@need("new sprint goes", after=("board",))
def _new_sprint_goes(side: Side) -> None:
    _let_sprints_go(side)


@need("sprint on screens", after=("board", "a"))
def _sprint_on_screens(side: Side) -> None:
    if side.names["sprint_field"] not in side.look("issue/{a}/editmeta")["fields"]:
        raise NotTriedError("the field Sprint is on no screen on which the project's issues are edited")


@need("sprint that the second sees", after=("board that the second sees",))
def _sprint_that_the_second_sees(side: Side) -> None:
    side.names |= {"board_id": side.names["shared_board_id"], "board_number": side.names["shared_board_number"]}
    new_sprint(side, "sprint")


NEW = {"name": "{label}", "originBoardId": "{board_number}"}
_AT = f"{SPRINTS}/{{sprint_id}}"
_GOES = "new sprint goes"


def refused(name: str, rule: str, /, **body: Any) -> Any:
    """Return a step that makes a sprint which is refused."""
    whole = {key: value for key, value in {**NEW, **body}.items() if value is not None}
    return post(f"sprints: {name}", rule, SPRINTS, whole, needs=_GOES)


PLANNED = (
    post("sprints: made", "createSprint", SPRINTS, NEW, needs=_GOES),
    post("sprints: made with dates and a goal", "createSprint", SPRINTS, {**NEW, **_DATES, "goal": "x"}, needs=_GOES),
    get("sprints: one", "getSprint", _AT, needs="sprint"),
    get("sprints: those of a board", "getAllSprints", _OF_BOARD, needs="sprint"),
    get("sprints: those of a board in a state", "getAllSprints", f"{_OF_BOARD}?state=active", needs="active sprint"),
    put("sprints: changed as a whole", "updateSprint", _AT, {**NEW, "goal": "x", "state": "future"}, needs="sprint"),
    post("sprints: changed in part", "partiallyUpdateSprint", _AT, {"goal": "x"}, needs="sprint"),
    post("sprints: started", "partiallyUpdateSprint", _AT, {"state": "active", **_DATES}, needs="sprint"),
    post("sprints: closed", "partiallyUpdateSprint", _AT, {"state": "closed"}, needs="active sprint"),
    post(
        "sprints: swapped",
        "swapSprint",
        f"{_AT}/swap",
        {"sprintToSwapWith": "{other_sprint_number}"},
        needs="other sprint",
    ),
    delete("sprints: deleted", "deleteSprint", _AT, needs="sprint"),
    get("sprints: an unknown one", "SprintUnseen", f"{SPRINTS}/999999999", needs="boards"),
    refused("without a name", "SprintNameInvalid", name=None),
    refused("a name that is too long", "SprintNameInvalid", name="{label} too long"),
    refused("without a board", "SprintBoardMissing", originBoardId=None),
    refused("a date that is none", "SprintDateInvalid", startDate="soon"),
    refused("an end before the start", "SprintDateInvalid", startDate=_DATES["endDate"], endDate=_DATES["startDate"]),
    post("sprints: a closed one changed", "SprintClosedAlready", _AT, {"goal": "x"}, needs="closed sprint"),
    post("sprints: one that nobody started closed", "SprintStateInvalid", _AT, {"state": "closed"}, needs="sprint"),
    post("sprints: started without dates", "SprintDatesMissing", _AT, {"state": "active"}, needs="sprint"),
    post(
        "sprints: a second one started",
        "SprintActiveAlready",
        f"{SPRINTS}/{{other_sprint_id}}",
        {"state": "active", **_DATES},
        needs="one sprint at a time",
    ),
    post(
        "sprints: changed without Manage sprints",
        "NoSprintPermission",
        _AT,
        {"goal": "x"},
        needs="sprint that the second sees, second lacks MANAGE_SPRINTS_PERMISSION",
        caller="second",
    ),
)

_IN_IT = {"jql": "key = {a}", "fields": "summary"}
_SPRINT = "{sprint_field}"
ISSUES = (
    post(
        "sprints: issues put into one",
        "moveIssuesToSprintAndRank",
        f"{_AT}/issue",
        {"issues": ["{a}"]},
        needs="sprint, a",
    ),
    get(
        "sprints: issues of one",
        "getIssuesForSprint",
        f"{_AT}/issue",
        query=_IN_IT,
        needs="a in a sprint",
        is_search=True,
    ),
    get(
        "sprints: issues of one on a board",
        "getBoardIssuesForSprint",
        f"{_OF_BOARD}/{{sprint_id}}/issue",
        query=_IN_IT,
        needs="a in a sprint",
        is_search=True,
    ),
    get(
        "sprints: as a field of an issue",
        "getIssue",
        "issue/{a}",
        query={"fields": _SPRINT},
        needs="a in a sprint",
    ),
    get(
        "sprints: in the history of an issue",
        "getChangeLogs",
        "issue/{a}/changelog",
        needs="a in a sprint",
    ),
    jql(
        "issues of a sprint",
        "searchAndReconsileIssuesUsingJql",
        "sprint = {sprint_id} AND key = {a}",
        needs="a in a sprint",
        is_search=True,
    ),
    jql(
        "issues of sprints that nobody started",
        "searchAndReconsileIssuesUsingJql",
        "sprint in futureSprints() AND key = {a}",
        needs="a in a sprint",
        is_search=True,
    ),
    post(
        "sprints: a sub-task put into one",
        "NotForSprints",
        f"{_AT}/issue",
        {"issues": ["{child}"]},
        needs="sprint, subtask",
    ),
    edit(
        "sprints: set on an issue",
        "editIssue",
        {"fields": {_SPRINT: "{sprint_number}"}},
        needs="sprint, sprint on screens",
        issue="a",
        status=204,
    ),
    edit(
        "sprints: set to what is no number",
        "SprintFieldInvalid",
        {"fields": {_SPRINT: "soon"}},
        needs="sprint on screens",
        issue="a",
    ),
    edit(
        "sprints: set to an unknown one",
        "SprintFieldUnseen",
        {"fields": {_SPRINT: 999999999}},
        needs="sprint on screens",
        issue="a",
    ),
)

STEPS = (*PLANNED, *ISSUES)

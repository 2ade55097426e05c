"""Steps about boards: made, read and deleted, what is on them, their backlog, ranks and estimation."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from jira_linkfake.jira.fields.model import SPRINT
from jira_linkfake.verify.needs import need, new_issue, new_one_goes, new_thing
from jira_linkfake.verify.side import LABEL, Side
from jira_linkfake.verify.step import NotTriedError
from jira_linkfake.verify.steps.declaring import delete, get, post, put
from jira_linkfake.verify.steps.filter_steps import PROJECT_SHARE, new_filter

AGILE = "/rest/agile/1.0"
BOARDS = f"{AGILE}/board"
OFF_BOARD = f"{LABEL}-off-board"
"""The label of what the run made and its boards do not show."""

_ON_BOARDS = f'project = {{project}} AND labels = "{{label}}" AND labels != "{OFF_BOARD}" ORDER BY Rank ASC'


@need("boards", after=("company-managed",), for_run=True, makes=False)
def _boards(side: Side) -> None:
    """Be on a site with Jira Software, in a project that boards can be made for."""
    if side.names.get("project_type") != "software":
        raise NotTriedError("it needs a project of Jira Software")
    side.look(f"{BOARDS}?maxResults=1")


@need("board filter", after=("boards",), for_run=True)
def _board_filter(side: Side) -> None:
    new_filter(side, "board_filter", for_run=True, jql=_ON_BOARDS)


LOCATION = {"type": "project", "projectKeyOrId": "{project}"}


def new_board(side: Side, name: str, kind: str, *, found_by: str = "board_filter", for_run: bool = False) -> None:
    """Make a board of what a filter finds."""
    body = {"type": kind, "filterId": f"{{{found_by}_number}}", "location": LOCATION}
    new_thing(side, name, BOARDS, body, listed=f"{BOARDS}?name={{label}}", for_run=for_run)


@need("board", after=("board filter",), for_run=True)
def _board(side: Side) -> None:
    """Make a Scrum board, and have the fields that it ranks and estimates by, and that of sprints."""
    new_board(side, "board", "scrum", for_run=True)
    told = side.look(f"{BOARDS}/{{board_id}}/configuration")
    sprint = _field_of_sprints(side.look("field"))
    points = told["estimation"]["field"]["fieldId"]
    side.names |= {
        "rank_number": int(told["ranking"]["rankCustomFieldId"]),
        "points_field": points,
        "points_number": int(points.removeprefix("customfield_")),
        "sprint_field": str(sprint["id"]),
        "sprint_field_name": str(sprint["name"]),
    }


def _field_of_sprints(fields: Iterable[dict[str, Any]]) -> dict[str, Any]:
    return next(one for one in fields if (one.get("schema") or {}).get("custom") == SPRINT)


@need("kanban board", after=("board filter",), for_run=True)
def _kanban_board(side: Side) -> None:
    new_board(side, "kanban_board", "kanban", for_run=True)


@need("own board", after=("board filter",))
def _own_board(side: Side) -> None:
    """Make a board for a step that deletes it."""
    new_board(side, "own_board", "kanban")


@need("board that the second sees", after=("boards", "second user"))
def _board_that_the_second_sees(side: Side) -> None:
    new_filter(side, "shared_filter", jql=_ON_BOARDS, sharePermissions=[PROJECT_SHARE])
    new_board(side, "shared_board", "scrum", found_by="shared_filter")


@need("new board goes", after=("board filter",))
def _new_board_goes(side: Side) -> None:
    new_one_goes(side, BOARDS, listed=f"{BOARDS}?name={{label}}")


@need("a on the board", after=("board", "a"))
def _a_on_the_board(side: Side) -> None:
    """Wait until the board shows a: search may be behind."""
    for wait in (0.0, 1.0, 2.0, 4.0, 8.0):
        side.client.sleep(wait)
        if side.look(f"{BOARDS}/{{board_id}}/issue", jql="key = {a}", fields="summary")["issues"]:
            return
    raise NotTriedError("the board does not show an issue that its filter finds")


@need("off the board", after=("board",))
def _off_the_board(side: Side) -> None:
    new_issue(side, "off", labels=[LABEL, side.label, OFF_BOARD])


_BOARD = f"{BOARDS}/{{board_id}}"
_KANBAN = f"{BOARDS}/{{kanban_board_id}}"
NEW = {"name": "{label} new", "type": "kanban", "filterId": "{board_filter_number}", "location": LOCATION}
_GOES = "new board goes"
_ONLY_A = {"jql": "key = {a}", "fields": "summary"}
AT_BOARD = (
    get("boards: all", "getAllBoards", BOARDS, query={"name": "{board}"}, needs="board"),
    get(
        "boards: those of a project", "getAllBoards", f"{BOARDS}?projectKeyOrId={{project}}", needs="board", alike=True
    ),
    post("boards: made", "createBoard", BOARDS, NEW, needs=_GOES),
    post("boards: made of Scrum", "createBoard", BOARDS, {**NEW, "type": "scrum"}, needs=_GOES),
    get("boards: one", "getBoard", _BOARD, needs="board"),
    get("boards: those of a filter", "getBoardByFilterId", f"{BOARDS}/filter/{{board_filter_id}}", needs="board"),
    get("boards: how one is configured", "getConfiguration", f"{_BOARD}/configuration", needs="board", alike=True),
    get(
        "boards: how one of Kanban is configured",
        "getConfiguration",
        f"{_KANBAN}/configuration",
        needs="kanban board",
        alike=True,
    ),
    delete("boards: deleted", "deleteBoard", f"{BOARDS}/{{own_board_id}}", needs="own board"),
    get("boards: issues", "getIssuesForBoard", f"{_BOARD}/issue", query=_ONLY_A, needs="board, a", is_search=True),
    get(
        "boards: issues with all fields",
        "getIssuesForBoard",
        f"{_BOARD}/issue",
        query={"jql": "key = {a}"},
        needs="board, a",
        is_search=True,
        alike=True,
    ),
    get("boards: backlog", "getIssuesForBacklog", f"{_BOARD}/backlog", query=_ONLY_A, needs="board, a", is_search=True),
    get("boards: their projects", "getProjects", f"{_BOARD}/project", needs="board", alike=True),
    get("boards: their projects in full", "getProjectsFull", f"{_BOARD}/project/full", needs="board", alike=True),
    get("boards: versions", "getAllVersions", f"{_BOARD}/version", needs="board, version", alike=True),
    get(
        "boards: an issue",
        "getIssue",
        f"{AGILE}/issue/{{a}}",
        query={"fields": "summary,sprint,epic"},
        needs="board, a",
    ),
    get("boards: an unknown one", "BoardUnseen", f"{BOARDS}/999999999", needs="boards"),
    get("boards: one that is not seen", "BoardUnseen", _BOARD, needs="board, second user", caller="second"),
    post("boards: of an unknown filter", "BoardFilterUnseen", BOARDS, {**NEW, "filterId": 999999999}, needs=_GOES),
    post("boards: without a name", "BoardInvalid", BOARDS, {**NEW, "name": ""}, needs=_GOES),
    post("boards: of an unknown type", "BoardInvalid", BOARDS, {**NEW, "type": "nonsense"}, needs=_GOES),
    get("boards: all of an unknown type", "BoardQueryInvalid", f"{BOARDS}?type=nonsense", needs="boards"),
    delete(
        "boards: deleted by somebody else",
        "BoardUndeletable",
        f"{BOARDS}/{{shared_board_id}}",
        needs="board that the second sees, second lacks ADMINISTER, second lacks ADMINISTER_PROJECTS",
        caller="second",
    ),
    get("boards: sprints of one without", "NoSprints", f"{_KANBAN}/sprint", needs="kanban board"),
)

A = {"issues": ["{a}"]}
MOVED = (
    post("backlog: issues moved there", "moveIssuesToBacklog", f"{AGILE}/backlog/issue", A, needs="a in a sprint"),
    post(
        "backlog: issues of a board moved there",
        "moveIssuesToBacklogForBoard",
        f"{AGILE}/backlog/{{board_id}}/issue",
        A,
        needs="a in a sprint, a on the board",
    ),
    post("backlog: issues moved onto a board", "moveIssuesToBoard", f"{_KANBAN}/issue", A, needs="kanban board, a"),
    post("backlog: issues moved onto one of Scrum", "OnlyBySprint", f"{_BOARD}/issue", A, needs="board, a"),
)

_RANK = f"{AGILE}/issue/rank"
_BEFORE = {**A, "rankBeforeIssue": "{b}"}
RANKS = (
    put("ranks: before another issue", "rankIssues", _RANK, _BEFORE, needs="board, a, b"),
    put(
        "ranks: behind another issue, by the field",
        "rankIssues",
        _RANK,
        {**A, "rankAfterIssue": "{b}", "rankCustomFieldId": "{rank_number}"},
        needs="board, a, b",
    ),
    get(
        "ranks: the order of a board",
        "getIssuesForBoard",
        f"{_BOARD}/issue",
        query={"jql": "key in ({a}, {b})", "fields": "summary"},
        needs="b ranked before a",
        is_search=True,
    ),
    put("ranks: nowhere", "RankUnclear", _RANK, A, needs="boards, a"),
    put("ranks: of no issue", "IssuesMiscounted", _RANK, {"issues": [], "rankBeforeIssue": "{a}"}, needs="boards, a"),
    put(
        "ranks: of an unknown issue",
        "MovedIssueUnseen",
        _RANK,
        {"issues": ["{project}-9999999"], "rankBeforeIssue": "{a}"},
        needs="boards, a",
    ),
    put(
        "ranks: without Schedule issues",
        "NoMovePermission",
        _RANK,
        _BEFORE,
        needs="boards, a, b, second lacks SCHEDULE_ISSUES",
        caller="second",
    ),
)


@need("b ranked before a", after=("board", "a", "b"))
def _b_ranked_before_a(side: Side) -> None:
    side.make("PUT", _RANK, {"issues": ["{b}"], "rankBeforeIssue": "{a}"}, look_up=dict)


_ESTIMATION = f"{AGILE}/issue/{{a}}/estimation"
_FOR_BOARD = f"{_ESTIMATION}?boardId={{board_id}}"
ESTIMATION = (
    get("estimation: of an issue", "getIssueEstimationForBoard", _FOR_BOARD, needs="a on the board"),
    put("estimation: set", "estimateIssueForBoard", _FOR_BOARD, {"value": "8.0"}, needs="a on the board"),
    get("estimation: without a board", "NoEstimation", _ESTIMATION, needs="boards, a"),
    put("estimation: that is no number", "EstimationInvalid", _FOR_BOARD, {"value": "much"}, needs="a on the board"),
    get(
        "estimation: of an issue that is not on the board",
        "NotOnBoard",
        f"{AGILE}/issue/{{off}}/estimation?boardId={{board_id}}",
        needs="off the board",
    ),
)

STEPS = (*AT_BOARD, *MOVED, *RANKS, *ESTIMATION)

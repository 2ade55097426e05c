"""Steps about epics as boards have them, and which issues belong to them."""

from __future__ import annotations

from jira_linkfake.verify.needs import need, new_issue
from jira_linkfake.verify.side import Side
from jira_linkfake.verify.step import NotTriedError
from jira_linkfake.verify.steps.board_steps import AGILE, BOARDS, A
from jira_linkfake.verify.steps.declaring import get, post, put

EPICS = f"{AGILE}/epic"


@need("epic type", for_run=True, makes=False)
def _epic_type(side: Side) -> None:
    if "epic_type_id" not in side.names:
        raise NotTriedError("the project has no type of epics")


def _new_epic(side: Side, name: str) -> None:
    new_issue(side, name, issuetype={"id": "{epic_type_id}"})


@need("epic", after=("boards", "epic type"))
def _epic(side: Side) -> None:
    _new_epic(side, "epic")


@need("other epic", after=("epic",))
def _other_epic(side: Side) -> None:
    _new_epic(side, "other_epic")


@need("epic of a team", after=("team-managed", "epic type"))
def _epic_of_a_team(side: Side) -> None:
    _new_epic(side, "epic")


@need("a in the epic", after=("a", "epic"))
def _a_in_the_epic(side: Side) -> None:
    side.make("POST", f"{_AT}/issue", A, look_up=dict)


_AT = f"{EPICS}/{{epic}}"
_WITHOUT = f"{EPICS}/none/issue"
_BOARD = f"{BOARDS}/{{board_id}}/epic"
_ONLY_A = {"jql": "key = {a}", "fields": "summary"}
_RANK = f"{EPICS}/{{other_epic}}/rank"

STEPS = (
    get("epics: one", "getEpic", _AT, needs="epic"),
    post("epics: changed", "partiallyUpdateEpic", _AT, {"done": True, "color": {"key": "color_4"}}, needs="epic"),
    post("epics: issues moved to one", "moveIssuesToEpic", f"{_AT}/issue", A, needs="epic, a"),
    get(
        "epics: issues of one", "getIssuesForEpic", f"{_AT}/issue", query=_ONLY_A, needs="a in the epic", is_search=True
    ),
    get(
        "epics: an issue of one",
        "getIssue",
        f"{AGILE}/issue/{{a}}",
        query={"fields": "epic,parent"},
        needs="a in the epic",
    ),
    post("epics: issues removed from one", "removeIssuesFromEpic", _WITHOUT, A, needs="a in the epic"),
    get("epics: issues of none", "getIssuesWithoutEpic", _WITHOUT, query=_ONLY_A, needs="boards, a", is_search=True),
    get("epics: those of a board", "getEpics", _BOARD, needs="board, epic", is_search=True),
    get(
        "epics: issues of one on a board",
        "getBoardIssuesForEpic",
        f"{_BOARD}/{{epic_id}}/issue",
        query=_ONLY_A,
        needs="board, a in the epic",
        is_search=True,
    ),
    get(
        "epics: issues of none on a board",
        "getIssuesWithoutEpicForBoard",
        f"{_BOARD}/none/issue",
        query=_ONLY_A,
        needs="board, a",
        is_search=True,
    ),
    put("epics: ranked", "rankEpics", _RANK, {"rankBeforeEpic": "{epic}"}, needs="other epic"),
    put("epics: ranked nowhere", "RankUnclear", _RANK, {}, needs="other epic"),
    get("epics: an unknown one", "EpicUnseen", f"{EPICS}/999999999", needs="boards"),
    get("epics: an issue that is none", "EpicUnseen", f"{EPICS}/{{a}}", needs="boards, a"),
    post(
        "epics: a sub-task moved to one", "NotForEpics", f"{_AT}/issue", {"issues": ["{child}"]}, needs="epic, subtask"
    ),
    get("epics: one of a team's project", "EpicTeamManaged", _AT, needs="epic of a team"),
)

"""`board`, `backlog` and `issue` of Jira Software: boards, what is on them, and issues as boards have them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from marshmallow import fields
from marshmallow.validate import OneOf

from jira_linkfake.jira.boards import rules
from jira_linkfake.jira.boards.as_json import (
    board_configuration,
    board_json,
    issue_on_board,
    software_api,
)
from jira_linkfake.jira.boards.contents import (
    KANBAN_SUB_QUERY,
    IssueQuery,
    Takes,
    boards_about,
    epics_on,
    is_in_backlog,
    is_on,
    issues_on,
    projects_of_filter,
    projects_on,
    selected,
    sprints_on,
)
from jira_linkfake.jira.boards.finding import (
    BoardQuery,
    epic_of,
    find_board,
    find_board_with_sprints,
    is_epic,
    issues_to_move,
    search_boards,
)
from jira_linkfake.jira.boards.model import Board
from jira_linkfake.jira.boards.refusals import BoardQueryInvalid, NoEstimation, NotOnBoard
from jira_linkfake.jira.boards.rules import BoardRequest
from jira_linkfake.jira.epics.as_json import epic_json
from jira_linkfake.jira.epics.finding import find_epic, look_of
from jira_linkfake.jira.evidence import LIVE_SUITE, REFERENCE
from jira_linkfake.jira.issues.as_json import require_served, wanted_fields
from jira_linkfake.jira.issues.finding import IssueReference, find_issue
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.permissions.model import EDIT_ISSUES, SCHEDULE_ISSUES
from jira_linkfake.jira.permissions.sight import may_see
from jira_linkfake.jira.projects.as_json import project_json
from jira_linkfake.jira.projects.finding import find_project
from jira_linkfake.jira.ranks.rules import Place
from jira_linkfake.jira.reader import Json
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.sprints.as_json import sprint_json
from jira_linkfake.jira.sprints.finding import find_sprint, sprints_of
from jira_linkfake.jira.sprints.rules import move_to_backlog
from jira_linkfake.jira.versions.model import Version
from jira_linkfake.rest.body import Closed, Text, Whole
from jira_linkfake.rest.call import Call, Page
from jira_linkfake.rest.operations import Success, operation

_Thing = TypeVar("_Thing")
_PAGE = 50


class _Location(Closed):
    type = fields.String(required=True, validate=OneOf(("project", "user")))
    project = Text(data_key="projectKeyOrId")


class _Board(Closed):
    name = Text()
    type = Text()
    filter_id = fields.Raw(data_key="filterId", load_default=None)
    location = fields.Nested(_Location, allow_none=True, load_default=None)


class IssuesToMove(Closed):
    """The issues that are to be moved, and where they are to be ranked."""

    issues = fields.List(fields.String(), load_default=())
    before = Text(data_key="rankBeforeIssue")
    after = Text(data_key="rankAfterIssue")
    field = Whole("rankCustomFieldId")


class Issues(Closed):
    """The issues that are to be moved."""

    issues = fields.List(fields.String(), load_default=())


class _Estimation(Closed):
    value = Text()


def place_in(content: Mapping[str, Any]) -> Place:
    """Return where a body wants issues to be ranked."""
    return Place(before=content["before"], after=content["after"], field=content["field"])


def page_of(call: Call, things: Sequence[_Thing], represent: Callable[[_Thing], Any]) -> Json:
    """Return the part of a list that the query asks for, as Jira Software's pages have it."""
    page = Page.of(call, default=_PAGE)
    values = [represent(one) for one in page.cut(things)]
    return {
        "maxResults": page.max_results,
        "startAt": page.start_at,
        "total": len(things),
        "isLast": page.start_at + len(values) >= len(things),
        "values": values,
    }


def page_of_issues(call: Call, takes: Takes, board: Board | None = None) -> Json:
    """Return the part that the query asks for of the issues that the caller sees, with their fields."""
    page = Page.of(call, default=_PAGE)
    expand = ",".join(call.names("expand"))
    require_served(expand, "an issue of a board")
    asked = IssueQuery(jql=call.query.get("jql", ""), validated=call.flag("validateQuery", default=True))
    issues = selected(call.site, call.caller, asked, takes, board)
    wanted = wanted_fields(call.names("fields"), default="*navigable")
    return {
        "expand": "schema,names",
        "startAt": page.start_at,
        "maxResults": page.max_results,
        "total": len(issues),
        "issues": [issue_on_board(call, issue, wanted, expand) for issue in page.cut(issues)],
    }


_TYPES = ("scrum", "kanban", "simple")
_ORDERS = ("", "name", "+name", "-name")
_OF_A_PAGE = ("accountIdLocation", "projectLocation", "negateLocationFiltering")


def require_known(name: str, values: Sequence[str], known: Sequence[str]) -> Sequence[str]:
    """Return the values of a query; raises `Refused` for one that is not known."""
    unknown = next((one for one in values if one not in known), None)
    if unknown is not None:
        raise Refused(BoardQueryInvalid(name=name, value=unknown))
    return values


@operation(
    "getAllBoards",
    Success(200, "a page of the boards that the caller sees", LIVE_SUITE),
    not_served=(*_OF_A_PAGE, "includePrivate", "expand"),
)
def list_boards(call: Call) -> Json:
    """Return a page of the boards that the caller sees and that the query finds."""
    order = call.query.get("orderBy", "")
    require_known("orderBy", [order], _ORDERS)
    query = BoardQuery(
        types=require_known("type", call.names("type"), _TYPES),
        name=call.query.get("name", ""),
        filter_id=call.query.get("filterId"),
        order=order,
    )
    found = search_boards(call.site, call.caller, query)
    named = call.query.get("projectKeyOrId")
    if named:
        found = boards_about(call.site, call.caller, found, find_project(call.site, call.caller, named))
    return page_of(call, found, lambda one: board_json(one, call))


@operation("createBoard", Success(201, "the board", LIVE_SUITE), body=_Board)
def create(call: Call) -> Json:
    """Make a board of a filter."""
    user, content = call.signed_in_user(), call.content
    location = content["location"] or {}
    asked = BoardRequest(
        name=content["name"] or "",
        type=content["type"] or "",
        filter_id=None if content["filter_id"] is None else str(content["filter_id"]),
        located_in=location.get("type"),
        project=location.get("project"),
    )
    return board_json(rules.create_board(call.site, user, asked), call)


@operation("getBoardByFilterId", Success(200, "a page of the boards of the filter", REFERENCE))
def list_of_filter(call: Call, filterId: str) -> Json:
    """Return a page of the boards of a filter that the caller sees; of another one there are none."""
    found = search_boards(call.site, call.caller, BoardQuery(filter_id=filterId))
    api = software_api(call)
    return page_of(call, found, lambda one: {"id": int(one.id), "self": f"{api}/board/{one.id}", "name": one.name})


@operation("getBoard", Success(200, "the board", LIVE_SUITE))
def read(call: Call, boardId: str) -> Json:
    """Return a board."""
    return board_json(find_board(call.site, call.caller, boardId), call)


@operation("deleteBoard", Success(204, "empty", REFERENCE))
def delete(call: Call, boardId: str) -> None:
    """Delete a board."""
    rules.delete_board(call.site, call.signed_in_user(), boardId)


@operation("getConfiguration", Success(200, "filter, columns, and what it estimates and ranks by", LIVE_SUITE))
def read_configuration(call: Call, boardId: str) -> Json:
    """Return how a board is configured."""
    return board_configuration(find_board(call.site, call.caller, boardId), call, KANBAN_SUB_QUERY)


@operation("getIssuesForBoard", Success(200, "a page of the board's issues, by rank", LIVE_SUITE))
def list_issues(call: Call, boardId: str) -> Json:
    """Return a page of the issues on a board."""
    board = find_board(call.site, call.caller, boardId)
    return page_of_issues(call, is_on(board), board)


@operation("getIssuesForBacklog", Success(200, "a page of the issues in the board's backlog, by rank", LIVE_SUITE))
def list_backlog(call: Call, boardId: str) -> Json:
    """Return a page of the issues in a board's backlog."""
    board = find_board(call.site, call.caller, boardId)
    return page_of_issues(call, is_in_backlog(call.site, board), board)


@operation("moveIssuesToBoard", Success(204, "empty", REFERENCE), body=IssuesToMove)
def move_to_board(call: Call, boardId: str) -> None:
    """Move issues from the backlog onto a board without sprints."""
    user, content = call.signed_in_user(), call.content
    rules.move_to_board(call.site, user, boardId, content["issues"], place_in(content))


@operation("getProjects", Success(200, "a page of the board's projects, by name", LIVE_SUITE))
def list_projects(call: Call, boardId: str) -> Json:
    """Return a page of the projects that a board is about, or whose issues are on it."""
    board = find_board(call.site, call.caller, boardId)
    return page_of(call, projects_on(call.site, call.caller, board), lambda one: project_json(one, call.api))


@operation("getProjectsFull", Success(200, "the projects that the board's query is about", REFERENCE))
def list_projects_in_full(call: Call, boardId: str) -> Json:
    """Return all projects that a board's query is about for certain."""
    board = find_board(call.site, call.caller, boardId)
    found = projects_of_filter(call.site, call.caller, board)
    values = [project_json(one, call.api) for one in found]
    return {"maxResults": len(found), "startAt": 0, "total": len(found), "isLast": True, "values": values}


@operation("getEpics", Success(200, "a page of the board's epics, by rank", REFERENCE))
def list_epics(call: Call, boardId: str) -> Json:
    """Return a page of the epics of a board."""
    board = find_board(call.site, call.caller, boardId)
    found = epics_on(call.site, call.caller, board)
    if "done" in call.query:
        found = [one for one in found if look_of(call.site, one).done == call.flag("done")]
    return page_of(call, found, lambda one: epic_json(one, call.site, software_api(call)))


@operation("getIssuesWithoutEpicForBoard", Success(200, "a page of the issues of no epic, by rank", LIVE_SUITE))
def list_without_epic(call: Call, boardId: str) -> Json:
    """Return a page of the issues on a board that belong to no epic that the caller sees."""
    board = find_board(call.site, call.caller, boardId)
    on_board = is_on(board)
    return page_of_issues(call, lambda issue: on_board(issue) and is_without_epic(call, issue), board)


def is_without_epic(call: Call, issue: Issue) -> bool:
    """Say whether an issue is no epic and belongs to none that the caller sees."""
    epic = epic_of(call.site, issue)
    return not is_epic(issue) and (epic is None or not may_see(call.site, call.caller, epic))


@operation("getBoardIssuesForEpic", Success(200, "a page of the epic's issues on the board, by rank", REFERENCE))
def list_of_epic(call: Call, boardId: str, epicId: str) -> Json:
    """Return a page of the issues on a board that belong to an epic."""
    board = find_board(call.site, call.caller, boardId)
    epic = find_epic(call.site, call.caller, epicId)
    on_board = is_on(board)
    return page_of_issues(call, lambda issue: on_board(issue) and issue.parent_id == epic.id, board)


_STATES = ("future", "active", "closed")


@operation("getAllSprints", Success(200, "a page of the board's sprints", LIVE_SUITE))
def list_sprints(call: Call, boardId: str) -> Json:
    """Return a page of the sprints of a board that has some."""
    board = find_board_with_sprints(call.site, call.caller, boardId)
    states = require_known("state", call.names("state"), _STATES)
    found = [one for one in sprints_on(call.site, call.caller, board) if not states or one.state in states]
    return page_of(call, found, lambda one: sprint_json(one, software_api(call)))


@operation("getBoardIssuesForSprint", Success(200, "a page of the sprint's issues on the board, by rank", REFERENCE))
def list_of_sprint(call: Call, boardId: str, sprintId: str) -> Json:
    """Return a page of the issues on a board that are or were in a sprint."""
    board = find_board_with_sprints(call.site, call.caller, boardId)
    sprint = find_sprint(call.site, call.caller, sprintId)
    on_board = is_on(board)
    return page_of_issues(call, lambda issue: on_board(issue) and sprint in sprints_of(call.site, issue), board)


@operation("getAllVersions", Success(200, "a page of the versions of the board's projects", REFERENCE))
def list_versions(call: Call, boardId: str) -> Json:
    """Return a page of the versions of the projects of a board."""
    board = find_board(call.site, call.caller, boardId)
    found = [
        one
        for project in projects_on(call.site, call.caller, board)
        for one in call.site.versions.of_project(project.key)
        if "released" not in call.query or one.released == call.flag("released")
    ]
    return page_of(call, found, lambda one: _version(call, one))


def _version(call: Call, one: Version) -> Json:
    released = {} if one.release_date is None else {"releaseDate": f"{one.release_date}T00:00:00.000Z"}
    return {
        "self": f"{call.api}/version/{one.id}",
        "id": int(one.id),
        "projectId": int(call.site.projects[one.project].id),
        "name": one.name,
        "description": one.description or "",
        "archived": one.archived,
        "released": one.released,
        **released,
    }


@operation("moveIssuesToBacklog", Success(204, "empty", LIVE_SUITE), body=Issues)
def move_issues_to_backlog(call: Call) -> None:
    """Take issues from the sprints that they are in."""
    user = call.signed_in_user()
    move_to_backlog(call.site, user, call.content["issues"], Place())


@operation("moveIssuesToBacklogForBoard", Success(204, "empty", LIVE_SUITE), body=IssuesToMove)
def move_issues_to_backlog_of(call: Call, boardId: str) -> None:
    """Take issues that are on a board from the sprints that they are in, and rank them."""
    user, content = call.signed_in_user(), call.content
    board = find_board(call.site, user, boardId)
    on_board = {issue.id for issue in issues_on(call.site, user, board)}
    for issue in issues_to_move(call.site, user, content["issues"], SCHEDULE_ISSUES, EDIT_ISSUES):
        if issue.id not in on_board:
            raise Refused(NotOnBoard(issue=issue, board=board))
    move_to_backlog(call.site, user, content["issues"], place_in(content))


@operation(
    "getIssue",
    Success(200, "the issue with its sprints and its epic", LIVE_SUITE),
)
def read_issue(call: Call, issueIdOrKey: str) -> Json:
    """Return an issue as boards have it."""
    issue = find_issue(call.site, call.caller, IssueReference.of(issueIdOrKey))
    expand = ",".join(call.names("expand"))
    require_served(expand, "GET issue (getIssue)")
    return issue_on_board(call, issue, wanted_fields(call.names("fields")), expand)


@operation("getIssueEstimationForBoard", Success(200, "the field that estimates, and its value", LIVE_SUITE))
def read_estimation(call: Call, issueIdOrKey: str) -> Json:
    """Return how many story points an issue has."""
    return _estimation(call, _estimated(call, issueIdOrKey))


@operation(
    "estimateIssueForBoard", Success(200, "the field that estimates, and its value", REFERENCE), body=_Estimation
)
def estimate(call: Call, issueIdOrKey: str) -> Json:
    """Give an issue another number of story points, or none."""
    user, text = call.signed_in_user(), call.content["value"]
    return _estimation(call, rules.estimate(call.site, user, _estimated(call, issueIdOrKey), text))


def _estimated(call: Call, id_or_key: str) -> Issue:
    """Return the issue, which must be on the board that the query names, and the board must estimate."""
    issue = find_issue(call.site, call.caller, IssueReference.of(id_or_key))
    board_id = call.query.get("boardId")
    if not board_id:
        raise Refused(NoEstimation(why="the query names no board"))
    board = find_board(call.site, call.caller, board_id)
    if not board.has_sprints:
        raise Refused(NoEstimation(why=f"the board {board.name!r} estimates nothing"))
    if issue.id not in {one.id for one in issues_on(call.site, call.caller, board)}:
        raise Refused(NotOnBoard(issue=issue, board=board))
    return issue


def _estimation(call: Call, issue: Issue) -> Json:
    field = call.site.software_fields["story points"]
    value = issue.custom_fields.get(field)
    shown = {} if value is None else {"value": str(float(value)) if isinstance(value, (int, float)) else str(value)}
    return {"fieldId": field, **shown}

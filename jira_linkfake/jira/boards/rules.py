"""Boards: making and deleting them, moving issues onto them, and estimating issues."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from jira_linkfake.jira.boards.fields import bring_fields
from jira_linkfake.jira.boards.finding import find_board, issues_to_move, location_of, require_all
from jira_linkfake.jira.boards.model import Board, BoardType
from jira_linkfake.jira.boards.refusals import (
    BoardFilterUnseen,
    BoardInvalid,
    BoardUndeletable,
    EstimationInvalid,
    OnlyBySprint,
)
from jira_linkfake.jira.fields.field import Draft
from jira_linkfake.jira.filters.finding import find_filter
from jira_linkfake.jira.history.model import BoardCreated, BoardDeleted
from jira_linkfake.jira.issues.finding import require_unarchived
from jira_linkfake.jira.issues.model import Issue, with_custom
from jira_linkfake.jira.issues.rules import commit
from jira_linkfake.jira.people.model import User
from jira_linkfake.jira.permissions.model import ADMINISTER, EDIT_ISSUES, SCHEDULE_ISSUES
from jira_linkfake.jira.permissions.sight import holds
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.projects.finding import find_project, may_administer
from jira_linkfake.jira.projects.model import Project
from jira_linkfake.jira.ranks.rules import Place, apply_rank, planned_rank
from jira_linkfake.jira.reader import number_of
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.site import Site

LONGEST_NAME = 254  # characters


class BoardRequest(Plain):
    """What a request says of a new board; None where it says nothing."""

    name: str = ""
    type: str = ""
    filter_id: str | None = None
    located_in: str | None = None
    project: str | None = None


def create_board(site: Site, user: User, asked: BoardRequest) -> Board:
    """Make a board of a filter, or refuse."""
    name = asked.name.strip()
    if not 1 <= len(name) <= LONGEST_NAME:
        raise Refused(BoardInvalid(why=f"has a name of {len(name)} characters, not 1 to {LONGEST_NAME}"))
    kind = _TYPES.get(asked.type)
    if kind is None:
        raise Refused(BoardInvalid(why=f"cannot be of the type {asked.type!r}"))
    if asked.filter_id is None:
        raise Refused(BoardInvalid(why="has no filter"))
    one = find_filter(site, user, asked.filter_id, unseen=BoardFilterUnseen)
    project = _location(site, user, asked)
    board = Board(
        id="",
        name=name,
        type=kind,
        filter_id=one.id,
        owner=user,
        project_id=None if project is None else project.id,
        has_sprints=kind == "scrum",
    )
    return put_board(site, user, board)


_TYPES: dict[str, BoardType] = {"scrum": "scrum", "kanban": "kanban", "agility": "simple"}


def _location(site: Site, user: User, asked: BoardRequest) -> Project | None:
    if asked.located_in in (None, "user"):
        if asked.project is not None:
            raise Refused(BoardInvalid(why="is located with its user, and in a project"))
        return None
    if asked.project is None:
        raise Refused(BoardInvalid(why="is located in a project, and names none"))
    try:
        return find_project(site, user, asked.project)
    except Refused as refused:
        raise Refused(
            *(BoardInvalid(why=f"cannot be located there: {one.reason}") for one in refused.refusals)
        ) from refused


def put_board(site: Site, user: User, board: Board) -> Board:
    """Store a new board; with the first one come Jira Software's fields of issues."""
    board = replace(board, id=site.new_id("board"))
    site.boards[board.id] = board
    bring_fields(site)
    site.events.append(BoardCreated(board=board, caller=user))
    return board


def delete_board(site: Site, user: User, board_id: str) -> None:
    """Delete a board; its sprints stay with the issues that are in them."""
    board = find_board(site, user, board_id)
    project = location_of(site, board)
    may = holds(site, user, ADMINISTER) or (project is not None and may_administer(site, user, project))
    if board.owner != user and not may:
        raise Refused(BoardUndeletable(board=board, caller=user))
    del site.boards[board.id]
    site.events.append(BoardDeleted(board=board, caller=user))


def move_to_board(site: Site, user: User, board_id: str, named: Collection[str], place: Place) -> None:
    """Move issues from the backlog onto a board without sprints, where all that is in its columns is on it (chosen)."""
    board = find_board(site, user, board_id)
    if board.has_sprints:
        raise Refused(OnlyBySprint(board=board))
    issues = issues_to_move(site, user, named, SCHEDULE_ISSUES)
    planned = planned_rank(site, user, place)
    if planned is not None:
        apply_rank(site, user, issues, planned)


def estimate(site: Site, user: User, issue: Issue, text: str | None) -> Issue:
    """Give an issue another number of story points, or none, or refuse."""
    require_unarchived(issue)
    require_all(site, user, [issue], [EDIT_ISSUES])
    points = None
    if text:
        points = number_of(text)
        if points is None:
            raise Refused(EstimationInvalid(value=text))
    return commit(site, user, Draft(issue=with_custom(issue, site.software_fields["story points"], points)))

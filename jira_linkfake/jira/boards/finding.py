"""Finding boards, and the fields of issues that come with the first of them."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from jira_linkfake.jira.boards.model import Board
from jira_linkfake.jira.boards.refusals import (
    BoardUnseen,
    IssuesMiscounted,
    MovedIssueUnseen,
    NoMovePermission,
    NoSprints,
)
from jira_linkfake.jira.filters.finding import sees_filter
from jira_linkfake.jira.filters.model import Filter
from jira_linkfake.jira.issues.finding import IssueReference, find_issue, require_unarchived
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.model import Caller
from jira_linkfake.jira.permissions.model import PERMISSIONS
from jira_linkfake.jira.permissions.sight import holds
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.projects.model import Project
from jira_linkfake.jira.refusal import Refusal, Refused
from jira_linkfake.jira.site import Site, with_id

MOST_AT_ONCE = 50
"""How many issues may be moved or ranked by one request (reference)."""


def sees_board(site: Site, caller: Caller, board: Board) -> bool:
    """Say whether the caller sees a board: who sees its filter does."""
    one = site.filters.get(board.filter_id)
    return one is not None and sees_filter(site, caller, one)


def find_board(site: Site, caller: Caller, board_id: str) -> Board:
    """Return a board; raises `Refused` where there is none, or none that the caller sees."""
    board = with_id(site.boards, board_id)
    if board is None:
        raise Refused(BoardUnseen(value=board_id, caller=caller))
    if not sees_board(site, caller, board):
        raise Refused(BoardUnseen(value=board_id, caller=caller, hidden_by="its filter is not seen"))
    return board


def find_board_with_sprints(site: Site, caller: Caller, board_id: str) -> Board:
    """Return a board that the caller sees; raises `Refused` for one that has no sprints, too."""
    board = find_board(site, caller, board_id)
    if not board.has_sprints:
        raise Refused(NoSprints(board=board))
    return board


def filter_of(site: Site, board: Board) -> Filter:
    """Return the filter of a board that is seen."""
    return site.filters[board.filter_id]


def location_of(site: Site, board: Board) -> Project | None:
    """Return the project that a board is located in; None where it is with its owner, or the project is gone."""
    return site.projects.with_id(board.project_id)


class BoardQuery(Plain):
    """Which boards a request looks for; None and what is empty leaves nothing out."""

    types: Collection[str] = ()
    name: str = ""
    filter_id: str | None = None
    order: str = ""


def search_boards(site: Site, caller: Caller, query: BoardQuery) -> list[Board]:
    """Return the boards that the caller sees and that a query finds, oldest first unless it has an order."""
    found = [
        one
        for one in site.boards.values()
        if sees_board(site, caller, one)
        and (not query.types or one.type in query.types)
        and query.name.casefold() in one.name.casefold()
        and query.filter_id in (None, one.filter_id)
    ]
    if not query.order:
        return found
    return sorted(found, key=lambda one: one.name.casefold(), reverse=query.order.startswith("-"))


def is_epic(issue: Issue) -> bool:
    """Say whether an issue is an epic: of a type one level above the usual ones."""
    return issue.type.hierarchy_level == 1


def epic_of(site: Site, issue: Issue) -> Issue | None:
    """Return the epic that an issue belongs to, whoever may see it; None where it belongs to none."""
    parent = site.issues.get(issue.parent_id or "")
    return parent if parent is not None and is_epic(parent) else None


def issues_to_move(site: Site, caller: Caller, named: Collection[str], *permissions: str) -> list[Issue]:
    """Return the issues that a request moves, which the caller may see, and holds these permissions for."""
    if not 1 <= len(named) <= MOST_AT_ONCE:
        raise Refused(IssuesMiscounted(count=len(named), most=MOST_AT_ONCE))
    found = (issue_to_move(site, caller, one) for one in dict.fromkeys(named))
    issues = list({issue.id: issue for issue in found}.values())
    for issue in issues:
        require_unarchived(issue)
    require_all(site, caller, issues, permissions)
    return issues


def issue_to_move(site: Site, caller: Caller, named: str) -> Issue:
    """Return an issue that a request names beside others; raises `Refused` where there is none that is seen."""
    try:
        return find_issue(site, caller, IssueReference.of(named))
    except Refused as refused:
        raise Refused(*(MovedIssueUnseen(cause=cause) for cause in refused.refusals)) from refused


def require_all(site: Site, caller: Caller, issues: Iterable[Issue], permissions: Iterable[str]) -> None:
    """Raise `Refused` for each permission that the caller lacks for one of the issues."""
    lacking: list[Refusal] = [
        NoMovePermission(issue=issue, permission=PERMISSIONS[one].name, caller=caller)
        for issue in issues
        for one in permissions
        if not holds(site, caller, one, issue.project)
    ]
    if lacking:
        raise Refused(*lacking)

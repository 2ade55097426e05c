"""What is on a board: the issues that its filter finds for who looks, and the projects that it is about."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from jira_linkfake.jira.boards.finding import filter_of, is_epic
from jira_linkfake.jira.boards.model import Board
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.model import Caller
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.projects.finding import projects_seen
from jira_linkfake.jira.projects.model import Project
from jira_linkfake.jira.ranks.finding import rank_of
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.search.clauses import Condition, anywhere, every
from jira_linkfake.jira.search.evaluation import condition_of, condition_of_filter, found, in_order, sort_keys
from jira_linkfake.jira.search.finding import Searcher
from jira_linkfake.jira.search.model import And, Comparison, Or, Restriction, Several, Value
from jira_linkfake.jira.search.parser import parse
from jira_linkfake.jira.search.refusals import JqlMeaningRefusal
from jira_linkfake.jira.site import Site
from jira_linkfake.jira.sprints.finding import open_sprint_of, sprints_of
from jira_linkfake.jira.sprints.model import Sprint

KANBAN_SUB_QUERY = "fixVersion in unreleasedVersions() OR fixVersion is EMPTY"
"""What a Kanban board leaves out besides its filter: what has been released."""

Takes = Callable[[Issue], bool]


class IssueQuery(Plain):
    """Which of several issues a request asks for, by JQL that may order them; unless `validated` it may be wrong."""

    jql: str = ""
    validated: bool = True


def selected(site: Site, caller: Caller, asked: IssueQuery, takes: Takes, board: Board | None = None) -> list[Issue]:
    """Return the issues that the caller sees, of those on a board if there is one, by rank unless the query orders.

    Raises `Refused` with what is wrong with the query.
    """
    searcher = Searcher(site, caller)
    conditions = [anywhere(site, takes)] if board is None else [*_of_board(searcher, board), anywhere(site, takes)]
    try:
        query = parse(asked.jql)
        if query.where is not None:
            conditions.append(condition_of(searcher, query.where))
        keys = sort_keys(site, query.order)
    except Refused as refused:
        if asked.validated or not all(isinstance(one, JqlMeaningRefusal) for one in refused.refusals):
            raise
        return []
    issues = sorted(found(searcher, every(conditions)), key=lambda issue: (rank_of(site, issue), int(issue.id)))
    return in_order(searcher, issues, keys)


def _of_board(searcher: Searcher, board: Board) -> list[Condition]:
    conditions = [condition_of_filter(searcher, filter_of(searcher.site, board))]
    where = parse(KANBAN_SUB_QUERY).where
    if board.type == "kanban" and where is not None:
        conditions.append(condition_of(searcher, where))
    return conditions


def is_on(board: Board) -> Takes:
    """Return what says whether an issue that a board's filter finds is on the board: on a Scrum board epics are not."""
    return lambda issue: board.type != "scrum" or not is_epic(issue)


def is_in_backlog(site: Site, board: Board) -> Takes:
    """Return what says whether an issue on a board is in its backlog: not done, and in no sprint that is not closed."""
    on_board = is_on(board)
    return lambda issue: on_board(issue) and not issue.status.is_done and open_sprint_of(site, issue) is None


def issues_on(site: Site, caller: Caller, board: Board) -> list[Issue]:
    """Return the issues on a board that the caller sees."""
    return selected(site, caller, IssueQuery(), is_on(board), board)


def epics_on(site: Site, caller: Caller, board: Board) -> list[Issue]:
    """Return the epics that a board's filter finds and that the caller sees."""
    return selected(site, caller, IssueQuery(), is_epic, board)


def sprints_on(site: Site, caller: Caller, board: Board) -> list[Sprint]:
    """Return the sprints that were made on a board, and those that issues on it are or were in, in their order."""
    shown = {one.id for issue in issues_on(site, caller, board) for one in sprints_of(site, issue)}
    return [one for one in site.sprints.values() if one.board_id == board.id or one.id in shown]


def projects_of_filter(site: Site, caller: Caller, board: Board) -> list[Project]:
    """Return the projects that a board's query is about for certain and that the caller may browse, by name."""
    names = _names_of_projects(parse(filter_of(site, board).jql).where)
    return _by_name(one for one in projects_seen(site, caller) if names and _is_named(site, one, names))


def projects_on(site: Site, caller: Caller, board: Board) -> list[Project]:
    """Return those projects, and the ones of the issues that are on a board, by name."""
    keys = {issue.project for issue in issues_on(site, caller, board)}
    keys |= {one.key for one in projects_of_filter(site, caller, board)}
    return _by_name(site.projects[key] for key in keys)


def boards_about(site: Site, caller: Caller, boards: Iterable[Board], project: Project) -> list[Board]:
    """Return the boards whose query is about a project for certain, or that are located in it."""
    return [one for one in boards if one.project_id == project.id or project in projects_of_filter(site, caller, one)]


def _by_name(projects: Iterable[Project]) -> list[Project]:
    return sorted(projects, key=lambda one: (one.name.casefold(), one.key))


def _is_named(site: Site, project: Project, names: set[str]) -> bool:
    own = (project.key, project.name, project.id, *site.projects.former_keys(project))
    return not names.isdisjoint(map(str.casefold, own))


def _names_of_projects(restriction: Restriction | None) -> set[str] | None:
    """Return the names of the projects whose issues alone a restriction finds; None where it says nothing of that."""
    if isinstance(restriction, Comparison):
        operand = restriction.operand
        values = operand.operands if isinstance(operand, Several) else (operand,)
        names = {one.text.casefold() for one in values if isinstance(one, Value)}
        is_about = restriction.field.lower() == "project" and restriction.operator in ("=", "in")
        return names if is_about and len(names) == len(values) else None
    if isinstance(restriction, (And, Or)):
        of_each = [_names_of_projects(one) for one in restriction.restrictions]
        known = [one for one in of_each if one is not None]
        if isinstance(restriction, And):
            return set.intersection(*known) if known else None
        return set.union(*known) if len(known) == len(of_each) else None
    return None

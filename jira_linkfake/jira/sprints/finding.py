"""Finding sprints, and which of them an issue is in."""

from __future__ import annotations

from jira_linkfake.jira.boards.finding import sees_board
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.model import Caller
from jira_linkfake.jira.permissions.sight import sight
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.site import Site, with_id
from jira_linkfake.jira.sprints.model import Sprint
from jira_linkfake.jira.sprints.refusals import SprintUnseen


def sprints_of(site: Site, issue: Issue) -> list[Sprint]:
    """Return the sprints that an issue is or was in, oldest first."""
    held = site.software_value(issue, "sprint")
    return [site.sprints[one] for one in held or () if one in site.sprints]


def sprints_of_board(site: Site, board_id: str) -> list[Sprint]:
    """Return the sprints that were made on a board, in their order."""
    return [one for one in site.sprints.values() if one.board_id == board_id]


def open_sprint_of(site: Site, issue: Issue) -> Sprint | None:
    """Return the sprint that an issue is in and that is not closed; None where it is in the backlog."""
    return next((one for one in sprints_of(site, issue) if one.state != "closed"), None)


def issues_in(site: Site, sprint: Sprint) -> list[Issue]:
    """Return the issues that are or were in a sprint, whoever may see them, oldest first."""
    return [issue for issue in site.issues.values() if sprint in sprints_of(site, issue)]


def sees_sprint(site: Site, caller: Caller, sprint: Sprint) -> bool:
    """Say whether the caller sees the board on which a sprint was made, or an issue that is in it."""
    board = site.boards.get(sprint.board_id)
    if board is not None and sees_board(site, caller, board):
        return True
    sees = sight(site, caller)
    return any(sees(issue) for issue in issues_in(site, sprint))


def find_sprint(site: Site, caller: Caller, sprint_id: str) -> Sprint:
    """Return a sprint; raises `Refused` where there is none, or none that the caller sees."""
    sprint = with_id(site.sprints, sprint_id)
    if sprint is None:
        raise Refused(SprintUnseen(value=sprint_id, caller=caller))
    if not sees_sprint(site, caller, sprint):
        raise Refused(SprintUnseen(value=sprint_id, caller=caller, hidden_by="its board and its issues are not seen"))
    return sprint

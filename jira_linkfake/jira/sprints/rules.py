"""Sprints: making, changing, starting, closing and deleting them, and putting issues into them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from typing import Any

from jira_linkfake.jira.boards.fields import in_sprint
from jira_linkfake.jira.boards.finding import find_board_with_sprints, issues_to_move, location_of
from jira_linkfake.jira.boards.model import Board
from jira_linkfake.jira.fields.field import Draft
from jira_linkfake.jira.history.model import SprintClosed, SprintCreated, SprintDeleted, SprintStarted, SprintUpdated
from jira_linkfake.jira.issues.model import Issue, with_custom
from jira_linkfake.jira.issues.rules import commit
from jira_linkfake.jira.people.model import User
from jira_linkfake.jira.permissions.model import EDIT_ISSUES, MANAGE_SPRINTS, SCHEDULE_ISSUES
from jira_linkfake.jira.permissions.sight import holds
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.ranks.rules import Place, apply_rank, planned_rank
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.site import Site
from jira_linkfake.jira.sprints.finding import find_sprint, issues_in, sprints_of_board
from jira_linkfake.jira.sprints.model import Sprint, swapped
from jira_linkfake.jira.sprints.refusals import (
    NoSprintPermission,
    NotForSprints,
    SprintActiveAlready,
    SprintBoardMissing,
    SprintClosedAlready,
    SprintDateInvalid,
    SprintDatesMissing,
    SprintNameInvalid,
    SprintStateInvalid,
)

LONGEST_NAME = 30  # characters


class SprintRequest(Plain):
    """What a request says of a sprint: the values that it names."""

    values: dict[str, Any]
    board_id: str | None = None


def create_sprint(site: Site, user: User, asked: SprintRequest) -> Sprint:
    """Make a future sprint on a board, or refuse."""
    if asked.board_id is None:
        raise Refused(SprintBoardMissing())
    board = find_board_with_sprints(site, user, asked.board_id)
    sprint = Sprint(id="", board_id=board.id, **asked.values)
    _require_sound(sprint)
    _require_manager(site, user, board)
    sprint = replace(sprint, id=site.new_id("sprint"))
    site.sprints = {**site.sprints, sprint.id: sprint}
    site.events.append(SprintCreated(sprint=sprint, caller=user))
    return sprint


def update_sprint(site: Site, user: User, sprint_id: str, asked: SprintRequest) -> Sprint:
    """Change what a request names of a sprint, which may start or close it, or refuse."""
    before = find_sprint(site, user, sprint_id)
    _require_manager(site, user, site.boards.get(before.board_id))
    if before.state == "closed":
        raise Refused(SprintClosedAlready(sprint=before))
    after = replace(before, **asked.values)
    _require_sound(after)
    _require_way(site, before, after)
    if after.state == "closed":
        after = replace(after, completed=site.clock.tick())
    if after != before:
        site.sprints = {**site.sprints, after.id: after}
        site.events.append(
            _EVENTS.get((before.state, after.state), SprintUpdated)(sprint=after, before=before, caller=user)
        )
    if after.state == "closed":
        _carry_over(site, user, after)
    return after


_EVENTS = {("future", "active"): SprintStarted, ("active", "closed"): SprintClosed}


def delete_sprint(site: Site, user: User, sprint_id: str) -> None:
    """Delete a sprint; its issues are in the backlog then, unless another one has them."""
    sprint = find_sprint(site, user, sprint_id)
    _require_manager(site, user, site.boards.get(sprint.board_id))
    for issue in issues_in(site, sprint):
        commit(site, user, Draft(issue=_without(site, issue, sprint)))
    site.sprints = {one.id: one for one in site.sprints.values() if one.id != sprint.id}
    site.events.append(SprintDeleted(sprint=sprint, caller=user))


def swap_sprints(site: Site, user: User, sprint_id: str, other_id: str) -> None:
    """Let two sprints change places."""
    sprint, other = find_sprint(site, user, sprint_id), find_sprint(site, user, other_id)
    for one in (sprint, other):
        _require_manager(site, user, site.boards.get(one.board_id))
    site.sprints = swapped(site.sprints, sprint, other)


def move_to_sprint(site: Site, user: User, sprint_id: str, named: Collection[str], place: Place) -> None:
    """Put issues into a sprint that is not closed, and rank them where a place is named."""
    sprint = find_sprint(site, user, sprint_id)
    if sprint.state == "closed":
        raise Refused(SprintClosedAlready(sprint=sprint))
    _move(site, user, named, place, sprint)


def move_to_backlog(site: Site, user: User, named: Collection[str], place: Place) -> None:
    """Take issues from the sprint that they are in, and rank them where a place is named."""
    _move(site, user, named, place, None)


def _move(site: Site, user: User, named: Collection[str], place: Place, sprint: Sprint | None) -> None:
    issues = issues_to_move(site, user, named, SCHEDULE_ISSUES, EDIT_ISSUES)
    by_themselves = [NotForSprints(issue=issue) for issue in issues if sprint is not None and issue.type.subtask]
    if by_themselves:
        raise Refused(*by_themselves)
    planned = planned_rank(site, user, place)
    for issue in issues if site.software_fields else ():
        commit(site, user, Draft(issue=in_sprint(site, site.issues[issue.id], sprint)))
    if planned is not None:
        apply_rank(site, user, issues, planned)


def _without(site: Site, issue: Issue, sprint: Sprint) -> Issue:
    field = site.software_fields["sprint"]
    held = [one for one in issue.custom_fields[field] if one != sprint.id]
    return with_custom(issue, field, held or None)


def _carry_over(site: Site, user: User, closed: Sprint) -> None:
    """Put what a closed sprint left undone into the next one of its board, else into the backlog (chosen)."""
    coming = next((one for one in sprints_of_board(site, closed.board_id) if one.state == "future"), None)
    if coming is None:
        return
    for issue in issues_in(site, closed):
        if not issue.status.is_done:
            commit(site, user, Draft(issue=in_sprint(site, issue, coming)))


def _require_manager(site: Site, user: User, board: Board | None) -> None:
    """Raise `Refused` where the caller lacks Manage sprints in the board's project; without one, anywhere."""
    project = None if board is None else location_of(site, board)
    key = None if project is None else project.key
    if not holds(site, user, MANAGE_SPRINTS, key):
        raise Refused(NoSprintPermission(caller=user, project=key or "every project"))


def _require_sound(sprint: Sprint) -> None:
    if not 1 <= len(sprint.name) <= LONGEST_NAME:
        raise Refused(SprintNameInvalid(length=len(sprint.name), most=LONGEST_NAME))
    if sprint.start is not None and sprint.end is not None and sprint.end <= sprint.start:
        raise Refused(SprintDateInvalid(name="endDate", value=str(sprint.end), why="it is not after the start"))


def _require_way(site: Site, before: Sprint, after: Sprint) -> None:
    if after.state == before.state:
        return
    if (before.state, after.state) not in _EVENTS:
        raise Refused(SprintStateInvalid(sprint=before, value=after.state))
    if after.state != "active":
        return
    times: dict[str, datetime | None] = {"startDate": after.start, "endDate": after.end}
    missing = [SprintDatesMissing(sprint=before, missing=name) for name, time in times.items() if time is None]
    if missing:
        raise Refused(*missing)
    active = [one for one in sprints_of_board(site, before.board_id) if one.state == "active"]
    if active and not site.options.parallel_sprints:
        raise Refused(SprintActiveAlready(active=active[0]))

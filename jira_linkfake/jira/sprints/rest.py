"""`sprint` of Jira Software: sprints, and the issues in them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timezone
from typing import Any

from marshmallow import fields
from marshmallow.validate import OneOf

from jira_linkfake.jira.boards.as_json import software_api
from jira_linkfake.jira.boards.rest import IssuesToMove, page_of_issues, place_in
from jira_linkfake.jira.evidence import LIVE_SUITE, REFERENCE
from jira_linkfake.jira.reader import Json
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.sprints import rules
from jira_linkfake.jira.sprints.as_json import sprint_json
from jira_linkfake.jira.sprints.finding import find_sprint, sprints_of
from jira_linkfake.jira.sprints.model import Sprint
from jira_linkfake.jira.sprints.refusals import SprintDateInvalid
from jira_linkfake.jira.sprints.rules import SprintRequest
from jira_linkfake.rest.body import Closed, Text, Whole
from jira_linkfake.rest.call import Call
from jira_linkfake.rest.operations import Success, operation


class _Sprint(Closed):
    name = Text()
    goal = Text()
    state = fields.String(allow_none=True, load_default=None, validate=OneOf(("future", "active", "closed")))
    start = Text(data_key="startDate")
    end = Text(data_key="endDate")
    board_id = Whole("originBoardId")
    # What Jira gives with a sprint and does not take: clients send back what they got.
    id = fields.Raw(allow_none=True)
    self_ = Text(data_key="self")
    completed = fields.Raw(allow_none=True, data_key="completeDate")
    created = fields.Raw(allow_none=True, data_key="createdDate")


class _NewSprint(Closed):
    name = Text()
    goal = Text()
    start = Text(data_key="startDate")
    end = Text(data_key="endDate")
    board_id = fields.Raw(data_key="originBoardId", load_default=None)


class _Swap(Closed):
    other = Whole("sprintToSwapWith", required=True)


@operation("createSprint", Success(201, "the sprint, which is a future one", LIVE_SUITE), body=_NewSprint)
def create(call: Call) -> Json:
    """Make a future sprint on a board."""
    user, board_id = call.signed_in_user(), call.content["board_id"]
    values = _said_in(call.content)
    asked = SprintRequest(values={"name": "", **values}, board_id=None if board_id is None else str(board_id))
    return _shown(call, rules.create_sprint(call.site, user, asked))


@operation("getSprint", Success(200, "the sprint", LIVE_SUITE))
def read(call: Call, sprintId: str) -> Json:
    """Return a sprint."""
    return _shown(call, find_sprint(call.site, call.caller, sprintId))


@operation("updateSprint", Success(200, "the changed sprint", REFERENCE), body=_Sprint)
def update(call: Call, sprintId: str) -> Json:
    """Make a sprint what the body says: what that does not name is gone, but for the state."""
    user = call.signed_in_user()
    values = {"name": "", "goal": "", "start": None, "end": None, **_said_in(call.content)}
    return _shown(call, rules.update_sprint(call.site, user, sprintId, SprintRequest(values=values)))


@operation("partiallyUpdateSprint", Success(200, "the changed sprint", LIVE_SUITE), body=_Sprint)
def update_partially(call: Call, sprintId: str) -> Json:
    """Change what the body names of a sprint."""
    user = call.signed_in_user()
    asked = SprintRequest(values=_said_in(call.content))
    return _shown(call, rules.update_sprint(call.site, user, sprintId, asked))


@operation("deleteSprint", Success(204, "empty; its issues are in the backlog", LIVE_SUITE))
def delete(call: Call, sprintId: str) -> None:
    """Delete a sprint."""
    rules.delete_sprint(call.site, call.signed_in_user(), sprintId)


@operation("swapSprint", Success(204, "empty", REFERENCE), body=_Swap)
def swap(call: Call, sprintId: str) -> None:
    """Let two sprints change places."""
    user = call.signed_in_user()
    rules.swap_sprints(call.site, user, sprintId, str(call.content["other"]))


@operation("getIssuesForSprint", Success(200, "a page of the sprint's issues, by rank", LIVE_SUITE))
def list_issues(call: Call, sprintId: str) -> Json:
    """Return a page of the issues that are or were in a sprint."""
    sprint = find_sprint(call.site, call.caller, sprintId)
    return page_of_issues(call, lambda issue: sprint in sprints_of(call.site, issue))


@operation("moveIssuesToSprintAndRank", Success(204, "empty", REFERENCE), body=IssuesToMove)
def move_issues(call: Call, sprintId: str) -> None:
    """Put issues into a sprint, and rank them."""
    user, content = call.signed_in_user(), call.content
    rules.move_to_sprint(call.site, user, sprintId, content["issues"], place_in(content))


def _shown(call: Call, sprint: Sprint) -> Json:
    return sprint_json(sprint, software_api(call))


def _said_in(content: Mapping[str, Any]) -> dict[str, Any]:
    """Return what a body names of a sprint; raises `Refused` for a date that is none."""
    said = {name: content[name] for name in ("goal", "state") if content.get(name) is not None}
    if content["name"] is not None:
        said["name"] = content["name"].strip()
    for name, jira_name in (("start", "startDate"), ("end", "endDate")):
        if content[name] is not None:
            said[name] = _time(content[name], jira_name)
    return said


def _time(text: str, name: str) -> datetime:
    """Return a time in UTC, which is what one without a zone is in; Python before 3.11 reads no `Z` and no `+0000`."""
    plain = text.replace("Z", "+00:00") if text.endswith("Z") else text
    if plain[-5:-4] in ("+", "-") and plain[-4:].isdecimal():
        plain = f"{plain[:-2]}:{plain[-2:]}"
    try:
        time = datetime.fromisoformat(plain)
        return time.replace(tzinfo=timezone.utc) if time.tzinfo is None else time.astimezone(timezone.utc)
    except (ValueError, OverflowError) as error:
        raise Refused(SprintDateInvalid(name=name, value=text, why="it is no time")) from error

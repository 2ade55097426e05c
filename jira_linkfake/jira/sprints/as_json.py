"""Sprints in Jira's JSON."""

from __future__ import annotations

from datetime import datetime

from jira_linkfake.jira.reader import Json
from jira_linkfake.jira.sprints.model import Sprint


def sprint_json(sprint: Sprint, software: str) -> Json:
    """Return a sprint by itself; what it does not have is left out. `software` is the address of the agile API."""
    return {
        "id": int(sprint.id),
        "self": f"{software}/sprint/{sprint.id}",
        "state": sprint.state,
        "name": sprint.name,
        **_dates(sprint),
        "originBoardId": int(sprint.board_id),
        **({"goal": sprint.goal} if sprint.goal else {}),
    }


def sprint_in_field(sprint: Sprint) -> Json:
    """Return a sprint as the field of an issue has it."""
    return {
        "id": int(sprint.id),
        "name": sprint.name,
        "state": sprint.state,
        "boardId": int(sprint.board_id),
        "goal": sprint.goal,
        **_dates(sprint),
    }


def _dates(sprint: Sprint) -> Json:
    times = {"startDate": sprint.start, "endDate": sprint.end, "completeDate": sprint.completed}
    return {name: _time(time) for name, time in times.items() if time is not None}


def _time(time: datetime) -> str:
    """Return a time as Jira Software has it on Cloud: with milliseconds, in UTC."""
    return f"{time:%Y-%m-%dT%H:%M:%S}.{time.microsecond // 1000:03}Z"

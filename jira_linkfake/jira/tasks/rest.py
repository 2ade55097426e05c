"""`task/{taskId}`: how far something is that takes its time."""

from __future__ import annotations

from jira_linkfake.jira.evidence import REFERENCE
from jira_linkfake.jira.people.model import Caller
from jira_linkfake.jira.reader import Json, milliseconds
from jira_linkfake.jira.tasks.model import Task
from jira_linkfake.jira.tasks.rules import cancel_task, find_task
from jira_linkfake.rest.call import Call, SeeOther
from jira_linkfake.rest.operations import Success, operation


def task_json(value: Task, api: str) -> Json:
    """Return a task; its times are in milliseconds since 1970, and it took none."""
    time = milliseconds(value.submitted)
    content: Json = {
        "self": f"{api}/task/{value.id}",
        "id": value.id,
        "description": value.description,
        "status": value.status,
        "result": value.result,
        "submittedBy": _number_of(value.submitted_by),
        "progress": value.progress,
        "elapsedRuntime": 0,
        "submitted": time,
        "started": time,
    }
    if not value.is_under_way:
        content["finished"] = time
    return {**content, "lastUpdate": time}


def _number_of(user: Caller) -> int:
    """Return the number by which Jira knows a user inside; nobody's is 0 (chosen)."""
    return 0 if user is None else int(user.account_id[-12:])


STARTED = Success(303, "empty, with the address of the task in `Location`", REFERENCE)
"""The reply to what takes its time."""


def at_task(call: Call, task: Task) -> SeeOther:
    """Return where the task is that does what was asked for."""
    return SeeOther(address=f"{call.api}/task/{task.id}")


@operation("getTask", Success(200, "the task", REFERENCE))
def read(call: Call, taskId: str) -> Json:
    """Return a task."""
    return task_json(find_task(call.site, call.caller, taskId), call.api)


@operation("cancelTask", Success(202, "empty", REFERENCE))
def cancel(call: Call, taskId: str) -> None:
    """Ask that a task be cancelled."""
    cancel_task(call.site, call.caller, taskId)

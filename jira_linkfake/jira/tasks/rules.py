"""Tasks: starting, finding and cancelling them."""

from __future__ import annotations

from typing import Any

from jira_linkfake.jira.people.model import Caller
from jira_linkfake.jira.permissions.model import ADMINISTER
from jira_linkfake.jira.permissions.sight import holds
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.site import Site, with_id
from jira_linkfake.jira.tasks.model import Task
from jira_linkfake.jira.tasks.refusals import TaskOfOthers, TaskOver, TaskUnknown


def carry_out(site: Site, caller: Caller, description: str, result: Any = None) -> Task:
    """Return the task of what has just been carried out: it is complete before anybody can ask for it."""
    task = Task(
        id=site.new_id("task"), description=description, submitted_by=caller, submitted=site.clock.now, result=result
    )
    site.tasks[task.id] = task
    return task


def find_task(site: Site, caller: Caller, task_id: str) -> Task:
    """Return a task; raises `Refused` for one that is not there, or is another's."""
    task = with_id(site.tasks, task_id)
    if task is None:
        raise Refused(TaskUnknown(value=task_id))
    if task.submitted_by != caller and not holds(site, caller, ADMINISTER):
        raise Refused(TaskOfOthers(task=task, caller=caller))
    return task


def cancel_task(site: Site, caller: Caller, task_id: str) -> None:
    """Ask that a task be cancelled; raises `Refused` for one that is not under way."""
    task = find_task(site, caller, task_id)
    if not task.is_under_way:
        raise Refused(TaskOver(task=task))
    site.tasks[task.id] = Task(**{**vars(task), "status": "CANCEL_REQUESTED"})

"""What can go wrong about tasks, and what Jira answers."""

from __future__ import annotations

from jira_linkfake.jira import evidence
from jira_linkfake.jira.refusal import NO_TEXT, Answer, CallerRefusal, Refusal
from jira_linkfake.jira.tasks.model import Task


class TaskUnknown(Refusal):
    """There is no such task."""

    truth = "there is no task {0.value!r}"
    answer = Answer(
        condition="a task that does not exist",
        status=404,
        status_by=evidence.REFERENCE,
        message="The task with ID '{0.value}' does not exist.",
        words_by=NO_TEXT,
    )

    value: str


class TaskOfOthers(CallerRefusal):
    """The task is somebody else's, and the caller does not administer Jira."""

    truth = "{0.who} has not submitted task {0.task.id}, and does not hold Administer Jira"
    answer = Answer(
        condition="a task that somebody else has submitted, without Administer Jira",
        status=403,
        status_by=evidence.REFERENCE,
        message="You do not have permission to access this task.",
        words_by=NO_TEXT,
        lack="permission",
    )

    task: Task


class TaskOver(Refusal):
    """The task can be cancelled no more."""

    truth = "task {0.task.id} is not under way: it is {0.task.status}"
    answer = Answer(
        condition="cancelling a task that is not under way",
        status=400,
        status_by=evidence.REFERENCE,
        message="The task with ID '{0.task.id}' cannot be cancelled.",
        words_by=NO_TEXT,
    )

    task: Task

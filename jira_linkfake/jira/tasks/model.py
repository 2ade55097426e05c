"""Tasks, and how far they are."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal, get_args

from jira_linkfake.jira.people.model import Caller
from jira_linkfake.jira.plain import Plain

TaskStatus = Literal["ENQUEUED", "RUNNING", "COMPLETE", "FAILED", "CANCEL_REQUESTED", "CANCELLED", "DEAD"]
TASK_STATUSES: tuple[TaskStatus, ...] = get_args(TaskStatus)


class Task(Plain):
    """Something that takes its time; `progress` is a percentage, and `result` JSON."""

    id: str
    description: str
    submitted_by: Caller
    submitted: datetime
    status: TaskStatus = "COMPLETE"
    progress: int = 100
    result: Any = None

    @property
    def is_under_way(self) -> bool:
        """Whether it waits for its turn, or for its end."""
        return self.status in ("ENQUEUED", "RUNNING")

    def __str__(self) -> str:
        return f"{self.description} ({self.status}, {self.progress} %)"

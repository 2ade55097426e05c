"""What an issue is and where it stands: types, statuses, priorities."""

from __future__ import annotations

from jira_linkfake.plain import Plain


class IssueType(Plain):
    """An issue type; `hierarchy_level` is 1 for an epic, 0 for a standard type, -1 for a sub-task."""

    id: int
    name: str
    description: str = ""
    hierarchy_level: int = 0
    avatar_id: int = 10318

    @property
    def subtask(self) -> bool:
        """Whether issues of the type are sub-tasks."""
        return self.hierarchy_level < 0


class StatusCategory(Plain):
    """One of Jira's fixed status categories."""

    id: int
    key: str
    name: str
    color_name: str


class Status(Plain):
    """A workflow status."""

    id: int
    name: str
    category: StatusCategory
    description: str = ""


class Priority(Plain):
    """A priority."""

    id: int
    name: str
    description: str = ""


class Resolution(Plain):
    """A way in which an issue can be done with."""

    id: int
    name: str
    description: str


class Transition(Plain):
    """A way to a status, from any other."""

    id: int
    to: Status

    @property
    def name(self) -> str:
        """The name, which is that of the status."""
        return self.to.name

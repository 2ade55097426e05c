"""What an issue is and where it stands: types, statuses, priorities."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True, slots=True)
class IssueType:
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


@dataclass(frozen=True, kw_only=True, slots=True)
class StatusCategory:
    """One of Jira's fixed status categories."""

    id: int
    key: str
    name: str
    color_name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Status:
    """A workflow status."""

    id: int
    name: str
    category: StatusCategory
    description: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Priority:
    """A priority."""

    id: int
    name: str
    description: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Resolution:
    """A way in which an issue can be done with."""

    id: int
    name: str
    description: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Transition:
    """A way to a status, from any other."""

    id: int
    to: Status

    @property
    def name(self) -> str:
        """The name, which is that of the status."""
        return self.to.name

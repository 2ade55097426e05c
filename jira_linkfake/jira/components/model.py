"""Components of projects."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from jira_linkfake.jira.people.model import User

ComponentAssigneeType = Literal["PROJECT_DEFAULT", "COMPONENT_LEAD", "PROJECT_LEAD", "UNASSIGNED"]
"""Who gets an issue that is created in a component and names nobody, in Jira's words."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Component:
    """A component of a project; `project` is the project's key, `assignee_type` who gets an issue that names nobody."""

    id: str
    project: str
    name: str
    description: str | None = None
    lead: User | None = None
    assignee_type: ComponentAssigneeType = "PROJECT_DEFAULT"

    def __str__(self) -> str:
        return self.name

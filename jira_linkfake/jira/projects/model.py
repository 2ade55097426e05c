"""Projects."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from jira_linkfake.jira.people.model import User

ProjectType = Literal["software", "business", "service_desk"]


AssigneeType = Literal["PROJECT_LEAD", "UNASSIGNED"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Project:
    """A project; `type` is Jira's key of the project's type, `assignee_type` who gets an issue that names nobody."""

    id: int
    key: str
    name: str
    lead: User
    type: ProjectType = "software"
    description: str = ""
    url: str = ""
    assignee_type: AssigneeType = "UNASSIGNED"

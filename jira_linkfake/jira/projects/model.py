"""Projects, and those of a site."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from jira_linkfake.jira.people.model import User
from jira_linkfake.jira.plain import Plain

ProjectType = Literal["software", "business", "service_desk"]
AssigneeType = Literal["PROJECT_LEAD", "UNASSIGNED"]


class ProjectCategory(Plain):
    """A category of projects; a project has one or none."""

    id: int
    name: str
    description: str = ""

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, kw_only=True, slots=True)
class Project:
    """A project; `type` is Jira's key of the project's type, `assignee_type` who gets an issue that names nobody.

    `types` are the ids of the types of issues that it has, None for all that no project has for its own. One that is
    `team_managed` has types of its own.
    """

    id: int
    key: str
    name: str
    lead: User
    type: ProjectType = "software"
    description: str = ""
    url: str = ""
    assignee_type: AssigneeType = "UNASSIGNED"
    types: frozenset[int] | None = None
    team_managed: bool = False
    category: ProjectCategory | None = None


_ID = re.compile(r"[0-9]{1,19}", re.ASCII)


class Projects(dict[str, Project]):
    """The projects that there are, by key; those that were taken out are remembered."""

    __slots__ = ("keys_by_id", "removed")

    def __init__(self) -> None:
        super().__init__()
        self.keys_by_id: dict[int, str] = {}
        self.removed: dict[str, Project] = {}

    def put(self, project: Project) -> None:
        """Store a project, new or changed; its key never changes."""
        self[project.key] = project
        self.keys_by_id[project.id] = project.key

    def take(self, project: Project) -> str:
        """Take out a project, and return the name that it is remembered under and that no other project gets.

        History may still name its issues to those who could see them then; its key may be another's, which starts anew.
        """
        known_as = f"{project.key} ({project.id})"
        self.removed[project.key] = self.removed[known_as] = self.pop(project.key)
        del self.keys_by_id[project.id]
        return known_as

    def ever(self, key: str) -> Project:
        """Return a project that is there or was, as it is now or was last."""
        return self.get(key) or self.removed[key]

    def find(self, id_or_key: str) -> Project | None:
        """Return the project with this key or id, or None."""
        key = self.keys_by_id.get(int(id_or_key), "") if _ID.fullmatch(id_or_key) else id_or_key
        return self.get(key)

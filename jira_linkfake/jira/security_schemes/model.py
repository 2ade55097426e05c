"""An issue security scheme, and a member of one of its levels."""

from __future__ import annotations

from jira_linkfake.jira.people.model import Holder, SecurityLevel
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.projects.model import Project


class SecurityScheme(Plain):
    """The issue security scheme of a project that has security levels; it has the project's id (chosen)."""

    project: Project

    @property
    def id(self) -> int:
        """The id."""
        return int(self.project.id)

    @property
    def name(self) -> str:
        """The name, which is chosen."""
        return f"Issue Security Scheme of {self.project.key}"


class LevelMember(Plain):
    """A member of a security level; what it says gives its id (chosen)."""

    id: int
    level: SecurityLevel
    scheme: SecurityScheme
    holder: Holder

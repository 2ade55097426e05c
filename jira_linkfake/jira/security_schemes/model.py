"""An issue security scheme, and a member of one of its levels."""

from __future__ import annotations

from jira_linkfake.jira.people.model import Holder, SecurityLevel
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.projects.model import Project


class SecurityScheme(Plain):
    """The issue security scheme of a project that has security levels, or that of all others, which has none.

    The first has the project's id, the other is the default (chosen: the name is that of the reference's example).
    """

    project: Project | None = None

    @property
    def id(self) -> int:
        """The id."""
        return 0 if self.project is None else int(self.project.id)

    @property
    def name(self) -> str:
        """The name."""
        return (
            "Default Issue Security Scheme" if self.project is None else f"Issue Security Scheme of {self.project.key}"
        )


class LevelMember(Plain):
    """A member of a security level; what it says gives its id (chosen)."""

    id: int
    level: SecurityLevel
    scheme: SecurityScheme
    holder: Holder

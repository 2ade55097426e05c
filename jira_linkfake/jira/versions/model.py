"""Versions of projects, and those of a site."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from jira_linkfake.jira.people.model import User
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.projects.model import PartTable


@dataclass(frozen=True, kw_only=True, slots=True)
class Version:
    """A version of a project; `project` is the project's key."""

    id: str
    project: str
    name: str
    description: str | None = None
    released: bool = False
    archived: bool = False
    start_date: date | None = None
    release_date: date | None = None
    driver: User | None = None

    def __str__(self) -> str:
        return self.name

    def is_overdue(self, today: date) -> bool | None:
        """Say whether its day has come and it is not released; None where it has no day, or is released.

        Functional tests of Jira Server 6 have it so.
        """
        return None if self.release_date is None or self.released else self.release_date < today


class RelatedWork(Plain):
    """A link from a version to something that belongs to its release."""

    id: str
    category: str
    title: str | None
    url: str


class VersionTable(PartTable[Version]):
    """The versions of a site, and what belongs to the release of each."""

    __slots__ = ("related_work",)

    def __init__(self) -> None:
        super().__init__()
        self.related_work: dict[str, tuple[RelatedWork, ...]] = {}

    def remove(self, version: Version) -> None:
        """Take out a version; no issue has it any more."""
        super().remove(version)
        self.related_work.pop(version.id, None)

    def move(self, version: Version, place: int) -> None:
        """Let a version stand at a place among the others of its project; behind the last one it is the last."""
        others = self._others(version)
        self._list(version.project, (*others[:place], version.id, *others[place:]))

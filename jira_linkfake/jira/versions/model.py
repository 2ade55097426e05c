"""Versions of projects, and those of a site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from jira_linkfake.jira.people.model import User
from jira_linkfake.jira.plain import Plain


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


class VersionTable:
    """The versions of a site by id, and their ids in the order in which each project lists its own.

    Neither is changed, but replaced: a webhook keeps those of its moment.
    """

    __slots__ = ("by_id", "of", "related_work")

    def __init__(self) -> None:
        self.by_id: Mapping[str, Version] = {}
        self.of: Mapping[str, tuple[str, ...]] = {}
        self.related_work: dict[str, tuple[RelatedWork, ...]] = {}

    def kept(self) -> VersionTable:
        """Return the versions as they are now, whatever comes of them."""
        kept = VersionTable()
        kept.by_id, kept.of = self.by_id, self.of
        return kept

    def put(self, version: Version) -> None:
        """Store a version, new or changed; a new one is listed last."""
        if version.id not in self.by_id:
            self._list(version.project, (*self.of.get(version.project, ()), version.id))
        self.by_id = {**self.by_id, version.id: version}

    def remove(self, version: Version) -> None:
        """Take out a version; no issue has it any more."""
        self._list(version.project, self._others(version))
        self.by_id = {one.id: one for one in self.by_id.values() if one.id != version.id}
        self.related_work.pop(version.id, None)

    def remove_project(self, project: str) -> None:
        """Take out all versions of a project."""
        for version in self.of_project(project):
            self.remove(version)

    def of_project(self, project: str) -> list[Version]:
        """Return a project's versions in their order."""
        return [self.by_id[version_id] for version_id in self.of.get(project, ())]

    def place_of(self, version_id: str) -> int:
        """Return where a version stands among those of its project, the first at 0."""
        return self.of[self.by_id[version_id].project].index(version_id)

    def move(self, version: Version, place: int) -> None:
        """Let a version stand at a place among the others of its project."""
        others = self._others(version)
        self._list(version.project, (*others[:place], version.id, *others[place:]))

    def _others(self, version: Version) -> tuple[str, ...]:
        return tuple(one for one in self.of[version.project] if one != version.id)

    def _list(self, project: str, version_ids: tuple[str, ...]) -> None:
        self.of = {**self.of, project: version_ids}

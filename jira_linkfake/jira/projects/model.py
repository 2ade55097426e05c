"""Projects, and those of a site."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Generic, Literal, Protocol, TypeVar

from jira_linkfake.jira.people.model import User
from jira_linkfake.jira.plain import Plain

ProjectType = Literal["software", "business", "service_desk"]
AssigneeType = Literal["PROJECT_LEAD", "UNASSIGNED"]


class ProjectCategory(Plain):
    """A category of projects; a project has one or none."""

    id: str
    name: str
    description: str = ""

    def __str__(self) -> str:
        return self.name


class PutAway(Plain):
    """That a project was archived, or put into the recycle bin, by whom and when.

    `issues` are the ids of the issues that were archived with it.
    """

    by: User | None
    at: datetime
    issues: frozenset[str] = frozenset()


ProjectStatus = Literal["live", "archived", "deleted"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Project:
    """A project; `type` is Jira's key of the project's type, `assignee_type` who gets an issue that names nobody.

    `types` are the ids of the types of issues that it has, None for all that no project has for its own. One that is
    `team_managed` has types of its own. One that is `archived` can be read, and one that is `deleted` is in the recycle
    bin, where nobody sees it.
    """

    id: str
    key: str
    name: str
    lead: User
    type: ProjectType = "software"
    description: str = ""
    url: str = ""
    assignee_type: AssigneeType = "UNASSIGNED"
    types: frozenset[str] | None = None
    team_managed: bool = False
    category: ProjectCategory | None = None
    archived: PutAway | None = None
    deleted: PutAway | None = None

    @property
    def status(self) -> ProjectStatus:
        """Whether it is live, archived, or in the recycle bin."""
        if self.deleted is not None:
            return "deleted"
        return "live" if self.archived is None else "archived"


_ID = re.compile(r"[0-9]{1,19}", re.ASCII)


class Projects(dict[str, Project]):
    """The projects that there are, by key; those that were taken out are remembered.

    `former` has the present keys of projects by keys that they had before.
    """

    __slots__ = ("former", "keys_by_id", "removed")

    def __init__(self) -> None:
        super().__init__()
        self.former: dict[str, str] = {}
        self.keys_by_id: dict[str, str] = {}
        self.removed: dict[str, Project] = {}

    def put(self, project: Project) -> None:
        """Store a project, new or changed, under its key, which leads to no other project any more."""
        self.former.pop(project.key, None)
        self[project.key] = project
        self.keys_by_id[project.id] = project.key

    def take(self, project: Project) -> str:
        """Take out a project, and return the name that it is remembered under and that no other project gets.

        History may still name its issues to those who could see them then; its key may be another's, which starts anew.
        """
        del self[project.key], self.keys_by_id[project.id]
        self.release(self.former_keys(project))
        return self.remember(project)

    def rename(self, project: Project, renamed: Project) -> None:
        """Give a project another key; the keys that it had lead to it."""
        del self[project.key]
        self.put(renamed)
        self.former.update(dict.fromkeys((project.key, *self.former_keys(project)), renamed.key))

    def former_keys(self, project: Project) -> list[str]:
        """Return the keys that a project had before."""
        return [key for key, present in self.former.items() if present == project.key]

    def release(self, keys: Iterable[str]) -> None:
        """Let keys lead nowhere that a project had before."""
        for key in keys:
            del self.former[key]

    def with_id(self, project_id: str | None) -> Project | None:
        """Return the project with an id; None where there is none, or it is gone."""
        key = self.keys_by_id.get(project_id) if project_id else None
        return self[key] if key else None

    def with_key(self, key: str) -> Project | None:
        """Return the project that has this key or had it, or None."""
        return self.get(key) or self.get(self.former.get(key, ""))

    def remember(self, project: Project) -> str:
        """Remember a project that is not there, and return the name that it is remembered under."""
        known_as = f"{project.key} ({project.id})"
        self.removed[project.key] = self.removed[known_as] = project
        return known_as

    def ever(self, key: str) -> Project:
        """Return a project that is there or was, as it is now or was last."""
        return self.get(key) or self.removed[key]

    def find(self, id_or_key: str) -> Project | None:
        """Return the project with this key or id, or None."""
        key = self.keys_by_id.get(str(int(id_or_key)), "") if _ID.fullmatch(id_or_key) else id_or_key
        return self.with_key(key)


class Part(Protocol):
    """What belongs to a project, such as a version; `project` is the project's key."""

    @property
    def id(self) -> str:
        """The id."""

    @property
    def project(self) -> str:
        """The key of the project."""

    @property
    def name(self) -> str:
        """The name."""


_Part = TypeVar("_Part", bound=Part)


PartAttribute = Literal["components", "fix_versions", "affects_versions"]
"""Where an issue has parts of its project."""


class PartTable(Generic[_Part]):
    """What belongs to the projects of a site by id, and the ids in the order in which each project lists its own.

    Neither is changed, but replaced: a webhook keeps those of its moment. A project lists them in the order in which
    they came, or by name.
    """

    __slots__ = ("by_id", "by_name", "of")

    def __init__(self, *, by_name: bool = False) -> None:
        self.by_name = by_name
        self.by_id: Mapping[str, _Part] = {}
        self.of: Mapping[str, tuple[str, ...]] = {}

    def put(self, part: _Part) -> None:
        """Store a part, new or changed; a new one is listed last, unless it goes by name."""
        if part.id not in self.by_id:
            self._list(part.project, (*self.of.get(part.project, ()), part.id))
        self.by_id = {**self.by_id, part.id: part}
        if self.by_name:
            parts = sorted(self.of_project(part.project), key=lambda one: one.name.casefold())
            self._list(part.project, (one.id for one in parts))

    def remove(self, part: _Part) -> None:
        """Take out a part; no issue has it any more."""
        self._list(part.project, self._others(part))
        self.by_id = {one.id: one for one in self.by_id.values() if one.id != part.id}

    def remove_project(self, project: str) -> None:
        """Take out all parts of a project."""
        for part in self.of_project(project):
            self.remove(part)

    def rename_project(self, project: str, key: str) -> None:
        """Let the parts of a project be of another key."""
        own = self.of_project(project)
        others = {name: ids for name, ids in self.of.items() if name != project}
        self.of = {**others, key: self.of[project]} if own else others
        self.by_id = {**self.by_id, **{one.id: replace(one, project=key) for one in own}}  # type: ignore[type-var]

    def of_project(self, project: str) -> list[_Part]:
        """Return a project's parts in their order."""
        return [self.by_id[part_id] for part_id in self.of.get(project, ())]

    def named_in(self, project: str, name: str) -> _Part | None:
        """Return the part of a project that has a name, in whatever case; None where there is none."""
        wanted = name.casefold()
        return next((one for one in self.of_project(project) if one.name.casefold() == wanted), None)

    def beside(self, part: _Part, part_id: str | None) -> _Part | None:
        """Return the part of an id, which may be the same one, where it is of a part's project."""
        found = self.by_id.get(part_id or "")
        return found if found is not None and found.project == part.project else None

    def place_of(self, part_id: str) -> int:
        """Return where a part stands among those of its project, the first at 0."""
        return self.of[self.by_id[part_id].project].index(part_id)

    def _others(self, part: _Part) -> tuple[str, ...]:
        return tuple(one for one in self.of[part.project] if one != part.id)

    def _list(self, project: str, part_ids: Iterable[str]) -> None:
        self.of = {**self.of, project: tuple(part_ids)}

"""The issues of a site: their indexes, and what they were before they changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from jira_linkfake.jira.archiving.model import Archival
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.model import SecurityLevel
from jira_linkfake.jira.plain import replaced


class Issues(dict[str, Issue]):
    """The issues that there are, by id; `ids` has the ids by every key that leads to an issue.

    So does such a key with a former key of its project: `former` has the present keys of projects by those.

    Those that were taken out are remembered, since the history of others may name them to those who could see them,
    and so is what an issue was before it changed. `archivals` are those of issues that requests archived.
    """

    __slots__ = ("archivals", "former", "ids", "index", "past", "removed")

    def __init__(self, former: Mapping[str, str]) -> None:
        super().__init__()
        self.archivals: dict[str, Archival] = {}
        self.former = former
        self.ids: dict[str, str] = {}
        self.index = IssueIndex()
        self.past = IssuePast()
        self.removed: dict[str, Issue] = {}

    def put(self, issue: Issue) -> None:
        """Store an issue, new or changed; a key that it had before still leads to it."""
        before = self.get(issue.id)
        if before is not None:
            self.past.keep(before)
        self.index.put(issue, before)
        self[issue.id] = issue
        self.ids[issue.key] = issue.id

    def take(self, issue: Issue) -> None:
        """Take out an issue that has no links any more."""
        self.index.remove(issue)
        del self[issue.id]
        self.archivals.pop(issue.id, None)
        del self.ids[issue.key]
        self.removed[issue.id] = issue

    def remove_project(self, project: str, known_as: str) -> None:
        """Take out a project that has no issues any more; those that were in it are remembered under its new name."""
        self.index.remove_project(project)
        for issue in self.removed.values():
            if issue.project == project:
                self.removed[issue.id] = replace(issue, project=known_as)

    def rename_project(self, project: str, key: str, levels: Mapping[str, SecurityLevel]) -> None:
        """Let the issues of a project have its other key, in whatever state they were too, and its security levels."""

        def renamed(issue: Issue) -> Issue:
            if issue.project != project:
                return issue
            level = issue.security_level
            number = issue.key.rpartition("-")[2]
            return replace(
                issue, key=f"{key}-{number}", project=key, security_level=level and levels.get(level.id, level)
            )

        for issue in self.in_project(project):
            del self.ids[issue.key]
            self[issue.id] = renamed(issue)
            self.ids[self[issue.id].key] = issue.id
        self.removed = {issue_id: renamed(issue) for issue_id, issue in self.removed.items()}
        self.past.replaced = {
            issue_id: [(revision, renamed(issue)) for revision, issue in past]
            for issue_id, past in self.past.replaced.items()
        }
        self.index.rename_project(project, key)

    def touch(self, issue_id: str, now: datetime) -> None:
        """Set an issue's `updated`; what it was before is not kept for that alone."""
        self[issue_id] = replaced(self[issue_id], updated=now)

    def with_key(self, key: str) -> Issue | None:
        """Return the issue with this key, in whatever case it is written, or None."""
        issue_id = self.ids.get(key)
        if issue_id is None:
            project, _, number = key.upper().rpartition("-")
            issue_id = self.ids.get(f"{self.former.get(project, project)}-{number}")
        return None if issue_id is None else self.get(issue_id)

    def ever(self, issue_id: str) -> Issue:
        """Return an issue that is there or was, as it is now or was last."""
        return self.get(issue_id) or self.removed[issue_id]

    def in_project(self, project: str) -> list[Issue]:
        """Return a project's issues, oldest first."""
        return [self[issue_id] for issue_id in self.index.in_project(project)]

    def children_of(self, issue: Issue) -> list[Issue]:
        """Return the issues that are a part of an issue, oldest first."""
        return [self[issue_id] for issue_id in self.index.under_parent(issue.id)]

    def subtasks_of(self, issue: Issue) -> list[Issue]:
        """Return those of them that are sub-tasks."""
        return [one for one in self.children_of(issue) if one.type.subtask]


class IssueIndex:
    """The ids of issues by project and by parent, oldest first, and the highest number of a key in each project."""

    __slots__ = ("_in_project", "_last_numbers", "_under_parent")

    def __init__(self) -> None:
        self._in_project: dict[str, dict[str, None]] = {}
        self._under_parent: dict[str, dict[str, None]] = {}
        self._last_numbers: dict[str, int] = {}

    def put(self, issue: Issue, before: Issue | None) -> None:
        """Enter an issue, new or changed; `before` is as it was entered last."""
        if before is None or before.project != issue.project:
            _move(self._in_project, issue.id, None if before is None else before.project, issue.project)
            number = int(issue.key.rpartition("-")[2])
            self.give(issue.project, number)
        if before is None or before.parent_id != issue.parent_id:
            _move(self._under_parent, issue.id, None if before is None else before.parent_id, issue.parent_id)

    def last_number(self, project: str) -> int:
        """Return the highest number of a key that an issue of a project had."""
        return self._last_numbers.get(project, 0)

    def give(self, project: str, number: int) -> None:
        """Let a number of a project be given, and all below it."""
        self._last_numbers[project] = max(number, self.last_number(project))

    def remove(self, issue: Issue) -> None:
        """Take an issue out; its number stays given."""
        _move(self._in_project, issue.id, issue.project, None)
        _move(self._under_parent, issue.id, issue.parent_id, None)

    def rename_project(self, project: str, key: str) -> None:
        """Enter the issues of a project under its other key."""
        self._in_project[key] = self._in_project.pop(project, {})
        self._last_numbers[key] = self._last_numbers.pop(project, 0)

    def remove_project(self, project: str) -> None:
        """Take out a project without issues: another one of its key gives out keys from the first number on."""
        self._in_project.pop(project, None)
        self._last_numbers.pop(project, None)

    def in_project(self, project: str) -> tuple[str, ...]:
        """Return the ids of a project's issues."""
        return tuple(self._in_project.get(project, ()))

    def under_parent(self, issue_id: str) -> tuple[str, ...]:
        """Return the ids of the issues that are a part of an issue."""
        return tuple(self._under_parent.get(issue_id, ()))

    def next_key(self, project: str) -> str:
        """Return the key that the next issue of a project gets; the key of a deleted one is not given again."""
        return f"{project}-{self.last_number(project) + 1}"


def _move(index: dict[str, dict[str, None]], issue_id: str, old: str | None, new: str | None) -> None:
    if old is not None:
        index[old].pop(issue_id)
    if new is not None:
        index.setdefault(new, {})[issue_id] = None


class IssuePast:
    """The values of issues that others have replaced; `revision` counts the replacements."""

    __slots__ = ("replaced", "revision")

    def __init__(self) -> None:
        self.replaced: dict[str, list[tuple[int, Issue]]] = {}
        self.revision = 0

    def keep(self, issue: Issue) -> None:
        """Keep an issue that is about to be replaced."""
        self.replaced.setdefault(issue.id, []).append((self.revision, issue))
        self.revision += 1

    def before(self, issue_id: str, moment: datetime) -> Issue | None:
        """Return what an issue was last before a moment at which it was replaced; None where it was not."""
        earlier = [issue for _, issue in self.replaced.get(issue_id, ()) if issue.updated < moment]
        return earlier[-1] if earlier else None

    def at(self, revision: int, issue_id: str) -> Issue | None:
        """Return what an issue was at a revision, or None where it has not been replaced since."""
        for replaced_at, issue in self.replaced.get(issue_id, ()):
            if revision <= replaced_at:
                return issue
        return None

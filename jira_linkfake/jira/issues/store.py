"""The issues of a site: their indexes, and what they were before they changed."""

from __future__ import annotations

from typing import TypeVar

from jira_linkfake.jira.issues.model import Issue

_Key = TypeVar("_Key", str, int)


class IssueIndex:
    """The ids of issues by project and by parent, oldest first, and the highest number of a key in each project."""

    __slots__ = ("_in_project", "_last_numbers", "_under_parent")

    def __init__(self) -> None:
        self._in_project: dict[str, dict[int, None]] = {}
        self._under_parent: dict[int, dict[int, None]] = {}
        self._last_numbers: dict[str, int] = {}

    def put(self, issue: Issue, before: Issue | None) -> None:
        """Enter an issue, new or changed; `before` is as it was entered last."""
        if before is None or before.project != issue.project:
            _move(self._in_project, issue.id, None if before is None else before.project, issue.project)
            number = int(issue.key.rpartition("-")[2])
            self._last_numbers[issue.project] = max(number, self._last_numbers.get(issue.project, 0))
        if before is None or before.parent_id != issue.parent_id:
            _move(self._under_parent, issue.id, None if before is None else before.parent_id, issue.parent_id)

    def remove(self, issue: Issue) -> None:
        """Take an issue out; its number stays given."""
        _move(self._in_project, issue.id, issue.project, None)
        _move(self._under_parent, issue.id, issue.parent_id, None)

    def remove_project(self, project: str) -> None:
        """Take out a project without issues: another one of its key gives out keys from the first number on."""
        self._in_project.pop(project, None)
        self._last_numbers.pop(project, None)

    def in_project(self, project: str) -> tuple[int, ...]:
        """Return the ids of a project's issues."""
        return tuple(self._in_project.get(project, ()))

    def under_parent(self, issue_id: int) -> tuple[int, ...]:
        """Return the ids of the issues that are a part of an issue."""
        return tuple(self._under_parent.get(issue_id, ()))

    def next_key(self, project: str) -> str:
        """Return the key that the next issue of a project gets; the key of a deleted one is not given again."""
        return f"{project}-{self._last_numbers.get(project, 0) + 1}"


def _move(index: dict[_Key, dict[int, None]], issue_id: int, old: _Key | None, new: _Key | None) -> None:
    if old is not None:
        index[old].pop(issue_id)
    if new is not None:
        index.setdefault(new, {})[issue_id] = None


class IssuePast:
    """The values of issues that others have replaced; `revision` counts the replacements."""

    __slots__ = ("_replaced", "revision")

    def __init__(self) -> None:
        self._replaced: dict[int, list[tuple[int, Issue]]] = {}
        self.revision = 0

    def keep(self, issue: Issue) -> None:
        """Keep an issue that is about to be replaced."""
        self._replaced.setdefault(issue.id, []).append((self.revision, issue))
        self.revision += 1

    def at(self, revision: int, issue_id: int) -> Issue | None:
        """Return what an issue was at a revision, or None where it has not been replaced since."""
        for replaced_at, issue in self._replaced.get(issue_id, ()):
            if revision <= replaced_at:
                return issue
        return None

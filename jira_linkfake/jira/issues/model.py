"""Issues."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any, Protocol, TypeVar

from jira_linkfake.jira.people.model import SecurityLevel, User
from jira_linkfake.jira.workflow.model import IssueType, Priority, Resolution, Status


@dataclass(frozen=True, kw_only=True, slots=True)
class Issue:
    """An issue; `project` is its project's key, `parent_id` the id of the issue that it is a part of.

    `description` is the text, `description_document` the Atlassian document it was sent as, if it was sent as one; so
    is `environment`. `resolved` is when its resolution was set, `category_changed` when its status came to be of
    another category, None where it never did.
    `fix_versions` and `affects_versions` are ids of versions of its project, `components` of components.
    `original_estimate` and `remaining_estimate` are seconds of work.
    `custom_fields` has the values of further fields as they were given, by Jira's id: `customfield_10000`.
    """

    id: str
    key: str
    project: str
    summary: str
    type: IssueType
    status: Status
    priority: Priority | None = None
    resolution: Resolution | None = None
    resolved: datetime | None = None
    security_level: SecurityLevel | None = None
    archived: bool = False
    description: str | None = None
    description_document: Mapping[str, Any] | None = field(default=None, hash=False)
    labels: list[str] = field(default_factory=list, hash=False)
    parent_id: str | None = None
    due: date | None = None
    fix_versions: tuple[str, ...] = ()
    affects_versions: tuple[str, ...] = ()
    components: tuple[str, ...] = ()
    original_estimate: int | None = None
    remaining_estimate: int | None = None
    assignee: User | None = None
    reporter: User | None = None
    creator: User | None = None
    environment: str | None = None
    environment_document: Mapping[str, Any] | None = field(default=None, hash=False)
    custom_fields: Mapping[str, Any] = field(default_factory=dict, hash=False)
    created: datetime
    updated: datetime
    category_changed: datetime | None = None

    def __str__(self) -> str:
        return f"{self.key} ({self.type.name}, {self.status.name}): {self.summary}"


def with_custom(issue: Issue, field_id: str, value: Any) -> Issue:
    """Return an issue with another value of a custom field, or with None without one."""
    others = {name: one for name, one in issue.custom_fields.items() if name != field_id}
    return replace(issue, custom_fields=others if value is None else {**others, field_id: value})


class _OfAnIssue(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def issue_id(self) -> str: ...


_Thing = TypeVar("_Thing", bound=_OfAnIssue)


class OfIssues(dict[str, _Thing]):
    """Things by their id, each of which belongs to one issue, such as comments."""

    __slots__ = ("_ids_of_issue",)

    def __init__(self) -> None:
        super().__init__()
        self._ids_of_issue: dict[str, dict[str, None]] = {}

    def put(self, thing: _Thing) -> None:
        """Store a thing, new or changed."""
        self[thing.id] = thing
        self._ids_of_issue.setdefault(thing.issue_id, {})[thing.id] = None

    def take(self, thing: _Thing) -> None:
        """Remove a thing from its issue."""
        del self[thing.id]
        del self._ids_of_issue[thing.issue_id][thing.id]

    def of(self, issue: Issue) -> list[_Thing]:
        """Return an issue's things, oldest first, whoever may see them."""
        return [self[thing_id] for thing_id in self._ids_of_issue.get(issue.id, ())]

    def count_of(self, issue: Issue) -> int:
        """Return how many things an issue has, whoever may see them."""
        return len(self._ids_of_issue.get(issue.id, ()))

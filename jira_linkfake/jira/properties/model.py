"""What can have properties, which it has, and which of those of issues JQL can find."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from jira_linkfake.jira.comments.model import Comment
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.model import User
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.projects.model import Project
from jira_linkfake.jira.workflow.model import IssueType
from jira_linkfake.jira.worklogs.model import Worklog

Bearer = Comment | Issue | IssueType | Project | User | Worklog
"""What can have properties."""

KINDS: Mapping[type, str] = {
    Comment: "comment",
    Issue: "issue",
    IssueType: "issue type",
    Project: "project",
    User: "user",
    Worklog: "worklog",
}
"""How sentences call what can have properties."""


class Owner(NamedTuple):
    """What has properties: its kind and its id, which it keeps whatever else of it changes."""

    kind: str
    id: str


def owner_of(bearer: Bearer) -> Owner:
    """Return what a thing goes by as the owner of its properties."""
    return Owner(KINDS[type(bearer)], bearer.account_id if isinstance(bearer, User) else bearer.id)


_NONE: Mapping[str, Any] = MappingProxyType({})


class PropertyTable:
    """The properties of everything that has some: JSON by its key."""

    __slots__ = ("_of",)

    def __init__(self) -> None:
        self._of: dict[Owner, dict[str, Any]] = {}

    def of(self, bearer: Bearer) -> Mapping[str, Any]:
        """Return the properties of a thing, those that were first set first."""
        return self._of.get(owner_of(bearer), _NONE)

    def put(self, bearer: Bearer, key: str, value: Any) -> None:
        """Set a property, new or not."""
        self._of.setdefault(owner_of(bearer), {})[key] = value

    def remove(self, bearer: Bearer, key: str) -> None:
        """Take out a property that is there."""
        del self._of[owner_of(bearer)][key]

    def drop(self, bearer: Bearer) -> None:
        """Take out all properties of a thing that goes."""
        self._of.pop(owner_of(bearer), None)

    def all(self) -> Mapping[Owner, Mapping[str, Any]]:
        """Return the properties of everything."""
        return self._of


PropertyType = Literal["string", "text", "number", "date"]
PROPERTY_TYPES: tuple[PropertyType, ...] = ("string", "text", "number", "date")


class IndexedProperty(Plain):
    """What JQL can find of a property of issues: what is at a `path` in its value, such as `label.color`."""

    key: str
    path: str
    type: PropertyType

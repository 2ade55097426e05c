"""The things of a Jira site, as values that never change; a change puts a new value in the store."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Any, Literal


class Everyone(Enum):
    """Whole sets of callers that can hold a permission."""

    ANYONE = "anyone, with or without an account"
    SIGNED_IN = "every signed-in user"

    def __repr__(self) -> str:
        return self.name


ANYONE = Everyone.ANYONE
"""Everybody who calls, with or without credentials; a permission's holder."""


@dataclass(frozen=True, kw_only=True, slots=True)
class User:
    """A user; `token` is what the API token must be, None accepts any."""

    account_id: str
    name: str
    email: str
    token: str | None = None

    @property
    def auth(self) -> tuple[str, str]:
        """The user's email and token, as `requests` and most clients take them for Basic authentication."""
        return self.email, self.token or "any-token"

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, kw_only=True, slots=True)
class Group:
    """A group of users."""

    id: str
    name: str

    def __str__(self) -> str:
        return f"group {self.name}"


@dataclass(frozen=True, kw_only=True, slots=True)
class ProjectRole:
    """A project role in one project: the role's id and name are the site's, its members the project's."""

    id: int
    name: str
    project: str

    def __str__(self) -> str:
        return f"role {self.name} in {self.project}"


Holder = User | Group | ProjectRole | Everyone
"""Who can hold a permission or be in a security level."""

Caller = User | None
"""Who sent a request; None is the anonymous caller."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Project:
    """A project."""

    id: int
    key: str
    name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class IssueType:
    """An issue type; `hierarchy_level` is 1 for an epic, 0 for a standard type, -1 for a sub-task."""

    id: int
    name: str
    description: str = ""
    hierarchy_level: int = 0
    avatar_id: int = 10318

    @property
    def subtask(self) -> bool:
        """Whether issues of the type are sub-tasks."""
        return self.hierarchy_level < 0


@dataclass(frozen=True, kw_only=True, slots=True)
class StatusCategory:
    """One of Jira's fixed status categories."""

    id: int
    key: str
    name: str
    color_name: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Status:
    """A workflow status."""

    id: int
    name: str
    category: StatusCategory
    description: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Priority:
    """A priority."""

    id: int
    name: str
    description: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class SecurityLevel:
    """An issue security level of a project: only its members see the issues that have it."""

    id: int
    name: str
    project: str

    def __str__(self) -> str:
        return f"security level {self.name}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Issue:
    """An issue."""

    id: int
    key: str
    project: str
    summary: str
    type: IssueType
    status: Status
    priority: Priority | None
    security_level: SecurityLevel | None
    archived: bool
    created: datetime
    updated: datetime


@dataclass(frozen=True, kw_only=True, slots=True)
class LinkType:
    """A type of issue link; `outward` is the phrase of the source ("blocks"), `inward` that of the other end."""

    id: int
    name: str
    inward: str
    outward: str


@dataclass(frozen=True, kw_only=True, slots=True)
class IssueLink:
    """A link; the source reads `type.outward` towards the destination: "source blocks destination"."""

    id: int
    type: LinkType
    source: Issue
    destination: Issue

    def __str__(self) -> str:
        return f"{self.source.key} {self.type.outward} {self.destination.key}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Visibility:
    """To whom a comment is restricted: the members of a group, or of a role in the issue's project."""

    type: Literal["group", "role"]
    value: str
    identifier: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Comment:
    """A comment; `document` is the Atlassian document it was sent as, if it was sent as one."""

    id: int
    issue_id: int
    author: User | None
    body: str
    document: Mapping[str, Any] | None
    visibility: Visibility | None
    created: datetime
    updated: datetime

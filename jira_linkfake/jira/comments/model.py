"""Comments, to whom they are restricted, and those of a site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from jira_linkfake.jira.issues.model import OfIssues
from jira_linkfake.jira.people.model import User
from jira_linkfake.jira.plain import Plain


class Visibility(Plain):
    """To whom a comment or a worklog is restricted: the members of a group, or of a role in the issue's project."""

    type: Literal["group", "role"]
    value: str
    identifier: str

    def __str__(self) -> str:
        return f"{self.type} {self.value}"


@dataclass(frozen=True, kw_only=True, slots=True)
class Comment:
    """A comment; `document` is the Atlassian document it was sent as, if it was sent as one."""

    id: str
    issue_id: str
    author: User | None
    update_author: User | None
    body: str
    document: Mapping[str, Any] | None = field(hash=False)
    visibility: Visibility | None
    created: datetime
    updated: datetime


class Comments(OfIssues[Comment]):
    """The comments that there are, by id."""

    __slots__ = ()

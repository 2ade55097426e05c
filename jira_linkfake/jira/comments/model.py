"""Comments, to whom they are restricted, and those of a site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Literal

from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.model import User
from jira_linkfake.jira.plain import Plain


class Visibility(Plain):
    """To whom a comment is restricted: the members of a group, or of a role in the issue's project."""

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


class Comments(dict[str, Comment]):
    """The comments that there are, by id."""

    __slots__ = ("_ids_of_issue",)

    def __init__(self) -> None:
        super().__init__()
        self._ids_of_issue: dict[str, dict[str, None]] = {}

    def put(self, comment: Comment) -> None:
        """Store a comment, new or changed."""
        self[comment.id] = comment
        self._ids_of_issue.setdefault(comment.issue_id, {})[comment.id] = None

    def take(self, comment: Comment) -> None:
        """Remove a comment from its issue."""
        del self[comment.id]
        del self._ids_of_issue[comment.issue_id][comment.id]

    def of(self, issue: Issue) -> list[Comment]:
        """Return an issue's comments, oldest first, whoever may see them."""
        return [self[comment_id] for comment_id in self._ids_of_issue.get(issue.id, ())]

    def count_of(self, issue: Issue) -> int:
        """Return how many comments an issue has, whoever may see them."""
        return len(self._ids_of_issue.get(issue.id, ()))

"""What issues hold that the fields of JQL are compared with, and where an index has it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from jira_linkfake.site.commenting import visible_comments
from jira_linkfake.site.jql.scope import Scope
from jira_linkfake.site.model import Issue


def in_projects(scope: Scope, keys: Sequence[str]) -> list[int]:
    """Return the ids of the issues of projects."""
    return [issue.id for key in keys for issue in scope.site.issues_in(key)]


def children(scope: Scope, ids: Sequence[int]) -> list[int]:
    """Return the ids of the issues that are a part of issues."""
    return [child.id for issue_id in ids for child in scope.site.children_of(scope.site.issues[issue_id])]


def linked(scope: Scope, ids: Sequence[int]) -> list[int]:
    """Return the ids of the issues that the caller sees at the other end of issues' links."""
    return [other.id for issue_id in ids for _, _, other in scope.links(scope.site.issues[issue_id])]


def parent(scope: Scope, issue: Issue) -> Issue | None:
    """Return the issue that an issue is a part of, where the caller sees it."""
    parent = None if issue.parent_id is None else scope.site.issues.get(issue.parent_id)
    return parent if parent is not None and scope.sees(parent) else None


def number(issue: Issue) -> tuple[str, int]:
    """Return an issue's project and its number there."""
    return issue.project, int(issue.key.rpartition("-")[2])


def ids_of(*things: Any) -> tuple[int, ...]:
    """Return the ids of things, without those that are not there."""
    return tuple(thing.id for thing in things if thing is not None)


def accounts_of(*users: Any) -> tuple[str, ...]:
    """Return the account ids of users, without those that are not there."""
    return tuple(user.account_id for user in users if user is not None)


def priority_place(scope: Scope, priority_id: int) -> tuple[None, int]:
    """Return where a priority stands: they are listed from the highest to the lowest."""
    return None, -list(scope.site.priorities).index(priority_id)


def comments(scope: Scope, issue: Issue) -> list[str]:
    """Return the texts of the comments that the caller may read."""
    return [comment.body for comment in visible_comments(scope.site, scope.caller, issue)]


def filled(*texts: str | None) -> list[str]:
    """Return texts, without those that are not there."""
    return [text for text in texts if text]


def all_texts(scope: Scope, issue: Issue) -> list[str]:
    """Return every text of an issue that the caller may read."""
    return [*filled(issue.summary, issue.description), *comments(scope, issue)]

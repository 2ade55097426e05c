"""A site: its parts, its lock, its clock, its ids and its settings. It stores; the rules decide."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta, timezone
from typing import TypeVar

from jira_linkfake.jira.comments.model import Comment
from jira_linkfake.jira.events import Event
from jira_linkfake.jira.fields.model import IssueField
from jira_linkfake.jira.history.model import HistoryEntry, LinkChange
from jira_linkfake.jira.ids import FIRST_ID
from jira_linkfake.jira.issue_links.model import IssueLink
from jira_linkfake.jira.issue_links.store import LinkTable
from jira_linkfake.jira.issues.model import Issue, touched
from jira_linkfake.jira.issues.store import IssueIndex, IssuePast
from jira_linkfake.jira.link_types.model import FRESH_LINK_TYPES, LinkType
from jira_linkfake.jira.people.store import People
from jira_linkfake.jira.permissions.store import Grants
from jira_linkfake.jira.projects.model import Project
from jira_linkfake.jira.remote_links.store import RemoteLinkTable
from jira_linkfake.jira.workflow.model import (
    FRESH_ISSUE_TYPES,
    FRESH_PRIORITIES,
    FRESH_STATUSES,
    IssueType,
    Priority,
    Status,
)

_START = datetime(2026, 1, 1, tzinfo=timezone.utc)


_TICK = timedelta(seconds=1)


class Clock:
    """A clock that stands still until it is moved, and moves by one second when something on the site changes."""

    __slots__ = ("now",)

    def __init__(self) -> None:
        self.now: datetime = _START

    def tick(self) -> datetime:
        """Move on by one second and return the new time."""
        self.now += _TICK
        return self.now

    def advance(self, by: timedelta) -> datetime:
        """Move on by a time and return the new time."""
        self.now += by
        return self.now


_ID = re.compile(r"[0-9]{1,19}", re.ASCII)


_Thing = TypeVar("_Thing", IssueType, Status, Priority, LinkType)


class Site:
    """A Jira site in memory; `lock` is held around every check and commit.

    Ids count up from 10000 for each kind of thing and are never given twice.
    """

    def __init__(
        self,
        *,
        linking_enabled: bool = True,
        link_limit: int = 2000,
        comment_limit: int = 5000,
        remote_link_limit: int = 2000,
    ) -> None:
        self.lock = threading.RLock()
        self.linking_enabled = linking_enabled
        self.link_limit = link_limit
        self.comment_limit = comment_limit
        self.remote_link_limit = remote_link_limit
        self.clock = Clock()
        self.people = People()
        self.grants = Grants()
        self.events: list[Event] = []
        self.projects: dict[str, Project] = {}
        self.project_keys: dict[int, str] = {}
        self.removed_projects: dict[str, Project] = {}
        self.issue_types: dict[int, IssueType] = _by_id(FRESH_ISSUE_TYPES)
        self.statuses: dict[int, Status] = _by_id(FRESH_STATUSES)
        self.priorities: dict[int, Priority] = _by_id(FRESH_PRIORITIES)
        self.fields: dict[str, IssueField] = {}
        self.link_types: dict[int, LinkType] = _by_id(FRESH_LINK_TYPES)
        self.issues: dict[int, Issue] = {}
        self.issue_ids: dict[str, int] = {}
        self.issue_index = IssueIndex()
        self.past = IssuePast()
        self.removed_issues: dict[int, Issue] = {}
        self.history: dict[int, list[HistoryEntry | LinkChange]] = {}
        self.links = LinkTable()
        self.links_repeated = 0  # how many were asked for that were there, since the journal took note of it
        self.remote_links = RemoteLinkTable()
        self.comments: dict[int, Comment] = {}
        self.comment_ids_of: dict[int, dict[int, None]] = {}
        self._last_ids: dict[str, int] = {
            "link type": max(self.link_types),
            "issue type": max(self.issue_types),
            "status": max(self.statuses),
            "user": FIRST_ID,
        }

    def new_id(self, kind: str) -> int:
        """Give out the next id of a kind of thing."""
        self._last_ids[kind] = self.next_id(kind)
        return self._last_ids[kind]

    def put_project(self, project: Project) -> None:
        """Store a project, new or changed; its key never changes."""
        self.projects[project.key] = project
        self.project_keys[project.id] = project.key

    def remove_project(self, project: Project) -> None:
        """Take out a project that has no issues any more, with its roles and security levels.

        It is remembered with who could browse it, under a name that no other project gets, since history may name its
        issues to those who could see them. Its key may be another's, which starts anew.
        """
        known_as = f"{project.key} ({project.id})"
        self.removed_projects[project.key] = self.projects.pop(project.key)
        del self.project_keys[project.id]
        self.grants.remove(project.key, known_as, self.people.remove_project(project.key))
        self.issue_index.remove_project(project.key)
        for issue in self.removed_issues.values():
            if issue.project == project.key:
                self.removed_issues[issue.id] = replace(issue, project=known_as)

    def project_ever(self, key: str) -> Project:
        """Return a project that is there or was, as it is now or was last."""
        return self.projects.get(key) or self.removed_projects[key]

    def project(self, id_or_key: str) -> Project | None:
        """Return the project with this key or id, or None."""
        if _ID.fullmatch(id_or_key):
            id_or_key = self.project_keys.get(int(id_or_key), "")
        return self.projects.get(id_or_key)

    def next_id(self, kind: str) -> int:
        """Return the id that the next thing of a kind will get."""
        return self._last_ids.get(kind, FIRST_ID - 1) + 1

    def put_issue(self, issue: Issue) -> None:
        """Store an issue, new or changed; a key that it had before still leads to it."""
        before = self.issues.get(issue.id)
        if before is not None:
            self.past.keep(before)
        self.issue_index.put(issue, before)
        self.issues[issue.id] = issue
        self.issue_ids[issue.key] = issue.id

    def remove_issue(self, issue: Issue) -> None:
        """Take out an issue that has no links any more, with its remote links, its comments and its history.

        It is remembered, since the history of others may name it to those who could see it.
        """
        self.issue_index.remove(issue)
        del self.issues[issue.id]
        del self.issue_ids[issue.key]
        self.removed_issues[issue.id] = issue
        self.history.pop(issue.id, None)
        for comment_id in self.comment_ids_of.pop(issue.id, ()):
            del self.comments[comment_id]
        for link in self.remote_links.of_issue(issue.id):
            self.remote_links.remove(link)

    def issue(self, key: str) -> Issue | None:
        """Return the issue with this key, in whatever case it is written, or None."""
        issue_id = self.issue_ids.get(key)
        if issue_id is None:
            issue_id = self.issue_ids.get(key.upper())
        return None if issue_id is None else self.issues.get(issue_id)

    def issue_ever(self, issue_id: int) -> Issue:
        """Return an issue that is there or was, as it is now or was last."""
        return self.issues.get(issue_id) or self.removed_issues[issue_id]

    def issues_in(self, project: str) -> list[Issue]:
        """Return a project's issues, oldest first."""
        return [self.issues[issue_id] for issue_id in self.issue_index.in_project(project)]

    def children_of(self, issue: Issue) -> list[Issue]:
        """Return the issues that are a part of an issue, oldest first."""
        return [self.issues[issue_id] for issue_id in self.issue_index.under_parent(issue.id)]

    def touch(self, issue_id: int, now: datetime) -> None:
        """Set an issue's `updated`."""
        self.issues[issue_id] = touched(self.issues[issue_id], now)

    def link(self, link_id: int) -> IssueLink | None:
        """Return a link with both its ends as they are now, or None."""
        return self.stored_link(link_id) if link_id in self.links.rows else None

    def stored_link(self, link_id: int) -> IssueLink:
        """Return a link that is known to be there, with both its ends as they are now."""
        link_type, source, destination = self.links.rows[link_id]
        return IssueLink(
            id=link_id,
            type=self.link_types[link_type],
            source=self.issues[source],
            destination=self.issues[destination],
        )

    def make_link(self, link_type: LinkType, source: Issue, destination: Issue) -> IssueLink:
        """Store a new link, and move `updated` of both its issues."""
        now = self.clock.tick()
        link_id = self.new_id("link")
        self.links.add(link_id, (link_type.id, source.id, destination.id))
        self.touch(source.id, now)
        self.touch(destination.id, now)
        return self.stored_link(link_id)

    def remove_link(self, link: IssueLink) -> None:
        """Remove a link, and move `updated` of both its issues."""
        now = self.clock.tick()
        self.links.remove(link.id)
        self.touch(link.source.id, now)
        self.touch(link.destination.id, now)

    def links_of(self, issue: Issue) -> list[IssueLink]:
        """Return an issue's links in both directions, oldest first."""
        return [self.stored_link(link_id) for link_id in self.links.ids_of(issue.id)]

    def all_links(self) -> list[IssueLink]:
        """Return every link, oldest first."""
        return [self.stored_link(link_id) for link_id in list(self.links.rows)]

    def link_types_named(self, name: str) -> list[LinkType]:
        """Return the link types of exactly this name; a site can have several."""
        return [link_type for link_type in self.link_types.values() if link_type.name == name]

    def put_comment(self, comment: Comment) -> None:
        """Store a comment, new or changed."""
        self.comments[comment.id] = comment
        self.comment_ids_of.setdefault(comment.issue_id, {})[comment.id] = None

    def remove_comment(self, comment: Comment) -> None:
        """Remove a comment from its issue."""
        del self.comments[comment.id]
        del self.comment_ids_of[comment.issue_id][comment.id]

    def comments_of(self, issue: Issue) -> list[Comment]:
        """Return an issue's comments, oldest first, whoever may see them."""
        return [self.comments[comment_id] for comment_id in self.comment_ids_of.get(issue.id, ())]

    def comment_count_of(self, issue: Issue) -> int:
        """Return how many comments an issue has, whoever may see them."""
        return len(self.comment_ids_of.get(issue.id, ()))


def _by_id(things: Iterable[_Thing]) -> dict[int, _Thing]:
    return {thing.id: thing for thing in things}

"""A site: its parts, its lock, its clock, its ids and its settings. It stores; the rules decide."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any, TypeVar

from jira_linkfake.forks import renew_in_forks
from jira_linkfake.jira.comments.model import Comments
from jira_linkfake.jira.fields.model import IssueField
from jira_linkfake.jira.history.model import Event, HistoryEntry, LinkChange
from jira_linkfake.jira.issue_links.store import IssueLinks
from jira_linkfake.jira.issues.model import Issue, OfIssues
from jira_linkfake.jira.issues.store import Issues
from jira_linkfake.jira.link_types.model import FRESH_LINK_TYPES, LinkType
from jira_linkfake.jira.people.model import UsersOfIssues
from jira_linkfake.jira.people.store import People
from jira_linkfake.jira.permissions.store import KIND as SCHEMES
from jira_linkfake.jira.permissions.store import Grants
from jira_linkfake.jira.projects.model import PartTable, Project, ProjectCategory, Projects
from jira_linkfake.jira.properties.model import IndexedProperty, PropertyTable
from jira_linkfake.jira.remote_links.model import RemoteLinkTable
from jira_linkfake.jira.versions.model import VersionTable
from jira_linkfake.jira.workflow.model import (
    FRESH_ISSUE_TYPES,
    FRESH_PRIORITIES,
    FRESH_STATUSES,
    RESOLUTION_WHEN_DONE,
    RESOLUTIONS,
    IssueType,
    Priority,
    Resolution,
    Status,
    Transition,
)
from jira_linkfake.jira.worklogs.model import Worklogs
from jira_linkfake.options import Options

if TYPE_CHECKING:
    from jira_linkfake.jira.attachments.model import Attachment
    from jira_linkfake.jira.boards.model import Board
    from jira_linkfake.jira.components.model import Component
    from jira_linkfake.jira.epics.model import EpicLook
    from jira_linkfake.jira.filters.model import Filter, ShareScope
    from jira_linkfake.jira.notifications.model import Notification
    from jira_linkfake.jira.sprints.model import Sprint
    from jira_linkfake.jira.tasks.model import Task
    from jira_linkfake.jira.webhooks.model import AdminWebhook

_Any = TypeVar("_Any")

_LONG = re.compile(r"[+-]?[0-9]{1,19}", re.ASCII)


def as_long(text: str) -> int | None:
    """Return the number that Jira reads from an id in a path; None where it is not a number of 64 bits."""
    number = int(text) if _LONG.fullmatch(text) else None
    return number if number is not None and -(2**63) <= number < 2**63 else None


def as_id(text: str) -> str | None:
    """Return the id that Jira reads from a text, as things have it: `10000` for `+010000`; None where it is none."""
    number = as_long(text)
    return None if number is None else str(number)


def with_id(things: Mapping[str, _Any], text: str) -> _Any | None:
    """Return the thing whose id Jira reads from a text; None where there is none."""
    own_id = as_id(text)
    return None if own_id is None else things.get(own_id)


FIRST_ID = 10000
_START = datetime(2026, 1, 1, tzinfo=timezone.utc)
_TICK = timedelta(seconds=1)


class Clock:
    """A clock that stands still until it is moved, and moves by one second when something on the site changes.

    One that is real goes by the system's, and is ahead of that by what it was moved.
    """

    __slots__ = ("_ahead", "_start")

    def __init__(self, start: datetime | str | None = None) -> None:
        time = datetime.fromisoformat(start) if isinstance(start, str) and start != "real" else start
        if isinstance(time, datetime):
            time = time.replace(tzinfo=timezone.utc) if time.tzinfo is None else time.astimezone(timezone.utc)
        self._start = _START if time is None else time
        self._ahead = timedelta()

    @property
    def now(self) -> datetime:
        """The time, in UTC."""
        start = self._start
        return (start if isinstance(start, datetime) else datetime.now(timezone.utc)) + self._ahead

    @property
    def moved(self) -> timedelta:
        """By how much it was moved, by what changed or by hand."""
        return self._ahead

    @property
    def next(self) -> datetime:
        """The time that a tick moves on to."""
        return self.now + _TICK if isinstance(self._start, datetime) else self.now

    def tick(self) -> datetime:
        """Move on by one second, unless time does so by itself, and return the new time."""
        if isinstance(self._start, datetime):
            self._ahead += _TICK
        return self.now

    def advance(self, by: timedelta) -> datetime:
        """Move on by a time and return the new time."""
        self._ahead += by
        return self.now

    def let_pass(self, time: timedelta) -> None:
        """Move on by a time that has gone by on the system's clock, which a real one goes by itself."""
        if isinstance(self._start, datetime):
            self._ahead += time


_Thing = TypeVar("_Thing", IssueType, Status, Priority, Resolution, LinkType)


def _by_id(things: Iterable[_Thing]) -> dict[str, _Thing]:
    return {thing.id: thing for thing in things}


_ISSUE_TYPES = _by_id(FRESH_ISSUE_TYPES)
_STATUSES = _by_id(FRESH_STATUSES)
_PRIORITIES = _by_id(FRESH_PRIORITIES)
_RESOLUTIONS = _by_id(RESOLUTIONS)
_LINK_TYPES = _by_id(FRESH_LINK_TYPES)
_FRESH: dict[str, Iterable[str]] = {
    "link type": _LINK_TYPES,
    "issue type": _ISSUE_TYPES,
    "status": _STATUSES,
    "resolution": _RESOLUTIONS,
}
_LAST_IDS = {
    "user": FIRST_ID,
    "board": 0,
    "sprint": 0,
    "webhook": 0,
    **{kind: max(map(int, ids)) for kind, ids in _FRESH.items()},
}


class Site:
    """A Jira site in memory; `lock` is held around every check and commit.

    Ids count up from 10000 for each kind of thing and are never given twice.
    """

    def __init__(self, options: Options | None = None) -> None:
        self.lock = threading.RLock()
        renew_in_forks(self, "lock", threading.RLock)
        self.options = options or Options()
        self.clock = Clock(self.options.now)
        self.people = People()
        self.grants = Grants()
        self.events: list[Event] = []
        self.projects = Projects()
        self.issue_types = _ISSUE_TYPES.copy()
        self.statuses = _STATUSES.copy()
        self.priorities = _PRIORITIES.copy()
        self.transitions: dict[str, Transition] = {}
        self.resolutions = _RESOLUTIONS.copy()
        self.default_resolution: str | None = None
        self.project_categories: dict[str, ProjectCategory] = {}
        self.fields: dict[str, IssueField] = {}
        self.link_types = _LINK_TYPES.copy()
        self.issues = Issues(self.projects.former)
        self.history: dict[str, list[HistoryEntry | LinkChange]] = {}
        self.links = IssueLinks(self.link_types, self.issues)
        self.search_misses: frozenset[str] = frozenset()  # ids of issues that search does not know of, but for a fault
        self.search_remembers: Mapping[str, Issue] = {}  # issues that search knows as they were, but for a fault
        self.links_repeated = 0  # how many were asked for that were there, since the journal took note of it
        self.left_over = 0  # how many were behind the page that a request got, since then
        self.comments_dropped = 0  # how many came with transitions that have no screen, since then
        self.remote_links = RemoteLinkTable()
        self.comments = Comments()
        self.attachments: OfIssues[Attachment] = OfIssues()
        self.worklogs = Worklogs()
        self.watchers = UsersOfIssues()
        self.voters = UsersOfIssues()
        self.versions = VersionTable()
        self.properties = PropertyTable()
        self.indexed_properties: dict[tuple[str, str], IndexedProperty] = {}
        self.preferences: dict[str, dict[str, str]] = {}  # of users, by account
        self.notifications: list[Notification] = []
        self.tasks: dict[str, Task] = {}
        self.components: PartTable[Component] = PartTable(by_name=True)
        self._add_planning()
        self._last_ids = _LAST_IDS.copy()

    def _add_planning(self) -> None:
        """Add what people keep, and what is Jira Software's; its fields come with the first board or rank."""
        self.admin_webhooks: dict[str, AdminWebhook] = {}
        self.filters: dict[str, Filter] = {}
        self.share_scopes: dict[str, ShareScope] = {}  # of users, by account
        self.viewed: dict[str, dict[str, None]] = {}  # ids of projects by account, the last one last
        self.boards: dict[str, Board] = {}
        self.sprints: Mapping[str, Sprint] = {}  # in their order; never changed, but replaced: a webhook keeps its own
        self.epics: dict[str, EpicLook] = {}  # those that were made to look otherwise than others, by issue
        self.software_fields: dict[str, str] = {}  # ids of Jira Software's fields by what they are

    def software_value(self, issue: Issue, role: str) -> Any:
        """Return what an issue has in one of Jira Software's fields; None where it, or the site, has nothing there."""
        return issue.custom_fields.get(self.software_fields[role]) if role in self.software_fields else None

    def types_of(self, project: Project) -> list[IssueType]:
        """Return the types that issues of a project can have; a team-managed project has types of its own."""
        if project.team_managed:
            return [one for one in self.issue_types.values() if one.project_id == project.id]
        return [one for one in self.shared_types() if project.types is None or one.id in project.types]

    def shared_types(self) -> list[IssueType]:
        """Return the types of issues that are no project's own."""
        return [one for one in self.issue_types.values() if one.project_id is None]

    def new_field_number(self) -> int:
        """Give out the number of a new custom field, without those of fields that issues were given by their ids."""
        while f"customfield_{self.next_number('field')}" in self.fields:
            self.new_number("field")
        return self.new_number("field")

    def new_id(self, kind: str) -> str:
        """Give out the next id of a kind of thing."""
        return str(self.new_number(kind))

    @property
    def resolution_when_done(self) -> Resolution:
        """What the workflow sets when an issue enters a status that is done: the first one where that was deleted."""
        return self.resolutions.get(RESOLUTION_WHEN_DONE.id) or next(iter(self.resolutions.values()))

    def next_id(self, kind: str) -> str:
        """Return the id that the next thing of a kind will get."""
        return str(self.next_number(kind))

    def new_number(self, kind: str) -> int:
        """Give out the next id of a kind of thing whose ids are numbers in Jira's JSON."""
        self._last_ids[kind] = self.next_number(kind)
        return self._last_ids[kind]

    def last_ids(self) -> dict[str, int]:
        """Return the last ids that were given out, of each kind of thing of which there was one."""
        known = {**self._last_ids, SCHEMES: self.grants.last_id}
        return {kind: last for kind, last in known.items() if last != FIRST_ID - 1}

    def give_next(self, kind: str, number: int) -> None:
        """Let the next thing of a kind have a number, which must be free."""
        if kind == SCHEMES:  # of which permissions make some on their way
            self.grants.last_id = number - 1
        else:
            self._last_ids[kind] = number - 1

    def next_number(self, kind: str) -> int:
        """Return the id that the next thing of a kind will get, as a number."""
        last = self.grants.last_id if kind == SCHEMES else self._last_ids.get(kind, FIRST_ID - 1)
        return last + 1

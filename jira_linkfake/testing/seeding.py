"""What a test puts on a site before its code runs: the `add_` verbs, and who may do what."""

from __future__ import annotations

import json
import re
import reprlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any, get_args

from jira_linkfake.errors import UsageError, nearest, of_the_test
from jira_linkfake.jira.comments.model import Comment, Visibility
from jira_linkfake.jira.comments.rules import CommentRequest, visibility_of
from jira_linkfake.jira.comments.rules import add_comment as add_checked_comment
from jira_linkfake.jira.fields.model import CUSTOM_FIELD_TYPES, RICH_TEXT, SEARCHERS, IssueField, is_custom
from jira_linkfake.jira.history.model import IssueCreated, IssueUpdated
from jira_linkfake.jira.issue_links.model import IssueLink
from jira_linkfake.jira.issue_links.rules import put_link
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.link_types.model import LinkType
from jira_linkfake.jira.people.model import (
    DEFAULT_USER,
    Everyone,
    Group,
    Holder,
    ProjectRole,
    SecurityLevel,
    User,
    account_id_of,
    group_id_of,
)
from jira_linkfake.jira.permissions.model import PERMISSIONS, PROJECT_PERMISSIONS, Grant
from jira_linkfake.jira.plain import replaced
from jira_linkfake.jira.projects.model import Part, PartTable, Project, ProjectCategory
from jira_linkfake.jira.properties.model import PROPERTY_TYPES, Bearer, IndexedProperty, PropertyType
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.remote_links.model import RemoteLink
from jira_linkfake.jira.remote_links.rules import LONGEST_GLOBAL_ID, RemoteLinkRequest, put_remote_link
from jira_linkfake.jira.rich_text import text_of, wrong_with
from jira_linkfake.jira.site import Site
from jira_linkfake.jira.versions.model import Version
from jira_linkfake.jira.workflow.model import (
    STATUS_CATEGORIES,
    IssueType,
    Priority,
    Resolution,
    Screen,
    Status,
    Transition,
)
from jira_linkfake.jira.worklogs.model import LEAST, Worklog, seconds_in
from jira_linkfake.testing.acting import Acting
from jira_linkfake.testing.clock import in_utc
from jira_linkfake.testing.naming import (
    IssueName,
    NewKey,
    Sentence,
    checked_scopes,
    project_of,
    several,
    the_bearer,
    the_filter,
    the_group,
    the_holder,
    the_holders,
    the_issue,
    the_one_named,
    the_part,
    the_project,
    the_security_level,
    the_type_in,
    the_user,
    the_users,
)
from jira_linkfake.testing.verbs import Verbs

if TYPE_CHECKING:
    from types import EllipsisType

    from jira_linkfake.jira.attachments.model import Attachment
    from jira_linkfake.jira.boards.model import Board, BoardType
    from jira_linkfake.jira.components.model import Component, ComponentAssigneeType
    from jira_linkfake.jira.fields.field import Field
    from jira_linkfake.jira.filters.model import Filter, Share
    from jira_linkfake.jira.sprints.model import Sprint, SprintState
    from jira_linkfake.jira.tasks.model import Task, TaskStatus
    from jira_linkfake.literals import FreshPhrase, PermissionKey

__tracebackhide__ = of_the_test


class Permitting(Verbs):
    """The permission verbs of a `FakeJira`.

    Permissions go by Jira's keys (`"BROWSE_PROJECTS"`, `"LINK_ISSUES"`); holders are users, groups and roles, by name
    or as the `add_` verbs returned them, or `ANYONE`. `project` is a project or its key; without one a verb counts in
    every project.
    """

    site: Site

    def allow_only(
        self, permission: PermissionKey, *holders: Holder | str, project: Project | str | None = None
    ) -> None:
        """Let these holders, and nobody else, have a permission: `allow_only("LINK_ISSUES", "alice", project="PROJ")`.

        Raises `UsageError` for an unknown permission, project or holder, and without a holder (that is `deny`).
        """
        if not holders:
            raise UsageError(f"allow_only({permission!r}) names nobody; deny({permission!r}) takes it from everybody")
        with self.site.lock:
            key, known = self._scope(permission, holders, project)
            self.site.grants.set(permission, key, Grant(allowed=known))

    def deny(self, permission: PermissionKey, *holders: Holder | str, project: Project | str | None = None) -> None:
        """Take a permission from these holders, or with none named from everybody: `deny("LINK_ISSUES", "alice")`.

        Raises `UsageError` for an unknown permission, project or holder.
        """
        with self.site.lock:
            key, known = self._scope(permission, holders, project)
            self.site.grants.deny(permission, key, known or frozenset({Everyone.ANYONE}))

    def _scope(
        self, permission: str, holders: tuple[Holder | str, ...], project: Project | str | None
    ) -> tuple[str | None, frozenset[Holder]]:
        """Return the key of the project in which a permission is given, or None for all, and the holders."""
        if not isinstance(permission, str) or permission not in PERMISSIONS:
            raise UsageError(f"Jira has no permission {permission!r}: {nearest(permission, PERMISSIONS)}")
        key = None if project is None else the_project(self.site, project).key
        if key is not None and permission not in PROJECT_PERMISSIONS:
            raise UsageError(f"{permission} counts for the whole site, not in the project {key}")
        return key, frozenset(the_holders(self.site, holders, key))


class SeedingPeople(Acting):
    """The verbs that add users, groups, roles and security levels."""

    def add_user(
        self,
        name: str,
        *,
        token: str | None = None,
        email: str | None = None,
        groups: Iterable[Group | str] = (),
        scopes: Iterable[str] | None = None,
        email_hidden: bool = False,
    ) -> User:
        """Add a user; `user.auth` signs in as them.

        `token` is the API token that requests must bring. Without one, any token is good. `email` is made from the name
        unless you give one. `scopes=["read:jira-work"]` makes a token for the gateway alone, and for operations that
        need no other scope. With `email_hidden` nobody else is told the email. Raises `UsageError` for a name, email or
        token that is taken, for an unknown group, and for a scope that no operation takes.
        """
        email = email or f"{'.'.join(name.lower().split())}@example.com"
        with self.site.lock:
            people = self.site.people
            joined = [the_group(self.site, group) for group in several(groups)]
            if name in people.users:
                raise UsageError(f"the user {name!r} is there already: user({name!r}) returns them")
            for what, taken in (
                ("email", people.by_email.get(email.casefold())),
                ("token", people.by_token.get(token or "")),
            ):
                if taken is not None:
                    raise UsageError(f"the {what} of the user {name!r} is {taken}'s already")
            user = User(
                account_id=account_id_of(self.site.new_number("user")),
                name=name,
                email=email,
                token=token,
                scopes=None if scopes is None else checked_scopes(scopes),
                email_hidden=email_hidden,
            )
            people.add_user(user)
            for group in joined:
                people.join_group(group, user)
            return user

    def add_group(self, name: str, members: Iterable[User | str] = ()) -> Group:
        """Add a group with its members; raises `UsageError` for a name that is taken."""
        with self.site.lock:
            users = the_users(self.site, members)
            if name in self.site.people.groups:
                raise UsageError(f"the group {name!r} is there already: group({name!r}) returns it")
            group = Group(id=group_id_of(self.site.new_number("group")), name=name)
            self.site.people.add_group(group, users)
            return group

    def add_role(self, name: str, *, project: Project | str, members: Iterable[User | Group | str] = ()) -> ProjectRole:
        """Add a role in a project with its members; raises `UsageError` for a role that the project has already."""
        with self.site.lock:
            key = the_project(self.site, project).key
            actors = the_holders(self.site, members, key)
            for actor in actors:
                if not isinstance(actor, (User, Group)):
                    raise UsageError(f"{actor!r} cannot be a member: a role has users and groups")
            roles = self.site.people.roles
            if (key, name) in roles:
                raise UsageError(f"the project {key} has the role {name!r} already")
            ids = {name: role_id for role_id, name in self.site.people.role_names.items()}
            role = ProjectRole(id=ids.get(name) or self.site.new_number("role"), name=name, project=key)
            self.site.people.add_role(role, actors)
            return role

    def add_security_level(
        self, name: str, *, project: Project | str, members: Iterable[Holder | str] = ()
    ) -> SecurityLevel:
        """Add a security level to a project; only its members see the issues that have it.

        Raises `UsageError` for a level that the project has already.
        """
        with self.site.lock:
            key = the_project(self.site, project).key
            holders = the_holders(self.site, members, key)
            if name in {level.name for level in self.site.people.levels_of(key)}:
                raise UsageError(f"the project {key} has the security level {name!r} already")
            level = SecurityLevel(id=self.site.new_id("security level"), name=name, project=key)
            self.site.people.add_level(level, holders)
            return level

    def _level_of(self, key: str, project: Project, members: Iterable[Holder | str]) -> SecurityLevel:
        """Add a security level for one issue, by a name that its project does not have yet."""
        taken = {level.name for level in self.site.people.levels_of(project.key)}
        names = [f"of {key}", *(f"of {key} ({number})" for number in range(2, len(taken) + 3))]
        name = next(name for name in names if name not in taken)
        return self.add_security_level(name, project=project, members=members)


_PROJECT_KEY = re.compile(r"[A-Z][A-Z0-9_]*")


class SeedingParts(Verbs):
    """The verbs that add what belongs to a project: its versions and components."""

    site: Site

    def add_version(
        self,
        name: str,
        *,
        project: Project | str,
        description: str | None = None,
        released: bool = False,
        archived: bool = False,
        start_date: date | str | None = None,
        release_date: date | str | None = None,
    ) -> Version:
        """Add a version to a project: `add_version("1.0", project="PROJ", release_date="2026-02-01")`.

        It becomes the last one. A date is a `date`, or a text such as `2026-02-01`. Raises `UsageError` for a name that
        is taken in the project, for an unknown project, and for a text that is not a date.
        """
        with self.site.lock:
            key = the_project(self.site, project).key
            _require_free(self.site.versions, "version", key, name)
            version = Version(
                id=self.site.new_id("version"),
                project=key,
                name=name,
                description=description,
                released=released,
                archived=archived,
                start_date=_date(start_date),
                release_date=_date(release_date),
            )
            self.site.versions.put(version)
            return version

    def add_component(
        self,
        name: str,
        *,
        project: Project | str,
        description: str | None = None,
        lead: User | str | None = None,
        assignee_type: ComponentAssigneeType = "PROJECT_DEFAULT",
    ) -> Component:
        """Add a component to a project: `add_component("Editor", project="PROJ", lead="alice")`.

        `assignee_type` says who gets a new issue of the component that names nobody: `"PROJECT_DEFAULT"`,
        `"COMPONENT_LEAD"`, `"PROJECT_LEAD"` or `"UNASSIGNED"`. Raises `UsageError` for a name that is taken in the
        project, for an unknown project or lead, and for another type.
        """
        from jira_linkfake.jira.components import model  # once a component is added

        types = get_args(model.ComponentAssigneeType)
        if assignee_type not in types:
            raise UsageError(f"a component has no assignee type {assignee_type!r}: {nearest(assignee_type, types)}")
        with self.site.lock:
            key = the_project(self.site, project).key
            _require_free(self.site.components, "component", key, name)
            component = model.Component(
                id=self.site.new_id("component"),
                project=key,
                name=name,
                description=description,
                lead=None if lead is None else the_user(self.site, lead),
                assignee_type=assignee_type,
            )
            self.site.components.put(component)
            return component


class SeedingFilters(Acting):
    """The verb that adds filters."""

    def add_filter(
        self,
        name: str,
        jql: str,
        *,
        owner: User | str | None = None,
        description: str = "",
        shared_with: Iterable[Holder | Project | str] = (),
        favourite_of: Iterable[User | str] = (),
    ) -> Filter:
        """Add a filter: `add_filter("Open bugs", "type = Bug AND resolution IS EMPTY", shared_with=["devs"])`.

        Its owner is who acts, the admin unless told otherwise. Others see it where it is `shared_with` them: users,
        groups and roles by name, projects as `add_project` returned them, or `ANYONE`. Raises `UsageError` for JQL that
        is wrong or not served, for a name that the owner has a filter of, and for what the site does not have.
        """
        from jira_linkfake.jira.search.evaluation import require_right  # with all of JQL, once a filter is added

        with self._at_work() as author:
            site = self.site
            user = author if owner is None else the_user(site, owner)
            require_own_name(site, user, name)
            try:
                require_right(site, user, jql)
            except Refused as refused:
                raise UsageError(f"the JQL of the filter {name!r} will not do: {refused}") from refused
            accounts = tuple(one.account_id for one in the_users(site, favourite_of))
            shares = tuple(share_with(site, one) for one in [self._sharer(one) for one in several(shared_with)])
            return put_filter(
                site, name=name, owner=user, jql=jql, description=description, shares=shares, favourite_of=accounts
            )

    def _sharer(self, holder: Holder | Project | str) -> Holder | Project:
        """Return with whom a filter is to be shared; raises `UsageError` for what the site does not have."""
        return the_project(self.site, holder) if isinstance(holder, Project) else the_holder(self.site, holder, None)


def require_own_name(site: Site, owner: User, name: str) -> None:
    """Raise `UsageError` for a name that somebody has a filter of, as Jira compares names."""
    from jira_linkfake.jira.filters.finding import own_filters  # once a filter is added

    taken = {one.name.casefold(): one for one in own_filters(site, owner)}.get(name.casefold())
    if taken is not None:
        raise UsageError(f"{owner} has the filter {taken.name!r} already")


def put_filter(site: Site, **values: Any) -> Filter:
    """Store a new filter, whose query is not checked."""
    from jira_linkfake.jira.filters.model import Filter  # once a filter is added

    added = Filter(id=site.new_id("filter"), **values)
    site.filters[added.id] = added
    return added


def share_with(site: Site, holder: Holder | Project) -> Share:
    """Return a share of a filter with users, a group, a role or those who may browse a project."""
    from jira_linkfake.jira.filters.model import Share  # once a filter is shared

    number = site.new_number("share")
    if isinstance(holder, Project):
        return Share(id=number, type="project", project_id=holder.id)
    if isinstance(holder, Everyone):
        return Share(id=number, type="global" if holder is Everyone.ANYONE else "loggedin")
    if isinstance(holder, ProjectRole):
        return Share(id=number, type="projectRole", holder=holder, project_id=site.projects[holder.project].id)
    return Share(id=number, type="user" if isinstance(holder, User) else "group", holder=holder)


class SeedingBoards(SeedingFilters):
    """The verbs that add boards and sprints."""

    def add_board(
        self,
        name: str,
        *,
        project: Project | str | None = None,
        jql: str | None = None,
        filter: Filter | str | None = None,
        type: BoardType = "scrum",
        sprints: bool | None = None,
        owner: User | str | None = None,
    ) -> Board:
        """Add a board: `add_board("Team", project="PROJ")`; with the first one come the fields Sprint, Rank and others.

        It shows what its `filter` finds, else a new one with this `jql`, by default all of its project, which is shared
        with those who may browse the project. `type` is "scrum", "kanban" or, in a team-managed project, "simple"; a
        Scrum board has `sprints`, others only if it says so. The owner is who acts, the admin unless told otherwise.
        Raises `UsageError` for another type, without a project and a query, for a filter and a query, for JQL that is
        wrong, and for what is not there.
        """
        from jira_linkfake.jira.boards.model import Board, BoardType  # once a board is added
        from jira_linkfake.jira.boards.rules import put_board

        types = get_args(BoardType)
        if type not in types:
            raise UsageError(f"there is no type of boards {type!r}: {nearest(type, types)}")
        with self._at_work() as author:
            site = self.site
            user = author if owner is None else the_user(site, owner)
            located_in = None if project is None else the_project(site, project)
            require_one_query(name, jql, filter)
            if filter is None:
                query = query_of_board(name, located_in, jql)
                own_name, whose = filter_name_of_board(site, name, user), located_in or Everyone.SIGNED_IN
                shown = self.add_filter(own_name, query, owner=user, shared_with=[whose])
            else:
                shown = the_filter(site, filter)
            board = Board(
                id="",
                name=name,
                type=type,
                filter_id=shown.id,
                owner=user,
                project_id=None if located_in is None else located_in.id,
                has_sprints=type == "scrum" if sprints is None else sprints,
            )
            return put_board(site, user, board)

    def add_sprint(
        self,
        name: str,
        *,
        board: Board | str,
        state: SprintState = "future",
        goal: str = "",
        start: datetime | str | None = None,
        end: datetime | str | None = None,
        issues: Iterable[IssueName] = (),
    ) -> Sprint:
        """Add a sprint to a board, behind the others: `add_sprint("Sprint 1", board=board, issues=["PROJ-1"])`.

        `state` is "future", "active" or "closed"; an active one starts at the site's time and takes two weeks unless
        told otherwise. `start` and `end` are times, or texts as 2026-01-02T03:04, without a zone in UTC. `issues` are
        in it, and in no other one that is not closed. Raises `UsageError` for another state, for what is no time, for
        an end that is not after the start, for a board without sprints, for sub-tasks, which go with the issue that
        they are a part of, and for a board or an issue that the site does not have.
        """
        from jira_linkfake.jira.boards.fields import in_sprint  # once a sprint is added
        from jira_linkfake.jira.sprints.model import SprintState

        states = get_args(SprintState)
        if state not in states:
            raise UsageError(f"there is no state of sprints {state!r}: {nearest(state, states)}")
        with self._at_work():
            site = self.site
            of_board = self._board(board)
            inside = [the_issue(site, one) for one in several(issues)]
            parts = [one.key for one in inside if one.type.subtask]
            if parts:
                raise UsageError(f"{parts[0]} is a sub-task: it is in the sprint of the issue that it is a part of")
            begun, ended = _moment("start", start), _moment("end", end)
            sprint = put_sprint(site, name, of_board, state=state, goal=goal, start=begun, end=ended)
            for issue in inside:
                site.issues.put(in_sprint(site, site.issues[issue.id], sprint))
            return sprint

    def _board(self, board: Board | str) -> Board:
        boards = self.site.boards.values()
        found = [one for one in boards if board in (one.name, one.id) or getattr(board, "id", None) == one.id]
        if not found:
            raise UsageError(
                f"there is no board {str(board)!r} on the site: {nearest(board, {one.name for one in boards})}"
            )
        return found[0]


def require_one_query(name: str, jql: str | None, filter: object) -> None:
    """Raise `UsageError` where a board takes a filter and a query of its own."""
    if filter is not None and jql is not None:
        raise UsageError(f"the board {name!r} takes a filter or jql, not both")


def query_of_board(name: str, project: Project | None, jql: str | None) -> str:
    """Return the query of the filter that is made for a board; raises `UsageError` where it takes none."""
    if jql is not None:
        return jql
    if project is None:
        raise UsageError(f"the board {name!r} takes a project, a filter or jql")
    return f"project = {project.key} ORDER BY Rank ASC"


def filter_name_of_board(site: Site, board: str, owner: User) -> str:
    """Return a name for the filter of a board, of which its owner has no other."""
    taken = {one.name.casefold() for one in site.filters.values() if one.owner == owner}
    names = [f"Filter for {board}", *(f"Filter for {board} ({number})" for number in range(2, len(taken) + 3))]
    return next(one for one in names if one.casefold() not in taken)


def put_sprint(
    site: Site,
    name: str,
    board: Board | str,
    *,
    state: SprintState = "future",
    goal: str = "",
    start: datetime | None = None,
    end: datetime | None = None,
    completed: datetime | None = None,
) -> Sprint:
    """Store a new sprint of a board, or of the id of one that is gone, with times where its state takes them.

    Raises `UsageError` for a board without sprints, and for an end that is not after the start.
    """
    from jira_linkfake.jira.sprints.model import Sprint  # once a sprint is added

    if not isinstance(board, str) and not board.has_sprints:
        raise UsageError(f"the board {board} has no sprints: one of the type 'scrum' has")
    if state != "future":
        start = start or (site.clock.now if end is None else end - _TWO_WEEKS)
        end = end or start + _TWO_WEEKS
    if start is not None and end is not None and end <= start:
        raise UsageError(f"the sprint {name!r} ends at {end}, which is not after its start at {start}")
    sprint = Sprint(
        id=site.new_id("sprint"),
        board_id=board if isinstance(board, str) else board.id,
        name=name,
        state=state,
        goal=goal,
        start=start,
        end=end,
        completed=completed or end if state == "closed" else None,
    )
    site.sprints = {**site.sprints, sprint.id: sprint}
    return sprint


_TWO_WEEKS = timedelta(weeks=2)


def _moment(name: str, value: datetime | str | None) -> datetime | None:
    if isinstance(value, str):
        try:
            value = datetime.fromisoformat(value)
        except ValueError as error:
            raise UsageError(
                f"{name}={value!r} is no time: it takes a datetime, or a text as 2026-01-02T03:04"
            ) from error
    return None if value is None else in_utc(name, value)


def _require_free(table: PartTable[Any], kind: str, project: str, name: str) -> None:
    if table.named_in(project, name) is not None:
        raise UsageError(f"the project {project} has the {kind} {name!r} already")


def _date(value: date | str | None) -> date | None:
    if not isinstance(value, str):
        return value.date() if isinstance(value, datetime) else value
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise UsageError(f"{value!r} is no date: it takes a date, or a text as '2026-02-01'") from error


class SeedingIssues(SeedingPeople):
    """The verbs that add projects and issues, and move them."""

    def add_project(
        self,
        key: str,
        *,
        name: str | None = None,
        lead: User | str | None = None,
        types: Iterable[IssueType | str] | None = None,
        team_managed: bool = False,
        category: ProjectCategory | str | None = None,
    ) -> Project:
        """Add a project, or return the one that has the key; unless given, `name` is the key and `lead` the admin.

        `types` are the types of issues that it has, all of the site's unless given; a `team_managed` project has types
        of its own with these names. A `category` is added where the site does not have it. Raises `UsageError` for a
        key that Jira would not take, for a lead or a type that the site does not have, and for a project that is there
        already and otherwise.
        """
        if not _PROJECT_KEY.fullmatch(key):
            raise UsageError(
                f"{key!r} is no key of a project: it takes a letter of A-Z and more of A-Z, 0-9 and _, as in 'PROJ'"
            )
        with self.site.lock:
            the_lead = DEFAULT_USER if lead is None else the_user(self.site, lead)
            project = self.site.projects.get(key)
            if project is None:
                project = self._new_project(key, name or key, the_lead, types, team_managed)
            elif types is not None or team_managed:
                raise UsageError(f"the project {key} is there already, with its types: name them when it is new")
            if name not in (None, project.name):
                raise UsageError(f"the project {key} is there already, and is named {project.name!r}")
            if lead is not None and the_lead != project.lead:
                raise UsageError(f"the project {key} is there already, and its lead is {project.lead}")
            if category is not None:
                project = replace(project, category=self._category(str(category)))
                self.site.projects.put(project)
            return project

    def _category(self, name: str) -> ProjectCategory:
        categories = self.site.project_categories
        for category in categories.values():
            if category.name == name:
                return category
        category = ProjectCategory(id=self.site.new_id("category"), name=name)
        categories[category.id] = category
        return category

    def _new_project(
        self, key: str, name: str, lead: User, types: Iterable[IssueType | str] | None, team_managed: bool
    ) -> Project:
        site = self.site
        shared = site.shared_types()
        chosen = shared if types is None else [the_one_named(shared, "issue type", one) for one in several(types)]
        of_all = types is None or team_managed
        project = Project(
            id=site.new_id("project"),
            key=key,
            name=name,
            lead=lead,
            types=None if of_all else frozenset(one.id for one in chosen),
            team_managed=team_managed,
        )
        site.projects.put(project)
        if team_managed:
            from jira_linkfake.jira.projects.rules import add_own_types  # once there is such a project

            add_own_types(site, project, chosen)
        return project

    def add_issue(
        self,
        key: NewKey,
        *,
        summary: str | None = None,
        description: str | Mapping[str, Any] | None = None,
        type: IssueType | str = "Task",
        status: Status | str = "To Do",
        priority: Priority | str | None = "Medium",
        labels: Iterable[str] = (),
        fix_versions: Iterable[Version | str] = (),
        affects_versions: Iterable[Version | str] = (),
        components: Iterable[Component | str] = (),
        watchers: Iterable[User | str] | EllipsisType = ...,
        voters: Iterable[User | str] = (),
        parent: IssueName | None = None,
        assignee: User | str | None = None,
        reporter: User | str | EllipsisType | None = ...,
        security_level: SecurityLevel | str | None = None,
        visible_to: Iterable[Holder | str] | None = None,
        archived: bool = False,
        created: datetime | None = None,
        updated: datetime | None = None,
        fields: Mapping[str, Any] | None = None,
    ) -> Issue:
        """Add an issue, and its project where it is not there yet.

        `type`, `status`, `priority`, versions and components go by name, `priority=None` leaves it out. The reporter is
        who acts, the admin unless told otherwise; they watch it, too, unless `watchers` says who does. `created` and
        `updated` are times of the site's unless given, without a time zone in UTC; the clock stays where it is.
        `security_level` is a level of the project; `visible_to=[alice]` makes one on the fly with these members.
        `fields` has further values, as Jira's JSON has them; a custom field that the site did not have it has from then
        on. An issue whose status is done has the resolution Done, unless `fields` says otherwise, as in
        `{"resolution": None}`. Raises `UsageError` for a key that is taken or none, and for what is not there.
        """
        site = self.site
        with self._at_work() as author:
            project_key = _project_of_new(site, key)
            custom, own = fields_of(site, {**labelled(labels), **(fields or {})})
            first, last = _times(site, created, updated)
            now = site.clock.next
            named: dict[str, Any] = {"type": type, "status": status, "priority": priority}
            named |= {"parent": parent, "assignee": assignee, "reporter": author if reporter is ... else reporter}
            values = named_values(site, project_key, named)
            issue = Issue(
                id=site.next_id("issue"),
                key=key,
                project=project_key,
                summary=f"Summary of {key}" if summary is None else summary,
                archived=archived,
                creator=author,
                created=first or now,
                updated=last or now,
                custom_fields=custom,
                **described(key, description),
                fix_versions=_ids(site.versions, "version", project_key, fix_versions),
                affects_versions=_ids(site.versions, "version", project_key, affects_versions),
                components=_ids(site.components, "component", project_key, components),
                resolution=_resolution(site, values["status"]),
                **values,
            )
            issue = with_values(site, issue, own)
            come = _watching(site, author, watchers), () if voters == () else the_users(site, voters)
            issue = _settled(issue, self._level(key, project_key, security_level, visible_to))
            return _stored(site, issue, *come)

    def add_issues(self, *keys: NewKey) -> list[Issue]:
        """Add several issues at once, as `add_issue` does: `add_issues("A-1", "A-2")`; all of them, or none."""
        with self.site.lock:
            for index, key in enumerate(keys):
                if isinstance(key, (list, tuple, set)):
                    raise UsageError(f"{key!r} is several: it takes them one by one, as in add_issues(*keys)")
                _project_of_new(self.site, key)
                if key in keys[:index]:
                    raise UsageError(f"the issue {key} is named twice")
            return [self.add_issue(key) for key in keys]

    def move_issue(self, issue: IssueName, key: NewKey) -> Issue:
        """Move an issue to another project, where it has another key; its old key still leads to it.

        Its sub-tasks move with it. Its history has the move, and a webhook tells of it. Versions and components that
        the other project has too, by name, it keeps. It loses what belongs to the old project: other versions and
        components, and its security level. Raises `UsageError` for an unknown issue, for a key that is taken or not a
        key, for a key of the issue's own project, for a sub-task, and for a project without the issue's type.
        """
        from jira_linkfake.jira.issues.rules import Destination, move_issue  # with all fields, once an issue is moved

        site = self.site
        with self._at_work() as author:
            found = the_issue(site, issue)
            if _project_of_new(site, key) == found.project:
                raise UsageError(
                    f"{found.key} is in the project {found.project} already: an issue moves to another one"
                )
            if found.type.subtask:
                raise UsageError(f"{found.key} is a sub-task: it moves with its parent")
            project = self.add_project(project_of(key))
            to = Destination(project=project, type=the_type_in(site, project.key, found.type))
            before = len(site.events)
            try:
                moved = move_issue(site, author, found, to, key=key)
            except Refused as refused:
                raise UsageError(f"{found.key} cannot move to {project.key}: {refused}") from refused
            self._context.tell(site.events[before:], site.options.base_url)
            del site.events[before:]
        self._context.webhooks.deliver()  # with the lock free: a receiver may call back
        return moved

    def _level(
        self, key: str, project: str, level: SecurityLevel | str | None, visible_to: Iterable[Holder | str] | None
    ) -> SecurityLevel | None:
        """Return the level of a new issue, and add its project where it is not there and nothing is wrong."""
        known = None if level is None else the_security_level(self.site, project, level)
        readers = None if visible_to is None else the_holders(self.site, visible_to, project)
        if known is not None and readers is not None:
            raise UsageError(f"{key} takes a security_level or visible_to, not both")
        added = self.site.projects.get(project) or self.add_project(project)
        return known if readers is None else self._level_of(key, added, readers)


def _settled(issue: Issue, level: SecurityLevel | None) -> Issue:
    """Return a new issue with its security level, resolved when it was last updated."""
    level = level or issue.security_level
    resolved = None if issue.resolution is None else issue.updated
    is_so = level is issue.security_level and resolved is issue.resolved
    return issue if is_so else replaced(issue, security_level=level, resolved=resolved)


def _stored(site: Site, issue: Issue, watchers: Iterable[User], voters: Iterable[User]) -> Issue:
    """Store a new issue, which has the next id and the next time, with custom fields that the site did not have."""
    site.clock.tick()
    site.new_id("issue")
    site.issues.put(issue)
    know_fields(site, issue)
    site.events.append(IssueCreated(issue=issue, caller=issue.creator))
    site.watchers.add(issue.id, *watchers)
    site.voters.add(issue.id, *voters)
    return issue


def know_fields(site: Site, issue: Issue) -> None:
    """Add the custom fields of an issue that the site did not have."""
    for name in issue.custom_fields:
        if name not in site.fields:
            site.fields[name] = _field_known_by_id(name)


def _project_of_new(site: Site, key: str) -> str:
    project = project_of(key)
    if site.issues.with_key(key) is not None:
        raise UsageError(f"the issue {key} is there already")
    return project


_LOOK_UP: dict[str, Callable[[Site, str, Any], Any]] = {
    "type": the_type_in,
    "status": lambda site, _, value: the_one_named(site.statuses.values(), "status", value),
    "priority": lambda site, _, value: the_one_named(site.priorities.values(), "priority", value),
    "assignee": lambda site, _, value: the_user(site, value),
    "reporter": lambda site, _, value: the_user(site, value),
    "parent": lambda site, _, value: the_issue(site, value).id,
}
_MAY_BE_NONE = ("priority", "assignee", "reporter", "parent")


def named_values(site: Site, project: str, named: Mapping[str, Any]) -> dict[str, Any]:
    """Return what an issue of a project, there or not yet, holds of the values that a test names.

    Raises `UsageError` for what the site has not.
    """
    values = {
        name: None if value is None and name in _MAY_BE_NONE else _LOOK_UP[name](site, project, value)
        for name, value in named.items()
    }
    if "parent" in values:
        values["parent_id"] = values.pop("parent")
    return values


def _watching(site: Site, author: User, watchers: Iterable[User | str] | EllipsisType) -> list[User]:
    """Return who comes to watch a new issue: who adds it, unless a test says otherwise."""
    if watchers is ...:
        return [author] if site.options.watching_enabled else []
    return the_users(site, watchers)


def _resolution(site: Site, status: Status) -> Resolution | None:
    return site.resolution_when_done if status.is_done else None


def _ids(table: PartTable[Any], kind: str, project: str, named: Iterable[Part | str]) -> tuple[str, ...]:
    return () if named == () else tuple(the_part(table, kind, project, one).id for one in several(named))


def labelled(labels: Iterable[str] | EllipsisType) -> dict[str, list[str]]:
    """Return labels as a field of an issue; none where a test says nothing of them."""
    if isinstance(labels, str):
        raise UsageError(f"labels={labels!r} is one text: it takes several, as in labels=[{labels!r}]")
    return {} if labels is ... or labels == () else {"labels": several(labels)}


def _times(site: Site, created: datetime | None, updated: datetime | None) -> tuple[datetime | None, datetime | None]:
    """Return when an issue was created and updated, as far as a test says; an update is not before the creation."""
    first = None if created is None else in_utc("created", created)
    last = first if updated is None else in_utc("updated", updated)
    if last is not None and last < (first or site.clock.now):
        if first is None:
            raise UsageError(f"updated={updated} is before the issue is created: it takes created=, too")
        raise UsageError(f"updated={updated} is before created={created}")
    return first, last


def fields_of(site: Site, values: Mapping[str, Any]) -> tuple[dict[str, Any], list[tuple[Field, Any]]]:
    """Return the values of custom fields by their ids, and of Jira's own each with its field."""
    custom: dict[str, Any] = {}
    own: list[tuple[Field, Any]] = []
    for name, value in values.items():
        plain = _as_json(value, f"{name}={reprlib.repr(value)}")
        if not is_custom(name) or name in site.software_fields.values():
            own.append((_settable(site, name), plain))
            continue
        if name in site.fields and plain is not None:
            _require_kind(site.fields[name], plain)
        custom[name] = plain
    return custom, own


def _require_kind(field: IssueField, value: object) -> None:
    """Raise `UsageError` for a value that a custom field does not hold."""
    from jira_linkfake.jira.fields.field import require_kind  # with all fields, once one is named

    if field.custom_type == RICH_TEXT:
        _said(value, f"the field {field.id}")
        return
    try:
        require_kind(field.id, field.custom_type, value)
    except Refused as refused:
        raise _no_value(field.id, value, refused) from refused


def _no_value(field: str, value: object, refused: Refused) -> UsageError:
    return UsageError(f"{field}={value!r} is no value of the field: {refused}")


def _said(said: object, what: str) -> tuple[str, Mapping[str, Any] | None]:
    """Return the text of a rich text, and its document if it is one; raises `UsageError` where it is neither."""
    if isinstance(said, str):
        return said, None
    wrong = wrong_with(said)
    if wrong is not None:
        raise UsageError(f"{what} is neither a text nor an Atlassian document: it {wrong}")
    document = _as_json(said, what)
    return text_of(document), document


def described(key: str, description: str | Mapping[str, Any] | None) -> dict[str, Any]:
    """Return what an issue has of its description."""
    text, document = _said(description or "", f"the description of {key}")
    return {"description": text or None, "description_document": document if text else None}


def _as_json(value: object, what: str) -> Any:
    """Return a value as it comes back from JSON, apart from the test's own; raises `UsageError` where it is none."""
    try:
        return json.loads(json.dumps(value, allow_nan=False))
    except (TypeError, ValueError, RecursionError) as error:
        raise UsageError(f"{what} is no JSON, as a field's value is in a reply") from error


def _field_known_by_id(field_id: str) -> IssueField:
    """Return a custom field of which nobody said what it is called, and what it holds."""
    number = int(field_id.rpartition("_")[2])
    return IssueField(id=field_id, name=field_id, type="any", clauses=(f"cf[{number}]",), custom_id=number)


def _settable(site: Site, name: str) -> Field:
    from jira_linkfake.jira.fields.registry import field_of  # with all fields, once one is named

    field = field_of(site, name)
    if "set" not in field.operations or field.only_on_create:
        from jira_linkfake.jira.fields.registry import FIELDS_BY_ID

        settable = [one.id for one in FIELDS_BY_ID.values() if "set" in one.operations and not one.only_on_create]
        raise UsageError(f"fields has names such as 'customfield_10010', not {name!r}: {nearest(name, settable)}")
    return field


def with_values(site: Site, issue: Issue, values: Iterable[tuple[Field, Any]]) -> Issue:
    """Return an issue with values of fields, as a request of version 2 would set them, or of 3 where it is rich."""
    for field, value in values:
        from jira_linkfake.jira.fields.field import Editing, FieldUpdate

        editing = Editing(site=site, caller=DEFAULT_USER, purpose="create")
        is_text = not field.is_rich or value is None or _said(value, f"the field {field.id}")[1] is None
        read = field.read("set", value, 2 if is_text else 3)
        try:
            issue = field.changed(editing, issue, FieldUpdate(verb="set", value=read))
        except Refused as refused:
            raise _no_value(field.id, value, refused) from refused
    return issue


class SeedingLinks(Acting):
    """The verbs that add links and types of links."""

    def add_link_type(self, name: str, *, inward: str, outward: str) -> LinkType:
        """Add a type of links: `add_link_type("Tests", inward="is tested by", outward="tests")`.

        Two types may share a name, as on some imported sites. A request that uses the name is refused then. Raises
        `UsageError` for a type that is already there with the same name and phrases.
        """
        with self.site.lock:
            new = LinkType(id="", name=name, inward=inward, outward=outward)
            if any(replace(old, id="") == new for old in self.site.link_types.values()):
                raise UsageError(f"the link type {name!r} is there already, with the same phrases")
            link_type = replace(new, id=self.site.new_id("link type"))
            self.site.link_types[link_type.id] = link_type
            return link_type

    def add_link(self, issue: IssueName, phrase: FreshPhrase | str, other: IssueName) -> IssueLink:
        """Link two issues: `add_link("A-1", "is blocked by", "A-2")`, with either phrase of a type.

        No permission and no limit counts. Raises `UsageError` for an unknown issue or phrase, for a phrase that several
        types share, for a link that is already there, and for a link of an issue to itself.
        """
        with self._at_work() as author:
            sentence = Sentence.of(self.site, issue, phrase, other)
            source, destination = sentence.ends
            if self.site.links.id_of((sentence.type.id, source.id, destination.id)) is not None:
                raise UsageError(f"the link is there already: {sentence}")
            made = put_link(self.site, author, sentence.type, source, destination)
            self.site.events.append(made)
            return made.link


class SeedingAttachments(Acting):
    """The verb that adds attachments."""

    def add_attachment(
        self,
        issue: IssueName,
        filename: str,
        content: bytes | str = b"",
        *,
        mime_type: str | None = None,
        author: User | str | None = None,
    ) -> Attachment:
        """Attach a file to an issue: `add_attachment("A-1", "log.txt", "It crashed.")`; a text goes as UTF-8.

        Its type is guessed from its name unless you give one. The author is the admin, or who acts inside `acting_as`.
        No permission and no limit counts. Raises `UsageError` for an unknown issue or author.
        """
        from jira_linkfake.jira.attachments.model import mime_type_of
        from jira_linkfake.jira.attachments.rules import File, put_attachments  # once a file is attached

        with self._at_work() as acting:
            stored = the_issue(self.site, issue)
            file = File(
                filename=filename,
                mime_type=mime_type or mime_type_of(filename),
                content=content.encode() if isinstance(content, str) else content,
            )
            by = acting if author is None else the_user(self.site, author)
            return put_attachments(self.site, by, stored, [file])[0]


class SeedingComments(Acting):
    """The verb that adds comments."""

    def add_comment(
        self,
        issue: IssueName,
        body: str | Mapping[str, Any],
        *,
        author: User | str | None = None,
        visible_to: Group | ProjectRole | str | None = None,
    ) -> Comment:
        """Add a comment: `add_comment("A-1", "Not before the release.", author="alice", visible_to="devs")`.

        No permission and no limit counts. The author is the admin, or who acts inside `acting_as`. `visible_to` is a
        group, or a role of the issue's project. Raises `UsageError` for an unknown issue or author, for an empty body,
        and for a group or role of another site or project.
        """
        with self._at_work() as actor:
            stored = the_issue(self.site, issue)
            text, document = _said(body, f"the comment on {stored.key}")
            if not text.strip():
                raise UsageError(f"the comment on {stored.key} says nothing: Jira takes no empty one")
            visibility = None if visible_to is None else restricted_to(self.site, stored, visible_to)
            request = CommentRequest(body=text, document=document)
            writer = actor if author is None else the_user(self.site, author)
            return add_checked_comment(self.site, writer, request, stored, visibility)


def restricted_to(site: Site, issue: Issue, holder: Group | ProjectRole | str) -> Visibility:
    """Return a comment's restriction to a group or role; raises `UsageError` for what cannot read one alone."""
    found = the_holder(site, holder, issue.project)
    if not isinstance(found, (Group, ProjectRole)):
        raise UsageError(f"the user {found} cannot read a comment alone: it takes a group or a role of the project")
    return visibility_of(found)


class SeedingWatchers(Verbs):
    """The verbs that let users watch issues and vote on them."""

    site: Site

    def add_watcher(self, issue: IssueName, user: User | str) -> None:
        """Let a user watch an issue: `add_watcher("A-1", "alice")`; one who does already goes on.

        No permission counts. Raises `UsageError` for an issue or a user that the site does not have.
        """
        with self.site.lock:
            self.site.watchers.add(the_issue(self.site, issue).id, the_user(self.site, user))

    def add_vote(self, issue: IssueName, user: User | str) -> None:
        """Let a user vote on an issue, also on one that is resolved: `add_vote("A-1", "alice")`.

        No permission counts. Raises `UsageError` for an issue or a user that the site does not have.
        """
        with self.site.lock:
            self.site.voters.add(the_issue(self.site, issue).id, the_user(self.site, user))


class SeedingWorklogs(Acting):
    """The verb that logs work."""

    def add_worklog(
        self,
        issue: IssueName,
        time_spent: str,
        *,
        author: User | str | None = None,
        started: datetime | None = None,
        comment: str | Mapping[str, Any] | None = None,
        visible_to: Group | ProjectRole | str | None = None,
    ) -> Worklog:
        """Log work on an issue: `add_worklog("A-1", "3h 30m", author="alice")`; what remains to be done is less then.

        A day has eight hours, a week five days. The author is the admin, or who acts inside `acting_as`. `started` is
        the site's time unless you give one; without a time zone it is UTC. `visible_to` is a group, or a role of the
        issue's project. No permission and no limit counts. Raises `UsageError` for a time of less than a minute, for a
        text that is not a time, and for an unknown issue, author, group or role.
        """
        from jira_linkfake.jira.worklogs.rules import Adjustment, WorklogRequest, put_worklog  # once work is logged

        with self._at_work() as actor:
            stored = the_issue(self.site, issue)
            text, document = _said(comment or "", f"the worklog on {stored.key}")
            visibility = None if visible_to is None else restricted_to(self.site, stored, visible_to)
            begun = None if started is None else in_utc("started", started)
            request = WorklogRequest(time=time_spent, comment=text, document=document, started=begun)
            seconds = seconds_in(time_spent) or 0
            if seconds < LEAST:
                raise UsageError(f"{time_spent!r} is no time that somebody worked: it takes one such as '3h 30m'")
            remaining = Adjustment().applied(stored.remaining_estimate, seconds)
            writer = actor if author is None else the_user(self.site, author)
            return put_worklog(self.site, writer, stored, request, visibility, remaining)


class SeedingRemoteLinks(Acting):
    """The verb that adds remote links."""

    def add_remote_link(
        self,
        issue: IssueName,
        url: str,
        *,
        title: str | None = None,
        summary: str | None = None,
        relationship: str | None = None,
        global_id: str | None = None,
        application: Mapping[str, Any] | None = None,
        icon: Mapping[str, Any] | None = None,
        status: Mapping[str, Any] | None = None,
    ) -> RemoteLink:
        """Link an issue to a thing outside Jira: `add_remote_link("A-1", "https://example.com/1", global_id="ex=1")`.

        `title` is the URL unless you give one. `application`, `icon` and `status` are as in Jira's JSON:
        `status={"resolved": True}`. No permission and no limit counts. Raises `UsageError` for an unknown issue, for an
        empty URL or title, and for a global id that is too long or taken on the issue.
        """
        title = url if title is None else title
        with self._at_work() as author:
            stored = the_issue(self.site, issue)
            self._require_remote_link(stored, url, title, global_id)
            request = RemoteLinkRequest(
                url=url,
                title=title,
                summary=summary,
                relationship=relationship,
                global_id=global_id,
                application=dict(application or {}),
                icon=dict(icon or {}),
                status=dict(status or {}),
            )
            link, entry = put_remote_link(self.site, author, stored, request)
            self.site.events.append(IssueUpdated(issue=self.site.issues[stored.id], entry=entry, caller=author))
            return link

    def _require_remote_link(self, issue: Issue, url: str, title: str, global_id: str | None) -> None:
        if not (url and title):
            raise UsageError(f"the remote link of {issue.key} takes a URL and a title that are not empty")
        if global_id is None:
            return
        if not 1 <= len(global_id) <= LONGEST_GLOBAL_ID:
            raise UsageError(f"a global_id takes 1 to {LONGEST_GLOBAL_ID} characters, not {len(global_id)}")
        if self.site.remote_links.with_global_id(issue.id, global_id) is not None:
            raise UsageError(f"{issue.key} has a remote link with the global id {global_id!r} already")


class SeedingProperties(Acting):
    """The verbs that add properties, say what JQL finds of them, and add tasks."""

    def add_property(self, bearer: Bearer | IssueName, key: str, value: Any) -> None:
        """Set a property of an issue, a comment, a worklog, a project, a user or a type.

        `add_property("A-1", "release.state", {"approved": True})`. An issue goes by its key too, everything else as
        the `add_` verbs returned it. `value` is JSON. No permission counts. Raises `UsageError` for what the site does
        not have, for a key or a value that is too long, and for a value that is no JSON.
        """
        from jira_linkfake.jira.properties.rules import set_properties, wrong_properties  # once there is one

        with self._at_work() as author:
            found = the_bearer(self.site, bearer)
            properties = {key: _as_json(value, f"the property {key!r}")}
            for refusal in wrong_properties(properties):
                raise UsageError(refusal.reason)
            set_properties(self.site, author, found, properties)

    def add_indexed_property(self, key: str, path: str, *, type: PropertyType = "string") -> IndexedProperty:
        """Let JQL find what is at a path in a property of issues: `add_indexed_property("release", "state")`.

        On Jira an app declares this. From then on `issue.property[release].state = open` finds issues. `path` has the
        names on the way, such as `label.color`. `type` is "string", "text" (found by its words), "number" or "date".
        Raises `UsageError` for another type, and for a path that is already indexed.
        """
        with self.site.lock:
            if type not in PROPERTY_TYPES:
                raise UsageError(f"there is no type of indexed properties {type!r}: {nearest(type, PROPERTY_TYPES)}")
            if (key, path) in self.site.indexed_properties:
                raise UsageError(f"{path!r} of the property {key!r} is indexed already")
            indexed = IndexedProperty(key=key, path=path, type=type)
            self.site.indexed_properties[key, path] = indexed
            return indexed

    def add_task(
        self,
        description: str,
        *,
        status: TaskStatus = "RUNNING",
        progress: int = 50,
        result: Any = None,
        submitted_by: User | str | None = None,
    ) -> Task:
        """Add a task that is under way, for code that waits for one or cancels it: `add_task("Import", progress=10)`.

        `status` is one of Jira's, such as "RUNNING" or "COMPLETE", and `result` is JSON. `submitted_by` is the admin
        unless you name somebody. The task does not go on by itself. Raises `UsageError` for another status and for an
        unknown user.
        """
        from jira_linkfake.jira.tasks.model import TASK_STATUSES, Task  # once there is one

        with self._at_work() as author:
            if status not in TASK_STATUSES:
                raise UsageError(f"there is no status of tasks {status!r}: {nearest(status, TASK_STATUSES)}")
            task = Task(
                id=self.site.new_id("task"),
                description=description,
                submitted_by=author if submitted_by is None else the_user(self.site, submitted_by),
                submitted=self.site.clock.now,
                status=status,
                progress=progress,
                result=_as_json(result, f"the result of {description!r}"),
            )
            self.site.tasks[task.id] = task
            return task


class SeedingWorkflow(Verbs):
    """The verbs that add types of issues, statuses, priorities, resolutions and custom fields."""

    site: Site

    def add_status(self, name: str, *, category: str = "In Progress") -> Status:
        """Add a status; `category` is "To Do", "In Progress" or "Done".

        Raises `UsageError` for another category and for a name that is taken.
        """
        with self.site.lock:
            categories = {one.name: one for one in STATUS_CATEGORIES}
            if category not in categories:
                raise UsageError(f"there is no status category {category!r}: {nearest(category, categories)}")
            self._require_free("status", name, self.site.statuses.values())
            status = Status(id=self.site.new_id("status"), name=name, category=categories[category])
            self.site.statuses[status.id] = status
            return status

    def add_issue_type(self, name: str, *, hierarchy_level: int = 0) -> IssueType:
        """Add a type of issues; `hierarchy_level` is 1 for epics, 0 for standard ones, -1 for sub-tasks.

        Raises `UsageError` for a name that is taken.
        """
        with self.site.lock:
            self._require_free("issue type", name, self.site.shared_types())
            issue_type = IssueType(id=self.site.new_id("issue type"), name=name, hierarchy_level=hierarchy_level)
            self.site.issue_types[issue_type.id] = issue_type
            return issue_type

    def add_priority(self, name: str) -> Priority:
        """Add a priority; raises `UsageError` for a name that is taken."""
        with self.site.lock:
            self._require_free("priority", name, self.site.priorities.values())
            priority = Priority(id=self.site.new_id("priority"), name=name)
            self.site.priorities[priority.id] = priority
            return priority

    def add_resolution(self, name: str, *, description: str = "") -> Resolution:
        """Add a resolution, behind the others; raises `UsageError` for a name that is taken."""
        with self.site.lock:
            self._require_free("resolution", name, self.site.resolutions.values())
            resolution = Resolution(id=self.site.new_id("resolution"), name=name, description=description)
            self.site.resolutions[resolution.id] = resolution
            return resolution

    def add_transition(
        self,
        name: str,
        *,
        to: Status | str,
        sources: Iterable[Status | str] | None = None,
        screen: Iterable[IssueField | str] | None = None,
        required: Iterable[IssueField | str] = (),
    ) -> Transition:
        """Add a transition to a status, in place of the one that the site had: `add_transition("Close", to="Done")`.

        `sources` are the statuses from which it leads; without them, all. `screen` names the fields that it takes, by
        their ids, such as `["resolution"]`. A screen also takes a comment. `required` fields are on the screen too.
        Without a screen it takes no field, and drops a comment. Raises `UsageError` for an unknown status or field, and
        for a field that nobody can set.
        """
        with self.site.lock:
            known = self.site.statuses.values()
            the_status = the_one_named(known, "status", to)
            given = None if sources is None else [the_one_named(known, "status", one) for one in several(sources)]
            from_ids = None if given is None else frozenset(one.id for one in given)
            demanded = tuple(self._field_on_screen(one) for one in several(required))
            shown = tuple(self._field_on_screen(one) for one in several(screen or ()))
            transition = Transition(
                id=self.site.new_id("transition"),
                name=name,
                to=the_status,
                sources=from_ids,
                screen=None
                if screen is None and not demanded
                else Screen(fields=tuple(dict.fromkeys([*shown, *demanded])), required=demanded),
            )
            self.site.transitions[transition.id] = transition
            return transition

    def add_field(
        self, name: str, *, type: str = "text", on_screens: bool = True, required: bool = False
    ) -> IssueField:
        """Add a custom field: `add_field("Story points", type="number").id` is its name in an issue's `fields`.

        `type` is "text", "paragraph" (rich text), "number", "date", "labels", "select", "user" or "users". Without
        `on_screens` no request can set the field. A `required` field must have a value. Two fields may share a name, as
        on Jira. Raises `UsageError` for another type, for the name of a field of Jira's own, and for a field that is
        required and not on screens.
        """
        with self.site.lock:
            if type not in CUSTOM_FIELD_TYPES:
                raise UsageError(f"there is no type of fields {type!r}: {nearest(type, CUSTOM_FIELD_TYPES)}")
            from jira_linkfake.jira.fields.registry import FIELDS  # with all of JQL, once a field is added

            self._require_free("field", name, FIELDS)
            if required and not on_screens:
                raise UsageError(f"the field {name!r} is required, and on no screen on which anybody could set it")
            number = self.site.new_field_number()
            of_values, of_items, kind = CUSTOM_FIELD_TYPES[type]
            field = IssueField(
                id=f"customfield_{number}",
                name=name,
                type=of_values,
                items=of_items,
                clauses=(f"cf[{number}]", name),
                custom_id=number,
                custom_type=kind,
                searcher=SEARCHERS[kind][0],
                on_screens=on_screens,
                required=required,
            )
            self.site.fields[field.id] = field
            return field

    def _field_on_screen(self, field: IssueField | str) -> str:
        """Return the id of a field that a screen can have; raises `UsageError` for another."""
        from jira_linkfake.jira.fields.registry import FIELDS_BY_ID, field_of  # with all fields, once one is named

        field_id = str(getattr(field, "id", field))
        if field_of(self.site, field_id).operations:
            return field_id
        settable = [name for name in (*FIELDS_BY_ID, *self.site.fields) if field_of(self.site, name).operations]
        raise UsageError(f"a screen cannot have the field {field_id!r}: {nearest(field_id, settable)}")

    def _require_free(
        self, kind: str, name: str, things: Iterable[Status | IssueType | Priority | Resolution | IssueField | Field]
    ) -> None:
        if name in {thing.name for thing in things}:
            raise UsageError(f"the {kind} {name!r} is there already")


class Seeding(
    SeedingIssues,
    SeedingParts,
    SeedingBoards,
    SeedingLinks,
    SeedingAttachments,
    SeedingComments,
    SeedingWatchers,
    SeedingWorklogs,
    SeedingRemoteLinks,
    SeedingProperties,
    SeedingWorkflow,
):
    """The `add_` verbs of a `FakeJira`; what they return can be handed to the other verbs."""

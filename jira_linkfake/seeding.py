"""What a test puts on a site before its code runs: the `add_` verbs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from jira_linkfake.errors import UsageError, nearest, of_the_test
from jira_linkfake.lookups import checked_members, the_group, the_one_named, the_project, the_security_level
from jira_linkfake.sentences import ISSUE_KEY, Sentence
from jira_linkfake.site.defaults import STATUS_CATEGORIES
from jira_linkfake.site.model import (
    Everyone,
    Group,
    Holder,
    Issue,
    IssueLink,
    IssueType,
    LinkType,
    Project,
    ProjectRole,
    SecurityLevel,
    Status,
    User,
)
from jira_linkfake.site.store import Site

__tracebackhide__ = of_the_test

_PROJECT_KEY = re.compile(r"[A-Z][A-Z0-9_]*")


class Seeding:
    """The `add_` verbs of a `FakeJira`; what they return can be handed to the other verbs."""

    site: Site

    def add_project(self, key: str, *, name: str | None = None) -> Project:
        """Add a project, or return the one that has the key; `name` is the key unless given.

        Raises `UsageError` for a key that Jira would not take, or a project that has another name already.
        """
        if not _PROJECT_KEY.fullmatch(key):
            raise UsageError(
                f"{key!r} is no key of a project: it takes a letter of A-Z and more of A-Z, 0-9 and _, as in 'PROJ'"
            )
        with self.site.lock:
            project = self.site.projects.get(key)
            if project is None:
                project = Project(id=self.site.new_id("project"), key=key, name=name or key)
                self.site.projects[key] = project
            if name not in (None, project.name):
                raise UsageError(f"the project {key} is there already, and is named {project.name!r}")
            return project

    def add_issue(
        self,
        key: str,
        *,
        summary: str | None = None,
        type: str = "Task",  # noqa: A002 - Jira's name
        status: str = "To Do",
        priority: str | None = "Medium",
        security_level: SecurityLevel | str | None = None,
        visible_to: Iterable[Holder] | None = None,
        archived: bool = False,
    ) -> Issue:
        """Add an issue, and its project where it is not there yet.

        `type`, `status` and `priority` go by name, `priority=None` leaves it out. `security_level` is a level of the
        project; `visible_to=[alice]` makes one on the fly with these members. Raises `UsageError` for a key that is
        taken or none, and for what the site does not have.
        """
        match = ISSUE_KEY.fullmatch(key)
        if match is None:
            raise UsageError(f"{key!r} is no key of an issue: it takes a project's key and a number, as in 'PROJ-1'")
        site = self.site
        with site.lock:
            if key in site.issue_ids:
                raise UsageError(f"the issue {key} is there already")
            issue_type = the_one_named(site.issue_types.values(), "issue type", type)
            issue_status = the_one_named(site.statuses.values(), "status", status)
            issue_priority = None if priority is None else the_one_named(site.priorities.values(), "priority", priority)
            project = self.add_project(match[1])
            level = self._level(key, project, security_level, visible_to)
            now = site.clock.tick()
            issue = Issue(
                id=site.new_id("issue"),
                key=key,
                project=project.key,
                summary=f"Summary of {key}" if summary is None else summary,
                type=issue_type,
                status=issue_status,
                priority=issue_priority,
                security_level=level,
                archived=archived,
                created=now,
                updated=now,
            )
            site.put_issue(issue)
            return issue

    def add_issues(self, *keys: str) -> list[Issue]:
        """Add several issues at once, as `add_issue` does."""
        return [self.add_issue(key) for key in keys]

    def add_user(
        self, name: str, *, token: str | None = None, email: str | None = None, groups: Iterable[Group | str] = ()
    ) -> User:
        """Add a user; `user.auth` signs in as them.

        `token` is the API token that requests must bring; without one any is good. `email` is made from the name
        unless given, `groups` are groups that are there. Raises `UsageError` for a name, email or token that is taken.
        """
        email = email or f"{'.'.join(name.lower().split())}@example.com"
        with self.site.lock:
            people = self.site.people
            joined = [the_group(self.site, group) for group in groups]
            for taken in (name in people.users, email.casefold() in people.by_email, token in people.by_token):
                if taken:
                    raise UsageError(f"the name, the email or the token of the user {name!r} is taken already")
            account_id = f"712020:00000000-0000-4000-8000-{self.site.new_id('user'):012}"
            user = User(account_id=account_id, name=name, email=email, token=token)
            people.add_user(user)
            for group in joined:
                people.join_group(group, user)
            return user

    def add_group(self, name: str, members: Iterable[User] = ()) -> Group:
        """Add a group with its members; raises `UsageError` for a name that is taken."""
        members = checked_members(self.site, members, User)
        with self.site.lock:
            if name in self.site.people.groups:
                raise UsageError(f"the group {name!r} is there already")
            group = Group(id=f"00000000-0000-4000-9000-{self.site.new_id('group'):012}", name=name)
            self.site.people.add_group(group, members)
            return group

    def add_role(self, name: str, *, project: Project | str, members: Iterable[User | Group] = ()) -> ProjectRole:
        """Add a role in a project with its members; raises `UsageError` for a role that the project has already."""
        members = checked_members(self.site, members, User, Group)
        with self.site.lock:
            key = the_project(self.site, project).key
            roles = self.site.people.roles
            if (key, name) in roles:
                raise UsageError(f"the project {key} has the role {name!r} already")
            ids = {role.name: role.id for role in roles.values()}
            role = ProjectRole(id=ids.get(name) or self.site.new_id("role"), name=name, project=key)
            self.site.people.add_role(role, members)
            return role

    def add_security_level(self, name: str, *, project: Project | str, members: Iterable[Holder] = ()) -> SecurityLevel:
        """Add a security level to a project; only its members see the issues that have it.

        Raises `UsageError` for a level that the project has already.
        """
        members = checked_members(self.site, members, User, Group, ProjectRole, Everyone)
        with self.site.lock:
            key = the_project(self.site, project).key
            if name in {level.name for level in self.site.people.levels_of(key)}:
                raise UsageError(f"the project {key} has the security level {name!r} already")
            level = SecurityLevel(id=self.site.new_id("security level"), name=name, project=key)
            self.site.people.add_level(level, members)
            return level

    def add_link_type(self, name: str, *, inward: str, outward: str) -> LinkType:
        """Add a type of links: `add_link_type("Tests", inward="is tested by", outward="tests")`.

        Two types may share a name, as on some sites that were imported, where a request that uses the name is refused.
        Raises `UsageError` for a type that is there already with the same name and phrases.
        """
        with self.site.lock:
            new = LinkType(id=0, name=name, inward=inward, outward=outward)
            if any(replace(old, id=0) == new for old in self.site.link_types.values()):
                raise UsageError(f"the link type {name!r} is there already, with the same phrases")
            link_type = replace(new, id=self.site.new_id("link type"))
            self.site.link_types[link_type.id] = link_type
            return link_type

    def add_link(self, issue: Issue | str, phrase: str, other: Issue | str) -> IssueLink:
        """Link two issues: `add_link("A-1", "is blocked by", "A-2")`, with either phrase of a type.

        No permission and no limit counts. Raises `UsageError` for an issue or a phrase that the site does not have,
        for a phrase that several types share, and for a link that is there already or would be to the issue itself.
        """
        with self.site.lock:
            sentence = Sentence.of(self.site, issue, phrase, other)
            source, destination = sentence.ends
            if self.site.links.id_of((sentence.type.id, source.id, destination.id)) is not None:
                raise UsageError(f"the link is there already: {sentence}")
            return self.site.make_link(sentence.type, source, destination)

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
            self._require_free("issue type", name, self.site.issue_types.values())
            issue_type = IssueType(id=self.site.new_id("issue type"), name=name, hierarchy_level=hierarchy_level)
            self.site.issue_types[issue_type.id] = issue_type
            return issue_type

    def _require_free(self, kind: str, name: str, things: Iterable[Status | IssueType]) -> None:
        if name in {thing.name for thing in things}:
            raise UsageError(f"the {kind} {name!r} is there already")

    def _level(
        self, key: str, project: Project, level: SecurityLevel | str | None, visible_to: Iterable[Holder] | None
    ) -> SecurityLevel | None:
        if visible_to is None:
            return None if level is None else the_security_level(self.site, project, level)
        if level is not None:
            raise UsageError(f"{key} takes a security_level or visible_to, not both")
        return self.add_security_level(f"of {key}", project=project, members=visible_to)

"""Verbs that seed who there is: users, groups, roles, security levels."""

from __future__ import annotations

from collections.abc import Iterable

from jira_linkfake.errors import UsageError, of_the_test
from jira_linkfake.lookups import checked_members, several, the_group, the_project
from jira_linkfake.site.model import Everyone, Group, Holder, Project, ProjectRole, SecurityLevel, User
from jira_linkfake.site.store import Site

__tracebackhide__ = of_the_test


class SeedingPeople:
    """The verbs that add users, groups, roles and security levels."""

    site: Site

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
            joined = [the_group(self.site, group) for group in several(groups)]
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
            ids = {name: role_id for role_id, name in self.site.people.role_names.items()}
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

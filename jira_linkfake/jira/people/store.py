"""Users, groups, project roles and security levels, and who is in which."""

from __future__ import annotations

from collections.abc import Iterable

from jira_linkfake.jira.people.model import (
    DEFAULT_USER,
    Caller,
    Everyone,
    Group,
    Holder,
    ProjectRole,
    SecurityLevel,
    User,
    with_members,
)


class People:
    """Who is known to the site; a fresh site knows the default user."""

    def __init__(self) -> None:
        self.users: dict[str, User] = {}
        self.by_account_id: dict[str, User] = {}
        self.by_email: dict[str, User] = {}
        self.by_token: dict[str, User] = {}
        self.groups: dict[str, Group] = {}
        self.groups_by_id: dict[str, Group] = {}
        self.roles: dict[tuple[str, str], ProjectRole] = {}
        self.role_names: dict[int, str] = {}
        self.levels: dict[str, SecurityLevel] = {}
        self._group_members: dict[str, frozenset[str]] = {}
        self._role_members: dict[ProjectRole, frozenset[Holder]] = {}
        self._actor_ids: dict[tuple[ProjectRole, Holder], int] = {}
        self._level_members: dict[str, frozenset[Holder]] = {}
        self.removed: list[User] = []
        self.add_user(DEFAULT_USER)
        self.has_added = False  # users besides the default one, of whom some may be gone

    def add_user(self, user: User) -> None:
        """Add a user whose name, email and token are new."""
        self.users[user.name] = user
        self.by_account_id[user.account_id] = user
        self.by_email[user.email.casefold()] = user
        if user.token is not None:
            self.by_token[user.token] = user
        self.has_added = True

    def add_group(self, group: Group, members: Iterable[User]) -> None:
        """Add a group with its members."""
        self.groups[group.name] = group
        self.groups_by_id[group.id] = group
        self._group_members[group.name] = frozenset(user.account_id for user in members)

    def join_group(self, group: Group, user: User) -> None:
        """Make a user a member of a group that is there."""
        self._group_members[group.name] |= {user.account_id}

    def leave_group(self, group: Group, user: User) -> None:
        """Make a user no member of a group any more."""
        self._group_members[group.name] -= {user.account_id}

    def is_member(self, group: Group, user: User) -> bool:
        """Say whether a user is a member of a group."""
        return self._is(user, group)

    def remove_user(self, user: User) -> None:
        """Take out a user, from whatever they are a member of too."""
        del self.users[user.name], self.by_account_id[user.account_id], self.by_email[user.email.casefold()]
        if user.token is not None:
            del self.by_token[user.token]
        self.removed.append(user)
        for group in self.groups.values():
            self.leave_group(group, user)
        self._forget(user)

    def remove_group(self, group: Group) -> None:
        """Take out a group, from whatever it is a member of too."""
        del self.groups[group.name], self.groups_by_id[group.id], self._group_members[group.name]
        self._forget(group)

    def _forget(self, member: User | Group) -> None:
        self._role_members = {role: members - {member} for role, members in self._role_members.items()}
        self._level_members = {level_id: members - {member} for level_id, members in self._level_members.items()}

    def add_role(self, role: ProjectRole, members: Iterable[Holder]) -> None:
        """Add a role of a project with its members."""
        self.roles[role.project, role.name] = role
        self.role_names[role.id] = role.name
        self.set_role_members(role, members)

    def set_role_members(self, role: ProjectRole, members: Iterable[Holder]) -> None:
        """Say who has a role that is there; who had it before keeps the id of the membership."""
        self._role_members[role] = frozenset(members)
        for member in _by_name(self._role_members[role]):
            if (role, member) not in self._actor_ids:
                self._actor_ids[role, member] = max(self._actor_ids.values(), default=_FIRST_ACTOR - 1) + 1

    def add_level(self, level: SecurityLevel, members: Iterable[Holder]) -> None:
        """Add a security level with its members."""
        self.levels[level.id] = level
        self._level_members[level.id] = frozenset(members)

    def remove_project(self, project: str) -> dict[ProjectRole, frozenset[Holder]]:
        """Take out a project's roles and security levels, and return the members that the roles had.

        Who was in a level stays known, with the members of these roles: another project of the key may have its own.
        """
        removed = [role for (of_project, _), role in self.roles.items() if of_project == project]
        members = {role: self._role_members.pop(role) for role in removed}
        for role in removed:
            del self.roles[project, role.name]
        for level in self.levels_of(project):
            del self.levels[level.id]
        for level_id, holders in self._level_members.items():
            self._level_members[level_id] = with_members(holders, members)
        return members

    def rename_project(self, project: str, key: str) -> dict[ProjectRole, ProjectRole]:
        """Let a project's roles and security levels be of its other key, and return the roles by those that they were.

        Their members stay.
        """
        roles = {
            role: ProjectRole(id=role.id, name=role.name, project=key)
            for role in self.roles.values()
            if role.project == project
        }
        for role, renamed in roles.items():
            del self.roles[project, role.name]
            self.roles[key, role.name] = renamed
        held: dict[ProjectRole, frozenset[Holder]] = {role: frozenset({renamed}) for role, renamed in roles.items()}
        self._role_members = {roles.get(role, role): members for role, members in self._role_members.items()}
        self._actor_ids = {(roles.get(role, role), one): number for (role, one), number in self._actor_ids.items()}
        self._level_members = {level: with_members(members, held) for level, members in self._level_members.items()}
        for level in self.levels_of(project):
            self.levels[level.id] = SecurityLevel(id=level.id, name=level.name, project=key)
        return roles

    def members_of(self, group: Group) -> list[User]:
        """Return a group's members, by name."""
        members = (self.by_account_id[account_id] for account_id in self._group_members[group.name])
        return sorted(members, key=lambda user: user.name)

    def number_actor(self, role: ProjectRole, member: Holder, actor_id: int) -> None:
        """Let a member of a role be told under an id."""
        self._actor_ids[role, member] = actor_id

    def groups_of(self, user: User) -> list[Group]:
        """Return the groups that a user is in, by name."""
        return sorted((group for group in self.groups.values() if self._is(user, group)), key=lambda group: group.name)

    def actors_of(self, project: str, role_name: str) -> list[tuple[User | Group, int]]:
        """Return those who have a role in a project, if it has the role, each with an id: users first, by name."""
        role = self.roles.get((project, role_name))
        if role is None:
            return []
        return [(actor, self._actor_ids[role, actor]) for actor in _by_name(self._role_members[role])]

    def levels_of(self, project: str) -> list[SecurityLevel]:
        """Return a project's security levels."""
        return [level for level in self.levels.values() if level.project == project]

    def knows(self, holder: object) -> bool:
        """Say whether a holder is of this site: another site can have one that looks the same by name."""
        if isinstance(holder, User):
            return self.users.get(holder.name) is holder
        if isinstance(holder, Group):
            return self.groups.get(holder.name) is holder
        if isinstance(holder, ProjectRole):
            return self.roles.get((holder.project, holder.name)) is holder
        return isinstance(holder, Everyone)

    def is_one_of(self, caller: Caller, holders: Iterable[Holder]) -> bool:
        """Say whether the caller is among the holders: as a user, through a group or role, or as everyone."""
        return any(self._is(caller, holder) for holder in holders)

    def has_role(self, caller: Caller, project: str, role_name: str) -> bool:
        """Say whether the caller has a role in a project; in one that was given no such role nobody has it."""
        role = self.roles.get((project, role_name))
        return role is not None and self.is_one_of(caller, [role])

    def is_in_level(self, caller: Caller, level: SecurityLevel) -> bool:
        """Say whether the caller is a member of a security level."""
        return self.is_one_of(caller, self.members_of_level(level))

    def role_members(self, role: ProjectRole) -> frozenset[Holder]:
        """Return the members of a role."""
        return self._role_members[role]

    def members_of_level(self, level: SecurityLevel) -> frozenset[Holder]:
        """Return the members of a security level."""
        return self._level_members[level.id]

    def _is(self, caller: Caller, holder: Holder) -> bool:
        if isinstance(holder, Everyone):
            return holder is Everyone.ANYONE or caller is not None
        if caller is None:
            return False
        if isinstance(holder, Group):  # which may be gone, and another of its name be there
            return self.groups.get(holder.name) is holder and caller.account_id in self._group_members[holder.name]
        if isinstance(holder, ProjectRole):
            return self.is_one_of(caller, self._role_members.get(holder, ()))
        return caller == holder


_FIRST_ACTOR = 10000


def _by_name(members: Iterable[Holder]) -> list[User | Group]:
    """Return the users among members, and behind them the groups, by name."""
    actors = [member for member in members if isinstance(member, (User, Group))]
    return sorted(actors, key=lambda actor: (isinstance(actor, Group), actor.name))

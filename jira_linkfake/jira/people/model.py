"""Who calls, who can hold a permission, and who may see what."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from jira_linkfake.jira.plain import Plain


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
    """A user; `token` is what the API token must be, None accepts any. `scopes` are the token's, None for all.

    Of one with `email_hidden` nobody else is told the email.
    """

    account_id: str
    name: str
    email: str
    token: str | None = None
    scopes: frozenset[str] | None = None
    email_hidden: bool = False

    @property
    def auth(self) -> tuple[str, str]:
        """The user's email and token, as `requests` and most clients take them for Basic authentication."""
        return self.email, self.token or "any-token"

    @property
    def headers(self) -> dict[str, str]:
        """The same as a header, for clients that want one: `{"Authorization": "Basic ..."}`."""
        return {"Authorization": f"Basic {b64encode(':'.join(self.auth).encode()).decode()}"}

    def __str__(self) -> str:
        return self.name


class Group(Plain):
    """A group of users."""

    id: str
    name: str

    def __str__(self) -> str:
        return f"group {self.name}"


class ProjectRole(Plain):
    """A project role in one project: the role's id and name are the site's, its members the project's."""

    id: int
    name: str
    project: str

    def __str__(self) -> str:
        return f"role {self.name} in {self.project}"


class Role(Plain):
    """A project role in whichever project is asked about, as a permission scheme gives to it."""

    id: int
    name: str

    def __str__(self) -> str:
        return f"role {self.name}"


def account_id_of(number: int) -> str:
    """Return the account id of the user who came to the site with a number."""
    return f"712020:00000000-0000-4000-8000-{number:012}"


def group_id_of(number: int) -> str:
    """Return the id of the group that came to the site with a number."""
    return f"00000000-0000-4000-9000-{number:012}"


Holder = User | Group | ProjectRole | Everyone
"""Who can hold a permission or be in a security level."""


def with_members(
    holders: frozenset[Holder | Role], members: Mapping[ProjectRole, frozenset[Holder]]
) -> frozenset[Holder]:
    """Return holders with the members of a project's roles in the place of these roles."""
    by_name = {role.name: of_it for role, of_it in members.items()}
    found: set[Holder] = set()
    for one in holders:
        if isinstance(one, Role):
            found |= by_name.get(one.name, frozenset())
        else:
            found |= members.get(one, {one}) if isinstance(one, ProjectRole) else {one}
    return frozenset(found)


Caller = User | None
"""Who sent a request; None is the anonymous caller."""


class UsersOfIssues(dict[str, tuple[User, ...]]):
    """Users by the id of an issue to which they have come, such as those who watch it, in the order of their coming."""

    def of(self, issue_id: str) -> tuple[User, ...]:
        """Return the users of an issue."""
        return self.get(issue_id, ())

    def add(self, issue_id: str, *users: User) -> None:
        """Add users to an issue, but those who are there."""
        self[issue_id] = tuple(dict.fromkeys((*self.of(issue_id), *users)))

    def remove(self, issue_id: str, user: User) -> None:
        """Take a user from an issue, if they are there."""
        self[issue_id] = tuple(one for one in self.of(issue_id) if one != user)

    def forget(self, user: User) -> None:
        """Take a user from every issue to which they have come."""
        for issue_id, users in self.items():
            if user in users:
                self.remove(issue_id, user)


class SecurityLevel(Plain):
    """An issue security level of a project: only its members see the issues that have it."""

    id: str
    name: str
    project: str

    def __str__(self) -> str:
        return f"security level {self.name}"


DEFAULT_USER = User(
    account_id="712020:00000000-0000-4000-8000-000000010000",
    name="admin",
    email="admin@example.com",
    token="admin-token",  # noqa: S106 - a pretend site's token
)

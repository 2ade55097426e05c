"""Filters: a query under a name, who has it, and with whom it is shared."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from jira_linkfake.jira.people.model import Group, ProjectRole, User
from jira_linkfake.jira.plain import Plain

ShareScope = Literal["GLOBAL", "AUTHENTICATED", "PRIVATE"]
"""With whom a user shares a new filter unless they say otherwise: everybody, every signed-in user, nobody."""


class Share(Plain):
    """With whom a filter is shared; its id is a number in Jira's JSON, and 0 until it has one.

    `type` is Jira's word in answers: `loggedin` is every signed-in user, who is `authenticated` in requests. A user,
    a group or a role is the `holder`; a project, and that of a role, goes by its id, as its key may become another's.
    """

    id: int = 0
    type: Literal["global", "loggedin", "user", "group", "project", "projectRole"]
    holder: User | Group | ProjectRole | None = None
    project_id: str | None = None

    def with_role(self, roles: Mapping[ProjectRole, ProjectRole]) -> Share:
        """Return the share with what its role has become."""
        if isinstance(self.holder, ProjectRole) and self.holder in roles:
            return Share(**{**vars(self), "holder": roles[self.holder]})
        return self

    @property
    def meaning(self) -> tuple[object, ...]:
        """What the share says, whatever its id."""
        return self.type, self.holder, self.project_id


@dataclass(frozen=True, kw_only=True, slots=True)
class Filter:
    """A filter; `editors` may change it besides its owner, and see it as those whom it is shared with do.

    `favourite_of` are the accounts of those who have it among their favourites. `columns` are the ids of the fields
    that a list of its issues shows, None where nobody said so.
    """

    id: str
    name: str
    owner: User
    jql: str = ""
    description: str = ""
    shares: tuple[Share, ...] = ()
    editors: tuple[Share, ...] = ()
    columns: tuple[str, ...] | None = None
    favourite_of: tuple[str, ...] = ()

    def with_roles(self, roles: Mapping[ProjectRole, ProjectRole]) -> Filter:
        """Return the filter with what roles that it is shared with have become."""
        shares = tuple(one.with_role(roles) for one in self.shares)
        return replace(self, shares=shares, editors=tuple(one.with_role(roles) for one in self.editors))

    def __str__(self) -> str:
        return f"{self.name} ({self.jql})"

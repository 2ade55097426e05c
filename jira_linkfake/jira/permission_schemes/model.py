"""What a permission scheme grants, a permission at a time."""

from __future__ import annotations

from jira_linkfake.jira.people.model import Holder, Role
from jira_linkfake.jira.plain import Plain


class SchemeGrant(Plain):
    """A permission that a scheme gives to a holder; what it says gives its id (chosen)."""

    id: int
    permission: str
    holder: Holder | Role

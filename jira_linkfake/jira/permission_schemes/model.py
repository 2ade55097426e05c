"""A permission scheme, and what it grants."""

from __future__ import annotations

from typing import Final

from jira_linkfake.jira.people.model import Holder
from jira_linkfake.jira.plain import Plain

DEFAULT_ID: Final = 0
DEFAULT_NAME: Final = "Default Permission Scheme"
"""The scheme that every site has from the start; both are as on Cloud sites."""


class PermissionScheme(Plain):
    """A permission scheme: that of every project, or of the one project that differs, whose id it has (chosen)."""

    id: int
    name: str
    project: str | None


class SchemeGrant(Plain):
    """A permission that a scheme gives to a holder; what it says gives its id (chosen)."""

    id: int
    permission: str
    holder: Holder

"""Links from an issue to things outside Jira."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, kw_only=True, slots=True)
class RemoteLink:
    """A link from an issue to a thing outside Jira; `global_id` is what the other system knows it by.

    `application`, `icon` and `status` are as they were given, in Jira's JSON.
    """

    id: int
    issue_id: int
    url: str
    title: str
    summary: str | None = None
    relationship: str | None = None
    global_id: str | None = None
    application: Mapping[str, Any] = field(default_factory=dict, hash=False)
    icon: Mapping[str, Any] = field(default_factory=dict, hash=False)
    status: Mapping[str, Any] = field(default_factory=dict, hash=False)

    def __str__(self) -> str:
        return f"{self.relationship or 'links to'} {self.url}"

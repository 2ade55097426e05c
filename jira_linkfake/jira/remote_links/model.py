"""Links from an issue to things outside Jira, and those of a site."""

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
    issue_id: str
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


class RemoteLinkTable:
    """Remote links by id, by issue, and by issue and global id; every look-up is by index."""

    __slots__ = ("_by_id", "_ids_by_global_id", "_ids_of_issue")

    def __init__(self) -> None:
        self._by_id: dict[int, RemoteLink] = {}
        self._ids_of_issue: dict[str, dict[int, None]] = {}
        self._ids_by_global_id: dict[tuple[str, str], int] = {}

    def put(self, link: RemoteLink) -> None:
        """Store a remote link, new or changed; its issue has no other one of its global id."""
        before = self._by_id.get(link.id)
        if before is not None and before.global_id is not None:
            del self._ids_by_global_id[before.issue_id, before.global_id]
        self._by_id[link.id] = link
        self._ids_of_issue.setdefault(link.issue_id, {})[link.id] = None
        if link.global_id is not None:
            self._ids_by_global_id[link.issue_id, link.global_id] = link.id

    def remove(self, link: RemoteLink) -> None:
        """Remove a remote link from every index."""
        del self._by_id[link.id]
        del self._ids_of_issue[link.issue_id][link.id]
        if link.global_id is not None:
            del self._ids_by_global_id[link.issue_id, link.global_id]

    def get(self, link_id: int) -> RemoteLink | None:
        """Return the remote link of an id, or None."""
        return self._by_id.get(link_id)

    def with_global_id(self, issue_id: str, global_id: str) -> RemoteLink | None:
        """Return the remote link of an issue that has a global id, or None."""
        link_id = self._ids_by_global_id.get((issue_id, global_id))
        return None if link_id is None else self._by_id[link_id]

    def of_issue(self, issue_id: str) -> list[RemoteLink]:
        """Return an issue's remote links, oldest first."""
        return [self._by_id[link_id] for link_id in self._ids_of_issue.get(issue_id, ())]

    def count_of(self, issue_id: str) -> int:
        """Count the remote links of an issue."""
        return len(self._ids_of_issue.get(issue_id, ()))

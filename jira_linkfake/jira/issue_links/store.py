"""The links of a site, each stored once, with the indexes that its look-ups need."""

from __future__ import annotations

from collections.abc import Mapping

from jira_linkfake.jira.issue_links.model import IssueLink
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.link_types.model import LinkType

Row = tuple[str, str, str]
"""A link as ids: its type, its source and its destination."""


class IssueLinks:
    """Links by id, by what they connect, and by issue; every look-up is by index.

    They are stored as rows of ids, and read with their types and issues as these are now.
    """

    __slots__ = ("_ids", "_ids_of_issue", "_issues", "_link_types", "_removed", "rows")

    def __init__(self, link_types: Mapping[str, LinkType], issues: Mapping[str, Issue]) -> None:
        self._link_types = link_types
        self._issues = issues
        self.rows: dict[str, Row] = {}
        self._ids: dict[Row, str] = {}
        self._ids_of_issue: dict[str, list[str]] = {}
        self._removed: dict[str, Row] = {}

    def __len__(self) -> int:
        return len(self.rows)

    def get(self, link_id: str) -> IssueLink | None:
        """Return the link of an id, or None."""
        return self.stored(link_id) if link_id in self.rows else None

    def stored(self, link_id: str) -> IssueLink:
        """Return a link that is known to be there."""
        link_type, source, destination = self.rows[link_id]
        return IssueLink(
            id=link_id,
            type=self._link_types[link_type],
            source=self._issues[source],
            destination=self._issues[destination],
        )

    def of(self, issue: Issue) -> list[IssueLink]:
        """Return an issue's links in both directions, oldest first."""
        return [self.stored(link_id) for link_id in self._ids_of_issue.get(issue.id, ())]

    def all(self) -> list[IssueLink]:
        """Return every link, oldest first."""
        return [self.stored(link_id) for link_id in list(self.rows)]

    def add(self, link_id: str, row: Row) -> None:
        """Store a link under a new id; its row must not be there yet."""
        self.rows[link_id] = row
        self._ids[row] = link_id
        _, source, destination = row
        self._ids_of_issue.setdefault(source, []).append(link_id)
        self._ids_of_issue.setdefault(destination, []).append(link_id)

    def remove(self, link_id: str) -> None:
        """Remove a link from every index; it is remembered, since what has happened may be told with it."""
        row = self._removed[link_id] = self.rows.pop(link_id)
        del self._ids[row]
        for issue_id in row[1:]:
            left = self._ids_of_issue[issue_id].copy()
            left.remove(link_id)
            self._ids_of_issue[issue_id] = left

    def id_of(self, row: Row) -> str | None:
        """Return the id of the link of this type from this source to this destination, or None."""
        return self._ids.get(row)

    def row_ever(self, link_id: str) -> Row:
        """Return the row of a link that is there or was."""
        return self.rows.get(link_id) or self._removed[link_id]

    def list_of(self, issue_id: str) -> list[str]:
        """Return the list of the ids of an issue's links, for reading only.

        Links are added to its end; when one is removed, a new list takes its place.
        """
        return self._ids_of_issue.get(issue_id, [])

    def without(self, hidden: frozenset[str]) -> IssueLinks:
        """Return these very links, live, as they are for somebody who does not know of some of them."""
        return _Part(self, hidden)

    def count_of(self, issue_id: str) -> int:
        """Count the links of an issue, in both directions."""
        return len(self._ids_of_issue.get(issue_id, ()))


class _Part(IssueLinks):
    """Links of which some do not show among those of an issue."""

    __slots__ = ("_hidden",)

    def __init__(self, whole: IssueLinks, hidden: frozenset[str]) -> None:
        for name in IssueLinks.__slots__:
            setattr(self, name, getattr(whole, name))
        self._hidden = hidden

    def of(self, issue: Issue) -> list[IssueLink]:
        """Return an issue's links that show, in both directions, oldest first."""
        return [link for link in super().of(issue) if link.id not in self._hidden]

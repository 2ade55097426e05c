"""The links of a site, each stored once, with the indexes that its look-ups need."""

from __future__ import annotations

Row = tuple[int, int, int]
"""A link as ids: its type, its source and its destination."""


class LinkTable:
    """Links by id, by what they connect, and by issue; every look-up is by index."""

    __slots__ = ("_ids", "_ids_of_issue", "_removed", "rows")

    def __init__(self) -> None:
        self.rows: dict[int, Row] = {}
        self._ids: dict[Row, int] = {}
        self._ids_of_issue: dict[int, list[int]] = {}
        self._removed: dict[int, Row] = {}

    def __len__(self) -> int:
        return len(self.rows)

    def add(self, link_id: int, row: Row) -> None:
        """Store a link under a new id; its row must not be there yet."""
        self.rows[link_id] = row
        self._ids[row] = link_id
        _, source, destination = row
        self._ids_of_issue.setdefault(source, []).append(link_id)
        self._ids_of_issue.setdefault(destination, []).append(link_id)

    def remove(self, link_id: int) -> None:
        """Remove a link from every index; it is remembered, since what has happened may be told with it."""
        row = self._removed[link_id] = self.rows.pop(link_id)
        del self._ids[row]
        for issue_id in row[1:]:
            left = self._ids_of_issue[issue_id].copy()
            left.remove(link_id)
            self._ids_of_issue[issue_id] = left

    def id_of(self, row: Row) -> int | None:
        """Return the id of the link of this type from this source to this destination, or None."""
        return self._ids.get(row)

    def row_ever(self, link_id: int) -> Row:
        """Return the row of a link that is there or was."""
        return self.rows.get(link_id) or self._removed[link_id]

    def list_of(self, issue_id: int) -> list[int]:
        """Return the list of the ids of an issue's links, for reading only.

        Links are added to its end; when one is removed, a new list takes its place.
        """
        return self._ids_of_issue.get(issue_id, [])

    def ids_of(self, issue_id: int) -> tuple[int, ...]:
        """Return the ids of an issue's links, in both directions, oldest first."""
        return tuple(self._ids_of_issue.get(issue_id, ()))

    def count_of(self, issue_id: int) -> int:
        """Count the links of an issue, in both directions."""
        return len(self._ids_of_issue.get(issue_id, ()))

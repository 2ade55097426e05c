"""Sprints, and those of a site."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

SprintState = Literal["future", "active", "closed"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Sprint:
    """A sprint, of the board on which it was made; its id is a number in Jira's JSON."""

    id: str
    board_id: str
    name: str
    state: SprintState = "future"
    goal: str = ""
    start: datetime | None = None
    end: datetime | None = None
    completed: datetime | None = None

    def __str__(self) -> str:
        return f"{self.name} ({self.state})"


class SprintTable:
    """The sprints of a site by id, in their order; it is never changed, but replaced: a webhook keeps its moment's."""

    __slots__ = ("by_id",)

    def __init__(self) -> None:
        self.by_id: Mapping[str, Sprint] = {}

    def put(self, sprint: Sprint) -> None:
        """Store a sprint, new or changed; a new one stands last."""
        self.by_id = {**self.by_id, sprint.id: sprint}

    def take(self, sprint: Sprint) -> None:
        """Take out a sprint; no issue is in it any more."""
        self.by_id = {one.id: one for one in self.by_id.values() if one.id != sprint.id}

    def swap(self, sprint: Sprint, other: Sprint) -> None:
        """Let two sprints change places."""
        places = {sprint.id: other, other.id: sprint}
        swapped = [places.get(one.id, one) for one in self.by_id.values()]
        self.by_id = {one.id: one for one in swapped}

    def of_board(self, board_id: str) -> list[Sprint]:
        """Return the sprints that were made on a board, in their order."""
        return [one for one in self.by_id.values() if one.board_id == board_id]

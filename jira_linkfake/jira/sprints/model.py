"""Sprints."""

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


def swapped(sprints: Mapping[str, Sprint], sprint: Sprint, other: Sprint) -> dict[str, Sprint]:
    """Return sprints by id, of which two have changed places."""
    places = {sprint.id: other, other.id: sprint}
    return {one.id: one for one in (places.get(sprint_id, one) for sprint_id, one in sprints.items())}

"""How an epic looks on a board."""

from __future__ import annotations

from jira_linkfake.jira.plain import Plain

COLORS = tuple(f"color_{number}" for number in range(1, 10))
"""Jira's keys of the colors that an epic can have."""


class EpicLook(Plain):
    """What a board shows of an epic, besides the issue that it is; `done` takes it from the backlog's panel."""

    color: str = COLORS[0]
    done: bool = False

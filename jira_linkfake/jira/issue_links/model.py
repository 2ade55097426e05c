"""Links between issues."""

from __future__ import annotations

from dataclasses import dataclass

from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.link_types.model import LinkType


@dataclass(frozen=True, kw_only=True, slots=True)
class IssueLink:
    """A link; the source reads `type.outward` towards the destination: "source blocks destination"."""

    id: int
    type: LinkType
    source: Issue
    destination: Issue

    def __str__(self) -> str:
        return f"{self.source.key} {self.type.outward} {self.destination.key}"

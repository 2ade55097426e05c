"""Links between issues, and their types."""

from __future__ import annotations

from dataclasses import dataclass

from jira_linkfake.site.model.issues import Issue


@dataclass(frozen=True, kw_only=True, slots=True)
class LinkType:
    """A type of issue link; `outward` is the phrase of the source ("blocks"), `inward` that of the other end."""

    id: int
    name: str
    inward: str
    outward: str


@dataclass(frozen=True, kw_only=True, slots=True)
class IssueLink:
    """A link; the source reads `type.outward` towards the destination: "source blocks destination"."""

    id: int
    type: LinkType
    source: Issue
    destination: Issue

    def __str__(self) -> str:
        return f"{self.source.key} {self.type.outward} {self.destination.key}"

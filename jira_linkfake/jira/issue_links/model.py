"""Links between issues, and which end of one is which: that is decided here and nowhere else.

Jira's "inward" and "outward" are what everybody gets wrong, so the store keeps `source` and `destination`.
Measured on Cloud sites in 2026 (the live tests of MrRefactoring/jira.js, midagedev/gadak PR 79,
mozilla/jira-bugzilla-integration PR 1285): the issue POSTed as `inwardIssue` is the *source*. With the type
Blocks it "blocks" the other issue, and it shows the other one under `outwardIssue`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeVar

from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.link_types.model import LinkType


@dataclass(frozen=True, kw_only=True, slots=True)
class IssueLink:
    """A link; the source reads `type.outward` towards the destination: "source blocks destination"."""

    id: str
    type: LinkType
    source: Issue
    destination: Issue

    def __str__(self) -> str:
        return f"{self.source.key} {self.type.outward} {self.destination.key}"


Side = Literal["inward", "outward"]
_End = TypeVar("_End")


def source_and_destination(inward_issue: _End, outward_issue: _End) -> tuple[_End, _End]:
    """Put what a request names as `inwardIssue` and `outwardIssue` into the site's order: source, destination."""
    return inward_issue, outward_issue


def side_of(link: IssueLink, issue: Issue) -> tuple[Side, Issue]:
    """Return the side under which a link, seen from one of its ends, shows the other issue.

    The source shows its destination as the outward issue, the destination its source as the inward one.
    """
    return ("outward", link.destination) if link.source.id == issue.id else ("inward", link.source)


def phrase_from(link_type: LinkType, *, source: bool) -> str:
    """Return the phrase that an end of a link reads towards the other: the source the outward one."""
    return link_type.outward if source else link_type.inward


def ends(link_type: LinkType, issue: Issue, phrase: str, other: Issue) -> tuple[Issue, Issue]:
    """Return source and destination of the link of which `issue phrase other` is the sentence."""
    return (issue, other) if phrase == phrase_from(link_type, source=True) else (other, issue)

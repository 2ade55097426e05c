"""What a test says of two issues, such as `PROJ-2 duplicates PROJ-1`, looked up on the site."""

from __future__ import annotations

from collections.abc import Iterator

from jira_linkfake.errors import UsageError, of_the_test
from jira_linkfake.lookups import the_issue, the_link_type
from jira_linkfake.plain import Plain
from jira_linkfake.site.direction import ends
from jira_linkfake.site.model import Issue, IssueLink, LinkType
from jira_linkfake.site.store import Site

__tracebackhide__ = of_the_test


class Sentence(Plain):
    """One issue, a phrase of a type of links, and another issue."""

    issue: Issue
    phrase: str
    other: Issue
    type: LinkType

    @classmethod
    def of(cls, site: Site, issue: Issue | str, phrase: str, other: Issue | str) -> Sentence:
        """Look up what a sentence names; raises `UsageError` for what the site cannot have."""
        link_type = the_link_type(site, phrase)
        sentence = cls(issue=the_issue(site, issue), phrase=phrase, other=the_issue(site, other), type=link_type)
        if sentence.issue.id == sentence.other.id:
            raise UsageError(f"Jira links no issue to itself: {sentence}")
        return sentence

    def __str__(self) -> str:
        return f"{self.issue.key} {self.phrase} {self.other.key}"

    @property
    def ends(self) -> tuple[Issue, Issue]:
        """The source and the destination of the link that the sentence means."""
        return ends(self.type, self.issue, self.phrase, self.other)

    def says(self, link: IssueLink) -> bool:
        """Say whether the sentence is true of a link; one that reads alike both ways may stand either way."""
        same_ends = (link.source.id, link.destination.id) == tuple(issue.id for issue in self.ends)
        return link.type.id == self.type.id and (same_ends or (self._reads_alike and self.is_about(link)))

    def is_about(self, link: IssueLink) -> bool:
        """Say whether a link is between the two issues, whatever its type and direction."""
        return {link.source.id, link.destination.id} == {self.issue.id, self.other.id}

    def among(self, links: list[IssueLink]) -> Iterator[IssueLink]:
        """Yield those of the links of which the sentence is true."""
        return (link for link in links if self.says(link))

    @property
    def _reads_alike(self) -> bool:
        return self.type.inward == self.type.outward

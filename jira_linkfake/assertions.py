"""What a test asserts of the links, and failures that say what happened instead."""

from __future__ import annotations

from jira_linkfake.errors import of_the_test
from jira_linkfake.journal import Exchange
from jira_linkfake.reporting import links_section, refusals_section
from jira_linkfake.sentences import Sentence
from jira_linkfake.site.model import Issue, IssueLink
from jira_linkfake.site.store import Site

__tracebackhide__ = of_the_test


class Assertions:
    """The assertions of a `FakeJira`."""

    site: Site
    _journal: list[Exchange]

    @property
    def exchanges(self) -> list[Exchange]:
        """The requests and their answers, in order."""
        return list(self._journal)

    def assert_linked(self, issue: str | Issue, phrase: str, other: str | Issue) -> None:
        """Assert that the link is there: `assert_linked("A-1", "blocks", "A-2")`, with either phrase of a type.

        Raises `AssertionError` with the links there are, near misses and the refused requests; `UsageError` for an
        issue or a phrase that the site does not have.
        """
        with self.site.lock:
            sentence = Sentence.of(self.site, issue, phrase, other)
            if not any(sentence.among(self.site.links_of(sentence.issue))):
                raise AssertionError(self._not_linked(sentence))

    def assert_not_linked(self, issue: str | Issue, phrase: str, other: str | Issue) -> None:
        """Assert that the link is not there; the reverse link and other types are another matter.

        Raises `AssertionError` with the request that made the link; `UsageError` for an issue or a phrase that the
        site does not have.
        """
        with self.site.lock:
            sentence = Sentence.of(self.site, issue, phrase, other)
            for link in sentence.among(self.site.links_of(sentence.issue)):
                raise AssertionError(self._linked(sentence, link))

    def assert_no_links(self) -> None:
        """Assert that no issue has a link; raises `AssertionError` with the links there are."""
        with self.site.lock:
            links = self.site.all_links()
        if links:
            lines = ["There are links.", *links_section([self._with_origin(link) for link in links])]
            raise AssertionError("\n".join(lines))

    def _not_linked(self, sentence: Sentence) -> str:
        lines = [f"{sentence} is not linked.", *self._near_misses(sentence)]
        lines += links_section([str(link) for link in self.site.all_links()])
        lines += refusals_section(self.exchanges)
        return "\n".join(lines)

    def _near_misses(self, sentence: Sentence) -> list[str]:
        misses = []
        for link in self.site.links_of(sentence.issue):
            if not sentence.is_about(link):
                continue
            if link.type.id == sentence.type.id:
                misses.append(
                    f"The reverse is: {link}. (The issue that a request names as inwardIssue "
                    f'is the one that "{link.type.outward}" the other.)'
                )
            else:
                misses.append(f"Linked with another type: {link} ({link.type.name}).")
        for exchange in self.exchanges:
            misses += [f"It was there until: {exchange}" for _ in sentence.among(list(exchange.links_removed))]
        return misses

    def _linked(self, sentence: Sentence, link: IssueLink) -> str:
        return f"{sentence} is linked: {self._with_origin(link)}."

    def _with_origin(self, link: IssueLink) -> str:
        for exchange in self.exchanges:
            if any(made.id == link.id for made in exchange.links_made):
                return f"{link}, made by {exchange.method} {exchange.path}"
        return f"{link}, seeded by the test"

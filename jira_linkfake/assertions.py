"""What a test asserts of the links, and failures that say what happened instead."""

from __future__ import annotations

import re

from jira_linkfake.errors import of_the_test
from jira_linkfake.looking import Looking
from jira_linkfake.lookups import the_issue
from jira_linkfake.reporting import links_section, refusals_section, remote_links_section
from jira_linkfake.sentences import Sentence
from jira_linkfake.site.model import Issue, IssueLink, RemoteLink

__tracebackhide__ = of_the_test


class Assertions(Looking):
    """The assertions of a `FakeJira`."""

    def assert_remotely_linked(self, issue: str | Issue, url: str) -> None:
        """Assert that the issue has a remote link to a URL: `assert_remotely_linked("A-1", "https://example.com/1")`.

        Raises `AssertionError` with the remote links of the issue, near misses and the refused requests;
        `UsageError` for an issue that the site does not have.
        """
        with self.site.lock:
            stored = the_issue(self.site, issue)
            links = self.site.remote_links.of_issue(stored.id)
            if url not in [link.url for link in links]:
                raise AssertionError(self._not_remotely_linked(stored, url, links))

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

    def _not_remotely_linked(self, issue: Issue, url: str, links: list[RemoteLink]) -> str:
        lines = [f"{issue.key} has no remote link to {url}."]
        lines += [f"Nearly the same is: {link.url}." for link in links if _are_near(link.url, url)]
        for other in self.site.issues.values():
            linked = self.site.remote_links.of_issue(other.id)
            lines += [f"{other.key} has one to it: {link.title}." for link in linked if link.url == url]
        lines += remote_links_section(issue.key, [str(link) for link in links])
        lines += refusals_section(self.exchanges)
        return "\n".join(lines)


def _are_near(one: str, other: str) -> bool:
    """Say whether two URLs are the same but for the case, a slash at the end, and what follows the path."""
    return _bare(one) == _bare(other)


def _bare(url: str) -> str:
    return re.split(r"[?#]", url.casefold(), maxsplit=1)[0].rstrip("/")

"""What a test sees of a site, and what it asserts of the links, with failures that say what happened instead."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Protocol

from jira_linkfake.errors import of_the_test, paragraph, printable
from jira_linkfake.jira.comments.model import Comment
from jira_linkfake.jira.issue_links.model import IssueLink
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.remote_links.model import RemoteLink
from jira_linkfake.jira.site import Site
from jira_linkfake.jira.webhooks.outbox import Webhooks
from jira_linkfake.rest.journal import Exchange
from jira_linkfake.testing.naming import Sentence, the_issue

_MOST_LINES = 20


def links_section(sentences: Sequence[str]) -> list[str]:
    """Return the lines that list the links there are."""
    return ["Links on the site:", *_listed(sentences)]


def remote_links_section(key: str, links: Sequence[str]) -> list[str]:
    """Return the lines that list an issue's remote links."""
    return [f"Remote links of {key}:", *_listed(links)]


def refusals_section(exchanges: Iterable[Exchange]) -> list[str]:
    """Return the lines that list the refused requests with their true reasons; none where all went well."""
    unhappy = [exchange for exchange in exchanges if exchange.reason]
    refused = [str(exchange) for exchange in unhappy if not exchange.fault]
    met_a_fault = [str(exchange) for exchange in unhappy if exchange.fault]
    lines = ["Refused requests:", *_listed(refused)] if refused else []
    return [*lines, "Requests that met a fault:", *_listed(met_a_fault)] if met_a_fault else lines


def exchanges_section(exchanges: Iterable[Exchange]) -> list[str]:
    """Return the lines that list the last exchanges, each with the client that made the request."""
    told = [f"{exchange.client}: {exchange}" if exchange.client else str(exchange) for exchange in exchanges]
    return ["Last requests:", *_listed(told)]


def whereabouts_section(url: str, exchanges: Sequence[Exchange], elsewhere: Sequence[str]) -> list[str]:
    """Return the lines that say where calls went if not to the site; none where all did."""
    if not exchanges:
        return ["; ".join([f"No request reached {url}", *(f"{one} (not this site)" for one in elsewhere)]) + "."]
    return ["Calls elsewhere:", *_listed(elsewhere)] if elsewhere else []


def faults_section(faults: Iterable[object]) -> list[str]:
    """Return the lines that list the faults and how many requests each has met; none where none was added."""
    told = [str(fault) for fault in faults]
    return ["Faults:", *_listed(told)] if told else []


def webhooks_section(problems: Sequence[str]) -> list[str]:
    """Return the lines that list what went wrong with receivers of webhooks; none where all went well."""
    return ["Webhooks that did not arrive:", *_listed(problems)] if problems else []


def _listed(lines: Sequence[str]) -> list[str]:
    if not lines:
        return ["  (none)"]
    left_out = len(lines) - _MOST_LINES
    shown = [f"  {line}" for line in lines[-_MOST_LINES:]]
    return [f"  ({left_out} earlier ones)", *shown] if left_out > 0 else shown


__tracebackhide__ = of_the_test


class Guarding(Protocol):
    """What knows where calls went that did not go to the site at `url`."""

    url: str

    @property
    def elsewhere(self) -> list[str]:
        """The other hosts, and who called them."""


class Looking:
    """The members of a `FakeJira` that show what is on the site and what was asked of it."""

    site: Site
    _journal: list[Exchange]
    _webhooks: Webhooks
    _guard: Guarding

    @property
    def exchanges(self) -> list[Exchange]:
        """The requests and their answers, in order."""
        return list(self._journal)

    @property
    def webhooks(self) -> Webhooks:
        """The webhooks that Jira would have sent for what requests did, in order; `register` delivers them."""
        return self._webhooks

    @property
    def issues(self) -> list[Issue]:
        """The issues there are now, oldest first."""
        with self.site.lock:
            return list(self.site.issues.values())

    def issue(self, key: str) -> Issue:
        """Return an issue as it is now; raises `UsageError` for an unknown one."""
        with self.site.lock:
            return the_issue(self.site, key)

    @property
    def links(self) -> list[IssueLink]:
        """The links there are now, oldest first."""
        with self.site.lock:
            return self.site.links.all()

    @property
    def recorded_links(self) -> list[IssueLink]:
        """The links that requests made, in order: deleted ones too, repeated ones once, seeded ones not."""
        return [link for exchange in self.exchanges for link in exchange.links_made]

    def links_of(self, issue: str | Issue) -> list[IssueLink]:
        """Return an issue's links in both directions, oldest first; raises `UsageError` for an unknown issue."""
        with self.site.lock:
            return self.site.links.of(the_issue(self.site, issue))

    def remote_links_of(self, issue: str | Issue) -> list[RemoteLink]:
        """Return an issue's remote links, oldest first; raises `UsageError` for an unknown issue."""
        with self.site.lock:
            return self.site.remote_links.of_issue(the_issue(self.site, issue).id)

    def comments_of(self, issue: str | Issue) -> list[Comment]:
        """Return an issue's comments, whoever may read them; raises `UsageError` for an unknown issue."""
        with self.site.lock:
            return self.site.comments.of(the_issue(self.site, issue))

    def sentences(self) -> list[str]:
        """Return the links there are now as sentences: `["PROJ-2 duplicates PROJ-1"]`."""
        return [str(link) for link in self.links]


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
            if not any(sentence.among(self.site.links.of(sentence.issue))):
                raise AssertionError(self._not_linked(sentence))

    def assert_not_linked(self, issue: str | Issue, phrase: str, other: str | Issue) -> None:
        """Assert that the link is not there; the reverse link and other types are another matter.

        Raises `AssertionError` with the request that made the link; `UsageError` for an issue or a phrase that the
        site does not have.
        """
        with self.site.lock:
            sentence = Sentence.of(self.site, issue, phrase, other)
            for link in sentence.among(self.site.links.of(sentence.issue)):
                raise AssertionError(printable(self._linked(sentence, link)))

    def assert_no_links(self) -> None:
        """Assert that no issue has a link; raises `AssertionError` with the links there are."""
        with self.site.lock:
            links = self.site.links.all()
        if links:
            lines = ["There are links.", *links_section([self._with_origin(link) for link in links])]
            raise AssertionError(paragraph(lines))

    def _not_linked(self, sentence: Sentence) -> str:
        lines = [f"{sentence} is not linked.", *self._near_misses(sentence)]
        lines += links_section([str(link) for link in self.site.links.all()])
        return paragraph([*lines, *self._what_became_of_requests()])

    def _what_became_of_requests(self) -> list[str]:
        refused = refusals_section(self.exchanges)
        return [*refused, *whereabouts_section(self._guard.url, self.exchanges, self._guard.elsewhere)]

    def _near_misses(self, sentence: Sentence) -> list[str]:
        misses = []
        for link in self.site.links.of(sentence.issue):
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
        return paragraph([*lines, *self._what_became_of_requests()])


def _are_near(one: str, other: str) -> bool:
    """Say whether two URLs are the same but for the case, a slash at the end, and what follows the path."""
    return _bare(one) == _bare(other)


def _bare(url: str) -> str:
    return re.split(r"[?#]", url.casefold(), maxsplit=1)[0].rstrip("/")

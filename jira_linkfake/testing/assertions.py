"""What a test sees of a site, and what it asserts of the links, with failures that say what happened instead."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from jira_linkfake.errors import of_the_test, paragraph, printable
from jira_linkfake.jira.comments.model import Comment
from jira_linkfake.jira.issue_links.model import IssueLink
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.link_types.model import LinkType
from jira_linkfake.jira.people.model import Group, User
from jira_linkfake.jira.projects.model import Project
from jira_linkfake.jira.properties.model import Bearer
from jira_linkfake.jira.remote_links.model import RemoteLink
from jira_linkfake.jira.site import Site
from jira_linkfake.jira.webhooks.outbox import Webhooks
from jira_linkfake.jira.worklogs.model import Worklog
from jira_linkfake.rest.journal import Exchange
from jira_linkfake.testing.naming import (
    IssueName,
    Sentence,
    issues_there,
    links_there,
    the_bearer,
    the_group,
    the_issue,
    the_project,
    the_user,
)
from jira_linkfake.testing.transcript import MOST_LINES, kept, told_exchange, went_wrong
from jira_linkfake.testing.verbs import Verbs

if TYPE_CHECKING:
    from jira_linkfake.jira.notifications.model import Notification
    from jira_linkfake.literals import FreshPhrase
    from jira_linkfake.testing.graph import LinkGraph

_Thing = TypeVar("_Thing")


def links_section(sentences: Sequence[str]) -> list[str]:
    """Return the lines that list the links there are."""
    return ["Links on the site:", *listed(sentences)]


def remote_links_section(key: str, links: Sequence[str]) -> list[str]:
    """Return the lines that list an issue's remote links."""
    return [f"Remote links of {key}:", *listed(links)]


def refusals_section(exchanges: Iterable[Exchange], told: Callable[[Exchange], str] = str) -> list[str]:
    """Return the lines that list the refused requests with their true reasons; none where all went well."""
    unhappy = [exchange for exchange in exchanges if exchange.reason]
    refused = [exchange for exchange in unhappy if not exchange.fault]
    met_a_fault = [exchange for exchange in unhappy if exchange.fault]
    lines = ["Refused requests:", *listed(refused, told)] if refused else []
    return [*lines, "Requests that met a fault:", *listed(met_a_fault, told)] if met_a_fault else lines


def exchanges_section(
    exchanges: Sequence[Exchange],
    told: Callable[[Exchange], str] = str,
    *,
    most: int | None = MOST_LINES,
    bodies: Callable[[Exchange], Iterable[str]] | None = None,
) -> list[str]:
    """Return the lines that list exchanges, each with its client: of many, what went wrong, the first and the last.

    `bodies` gives further lines of each.
    """

    def lines(exchange: Exchange) -> list[str]:
        line = f"{exchange.client}: {told(exchange)}" if exchange.client else told(exchange)
        return [f"  {line}", *(bodies(exchange) if bodies else ())]

    return ["Last requests:", *(kept(exchanges, lines, most) or ["  (none)"])]


def whereabouts_section(guard: Guarding, exchanges: Sequence[Exchange]) -> list[str]:
    """Return the lines that say where calls went if not to the site; none where all did."""
    if exchanges:
        return ["Calls elsewhere:", *listed(guard.elsewhere)] if guard.elsewhere else []
    if guard.is_covered:
        return [f"No request reached this site: another FakeJira at {guard.url} was opened after it, and answers."]
    nowhere = (
        ""
        if guard.elsewhere or guard.is_behind_a_port
        else ", nor any other host, since the site was opened: the code sent none, or swallowed an error before"
    )
    return ["; ".join([f"No request reached {guard.url}{nowhere}", *guard.elsewhere]) + "."]


def issues_section(issues: Sequence[Issue]) -> list[str]:
    """Return the lines that list the issues that requests were about; none where there are none."""
    return ["Issues:", *listed(issues)] if issues else []


def faults_section(faults: Iterable[object]) -> list[str]:
    """Return the lines that list the faults and how many requests each has met; none where none was added."""
    there = list(faults)
    return ["Faults:", *listed(there)] if there else []


def webhooks_section(problems: Sequence[str]) -> list[str]:
    """Return the lines that list what went wrong with receivers of webhooks; none where all went well."""
    return ["Webhooks that did not arrive:", *listed(problems)] if problems else []


def listed(things: Sequence[_Thing], told: Callable[[_Thing], str] = str) -> list[str]:
    """Return the lines of a list, which says so where it is empty and leaves the earlier ones out where it is long."""
    if not things:
        return ["  (none)"]
    left_out = len(things) - MOST_LINES
    shown = [f"  {told(thing)}" for thing in things[-MOST_LINES:]]
    return [f"  ({left_out} earlier ones)", *shown] if left_out > 0 else shown


__tracebackhide__ = of_the_test
_STOPPED = "it never sent the request, or stopped for an error, which it may have swallowed"
_FEWEST_IN_A_GRAPH, _MOST_IN_A_GRAPH = 3, 10
_WORD = re.compile(r"(?<![A-Za-z0-9_])(?:[A-Za-z0-9_]+-[0-9]+|[0-9]{5,})")


class Guarding(Protocol):
    """What knows where calls went that did not go to the site at `url`."""

    url: str
    is_behind_a_port: bool
    is_covered: bool

    @property
    def elsewhere(self) -> list[str]:
        """The other hosts, and who called them."""

    @property
    def still_running(self) -> list[str]:
        """The threads and tasks that may still send something."""


class Looking(Verbs):
    """The members of a `FakeJira` that show what is on the site and what was asked of it."""

    site: Site
    _journal: list[Exchange]
    _webhooks: Webhooks
    _guard: Guarding
    _missed: list[tuple[Sentence, int]]

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
        """The issues there are now, oldest first; those of projects in the recycle bin are not."""
        with self.site.lock:
            return issues_there(self.site)

    def issue(self, issue: IssueName) -> Issue:
        """Return an issue as it is now, by its key or id; raises `UsageError` for an unknown one."""
        with self.site.lock:
            return the_issue(self.site, issue)

    @property
    def users(self) -> list[User]:
        """The users there are, in the order in which they joined: the admin first."""
        with self.site.lock:
            return list(self.site.people.users.values())

    def user(self, name: str) -> User:
        """Return the user of a name; raises `UsageError` for an unknown one."""
        with self.site.lock:
            return the_user(self.site, name)

    @property
    def groups(self) -> list[Group]:
        """The groups there are, oldest first."""
        with self.site.lock:
            return list(self.site.people.groups.values())

    def group(self, name: str) -> Group:
        """Return the group of a name; raises `UsageError` for an unknown one."""
        with self.site.lock:
            return the_group(self.site, name)

    @property
    def projects(self) -> list[Project]:
        """The projects there are, oldest first; those in the recycle bin are not."""
        with self.site.lock:
            return [one for one in self.site.projects.values() if not one.deleted]

    def project(self, key: str) -> Project:
        """Return the project of a key; raises `UsageError` for an unknown one."""
        with self.site.lock:
            return the_project(self.site, key)

    @property
    def links(self) -> list[IssueLink]:
        """The links there are now, oldest first; those of issues in the recycle bin are not."""
        with self.site.lock:
            return links_there(self.site)

    @property
    def recorded_links(self) -> list[IssueLink]:
        """The links that requests made, in order: deleted ones too, repeated ones once, seeded ones not."""
        return [link for exchange in self.exchanges for link in exchange.links_made]

    def links_of(self, issue: IssueName) -> list[IssueLink]:
        """Return an issue's links in both directions, oldest first; raises `UsageError` for an unknown issue."""
        with self.site.lock:
            return links_there(self.site, the_issue(self.site, issue))

    def remote_links_of(self, issue: IssueName) -> list[RemoteLink]:
        """Return an issue's remote links, oldest first; raises `UsageError` for an unknown issue."""
        with self.site.lock:
            return self.site.remote_links.of_issue(the_issue(self.site, issue).id)

    def comments_of(self, issue: IssueName) -> list[Comment]:
        """Return an issue's comments, whoever may read them; raises `UsageError` for an unknown issue."""
        with self.site.lock:
            return self.site.comments.of(the_issue(self.site, issue))

    def properties_of(self, bearer: Bearer | IssueName) -> dict[str, Any]:
        """Return the properties of an issue, a comment, a worklog, a project, a user or a type, by key.

        Raises `UsageError` for what the site does not have.
        """
        with self.site.lock:
            return copy.deepcopy(dict(self.site.properties.of(the_bearer(self.site, bearer))))

    def worklogs_of(self, issue: IssueName) -> list[Worklog]:
        """Return the work on an issue, oldest first, whoever may read it; raises `UsageError` for an unknown issue."""
        with self.site.lock:
            return self.site.worklogs.of(the_issue(self.site, issue))

    @property
    def notifications(self) -> list[Notification]:
        """The mail about issues that requests sent (`issue/{}/notify`), the first one first; nobody gets it."""
        with self.site.lock:
            return list(self.site.notifications)

    def watchers_of(self, issue: IssueName) -> list[User]:
        """Return who watches an issue, in the order in which they came; raises `UsageError` for an unknown issue."""
        with self.site.lock:
            return list(self.site.watchers.of(the_issue(self.site, issue).id))

    def voters_of(self, issue: IssueName) -> list[User]:
        """Return who has voted on an issue, in the order in which they did; raises `UsageError` for an unknown one."""
        with self.site.lock:
            return list(self.site.voters.of(the_issue(self.site, issue).id))

    def _told(self, exchange: Exchange) -> str:
        from jira_linkfake.testing.secrets import hiding  # once something is told

        return hiding(self.site)(told_exchange(self.site, exchange))

    def _issues_asked_for(self) -> list[Issue]:
        """Return the issues that requests were about, as far as they are there, by when they came to be."""
        text = " ".join(f"{one.path} {one.body} {' '.join(one.changes)}" for one in self.exchanges)
        words = set(_WORD.findall(text))
        links = [link for one in self.exchanges for link in (*one.links_made, *one.links_removed)]
        ids = {issue.id for link in links for issue in (link.source, link.destination)}
        with self.site.lock:
            issues = list(self.site.issues.values())
        return [one for one in issues if one.id in ids or one.key in words or one.id in words]

    def graph(
        self,
        *around: IssueName,
        depth: int | None = None,
        types: Iterable[LinkType | str] | None = None,
        most: int = 200,
    ) -> LinkGraph:
        """Return the graph of the links as `text`, `mermaid` or `svg`: `print(jira_linkfake.graph("PROJ-1", depth=2))`.

        It has what links lead to from these issues, in either direction, within `depth` steps, or all links with no
        issue named. `types` are names of types of links, by default all. A graph of more than the `most` issues is
        cut, and says so. Raises `UsageError` for an issue or a type that the site does not have.
        """
        from jira_linkfake.testing.graph import graph_of  # once somebody wants one

        with self.site.lock:
            return graph_of(self.site, around, depth=depth, types=types, most=most)

    def _graph_section(self) -> list[str]:
        """Return the lines of the links as a graph, where several hang together and few lines show them."""
        links = self.links
        ends = [end for link in links for end in {link.source.id, link.destination.id}]
        if not _FEWEST_IN_A_GRAPH <= len(links) <= _MOST_IN_A_GRAPH or len(set(ends)) == len(ends):
            return []
        from jira_linkfake.testing.graph import tree_of

        issues = {end.id: end for link in links for end in (link.source, link.destination)}
        return ["The links as a graph:", *(f"  {line}" for line in tree_of([*issues.values()], links, described=False))]

    def sentences(self) -> list[str]:
        """Return the links there are now as sentences: `["PROJ-2 duplicates PROJ-1"]`."""
        return [str(link) for link in self.links]


class Assertions(Looking):
    """The assertions of a `FakeJira`."""

    def assert_remotely_linked(
        self, issue: IssueName, url: str, *, relationship: str | None = None, global_id: str | None = None
    ) -> None:
        """Assert that the issue has a remote link to a URL: `assert_remotely_linked("A-1", "https://example.com/1")`.

        `relationship` and `global_id` are what the link must have, None whatever it has. Raises `AssertionError` with
        the remote links of the issue, near misses and the refused requests; `UsageError` for an issue that the site
        does not have.
        """
        with self.site.lock:
            stored = the_issue(self.site, issue)
            links = self.site.remote_links.of_issue(stored.id)
            wanted = {"relationship": relationship, "global_id": global_id}
            misses = [_missing_of(link, wanted) for link in links if link.url == url]
            if [] not in misses:
                raise AssertionError(self._not_remotely_linked(stored, url, links, misses))

    def assert_linked(self, issue: IssueName, phrase: FreshPhrase | str, other: IssueName) -> None:
        """Assert that the link is there: `assert_linked("A-1", "blocks", "A-2")`, with either phrase of a type.

        Raises `AssertionError` with the links there are, near misses and the refused requests; `UsageError` for an
        issue or a phrase that the site does not have.
        """
        with self.site.lock:
            sentence = Sentence.of(self.site, issue, phrase, other)
            if not any(sentence.among(links_there(self.site, sentence.issue))):
                self._missed.append((sentence, len(self._journal)))
                raise AssertionError(self._not_linked(sentence))

    def assert_not_linked(self, issue: IssueName, phrase: FreshPhrase | str, other: IssueName) -> None:
        """Assert that the link is not there; the reverse link and other types are another matter.

        Raises `AssertionError` with the request that made the link; `UsageError` for an issue or a phrase that the
        site does not have.
        """
        with self.site.lock:
            sentence = Sentence.of(self.site, issue, phrase, other)
            for link in sentence.among(links_there(self.site, sentence.issue)):
                raise AssertionError(printable(self._linked(sentence, link)))

    def assert_no_links(self) -> None:
        """Assert that no issue has a link; raises `AssertionError` with the links there are."""
        with self.site.lock:
            links = links_there(self.site)
        if links:
            lines = ["There are links.", *links_section([self._with_origin(link) for link in links])]
            raise AssertionError(paragraph(lines))

    def _not_linked(self, sentence: Sentence) -> str:
        lines = [f"{sentence} is not linked.", *self._near_misses(sentence)]
        lines += links_section([str(link) for link in links_there(self.site)])
        return paragraph([*lines, *self._what_became_of_requests()])

    def _what_became_of_requests(self) -> list[str]:
        refused = refusals_section(self.exchanges, self._told)
        running = self._guard.still_running
        return [*refused, *self._whereabouts(), *(["Still running:", *listed(running)] if running else [])]

    def _whereabouts(self) -> list[str]:
        return whereabouts_section(self._guard, self.exchanges)

    def _near_misses(self, sentence: Sentence) -> list[str]:
        misses = []
        for link in links_there(self.site, sentence.issue):
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
        misses = misses or list(self._another_pair(sentence))
        return [*misses, *self._never_asked("a link", _may_link), *self._made_too_late(sentence)]

    def _never_asked(self, what: str, is_for_it: Callable[[Exchange], bool]) -> Iterator[str]:
        """Yield the lines on a request that never came, though others did: what came last, and where else it went."""
        exchanges = self.exchanges
        if not exchanges or any(is_for_it(exchange) for exchange in exchanges):
            return
        last = exchanges[-1]
        yield f"No request asked for {what}."
        yield f"The last that came is {last.method} {last.path} -> {last.status or 'no answer'}. {self._after(last)}"

    def _after(self, last: Exchange) -> str:
        """Return what the code did after its last request, as far as this process can know."""
        if self._guard.elsewhere:
            return "See the calls elsewhere."
        if went_wrong(last):
            return "After it the code sent nothing more: it stopped at that answer, or never meant to go on."
        if self._guard.is_behind_a_port:
            return "After it nothing came."
        failed = "" if any(one.status is None for one in self.exchanges) else ", and no connection failed"
        return f"After it the code called nobody, here or elsewhere{failed}: {_STOPPED}."

    def _another_pair(self, sentence: Sentence) -> Iterator[str]:
        """Yield the links that requests made of one of the two issues, with another one."""
        ends = {sentence.issue.id, sentence.other.id}
        for exchange in self.exchanges:
            for link in exchange.links_made:
                if len({link.source.id, link.destination.id} & ends) == 1 and self.site.links.get(link.id) is not None:
                    yield f"Another pair is linked: {self._with_origin(link)}."

    def _made_too_late(self, sentence: Sentence) -> Iterator[str]:
        """Yield which of the two issues was made after a request had asked for it."""
        for key in (sentence.issue.key, sentence.other.key):
            missed = False
            for exchange in self.exchanges:
                missed |= f"there is no issue {key};" in f"{exchange.reason};"
                if missed and f"made {key}" in exchange.changes:
                    yield f"{key} was made after a request had asked for it: {exchange}"

    def _linked_too_late(self) -> list[str]:
        """Return the links that requests made after the test had asserted them, such as those of a thread."""
        return [
            f"{sentence} was linked after the assertion had failed: {exchange}"
            for sentence, asked in self._missed
            for exchange in self.exchanges[asked:]
            for _ in sentence.among(list(exchange.links_made))
        ]

    def _linked(self, sentence: Sentence, link: IssueLink) -> str:
        return f"{sentence} is linked: {self._with_origin(link)}."

    def _with_origin(self, link: IssueLink) -> str:
        from jira_linkfake.testing.oversights import is_lost  # only where an assertion fails

        for exchange in self.exchanges:
            if any(made.id == link.id for made in exchange.links_made):
                lost = ", whose answer was lost" if is_lost(exchange) else ""
                return f"{link}, made by {exchange.method} {exchange.path}{lost}"
        return f"{link}, seeded by the test"

    def _not_remotely_linked(self, issue: Issue, url: str, links: list[RemoteLink], misses: list[list[str]]) -> str:
        lines = [f"{issue.key} has no remote link to {url}{' as asserted' if misses else ''}."]
        lines += [f"There is one, but {' and '.join(one)}." for one in misses]
        lines += [f"Nearly the same is: {link.url}." for link in links if link.url != url and _are_near(link.url, url)]
        for other in self.site.issues.values():
            linked = self.site.remote_links.of_issue(other.id)
            lines += [
                f"{other.key} has one to it: {link.title}." for link in linked if link.url == url and other != issue
            ]
        lines += self._never_asked("a remote link", _may_link_remotely)
        lines += remote_links_section(issue.key, [str(link) for link in links])
        return paragraph([*lines, *self._what_became_of_requests()])


def _may_link(exchange: Exchange) -> bool:
    """Say whether a request can have been meant to make a link: one that writes, and names links."""
    return (
        exchange.method in ("POST", "PUT")
        and re.search("issue_?link", f"{exchange.path} {exchange.body}", re.I) is not None
    )


def _may_link_remotely(exchange: Exchange) -> bool:
    return exchange.method in ("POST", "PUT") and "/remotelink" in exchange.path


def _missing_of(link: RemoteLink, wanted: dict[str, str | None]) -> list[str]:
    """Return which of the wanted values a remote link does not have."""
    return [
        f"its {name} is {getattr(link, name)!r}, not {value!r}"
        for name, value in wanted.items()
        if value not in (None, getattr(link, name))
    ]


def _are_near(one: str, other: str) -> bool:
    """Say whether two URLs are the same but for the case, a slash at the end, and what follows the path."""
    return _bare(one) == _bare(other)


def _bare(url: str) -> str:
    return re.split(r"[?#]", url.casefold(), maxsplit=1)[0].rstrip("/")

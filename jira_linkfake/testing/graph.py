"""The graph of the links between issues: as text, as Mermaid and as SVG."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from jira_linkfake.errors import UsageError, paragraph, printable
from jira_linkfake.jira.issue_links.model import IssueLink, phrase_from
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.link_types.model import LinkType
from jira_linkfake.jira.site import Site
from jira_linkfake.testing.naming import IssueName, issues_there, links_there, several, the_issue, the_link_type_named

LINKS_AN_ISSUE = 5
"""For each issue that a graph may have, so many links."""
_UNSAFE_IN_MERMAID = re.compile(r"[^\w .,:()'/+=?!-]", re.ASCII)
_LONGEST_LABEL = 60


@dataclass(frozen=True, kw_only=True, slots=True)
class LinkGraph:
    """Issues and the links between them; `str` of it is its `text`.

    The issues stand in the order in which links lead to them, those that the graph is around first. Of a large graph
    `issues_left_out` and `links_left_out` count what it does not have.
    """

    issues: tuple[Issue, ...]
    links: tuple[IssueLink, ...]
    issues_left_out: int = 0
    links_left_out: int = 0

    @property
    def text(self) -> str:
        """The graph as a tree of sentences: below each issue stands what it "blocks" or "is blocked by".

        Each link stands there once, and each issue is described once.
        """
        return paragraph([*tree_of(self.issues, self.links), *self.left_out]) or "(no links)"

    def __str__(self) -> str:
        return self.text

    @property
    def mermaid(self) -> str:
        """The graph as a flowchart of Mermaid, for Markdown; nothing in a summary is taken for Mermaid or HTML."""
        names = {issue.id: f"n{number}" for number, issue in enumerate(self.issues, 1)}
        boxes = [f'  {names[one.id]}["{_label(one)}"]' for one in self.issues]
        arrows = [
            f'  {names[one.source.id]} {"---" if one.type.is_symmetric else "-->"}|"{_escaped(one.type.outward)}"|'
            f" {names[one.destination.id]}"
            for one in self.links
        ]
        return "\n".join(["flowchart LR", *boxes, *arrows, *(f"  %% {line}" for line in self.left_out)])

    @property
    def svg(self) -> str:
        """The graph as a picture of its own, an SVG in light and dark: each arrow leads from a link's source."""
        from jira_linkfake.testing.drawing import svg_of  # once somebody wants a picture

        return svg_of(self)

    @property
    def left_out(self) -> list[str]:
        """What the graph does not have, a line; none where it has all."""
        counts = [
            f"{count} more {noun}{'' if count == 1 else 's'}"
            for count, noun in ((self.issues_left_out, "issue"), (self.links_left_out, "link"))
            if count
        ]
        return [f"({' and '.join(counts)} left out)"] if counts else []


def graph_of(
    site: Site,
    around: Iterable[IssueName],
    *,
    depth: int | None = None,
    types: Iterable[LinkType | str] | None = None,
    most: int = 200,
) -> LinkGraph:
    """Return the graph around some issues, or with none named that of all links; the site's lock must be held.

    Raises `UsageError` for an issue or a type that the site does not have, and for a number that will not do.
    """
    _require_number("depth", depth, least=0, optional=True)
    _require_number("most", most, least=1)
    kinds = None if types is None else [the_link_type_named(site.link_types.values(), one).id for one in several(types)]
    starts = [the_issue(site, one) for one in around] or _linked(site)
    ids, links = _reached(site, starts, depth, None if kinds is None else frozenset(kinds))
    if not around:
        linked = {end for one in links for end in (one.source.id, one.destination.id)}
        ids = [one for one in ids if one in linked]
    kept = set(ids[:most])
    between = [one for one in links if one.source.id in kept and one.destination.id in kept][: most * LINKS_AN_ISSUE]
    return LinkGraph(
        issues=tuple(site.issues[one] for one in ids[:most]),
        links=tuple(between),
        issues_left_out=len(ids) - len(kept),
        links_left_out=len(links) - len(between),
    )


def _require_number(name: str, value: object, *, least: int, optional: bool = False) -> None:
    if value is None and optional:
        return
    if isinstance(value, bool) or not isinstance(value, int) or value < least:
        raise UsageError(f"{name}={value!r} will not do: it takes a whole number, {least} or more")


def _linked(site: Site) -> list[Issue]:
    """Return the issues that have links, oldest first."""
    return [issue for issue in issues_there(site) if site.links.count_of(issue.id)]


def _reached(
    site: Site, starts: Sequence[Issue], depth: int | None, types: frozenset[str] | None
) -> tuple[list[str], list[IssueLink]]:
    """Return the ids of the issues to which links lead from some, near ones first, and the links among them all."""
    steps: dict[str, int] = {}
    found: dict[str, IssueLink] = {}
    # One after the other without a depth, so that what hangs together stays together.
    for several_starts in [[one] for one in starts] if depth is None else [starts]:
        waiting = deque(dict.fromkeys(one.id for one in several_starts if one.id not in steps))
        steps |= dict.fromkeys(waiting, 0)
        while waiting:
            issue_id = waiting.popleft()
            for link in links_there(site, site.issues[issue_id]):
                if types is not None and link.type.id not in types:
                    continue
                other_id = link.destination.id if link.source.id == issue_id else link.source.id
                if other_id not in steps and (depth is None or steps[issue_id] < depth):
                    steps[other_id] = steps[issue_id] + 1
                    waiting.append(other_id)
                if other_id in steps:
                    found[link.id] = link
    return list(steps), list(found.values())


def tree_of(issues: Sequence[Issue], links: Sequence[IssueLink], *, described: bool = True) -> list[str]:
    """Return the lines of links as a tree: an issue, and below it the phrase and the other end of each of its links."""
    by_issue: dict[str, list[IssueLink]] = {issue.id: [] for issue in issues}
    for link in links:
        by_issue[link.source.id].append(link)
        by_issue[link.destination.id].append(link)
    placed: set[str] = set()
    lines: list[str] = []
    for issue in issues:
        if issue.id not in placed:
            lines += _tree_below(issue, by_issue, placed, described=described)
    return lines


def _tree_below(
    root: Issue, by_issue: dict[str, list[IssueLink]], placed: set[str], *, described: bool
) -> Iterator[str]:
    """Yield the tree of one issue; each other one stands as near to it as its links allow."""
    branches: dict[str, list[tuple[str, Issue, bool]]] = {}
    told: set[str] = set()
    placed.add(root.id)
    waiting = deque([root])
    while waiting:
        issue = waiting.popleft()
        branches[issue.id] = []
        for link in by_issue[issue.id]:
            if link.id in told:
                continue
            told.add(link.id)
            is_source = link.source.id == issue.id
            other = link.destination if is_source else link.source
            is_new = other.id not in placed
            if is_new:
                placed.add(other.id)
                waiting.append(other)
            branches[issue.id].append((phrase_from(link.type, source=is_source), other, is_new))
    stack = [(0, "", root, True)]
    while stack:
        level, phrase, issue, is_new = stack.pop()
        yield "  " * level + phrase + (str(issue) if described and is_new else issue.key)
        if is_new:
            stack += [(level + 1, f"{phrase} ", other, new) for phrase, other, new in reversed(branches[issue.id])]


def _label(issue: Issue) -> str:
    text = f"{issue.key}: {issue.summary}"
    return _escaped(text if len(text) <= _LONGEST_LABEL else f"{text[: _LONGEST_LABEL - 3]}...")


def _escaped(text: str) -> str:
    """Return a text for a label of Mermaid: what is no plain character stands there by its number."""
    return _UNSAFE_IN_MERMAID.sub(lambda found: f"#{ord(found[0])};", printable(text))

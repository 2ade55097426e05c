"""What the page shows of a site: lists in parts, sentences that are found, and why somebody may do something or not."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Generic, TypeVar

from markupsafe import Markup

from jira_linkfake.jira.issue_links.model import IssueLink, phrase_from, side_of
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.model import Caller, ProjectRole, SecurityLevel, User
from jira_linkfake.jira.permissions.model import BROWSE_PROJECTS, GLOBAL_PERMISSIONS, PROJECT_PERMISSIONS, Permission
from jira_linkfake.jira.permissions.sight import holds, told_holder, why_held, why_hidden
from jira_linkfake.rest.journal import Exchange
from jira_linkfake.testing.drawing import COLOURS, svg_of
from jira_linkfake.testing.graph import LinkGraph
from jira_linkfake.testing.secrets import hiding
from jira_linkfake.testing.transcript import went_wrong

if TYPE_CHECKING:
    from jira_linkfake.fake_jira import FakeJira

MOST_OF_A_GRAPH = 150
"""How many issues the page draws at once."""
_PART = 50
_MOST_FOUND = 50
_Thing = TypeVar("_Thing")


@dataclass(frozen=True, kw_only=True, slots=True)
class Part(Generic[_Thing]):
    """A part of a long list, by its number from 1 on."""

    things: Sequence[_Thing]
    number: int
    last: int
    total: int

    @classmethod
    def of(cls, things: Sequence[_Thing], number: int) -> Part[_Thing]:
        """Return the part with a number, or the nearest one that there is."""
        last = max(math.ceil(len(things) / _PART), 1)
        number = min(max(number, 1), last)
        cut = things[(number - 1) * _PART : number * _PART]
        return cls(things=cut, number=number, last=last, total=len(things))


@dataclass(frozen=True, kw_only=True, slots=True)
class SeenLink:
    """A link from one of its ends: `way` is "out" at the source, "in" at the destination, "both" if they are alike."""

    way: str
    phrase: str
    other: Issue
    colour: str
    sentence: str


def links_seen(jira: FakeJira, issue: Issue) -> list[SeenLink]:
    """Return an issue's links as it reads them, in both directions."""
    colours = colours_on(jira)
    return [_seen(link, issue, colours[link.type.id]) for link in jira.links_of(issue)]


def _seen(link: IssueLink, issue: Issue, colour: str) -> SeenLink:
    side, other = side_of(link, issue)
    is_source = side == "outward"
    phrase = phrase_from(link.type, source=is_source)
    way = "both" if link.type.is_symmetric else "out" if is_source else "in"
    return SeenLink(way=way, phrase=phrase, other=other, colour=colour, sentence=f"{issue.key} {phrase} {other.key}")


def colours_on(jira: FakeJira) -> dict[str, str]:
    """Return the class that says the colour of each type of links, by its id: the same on every page."""
    with jira.site.lock:
        return {one: f"t{number % COLOURS}" for number, one in enumerate(jira.site.link_types)}


def sentences_with(jira: FakeJira, words: str) -> list[SeenLink]:
    """Return the links of which a sentence, read from either end, has the words; at most 50."""
    words, found = words.casefold(), []
    colours = colours_on(jira)
    for link in jira.links:
        for issue in (link.source, link.destination):
            if (
                words
                in f"{issue.key} {phrase_from(link.type, source=issue is link.source)} ".casefold()
                + (link.destination if issue is link.source else link.source).key.casefold()
            ):
                found.append(_seen(link, issue, colours[link.type.id]))
                break
        if len(found) == _MOST_FOUND:
            break
    return found


def issues_with(jira: FakeJira, words: str) -> list[Issue]:
    """Return the issues of which the key, the summary, the type or the status has the words, oldest first."""
    words = words.casefold()
    return [one for one in jira.issues if not words or words in str(one).casefold()]


def exchanges_with(jira: FakeJira, words: str, *, wrong: bool) -> list[tuple[int, Exchange]]:
    """Return the exchanges, each with its number, newest first: with the words, and only those that went wrong."""
    words = words.casefold()
    numbered = list(enumerate(jira.exchanges, 1))[::-1]
    return [
        (number, one)
        for number, one in numbered
        if (not wrong or went_wrong(one)) and (not words or words in f"{one} {one.body}".casefold())
    ]


def picture(
    jira: FakeJira, graph: LinkGraph, address: Callable[[Issue], str] | None, chosen: Issue | None = None
) -> Markup:
    """Return the graph as SVG for the page, in its colours: what is in it is escaped, and no token is there."""
    with jira.site.lock:
        hide = hiding(jira.site)
    told_graph = replace(graph, issues=tuple(replace(one, summary=hide(one.summary)) for one in graph.issues))
    svg = svg_of(told_graph, address=address, chosen=chosen, own_style=False, colours=colours_on(jira))
    return Markup(svg)  # noqa: S704 - ours, with all texts escaped


@dataclass(frozen=True, kw_only=True, slots=True)
class Answered:
    """Whether somebody may do something, and what decides that, as a part of a sentence."""

    allowed: bool
    why: str


def may_see(jira: FakeJira, caller: Caller, issue: Issue) -> Answered:
    """Say whether a caller may see an issue, and why or why not."""
    site = jira.site
    with site.lock:
        hidden_by = why_hidden(site, caller, issue)
        browse = f"Browse Projects in {issue.project} is {why_held(site, caller, BROWSE_PROJECTS, issue.project)}"
        level = issue.security_level
        if level is None or hidden_by not in (None, level):
            return Answered(allowed=hidden_by is None, why=browse)
        members = ", ".join(sorted(map(told_holder, site.people.members_of_level(level)))) or "nobody"
        but = "and" if hidden_by is None else "but"
        return Answered(allowed=hidden_by is None, why=f"{browse}, {but} the {level} shows it to {members} alone")


@dataclass(frozen=True, kw_only=True, slots=True)
class Held:
    """A permission, and whether somebody holds it and why."""

    permission: Permission
    answered: Answered


def permissions_of(jira: FakeJira, caller: Caller, project: str | None) -> list[Held]:
    """Return each permission with whether a caller holds it: those of a project, or without one those of the site.

    Those that the caller lacks come first.
    """
    kinds = GLOBAL_PERMISSIONS if project is None else PROJECT_PERMISSIONS
    with jira.site.lock:
        held = [Held(permission=one, answered=_held(jira, caller, one.key, project)) for one in kinds.values()]
    return sorted(held, key=lambda one: one.answered.allowed)


def _held(jira: FakeJira, caller: Caller, key: str, project: str | None) -> Answered:
    why = why_held(jira.site, caller, key, project)
    return Answered(allowed=holds(jira.site, caller, key, project), why=why)


@dataclass(frozen=True, kw_only=True, slots=True)
class Everybody:
    """Who is on a site: users with the names of their groups, and roles and security levels with their members."""

    users: list[tuple[User, list[str]]]
    roles: list[tuple[ProjectRole, list[str]]]
    levels: list[tuple[SecurityLevel, list[str]]]


def everybody(jira: FakeJira) -> Everybody:
    """Return who is on a site."""
    people = jira.site.people
    with jira.site.lock:
        return Everybody(
            users=[(one, [group.name for group in people.groups_of(one)]) for one in people.users.values()],
            roles=[
                (one, [str(actor) for actor, _ in people.actors_of(one.project, one.name)])
                for one in people.roles.values()
            ],
            levels=[(one, sorted(map(told_holder, people.members_of_level(one)))) for one in people.levels.values()],
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class Counts:
    """How many of everything there are, for the page's head."""

    issues: int
    links: int
    exchanges: int
    wrong: int
    webhooks: int
    faults: int
    people: int


def counts_of(jira: FakeJira) -> Counts:
    """Count what there is on a site."""
    exchanges = jira.exchanges
    return Counts(
        issues=len(jira.site.issues),
        links=len(jira.site.links),
        exchanges=len(exchanges),
        wrong=sum(map(went_wrong, exchanges)),
        webhooks=len(jira.webhooks),
        faults=len(jira._trouble.all),
        people=len(jira.site.people.users),
    )


def revision_of(jira: FakeJira) -> str:
    """Return a text that is another one once something has happened that the page shows."""
    site = jira.site
    with site.lock:
        faults: Iterable[int] = (1 + one.met for one in list(jira._trouble.all))
        numbers = (id(jira), len(jira._journal), len(site.events), len(site.issues), len(site.links), sum(faults))
        return "-".join(f"{one:x}" for one in (*numbers, int(site.clock.moved.total_seconds())))

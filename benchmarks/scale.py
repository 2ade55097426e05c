"""Whether what else is on a site slows a request down."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from random import Random

import requests
from harness import Benchmark, Contestant, Effort, Peers, Result, Times, ratio, seconds, take_rounds
from traffic import LINK_PATH, add_issues, add_links, link_body, new_session

from jira_linkfake import FakeJira

SMALL, LARGE = 100, 1_000_000
LINKS_AN_ISSUE = 5
CALLS = 20
VERBS = ("POST", "GET", "DELETE")
FEW_ISSUES, MANY_ISSUES, FOUND = 1_000, 100_000, 10
AT_ONCE = 1_000


class _Site:
    """A site in which every issue has as many links, however many there are in all."""

    def __init__(self, links: int, session: requests.Session) -> None:
        self.jira = FakeJira()
        self.links = links
        self._keys = add_issues(self.jira, links // LINKS_AN_ISSUE)
        add_links(self.jira, self._keys, LINKS_AN_ISSUE)
        self._session = session
        self._random = Random(links)

    def seconds_a_call(self, verb: str) -> float:
        """Make links between issues from all over the site, read and delete them; return what one verb took."""
        with self.jira.intercept():
            taken = {"POST": seconds(self._post)}
            made = self.jira.recorded_links[-CALLS:]
            assert len(self.jira.site.links) == self.links + len(made)
            addresses = [f"{self.jira.url}{LINK_PATH}/{link.id}" for link in made]
            taken["GET"] = seconds(lambda: self._ask("GET", addresses, 200))
            taken["DELETE"] = seconds(lambda: self._ask("DELETE", addresses, 204))
        assert len(self.jira.site.links) == self.links
        return taken[verb] / CALLS

    def _post(self) -> None:
        for source in self._random.sample(range(len(self._keys)), CALLS):
            body = link_body(self._keys[source], self._keys[source - 1], "Relates")
            assert self._session.post(self.jira.url + LINK_PATH, json=body).status_code == 201

    def _ask(self, verb: str, addresses: list[str], status: int) -> None:
        for address in addresses:
            assert self._session.request(verb, address).status_code == status


@contextmanager
def _frozen_garbage() -> Iterator[None]:
    """Spare the collector what is there already: a million links take it longer than a round."""
    gc.collect()
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()


def _name(verb: str, links: int) -> str:
    return f"{verb} in a site of {links:,} links"


def _take_rounds(small: int, large: int, rounds: int) -> Times:
    with new_session() as session:
        sites = {links: _Site(links, session) for links in (small, large)}

        def contestant(verb: str, links: int) -> Contestant:
            return lambda: sites[links].seconds_a_call(verb)

        contestants = {_name(verb, links): contestant(verb, links) for verb in VERBS for links in sites}
        with _frozen_garbage():
            times = take_rounds(contestants, rounds)
    for site in sites.values():
        assert len(site.jira.exchanges) == (rounds + 1) * len(VERBS) * len(VERBS) * CALLS
    return times


def large_site(effort: Effort) -> Result:
    """Measure making, reading and deleting links in a small site and in a large one."""
    large = effort.size(LARGE)
    times = _take_rounds(SMALL, large, effort.rounds(40))
    return Result(
        figures={verb: ratio(times, _name(verb, large), _name(verb, SMALL)) for verb in VERBS},
        peers=[Peers.of("A call through `requests`, by the size of the site", times, _name("POST", SMALL))],
    )


class _Searched:
    """A site with one issue that has links, and a search for what they lead to."""

    def __init__(self, issues: int, session: requests.Session) -> None:
        self.jira = FakeJira()
        keys = add_issues(self.jira, issues)
        hub = keys[issues // 2]
        self._found = sorted(keys[:FOUND])
        for key in self._found:
            self.jira.add_link(hub, "blocks", key)
        self._query = {"jql": f"issue in linkedIssues({hub})", "fields": "summary"}
        self._session = session

    def seconds_a_call(self) -> float:
        """Search a few times; return what one search took."""
        with self.jira.intercept():
            return seconds(self._search) / CALLS

    def _search(self) -> None:
        for _ in range(CALLS):
            reply = self._session.get(f"{self.jira.url}/rest/api/3/search/jql", params=self._query)
            assert sorted(issue["key"] for issue in reply.json()["issues"]) == self._found


def search(effort: Effort) -> Result:
    """Measure a search that finds ten issues by their links, in a small site and in a large one."""
    rounds, large = effort.rounds(40), effort.size(MANY_ISSUES)
    with new_session() as session:
        sites = {f"search in {issues:,} issues": _Searched(issues, session) for issues in (FEW_ISSUES, large)}
        with _frozen_garbage():
            times = take_rounds({name: site.seconds_a_call for name, site in sites.items()}, rounds)
    for site in sites.values():
        assert len(site.jira.exchanges) == (rounds + 1) * CALLS
    small_name, large_name = sites
    return Result(
        figures={"": ratio(times, large_name, small_name)},
        peers=[Peers.of("A search for what is linked, through `requests`", times, small_name)],
    )


class _Moving:
    """Issues with links that move to another project and back, 1,000 at a time."""

    def __init__(self, issues: int, session: requests.Session) -> None:
        self.jira = FakeJira()
        self._ids = [str(self.jira.site.issues.ids[key]) for key in add_issues(self.jira, issues)]
        add_links(self.jira, [issue.key for issue in self.jira.issues], LINKS_AN_ISSUE)
        self._projects = [self.jira.projects[0].key, self.jira.add_project("ELSEWHERE").key]
        self._links = self._told_links()
        self._session = session
        self._rounds = 0

    def seconds_a_call(self) -> float:
        """Move all issues; return what one request took, and check that nothing is lost."""
        self._rounds += 1
        with self.jira.intercept():
            taken = seconds(self._move) / (len(self._ids) / AT_ONCE)
        assert {issue.project for issue in self.jira.issues} == {self._projects[self._rounds % 2]}
        assert self._told_links() == self._links
        assert {len(self.jira.site.history[issue_id]) for issue_id in self._ids} == {self._rounds}
        return taken

    def _move(self) -> None:
        target = f"{self._projects[self._rounds % 2]},{self.jira.issues[0].type.id}"
        inferred = {f"infer{name}": True for name in _INFERRED}
        for start in range(0, len(self._ids), AT_ONCE):
            sources = {**inferred, "issueIdsOrKeys": self._ids[start : start + AT_ONCE]}
            body = {"targetToSourcesMapping": {target: sources}}
            reply = self._session.post(f"{self.jira.url}/rest/api/3/bulk/issues/move", json=body)
            progress = self._session.get(f"{self.jira.url}/rest/api/3/bulk/queue/{reply.json()['taskId']}").json()
            assert len(progress["processedAccessibleIssues"]) == len(sources["issueIdsOrKeys"])

    def _told_links(self) -> list[tuple[str, str, str]]:
        return [(link.id, link.source.id, link.destination.id) for link in self.jira.links]


_INFERRED = ("ClassificationDefaults", "FieldDefaults", "StatusDefaults", "SubtaskTypeDefault")


def bulk_move(effort: Effort) -> Result:
    """Measure moving 1,000 linked issues where there are no others, and where ten times as many move."""
    rounds, many = effort.rounds(8), effort.size(10 * AT_ONCE)
    with new_session() as session:
        sites = {f"1,000 of {issues:,} issues moved": _Moving(issues, session) for issues in (AT_ONCE, many)}
        with _frozen_garbage():
            times = take_rounds({name: site.seconds_a_call for name, site in sites.items()}, rounds)
    small_name, large_name = sites
    return Result(
        figures={"": ratio(times, large_name, small_name)},
        peers=[Peers.of("A bulk move of 1,000 issues, each with its links, through `requests`", times, small_name)],
    )


BENCHMARKS = {
    "large-site": Benchmark(
        what="POST, GET, DELETE in a site of 1,000,000 links over one of 100",
        target="≤ 1.2 times",
        limit=1.2,
        run=large_site,
    ),
    "search": Benchmark(
        what="search `issue in linkedIssues(KEY)` in 100,000 issues over one in 1,000, KEY with ten links",
        target="≤ 1.5 times",
        limit=1.5,
        run=search,
    ),
    "bulk-move": Benchmark(
        what="moving 1,000 linked issues at once, of 10,000 that move, over the same where there are no others",
        target="≤ 1.5 times",
        limit=1.5,
        run=bulk_move,
    ),
}

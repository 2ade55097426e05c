"""What a site takes in memory."""

from __future__ import annotations

import gc
import tracemalloc
from collections.abc import Callable

from harness import Benchmark, Effort, Figure, Result
from traffic import add_issues, add_links

from jira_linkfake import FakeJira

LINKS_AN_ISSUE = 5
# A dictionary that is full doubles: sizes that show it full, and just grown.
ISSUES = (5_000, 6_000, 7_000, 8_000, 9_000)


def _bytes_of_site(issues: int, links_an_issue: int) -> int:
    """Return the bytes that a site keeps."""
    gc.collect()
    tracemalloc.start()
    try:
        jira = FakeJira()
        add_links(jira, add_issues(jira, issues), links_an_issue)
        gc.collect()
        taken = tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()
    assert len(jira.site.issues) == issues
    assert len(jira.site.links) == issues * links_an_issue
    return taken


def _bytes_an_issue(issues: int) -> float:
    return _bytes_of_site(issues, 0) / issues


def _bytes_a_link(issues: int) -> float:
    links = _bytes_of_site(issues, LINKS_AN_ISSUE) - _bytes_of_site(issues, 0)
    return links / (issues * LINKS_AN_ISSUE)


def _at_worst(effort: Effort, measure: Callable[[int], float]) -> Result:
    measured = tuple(measure(effort.size(issues)) for issues in ISSUES)
    return Result(figures={"": Figure(value=max(measured), batches=measured, unit=" bytes")})


def an_issue(effort: Effort) -> Result:
    """Measure issues without links, in sites of several sizes."""
    return _at_worst(effort, _bytes_an_issue)


def a_link(effort: Effort) -> Result:
    """Measure links between issues that have ten each, in sites of several sizes."""
    return _at_worst(effort, _bytes_a_link)


BENCHMARKS = {
    "memory-link": Benchmark(what="memory of a link", target="≤ 400 bytes", limit=400, run=a_link),
    "memory-issue": Benchmark(what="memory of an issue", target="≤ 1.2 kB", limit=1200, run=an_issue),
}

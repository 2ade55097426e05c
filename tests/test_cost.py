"""What things cost, in what can be counted: calls, modules, rules, bytes. Times are measured by `benchmarks/`.

Each bound has air for what a fix or a further field needs. A step beyond it is a change of kind, such as a scan, a
second parse or a look at the environment: find it with `python benchmarks` before the bound is raised.
"""

from __future__ import annotations

import gc
import json
import subprocess
import sys
import tracemalloc
from collections import Counter
from pathlib import Path

import pytest
import requests

from jira_linkfake import FakeJira
from jira_linkfake.jira.issue_links.rules import add_link
from jira_linkfake.jira.link_types.finding import link_types_named
from jira_linkfake.rest.operations import find

# One request of a process that has made none, and what it has loaded and compiled then.
FIRST_REQUEST = """
import json, sys
import requests
from werkzeug.routing import Rule
from jira_linkfake import FakeJira
from jira_linkfake.rest.operations import find

compiled = []
compile_rule = Rule.compile
Rule.compile = lambda rule: (compiled.append(rule.rule), compile_rule(rule))[1]
with FakeJira() as jira, jira.intercept():
    jira.add_issues("A-1", "A-2")
    body = {"type": {"name": "Blocks"}, "inwardIssue": {"key": "A-1"}, "outwardIssue": {"key": "A-2"}}
    assert requests.post(f"{jira.url}/rest/api/2/issueLink", json=body, auth=jira.auth).status_code == 201
modules = {name: module for name, module in sys.modules.items() if name.startswith("jira_linkfake")}
classes = {one for module in modules.values() for one in vars(module).values() if isinstance(one, type)}
dataclasses = [one.__name__ for one in classes if one.__module__ in modules and "__dataclass_fields__" in vars(one)]
print(json.dumps([list(modules), compiled, dataclasses]))
"""


@pytest.fixture
def jira():
    """A site whose `requests` are answered."""
    jira = FakeJira()
    with jira.intercept():
        yield jira


@pytest.fixture
def session(jira):
    """A session as programs have one, with credentials."""
    with requests.Session() as session:
        session.auth = jira.auth
        yield session


def _called(work) -> Counter[str]:
    """Return how often functions were called by some work, by their package; generators count at each step."""
    calls: Counter[str] = Counter()

    def note(frame, event, _):
        if event == "call":
            calls[frame.f_globals.get("__name__", "").partition(".")[0]] += 1
            calls[frame.f_code.co_name] += 1

    sys.setprofile(note)
    try:
        work()
    finally:
        sys.setprofile(None)
    return calls


def _post(session, jira, source, destination):
    body = {"type": {"name": "Blocks"}, "inwardIssue": {"key": source}, "outwardIssue": {"key": destination}}
    assert session.post(f"{jira.url}/rest/api/2/issueLink", json=body).status_code == 201


def test_post_is_a_few_calls_of_ours(jira, session):
    """A link is made in some two hundred calls of ours, and marshmallow's reading of a plain body in some dozens."""
    jira.add_issues("A-1", "A-2", "A-3")
    _post(session, jira, "A-1", "A-2")
    calls = _called(lambda: _post(session, jira, "A-1", "A-3"))
    assert calls["jira_linkfake"] <= 265
    assert 0 < calls["marshmallow"] <= 80


def test_post_takes_no_detour(jira, session):
    """Neither the environment nor an engine for retries is asked, and of values only the two issues are copied."""
    jira.add_issues("A-1", "A-2", "A-3")
    _post(session, jira, "A-1", "A-2")
    calls = _called(lambda: _post(session, jira, "A-1", "A-3"))
    assert calls["getproxies_environment"] == calls["responses"] == 0
    assert calls["replace"] <= 2


def test_issue_with_many_links_is_a_few_calls_a_link(jira, session):
    """Each further link of an issue costs a reader a dozen calls: permissions and shared parts are made once."""
    jira.add_issues("A-1", "B-1")
    for number in range(2, 402):
        hub = "A-1" if number <= 101 else "B-1"
        jira.add_link(hub, "blocks", jira.add_issue(f"A-{number}"))

    def calls_for(key):
        url = f"{jira.url}/rest/api/2/issue/{key}"
        session.get(url)
        return _called(lambda: session.get(url))["jira_linkfake"]

    assert (calls_for("B-1") - calls_for("A-1")) / 200 <= 16


def test_a_large_site_costs_no_more_calls(jira, session):
    """A link is made, read and deleted in as many calls in a site of 2,000 links as in one of none."""
    jira.add_issues(*(f"A-{number}" for number in range(1, 403)))

    def live():
        _post(session, jira, "A-1", "A-2")
        url = f"{jira.url}/rest/api/2/issueLink/{max(jira.site.links.rows)}"
        assert session.get(url).status_code == 200
        assert session.delete(url).status_code == 204

    live()
    find.cache_clear()  # what was asked for before is known
    few = _called(live)["jira_linkfake"]
    for number in range(3, 403):
        for step in range(1, 6):
            jira.add_link(f"A-{number}", "clones", f"A-{(number + step - 3) % 400 + 3}")
    find.cache_clear()
    assert _called(live)["jira_linkfake"] == few


def test_a_site_that_nothing_is_asked_of_is_a_few_calls(jira):
    """A test that takes the fixture and makes no request pays some dozens of calls of ours, and a dozen a door."""

    def take():
        with FakeJira() as unused, unused.intercept():
            pass

    take()
    assert _called(take)["jira_linkfake"] <= 250  # where all libraries are imported, and mocks of theirs


@pytest.fixture(scope="module")
def first_request():
    """The modules of ours that the first request of a process loads, and the rules that it compiles."""
    command = [sys.executable, "-c", FIRST_REQUEST]
    return json.loads(subprocess.check_output(command, cwd=Path(__file__).parent.parent))


def test_first_request_loads_its_own_resource(first_request):
    """Of the resources the first link needs one; Jira's messages and faults wait until something goes wrong."""
    modules, _, _ = first_request
    assert not {
        f"jira_linkfake.jira.{name}"
        for name in (
            "issues.rest",
            "projects.rest",
            "webhooks.as_json",
            "fields.registry",
            "search.model",
            "rich_text.document",
        )
    } & set(modules)
    assert "jira_linkfake.faults.answers" not in modules
    assert len(modules) <= 117


def test_first_request_compiles_no_rules(first_request):
    """Jira's operations are found by their table: Werkzeug's rules, which take longer than most tests, are not used."""
    _, rules, _ = first_request
    assert rules == []


def test_first_request_makes_few_dataclasses(first_request):
    """Kinds of refusals, events and requests share their methods: compiling them was half of what a first link cost."""
    _, _, dataclasses = first_request
    assert 0 < len(dataclasses) <= 28


def _bytes_of_ring(issues: int, links_an_issue: int) -> int:
    gc.collect()
    tracemalloc.start()
    try:
        jira = FakeJira()
        keys = [jira.add_issue(f"A-{number}").key for number in range(1, issues + 1)]
        blocks = link_types_named(jira.site, "Blocks")[0]
        ends = [jira.site.issues.with_key(key) for key in keys]
        for step in range(1, links_an_issue + 1):
            for source, destination in zip(ends, ends[step:] + ends[:step], strict=True):
                add_link(jira.site, blocks, source, destination)
        gc.collect()
        return tracemalloc.get_traced_memory()[0]
    finally:
        tracemalloc.stop()


def test_issues_and_links_are_small():
    """An issue takes at most 1.2 kB of memory, a link at most 400 bytes."""
    issues = 1500
    bare = _bytes_of_ring(issues, 0)
    assert bare / issues <= 1200
    assert (_bytes_of_ring(issues, 5) - bare) / (5 * issues) <= 400

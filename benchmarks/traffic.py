"""What the contestants are sent: the same requests, each link a new one."""

from __future__ import annotations

from itertools import islice, permutations
from typing import Any

import requests

from jira_linkfake import FakeJira
from jira_linkfake.jira.issue_links.rules import add_link
from jira_linkfake.jira.link_types.finding import link_types_named

ISSUES = [f"BENCH-{number}" for number in range(1, 16)]
POSTS = 50
LINK_PATH = "/rest/api/2/issueLink"
AUTH = ("admin@example.com", "admin-token")


def link_body(source: str, destination: str, link_type: str = "Blocks") -> dict[str, Any]:
    """Return the body of a request for a link."""
    return {"type": {"name": link_type}, "inwardIssue": {"key": source}, "outwardIssue": {"key": destination}}


BODIES = [link_body(*pair) for pair in islice(permutations(ISSUES, 2), POSTS)]


def new_site() -> FakeJira:
    """Return a site that has the issues."""
    jira = FakeJira()
    jira.add_issues(*ISSUES)
    return jira


def new_session() -> requests.Session:
    """Return a session as programs have one: kept for many calls, and with credentials."""
    session = requests.Session()
    session.auth = AUTH
    return session


def post_links(session: requests.Session, url: str) -> None:
    """Ask for every link."""
    for body in BODIES:
        assert session.post(url, json=body).status_code == 201


def require_links(jira: FakeJira) -> None:
    """Raise `AssertionError` unless every link is there, made by a request of its own that was written down."""
    assert len(jira.links) == len(jira.recorded_links) == len(jira.exchanges) == POSTS
    jira.assert_linked(ISSUES[0], "blocks", ISSUES[1])


def add_issues(jira: FakeJira, count: int) -> list[str]:
    """Add issues, and return their keys."""
    return [jira.add_issue(f"RING-{number}").key for number in range(1, count + 1)]


def add_links(jira: FakeJira, keys: list[str], links_an_issue: int) -> None:
    """Link each issue to those that follow it in a ring; by the store's own call, as a million requests take long."""
    blocks = link_types_named(jira.site, "Blocks")[0]
    issues, ids = jira.site.issues, [jira.site.issues.ids[key] for key in keys]
    for step in range(1, links_an_issue + 1):
        for source, destination in zip(ids, ids[step:] + ids[:step], strict=True):
            add_link(jira.site, blocks, issues[source], issues[destination])

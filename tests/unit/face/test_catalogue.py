"""Each ready-made scenario changes what it says, is documented, and is listed."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest
import requests

from jira_linkfake import FakeJira, __main__, scenarios
from jira_linkfake.scenarios import by_name

DOCS = Path(__file__).parent.parent.parent.parent / "docs"
LINK = {"type": {"name": "Blocks"}, "inwardIssue": {"key": "PROJ-1"}, "outwardIssue": {"key": "PROJ-2"}}


def link(jira, auth=None, **kwargs):
    """Link two issues with `requests`, and return the status, or what was raised."""
    try:
        with jira.intercept():
            url = f"{jira.url}/rest/api/3/issueLink"
            return requests.post(url, json=LINK, auth=auth or jira.auth, timeout=10, **kwargs).status_code
    except requests.RequestException as error:
        return type(error).__name__


def link_anonymously(jira):
    """Link two issues without credentials."""
    return jira.client().post("/rest/api/3/issueLink", json=LINK).status_code


def link_to_hidden(jira):
    """Link an issue to HIDDEN-1, which is made where the scenario has not."""
    if jira.site.issue("HIDDEN-1") is None:
        jira.add_issue("HIDDEN-1")
    ends = {"inwardIssue": {"key": "PROJ-1"}, "outwardIssue": {"key": "HIDDEN-1"}}
    return jira.client().post("/rest/api/3/issueLink", json={**LINK, **ends}, auth=jira.auth).status_code


def read(jira):
    """Read an issue with `requests`, and return the status, or what was raised."""
    try:
        with jira.intercept():
            return requests.get(f"{jira.url}/rest/api/3/issue/PROJ-1", auth=jira.auth, timeout=10).status_code
    except requests.RequestException as error:
        return type(error).__name__


# What is tried in each scenario, what comes of it on a site without the scenario, and what comes of it within.
TRIED = {
    "anonymous_access": (link_anonymously, 401, 201),
    "bad_gateway": (link, 201, 502),
    "connection_refused": (link, 201, "ConnectionError"),
    "connection_reset": (link, 201, "ConnectionError"),
    "issue_hidden_by_level": (link_to_hidden, 201, 404),
    "issue_hidden_by_project": (link_to_hidden, 201, 404),
    "link_limit_reached": (link, 201, 413),
    "linking_disabled": (link, 201, 404),
    "login_page": (link, 201, 200),
    "lost_reply": (link, 201, "ConnectionError"),
    "no_link_permission": (link, 201, 404),
    "rate_limited": (link, 201, 429),
    "server_error": (link, 201, 500),
    "slow": (link, 201, "ReadTimeout"),
    "timeout": (link, 201, "ReadTimeout"),
    "truncated_body": (read, 200, "ChunkedEncodingError"),
    "unavailable": (link, 201, 503),
}


@pytest.mark.parametrize("name", TRIED)
def test_a_scenario_changes_what_comes_of_the_same_code(name):
    """The same code without the scenario passes, or answers differently."""
    try_it, without, within = TRIED[name]
    found = []
    for scenario in (None, name):
        jira = FakeJira()
        jira.add_issues("PROJ-1", "PROJ-2")
        if scenario:
            by_name(scenario)(jira)
        found.append(try_it(jira))
    assert found == [without, within]


def test_each_scenario_is_tried_documented_and_listed(capsys):
    """What is tried here, what the documentation's tables have and what the command lists are all there are."""
    documented = []
    for page in ("scenarios.md", "trouble.md"):
        tables = re.findall(r"<!-- table: .*? -->\n(.*?)<!-- end -->", (DOCS / page).read_text(encoding="utf-8"), re.S)
        documented += re.findall(r"^\| `(\w+)", "".join(tables), re.M)
    __main__.main(["scenarios"])
    listed = re.findall(r"^(\w+)", capsys.readouterr().out, re.M)

    assert sorted(TRIED) == sorted(documented) == listed == scenarios.__all__ == sorted(scenarios.__all__)


@pytest.mark.parametrize("name", scenarios.__all__)
def test_a_scenario_says_what_it_does_what_follows_and_what_it_stands_for(name):
    """The docstring has three paragraphs, each of whole sentences."""
    paragraphs = (inspect.getdoc(by_name(name)) or "").split("\n\n")
    assert [paragraph[-1] for paragraph in paragraphs] == [".", ".", "."]

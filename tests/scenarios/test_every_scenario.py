"""Each ready-made scenario changes what it says, is documented, and is listed."""

from __future__ import annotations

import inspect
import re
from dataclasses import fields
from pathlib import Path

import pytest
import requests

from jira_linkfake import FakeJira, __main__, every_refusal, scenarios
from jira_linkfake.faults import all_faults
from jira_linkfake.scenarios import by_name

DOCS = Path(__file__).parent.parent.parent / "docs"
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


def read(jira):
    """Read an issue with `requests`, and return the status, or what was raised."""
    try:
        with jira.intercept():
            return requests.get(f"{jira.url}/rest/api/3/issue/PROJ-1", auth=jira.auth, timeout=10).status_code
    except requests.RequestException as error:
        return type(error).__name__


def link_to(key):
    """Return what links PROJ-1 to an issue, which is made where the scenario has not."""

    def try_it(jira):
        if jira.site.issues.with_key(key) is None:
            jira.add_issue(key)
        return linked(jira, "PROJ-1", key)

    return try_it


def linked(jira, source, destination, **more):
    """Link two issues, and return the status."""
    body = {"type": {"name": "Blocks"}, "inwardIssue": {"key": source}, "outwardIssue": {"key": destination}, **more}
    return jira.client().post("/rest/api/3/issueLink", json=body, auth=jira.auth).status_code


def link_with_comment(jira):
    """Link two issues with a comment."""
    text = {"type": "paragraph", "content": [{"type": "text", "text": "Why"}]}
    return linked(jira, "PROJ-1", "PROJ-2", comment={"body": {"type": "doc", "version": 1, "content": [text]}})


def links_made(source, destination):
    """Return what links two issues and says how many links the request made."""

    def try_it(jira):
        for key in (source, destination):
            if jira.site.issues.with_key(key) is None:
                jira.add_issue(key)
        return linked(jira, source, destination), len(jira.recorded_links)

    return try_it


def links_shown(key):
    """Return what reads an issue's links: the phrases and the keys at their other ends."""

    def try_it(jira):
        if jira.site.issues.with_key(key) is None:
            jira.add_issue(key)
        return [link["type"]["outward"] for link in issue(jira, key)["fields"]["issuelinks"]]

    return try_it


def shows_its_link(jira):
    """Read SEEN-1, which is linked where the scenario has not linked it."""
    if jira.site.issues.with_key("SEEN-1") is None:
        jira.add_issues("SEEN-1", "HIDDEN-1")
        jira.add_link("SEEN-1", "blocks", "HIDDEN-1")
    return links_shown("SEEN-1")(jira)


def issue(jira, key):
    """Read an issue."""
    return jira.client().get(f"/rest/api/3/issue/{key}", auth=jira.auth).json


def key_of_old(jira):
    """Return the key that comes back for OLD-1."""
    if jira.site.issues.with_key("OLD-1") is None:
        jira.add_issue("OLD-1")
    return issue(jira, "OLD-1")["key"]


def order_of_links(jira):
    """Return the links of an issue that has three, by their ids."""
    for phrase in ("blocks", "clones", "relates to"):
        jira.add_link("PROJ-1", phrase, "PROJ-2")
    return [int(link["id"]) - 10000 for link in issue(jira, "PROJ-1")["fields"]["issuelinks"]]


def words_for_a_self_link(jira):
    """Return the message for linking an issue to itself."""
    body = {**LINK, "outwardIssue": LINK["inwardIssue"]}
    reply = jira.client().post("/rest/api/3/issueLink", json=body, auth=jira.auth)
    return reply.status_code, reply.json["errorMessages"]


def writes_of_an_issue(jira):
    """Create an issue, edit one, move it on, link it, and read it."""
    new = {"project": {"key": "PROJ"}, "issuetype": {"name": "Task"}, "summary": "New"}
    requests = [
        ("POST", "issue", {"fields": new}),
        ("PUT", "issue/PROJ-1", {"fields": {"summary": "Changed"}}),
        ("POST", "issue/PROJ-1/transitions", {"transition": {"id": "31"}}),
        ("POST", "issueLink", LINK),
        ("GET", "issue/PROJ-1?fields=summary", None),
    ]
    client = jira.client()
    return [
        client.open(f"/rest/api/3/{path}", method=method, json=body, auth=jira.auth).status_code
        for method, path, body in requests
    ]


def make_a_type(jira):
    """Make a type of links."""
    body = {"name": "Tests", "inward": "is tested by", "outward": "tests"}
    return jira.client().post("/rest/api/3/issueLinkType", json=body, auth=jira.auth).status_code


def link_as_a_browser(jira):
    """Link two issues with a browser's User-Agent."""
    return link(jira, headers={"User-Agent": "Mozilla/5.0 (X11; Linux x86_64)"})


def finds_its_link(jira):
    """Make a link, and say whether a search finds it."""
    linked(jira, "PROJ-1", "PROJ-2")
    return bool(searched(jira, "issue in linkedIssues(PROJ-1)"))


def searched(jira, jql):
    """Return the ids of the issues that JQL finds."""
    reply = jira.client().get("/rest/api/3/search/jql", query_string={"jql": jql}, auth=jira.auth)
    return [issue["id"] for issue in reply.json["issues"]]


def edit(jira):
    """Edit an issue, and return the status."""
    fields = {"summary": "Crash on save"}
    return jira.client().put("/rest/api/3/issue/PROJ-1", json={"fields": fields}, auth=jira.auth).status_code


def times(number, try_it):
    """Return what does the same so many times."""
    return lambda jira: [try_it(jira) for _ in range(number)]


# What is tried in each scenario, what comes of it on a site without the scenario, and what comes of it within.
TRIED = {
    "already_linked": (links_made("LINKED-1", "LINKED-2"), (201, 1), (201, 0)),
    "anonymous_access": (link_anonymously, 401, 201),
    "bad_gateway": (link, 201, 502),
    "captcha": (link, 201, 403),
    "configuration_problem": (writes_of_an_issue, [201, 204, 204, 201, 200], [422, 422, 422, 201, 200]),
    "conflicting_update": (writes_of_an_issue, [201, 204, 204, 201, 200], [201, 409, 409, 201, 200]),
    "connection_refused": (link, 201, "ConnectionError"),
    "connection_reset": (link, 201, "ConnectionError"),
    "expired_token": (read, 200, 404),
    "flaky": (times(8, read), [200] * 8, [200] * 7 + [429]),
    "issue_archived": (link_to("ARCHIVED-1"), 201, 400),
    "issue_hidden_by_level": (link_to("HIDDEN-1"), 201, 404),
    "issue_hidden_by_project": (link_to("HIDDEN-1"), 201, 404),
    "issue_write_limit": (times(12, link), [201] * 12, [201] * 10 + [429] * 2),
    "link_hidden": (shows_its_link, ["blocks"], []),
    "link_limit_reached": (link, 201, 413),
    "link_type_ambiguous": (link, 201, 404),
    "link_type_missing": (link, 201, 404),
    "linked_twice": (links_shown("TWICE-1"), [], ["blocks", "relates to"]),
    "linking_disabled": (link, 201, 404),
    "login_page": (link, 201, 200),
    "lost_reply": (link, 201, "ConnectionError"),
    "moved_issue": (key_of_old, "OLD-1", "NEW-1"),
    "no_comment_permission": (link_with_comment, 201, 400),
    "no_link_permission": (link, 201, 404),
    "no_link_permission_as_401": (link, 201, 401),
    "not_administrator": (make_a_type, 201, 404),
    "other_language": (
        words_for_a_self_link,
        (400, ["You cannot link an issue to itself."]),
        (400, ["Ein Vorgang kann nicht mit sich selbst verknüpft werden."]),
    ),
    "rate_limit": (times(12, read), [200] * 12, [200] * 10 + [429] * 2),
    "rate_limited": (link, 201, 429),
    "search_lag": (times(3, finds_its_link), [True, True, True], [False, False, True]),
    "server_error": (link, 201, 500),
    "shuffled_links": (order_of_links, [0, 1, 2], [0, 2, 1]),
    "slow": (link, 201, "ReadTimeout"),
    "timeout": (link, 201, "ReadTimeout"),
    "truncated_body": (read, 200, "ChunkedEncodingError"),
    "unavailable": (link, 201, 503),
    "wrong_token": (link, 201, 401),
    "xsrf_check": (link_as_a_browser, 201, 403),
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
    for page in ("scenarios.md", "faults.md"):
        tables = re.findall(
            r"<!-- table: (?:states|outages) -->\n(.*?)<!-- end -->", (DOCS / page).read_text(encoding="utf-8"), re.S
        )
        documented += re.findall(r"^\| `(\w+)", "".join(tables), re.M)
    __main__.main(["scenarios"])
    listed = re.findall(r"^(\w+)", capsys.readouterr().out, re.M)

    assert sorted(TRIED) == sorted(documented) == listed == scenarios.__all__ == sorted(scenarios.__all__)


@pytest.mark.parametrize("name", scenarios.__all__)
def test_a_scenario_says_what_it_does_what_follows_and_what_it_stands_for(name):
    """The docstring has three paragraphs, each of whole sentences."""
    paragraphs = (inspect.getdoc(by_name(name)) or "").split("\n\n")
    assert [paragraph[-1] for paragraph in paragraphs] == [".", ".", "."]


def test_a_fault_is_its_class_and_its_scenario():
    """Each fault has a scenario of its name, with the parameters that its class has and those of every fault."""
    for name, kind in all_faults().items():
        own = [one.name for one in fields(kind) if one.repr]
        assert list(inspect.signature(by_name(name)).parameters) == ["jira", *own, "times", "method", "path"]


def test_what_flaky_fails_in_and_every_refusal_has_is_said_by_the_faults():
    """A client gets over these by trying again; and these are among the cases of `every_refusal`."""
    kinds = all_faults().values()
    assert {kind.name for kind in kinds if kind.passing is not None} == {
        *("rate_limited", "unavailable", "server_error", "bad_gateway"),
        *("truncated_body", "connection_reset", "lost_reply"),
    }

    @every_refusal()
    def of_a_test(refusal): ...

    (cases,) = (mark.args[1] for mark in of_a_test.pytestmark if mark.name == "parametrize")
    failing = {kind.name.replace("_", "-") for kind in kinds if "create" in kind.fails}
    assert failing == {
        *("captcha", "rate-limited", "unavailable", "server-error", "bad-gateway", "login-page"),
        *("connection-refused", "connection-reset", "timeout", "lost-reply"),
    }
    assert failing < {case.name for case in cases}

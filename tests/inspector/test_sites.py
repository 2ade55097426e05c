"""Several sites behind one server, told apart by a prefix of the path."""

from __future__ import annotations

import pytest
from werkzeug.test import EnvironBuilder

from jira_linkfake import FakeJira
from jira_linkfake.inspector.application import Inspected


def test_sites_know_nothing_of_each_other(jira, control):
    """A site has its own issues, links, exchanges, options, faults and clock."""
    web = control("POST", "/sites", {"name": "web", "load": {"issues": ["PROJ-1", "PROJ-2"]}}, status=201)
    assert web == {
        "name": "web",
        "url": "http://localhost/sites/web",
        "control": "http://localhost/sites/web/_linkfake",
        "issues": 2,
        "links": 0,
    }
    control("PATCH", "/options", {"link_limit": 0}, site="/sites/web")
    control("POST", "/scenarios", {"name": "unavailable", "times": 1})
    assert [control.link("PROJ-1", "PROJ-2", site=site) for site in ("", "", "/sites/web")] == [503, 201, 413]
    assert control("GET", "/links", site="/sites/web") == {"links": []}
    assert [one["status"] for one in control("GET", "/exchanges", site="/sites/web")["exchanges"]] == [413]
    assert [one["status"] for one in control("GET", "/exchanges")["exchanges"]] == [503, 201]
    control("POST", "/reset", site="/sites/web")
    assert control("GET", "/links") == {"links": ["PROJ-1 blocks PROJ-2"]}
    assert [one["name"] for one in control("GET", "/sites")["sites"]] == ["main", "web"]


def test_addresses_of_a_site_have_its_prefix(control):
    """`self` begins with the site's address, also through the gateway, and with an escaped slash in the path."""
    control("POST", "/sites", {"name": "web", "load": {"issues": ["A-1"]}}, status=201)
    auth = ("admin@example.com", "admin-token")
    issue = control.client.get("/sites/web/rest/api/3/issue/A-1", auth=auth).json
    assert issue["self"] == "http://localhost/sites/web/rest/api/3/issue/10000"
    cloud_id = control.client.get("/sites/web/_edge/tenant_info").json["cloudId"]
    path = f"/sites/web/ex/jira/{cloud_id}/rest/api/3/issue/A-1"
    assert (
        control.client.get(path, auth=auth).json["self"].startswith(f"http://localhost/sites/web/ex/jira/{cloud_id}/")
    )


def test_a_site_starts_with_the_main_ones_options(control):
    """A new site has the options that the main one has, but for those that are given."""
    control("PATCH", "/options", {"link_limit": 3, "comment_limit": 4})
    control(
        "POST", "/sites", {"name": "web", "options": {"comment_limit": 5, "scenario": ["issue_archived"]}}, status=201
    )
    options = control("GET", "/options", site="/sites/web")["options"]
    assert (options["link_limit"], options["comment_limit"]) == (3, 5)
    assert [one["key"] for one in control("GET", "/issues", site="/sites/web")["issues"]] == ["ARCHIVED-1"]


def test_sites_are_given_names(control):
    """A site without a name gets one that is free."""
    control("POST", "/sites", {"name": "site-1"}, status=201)
    assert [control("POST", "/sites", status=201)["name"] for _ in range(2)] == ["site-2", "site-3"]


def test_a_site_that_is_removed_is_gone(control):
    """Who goes on calling it is told so by name: Jira's own 404 would be taken for an issue that is missing."""
    control("POST", "/sites", {"name": "web"}, status=201)
    assert [one["name"] for one in control("DELETE", "/sites/web")["sites"]] == ["main"]
    answer = control.client.get("/sites/web/rest/api/3/issue/A-1")
    assert answer.status_code == 501
    assert answer.json == {"error": "there is no site 'web': known: 'main'."}
    assert control.refused("GET", "/links", status=404, site="/sites/web").startswith("there is no site 'web'")


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "sentence"),
    [
        ("DELETE", "/sites/wbe", None, 404, "there is no site 'wbe': did you mean 'web'?"),
        ("DELETE", "/sites/main", None, 400, "the main site goes with its server: it can be reset, not removed"),
        ("POST", "/sites", {"name": "web"}, 400, "there is a site 'web' already"),
        ("POST", "/sites", {"name": "main"}, 400, "there is a site 'main' already"),
        (
            "POST",
            "/sites",
            {"name": "a/b"},
            400,
            "name='a/b' will not do: it takes letters, digits, dots and dashes, up to 63",
        ),
        ("POST", "/sites", {"name": 1}, 400, "name is a number: it takes a text"),
        ("POST", "/sites", {"nam": "x"}, 400, "the body has no 'nam': did you mean 'name'?"),
        (
            "POST",
            "/sites",
            {"options": {"https": True}},
            400,
            "https is an option of the server or of a test, not of a site: start another server for it",
        ),
        ("POST", "/sites", {"options": {"link_limt": 1}}, 400, "jira_linkfake has no option 'link_limt': did you mean"),
        (
            "POST",
            "/sites",
            {"options": {"scenario": "lost_repl"}},
            400,
            "there is no scenario 'lost_repl': did you mean",
        ),
        (
            "POST",
            "/sites",
            {"options": {"as_user": "amin"}},
            400,
            "as_user='amin' is no user of the site: did you mean",
        ),
        ("POST", "/sites", {"load": {"issue": []}}, 400, "issue: there is no such attribute: did you mean 'issues'?"),
    ],
)
def test_what_cannot_be_done_with_sites(control, method, path, body, status, sentence):
    """A wrong name, option or file is refused, and no site is made or removed."""
    control("POST", "/sites", {"name": "web"}, status=201)
    assert control.refused(method, path, body, status=status).startswith(sentence)
    assert [one["name"] for one in control("GET", "/sites")["sites"]] == ["main", "web"]


def test_each_exchange_is_told_once():
    """Who is told gets every exchange of every site, in order, and none again after a reset."""
    told = []
    inspected = Inspected(FakeJira(inspector=True), tell=lambda site, exchange: told.append((site.name, exchange.path)))

    def ask(path, **more):
        environ = EnvironBuilder(path, **more).get_environ()
        return inspected.at(environ).outcome(environ)

    ask("/_linkfake/sites", method="POST", json={"name": "web"})
    ask("/rest/api/3/serverInfo")
    ask("/sites/web/rest/api/3/serverInfo")
    ask("/_linkfake/reset", method="POST")
    ask("/rest/api/3/myself")
    ask("/sites/wbe/rest/api/3/myself")
    assert told == [
        ("main", "/rest/api/3/serverInfo"),
        ("web", "/sites/web/rest/api/3/serverInfo"),
        ("main", "/rest/api/3/myself"),
        ("main", "/sites/wbe/rest/api/3/myself"),
    ]

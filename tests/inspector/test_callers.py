"""No page that a developer has open elsewhere can use control: by another name of this machine, or across origins."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1:8080",
        "[::1]:8080",
        "192.168.1.7",
        "localhost:8080",
        "LOCALHOST",
        "localhost.:8080",
        "jira:8080",
        "a.localhost",
        "host.docker.internal:8080",
        "jira.test",
    ],
)
def test_names_that_nobody_else_can_have(control, host):
    """An address, a name without a dot, and what no DNS has for anybody may be called."""
    assert control("GET", "/health", headers={"Host": host})["status"] == "ok"


@pytest.mark.parametrize(
    "host", ["evil.com", "evil.com:8080", "127.0.0.1.evil.com", "[evil", "a.b:c", "localhost.evil.com"]
)
def test_names_that_others_can_have(jira, control, host):
    """A name of DNS may lead here once a page is open at it: it is refused, with what to do."""
    sentence = control.refused("POST", "/reset", status=403, headers={"Host": host})
    assert sentence.startswith(f"the host {host!r} may be anybody's: call the server by its IP address, localhost")
    assert control.client.get("/rest/api/3/serverInfo", headers={"Host": host}).status_code == 200


def test_a_name_that_is_trusted(control):
    """A name that the server was given may be called."""
    control.inspected._names = {"jira.example.com"}
    assert control("GET", "/health", headers={"Host": "jira.example.com:8080"})["status"] == "ok"


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://evil.com"},
        {"Origin": "null"},
        {"Origin": ""},
        {"Origin": "http://["},
        {"Origin": "http://localhost:3000"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "no-cors"},
        {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "cors"},
    ],
)
def test_pages_of_others(control, headers):
    """What a browser says comes from another page is refused, whatever it asks for."""
    for method, path in (("GET", "/dump"), ("POST", "/reset"), ("DELETE", "/faults")):
        assert "pages of others may not use the control API" in control.refused(
            method, path, status=403, headers=headers
        )
    preflight = control.client.options("/_linkfake/options", headers=headers)
    assert preflight.status_code == 403
    assert not [name for name, _ in preflight.headers if name.startswith("Access-Control")]


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "http://localhost"},
        {"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "cors"},
        {"Sec-Fetch-Site": "none", "Sec-Fetch-Mode": "navigate"},
        {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"},
    ],
)
def test_pages_of_ours(control, headers):
    """A page of the server itself, an address that somebody typed and a link that somebody followed are let in."""
    assert control("GET", "/health", headers=headers)["status"] == "ok"


def test_a_followed_link_changes_nothing(control):
    """A form that a page of others has sent is a navigation too, and is refused."""
    headers = {"Sec-Fetch-Site": "cross-site", "Sec-Fetch-Mode": "navigate"}
    control.refused("POST", "/reset", status=403, headers=headers)


def test_answers_stay_with_who_asked(control):
    """No cache keeps an answer, no other page may embed it, and no browser takes it for anything but JSON."""
    headers = control.client.get("/_linkfake/dump").headers
    assert headers["Cache-Control"] == "no-store"
    assert headers["Cross-Origin-Resource-Policy"] == "same-origin"
    assert headers["X-Content-Type-Options"] == "nosniff"


def test_a_client_without_a_host(control):
    """HTTP/1.0 has no Host, and no browser leaves it out."""
    environ = {"HTTP_HOST": ""}
    assert control("GET", "/health", environ_overrides=environ)["status"] == "ok"

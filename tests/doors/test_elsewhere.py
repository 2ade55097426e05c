"""Where calls went that did not reach the site, and which client made those that did."""

from __future__ import annotations

import asyncio
import socket
import subprocess
import sys
from contextlib import suppress
from urllib.error import URLError
from urllib.request import Request, urlopen

import httpx
import pytest
import requests
import responses

from jira_linkfake import FakeJira, OtherHostError
from jira_linkfake.doors.guard import Guard, _refuse

SITE = "https://your-domain.atlassian.net"
NOWHERE = "2001:db8::1"  # for documentation alone (RFC 3849)
NOBODY = "nobody.invalid"  # never looked up with success (RFC 6761, 6.4)


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch):
    """No proxy is asked, whatever the machine's environment names."""
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("NO_PROXY", "*")


@pytest.fixture
def jira():
    """A site with two issues, whose `requests` are answered."""
    jira = FakeJira()
    jira.add_issues("APP-1", "LIB-1")
    with jira.intercept():
        yield jira


def _said(jira):
    """Return the last line of a failed assertion."""
    with pytest.raises(AssertionError) as failure:
        jira.assert_linked("APP-1", "blocks", "LIB-1")
    return str(failure.value).splitlines()[-1]


def test_assertion_says_where_requests_called(jira):
    """What a mock answers for another host is named once by its host, and by nothing that is said there."""
    with responses.RequestsMock() as mock:
        mock.get("https://jira.example.com:8443/rest/api/3/myself", json={})
        requests.get("https://jira.example.com:8443/rest/api/3/myself?token=secret")
        requests.get("https://jira.example.com:8443/rest/api/3/myself?token=secret")
    line = f"No request reached {SITE}; requests called https://jira.example.com:8443 (not this site)."
    assert _said(jira) == line
    assert jira.report().splitlines()[-1] == line


def test_look_ups_of_other_clients_are_named(jira):
    """Who looks another host up is named once, with the port where it is none of the web's."""
    with pytest.raises(httpx.ConnectError):
        httpx.get(f"https://{NOBODY}/rest/api/3/myself")
    with pytest.raises(URLError):
        urlopen(f"http://other.{NOBODY}:8080/")

    async def ask():
        async with httpx.AsyncClient() as client:
            await client.get(f"http://third.{NOBODY}/")

    with pytest.raises(httpx.ConnectError):
        asyncio.run(ask())
    with pytest.raises(requests.ConnectionError):
        requests.get(f"https://{NOBODY}/")  # called, and then looked up
    assert _said(jira) == (
        f"No request reached {SITE}; httpx called https://{NOBODY} (not this site), which failed: ConnectError; "
        f"urllib.request called http://other.{NOBODY}:8080 (not this site), which failed: gaierror; "
        f"httpx called http://third.{NOBODY} (not this site), which failed: ConnectError; "
        f"requests called https://{NOBODY} (not this site), which failed: ConnectionError."
    )


def test_wrong_port_on_loopback_is_named_and_the_live_server_is_not(jira):
    """A forgotten default such as localhost:8080 is told; calls of the live server go to the site."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        port = bound.getsockname()[1]
        with pytest.raises(URLError):
            urlopen(f"http://localhost:{port}/")
    with jira.serve() as served:
        urlopen(served.url + "/rest/api/3/serverInfo").close()
        urlopen(served.url.replace("127.0.0.1", "localhost") + "/rest/api/3/serverInfo").close()
    call = f"urllib.request called http://localhost:{port} (not this site), which failed: ConnectionRefusedError"
    assert jira._guard.elsewhere == [call]
    assert jira.report().splitlines()[-2:] == ["Calls elsewhere:", f"  {call}"]


def test_https_to_a_live_server_that_speaks_http_is_told(jira):
    """Who calls the live server by another scheme is told which one it speaks."""
    with jira.serve() as served:
        url = served.url.replace("http:", "https:")
        with pytest.raises(requests.ConnectionError):
            requests.get(f"{url}/rest/api/3/serverInfo", timeout=5)
        assert jira._guard.elsewhere == [
            f"requests called {url} (not this site), which failed: SSLError, as the live server there speaks http"
        ]


def test_calls_to_the_site_and_of_the_site_are_none(jira):
    """What reaches the site is not told, nor where the site's own webhooks go."""
    jira.webhooks.register(f"http://127.0.0.1:1/{NOBODY}")
    body = {"type": {"name": "Blocks"}, "inwardIssue": {"key": "APP-1"}, "outwardIssue": {"key": "LIB-1"}}
    assert requests.post(f"{SITE}/rest/api/3/issueLink", json=body, auth=jira.auth).status_code == 201
    assert len(jira.webhooks.problems) > 0
    jira.webhooks.forget_failures()
    assert jira._guard.elsewhere == []


def test_what_is_no_address_is_left_to_the_client(jira):
    """A URL without a host that anybody could call is the client's business."""
    with pytest.raises(requests.exceptions.RequestException):
        requests.get("http:///nowhere")
    with pytest.raises(requests.exceptions.RequestException):
        requests.get("https://[::1/")
    assert jira._guard.elsewhere == []


@pytest.mark.parametrize("client", ["requests", "httpx"])
def test_a_call_that_was_refused_is_told_where_it_was_swallowed(jira, client):
    """A failed assertion names the real Jira that the code was kept from calling, by whatever library."""
    with suppress(AssertionError):
        {"requests": requests, "httpx": httpx}[client].get("https://our-company.atlassian.net/rest/api/3/myself")
    told = f"{client} called https://our-company.atlassian.net (not this site), which was refused"
    assert _said(jira) == f"No request reached {SITE}; {told}."
    jira._guard._refused.clear()


@pytest.mark.parametrize(
    ("site", "host", "port", "told"),
    [
        (f"https://[{NOWHERE}]:8443", NOWHERE, 9443, f"looked up [{NOWHERE}]:9443 (not this site: another port)"),
        (SITE, "your-domain.atlassian.net", "nntp", "called your-domain.atlassian.net (not this site)"),
        (SITE, "your-domain.atlassian.net", b"http", f"called http://{SITE[8:]} (not this site: http for https)"),
    ],
)
def test_addresses_of_any_form_are_told(site, host, port, told):
    """A look-up may have an address or a port of any form: it is told, and nothing is raised by the telling."""
    guard = Guard(site)
    with guard, suppress(OtherHostError):
        _refuse(host, port, "looked up", "requests")
    guard._refused.clear()
    assert guard.elsewhere[0].removesuffix(", which was refused") == f"requests {told}"


def test_only_so_many_hosts_are_remembered(jira):
    """Of code that calls the whole world twenty hosts are named."""
    with responses.RequestsMock(assert_all_requests_are_fired=False) as mock:
        for number in range(25):
            mock.get(f"https://host{number}.example.com/")
            requests.get(f"https://host{number}.example.com/")
    with pytest.raises(requests.ConnectionError):
        requests.get(f"https://{NOBODY}/")
    assert len(jira._guard.elsewhere) == 20


def test_nothing_is_remembered_without_a_site(jira):
    """Calls outside the site's doors are nobody's."""
    other = FakeJira()
    with pytest.raises(URLError):
        urlopen(f"http://{NOBODY}/")
    assert other._guard.elsewhere == []
    call = f"urllib.request called http://{NOBODY} (not this site), which failed: gaierror"
    assert jira._guard.elsewhere == [call]


def test_each_exchange_has_its_client(jira):
    """In process it is the library, over a port the first word of what the client says of itself, made printable."""
    info = "/rest/api/3/serverInfo"
    requests.get(SITE + info, headers={"User-Agent": "mine/1"})
    jira.client().get(info)
    with jira.serve() as served:
        requests.get(served.url + info)
        with urlopen(Request(served.url + info, headers={"User-Agent": "bot\x1b[1m/2.0 (by hand)"})):
            pass
        requests.get(served.url + info, headers={"User-Agent": None})
        requests.get(served.url + info, headers={"User-Agent": "long" * 50})
    clients = [exchange.client for exchange in jira.exchanges]
    version = f"python-requests/{requests.__version__}"
    urllib3_own = clients[4]
    assert clients == ["requests", None, version, r"bot\x1b[1m/2.0", urllib3_own, "long" * 15]
    assert urllib3_own is None or urllib3_own.startswith("python-urllib3")
    lines = jira.report().splitlines()
    assert f"  requests: GET {info} by an anonymous caller -> 200" in lines
    assert f"  GET {info} by an anonymous caller -> 200" in lines
    assert f"  {version}: GET {info} by an anonymous caller -> 200" in lines


def test_child_is_known_by_what_it_says(jira):
    """A client in another process is told by its own name."""
    with jira.serve() as served:
        code = f"from urllib.request import urlopen; urlopen('{served.url}/rest/api/3/serverInfo')"
        subprocess.run([sys.executable, "-c", code], check=True)
    assert [exchange.client for exchange in jira.exchanges] == [
        f"Python-urllib/{sys.version_info[0]}.{sys.version_info[1]}"
    ]


def test_what_is_no_address_is_not_told():
    """A door that is asked for what is no address has nothing to tell."""
    with FakeJira() as jira:
        jira._guard.called_elsewhere("requests", "nowhere")
        assert jira._guard.elsewhere == []

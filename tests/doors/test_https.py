"""The live server over HTTPS, and the environment that it sets for other processes."""

from __future__ import annotations

import os
import shutil
import socket
import ssl
import subprocess
import sys
from pathlib import Path
from urllib.request import urlopen

import httpx
import pytest
import requests

from jira_linkfake import FakeJira, ServedSite, UsageError
from jira_linkfake.doors.live_server import LiveServer
from jira_linkfake.scenarios import connection_reset, truncated_body

INFO = "/rest/api/3/serverInfo"


@pytest.fixture(autouse=True)
def no_settings(monkeypatch):
    """No proxy is asked and no other certificates are trusted, whatever the machine's environment names."""
    monkeypatch.setenv("NO_PROXY", "*")
    for name in ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE"):  # of requests they win over session.verify
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def served():
    """A site behind a port that speaks HTTPS."""
    with FakeJira(https=True) as jira, jira.serve() as served:
        yield served


def test_real_clients_verify_the_certificate(served: ServedSite) -> None:
    """Clients that are given the certificate reach the site by its address and by the name localhost."""
    assert served.url.startswith("https://127.0.0.1:")
    with requests.Session() as session:
        session.verify = served.certificate
        session.auth = served.jira.auth
        for url in (served.url, served.url.replace("127.0.0.1", "localhost")):
            info = session.get(url + INFO).json()
            assert info["baseUrl"] == url
    trusting = ssl.create_default_context(cafile=served.certificate)
    assert httpx.get(served.url + INFO, verify=trusting).status_code == 200
    with urlopen(served.url + INFO, context=trusting) as reply:
        assert reply.status == 200


def test_client_that_does_not_know_the_certificate_refuses_it(served: ServedSite) -> None:
    """Who verifies against the authorities of the machine does not get through, and others do still."""
    with pytest.raises(requests.exceptions.SSLError):
        requests.get(served.url + INFO)
    assert requests.get(served.url + INFO, verify=served.certificate).status_code == 200


def test_client_without_tls_and_silent_one_hold_nobody_up(served: ServedSite) -> None:
    """Who speaks plain HTTP to the port, or connects and says nothing, does not keep others from being answered."""
    address = served.url.removeprefix("https://").split(":")
    with socket.create_connection((address[0], int(address[1]))):
        with pytest.raises(requests.ConnectionError):
            requests.get(served.url.replace("https", "http") + INFO)
        assert requests.get(served.url + INFO, verify=served.certificate, timeout=5).status_code == 200


def test_kept_connection_ends_with_its_test() -> None:
    """A session that is kept while the server changes hands connects anew, over TLS as without."""
    with LiveServer(https=True) as server, requests.Session() as session:
        session.verify = server.certificate
        for _ in range(3):
            jira = FakeJira()
            server.attach(jira.wsgi_app)
            assert session.get(server.url + INFO).status_code == 200
            assert session.get(server.url + INFO).status_code == 200
            server.detach()
            assert len(jira.exchanges) == 2
        assert server.strays == []
    assert server.errors == []


def test_faults_break_the_connection_over_tls(served: ServedSite) -> None:
    """A connection that is reset and a reply that is cut are errors of the client's as without TLS."""
    get = served.url + INFO
    connection_reset(served.jira, times=1)
    with pytest.raises(requests.ConnectionError):
        requests.get(get, verify=served.certificate)
    truncated_body(served.jira, times=1)
    with pytest.raises(requests.RequestException):
        requests.get(get, verify=served.certificate)
    assert requests.get(get, verify=served.certificate).status_code == 200


def test_certificate_goes_with_the_server() -> None:
    """Its file is there while the server is; without HTTPS there is none."""
    with FakeJira(https=True) as jira, jira.serve() as served:
        assert Path(str(served.certificate)).is_file()
    assert not Path(str(served.certificate)).exists()
    with FakeJira() as jira, jira.serve() as plain:
        assert (plain.certificate, plain.environ) == (None, {})


def test_https_without_its_extra_is_told_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where trustme is not installed the option says what to install."""
    monkeypatch.setitem(sys.modules, "trustme", None)
    with FakeJira(https=True) as jira, pytest.raises(UsageError) as told, jira.serve():
        pass
    sentence = "https=True needs trustme, which makes the certificate: pip install jira_linkfake[https]"
    assert str(told.value) == sentence


NAMES = {"JIRA_URL": "url", "JIRA_USER": "email", "JIRA_TOKEN": "token", "NODE_EXTRA_CA_CERTS": "certificate"}
FETCH = """
    const {JIRA_URL: url, JIRA_USER: user, JIRA_TOKEN: token} = process.env;
    const headers = {Authorization: "Basic " + Buffer.from(user + ":" + token).toString("base64")};
    fetch(url + "/rest/api/3/myself", {headers}).then(r => r.json()).then(me => console.log(me.displayName));
"""


@pytest.mark.skipif(shutil.which("node") is None, reason="node is not installed")
def test_node_is_told_all_by_its_environment() -> None:
    """Node's fetch takes address, credentials and certificate from the environment that is set for it."""
    with FakeJira(https=True, environ=NAMES) as jira, jira.serve() as served:
        printed = subprocess.check_output(["node", "-e", FETCH], text=True, timeout=60)
    assert printed == "admin\n"
    assert served.environ["NODE_EXTRA_CA_CERTS"] == served.certificate
    assert [str(exchange) for exchange in jira.exchanges] == ["GET /rest/api/3/myself by admin -> 200"]


def test_environment_is_as_it_was(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was set before is set again, and what was not is not."""
    monkeypatch.setenv("JIRA_URL", "before")
    monkeypatch.delenv("JIRA_TOKEN", raising=False)
    with FakeJira(environ=["JIRA_URL = url", "JIRA_TOKEN=token"]) as jira, jira.serve() as served:
        assert os.environ["JIRA_URL"] == served.url
        assert served.environ == {"JIRA_URL": served.url, "JIRA_TOKEN": "admin-token"}
        assert os.environ["JIRA_TOKEN"] == jira.auth[1]
    assert os.environ["JIRA_URL"] == "before"
    assert "JIRA_TOKEN" not in os.environ


def test_certificate_in_the_environment_takes_https() -> None:
    """A certificate that is asked for without HTTPS is told to be none."""
    alone = "which there is with https=True alone"
    with FakeJira(environ=NAMES) as jira, pytest.raises(UsageError, match=alone), jira.serve():
        pass

"""The fixture `jira_linkfake_server`: one port for the session, a site for each test."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from urllib.request import urlopen

import pytest

from jira_linkfake import FakeJira, ServedSite


def test_the_server_has_the_site_of_the_test(jira_linkfake_server: ServedSite, jira_linkfake: FakeJira) -> None:
    """Both fixtures are one site: what one seeds the other serves."""
    assert jira_linkfake_server.jira is jira_linkfake
    assert jira_linkfake_server.url.startswith("http://127.0.0.1:")


def test_another_process_reaches_the_server(jira_linkfake_server: ServedSite) -> None:
    """A client in another process creates a link, and the test sees it recorded."""
    jira = jira_linkfake_server.jira
    jira.add_issues("PROJ-1", "PROJ-2")
    client = """
        import base64, json, sys
        from urllib.request import Request, urlopen

        url, email, token = sys.argv[1:]
        link = {"type": {"name": "Blocks"}, "inwardIssue": {"key": "PROJ-1"}, "outwardIssue": {"key": "PROJ-2"}}
        credentials = base64.b64encode(f"{email}:{token}".encode()).decode()
        headers = {"Content-Type": "application/json", "Authorization": "Basic " + credentials}
        with urlopen(Request(url + "/rest/api/2/issueLink", json.dumps(link).encode(), headers)) as reply:
            print(reply.status)
    """
    command = [sys.executable, "-c", textwrap.dedent(client), jira_linkfake_server.url, *jira.auth]
    assert subprocess.check_output(command, text=True, timeout=30) == "201\n"
    jira.assert_linked("PROJ-1", "blocks", "PROJ-2")
    assert [str(link) for link in jira.recorded_links] == ["PROJ-1 blocks PROJ-2"]


REQUESTS = """
    import pytest
    import requests

    def status_of(url, path, **how):
        return requests.get(url + "/rest/api/2/" + path, **how).status_code
"""


def test_what_a_receiver_fails_with_fails_the_test(pytester: pytest.Pytester) -> None:
    """`pytest.fail` in a receiver of webhooks behind the port is no broken connection: the test fails with it."""
    pytester.makepyfile("""
        import pytest
        import requests

        def test_it(jira_linkfake_server):
            jira = jira_linkfake_server.jira
            jira.add_issues("PROJ-1", "PROJ-2")
            jira.webhooks.register(lambda payload: pytest.fail("not what was expected"))
            ends = {"inwardIssue": {"key": "PROJ-1"}, "outwardIssue": {"key": "PROJ-2"}}
            url = jira_linkfake_server.url + "/rest/api/2/issueLink"
            reply = requests.post(url, json={"type": {"name": "Blocks"}, **ends}, auth=jira.auth)
            assert (reply.status_code, "raised Failed" in reply.text) == (500, True)
    """)
    result = pytester.runpytest()
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*Failed: not what was expected"])


def test_the_port_stays_and_the_site_goes(pytester: pytest.Pytester) -> None:
    """Of two tests one after the other each has its own site at the same address."""
    run = pytester.inline_runsource(f"""{REQUESTS}
    ADDRESSES = []

    def test_first(jira_linkfake_server):
        ADDRESSES.append(jira_linkfake_server.url)
        jira_linkfake_server.jira.add_issue("PROJ-1")
        assert status_of(jira_linkfake_server.url, "issue/PROJ-1", auth=jira_linkfake_server.jira.auth) == 200

    def test_second(jira_linkfake_server):
        assert ADDRESSES == [jira_linkfake_server.url]
        assert not jira_linkfake_server.jira.exchanges
        assert status_of(jira_linkfake_server.url, "issue/PROJ-1", auth=jira_linkfake_server.jira.auth) == 404
    """)
    run.assertoutcome(passed=2)


def test_the_port_is_closed_when_the_session_ends(pytester: pytest.Pytester) -> None:
    """Nothing listens any more once the session is over."""
    run = pytester.inline_runsource("""
        from pathlib import Path

        def test_it(jira_linkfake_server):
            Path("address").write_text(jira_linkfake_server.url)
    """)
    run.assertoutcome(passed=1)
    with pytest.raises(OSError, match="refused"):
        urlopen((pytester.path / "address").read_text())


def test_both_doors_lead_to_the_same_site(pytester: pytest.Pytester) -> None:
    """`requests` to `url` are answered in process beside the server, with the options of the marker."""
    run = pytester.inline_runsource(f"""{REQUESTS}
    @pytest.mark.jira_linkfake(linking_enabled=False)
    def test_it(jira_linkfake, jira_linkfake_server):
        for url in jira_linkfake.url, jira_linkfake_server.url:
            assert status_of(url, "issueLinkType", auth=jira_linkfake.auth) == 404
        first, second = jira_linkfake.exchanges
        assert first == second
    """)
    run.assertoutcome(passed=1)


def test_a_call_between_tests_fails_the_session_by_name(pytester: pytest.Pytester) -> None:
    """A call that comes when no test holds the server gets 503; each is told with the last test that held it."""
    run = pytester.inline_runsource(f"""{REQUESTS}
    ADDRESSES = []

    def test_first(jira_linkfake_server):
        ADDRESSES.append(jira_linkfake_server.url)

    def test_late():
        assert status_of(ADDRESSES[0], "myself") == 503

    def test_second(jira_linkfake_server):
        assert status_of(jira_linkfake_server.url, "serverInfo") == 200

    def test_later():
        assert status_of(ADDRESSES[0], "serverInfo?a=b") == 503

    def test_last():
        pass
    """)
    assert run.ret == pytest.ExitCode.TESTS_FAILED
    run.assertoutcome(passed=5, failed=1)
    told = run.matchreport("test_last", when="teardown").longreprtext.splitlines()
    assert "no test held the server" in told[0]
    first, second = told[1:]
    assert "GET /rest/api/2/myself" in first
    assert "::test_first" in first
    assert "GET /rest/api/2/serverInfo?a=b" in second
    assert "::test_second" in second


def test_a_session_without_such_a_call_ends_well(pytester: pytest.Pytester) -> None:
    """A test that does not hold the server is no reason to fail while nobody calls."""
    run = pytester.inline_runsource("""
        def test_it(jira_linkfake_server):
            pass

        def test_last():
            pass
    """)
    run.assertoutcome(passed=2)


def test_a_bug_of_ours_behind_the_server_is_raised_when_its_test_ends(pytester: pytest.Pytester) -> None:
    """What our code raised while it served is an error of that test, with its traceback, and of no other."""
    run = pytester.inline_runsource(f"""{REQUESTS}
    from jira_linkfake.rest import operations

    SERVER_INFO = ("jira_linkfake.jira.site_info", "getServerInfo")

    def broken(call):
        raise LookupError("a bug of ours")

    def test_it(jira_linkfake_server, monkeypatch):
        served = operations._served[SERVER_INFO]._replace(view=broken)
        monkeypatch.setitem(operations._served, SERVER_INFO, served)
        assert status_of(jira_linkfake_server.url, "serverInfo") == 500

    def test_next(jira_linkfake_server):
        assert status_of(jira_linkfake_server.url, "serverInfo") == 200
    """)
    run.assertoutcome(passed=2, failed=1)
    told = run.matchreport("test_it", when="teardown").longreprtext
    assert '>       raise LookupError("a bug of ours")' in told
    assert "E       LookupError: a bug of ours" in told


def test_an_operation_that_is_not_served_fails_the_test_behind_the_server_too(pytester: pytest.Pytester) -> None:
    """A 501 through the port is an error when the test ends, as it is in process."""
    run = pytester.inline_runsource(f"""{REQUESTS}
    def test_it(jira_linkfake_server):
        assert status_of(jira_linkfake_server.url, "dashboard") == 501
    """)
    assert run.matchreport("test_it", when="teardown").longreprtext.startswith(
        "jira_linkfake does not serve GET /rest/api/2/dashboard (getAllDashboards). "
    )

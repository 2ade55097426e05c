"""The fixture `jira_linkfake_server`: one port for the session, a site for each test."""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path
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
        assert str(first) == str(second)
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


def test_the_environment_of_a_test_and_its_children(pytester: pytest.Pytester) -> None:
    """Variables that a marker or an ini file names are set for the test alone, whoever else sets them in it."""
    pytester.makeini("[pytest]\njira_linkfake_environ =\n    JIRA_URL = url\n    JIRA_TOKEN = token")
    pytester.makepyfile("""
        import os
        import subprocess
        import sys

        import pytest

        CHILD = '''
        import os
        from urllib.request import urlopen
        print(urlopen(os.environ["JIRA_URL"] + "/rest/api/3/serverInfo").status)
        '''.replace("        ", "")

        @pytest.fixture(autouse=True)
        def mine(monkeypatch):
            monkeypatch.setenv("JIRA_TOKEN", "mine")

        def test_a_child(jira_linkfake_server):
            assert jira_linkfake_server.environ == {
                "JIRA_URL": jira_linkfake_server.url, "JIRA_TOKEN": jira_linkfake_server.jira.auth[1]
            }
            assert os.environ["JIRA_TOKEN"] == jira_linkfake_server.jira.auth[1]
            assert subprocess.check_output([sys.executable, "-c", CHILD], text=True) == "200\\n"

        def test_what_is_set_later_is_undone_first(jira_linkfake_server, monkeypatch):
            monkeypatch.setenv("JIRA_URL", "other")

        @pytest.mark.jira_linkfake(environ={"SITE": "url"})
        def test_a_marker_wins(jira_linkfake_server):
            assert os.environ["SITE"] == jira_linkfake_server.url
            assert "JIRA_URL" not in os.environ

        def test_without_the_server(jira_linkfake):
            assert [name for name in ("SITE", "JIRA_URL") if name in os.environ] == []
            assert os.environ["JIRA_TOKEN"] == "mine"
    """)
    pytester.inline_run("-p", "no:randomly").assertoutcome(passed=4)


def test_https_for_a_test(pytester: pytest.Pytester) -> None:
    """The marker switches one test to HTTPS; each port lives for the session, and the file goes with it."""
    pytester.makepyfile("""
        from pathlib import Path

        import pytest
        import requests

        SEEN = []

        @pytest.fixture(autouse=True)
        def no_settings(monkeypatch):
            monkeypatch.setenv("NO_PROXY", "*")

        def ask(server):
            SEEN.append((server.url, server.certificate))
            info = requests.get(server.url + "/rest/api/3/serverInfo", verify=server.certificate).json()
            assert info["baseUrl"] == server.url
            assert len(server.jira.exchanges) == 1

        @pytest.mark.jira_linkfake(https=True)
        @pytest.mark.parametrize("number", range(2))
        def test_https(jira_linkfake_server, number):
            ask(jira_linkfake_server)

        @pytest.mark.parametrize("number", range(2))
        def test_http(jira_linkfake_server, number):
            ask(jira_linkfake_server)

        def test_the_ports():
            assert sorted(url.partition(":")[0] for url, _ in set(SEEN)) == ["http", "https"]
            (path,) = {path for _, path in SEEN if path}
            assert Path(path).is_file()
            Path("certificate").write_text(path)
    """)
    pytester.inline_run("-p", "no:randomly").assertoutcome(passed=5)
    assert not Path((pytester.path / "certificate").read_text()).exists()


def test_https_without_its_extra(pytester: pytest.Pytester, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where trustme is not installed, the test that asks for HTTPS says what to install; others go on."""
    monkeypatch.setitem(sys.modules, "trustme", None)
    pytester.makepyfile("""
        import pytest

        @pytest.mark.jira_linkfake(https=True)
        def test_https(jira_linkfake_server): ...

        def test_http(jira_linkfake_server): ...
    """)
    result = pytester.runpytest("-p", "no:randomly")
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*https=True needs trustme*: pip install jira_linkfake?https?"])

"""What other plugins and a user's own fixtures do before ours, and how ours stands beside them."""

from __future__ import annotations

import pytest

WIDER = """
    import unittest

    import pytest
    import requests

    URL = "https://your-domain.atlassian.net/rest/api/2/serverInfo"
    SETUPS = []

    def is_answered():
        try:
            return requests.get(URL, timeout=0.01).ok
        except OSError:
            return False

    @pytest.fixture(scope="session", autouse=True)
    def of_the_session():
        SETUPS.append(("session", is_answered()))

    @pytest.fixture(scope="module")
    def of_the_module():
        SETUPS.append(("module", is_answered()))

    @pytest.fixture(autouse=True)
    def of_the_function():
        SETUPS.append(("function", is_answered()))

    @pytest.mark.jira_linkfake
    def test_marked(of_the_module):
        assert SETUPS == [("session", False), ("module", False), ("function", True)]
        SETUPS.clear()

    @pytest.mark.jira_linkfake
    class TestCase(unittest.TestCase):
        @classmethod
        def setUpClass(cls):
            SETUPS.append(("class", is_answered()))

        def setUp(self):
            SETUPS.append(("setUp", is_answered()))

        def test_in_a_class(self):
            assert SETUPS == [("class", False), ("function", True), ("setUp", True)]
"""


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy at which nobody listens, for what is not answered in process."""
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:9")


def test_the_marker_keeps_the_order_of_scopes(pytester: pytest.Pytester) -> None:
    """By the marker too, a test's site comes after all fixtures of a wider scope, and before those of its own."""
    pytester.makepyfile(WIDER)
    pytester.runpytest_subprocess().assert_outcomes(passed=2)


CACHED = """
    import requests

    Session = requests.Session  # as a library keeps it that was imported before

    import requests_cache

    requests_cache.install_cache(backend="memory")
"""

CACHING_SUITE = """
    import conftest
    import requests
    import requests_cache

    def answers(session):
        return session.get("https://your-domain.atlassian.net/rest/api/2/serverInfo")

    def test_all_sessions(jira_linkfake):
        with requests.Session() as cached, conftest.Session() as plain:
            assert isinstance(cached, requests_cache.CachedSession)
            assert [answers(one).status_code for one in (cached, cached, plain)] == [200, 200, 200]
        assert len(jira_linkfake.exchanges) == 2

    def test_nothing_is_left(request):
        assert "merge_environment_settings" not in vars(requests.Session)
        assert conftest.Session.get_adapter.__module__ == "requests.sessions"
"""


def test_requests_cache_may_replace_the_session(pytester: pytest.Pytester) -> None:
    """With requests-cache installed in a conftest.py its sessions and those of `requests` itself are answered."""
    pytester.makeconftest(CACHED)
    pytester.makepyfile(CACHING_SUITE)
    pytester.runpytest_subprocess("--import-mode=prepend").assert_outcomes(passed=2)


REPLACED = """
    import requests

    class Adapter(requests.adapters.HTTPAdapter):
        pass

    class Session(requests.Session):
        def get_adapter(self, url):
            return super().get_adapter(url)

        def merge_environment_settings(self, *settings):
            return super().merge_environment_settings(*settings)

    THE_REAL_ONE, THE_REAL_ADAPTER = requests.Session, requests.adapters.HTTPAdapter
    requests.Session = requests.sessions.Session = Session
    requests.adapters.HTTPAdapter = requests.sessions.HTTPAdapter = Adapter
"""

REPLACING_SUITE = """
    import conftest
    import requests

    def test_both(jira_linkfake):
        for session in (requests.Session(), conftest.THE_REAL_ONE()):
            assert session.get(jira_linkfake.url + "/rest/api/2/serverInfo").ok
            session.mount("https://", conftest.THE_REAL_ADAPTER())
            assert session.get(jira_linkfake.url + "/rest/api/2/serverInfo").ok
"""


def test_any_class_may_stand_in_the_session_s_place(pytester: pytest.Pytester) -> None:
    """Classes that replaced those of `requests`, with what we patch or without, and those themselves are answered."""
    pytester.makeconftest(REPLACED)
    pytester.makepyfile(REPLACING_SUITE)
    pytester.runpytest_subprocess("--import-mode=prepend").assert_outcomes(passed=1)


def test_every_refusal_takes_a_site_of_ones_own(pytester: pytest.Pytester) -> None:
    """`every_refusal` is about the FakeJira of a user's own fixture, where that is wholly theirs."""
    pytester.makeconftest("""
        import pytest
        from jira_linkfake import FakeJira

        @pytest.fixture
        def jira_linkfake():
            with FakeJira(base_url="https://jira.example.com") as jira, jira.intercept():
                yield jira
    """)
    pytester.makepyfile("""
        import requests
        from jira_linkfake import every_refusal

        @every_refusal(connections=False)
        def test_it(jira_linkfake, refusal):
            ends = {"inwardIssue": {"key": refusal.source}, "outwardIssue": {"key": refusal.destination}}
            body = {"type": {"name": refusal.type}, **ends}
            url = "https://jira.example.com/rest/api/3/issueLink"
            assert requests.post(url, json=body, auth=jira_linkfake.auth).status_code == refusal.status
            refusal.assert_links(jira_linkfake)
    """)
    pytester.runpytest_inprocess().assert_outcomes(passed=24)


def test_every_refusal_says_what_it_needs(pytester: pytest.Pytester) -> None:
    """Where a user's own fixture is no FakeJira, the test says so."""
    pytester.makepyfile("""
        import pytest
        from jira_linkfake import every_refusal

        @pytest.fixture
        def jira_linkfake():
            return "a stub"

        @every_refusal()
        def test_it(refusal): ...
    """)
    result = pytester.runpytest_inprocess("-k", "captcha")
    result.assert_outcomes(errors=1, deselected=27)
    result.stdout.fnmatch_lines(["every_refusal needs a FakeJira, and the fixture jira_linkfake is 'a stub'"])


def test_a_test_without_sockets_spoils_no_other(pytester: pytest.Pytester) -> None:
    """Where pytest-socket forbids the first test of the server its socket, the next one gets it."""
    pytester.makepyfile("""
        import pytest
        import requests

        @pytest.mark.disable_socket
        def test_without(jira_linkfake_server): ...

        def test_with(jira_linkfake_server):
            assert requests.get(jira_linkfake_server.url + "/rest/api/2/serverInfo").ok
    """)
    result = pytester.runpytest_subprocess("-p", "pytest_socket")
    result.assert_outcomes(passed=1, errors=1)
    result.stdout.fnmatch_lines(["*SocketBlockedError*"])


def test_a_file_system_of_its_own_hides_nothing_of_ours(pytester: pytest.Pytester) -> None:
    """With pyfakefs a test whose file system was replaced before its site was made has a site like any other."""
    pytester.makepyfile("""
        import pytest
        import requests

        def assert_answered(jira):
            jira.add_issues("PROJ-1", "PROJ-2")
            ends = {"inwardIssue": {"key": "PROJ-1"}, "outwardIssue": {"key": "PROJ-2"}}
            body = {"type": {"name": "Blocks"}, **ends}
            reply = requests.post(jira.url + "/rest/api/3/issueLink", json=body, auth=jira.auth)
            assert (reply.status_code, reply.headers["X-Jira-Linkfake"]) == (201, "0.2.0")
            assert requests.get(jira.url + "/rest/api/2/issue/PROJ-7", auth=jira.auth).status_code == 404
            assert "PROJ-1 blocks PROJ-2" in jira.report()

        def test_behind_the_file_system(fs, jira_linkfake):
            assert_answered(jira_linkfake)

        @pytest.mark.parametrize("other", ["fs", "tmp_path", "fs"])
        def test_asked_for_late(request, other):
            request.getfixturevalue(other)
            assert_answered(request.getfixturevalue("jira_linkfake"))
    """)
    pytester.runpytest_subprocess("-p", "pyfakefs.pytest_plugin").assert_outcomes(passed=4)

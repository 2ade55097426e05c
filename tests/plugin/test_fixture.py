"""The fixture `jira_linkfake`: a site for each test, overriding it, and what fails a test when it ends."""

from __future__ import annotations

import pytest
import requests

from jira_linkfake import FakeJira
from jira_linkfake.rest import operations

SERVER_INFO = ("jira_linkfake.jira.site_info", "getServerInfo")


def test_each_test_has_a_site_of_its_own(pytester: pytest.Pytester) -> None:
    """What a test leaves on its site, and the options that it changes, are not there for the next."""
    run = pytester.inline_runsource("""
        import pytest

        @pytest.mark.parametrize("time", ["first", "second"])
        def test_it(jira_linkfake, time):
            assert not jira_linkfake.site.issues
            assert jira_linkfake.link_limit == 2000
            jira_linkfake.add_issues("PROJ-1", "PROJ-2")
            assert jira_linkfake.add_link("PROJ-1", "blocks", "PROJ-2").id == "10000"
            jira_linkfake.link_limit = 1
    """)
    run.assertoutcome(passed=2)


def test_a_test_and_its_fixtures_share_the_site(pytester: pytest.Pytester) -> None:
    """The user's own fixtures can use ours: a client of the site, an issue on it."""
    run = pytester.inline_runsource("""
        import pytest
        import requests

        @pytest.fixture
        def session(jira_linkfake):
            with requests.Session() as session:
                session.auth = jira_linkfake.auth
                yield session

        @pytest.fixture
        def issue(jira_linkfake):
            return jira_linkfake.add_issue("PROJ-1")

        def test_it(session, issue, jira_linkfake):
            answer = session.get(f"{jira_linkfake.url}/rest/api/2/issue/{issue.key}").json()
            assert answer["id"] == str(issue.id)
    """)
    run.assertoutcome(passed=1)


def test_a_folder_can_override_the_fixture(pytester: pytest.Pytester) -> None:
    """The tests of a folder start from what its conftest puts on the site; others start from nothing."""
    pytester.makepyfile(
        **{
            "folder/conftest": """
                import pytest

                @pytest.fixture
                def jira_linkfake(jira_linkfake):
                    jira_linkfake.add_issue("PROJ-1", summary="Crash on save")
                    return jira_linkfake
            """,
            "folder/test_inside": """
                import pytest

                def test_seeded(jira_linkfake):
                    assert list(jira_linkfake.site.issues.ids) == ["PROJ-1"]

                @pytest.mark.jira_linkfake(link_limit=1)
                def test_marked(jira_linkfake):
                    assert list(jira_linkfake.site.issues.ids) == ["PROJ-1"]
                    assert jira_linkfake.link_limit == 1

                def test_served(jira_linkfake_server, jira_linkfake):
                    assert jira_linkfake_server.jira is jira_linkfake
                    assert list(jira_linkfake.site.issues.ids) == ["PROJ-1"]
            """,
            "test_outside": """
                def test_empty(jira_linkfake):
                    assert not jira_linkfake.site.issues
            """,
        }
    )
    pytester.inline_run().assertoutcome(passed=4)


def test_a_bug_of_ours_reaches_the_test_unchanged(jira_linkfake: FakeJira, monkeypatch: pytest.MonkeyPatch) -> None:
    """What our code raises comes through `requests` as it is, and not as an error of Jira."""
    bug = LookupError("a bug of ours")

    def broken(_call: object) -> None:
        raise bug

    served = operations._served[SERVER_INFO]._replace(view=broken)
    monkeypatch.setitem(operations._served, SERVER_INFO, served)
    with pytest.raises(LookupError) as raised:
        requests.get(jira_linkfake.url + "/rest/api/2/serverInfo", timeout=5)
    assert raised.value is bug


CALLS_WHAT_IS_NOT_SERVED = """
    import pytest
    import requests

    def list_dashboards(jira):
        reply = requests.get(jira.url + "/rest/api/2/dashboard", auth=jira.auth)
        assert reply.status_code == 501
"""

NOT_SERVED = (
    "jira_linkfake does not serve {}. The code under test got a 501. "
    'The option unsupported="answer" lets a test go on with that.'
)
DASHBOARDS = "GET /rest/api/2/dashboard (getAllDashboards)"


def test_an_operation_that_is_not_served_fails_the_test_when_it_ends(pytester: pytest.Pytester) -> None:
    """A test that passed although its code got a 501 is an error, which names the operation in one sentence."""
    run = pytester.inline_runsource(f"""{CALLS_WHAT_IS_NOT_SERVED}
    def test_it(jira_linkfake):
        list_dashboards(jira_linkfake)
    """)
    assert run.matchreport("test_it", when="call").passed
    assert run.matchreport("test_it", when="teardown").longreprtext == NOT_SERVED.format(DASHBOARDS)


def test_operations_that_are_not_served_are_named_once_each(pytester: pytest.Pytester) -> None:
    """The error names each operation that was asked for, in order, however often it was."""
    run = pytester.inline_runsource(f"""{CALLS_WHAT_IS_NOT_SERVED}
    def test_it(jira_linkfake):
        list_dashboards(jira_linkfake)
        requests.post(jira_linkfake.url + "/rest/api/3/dashboard/1/copy", auth=jira_linkfake.auth)
        list_dashboards(jira_linkfake)
    """)
    names = f"{DASHBOARDS}; jira_linkfake does not serve POST /rest/api/3/dashboard/1/copy (copyDashboard)"
    assert run.matchreport("test_it", when="teardown").longreprtext == NOT_SERVED.format(names)


def test_a_test_that_failed_says_too_what_is_not_served(pytester: pytest.Pytester) -> None:
    """The 501 may be why a test failed, so it is told beside the failure."""
    run = pytester.inline_runsource(f"""{CALLS_WHAT_IS_NOT_SERVED}
    def test_it(jira_linkfake):
        list_dashboards(jira_linkfake)
        assert not "found"
    """)
    [(_, told)] = [one for one in run.matchreport("test_it", when="call").sections if one[0] == "jira_linkfake"]
    assert f"-> 501 NotServed: jira_linkfake does not serve {DASHBOARDS}" in told
    assert run.matchreport("test_it", when="teardown").passed


def test_a_test_that_a_fixture_ends_is_told_once_what_is_not_served(pytester: pytest.Pytester) -> None:
    """Where another fixture fails behind a 501 that is the one failure, whatever became of the test before."""
    run = pytester.inline_runsource(f"""{CALLS_WHAT_IS_NOT_SERVED}
    @pytest.fixture
    def ready(jira_linkfake):
        list_dashboards(jira_linkfake)
        assert not "found"

    def test_before(jira_linkfake):
        pass

    def test_it(ready):
        pass
    """)
    run.assertoutcome(passed=1, failed=1)
    assert run.matchreport("test_it", when="setup").failed
    assert run.matchreport("test_it", when="teardown").passed


def test_a_test_may_go_on_with_what_is_not_served(pytester: pytest.Pytester) -> None:
    """With `unsupported="answer"`, by marker or in the middle of a test, a 501 is an answer like any other."""
    run = pytester.inline_runsource(f"""{CALLS_WHAT_IS_NOT_SERVED}
    @pytest.mark.jira_linkfake(unsupported="answer")
    def test_marked(jira_linkfake):
        list_dashboards(jira_linkfake)

    def test_changed(jira_linkfake):
        jira_linkfake.unsupported = "answer"
        list_dashboards(jira_linkfake)
    """)
    run.assertoutcome(passed=2)


def test_a_fixture_asked_for_late_is_that_of_its_own_test(pytester: pytest.Pytester) -> None:
    """A test that ran pytest in its own process gets a site with the options of its own markers afterwards."""
    pytester.makepyfile(
        """
        import pytest

        pytest_plugins = ["pytester"]

        @pytest.mark.parametrize("inner", ["def test_inner(): ...", "def test_inner(jira_linkfake): ..."])
        def test_outer(request, pytester, inner):
            request.node.add_marker(pytest.mark.jira_linkfake(link_limit=7))
            pytester.makepyfile(inner)
            pytester.inline_run().assertoutcome(passed=1)
            assert request.getfixturevalue("jira_linkfake").link_limit == 7
        """
    )
    pytester.runpytest().assert_outcomes(passed=2)


def test_a_site_is_let_go_with_the_last_report_of_its_test(pytester: pytest.Pytester) -> None:
    """Tests live as long as the session; their sites do not."""
    pytester.makepyfile(
        """
        import gc
        import weakref

        SITES = []

        def test_takes_one(jira_linkfake):
            SITES.append(weakref.ref(jira_linkfake))

        def test_looks_for_it():
            gc.collect()
            assert SITES[0]() is None
        """
    )
    pytester.runpytest().assert_outcomes(passed=2)

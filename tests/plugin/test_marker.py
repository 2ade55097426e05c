"""The marker: where its options come from, that it brings the fixture, and what it says to a mistake."""

from __future__ import annotations

import pytest

A_REQUEST = """
    import pytest
    import requests

    def assert_answered():
        assert requests.get("https://your-domain.atlassian.net/rest/api/2/serverInfo").ok
"""


def test_the_nearest_marker_wins_option_by_option(pytester: pytest.Pytester) -> None:
    """An option comes from the function's marker, else from the class's, else from the module's."""
    run = pytester.inline_runsource("""
        import pytest

        pytestmark = pytest.mark.jira_linkfake(link_limit=1, answers="observed", credentials="issued")

        def options(jira):
            return jira.link_limit, jira.answers, jira.credentials, jira.unsupported

        def test_of_the_module(jira_linkfake):
            assert options(jira_linkfake) == (1, "observed", "issued", "fail")

        @pytest.mark.jira_linkfake(link_limit=2, answers="documented")
        class TestGroup:
            def test_of_the_class(self, jira_linkfake):
                assert options(jira_linkfake) == (2, "documented", "issued", "fail")

            @pytest.mark.jira_linkfake(link_limit=3)
            def test_of_the_function(self, jira_linkfake):
                assert options(jira_linkfake) == (3, "documented", "issued", "fail")
    """)
    run.assertoutcome(passed=3)


def test_several_markers_of_a_function_are_joined(pytester: pytest.Pytester) -> None:
    """Of two decorators with the same option the one next to the function wins; a parameter's mark adds to them."""
    run = pytester.inline_runsource("""
        import pytest

        @pytest.mark.jira_linkfake(link_limit=1, answers="observed")
        @pytest.mark.jira_linkfake(link_limit=2)
        @pytest.mark.parametrize(
            "credentials", ["auto", pytest.param("issued", marks=pytest.mark.jira_linkfake(credentials="issued"))]
        )
        def test_options(jira_linkfake, credentials):
            options = jira_linkfake.link_limit, jira_linkfake.answers, jira_linkfake.credentials
            assert options == (2, "observed", credentials)
    """)
    run.assertoutcome(passed=2)


MARKED = {
    "a function": """
    @pytest.mark.jira_linkfake
    def test_it():
        assert_answered()
    """,
    "a class": """
    @pytest.mark.jira_linkfake
    class TestGroup:
        def test_it(self):
            assert_answered()
    """,
    "a module": """
    pytestmark = pytest.mark.jira_linkfake

    def test_it():
        assert_answered()
    """,
    "a test case of unittest": """
    import unittest

    @pytest.mark.jira_linkfake
    class TestGroup(unittest.TestCase):
        def setUp(self):
            assert_answered()

        def test_it(self):
            assert_answered()
    """,
    "a method of a test case of unittest": """
    import unittest

    class TestGroup(unittest.TestCase):
        @pytest.mark.jira_linkfake
        def test_it(self):
            assert_answered()
    """,
    "a parametrised test": """
    @pytest.mark.jira_linkfake
    @pytest.mark.parametrize("number", [1])
    def test_it(number):
        assert_answered()
    """,
    "a parameter": """
    @pytest.mark.parametrize("number", [pytest.param(1, marks=pytest.mark.jira_linkfake)])
    def test_it(number):
        assert_answered()
    """,
    "a test with a fixture that calls": """
    @pytest.fixture
    def client():
        assert_answered()

    @pytest.mark.jira_linkfake
    def test_it(client):
        assert_answered()
    """,
}


@pytest.mark.parametrize("marked", MARKED.values(), ids=MARKED)
def test_the_marker_alone_brings_the_fixture(pytester: pytest.Pytester, marked: str) -> None:
    """A marked test need not name the fixture; the site is there before its arguments, as with `usefixtures`."""
    pytester.inline_runsource(A_REQUEST + marked).assertoutcome(passed=1)


def test_the_marker_brings_the_fixture_that_a_conftest_overrides(pytester: pytest.Pytester) -> None:
    """A folder's own `jira_linkfake` is what its marked tests get."""
    pytester.makeconftest("""
        import pytest

        @pytest.fixture
        def jira_linkfake(jira_linkfake):
            jira_linkfake.add_issue("PROJ-1")
            return jira_linkfake
    """)
    run = pytester.inline_runsource("""
        import pytest
        import requests

        @pytest.mark.jira_linkfake(as_user="admin")
        def test_it():
            assert requests.get("https://your-domain.atlassian.net/rest/api/2/issue/PROJ-1").ok
    """)
    run.assertoutcome(passed=1)


def test_a_marker_that_a_conftest_adds_brings_the_fixture(pytester: pytest.Pytester) -> None:
    """A conftest may mark what was collected, a whole folder for instance."""
    pytester.makeconftest("""
        import pytest

        def pytest_collection_modifyitems(items):
            for item in items:
                item.add_marker(pytest.mark.jira_linkfake(link_limit=3))
    """)
    run = pytester.inline_runsource("""
        def test_it(request):
            assert request.getfixturevalue("jira_linkfake").link_limit == 3
            assert "jira_linkfake" in request.node.fixturenames
    """)
    run.assertoutcome(passed=1)


def test_a_test_without_the_marker_gets_no_fixture(pytester: pytest.Pytester) -> None:
    """Neither a marked test next to it nor the mark of another of its parameters gives a test a site."""
    run = pytester.inline_runsource("""
        import pytest

        @pytest.mark.jira_linkfake
        def test_marked():
            pass

        def test_next_to_it(request):
            assert "jira_linkfake" not in request.fixturenames

        @pytest.mark.parametrize("marked", [False, pytest.param(True, marks=pytest.mark.jira_linkfake)])
        def test_parameters(request, marked):
            assert ("jira_linkfake" in request.fixturenames) is marked
    """)
    run.assertoutcome(passed=4)


def test_an_item_that_is_no_python_test_is_left_alone(pytester: pytest.Pytester) -> None:
    """Items of other plugins, which have no fixtures, run although they have the marker."""
    pytester.makeconftest("""
        import pytest

        class Check(pytest.Item):
            def runtest(self):
                assert self.get_closest_marker("jira_linkfake")

        class CheckFile(pytest.File):
            def collect(self):
                yield Check.from_parent(self, name="check")

        def pytest_collect_file(file_path, parent):
            if file_path.suffix == ".check":
                return CheckFile.from_parent(parent, path=file_path)

        def pytest_collection_modifyitems(items):
            items[0].add_marker("jira_linkfake")
    """)
    pytester.makefile(".check", "")
    pytester.inline_run().assertoutcome(passed=1)


THE_OPTIONS = (
    "known: 'allow_hosts', 'answers', 'as_user', 'attachment_limit', 'attachment_size_limit', 'attachments_enabled', "
    "'base_url', 'comment_limit', 'credentials', 'environ', 'https', 'inspector', "
    "'link_limit', 'linking_enabled', 'load', 'now', 'parallel_sprints', 'patch_sleep', 'remote_link_limit', "
    "'report_file', 'scenario', "
    "'time_tracking_enabled', 'unsupported', 'unused_responses', 'voting_enabled', 'watching_enabled', "
    "'worklog_limit'."
)
AN_ADDRESS = "it takes an address such as 'https://jira.example.com', without a slash at its end"
A_SCENARIO = "it takes a function, a name from jira_linkfake.scenarios, or a list of these"
CALLED_WITH_A_SITE = "will not do: it is called with a FakeJira and nothing else"
A_NUMBER = "it takes a number of links, 0 or more"
A_USER = "it takes a user's name, or what add_user returned"

WRONG = {
    "'observed'": "the marker jira_linkfake takes options by name only, as in scenario='lost_reply', not 'observed'",
    "link_limt=1": "jira_linkfake has no option 'link_limt': did you mean 'link_limit'?",
    "Answers='observed'": "jira_linkfake has no option 'Answers': did you mean 'answers'?",
    "colour='red'": f"jira_linkfake has no option 'colour': {THE_OPTIONS}",
    "base_url=443": f"base_url=443 will not do: {AN_ADDRESS}",
    "base_url='jira.example.com'": f"base_url='jira.example.com' will not do: {AN_ADDRESS}",
    "base_url='https://jira.example.com/'": f"base_url='https://jira.example.com/' will not do: {AN_ADDRESS}",
    "base_url='https://jira.example.com:port'": f"base_url='https://jira.example.com:port' will not do: {AN_ADDRESS}",
    "scenario='linking_disable'": "there is no scenario 'linking_disable': did you mean 'linking_disabled'?",
    "scenario=['link_limit_reached', 'anonymous']": (
        "there is no scenario 'anonymous': did you mean 'anonymous_access'?"
    ),
    "scenario=413": f"scenario=413 will not do: {A_SCENARIO}",
    "scenario=[413]": f"scenario=[413] will not do: {A_SCENARIO}",
    "scenario=[['anonymous_access']]": f"scenario=[['anonymous_access']] will not do: {A_SCENARIO}",
    "scenario=lambda: None": f"the scenario <lambda> {CALLED_WITH_A_SITE}",
    "scenario=[lambda jira, key: None]": f"the scenario <lambda> {CALLED_WITH_A_SITE}",
    "linking_enabled=0": "linking_enabled=0 will not do: it takes True or False",
    "linking_enabled='no'": "linking_enabled='no' will not do: it takes True or False",
    "link_limit=-1": f"link_limit=-1 will not do: {A_NUMBER}",
    "link_limit='1'": f"link_limit='1' will not do: {A_NUMBER}",
    "link_limit=True": f"link_limit=True will not do: {A_NUMBER}",
    "link_limit=None": f"link_limit=None will not do: {A_NUMBER}",
    "as_user=7": f"as_user=7 will not do: {A_USER}",
    "credentials='isued'": (
        "credentials='isued' will not do: it takes 'auto', 'any' or 'issued'; did you mean 'issued'?"
    ),
    "credentials=None": "credentials=None will not do: it takes 'auto', 'any' or 'issued'",
    "answers='Observed'": (
        "answers='Observed' will not do: it takes 'documented' or 'observed'; did you mean 'observed'?"
    ),
    "answers=401": "answers=401 will not do: it takes 'documented' or 'observed'",
    "unsupported='fails'": (
        "unsupported='fails' will not do: it takes 'fail' or 'answer'; did you mean 'fail'?"
    ),
    "unsupported=False": "unsupported=False will not do: it takes 'fail' or 'answer'",
}  # fmt: skip


@pytest.mark.parametrize("options", WRONG)
def test_a_wrong_marker_is_an_error_in_the_setup_of_its_test_only(pytester: pytest.Pytester, options: str) -> None:
    """A mistake in a marker is told in one sentence, that names what is right, without a traceback."""
    run = pytester.inline_runsource(f"""
        import pytest

        @pytest.mark.jira_linkfake({options})
        def test_wrong():
            pass

        @pytest.mark.jira_linkfake
        def test_right():
            pass
    """)
    assert run.matchreport("test_wrong", when="setup").longreprtext == WRONG[options]
    run.assertoutcome(passed=1, failed=1)


def test_a_mistake_further_away_is_told_too(pytester: pytest.Pytester) -> None:
    """A wrong option of the module's marker is an error of its tests although each has a marker of its own."""
    run = pytester.inline_runsource("""
        import pytest

        pytestmark = pytest.mark.jira_linkfake(answers="observe")

        @pytest.mark.jira_linkfake(link_limit=1)
        def test_it():
            pass
    """)
    assert run.matchreport("test_it", when="setup").longreprtext == (
        "answers='observe' will not do: it takes 'documented' or 'observed'; did you mean 'observed'?"
    )

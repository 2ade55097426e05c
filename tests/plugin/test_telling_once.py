"""What a test is told when it ends: once, whole where asked for, and of what never went wrong."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from tests.plugin.test_failure_report import SITE, section

UNSUPPORTED = """
    def test_it(jira):
        reply = requests.get(jira.url + "/rest/api/3/dashboard", auth=jira.auth)
        assert reply.ok
"""


def test_a_501_is_one_failure(pytester: pytest.Pytester) -> None:
    """A test that fails by a 501 itself fails once; the report says what is not served."""
    run = pytester.inline_runsource(SITE + UNSUPPORTED)
    run.assertoutcome(failed=1)
    assert "501 NotServed: jira_linkfake does not serve GET /rest/api/3/dashboard" in str(
        section(run.matchreport("test_it", when="call"))
    )


def test_bodies_are_shown_with_v(pytester: pytest.Pytester) -> None:
    """`-v` shows what each request sent and got."""
    pytester.makepyfile(SITE + UNSUPPORTED)
    shown, more = (pytester.runpytest(*options).stdout.str() for options in ((), ("-v",)))
    got = '    got: {"errorMessages":["jira_linkfake does not serve'
    assert got not in shown
    assert got in more


def test_the_whole_report_goes_to_a_file(pytester: pytest.Pytester) -> None:
    """The option `report_file` names a file that gets the whole report of each test that fails."""
    pytester.makeini("[pytest]\njira_linkfake_report_file = whole.txt\n")
    run = pytester.inline_runsource(f"""{SITE}
    def test_passes(jira):
        pass

    @pytest.mark.parametrize("name", ["one", "two"])
    def test_it(jira, name):
        for number in range(40):
            requests.get(jira.url + f"/rest/api/2/serverInfo?number={{number}}", auth=jira.auth)
        assert not name
    """)
    run.assertoutcome(passed=1, failed=2)
    text = Path(pytester.path, "whole.txt").read_text(encoding="utf-8")
    assert text.count("::test_it[one]\n") == text.count("::test_it[two]\n") == 1
    assert text.count("GET /rest/api/2/serverInfo?number=") == 80
    assert text.count("    got: {") == 80


NOT_MET = {
    "lost_reply(jira, times=1)": "lost_reply(times=1) met no request",
    "lost_reply(times=1)": "lost_reply(times=1) was prepared, and never called with a FakeJira",
    'jira.on_request("GET", "issue/PROJ-1", print)': (
        "on_request('GET', 'issue/PROJ-1', print) was waited for, and never came"
    ),
}


@pytest.mark.parametrize(("prepared", "sentence"), NOT_MET.items())
def test_what_never_went_wrong_is_told(pytester: pytest.Pytester, prepared: str, sentence: str) -> None:
    """A test that passes though what it prepared never went wrong warns of it; one that fails does not."""
    pytester.makepyfile(f"""{SITE}
    from jira_linkfake.scenarios import connection_refused, flaky, lost_reply

    MADE_BEFORE = lost_reply(times=2)

    def test_passes(jira):
        {prepared}

    def test_fails(jira):
        {prepared}
        assert not jira

    def test_may_meet_nothing(jira):
        flaky(jira)
        connection_refused(jira)
    """)
    result = pytester.runpytest("-Wdefault")
    result.assert_outcomes(passed=2, failed=1, warnings=1)
    result.stdout.fnmatch_lines([f"*ScenarioNotMetWarning: {sentence.replace('[', '[[]')}"])


CASES = """
import unittest

import requests

from jira_linkfake import JiraLinkfakeTestCase


class TestTriage(JiraLinkfakeTestCase, unittest.TestCase):
    jira_linkfake_options = {"link_limit": 3}

    def test_passes(self):
        self.jira_linkfake.add_issue("PROJ-1")
        self.assertEqual(self.jira_linkfake.link_limit, 3)
        reply = requests.get(f"{self.jira_linkfake.url}/rest/api/2/issue/PROJ-1", auth=self.jira_linkfake.auth)
        self.assertTrue(reply.ok)

    def test_fails(self):
        self.assertEqual(len(self.jira_linkfake.issues), 7)

    def test_is_not_served(self):
        requests.get(f"{self.jira_linkfake.url}/rest/api/3/dashboard", auth=self.jira_linkfake.auth)


class TestAsync(JiraLinkfakeTestCase, unittest.IsolatedAsyncioTestCase):
    async def test_fails_too(self):
        self.assertEqual(len(self.jira_linkfake.issues), 8)
"""


def test_unittest_has_a_site_and_its_report(pytester: pytest.Pytester) -> None:
    """The mixin gives each test a site, sync or async, and the report goes along with what it fails with."""
    pytester.makepyfile(test_cases=CASES)
    result = pytester.run(sys.executable, "-m", "unittest", "test_cases")
    shown = result.stderr.str()
    assert "Ran 4 tests" in shown
    assert "FAILED (failures=3)" in shown
    assert "UnsupportedOperationError: jira_linkfake does not serve GET /rest/api/3/dashboard" in shown
    expected = 2 if sys.version_info >= (3, 11) else 0  # notes are new in Python 3.11
    assert shown.count("jira_linkfake:\nLinks on the site:\n  (none)") == expected


MISTAKEN_CASES = """
import unittest

import pytest

from jira_linkfake import JiraLinkfakeTestCase

pytestmark = pytest.mark.jira_linkfake(answers="observed")


class TestMarked(JiraLinkfakeTestCase, unittest.TestCase):
    @pytest.mark.jira_linkfake(link_limit=3)
    def test_it(self):
        pass


class TestSetUp(JiraLinkfakeTestCase, unittest.TestCase):
    def setUp(self):
        self.before = 1

    def test_it(self):
        self.jira_linkfake.add_issue("PROJ-1")
"""


def test_what_is_wrong_with_a_case_is_told(pytester: pytest.Pytester) -> None:
    """A marker on a test of the mixin's is an error, and so is a site that nobody has made."""
    pytester.makepyfile(MISTAKEN_CASES)
    result = pytester.runpytest()
    result.assert_outcomes(failed=1, errors=1)
    result.stdout.fnmatch_lines(
        [
            "TestMarked has its site by JiraLinkfakeTestCase, for which jira_linkfake_options of the class sets *",
            "E * AttributeError: TestSetUp has no jira_linkfake yet: * setUp of your own calls first: super().setUp()",
        ]
    )


def test_the_mixin_works_under_pytest(pytester: pytest.Pytester) -> None:
    """The classes of unittest's run under pytest as well."""
    pytester.makepyfile(CASES)
    pytester.runpytest("-p", "no:cacheprovider").assert_outcomes(passed=1, failed=3)


def test_sleep_is_patched_for_a_test(pytester: pytest.Pytester) -> None:
    """The marker's `patch_sleep` counts for its test alone, and its clock starts at `now`."""
    run = pytester.inline_runsource("""
    import time
    import pytest

    SLEEP = time.sleep

    @pytest.mark.jira_linkfake(patch_sleep=True, now="2030-05-01")
    def test_sleeps(jira_linkfake):
        time.sleep(60)
        assert str(jira_linkfake.clock.now) == "2030-05-01 00:01:00+00:00"

    def test_does_not(jira_linkfake):
        assert time.sleep is SLEEP
    """)
    run.assertoutcome(passed=2)


@pytest.mark.parametrize("options", [(), ("-p", "xdist", "-n", "1")])
def test_real_waiting_is_told(pytester: pytest.Pytester, options: tuple[str, ...]) -> None:
    """The summary says after which refused requests a test has really waited, also one that passed, and not others."""
    pytester.makepyfile(f"""{SITE}
    import time
    from jira_linkfake.scenarios import unavailable

    def test_it(jira):
        unavailable(jira, times=1)
        for seconds in (1.2, 0, 0):
            requests.get(jira.url + "/rest/api/2/serverInfo")
            time.sleep(seconds)
    """)
    result = pytester.runpytest(*options)
    result.assert_outcomes(passed=1)
    told = [line for line in result.outlines if "waited" in line]
    assert len(told) == 1
    wait = r"test_real_waiting_is_told.py::test_it waited 1\.[2-9] s after a 503: patch_sleep"
    assert re.match(wait, told[0])

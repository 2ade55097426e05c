"""With --jira-linkfake-report each failed test has a page of its site: one file, by a safe name, that needs nothing."""

from __future__ import annotations

import base64
import hashlib
import html
import re

import pytest

from jira_linkfake.inspector.standing import name_of
from tests.inspector.html_pages import Page

SUITE = """
    import pytest
    import requests

    LINK = {"type": {"name": "Blocks"}, "inwardIssue": {"key": "PROJ-2"}, "outwardIssue": {"key": "PROJ-3"}}

    def test_fails(jira_linkfake):
        alice = jira_linkfake.add_user("alice", token="alice-" + "s3cret")
        jira_linkfake.add_issue("PROJ-1", summary="</style><script>alert(1)</script>")
        jira_linkfake.add_issue("PROJ-2")
        jira_linkfake.add_link("PROJ-1", "blocks", "PROJ-2")
        requests.post(f"{jira_linkfake.url}/rest/api/3/issueLink", json=LINK, auth=alice.auth)
        requests.get(f"{jira_linkfake.url}/rest/api/3/issue/PROJ-1?token={alice.token}", auth=alice.auth)
        assert alice.token == "wrong"

    def test_passes(jira_linkfake):
        jira_linkfake.add_issue("PROJ-1")

    def test_without_a_site():
        assert 0
"""
TWICE = """
    import pytest

    @pytest.fixture
    def torn(jira_linkfake):
        yield
        raise KeyError("in the end")

    def test_fails_twice(jira_linkfake, torn):
        assert 0

    @pytest.fixture
    def broken(jira_linkfake):
        raise LookupError("at once")

    def test_is_not_set_up(broken):
        pass
"""


@pytest.fixture
def pages(pytester, monkeypatch):
    """A function that runs a suite with the option, and returns the pages that it wrote, by name."""
    monkeypatch.syspath_prepend(pytester.path)

    def run(source: str, *arguments: str, **outcomes: int):
        pytester.makepyfile(test_it=source)
        result = pytester.runpytest_inprocess("--jira-linkfake-report", "out/pages", *arguments)
        result.assert_outcomes(**outcomes)
        found = {one.name: one.read_text("utf-8") for one in sorted(pytester.path.joinpath("out/pages").iterdir())}
        return result, found

    return run


def test_a_failed_test_has_a_page(pages):
    """It has the failure, exchanges with their reasons and bodies, links and the graph; the report says where."""
    result, found = pages(SUITE, passed=1, failed=2)
    ((name, text),) = found.items()
    assert name == name_of("test_it.py::test_fails")
    result.stdout.re_match_lines([r"The page of the site: .*out.pages." + re.escape(name)])
    page = Page(text)
    assert page.texts("h1") == ["test_it.py::test_fails"]
    assert "assert alice.token ==" in page.texts("pre")[0]
    assert page.texts("p", class_="reason") == ["IssueUnknown: there is no issue PROJ-3"]
    assert page.texts("span", class_="code") == ["404", "200"]
    assert [one.attributes["href"] for one in page.all("a", class_="issue")] == ["#issue-PROJ-1", "#issue-PROJ-2"]
    assert page.texts("li", class_="in") == ["⟵ is blocked by PROJ-1 </style><script>alert(1)</script>"]
    places = {one.attributes["id"] for one in page.elements if "id" in one.attributes}
    assert {one.attributes["href"][1:] for one in page.all("a") if one.attributes["href"][1:]} <= places


def test_the_page_needs_nothing_and_runs_nothing(pages):
    """Its policy allows its own style alone, by its hash; it loads nothing, and has no token in it."""
    _, found = pages(SUITE, passed=1, failed=2)
    (text,) = found.values()
    page = Page(text)
    (style,) = re.findall(r"<style>(.*?)</style>", text, re.S)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    (policy,) = [one.attributes["content"] for one in page.all("meta") if "http-equiv" in one.attributes]
    assert policy == (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"
    )
    assert page.all("script") + page.all("img") == []
    assert [one.attributes["href"] for one in page.all("link")] == ["data:,"]
    assert "alice-s3cret" not in html.unescape(text)
    assert "token=[hidden]" in text


def test_each_failure_of_a_test_is_on_its_page(pages):
    """One that fails in its call and when it ends has one page with both; so has one that is not set up."""
    _, found = pages(TWICE, failed=1, errors=2)
    failures = {name: Page(text).texts("pre") for name, text in found.items()}
    twice, once = failures[name_of("test_it.py::test_fails_twice")], failures[name_of("test_it.py::test_is_not_set_up")]
    assert ["assert 0" in twice[0], "in the end" in twice[1], len(twice)] == [True, True, 2]
    assert ["at once" in once[0], len(once)] == [True, 1]


def test_a_test_of_unittest_has_a_page(pages):
    """A site that comes with our mixin is shown as that of the fixture is; a case without one has none."""
    source = """
        import unittest

        from jira_linkfake import JiraLinkfakeTestCase

        class TestIt(JiraLinkfakeTestCase, unittest.TestCase):
            def test_fails(self):
                self.jira_linkfake.add_issue("PROJ-1")
                self.fail("told")

        class TestOther(unittest.TestCase):
            def test_fails(self):
                self.fail()
    """
    _, found = pages(source, failed=2)
    ((name, text),) = found.items()
    assert name == name_of("test_it.py::TestIt::test_fails")
    assert "AssertionError: told" in Page(text).texts("pre")[0]
    assert Page(text).texts("span", class_="key")[0] == "PROJ-1"


def test_a_site_that_tests_share_is_on_the_page_of_each(pages):
    """A test that fails with a site of its module has a page of that site."""
    source = """
        from jira_linkfake import site_fixture

        shared = site_fixture(scope="module")

        def test_fails(shared):
            shared.add_issue("PROJ-1")
            assert 0
    """
    _, found = pages(source, failed=1)
    assert list(found) == [name_of("test_it.py::test_fails")]


def test_a_test_with_another_file_system_has_a_page(pages):
    """A page is read from and written to the real file system, whatever a fixture has put in its place."""
    source = "def test_fails(jira_linkfake, fs):\n    assert 0"
    _, found = pages(source, "-p", "pyfakefs.pytest_plugin", failed=1)
    assert list(found) == [name_of("test_it.py::test_fails")]


def test_a_module_with_another_file_system_fails_as_it_would_without_pages(pages):
    """What a page is made of is read once, before a file system of a module takes the real one's place.

    Pages of tests before the last one go the way of that file system.
    """
    source = """
        def test_fails(jira_linkfake, fs_module):
            assert 0

        def test_fails_too(jira_linkfake, fs_module):
            assert 0
    """
    _, found = pages(source, "-p", "pyfakefs.pytest_plugin", failed=2)
    assert list(found) == [name_of("test_it.py::test_fails_too")]


def test_pages_come_from_every_process_of_xdist(pages):
    """Tests that run side by side each leave their page."""
    source = """
        import pytest

        @pytest.mark.parametrize("number", range(4))
        def test_fails(jira_linkfake, number):
            assert 0
    """
    _, found = pages(source, "-p", "xdist", "-n", "2", failed=4)
    assert set(found) == {name_of(f"test_it.py::test_fails[{number}]") for number in range(4)}


def test_the_report_of_pytest_html_links_the_page(pages, pytester):
    """The link is relative to where that report is, and stands there once for each test."""
    plugins = ("-p", "pytest_metadata.plugin", "-p", "pytest_html.plugin")
    _, found = pages(TWICE, *plugins, "--html", "out/html/report.html", failed=1, errors=2)
    report = html.unescape(html.unescape(pytester.path.joinpath("out/html/report.html").read_text("utf-8")))
    for name in found:
        assert f'"content": "../pages/{name}"' in report
    assert max(row.count('"content": "../pages/') for row in re.findall(r'"extras": \[(.*?)\]', report)) == 1


@pytest.mark.parametrize(
    ("test", "beginning"),
    [
        ("tests/test_a.py::TestB::test_c[x-1]", "tests-test_a-py-TestB-test_c-x-1"),
        ("test_a.py::test_b[../../etc/passwd]", "test_a-py-test_b-etc-passwd"),
        ("test_a.py::test_b[\ud83d\x00<b>\u202e\"'|?*:\\]", "test_a-py-test_b-b"),
        ("\u00e9\u00e9", ""),
        ("a/" * 300, "a-" * 39 + "a"),
    ],
)
def test_names_of_files_are_safe(test, beginning):
    """A name has letters, digits and dashes, is not too long, and no two tests share one."""
    name = name_of(test)
    assert re.fullmatch(r"[A-Za-z0-9_-]*[0-9a-f]{8}\.html", name)
    assert name[: -len("-12345678.html")] == beginning
    assert len(name) < 100
    assert name.lower() != name_of(test.upper() + ".").lower()


def test_a_folder_that_is_none_is_told(pytester):
    """Where the option names a file the run does not begin."""
    pytester.makefile(".txt", there="")
    result = pytester.runpytest_inprocess("--jira-linkfake-report", "there.txt")
    assert result.ret == pytest.ExitCode.USAGE_ERROR
    result.stderr.fnmatch_lines(["ERROR: --jira-linkfake-report takes a folder to write to: *there.txt*"])


def test_a_page_that_cannot_be_made_or_written_ends_no_run(pytester, monkeypatch):
    """The report says that there is no page, and the end of the run which could not be written; other tests go on."""
    pytester.makepyfile(
        """
        import pathlib
        import shutil

        import pytest

        def test_breaks(jira_linkfake):
            jira_linkfake.add_issue("PROJ-1")
            object.__setattr__(jira_linkfake.issue("PROJ-1"), "status", None)
            assert 0

        def test_loses_its_folder(jira_linkfake):
            shutil.rmtree("pages")
            pathlib.Path("pages").touch()
            assert 0

        def test_passes():
            pass
        """
    )
    result = pytester.runpytest_inprocess("--jira-linkfake-report", "pages", "-p", "no:randomly")
    result.assert_outcomes(passed=1, failed=2)
    result.stdout.re_match_lines(
        [
            "There is no page of the site: .*category.*",
            ".* jira_linkfake: pages that cannot be written .*",
            r"test_a_page_that_cannot_be_made_or_written_ends_no_run.py::test_loses_its_folder: .*pages.*",
        ]
    )


def test_large_sites_have_what_matters_on_their_page(pages):
    """Of many exchanges, issues and webhooks the page has those that matter, and says how many there are."""
    source = """
        import requests

        def test_fails(jira_linkfake):
            jira_linkfake.add_issues(*(f"A-{number}" for number in range(1, 260)))
            call = f"{jira_linkfake.url}/rest/api/3/issue/A-7/comment"
            for number in range(110):
                requests.post(call.replace("/3/", "/2/"), json={"body": "x"}, auth=jira_linkfake.auth)
            raise AssertionError
    """
    _, found = pages(source, failed=1)
    (text,) = found.values()
    page = Page(text)
    said = page.texts("p", class_="faint")
    assert len(page.all("span", class_="code")) == 100
    assert said[1].endswith("Of 110 these are what went wrong, the first and the last.")
    assert {"1 of 259: those that requests were about.", "The last 100 of 110."} < set(said)


def test_without_the_option_nothing_of_it_is_loaded(pytester):
    """A suite that fails without the option does not import the page."""
    pytester.makepyfile(
        """
        import sys

        def test_fails(jira_linkfake):
            assert [one for one in sys.modules if "inspector" in one or one == "jinja2.meta"] == ["x"]

        def test_after(jira_linkfake):
            assert not [one for one in sys.modules if one.startswith("jira_linkfake.inspector")]
        """
    )
    pytester.runpytest_subprocess().assert_outcomes(failed=1, passed=1)

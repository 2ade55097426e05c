"""What a failing test shows of its site, and what a failed assertion says."""

from __future__ import annotations

import pytest

SITE = """
    import pytest
    import requests

    @pytest.fixture
    def jira(jira_linkfake):
        jira_linkfake.add_issues("PROJ-1", "PROJ-2", "PROJ-3")
        return jira_linkfake

    def link(jira, source, type_name, destination, auth=None):
        ends = {"inwardIssue": {"key": source}, "outwardIssue": {"key": destination}}
        body = {"type": {"name": type_name}, **ends}
        requests.post(jira.url + "/rest/api/2/issueLink", json=body, auth=auth or jira.auth)
"""

REFUSED = """
    @pytest.fixture
    def refused(jira):
        jira.add_link("PROJ-1", "duplicates", "PROJ-3")
        alice = jira.add_user("alice")
        jira.deny("LINK_ISSUES", alice)
        link(jira, "PROJ-1", "Blocks", "PROJ-2")
        link(jira, "PROJ-2", "Blocks", "PROJ-3", auth=alice.auth)
        requests.get(jira.url + "/rest/api/3/issue/PROJ-9?fields=summary")
"""

SECTION = """\
Issues:
  PROJ-1 (Task, To Do): Summary of PROJ-1
  PROJ-2 (Task, To Do): Summary of PROJ-2
  PROJ-3 (Task, To Do): Summary of PROJ-3
Links on the site:
  PROJ-1 duplicates PROJ-3
  PROJ-1 blocks PROJ-2
Last requests:
  requests: POST /rest/api/2/issueLink by admin -> 201, made 'PROJ-1 blocks PROJ-2'
  requests: POST /rest/api/2/issueLink by alice -> 404 NoLinkPermission: alice does not hold Link issues in PROJ, \
the project of the source PROJ-2 (sites were seen to answer 401)
  requests: GET /rest/api/3/issue/PROJ-9?fields=summary by an anonymous caller -> 401 IssueUnknown: \
no credentials were sent; there is no issue PROJ-9 (sites were seen to answer 404)"""


def section(report: pytest.TestReport) -> str | None:
    """Return our section of a test's report, None where it has none."""
    ours = [text for title, text in report.sections if title == "jira_linkfake"]
    assert len(ours) <= 1
    return ours[0] if ours else None


FAILING = {
    "call": """
    def test_it(refused):
        assert not "passed"
    """,
    "setup": """
    @pytest.fixture
    def broken(refused):
        raise LookupError

    def test_it(broken):
        pass
    """,
    "teardown": """
    @pytest.fixture
    def broken(refused):
        yield
        raise LookupError

    def test_it(broken):
        pass
    """,
}


@pytest.mark.parametrize("when", FAILING)
def test_a_failing_test_shows_its_site(pytester: pytest.Pytester, when: str) -> None:
    """The links there are and the last requests with their true reasons are shown, whatever it was that failed."""
    run = pytester.inline_runsource(SITE + REFUSED + FAILING[when])
    assert section(run.matchreport("test_it", when=when)) == SECTION


def test_the_section_is_shown_in_the_terminal(pytester: pytest.Pytester) -> None:
    """The section has its title and stands below the failure, whole."""
    pytester.makepyfile(SITE + REFUSED + FAILING["call"])
    shown = pytester.runpytest().stdout.str()
    assert f" jira_linkfake {'-' * 33}\n{SECTION}\n=" in shown
    assert shown.index("AssertionError") < shown.index(SECTION)


def test_the_last_requests_are_shown_and_the_others_are_counted(pytester: pytest.Pytester) -> None:
    """Of many requests the first three and the last are shown, and how many more there were."""
    run = pytester.inline_runsource(f"""{SITE}
    def test_it(jira):
        for number in range(22):
            requests.get(jira.url + f"/rest/api/2/serverInfo?number={{number}}", auth=jira.auth)
        assert not "passed"
    """)
    shown = [f"  requests: GET /rest/api/2/serverInfo?number={number} by admin -> 200" for number in range(22)]
    lines = ["Links on the site:", "  (none)", "Last requests:", *shown[:3], "  (2 more)", *shown[5:]]
    assert section(run.matchreport("test_it")) == "\n".join(lines)


def test_a_test_that_does_not_fail_shows_nothing(pytester: pytest.Pytester) -> None:
    """Neither a test that passed nor one that was skipped or expected to fail has the section."""
    run = pytester.inline_runsource(f"""{SITE}
    def test_passes(jira):
        pass

    def test_skips(jira):
        pytest.skip()

    @pytest.mark.xfail
    def test_fails_as_expected(jira):
        assert not "passed"
    """)
    reports = run.getreports("pytest_runtest_logreport")
    assert len(reports) == 9
    assert [section(report) for report in reports] == [None] * 9


def test_a_failing_test_without_a_site_shows_nothing(pytester: pytest.Pytester) -> None:
    """A test that did not ask for a site, or did not get one, has no section."""
    run = pytester.inline_runsource("""
        import pytest

        def test_unrelated():
            assert not "passed"

        @pytest.mark.jira_linkfake(link_limt=1)
        def test_misspelt():
            pass
    """)
    assert section(run.matchreport("test_unrelated", when="call")) is None
    assert section(run.matchreport("test_misspelt", when="setup")) is None


def test_the_section_is_about_the_test_that_failed(pytester: pytest.Pytester) -> None:
    """A failing test shows its own site, not the one of the test before."""
    run = pytester.inline_runsource(f"""{SITE}
    def test_before(jira):
        jira.add_link("PROJ-1", "blocks", "PROJ-2")

    def test_it(jira_linkfake):
        assert not "passed"
    """)
    assert (
        section(run.matchreport("test_it"))
        == "Links on the site:\n  (none)\nNo request reached https://your-domain.atlassian.net, nor any other"
        " host, since the site was opened: the code sent none, or swallowed an error before."
    )


REVERSE = 'The reverse is: {}. (The issue that a request names as inwardIssue is the one that "blocks" the other.)'

ASSERTIONS = {
    "nothing is linked": (
        """
        jira.assert_linked("PROJ-1", "blocks", "PROJ-2")
        """,
        [
            "PROJ-1 blocks PROJ-2 is not linked.",
            "Links on the site:",
            "  (none)",
            (
                "No request reached https://your-domain.atlassian.net, nor any other host, since the site was opened:"
                " the code sent none, or swallowed an error before."
            ),
        ],
    ),
    "the reverse is linked": (
        """
        link(jira, "PROJ-2", "Blocks", "PROJ-1")
        jira.assert_linked("PROJ-1", "blocks", "PROJ-2")
        """,
        [
            "PROJ-1 blocks PROJ-2 is not linked.",
            REVERSE.format("PROJ-2 blocks PROJ-1"),
            "Links on the site:",
            "  PROJ-2 blocks PROJ-1",
        ],
    ),
    "the reverse is linked, asked with the inward phrase": (
        """
        link(jira, "PROJ-1", "Blocks", "PROJ-2")
        jira.assert_linked("PROJ-1", "is blocked by", "PROJ-2")
        """,
        [
            "PROJ-1 is blocked by PROJ-2 is not linked.",
            REVERSE.format("PROJ-1 blocks PROJ-2"),
            "Links on the site:",
            "  PROJ-1 blocks PROJ-2",
        ],
    ),
    "another type is linked, either way": (
        """
        link(jira, "PROJ-1", "Duplicate", "PROJ-2")
        link(jira, "PROJ-2", "Relates", "PROJ-1")
        link(jira, "PROJ-1", "Blocks", "PROJ-3")
        jira.assert_linked("PROJ-1", "blocks", "PROJ-2")
        """,
        [
            "PROJ-1 blocks PROJ-2 is not linked.",
            "Linked with another type: PROJ-1 duplicates PROJ-2 (Duplicate).",
            "Linked with another type: PROJ-2 relates to PROJ-1 (Relates).",
            "Links on the site:",
            "  PROJ-1 duplicates PROJ-2",
            "  PROJ-2 relates to PROJ-1",
            "  PROJ-1 blocks PROJ-3",
        ],
    ),
    "the link was removed": (
        """
        link(jira, "PROJ-1", "Blocks", "PROJ-2")
        requests.delete(f"{jira.url}/rest/api/2/issueLink/{jira.links[0].id}", auth=jira.auth)
        jira.assert_linked("PROJ-1", "blocks", "PROJ-2")
        """,
        [
            "PROJ-1 blocks PROJ-2 is not linked.",
            "It was there until: DELETE /rest/api/2/issueLink/10000 by admin -> 204, removed 'PROJ-1 blocks PROJ-2'",
            "Links on the site:",
            "  (none)",
        ],
    ),
    "requests were refused": (
        """
        alice = jira.add_user("alice")
        jira.add_security_level("Internal", project="PROJ", members=[jira.default_user])
        jira.add_issue("PROJ-4", security_level="Internal")
        jira.deny("LINK_ISSUES", alice)
        link(jira, "PROJ-1", "Blocks", "PROJ-4", auth=alice.auth)
        link(jira, "PROJ-1", "Blocks", "PROJ-2", auth=alice.auth)
        jira.link_limit = 0
        link(jira, "PROJ-1", "Blocks", "PROJ-2")
        jira.assert_linked("PROJ-1", "blocks", "PROJ-2")
        """,
        [
            "PROJ-1 blocks PROJ-2 is not linked.",
            "Links on the site:",
            "  (none)",
            "Refused requests:",
            (
                "  POST /rest/api/2/issueLink by alice -> 404 IssueHidden: "
                "alice may not see PROJ-4: security level Internal"
            ),
            (
                "  POST /rest/api/2/issueLink by alice -> 404 NoLinkPermission: alice does not hold Link issues "
                "in PROJ, the project of the source PROJ-1 (sites were seen to answer 401)"
            ),
            (
                "  POST /rest/api/2/issueLink by admin -> 413 LinkLimitReached: "
                "PROJ-1 has as many links as it may have (link_limit=0 is set here, the default is 2000)"
            ),
        ],
    ),
    "a request without credentials was refused": (
        """
        requests.get(jira.url + "/rest/api/2/myself")
        jira.answers = "observed"
        requests.delete(jira.url + "/rest/api/2/issueLink/10000")
        jira.assert_linked("PROJ-1", "blocks", "PROJ-2")
        """,
        [
            "PROJ-1 blocks PROJ-2 is not linked.",
            "No request asked for a link.",
            (
                "The last that came is DELETE /rest/api/2/issueLink/10000 -> 404. After it the code sent nothing more:"
                " it stopped at that answer, or never meant to go on."
            ),
            "Links on the site:",
            "  (none)",
            "Refused requests:",
            (
                "  GET /rest/api/2/myself by an anonymous caller -> 401 NotSignedIn: "
                "no credentials were sent; an anonymous caller asked for what only a signed-in user has"
            ),
            (
                "  DELETE /rest/api/2/issueLink/10000 by an anonymous caller -> 404 LinkUnknown: "
                "there is no link 10000 (the reference says 401)"
            ),
        ],
    ),
    "linked although it should not be": (
        """
        jira.add_link("PROJ-1", "duplicates", "PROJ-2")
        link(jira, "PROJ-1", "Blocks", "PROJ-2")
        jira.assert_not_linked("PROJ-2", "is blocked by", "PROJ-1")
        """,
        ["PROJ-2 is blocked by PROJ-1 is linked: PROJ-1 blocks PROJ-2, made by POST /rest/api/2/issueLink."],
    ),
    "linked although nothing should be": (
        """
        jira.add_link("PROJ-1", "duplicates", "PROJ-2")
        link(jira, "PROJ-1", "Blocks", "PROJ-2")
        jira.assert_no_links()
        """,
        [
            "There are links.",
            "Links on the site:",
            "  PROJ-1 duplicates PROJ-2, seeded by the test",
            "  PROJ-1 blocks PROJ-2, made by POST /rest/api/2/issueLink",
        ],
    ),
}


@pytest.mark.parametrize(("steps", "lines"), ASSERTIONS.values(), ids=ASSERTIONS)
def test_a_failed_assertion_says_what_happened_instead(pytester: pytest.Pytester, steps: str, lines: list[str]) -> None:
    """The failure of an assertion is these lines and no others, at the test's own line."""
    run = pytester.inline_runsource(f"{SITE}\n    def test_it(jira):{steps}")
    report = run.matchreport("test_it")
    shown = report.longreprtext.splitlines()
    first, *others = lines
    start = next(number for number, line in enumerate(shown) if line.startswith("E "))
    assert shown[start - 1].startswith(">       jira.assert_")
    assert shown[start:-2] == [f"E       AssertionError: {first}", *(f"E       {line}" for line in others)]
    assert shown[-1].endswith(": AssertionError")


MISTAKES = {
    'assert_linked("PROJ-1", "block", "PROJ-2")': "no link type reads 'block': did you mean 'blocks'?",
    'assert_not_linked("PROJ-1", "is blocked", "PROJ-2")': (
        "no link type reads 'is blocked': did you mean 'is blocked by'?"
    ),
    'assert_linked("PROJ-1", "blocks", "PROJ-12")': ("there is no issue 'PROJ-12' on the site: did you mean 'PROJ-2'?"),
    'assert_not_linked("PORJ-3", "blocks", "PROJ-1")': "there is no issue 'PORJ-3' on the site: did you mean 'PROJ-3'?",
}


@pytest.mark.parametrize("assertion", MISTAKES)
def test_a_mistake_in_an_assertion_is_an_error(pytester: pytest.Pytester, assertion: str) -> None:
    """A key or a phrase that the site does not have is told at the test's own line, with the nearest there is."""
    run = pytester.inline_runsource(f"{SITE}\n    def test_it(jira):\n        jira.{assertion}")
    shown = run.matchreport("test_it").longreprtext
    assert f">       jira.{assertion}\nE       jira_linkfake.errors.UsageError: {MISTAKES[assertion]}\n" in shown


HOSTILE_SUITE = r"""
    import pytest
    import requests

    @pytest.mark.parametrize("key", ["\ud83d", "\x1b[2J\nFAKE"], ids=["surrogate", "escape"])
    def test_it(jira_linkfake, key):
        jira_linkfake.add_issues("A-1", "B-1")
        body = {"type": {"name": key}, "inwardIssue": {"key": key}, "outwardIssue": {"key": "B-1"}}
        requests.post(jira_linkfake.url + "/rest/api/3/issueLink", json=body, auth=jira_linkfake.auth)
        requests.get(jira_linkfake.url + "/rest/api/3/%1b[2J%0aFAKE", auth=jira_linkfake.auth)
        bom = b'\xef\xbb\xbf{"fields": {"summary": "x"}}'
        headers = {"Content-Type": "application/json"}
        requests.put(jira_linkfake.url + "/rest/api/3/issue/A-1", data=bom, headers=headers, auth=jira_linkfake.auth)
        jira_linkfake.assert_linked("A-1", "blocks", "B-1")

    def test_another():
        pass
"""


@pytest.mark.parametrize("workers", [(), ("-p", "xdist", "-n", "2")], ids=["alone", "under xdist"])
def test_hostile_bytes_are_told_and_end_no_run(pytester: pytest.Pytester, workers: tuple[str, ...]) -> None:
    """Lone surrogates, escape sequences and bodies in odd encodings are shown, and each test has its own outcome."""
    pytester.makepyfile(HOSTILE_SUITE)
    result = pytester.runpytest_subprocess(*workers)
    result.assert_outcomes(failed=2, passed=1)
    output = result.stdout.str()
    assert r"/rest/api/3/\x1b[2J\nFAKE by admin" in output
    assert r"\ud83d" in output
    assert "\x1b[2J" not in output
    assert "\nFAKE" not in output
    result.stdout.no_fnmatch_line("*INTERNALERROR*")


def test_a_terminal_with_colours_shows_the_report_in_them(pytester):
    """Statuses are green, or red for what went wrong, and headings bold; what is kept of the report has no colours."""
    pytester.makepyfile(SITE + REFUSED + "    def test_a(refused): assert False")
    result = pytester.runpytest("--color=yes", "--junitxml=report.xml", "-o", "junit_logging=all")
    plain = pytester.runpytest("--color=no")
    output = result.stdout.str()
    assert "-> \x1b[32m201\x1b[0m, made" in output
    assert "-> \x1b[31m404\x1b[0m NoLinkPermission" in output
    assert "\x1b[1mLast requests:\x1b[0m" in output
    assert "\x1b[3" not in (pytester.path / "report.xml").read_text().replace("&#x1B;", "\x1b")
    assert "  requests: POST /rest/api/2/issueLink by admin -> 201, made" in plain.stdout.str()


def test_verbosely_the_report_shows_bodies(pytester):
    """With -v a report says what each request sent and got."""
    pytester.makepyfile(SITE + REFUSED + "    def test_a(refused): assert False")
    assert "    got: {" not in pytester.runpytest().stdout.str()
    result = pytester.runpytest("-v")
    result.stdout.fnmatch_lines(['*    sent: {"type": {"name": "Blocks"}, *', '*    got: {"errorMessages":*'])

"""What the functions of JQL give, and what is wrong with calling them otherwise."""

from datetime import datetime, timezone

import pytest

from jira_linkfake.jira.people.model import ANYONE, DEFAULT_USER, SecurityLevel
from jira_linkfake.jira.search import refusals as wrong
from jira_linkfake.jira.search.functions import boundary, moment, moment_of_number

NOBODY_SEES_SEC_1 = SecurityLevel(id="10000", name="of SEC-1", project="SEC")
NOW = datetime(2026, 3, 31, 13, 45, 20, tzinfo=timezone.utc)  # a Tuesday


@pytest.fixture(autouse=True)
def linked(seeded):
    """APP-1 with three links, one of them to an issue that the admin does not see."""
    seeded.add_issue("SEC-1", visible_to=[])
    seeded.add_link("APP-1", "blocks", "APP-2")
    seeded.add_link("LIB-1", "blocks", "APP-1")
    seeded.add_link("APP-1", "relates to", "LIB-1")
    seeded.add_link("APP-1", "blocks", "SEC-1")


@pytest.mark.parametrize(
    ("jql", "keys"),
    [
        ("issue in linkedIssues(APP-1)", ["LIB-1", "APP-2"]),
        ("issue in linkedIssues(10000)", ["LIB-1", "APP-2"]),
        ("key in LinkedIssues('app-1', 'Blocks')", ["APP-2"]),
        ("key in linkedIssues(APP-1, 'is blocked by')", ["LIB-1"]),
        ("key in linkedIssues(APP-1, blocks, 'relates to')", ["LIB-1", "APP-2"]),
        ("key in linkedIssues(APP-1, clones)", []),
        ("key not in linkedIssues(APP-1)", ["APP-1"]),
        ("NOT key in linkedIssues(APP-1)", ["APP-1"]),
        ("key in (APP-1, linkedIssues(APP-1, blocks))", ["APP-2", "APP-1"]),
        ("issueLink in linkedIssues(APP-1, blocks)", ["APP-1"]),
    ],
)
def test_linked_issues(find, jql, keys):
    """`linkedIssues` gives the issues that an issue reads a phrase towards, as far as the caller sees them."""
    assert find(jql) == keys


@pytest.mark.parametrize(
    ("jql", "refusal"),
    [
        ("issue in linkedIssues()", wrong.LinkedIssueMissing()),
        ("issue in linkedIssues(APP-9)", wrong.LinkedIssueUnseen(value="APP-9", caller=DEFAULT_USER)),
        (
            "issue in linkedIssues(SEC-1)",
            wrong.LinkedIssueUnseen(value="SEC-1", caller=DEFAULT_USER, hidden_by=NOBODY_SEES_SEC_1),
        ),
        ("issue in linkedIssues(APP-1, haunts)", wrong.LinkPhraseUnknown(phrase="haunts")),
        ("issue in linkedIssues(APP-1, Relates)", wrong.LinkPhraseUnknown(phrase="Relates")),
        ("status in linkedIssues(APP-1)", wrong.FunctionUnfit(function="linkedIssues", field="status")),
        ("status = currentUser()", wrong.FunctionUnfit(function="currentUser", field="status")),
        ("summary ~ currentUser()", wrong.FunctionUnfit(function="currentUser", field="summary")),
        ("created > currentUser()", wrong.FunctionNoDate(function="currentUser", field="created")),
        ("assignee = noSuch(1, 'b c')", wrong.FunctionUnknown(function="noSuch(1, b c)")),
        ("issue in noSuch()", wrong.FunctionUnknown(function="noSuch()")),
        ("assignee = currentUser(me)", wrong.ArgumentsUnexpected(function="currentUser", received=1)),
        ("issue in votedIssues(me)", wrong.ArgumentsUnexpected(function="votedIssues", received=1)),
        ("created > now('-1d', 2)", wrong.ArgumentsUnexpected(function="now", received=2)),
        ("created > startOfDay(1, 2)", wrong.ArgumentsTooMany(function="startOfDay", received=2)),
        ("created > startOfDay(invalid)", wrong.DurationInvalid(function="startOfDay")),
        ("created > endOfYear('9999y')", wrong.DurationInvalid(function="endOfYear")),
        ("team in openSprints()", wrong.JqlNotServed(what="the field 'team' in JQL")),
        ("assignee in updatedBy(staff)", wrong.JqlNotServed(what="the function updatedBy() in JQL")),
    ],
)
def test_function_is_refused(refuses_jql, jql, refusal):
    """A function must be there, take its arguments, and give what the field holds."""
    refuses_jql(jql, refusal)


def test_linked_issues_without_linking(site, refuses_jql):
    """Without issue linking, `linkedIssues` cannot be called."""
    site.options.linking_enabled = False
    refuses_jql("issue in linkedIssues(APP-1)", wrong.LinkedIssuesDisabled())


def test_several_unknown_phrases_are_all_told(refuses_jql):
    """Each phrase that no type of links has is told."""
    refuses_jql(
        "issue in linkedIssues(APP-1, haunts, blocks, eats)",
        wrong.LinkPhraseUnknown(phrase="haunts"),
        wrong.LinkPhraseUnknown(phrase="eats"),
    )


@pytest.mark.parametrize(
    ("jql", "found"),
    [
        ("created < now()", True),
        ("created > startOfDay()", True),
        ("created > startOfDay(1)", False),
        ("created < endOfDay()", True),
        ("created < endOfMonth(-1)", False),
        ("created >= startOfWeek('-1w') and created < startOfYear(1)", True),
    ],
)
def test_times(find, jql, found):
    """Functions of time go by the site's clock."""
    assert find(jql) == (["LIB-1", "APP-2", "APP-1"] if found else [])


def test_issues_of_the_caller(seeded, find):
    """`watchedIssues()` and `votedIssues()` give what the caller watches and has voted on, and take no arguments."""
    seeded.add_vote("APP-2", "admin")
    seeded.add_issue("APP-8", watchers=[], voters=[])
    assert find("issue in watchedIssues()") == ["LIB-1", "APP-2", "APP-1"]
    assert find("issue in votedIssues()") == ["APP-2"]


def test_who_else_has_come_is_hidden(seeded, find):
    """Without View voters and watchers a search finds by the caller alone, and by how many there are."""
    alice = seeded.add_user("alice")
    for name in ("alice", "admin"):
        seeded.add_vote("APP-2", name)
    seeded.add_watcher("APP-2", alice)
    seeded.deny("VIEW_VOTERS_AND_WATCHERS", alice)
    assert find("voter = admin OR watcher = admin", alice) == []
    assert find("voter = alice AND watcher = currentUser() AND votes = 2 AND watchers = 2", alice) == ["APP-2"]


def test_nobody_is_the_anonymous_caller(seeded, find):
    """`currentUser()` is nobody for an anonymous caller, and so finds nothing."""
    seeded.allow_only("BROWSE_PROJECTS", ANYONE)
    assert find("reporter = currentUser()", None) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-03-01", "2026-03-01 00:00:00"),
        ("2026/3/1", "2026-03-01 00:00:00"),
        (" 2026-03-01 17:05 ", "2026-03-01 17:05:00"),
        ("2026/03/01 7:05", "2026-03-01 07:05:00"),
        ("-1d", "2026-03-30 13:45:20"),
        ("1d", "2026-04-01 13:45:20"),
        ("+2h", "2026-03-31 15:45:20"),
        ("-4w 2d", "2026-03-01 13:45:20"),
        ("-4weeks 2 days", "2026-03-01 13:45:20"),
        ("-4hours", "2026-03-31 09:45:20"),
        ("-90m", "2026-03-31 12:15:20"),
        ("-1minute", "2026-03-31 13:44:20"),
    ],
)
def test_moments(text, expected):
    """A date, a date with a time, or a span before or after now is a time."""
    assert str(moment(text, NOW)) == f"{expected}+00:00"


@pytest.mark.parametrize(
    "text",
    ["", "yesterday", "2026-02-30", "2026-13-01", "2026-01-01 25:00", "-100milestone", "-1M", "-1y", "1", "-999999w"],
)
def test_what_is_no_moment(text):
    """A day that no calendar has, a span too long, and any other text is no time."""
    assert moment(text, NOW) is None


def test_moment_of_a_number():
    """A number is one of milliseconds since 1970, as far as the calendar goes."""
    assert str(moment_of_number(1767225600500)) == "2026-01-01 00:00:00.500000+00:00"
    assert moment_of_number(2**63 - 1) is None


@pytest.mark.parametrize(
    ("unit", "end", "step", "expected"),
    [
        ("Day", False, "0", "2026-03-31 00:00:00"),
        ("Day", False, "-1", "2026-03-30 00:00:00"),
        ("Day", False, "+1d", "2026-04-01 00:00:00"),
        ("Day", True, "0", "2026-03-31 23:59:59.999000"),
        ("Day", False, "-12h", "2026-03-31 00:00:00"),
        ("Day", False, "-14h", "2026-03-30 00:00:00"),
        ("Day", False, "-1M", "2026-02-28 00:00:00"),
        ("Week", False, "0", "2026-03-29 00:00:00"),
        ("Week", True, "0", "2026-04-04 23:59:59.999000"),
        ("Week", False, "1", "2026-04-05 00:00:00"),
        ("Month", False, "0", "2026-03-01 00:00:00"),
        ("Month", True, "-1", "2026-02-28 23:59:59.999000"),
        ("Month", False, "-3", "2025-12-01 00:00:00"),
        ("Year", False, "0", "2026-01-01 00:00:00"),
        ("Year", True, "1y", "2027-12-31 23:59:59.999000"),
        ("Year", False, "90m", "2026-01-01 00:00:00"),
    ],
)
def test_boundaries(unit, end, step, expected):
    """A day, week, month or year begins and ends in UTC, and is moved by a step."""
    assert str(boundary(unit, end=end, step=step, now=NOW)) == f"{expected}+00:00"


def test_a_week_begins_on_its_sunday():
    """On a Sunday the week begins on the same day, at its very start."""
    sunday = datetime(2026, 3, 29, 13, 45, 20, 500, tzinfo=timezone.utc)
    assert str(boundary("Week", end=False, step="0", now=sunday)) == "2026-03-29 00:00:00+00:00"


@pytest.mark.parametrize("step", ["", "x", "1q", "-1 d", "9999y", "-999999w"])
def test_what_is_no_step(step):
    """A step is a number, with a unit or without, that stays in the calendar."""
    assert boundary("Month", end=True, step=step, now=NOW) is None


def test_members_of_a_group(seeded, find):
    """`membersOf` gives the users in a group, whose name is written in any case."""
    seeded.add_group("devs", [seeded.add_user("dora")])
    seeded.add_issue("APP-7", assignee="dora")
    seeded.add_issue("APP-8", assignee="admin")
    assert find("assignee in membersOf(DEVS)") == ["APP-7"]
    assert find("assignee not in membersOf(devs) and assignee is not EMPTY") == ["APP-8"]


@pytest.mark.parametrize(
    ("jql", "refusal"),
    [
        ("assignee in membersOf(devs)", wrong.GroupUnresolved(function="membersOf", value="devs")),
        ("assignee in membersOf()", wrong.ArgumentNeeded(function="membersOf", received=0)),
        ("status in membersOf(devs)", wrong.FunctionUnfit(function="membersOf", field="status")),
    ],
)
def test_members_of_what_is_no_group(refuses_jql, jql, refusal):
    """A group must be there and be named, and users must be wanted."""
    refuses_jql(jql, refusal)

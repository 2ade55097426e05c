"""What JQL finds by the past of issues: WAS and CHANGED, with all that can be said beside them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, timezone

import pytest

from jira_linkfake import FakeJira
from jira_linkfake.jira.people.model import ANYONE
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.search import refusals as wrong
from jira_linkfake.jira.search.evaluation import search
from jira_linkfake.jira.search.past import When

# P-1 is in progress from the 2nd of January, and done from the 4th, by alice; she has it on that day alone.
# P-2 never changes, and P-3 was done from the start. Bob gives P-3 a version on the 6th, and takes it on the 8th.
FOUND = {
    'status was "In Progress"': "1",
    'status was not "In Progress"': "2 3",
    'not status was "In Progress"': "2 3",
    'not status was not "In Progress"': "1",
    'status was in ("In Progress", Done)': "1 3",
    'status was not in ("In Progress", Done)': "2",
    "status was Done by alice": "1",
    "status was Done by (bob, admin)": "",
    'status was "To Do" by alice': "",
    'status was "In Progress" before 2026-01-02': "",
    'status was "In Progress" before 2026-01-03': "1",
    'status was "In Progress" after 2026-01-03': "1",
    'status was "In Progress" after 2026-01-05': "",
    'status was "In Progress" on 2026-01-03': "1",
    'status was "To Do" on "2026-01-03 12:00"': "2",
    'status was "To Do" on 2025-12-31': "",
    'status was "In Progress" during (2026-01-03, 2026-01-08)': "1",
    'status was "In Progress" during (2026-01-05, 2026-01-08)': "",
    "status was Done after startOfYear() before endOfYear()": "1 3",
    "status changed": "1",
    "not status changed": "2 3",
    'status changed from "To Do"': "1",
    'status changed from "To Do" to Done': "",
    'status changed from ("To Do", "In Progress") to Done': "1",
    "status changed to Done before 2026-01-04": "",
    "status changed on 2026-01-04": "1",
    "status changed on 2026-01-03": "",
    "status changed during (2026-01-02, 2026-01-03) by alice": "1",
    "status changed by alice by bob": "",
    "status changed after -3d": "",
    'status was "To Do"': "1 2",
    'status was "To Do" before 2026-01-02': "1 2",
    'status was "To Do" after 2026-01-03': "2",
    'status was "In Progress" by alice': "1",
    'status was "In Progress" by bob': "",
    "status was Done on 2026-01-10": "1 3",
    "status was Done after 2026-01-09": "1 3",
    "assignee was alice": "1",
    "assignee was EMPTY": "1 2 3",
    "assignee was not EMPTY": "",
    "assignee was EMPTY by alice": "1",
    "assignee was EMPTY after 2026-01-04 by bob": "",
    "assignee changed from EMPTY to currentUser()": "",
    "assignee changed to EMPTY": "1",
    "reporter was admin": "1 2 3",
    "priority was High": "1",
    "priority changed from Medium": "1",
    "resolution was Unresolved": "1 2",
    "resolution changed from Unresolved to Done": "1",
    'fixVersion was "1.0"': "3",
    'fixVersion was "1.0" by bob': "3",
    'fixVersion was "1.0" after 2026-01-09': "",
    "fixVersion was EMPTY before 2026-01-06": "1 2 3",
    "fixVersion was EMPTY on 2026-01-07": "1 2",
    'fixVersion changed to "1.0"': "3",
    'fixVersion changed from "1.0" on 2026-01-08': "3",
    'status was "To Do" and fixVersion changed or assignee changed': "1",
}


@pytest.fixture(scope="module")
def jira() -> FakeJira:
    """A site with a past."""
    jira = FakeJira()
    for name in ("alice", "bob"):
        jira.add_user(name)
    jira.add_issues("P-1", "P-2")
    jira.add_issue("P-3", status="Done")
    jira.add_version("1.0", project="P")
    _on(jira, 2, "alice", lambda: jira.transition("P-1", "In Progress"))
    _on(jira, 4, "alice", lambda: jira.transition("P-1", "Done"))
    _on(jira, 4, "alice", lambda: jira.set_issue("P-1", assignee="alice", priority="High"))
    _on(jira, 4, "alice", lambda: jira.set_issue("P-1", assignee=None))
    for day, versions in ((6, ["1.0"]), (8, [])):
        names = [{"name": name} for name in versions]
        _on(jira, day, "bob", lambda names=names: jira.set_issue("P-3", fields={"fixVersions": names}))  # type: ignore[misc]
    jira.clock.set(datetime(2026, 1, 10, tzinfo=timezone.utc))
    return jira


def _on(jira: FakeJira, day: int, user: str, do: Callable[[], object]) -> None:
    time = datetime(2026, 1, day, tzinfo=timezone.utc)
    if jira.site.clock.now < time:
        jira.clock.set(time)
    with jira.acting_as(user):
        do()


@pytest.mark.parametrize(("jql", "numbers"), FOUND.items(), ids=FOUND)
def test_what_is_found_by_the_past(jira: FakeJira, jql: str, numbers: str) -> None:
    """A value counts for as long as an issue had it, and a change when it was made, both by whom they were made."""
    found = search(jira.site, jira.default_user, f"project = P and ({jql}) order by key")
    assert [issue.key for issue in found] == [f"P-{number}" for number in numbers.split()]


REFUSED = {
    "summary was x": wrong.OperatorUnsupported(operator="was", field="summary"),
    "text changed": wrong.OperatorUnsupported(operator="changed", field="text"),
    "labels was not in (x)": wrong.OperatorUnsupported(operator="was not in", field="labels"),
    "status was in Done": wrong.ListMissing(operator="was in", operand='"Done"', field="status"),
    "status was (Done)": wrong.ListUnsupported(operator="was", operand='("Done")', field="status"),
    "fixVersion was releasedVersions()": wrong.ListUnsupported(
        operator="was", operand="releasedVersions()", field="fixVersion"
    ),
    "status was Done to Done": wrong.PredicateUnsupported(operator="was", predicate="to"),
    "status was Done from Done": wrong.PredicateUnsupported(operator="was", predicate="from"),
    "status changed during 2026-01-01": wrong.PredicateUnsupported(operator="changed", predicate="during"),
    "status changed on (2026-01-01, 2026-01-02)": wrong.PredicateUnsupported(operator="changed", predicate="on"),
    "status changed by EMPTY": wrong.PredicateUnsupported(operator="changed", predicate="by"),
    "status was Nope": wrong.ValueUnseen(value="Nope", field="status", caller=FakeJira().default_user),
    "status was Nope after 2026-01-01": wrong.ValueUnseen(value="Nope", field="status", caller=FakeJira().default_user),
    "status changed from Nope": wrong.ValueUnseen(value="Nope", field="status", caller=FakeJira().default_user),
    "status changed to Nope": wrong.ValueUnseen(value="Nope", field="status", caller=FakeJira().default_user),
    "status changed after soon": wrong.DateInvalid(value="soon", field="status"),
    "status changed after currentUser()": wrong.FunctionNoDate(function="currentUser", field="status"),
    "team changed": wrong.JqlNotServed(what="the field 'team' in JQL"),
    "sprint changed": wrong.OperatorUnsupported(operator="changed", field="sprint"),
}


@pytest.mark.parametrize(("jql", "refusal"), REFUSED.items(), ids=REFUSED)
def test_what_the_past_is_not_asked_for(jira: FakeJira, jql: str, refusal: wrong.JqlMeaningRefusal) -> None:
    """What has no history, and what WAS and CHANGED do not take, is refused."""
    with pytest.raises(Refused) as caught:
        search(jira.site, jira.default_user, f"{jql} or project = P")
    assert caught.value.refusals == (refusal,)


def test_all_that_is_wrong_is_told_at_once(jira: FakeJira) -> None:
    """Values and predicates are looked up together."""
    with pytest.raises(Refused) as caught:
        search(jira.site, jira.default_user, "status changed from X to Y by nobody")
    assert [str(getattr(one, "value", "")) for one in caught.value.refusals] == ["X", "Y", "nobody"]


NOON = datetime(2026, 1, 4, 12, 34, 56, 789, tzinfo=timezone.utc)
NIGHT = datetime(2026, 1, 4, tzinfo=timezone.utc)
INSTANT = timedelta(microseconds=1)


@pytest.mark.parametrize(
    ("predicate", "times", "first", "last"),
    [
        ("after", [NOON], NOON + INSTANT, None),
        ("before", [NOON], None, NOON - INSTANT),
        ("on", [NOON], NIGHT, NIGHT + timedelta(days=1) - INSTANT),
        ("during", [NIGHT, NOON], NIGHT, NOON),
    ],
)
def test_a_time_is_in_what_a_predicate_says(
    predicate: str, times: list[datetime], first: datetime | None, last: datetime | None
) -> None:
    """AFTER and BEFORE leave out their own instant, ON is a whole day, and DURING has both its ends."""
    when = When().at(predicate, times)
    inside = [time for time in (first, last) if time is not None]
    outside = [time for time in (first and first - INSTANT, last and last + INSTANT) if time is not None]
    assert [when.has(time, None) for time in inside] == [True] * len(inside)
    assert [when.has(time, None) for time in outside] == [False] * len(outside)
    assert not when.by_only("1").at("on", [NOON]).takes("2")
    both = when.at("on", [NOON])
    assert both.has(NOON, "1") is when.has(NOON, "1")
    assert [both.by_only("12").by_only("2").has(time, "2") for time in inside] == [
        both.has(time, "2") for time in inside
    ]
    assert [both.by_only("2").has(time, "2") for time in outside] == [False] * len(outside)
    assert [both.by_only("12").by_only("23").takes(author) for author in ("1", "2", "3", None)] == [
        False,
        True,
        False,
        False,
    ]


def test_a_state_ends_where_the_next_one_begins() -> None:
    """At midnight a value gives way to the next one: the day before has the one, and the day that begins the other."""
    jira = FakeJira()
    jira.add_issue("P-1")
    for day, status in ((3, "In Progress"), (5, "Done")):
        jira.clock.set(datetime(2026, 1, day, tzinfo=timezone.utc) - timedelta(seconds=1))
        jira.transition("P-1", status)
    jira.clock.set(datetime(2026, 1, 9, tzinfo=timezone.utc))

    def found(jql: str) -> bool:
        return bool(search(jira.site, jira.default_user, f"project = P and {jql}"))

    days = [day for day in range(1, 10) if found(f'status was "In Progress" on 2026-01-0{day}')]
    assert days == [3, 4]
    assert [found(f'status was "In Progress" before 2026-01-0{day}') for day in (3, 4)] == [False, True]
    assert [found(f'status was "In Progress" after "2026-01-0{day}"') for day in (4, 5)] == [True, False]
    assert [found(f'status was "To Do" during (2026-01-03, 2026-01-0{day})') for day in (3, 4)] == [False, False]


def test_an_issue_that_keeps_a_value_was_never_empty() -> None:
    """Where one of two values goes, the issue has the other; it has none once both are gone, by who took the last."""
    jira = FakeJira()
    jira.add_project("P")
    for name in ("1.0", "2.0"):
        jira.add_version(name, project="P")
    jira.add_user("alice")
    jira.add_issue("P-1", fix_versions=["1.0", "2.0"])

    def found(jql: str) -> bool:
        return bool(search(jira.site, jira.default_user, f"project = P and {jql}"))

    jira.set_issue("P-1", fields={"fixVersions": [{"name": "2.0"}]})
    assert (found("fixVersion was EMPTY"), found('fixVersion was "1.0"'), found('fixVersion was "2.0"')) == (
        False,
        True,
        True,
    )
    with jira.acting_as("alice"):
        jira.set_issue("P-1", fields={"fixVersions": []})
    assert found("fixVersion was EMPTY")
    assert (found("fixVersion was EMPTY by alice"), found("fixVersion was EMPTY by admin")) == (True, False)
    jira.set_issue("P-1", fields={"fixVersions": [{"name": "2.0"}]})
    assert (found("fixVersion was EMPTY by alice"), found("fixVersion was EMPTY by admin")) == (True, False)


def test_what_nobody_signed_in_changed_was_by_nobody() -> None:
    """A change by an anonymous caller counts, and is by no user."""
    jira = FakeJira()
    jira.add_issue("P-1")
    for permission in ("BROWSE_PROJECTS", "TRANSITION_ISSUES"):
        jira.allow_only(permission, ANYONE)
    body = {"transition": {"id": "21"}}
    assert jira.client().post("/rest/api/3/issue/P-1/transitions", json=body).status_code == 204

    def found(jql: str) -> bool:
        return bool(search(jira.site, jira.default_user, f"project = P and {jql}"))

    assert [found(f"status changed{by}") for by in ("", " by admin")] == [True, False]
    assert [found(f'status was "In Progress"{by}') for by in ("", " by admin")] == [True, False]


def test_the_past_of_all_issues_is_searched(jira: FakeJira) -> None:
    """A query that asks for the past alone looks at every issue of the site."""
    assert [issue.key for issue in search(jira.site, jira.default_user, "status changed")] == ["P-1"]
    found = search(jira.site, jira.default_user, "status was not EMPTY and not status changed order by key")
    assert [issue.key for issue in found] == ["P-2", "P-3"]

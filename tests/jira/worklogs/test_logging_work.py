"""Logging, changing, moving and deleting work: what becomes of estimates and times, and who is told what."""

from datetime import timedelta

import pytest

from jira_linkfake.jira.comments.refusals import CommentInvalid
from jira_linkfake.jira.comments.rules import VisibilityRequest
from jira_linkfake.jira.history.model import WorklogAdded, WorklogRemoved, WorklogUpdated
from jira_linkfake.jira.history.rules import entries_of
from jira_linkfake.jira.issues.finding import IssueReference
from jira_linkfake.jira.people.model import DEFAULT_USER
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.worklogs.finding import changed_since, deleted_since, visible_worklogs
from jira_linkfake.jira.worklogs.refusals import (
    AdjustmentUnknown,
    AmountInvalid,
    AmountMissing,
    ManualEditing,
    NewEstimateInvalid,
    NewEstimateMissing,
    NoWorklogChangePermission,
    NoWorklogPermission,
    TimeSpentInvalid,
    WorklogIdsMiscounted,
    WorklogOfRole,
    WorklogUnseen,
)
from jira_linkfake.jira.worklogs.rules import (
    Adjustment,
    WorklogRequest,
    change_worklog,
    create_worklog,
    move_worklogs,
    remove_worklog,
    remove_worklogs,
    seconds_of_work,
)

APP_1, APP_2 = IssueReference(key="APP-1"), IssueReference(key="APP-2")
AUTO, LEAVE = Adjustment(), Adjustment(way="leave")
HOUR = 3600


def _estimated(seeded, key, estimate):
    seeded.add_issue(key, fields={"timetracking": {"remainingEstimate": estimate}})
    return IssueReference(key=key)


@pytest.mark.parametrize(
    ("adjustment", "remaining", "spent", "left"),
    [
        (AUTO, HOUR, 600, 3000),
        (AUTO, HOUR, HOUR, 0),
        (AUTO, 600, HOUR, 0),
        (AUTO, None, 600, 0),
        (AUTO, None, -600, 600),
        (AUTO, 0, -600, 600),
        (LEAVE, None, 600, None),
        (LEAVE, 5, 600, 5),
        (Adjustment(way="new", new="2h"), None, 600, 7200),
        (Adjustment(way="new", new="0m"), 5, 600, 0),
        (Adjustment(way="manual", amount="1h"), 7200, 600, HOUR),
        (Adjustment(way="manual", amount="1h"), HOUR, 600, 0),
        (Adjustment(way="manual", amount="1h"), 600, 600, 0),
        (Adjustment(way="manual", amount="1h"), None, 600, 0),
        (Adjustment(way="manual", amount="1h", parameter="increaseBy"), None, 600, HOUR),
        (Adjustment(way="manual", amount="1h", parameter="increaseBy"), 600, 600, 4200),
    ],
)
def test_estimate_is_adjusted(adjustment, remaining, spent, left):
    """Work is taken from what remains, or an amount is, or what remains is set or left; it is never less than none."""
    assert adjustment.applied(remaining, spent) == left


@pytest.mark.parametrize(
    ("adjustment", "refusal"),
    [
        (Adjustment(way="never"), AdjustmentUnknown(value="never")),
        (Adjustment(way="new"), NewEstimateMissing()),
        (Adjustment(way="new", new="soon"), NewEstimateInvalid(value="soon")),
        (Adjustment(way="manual"), AmountMissing(parameter="reduceBy")),
        (Adjustment(way="manual", parameter="increaseBy"), AmountMissing(parameter="increaseBy")),
        (
            Adjustment(way="manual", amount="much", parameter="increaseBy"),
            AmountInvalid(parameter="increaseBy", value="much"),
        ),
    ],
)
def test_adjustment_that_is_none(site, refuses, adjustment, refusal):
    """An adjustment says what it needs; the journal tells what it was given, and nothing is logged."""
    with refuses(type(refusal)) as caught:
        create_worklog(site, DEFAULT_USER, APP_1, WorklogRequest(time="1h"), adjustment)
    assert caught.value.refusals == (refusal,)


@pytest.mark.parametrize(
    ("time", "seconds"), [("1m", 60), (60, 60), (61, 61), ("1h", 3600), (2**31, 2**31), ("59657h", 214765200)]
)
def test_time_that_somebody_worked(time, seconds):
    """A minute is the least, and a number is one of seconds."""
    assert seconds_of_work(time) == seconds


@pytest.mark.parametrize("time", [None, 59, 0, -60, "0m", "soon", 2**31 + 1])
def test_time_that_nobody_worked(time):
    """Less than a minute, and more than a number of 32 bits, is no work."""
    with pytest.raises(Refused) as caught:
        seconds_of_work(time)
    assert caught.value.refusals == (TimeSpentInvalid(value=time),)


def test_work_is_logged(seeded, site):
    """A worklog has its own times, the issue's estimate and update are of its moment, and history tells all of it."""
    alice = seeded.add_user("alice")
    issue = _estimated(seeded, "APP-8", "3h")
    worklog = create_worklog(site, alice, issue, WorklogRequest(time="1h", comment=""), AUTO)
    assert (worklog.author, worklog.update_author, worklog.comment, worklog.document) == (alice, alice, None, None)
    assert worklog.started == worklog.created == worklog.updated == site.clock.now
    stored = site.issues.with_key("APP-8")
    assert (stored.remaining_estimate, stored.updated) == (7200, site.clock.now)
    (entry,) = entries_of(site, DEFAULT_USER, stored)
    assert (entry.author, [(one.field, one.from_text, one.to_text) for one in entry.changes]) == (
        alice,
        [("timeestimate", "10800", "7200"), ("timespent", None, "3600"), ("WorklogId", None, "10000")],
    )
    assert site.events[-1] == WorklogAdded(issue=stored, worklog=worklog, entry=entry, caller=alice)


def test_work_that_is_changed(seeded, site):
    """A change leaves what it does not give, is its author's from then on, and takes the difference of the times."""
    alice = seeded.add_user("alice")
    issue = _estimated(seeded, "APP-8", "3h")
    first = create_worklog(site, DEFAULT_USER, issue, WorklogRequest(time="1h", comment="Said"), AUTO)
    site.clock.advance(timedelta(seconds=60))
    changed = change_worklog(site, alice, issue, "10000", WorklogRequest(time="2h"), AUTO)
    assert (changed.seconds, changed.comment, changed.started) == (7200, "Said", first.started)
    assert (changed.author, changed.update_author, changed.created) == (DEFAULT_USER, alice, first.created)
    stored = site.issues.with_key("APP-8")
    assert changed.updated == stored.updated == site.clock.now == first.updated + timedelta(seconds=61)
    assert stored.remaining_estimate == 3600
    entry = entries_of(site, DEFAULT_USER, stored)[-1]
    assert (entry.author, entry.changes[-1].from_id, entry.changes[-1].to_id) == (alice, "10000", "10000")
    assert [(one.field, one.from_text, one.to_text) for one in entry.changes] == [
        ("timeestimate", "7200", "3600"),
        ("timespent", "3600", "7200"),
        ("WorklogId", "10000", "10000"),
    ]
    assert site.events[-1] == WorklogUpdated(issue=stored, worklog=changed, entry=entry, caller=alice)


def test_comment_goes_with_its_document(site):
    """A document is kept with its text, and none where there is no text; a change that gives no comment leaves both."""
    document = {"type": "doc", "version": 1, "content": []}
    given = frozenset({"comment"})
    made = create_worklog(site, DEFAULT_USER, APP_1, WorklogRequest(time="1h", comment="a", document=document), AUTO)
    assert (made.comment, made.document) == ("a", document)
    made = create_worklog(site, DEFAULT_USER, APP_1, WorklogRequest(time="1h", comment="", document=document), AUTO)
    assert (made.comment, made.document) == (None, None)
    for request, comment, kept in (
        (WorklogRequest(comment="b", document=document, given=given), "b", document),
        (WorklogRequest(comment="c", document=None), "b", document),
        (WorklogRequest(comment="c", document=None, given=given), "c", None),
        (WorklogRequest(comment="", document=document, given=given), None, None),
    ):
        changed = change_worklog(site, DEFAULT_USER, APP_1, "10000", request, AUTO)
        assert (changed.comment, changed.document) == (comment, kept)


def test_history_adds_up_what_was_worked(site):
    """Each worklog of an issue is told with what was worked before it, and the ids of what came."""
    for time in ("1h", "30m"):
        create_worklog(site, DEFAULT_USER, APP_1, WorklogRequest(time=time), LEAVE)
    entry = entries_of(site, DEFAULT_USER, site.issues.with_key("APP-1"))[-1]
    assert [(one.field, one.from_id, one.from_text, one.to_id, one.to_text) for one in entry.changes] == [
        ("timespent", "3600", "3600", "5400", "5400"),
        ("WorklogId", None, None, "10001", "10001"),
    ]


def test_worklog_of_a_role_is_told_to_those_who_have_it(seeded, site):
    """A role counts in the issue's project: who has it in another one is not told of the worklog, now or later."""
    alice = seeded.add_user("alice")
    for project, member in (("APP", "alice"), ("LIB", "admin")):
        seeded.add_role("Testers", project=project, members=[member])
    start = site.clock.now
    seeded.add_worklog("APP-1", "1h", visible_to="Testers")
    assert [[one.id for one, _ in changed_since(site, caller, start)] for caller in (alice, DEFAULT_USER)] == [
        ["10000"],
        [],
    ]
    site.worklogs.delete(site.worklogs["10000"], site.clock.tick())
    assert [[one.id for one, _ in deleted_since(site, caller, start)] for caller in (alice, DEFAULT_USER)] == [
        ["10000"],
        [],
    ]


def test_estimates_that_are_changed_are_told(jira, ask, get):
    """Each estimate is told with what it was before, and not where it stays."""
    jira.add_issue("APP-8", fields={"timetracking": {"originalEstimate": "4h", "remainingEstimate": "3h"}})
    for estimates in ({"originalEstimate": "5h"}, {"remainingEstimate": "2h"}, {"remainingEstimate": "2h"}):
        assert ask("PUT", "issue/APP-8", json={"fields": {"timetracking": estimates}}).status_code == 204
    entries = get("issue/APP-8/changelog")["values"]
    assert [[(one["field"], one["fromString"], one["toString"]) for one in entry["items"]] for entry in entries] == [
        [("timeoriginalestimate", "14400", "18000")],
        [("timeestimate", "10800", "7200")],
    ]


def test_change_of_a_comment_estimates_nothing(seeded, site):
    """Where the time stays, an issue that nobody estimated is still not estimated; unless the change says so."""
    create_worklog(site, DEFAULT_USER, APP_1, WorklogRequest(time="1h"), LEAVE)
    said = WorklogRequest(comment="Said", given=frozenset({"comment"}))
    for adjustment, remaining in ((AUTO, None), (LEAVE, None), (Adjustment(way="new", new="2h"), 7200), (AUTO, 7200)):
        change_worklog(site, DEFAULT_USER, APP_1, "10000", said, adjustment)
        assert site.issues.with_key("APP-1").remaining_estimate == remaining


def test_visibility_is_changed_where_it_is_given(seeded, site):
    """A change restricts a worklog, opens it again, and leaves its restriction as it is."""
    devs = seeded.add_group("devs", members=["admin"])
    create_worklog(site, DEFAULT_USER, APP_1, WorklogRequest(time="1h"), AUTO)
    given = frozenset({"visibility"})
    for_devs = WorklogRequest(visibility=VisibilityRequest(type="group", value="devs"), given=given)
    found = change_worklog(site, DEFAULT_USER, APP_1, "10000", for_devs, AUTO).visibility
    assert (found.type, found.value, found.identifier) == ("group", "devs", devs.id)
    kept = change_worklog(site, DEFAULT_USER, APP_1, "10000", WorklogRequest(time="2h"), AUTO)
    assert kept.visibility == found
    assert change_worklog(site, DEFAULT_USER, APP_1, "10000", WorklogRequest(given=given), AUTO).visibility is None


def test_work_that_cannot_be_changed(seeded, site, refuses):
    """What is wrong with a change is told, and changes nothing."""
    create_worklog(site, DEFAULT_USER, APP_1, WorklogRequest(time="1h"), AUTO)
    for request, adjustment, refusal in (
        (WorklogRequest(time="2h"), Adjustment(way="manual", amount="1h"), ManualEditing),
        (WorklogRequest(time="soon"), AUTO, TimeSpentInvalid),
        (WorklogRequest(time=0), AUTO, TimeSpentInvalid),
        (WorklogRequest(comment=None, given=frozenset({"comment"})), AUTO, CommentInvalid),
    ):
        with refuses(refusal):
            change_worklog(site, DEFAULT_USER, APP_1, "10000", request, adjustment)
    for reference, worklog_id in ((APP_2, "10000"), (APP_1, "10001"), (APP_1, "x")):
        with refuses(WorklogUnseen) as caught:
            change_worklog(site, DEFAULT_USER, reference, worklog_id, WorklogRequest(), AUTO)
        assert str(caught.value) == f"admin sees no worklog {worklog_id!r} on the issue: there is none"


def test_work_that_is_deleted(seeded, site):
    """The time of a worklog that is deleted is to be worked again; history and the event tell what it was."""
    issue = _estimated(seeded, "APP-8", "3h")
    create_worklog(site, DEFAULT_USER, issue, WorklogRequest(time="1h"), AUTO)
    worklog = create_worklog(site, DEFAULT_USER, issue, WorklogRequest(time="30m"), AUTO)
    remove_worklog(site, DEFAULT_USER, issue, "10001", AUTO)
    stored = site.issues.with_key("APP-8")
    assert (stored.remaining_estimate, stored.updated, list(site.worklogs)) == (7200, site.clock.now, ["10000"])
    entry = entries_of(site, DEFAULT_USER, stored)[-1]
    assert [(one.field, one.from_text, one.to_text) for one in entry.changes] == [
        ("timeestimate", "5400", "7200"),
        ("timespent", "5400", "3600"),
        ("WorklogId", "10001", None),
        ("WorklogTimeSpent", "30m", None),
    ]
    assert entry.changes[-1].from_id == "1800"
    assert site.events[-1] == WorklogRemoved(issue=stored, worklog=worklog, entry=entry, caller=DEFAULT_USER)


def test_work_in_an_edit_counts_for_the_limit(jira, ask):
    """What one request logs counts together, and beyond the limit none of it is logged."""
    jira.add_issue("APP-8")
    jira.worklog_limit = 1
    reply = ask("PUT", "issue/APP-8", json={"update": {"worklog": [{"add": {"timeSpent": "1h"}}] * 2}})
    assert (reply.status_code, jira.worklogs_of("APP-8")) == (413, [])
    assert jira.exchanges[-1].rule == "WorklogLimitReached"


def test_several_worklogs_are_deleted_at_once(seeded, site):
    """Each that is deleted gives its time back, once; with `leave` none does."""
    issue = _estimated(seeded, "APP-8", "3h")
    for _ in range(4):
        create_worklog(site, DEFAULT_USER, issue, WorklogRequest(time="30m"), AUTO)
    remove_worklogs(site, DEFAULT_USER, issue, ["10000", "10001", "10000"], AUTO)
    assert (site.issues.with_key("APP-8").remaining_estimate, list(site.worklogs)) == (7200, ["10002", "10003"])
    remove_worklogs(site, DEFAULT_USER, issue, ["10002"], LEAVE)
    assert (site.issues.with_key("APP-8").remaining_estimate, list(site.worklogs)) == (7200, ["10003"])


def test_worklogs_are_moved(seeded, site):
    """What is moved is the destination's, by whom and when it was moved; the other estimate grows, this one shrinks."""
    alice = seeded.add_user("alice")
    source, destination = _estimated(seeded, "APP-8", "3h"), _estimated(seeded, "APP-9", "5h")
    for _ in range(3):
        create_worklog(site, DEFAULT_USER, source, WorklogRequest(time="30m"), LEAVE)
    told, entries = len(site.events), dict(site.history)
    site.clock.advance(timedelta(seconds=60))
    move_worklogs(site, alice, source, destination, ["10000", "10001"], AUTO)
    left, arrived = site.issues.with_key("APP-8"), site.issues.with_key("APP-9")
    assert [(one.id, one.update_author) for one in visible_worklogs(site, DEFAULT_USER, left)] == [
        ("10002", DEFAULT_USER)
    ]
    moved = visible_worklogs(site, DEFAULT_USER, arrived)
    assert [(one.id, one.author, one.update_author) for one in moved] == [
        ("10000", DEFAULT_USER, alice),
        ("10001", DEFAULT_USER, alice),
    ]
    assert {one.updated for one in (*moved, left, arrived)} == {site.clock.now}
    assert (left.remaining_estimate, arrived.remaining_estimate) == (7200, 21600)
    assert (len(site.events), site.history) == (told, entries)
    move_worklogs(site, alice, source, destination, ["10002"], LEAVE)
    found = [site.issues.with_key(key).remaining_estimate for key in ("APP-8", "APP-9")]
    assert found == [7200, 21600]


def test_worklogs_that_cannot_be_moved(seeded, site, refuses):
    """What is wrong with a move is told by its reason, and nothing is moved."""
    seeded.add_role("Testers", project="APP", members=["admin"])
    seeded.add_worklog("APP-1", "1h")
    seeded.add_worklog("APP-1", "1h", visible_to="Testers")
    for ids, adjustment, refusal in (
        ([], AUTO, WorklogIdsMiscounted(count=0, most=5000)),
        (["10000"], Adjustment(way="new", new="1h"), AdjustmentUnknown(value="new")),
        (["10000", "7"], AUTO, WorklogUnseen(value="7", caller=DEFAULT_USER)),
        (["10000", "10001"], AUTO, WorklogOfRole(worklog=site.worklogs["10001"])),
    ):
        with refuses(type(refusal)) as caught:
            move_worklogs(site, DEFAULT_USER, APP_1, APP_2, ids, adjustment)
        assert caught.value.refusals == (refusal,)


def test_permissions_count_where_the_work_is(seeded, site, refuses):
    """Logging, changing, deleting and moving work take permissions in the project of the issue, as is told."""
    alice = seeded.add_user("alice")
    seeded.add_worklog("APP-1", "1h")
    seeded.add_worklog("APP-1", "1h", author=alice)
    lib = IssueReference(key="LIB-1")
    seeded.deny("WORK_ON_ISSUES", alice, project="LIB")
    with refuses(NoWorklogPermission) as caught:
        create_worklog(site, alice, lib, WorklogRequest(time="1h"), AUTO)
    assert str(caught.value) == "alice does not hold Work on issues in LIB"
    with refuses(NoWorklogPermission) as caught:
        move_worklogs(site, alice, APP_1, lib, ["10000"], AUTO)
    assert str(caught.value) == "alice does not hold Work on issues in LIB"
    for permission in ("EDIT_ALL_WORKLOGS", "DELETE_ALL_WORKLOGS"):
        seeded.deny(permission, alice, project="APP")
    change_worklog(site, alice, APP_1, "10001", WorklogRequest(time="2h"), AUTO)
    for doing, told in (
        (lambda: change_worklog(site, alice, APP_1, "10000", WorklogRequest(time="2h"), AUTO), "edit worklog 10000"),
        (lambda: remove_worklog(site, alice, APP_1, "10000", AUTO), "delete worklog 10000"),
        (lambda: remove_worklogs(site, alice, APP_1, ["10001", "10000"], AUTO), "delete worklog 10001"),
        (lambda: move_worklogs(site, alice, APP_1, APP_2, ["10001"], AUTO), "move worklog 10001"),
    ):
        with refuses(NoWorklogChangePermission) as caught:
            doing()
        assert str(caught.value) == f"alice may not {told} in APP"
    remove_worklog(site, alice, APP_1, "10001", AUTO)
    for permission in ("EDIT_OWN_WORKLOGS", "DELETE_OWN_WORKLOGS"):
        seeded.deny(permission, alice, project="APP")
    create_worklog(site, alice, APP_1, WorklogRequest(time="1h"), AUTO)
    for doing in (
        lambda: change_worklog(site, alice, APP_1, "10002", WorklogRequest(time="2h"), AUTO),
        lambda: remove_worklog(site, alice, APP_1, "10002", AUTO),
    ):
        with refuses(NoWorklogChangePermission):
            doing()


def test_changes_are_told_to_who_may_read_them(seeded, site):
    """What was changed or deleted after a time is told, not what was at that very time, nor what is for others."""
    alice = seeded.add_user("alice")
    seeded.add_group("devs", members=["admin"])
    first = seeded.add_worklog("APP-1", "1h")
    second = seeded.add_worklog("APP-2", "1h", visible_to="devs")
    for since, told, told_alice in (
        (first.updated - timedelta(seconds=1), ["10000", "10001"], ["10000"]),
        (first.updated, ["10001"], []),
        (second.updated, [], []),
    ):
        assert [one.id for one, _ in changed_since(site, DEFAULT_USER, since)] == told
        assert [one.id for one, _ in changed_since(site, alice, since)] == told_alice
    for issue, worklog in ((APP_1, first), (APP_2, second)):
        remove_worklog(site, DEFAULT_USER, issue, worklog.id, AUTO)
    [(_, one), (_, other)] = deleted_since(site, DEFAULT_USER, second.updated)
    assert (one, other) == (site.clock.now - timedelta(seconds=1), site.clock.now)
    for since, told, told_alice in (
        (second.updated, ["10000", "10001"], ["10000"]),
        (one, ["10001"], []),
        (other, [], []),
    ):
        assert [worklog.id for worklog, _ in deleted_since(site, DEFAULT_USER, since)] == told
        assert [worklog.id for worklog, _ in deleted_since(site, alice, since)] == told_alice


@pytest.mark.parametrize(
    ("estimates", "spent", "ratio", "progress"),
    [
        ({}, None, -1, {"progress": 0, "total": 0}),
        ({}, "1h", -1, {"progress": 3600, "total": 3600, "percent": 100}),
        ({"originalEstimate": "1m"}, None, 0, {"progress": 0, "total": 60, "percent": 0}),
        ({"originalEstimate": "1h"}, "1h", 100, {"progress": 3600, "total": 3600, "percent": 100}),
        ({"originalEstimate": "1h"}, "2h", 200, {"progress": 7200, "total": 7200, "percent": 100}),
        ({"originalEstimate": "3h"}, "1h", 33, {"progress": 3600, "total": 10800, "percent": 33}),
        ({"originalEstimate": "3h"}, "2h", 66, {"progress": 7200, "total": 10800, "percent": 66}),
        ({"remainingEstimate": "4h"}, "1h", -1, {"progress": 3600, "total": 14400, "percent": 25}),
    ],
)
def test_percentages_of_work(jira, get, estimates, spent, ratio, progress):
    """Percentages are whole ones, rounded down, of what was estimated and of what is to be done in all."""
    jira.add_issue("APP-8", fields={"timetracking": estimates} if estimates else None)
    if spent:
        jira.add_worklog("APP-8", spent)
    fields = get("issue/APP-8?fields=workratio,progress,aggregateprogress")["fields"]
    assert fields == {"workratio": ratio, "progress": progress, "aggregateprogress": progress}


def test_estimates_while_time_is_not_tracked(jira, ask):
    """No estimate is set while time tracking is switched off, and the journal says why."""
    jira.time_tracking_enabled = False
    reply = ask("PUT", "issue/APP-1", json={"fields": {"timetracking": {"originalEstimate": "1h"}}})
    assert reply.status_code == 400
    assert jira.exchanges[-1].reason == "timetracking cannot be set: time tracking is switched off"


@pytest.mark.parametrize("field", ["timespent", "worklogAuthor", "workratio", "originalEstimate"])
def test_jql_knows_no_work_while_time_is_not_tracked(jira, get, field):
    """JQL has no field of work while time tracking is switched off, so a search by it finds nothing."""
    jira.time_tracking_enabled = False
    assert get(f"search/jql?jql={field} is EMPTY") == {"issues": [], "isLast": True}


def test_work_is_found_by_its_day_its_author_and_its_words(jira, get):
    """JQL finds what the caller may read of worklogs: whoever logged them, on which day, with which words."""
    jira.add_user("alice")
    jira.add_group("devs")
    jira.add_worklog("APP-1", "1h", author="alice", comment="Calibrated")
    jira.add_worklog("APP-2", "1h", author="alice", comment="Calibrated", visible_to="devs")

    def found(jql):
        return [one["id"] for one in get(f"search/jql?jql={jql}")["issues"]]

    for jql in ("worklogAuthor = alice", "worklogComment ~ calibrated", 'worklogDate = "2026-01-01"'):
        assert found(jql) == ["10000"]
    for jql in ("worklogAuthor = admin", "worklogComment ~ nothing", 'worklogDate < "2026-01-01"'):
        assert found(jql) == []
    assert found('worklogDate > "2025-12-31" AND worklogDate <= "2026-01-01 00:00"') == ["10000"]
    jira.add_user("carol", groups=["devs"])
    issues = get("search/jql?jql=worklogAuthor = alice", auth=jira.user("carol").auth)["issues"]
    assert [one["id"] for one in issues] == ["10001", "10000"]
    text = {"type": "text", "text": "[~accountid:x]"}
    document = {"type": "doc", "version": 1, "content": [{"type": "paragraph", "content": [text]}]}
    jira.add_worklog("LIB-1", "1h", comment=document)
    assert found("worklogComment ~ accountid") == ["10002"]

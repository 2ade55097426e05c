"""What a site stores, and how it is found again."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest

from jira_linkfake import FakeJira
from jira_linkfake.jira.comments.rules import CommentRequest
from jira_linkfake.jira.issue_links.rules import delete_link
from jira_linkfake.jira.issue_links.store import IssueLinks
from jira_linkfake.jira.issues.finding import IssueReference
from jira_linkfake.jira.issues.rules import delete_issue, remove_issue
from jira_linkfake.jira.people.model import DEFAULT_USER
from jira_linkfake.jira.site import Clock, Site, as_id, as_long, with_id
from jira_linkfake.jira.workflow.model import IssueType
from tests.wire.facts import snapshot


def test_clock_moves_only_when_it_is_told_to():
    """A site's time starts on the same day in every test, stands still, and moves by one second at a change."""
    clock = Clock()
    start = clock.now
    assert start == datetime(2026, 1, 1, tzinfo=timezone.utc)
    assert clock.now == start
    assert clock.tick() == clock.now == start + timedelta(seconds=1)


def test_same_steps_make_the_same_site():
    """Two fresh sites hold the same, so that the same test sees the same ids and times."""
    assert snapshot(Site()) == snapshot(Site())


def test_ids_count_up_for_each_kind_of_thing():
    """Ids start at 10000 for each kind, behind what a fresh site has, and are never given twice."""
    site = Site()
    assert [site.new_id("issue") for _ in range(3)] == ["10000", "10001", "10002"]
    assert [site.new_id(kind) for kind in ("link", "link type", "issue type", "user")] == [
        "10000",
        "10004",
        "10005",
        "10001",
    ]


def test_site_has_the_limits_of_a_cloud_site():
    """An issue takes 2,000 links, 2,000 remote links and 5,000 comments unless it is told otherwise."""
    site = Site()
    assert (site.options.link_limit, site.options.remote_link_limit, site.options.comment_limit) == (2000, 2000, 5000)


def test_issue_is_found_by_its_key_in_any_case(site):
    """An issue is found by its key as it is written, or else in upper case."""
    assert site.issues.with_key("APP-1") is site.issues.with_key("app-1") is site.issues.with_key("App-1")
    assert site.issues.with_key("APP-9") is None


def test_values_can_be_in_a_set(seeded, site):
    """What a site holds can be in a set, whatever JSON it has."""
    json = {"type": "doc"}
    issue = replace(site.issues.with_key("APP-1"), description_document=json, custom_fields=json)
    comment = replace(seeded.add_comment("APP-1", "Said"), document=json)
    link = replace(seeded.add_remote_link("APP-1", "https://example.com"), application=json, icon=json, status=json)
    assert len({issue, comment, link, issue, comment, link}) == 3


def test_link_has_its_ends_as_they_are_now(seeded, site):
    """A link that is read later shows its issues with what has changed since."""
    made = seeded.add_link("APP-1", "blocks", "LIB-1")
    now = site.clock.tick()
    site.issues.touch(made.source.id, now)
    assert site.links.get(made.id).source.updated == now > made.source.updated
    assert site.links.get(str(int(made.id) + 1)) is None


def test_link_table_finds_by_row_and_by_issue():
    """A link is found by what it connects, and counts for both its issues."""
    table = IssueLinks({}, {})
    table.add(1, (10, 100, 200))
    table.add(2, (10, 200, 100))
    table.add(3, (11, 100, 300))
    assert [table.id_of(row) for row in [(10, 100, 200), (10, 200, 100), (11, 200, 100)]] == [1, 2, None]
    assert [table.list_of(issue) for issue in (100, 200, 300, 400)] == [[1, 2, 3], [1, 2], [3], []]
    assert [table.count_of(issue) for issue in (100, 200, 300, 400)] == [3, 2, 1, 0]
    assert len(table) == 3


def test_link_table_forgets_a_removed_link_everywhere():
    """A link that was removed is found in no way any more, and can be added again under another id."""
    table = IssueLinks({}, {})
    table.add(1, (10, 100, 200))
    table.add(2, (10, 200, 300))
    table.remove(1)
    assert table.id_of((10, 100, 200)) is None
    assert [table.list_of(issue) for issue in (100, 200, 300)] == [[], [2], [2]]
    table.add(3, (10, 100, 200))
    assert table.list_of(200) == [2, 3]


def test_sub_task_is_told_by_its_level():
    """A type of issues below the standard level is one of sub-tasks."""
    assert [IssueType(id=1, name="Any", hierarchy_level=level).subtask for level in (1, 0, -1)] == [False, False, True]


def test_issues_are_found_by_project_and_parent(seeded, site):
    """A project's issues and an issue's children are found, oldest first, and follow a change of either."""
    seeded.add_issue("APP-7", parent="APP-1")
    assert [issue.key for issue in site.issues.in_project("APP")] == ["APP-1", "APP-2", "APP-7"]
    assert [issue.key for issue in site.issues.children_of(site.issues.with_key("APP-1"))] == ["APP-7"]
    assert (site.issues.in_project("NOPE"), site.issues.children_of(site.issues.with_key("APP-2"))) == ([], [])

    site.issues.put(
        replace(site.issues.with_key("APP-7"), key="LIB-2", project="LIB", parent_id=site.issues.with_key("APP-2").id)
    )
    assert [issue.key for issue in site.issues.in_project("LIB")] == ["LIB-1", "LIB-2"]
    assert [issue.key for issue in site.issues.children_of(site.issues.with_key("APP-2"))] == ["LIB-2"]
    assert site.issues.children_of(site.issues.with_key("APP-1")) == []
    assert site.issues.with_key("APP-7") is site.issues.with_key("LIB-2")
    assert [site.issues.index.next_key(project) for project in ("APP", "LIB", "NEW")] == ["APP-8", "LIB-3", "NEW-1"]


def test_next_number_is_behind_the_highest(seeded, site):
    """A project goes on behind the highest number it has given, in whatever order issues were entered."""
    seeded.add_issues("APP-9", "APP-4")
    assert site.issues.index.next_key("APP") == "APP-10"


def test_removed_issue_is_found_no_more(seeded, site):
    """An issue that was removed is found by no key that it had, and leaves its number given."""
    issue = seeded.add_issue("APP-7", parent="APP-1")
    moved = replace(issue, key="LIB-2", project="LIB")
    site.issues.put(moved)
    remove_issue(site, moved)
    assert (
        site.issues.with_key("APP-7"),
        site.issues.with_key("LIB-2"),
        site.issues.children_of(site.issues.with_key("APP-1")),
    ) == (None, None, [])
    assert (site.issues.ever(issue.id), site.issues.index.next_key("LIB")) == (moved, "LIB-3")


def test_removed_issue_takes_its_comments_along(seeded, site, link):
    """The comments of an issue that was removed are gone with it."""
    link("APP-1", "Blocks", "LIB-1", comment=CommentRequest(body="See there"))
    delete_link(site, DEFAULT_USER, "10000")
    remove_issue(site, site.issues.with_key("APP-1"))
    assert site.comments == {}


def _site_with_one_of_each():
    jira = FakeJira()
    jira.add_issues("APP-1", "LIB-1")
    jira.add_project("WEB", category="Inner")
    jira.add_component("Editor", project="APP")
    jira.add_version("1.0", project="APP")
    jira.add_resolution("Obsolete")
    jira.add_link_type("Tests", inward="is tested by", outward="tests")
    jira.add_user("alice")
    jira.add_group("devs")
    jira.add_task("Import")
    jira.add_comment("APP-1", "Said")
    jira.add_worklog("APP-1", "1h")
    jira.add_attachment("APP-1", "a.txt")
    jira.add_remote_link("APP-1", "https://example.com")
    jira.add_field("Points", type="number")
    return jira


_NEW = {"name": "New"}


@pytest.mark.parametrize(
    ("path", "body", "ids"),
    [
        ("component", {**_NEW, "project": "APP"}, ["10001", "10002"]),
        ("version", {**_NEW, "project": "APP"}, ["10001", "10002"]),
        ("projectCategory", _NEW, ["10001", "10002"]),
        ("resolution", _NEW, ["10005", "10006"]),
        ("issueLinkType", {**_NEW, "inward": "in", "outward": "out"}, ["10005", "10006"]),
        ("issue/APP-1/comment", {"body": "Said"}, ["10001", "10002"]),
        ("issue/APP-1/worklog", {"timeSpent": "1h"}, ["10001", "10002"]),
        ("issue/APP-1/remotelink", {"object": {"url": "https://example.com/2", "title": "2"}}, [10001, 10002]),
        ("field", {**_NEW, "type": "com.atlassian.jira.plugin.system.customfieldtypes:float"}, [10001, 10002]),
        (
            "issue",
            {"fields": {"project": {"key": "APP"}, "issuetype": {"name": "Task"}, "summary": "New"}},
            ["10002", "10003"],
        ),
    ],
)
def test_ids_of_tests_and_of_requests_are_one_row(path, body, ids):
    """What a request makes gets the next id behind what the test has made, and the next request the one behind that."""
    jira = _site_with_one_of_each()
    made = []
    for number in range(2):
        sent = {name: f"{value}{number}" if value in ("New", "in", "out") else value for name, value in body.items()}
        reply = jira.client().post(f"/rest/api/2/{path}", json=sent, auth=jira.auth)
        assert reply.status_code == 201
        made.append(reply.json["schema"]["customId"] if path == "field" else reply.json["id"])
    assert made == ids


def test_task_of_a_request_is_another_than_those_of_the_test():
    """A task that a request starts has the next id behind one that the test has added."""
    jira = _site_with_one_of_each()
    body = {"entitiesIds": [10000], "properties": {"release": 1}}
    reply = jira.client().post("/rest/api/3/issue/properties", json=body, auth=jira.auth)
    assert (reply.status_code, reply.headers["Location"].rpartition("/")[2]) == (303, "10001")


def test_number_of_a_field_is_free():
    """A new custom field gets the next number that no field of the site has, whatever ids issues were given."""
    jira = FakeJira()
    jira.add_issue("APP-1", fields={"customfield_10000": 1, "customfield_10001": 2, "customfield_10003": 3})
    assert [jira.add_field(name, type="number").id for name in "abc"] == [
        "customfield_10002",
        "customfield_10004",
        "customfield_10005",
    ]


def test_id_is_read_as_jira_reads_it(site):
    """A sign and zeros before a number change nothing; what is no number of 64 bits is no id."""
    stored = site.issues.with_key("APP-1")
    assert [with_id(site.issues, text) for text in ("10000", "+10000", "010000")] == [stored] * 3
    for text in ("", "x", "10000 ", "-10000", "1e4", "9223372036854775808", "\u0661"):
        assert with_id(site.issues, text) is None
    for text, number in (("9223372036854775807", 2**63 - 1), ("-9223372036854775808", -(2**63)), ("-0", 0)):
        assert (as_long(text), as_id(text)) == (number, str(number))
    assert [as_id(text) for text in ("9223372036854775808", "-9223372036854775809", "x")] == [None] * 3


def test_all_that_an_issue_had_goes_with_it(seeded, site):
    """An issue that is removed leaves nothing of it on the site, and all that others have; its worklogs are told of."""
    alice = seeded.add_user("alice")
    seeded.add_issue("APP-7")
    for key in ("APP-7", "APP-1"):
        seeded.add_watcher(key, alice)
        seeded.add_vote(key, alice)
        seeded.add_comment(key, "Said")
        seeded.add_worklog(key, "1h")
        seeded.add_attachment(key, "a.txt")
        seeded.add_property(key, "release", 1)
        seeded.add_remote_link(key, "https://example.com")
    issue, other = site.issues.with_key("APP-7"), site.issues.with_key("APP-1")
    delete_issue(site, DEFAULT_USER, IssueReference(key="APP-7"), with_subtasks=False)
    for table in (site.watchers, site.voters, site.history):
        assert issue.id not in table
        assert other.id in table
    for table in (site.comments, site.worklogs, site.attachments):
        assert (len(table), table.of(issue), [one.issue_id for one in table.of(other)]) == (1, [], [other.id])
    assert [one.worklog.issue_id for one in site.worklogs.deleted] == [issue.id]
    assert (site.properties.of(issue), site.properties.of(other)) == ({}, {"release": 1})
    assert [len(site.remote_links.of_issue(one.id)) for one in (issue, other)] == [0, 1]

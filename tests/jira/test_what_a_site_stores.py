"""What a site stores, and how it is found again."""

from dataclasses import replace
from datetime import datetime, timedelta, timezone

from jira_linkfake.jira.comments.rules import CommentRequest
from jira_linkfake.jira.issue_links.rules import delete_link
from jira_linkfake.jira.issue_links.store import IssueLinks
from jira_linkfake.jira.issues.rules import remove_issue
from jira_linkfake.jira.people.model import DEFAULT_USER
from jira_linkfake.jira.site import Clock, Site
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

"""The report on limits: which issues are near one, or beyond, and who reads it."""

import pytest

from jira_linkfake.jira.people.model import DEFAULT_USER
from jira_linkfake.jira.permissions.refusals import AdministratorNeeded
from jira_linkfake.jira.site_info import report


@pytest.mark.parametrize(
    ("count", "limit", "told"),
    [(0, 0, []), (8, 10, []), (9, 10, [False]), (10, 10, [False]), (11, 10, [True]), (1, 0, [True])],
)
def test_from_where_an_issue_is_near_its_limit(seeded, site, count, limit, told):
    """An issue is near a limit from nine tenths of it on, and beyond it once it has more; without any it is neither."""
    for _ in range(count):
        seeded.add_comment("APP-1", "Said")
    site.options.comment_limit = limit
    crowds = report(site, DEFAULT_USER).crowds
    assert [(one.issue.key, one.field, one.count, one.beyond) for one in crowds] == [
        ("APP-1", "comment", count, beyond) for beyond in told
    ]


def test_report_counts_what_its_reader_sees(seeded, site):
    """Links to hidden issues and restricted comments make an issue reach its limit, but are not counted to a reader."""
    seeded.add_issue("SECRET-1")
    seeded.deny("BROWSE_PROJECTS", project="SECRET")
    seeded.add_link("APP-1", "blocks", "SECRET-1")
    seeded.add_link("APP-1", "blocks", "LIB-1")
    board = seeded.add_group("board")
    seeded.add_comment("APP-1", "Said", visible_to=board)
    seeded.add_comment("APP-1", "Said")
    site.options.link_limit = site.options.comment_limit = 1
    told = [(one.issue.key, one.field, one.count, one.beyond) for one in report(site, DEFAULT_USER).crowds]
    assert told == [
        ("APP-1", "issuelinks", 1, False),
        ("APP-1", "comment", 1, False),
        ("LIB-1", "issuelinks", 1, False),
    ]


def test_report_counts_a_comment_for_who_may_read_it(seeded, site):
    """A restricted comment counts for a reader who is in its group."""
    seeded.add_comment("APP-1", "Said", visible_to=seeded.add_group("board", [DEFAULT_USER]))
    site.options.comment_limit = 1
    assert [(one.field, one.count) for one in report(site, DEFAULT_USER).crowds] == [("comment", 1)]


def test_report_is_for_administrators(seeded, site, refuses):
    """Nobody else reads it, and the journal tells who wanted to."""
    alice = seeded.add_user("alice")
    with refuses(AdministratorNeeded) as caught:
        report(site, alice)
    assert caught.value.refusals == (AdministratorNeeded(caller=alice),)

"""What a site was: compared with what it is now, and put back."""

from __future__ import annotations

import pytest

from jira_linkfake import FakeJira, UsageError
from tests.wire.facts import snapshot as all_of


def test_nothing_is_otherwise(jira, get):
    """A site that only was read is as it was."""
    before = jira.snapshot()
    get("issue/APP-1")
    assert jira.difference(before) == []
    assert repr(before) == "<Snapshot: 3 issues, 0 links>"
    with jira.assert_unchanged():
        get("issue/APP-1")


def test_what_is_otherwise_is_told(jira):
    """Each thing that came, went or changed is told in a sentence."""
    jira.add_link("APP-1", "blocks", "LIB-1")
    jira.add_user("alice")
    jira.add_group("devs")
    jira.add_comment("APP-1", "Said", author="alice")
    before = jira.snapshot()
    jira.remove_link("APP-1", "blocks", "LIB-1")
    jira.add_link("APP-1", "clones", "LIB-1")
    jira.set_issue("APP-1", labels=["crash"], archived=True)
    jira.move_issue("APP-2", "NEW-1")
    jira.remove_comment("APP-1", "Said")
    jira.add_comment("LIB-1", "Meant", visible_to="devs")
    jira.add_remote_link("LIB-1", "https://example.com/1")
    jira.set_link_type("Relates", name="Kin")
    jira.add_user("bob", groups=["devs"])
    jira.add_status("Blocked")
    jira.add_field("points")
    jira.deny("LINK_ISSUES")
    jira.add_issue("NEW-2")
    jira.remove_issue("LIB-1")
    arrow = "\N{RIGHTWARDS ARROW}"
    assert jira.difference(before) == [
        "made the project NEW",
        "made NEW-2",
        "removed LIB-1",
        "APP-1: labels + crash, archived",
        f"NEW-1: Key APP-2 {arrow} NEW-1, project APP {arrow} NEW",
        "removed the link APP-1 blocks LIB-1",
        "removed the comment on APP-1 by alice: Said",
        "made the link type Kin (relates to, relates to)",
        "removed the link type Relates (relates to, relates to)",
        "made the user bob",
        "made the group devs (bob)",
        "removed the group devs (nobody)",
        "made the status Blocked",
        "made the field points",
        "who holds which permission has changed",
    ]


def test_what_came_is_told(jira):
    """Links, comments and remote links that came are told, with whom a comment is for."""
    jira.add_group("devs")
    jira.set_issue("APP-1", archived=True)
    before = jira.snapshot()
    jira.add_link("APP-1", "clones", "LIB-1")
    jira.add_comment("LIB-1", "Meant", visible_to="devs")
    jira.add_remote_link("LIB-1", "https://example.com/1")
    jira.add_vote("LIB-1", jira.add_user("bob"))
    jira.add_watcher("LIB-1", "bob")
    jira.add_worklog("LIB-1", "1h 30m", author="bob")
    jira.add_issue("LIB-2")
    jira.set_issue("APP-1", archived=False)
    assert jira.difference(before) == [
        "made LIB-2",
        "APP-1: not archived",
        "LIB-1: timeestimate none \N{RIGHTWARDS ARROW} 0",
        "made the link APP-1 clones LIB-1",
        "made the comment on LIB-1 by admin for the group devs alone: Meant",
        "made the remote link of LIB-1 to https://example.com/1",
        "made the worklog of 1h 30m on LIB-1 by bob",
        "made the watcher bob of LIB-1",
        "made the voter bob of LIB-1",
        "made the user bob",
    ]


def test_a_change_where_none_should_be_tells_the_requests(jira, get, ask):
    """`assert_unchanged` fails with what is otherwise and what was requested since."""
    get("issue/APP-1")
    with pytest.raises(AssertionError) as caught, jira.assert_unchanged():
        ask("PUT", "issue/APP-1", json={"fields": {"labels": ["crash"]}})
    assert str(caught.value).splitlines() == [
        "The site has changed:",
        "  APP-1: labels + crash",
        "Requests since:",
        "  PUT /rest/api/3/issue/APP-1 by admin -> 204, APP-1: labels + crash",
    ]


def test_a_site_is_put_back(jira, ask, post_link):
    """All that a site is made of is put back, more than once, and goes on as if nothing had happened."""
    alice = jira.add_user("alice")
    jira.add_link("APP-2", "clones", "LIB-1")
    jira.add_comment("APP-1", "Said")
    everything, before = all_of(jira.site), jira.snapshot()
    for _ in range(2):
        post_link(jira)
        ask("DELETE", "issue/LIB-1")
        jira.add_role("Testers", project="APP", members=["alice"])
        jira.deny("LINK_ISSUES", "alice")
        jira.restore(before)
        assert all_of(jira.site) == everything
    assert jira.links_of("LIB-1") == jira.links
    jira.deny("LINK_ISSUES", alice)
    assert post_link(jira, auth=alice.auth).status_code == 404
    assert post_link(jira).status_code == 201
    assert jira.webhooks[0].payload["issueLink"]["id"] == 10001
    deleted = jira.webhooks.of("jira:issue_deleted")[0].payload["issue"]
    assert deleted["key"] == "LIB-1"


def test_a_snapshot_of_another_site_is_told(jira):
    """A snapshot belongs to its site."""
    for use in (jira.difference, jira.restore):
        with pytest.raises(UsageError, match="the snapshot is of another site: take it from this FakeJira"):
            use(FakeJira().snapshot())

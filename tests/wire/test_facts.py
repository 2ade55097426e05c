"""What compares a site before and after a request notices every change."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from jira_linkfake import ANYONE, FakeJira
from tests.wire import seeds
from tests.wire.cases.create_bodies import LINK
from tests.wire.facts import facts, snapshot, times

CHANGES: dict[str, Callable[[FakeJira], object]] = {
    "clock": lambda jira: jira.site.clock.tick(),
    "id that was given out": lambda jira: jira.site.new_id("link"),
    "setting": lambda jira: setattr(jira, "link_limit", 1),
    "linking": lambda jira: setattr(jira, "linking_enabled", False),
    "event": lambda jira: jira.site.events.append("something happened"),
    "project": lambda jira: jira.site.projects.pop("OTHER"),
    "issue": lambda jira: jira.site.issues.pop("10002"),
    "key of an issue": lambda jira: jira.site.issues.ids.update({"PROJ-9": "10000"}),
    "time of an issue": lambda jira: jira.site.issues.touch("10002", jira.site.clock.now),
    "link": lambda jira: jira.add_link("PROJ-2", "blocks", "PROJ-1"),
    "link of an issue": lambda jira: jira.site.links._ids_of_issue["10000"].clear(),
    "link by its ends": lambda jira: jira.site.links._ids.clear(),
    "type of links": lambda jira: jira.site.link_types.pop("10003"),
    "status": lambda jira: jira.add_status("In Review"),
    "comment": lambda jira: jira.site.comments.update({"10000": None}),
    "comment of an issue": lambda jira: jira.site.comments._ids_of_issue.update({"10000": {}}),
    "remote link": lambda jira: jira.add_remote_link("PROJ-1", "https://example.com"),
    "remote link by its global id": lambda jira: jira.site.remote_links._ids_by_global_id.update({("10000", "x"): 1}),
    "user": lambda jira: jira.site.people.users.pop("alice"),
    "token": lambda jira: jira.site.people.by_token.clear(),
    "member of a group": lambda jira: jira.site.people.join_group(
        jira.site.people.groups["board"], jira.site.people.users["alice"]
    ),
    "security level": lambda jira: jira.add_security_level("Internal", project="PROJ"),
    "permission": lambda jira: jira.deny("LINK_ISSUES"),
    "permission in a project": lambda jira: jira.allow_only("ADD_COMMENTS", ANYONE, project="PROJ"),
    "order": lambda jira: jira.site.projects.update(PROJ=jira.site.projects.pop("PROJ")),
}


@pytest.fixture
def jira() -> FakeJira:
    """A site with what every case finds, and a link."""
    jira = FakeJira()
    seeds.start(jira)
    seeds.linked(jira)
    return jira


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES)
def test_snapshot_notices_a_change(jira: FakeJira, change: Callable[[FakeJira], object]) -> None:
    """A snapshot of a changed site differs from the one before."""
    before = snapshot(jira.site)
    change(jira)
    assert snapshot(jira.site) != before


def test_snapshot_of_an_unchanged_site_is_the_same(jira: FakeJira) -> None:
    """Two snapshots of one site are equal, and so are those of two sites that were made alike."""
    alike = FakeJira()
    seeds.start(alike)
    seeds.linked(alike)
    assert snapshot(jira.site) == snapshot(jira.site) == snapshot(alike.site)


def test_snapshot_leaves_nothing_but_the_lock_out(jira: FakeJira) -> None:
    """Every attribute of a site is in its snapshot, the lock aside."""
    assert set(snapshot(jira.site)) == set(vars(jira.site)) - {"lock"}


def test_snapshot_refuses_what_it_cannot_look_into() -> None:
    """What has no attributes to compare is an error, not a thing that is always the same."""
    with pytest.raises(TypeError, match="nothing to look into"):
        snapshot({"a function": snapshot})


def test_facts_are_sentences(jira: FakeJira) -> None:
    """Facts name links, issues, types, comments and projects with their ids, and people; times every issue."""
    body = {**LINK, "comment": {"body": "See there."}}
    jira.client().post("/rest/api/2/issueLink", json=body, auth=jira.auth)

    assert facts(jira) == {
        "link 10000: PROJ-1 blocks PROJ-2",
        "type 10000: Blocks, is blocked by, blocks",
        "type 10001: Cloners, is cloned by, clones",
        "type 10002: Duplicate, is duplicated by, duplicates",
        "type 10003: Relates, relates to, relates to",
        "resolution 10000: Done, 0",
        "resolution 10001: Won't Do, 1",
        "resolution 10002: Duplicate, 2",
        "resolution 10003: Cannot Reproduce, 3",
        "default resolution: None",
        "comment 10000: admin on PROJ-1: See there.",
        "issue 10000: PROJ-1, Task, To Do: Crash on save",
        "issue 10001: PROJ-2, Bug, In Progress: Überlauf",
        "issue 10002: OTHER-1, Epic, Done: Summary of OTHER-1",
        "project 10000: PROJ, PROJ, led by admin",
        "project 10001: OTHER, OTHER, led by admin",
        "user admin: admin@example.com",
        "user alice: alice@example.com",
        "group staff: alice",
        "role Administrators in PROJ: nobody",
        "role Developers in PROJ: alice",
        "permission scheme 0: Default Permission Scheme, ; ",
        "group board: nobody",
    }
    assert [time.second for time in times(jira).values()] == [5, 4, 3]

"""What was in a project that is deleted is not told by another project that has its key, whoever sees that one.

The sites that are compared have deleted a project each, so that ids are the same: one has the key that is given again.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import chain

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from jira_linkfake import ANYONE, FakeJira
from jira_linkfake.jira.issue_links.rules import take_link
from tests.properties.operations import reads
from tests.properties.telling import require_alike, set_to_noon

READS = list(chain.from_iterable(reads().values()))
ALICE = ("alice@example.com", "right")


@dataclass(frozen=True, kw_only=True)
class World:
    """A site on which alice did not see a project that was deleted, and then sees one of its key."""

    answers: str
    hidden_by: str
    granted: str
    link_is_gone: bool
    has_issue: bool

    def made(self, key):
        """Return the site on which the project that was deleted had a key."""
        jira = FakeJira(answers=self.answers, credentials="issued")
        jira.add_issues("APP-1", "APP-2")
        alice = jira.add_user("alice", token="right")
        self._add_hidden(jira, key, alice)
        link = jira.add_link(f"{key}-1", "blocks", "APP-1")
        if self.link_is_gone:  # which the history of APP-1 knows
            take_link(jira.site, jira.default_user, link)
        for permission in ("LINK_ISSUES", "CREATE_ISSUES", "ADMINISTER_PROJECTS"):
            jira.deny(permission, project=key)
        assert jira.client().delete(f"/rest/api/3/project/{key}?enableUndo=false", auth=jira.auth).status_code == 204
        self._make_again(jira, alice)
        set_to_noon(jira)
        return jira

    def _add_hidden(self, jira, key, alice):
        jira.add_project(key)
        testers = jira.add_role("Testers", project=key, members=[jira.default_user])
        jira.add_security_level("Board", project=key, members=[testers])
        if self.hidden_by == "project":
            jira.allow_only("BROWSE_PROJECTS", jira.default_user, project=key)
        elif self.hidden_by == "role":
            jira.allow_only("BROWSE_PROJECTS", testers, project=key)
        elif self.hidden_by == "denied":
            jira.deny("BROWSE_PROJECTS", jira.add_group("outsiders", [alice]), project=key)
        jira.add_issue(f"{key}-1", security_level="Board" if self.hidden_by == "level" else None)

    def _make_again(self, jira, alice):
        jira.add_project("HID")
        testers = jira.add_role("Testers", project="HID", members=[alice])
        jira.add_security_level("Board", project="HID", members=[alice])
        if self.granted == "anyone":
            jira.allow_only("BROWSE_PROJECTS", ANYONE, project="HID")
        elif self.granted == "role":
            jira.allow_only("BROWSE_PROJECTS", testers, project="HID")
        elif self.granted == "everywhere":
            jira.allow_only("BROWSE_PROJECTS", ANYONE)
        if self.has_issue:
            assert jira.add_issue("HID-1").id == "10003"


WORLDS = st.builds(
    World,
    answers=st.sampled_from(["documented", "observed"]),
    hidden_by=st.sampled_from(["project", "role", "denied", "level"]),
    granted=st.sampled_from(["anyone", "role", "everywhere", "nobody in particular"]),
    link_is_gone=st.booleans(),
    has_issue=st.booleans(),
)
GRANTED = World(answers="documented", hidden_by="project", granted="anyone", link_is_gone=False, has_issue=True)


@settings(max_examples=settings().max_examples // 4)
@given(world=WORLDS, version=st.sampled_from([2, 3]), auth=st.sampled_from([ALICE, ALICE, None]))
@example(world=GRANTED, version=3, auth=ALICE)
def test_deleted_project_is_not_told_by_its_successor(world, version, auth):
    """Status, headers and bytes of every read are those of a site whose deleted project had another key."""
    require_alike(world.made("HID"), world.made("OLD"), READS, version, auth)


@pytest.mark.parametrize("hidden_by", ["project", "role", "level"])
def test_history_tells_those_who_saw_the_deleted_project(hidden_by):
    """Who could see its issues still reads of them in the history of others, through a role or a level too."""
    world = World(answers="documented", hidden_by=hidden_by, granted="role", link_is_gone=True, has_issue=True)
    jira = world.made("HID")
    reply = jira.client().get("/rest/api/3/issue/APP-1/changelog", auth=jira.auth)
    told = [item["toString"] or item["fromString"] for entry in reply.json["values"] for item in entry["items"]]
    assert told == ["This work item is blocked by HID-1"] * 2  # made and removed
    jira.deny("BROWSE_PROJECTS", jira.default_user)
    jira.allow_only("BROWSE_PROJECTS", jira.default_user, project="APP")
    reply = jira.client().get("/rest/api/3/issue/APP-1/changelog", auth=jira.auth)
    assert reply.json["values"] == []

"""An issue that a caller may not see changes nothing of what the site tells them, whatever they ask.

What real Jira gives away all the same is left out by name: see `TOLD_ANYWAY`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timezone

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from jira_linkfake import ANYONE, FakeJira
from jira_linkfake.rest.inventory import OPERATIONS
from jira_linkfake.rest.views import VIEWS
from jira_linkfake.site.link_changes import take_link
from tests.properties.operations import HIDDEN, HIDDEN_ID, NOT_ABOUT_ISSUES, reads, writes
from tests.wire.facts import snapshot

READS, WRITES = reads(), writes()
REQUESTS = [request for name, requests in {**READS, **WRITES}.items() if name in VIEWS for request in requests]
PHRASES = st.sampled_from(["blocks", "is blocked by", "clones", "relates to"])
LINKS = st.lists(st.tuples(PHRASES, st.sampled_from(["APP-1", "APP-2"])), max_size=3, unique=True)
ALICE = ("alice@example.com", "right")

# A link moves `updated` of both its issues, whoever sees the other one. The number of links that counts for the limit
# (413) and the ids of what is made later go on from what there is: no request here asks for either.
TOLD_ANYWAY = re.compile(rb'"updated":"[^"]*"')
NOON = datetime(2026, 1, 1, 12, tzinfo=timezone.utc)


@dataclass(frozen=True, kw_only=True)
class World:
    """A site on which an issue is hidden, by its security level or else by its project."""

    answers: str
    by_level: bool
    public: bool
    project_is_there: bool
    parent: str | None
    summary: str
    links: list[tuple[str, str]]
    was_linked: bool

    def without_the_issue(self) -> FakeJira:
        """Return the site as the caller is to see it."""
        return self._made(with_project=self.by_level or self.project_is_there)

    def with_the_issue(self) -> FakeJira:
        """Return the same site with the hidden issue, made last, and with links from and to it."""
        jira = self._made(with_project=True)
        issue = jira.add_issue(
            HIDDEN,
            summary=self.summary,
            description="secret",
            type="Sub-task" if self.parent else "Bug",
            parent=self.parent,
            labels=["secret"],
            assignee="alice",
            security_level="Nobody" if self.by_level else None,
        )
        assert str(issue.id) == HIDDEN_ID
        for phrase, key in self.links:
            jira.add_link(HIDDEN, phrase, key)
        if self.was_linked:  # which the history of APP-1 knows
            take_link(jira.site, jira.default_user, jira.add_link(HIDDEN, "is duplicated by", "APP-1"))
        jira.site.clock.now = NOON
        return jira

    def _made(self, *, with_project: bool) -> FakeJira:
        jira = FakeJira(answers=self.answers, credentials="issued")
        jira.add_issues("APP-1", "APP-2", "APP-3")
        alice = jira.add_user("alice", token="right")
        jira.add_group("devs", [alice])
        jira.add_role("Testers", project="APP", members=[alice])
        jira.add_link("APP-1", "blocks", "APP-2")
        if self.public:
            jira.allow_only("BROWSE_PROJECTS", ANYONE)
            jira.allow_only("LINK_ISSUES", ANYONE)
        if with_project:
            self._hide(jira)
        jira.site.clock.now = NOON
        return jira

    def _hide(self, jira: FakeJira) -> None:
        jira.add_project("HID")
        if self.by_level:
            jira.add_security_level("Nobody", project="HID")
        else:
            jira.deny("BROWSE_PROJECTS", project="HID")


WORLDS = st.builds(
    World,
    answers=st.sampled_from(["documented", "observed"]),
    by_level=st.booleans(),
    public=st.booleans(),
    project_is_there=st.booleans(),
    parent=st.sampled_from([None, "APP-1"]),
    summary=st.sampled_from(["secret", "Summary of APP-1"]),
    links=LINKS,
    was_linked=st.booleans(),
)


def _told(jira, version, auth):
    client = jira.client()
    told = {}
    for number, (method, path, body) in enumerate(REQUESTS):
        reply = client.open(f"/rest/api/{version}/{path}", method=method, json=body, auth=auth)
        told[number, method, path] = reply.status, list(reply.headers), TOLD_ANYWAY.sub(b"", reply.data)
    return told


def test_every_operation_is_asked():
    """Each operation that is served is asked by these properties, with its own method, or cannot be about an issue."""
    assert set(VIEWS) - NOT_ABOUT_ISSUES <= READS.keys() | WRITES.keys()
    methods = {operation.id: operation.method for operation in OPERATIONS}
    assert [
        name for name, requests in {**READS, **WRITES}.items() if {method for method, *_ in requests} != {methods[name]}
    ] == []


@settings(max_examples=25)
@given(world=WORLDS, version=st.sampled_from([2, 3]), auth=st.sampled_from([ALICE, None]))
def test_hidden_issue_changes_nothing_that_is_told(world, version, auth):
    """Status, headers and bytes of every operation are those of a site without the issue."""
    hidden, missing = world.with_the_issue(), world.without_the_issue()
    before = snapshot(hidden.site)
    assert _told(hidden, version, auth) == _told(missing, version, auth)
    assert snapshot(hidden.site) == before


LEAKS = {
    "links of an issue": ("site.linking.sight", lambda *_: lambda _: True),
    "parent and subtasks": ("rest.issue_fields.may_see", lambda *_: True),
    "history": ("site.history.may_see", lambda *_: True),
    "issues": ("site.issues.why_hidden", lambda *_: None),
    "projects": ("site.projects.may_browse", lambda *_: True),
}


@pytest.mark.parametrize(("where", "blind"), LEAKS.values(), ids=LEAKS)
def test_a_leak_is_found(monkeypatch, where, blind):
    """A rule that forgets who may see what is found by these properties."""
    monkeypatch.setattr(f"jira_linkfake.{where}", blind)

    @settings(max_examples=25, phases=[Phase.generate])
    @given(world=WORLDS)
    def is_told_alike(world):
        assert _told(world.with_the_issue(), 3, ALICE) == _told(world.without_the_issue(), 3, ALICE)

    with pytest.raises(AssertionError):
        is_told_alike()

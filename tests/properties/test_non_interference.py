"""An issue that a caller may not see changes nothing of what the site tells them, whatever they ask.

What real Jira gives away all the same is left out by name, as the docs name it: `updated` is not compared; no request
here makes one thing more than a limit allows, asks for what is made later, deletes the parent of the hidden issue,
gives its parent or its child a type of another level, or wants the key or the name of the hidden project for another.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from hypothesis import given, settings
from hypothesis import strategies as st

from jira_linkfake import ANYONE, FakeJira
from jira_linkfake.jira.fields.field import Draft
from jira_linkfake.jira.issue_links.rules import take_link
from jira_linkfake.jira.issues.rules import commit
from jira_linkfake.rest.operations import all_operations
from tests.properties.operations import HIDDEN, HIDDEN_ID, NOT_ABOUT_ISSUES, reads, writes
from tests.properties.telling import require_alike, set_to_noon
from tests.wire.facts import snapshot

READS, WRITES = reads(), writes()
SERVED = {one.id for one in all_operations() if one.served}
REQUESTS = [request for name, requests in {**READS, **WRITES}.items() if name in SERVED for request in requests]
PHRASES = st.sampled_from(["blocks", "is blocked by", "clones", "relates to"])
LINKS = st.lists(st.tuples(PHRASES, st.sampled_from(["APP-1", "APP-2"])), max_size=3, unique=True)
ADMIN, ALICE = FakeJira().auth, ("alice@example.com", "right")


@dataclass(frozen=True, kw_only=True)
class World:
    """A site on which an issue is hidden, by its security level or else by its project."""

    answers: str
    by_level: bool
    public: bool
    project_is_there: bool
    family: str
    summary: str
    links: list[tuple[str, str]]
    was_linked: bool

    def without_the_issue(self) -> FakeJira:
        """Return the site as the caller is to see it."""
        return self._made(with_project=self.by_level or self.project_is_there)

    def with_the_issue(self) -> FakeJira:
        """Return the same site with the hidden issue, made last, and with all that an issue can have and be."""
        jira = self._made(with_project=True)
        issue = jira.add_issue(
            HIDDEN,
            summary=self.summary,
            description="secret",
            type={"child": "Sub-task", "none": "Bug"}.get(self.family, "Epic"),
            parent="APP-1" if self.family == "child" else None,
            labels=["secret"],
            fix_versions=["2.0"],
            affects_versions=["2.0"],
            components=["secret"],
            assignee="alice",
            watchers=["alice"],
            voters=["alice"],
            security_level="Nobody" if self.by_level else None,
        )
        if self.family != "child":
            jira.set_issue(HIDDEN, fields={jira.site.software_fields["sprint"]: 1})
        assert str(issue.id) == HIDDEN_ID
        jira.add_property(jira.add_comment(HIDDEN, "secret"), "secret", "secret")
        jira.add_property(HIDDEN, "secret", {"is": "secret"})
        jira.add_attachment(HIDDEN, "secret.txt", "secret")
        jira.add_worklog(HIDDEN, "1h", comment="secret")
        jira.add_remote_link(HIDDEN, "https://example.com/secret", global_id="secret")
        for phrase, key in self.links:
            jira.add_link(HIDDEN, phrase, key)
        if self.family in ("parent", "parent once"):
            _adopt(jira, "APP-2", issue.id)
        if self.family == "parent once":
            _adopt(jira, "APP-2", None)
        if self.was_linked:  # which the history of APP-1 knows
            take_link(jira.site, jira.default_user, jira.add_link(HIDDEN, "is duplicated by", "APP-1"))
        return _at_noon(jira)

    def _made(self, *, with_project: bool) -> FakeJira:
        jira = FakeJira(answers=self.answers, credentials="issued")
        jira.add_issues("APP-1", "APP-2", "APP-3")
        alice = jira.add_user("alice", token="right")
        jira.add_user("bob")
        jira.add_group("devs", [alice])
        jira.add_role("Testers", project="APP", members=[alice])
        jira.add_link("APP-1", "blocks", "APP-2")
        jira.add_transition("Done", to="Done", screen=["issuelinks"])
        jira.add_version("1.0", project="APP")
        jira.add_property("APP-1", "secret", {"is": "open"})
        jira.add_indexed_property("secret", "is")
        jira.add_component("Editor", project="APP")
        jira.add_attachment("APP-1", "log.png", "seen")
        jira.add_worklog("APP-1", "30m", author="alice")
        shown = jira.add_filter("Ours", "project = APP", owner="alice", shared_with=["devs"])
        jira.add_board("Team", filter=shown, owner="alice")
        jira.add_sprint("Sprint 1", board="Team", state="active", issues=["APP-1"])
        if self.public:
            jira.allow_only("BROWSE_PROJECTS", ANYONE)
            jira.allow_only("LINK_ISSUES", ANYONE)
        if with_project:
            self._hide(jira)
        return _at_noon(jira)

    def _hide(self, jira: FakeJira) -> None:
        jira.add_version("2.0", project=jira.add_project("HID"))
        jira.add_property(jira.project("HID"), "rank", 1)
        theirs = jira.add_filter("Theirs", "project = HID", owner="bob", shared_with=[jira.project("HID")])
        jira.add_board("Their team", filter=theirs, owner="bob")
        jira.add_sprint("Sprint 2", board="Their team", state="active")
        jira.add_component("secret", project="HID", lead="alice")
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
    family=st.sampled_from(["none", "child", "parent", "parent once"]),
    summary=st.sampled_from(["secret", "Summary of APP-1"]),
    links=LINKS,
    was_linked=st.booleans(),
)


def _at_noon(jira):
    """Return a site at one time, whatever was done on it, on which APP-1 is near its limits."""
    jira.site.options.link_limit = jira.site.options.comment_limit = 2
    set_to_noon(jira)
    return jira


def _adopt(jira, key, parent_id):
    """Give an issue a parent, or take it away, as an edit does."""
    commit(jira.site, jira.default_user, Draft(issue=replace(jira.issue(key), parent_id=parent_id)))


def test_every_operation_is_asked():
    """Each operation that is served is asked by these properties, with its own method, or cannot be about an issue."""
    assert READS.keys() | WRITES.keys() >= SERVED - NOT_ABOUT_ISSUES
    methods = {operation.id: operation.method for operation in all_operations()}
    assert [
        name for name, requests in {**READS, **WRITES}.items() if {method for method, *_ in requests} != {methods[name]}
    ] == []


def test_hidden_issue_changes_nothing_that_is_told():
    """Status, headers and bytes of every operation are those of a site without the issue, which is often linked."""
    linked = []

    @settings(max_examples=settings().max_examples // 4)
    @given(world=WORLDS, version=st.sampled_from([2, 3]), auth=st.sampled_from([ALICE, ALICE, ADMIN, None]))
    def is_told_alike(world, version, auth):
        linked.append(bool(world.links))
        hidden, missing = world.with_the_issue(), world.without_the_issue()
        before = snapshot(hidden.site)
        # With the project in sight, who may delete it does.
        more = [] if world.by_level and auth == ADMIN else [("DELETE", "project/HID", None)]
        require_alike(hidden, missing, [*REQUESTS, *more], version, auth)
        assert snapshot(hidden.site) == before

    is_told_alike()
    if settings().max_examples >= 40:  # a short run is too short to tell
        assert sum(linked) >= len(linked) / 3

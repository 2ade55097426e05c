"""A user's file with every member of a `FakeJira`, which type checkers find nothing wrong with.

Each ignored line is a mistake that they do find, since an ignore for nothing is one too.
"""

from __future__ import annotations

import re
from datetime import date, datetime, timezone
from typing import Any

import requests
import responses
from typing_extensions import assert_type

from jira_linkfake import (
    ANYONE,
    Attachment,
    Board,
    Comment,
    Component,
    Exchange,
    FakeJira,
    Filter,
    Group,
    IndexedProperty,
    Issue,
    IssueLink,
    IssueType,
    JiraLinkfakeTestCase,
    LinkGraph,
    LinkType,
    Loaded,
    Notification,
    Priority,
    Project,
    ProjectRole,
    RemoteLink,
    Resolution,
    SecurityLevel,
    ServedSite,
    Snapshot,
    Sprint,
    Status,
    Task,
    Transition,
    User,
    Version,
    Webhook,
    Worklog,
    load,
    scenarios,
    site_fixture,
)

module_jira = site_fixture(scope="module")
site_fixture(scope="week")  # type: ignore[arg-type]


def seed(jira: FakeJira) -> None:
    """Add one of each thing."""
    assert_type(jira.add_project("WEB", name="Web", lead="alice"), Project)
    alice = jira.add_user(
        "alice", token="secret", email="alice@example.com", groups=["devs"], scopes=["read:jira-work"]
    )
    assert_type(alice, User)
    assert_type(jira.add_group("devs", members=[alice, "bob"]), Group)
    assert_type(jira.add_role("Developers", project="WEB", members=[alice, "devs"]), ProjectRole)
    level = jira.add_security_level("Secret", project="WEB", members=["alice"])
    assert_type(level, SecurityLevel)
    assert_type(jira.add_version("1.0", project="WEB", released=True, release_date=date(2026, 2, 1)), Version)
    assert_type(jira.add_issue_type("Spike", hierarchy_level=0), IssueType)
    assert_type(jira.add_priority("Urgent"), Priority)
    review = jira.add_status("Review", category="In Progress")
    assert_type(review, Status)
    points = jira.add_field("Points", type="number", on_screens=True, required=False)
    assert_type(
        jira.add_transition("Send", to=review, sources=["To Do"], screen=[points], required=[points]), Transition
    )
    assert_type(jira.add_link_type("Tests", inward="is tested by", outward="tests"), LinkType)
    issue = jira.add_issue(
        "WEB-1",
        summary="Crash",
        description={"type": "doc", "version": 1, "content": []},
        labels=["crash"],
        fix_versions=["1.0"],
        assignee=alice,
        reporter=None,
        security_level=level,
        created=datetime(2026, 1, 1, tzinfo=timezone.utc),
        fields={points.id: 3},
    )
    assert_type(issue, Issue)
    assert_type(issue.id, str)
    assert_type(jira.add_issues("WEB-2", "WEB-3"), list[Issue])
    assert_type(jira.add_link(issue, "blocks", "WEB-2"), IssueLink)
    jira.add_link("WEB-1", "is tested by", 10002)
    assert_type(jira.add_remote_link("WEB-1", "https://example.com", title="One"), RemoteLink)
    assert_type(jira.add_comment("WEB-1", "Said", author="alice", visible_to="devs"), Comment)
    assert_type(jira.add_component("Editor", project="WEB", lead=alice, assignee_type="COMPONENT_LEAD"), Component)
    assert_type(jira.add_filter("Bugs", "type = Bug", owner="alice", shared_with=["devs", ANYONE]), Filter)
    board = jira.add_board("Team", project="WEB", type="kanban", sprints=True, owner=alice)
    assert_type(board, Board)
    assert_type(jira.add_sprint("Sprint 1", board=board, state="active", issues=["WEB-1"]), Sprint)
    assert_type(jira.add_attachment("WEB-1", "log.txt", b"seen", author="alice"), Attachment)
    assert_type(jira.add_worklog("WEB-1", "3h 30m", author=alice, comment="Done", visible_to="devs"), Worklog)
    jira.add_watcher("WEB-1", alice)
    jira.add_vote("WEB-1", "bob")
    assert_type(jira.add_resolution("Obsolete", description="No use"), Resolution)
    jira.add_property("WEB-1", "release", {"state": "open"})
    assert_type(jira.add_indexed_property("release", "state", type="string"), IndexedProperty)
    assert_type(jira.add_task("Import", status="RUNNING", progress=50, submitted_by="alice"), Task)
    jira.add_component("Editor", project="WEB", assignee_type="ALICE")  # type: ignore[arg-type]
    jira.allow_only("LINK_ISSUES", "devs", alice, ANYONE, project="WEB")
    jira.deny("BROWSE_PROJECTS", "alice")
    jira.deny("LINK_ISUES", "alice")  # type: ignore[arg-type]
    jira.add_issue("WEB-4", sumary="Crash")  # type: ignore[call-arg]
    jira.add_link("WEB-1", "WEB-2")  # type: ignore[call-arg]
    jira.add_comment("WEB-1", text="Said")  # type: ignore[call-arg]


def change(jira: FakeJira) -> None:
    """Change the site in the middle of a test."""
    with jira.acting_as("alice") as alice:
        assert_type(alice, User)
        assert_type(jira.set_issue("WEB-1", status="Done", labels=[], assignee=None), Issue)
    assert_type(jira.transition("WEB-1", "Done"), Issue)
    assert_type(jira.move_issue("WEB-1", "API-1"), Issue)
    assert_type(jira.set_link_type("Blocks", outward="stops"), LinkType)
    jira.remove_comment("WEB-1", "Said")
    jira.remove_link("WEB-1", "blocks", "WEB-2")
    jira.remove_issue("WEB-1")
    jira.on_request("GET", "/rest/api/3/issue/WEB-1", lambda: jira.remove_issue("WEB-1"))
    before = jira.snapshot()
    assert_type(before, Snapshot)
    assert_type(jira.difference(before), list[str])
    jira.restore(before)
    jira.clock.advance(60)
    jira.clock.set(datetime(2026, 1, 1, tzinfo=timezone.utc))
    jira.set_issue("WEB-1", state="Done")  # type: ignore[call-arg]
    jira.acting_as(3)  # type: ignore[arg-type]


def look(jira: FakeJira) -> None:
    """Look at what there is."""
    assert_type(jira.issue("WEB-1"), Issue)
    assert_type(jira.issues, list[Issue])
    assert_type(jira.project("WEB"), Project)
    assert_type(jira.projects, list[Project])
    assert_type(jira.user("alice"), User)
    assert_type(jira.users, list[User])
    assert_type(jira.group("devs"), Group)
    assert_type(jira.groups, list[Group])
    assert_type(jira.links, list[IssueLink])
    assert_type(jira.links_of("WEB-1"), list[IssueLink])
    assert_type(jira.recorded_links, list[IssueLink])
    assert_type(jira.remote_links_of("WEB-1"), list[RemoteLink])
    assert_type(jira.comments_of("WEB-1"), list[Comment])
    assert_type(jira.worklogs_of("WEB-1"), list[Worklog])
    assert_type(jira.notifications, list[Notification])
    jira.assert_notified("WEB-1", user="alice")
    assert_type(jira.watchers_of("WEB-1") + jira.voters_of("WEB-1"), list[User])
    assert_type(jira.properties_of("WEB-1"), dict[str, Any])
    assert_type(jira.sentences(), list[str])
    assert_type(jira.graph("PROJ-1", depth=2, types=["Blocks"], most=50), LinkGraph)
    jira.graph(depth="2")  # type: ignore[arg-type]
    assert_type(jira.exchanges, list[Exchange])
    assert_type(jira.report(whole=True, bodies=True), str)
    assert_type(jira.webhooks[0], Webhook)
    assert_type(jira.default_user, User)
    assert_type(jira.auth, tuple[str, str])
    assert_type(jira.headers, dict[str, str])
    assert_type((jira.url, jira.gateway_url, jira.cloud_id, jira.base_url), tuple[str, str, str, str])
    assert_type(jira.site.clock.now, datetime)


def check(jira: FakeJira) -> None:
    """Assert what has happened."""
    jira.assert_linked("WEB-1", "blocks", "WEB-2")
    jira.assert_not_linked("WEB-1", "blocks", "WEB-2")
    jira.assert_no_links()
    jira.assert_links(["WEB-1 blocks WEB-2"])
    jira.assert_remotely_linked("WEB-1", "https://example.com", relationship="fixes", global_id="1")
    jira.assert_commented("WEB-1", re.compile("Sa.d"), by="alice", visible_to="devs")
    jira.assert_issue("WEB-1", status="Done", labels=["crash"], assignee=None, points=3)
    jira.assert_webhook_sent("comment_created", issue="WEB-1")
    jira.assert_requested("POST", "/rest/api/3/issueLink", times=1)
    with jira.assert_unchanged():
        pass
    jira.require_supported()
    jira.require_responses_used()
    jira.webhooks.assert_delivered()
    jira.assert_links("WEB-1 blocks WEB-2", "WEB-2 blocks WEB-1")  # type: ignore[call-arg]
    jira.assert_requested("POST")  # type: ignore[call-arg]


def reach(jira: FakeJira, mock: responses.RequestsMock) -> None:
    """Reach the site in all ways."""
    with jira.intercept(), FakeJira() as other:
        requests.get(other.url, auth=other.auth, timeout=5)
    with jira.serve() as served:
        assert_type(served, ServedSite)
        assert_type((served.url, served.jira), tuple[str, FakeJira])
    jira.attach_to(mock)
    assert_type(jira.client().get("/").status_code, int)
    assert_type(jira.app.name, str)
    assert callable(jira.wsgi_app)
    jira.respond("GET", "/rest/api/3/dashboard", json={}, status=200)
    jira.webhooks.register(jira.wsgi_app, path="/jira", events=["comment_created"], secret="s3cret")
    jira.webhooks.register(print)
    scenarios.lost_reply(jira, times=1)
    jira.clear_faults()
    jira.respond("GET", "/rest/api/3/dashboard", 3)  # type: ignore[arg-type]
    jira.webhooks.register(3)  # type: ignore[arg-type]


def data(jira: FakeJira) -> None:
    """Fill the site, and write it down."""
    assert_type(jira.load("issues.yaml", {"links": ["WEB-1 blocks WEB-2"]}, b"{}"), Loaded)
    assert_type(load("issues.yaml", link_limit=3), FakeJira)
    assert_type(jira.dump(), dict[str, Any])
    jira.load(3)  # type: ignore[arg-type]


def options(jira: FakeJira) -> None:
    """Read and change options."""
    jira.link_limit = jira.remote_link_limit = jira.comment_limit = 4
    jira.attachment_limit = jira.attachment_size_limit = jira.worklog_limit = 4
    jira.linking_enabled = jira.parallel_sprints = jira.https is jira.patch_sleep
    jira.attachments_enabled = jira.time_tracking_enabled = jira.voting_enabled = jira.watching_enabled = False
    jira.answers, jira.credentials, jira.as_user = "observed", "auto", "alice"
    jira.unsupported, jira.unused_responses = "answer", "warn"
    jira.allow_hosts = ["localhost"]
    fixed: list[object] = [jira.now, jira.environ, jira.report_file, jira.scenario]
    assert fixed
    jira.unsupported = "ignore"  # type: ignore[assignment]


class OurTests(JiraLinkfakeTestCase):
    """A case of unittest has a site of its own."""

    def test_links(self) -> None:
        """The site is there."""
        assert_type(self.jira_linkfake, FakeJira)

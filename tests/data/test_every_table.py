"""Each table of a site is in data and in differences, or it says here why it is not."""

from __future__ import annotations

from typing import Any

import pytest

from jira_linkfake import FakeJira
from jira_linkfake.data.format import Data
from jira_linkfake.jira.site import Site
from tests.wire.schemas.states import AGILE, full

NOT_THE_SITES = "it is how the site works, not what it has"
OF_A_FAULT = "a fault, which is no part of data"
SENT = "what went out, as webhooks have: it is no part of data"
TOLD_IN: dict[str, str] = {
    "people": "users",
    "grants": "permission_schemes",
    "admin_webhooks": "webhooks",
    "projects": "projects",
    "issue_types": "issue_types",
    "statuses": "statuses",
    "priorities": "priorities",
    "transitions": "transitions",
    "resolutions": "resolutions",
    "default_resolution": "resolutions",
    "project_categories": "project_categories",
    "fields": "custom_fields",
    "software_fields": "custom_fields",
    "link_types": "link_types",
    "issues": "issues",
    "watchers": "issues",
    "voters": "issues",
    "epics": "issues",
    "history": "history",
    "links": "links",
    "remote_links": "remote_links",
    "comments": "comments",
    "attachments": "attachments",
    "worklogs": "worklogs",
    "versions": "versions",
    "components": "components",
    "properties": "properties",
    "indexed_properties": "indexed_properties",
    "preferences": "users",
    "share_scopes": "users",
    "tasks": "tasks",
    "filters": "filters",
    "viewed": "viewed_projects",
    "boards": "boards",
    "sprints": "sprints",
    "clock": "clock",
    "_last_ids": "last_ids",
}
"""The key of data that has a table of the site."""
IN_NO_DATA: dict[str, str] = {
    "lock": NOT_THE_SITES,
    "options": NOT_THE_SITES,
    "events": NOT_THE_SITES,
    "search_misses": OF_A_FAULT,
    "search_remembers": OF_A_FAULT,
    "links_repeated": SENT,
    "left_over": SENT,
    "comments_dropped": SENT,
    "notifications": SENT,
}


def test_each_table_is_in_data_or_says_why_not() -> None:
    """A table that is new on the site is also in data, or has its reason here."""
    assert vars(Site()).keys() == TOLD_IN.keys() | IN_NO_DATA.keys()
    assert {*TOLD_IN.values()} <= Data().fields.keys()


def _ask(jira: FakeJira, method: str, path: str, body: Any = None) -> None:
    path = path if path.startswith("/") else f"/rest/api/3/{path}"
    assert jira.client().open(path, method=method, json=body, auth=jira.auth).status_code < 300


HOOK = {
    "name": "CI",
    "url": "http://127.0.0.1:9/",
    "events": ["issuelink_created"],
    "excludeBody": True,
    "enabled": False,
}
ARROW = "\N{RIGHTWARDS ARROW}"
CHANGES: list[tuple[Any, list[str]]] = [
    (lambda jira: jira.add_project("NEW"), ["made the project NEW"]),
    (lambda jira: jira.add_priority("Urgent"), ["made the priority Urgent"]),
    (lambda jira: jira.add_issue_type("Request"), ["made the issue type Request"]),
    (lambda jira: jira.add_transition("Go", to="Done"), ["made the transition Go (to Done)"]),
    (lambda jira: jira.add_resolution("Later"), ["made the resolution Later"]),
    (
        lambda jira: _ask(jira, "PUT", "resolution/default", {"id": "10001"}),
        ["made the resolution Won't Do (the default one)", "removed the resolution Won't Do"],
    ),
    (lambda jira: _ask(jira, "POST", "projectCategory", {"name": "Core"}), ["made the category Core"]),
    (
        lambda jira: jira.add_role("Leads", project="APP", members=["alice", "devs"]),
        ["made the role Leads in APP (alice, group devs)"],
    ),
    (
        lambda jira: jira.add_security_level("Some", project="APP"),
        ["made the security level Some in APP (nobody)"],
    ),
    (
        lambda jira: jira.add_attachment("APP-2", "log.txt", "x"),
        ["made the attachment log.txt (id 10002) on APP-2"],
    ),
    (
        lambda jira: _ask(jira, "PUT", "mypreferences?key=user.notify.own.changes", "true"),
        ["made the preference user.notify.own.changes of admin: true"],
    ),
    (
        lambda jira: _ask(jira, "PUT", "filter/defaultShareScope", {"scope": "GLOBAL"}),
        ["made the share scope of admin: GLOBAL"],
    ),
    (
        lambda jira: _ask(jira, "POST", "permissionscheme", {"name": "Closed", "permissions": []}),
        ["made the permission scheme Closed (no description)", "who holds which permission has changed"],
    ),
    (
        lambda jira: _ask(jira, "POST", "/rest/webhooks/1.0/webhook", HOOK),
        ["made the webhook CI to http://127.0.0.1:9/ (issuelink_created of every issue; switched off; without a body)"],
    ),
    (lambda jira: jira.add_task("Export"), ["made the task Export (RUNNING, 50 %) (id 10001)"]),
    (lambda jira: jira.add_indexed_property("a", "b"), ["made the indexed property a.b (string)"]),
    (lambda jira: jira.add_version("9.0", project="APP"), ["made the version 9.0"]),
    (
        lambda jira: _ask(jira, "PUT", "version/10000", {"released": True, "releaseDate": "2026-02-03"}),
        [f"the version 1.0: released False {ARROW} True, releaseDate 2026-02-01 {ARROW} 2026-02-03"],
    ),
    (
        lambda jira: _ask(jira, "PUT", "component/10000", {"assigneeType": "UNASSIGNED"}),
        [f"the component Editor: assigneeType COMPONENT_LEAD {ARROW} UNASSIGNED"],
    ),
    (lambda jira: jira.add_filter("Own", "type = Bug"), ["made the filter Own (type = Bug)"]),
    (
        lambda jira: _ask(jira, "PUT", "filter/10001", {"jql": "", "sharePermissions": [{"type": "authenticated"}]}),
        [
            f"the filter All: jql project = APP {ARROW} none, "  # noqa: ISC004 - one sentence
            f"sharePermissions alice, group devs, project APP, role Testers in APP {ARROW} loggedin"
        ],
    ),
    (
        lambda jira: _ask(jira, "PUT", "filter/10001/columns", {"columns": ["summary", "status"]}),
        [f"the filter All: columns none {ARROW} summary, status"],
    ),
    (
        lambda jira: _ask(jira, "DELETE", "filter/10001/favourite"),
        [f"the filter All: favourite of admin, alice {ARROW} alice"],
    ),
    (
        lambda jira: jira.add_board("Other", filter=jira.site.filters["10001"], type="kanban"),
        ["made the board Other (kanban)"],
    ),
    (lambda jira: _ask(jira, "DELETE", f"{AGILE}/board/1"), ["removed the board Team (scrum)"]),
    (lambda jira: jira.add_sprint("Sprint 3", board="Team"), ["made the sprint Sprint 3 (future)"]),
    (
        lambda jira: _ask(jira, "POST", f"{AGILE}/sprint/2", {"state": "closed", "goal": "Most"}),
        [f"the sprint Sprint 2: state active {ARROW} closed, goal All {ARROW} Most, completeDate none {ARROW} "],
    ),
    (
        lambda jira: _ask(jira, "POST", f"{AGILE}/sprint/1/swap", {"sprintToSwapWith": 2}),
        ["the sprints are in another order"],
    ),
    (
        lambda jira: _ask(jira, "POST", f"{AGILE}/sprint/2/issue", {"issues": ["APP-2"], "rankBeforeIssue": "APP-1"}),
        [f"APP-2: Ranked higher, Sprint none {ARROW} Sprint 2"],
    ),
    (
        lambda jira: _ask(
            jira, "POST", f"{AGILE}/epic/APP-9", {"name": "Big", "color": {"key": "color_3"}, "done": True}
        ),
        [f"APP-9: Epic Name none {ARROW} Big, color color_1 {ARROW} color_3, done False {ARROW} True"],
    ),
]


@pytest.fixture(scope="module")
def jira() -> FakeJira:
    """A site that has some of everything."""
    return full()[0]


@pytest.mark.parametrize(("change", "told"), CHANGES, ids=[told[0] for _, told in CHANGES])
def test_each_change_is_told(jira: FakeJira, change: Any, told: list[str]) -> None:
    """Whatever changes of a site is told by `difference`, in Jira's words."""
    before = jira.snapshot()
    change(jira)
    differences = jira.difference(before)
    jira.restore(before)
    assert [one[: len(wanted)] for one, wanted in zip(differences, told, strict=True)] == told

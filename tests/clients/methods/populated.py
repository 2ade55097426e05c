"""A site that has one of everything, on which the methods of the clients are called."""

from __future__ import annotations

from jira_linkfake import FakeJira


def populate(jira: FakeJira) -> FakeJira:
    """Add one of everything beside WEB-1, WEB-2 and alice, who is in the group support."""
    jira.add_project("OPS", category="Inner")
    jira.add_version("1.0", project="WEB", start_date="2026-01-01", release_date="2026-02-01")
    jira.add_version("2.0", project="WEB")
    jira.add_component("Editor", project="WEB", description="Where one writes", lead="admin")
    jira.add_security_level("Private", project="WEB", members=["admin"])
    jira.add_resolution("Shipped")
    jira.add_transition("Ship", to="Done", screen=["resolution"])
    jira.add_issue("WEB-3", fix_versions=["1.0"], components=["Editor"], assignee="alice", watchers=["alice"])
    jira.add_link("WEB-3", "blocks", "WEB-2")
    said = jira.add_comment("WEB-3", "Restart it")
    work = jira.add_worklog("WEB-3", "1h", comment="Restarted it")
    jira.add_attachment("WEB-3", "shot.png", b"seen")
    jira.add_remote_link("WEB-3", "https://status.example.com/7", title="Incident 7", global_id="incident=7")
    task = next(one for one in jira.site.issue_types.values() if one.name == "Task")
    for bearer in ("WEB-3", said, work, jira.project("WEB"), jira.user("alice"), task):
        jira.add_property(bearer, "release", {"state": "open"})
    jira.add_field("Team")
    jira.add_vote("WEB-2", "admin")
    jira.add_vote("WEB-3", "alice")
    jira.add_issue("OPS-1", type="Epic", summary="Saving")
    jira.set_issue("WEB-3", parent="OPS-1")
    kept = jira.add_filter("Plan", "project in (WEB, OPS)", shared_with=[jira.project("WEB")], favourite_of=["admin"])
    jira.add_board("Team", filter=kept, project="WEB")
    jira.add_sprint("Sprint 1", board="Team", goal="Save", issues=["WEB-3"])
    jira.add_sprint("Sprint 2", board="Team")
    jira.add_board("Flow", filter=kept, project="WEB", type="kanban")
    as_admin = {"auth": jira.auth}
    design = {"category": "Design", "title": "Sketch", "url": "https://example.com/1"}
    jira.client().post("/rest/api/3/permissionscheme", json={"name": "Second"}, **as_admin)
    jira.client().post("/rest/api/3/version/10000/relatedwork", json=design, **as_admin)
    jira.client().put("/rest/api/3/mypreferences?key=jira.user.locale", json="de_DE", **as_admin)
    return jira

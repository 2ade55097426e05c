"""Projects that are archived or in the recycle bin, as far as single answers do not show them."""

from __future__ import annotations

from jira_linkfake import FakeJira


def test_an_archived_project_can_only_be_read(jira, ask, get):
    """Nothing of it changes, no search finds its issues, and lists have it only where they are asked for it."""
    jira.add_link("APP-1", "blocks", "LIB-1")
    jira.set_issue("APP-2", archived=True)
    assert ask("POST", "project/APP/archive").status_code == 204
    project = get("project/APP")
    assert (project["archived"], project["archivedBy"]["displayName"]) == (True, "admin")
    assert project["archivedDate"] == "2026-01-01T00:00:05.000+0000"
    assert get("issue/APP-1?fields=issuelinks")["fields"]["issuelinks"][0]["outwardIssue"]["key"] == "LIB-1"
    link = {"type": {"name": "Blocks"}, "inwardIssue": {"key": "LIB-1"}, "outwardIssue": {"key": "APP-1"}}
    assert ask("POST", "issueLink", json=link).status_code == 400
    new = {"project": {"key": "APP"}, "issuetype": {"name": "Task"}, "summary": "x"}
    assert ask("POST", "issue", json={"fields": new}).status_code == 400
    assert ask("PUT", "issue/APP-1", json={"fields": {"summary": "x"}}).status_code == 400
    assert [one["key"] for one in get("project")] == ["LIB"]
    assert [one["key"] for one in get("project/search?status=archived&orderBy=archivedDate")["values"]] == ["APP"]
    assert [one["key"] for one in get("search/jql?jql=created < 1d&fields=key")["issues"]] == ["LIB-1"]
    named = {"issueIdsOrKeys": ["APP-1", "LIB-1"]}
    told = ask("PUT", "issue/unarchive", json=named).json
    assert told["errors"]["issuesInArchivedProjects"] == {
        "count": 1,
        "issueIdsOrKeys": ["APP-1"],
        "message": "Issue exists in archived project.",
    }
    assert ask("POST", "project/APP/restore").status_code == 200
    assert [one.key for one in jira.issues if one.archived] == ["APP-2"]
    assert ask("PUT", "issue/APP-1", json={"fields": {"summary": "x"}}).status_code == 204


def test_nobody_sees_what_is_in_the_recycle_bin(jira, ask, get):
    """Its issues are hidden, as links to them are; who administers it brings it back as it was."""
    alice = jira.add_user("alice")
    jira.add_project("TEAM", team_managed=True)
    jira.add_issue("TEAM-1")
    jira.add_link("LIB-1", "blocks", "TEAM-1")
    assert ask("DELETE", "project/TEAM").status_code == 204
    assert ([one.key for one in jira.projects], [one.key for one in jira.issues]) == (
        ["APP", "LIB"],
        ["APP-1", "APP-2", "LIB-1"],
    )
    assert (jira.links, jira.links_of("LIB-1"), jira.graph().links) == ([], [], ())
    jira.assert_no_links()
    jira.assert_links([])
    jira.assert_not_linked("LIB-1", "blocks", "TEAM-1")
    assert ask("GET", "project/TEAM").status_code == ask("GET", "issue/TEAM-1").status_code == 404
    assert get("issue/LIB-1?fields=issuelinks")["fields"]["issuelinks"] == []
    same = {"key": "TEAM", "name": "Team", "leadAccountId": alice.account_id}
    assert ask("POST", "project", json=same).status_code == 400
    [found] = get("project/search?status=deleted")["values"]
    assert (found["deleted"], found["deletedBy"]["displayName"], found["retentionTillDate"]) == (
        *(True, "admin"),
        "2026-03-02T00:00:06.000+0000",
    )
    assert get("project/search?status=deleted&orderBy=deletedDate", auth=alice.auth)["values"] == []
    assert ask("POST", "project/TEAM/restore", auth=alice.auth).json["key"] == "TEAM"
    assert get("issue/LIB-1?fields=issuelinks")["fields"]["issuelinks"][0]["outwardIssue"]["key"] == "TEAM-1"
    jira.assert_links(["LIB-1 blocks TEAM-1"])
    assert ask("POST", "project/APP/restore", auth=alice.auth).status_code == 404
    jira.deny("ADMINISTER_PROJECTS", alice, project="TEAM")
    assert ask("DELETE", "project/TEAM").status_code == 204
    assert ask("POST", "project/TEAM/restore", auth=alice.auth).status_code == 404
    assert ask("DELETE", "project/TEAM?enableUndo=false").status_code == 204
    assert ask("POST", "project", json=same).status_code == 201


def test_data_keeps_what_is_put_away(jira, ask):
    """A site that is made of what was written has the same projects in the archive and in the bin."""
    jira.set_issue("APP-2", archived=True)
    ask("POST", "project/APP/archive")
    ask("DELETE", "project/LIB")
    again = FakeJira()
    again.load(jira.dump())
    assert again.site.projects == jira.site.projects
    assert again.site.issues.archivals == jira.site.issues.archivals
    assert jira.site.issues.archivals.keys() == {"10000"}
    assert (
        again.site.grants.left == jira.site.grants.left == {"APP": frozenset({"BROWSE_PROJECTS"}), "LIB": frozenset()}
    )
    assert again.dump()["projects"] == jira.dump()["projects"]

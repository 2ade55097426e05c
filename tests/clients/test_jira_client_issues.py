"""pycontribs' `jira` creates, edits, moves on, assigns and deletes issues, with their links."""

from __future__ import annotations

import pytest
from jira import JIRAError

NEW = {"project": {"key": "WEB"}, "issuetype": {"name": "Bug"}, "summary": "Crash"}


def _adding(side, key, link_type="Blocks"):
    return [{"add": {"type": {"name": link_type}, side: {"key": key}}}]


def test_three_ways_to_link(pycontribs, jira_linkfake):
    """A link is made by itself, with a new issue, and with an edit; the search finds what was linked."""
    made = pycontribs.create_issue(fields={**NEW, "labels": ["found"], "description": "On save"})
    pycontribs.create_issue_link("Blocks", made.key, "WEB-1")
    url = pycontribs._get_url("issue")
    body = {"fields": NEW, "update": {"issuelinks": _adding("inwardIssue", "WEB-1")}}
    second = pycontribs._session.post(url, json=body).json()["key"]
    made.update(fields={"summary": "Crash on save"}, update={"issuelinks": _adding("outwardIssue", "WEB-2", "Relates")})

    assert jira_linkfake.sentences() == ["WEB-3 blocks WEB-1", "WEB-1 blocks WEB-4", "WEB-3 relates to WEB-2"]
    assert (made.fields.summary, made.fields.labels, made.fields.description) == ("Crash on save", ["found"], "On save")
    assert [link.outwardIssue.key for link in made.fields.issuelinks] == ["WEB-1", "WEB-2"]
    assert [issue.key for issue in pycontribs.search_issues("issue in linkedIssues(WEB-1)")] == [second, made.key]


def test_project_and_type_by_name(pycontribs):
    """The client looks up a project and a type that are named as texts."""
    made = pycontribs.create_issue(project="WEB", issuetype="Task", summary="Plain")
    assert (made.key, made.fields.issuetype.name, made.fields.reporter.displayName) == ("WEB-3", "Task", "alice")


def test_many_issues_at_once(pycontribs, jira_linkfake):
    """Each issue is made or refused by itself, and the client tells which."""
    results = pycontribs.create_issues([NEW, {**NEW, "summary": ""}])
    assert [result["status"] for result in results] == ["Success", "Error"]
    assert results[1]["error"] == {"summary": "You must specify a summary of the issue."}
    assert jira_linkfake.issue("WEB-3").summary == "Crash"


def test_transition_by_name_with_a_comment(pycontribs, jira_linkfake):
    """A transition goes by its name, and takes the fields of its screen and a comment."""
    jira_linkfake.add_transition("Done", to="Done", screen=["summary"])
    pycontribs.transition_issue("WEB-1", "done", fields={"summary": "Closed"}, comment="Fixed")
    issue = jira_linkfake.issue("WEB-1")
    assert (issue.status.name, issue.summary) == ("Done", "Closed")
    assert [comment.body for comment in jira_linkfake.comments_of("WEB-1")] == ["Fixed"]
    history = pycontribs.issue("WEB-1", expand="changelog").changelog.histories
    assert [(item.field, item.toString) for entry in history for item in entry.items] == [
        ("summary", "Closed"),
        ("status", "Done"),
        ("resolution", "Done"),
    ]


def test_assigning(pycontribs, jira_linkfake):
    """A user is found and assigned, and nobody is."""
    assert pycontribs.assign_issue("WEB-1", "alice")
    assert jira_linkfake.issue("WEB-1").assignee.name == "alice"
    assert pycontribs.assign_issue("WEB-1", None)
    assert jira_linkfake.issue("WEB-1").assignee is None


def test_deleting_with_sub_tasks(pycontribs, jira_linkfake):
    """Sub-tasks keep an issue until they are to go with it; the link of the other side goes too."""
    jira_linkfake.add_link("WEB-1", "blocks", "WEB-2")
    pycontribs.create_issue(fields={**NEW, "issuetype": {"name": "Sub-task"}, "parent": {"key": "WEB-1"}})
    issue = pycontribs.issue("WEB-1")
    assert [subtask.key for subtask in issue.fields.subtasks] == ["WEB-3"]
    with pytest.raises(JIRAError, match="has subtasks"):
        issue.delete()
    issue.delete(deleteSubtasks=True)
    assert [issue.key for issue in jira_linkfake.issues] == ["WEB-2"]
    assert pycontribs.issue("WEB-2").fields.issuelinks == []


def test_metadata(pycontribs):
    """The client reads what can be set of a new issue and of one that is there."""
    meta = pycontribs.createmeta(projectKeys="WEB", issuetypeNames="Bug", expand="projects.issuetypes.fields")
    fields = meta["projects"][0]["issuetypes"][0]["fields"]
    assert (fields["summary"]["required"], fields["issuelinks"]["operations"]) == (True, ["add", "copy"])
    assert "comment" in pycontribs.editmeta("WEB-1")["fields"]


def test_refusals_leave_everything_as_it_was(pycontribs, jira_linkfake, unchanged):
    """A link in the wrong place, and one to nowhere, are refused in Jira's words, the issue too."""
    with unchanged(), pytest.raises(JIRAError, match="Field does not support update 'issuelinks'"):
        pycontribs.issue("WEB-1").update(fields={"issuelinks": {}})
    with unchanged(), pytest.raises(JIRAError, match="Issue does not exist"):
        pycontribs.issue("WEB-1").update(
            fields={"summary": "x"}, update={"issuelinks": _adding("outwardIssue", "WEB-99")}
        )


def test_edits_fields_and_links_at_once(pycontribs, jira_linkfake):
    """An update by keyword sets texts and adds what is a list; the issue is read anew after it."""
    issue = pycontribs.issue("WEB-1")
    link = {"type": {"name": "Blocks"}, "outwardIssue": {"key": "WEB-2"}}
    issue.update(summary="Disk full", labels=[{"add": "disk"}], issuelinks=[{"add": link}])

    assert (issue.fields.summary, issue.fields.labels) == ("Disk full", ["disk"])
    assert issue.fields.issuelinks[0].outwardIssue.key == "WEB-2"
    jira_linkfake.assert_linked("WEB-1", "blocks", "WEB-2")

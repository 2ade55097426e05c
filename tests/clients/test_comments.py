"""The client libraries' own ways with comments: added, changed, removed, listed, and to whom they are shown."""

from __future__ import annotations

import pytest
from atlassian import Jira
from atlassian.jira import JiraCloud
from jira import JIRAError
from requests import HTTPError

TO_DEVELOPERS = {"type": "role", "value": "Developers"}
TO_SUPPORT = {"type": "group", "value": "support"}


def document(text):
    """Return an Atlassian document with a text."""
    return {
        "type": "doc",
        "version": 1,
        "content": [{"type": "paragraph", "content": [{"type": "text", "text": text}]}],
    }


def said(jira_linkfake):
    """Return what the comments on WEB-1 say."""
    return [comment.body for comment in jira_linkfake.comments_of("WEB-1")]


def test_pycontribs_adds_changes_and_removes(pycontribs, jira_linkfake):
    """A comment's resource is what Jira has after each step."""
    comment = pycontribs.add_comment("WEB-1", "Said.", visibility=TO_DEVELOPERS, is_internal=True)
    assert (comment.body, comment.author.displayName, comment.visibility.value) == ("Said.", "alice", "Developers")
    assert said(jira_linkfake) == ["Said."]

    comment.update(body="Unsaid.", visibility=TO_SUPPORT, notify=False)
    assert (comment.body, comment.visibility.value) == ("Unsaid.", "support")
    comment.update(visibility=TO_DEVELOPERS)
    assert (comment.body, comment.visibility.value) == ("Unsaid.", "Developers")
    assert said(jira_linkfake) == ["Unsaid."]

    comment.delete()
    assert said(jira_linkfake) == []


def test_pycontribs_reads_what_was_seeded(pycontribs, jira_linkfake):
    """Seeded comments are listed and read, those that others alone may read are not."""
    jira_linkfake.add_comment("WEB-1", "For all.")
    jira_linkfake.add_comment("WEB-1", "Not for alice.", visible_to=jira_linkfake.site.people.groups["auditors"])

    assert [comment.body for comment in pycontribs.comments("WEB-1")] == ["For all."]
    assert pycontribs.comment("WEB-1", "10000", expand="renderedBody").renderedBody == "<p>For all.</p>"
    with pytest.raises(JIRAError) as caught:
        pycontribs.comment("WEB-1", "10001")
    assert (caught.value.status_code, caught.value.text) == (404, "Can not find a comment for the id: 10001.")


def test_pycontribs_tells_a_refusal(pycontribs, jira_linkfake):
    """What Jira says of a refusal is the error's text; the comment stays."""
    jira_linkfake.add_comment("WEB-1", "Hers.")
    jira_linkfake.deny("DELETE_ALL_COMMENTS")
    with pytest.raises(JIRAError) as caught:
        pycontribs.comment("WEB-1", "10000").delete()
    assert caught.value.status_code == 400
    assert caught.value.text == "You do not have permission to delete the comment with the id: 10000."
    with pytest.raises(JIRAError) as caught:
        pycontribs.add_comment("WEB-1", " ")
    assert caught.value.text == "Comment body can not be empty!"
    assert said(jira_linkfake) == ["Hers."]


def test_atlassian_in_version_2(atlassian, jira_linkfake):
    """The client of version 2 adds, changes and finds comments."""
    client = atlassian(Jira)
    comment = client.issue_add_comment("WEB-1", "Said.", visibility=TO_SUPPORT)
    assert (comment["body"], comment["visibility"]["value"]) == ("Said.", "support")
    changed = client.issue_edit_comment("WEB-1", comment["id"], "Unsaid.", TO_DEVELOPERS, notify_users=False)
    assert (changed["body"], changed["visibility"]["value"]) == ("Unsaid.", "Developers")
    assert said(jira_linkfake) == ["Unsaid."]
    assert client.issue_get_comment("WEB-1", comment["id"]) == changed
    assert client.issue_get_comments("WEB-1")["comments"] == [changed]
    assert client.issues_get_comments_by_id(10000, 99999)["values"] == [changed]


WIKI = "h2. To do\n* *save* first\n* then quit"
DOCUMENT = {
    "version": 1,
    "type": "doc",
    "content": [
        {"type": "heading", "attrs": {"level": 2}, "content": [{"type": "text", "text": "To do"}]},
        {
            "type": "bulletList",
            "content": [
                {
                    "type": "listItem",
                    "content": [
                        {
                            "type": "paragraph",
                            "content": [
                                {"type": "text", "text": "save", "marks": [{"type": "strong"}]},
                                {"type": "text", "text": " first"},
                            ],
                        }
                    ],
                },
                {
                    "type": "listItem",
                    "content": [{"type": "paragraph", "content": [{"type": "text", "text": "then quit"}]}],
                },
            ],
        },
    ],
}
WRITTEN = "h2. To do\n\n* *save* first\n* then quit"


def test_text_of_one_client_is_read_by_the_other(pycontribs, atlassian):
    """What the client of version 2 writes in wiki markup that of 3 reads as a document, and the other way round."""
    cloud = atlassian(JiraCloud)
    from_2 = pycontribs.add_comment("WEB-1", WIKI)
    from_3 = cloud.add_comment("WEB-1", data={"body": DOCUMENT})
    assert [comment["body"] for comment in cloud.get_comments("WEB-1")["comments"]] == [DOCUMENT, DOCUMENT]
    assert [comment.body for comment in pycontribs.comments("WEB-1")] == [WIKI, WRITTEN]
    from_2.update(body="Un*said*.")
    cloud.update_comment("WEB-1", from_3["id"], data={"body": document("Un_said_.")})
    assert cloud.get_comment("WEB-1", from_2.id)["body"] == document("Un*said*.")
    assert pycontribs.comment("WEB-1", from_3["id"]).body == "Un_said_."


def test_description_of_one_client_is_read_by_the_other(pycontribs, atlassian):
    """So are descriptions, with new issues and changed ones, and comments that come with a link."""
    cloud = atlassian(JiraCloud)
    fields = {"project": {"key": "WEB"}, "issuetype": {"name": "Bug"}, "summary": "Crash"}
    made = cloud.create_issue(data={"fields": {**fields, "description": DOCUMENT}})
    assert pycontribs.issue(made["key"]).fields.description == WRITTEN
    pycontribs.issue("WEB-1").update(description=WIKI)
    assert cloud.get_issue("WEB-1")["fields"]["description"] == DOCUMENT
    pycontribs.create_issue_link("Blocks", "WEB-1", "WEB-2", comment={"body": WIKI})
    assert cloud.get_comments("WEB-1")["comments"][0]["body"] == DOCUMENT
    assert [issue.key for issue in pycontribs.enhanced_search_issues("text ~ save")] == [made["key"], "WEB-1"]


def test_atlassian_in_version_3(atlassian, jira_linkfake):
    """The client of version 3 does so with documents, which version 2 reads as text."""
    client = atlassian(JiraCloud)
    comment = client.add_comment("WEB-1", data={"body": document("Said.")})
    assert comment["body"] == document("Said.")
    assert atlassian(Jira).issue_get_comment("WEB-1", comment["id"])["body"] == "Said."
    changed = client.update_comment("WEB-1", comment["id"], data={"body": document("Unsaid.")})
    assert (changed["body"], said(jira_linkfake)) == (document("Unsaid."), ["Unsaid."])
    client.add_comment("WEB-1", data={"body": document("Again.")})
    newest_first = client.get_comments("WEB-1", order_by="-created", max_results=1)
    assert (newest_first["total"], newest_first["comments"][0]["body"]) == (2, document("Again."))
    client.delete_comment("WEB-1", comment["id"])
    assert said(jira_linkfake) == ["Again."]
    with pytest.raises(HTTPError, match="should be one of"):
        client.get_comments("WEB-1", order_by="author")

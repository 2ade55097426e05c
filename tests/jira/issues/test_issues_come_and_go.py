"""Creating, moving on and deleting issues: keys, history and events."""

import pytest

from jira_linkfake.jira.comments.rules import CommentRequest, put_comment
from jira_linkfake.jira.fields.field import FieldUpdate
from jira_linkfake.jira.fields.refusals import FieldNotSettable, IssueTypeUnknown
from jira_linkfake.jira.history.model import Change, IssueCreated, IssueRemoved, IssueUpdated, LinkMade, LinkRemoved
from jira_linkfake.jira.history.rules import entries_of
from jira_linkfake.jira.issue_links.refusals import LinkNotAdded
from jira_linkfake.jira.issue_links.rules import LinkToAdd
from jira_linkfake.jira.issues.finding import IssueReference
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.issues.refusals import IssueHidden, IssueUnknown, TooManyIssues, TransitionIdInvalid
from jira_linkfake.jira.issues.rules import (
    EditRequest,
    IssueRequest,
    TransitionRequest,
    create_issue,
    create_issues,
    delete_issue,
    edit_issue,
    transition_issue,
    transitions_of,
)
from jira_linkfake.jira.link_types.finding import LinkTypeReference
from jira_linkfake.jira.people.model import DEFAULT_USER

_NO_COMMENTS = FieldNotSettable(field="comment", why="an issue is created without comments")
FIELDS = {"project": {"key": "APP"}, "issuetype": {"name": "Task"}, "summary": "New"}


def _request(to="LIB-1", **fields):
    link = LinkToAdd(type=LinkTypeReference(name="Blocks"), outward_issue=IssueReference(key=to))
    return IssueRequest(fields={**FIELDS, **fields}, update={"issuelinks": [FieldUpdate(verb="add", value=link)]})


def test_new_issue_has_what_its_site_gives_it(site):
    """Status, priority, reporter and creator come by themselves; there is no history yet."""
    issue = create_issue(site, DEFAULT_USER, IssueRequest(fields=FIELDS))
    assert (issue.key, issue.status.name, issue.priority.name) == ("APP-3", "To Do", "Medium")
    assert (issue.reporter, issue.creator, issue.assignee) == (DEFAULT_USER, DEFAULT_USER, None)
    assert issue.created == issue.updated == site.clock.now
    assert site.issues.with_key("APP-3") == issue
    assert (site.history, site.events) == ({}, [IssueCreated(issue=issue, caller=DEFAULT_USER)])


def test_link_of_a_new_issue(site):
    """The issue is made before its link, and both ends tell of the link."""
    issue = create_issue(site, DEFAULT_USER, _request())
    assert [type(event) for event in site.events] == [IssueCreated, LinkMade]
    assert [str(link) for link in site.links.of(issue)] == ["APP-3 blocks LIB-1"]
    assert [len(entries_of(site, DEFAULT_USER, site.issues.with_key(key))) for key in ("APP-3", "LIB-1")] == [1, 1]


def test_what_a_new_issue_is_without(site, refuses):
    """A new issue takes no comment, and is not created in a type that there is none of."""
    for fields, update, told in (
        ({}, {"comment": [FieldUpdate(verb="add", value=CommentRequest(body="Said"))]}, _NO_COMMENTS),
        ({"issuetype": {"name": "Saga"}}, None, IssueTypeUnknown(value="Saga", project="APP")),
    ):
        with refuses(type(told)) as caught:
            create_issue(site, DEFAULT_USER, IssueRequest(fields={**FIELDS, **fields}, update=update))
        assert caught.value.refusals == (told,)


def test_number_of_a_refused_issue_is_given_to_the_next(site, refuses):
    """An issue whose link is refused is not made, and uses nothing up."""
    with refuses(LinkNotAdded):
        create_issue(site, DEFAULT_USER, _request("APP-9"))
    assert create_issue(site, DEFAULT_USER, _request()).key == "APP-3"


def test_anonymous_caller_reports_nobody(seeded, site):
    """An issue that anyone may create has no reporter where nobody signed in."""
    from jira_linkfake.jira.people.model import ANYONE

    seeded.allow_only("CREATE_ISSUES", ANYONE)
    seeded.allow_only("BROWSE_PROJECTS", ANYONE)
    issue = create_issue(site, None, IssueRequest(fields=FIELDS))
    assert (issue.reporter, issue.creator) == (None, None)


def test_issues_at_once_build_on_each_other(site):
    """A later issue of the same request can be linked to an earlier one, and a refused one is left out."""
    results = create_issues(site, DEFAULT_USER, [IssueRequest(fields=FIELDS), IssueRequest(), _request("APP-3")])
    assert [isinstance(result, Issue) for result in results] == [True, False, True]
    assert [str(link) for link in site.links.all()] == ["APP-4 blocks APP-3"]


def test_as_many_at_once_as_there_may_be(site, refuses):
    """Fifty issues are created at once, and one more is too many."""
    with refuses(TooManyIssues) as caught:
        create_issues(site, DEFAULT_USER, [IssueRequest(fields=FIELDS)] * 51)
    assert caught.value.refusals == (TooManyIssues(count=51, limit=50),)
    assert len(create_issues(site, DEFAULT_USER, [IssueRequest(fields=FIELDS)] * 50)) == 50


def test_transition_is_told_in_history(seeded, site):
    """The status is told with its ids, together with what else the transition changed."""
    seeded.add_transition("Close", to="Done", screen=["summary"])
    request = TransitionRequest(transition="10000", fields={"summary": "New"})
    transition_issue(site, DEFAULT_USER, IssueReference(key="APP-1"), request)
    told = Change(field="status", field_id="status", from_id="10000", from_text="To Do", to_id="10002", to_text="Done")
    (entry,) = entries_of(site, DEFAULT_USER, site.issues.with_key("APP-1"))
    assert [change.field for change in entry.changes] == ["summary", "status", "resolution"]
    assert told in entry.changes
    assert [type(event) for event in site.events] == [IssueUpdated]


def test_transition_that_is_named(site, refuses):
    """A transition goes by its number; the journal tells what was given for one."""
    for given, told in (("Done", "'Done' is no id of a transition"), (None, "an empty value is no id of a transition")):
        with refuses(TransitionIdInvalid) as caught:
            transition_issue(site, DEFAULT_USER, IssueReference(key="APP-1"), TransitionRequest(transition=given))
        assert str(caught.value) == told


def test_transitions_lead_to_every_status(seeded, site):
    """A status that a test adds gets a transition too, with the next id."""
    seeded.add_status("Review", category="In Progress")
    found = transitions_of(site, DEFAULT_USER, site.issues.with_key("APP-1"))
    assert [(one.id, one.name) for one in found] == [
        ("11", "To Do"),
        ("21", "In Progress"),
        ("31", "Done"),
        ("41", "Review"),
    ]


def test_deleting_takes_the_links_away(seeded, site):
    """The other issue tells in its history that the link is gone; the events come in this order."""
    seeded.add_link("APP-1", "blocks", "LIB-1")
    delete_issue(site, DEFAULT_USER, IssueReference(key="APP-1"), with_subtasks=False)
    assert site.issues.with_key("APP-1") is None
    last = entries_of(site, DEFAULT_USER, site.issues.with_key("LIB-1"))[-1]
    told = last.changes[0]
    assert (last.author, told.from_text, told.to_text) == (DEFAULT_USER, "This work item is blocked by APP-1", None)
    assert [type(event) for event in site.events] == [LinkRemoved, IssueRemoved]


def test_deleting_leaves_nothing(seeded, site):
    """Neither the history nor the comments of a deleted issue stay, and its project and its number are without it."""
    issue = seeded.add_issue("APP-8")
    put_comment(site, DEFAULT_USER, CommentRequest(body="Said"), issue, None)
    edited = IssueRequest(fields={"summary": "New"})
    edit_issue(site, DEFAULT_USER, IssueReference(key="APP-8"), EditRequest(fields=edited.fields, override=False))
    delete_issue(site, DEFAULT_USER, IssueReference(key="APP-8"), with_subtasks=False)
    assert issue.id not in site.history
    assert [event.caller for event in site.events[-2:]] == [DEFAULT_USER, DEFAULT_USER]
    assert issue.id not in site.issues.index.in_project("APP")


def test_deleting_an_epic_leaves_what_it_held(seeded, site):
    """What is no sub-task stays, has no parent any more, and tells so."""
    epic = seeded.add_issue("APP-8", type="Epic")
    seeded.add_issue("APP-9", parent="APP-8")
    delete_issue(site, DEFAULT_USER, IssueReference(key="APP-8"), with_subtasks=False)
    assert site.issues.with_key("APP-9").parent_id is None
    (entry,) = entries_of(site, DEFAULT_USER, site.issues.with_key("APP-9"))
    told = Change(field="IssueParentAssociation", from_id=str(epic.id), from_text="APP-8")
    assert (entry.author, entry.changes) == (DEFAULT_USER, (told,))


@pytest.mark.parametrize(("key", "refusal"), [("APP-9", IssueUnknown), ("APP-8", IssueHidden)])
def test_issue_that_is_not_seen_is_not_deleted(seeded, site, refuses, key, refusal):
    """Nobody deletes what he does not see."""
    seeded.add_issue("APP-8", visible_to=[])
    with refuses(refusal):
        delete_issue(site, DEFAULT_USER, IssueReference(key=key), with_subtasks=True)

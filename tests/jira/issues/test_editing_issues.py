"""Editing issues: what fields take, what history tells, and that a refused request changes nothing."""

import pytest

from jira_linkfake.jira.comments.refusals import CommentLimitReached
from jira_linkfake.jira.comments.rules import CommentRequest, VisibilityRequest
from jira_linkfake.jira.fields.field import Editing, FieldUpdate, RichText
from jira_linkfake.jira.fields.refusals import (
    FieldNotSettable,
    FieldUserUnknown,
    IssueTypeUnfit,
    LabelTooLong,
    LabelWithSpaces,
    NotAssignable,
    NotDate,
    NotObject,
    NotText,
    ParentElsewhere,
    ParentMissing,
    ParentUnfit,
    PriorityUnknown,
    PriorityUnnamed,
    ReporterMissing,
    SecurityLevelUnseen,
    SummaryBroken,
    SummaryMissing,
    SummaryTooLong,
    VerbUnknown,
)
from jira_linkfake.jira.fields.registry import FIELDS_BY_ID
from jira_linkfake.jira.history.model import Change, CommentAdded, IssueUpdated, LinkMade
from jira_linkfake.jira.history.rules import entries_of
from jira_linkfake.jira.issue_links.rules import LinkToAdd
from jira_linkfake.jira.issues.finding import IssueReference
from jira_linkfake.jira.issues.refusals import NoAssignPermission
from jira_linkfake.jira.issues.rules import EditRequest, assign_issue, edit_issue
from jira_linkfake.jira.link_types.finding import LinkTypeReference
from jira_linkfake.jira.people.model import DEFAULT_USER
from jira_linkfake.jira.refusal import Refused

DOCUMENT = {
    "type": "doc",
    "version": 1,
    "content": [
        {"type": "paragraph", "content": [{"type": "text", "text": "Said", "marks": [{"type": "strong"}]}]},
    ],
}


@pytest.fixture
def edit(site):
    """Return a function that edits APP-1, or another issue, as the admin."""

    def edit(*, update=None, key="APP-1", caller=DEFAULT_USER, **fields):
        operations = None
        if update is not None:
            operations = {
                name: [FieldUpdate(verb=verb, value=value) for verb, value in listed] for name, listed in update.items()
            }
        request = EditRequest(fields=fields, update=operations, override=False)
        return edit_issue(site, caller, IssueReference(key=key), request)

    return edit


def _last_changes(site, key="APP-1"):
    return list(entries_of(site, DEFAULT_USER, site.issues.with_key(key))[-1].changes)


def _add_field_7(jira):
    """Give the site a field by an issue that has it."""
    jira.add_issue("APP-70", fields={"customfield_7": "there"})


@pytest.mark.parametrize(
    ("fields", "change"),
    [
        ({"summary": "New"}, Change(field="summary", field_id="summary", from_text="Summary of APP-1", to_text="New")),
        (
            {"description": RichText(text="Said")},
            Change(field="description", field_id="description", to_text="Said"),
        ),
        (
            {"environment": RichText(text="Staging")},
            Change(field="environment", field_id="environment", to_text="Staging"),
        ),
        (
            {"issuetype": {"name": "Bug"}},
            Change(
                field="issuetype",
                field_id="issuetype",
                from_id="10002",
                from_text="Task",
                to_id="10004",
                to_text="Bug",
            ),
        ),
        (
            {"priority": None},
            Change(field="priority", field_id="priority", from_id="3", from_text="Medium"),
        ),
        (
            {"duedate": "2026-03-01"},
            Change(field="duedate", field_id="duedate", to_id="2026-03-01", to_text="2026-03-01 00:00:00.0"),
        ),
        (
            {"labels": ["b", "a", "b"]},
            Change(field="labels", field_id="labels", from_id="", from_text="", to_id="", to_text="b a"),
        ),
        (
            {"assignee": {"id": DEFAULT_USER.account_id}},
            Change(field="assignee", field_id="assignee", to_id=DEFAULT_USER.account_id, to_text="admin"),
        ),
        (
            {"parent": {"key": "APP-9"}},
            Change(field="IssueParentAssociation", to_id="10003", to_text="APP-9"),
        ),
        (
            {"customfield_7": {"value": "Red"}},
            Change(field="customfield_7", field_id="customfield_7", custom=True, to_text="Red"),
        ),
    ],
    ids=lambda value: next(iter(value)) if isinstance(value, dict) else "",
)
def test_history_tells_a_change(seeded, site, edit, fields, change):
    """A field that is changed is told by its name, id and text, in one entry and one event."""
    seeded.add_issue("APP-9", type="Epic", fields={"customfield_7": "there"})
    issue = edit(**fields)
    assert _last_changes(site) == [change]
    event = site.events[-1]
    assert isinstance(event, IssueUpdated)
    assert (event.issue, event.entry, event.caller) == (issue, site.history[issue.id][-1], DEFAULT_USER)
    assert issue.updated == site.clock.now


@pytest.mark.parametrize(
    ("fields", "was", "changed", "gone"),
    [
        ({"priority": {"name": "High"}}, "Medium", "High", {"priority": None}),
        ({"priority": {"id": "1"}}, "Medium", "Highest", {"priority": None}),
        ({"priority": {"id": "", "name": "High"}}, "Medium", "High", {"priority": None}),
        ({"assignee": {"id": DEFAULT_USER.account_id}}, None, "admin", {"assignee": None}),
    ],
)
def test_value_comes_and_goes(site, edit, fields, was, changed, gone):
    """A field that may be empty is set by an edit, and emptied by another."""
    (name,) = fields
    values = [getattr(one, name) for one in (site.issues.with_key("APP-1"), edit(**fields), edit(**gone))]
    assert [value and value.name for value in values] == [was, changed, None]


@pytest.mark.parametrize(
    ("fields", "told"),
    [
        ({"priority": "High"}, PriorityUnnamed()),
        ({"priority": {"name": ""}}, PriorityUnnamed()),
        ({"priority": {"name": "Hottest"}}, PriorityUnknown(value="Hottest")),
        ({"priority": {"id": "99"}}, PriorityUnknown(value="99")),
        ({"security": {"name": "Board"}}, SecurityLevelUnseen(value="Board", project="APP", caller=DEFAULT_USER)),
        ({"security": {"id": "7"}}, SecurityLevelUnseen(value="7", project="APP", caller=DEFAULT_USER)),
        ({"security": {}}, SecurityLevelUnseen(value="", project="APP", caller=DEFAULT_USER)),
        ({"reporter": {"id": "1"}}, FieldUserUnknown(field="reporter", value="1")),
        ({"project": {"key": "LIB"}}, FieldNotSettable(field="project", why="an issue stays in its project")),
        ({"status": {"name": "Done"}}, FieldNotSettable(field="status", why="only a transition changes it")),
        ({"created": "2026-01-01"}, FieldNotSettable(field="created", why="no request sets such a field")),
        ({"security": "Board"}, NotObject(field="security")),
        ({"labels": [1]}, NotText(field="labels")),
    ],
)
def test_what_is_told_of_a_value_that_a_field_cannot_take(edit, fields, told):
    """A refusal names the field and what was given for it."""
    with pytest.raises(Refused) as caught:
        edit(**fields)
    assert caught.value.refusals == (told,)


@pytest.mark.parametrize("field", ["issuelinks", "comment", "worklog"])
def test_what_is_told_of_an_addition_that_is_no_object(edit, field):
    """A refusal names the field that an addition was for."""
    with pytest.raises(Refused) as caught:
        edit(update={field: [("add", "x")]})
    assert NotObject(field=field) in (caught.value.refusals[0], getattr(caught.value.refusals[0], "cause", None))


def test_level_is_taken_away(seeded, site, edit):
    """An issue whose level is emptied has none."""
    seeded.add_security_level("Board", project="APP", members=[DEFAULT_USER])
    assert edit(security={"name": "Board"}).security_level.name == "Board"
    assert edit(security=None).security_level is None


def test_comment_that_is_restricted(seeded, site, edit):
    """A comment that an edit adds is for those whom it names."""
    seeded.add_group("devs", [DEFAULT_USER])
    restricted = CommentRequest(body="Said", visibility=VisibilityRequest(type="group", value="devs"))
    issue = edit(update={"comment": [("add", restricted)]})
    (comment,) = site.comments.of(issue)
    assert (comment.body, comment.visibility.value) == ("Said", "devs")


def test_document_goes_with_its_text(edit):
    """A description that is emptied keeps no document."""
    edit(description=RichText(text="Said", document=DOCUMENT, form="document"))
    assert edit(description=None).description_document is None


def test_one_edit_is_one_entry(site, edit):
    """Several fields of one request make one entry, in Jira's order of fields."""
    edit(labels=["a"], summary="New")
    assert [change.field for change in _last_changes(site)] == ["summary", "labels"]
    assert len(site.history[site.issues.with_key("APP-1").id]) == 1


def test_edit_that_changes_nothing(site, edit):
    """Values that are there already make no entry, no event, and leave `updated`."""
    before, now = site.issues.with_key("APP-1"), site.clock.now
    after = edit(
        summary="Summary of APP-1", labels=None, priority={"id": "3"}, parent=None, assignee=None, security=None
    )
    assert (after, site.clock.now, site.events, site.history) == (before, now, [], {})


def test_link_and_comment_come_after_the_fields(site, edit):
    """What an edit adds is told by events of its own."""
    link = LinkToAdd(type=LinkTypeReference(name="Blocks"), outward_issue=IssueReference(key="LIB-1"))
    edit(summary="New", update={"issuelinks": [("add", link)]})
    assert [type(event) for event in site.events] == [IssueUpdated, LinkMade]
    assert not any(isinstance(event, CommentAdded) for event in site.events)


def test_comments_of_one_request_share_the_room(site, edit, refuses):
    """Several comments at once are refused where the limit lets only some of them in."""
    site.options.comment_limit = 2
    with refuses(CommentLimitReached):
        edit(update={"comment": [("add", CommentRequest(body=body)) for body in ("One", "Two", "Three")]})
    edit(update={"comment": [("add", CommentRequest(body=body)) for body in ("One", "Two")]})
    assert [comment.body for comment in site.comments.of(site.issues.with_key("APP-1"))] == ["One", "Two"]


def test_description_in_its_form(site, edit):
    """A document is kept beside its words; the same words in another document are a change, told as wiki markup."""
    issue = edit(description=RichText(text="Said", document=DOCUMENT, form="document"))
    assert (issue.description, issue.description_document) == ("Said", DOCUMENT)
    edit(description=RichText(text="Said"))
    assert _last_changes(site) == [
        Change(field="description", field_id="description", from_text="*Said*", to_text="Said")
    ]
    issue = edit(description=None)
    assert (issue.description, issue.description_document) == (None, None)


@pytest.mark.parametrize(
    ("operations", "labels"),
    [
        ([("add", "a"), ("add", "a")], ["z", "a"]),
        ([("remove", "z"), ("remove", "q")], []),
        ([("add", "a"), ("remove", "z")], ["a"]),
        ([("set", ["b"]), ("add", "c")], ["b", "c"]),
    ],
)
def test_operations_on_labels(seeded, edit, operations, labels):
    """Labels are added once, removed where they are, and set as a whole."""
    seeded.add_issue("APP-9", labels=["z"])
    assert edit(key="APP-9", update={"labels": operations}).labels == labels


@pytest.mark.parametrize(
    ("value", "refusal"), [(1, NotText), ("", LabelWithSpaces), ("a\tb", LabelWithSpaces), ("x" * 256, LabelTooLong)]
)
def test_label_that_is_none(edit, refuses, value, refusal):
    """A label is a text without spaces, of up to 255 characters."""
    with refuses(refusal):
        edit(update={"labels": [("add", value)]})


def test_custom_fields_are_kept_as_given(seeded, site, edit):
    """A custom field holds what it is given; null takes it away, and a list takes single values."""
    field = seeded.add_field("Teams", type="labels").id
    assert edit(**{field: ["a"]}).custom_fields == {field: ["a"]}
    assert edit(update={field: [("add", "b"), ("remove", "a")]}).custom_fields == {field: ["b"]}
    assert _last_changes(site) == [Change(field="Teams", field_id=field, custom=True, from_text="a", to_text="b")]
    assert edit(**{field: None}).custom_fields == {}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("x", "x"),
        (3, "3"),
        (["a", 1], "a, 1"),
        ({"value": "Red", "name": "N"}, "Red"),
        ({"name": "N", "displayName": "D"}, "N"),
        ({"displayName": "D", "key": "K"}, "D"),
        ({"key": "K", "id": "1"}, "K"),
        ({"odd": 1}, "{'odd': 1}"),
        ([None], ""),
    ],
)
def test_how_a_custom_value_reads_in_history(seeded, site, edit, value, text):
    """History tells a value as it would read, whatever it is."""
    _add_field_7(seeded)
    edit(customfield_7=value)
    assert _last_changes(site)[0].to_text == text


def test_custom_field_that_stays(seeded, site, edit):
    """History does not tell of a custom field that another edit leaves as it is."""
    _add_field_7(seeded)
    edit(customfield_7="x")
    edit(summary="New")
    assert [change.field for change in _last_changes(site)] == ["summary"]


def test_due_date_is_taken_away(seeded, site, edit):
    """A due date that is there is given up for none, and history tells which it was."""
    seeded.add_issue("APP-9", fields={"duedate": "2026-03-01"})
    assert edit(key="APP-9", duedate=None).due is None
    was = Change(field="duedate", field_id="duedate", from_id="2026-03-01", from_text="2026-03-01 00:00:00.0")
    assert _last_changes(site, "APP-9") == [was]


@pytest.mark.parametrize("value", ["", "2026-3-1", "20260301", "2026-W09-7", "2026-03-01 00:00", "२०२६-०३-०१"])
def test_due_date_is_written_in_one_way(edit, refuses, value):
    """A date in whatever other form than `yyyy-MM-dd` is refused."""
    with refuses(NotDate) as caught:
        edit(duedate=value)
    assert caught.value.refusals == (NotDate(field="duedate", value=value),)


def test_links_are_no_value_of_the_issue(site):
    """An operation on what is kept beside an issue leaves the issue itself as it is."""
    editing = Editing(site=site, caller=DEFAULT_USER, purpose="edit")
    issue = site.issues.with_key("APP-1")
    assert FIELDS_BY_ID["issuelinks"].changed(editing, issue, FieldUpdate(verb="add", value=None)) is issue


def test_single_value_for_a_field_that_holds_no_list(seeded, edit, refuses):
    """Only a list takes single values."""
    _add_field_7(seeded)
    edit(customfield_7="x")
    with refuses(VerbUnknown) as caught:
        edit(update={"customfield_7": [("add", "y")]})
    told = VerbUnknown(field="customfield_7", name="customfield_7", verb="add", supported="set")
    assert caught.value.refusals == (told,)


def test_security_level_of_ones_own(seeded, site, edit):
    """A level that the caller is in can be set, and history tells it."""
    level = seeded.add_security_level("Board", project="APP", members=[DEFAULT_USER])
    assert edit(security={"id": str(level.id)}).security_level == level
    assert _last_changes(site) == [Change(field="security", field_id="security", to_id=str(level.id), to_text="Board")]


def test_people_of_an_issue(seeded, edit, refuses):
    """An assignee can go, a reporter cannot; both are accounts."""
    alice = seeded.add_user("alice")
    assert edit(assignee={"accountId": alice.account_id}).assignee == alice
    assert edit(assignee={"accountId": None}).assignee is None
    assert edit(reporter={"accountId": alice.account_id}).reporter == alice
    for nobody in (None, {"id": None}):
        with refuses(ReporterMissing):
            edit(reporter=nobody)
    with refuses(FieldUserUnknown):
        edit(reporter={"id": "1"})


def test_hidden_family_keeps_a_type(seeded, site, edit, refuses):
    """An issue whose parent or child is hidden gets no type that does not fit them, which gives them away."""
    seeded.add_issue("APP-8", type="Epic", visible_to=[])
    seeded.add_issue("APP-9", parent="APP-8")
    seeded.add_issue("APP-10", type="Sub-task", parent="APP-1", visible_to=[])
    with refuses(ParentUnfit):
        edit(key="APP-9", issuetype={"name": "Epic"})
    with refuses(IssueTypeUnfit):
        edit(key="APP-1", issuetype={"name": "Epic"})


def test_parent_that_fits(seeded, site, edit, refuses):
    """A parent is one level above; a sub-task's is in its project, and stays one."""
    seeded.add_issue("APP-8", type="Epic")
    seeded.add_issue("APP-9", type="Sub-task", parent="APP-1")
    assert edit(parent={"id": str(site.issues.with_key("APP-8").id)}).parent_id == site.issues.with_key("APP-8").id
    assert edit(parent={"none": True}).parent_id is None
    assert edit(key="APP-9", parent={"key": "APP-2"}).parent_id == site.issues.with_key("APP-2").id
    with refuses(ParentMissing):
        edit(key="APP-9", parent=None)
    with refuses(ParentElsewhere):
        edit(key="APP-9", parent={"key": "LIB-1"})
    with refuses(ParentUnfit):
        edit(key="APP-2", parent={"key": "APP-1"})
    with refuses(IssueTypeUnfit):
        edit(key="APP-2", issuetype={"name": "Epic"})


@pytest.mark.parametrize("field", ["issuelinks", "comment"])
def test_addition_that_is_no_object(edit, refuses, field):
    """A link and a comment are objects."""
    with refuses(NotObject):
        edit(update={field: [("add", "x")]})


def test_summary_as_long_as_it_may_be(edit, refuses):
    """A summary has up to 255 characters on one line, whatever ends a line."""
    assert len(edit(summary="s" * 255).summary) == 255
    with refuses(SummaryTooLong) as caught:
        edit(summary="s" * 256)
    assert caught.value.refusals == (SummaryTooLong(length=256, limit=255),)
    with refuses(SummaryBroken):
        edit(summary="one\rtwo")


def test_what_is_told_of_an_edit_without_permission(seeded, edit, refuses):
    """Each field is named with the permission that it takes."""
    seeded.deny("EDIT_ISSUES", project="APP")
    with refuses(FieldNotSettable, FieldNotSettable) as caught:
        edit(summary="New", labels=[])
    why = "it takes Edit issues in APP"
    assert caught.value.refusals == tuple(FieldNotSettable(field=name, why=why) for name in ("summary", "labels"))


def test_what_is_told_of_links_where_linking_is_off(site, edit, refuses):
    """Where issue linking is off, an edit has no field for links."""
    site.options.linking_enabled = False
    link = LinkToAdd(type=LinkTypeReference(name="Blocks"), outward_issue=IssueReference(key="LIB-1"))
    with refuses(FieldNotSettable) as caught:
        edit(update={"issuelinks": [("add", link)]})
    why = "issue linking is switched off (linking_enabled=False)"
    assert caught.value.refusals == (FieldNotSettable(field="issuelinks", why=why),)


def test_summary_of_null(edit, refuses):
    """An issue is never left without a summary."""
    with refuses(SummaryMissing):
        edit(summary=None)


def test_edit_of_nothing_takes_no_permission(seeded, site, edit):
    """Where no field is named there is nothing to refuse."""
    seeded.deny("EDIT_ISSUES")
    assert edit() == site.issues.with_key("APP-1")


def test_assigning_takes_its_permission_in_the_project(seeded, site, refuses):
    """Who may assign issues of another project may not assign those of this one."""
    seeded.deny("ASSIGN_ISSUES", project="APP")
    with refuses(NoAssignPermission) as caught:
        assign_issue(site, DEFAULT_USER, IssueReference(key="APP-1"), None)
    assert caught.value.refusals == (NoAssignPermission(issue=site.issues.with_key("APP-1"), caller=DEFAULT_USER),)


def test_assignee_holds_the_permission_in_the_project(seeded, site, refuses):
    """Who can be assigned issues of another project cannot be assigned those of this one."""
    alice = seeded.add_user("alice")
    seeded.deny("ASSIGNABLE_USER", project="APP")
    with refuses(NotAssignable) as caught:
        assign_issue(site, DEFAULT_USER, IssueReference(key="APP-1"), alice.account_id)
    assert caught.value.refusals == (NotAssignable(user=alice, project="APP"),)


def test_assigning(seeded, site):
    """The assignee is told in history like any other change."""
    alice = seeded.add_user("alice")
    assign_issue(site, DEFAULT_USER, IssueReference(key="APP-1"), alice.account_id)
    assert [(change.field, change.to_text) for change in _last_changes(site)] == [("assignee", "alice")]


def test_what_nobody_replaced_was_never_something_else(site):
    """An issue that stays as it was made has no earlier value."""
    issue = site.issues.with_key("APP-1")
    assert site.issues.past.before(issue.id, site.clock.now) is None

"""The fields of issues, as the list and the issues themselves name them."""

import pytest

from jira_linkfake.jira.fields.model import is_custom
from jira_linkfake.jira.fields.registry import FIELDS
from jira_linkfake.jira.fields.rules import CustomFieldRequest, create_field
from jira_linkfake.jira.refusal import Refused


def test_list_has_the_fields_that_issues_have(jira, get):
    """What an issue shows is in the list of fields; in no issue is the key."""
    jira.add_issue("APP-9", parent="APP-1")
    listed = [field["id"] for field in get("field")]
    assert set(listed) == {*get("issue/APP-9")["fields"], "issuekey"}
    assert listed == [field.id for field in FIELDS]


def test_custom_field_is_named_wherever_it_stands(jira, get):
    """A field that was added has its name and schema in the list and beside an issue; another goes by its id."""
    points = jira.add_field("Story points", type="number")
    tags = jira.add_field("Tags", type="labels")
    jira.add_issue("APP-9", fields={points.id: 5, tags.id: ["a"], "customfield_7": 1})
    issue = get(f"issue/APP-9?expand=names,schema&fields={points.id},{tags.id},customfield_7")
    assert issue["names"] == {points.id: "Story points", tags.id: "Tags", "customfield_7": "customfield_7"}
    of_list = {field["id"]: field["schema"] for field in get("field") if field["custom"]}
    assert issue["schema"] == of_list
    assert of_list == {
        "customfield_7": {"type": "any", "custom": "customfield_7", "customId": 7},
        points.id: {
            "type": "number",
            "custom": "com.atlassian.jira.plugin.system.customfieldtypes:float",
            "customId": 10000,
        },
        tags.id: {
            "type": "array",
            "items": "string",
            "custom": "com.atlassian.jira.plugin.system.customfieldtypes:labels",
            "customId": 10001,
        },
    }


DOCUMENT = {
    "type": "doc",
    "version": 1,
    "content": [{"type": "paragraph", "content": [{"type": "text", "text": "So", "marks": [{"type": "strong"}]}]}],
}


def test_custom_field_of_rich_text(jira, ask, get):
    """Such a field holds text as a description does: converted, rendered, and told as wiki markup."""
    notes = jira.add_field("Notes", type="paragraph").id
    jira.add_issue("APP-9", fields={notes: "*So*"})

    def read(version):
        return get(f"issue/APP-9?fields={notes}", version=version)["fields"][notes]

    def answer(version, value):
        reply = ask("PUT", "issue/APP-9", version=version, json={"fields": {notes: value}})
        return None if reply.status_code == 204 else reply.json["errors"][notes]

    assert (read("2"), read("3")) == ("*So*", {"version": 1, **DOCUMENT})
    assert answer("3", DOCUMENT) is None
    assert (read("2"), read("3")) == ("*So*", DOCUMENT)
    rendered = get(f"issue/APP-9?fields={notes}&expand=renderedFields")["renderedFields"]
    assert rendered == {notes: "<p><b>So</b></p>"}
    assert answer("2", "No") is None
    assert (read("2"), read("3")["content"]) == (
        "No",
        [{"type": "paragraph", "content": [{"type": "text", "text": "No"}]}],
    )
    assert answer("3", "No").startswith("Operation value must be an Atlassian Document")
    assert answer("2", DOCUMENT) == "Operation value must be a string"
    assert answer("3", None) is None
    told = [(item["fromString"], item["toString"]) for entry in jira_history(get) for item in entry["items"]]
    assert told == [("*So*", "*So*"), ("*So*", "No"), ("No", None)]


def jira_history(get):
    """Return what the history of APP-9 tells."""
    return get("issue/APP-9/changelog")["values"]


def test_field_goes_by_its_name_or_its_id():
    """A custom field is told by the form of its id."""
    assert [is_custom(name) for name in ("customfield_7", "customfield_07", "summary")] == [True, False, False]


@pytest.mark.parametrize(
    ("version", "nothing"),
    [("2", ""), ("3", {"type": "doc", "version": 1, "content": []}), ("3", None), ("2", None)],
)
def test_rich_text_of_nothing_is_none(jira, ask, get, version, nothing):
    """A custom field of rich text that is set to a text of nothing has no value any more."""
    notes = jira.add_field("Notes", type="paragraph").id
    jira.add_issue("APP-9", fields={notes: "So"})
    assert ask("PUT", "issue/APP-9", version=version, json={"fields": {notes: nothing}}).status_code == 204
    assert jira.issue("APP-9").custom_fields == {}
    assert get(f"issue/APP-9?fields={notes}")["fields"][notes] is None


_TYPES = "com.atlassian.jira.plugin.system.customfieldtypes:"


def test_field_of_no_type_takes_no_searcher(jira, ask):
    """A field that an issue was given by its id has no type, so that no searcher fits it, nor is it asked for one."""
    jira.add_issue("APP-9", fields={"customfield_7": 1})
    for searcher in ("textsearcher", f"{_TYPES}textsearcher"):
        reply = ask("PUT", "field/customfield_7", json={"name": "Odd", "searcherKey": searcher})
        assert reply.status_code == 400
        assert jira.exchanges[-1].reason == f"{searcher!r} is no searcher of a custom field of the type "
    assert ask("PUT", "field/customfield_7", json={"name": "Odd"}).status_code == 204


@pytest.mark.parametrize(
    ("kind", "truth"),
    [
        (None, "'' is no type of custom fields"),
        ("float", "'float' is no type of custom fields"),
        (f"{_TYPES}flot", f"'{_TYPES}flot' is no type of custom fields"),
    ],
)
def test_type_of_a_new_field_is_told(jira, ask, kind, truth):
    """A type is named whole; the journal tells what was named for one."""
    body = {"name": "New", **({} if kind is None else {"type": kind})}
    assert ask("POST", "field", json=body).status_code == 400
    assert jira.exchanges[-1].reason == truth


def test_new_field_is_as_it_was_asked_for(jira, ask, get):
    """Spaces around a name go, there need be no description, and a change leaves what it does not name."""
    made = ask("POST", "field", json={"name": " New ", "type": f"{_TYPES}float", "searcherKey": f"{_TYPES}exactnumber"})
    assert (made.status_code, made.json["name"], made.json["searchable"]) == (201, "New", True)
    assert made.json["clauseNames"] == ["cf[10000]", "New"]
    field = jira.site.fields["customfield_10000"]
    assert (field.description, field.on_screens, field.searcher) == ("", False, "exactnumber")
    assert ask("PUT", "field/customfield_10000", json={"description": "How much"}).status_code == 204
    assert ask("PUT", "field/customfield_10000", json={"name": " Newer "}).status_code == 204
    field = jira.site.fields["customfield_10000"]
    assert (field.name, field.description, field.clauses) == ("Newer", "How much", ("cf[10000]", "Newer"))
    assert (field.searcher, field.searchable) == ("exactnumber", True)


def test_what_is_shown_for_people(jira, get):
    """Beside an issue's fields, dates and rich text are shown as a page shows them, and nothing else is."""
    jira.add_issue("APP-9", description="*So*", fields={"duedate": "2026-02-03"}, labels=["a"])
    shown = get("issue/APP-9?expand=renderedFields")["renderedFields"]
    assert (shown["description"], shown["duedate"]) == ("<p><b>So</b></p>", "03/Feb/26")
    assert shown["created"] == "01/Jan/26 12:00 AM"
    for name in ("summary", "labels", "status", "priority", "issuetype", "project", "reporter", "votes", "progress"):
        assert shown[name] is None


def test_new_field_has_the_schema_of_its_type(jira, ask):
    """A new field of labels holds several texts; one without a name or without a type is refused for all it lacks."""
    made = ask("POST", "field", json={"name": "Tags", "type": f"{_TYPES}labels"})
    assert made.json["schema"] == {
        "type": "array",
        "items": "string",
        "custom": f"{_TYPES}labels",
        "customId": 10000,
    }
    for fields in (CustomFieldRequest(kind=f"{_TYPES}labels"), CustomFieldRequest(name="  ", kind=f"{_TYPES}labels")):
        with pytest.raises(Refused) as caught:
            create_field(jira.site, jira.default_user, fields)
        assert str(caught.value) == "the name of the custom field has 0 characters, and it takes 1 to 255"
    with pytest.raises(Refused) as caught:
        create_field(jira.site, jira.default_user, CustomFieldRequest())
    assert [str(one.reason) for one in caught.value.refusals] == [
        "the name of the custom field has 0 characters, and it takes 1 to 255",
        "'' is no type of custom fields",
    ]


def test_field_of_the_site_is_found_in_whatever_case(jira, ask):
    """JQL asks for a custom field by its name or number, in whatever case."""
    points = jira.add_field("Points", type="number")
    jira.add_issue("APP-9", fields={points.id: 1})
    for jql in ("POINTS = 1", f"CF[{points.custom_id}] = 1"):
        assert [issue["id"] for issue in ask("GET", f"search/jql?jql={jql}").json["issues"]] == [jira.issue("APP-9").id]
    assert ask("GET", "search/jql?jql=nopoints = 1").json["issues"] == []


def test_what_is_no_document_is_told(jira, ask):
    """In version 3 a rich text is an Atlassian document: no other object, and no text."""
    for value in ({"a": 1}, {"type": "paragraph"}, "So", ["So"], 5):
        assert ask("PUT", "issue/APP-1", json={"fields": {"description": value}}).status_code == 400
        assert jira.exchanges[-1].reason == "description was given something that is no Atlassian document"
    assert ask("PUT", "issue/APP-1", version="2", json={"fields": {"description": {"a": 1}}}).status_code == 400
    assert jira.exchanges[-1].reason == "description was given something that is no text"


def test_why_a_field_is_on_no_screen_is_told(jira, ask):
    """The journal tells whether a transition has no screen, or one without the field."""
    closes = jira.add_transition("Close", to="Done", screen=["labels"])
    for transition, told in (
        ("21", "summary cannot be set: the transition has no screen"),
        (closes.id, "summary cannot be set: it is not on the transition's screen"),
    ):
        body = {"transition": {"id": transition}, "fields": {"summary": "New"}}
        assert ask("POST", "issue/APP-1/transitions", json=body).status_code == 400
        assert jira.exchanges[-1].reason == told

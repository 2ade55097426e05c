"""The history of an issue in Jira's JSON, where the wire suite cannot have it yet."""

from jira_linkfake.jira.history.model import Change
from jira_linkfake.jira.history.rules import record


def test_changes_of_fields(jira, get):
    """A change of a field has the field's id; a custom field says that it is one."""
    record(
        jira.site,
        jira.default_user,
        jira.site.issues.with_key("APP-1"),
        Change(field="status", field_id="status", from_id="10000", from_text="To Do", to_id="10002", to_text="Done"),
        Change(field="Points", field_id="customfield_10010", custom=True, to_text="3"),
    )
    [entry] = get("issue/APP-1/changelog")["values"]
    assert entry["items"] == [
        {
            "field": "status",
            "fieldtype": "jira",
            "fieldId": "status",
            "from": "10000",
            "fromString": "To Do",
            "to": "10002",
            "toString": "Done",
        },
        {
            "field": "Points",
            "fieldtype": "custom",
            "fieldId": "customfield_10010",
            "from": None,
            "fromString": None,
            "to": None,
            "toString": "3",
        },
    ]
    assert get("issue/APP-1?expand=changelog")["changelog"]["histories"] == [entry]


def test_history_of_issues_that_are_found(jira, get):
    """What is found has the history beside it as an issue that is read has."""
    jira.add_link("APP-1", "blocks", "LIB-1")
    [found] = get("search/jql?jql=key=APP-1&fields=summary&expand=changelog", version="2")["issues"]
    assert found["changelog"] == get("issue/APP-1?expand=changelog", version="2")["changelog"]
    assert [entry["id"] for entry in found["changelog"]["histories"]] == ["10000"]

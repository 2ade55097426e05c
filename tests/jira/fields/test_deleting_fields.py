"""Deleting custom fields: what is left of them."""

import pytest

from jira_linkfake import FakeJira


@pytest.fixture
def jira():
    """A site with a custom field that issues have values in, and one that came later."""
    site = FakeJira()
    site.add_issues("APP-1", "APP-2")
    site.add_field("Size", type="number")
    site.add_field("Color")
    site.set_issue("APP-1", fields={"customfield_10000": 3, "customfield_10001": "blue"})
    return site


def _ask(jira, method, path, **body):
    return jira.client().open(f"/rest/api/3/{path}", method=method, auth=jira.auth, **body)


def test_field_goes_with_its_values(jira):
    """Issues have nothing in the field any more, and no field that comes later gets its id."""
    assert _ask(jira, "DELETE", "field/customfield_10000").status_code == 303
    assert dict(jira.issue("APP-1").custom_fields) == {"customfield_10001": "blue"}
    assert jira.add_field("Weight").id == "customfield_10002"
    assert "customfield_10000" not in _ask(jira, "GET", "issue/APP-1").json["fields"]


def test_webhook_of_before_shows_the_field(jira):
    """What was sent before the field went has its value, and what is sent later has not."""
    _ask(jira, "PUT", "issue/APP-1", json={"fields": {"summary": "One"}})
    _ask(jira, "DELETE", "field/customfield_10000")
    _ask(jira, "PUT", "issue/APP-1", json={"fields": {"summary": "Two"}})
    before, after = (one.payload["issue"]["fields"] for one in jira.webhooks)
    assert (before["customfield_10000"], before["customfield_10001"]) == (3, "blue")
    assert "customfield_10000" not in after
    assert after["customfield_10001"] == "blue"

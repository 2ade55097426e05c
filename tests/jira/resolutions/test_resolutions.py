"""Resolutions: what issues have when they are changed, moved and made."""

import pytest

from jira_linkfake.errors import UsageError


def test_changed_resolution_is_changed_where_issues_have_it(jira, ask, get):
    """A resolution goes by its new name in all issues that have it, and in those that get it later."""
    jira.transition("APP-1", "Done")
    updated = jira.issue("APP-1").updated
    assert ask("PUT", "resolution/10000", json={"name": "Ready"}).status_code == 204
    jira.transition("APP-2", "Done")
    assert [str(jira.issue(key).resolution.name) for key in ("APP-1", "APP-2")] == ["Ready", "Ready"]
    assert jira.issue("APP-1").updated == updated
    found = get("search/jql?jql=resolution = ready&fields=resolution")["issues"]
    assert [one["fields"]["resolution"]["name"] for one in found] == ["Ready", "Ready"]


def test_resolution_that_goes_leaves_its_issues_another(jira, ask, get):
    """Issues get the resolution that stands in, which a status that is done sets from then on, too."""
    jira.transition("APP-1", "Done")
    updated = jira.issue("APP-1").updated
    assert ask("DELETE", "resolution/10000?replaceWith=10002").status_code == 303
    jira.transition("APP-2", "Done")
    assert [jira.issue(key).resolution.name for key in ("APP-1", "APP-2")] == ["Duplicate", "Won't Do"]
    assert jira.issue("APP-1").updated == updated
    assert [one["name"] for one in get("resolution")] == ["Won't Do", "Duplicate", "Cannot Reproduce"]


def test_issues_are_ordered_as_resolutions_are(jira, ask, get):
    """Issues are ordered by resolution as the site orders these, where a transition's screen had them set."""
    jira.add_resolution("Obsolete", description="Nobody needs it")
    transition = jira.add_transition("Close", to="Done", required=["resolution"])
    for key, name in (("APP-1", "Done"), ("APP-2", "Obsolete")):
        body = {"transition": {"id": str(transition.id)}, "fields": {"resolution": {"name": name}}}
        assert ask("POST", f"issue/{key}/transitions", json=body).status_code == 204
    jql = "search/jql?jql=resolution is not EMPTY ORDER BY resolution&fields=key"
    assert [one["key"] for one in get(jql)["issues"]] == ["APP-1", "APP-2"]
    assert ask("PUT", "resolution/move", json={"ids": ["10004"], "position": "First"}).status_code == 204
    assert [one["key"] for one in get(jql)["issues"]] == ["APP-2", "APP-1"]


def test_resolution_is_added_once(jira):
    """A second resolution of one name is a mistake."""
    with pytest.raises(UsageError, match="the resolution 'Done' is there already"):
        jira.add_resolution("Done")

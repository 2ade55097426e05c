"""What is easily forgotten of worklogs: where a permission counts, and what of a time a day leaves out."""

from datetime import datetime, timezone

from jira_linkfake import FakeJira


def test_own_work_is_changed_where_the_permission_is_held():
    """Edit own worklogs counts in the project of the issue, not in others."""
    jira = FakeJira()
    alice = jira.add_user("alice")
    jira.add_issue("APP-1")
    worklog = jira.add_worklog("APP-1", "1h", author=alice)
    jira.deny("EDIT_ALL_WORKLOGS")
    jira.deny("EDIT_OWN_WORKLOGS", project="APP")
    address = f"/rest/api/3/issue/APP-1/worklog/{worklog.id}"
    assert jira.client().put(address, json={"timeSpent": "2h"}, auth=alice.auth).status_code != 200
    assert jira.worklogs_of("APP-1")[0].time_spent == "1h"


def test_a_day_has_work_of_any_fraction_of_a_second():
    """Work that began in the middle of a second is found by its day."""
    jira = FakeJira()
    jira.add_issue("APP-1")
    jira.add_worklog("APP-1", "1h", started=datetime(2026, 1, 2, 3, 4, 5, 678000, tzinfo=timezone.utc))
    query = {"jql": 'worklogDate = "2026-01-02"'}
    found = jira.client().get("/rest/api/3/search/jql", query_string=query, auth=jira.auth).json["issues"]
    assert [issue["id"] for issue in found] == ["10000"]

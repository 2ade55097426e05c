"""Worklogs through both Python clients."""

from __future__ import annotations

from datetime import datetime

import pytest
from atlassian import Jira
from jira import JIRA, JIRAError


def test_pycontribs_logs_work(jira_linkfake):
    """`jira` logs work, changes it, lists it and deletes it, and reads what remains to be done."""
    jira_linkfake.add_issue("PROJ-1", fields={"timetracking": {"originalEstimate": "1d"}})
    client = JIRA(jira_linkfake.url, basic_auth=jira_linkfake.auth)
    logged = client.add_worklog("PROJ-1", timeSpent="3h 30m", comment="Fixed", started=datetime(2026, 1, 1, 8))
    assert (logged.timeSpentSeconds, logged.started) == (12600, "2026-01-01T08:00:00.000+0000")
    assert client.issue("PROJ-1").fields.timetracking.remainingEstimate == "4h 30m"
    logged.update(timeSpent="1h")
    assert [one.timeSpent for one in client.worklogs("PROJ-1")] == ["1h"]
    client.worklog("PROJ-1", logged.id).delete(adjustEstimate="new", newEstimate="2h")
    assert (client.worklogs("PROJ-1"), client.issue("PROJ-1").fields.timeestimate) == ([], 7200)
    with pytest.raises(JIRAError, match="Invalid time duration entered"):
        client.add_worklog("PROJ-1", timeSpent="a while")


def test_atlassian_python_api_logs_work(jira_linkfake):
    """`atlassian-python-api` logs work, lists it, and asks what has changed since."""
    jira_linkfake.add_issue("PROJ-1")
    client = Jira(jira_linkfake.url, *jira_linkfake.auth, cloud=True)
    client.issue_worklog("PROJ-1", "2026-01-01T10:00:00.000+0000", 120, comment="Looked")
    assert client.issue_get_worklog("PROJ-1")["worklogs"][0]["comment"] == "Looked"
    assert [one["worklogId"] for one in client.get_updated_worklogs(since=1)["values"]] == [10000]
    assert client.get_deleted_worklogs(since=1)["values"] == []
    assert [one["timeSpent"] for one in client.get_worklogs([10000])] == ["2m"]

"""The code talks to an app beside Jira, and to what of Jira is not served: the test answers both."""

import pytest
import requests


def test_keeps_the_run_and_links_the_test(client, kept_runs, jira_linkfake):
    assert client.keep("TEST-1", covers="PROJ-1", status="PASS") == 1

    assert kept_runs == [{"test": "TEST-1", "status": "PASS"}]
    jira_linkfake.assert_linked("TEST-1", "relates to", "PROJ-1")


def test_links_nothing_where_the_run_is_not_kept(client, jira_linkfake):
    jira_linkfake.respond("POST", "/rest/tests/1.0/runs", json={"message": "no licence"}, status=402)

    with pytest.raises(requests.HTTPError, match="402"):
        client.keep("TEST-1", covers="PROJ-1", status="PASS")

    jira_linkfake.assert_no_links()


def test_shows_runs_on_a_dashboard(client, jira_linkfake):
    jira_linkfake.respond("GET", "/rest/api/3/dashboard", json={"dashboards": [{"id": "10000", "name": "Release"}]})

    assert client.dashboards() == ["Release"]

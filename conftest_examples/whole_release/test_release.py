"""A whole release: its version, its ticket, and all that a bot does with them."""

from jira import JIRA

import release


def test_a_release(jira_linkfake):
    jira_linkfake.add_project("WEB")
    jira_linkfake.add_version("1.9", project="WEB")
    jira_linkfake.add_transition("Done", to="Done", screen=["resolution"])
    for key in ("WEB-1", "WEB-2"):
        jira_linkfake.add_issue(key, status="Done")
    jira = JIRA(server=jira_linkfake.url, basic_auth=jira_linkfake.auth)
    jira_linkfake.on_request("GET", "search/jql", lambda: _plan(jira_linkfake))

    key = release.release(jira, "WEB", "2.0", b"Faster")

    jira_linkfake.assert_links([f"WEB-1 blocks {key}", f"WEB-2 blocks {key}"])
    jira_linkfake.assert_issue(key, status="Done", resolution="Done", timespent=1800)
    jira_linkfake.assert_commented(key, "2 issues are in 2.0.")
    assert [str(user) for user in jira_linkfake.watchers_of(key)] == ["admin"]
    jira_linkfake.assert_webhook_sent("jira:version_released")
    jira_linkfake.assert_webhook_sent("attachment_created")


def _plan(jira_linkfake):
    for key in ("WEB-1", "WEB-2"):
        jira_linkfake.set_issue(key, fields={"fixVersions": [{"name": "2.0"}]})

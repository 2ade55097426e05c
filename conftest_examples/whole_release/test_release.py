"""A whole release: its version, its ticket, and all that a bot does with them."""

import pytest
from jira import JIRA

import release


@pytest.mark.jira_linkfake(patch_sleep=True)  # the client waits a second for each new version
def test_a_release(jira_linkfake):
    jira_linkfake.add_project("WEB")
    jira_linkfake.add_version("1.9", project="WEB")
    jira_linkfake.add_transition("Done", to="Done", screen=["resolution"])
    jira_linkfake.add_issue("WEB-1", status="Done")
    jira_linkfake.add_issue("WEB-2", status="Done")
    jira_linkfake.add_issue("WEB-3", fix_versions=["1.9"])
    jira = JIRA(server=jira_linkfake.url, basic_auth=jira_linkfake.auth)

    key = release.release(jira, "WEB", "2.0", ["WEB-1", "WEB-2"], b"Faster")

    jira_linkfake.assert_links([f"WEB-1 blocks {key}", f"WEB-2 blocks {key}"])
    jira_linkfake.assert_issue(key, status="Done", resolution="Done", timespent=1800)
    jira_linkfake.assert_commented(key, "2 issues are in 2.0.")
    assert [str(user) for user in jira_linkfake.watchers_of(key)] == ["admin"]
    jira_linkfake.assert_webhook_sent("attachment_created")
    jira_linkfake.assert_webhook_sent("jira:version_released")

"""The code under test: a bot that uses the client library `jira`."""

from jira import JIRA, JIRAError


def block_release(jira: JIRA, release: str, bugs: list[str]) -> dict[str, str]:
    """Let bugs block a release; returns what Jira said of those that it refused."""
    refused = {}
    for bug in bugs:
        try:
            jira.create_issue_link("is blocked by", release, bug, comment={"body": "Found in the last test run."})
        except JIRAError as error:
            refused[bug] = error.text
    return refused


def unblock_release(jira: JIRA, release: str) -> None:
    """Delete every link of an issue that blocks a release."""
    for link in jira.issue(release).fields.issuelinks:
        if link.type.name == "Blocks" and hasattr(link, "inwardIssue"):
            link.delete()

"""The code under test: a sync that uses atlassian-python-api."""

from atlassian import Jira
from requests import HTTPError


def copy_links(jira: Jira, original: str, copy: str) -> list[str]:
    """Give a copy the links of its original; returns the issues that it could not be linked to."""
    failed = []
    for link in jira.get_issue(original, fields="issuelinks")["fields"]["issuelinks"]:
        here, there = ("inwardIssue", "outwardIssue") if "outwardIssue" in link else ("outwardIssue", "inwardIssue")
        other = link[there]["key"]
        try:
            jira.create_issue_link({"type": {"id": link["type"]["id"]}, here: {"key": copy}, there: {"key": other}})
        except HTTPError:
            failed.append(other)
    return failed

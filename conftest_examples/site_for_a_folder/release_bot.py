"""The code under test: a bot that links a release to what it waits for, configured by environment variables."""

import os

import requests


def block(release: str, *keys: str) -> None:
    """Let these issues block a release."""
    for key in keys:
        _call("POST", "issueLink", type={"name": "Blocks"}, inwardIssue={"key": key}, outwardIssue={"key": release})


def open_blockers(release: str) -> list[str]:
    """Return the issues that block a release and are not done."""
    links = _call("GET", f"issue/{release}").json()["fields"]["issuelinks"]
    blockers = [link["inwardIssue"] for link in links if link["type"]["name"] == "Blocks" and "inwardIssue" in link]
    return [issue["key"] for issue in blockers if issue["fields"]["status"]["name"] != "Done"]


def _call(method: str, path: str, **body: object) -> requests.Response:
    url = f"{os.environ['JIRA_URL']}/rest/api/3/{path}"
    auth = (os.environ["JIRA_EMAIL"], os.environ["JIRA_TOKEN"])
    response = requests.request(method, url, json=body or None, auth=auth, timeout=10)
    response.raise_for_status()
    return response

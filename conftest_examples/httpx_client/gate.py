"""The code under test: a CI gate that uses httpx."""

import httpx


def link_build(jira: httpx.Client, build: str, *keys: str) -> None:
    """Relate a build to the issues that it brings."""
    for key in keys:
        link = {"type": {"name": "Relates"}, "inwardIssue": {"key": build}, "outwardIssue": {"key": key}}
        jira.post("/rest/api/3/issueLink", json=link).raise_for_status()

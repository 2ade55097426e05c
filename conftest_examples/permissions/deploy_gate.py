"""The code under test: a CI gate that records which change a deployment brings."""

import requests


class PermissionMissingError(Exception):
    """The gate's account may not link issues of a project."""


def record(url: str, auth: tuple[str, str], deployment: str, change: str) -> None:
    link = {"type": {"name": "Relates"}, "inwardIssue": {"key": deployment}, "outwardIssue": {"key": change}}
    response = requests.post(f"{url}/rest/api/3/issueLink", json=link, auth=auth, timeout=10)
    # Its status alone says that an issue does not exist, or on real sites that the login failed.
    if "No Link Issue Permission" in response.text:
        raise PermissionMissingError(f"{auth[0]} needs the permission Link issues for {deployment}")
    response.raise_for_status()

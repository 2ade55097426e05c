"""The code under test: a bot that links issues, and says what went wrong where somebody can put it right."""

import requests

Auth = tuple[str, str]


class LoginError(Exception):
    """The token is wrong: somebody has to make a new one."""


class PermissionMissingError(Exception):
    """The token is right, but its account may not link issues there: somebody has to permit it."""


def link_naively(url: str, auth: Auth, source: str, destination: str) -> None:
    """Link two issues; takes every 401 for a login that failed."""
    response = _post(url, auth, source, destination)
    if response.status_code == 401:
        raise LoginError
    response.raise_for_status()


def link(url: str, auth: Auth, source: str, destination: str) -> None:
    """Link two issues; where that answers 401 it asks Jira who it is."""
    response = _post(url, auth, source, destination)
    if response.status_code == 401:
        whoami = requests.get(f"{url}/rest/api/3/myself", auth=auth, timeout=10)
        raise (PermissionMissingError if whoami.ok else LoginError)
    response.raise_for_status()


def _post(url: str, auth: Auth, source: str, destination: str) -> requests.Response:
    body = {"type": {"name": "Blocks"}, "inwardIssue": {"key": source}, "outwardIssue": {"key": destination}}
    return requests.post(f"{url}/rest/api/3/issueLink", json=body, auth=auth, timeout=10)

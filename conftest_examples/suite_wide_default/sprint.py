"""The code under test: it knows one Jira, and where it is."""

import requests

JIRA = "https://acme.atlassian.net"


class LoginError(Exception):
    """Jira does not know the token."""


def depends(auth: tuple[str, str], key: str, *, on: str) -> None:
    link = {"type": {"name": "Blocks"}, "inwardIssue": {"key": on}, "outwardIssue": {"key": key}}
    response = requests.post(f"{JIRA}/rest/api/3/issueLink", json=link, auth=auth, timeout=10)
    if response.status_code == 401 or response.headers.get("X-Seraph-LoginReason") == "AUTHENTICATED_FAILED":
        raise LoginError(auth[0])
    response.raise_for_status()

"""The code under test: a chat command that relates two issues and answers in words."""

import requests


def relate(url: str, auth: tuple[str, str], key: str, other: str) -> str:
    link = {"type": {"name": "Relates"}, "inwardIssue": {"key": key}, "outwardIssue": {"key": other}}
    response = requests.post(f"{url}/rest/api/3/issueLink", json=link, auth=auth, timeout=10)
    if response.status_code == 413:
        return f"{key} or {other} has too many links already."
    if not response.ok:
        return f"Jira says: {' '.join(response.json()['errorMessages'])}"
    return f"{key} relates to {other} now."

"""The code under test: a client of public trackers, which has no account anywhere."""

import requests


class LoginNeededError(Exception):
    """The tracker is not public."""


def duplicates(url: str, key: str) -> list[str]:
    """Return the issues that are marked as duplicates of an issue."""
    response = requests.get(f"{url}/rest/api/3/issue/{key}", params={"fields": "issuelinks"}, timeout=10)
    if response.status_code == 401:
        raise LoginNeededError(url)
    response.raise_for_status()
    links = response.json()["fields"]["issuelinks"]
    of_type = [link for link in links if link["type"]["name"] == "Duplicate"]
    return [link["inwardIssue"]["key"] for link in of_type if "inwardIssue" in link]

"""The code under test: an import that makes one link after the other, while Jira limits how fast."""

import time

import requests

MOST_ATTEMPTS = 5


def link_naively(url: str, auth: tuple[str, str], source: str, destinations: list[str]) -> None:
    """Relate an issue to others; stops where Jira says that it was too fast."""
    for destination in destinations:
        _post(url, auth, source, destination).raise_for_status()


def link(url: str, auth: tuple[str, str], source: str, destinations: list[str]) -> None:
    """Relate an issue to others, as fast as Jira takes it."""
    for destination in destinations:
        for _ in range(MOST_ATTEMPTS):
            response = _post(url, auth, source, destination)
            if response.status_code != 429:
                break
            # Not every 429 has the header, and some have 0 in it.
            time.sleep(max(1, int(response.headers.get("Retry-After", 10))))
        response.raise_for_status()


def _post(url: str, auth: tuple[str, str], source: str, destination: str) -> requests.Response:
    body = {"type": {"name": "Relates"}, "inwardIssue": {"key": source}, "outwardIssue": {"key": destination}}
    return requests.post(f"{url}/rest/api/3/issueLink", json=body, auth=auth, timeout=10)

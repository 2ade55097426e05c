"""The code under test: what a triage script does with a duplicate."""

import requests


def mark_duplicate(url: str, auth: tuple[str, str], key: str, *, of: str) -> None:
    link = {"type": {"name": "Duplicate"}, "inwardIssue": {"key": key}, "outwardIssue": {"key": of}}
    requests.post(f"{url}/rest/api/3/issueLink", json=link, auth=auth, timeout=10).raise_for_status()

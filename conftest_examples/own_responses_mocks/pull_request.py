"""The code under test: relates the issue of a pull request to those that its title names."""

import re

import requests

GITHUB = "https://api.github.com"


def link(url: str, auth: tuple[str, str], issue: str, pull_request: str) -> None:
    title = requests.get(f"{GITHUB}/repos/{pull_request}", timeout=10).json()["title"]
    for key in re.findall(r"[A-Z]+-\d+", title):
        body = {"type": {"name": "Relates"}, "inwardIssue": {"key": issue}, "outwardIssue": {"key": key}}
        requests.post(f"{url}/rest/api/3/issueLink", json=body, auth=auth, timeout=10).raise_for_status()

"""The code under test: a portal that shows its visitors what a ticket is linked to, with their own credentials."""

import requests


def related(url: str, auth: tuple[str, str], ticket: str) -> list[str]:
    issue = f"{url}/rest/api/3/issue/{ticket}"
    response = requests.get(issue, params={"fields": "issuelinks"}, auth=auth, timeout=10)
    if response.status_code == 404:
        raise LookupError(f"There is no ticket {ticket}.")
    response.raise_for_status()
    links = response.json()["fields"]["issuelinks"]
    return [(link.get("inwardIssue") or link["outwardIssue"])["key"] for link in links]

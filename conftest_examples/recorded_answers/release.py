"""The code under test: what still blocks a release."""

import requests


def open_blockers(url, auth, key):
    """Return the keys of the issues that block another and are not done."""
    jql = f'issue in linkedIssues({key}, "is blocked by") AND statusCategory != Done ORDER BY key'
    reply = requests.get(f"{url}/rest/api/3/search/jql", params={"jql": jql, "fields": "key"}, auth=auth, timeout=10)
    reply.raise_for_status()
    return [issue["key"] for issue in reply.json()["issues"]]

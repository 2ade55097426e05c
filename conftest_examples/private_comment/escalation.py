"""The code under test: ties a customer's ticket to a bug, with a comment that the customer must not read."""

import requests


def escalate(url: str, auth: tuple[str, str], ticket: str, *, to: str, because: str) -> None:
    paragraph = {"type": "paragraph", "content": [{"type": "text", "text": because}]}
    link = {
        "type": {"name": "Relates"},
        "inwardIssue": {"key": ticket},  # the issue that Jira adds the comment to
        "outwardIssue": {"key": to},
        "comment": {
            "body": {"type": "doc", "version": 1, "content": [paragraph]},
            "visibility": {"type": "group", "value": "support"},
        },
    }
    requests.post(f"{url}/rest/api/3/issueLink", json=link, auth=auth, timeout=10).raise_for_status()

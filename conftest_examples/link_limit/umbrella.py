"""The code under test: a script that gathers issues under an umbrella issue."""

import requests


def gather(url: str, auth: tuple[str, str], umbrella: str, keys: list[str]) -> list[str]:
    """Relate issues to an umbrella issue; returns those for which it has no room any more."""
    left_over = []
    for key in keys:
        link = {"type": {"name": "Relates"}, "inwardIssue": {"key": umbrella}, "outwardIssue": {"key": key}}
        response = requests.post(f"{url}/rest/api/3/issueLink", json=link, auth=auth, timeout=10)
        if response.status_code == 413:
            left_over.append(key)
        else:
            response.raise_for_status()
    return left_over

"""The code under test: a script that gathers issues under an umbrella issue."""

import requests


def gather_naively(url: str, auth: tuple[str, str], umbrella: str, keys: list[str]) -> None:
    """Relate issues to an umbrella issue; stops in the middle where that has no room any more."""
    for key in keys:
        _post(url, auth, umbrella, key).raise_for_status()


def gather(url: str, auth: tuple[str, str], umbrella: str, keys: list[str]) -> list[str]:
    """Relate issues to an umbrella issue; returns those for which it has no room any more."""
    left_over = []
    for key in keys:
        response = _post(url, auth, umbrella, key)
        if response.status_code == 413:
            left_over.append(key)
        else:
            response.raise_for_status()
    return left_over


def _post(url: str, auth: tuple[str, str], umbrella: str, key: str) -> requests.Response:
    link = {"type": {"name": "Relates"}, "inwardIssue": {"key": umbrella}, "outwardIssue": {"key": key}}
    return requests.post(f"{url}/rest/api/3/issueLink", json=link, auth=auth, timeout=10)

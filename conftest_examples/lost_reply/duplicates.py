"""The code under test: it marks an issue as a duplicate, over a connection that may break."""

import requests

Auth = tuple[str, str]


def mark_naively(url: str, auth: Auth, key: str, original: str) -> bool:
    """Mark an issue as a duplicate; says whether it is marked now. It is wrong where the answer is lost."""
    try:
        return _post(url, auth, key, original).status_code == 201
    except requests.ConnectionError:
        return False


def mark(url: str, auth: Auth, key: str, original: str) -> bool:
    """Mark an issue as a duplicate; says whether it is marked now, also where the answer is lost."""
    try:
        return _post(url, auth, key, original).status_code == 201
    except requests.ConnectionError:
        return original in _duplicated_by(url, auth, key)


def _post(url: str, auth: Auth, key: str, original: str) -> requests.Response:
    link = {"type": {"name": "Duplicate"}, "inwardIssue": {"key": key}, "outwardIssue": {"key": original}}
    return requests.post(f"{url}/rest/api/3/issueLink", json=link, auth=auth, timeout=10)


def _duplicated_by(url: str, auth: Auth, key: str) -> list[str]:
    """Return the keys of the issues that an issue duplicates."""
    response = requests.get(f"{url}/rest/api/3/issue/{key}?fields=issuelinks", auth=auth, timeout=10)
    links = response.json()["fields"]["issuelinks"]
    outward = [link for link in links if link["type"]["name"] == "Duplicate" and "outwardIssue" in link]
    return [link["outwardIssue"]["key"] for link in outward]

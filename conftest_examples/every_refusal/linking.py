"""The code under test: it links two issues, and always comes back with an answer."""

from dataclasses import dataclass

import requests

Auth = tuple[str, str]


@dataclass
class Outcome:
    """What came of it; `linked` is None where nobody knows."""

    linked: bool | None
    why: str = ""


def link_naively(url: str, auth: Auth, source: str, destination: str) -> Outcome:
    """Link two issues."""
    response = _post(url, auth, source, destination)
    if response.ok:
        return Outcome(linked=True)
    return Outcome(linked=False, why=response.json()["errorMessages"][0])


def link(url: str, auth: Auth, source: str, destination: str) -> Outcome:
    """Link two issues, whatever may come."""
    try:
        response = _post(url, auth, source, destination)
    except requests.ConnectTimeout:
        return Outcome(linked=False, why="Jira cannot be reached")
    except requests.RequestException as error:
        return Outcome(linked=None, why=f"no answer: {type(error).__name__}")
    if response.status_code == 201:
        return Outcome(linked=True)
    return Outcome(linked=False, why=_message(response) or f"status {response.status_code}")


def _post(url: str, auth: Auth, source: str, destination: str) -> requests.Response:
    body = {"type": {"name": "Blocks"}, "inwardIssue": {"key": source}, "outwardIssue": {"key": destination}}
    return requests.post(f"{url}/rest/api/3/issueLink", json=body, auth=auth, timeout=10)


def _message(response: requests.Response) -> str:
    """Return what an error says; nothing where it is a page."""
    if response.headers.get("Content-Type", "").startswith("application/json"):
        return "; ".join(response.json()["errorMessages"])
    return "" if response.text.startswith("<") else response.text

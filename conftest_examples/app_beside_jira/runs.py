"""The code under test: links a test to the issue that it covers, and keeps its run in an app beside Jira."""

import requests


class Runs:
    """A client of Jira, and of the app for tests that is installed there."""

    def __init__(self, url: str, auth: tuple[str, str]) -> None:
        self.url = url
        self.session = requests.Session()
        self.session.auth = auth

    def dashboards(self) -> list[str]:
        """Return the names of the dashboards on which runs could be shown."""
        return [one["name"] for one in self._call("GET", "/rest/api/3/dashboard")["dashboards"]]

    def keep(self, test: str, *, covers: str, status: str) -> int:
        """Keep a run and link its test; returns the number of the run."""
        run = self._call("POST", "/rest/tests/1.0/runs", {"test": test, "status": status})
        link = {"type": {"name": "Relates"}, "inwardIssue": {"key": test}, "outwardIssue": {"key": covers}}
        self._call("POST", "/rest/api/3/issueLink", link)
        return run["id"]

    def _call(self, method: str, path: str, body: object = None) -> dict:
        response = self.session.request(method, self.url + path, json=body, timeout=10)
        response.raise_for_status()
        return response.json() if response.content else {}

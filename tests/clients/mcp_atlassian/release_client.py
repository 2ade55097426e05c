"""mcp-atlassian in the words of a release; it needs nothing but a way to call a tool."""
# ruff: noqa: D102 - ReleaseClient says what each library's methods do

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from jira_linkfake import User

Call = Callable[[str, dict[str, Any]], Any]


class McpAtlassian:
    """mcp-atlassian, which has a tool for each step; what is attached is a file where its server works."""

    def __init__(self, call: Call, folder: Path) -> None:
        self._call = call
        self._folder = folder

    def create_version(self, name: str) -> str:
        return self._tool("create_version", project_key="WEB", name=name)["id"]

    def fix_in(self, key: str, version: str) -> None:
        self._tool("update_issue", issue_key=key, fields=json.dumps({"fixVersions": [{"name": version}]}))

    def search(self, jql: str) -> list[str]:
        return [issue["key"] for issue in self._tool("search", jql=jql)["issues"]]

    def create_issue(self, summary: str) -> str:
        return self._tool("create_issue", project_key="WEB", summary=summary, issue_type="Task")["issue"]["key"]

    def link(self, type_name: str, source: str, destination: str) -> None:
        ends = {"inward_issue_key": source, "outward_issue_key": destination}
        self._tool("create_issue_link", link_type=type_name, **ends)

    def comment(self, key: str, text: str) -> None:
        self._tool("add_comment", issue_key=key, body=text)

    def watch(self, key: str, user: User) -> None:
        self._tool("add_watcher", issue_key=key, user_identifier=user.account_id)

    def log_work(self, key: str, minutes: int, comment: str) -> None:
        self._tool("add_worklog", issue_key=key, time_spent=f"{minutes}m", comment=comment)

    def resolve(self, key: str, status: str, resolution: str) -> None:
        transitions = self._tool("get_transitions", issue_key=key)
        (transition,) = (str(one["id"]) for one in transitions if one["name"] == "Ship")
        fields = json.dumps({"resolution": {"name": resolution}})
        self._tool("transition_issue", issue_key=key, transition_id=transition, fields=fields)

    def attach(self, key: str, filename: str, content: bytes) -> None:
        file = self._folder / filename
        file.write_bytes(content)
        self._tool("update_issue", issue_key=key, fields="{}", attachments=json.dumps([str(file)]))

    def release(self, version_id: str, day: str) -> None:
        self._tool("update_version", version_id=version_id, released=True, release_date=day)

    def _tool(self, tool: str, /, **arguments: Any) -> Any:
        return self._call(f"jira_{tool}", arguments)

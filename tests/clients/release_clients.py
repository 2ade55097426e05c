"""The client libraries that make a release in the tests' own process, and jira.js."""
# ruff: noqa: D102 - ReleaseClient says what each library's methods do

from __future__ import annotations

import io
from typing import Any

from atlassian import Jira
from jira import JIRA

from jira_linkfake import User
from tests.clients.node import JiraJs, Node

Credentials = tuple[str, str]
Json = dict[str, Any]


class PycontribsJira:
    """pycontribs' `jira`, which has a method for each step."""

    def __init__(self, url: str, credentials: Credentials) -> None:
        self._jira = JIRA(server=url, basic_auth=credentials)

    def create_version(self, name: str) -> str:
        return self._jira.create_version(name, "WEB").id

    def fix_in(self, key: str, version: str) -> None:
        self._jira.issue(key).update(fields={"fixVersions": [{"name": version}]})

    def search(self, jql: str) -> list[str]:
        return [issue.key for issue in self._jira.search_issues(jql)]

    def create_issue(self, summary: str) -> str:
        return self._jira.create_issue(project="WEB", issuetype="Task", summary=summary).key

    def link(self, type_name: str, source: str, destination: str) -> None:
        self._jira.create_issue_link(type_name, source, destination)

    def comment(self, key: str, text: str) -> None:
        self._jira.add_comment(key, text)

    def watch(self, key: str, user: User) -> None:
        self._jira.add_watcher(key, user.name)

    def log_work(self, key: str, minutes: int, comment: str) -> None:
        self._jira.add_worklog(key, timeSpent=f"{minutes}m", comment=comment)

    def resolve(self, key: str, status: str, resolution: str) -> None:
        (transition,) = (one for one in self._jira.transitions(key) if one["name"] == "Ship")
        self._jira.transition_issue(key, transition["id"], fields={"resolution": {"name": resolution}})

    def attach(self, key: str, filename: str, content: bytes) -> None:
        self._jira.add_attachment(key, io.BytesIO(content), filename=filename)

    def release(self, version_id: str, day: str) -> None:
        self._jira.version(version_id).update(released=True, releaseDate=day)

    def close(self) -> None:
        self._jira.close()


class AtlassianJira:
    """atlassian-python-api's `Jira`, which has a method for each step; a version takes its project's id."""

    def __init__(self, url: str, credentials: Credentials) -> None:
        self._jira = Jira(url, *credentials, cloud=True)

    def create_version(self, name: str) -> str:
        return self._jira.add_version("WEB", int(self._jira.project("WEB")["id"]), name)["id"]

    def fix_in(self, key: str, version: str) -> None:
        self._jira.update_issue_field(key, {"fixVersions": [{"name": version}]})

    def search(self, jql: str) -> list[str]:
        return [issue["key"] for issue in self._jira.enhanced_jql_get_list_of_tickets(jql)]

    def create_issue(self, summary: str) -> str:
        fields = {"project": {"key": "WEB"}, "issuetype": {"name": "Task"}, "summary": summary}
        return self._jira.create_issue(fields)["key"]

    def link(self, type_name: str, source: str, destination: str) -> None:
        ends = {"inwardIssue": {"key": source}, "outwardIssue": {"key": destination}}
        self._jira.create_issue_link({"type": {"name": type_name}, **ends})

    def comment(self, key: str, text: str) -> None:
        self._jira.issue_add_comment(key, text)

    def watch(self, key: str, user: User) -> None:
        self._jira.issue_add_watcher(key, user.account_id)

    def log_work(self, key: str, minutes: int, comment: str) -> None:
        self._jira.issue_worklog(key, "2026-11-28T10:00:00.000+0000", minutes * 60, comment)

    def resolve(self, key: str, status: str, resolution: str) -> None:
        self._jira.set_issue_status(key, status, fields={"resolution": {"name": resolution}})

    def attach(self, key: str, filename: str, content: bytes) -> None:
        file = io.BytesIO(content)
        file.name = filename
        self._jira.add_attachment_object(key, file)

    def release(self, version_id: str, day: str) -> None:
        self._jira.update_version(version_id, is_released=True, release_date=day)

    def close(self) -> None:
        self._jira.close()


class NodeJiraJs:
    """Node's jira.js, which has a method for each step; a version takes its project's id."""

    def __init__(self, url: str, credentials: Credentials, node: Node) -> None:
        self._jira = JiraJs(node, url, *credentials)

    def create_version(self, name: str) -> str:
        project = self._jira("projects.getProject", projectIdOrKey="WEB")
        return self._jira("projectVersions.createVersion", name=name, projectId=int(project["id"]))["id"]

    def fix_in(self, key: str, version: str) -> None:
        self._jira("issues.editIssue", issueIdOrKey=key, fields={"fixVersions": [{"name": version}]})

    def search(self, jql: str) -> list[str]:
        found = self._jira("issueSearch.searchAndReconsileIssuesUsingJql", jql=jql, fields=["summary"])
        return [issue["key"] for issue in found["issues"]]

    def create_issue(self, summary: str) -> str:
        fields = {"project": {"key": "WEB"}, "issuetype": {"name": "Task"}, "summary": summary}
        return self._jira("issues.createIssue", fields=fields)["key"]

    def link(self, type_name: str, source: str, destination: str) -> None:
        ends = {"inwardIssue": {"key": source}, "outwardIssue": {"key": destination}}
        self._jira("issueLinks.linkIssues", type={"name": type_name}, **ends)

    def comment(self, key: str, text: str) -> None:
        self._jira("issueComments.addComment", issueIdOrKey=key, body=text)

    def watch(self, key: str, user: User) -> None:
        self._jira("issueWatchers.addWatcher", issueIdOrKey=key, body=user.account_id)

    def log_work(self, key: str, minutes: int, comment: str) -> None:
        self._jira("issueWorklogs.addWorklog", issueIdOrKey=key, timeSpentSeconds=minutes * 60, comment=comment)

    def resolve(self, key: str, status: str, resolution: str) -> None:
        transitions = self._jira("issues.getTransitions", issueIdOrKey=key)["transitions"]
        (transition_id,) = (one["id"] for one in transitions if one["name"] == "Ship")
        moved = {"transition": {"id": transition_id}, "fields": {"resolution": {"name": resolution}}}
        self._jira("issues.doTransition", issueIdOrKey=key, **moved)

    def attach(self, key: str, filename: str, content: bytes) -> None:
        file = {"filename": filename, "content": content.decode()}
        self._jira("issueAttachments.addAttachment", issueIdOrKey=key, attachments=[file])

    def release(self, version_id: str, day: str) -> None:
        self._jira("projectVersions.updateVersion", id=version_id, body={"released": True, "releaseDate": day})

    def close(self) -> None:
        """Leave the process, which serves all tests, as it is."""

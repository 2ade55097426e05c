"""The client libraries in the words of the flows: whatever a library calls a step, here it has one name.

A link that is made with an issue is an operation as `added` writes it. What is read is Jira's JSON.
"""
# ruff: noqa: D102 - FlowClient says what each library's methods do

from __future__ import annotations

from typing import Any, Protocol

from atlassian import Jira
from atlassian.jira import JiraCloud
from jira import JIRA, JIRAError
from requests import HTTPError

from tests.clients.node import JiraJs, JiraJsError, Node

ALICE = ("alice@example.com", "alice-token")
Json = dict[str, Any]


def added(type_name: str, **end: str) -> Json:
    """Return the operation that adds a link: `added("Blocks", outwardIssue="WEB-1")`."""
    return {"add": {"type": {"name": type_name}, **{side: {"key": key} for side, key in end.items()}}}


def task(summary: str) -> Json:
    """Return the fields of a new task."""
    return {"project": {"key": "WEB"}, "issuetype": {"name": "Task"}, "summary": summary}


def between(type_name: str, source: str, destination: str) -> Json:
    """Return the body that asks for a link."""
    return {"type": {"name": type_name}, "inwardIssue": {"key": source}, "outwardIssue": {"key": destination}}


def updating(operations: tuple[Json, ...]) -> Json:
    """Return the part of a body that has operations on an issue's links; without any there is none."""
    return {"update": {"issuelinks": [*operations]}} if operations else {}


class FlowClient(Protocol):
    """A client library, signed in as alice. Its methods raise `error`, which `status_of` reads."""

    error: type[Exception]

    def create_issue(self, summary: str, *links: Json) -> str:
        """Create a task, with links, and return its key."""

    def link(self, type_name: str, source: str, destination: str) -> None:
        """Link two issues."""

    def unlink(self, link_id: str) -> None:
        """Delete a link."""

    def edit_issue(self, key: str, *links: Json) -> None:
        """Add links to an issue that is there."""

    def issue(self, key: str, expand: str | None = None) -> Json:
        """Read an issue."""

    def search(self, jql: str) -> list[str]:
        """Return the keys of the issues that a query finds."""

    def add_remote_link(self, key: str, url: str, title: str) -> int:
        """Add a link to a page elsewhere, and return its id."""

    def remote_links(self, key: str) -> list[Json]:
        """Read an issue's links to pages elsewhere."""

    def delete_remote_link(self, key: str, link_id: int) -> None:
        """Delete a link to a page elsewhere."""

    def transition(self, key: str, status: str, *links: Json) -> None:
        """Move an issue to a status, and add links on the way."""

    def delete_issue(self, key: str) -> None:
        """Delete an issue."""

    def close(self) -> None:
        """Close the client."""

    def status_of(self, error: Any) -> int:
        """Return the status of Jira's answer that made the library raise an error."""


class PycontribsJira:
    """pycontribs' `jira`, with either version.

    Its `create_issue` and `transition_issue` send no `update`, so that its users post that themselves.
    """

    error = JIRAError

    def __init__(self, url: str, version: str) -> None:
        self._jira = JIRA(server=url, basic_auth=ALICE, options={"rest_api_version": version})

    def create_issue(self, summary: str, *links: Json) -> str:
        if not links:
            return self._jira.create_issue(task(summary)).key
        return self._post("issue", {"fields": task(summary), **updating(links)}).json()["key"]

    def link(self, type_name: str, source: str, destination: str) -> None:
        self._jira.create_issue_link(type_name, source, destination)

    def unlink(self, link_id: str) -> None:
        self._jira.delete_issue_link(link_id)

    def edit_issue(self, key: str, *links: Json) -> None:
        self._jira.issue(key).update(**updating(links))

    def issue(self, key: str, expand: str | None = None) -> Json:
        return self._jira.issue(key, expand=expand).raw

    def search(self, jql: str) -> list[str]:
        return [issue.key for issue in self._jira.search_issues(jql)]

    def add_remote_link(self, key: str, url: str, title: str) -> int:
        return self._jira.add_simple_link(key, {"url": url, "title": title}).id

    def remote_links(self, key: str) -> list[Json]:
        return [link.raw for link in self._jira.remote_links(key)]

    def delete_remote_link(self, key: str, link_id: int) -> None:
        self._jira.delete_remote_link(key, internal_id=str(link_id))

    def transition(self, key: str, status: str, *links: Json) -> None:
        (transition,) = (one for one in self._jira.transitions(key) if one["to"]["name"] == status)
        if links:
            self._post(f"issue/{key}/transitions", {"transition": {"id": transition["id"]}, **updating(links)})
        else:
            self._jira.transition_issue(key, transition["id"])

    def delete_issue(self, key: str) -> None:
        self._jira.issue(key).delete()

    def close(self) -> None:
        self._jira.close()

    def status_of(self, error: Any) -> int:
        return error.status_code

    def _post(self, path: str, body: Json) -> Any:
        return self._jira._session.post(self._jira._get_url(path), json=body)


class AtlassianJira:
    """atlassian-python-api's `Jira`, which speaks version 2."""

    error = HTTPError

    def __init__(self, url: str) -> None:
        self._jira = Jira(url, *ALICE, cloud=True)

    def create_issue(self, summary: str, *links: Json) -> str:
        return self._jira.create_issue(task(summary), **updating(links))["key"]

    def link(self, type_name: str, source: str, destination: str) -> None:
        self._jira.create_issue_link(between(type_name, source, destination))

    def unlink(self, link_id: str) -> None:
        self._jira.remove_issue_link(link_id)

    def edit_issue(self, key: str, *links: Json) -> None:
        self._jira.edit_issue(key, {"issuelinks": [*links]})

    def issue(self, key: str, expand: str | None = None) -> Json:
        return self._jira.get_issue(key, expand=expand)

    def search(self, jql: str) -> list[str]:
        return [issue["key"] for issue in self._jira.jql_get_list_of_tickets(jql)]

    def add_remote_link(self, key: str, url: str, title: str) -> int:
        return self._jira.create_or_update_issue_remote_links(key, url, title)["id"]

    def remote_links(self, key: str) -> list[Json]:
        return self._jira.get_issue_remote_links(key)

    def delete_remote_link(self, key: str, link_id: int) -> None:
        self._jira.delete_issue_remote_link_by_id(key, link_id)

    def transition(self, key: str, status: str, *links: Json) -> None:
        self._jira.set_issue_status(key, status, **updating(links))

    def delete_issue(self, key: str) -> None:
        self._jira.delete_issue(key)

    def close(self) -> None:
        self._jira.close()

    def status_of(self, error: Any) -> int:
        return error.response.status_code


class AtlassianJiraCloud:
    """atlassian-python-api's newer `JiraCloud`, which speaks either version."""

    error = HTTPError

    def __init__(self, url: str, version: int) -> None:
        self._jira = JiraCloud(url, *ALICE, api_version=version)

    def create_issue(self, summary: str, *links: Json) -> str:
        return self._jira.create_issue(data={"fields": task(summary), **updating(links)})["key"]

    def link(self, type_name: str, source: str, destination: str) -> None:
        self._jira.link_issues(data=between(type_name, source, destination))

    def unlink(self, link_id: str) -> None:
        self._jira.delete_issue_link(link_id)

    def edit_issue(self, key: str, *links: Json) -> None:
        self._jira.edit_issue(key, data=updating(links))

    def issue(self, key: str, expand: str | None = None) -> Json:
        return self._jira.get_issue(key, expand=expand)

    def search(self, jql: str) -> list[str]:
        return [issue["key"] for issue in self._jira.enhanced_jql_get_list_of_tickets(jql)]

    def add_remote_link(self, key: str, url: str, title: str) -> int:
        body = {"object": {"url": url, "title": title}}
        return self._jira.create_or_update_remote_issue_link(key, data=body)["id"]

    def remote_links(self, key: str) -> list[Json]:
        return self._jira.get_remote_issue_links(key)

    def delete_remote_link(self, key: str, link_id: int) -> None:
        self._jira.delete_remote_issue_link_by_id(key, link_id)

    def transition(self, key: str, status: str, *links: Json) -> None:
        transitions = self._jira.get_transitions(key)["transitions"]
        (transition_id,) = (one["id"] for one in transitions if one["to"]["name"] == status)
        self._jira.do_transition(key, data={"transition": {"id": transition_id}, **updating(links)})

    def delete_issue(self, key: str) -> None:
        self._jira.delete_issue(key)

    def close(self) -> None:
        self._jira.close()

    def status_of(self, error: Any) -> int:
        return error.response.status_code


class NodeJiraJs:
    """Node's jira.js, which speaks version 3."""

    error = JiraJsError

    def __init__(self, url: str, node: Node) -> None:
        self._jira = JiraJs(node, url, *ALICE)

    def create_issue(self, summary: str, *links: Json) -> str:
        return self._jira("issues.createIssue", fields=task(summary), **updating(links))["key"]

    def link(self, type_name: str, source: str, destination: str) -> None:
        self._jira("issueLinks.linkIssues", **between(type_name, source, destination))

    def unlink(self, link_id: str) -> None:
        self._jira("issueLinks.deleteIssueLink", linkId=link_id)

    def edit_issue(self, key: str, *links: Json) -> None:
        self._jira("issues.editIssue", issueIdOrKey=key, **updating(links))

    def issue(self, key: str, expand: str | None = None) -> Json:
        return self._jira("issues.getIssue", issueIdOrKey=key, expand=expand)

    def search(self, jql: str) -> list[str]:
        found = self._jira("issueSearch.searchAndReconsileIssuesUsingJql", jql=jql, fields=["summary"])
        return [issue["key"] for issue in found["issues"]]

    def add_remote_link(self, key: str, url: str, title: str) -> int:
        page = {"url": url, "title": title}
        return self._jira("issueRemoteLinks.createOrUpdateRemoteIssueLink", issueIdOrKey=key, object=page)["id"]

    def remote_links(self, key: str) -> list[Json]:
        return self._jira("issueRemoteLinks.getRemoteIssueLinks", issueIdOrKey=key)

    def delete_remote_link(self, key: str, link_id: int) -> None:
        self._jira("issueRemoteLinks.deleteRemoteIssueLinkById", issueIdOrKey=key, linkId=str(link_id))

    def transition(self, key: str, status: str, *links: Json) -> None:
        transitions = self._jira("issues.getTransitions", issueIdOrKey=key)["transitions"]
        (transition_id,) = (one["id"] for one in transitions if one["to"]["name"] == status)
        self._jira("issues.doTransition", issueIdOrKey=key, transition={"id": transition_id}, **updating(links))

    def delete_issue(self, key: str) -> None:
        self._jira("issues.deleteIssue", issueIdOrKey=key)

    def close(self) -> None:
        """Leave the process, which serves all tests, as it is."""

    def status_of(self, error: Any) -> int:
        return error.status

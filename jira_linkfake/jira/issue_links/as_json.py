"""Links, and issues as they stand in a link, in Jira's JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from jira_linkfake.jira.issue_links.model import IssueLink, Side, side_of
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.link_types.as_json import link_type_json
from jira_linkfake.jira.link_types.model import LinkType
from jira_linkfake.jira.reader import Json
from jira_linkfake.jira.workflow.as_json import issue_type_json, priority_json, status_json
from jira_linkfake.jira.workflow.model import IssueType, Priority, Status

_Shared = TypeVar("_Shared", LinkType, Status, Priority, IssueType)


def linked_issue_json(value: Issue, api: str) -> Json:
    """Return an issue as it stands in a link: always these four fields, whatever the caller asks for."""
    return _Links(api).issue(value)


def link_json(value: IssueLink, api: str) -> Json:
    """Return a link with both its ends, as it is read by its id."""
    links = _Links(api)
    return {
        **links.head(value),
        "inwardIssue": links.issue(value.source),
        "outwardIssue": links.issue(value.destination),
    }


def links_json(values: Iterable[IssueLink], issue: Issue, api: str) -> list[Json]:
    """Return links as they stand in one of their issues: only the other end, under the side that it is on."""
    links = _Links(api)
    sides = [(value, *side_of(value, issue)) for value in values]
    return [{**links.head(value), _SIDES[side]: links.issue(other)} for value, side, other in sides]


_SIDES: dict[Side, str] = {"inward": "inwardIssue", "outward": "outwardIssue"}


class _Links:
    """The links of one reply. What they share, a type or a status, is made once: an issue can have thousands."""

    def __init__(self, api: str) -> None:
        self._api = api
        self._link_type = _once(link_type_json, api)
        self._status = _once(status_json, api)
        self._priority = _once(priority_json, api)
        self._issue_type = _once(issue_type_json, api)

    def head(self, value: IssueLink) -> Json:
        return {
            "id": value.id,
            "self": f"{self._api}/issueLink/{value.id}",
            "type": self._link_type(value.type),
        }

    def issue(self, value: Issue) -> Json:
        fields: Json = {"summary": value.summary, "status": self._status(value.status)}
        if value.priority is not None:
            fields["priority"] = self._priority(value.priority)
        fields["issuetype"] = self._issue_type(value.type)
        return {
            "id": value.id,
            "key": value.key,
            "self": f"{self._api}/issue/{value.id}",
            "fields": fields,
        }


def _once(represent: Callable[[_Shared, str], Json], api: str) -> Callable[[_Shared], Json]:
    made: dict[str, Json] = {}

    def represented(value: _Shared) -> Json:
        if value.id not in made:
            made[value.id] = represent(value, api)
        return made[value.id]

    return represented

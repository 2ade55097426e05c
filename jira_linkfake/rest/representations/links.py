"""Links, their types, and issues as they stand in a link."""

from __future__ import annotations

from jira_linkfake.rest.representations.basics import Json
from jira_linkfake.rest.representations.workflow import issue_type, priority, status
from jira_linkfake.site.direction import Side, side_of
from jira_linkfake.site.model import Issue, IssueLink, LinkType


def link_type(value: LinkType, api: str) -> Json:
    """Return a type of links."""
    return {
        "id": str(value.id),
        "name": value.name,
        "inward": value.inward,
        "outward": value.outward,
        "self": f"{api}/issueLinkType/{value.id}",
    }


def linked_issue(value: Issue, api: str) -> Json:
    """Return an issue as it stands in a link: always these four fields, whatever the caller asks for."""
    fields: Json = {"summary": value.summary, "status": status(value.status, api)}
    if value.priority is not None:
        fields["priority"] = priority(value.priority, api)
    fields["issuetype"] = issue_type(value.type, api)
    return {
        "id": str(value.id),
        "key": value.key,
        "self": f"{api}/issue/{value.id}",
        "fields": fields,
    }


def link(value: IssueLink, api: str) -> Json:
    """Return a link with both its ends, as it is read by its id."""
    return {
        **_link_head(value, api),
        "inwardIssue": linked_issue(value.source, api),
        "outwardIssue": linked_issue(value.destination, api),
    }


def link_of(value: IssueLink, issue: Issue, api: str) -> Json:
    """Return a link as it stands in one of its issues: only the other end, under the side that it is on."""
    side, other = side_of(value, issue)
    return {**_link_head(value, api), _SIDES[side]: linked_issue(other, api)}


_SIDES: dict[Side, str] = {"inward": "inwardIssue", "outward": "outwardIssue"}


def _link_head(value: IssueLink, api: str) -> Json:
    return {
        "id": str(value.id),
        "self": f"{api}/issueLink/{value.id}",
        "type": link_type(value.type, api),
    }

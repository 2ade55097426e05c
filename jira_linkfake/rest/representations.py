"""Values of the site in Jira's JSON: plain functions, since an issue can have thousands of links.

`api` is the address that a client can follow, as far as the version: `https://host/rest/api/2`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from jira_linkfake.rest import adf
from jira_linkfake.site.linking import Side, side_of
from jira_linkfake.site.model import (
    Comment,
    Issue,
    IssueLink,
    IssueType,
    LinkType,
    Priority,
    Project,
    SecurityLevel,
    Status,
    StatusCategory,
    User,
)

Json = dict[str, Any]


def time(moment: datetime) -> str:
    """Return a time in Jira's form: milliseconds, and a zone without a colon."""
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03}+0000"


def link_type(value: LinkType, api: str) -> Json:
    """Return a type of links."""
    return {
        "id": str(value.id),
        "name": value.name,
        "inward": value.inward,
        "outward": value.outward,
        "self": f"{api}/issueLinkType/{value.id}",
    }


def status_category(value: StatusCategory, api: str) -> Json:
    """Return a status category; its id is a number."""
    return {
        "self": f"{api}/statuscategory/{value.id}",
        "id": value.id,
        "key": value.key,
        "colorName": value.color_name,
        "name": value.name,
    }


def status(value: Status, api: str) -> Json:
    """Return a status with its category."""
    return {
        "self": f"{api}/status/{value.id}",
        "description": value.description,
        "iconUrl": f"{_site_of(api)}/images/icons/statuses/generic.png",
        "name": value.name,
        "id": str(value.id),
        "statusCategory": status_category(value.category, api),
    }


def priority(value: Priority, api: str) -> Json:
    """Return a priority."""
    return {
        "self": f"{api}/priority/{value.id}",
        "iconUrl": f"{_site_of(api)}/images/icons/priorities/{value.name.lower()}.svg",
        "name": value.name,
        "id": str(value.id),
    }


def issue_type(value: IssueType, api: str) -> Json:
    """Return a type of issues; its avatar's id is a number."""
    icon = f"/rest/api/2/universal_avatar/view/type/issuetype/avatar/{value.avatar_id}?size=medium"
    return {
        "self": f"{api}/issuetype/{value.id}",
        "id": str(value.id),
        "description": value.description,
        "iconUrl": f"{_site_of(api)}{icon}",
        "name": value.name,
        "subtask": value.subtask,
        "avatarId": value.avatar_id,
        "hierarchyLevel": value.hierarchy_level,
    }


def project(value: Project, api: str) -> Json:
    """Return a project in short, as it stands in an issue."""
    return {
        "self": f"{api}/project/{value.id}",
        "id": str(value.id),
        "key": value.key,
        "name": value.name,
        "projectTypeKey": "software",
        "simplified": False,
    }


def security_level(value: SecurityLevel, api: str) -> Json:
    """Return a security level."""
    return {
        "self": f"{api}/securitylevel/{value.id}",
        "id": str(value.id),
        "description": "",
        "name": value.name,
    }


def user(value: User, api: str) -> Json:
    """Return a user."""
    return {
        "self": f"{api}/user?accountId={value.account_id}",
        "accountId": value.account_id,
        "accountType": "atlassian",
        "emailAddress": value.email,
        "displayName": value.name,
        "active": True,
        "timeZone": "Etc/UTC",
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


def comment(value: Comment, api: str) -> Json:
    """Return a comment, its body as a text in version 2 and as an Atlassian document in version 3."""
    content: Json = {"self": f"{api}/issue/{value.issue_id}/comment/{value.id}", "id": str(value.id)}
    author = None if value.author is None else user(value.author, api)
    if author is not None:
        content["author"] = author
    content["body"] = _comment_body(value, api)
    if author is not None:
        content["updateAuthor"] = author
    content["created"] = time(value.created)
    content["updated"] = time(value.updated)
    if value.visibility is not None:
        visibility = value.visibility
        content["visibility"] = {
            "type": visibility.type,
            "value": visibility.value,
            "identifier": visibility.identifier,
        }
    content["jsdPublic"] = True
    return content


def _comment_body(value: Comment, api: str) -> str | Mapping[str, Any]:
    if api.endswith("/2"):
        return value.body
    return value.document if value.document is not None else adf.document_of(value.body)


_SIDES: dict[Side, str] = {"inward": "inwardIssue", "outward": "outwardIssue"}


def _link_head(value: IssueLink, api: str) -> Json:
    return {
        "id": str(value.id),
        "self": f"{api}/issueLink/{value.id}",
        "type": link_type(value.type, api),
    }


def _site_of(api: str) -> str:
    return api.rpartition("/rest/api/")[0]

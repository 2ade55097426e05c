"""Values of the site in Jira's JSON: plain functions, since an issue can have thousands of links.

`api` is the address that a client can follow, as far as the version: `https://host/rest/api/2`.
"""

from __future__ import annotations

from jira_linkfake.rest.representations.basics import Json, html, rich_text, time
from jira_linkfake.rest.representations.comments import comment
from jira_linkfake.rest.representations.fields import field, field_schema
from jira_linkfake.rest.representations.history import change, history_entry
from jira_linkfake.rest.representations.links import link, link_type, linked_issue, links_of
from jira_linkfake.rest.representations.people import actor, group, user
from jira_linkfake.rest.representations.projects import project, project_details, project_in_list, role, security_level
from jira_linkfake.rest.representations.remote_links import remote_link, remote_link_head
from jira_linkfake.rest.representations.workflow import (
    issue_type,
    priority,
    resolution,
    status,
    status_category,
    transition,
)

__all__ = [
    "Json",
    "actor",
    "change",
    "comment",
    "field",
    "field_schema",
    "group",
    "history_entry",
    "html",
    "issue_type",
    "link",
    "link_type",
    "linked_issue",
    "links_of",
    "priority",
    "project",
    "project_details",
    "project_in_list",
    "remote_link",
    "remote_link_head",
    "resolution",
    "rich_text",
    "role",
    "security_level",
    "status",
    "status_category",
    "time",
    "transition",
    "user",
]

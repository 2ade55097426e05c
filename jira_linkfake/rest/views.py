"""The operations that are served, and the view that carries each of them out."""

from __future__ import annotations

from jira_linkfake.rest import (
    catalogue,
    changelog,
    comment,
    group,
    issue,
    issue_link,
    issue_link_type,
    permission,
    project,
    project_role,
    remote_link,
    search,
    site_info,
    user,
)
from jira_linkfake.rest.call import View

VIEWS: dict[str, View] = {
    **issue_link.VIEWS,
    **issue_link_type.VIEWS,
    **issue.VIEWS,
    **changelog.VIEWS,
    **comment.VIEWS,
    **remote_link.VIEWS,
    **catalogue.VIEWS,
    **site_info.VIEWS,
    **permission.VIEWS,
    **user.VIEWS,
    **group.VIEWS,
    **project.VIEWS,
    **project_role.VIEWS,
    **search.VIEWS,
}
"""The views, by Jira's id of the operation."""

"""The operations that are served, and the view that carries each of them out."""

from __future__ import annotations

from jira_linkfake.rest import catalogue, changelog, comment, issue, issue_link, issue_link_type, site_info
from jira_linkfake.rest.call import View

VIEWS: dict[str, View] = {
    **issue_link.VIEWS,
    **issue_link_type.VIEWS,
    **issue.VIEWS,
    **changelog.VIEWS,
    **comment.VIEWS,
    **catalogue.VIEWS,
    **site_info.VIEWS,
}
"""The views, by Jira's id of the operation."""

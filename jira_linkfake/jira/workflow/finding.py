"""Finding types of issues."""

from __future__ import annotations

from jira_linkfake.jira.refusal import IdInvalid, NotFound, Refused
from jira_linkfake.jira.site import Site, as_long
from jira_linkfake.jira.workflow.model import IssueType


def find_issue_type(site: Site, type_id: str) -> IssueType:
    """Return the type of issues with an id; raises `Refused` where there is none."""
    number = as_long(type_id)
    if number is None:
        raise Refused(IdInvalid(kind="issue type", value=type_id))
    if number not in site.issue_types:
        raise Refused(NotFound(kind="issue type", value=type_id))
    return site.issue_types[number]

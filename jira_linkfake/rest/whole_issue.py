"""A whole issue in Jira's JSON, alike wherever one is read, found or fetched."""

from __future__ import annotations

from collections.abc import Callable

from jira_linkfake.rest.call import Reader
from jira_linkfake.rest.issue_fields import fields_of
from jira_linkfake.rest.representations import Json
from jira_linkfake.rest.request_refusals import NotServed
from jira_linkfake.site.model import Issue
from jira_linkfake.site.refusals import Refused

# What `expand` can ask of Jira; none of it is served yet.
EXPANDS = (
    "renderedFields",
    "names",
    "schema",
    "operations",
    "editmeta",
    "changelog",
    "versionedRepresentations",
)
_TRANSITIONS = "transitions"  # Jira knows it too, but does not list it


def require_served(expand: str, operation: str) -> None:
    """Raise `Refused` where `expand` asks for what is not served; what Jira does not know it ignores."""
    for name in expand.split(","):
        if name in (*EXPANDS, _TRANSITIONS):
            raise Refused(NotServed(operation=f"expand={name} of {operation}"))


def whole_issue(reader: Reader, issue: Issue, wanted: Callable[[str], bool]) -> Json:
    """Return an issue that the reader may see, with its wanted fields."""
    return {
        "expand": ",".join(EXPANDS),
        "id": str(issue.id),
        "self": f"{reader.api}/issue/{issue.id}",
        "key": issue.key,
        "fields": fields_of(reader, issue, wanted),
    }

"""A whole issue in Jira's JSON, alike wherever one is read, found or fetched."""

from __future__ import annotations

from collections.abc import Callable

from jira_linkfake.rest.call import Reader
from jira_linkfake.rest.issue_expands import LISTED, expanded
from jira_linkfake.rest.issue_fields import fields_of
from jira_linkfake.rest.representations import Json
from jira_linkfake.site.model import Issue


def whole_issue(reader: Reader, issue: Issue, wanted: Callable[[str], bool], expand: str = "") -> Json:
    """Return an issue that the reader may see, with its wanted fields and what a checked `expand` adds."""
    fields = fields_of(reader, issue, wanted)
    return {
        "expand": LISTED,
        "id": str(issue.id),
        "self": f"{reader.api}/issue/{issue.id}",
        "key": issue.key,
        **expanded(reader, issue, fields, expand),
        "fields": fields,
    }

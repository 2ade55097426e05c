"""`issue`: read an issue with its links."""

from __future__ import annotations

from jira_linkfake.rest.call import Call, View
from jira_linkfake.rest.issue_expands import require_served
from jira_linkfake.rest.issue_fields import wanted_fields
from jira_linkfake.rest.representations import Json
from jira_linkfake.rest.whole_issue import whole_issue
from jira_linkfake.site.issues import IssueReference, find_issue


def read(call: Call, issueIdOrKey: str) -> Json:  # noqa: N803 - Jira's name
    """Return an issue with the fields that are asked for."""
    issue = find_issue(call.site, call.caller, IssueReference.of(issueIdOrKey))
    expand = call.query.get("expand", "")
    require_served(expand, "GET issue (getIssue)")
    return whole_issue(call, issue, wanted_fields(call.query.getlist("fields")), expand)


VIEWS: dict[str, View] = {"getIssue": read}

"""`issue`: read an issue with its links."""

from __future__ import annotations

from jira_linkfake.rest.call import Call, View
from jira_linkfake.rest.issue_fields import fields_of, wanted_fields
from jira_linkfake.rest.representations import Json
from jira_linkfake.rest.request_refusals import NotServed
from jira_linkfake.site.issues import IssueReference, find_issue
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


def read(call: Call, issueIdOrKey: str) -> Json:  # noqa: N803 - Jira's name
    """Return an issue with the fields that are asked for."""
    issue = find_issue(call.site, call.caller, IssueReference.of(issueIdOrKey))
    for expand in call.query.get("expand", "").split(","):
        if expand in (*EXPANDS, _TRANSITIONS):
            raise Refused(NotServed(operation=f"expand={expand} of GET issue (getIssue)"))
    return {
        "expand": ",".join(EXPANDS),
        "id": str(issue.id),
        "self": f"{call.api}/issue/{issue.id}",
        "key": issue.key,
        "fields": fields_of(call, issue, wanted_fields(call.query.getlist("fields"))),
    }


VIEWS: dict[str, View] = {"getIssue": read}

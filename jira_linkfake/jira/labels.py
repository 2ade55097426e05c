"""`label`: the labels that issues have."""

from __future__ import annotations

from jira_linkfake.jira.evidence import REFERENCE
from jira_linkfake.jira.issues.finding import labels_seen
from jira_linkfake.jira.reader import Json
from jira_linkfake.rest.call import Call, Page
from jira_linkfake.rest.operations import Success, operation

_MAX_RESULTS = 1000


@operation("getAllLabels", Success(200, "a page of the labels of issues that the caller may see", REFERENCE))
def list_labels(call: Call) -> Json:
    """Return a page of labels."""
    page = Page.of(call, default=_MAX_RESULTS)
    return page.bean(call, "label", labels_seen(call.site, call.caller), str)

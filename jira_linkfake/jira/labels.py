"""`label`: the labels that issues have."""

from __future__ import annotations

from jira_linkfake.jira.evidence import REFERENCE
from jira_linkfake.jira.permissions.sight import sight
from jira_linkfake.jira.reader import Json
from jira_linkfake.rest.call import Call, Page
from jira_linkfake.rest.operations import Success, operation

_MAX_RESULTS = 1000


@operation("getAllLabels", Success(200, "a page of the labels of issues that the caller may see", REFERENCE))
def list_labels(call: Call) -> Json:
    """Return a page of labels in alphabetical order (chosen).

    They are those of issues that the caller may see: one that only hidden issues have would tell of these.
    """
    page = Page.of(call, default=_MAX_RESULTS)
    may_see = sight(call.site, call.caller)
    labels = {label for issue in call.site.issues.values() if may_see(issue) for label in issue.labels}
    return page.bean(call, "label", sorted(labels, key=lambda label: (label.casefold(), label)), str)

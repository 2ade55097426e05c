"""`issue/{issueIdOrKey}/changelog`: the history of an issue, as far as the caller may know it."""

from __future__ import annotations

from marshmallow import fields

from jira_linkfake.jira.evidence import REFERENCE
from jira_linkfake.jira.history.as_json import histories, history_entry_json
from jira_linkfake.jira.history.rules import entries_of
from jira_linkfake.jira.issues.finding import IssueReference, find_issue
from jira_linkfake.jira.reader import Json
from jira_linkfake.rest.body import Closed
from jira_linkfake.rest.call import Call, Page
from jira_linkfake.rest.operations import Success, operation


class _ChangelogIds(Closed):
    ids = fields.List(fields.Integer(strict=True), required=True, data_key="changelogIds")


_MAX_RESULTS = 100


@operation("getChangeLogs", Success(200, "a page of the issue's history, oldest first", REFERENCE))
def list_all(call: Call, issueIdOrKey: str) -> Json:
    """Return a page of an issue's history, oldest first."""
    page = Page.of(call, default=_MAX_RESULTS, most=_MAX_RESULTS)
    issue = find_issue(call.site, call.caller, IssueReference.of(issueIdOrKey))
    entries = entries_of(call.site, call.caller, issue)
    return page.bean(call, f"issue/{issue.key}/changelog", entries, lambda entry: history_entry_json(entry, call.api))


@operation(
    "getChangeLogsByIds",
    Success(200, "`histories`: the entries that were named, oldest first", REFERENCE),
    body=_ChangelogIds,
)
def list_by_ids(call: Call, issueIdOrKey: str) -> Json:
    """Return those entries of an issue's history that the body names, oldest first; ids of others are ignored."""
    wanted = frozenset(call.content["ids"])
    issue = find_issue(call.site, call.caller, IssueReference.of(issueIdOrKey))
    return histories(call, [entry for entry in entries_of(call.site, call.caller, issue) if entry.id in wanted])

"""`issue/{issueIdOrKey}/changelog`: the history of an issue, as far as the caller may know it."""

from __future__ import annotations

from jira_linkfake.rest.bodies.changelog import changelog_ids
from jira_linkfake.rest.call import Call, Reader, View
from jira_linkfake.rest.pages import Page
from jira_linkfake.rest.representations import Json, history_entry
from jira_linkfake.site.history import entries_of
from jira_linkfake.site.issues import IssueReference, find_issue
from jira_linkfake.site.model import HistoryEntry, Issue

_MAX_RESULTS = 100


def list_all(call: Call, issueIdOrKey: str) -> Json:  # noqa: N803 - Jira's name
    """Return a page of an issue's history, oldest first."""
    page = Page.of(call, default=_MAX_RESULTS, most=_MAX_RESULTS)
    issue = find_issue(call.site, call.caller, IssueReference.of(issueIdOrKey))
    entries = entries_of(call.site, call.caller, issue)
    return page.bean(call, f"issue/{issue.key}/changelog", entries, lambda entry: history_entry(entry, call.api))


def list_by_ids(call: Call, issueIdOrKey: str) -> Json:  # noqa: N803 - Jira's name
    """Return those entries of an issue's history that the body names, oldest first; ids of others are ignored."""
    wanted = changelog_ids(call.body)
    issue = find_issue(call.site, call.caller, IssueReference.of(issueIdOrKey))
    return _histories(call, [entry for entry in entries_of(call.site, call.caller, issue) if entry.id in wanted])


def changelog_of(reader: Reader, issue: Issue) -> Json:
    """Return the history of a seen issue as `expand=changelog` has it: newest first."""
    return _histories(reader, entries_of(reader.site, reader.caller, issue)[::-1])


def _histories(reader: Reader, entries: list[HistoryEntry]) -> Json:
    return {
        "startAt": 0,
        "maxResults": len(entries),
        "total": len(entries),
        "histories": [history_entry(entry, reader.api) for entry in entries],
    }


VIEWS: dict[str, View] = {"getChangeLogs": list_all, "getChangeLogsByIds": list_by_ids}

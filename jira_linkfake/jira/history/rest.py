"""`issue/{issueIdOrKey}/changelog` and `changelog/bulkfetch`: the history of issues, as the caller may know it."""

from __future__ import annotations

from collections.abc import Collection
from zlib import crc32

from marshmallow import fields

from jira_linkfake.jira.evidence import REFERENCE
from jira_linkfake.jira.history.as_json import histories, history_entry_json
from jira_linkfake.jira.history.model import HistoryEntry
from jira_linkfake.jira.history.refusals import BulkHistoryMiscounted
from jira_linkfake.jira.history.rules import entries_of, only
from jira_linkfake.jira.issues.finding import IssueReference, find_issue
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.reader import Json
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.search.finding import Searcher
from jira_linkfake.rest.body import Closed, Text, Whole
from jira_linkfake.rest.call import Call, Page
from jira_linkfake.rest.operations import Success, operation
from jira_linkfake.rest.refusals import PageTokenInvalid


class _ChangelogIds(Closed):
    ids = fields.List(Whole(allow_none=False), required=True, data_key="changelogIds")


class _Bulk(Closed):
    issues = fields.List(fields.String(), required=True, data_key="issueIdsOrKeys")
    fields_ = fields.List(fields.String(), allow_none=True, load_default=None, data_key="fieldIds")
    max_results = Whole("maxResults")
    token = Text(data_key="nextPageToken")


_MAX_RESULTS = 100
_BOUNDS = {"issueIdsOrKeys": (1, 1000), "fieldIds": (0, 10), "maxResults": (1, 10_000)}
_USUAL_RESULTS = 1000


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


@operation(
    "getBulkChangelogs",
    Success(200, "`issueChangeLogs`: a page of the history of several issues, oldest first", REFERENCE),
    body=_Bulk,
)
def list_of_several(call: Call) -> Json:
    """Return a page of the history of the issues that the caller may see, of all fields or of those that are named.

    Of an entry only what changed of these fields is told, links by `issuelinks` (chosen).
    """
    names, wanted = call.content["issues"], call.content["fields_"] or ()
    max_results = _USUAL_RESULTS if call.content["max_results"] is None else call.content["max_results"]
    _require_counts(issueIdsOrKeys=len(names), fieldIds=len(wanted), maxResults=max_results)
    digest = crc32(repr((sorted(names), sorted(wanted))).encode("utf-8", "surrogatepass"))
    start = _start_of(call.content["token"], digest)
    found = _in_order(call, names, wanted)
    end = start + max_results
    histories: dict[str, list[Json]] = {}
    for entry, issue in found[start:end]:
        histories.setdefault(issue.id, []).append(history_entry_json(entry, call.api))
    content: Json = {
        "issueChangeLogs": [{"issueId": issue_id, "changeHistories": each} for issue_id, each in histories.items()]
    }
    if end >= len(found):
        return content
    call.site.left_over = len(found) - end
    return {**content, "nextPageToken": f"{digest}-{end}"}


def _require_counts(**counts: int) -> None:
    for name, count in counts.items():
        least, most = _BOUNDS[name]
        if not least <= count <= most:
            raise Refused(BulkHistoryMiscounted(name=name, count=count, least=least, most=most))


def _in_order(call: Call, names: list[str], wanted: Collection[str]) -> list[tuple[HistoryEntry, Issue]]:
    """Return the history of issues, the oldest first, and of one time in the order of the issues' ids."""
    seen = filter(None, map(Searcher(call.site, call.caller).issue, names))
    found = [
        (entry, issue)
        for issue in {one.id: one for one in seen}.values()
        for entry in only(entries_of(call.site, call.caller, issue), wanted)
    ]
    return sorted(found, key=lambda one: (one[0].created, one[1].id))


def _start_of(token: str | None, digest: int) -> int:
    """Return where the page of a token begins; raises `Refused` where it was not given for this request."""
    if not token:
        return 0
    of, _, place = token.partition("-")
    if of != str(digest) or not (place.isascii() and place.isdigit() and len(place) < 10):
        raise Refused(PageTokenInvalid(token=token))
    return int(place)

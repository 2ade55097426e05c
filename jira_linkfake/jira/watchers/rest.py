"""`issue/{issueIdOrKey}/watchers` and `issue/watching`: who watches an issue."""

from __future__ import annotations

from marshmallow import fields

from jira_linkfake.jira.evidence import LIVE_SUITE
from jira_linkfake.jira.issues.finding import IssueReference
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.reader import Json
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.site import as_id
from jira_linkfake.jira.watchers import rules
from jira_linkfake.jira.watchers.as_json import watchers_json
from jira_linkfake.jira.watchers.finding import is_watching, require_watching, watchable_issue
from jira_linkfake.jira.watchers.refusals import WatcherUnnamed
from jira_linkfake.rest.body import Closed, Id, parsed
from jira_linkfake.rest.call import Call
from jira_linkfake.rest.operations import Success, operation
from jira_linkfake.rest.refusals import PayloadInvalid


class _IssueIds(Closed):
    issue_ids = fields.List(Id(), required=True, data_key="issueIds")


@operation(
    "getIssueWatchers", Success(200, "how many users watch the issue, and those whom the caller may know", LIVE_SUITE)
)
def list_all(call: Call, issueIdOrKey: str) -> Json:
    """Return the watchers of an issue."""
    return watchers_json(_issue(call, issueIdOrKey), call)


@operation("addWatcher", Success(204, "empty, also for one who watches it already", LIVE_SUITE))
def add(call: Call, issueIdOrKey: str) -> None:
    """Let the user of an account watch an issue, or the caller where the body is empty."""
    named = _account_in(call.body)
    issue = _issue(call, issueIdOrKey)
    rules.add_watcher(call.site, call.caller, issue, named or call.signed_in_user().account_id)


@operation("removeWatcher", Success(204, "empty, also for one who does not watch it", LIVE_SUITE))
def remove(call: Call, issueIdOrKey: str) -> None:
    """Let the user whom `accountId` names watch an issue no longer."""
    issue = _issue(call, issueIdOrKey)
    account_id = call.query.get("accountId")
    if not account_id:
        raise Refused(WatcherUnnamed())
    rules.remove_watcher(call.site, call.caller, issue, account_id)


@operation(
    "getIsWatchingIssueBulk",
    Success(200, "`issuesIsWatching`: for each id whether the caller watches the issue", LIVE_SUITE),
    body=_IssueIds,
)
def list_watched(call: Call) -> Json:
    """Return which of the issues of these ids the caller watches."""
    asked = call.content["issue_ids"]
    require_watching(call.site)
    caller = call.signed_in_user()
    watched = {one: is_watching(call.site, caller, as_id(one) or "") for one in asked if one is not None}
    return {"issuesIsWatching": watched}


def _account_in(body: bytes) -> str | None:
    """Return the account id that a body is, as JSON; None for an empty one."""
    content = parsed(body) if body.strip() else None
    if content is not None and not isinstance(content, str):
        raise Refused(PayloadInvalid(problem="it is no account id: that is a text"))
    return content


def _issue(call: Call, id_or_key: str) -> Issue:
    return watchable_issue(call.site, call.caller, IssueReference.of(id_or_key))

"""`issue/{issueIdOrKey}/votes`: who has voted on an issue."""

from __future__ import annotations

from jira_linkfake.jira.evidence import LIVE_SUITE
from jira_linkfake.jira.issues.finding import IssueReference
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.reader import Json
from jira_linkfake.jira.votes import rules
from jira_linkfake.jira.votes.as_json import voters_json
from jira_linkfake.jira.votes.finding import votable_issue
from jira_linkfake.rest.call import Call
from jira_linkfake.rest.operations import Success, operation


@operation(
    "getVotes", Success(200, "how many users have voted on the issue, and who where the caller may know", LIVE_SUITE)
)
def list_all(call: Call, issueIdOrKey: str) -> Json:
    """Return the votes on an issue."""
    return voters_json(_issue(call, issueIdOrKey), call)


@operation("addVote", Success(204, "empty, also for one who has voted already", LIVE_SUITE))
def add(call: Call, issueIdOrKey: str) -> None:
    """Let the caller vote on an issue."""
    issue = _issue(call, issueIdOrKey)
    rules.add_vote(call.site, call.signed_in_user(), issue)


@operation("removeVote", Success(204, "empty", LIVE_SUITE))
def remove(call: Call, issueIdOrKey: str) -> None:
    """Take back the caller's vote on an issue."""
    issue = _issue(call, issueIdOrKey)
    rules.remove_vote(call.site, call.signed_in_user(), issue)


def _issue(call: Call, id_or_key: str) -> Issue:
    return votable_issue(call.site, call.caller, IssueReference.of(id_or_key))

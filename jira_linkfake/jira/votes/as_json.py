"""Votes in Jira's JSON."""

from __future__ import annotations

from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.as_json import user_json
from jira_linkfake.jira.reader import Json, Reader
from jira_linkfake.jira.votes.finding import may_see_voters


def votes_json(issue: Issue, reader: Reader) -> Json:
    """Return how many users have voted on an issue, and whether the reader has; the address has the issue's key."""
    voters = reader.site.voters
    return {
        "self": f"{reader.api}/issue/{issue.key}/votes",
        "votes": len(voters.of(issue.id)),
        "hasVoted": reader.caller in voters.of(issue.id),
    }


def voters_json(issue: Issue, reader: Reader) -> Json:
    """Return the same with the voters, where the reader may know them: a list that has nobody where not."""
    seen = reader.site.voters.of(issue.id) if may_see_voters(reader.site, reader.caller, issue) else ()
    return {**votes_json(issue, reader), "voters": [user_json(one, reader.api) for one in seen]}

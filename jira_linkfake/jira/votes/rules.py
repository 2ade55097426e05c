"""Votes: cast and taken back, each user's own; the reporter may vote too (live suite of MrRefactoring/jira.js)."""

from __future__ import annotations

from jira_linkfake.jira.issues.finding import require_unarchived
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.model import User
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.site import Site
from jira_linkfake.jira.votes.refusals import NotVoted, VotesAreFinal


def add_vote(site: Site, voter: User, issue: Issue) -> None:
    """Let a user vote on a seen issue; raises `Refused` where it is resolved. A repeat changes nothing.

    Neither this nor taking a vote back moves the issue's `updated`, or is told by its history (chosen).
    """
    _require_open(issue)
    site.voters.add(issue.id, voter)


def remove_vote(site: Site, voter: User, issue: Issue) -> None:
    """Take back a user's vote on a seen issue; raises `Refused` where there is none, and where it is resolved."""
    _require_open(issue)
    if voter not in site.voters.of(issue.id):
        raise Refused(NotVoted(caller=voter, issue=issue))
    site.voters.remove(issue.id, voter)


def _require_open(issue: Issue) -> None:
    require_unarchived(issue)
    if issue.resolution is not None:
        raise Refused(VotesAreFinal(issue=issue))

"""What can go wrong about votes, and what Jira answers."""

from __future__ import annotations

from jira_linkfake.jira import evidence
from jira_linkfake.jira.evidence import chosen
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.refusal import Answer, CallerRefusal, Refusal


class VotingDisabled(Refusal):
    """Voting on issues is switched off for the whole site."""

    truth = "voting on issues is switched off (voting_enabled=False)"
    answer = Answer(
        condition="votes while voting on issues is disabled",
        status=404,
        status_by=evidence.REFERENCE,
        message="Voting for issues is currently not enabled for this JIRA instance.",
        words_by=evidence.SERVER_SUITE,
    )


class VotesAreFinal(Refusal):
    """The issue is resolved, so that votes on it stay what they are."""

    truth = "{0.issue.key} is resolved, and votes on it stay as they are"
    answer = Answer(
        condition="voting on a resolved issue, or taking the vote back",
        status=404,
        status_by=chosen("as Jira Server answers votes that cannot be"),
        message="You cannot vote or change your vote on resolved issues.",
        words_by=evidence.SERVER_SUITE,
    )

    issue: Issue


class NotVoted(CallerRefusal):
    """The caller was to take back a vote that they have not cast."""

    truth = "{0.who} has not voted on {0.issue.key}"
    answer = Answer(
        condition="taking back a vote that was not cast",
        status=404,
        status_by=evidence.REFERENCE,
        message="Cannot remove a vote for an issue that the user has not already voted for.",
        words_by=evidence.SERVER_CLIENT,
    )

    issue: Issue

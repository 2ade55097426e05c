"""The votes as a field of issues."""

from __future__ import annotations

from jira_linkfake.jira.fields.field import FixedField
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.fields import users_clause
from jira_linkfake.jira.reader import Json, Reader
from jira_linkfake.jira.search.clauses import count_clause
from jira_linkfake.jira.votes.as_json import votes_json
from jira_linkfake.jira.votes.finding import known_voters

_ON = "voting_enabled"


class Votes(FixedField):
    """How many users have voted on the issue, and whether the reader has."""

    id = "votes"
    name = "Votes"
    type = "votes"
    clause_names = ("votes",)
    clauses = (
        count_clause("votes", lambda searcher, issue: len(searcher.site.voters.of(issue.id)), while_on=_ON),
        users_clause(
            ("voter",),
            lambda searcher, issue: known_voters(searcher.site, searcher.caller, issue),
            while_on=_ON,
        ),
    )
    orderable = False
    searchable = False

    def is_there(self, reader: Reader, issue: Issue) -> bool:
        """Say whether issues are voted on at all."""
        return reader.site.options.voting_enabled

    def as_json(self, reader: Reader, issue: Issue) -> Json:
        """Return the count of votes."""
        return votes_json(issue, reader)

"""The watchers as a field of issues."""

from __future__ import annotations

from jira_linkfake.jira.fields.field import FixedField
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.fields import users_clause
from jira_linkfake.jira.reader import Json, Reader
from jira_linkfake.jira.search.clauses import count_clause
from jira_linkfake.jira.watchers.as_json import watches_json
from jira_linkfake.jira.watchers.finding import seen_watchers

_ON = "watching_enabled"


class Watches(FixedField):
    """How many users watch the issue, and whether the reader does."""

    id = "watches"
    name = "Watchers"
    type = "watches"
    clause_names = ("watchers",)
    clauses = (
        count_clause("watchers", lambda searcher, issue: len(searcher.site.watchers.of(issue.id)), while_on=_ON),
        users_clause(
            ("watcher",),
            lambda searcher, issue: seen_watchers(searcher.site, searcher.caller, issue),
            while_on=_ON,
        ),
    )
    orderable = False

    def is_there(self, reader: Reader, issue: Issue) -> bool:
        """Say whether issues are watched at all."""
        return reader.site.options.watching_enabled

    def as_json(self, reader: Reader, issue: Issue) -> Json:
        """Return the count of watchers."""
        return watches_json(issue, reader)

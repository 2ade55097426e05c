"""Attachments as a field of issues, and what JQL has of it."""

from __future__ import annotations

from jira_linkfake.jira.attachments.as_json import attachment_json
from jira_linkfake.jira.attachments.rules import FIELD, FIELD_NAME
from jira_linkfake.jira.fields.field import FixedField
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.reader import Json, Reader
from jira_linkfake.jira.search.clauses import EMPTY, Clause, Values
from jira_linkfake.jira.search.finding import named_thing


class Attachments(FixedField):
    """The files of the issue, which have an operation of their own."""

    id = FIELD
    name = FIELD_NAME
    type = "array"
    items = "attachment"
    navigable = False
    clause_names = ("attachments",)
    clauses = (
        Clause(
            names=clause_names,
            operators=EMPTY,
            values="EMPTY alone",
            kind=Values(
                held=lambda searcher, issue: [one.id for one in searcher.site.attachments.of(issue)],
                named=named_thing(lambda _: ()),
            ),
        ),
    )

    def as_json(self, reader: Reader, issue: Issue) -> list[Json]:
        """Return the attachments, oldest first."""
        return [attachment_json(one, reader.api) for one in reader.site.attachments.of(issue)]

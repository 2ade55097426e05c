"""Summary and description."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from jira_linkfake.site.fields.field import Editing, Field, Operation, Told
from jira_linkfake.site.model import Change, Issue
from jira_linkfake.site.refusals import Refused
from jira_linkfake.site.refusals.fields import NotDocument, NotText, SummaryBroken, SummaryMissing, SummaryTooLong
from jira_linkfake.site.store import Site

MAX_SUMMARY = 255


@dataclass(frozen=True, kw_only=True, slots=True)
class RichText:
    """What a request has as a description; `text` is None where it cannot be read in the form that it must have."""

    text: str | None
    document: Mapping[str, Any] | None = None
    form: Literal["text", "document"] = "text"


class Summary(Field):
    """The summary: one line that says something."""

    required = True

    def changed(self, editing: Editing, issue: Issue, operation: Operation) -> Issue:  # noqa: ARG002 - as all fields
        """Return an issue with another summary."""
        value = operation.value
        if value is None:
            raise Refused(SummaryMissing())
        if not isinstance(value, str):
            raise Refused(NotText(field=self.id))
        summary = value.strip()
        if not summary:
            raise Refused(SummaryMissing())
        if len(summary) > MAX_SUMMARY:
            raise Refused(SummaryTooLong(length=len(summary), limit=MAX_SUMMARY))
        if "\n" in summary or "\r" in summary:
            raise Refused(SummaryBroken())
        return replace(issue, summary=summary)

    def told(self, site: Site, issue: Issue) -> Told:  # noqa: ARG002 - as all fields
        """Return how history tells the summary."""
        return None, issue.summary


class Description(Field):
    """The description, as a text or as an Atlassian document."""

    def changed(self, editing: Editing, issue: Issue, operation: Operation) -> Issue:  # noqa: ARG002 - as all fields
        """Return an issue with another description, or with none."""
        value = operation.value
        if value is None:
            return replace(issue, description=None, description_document=None)
        if not isinstance(value, RichText) or value.text is None:
            wants_document = isinstance(value, RichText) and value.form == "document"
            raise Refused(NotDocument(field=self.id) if wants_document else NotText(field=self.id))
        return replace(issue, description=value.text or None, description_document=value.document)

    def told(self, site: Site, issue: Issue) -> Told:  # noqa: ARG002 - as all fields
        """Return how history tells the description."""
        return None, issue.description

    def change(self, site: Site, before: Issue, after: Issue) -> Change | None:
        """Return what history tells, also where only the form of the document has changed."""
        change = super().change(site, before, after)
        if change is None and before.description_document != after.description_document:
            return Change(field=self.id, field_id=self.id, from_text=before.description, to_text=after.description)
        return change

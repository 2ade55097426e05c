"""The fields that an issue has of its own: summary, description, labels, parent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from jira_linkfake.jira.fields.field import Editing, Field, Operation, Told, reference_in
from jira_linkfake.jira.fields.refusals import (
    IssueTypeUnfit,
    LabelWithSpaces,
    NotDocument,
    NotList,
    NotText,
    ParentElsewhere,
    ParentMissing,
    ParentUnfit,
    ParentUnseen,
    SummaryBroken,
    SummaryMissing,
    SummaryTooLong,
)
from jira_linkfake.jira.history.model import PARENT, Change
from jira_linkfake.jira.issues.finding import IssueReference, find_issue
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.refusal import Refusal, Refused
from jira_linkfake.jira.site import Site

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

    def changed(self, editing: Editing, issue: Issue, operation: Operation) -> Issue:
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

    def told(self, site: Site, issue: Issue) -> Told:
        """Return how history tells the summary."""
        return None, issue.summary


class Description(Field):
    """The description, as a text or as an Atlassian document."""

    def changed(self, editing: Editing, issue: Issue, operation: Operation) -> Issue:
        """Return an issue with another description, or with none."""
        value = operation.value
        if value is None:
            return replace(issue, description=None, description_document=None)
        if not isinstance(value, RichText) or value.text is None:
            wants_document = isinstance(value, RichText) and value.form == "document"
            raise Refused(NotDocument(field=self.id) if wants_document else NotText(field=self.id))
        return replace(issue, description=value.text or None, description_document=value.document)

    def told(self, site: Site, issue: Issue) -> Told:
        """Return how history tells the description."""
        return None, issue.description

    def change(self, site: Site, before: Issue, after: Issue) -> Change | None:
        """Return what history tells, also where only the form of the document has changed."""
        change = super().change(site, before, after)
        if change is None and before.description_document != after.description_document:
            return Change(field=self.id, field_id=self.id, from_text=before.description, to_text=after.description)
        return change


class Labels(Field):
    """The labels, each without a space, in their order."""

    operations = ("add", "set", "remove")

    def changed(self, editing: Editing, issue: Issue, operation: Operation) -> Issue:
        """Return an issue with other labels, or with one more or less."""
        if operation.verb == "set":
            return replace(issue, labels=self._all_of(operation.value))
        label = self._label(operation.value)
        if (label in issue.labels) == (operation.verb == "add"):
            return issue
        if operation.verb == "add":
            return replace(issue, labels=(*issue.labels, label))
        return replace(issue, labels=tuple(one for one in issue.labels if one != label))

    def told(self, site: Site, issue: Issue) -> Told:
        """Return how history tells the labels."""
        return "", " ".join(issue.labels)

    def _all_of(self, value: object) -> tuple[str, ...]:
        if value is None:
            return ()
        if not isinstance(value, (list, tuple)):
            raise Refused(NotList(field=self.id))
        return tuple(dict.fromkeys(self._label(one) for one in value))

    def _label(self, value: object) -> str:
        if not isinstance(value, str):
            raise Refused(NotText(field=self.id))
        if not value or any(letter.isspace() for letter in value):
            raise Refused(LabelWithSpaces(label=value))
        return value


class Parent(Field):
    """The issue that the issue is a part of."""

    history_name = PARENT

    def changed(self, editing: Editing, issue: Issue, operation: Operation) -> Issue:
        """Return an issue with another parent, or with none."""
        if operation.value is None:
            return replace(issue, parent_id=None)
        value = self.object_of(operation.value)
        if value.get("none") is True:  # how the reference says it
            return replace(issue, parent_id=None)
        reference = IssueReference(id=reference_in(value, "id"), key=reference_in(value, "key"))
        try:
            parent = find_issue(editing.site, editing.caller, reference)
        except Refused as refused:
            raise Refused(*(ParentUnseen(cause=cause) for cause in refused.refusals)) from refused
        return replace(issue, parent_id=parent.id)

    def told(self, site: Site, issue: Issue) -> Told:
        """Return how history tells the parent."""
        if issue.parent_id is None:
            return None, None
        return str(issue.parent_id), site.issue_ever(issue.parent_id).key


def misplaced(site: Site, issue: Issue) -> Refusal | None:
    """Return why an issue cannot stand where it would between its parent and its children; None where it can."""
    if any(child.type.hierarchy_level + 1 != issue.type.hierarchy_level for child in site.children_of(issue)):
        return IssueTypeUnfit(issue=issue)
    if issue.parent_id is None:
        return ParentMissing() if issue.type.subtask else None
    parent = site.issues[issue.parent_id]
    if parent.type.hierarchy_level != issue.type.hierarchy_level + 1:
        return ParentUnfit(parent=parent, type=issue.type)
    if issue.type.subtask and parent.project != issue.project:
        return ParentElsewhere(parent=parent, project=issue.project)
    return None

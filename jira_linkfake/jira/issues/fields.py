"""The fields that an issue has of its own: key, summary, description, labels, parent, sub-tasks and times."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timezone
from typing import Any

from jira_linkfake.jira.fields.field import (
    WAYS_IN_BULK,
    Editing,
    Field,
    FieldUpdate,
    FixedField,
    RichText,
    Told,
    date_required,
    reference_in,
    text_required,
)
from jira_linkfake.jira.fields.refusals import (
    IssueTypeUnfit,
    LabelTooLong,
    LabelWithSpaces,
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
from jira_linkfake.jira.issue_links.as_json import linked_issue_json
from jira_linkfake.jira.issues.finding import IssueReference, find_issue
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.finding import name_of_account
from jira_linkfake.jira.permissions.model import SCHEDULE_ISSUES
from jira_linkfake.jira.permissions.sight import may_see
from jira_linkfake.jira.reader import Json, Reader, time_json
from jira_linkfake.jira.refusal import Refusal, Refused
from jira_linkfake.jira.rich_text import in_version, rendered, words
from jira_linkfake.jira.search.clauses import (
    EMPTY,
    EQUAL,
    ORDERED,
    TEXT,
    TIMES,
    Clause,
    Texts,
    Values,
    Width,
    filled,
    time_clause,
)
from jira_linkfake.jira.search.finding import Searcher, named_issue
from jira_linkfake.jira.site import Site

MAX_SUMMARY = 255
_LONGEST_LABEL = 255


def _number(issue: Issue) -> tuple[str, int]:
    """Return an issue's project and its number there."""
    return issue.project, int(issue.key.rpartition("-")[2])


class Key(FixedField):
    """The key, which is none of an issue's `fields` but stands among them in Jira's list."""

    id = "issuekey"
    name = "Key"
    clause_names = ("id", "issue", "issuekey", "key")
    clauses = (
        Clause(
            names=("key", "issuekey", "issue", "id"),
            operators=ORDERED,
            values="key or id; `<` and `>` compare numbers within the project",
            kind=Values(
                held=lambda _, issue: (issue.id,),
                named=named_issue,
                order=lambda searcher, issue_id: _number(searcher.site.issues[issue_id]),
                among=lambda _, ids: ids,
                width=Width.NAMED,
            ),
            takes="issues",
            sort=lambda _, issue: _number(issue),
        ),
    )
    orderable = False
    searchable = False
    history_name = "Key"

    def is_there(self, reader: Reader, issue: Issue) -> bool:
        """Say that no issue shows it among its fields."""
        return False

    def told(self, site: Site, issue: Issue) -> Told:
        """Return how history tells the key, which changes where an issue is moved."""
        return None, issue.key


class Summary(Field):
    """The summary: one line that says something."""

    id = "summary"
    name = "Summary"
    type = "string"
    clause_names = ("summary",)
    clauses = (
        Clause(
            names=clause_names,
            operators=(*TEXT, *EMPTY),
            values="text",
            kind=Texts(of=lambda _, issue: filled(issue.summary)),
            sort=lambda _, issue: issue.summary.casefold(),
        ),
    )
    required = True
    in_comment_events = True
    in_bulk = False

    def as_json(self, reader: Reader, issue: Issue) -> str:
        """Return the summary."""
        return issue.summary

    def changed(self, editing: Editing, issue: Issue, update: FieldUpdate) -> Issue:
        """Return an issue with another summary."""
        value = update.value
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


Kept = tuple[str | None, Mapping[str, Any] | None]
"""A rich text as an issue has it: what it says, and the document that it came as, if it came as one."""


def words_in(kept: Kept) -> list[str]:
    """Return the words of a rich text, in a list; an empty one where there is none."""
    text, document = kept
    return filled(text and words(text, document))


class Description(Field):
    """The description, as wiki markup or as an Atlassian document.

    Another field of rich text has another id, and `kept` and `with_kept` for where an issue has it.
    """

    id = "description"
    name = "Description"
    type = "string"
    is_rich = True
    clause_names = ("description",)
    clauses = (
        Clause(
            names=clause_names,
            operators=(*TEXT, *EMPTY),
            values="text",
            kind=Texts(of=lambda _, issue: words_in((issue.description, issue.description_document))),
        ),
    )

    def kept(self, issue: Issue) -> Kept:
        """Return what an issue has of the field."""
        return issue.description, issue.description_document

    def with_kept(self, issue: Issue, text: str | None, document: Mapping[str, Any] | None) -> Issue:
        """Return an issue that has this of the field."""
        return replace(issue, description=text, description_document=document)

    def as_json(self, reader: Reader, issue: Issue) -> object:
        """Return the description, None where there is none."""
        text, document = self.kept(issue)
        return None if text is None else in_version(reader.version, text, document, name_of_account(reader.site))

    def rendered(self, reader: Reader, issue: Issue) -> str:
        """Return the description as HTML."""
        text, document = self.kept(issue)
        return rendered(text or "", document, reader.base, name_of_account(reader.site))

    def read(self, verb: str, value: Any, version: int) -> object:
        """Return what is set as rich text: a document in version 3 and wiki markup in version 2."""
        return value if verb != "set" or value is None else RichText.of(value, version)

    def changed(self, editing: Editing, issue: Issue, update: FieldUpdate) -> Issue:
        """Return an issue with another description, or with none."""
        if update.value is None:
            return self.with_kept(issue, None, None)
        text, document = RichText.required_of(self.id, update.value)
        return self.with_kept(issue, text, document) if text else self.with_kept(issue, None, None)

    def told(self, site: Site, issue: Issue) -> Told:
        """Return how history tells the description: as version 2 has it."""
        text, document = self.kept(issue)
        return None, None if text is None else str(in_version(2, text, document))

    def change(self, site: Site, before: Issue, after: Issue) -> Change | None:
        """Return what history tells, also where only the form of the document has changed."""
        if self.kept(before) == self.kept(after):
            return None
        was, now = self.told(site, before), self.told(site, after)
        return Change(field=self.id, field_id=self.id, from_text=was[1], to_text=now[1])


class Environment(Description):
    """The environment, a text as the description is one."""

    id = "environment"
    name = "Environment"
    clause_names = ("environment",)
    clauses = (
        Clause(
            names=clause_names,
            operators=(*TEXT, *EMPTY),
            values="text",
            kind=Texts(of=lambda _, issue: words_in((issue.environment, issue.environment_document))),
        ),
    )

    def kept(self, issue: Issue) -> Kept:
        """Return what an issue has of the field."""
        return issue.environment, issue.environment_document

    def with_kept(self, issue: Issue, text: str | None, document: Mapping[str, Any] | None) -> Issue:
        """Return an issue that has this of the field."""
        return replace(issue, environment=text, environment_document=document)


class Labels(Field):
    """The labels, each without a space, in their order."""

    id = "labels"
    name = "Labels"
    type = "array"
    items = "string"
    clause_names = ("labels",)
    clauses = (
        Clause(
            names=clause_names,
            operators=EQUAL,
            values="label",
            kind=Values(
                held=lambda _, issue: tuple(map(str.casefold, issue.labels)),
                named=lambda _, __, value: [value.text.casefold()],
            ),
        ),
    )
    operations = ("add", "set", "remove")

    def as_json(self, reader: Reader, issue: Issue) -> list[str]:
        """Return the labels."""
        return list(issue.labels)

    def choices_in_bulk(self, reader: Reader, issues: Sequence[Issue]) -> Json:
        """Return the ways to change them in many issues."""
        return {"multiSelectFieldOptions": [*WAYS_IN_BULK]}

    def changed(self, editing: Editing, issue: Issue, update: FieldUpdate) -> Issue:
        """Return an issue with other labels, or with one more or less."""
        if update.verb == "set":
            return replace(issue, labels=self._all_of(update.value))
        label = self._label(update.value)
        if (label in issue.labels) == (update.verb == "add"):
            return issue
        if update.verb == "add":
            return replace(issue, labels=[*issue.labels, label])
        return replace(issue, labels=[one for one in issue.labels if one != label])

    def told(self, site: Site, issue: Issue) -> Told:
        """Return how history tells the labels."""
        return "", " ".join(issue.labels)

    def _all_of(self, value: object) -> list[str]:
        if value is None:
            return []
        if not isinstance(value, (list, tuple)):
            raise Refused(NotList(field=self.id))
        return list(dict.fromkeys(self._label(one) for one in value))

    def _label(self, value: object) -> str:
        label = text_required(self.id, value)
        if not label or any(letter.isspace() for letter in label):
            raise Refused(LabelWithSpaces(label=label))
        if len(label) > _LONGEST_LABEL:
            raise Refused(LabelTooLong(label=label, limit=_LONGEST_LABEL))
        return label


def _parent_seen(searcher: Searcher, issue: Issue) -> tuple[str, ...]:
    """Return the id of the issue that an issue is a part of, where the caller sees it."""
    parent = None if issue.parent_id is None else searcher.site.issues.get(issue.parent_id)
    return (parent.id,) if parent is not None and searcher.sees(parent) else ()


def _children(searcher: Searcher, ids: Sequence[str]) -> list[str]:
    """Return the ids of the issues that are a part of issues."""
    return [child.id for issue_id in ids for child in searcher.site.issues.children_of(searcher.site.issues[issue_id])]


class Parent(Field):
    """The issue that the issue is a part of."""

    id = "parent"
    name = "Parent"
    type = "issuelink"
    clause_names = ("parent",)
    clauses = (
        Clause(
            names=clause_names,
            operators=EQUAL,
            values="key or id",
            kind=Values(held=_parent_seen, named=named_issue, among=_children, width=Width.NAMED),
            takes="issues",
        ),
    )
    orderable = False
    searchable = False
    history_name = PARENT
    in_bulk = False

    def is_required(self, editing: Editing, issue: Issue) -> bool:
        """Say whether the issue is a new sub-task: such is the parent alone (getsentry/sentry issue 63356)."""
        return editing.purpose == "create" and issue.type.subtask

    def is_there(self, reader: Reader, issue: Issue) -> bool:
        """Say whether the issue has a parent that the reader may see."""
        parent_id = issue.parent_id
        return parent_id is not None and may_see(reader.site, reader.caller, reader.site.issues[parent_id])

    def as_json(self, reader: Reader, issue: Issue) -> Json | None:
        """Return the parent as it stands in a link, None where there is none."""
        parent_id = issue.parent_id
        return None if parent_id is None else linked_issue_json(reader.site.issues[parent_id], reader.api)

    def changed(self, editing: Editing, issue: Issue, update: FieldUpdate) -> Issue:
        """Return an issue with another parent, or with none."""
        if update.value is None:
            return replace(issue, parent_id=None)
        value = self.object_of(update.value)
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
        return str(issue.parent_id), site.issues.ever(issue.parent_id).key


class Created(FixedField):
    """When the issue was created."""

    id = "created"
    name = "Created"
    type = "datetime"
    clause_names = ("created", "createdDate")
    clauses = (time_clause(clause_names, lambda issue: issue.created, TIMES),)
    orderable = False

    def as_json(self, reader: Reader, issue: Issue) -> str:
        """Return the time."""
        return time_json(issue.created)


class Updated(FixedField):
    """When something of the issue was changed last."""

    id = "updated"
    name = "Updated"
    type = "datetime"
    clause_names = ("updated", "updatedDate")
    clauses = (time_clause(clause_names, lambda issue: issue.updated),)
    orderable = False

    def as_json(self, reader: Reader, issue: Issue) -> str:
        """Return the time."""
        return time_json(issue.updated)


class DueDate(Field):
    """The day by which the issue is to be done, or none; JQL compares the day's first moment."""

    id = "duedate"
    name = "Due date"
    type = "date"
    clause_names = ("due", "duedate")
    clauses = (time_clause(clause_names, lambda issue: _first_moment(issue.due)),)
    permission = SCHEDULE_ISSUES  # as the reference has it: to create or edit due dates

    def as_json(self, reader: Reader, issue: Issue) -> str | None:
        """Return the date, None where there is none."""
        return None if issue.due is None else issue.due.isoformat()

    def changed(self, editing: Editing, issue: Issue, update: FieldUpdate) -> Issue:
        """Return an issue with another due date, or with none."""
        return replace(issue, due=None if update.value is None else date_required(self.id, update.value))

    def told(self, site: Site, issue: Issue) -> Told:
        """Return how history tells the date: as its id, and as it reads with a time (as on Jira Server)."""
        return (None, None) if issue.due is None else (issue.due.isoformat(), f"{issue.due} 00:00:00.0")


def _first_moment(day: date | None) -> datetime | None:
    return None if day is None else datetime(day.year, day.month, day.day, tzinfo=timezone.utc)


class Subtasks(FixedField):
    """The issue's sub-tasks."""

    id = "subtasks"
    name = "Sub-tasks"
    type = "array"
    items = "issuelinks"
    clause_names = ("subtasks",)
    orderable = False
    searchable = False

    def as_json(self, reader: Reader, issue: Issue) -> list[Json]:
        """Return those that the reader may see, as they stand in links."""
        subtasks = reader.site.issues.subtasks_of(issue)
        return [linked_issue_json(one, reader.api) for one in subtasks if may_see(reader.site, reader.caller, one)]


def misplaced(site: Site, issue: Issue) -> Refusal | None:
    """Return why an issue cannot stand where it would between its parent and its children; None where it can."""
    if any(child.type.hierarchy_level + 1 != issue.type.hierarchy_level for child in site.issues.children_of(issue)):
        return IssueTypeUnfit(issue=issue)
    return misplaced_under_parent(site, issue)


def misplaced_under_parent(site: Site, issue: Issue) -> Refusal | None:
    """Return why an issue cannot be a part of its parent, or of none; None where it can."""
    if issue.parent_id is None:
        return ParentMissing() if issue.type.subtask else None
    parent = site.issues[issue.parent_id]
    if parent.type.hierarchy_level != issue.type.hierarchy_level + 1:
        return ParentUnfit(parent=parent, type=issue.type)
    if issue.type.subtask and parent.project != issue.project:
        return ParentElsewhere(parent=parent, project=issue.project)
    return None

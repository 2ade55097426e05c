"""The fields of issues that are chosen from what the site has: type, priority, status."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from jira_linkfake.jira.fields.field import Editing, Field, FieldUpdate, Told, chosen_from, reference_in
from jira_linkfake.jira.fields.refusals import IssueTypeMissing, IssueTypeUnknown, PriorityUnknown, PriorityUnnamed
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.reader import Json, Reader
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.search.clauses import EQUAL, ORDERED, Clause, Values, held_ids
from jira_linkfake.jira.search.finding import Searcher, named_thing
from jira_linkfake.jira.site import Site
from jira_linkfake.jira.workflow.as_json import issue_type_json, priority_json, status_json
from jira_linkfake.jira.workflow.model import STATUS_CATEGORIES, IssueType


class IssueTypeField(Field):
    """The type of the issue."""

    id = "issuetype"
    name = "Issue Type"
    type = "issuetype"
    clause_names = ("issuetype", "type")
    clauses = (
        Clause(
            names=clause_names,
            operators=EQUAL,
            values="name or id",
            kind=Values(
                held=lambda _, issue: held_ids(issue.type),
                named=named_thing(lambda searcher: searcher.site.issue_types.values()),
            ),
            sort=lambda _, issue: issue.type.name,
        ),
    )
    required = True
    in_comment_events = True

    def as_json(self, reader: Reader, issue: Issue) -> Json:
        """Return the type."""
        return issue_type_json(issue.type, reader.api)

    def allowed(self, reader: Reader, issue: Issue) -> list[Json]:
        """Return every type that the site has."""
        return [issue_type_json(one, reader.api) for one in reader.site.issue_types.values()]

    def changed(self, editing: Editing, issue: Issue, update: FieldUpdate) -> Issue:
        """Return an issue of another type."""
        return replace(issue, type=self.chosen(editing.site, update.value))

    def chosen(self, site: Site, value: object) -> IssueType:
        """Return the type that a request names."""
        if value is None:
            raise Refused(IssueTypeMissing())
        named = self.object_of(value)
        name = reference_in(named, "id", "name")
        if name is None:
            raise Refused(IssueTypeMissing())
        issue_type = chosen_from(list(site.issue_types.values()), named)
        if issue_type is None:
            raise Refused(IssueTypeUnknown(value=name))
        return issue_type

    def told(self, site: Site, issue: Issue) -> Told:
        """Return how history tells the type."""
        return str(issue.type.id), issue.type.name


def _place(searcher: Searcher, priority_id: int) -> tuple[None, int]:
    """Return where a priority stands: they are listed from the highest to the lowest."""
    return None, -list(searcher.site.priorities).index(priority_id)


class PriorityField(Field):
    """The priority; an issue can be without."""

    id = "priority"
    name = "Priority"
    type = "priority"
    clause_names = ("priority",)
    clauses = (
        Clause(
            names=clause_names,
            operators=ORDERED,
            values="name or id; the higher is the greater",
            kind=Values(
                held=lambda _, issue: held_ids(issue.priority),
                named=named_thing(lambda searcher: searcher.site.priorities.values()),
                order=_place,
            ),
            sort=lambda searcher, issue: issue.priority and _place(searcher, issue.priority.id)[1],
        ),
    )
    with_default = True
    in_comment_events = True

    def as_json(self, reader: Reader, issue: Issue) -> Json | None:
        """Return the priority, None where there is none."""
        return None if issue.priority is None else priority_json(issue.priority, reader.api)

    def allowed(self, reader: Reader, issue: Issue) -> list[Json]:
        """Return every priority that the site has."""
        return [priority_json(one, reader.api) for one in reader.site.priorities.values()]

    def changed(self, editing: Editing, issue: Issue, update: FieldUpdate) -> Issue:
        """Return an issue with another priority, or with none."""
        if update.value is None:
            return replace(issue, priority=None)
        value = update.value if isinstance(update.value, Mapping) else {}
        name = reference_in(value, "id", "name")
        if name is None:
            raise Refused(PriorityUnnamed())
        priority = chosen_from(list(editing.site.priorities.values()), value)
        if priority is None:
            raise Refused(PriorityUnknown(value=name))
        return replace(issue, priority=priority)

    def told(self, site: Site, issue: Issue) -> Told:
        """Return how history tells the priority."""
        return (None, None) if issue.priority is None else (str(issue.priority.id), issue.priority.name)


class StatusField(Field):
    """The status, which only a transition changes, and its category."""

    id = "status"
    name = "Status"
    type = "status"
    clause_names = ("status",)
    clauses = (
        Clause(
            names=clause_names,
            operators=EQUAL,
            values="name or id",
            kind=Values(
                held=lambda _, issue: held_ids(issue.status),
                named=named_thing(lambda searcher: searcher.site.statuses.values()),
            ),
            sort=lambda searcher, issue: list(searcher.site.statuses).index(issue.status.id),
        ),
        Clause(
            names=("statusCategory",),
            operators=EQUAL,
            values="name, key or id",
            kind=Values(
                held=lambda _, issue: held_ids(issue.status.category),
                named=named_thing(lambda _: STATUS_CATEGORIES, "key"),
            ),
        ),
    )
    orderable = False
    operations = ()
    in_comment_events = True

    def as_json(self, reader: Reader, issue: Issue) -> Json:
        """Return the status."""
        return status_json(issue.status, reader.api)

    def why_not_settable(self, editing: Editing, issue: Issue) -> str | None:
        """Return why nobody sets it."""
        return "only a transition changes it"

    def told(self, site: Site, issue: Issue) -> Told:
        """Return how history tells the status."""
        return str(issue.status.id), issue.status.name

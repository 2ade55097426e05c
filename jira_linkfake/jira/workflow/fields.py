"""The fields of issues that are chosen from what the site has: type, priority, status, resolution; and their times."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from jira_linkfake.jira.fields.field import (
    Editing,
    Field,
    FieldUpdate,
    FixedField,
    Told,
    chosen_from,
    reference_in,
)
from jira_linkfake.jira.fields.refusals import (
    IssueTypeMissing,
    IssueTypeUnknown,
    PriorityUnknown,
    PriorityUnnamed,
    ResolutionUnknown,
    ResolutionUnnamed,
)
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.projects.model import Project
from jira_linkfake.jira.reader import Json, Reader, time_json
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.search.clauses import (
    EQUAL,
    ORDERED,
    Asked,
    Clause,
    Condition,
    Values,
    held_ids,
    time_clause,
)
from jira_linkfake.jira.search.finding import Searcher, named_thing
from jira_linkfake.jira.site import Site
from jira_linkfake.jira.workflow.as_json import (
    issue_type_json,
    priority_json,
    resolution_json,
    status_category_json,
    status_json,
)
from jira_linkfake.jira.workflow.finding import types_seen
from jira_linkfake.jira.workflow.model import STATUS_CATEGORIES, IssueType

if TYPE_CHECKING:
    from jira_linkfake.jira.search.model import Value


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
                named=named_thing(lambda searcher: types_seen(searcher.site, searcher.caller)),
            ),
            takes="issuetypes",
            sort=lambda _, issue: issue.type.name,
        ),
    )
    required = True
    in_comment_events = True

    def as_json(self, reader: Reader, issue: Issue) -> Json:
        """Return the type."""
        return issue_type_json(issue.type, reader.api)

    def allowed(self, reader: Reader, issue: Issue) -> list[Json]:
        """Return every type that the project has."""
        types = reader.site.types_of(reader.site.projects[issue.project])
        return [issue_type_json(one, reader.api) for one in types]

    def changed(self, editing: Editing, issue: Issue, update: FieldUpdate) -> Issue:
        """Return an issue of another type."""
        return replace(issue, type=self.chosen(editing.site, editing.site.projects[issue.project], update.value))

    def chosen(self, site: Site, project: Project, value: object) -> IssueType:
        """Return the type of a project that a request names."""
        if value is None:
            raise Refused(IssueTypeMissing())
        named = self.object_of(value)
        name = reference_in(named, "id", "name")
        if name is None:
            raise Refused(IssueTypeMissing())
        issue_type = chosen_from(site.types_of(project), named)
        if issue_type is None:
            raise Refused(IssueTypeUnknown(value=name, project=project.key))
        return issue_type

    def told(self, site: Site, issue: Issue) -> Told:
        """Return how history tells the type."""
        return issue.type.id, issue.type.name


def _place(searcher: Searcher, priority_id: str) -> tuple[None, int]:
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
                past="priority",
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

    def choices_in_bulk(self, reader: Reader, issues: Sequence[Issue]) -> Json:
        """Return every priority, as the reference's example has them."""
        priorities = reader.site.priorities.values()
        return {
            "fieldOptions": [{"description": one.description, "id": one.id, "priority": one.name} for one in priorities]
        }

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
        return (None, None) if issue.priority is None else (issue.priority.id, issue.priority.name)


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
                past="status",
            ),
            sort=lambda searcher, issue: list(searcher.site.statuses).index(issue.status.id),
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
        return issue.status.id, issue.status.name


class StatusCategoryField(FixedField):
    """The category of the status."""

    id = "statusCategory"
    name = "Status Category"
    type = "statusCategory"
    clause_names = ("statusCategory",)
    clauses = (
        Clause(
            names=clause_names,
            operators=EQUAL,
            values="name, key or id",
            kind=Values(
                held=lambda _, issue: held_ids(issue.status.category),
                named=named_thing(lambda _: STATUS_CATEGORIES, "key"),
            ),
        ),
    )
    orderable = False

    def as_json(self, reader: Reader, issue: Issue) -> Json:
        """Return the category."""
        return status_category_json(issue.status.category, reader.api)


def _category_changed(issue: Issue) -> datetime:
    return issue.category_changed or issue.created


class CategoryChanged(FixedField):
    """When the status came to be of its category, which it has been from the start where it never changed."""

    id = "statuscategorychangedate"
    name = "Status Category Changed"
    type = "datetime"
    clause_names = ("statusCategoryChangedDate",)
    clauses = (time_clause(clause_names, _category_changed),)
    orderable = False

    def as_json(self, reader: Reader, issue: Issue) -> str:
        """Return the time."""
        return time_json(_category_changed(issue))


_UNRESOLVED = "Unresolved"
"""How JQL names that an issue has no resolution."""


def _named_resolution(searcher: Searcher, clause: str, value: Value) -> Iterable[Hashable]:
    if value.text.casefold() == _UNRESOLVED.casefold():
        return [_UNRESOLVED]
    return _RESOLUTION(searcher, clause, value)


_RESOLUTION = named_thing(lambda searcher: searcher.site.resolutions.values())


class _Resolutions(Values):
    """Resolutions, of which one that is called Unresolved is none."""

    def as_told(self, value: Hashable) -> str | None:
        """Return the id of a resolution, None where it is none."""
        return None if value == _UNRESOLVED else str(value)

    def condition(self, searcher: Searcher, asked: Asked) -> Condition:
        """Return what is asked of an issue."""
        tokens = [token for token in asked.tokens if token != _UNRESOLVED]
        empty = asked.empty or _UNRESOLVED in asked.tokens
        return super().condition(searcher, Asked(operator=asked.operator, tokens=tokens, empty=empty))


def _place_of_resolution(searcher: Searcher, issue: Issue) -> int | None:
    return None if issue.resolution is None else list(searcher.site.resolutions).index(issue.resolution.id)


class ResolutionField(Field):
    """How the issue was done with; the workflow sets it where an issue enters a status that is done."""

    id = "resolution"
    name = "Resolution"
    type = "resolution"
    clause_names = ("resolution",)
    clauses = (
        Clause(
            names=clause_names,
            operators=EQUAL,
            values="name or id; Unresolved is as EMPTY",
            kind=_Resolutions(
                held=lambda _, issue: held_ids(issue.resolution), named=_named_resolution, past="resolution"
            ),
            sort=_place_of_resolution,
        ),
    )
    on_screens = False

    def as_json(self, reader: Reader, issue: Issue) -> Json | None:
        """Return the resolution, None where there is none."""
        return None if issue.resolution is None else resolution_json(issue.resolution, reader.api)

    def allowed(self, reader: Reader, issue: Issue) -> list[Json]:
        """Return every resolution that the site has."""
        return [resolution_json(one, reader.api) for one in reader.site.resolutions.values()]

    def changed(self, editing: Editing, issue: Issue, update: FieldUpdate) -> Issue:
        """Return an issue with another resolution, or with none."""
        if update.value is None:
            return replace(issue, resolution=None)
        value = update.value if isinstance(update.value, Mapping) else {}
        name = reference_in(value, "id", "name")
        if name is None:
            raise Refused(ResolutionUnnamed())
        resolution = chosen_from(list(editing.site.resolutions.values()), value)
        if resolution is None:
            raise Refused(ResolutionUnknown(value=name))
        return replace(issue, resolution=resolution)

    def told(self, site: Site, issue: Issue) -> Told:
        """Return how history tells the resolution."""
        return (None, None) if issue.resolution is None else (issue.resolution.id, issue.resolution.name)


class ResolutionDate(FixedField):
    """When the issue got its resolution."""

    id = "resolutiondate"
    name = "Resolved"
    type = "datetime"
    clause_names = ("resolutiondate", "resolved")
    clauses = (time_clause(clause_names, lambda issue: issue.resolved),)
    orderable = False

    def as_json(self, reader: Reader, issue: Issue) -> str | None:
        """Return the time, None where there is no resolution."""
        return None if issue.resolved is None else time_json(issue.resolved)

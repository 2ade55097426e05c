"""Verbs that seed what issues can be and have: types, statuses, priorities, custom fields."""

from __future__ import annotations

from collections.abc import Iterable

from jira_linkfake.errors import UsageError, nearest, of_the_test
from jira_linkfake.site.defaults import STATUS_CATEGORIES
from jira_linkfake.site.fields.catalogue import CUSTOM_FIELD_TYPES, SYSTEM_FIELDS
from jira_linkfake.site.model import IssueField, IssueType, Priority, Status
from jira_linkfake.site.store import Site

__tracebackhide__ = of_the_test


class SeedingWorkflow:
    """The verbs that add types of issues, statuses, priorities and custom fields."""

    site: Site

    def add_status(self, name: str, *, category: str = "In Progress") -> Status:
        """Add a status; `category` is "To Do", "In Progress" or "Done".

        Raises `UsageError` for another category and for a name that is taken.
        """
        with self.site.lock:
            categories = {one.name: one for one in STATUS_CATEGORIES}
            if category not in categories:
                raise UsageError(f"there is no status category {category!r}: {nearest(category, categories)}")
            self._require_free("status", name, self.site.statuses.values())
            status = Status(id=self.site.new_id("status"), name=name, category=categories[category])
            self.site.statuses[status.id] = status
            return status

    def add_issue_type(self, name: str, *, hierarchy_level: int = 0) -> IssueType:
        """Add a type of issues; `hierarchy_level` is 1 for epics, 0 for standard ones, -1 for sub-tasks.

        Raises `UsageError` for a name that is taken.
        """
        with self.site.lock:
            self._require_free("issue type", name, self.site.issue_types.values())
            issue_type = IssueType(id=self.site.new_id("issue type"), name=name, hierarchy_level=hierarchy_level)
            self.site.issue_types[issue_type.id] = issue_type
            return issue_type

    def add_priority(self, name: str) -> Priority:
        """Add a priority; raises `UsageError` for a name that is taken."""
        with self.site.lock:
            self._require_free("priority", name, self.site.priorities.values())
            priority = Priority(id=self.site.new_id("priority"), name=name)
            self.site.priorities[priority.id] = priority
            return priority

    def add_field(self, name: str, *, type: str = "text") -> IssueField:  # noqa: A002 - Jira's name
        """Add a custom field: `add_field("Story points", type="number").id` is its name in an issue's `fields`.

        `type` is "text", "number", "date", "labels" or "select". Raises `UsageError` for another and for a name that
        is taken.
        """
        with self.site.lock:
            if type not in CUSTOM_FIELD_TYPES:
                raise UsageError(f"there is no type of fields {type!r}: {nearest(type, CUSTOM_FIELD_TYPES)}")
            self._require_free("field", name, (*SYSTEM_FIELDS.values(), *self.site.fields.values()))
            number = self.site.new_id("field")
            of_values, of_items, kind = CUSTOM_FIELD_TYPES[type]
            field = IssueField(
                id=f"customfield_{number}",
                name=name,
                type=of_values,
                items=of_items,
                clauses=(f"cf[{number}]", name),
                custom_id=number,
                custom_type=kind,
            )
            self.site.fields[field.id] = field
            return field

    def _require_free(self, kind: str, name: str, things: Iterable[Status | IssueType | Priority | IssueField]) -> None:
        if name in {thing.name for thing in things}:
            raise UsageError(f"the {kind} {name!r} is there already")

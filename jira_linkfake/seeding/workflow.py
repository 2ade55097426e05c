"""Verbs that seed what issues can be: types, statuses."""

from __future__ import annotations

from collections.abc import Iterable

from jira_linkfake.errors import UsageError, nearest, of_the_test
from jira_linkfake.site.defaults import STATUS_CATEGORIES
from jira_linkfake.site.model import IssueType, Status
from jira_linkfake.site.store import Site

__tracebackhide__ = of_the_test


class SeedingWorkflow:
    """The verbs that add types of issues and statuses."""

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

    def _require_free(self, kind: str, name: str, things: Iterable[Status | IssueType]) -> None:
        if name in {thing.name for thing in things}:
            raise UsageError(f"the {kind} {name!r} is there already")

"""Components as a field of issues, and what JQL has of it."""

from __future__ import annotations

from jira_linkfake.jira.components.as_json import component_in_issue
from jira_linkfake.jira.components.model import Component
from jira_linkfake.jira.fields.field import ListOfParts
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.projects.model import PartTable
from jira_linkfake.jira.reader import Json
from jira_linkfake.jira.search.clauses import EQUAL, Clause, Values, Width
from jira_linkfake.jira.search.finding import Searcher, issues_beside, named_thing, parts_seen
from jira_linkfake.jira.site import Site


def _first_name(searcher: Searcher, issue: Issue) -> str | None:
    by_id = searcher.site.components.by_id
    return min((by_id[one].name.casefold() for one in issue.components), default=None)


class Components(ListOfParts):
    """The components of the project that the issue is about."""

    id = "components"
    name = "Components"
    items = "component"
    attribute = "components"
    part = "Component"
    history_name = "Component"
    clause_names = ("component",)
    clauses = (
        Clause(
            names=clause_names,
            operators=EQUAL,
            values="name or id",
            kind=Values(
                held=lambda _, issue: issue.components,
                named=named_thing(lambda searcher: parts_seen(searcher, searcher.site.components)),
                among=lambda searcher, ids: issues_beside(searcher, searcher.site.components, ids),
                width=Width.PROJECT,
            ),
            takes="components",
            sort=_first_name,
        ),
    )

    def table(self, site: Site) -> PartTable[Component]:
        """Return the components of the site."""
        return site.components

    def part_json(self, part: Component, api: str) -> Json:
        """Return a component."""
        return component_in_issue(part, api)

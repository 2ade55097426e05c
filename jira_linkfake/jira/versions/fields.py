"""Versions as fields of issues: in which an issue is fixed, and in which it is seen."""

from __future__ import annotations

from collections.abc import Callable, Hashable

from jira_linkfake.jira.fields.field import ListOfParts
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.permissions.model import RESOLVE_ISSUES
from jira_linkfake.jira.reader import Json
from jira_linkfake.jira.search.clauses import ORDERED, Clause, Values, Width
from jira_linkfake.jira.search.finding import Searcher, issues_beside, named_thing, parts_seen
from jira_linkfake.jira.site import Site
from jira_linkfake.jira.versions.as_json import version_in_issue
from jira_linkfake.jira.versions.model import Version, VersionTable


def _place(searcher: Searcher, version_id: str) -> tuple[Hashable, int]:
    """Return where a version stands: it is compared with those of its own project."""
    versions = searcher.site.versions
    return versions.by_id[version_id].project, versions.place_of(version_id)


def _clause(name: str, held: Callable[[Issue], tuple[str, ...]], *, past: str | None = None) -> Clause:
    def first(searcher: Searcher, issue: Issue) -> object:
        return min((_place(searcher, one)[1] for one in held(issue)), default=None)

    return Clause(
        names=(name,),
        operators=ORDERED,
        values="name or id; later in the project's order is the greater",
        kind=Values(
            held=lambda _, issue: held(issue),
            named=named_thing(lambda searcher: parts_seen(searcher, searcher.site.versions)),
            order=_place,
            among=lambda searcher, ids: issues_beside(searcher, searcher.site.versions, ids),
            width=Width.PROJECT,
            past=past,
        ),
        takes="versions",
        sort=first,
    )


class _Versions(ListOfParts):
    """A list of versions of the issue's project."""

    items = "version"
    part = "Version"

    def table(self, site: Site) -> VersionTable:
        """Return the versions of the site."""
        return site.versions

    def part_json(self, part: Version, api: str) -> Json:
        """Return a version."""
        return version_in_issue(part, api)

    def choosable(self, site: Site, project: str) -> list[Version]:
        """Return the versions of a project that are not archived."""
        return [one for one in super().choosable(site, project) if not one.archived]


class FixVersions(_Versions):
    """The versions in which the issue is fixed, or is to be."""

    id = "fixVersions"
    name = "Fix versions"
    attribute = "fix_versions"
    history_name = "Fix Version"
    clause_names = ("fixVersion",)
    clauses = (_clause("fixVersion", lambda issue: issue.fix_versions, past="fixVersions"),)
    permission = RESOLVE_ISSUES


class AffectsVersions(_Versions):
    """The versions in which the issue was seen."""

    id = "versions"
    name = "Affects versions"
    attribute = "affects_versions"
    history_name = "Version"
    clause_names = ("affectedVersion",)
    clauses = (_clause("affectedVersion", lambda issue: issue.affects_versions),)

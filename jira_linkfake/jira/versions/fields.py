"""Versions as fields of issues: in which an issue is fixed, and in which it is seen."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from jira_linkfake.jira.fields.field import Editing, Field, FieldUpdate, reference_in
from jira_linkfake.jira.fields.refusals import NotList, VersionIdNotText, VersionUnknown
from jira_linkfake.jira.history.model import Change
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.permissions.model import RESOLVE_ISSUES
from jira_linkfake.jira.reader import Json, Reader
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.search.clauses import ORDERED, Clause, Values, Width
from jira_linkfake.jira.search.finding import Searcher, named_thing
from jira_linkfake.jira.site import Site
from jira_linkfake.jira.versions.as_json import version_in_issue
from jira_linkfake.jira.versions.model import Version


def _seen(searcher: Searcher) -> Iterable[Version]:
    """Return the versions of all projects that the caller may browse."""
    return [one for project in searcher.projects() for one in searcher.site.versions.of_project(project.key)]


def _place(searcher: Searcher, version_id: str) -> tuple[Hashable, int]:
    """Return where a version stands: it is compared with those of its own project."""
    versions = searcher.site.versions
    return versions.by_id[version_id].project, versions.place_of(version_id)


def _in_their_projects(searcher: Searcher, version_ids: Sequence[str]) -> list[str]:
    projects = dict.fromkeys(searcher.site.versions.by_id[version_id].project for version_id in version_ids)
    return [issue.id for project in projects for issue in searcher.site.issues.in_project(project)]


def _clause(name: str, held: Callable[[Issue], tuple[str, ...]], *, past: str | None = None) -> Clause:
    def first(searcher: Searcher, issue: Issue) -> object:
        return min((_place(searcher, one)[1] for one in held(issue)), default=None)

    return Clause(
        names=(name,),
        operators=ORDERED,
        values="name or id; later in the project's order is the greater",
        kind=Values(
            held=lambda _, issue: held(issue),
            named=named_thing(_seen),
            order=_place,
            among=_in_their_projects,
            width=Width.PROJECT,
            past=past,
        ),
        takes="versions",
        sort=first,
    )


class _Versions(Field):
    """A list of versions of the issue's project."""

    type = "array"
    items = "version"
    operations = ("set", "add", "remove")
    attribute: str

    def held(self, issue: Issue) -> tuple[str, ...]:
        """Return the ids of the versions."""
        ids: tuple[str, ...] = getattr(issue, self.attribute)
        return ids

    def as_json(self, reader: Reader, issue: Issue) -> list[Json]:
        """Return the versions, in the order in which the project lists them."""
        versions = reader.site.versions
        held = sorted(self.held(issue), key=versions.place_of)
        return [version_in_issue(versions.by_id[one], reader.api) for one in held]

    def allowed(self, reader: Reader, issue: Issue) -> list[Json]:
        """Return the versions of the project that are not archived."""
        versions = reader.site.versions.of_project(issue.project)
        return [version_in_issue(one, reader.api) for one in versions if not one.archived]

    def changed(self, editing: Editing, issue: Issue, update: FieldUpdate) -> Issue:
        """Return an issue with other versions, or with one more or less."""
        held = self.held(issue)
        if update.verb == "set":
            return self._with(issue, self._all_of(editing.site, issue, update.value))
        version_id = self._named(editing.site, issue, update.value)
        if (version_id in held) == (update.verb == "add"):
            return issue
        return self._with(
            issue, [*held, version_id] if update.verb == "add" else [one for one in held if one != version_id]
        )

    def changes(self, site: Site, before: Issue, after: Issue) -> Iterator[Change]:
        """Yield what history tells: each version that went and each that came by itself."""
        by_id = site.versions.by_id
        was, now = self.held(before), self.held(after)
        for one in was:
            if one not in now:
                yield self._change(was=by_id[one])
        for one in now:
            if one not in was:
                yield self._change(now=by_id[one])

    def _change(self, was: Version | None = None, now: Version | None = None) -> Change:
        return Change(
            field=self.history_name or self.name,
            field_id=self.id,
            from_id=None if was is None else was.id,
            from_text=None if was is None else was.name,
            to_id=None if now is None else now.id,
            to_text=None if now is None else now.name,
        )

    def _with(self, issue: Issue, version_ids: Iterable[str]) -> Issue:
        versions: dict[str, Any] = {self.attribute: tuple(dict.fromkeys(version_ids))}
        return replace(issue, **versions)

    def _all_of(self, site: Site, issue: Issue, value: object) -> list[str]:
        if value is None:
            return []
        if not isinstance(value, (list, tuple)):
            raise Refused(NotList(field=self.id))
        return [self._named(site, issue, one) for one in value]

    def _named(self, site: Site, issue: Issue, value: object) -> str:
        """Return the id of the version that an object names by its id, else by its name."""
        named = self.object_of(value)
        wanted = named.get("id")
        if wanted is not None and not isinstance(wanted, str):
            raise Refused(VersionIdNotText(field=self.id))
        name = reference_in(named, "name")
        for version in site.versions.of_project(issue.project):
            if wanted == version.id or (wanted is None and name == version.name):
                return version.id
        raise Refused(VersionUnknown(field=self.id, by="id" if wanted else "name", value=wanted or name or ""))


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

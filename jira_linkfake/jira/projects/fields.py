"""The fields of issues that belong to their project."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, get_args

from jira_linkfake.jira.fields.field import Editing, Field, FieldUpdate, Told, chosen_from, reference_in
from jira_linkfake.jira.fields.refusals import FieldNotSettable, SecurityLevelUnseen
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.as_json import security_level_json
from jira_linkfake.jira.people.model import SecurityLevel
from jira_linkfake.jira.permissions.model import SET_ISSUE_SECURITY
from jira_linkfake.jira.permissions.sight import lack_of_browse
from jira_linkfake.jira.projects.as_json import project_json
from jira_linkfake.jira.projects.model import ProjectType
from jira_linkfake.jira.reader import Json, Reader
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.search.clauses import EQUAL, Clause, Values, Width, held_ids
from jira_linkfake.jira.search.finding import Searcher, called, named_thing, unseen
from jira_linkfake.jira.site import Site

if TYPE_CHECKING:
    from jira_linkfake.jira.search.model import Value


def _levels_seen(searcher: Searcher) -> list[SecurityLevel]:
    people = searcher.site.people
    levels = (one for project in searcher.projects() for one in people.levels_of(project.key))
    return [one for one in levels if people.is_in_level(searcher.caller, one)]


class Security(Field):
    """The security level: one that the caller is in."""

    id = "security"
    name = "Security Level"
    type = "securitylevel"
    in_bulk = False
    clause_names = ("level",)
    clauses = (
        Clause(
            names=clause_names,
            operators=EQUAL,
            values="name or id of a level that the caller is in",
            kind=Values(held=lambda _, issue: held_ids(issue.security_level), named=named_thing(_levels_seen)),
        ),
    )
    permission = SET_ISSUE_SECURITY

    def as_json(self, reader: Reader, issue: Issue) -> Json | None:
        """Return the security level, None where there is none."""
        level = issue.security_level
        return None if level is None else security_level_json(level, reader.api)

    def allowed(self, reader: Reader, issue: Issue) -> list[Json]:
        """Return the project's security levels that the reader is in."""
        people = reader.site.people
        levels = (one for one in people.levels_of(issue.project) if people.is_in_level(reader.caller, one))
        return [security_level_json(one, reader.api) for one in levels]

    def changed(self, editing: Editing, issue: Issue, update: FieldUpdate) -> Issue:
        """Return an issue with another security level, or with none."""
        if update.value is None:
            return replace(issue, security_level=None)
        value = self.object_of(update.value)
        people = editing.site.people
        level = chosen_from(people.levels_of(issue.project), value)
        if level is None or not people.is_in_level(editing.caller, level):
            name = reference_in(value, "id", "name") or ""
            raise Refused(SecurityLevelUnseen(value=name, project=issue.project, caller=editing.caller))
        return replace(issue, security_level=level)

    def told(self, site: Site, issue: Issue) -> Told:
        """Return how history tells the security level."""
        level = issue.security_level
        return (None, None) if level is None else (level.id, level.name)


def _named(searcher: Searcher, clause: str, value: Value) -> Iterable[Hashable]:
    """Return the key of the project of this key, name or id."""
    keys = [one.key for one in called(searcher.projects(), value, "key")]
    former = searcher.site.projects.with_key(value.text.upper())
    if not keys and former is not None and former in searcher.projects():
        keys = [former.key]
    if not keys:
        hidden = called(searcher.site.projects.values(), value, "key") or [one for one in (former,) if one]
        hidden_by = lack_of_browse(hidden[0].key) if hidden else None
        raise unseen(searcher, clause, value, hidden_by=hidden_by)
    return keys


def _named_type(searcher: Searcher, clause: str, value: Value) -> Iterable[Hashable]:
    """Return the key of a type of projects."""
    key = value.text.lower()
    if key not in get_args(ProjectType):
        raise unseen(searcher, clause, value)
    return [key]


def _ids_in(searcher: Searcher, keys: Sequence[str]) -> list[str]:
    """Return the ids of the issues of projects."""
    return [issue.id for key in keys for issue in searcher.site.issues.in_project(key)]


class ProjectField(Field):
    """The project, which is chosen once, when the issue is created; sending it again changes nothing."""

    id = "project"
    name = "Project"
    type = "project"
    clause_names = ("project",)
    clauses = (
        Clause(
            names=clause_names,
            operators=EQUAL,
            values="key, name or id",
            kind=Values(held=lambda _, issue: (issue.project,), named=_named, among=_ids_in, width=Width.PROJECT),
            takes="projects",
            sort=lambda _, issue: issue.project,
        ),
        Clause(
            names=("category",),
            operators=EQUAL,
            values="name or id of a category of projects",
            kind=Values(
                held=lambda searcher, issue: held_ids(searcher.site.projects[issue.project].category),
                named=named_thing(lambda searcher: searcher.site.project_categories.values()),
            ),
        ),
        Clause(
            names=("projectType",),
            operators=EQUAL,
            values="`software`, `service_desk` or `business`",
            kind=Values(
                held=lambda searcher, issue: (searcher.site.projects[issue.project].type,),
                named=_named_type,
            ),
        ),
    )
    orderable = False
    required = True
    only_on_create = True
    in_comment_events = True

    def as_json(self, reader: Reader, issue: Issue) -> Json:
        """Return the project."""
        return project_json(reader.site.projects[issue.project], reader.api)

    def allowed(self, reader: Reader, issue: Issue) -> list[Json]:
        """Return the issue's own project."""
        return [self.as_json(reader, issue)]

    def changed(self, editing: Editing, issue: Issue, update: FieldUpdate) -> Issue:
        """Return the issue as it is; raises `Refused` for another project than its own."""
        own, value = editing.site.projects[issue.project], self.object_of(update.value)
        named = editing.site.projects.with_key((reference_in(value, "key") or "").upper())
        if reference_in(value, "id") == own.id or named == own:
            return issue
        raise Refused(FieldNotSettable(field=self.id, why="an issue stays in its project"))

    def told(self, site: Site, issue: Issue) -> Told:
        """Return how history tells the project."""
        project = site.projects.ever(issue.project)
        return project.id, project.name

"""Verbs that seed projects and issues."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from jira_linkfake.errors import UsageError, of_the_test
from jira_linkfake.keys import project_of
from jira_linkfake.lookups import the_issue, the_one_named, the_security_level, the_user
from jira_linkfake.seeding.people import SeedingPeople
from jira_linkfake.site.model import Holder, Issue, Project, SecurityLevel, User
from jira_linkfake.site.people import DEFAULT_USER
from jira_linkfake.site.store import Site

__tracebackhide__ = of_the_test

_PROJECT_KEY = re.compile(r"[A-Z][A-Z0-9_]*")
_CUSTOM_FIELD = re.compile(r"customfield_[1-9][0-9]*")


class SeedingIssues(SeedingPeople):
    """The verbs that add projects and issues."""

    def add_project(self, key: str, *, name: str | None = None, lead: User | str | None = None) -> Project:
        """Add a project, or return the one that has the key; unless given, `name` is the key and `lead` the admin.

        Raises `UsageError` for a key that Jira would not take, for a lead whom the site does not have, and for a
        project that is there already with another name or lead.
        """
        if not _PROJECT_KEY.fullmatch(key):
            raise UsageError(
                f"{key!r} is no key of a project: it takes a letter of A-Z and more of A-Z, 0-9 and _, as in 'PROJ'"
            )
        with self.site.lock:
            the_lead = DEFAULT_USER if lead is None else the_user(self.site, lead)
            project = self.site.projects.get(key)
            if project is None:
                project = Project(id=self.site.new_id("project"), key=key, name=name or key, lead=the_lead)
                self.site.put_project(project)
            if name not in (None, project.name):
                raise UsageError(f"the project {key} is there already, and is named {project.name!r}")
            if lead is not None and the_lead != project.lead:
                raise UsageError(f"the project {key} is there already, and its lead is {project.lead}")
            return project

    def add_issue(
        self,
        key: str,
        *,
        summary: str | None = None,
        description: str | None = None,
        type: str = "Task",  # noqa: A002 - Jira's name
        status: str = "To Do",
        priority: str | None = "Medium",
        labels: Iterable[str] = (),
        parent: Issue | str | None = None,
        assignee: User | str | None = None,
        reporter: User | str | None = "admin",
        security_level: SecurityLevel | str | None = None,
        visible_to: Iterable[Holder] | None = None,
        archived: bool = False,
        fields: Mapping[str, Any] | None = None,
    ) -> Issue:
        """Add an issue, and its project where it is not there yet.

        `type`, `status` and `priority` go by name, `priority=None` leaves it out. `security_level` is a level of the
        project; `visible_to=[alice]` makes one on the fly with these members. `fields` has the values of custom
        fields, as Jira's JSON has them: `{"customfield_10010": 3}`. Raises `UsageError` for a key that is taken or
        none, and for what the site does not have.
        """
        site = self.site
        with site.lock:
            project_key = _project_of_new(site, key)
            named: dict[str, Any] = {
                "type": the_one_named(site.issue_types.values(), "issue type", type),
                "status": the_one_named(site.statuses.values(), "status", status),
                "priority": None if priority is None else the_one_named(site.priorities.values(), "priority", priority),
                "parent_id": None if parent is None else the_issue(site, parent).id,
                "assignee": None if assignee is None else the_user(site, assignee),
                "reporter": None if reporter is None else the_user(site, reporter),
                "labels": _labels(labels),
                "custom_fields": _custom_fields(fields or {}),
            }
            project = self.add_project(project_key)
            level = self._level(key, project, security_level, visible_to)
            now = site.clock.tick()
            issue = Issue(
                id=site.new_id("issue"),
                key=key,
                project=project.key,
                summary=f"Summary of {key}" if summary is None else summary,
                description=description,
                security_level=level,
                archived=archived,
                creator=DEFAULT_USER,
                created=now,
                updated=now,
                **named,
            )
            site.put_issue(issue)
            return issue

    def add_issues(self, *keys: str) -> list[Issue]:
        """Add several issues at once, as `add_issue` does: `add_issues("A-1", "A-2")`."""
        return [self.add_issue(key) for key in keys]

    def move_issue(self, issue: Issue | str, key: str) -> Issue:
        """Move an issue to another project, where it has another key; its old key still leads to it.

        A security level stays behind, as it is its project's. Raises `UsageError` for an issue that is not there, for
        a key that is taken or none, and for one in the project that the issue is in.
        """
        site = self.site
        with site.lock:
            found = the_issue(site, issue)
            project = self.add_project(_project_of_new(site, key))
            if project.key == found.project:
                raise UsageError(f"{found.key} is in the project {project.key} already: an issue moves to another one")
            now = site.clock.tick()
            moved = replace(found, key=key, project=project.key, security_level=None, updated=now)
            site.put_issue(moved)
            return moved

    def _level(
        self, key: str, project: Project, level: SecurityLevel | str | None, visible_to: Iterable[Holder] | None
    ) -> SecurityLevel | None:
        if visible_to is None:
            return None if level is None else the_security_level(self.site, project, level)
        if level is not None:
            raise UsageError(f"{key} takes a security_level or visible_to, not both")
        return self.add_security_level(f"of {key}", project=project, members=visible_to)


def _project_of_new(site: Site, key: str) -> str:
    project = project_of(key)
    if site.issue(key) is not None:
        raise UsageError(f"the issue {key} is there already")
    return project


def _labels(labels: Iterable[str]) -> tuple[str, ...]:
    if isinstance(labels, str):
        raise UsageError(f"labels={labels!r} is one text: it takes several, as in labels=[{labels!r}]")
    return tuple(labels)


def _custom_fields(fields: Mapping[str, Any]) -> dict[str, Any]:
    for name, value in fields.items():
        if not _CUSTOM_FIELD.fullmatch(name):
            raise UsageError(f"{name!r} is no custom field: it takes a name as 'customfield_10010'")
        try:
            json.dumps(value, allow_nan=False)
        except (TypeError, ValueError) as error:
            raise UsageError(f"{name}={value!r} is no JSON, as a field's value is in a reply") from error
    return dict(fields)

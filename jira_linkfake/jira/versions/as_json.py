"""Versions in Jira's JSON."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from jira_linkfake.jira.projects.finding import issues_seen_with
from jira_linkfake.jira.projects.model import Project
from jira_linkfake.jira.reader import MONTHS, Json, Reader
from jira_linkfake.jira.versions.model import RelatedWork, Version

_COUNTS = {"new": "toDo", "indeterminate": "inProgress", "done": "done"}


def _head(version: Version, api: str) -> Json:
    content: Json = {"self": f"{api}/version/{version.id}", "id": version.id}
    if version.description is not None:
        content["description"] = version.description
    return {**content, "name": version.name, "archived": version.archived, "released": version.released}


def version_in_issue(version: Version, api: str) -> Json:
    """Return a version as a field of an issue has it."""
    content = _head(version, api)
    if version.release_date is not None:
        content["releaseDate"] = version.release_date.isoformat()
    return content


def version_json(version: Version, project: Project, today: date, api: str) -> Json:
    """Return a version by itself; what it does not have is left out."""
    content = _head(version, api)
    if version.start_date is not None:
        content["startDate"] = version.start_date.isoformat()
    if version.release_date is not None:
        content["releaseDate"] = version.release_date.isoformat()
    overdue = version.is_overdue(today)
    if overdue is not None:
        content["overdue"] = overdue
    if version.start_date is not None:
        content["userStartDate"] = _for_people(version.start_date)
    if version.release_date is not None:
        content["userReleaseDate"] = _for_people(version.release_date)
    content["projectId"] = int(project.id)
    return content


def shown(version: Version, reader: Reader, expand: Collection[str] = ()) -> Json:
    """Return a version as a reader sees it, with what `expand` names."""
    site = reader.site
    content = version_json(version, site.projects[version.project], site.clock.now.date(), reader.api)
    return {**content, **_expanded(version, reader, expand)}


def _expanded(version: Version, reader: Reader, expand: Collection[str]) -> Json:
    content: Json = {}
    if "issuesstatus" in expand:
        content["issuesStatusForFixVersion"] = issues_by_status(version, reader)
    if "operations" in expand:
        content["operations"] = []
    if "driver" in expand and version.driver is not None:
        content["driver"] = version.driver.account_id
    if "approvers" in expand:
        content["approvers"] = []
    return content


def issues_by_status(version: Version, reader: Reader) -> Json:
    """Count the issues that are to be fixed in a version and that the reader may see, by category of status."""
    counts = dict.fromkeys(("unmapped", "toDo", "inProgress", "done"), 0)
    for issue in issues_seen_with(reader.site, reader.caller, version, "fix_versions"):
        counts[_COUNTS.get(issue.status.category.key, "unmapped")] += 1
    return counts


def related_work_json(work: RelatedWork) -> Json:
    """Return related work."""
    title: Json = {} if work.title is None else {"title": work.title}
    return {"relatedWorkId": work.id, "category": work.category, **title, "url": work.url}


def _for_people(day: date) -> str:
    return f"{day.day}/{MONTHS[day.month - 1]}/{day.year}"

"""`version` and `project/{projectIdOrKey}/version`: versions, their issues, and what belongs to their release."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from marshmallow import fields

from jira_linkfake.jira.evidence import REFERENCE, SERVER_SUITE
from jira_linkfake.jira.projects.finding import find_project, issues_seen_with
from jira_linkfake.jira.reader import MONTHS, Json, day_of
from jira_linkfake.jira.refusal import NotServed, Refused
from jira_linkfake.jira.versions import rules
from jira_linkfake.jira.versions.as_json import related_work_json, shown
from jira_linkfake.jira.versions.finding import VersionQuery, find_version, is_unresolved, search_versions
from jira_linkfake.jira.versions.model import Version
from jira_linkfake.jira.versions.refusals import VersionDateInvalid, VersionDateTwice
from jira_linkfake.jira.versions.rules import Swap, VersionFields
from jira_linkfake.rest.body import Closed, Flag, Id, IdNumber, Text
from jira_linkfake.rest.call import Call, Page, names_in
from jira_linkfake.rest.operations import Success, operation


class _Version(Closed):
    name = Text()
    description = Text()
    released = Flag()
    archived = Flag()
    start_date = Text(data_key="startDate")
    release_date = Text(data_key="releaseDate")
    user_start_date = Text(data_key="userStartDate")
    user_release_date = Text(data_key="userReleaseDate")
    driver = Text()
    project = Text()
    project_id = IdNumber("projectId")
    move_unfixed_issues_to = Text(data_key="moveUnfixedIssuesTo")
    expand = Text()
    # What Jira gives with a version and does not take: clients send back what they got.
    id = Id()
    self_ = Text(data_key="self")
    overdue = fields.Raw()
    approvers = fields.Raw()
    operations = fields.Raw()
    issues_status = fields.Raw(data_key="issuesStatusForFixVersion")


class _Swap(Closed):
    move_fix_issues_to = IdNumber("moveFixIssuesTo")
    move_affected_issues_to = IdNumber("moveAffectedIssuesTo")
    custom_fields = fields.Raw(data_key="customFieldReplacementList", load_default=None)


class _Move(Closed):
    after = Text()
    position = Text()


class _RelatedWork(Closed):
    category = Text()
    title = Text()
    url = Text()
    related_work_id = Text(data_key="relatedWorkId")
    issue_id = IdNumber("issueId")


@operation("getProjectVersions", Success(200, "every version of the project, in its order", REFERENCE))
def list_all(call: Call, projectIdOrKey: str) -> list[Json]:
    """Return every version of a project."""
    project = find_project(call.site, call.caller, projectIdOrKey)
    expand = call.expand()
    return [shown(one, call, expand) for one in call.site.versions.of_project(project.key)]


@operation("getProjectVersionsPaginated", Success(200, "a page of the versions that the query finds", REFERENCE))
def list_page(call: Call, projectIdOrKey: str) -> Json:
    """Return a page of a project's versions."""
    page = Page.of(call, default=50)
    project = find_project(call.site, call.caller, projectIdOrKey)
    query = VersionQuery(
        text=call.query.get("query", ""),
        states=call.names("status"),
        order=call.query.get("orderBy", ""),
    )
    expand = call.expand()
    found = search_versions(call.site, project, query)
    return page.bean(call, f"project/{projectIdOrKey}/version", found, lambda one: shown(one, call, expand))


@operation("createVersion", Success(201, "the version", REFERENCE), body=_Version)
def create(call: Call) -> Json:
    """Make a version."""
    content = call.content
    for one, other in (("release_date", "user_release_date"), ("start_date", "user_start_date")):
        if content[one] is not None and content[other] is not None:
            raise Refused(VersionDateTwice(name=_Version.property_of(one), other=_Version.property_of(other)))
    asked = version_fields(content)
    version = rules.create_version(call.site, call.caller, content["project_id"], content["project"], asked)
    return _written(call, version)


@operation("getVersion", Success(200, "the version", REFERENCE))
def read(call: Call, id: str) -> Json:
    """Return one version."""
    return shown(find_version(call.site, call.caller, id), call, call.expand())


@operation("updateVersion", Success(200, "the changed version", REFERENCE), body=_Version)
def update(call: Call, id: str) -> Json:
    """Change what the body names of a version."""
    asked = version_fields(call.content)
    unfixed_to = call.content["move_unfixed_issues_to"]
    return _written(call, rules.update_version(call.site, call.caller, id, asked, unfixed_to))


@operation("deleteVersion", Success(204, "empty", REFERENCE))
def delete(call: Call, id: str) -> None:
    """Delete a version; the query names the versions that its issues get."""
    swap = Swap(fix=call.query.get("moveFixIssuesTo"), affects=call.query.get("moveAffectedIssuesTo"))
    rules.delete_version(call.site, call.caller, id, swap)


@operation("deleteAndReplaceVersion", Success(204, "empty", REFERENCE), body=_Swap)
def delete_and_replace(call: Call, id: str) -> None:
    """Delete a version; the body names the versions that its issues get."""
    if call.content["custom_fields"]:
        what = "customFieldReplacementList in POST version/{id}/removeAndSwap (deleteAndReplaceVersion)"
        raise Refused(NotServed(operation=what))
    swap = Swap(fix=call.content["move_fix_issues_to"], affects=call.content["move_affected_issues_to"])
    rules.delete_and_replace(call.site, call.caller, id, swap)


@operation("mergeVersions", Success(204, "empty", REFERENCE))
def merge(call: Call, id: str, moveIssuesTo: str) -> None:
    """Delete a version; its issues get the other one."""
    rules.merge_versions(call.site, call.caller, id, moveIssuesTo)


@operation("moveVersion", Success(200, "the version that was moved", REFERENCE), body=_Move)
def move(call: Call, id: str) -> Json:
    """Move a version among those of its project."""
    content = call.content
    return shown(rules.move_version(call.site, call.caller, id, content["after"], content["position"]), call)


@operation("getVersionRelatedIssues", Success(200, "how many issues are fixed and seen in the version", SERVER_SUITE))
def count_related(call: Call, id: str) -> Json:
    """Count the issues of a version that the caller may see; no custom field holds versions."""
    version = find_version(call.site, call.caller, id)
    return {
        "self": f"{call.api}/version/{version.id}",
        "issuesFixedCount": len(issues_seen_with(call.site, call.caller, version, "fix_versions")),
        "issuesAffectedCount": len(issues_seen_with(call.site, call.caller, version, "affects_versions")),
        "issueCountWithCustomFieldsShowingVersion": 0,
        "customFieldUsage": [],
    }


@operation("getVersionUnresolvedIssues", Success(200, "how many issues of the version are unresolved", SERVER_SUITE))
def count_unresolved(call: Call, id: str) -> Json:
    """Count the issues that are to be fixed in a version, and of them the unresolved ones."""
    version = find_version(call.site, call.caller, id)
    seen = issues_seen_with(call.site, call.caller, version, "fix_versions")
    return {
        "self": f"{call.api}/version/{version.id}",
        "issuesUnresolvedCount": sum(map(is_unresolved, seen)),
        "issuesCount": len(seen),
    }


@operation("getRelatedWork", Success(200, "what belongs to the version's release", REFERENCE))
def list_related_work(call: Call, id: str) -> list[Json]:
    """Return what belongs to the release of a version."""
    version = find_version(call.site, call.caller, id)
    return [related_work_json(one) for one in call.site.versions.related_work.get(version.id, ())]


@operation("createRelatedWork", Success(201, "the related work", REFERENCE), body=_RelatedWork)
def create_related_work(call: Call, id: str) -> Json:
    """Add to what belongs to the release of a version."""
    return related_work_json(rules.add_related_work(call.site, call.caller, id, _link_of(call)))


@operation("updateRelatedWork", Success(200, "the related work", REFERENCE), body=_RelatedWork)
def update_related_work(call: Call, id: str) -> Json:
    """Change what belongs to the release of a version."""
    work_id = call.content["related_work_id"] or ""
    return related_work_json(rules.update_related_work(call.site, call.caller, id, work_id, _link_of(call)))


@operation("deleteRelatedWork", Success(204, "empty", REFERENCE))
def delete_related_work(call: Call, versionId: str, relatedWorkId: str) -> None:
    """Take from what belongs to the release of a version."""
    rules.delete_related_work(call.site, call.caller, versionId, relatedWorkId)


def version_fields(content: Mapping[str, Any]) -> VersionFields:
    """Return what a body says of a version; raises `Refused` for a date that is none."""
    values: dict[str, Any] = {name: content[name] for name in ("name", "description", "released", "archived", "driver")}
    values["start_date"] = _date_in(content, "start_date", "user_start_date")
    values["release_date"] = _date_in(content, "release_date", "user_release_date")
    return VersionFields(**values, named=frozenset(name for name, value in values.items() if value is not None))


def _link_of(call: Call) -> rules.RelatedLink:
    content = call.content
    return rules.RelatedLink(category=content["category"], title=content["title"], url=content["url"])


def _written(call: Call, version: Version) -> Json:
    """Return a version that was made or changed: the reference has its project's key there too."""
    expand = call.expand() | {*names_in([call.content["expand"] or ""])}
    return {**shown(version, call, expand), "project": version.project}


_FOR_PEOPLE = re.compile(r"(\d{1,2})/([A-Za-z]{3})/(\d{4}|\d{2})", re.ASCII)


def _date_in(content: Mapping[str, Any], name: str, for_people: str) -> date | None:
    """Return the date of a body, which has two forms; raises `Refused` for one that no calendar has."""
    read, form = day_of, "yyyy-MM-dd"
    if content[name] is None:
        name, read, form = for_people, _day_for_people, "d/MMM/yyyy"
    text = content[name]
    if text is None:
        return None
    day = read(text)
    if day is None:
        raise Refused(VersionDateInvalid(name=_Version.property_of(name), value=text, form=form))
    return day


def _day_for_people(text: str) -> date | None:
    match = _FOR_PEOPLE.fullmatch(text)
    if match is None:
        return None
    day, month, year = match.groups()
    try:
        return date(int(year) + (2000 if len(year) == 2 else 0), MONTHS.index(month.capitalize()) + 1, int(day))
    except ValueError:
        return None

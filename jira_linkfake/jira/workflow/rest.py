"""The site's types of issues, priorities and statuses, and the one of each that a `self` leads to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from jira_linkfake.jira.evidence import RECORDED, REFERENCE, chosen
from jira_linkfake.jira.projects.finding import find_project, may_browse
from jira_linkfake.jira.reader import Json
from jira_linkfake.jira.refusal import NotFound, NotServed, Refused
from jira_linkfake.jira.workflow.as_json import (
    issue_type_json,
    status_category_json,
    status_in_page,
    status_json,
    whole_priority_json,
)
from jira_linkfake.jira.workflow.finding import (
    StatusQuery,
    alternatives_to,
    find_issue_type,
    named_statuses,
    search_statuses,
    types_seen,
)
from jira_linkfake.jira.workflow.model import (
    DEFAULT_PRIORITY,
    STATUS_CATEGORIES,
    IssueType,
    Priority,
    Status,
    StatusCategory,
)
from jira_linkfake.jira.workflow.refusals import ProjectOfTypesMissing
from jira_linkfake.rest.call import Call, Page
from jira_linkfake.rest.operations import Success, operation

_Named = TypeVar("_Named", IssueType, Priority, Status, StatusCategory)

_IN_LIST = chosen("as the list has it")


def _find(things: Iterable[_Named], kind: str, value: str, other_name: str | None = None) -> _Named:
    """Return the thing with this id, or with this value of the attribute by which Jira knows it too."""
    for thing in things:
        if value == thing.id or (other_name is not None and value == getattr(thing, other_name)):
            return thing
    raise Refused(NotFound(kind=kind, value=value))


@operation("getIssueAllTypes", Success(200, "every type of issues", REFERENCE))
def list_issue_types(call: Call) -> list[Json]:
    """Return every type of issues."""
    return [issue_type_json(one, call.api) for one in types_seen(call.site, call.caller)]


@operation("getIssueType", Success(200, "the object of the list", _IN_LIST))
def read_issue_type(call: Call, id: str) -> Json:
    """Return one type of issues."""
    return issue_type_json(find_issue_type(call.site, call.caller, id), call.api)


@operation("getIssueTypesForProject", Success(200, "the types of issues of a project", REFERENCE))
def list_issue_types_of_project(call: Call) -> list[Json]:
    """Return the types of issues of the project that the query names, all or those of a level."""
    if "projectId" not in call.query:
        raise Refused(ProjectOfTypesMissing())
    project = find_project(call.site, call.caller, str(call.number("projectId", 0)))
    types = call.site.types_of(project)
    level = call.number("level", 0)
    wanted = types if "level" not in call.query else [one for one in types if one.hierarchy_level == level]
    return [issue_type_json(one, call.api) for one in wanted]


@operation("getAlternativeIssueTypes", Success(200, "what issues of the type could be instead", REFERENCE))
def list_alternatives(call: Call, id: str) -> list[Json]:
    """Return the types of issues that could replace one: all have the same workflow, fields and screens."""
    issue_type = _find(types_seen(call.site, call.caller), "issue type", id)
    return [issue_type_json(one, call.api) for one in alternatives_to(call.site, call.caller, issue_type)]


@operation("getPriorities", Success(200, "every priority", REFERENCE))
def list_priorities(call: Call) -> list[Json]:
    """Return every priority."""
    return [whole_priority_json(one, call.api) for one in call.site.priorities.values()]


@operation(
    "searchPriorities",
    Success(200, "a page of the priorities that the query finds", REFERENCE),
    not_served=("expand",),
)
def search_priorities(call: Call) -> Json:
    """Return a page of priorities; each is in every project."""
    page = Page.of(call, default=50)
    ids, name = call.query.getlist("id"), call.query.get("priorityName", "").casefold()
    only_default = call.flag("onlyDefault")
    found = [
        one
        for one in call.site.priorities.values()
        if (not ids or one.id in ids)
        and name in one.name.casefold()
        and (not only_default or one.id == DEFAULT_PRIORITY.id)
    ]
    return page.bean(call, "priority/search", found, lambda one: whole_priority_json(one, call.api))


@operation("getPriority", Success(200, "the object of the list", _IN_LIST))
def read_priority(call: Call, id: str) -> Json:
    """Return one priority."""
    return whole_priority_json(_find(call.site.priorities.values(), "priority", id), call.api)


@operation("getStatuses", Success(200, "every status", RECORDED))
def list_statuses(call: Call) -> list[Json]:
    """Return every status."""
    return [status_json(one, call.api) for one in call.site.statuses.values()]


@operation("getStatus", Success(200, "the object of the list", _IN_LIST))
def read_status(call: Call, idOrName: str) -> Json:
    """Return one status, by id or name."""
    return status_json(_find(call.site.statuses.values(), "status", idOrName, "name"), call.api)


@operation("search", Success(200, "a page of the statuses that the query finds", REFERENCE))
def search_statuses_by_query(call: Call) -> Json:
    """Return a page of statuses; no project has statuses of its own, so that `projectId` finds none."""
    page = Page.of(call, default=200)
    query = StatusQuery(text=call.query.get("searchString", ""), category=call.query.get("statusCategory"))
    found = search_statuses(call.site, call.caller, query)
    return page.bean(call, "statuses/search", _global(call, found, "search (search)"), status_in_page)


@operation("getStatusesById", Success(200, "the statuses of the ids", REFERENCE))
def list_statuses_by_id(call: Call) -> list[Json]:
    """Return the statuses that the query names by their ids."""
    return [status_in_page(one) for one in named_statuses(call.site, call.caller, call.query.getlist("id"), "id")]


@operation("getStatusesByName", Success(200, "the statuses of the names", REFERENCE))
def list_statuses_by_name(call: Call) -> list[Json]:
    """Return the statuses that the query names."""
    found = named_statuses(call.site, call.caller, call.query.getlist("name"), "name")
    return [status_in_page(one) for one in _global(call, found, "byNames (getStatusesByName)")]


def _global(call: Call, statuses: list[Status], operation: str) -> list[Status]:
    """Return statuses, none where the query wants those of a project alone.

    Raises `Refused` for a team-managed project, which has statuses of its own in Jira, and not here.
    """
    project_id = call.query.get("projectId")
    if not project_id:
        return statuses
    project = call.site.projects.find(project_id)
    if project is not None and project.team_managed and may_browse(call.site, call.caller, project):
        raise Refused(NotServed(operation=f"projectId of a team-managed project in GET statuses/{operation}"))
    return []


@operation("getStatusCategories", Success(200, "every status category", REFERENCE))
def list_status_categories(call: Call) -> list[Json]:
    """Return every status category."""
    return [status_category_json(one, call.api) for one in STATUS_CATEGORIES]


@operation("getStatusCategory", Success(200, "the object of the list", _IN_LIST))
def read_status_category(call: Call, idOrKey: str) -> Json:
    """Return one status category, by id or key."""
    return status_category_json(_find(STATUS_CATEGORIES, "status category", idOrKey, "key"), call.api)

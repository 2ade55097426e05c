"""`editmeta` and `createmeta`: what could be set of an issue, or of a new one."""

from __future__ import annotations

from jira_linkfake.rest import representations as represent
from jira_linkfake.rest.call import Call, View
from jira_linkfake.rest.field_metadata import fields_metadata
from jira_linkfake.rest.pages import Page
from jira_linkfake.rest.representations import Json
from jira_linkfake.site.creating import blank_issue, projects_to_create_in, require_creatable
from jira_linkfake.site.issues import IssueReference, find_issue
from jira_linkfake.site.model import IssueType, Project
from jira_linkfake.site.projects import find_project
from jira_linkfake.site.refusals import Refused
from jira_linkfake.site.refusals.issues import NotFound

_PAGE = 50
_WITH_FIELDS = "projects.issuetypes.fields"


def read_edit_metadata(call: Call, issueIdOrKey: str) -> Json:  # noqa: N803 - Jira's name
    """Return the fields that the caller could set of an issue: none where he may not edit it."""
    issue = find_issue(call.site, call.caller, IssueReference.of(issueIdOrKey))
    return {"fields": fields_metadata(call, issue, "edit")}


def read_create_metadata(call: Call) -> Json:
    """Return the projects in which the caller may create issues, with their types and on request the fields."""
    projects = [
        project
        for project in projects_to_create_in(call.site, call.caller)
        if _is_wanted(call, ("projectIds", str(project.id)), ("projectKeys", project.key))
    ]
    return {"expand": "projects", "projects": [_project(call, project) for project in projects]}


def list_issue_types(call: Call, projectIdOrKey: str) -> Json:  # noqa: N803 - Jira's name
    """Return a page of the types of issues that the caller may create in a project."""
    page = Page.of(call, default=_PAGE)
    _project_to_create_in(call, projectIdOrKey)
    types = list(call.site.issue_types.values())
    return {
        "startAt": page.start_at,
        "maxResults": page.max_results,
        "total": len(types),
        "issueTypes": [represent.issue_type(one, call.api) for one in page.cut(types)],
    }


def list_fields(call: Call, projectIdOrKey: str, issueTypeId: str) -> Json:  # noqa: N803 - Jira's names
    """Return a page of the fields that the caller could set of a new issue of a type."""
    page = Page.of(call, default=_PAGE)
    project = _project_to_create_in(call, projectIdOrKey)
    types = {str(one.id): one for one in call.site.issue_types.values()}
    if issueTypeId not in types:
        raise Refused(NotFound(kind="issue type", value=issueTypeId))
    fields = list(_fields(call, project, types[issueTypeId]).values())
    return {
        "startAt": page.start_at,
        "maxResults": page.max_results,
        "total": len(fields),
        "fields": page.cut(fields),
    }


def _project_to_create_in(call: Call, id_or_key: str) -> Project:
    project = find_project(call.site, call.caller, id_or_key)
    require_creatable(call.site, call.caller, project)
    return project


def _project(call: Call, project: Project) -> Json:
    types = [
        issue_type
        for issue_type in call.site.issue_types.values()
        if _is_wanted(call, ("issuetypeIds", str(issue_type.id)), ("issuetypeNames", issue_type.name))
    ]
    return {
        "expand": "issuetypes",
        **represent.project(project, call.api),
        "issuetypes": [_issue_type(call, project, one) for one in types],
    }


def _issue_type(call: Call, project: Project, issue_type: IssueType) -> Json:
    content = represent.issue_type(issue_type, call.api)
    if _WITH_FIELDS not in call.query.get("expand", "").split(","):
        return content
    return {**content, "expand": "fields", "fields": _fields(call, project, issue_type)}


def _fields(call: Call, project: Project, issue_type: IssueType) -> Json:
    blank = blank_issue(call.site, call.caller, project, issue_type)
    fields = fields_metadata(call, blank, "create")
    return {name: {**field, "fieldId": name} for name, field in fields.items()}


def _is_wanted(call: Call, *filters: tuple[str, str]) -> bool:
    """Say whether a thing is among those that the query names by any of the parameters; all are where none does."""
    named = [
        (value, {one for text in call.query.getlist(name) for one in text.split(",")} - {""}) for name, value in filters
    ]
    return all(not wanted for _, wanted in named) or any(value in wanted for value, wanted in named)


VIEWS: dict[str, View] = {
    "getEditIssueMeta": read_edit_metadata,
    "getCreateIssueMeta": read_create_metadata,
    "getCreateIssueMetaIssueTypes": list_issue_types,
    "getCreateIssueMetaIssueTypeId": list_fields,
}

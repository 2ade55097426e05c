"""`field`, `editmeta` and `createmeta`: what could be set of an issue, or of a new one."""

from __future__ import annotations

from jira_linkfake.jira.evidence import REFERENCE
from jira_linkfake.jira.fields.as_json import field_json, field_schema, screen_json
from jira_linkfake.jira.fields.field import Editing, Field
from jira_linkfake.jira.fields.model import CUSTOM_TYPES
from jira_linkfake.jira.fields.registry import field_of, fields_of_site
from jira_linkfake.jira.fields.rules import CustomFieldRequest, create_field, delete_field, update_field
from jira_linkfake.jira.issues.finding import IssueReference, find_issue
from jira_linkfake.jira.issues.rules import blank_issue, projects_to_create_in, require_creatable, require_override
from jira_linkfake.jira.projects.as_json import project_json
from jira_linkfake.jira.projects.finding import find_project
from jira_linkfake.jira.projects.model import Project
from jira_linkfake.jira.reader import Json
from jira_linkfake.jira.refusal import NotFound, NotServed, Refused
from jira_linkfake.jira.tasks.rest import STARTED, at_task
from jira_linkfake.jira.workflow.as_json import issue_type_json
from jira_linkfake.jira.workflow.model import IssueType
from jira_linkfake.rest.body import Closed, Text
from jira_linkfake.rest.call import Call, Page, SeeOther
from jira_linkfake.rest.operations import Success, operation
from jira_linkfake.rest.refusals import OrderUnknown


@operation("getFields", Success(200, "every field of issues, custom ones too", REFERENCE))
def list_fields(call: Call) -> list[Json]:
    """Return every field that issues have."""
    return [field_json(one) for one in fields_of_site(call.site)]


class _CustomField(Closed):
    name = Text()
    description = Text()
    type = Text()
    searcher = Text(data_key="searcherKey")


class _ChangedField(Closed):
    name = Text()
    description = Text()
    searcher = Text(data_key="searcherKey")


@operation("createCustomField", Success(201, "the new field, as the list has it", REFERENCE), body=_CustomField)
def create_field_by_body(call: Call) -> Json:
    """Make a custom field; no screen has it."""
    content = call.content
    asked = CustomFieldRequest(
        name=content["name"], description=content["description"], kind=content["type"], searcher=content["searcher"]
    )
    field = create_field(call.site, call.caller, asked)
    return field_json(field_of(call.site, field.id))


@operation("updateCustomField", Success(204, "empty", REFERENCE), body=_ChangedField)
def update_field_by_body(call: Call, fieldId: str) -> None:
    """Change a custom field."""
    update_field(call.site, call.caller, fieldId, CustomFieldRequest(**call.content))


@operation("deleteCustomField", STARTED)
def delete_field_by_id(call: Call, id: str) -> SeeOther:
    """Delete a custom field, with what issues have in it."""
    return at_task(call, delete_field(call.site, call.caller, id))


_ORDERS = ("contextsCount", "lastUsed", "name", "screensCount", "projectsCount")
_EXPANDS_NOT_SERVED = ("stableId", "lastUsed", "screensCount", "contextsCount")


@operation("getFieldsPaginated", Success(200, "a page of the fields that the query finds", REFERENCE))
def search_fields(call: Call) -> Json:
    """Return a page of fields, Jira's own first unless `orderBy` says name; each is in every project.

    The key of an issue is none of them: the schema demands a schema of each, and it has none.
    """
    page = Page.of(call, default=50)
    order = call.query.get("orderBy", "").strip()  # the plus of `+name` is a blank in a query
    by = order.lstrip("+-")
    if by and by not in _ORDERS:
        raise Refused(OrderUnknown(field=by, known=", ".join(_ORDERS)))
    for name in (*(one for one in call.names("expand") if one in _EXPANDS_NOT_SERVED), *({by} - {"", "name"})):
        raise Refused(NotServed(operation=f"{name} of fields in GET field/search (getFieldsPaginated)"))
    found = [one for one in fields_of_site(call.site) if one.type is not None and _is_found(call, one)]
    if by:
        found.sort(key=lambda one: one.name.casefold(), reverse=order.startswith("-"))
    expand = call.expand()
    return page.bean(call, "field/search", found, lambda one: _in_page(call, one, expand))


def _is_found(call: Call, field: Field) -> bool:
    text = call.query.get("query", "").casefold()
    ids, types = call.names("id"), call.names("type")
    kind = "system" if field.custom_id is None else "custom"
    return (
        (not ids or field.id in ids)
        and (not types or kind in types)
        and (text in field.name.casefold() or text in _description(call, field).casefold())
    )


def _description(call: Call, field: Field) -> str:
    custom = call.site.fields.get(field.id)
    return "" if custom is None else custom.description


def _in_page(call: Call, field: Field, expand: set[str]) -> Json:
    content: Json = {"id": field.id, "name": field.name, "schema": field_schema(field)}
    content["description"] = _description(call, field)
    if "key" in expand:
        content["key"] = field.id
    if "isLocked" in expand:
        content["isLocked"] = field.id in call.site.software_fields.values()
    custom = call.site.fields.get(field.id)
    if "searcherKey" in expand and custom is not None and custom.searcher is not None:
        content["searcherKey"] = f"{CUSTOM_TYPES}{custom.searcher}"
    return content


_PAGE = 50
_WITH_FIELDS = "projects.issuetypes.fields"


@operation("getEditIssueMeta", Success(200, "`fields` that the caller could set", REFERENCE))
def read_edit_metadata(call: Call, issueIdOrKey: str) -> Json:
    """Return the fields that the caller could set of an issue: none where he may not edit it.

    No screen hides a field from an administrator who asks for all.
    """
    issue = find_issue(call.site, call.caller, IssueReference.of(issueIdOrKey))
    override = call.overrides()
    require_override(call.site, call.caller, override=override)
    editing = Editing(site=call.site, caller=call.caller, purpose="edit", override=override)
    return {"fields": screen_json(call, issue, editing)}


@operation(
    "getCreateIssueMeta", Success(200, "`projects` with their types of issues, and on request the fields", REFERENCE)
)
def read_create_metadata(call: Call) -> Json:
    """Return the projects in which the caller may create issues, with their types and on request the fields."""
    projects = [
        project
        for project in projects_to_create_in(call.site, call.caller)
        if _is_wanted(call, ("projectIds", project.id), ("projectKeys", project.key))
    ]
    return {"expand": "projects", "projects": [_project_meta(call, project) for project in projects]}


@operation("getCreateIssueMetaIssueTypes", Success(200, "a page of a project's types of issues", REFERENCE))
def list_create_issue_types(call: Call, projectIdOrKey: str) -> Json:
    """Return a page of the types of issues that the caller may create in a project."""
    page = Page.of(call, default=_PAGE)
    types = call.site.types_of(_project_to_create_in(call, projectIdOrKey))
    return {
        "startAt": page.start_at,
        "maxResults": page.max_results,
        "total": len(types),
        "issueTypes": [issue_type_json(one, call.api) for one in page.cut(types)],
    }


@operation("getCreateIssueMetaIssueTypeId", Success(200, "a page of the fields of a new issue", REFERENCE))
def list_create_fields(call: Call, projectIdOrKey: str, issueTypeId: str) -> Json:
    """Return a page of the fields that the caller could set of a new issue of a type."""
    page = Page.of(call, default=_PAGE)
    project = _project_to_create_in(call, projectIdOrKey)
    types = {one.id: one for one in call.site.types_of(project)}
    if issueTypeId not in types:
        raise Refused(NotFound(kind="issue type", value=issueTypeId))
    fields = [{**field, "fieldId": name} for name, field in _fields_meta(call, project, types[issueTypeId]).items()]
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


def _project_meta(call: Call, project: Project) -> Json:
    types = [
        issue_type
        for issue_type in call.site.types_of(project)
        if _is_wanted(call, ("issuetypeIds", issue_type.id), ("issuetypeNames", issue_type.name))
    ]
    in_short = project_json(project, call.api)
    for name in ("projectTypeKey", "simplified", "projectCategory"):  # which the reference's does not have
        in_short.pop(name, None)
    return {
        "expand": "issuetypes",
        **in_short,
        "issuetypes": [_issue_type_meta(call, project, one) for one in types],
    }


def _issue_type_meta(call: Call, project: Project, issue_type: IssueType) -> Json:
    content = issue_type_json(issue_type, call.api)
    if _WITH_FIELDS not in call.expand():
        return content
    return {**content, "expand": "fields", "fields": _fields_meta(call, project, issue_type)}


def _fields_meta(call: Call, project: Project, issue_type: IssueType) -> Json:
    issue = blank_issue(call.site, call.caller, project, issue_type)
    return screen_json(call, issue, Editing(site=call.site, caller=call.caller, purpose="create"))


def _is_wanted(call: Call, *filters: tuple[str, str]) -> bool:
    """Say whether a thing is among those that the query names by any of the parameters; all are where none does."""
    named = [(value, {*call.names(name)}) for name, value in filters]
    return all(not wanted for _, wanted in named) or any(value in wanted for value, wanted in named)

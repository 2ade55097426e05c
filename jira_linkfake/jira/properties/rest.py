"""The properties of each kind of thing, and those of many issues at once.

All kinds have the same four operations. A kind joins with what finds a thing of it for a caller, and a line with
`_serve`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any
from urllib.parse import quote

from marshmallow import fields, missing

from jira_linkfake.jira.comments.model import Comment
from jira_linkfake.jira.comments.rules import find_comment, may_edit_comment
from jira_linkfake.jira.evidence import REFERENCE
from jira_linkfake.jira.issues.finding import IssueReference, find_issue, require_unarchived
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.permissions.sight import require_administrator
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.projects.finding import find_project, may_administer, require_live
from jira_linkfake.jira.properties import rules
from jira_linkfake.jira.properties.model import Bearer
from jira_linkfake.jira.properties.refusals import (
    NoPropertyPermission,
    PropertyValueInvalid,
    PropertyValueMissing,
)
from jira_linkfake.jira.properties.rules import IssueFilter
from jira_linkfake.jira.reader import Json
from jira_linkfake.jira.refusal import NotServed, Refused
from jira_linkfake.jira.tasks.rest import STARTED, at_task
from jira_linkfake.jira.workflow.finding import find_issue_type
from jira_linkfake.jira.worklogs.finding import find_worklog
from jira_linkfake.jira.worklogs.model import Worklog
from jira_linkfake.jira.worklogs.rules import may_edit_worklog
from jira_linkfake.rest.body import Closed, Flag, IdNumber, Open, parsed
from jira_linkfake.rest.call import Call, Changed, SeeOther
from jira_linkfake.rest.operations import Success, operation
from jira_linkfake.rest.refusals import BodyNotJson
from jira_linkfake.rest.replies import JSON_TYPE


class Found(Plain):
    """A thing with its properties, as a caller may see it; `path` leads to them, and `query` names it besides.

    `require_editable` and `require_deletable` raise `Refused` where the caller may not set or delete any.
    """

    bearer: Bearer
    path: str
    query: str = ""
    require_editable: Callable[[], None]
    require_deletable: Callable[[], None]


def _serve(name: str, find: Callable[..., Found]) -> None:
    """Serve the properties of a kind of thing; `name` is what Atlassian's ids of the operations call it."""

    @operation(f"get{name}PropertyKeys", Success(200, "`keys`, each with its address", REFERENCE))
    def list_keys(call: Call, **parts: str) -> Json:
        found = find(call, **parts)
        keys = call.site.properties.of(found.bearer)
        return {"keys": [{"self": _address(call, found, key), "key": key} for key in keys]}

    @operation(f"get{name}Property", Success(200, "`key` and `value`", REFERENCE))
    def read(call: Call, propertyKey: str, **parts: str) -> Json:
        found = find(call, **parts)
        return {"key": propertyKey, "value": rules.find_property(call.site, found.bearer, propertyKey)}

    @operation(
        f"set{name}Property",
        Success(
            201,
            "empty",
            REFERENCE,
            JSON_TYPE,
            otherwise=Success(200, "empty", REFERENCE, JSON_TYPE, when="where the property was there"),
        ),
        body=_AnyJson,
    )
    def put(call: Call, propertyKey: str, **parts: str) -> Changed | None:
        found = find(call, **parts)
        found.require_editable()
        properties = {propertyKey: _value_in(call, propertyKey)}
        rules.require_right(properties)
        was_there = propertyKey in call.site.properties.of(found.bearer)
        rules.set_properties(call.site, call.caller, found.bearer, properties)
        return Changed(None) if was_there else None

    @operation(f"delete{name}Property", Success(204, "empty", REFERENCE))
    def delete(call: Call, propertyKey: str, **parts: str) -> None:
        found = find(call, **parts)
        found.require_deletable()
        rules.delete_property(call.site, call.caller, found.bearer, propertyKey)


def _address(call: Call, found: Found, key: str) -> str:
    return f"{call.api}/{found.path}/properties/{quote(key, safe='')}{found.query}"


class _AnyJson(Open):
    """What says that a body is JSON; it can be of any kind, which no schema reads."""


def _value_in(call: Call, key: str) -> Any:
    """Return the JSON that is the body; raises `Refused` where there is none."""
    if not call.body.strip():
        raise Refused(PropertyValueMissing(key=key))
    try:
        return parsed(call.body)
    except Refused as refused:
        problems = [one.problem for one in refused.refusals if isinstance(one, BodyNotJson)]
        raise Refused(PropertyValueInvalid(key=key, problem=problems[0])) from refused


def _of_issue(call: Call, issueIdOrKey: str) -> Found:
    issue = find_issue(call.site, call.caller, IssueReference.of(issueIdOrKey))
    return Found(
        bearer=issue,
        path=f"issue/{issue.key}",
        require_editable=partial(rules.require_editable, call.site, call.caller, issue),
        require_deletable=partial(rules.require_deletable, call.site, call.caller, issue),
    )


def _of_comment(call: Call, commentId: str) -> Found:
    issue, comment = find_comment(call.site, call.caller, commentId)
    may_edit = may_edit_comment(call.site, call.caller, issue, comment)
    return _of_an_issue(call, issue, comment, "comment", f"comment/{comment.id}", may_edit=may_edit)


def _of_an_issue(call: Call, issue: Issue, bearer: Comment | Worklog, kind: str, path: str, *, may_edit: bool) -> Found:
    """Return a comment or a worklog, whose properties take what changing it takes."""

    def require_editable() -> None:
        if not may_edit:
            permission = f"Edit all {kind}s in {issue.project}, or Edit own {kind}s for one's own"
            raise Refused(NoPropertyPermission(caller=call.caller, kind=kind, permission=permission))
        require_unarchived(issue)

    return Found(bearer=bearer, path=path, require_editable=require_editable, require_deletable=require_editable)


def _of_project(call: Call, projectIdOrKey: str) -> Found:
    project = find_project(call.site, call.caller, projectIdOrKey)

    def require_editable() -> None:
        if not may_administer(call.site, call.caller, project):
            permission = f"Administer projects in {project.key}, or Administer Jira"
            raise Refused(NoPropertyPermission(caller=call.caller, kind="project", permission=permission))
        require_live(project)

    path = f"project/{project.id}"
    return Found(bearer=project, path=path, require_editable=require_editable, require_deletable=require_editable)


def _of_user(call: Call) -> Found:
    user = rules.find_owner(call.site, call.caller, call.query.get("accountId"))
    return Found(
        bearer=user,
        path="user",
        query=f"?accountId={quote(user.account_id, safe=':')}",
        require_editable=_allowed,
        require_deletable=_allowed,
    )


def _allowed() -> None:
    """Let everybody do what they may who came so far."""


def _of_issue_type(call: Call, issueTypeId: str) -> Found:
    issue_type = find_issue_type(call.site, call.caller, issueTypeId)
    path = f"issuetype/{issue_type.id}"
    require_editable = partial(require_administrator, call.site, call.caller)
    return Found(bearer=issue_type, path=path, require_editable=require_editable, require_deletable=require_editable)


def _of_worklog(call: Call, issueIdOrKey: str, worklogId: str) -> Found:
    issue, worklog = find_worklog(call.site, call.caller, IssueReference.of(issueIdOrKey), worklogId)
    may_edit = may_edit_worklog(call.site, call.caller, issue, worklog)
    path = f"issue/{issue.id}/worklog/{worklog.id}"
    return _of_an_issue(call, issue, worklog, "worklog", path, may_edit=may_edit)


_serve("Issue", _of_issue)
_serve("Comment", _of_comment)
_serve("Project", _of_project)
_serve("User", _of_user)
_serve("IssueType", _of_issue_type)
_serve("Worklog", _of_worklog)


def _ids(data_key: str) -> fields.List[Any]:
    return fields.List(IdNumber(allow_none=False), data_key=data_key, allow_none=True, load_default=None)


def _properties() -> fields.Dict:
    return fields.Dict(allow_none=True, load_default=None)


class _ToIssues(Closed):
    issue_ids = _ids("entitiesIds")
    properties = _properties()


class _OfIssue(Closed):
    issue_id = IdNumber("issueID", required=True)
    properties = _properties()


class _ByIssue(Closed):
    issues = fields.List(fields.Nested(_OfIssue), allow_none=True, load_default=None)


class _Filter(Closed):
    issue_ids = _ids("entityIds")
    current_value = fields.Raw(data_key="currentValue", allow_none=True)


class _FilterToSet(_Filter):
    has_property = Flag("hasProperty")


class _Value(Closed):
    value = fields.Raw(allow_none=True, load_default=missing)
    expression = fields.String(allow_none=True, load_default=None)
    filter = fields.Nested(_FilterToSet, allow_none=True, load_default=None)


@operation("bulkSetIssuesPropertiesList", STARTED, body=_ToIssues)
def set_on_issues(call: Call) -> SeeOther:
    """Set properties of several issues."""
    content = call.content
    issue_ids, properties = content["issue_ids"] or (), content["properties"] or {}
    return at_task(call, rules.set_on_issues(call.site, call.caller, issue_ids, properties))


@operation("bulkSetIssuePropertiesByIssue", STARTED, body=_ByIssue)
def set_by_issue(call: Call) -> SeeOther:
    """Set properties of several issues, of each its own."""
    issues = call.content["issues"] or ()
    wanted = {one["issue_id"]: one["properties"] or {} for one in issues}
    return at_task(call, rules.set_by_issue(call.site, call.caller, wanted))


@operation("bulkSetIssueProperty", STARTED, body=_Value)
def set_where(call: Call, propertyKey: str) -> SeeOther:
    """Set a property of the issues that a filter finds."""
    content = call.content
    if content["expression"] is not None:
        raise Refused(NotServed(operation="expression in PUT issue/properties/{propertyKey} (bulkSetIssueProperty)"))
    if "value" not in content:
        raise Refused(PropertyValueMissing(key=propertyKey))
    wanted = _filter_of(content["filter"] or {})
    return at_task(call, rules.set_where(call.site, call.caller, propertyKey, content["value"], wanted))


@operation("bulkDeleteIssueProperty", STARTED, body=_Filter)
def delete_where(call: Call, propertyKey: str) -> SeeOther:
    """Delete a property of the issues that a filter finds."""
    return at_task(call, rules.delete_where(call.site, call.caller, propertyKey, _filter_of(call.content)))


def _filter_of(content: Mapping[str, Any]) -> IssueFilter:
    return IssueFilter(
        issue_ids=content.get("issue_ids"),
        current_value=(content["current_value"],) if "current_value" in content else (),
        has_property=content.get("has_property"),
    )

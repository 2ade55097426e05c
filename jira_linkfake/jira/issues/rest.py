"""`issue` and its transitions: create, read, edit, assign, move on and delete issues."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from http import HTTPStatus
from typing import Any

from marshmallow import fields, missing

from jira_linkfake.jira.comments.fields import Comments
from jira_linkfake.jira.comments.rest import comment_to_add
from jira_linkfake.jira.evidence import LIVE_SUITE, REFERENCE
from jira_linkfake.jira.fields.as_json import screen_json
from jira_linkfake.jira.fields.field import Editing, FieldUpdate
from jira_linkfake.jira.fields.registry import field_of
from jira_linkfake.jira.issue_links.fields import IssueLinks
from jira_linkfake.jira.issue_links.rest import link_to_add
from jira_linkfake.jira.issues.as_json import require_served, wanted_fields, whole_issue
from jira_linkfake.jira.issues.finding import IssueReference, find_issue
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.issues.rules import (
    EditRequest,
    IssueRequest,
    TransitionRequest,
    assign_issue,
    create_issue,
    create_issues,
    delete_issue,
    edit_issue,
    note_view,
    transition_issue,
    transitions_of,
)
from jira_linkfake.jira.people.finding import account_id_in
from jira_linkfake.jira.properties.as_json import properties_of
from jira_linkfake.jira.properties.rules import by_key
from jira_linkfake.jira.reader import Json
from jira_linkfake.jira.refusal import NotServed, Refused
from jira_linkfake.jira.workflow.as_json import transition_json
from jira_linkfake.jira.workflow.model import Transition
from jira_linkfake.jira.worklogs.fields import WorklogField
from jira_linkfake.rest.body import Closed, Id, Open, Text, loaded_from
from jira_linkfake.rest.call import Call, Changed, Partly
from jira_linkfake.rest.operations import Success, operation
from jira_linkfake.rest.refusals import IssueBodyEmpty, PayloadInvalid
from jira_linkfake.rest.replies import element_errors


class _Property(Closed):
    key = Text(absent="")
    value = fields.Raw(allow_none=True)


class _Issue(Open):
    fields_ = fields.Dict(data_key="fields", allow_none=True, load_default=None)
    update = fields.Dict(allow_none=True, load_default=None)
    transition = fields.Dict(allow_none=True, load_default=None)
    properties = fields.List(fields.Nested(_Property), allow_none=True, load_default=None)
    history_metadata = fields.Dict(data_key="historyMetadata", allow_none=True, load_default=None)


class _Issues(Open):
    issue_updates = fields.List(fields.Dict(), required=True, data_key="issueUpdates")


class _Assignee(Open):
    accountId = Id(absent=missing)  # noqa: N815 - Jira's name; null is nobody, which is not the same as nothing
    name = fields.Raw(allow_none=True)
    key = fields.Raw(allow_none=True)


# What can come with an issue that is not among its fields and is not served, as a message names it.
_BESIDE = {"transition": "transition", "history_metadata": "historyMetadata"}


def new_issue(call: Call) -> IssueRequest:
    """Return the issue that a body asks for; raises `Refused` for a body that is none."""
    if not call.body.strip():
        raise Refused(IssueBodyEmpty())
    return IssueRequest(**_wanted(call, call.content, "POST issue (createIssue)"))


def new_issues(call: Call) -> list[IssueRequest]:
    """Return the issues that a body asks for; raises `Refused` for a body that has none."""
    issues = (loaded_from(_Issue, one) for one in call.content["issue_updates"])
    return [IssueRequest(**_wanted(call, one, "POST issue/bulk (createIssues)")) for one in issues]


def edit_request(call: Call) -> EditRequest:
    """Return what a request wants of an issue that is there; raises `Refused` for a body that cannot be read."""
    return EditRequest(**_wanted(call, call.content, "PUT issue (editIssue)"), override=call.overrides())


def transition_request(call: Call) -> TransitionRequest:
    """Return the transition that a body asks for; raises `Refused` for a body that cannot be read."""
    content = call.content
    transition = content["transition"]
    return TransitionRequest(
        **_wanted(call, {**content, "transition": None}, "POST transitions (doTransition)"),
        names_one=transition is not None and "id" in transition,
        transition=(transition or {}).get("id"),
    )


def _wanted(call: Call, content: Mapping[str, Any], operation: str) -> dict[str, Any]:
    """Return fields, update and properties; raises `Refused` for what else comes with an issue, which is not served."""
    for name, jira_name in _BESIDE.items():
        if content[name]:
            raise Refused(NotServed(operation=f"{jira_name} in {operation}"))
    return {
        "fields": _fields(call, content["fields_"], operation),
        "update": _update(call, content["update"], operation),
        "properties": _properties(content["properties"]),
    }


def _properties(listed: Sequence[Mapping[str, Any]] | None) -> dict[str, Any] | None:
    return None if listed is None else by_key(listed)


def _fields(call: Call, content: Mapping[str, Any] | None, operation: str) -> dict[str, object] | None:
    if content is None:
        return None
    return {name: _value(call, name, "set", value, operation) for name, value in content.items()}


def _update(call: Call, content: Mapping[str, Any] | None, operation: str) -> dict[str, list[FieldUpdate]] | None:
    if content is None:
        return None
    return {
        name: [
            FieldUpdate(verb=verb, value=_value(call, name, verb, value, operation)) for verb, value in _verbs(listed)
        ]
        for name, listed in content.items()
    }


def _verbs(listed: Any) -> Iterator[tuple[str, Any]]:
    """Yield the operations on a field; one alone may come without its list, as clients' own pages show it."""
    operations = [listed] if isinstance(listed, dict) else [] if listed is None else listed
    for one in operations if isinstance(operations, list) else [operations]:
        if not isinstance(one, dict):
            raise Refused(PayloadInvalid(problem="an operation of update is not an object"))
        yield from one.items()


def _value(call: Call, name: str, verb: str, value: Any, operation: str) -> object:
    field = field_of(call.site, name)
    if verb in field.not_served:
        raise Refused(NotServed(operation=f"{verb} of {name} in {operation}"))
    read = _BODIES.get((name, verb))
    return field.read(verb, value, call.version) if read is None else read(value, call.version)


def _work_to_add(value: Any, version: int) -> object:
    from jira_linkfake.jira.worklogs.rest import work_to_add  # once a change comes with work

    return work_to_add(value, version)


# What requests add that has a schema of its own, as that of the request that makes it alone.
_BODIES: dict[tuple[str, str], Callable[[Any, int], object]] = {
    (IssueLinks.id, "add"): lambda value, _: link_to_add(value),
    (Comments.id, "add"): comment_to_add,
    (WorklogField.id, "add"): _work_to_add,
}


@operation("createIssue", Success(201, "id, key and address of the new issue", REFERENCE), body=_Issue)
def create_issue_by_body(call: Call) -> Json:
    """Create an issue."""
    issue = create_issue(call.site, call.caller, new_issue(call))
    _note_view(call, issue)
    return _created(call, issue)


@operation(
    "createIssues",
    Success(
        201,
        "`issues`, and `errors` for those that were refused",
        REFERENCE,
        otherwise=Success(400, "as for some, with all in `errors`", REFERENCE, when="where all are refused"),
    ),
    body=_Issues,
)
def create_issues_by_body(call: Call) -> Partly:
    """Create several issues, each or not."""
    results = create_issues(call.site, call.caller, new_issues(call))
    issues = [_created(call, result) for result in results if isinstance(result, Issue)]
    refused = [(place, result) for place, result in enumerate(results) if isinstance(result, Refused)]
    return Partly(
        status=HTTPStatus.CREATED if issues or not refused else HTTPStatus.BAD_REQUEST,
        content={
            "issues": issues,
            "errors": [{**element_errors(one.refusals), "failedElementNumber": place} for place, one in refused],
        },
        refused=Refused(*(refusal for _, one in refused for refusal in one.refusals)) if refused else None,
    )


def _note_view(call: Call, issue: Issue) -> None:
    if call.flag("updateHistory"):
        note_view(call.site, call.caller, issue)


@operation("getIssue", Success(200, "the issue; each link with its other end only", LIVE_SUITE))
def read_issue(call: Call, issueIdOrKey: str) -> Json:
    """Return an issue with the fields that are asked for; with `updateHistory` its project has been viewed."""
    issue = find_issue(call.site, call.caller, IssueReference.of(issueIdOrKey))
    expand = ",".join(call.names("expand"))
    require_served(expand, "GET issue (getIssue)")
    _note_view(call, issue)
    content = whole_issue(call, issue, wanted_fields(call.names("fields")), expand)
    return {**content, **properties_of(call, issue, call.names("properties"))}


@operation(
    "editIssue",
    Success(
        204,
        "empty",
        REFERENCE,
        otherwise=Success(200, "the issue", REFERENCE, when="with `returnIssue=true`"),
    ),
    body=_Issue,
)
def edit_issue_by_body(call: Call, issueIdOrKey: str) -> Changed | None:
    """Edit an issue, and return it where `returnIssue` asks for it."""
    expand = ",".join(call.names("expand"))
    require_served(expand, "PUT issue (editIssue)")
    request = edit_request(call)
    issue = edit_issue(call.site, call.caller, IssueReference.of(issueIdOrKey), request)
    if not call.flag("returnIssue"):
        return None
    return Changed(whole_issue(call, issue, wanted_fields(()), expand))


@operation("assignIssue", Success(204, "empty", REFERENCE), body=_Assignee)
def assign_issue_by_body(call: Call, issueIdOrKey: str) -> None:
    """Assign an issue to a user, or to nobody."""
    account_id = account_id_in(call.content)
    assign_issue(call.site, call.caller, IssueReference.of(issueIdOrKey), account_id)


@operation("deleteIssue", Success(204, "empty; its links are gone from the other issues too", REFERENCE))
def delete_issue_by_key(call: Call, issueIdOrKey: str) -> None:
    """Delete an issue."""
    with_subtasks = call.flag("deleteSubtasks")
    delete_issue(call.site, call.caller, IssueReference.of(issueIdOrKey), with_subtasks=with_subtasks)


def _created(call: Call, issue: Issue) -> Json:
    return {"id": issue.id, "key": issue.key, "self": f"{call.api}/issue/{issue.id}"}


_WITH_FIELDS = "transitions.fields"


@operation(
    "getTransitions",
    Success(
        200, "`transitions` from the issue's status: one to each status, unless the site was given others", REFERENCE
    ),
    not_served=("sortByOpsBarAndStatus",),
)
def list_transitions(call: Call, issueIdOrKey: str) -> Json:
    """Return the transitions that the caller has of an issue, or the one that `transitionId` names."""
    issue = find_issue(call.site, call.caller, IssueReference.of(issueIdOrKey))
    wanted = call.query.get("transitionId")
    transitions = [
        _transition(call, issue, one)
        for one in transitions_of(call.site, call.caller, issue)
        if wanted in (None, "", one.id)
    ]
    return {"expand": "transitions", "transitions": transitions}


def _transition(call: Call, issue: Issue, transition: Transition) -> Json:
    """Return a transition, on request with the fields of its screen."""
    content = transition_json(transition, call.api)
    if _WITH_FIELDS not in call.expand():
        return content
    editing = Editing(site=call.site, caller=call.caller, purpose="transition", screen=transition.screen)
    return {**content, "fields": screen_json(call, issue, editing)}


@operation("doTransition", Success(204, "empty", REFERENCE), body=_Issue)
def do_transition(call: Call, issueIdOrKey: str) -> None:
    """Move an issue on."""
    request = transition_request(call)
    transition_issue(call.site, call.caller, IssueReference.of(issueIdOrKey), request)

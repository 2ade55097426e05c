"""Issues in request bodies: what a request wants of their fields; by the reference their schema is open."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from marshmallow import fields

from jira_linkfake.rest import adf
from jira_linkfake.rest.bodies.added_links import link_to_add
from jira_linkfake.rest.bodies.comments import comment_to_add
from jira_linkfake.rest.bodies.loading import Id, Open, loaded, loaded_from
from jira_linkfake.rest.request_refusals import IssueBodyEmpty, NotServed, PayloadInvalid
from jira_linkfake.site.editing import EditRequest, IssueRequest
from jira_linkfake.site.fields.field import Operation
from jira_linkfake.site.fields.texts import RichText
from jira_linkfake.site.refusals import Refused
from jira_linkfake.site.transitions import TransitionRequest


class _Issue(Open):
    fields_ = fields.Dict(data_key="fields", allow_none=True, load_default=None)
    update = fields.Dict(allow_none=True, load_default=None)
    transition = fields.Dict(allow_none=True, load_default=None)
    properties = fields.List(fields.Dict(), allow_none=True, load_default=None)
    history_metadata = fields.Dict(data_key="historyMetadata", allow_none=True, load_default=None)


class _Issues(Open):
    issue_updates = fields.List(fields.Dict(), required=True, data_key="issueUpdates")


class _Assignee(Open):
    account_id = Id(data_key="accountId")


_ISSUE = _Issue()
_ISSUES = _Issues()
_ASSIGNEE = _Assignee()

# What can come with an issue that is not among its fields, as a message names it.
_BESIDE = {"transition": "transition", "properties": "properties", "history_metadata": "historyMetadata"}


def new_issue(body: bytes, version: int) -> IssueRequest:
    """Return the issue that a body asks for; raises `Refused` for a body that is none."""
    if not body.strip():
        raise Refused(IssueBodyEmpty())
    return IssueRequest(**_wanted(loaded(_ISSUE, body), version, "POST issue (createIssue)"))


def new_issues(body: bytes, version: int) -> list[IssueRequest]:
    """Return the issues that a body asks for; raises `Refused` for a body that has none."""
    issues = (loaded_from(_ISSUE, one) for one in loaded(_ISSUES, body)["issue_updates"])
    return [IssueRequest(**_wanted(one, version, "POST issue/bulk (createIssues)")) for one in issues]


def edit_request(body: bytes, version: int, *, override: bool) -> EditRequest:
    """Return what a body wants of an issue that is there; raises `Refused` for a body that wants nothing readable."""
    return EditRequest(**_wanted(loaded(_ISSUE, body), version, "PUT issue (editIssue)"), override=override)


def transition_request(body: bytes, version: int) -> TransitionRequest:
    """Return the transition that a body asks for; raises `Refused` for a body that cannot be read."""
    content = loaded(_ISSUE, body)
    transition = content["transition"]
    return TransitionRequest(
        **_wanted({**content, "transition": None}, version, "POST transitions (doTransition)"),
        names_one=transition is not None and "id" in transition,
        transition=(transition or {}).get("id"),
    )


def assignee_of(body: bytes) -> str | None:
    """Return the account that a body names; raises `Refused` for a body that cannot be read."""
    account_id: str | None = loaded(_ASSIGNEE, body)["account_id"]
    return account_id


def _wanted(content: Mapping[str, Any], version: int, operation: str) -> dict[str, Any]:
    """Return fields and update; raises `Refused` for what else comes with an issue, which is not served."""
    for name, jira_name in _BESIDE.items():
        if content[name]:
            raise Refused(NotServed(operation=f"{jira_name} in {operation}"))
    for name in (*(content["fields_"] or ()), *(content["update"] or ())):
        if name in _FIELDS_NOT_SERVED:
            raise Refused(NotServed(operation=f"the field {name} in {operation}"))
    return {"fields": _fields(content["fields_"], version), "update": _update(content["update"], version, operation)}


def _fields(content: Mapping[str, Any] | None, version: int) -> dict[str, object] | None:
    if content is None:
        return None
    return {name: _description(value, version) if name == "description" else value for name, value in content.items()}


def _update(content: Mapping[str, Any] | None, version: int, operation: str) -> dict[str, list[Operation]] | None:
    if content is None:
        return None
    return {
        name: [
            Operation(verb=verb, value=_value(name, verb, value, version, operation)) for verb, value in _verbs(listed)
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


def _value(name: str, verb: str, value: Any, version: int, operation: str) -> object:
    if (name, verb) in _NOT_SERVED:
        raise Refused(NotServed(operation=f"{verb} of {name} in {operation}"))
    read = _READ.get((name, verb))
    return value if read is None else read(value, version)


def _description(value: Any, version: int) -> RichText | None:
    if value is None:
        return None
    if version == 3:
        text = adf.text_of(value) if adf.is_document(value) else None
        return RichText(text=text, document=None if text is None else value, form="document")
    return RichText(text=value if isinstance(value, str) else None)


_READ: dict[tuple[str, str], Callable[[Any, int], object]] = {
    ("description", "set"): _description,
    ("issuelinks", "add"): lambda value, _: link_to_add(value),
    ("comment", "add"): comment_to_add,
}
_FIELDS_NOT_SERVED = frozenset(
    {"components", "duedate", "environment", "fixVersions", "resolution", "timetracking", "versions", "worklog"}
)
_NOT_SERVED = frozenset({("issuelinks", "copy"), ("comment", "edit"), ("comment", "remove")})

"""The site's types of issues, priorities and statuses, and the one of each that a `self` leads to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from jira_linkfake.jira.evidence import RECORDED, REFERENCE, chosen
from jira_linkfake.jira.reader import Json
from jira_linkfake.jira.refusal import IdInvalid, NotFound, Refused
from jira_linkfake.jira.site import as_long
from jira_linkfake.jira.workflow.as_json import (
    issue_type_json,
    status_category_json,
    status_json,
    whole_priority_json,
)
from jira_linkfake.jira.workflow.model import (
    STATUS_CATEGORIES,
    IssueType,
    Priority,
    Status,
    StatusCategory,
)
from jira_linkfake.rest.call import Call
from jira_linkfake.rest.operations import Success, operation

_Named = TypeVar("_Named", IssueType, Priority, Status, StatusCategory)

_IN_LIST = chosen("as the list has it")


def _find(things: Iterable[_Named], kind: str, value: str, other_name: str | None = None) -> _Named:
    """Return the thing with this id, or with this value of the attribute by which Jira knows it too."""
    for thing in things:
        if value == str(thing.id) or (other_name is not None and value == getattr(thing, other_name)):
            return thing
    raise Refused(NotFound(kind=kind, value=value))


@operation("getIssueAllTypes", Success(200, "every type of issues", REFERENCE))
def list_issue_types(call: Call) -> list[Json]:
    """Return every type of issues."""
    return [issue_type_json(one, call.api) for one in call.site.issue_types.values()]


@operation("getIssueType", Success(200, "the object of the list", _IN_LIST))
def read_issue_type(call: Call, id: str) -> Json:
    """Return one type of issues."""
    if as_long(id) is None:
        raise Refused(IdInvalid(kind="issue type", value=id))
    return issue_type_json(_find(call.site.issue_types.values(), "issue type", id), call.api)


@operation("getPriorities", Success(200, "every priority", REFERENCE))
def list_priorities(call: Call) -> list[Json]:
    """Return every priority."""
    return [whole_priority_json(one, call.api) for one in call.site.priorities.values()]


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


@operation("getStatusCategories", Success(200, "every status category", REFERENCE))
def list_status_categories(call: Call) -> list[Json]:
    """Return every status category."""
    return [status_category_json(one, call.api) for one in STATUS_CATEGORIES]


@operation("getStatusCategory", Success(200, "the object of the list", _IN_LIST))
def read_status_category(call: Call, idOrKey: str) -> Json:
    """Return one status category, by id or key."""
    return status_category_json(_find(STATUS_CATEGORIES, "status category", idOrKey, "key"), call.api)

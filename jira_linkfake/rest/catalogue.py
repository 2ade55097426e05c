"""The plain lists of a site, and the one of each that a `self` leads to."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeVar

from jira_linkfake.rest import representations as represent
from jira_linkfake.rest.call import Call, View
from jira_linkfake.rest.representations import Json
from jira_linkfake.site.defaults import RESOLUTIONS, STATUS_CATEGORIES
from jira_linkfake.site.fields.catalogue import KEY, SYSTEM_FIELDS
from jira_linkfake.site.model import IssueType, Priority, Resolution, Status, StatusCategory
from jira_linkfake.site.refusals import Refused
from jira_linkfake.site.refusals.issues import NotFound

_Named = TypeVar("_Named", IssueType, Priority, Resolution, Status, StatusCategory)


def _find(things: Iterable[_Named], kind: str, value: str, other_name: str | None = None) -> _Named:
    """Return the thing with this id, or with this value of the attribute by which Jira knows it too."""
    for thing in things:
        if value == str(thing.id) or (other_name is not None and value == getattr(thing, other_name)):
            return thing
    raise Refused(NotFound(kind=kind, value=value))


def list_issue_types(call: Call) -> list[Json]:
    """Return every type of issues."""
    return [represent.issue_type(one, call.api) for one in call.site.issue_types.values()]


def read_issue_type(call: Call, id: str) -> Json:  # noqa: A002 - Jira's name
    """Return one type of issues."""
    return represent.issue_type(_find(call.site.issue_types.values(), "issue type", id), call.api)


def list_priorities(call: Call) -> list[Json]:
    """Return every priority."""
    return [represent.priority(one, call.api) for one in call.site.priorities.values()]


def read_priority(call: Call, id: str) -> Json:  # noqa: A002 - Jira's name
    """Return one priority."""
    return represent.priority(_find(call.site.priorities.values(), "priority", id), call.api)


def list_statuses(call: Call) -> list[Json]:
    """Return every status."""
    return [represent.status(one, call.api) for one in call.site.statuses.values()]


def read_status(call: Call, idOrName: str) -> Json:  # noqa: N803 - Jira's name
    """Return one status, by id or name."""
    return represent.status(_find(call.site.statuses.values(), "status", idOrName, "name"), call.api)


def list_status_categories(call: Call) -> list[Json]:
    """Return every status category."""
    return [represent.status_category(one, call.api) for one in STATUS_CATEGORIES]


def read_status_category(call: Call, idOrKey: str) -> Json:  # noqa: N803 - Jira's name
    """Return one status category, by id or key."""
    return represent.status_category(_find(STATUS_CATEGORIES, "status category", idOrKey, "key"), call.api)


def list_resolutions(call: Call) -> list[Json]:
    """Return every resolution."""
    return [represent.resolution(one, call.api) for one in RESOLUTIONS]


def read_resolution(call: Call, id: str) -> Json:  # noqa: A002 - Jira's name
    """Return one resolution."""
    return represent.resolution(_find(RESOLUTIONS, "resolution", id), call.api)


def list_fields(call: Call) -> list[Json]:
    """Return every field that issues have."""
    return [represent.field(one) for one in (KEY, *SYSTEM_FIELDS.values(), *call.site.fields.values())]


VIEWS: dict[str, View] = {
    "getIssueAllTypes": list_issue_types,
    "getIssueType": read_issue_type,
    "getPriorities": list_priorities,
    "getPriority": read_priority,
    "getStatuses": list_statuses,
    "getStatus": read_status,
    "getStatusCategories": list_status_categories,
    "getStatusCategory": read_status_category,
    "getResolutions": list_resolutions,
    "getResolution": read_resolution,
    "getFields": list_fields,
}

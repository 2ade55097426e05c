"""`project/type`: the types of projects that Jira has, which are the same on every site."""

from __future__ import annotations

from jira_linkfake.jira.evidence import REFERENCE
from jira_linkfake.jira.reader import Json
from jira_linkfake.jira.refusal import NotFound, Refused
from jira_linkfake.rest.call import Call
from jira_linkfake.rest.operations import Success, operation

_ICON = "PHN2ZyB4bWxucz0iaHR0cDovL3d3dy53My5vcmcvMjAwMC9zdmciLz4="  # an empty SVG (chosen)
_NAMES = {
    "product_discovery": "Product Discovery",
    "software": "Software",
    "service_desk": "Service Desk",
    "business": "Business",
}


def _type_json(key: str) -> Json:
    return {
        "key": key,
        "formattedKey": _NAMES[key],
        "descriptionI18nKey": f"jira.project.type.{key}.description",
        "icon": _ICON,
        "color": "#FFFFFF",
    }


@operation("getAllProjectTypes", Success(200, "every type of projects", REFERENCE))
def list_all(call: Call) -> list[Json]:  # noqa: ARG001 - every view takes the call
    """Return every type of projects."""
    return [_type_json(key) for key in _NAMES]


@operation(
    "getAllAccessibleProjectTypes", Success(200, "every type of projects: a site has a licence for each", REFERENCE)
)
def list_accessible(call: Call) -> list[Json]:
    """Return every type of projects."""
    return list_all(call)


@operation("getProjectTypeByKey", Success(200, "a type of projects", REFERENCE))
def read(call: Call, projectTypeKey: str) -> Json:  # noqa: ARG001 - as every view takes it
    """Return one type of projects."""
    if projectTypeKey not in _NAMES:
        raise Refused(NotFound(kind="project type", value=projectTypeKey))
    return _type_json(projectTypeKey)


@operation("getAccessibleProjectTypeByKey", Success(200, "a type of projects", REFERENCE))
def read_accessible(call: Call, projectTypeKey: str) -> Json:
    """Return one type of projects; only for signed-in users."""
    call.signed_in_user()
    return read(call, projectTypeKey)

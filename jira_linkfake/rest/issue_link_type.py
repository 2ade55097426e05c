"""`issueLinkType`: list, read, make, change and delete types of links."""

from __future__ import annotations

from jira_linkfake.rest.bodies.links import link_type_fields
from jira_linkfake.rest.call import Call, View
from jira_linkfake.rest.representations import Json, link_type
from jira_linkfake.site import link_types


def list_all(call: Call) -> Json:
    """Return every type."""
    return {"issueLinkTypes": [link_type(one, call.api) for one in link_types.list_link_types(call.site)]}


def read(call: Call, issueLinkTypeId: str) -> Json:  # noqa: N803 - Jira's name
    """Return one type."""
    return link_type(link_types.read_link_type(call.site, issueLinkTypeId), call.api)


def create(call: Call) -> Json:
    """Make a type."""
    fields = link_type_fields(call.body)
    return link_type(link_types.create_link_type(call.site, call.caller, fields), call.api)


def update(call: Call, issueLinkTypeId: str) -> Json:  # noqa: N803 - Jira's name
    """Change a type."""
    fields = link_type_fields(call.body)
    return link_type(link_types.update_link_type(call.site, call.caller, issueLinkTypeId, fields), call.api)


def delete(call: Call, issueLinkTypeId: str) -> None:  # noqa: N803 - Jira's name
    """Delete a type with its links."""
    link_types.delete_link_type(call.site, call.caller, issueLinkTypeId)


VIEWS: dict[str, View] = {
    "getIssueLinkTypes": list_all,
    "getIssueLinkType": read,
    "createIssueLinkType": create,
    "updateIssueLinkType": update,
    "deleteIssueLinkType": delete,
}

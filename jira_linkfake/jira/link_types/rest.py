"""`issueLinkType`: list, read, make, change and delete types of links."""

from __future__ import annotations

from marshmallow import fields

from jira_linkfake.jira.evidence import LIVE_SUITE, REFERENCE
from jira_linkfake.jira.link_types.as_json import link_type_json
from jira_linkfake.jira.link_types.finding import list_link_types, read_link_type
from jira_linkfake.jira.link_types.rules import LinkTypeFields, create_link_type, delete_link_type, update_link_type
from jira_linkfake.jira.reader import Json
from jira_linkfake.rest.body import Closed, Id, Text, loaded
from jira_linkfake.rest.call import Call
from jira_linkfake.rest.operations import Success, operation


class LinkTypeSchema(Closed):
    """A type of links, as a request names or makes it."""

    id = Id()
    name = Text()
    inward = Text()
    outward = Text()
    self_ = fields.Raw(data_key="self", allow_none=True)


_LINK_TYPE = LinkTypeSchema()


def link_type_fields(body: bytes) -> LinkTypeFields:
    """Return the name and phrases that a body gives; raises `Refused` for a wrong body."""
    content = loaded(_LINK_TYPE, body)
    return LinkTypeFields(name=content["name"], inward=content["inward"], outward=content["outward"])


@operation("getIssueLinkTypes", Success(200, "`issueLinkTypes`, by name", LIVE_SUITE))
def list_all(call: Call) -> Json:
    """Return every type."""
    return {"issueLinkTypes": [link_type_json(one, call.api) for one in list_link_types(call.site)]}


@operation("getIssueLinkType", Success(200, "the object of the list", LIVE_SUITE))
def read(call: Call, issueLinkTypeId: str) -> Json:
    """Return one type."""
    return link_type_json(read_link_type(call.site, issueLinkTypeId), call.api)


@operation("createIssueLinkType", Success(201, "the new type", REFERENCE))
def create(call: Call) -> Json:
    """Make a type."""
    fields = link_type_fields(call.body)
    return link_type_json(create_link_type(call.site, call.caller, fields), call.api)


@operation("updateIssueLinkType", Success(200, "the changed type", REFERENCE))
def update(call: Call, issueLinkTypeId: str) -> Json:
    """Change a type."""
    fields = link_type_fields(call.body)
    return link_type_json(update_link_type(call.site, call.caller, issueLinkTypeId, fields), call.api)


@operation("deleteIssueLinkType", Success(204, "empty; the type's links are gone too", LIVE_SUITE))
def delete(call: Call, issueLinkTypeId: str) -> None:
    """Delete a type with its links."""
    delete_link_type(call.site, call.caller, issueLinkTypeId)

"""Making, changing and removing types of links."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from jira_linkfake.jira.issue_links.rules import take_link
from jira_linkfake.jira.link_types.finding import link_types_named, read_link_type, require_linking
from jira_linkfake.jira.link_types.model import LinkType
from jira_linkfake.jira.link_types.refusals import LinkTypeFieldMissing, LinkTypeNameTaken, NotAdministrator
from jira_linkfake.jira.people.model import Caller
from jira_linkfake.jira.permissions.model import ADMINISTER
from jira_linkfake.jira.permissions.sight import holds
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.site import Site

_FIELDS: tuple[Literal["inward", "outward", "name"], ...] = ("inward", "outward", "name")


class LinkTypeFields(Plain):
    """What a request says of a link type; None or empty where it says nothing."""

    name: str | None = None
    inward: str | None = None
    outward: str | None = None


def create_link_type(site: Site, caller: Caller, fields: LinkTypeFields) -> LinkType:
    """Make a type; every field is needed, and the name must be free."""
    require_linking(site)
    _require_administrator(site, caller)
    missing = [LinkTypeFieldMissing(field=name) for name in _FIELDS if not getattr(fields, name)]
    if missing:
        raise Refused(*missing)
    name, inward, outward = fields.name or "", fields.inward or "", fields.outward or ""
    _require_free_name(site, name)
    link_type = LinkType(id=site.new_id("link type"), name=name, inward=inward, outward=outward)
    site.link_types[link_type.id] = link_type
    return link_type


def update_link_type(site: Site, caller: Caller, type_id: str, fields: LinkTypeFields) -> LinkType:
    """Change a type; what is omitted or empty keeps its value. The id is looked up before the permission."""
    link_type = read_link_type(site, type_id)
    _require_administrator(site, caller)
    if fields.name and fields.name != link_type.name:
        _require_free_name(site, fields.name)
    changed = replace(
        link_type,
        name=fields.name or link_type.name,
        inward=fields.inward or link_type.inward,
        outward=fields.outward or link_type.outward,
    )
    site.link_types[changed.id] = changed
    return changed


def delete_link_type(site: Site, caller: Caller, type_id: str) -> None:
    """Remove a type and with it every link of the type. The id is looked up before the permission."""
    link_type = read_link_type(site, type_id)
    _require_administrator(site, caller)
    for link in [link for link in site.links.all() if link.type.id == link_type.id]:
        take_link(site, caller, link)
    del site.link_types[link_type.id]


def _require_administrator(site: Site, caller: Caller) -> None:
    if not holds(site, caller, ADMINISTER):
        raise Refused(NotAdministrator(caller=caller))


def _require_free_name(site: Site, name: str) -> None:
    taken = link_types_named(site, name)
    if taken:
        raise Refused(LinkTypeNameTaken(taken_by=taken[0]))

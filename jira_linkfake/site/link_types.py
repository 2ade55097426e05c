"""The types of links: finding, making, changing and removing them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from jira_linkfake.plain import Plain
from jira_linkfake.site.built_in_permissions import ADMINISTER
from jira_linkfake.site.link_changes import take_link
from jira_linkfake.site.model import Caller, LinkType
from jira_linkfake.site.permissions import holds
from jira_linkfake.site.refusals import Refused
from jira_linkfake.site.refusals.link_types import (
    LinkTypeAmbiguous,
    LinkTypeFieldMissing,
    LinkTypeIdInvalid,
    LinkTypeNameTaken,
    LinkTypeUnknown,
    LinkTypeUnnamed,
    NotAdministrator,
)
from jira_linkfake.site.refusals.links import LinkingDisabled
from jira_linkfake.site.store import Site

_LONG = re.compile(r"[+-]?[0-9]{1,19}", re.ASCII)
_FIELDS: tuple[Literal["inward", "outward", "name"], ...] = ("inward", "outward", "name")


class LinkTypeReference(Plain):
    """A link type as a request names it; the id goes before the name."""

    id: str | None = None
    name: str | None = None


class LinkTypeFields(Plain):
    """What a request says of a link type; None or empty where it says nothing."""

    name: str | None = None
    inward: str | None = None
    outward: str | None = None


def as_long(text: str) -> int | None:
    """Return the number that Jira reads from an id in a path, or None where it is none of 64 bits."""
    number = int(text) if _LONG.fullmatch(text) else None
    return number if number is not None and -(2**63) <= number < 2**63 else None


def require_linking(site: Site) -> None:
    """Raise `Refused` while issue linking is switched off."""
    if not site.linking_enabled:
        raise Refused(LinkingDisabled())


def find_link_type(site: Site, reference: LinkTypeReference) -> LinkType:
    """Return the type that a link request names: by id, else by its exact name, never by a phrase."""
    if reference.id:
        link_type = site.link_types.get(as_long(reference.id) or 0)
        if link_type is None:
            raise Refused(LinkTypeUnknown(by="id", value=reference.id))
        return link_type
    if reference.name is None:
        raise Refused(LinkTypeUnnamed())
    named = site.link_types_named(reference.name)
    if not named:
        names = tuple(sorted({one.name for one in site.link_types.values()}))
        raise Refused(LinkTypeUnknown(by="name", value=reference.name, names=names))
    if len(named) > 1:
        raise Refused(LinkTypeAmbiguous(name=reference.name))
    return named[0]


def list_link_types(site: Site) -> list[LinkType]:
    """Return every type, by name."""
    require_linking(site)
    return sorted(site.link_types.values(), key=lambda link_type: (link_type.name, link_type.id))


def read_link_type(site: Site, type_id: str) -> LinkType:
    """Return the type with the id of a path."""
    require_linking(site)
    number = as_long(type_id)
    if number is None:
        raise Refused(LinkTypeIdInvalid(value=type_id))
    link_type = site.link_types.get(number)
    if link_type is None:
        raise Refused(LinkTypeUnknown(by="id", value=str(number)))
    return link_type


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
    for link in [link for link in site.all_links() if link.type.id == link_type.id]:
        take_link(site, caller, link)
    del site.link_types[link_type.id]


def _require_administrator(site: Site, caller: Caller) -> None:
    if not holds(site, caller, ADMINISTER):
        raise Refused(NotAdministrator(caller=caller))


def _require_free_name(site: Site, name: str) -> None:
    taken = site.link_types_named(name)
    if taken:
        raise Refused(LinkTypeNameTaken(taken_by=taken[0]))

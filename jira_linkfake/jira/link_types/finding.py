"""Finding a type of links as a request names it."""

from __future__ import annotations

from jira_linkfake.jira.link_types.model import LinkType
from jira_linkfake.jira.link_types.refusals import (
    LinkingDisabled,
    LinkTypeAmbiguous,
    LinkTypeIdInvalid,
    LinkTypeUnknown,
    LinkTypeUnnamed,
)
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.site import Site, as_id, with_id


class LinkTypeReference(Plain):
    """A link type as a request names it; the id goes before the name."""

    id: str | None = None
    name: str | None = None


def require_linking(site: Site) -> None:
    """Raise `Refused` while issue linking is switched off."""
    if not site.options.linking_enabled:
        raise Refused(LinkingDisabled())


def find_link_type(site: Site, reference: LinkTypeReference) -> LinkType:
    """Return the type that a link request names: by id, else by its exact name, never by a phrase."""
    if reference.id:
        link_type = with_id(site.link_types, reference.id)
        if link_type is None:
            raise Refused(LinkTypeUnknown(by="id", value=reference.id))
        return link_type
    if reference.name is None:
        raise Refused(LinkTypeUnnamed())
    named = link_types_named(site, reference.name)
    if not named:
        names = tuple(sorted({one.name for one in site.link_types.values()}))
        raise Refused(LinkTypeUnknown(by="name", value=reference.name, names=names))
    if len(named) > 1:
        raise Refused(LinkTypeAmbiguous(name=reference.name))
    return named[0]


def list_link_types(site: Site) -> list[LinkType]:
    """Return every type, by name."""
    require_linking(site)
    return sorted(site.link_types.values(), key=lambda link_type: (link_type.name, int(link_type.id)))


def read_link_type(site: Site, type_id: str) -> LinkType:
    """Return the type with the id of a path."""
    require_linking(site)
    link_type_id = as_id(type_id)
    if link_type_id is None:
        raise Refused(LinkTypeIdInvalid(value=type_id))
    link_type = site.link_types.get(link_type_id)
    if link_type is None:
        raise Refused(LinkTypeUnknown(by="id", value=link_type_id))
    return link_type


def link_types_named(site: Site, name: str) -> list[LinkType]:
    """Return the link types of exactly this name; a site can have several."""
    return [link_type for link_type in site.link_types.values() if link_type.name == name]

"""Types of links in Jira's JSON."""

from __future__ import annotations

from jira_linkfake.jira.link_types.model import LinkType
from jira_linkfake.jira.reader import Json


def link_type_json(value: LinkType, api: str) -> Json:
    """Return a type of links."""
    return {
        "id": value.id,
        "name": value.name,
        "inward": value.inward,
        "outward": value.outward,
        "self": f"{api}/issueLinkType/{value.id}",
    }

"""The fields of issues: what they hold, and how requests may change them."""

from __future__ import annotations

from jira_linkfake.rest.representations.basics import Json
from jira_linkfake.site.fields.catalogue import SYSTEM_FIELDS


def field_schema(field_id: str) -> Json:
    """Return what a field holds."""
    field = SYSTEM_FIELDS.get(field_id)
    if field is None:
        return {"type": "any", "custom": field_id, "customId": int(field_id.rpartition("_")[2])}
    content: Json = {"type": field.type}
    if field.items is not None:
        content["items"] = field.items
    return {**content, "system": field.id}

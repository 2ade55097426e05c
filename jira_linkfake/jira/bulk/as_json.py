"""Fields that can be edited in many issues at once, in Jira's JSON."""

from __future__ import annotations

from collections.abc import Sequence

from jira_linkfake.jira.fields.field import Editing, Field
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.reader import Json, Reader


def editable_json(reader: Reader, field: Field, issues: Sequence[Issue]) -> Json:
    """Return a field that can be edited in all of several issues.

    Its type is its id where the field is Jira's own, as in the reference's examples, else that of the custom field.
    """
    editing = Editing(site=reader.site, caller=reader.caller, purpose="edit")
    return {
        "id": field.id,
        "isRequired": any(field.is_required(editing, issue) for issue in issues),
        "name": field.name,
        "type": field.id if field.custom_id is None else field.custom_type or "",
        **field.choices_in_bulk(reader, issues),
    }

"""What Jira calls the fields of issues, and what they hold."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CUSTOM_FIELD = re.compile(r"customfield_[1-9][0-9]*", re.ASCII)


@dataclass(frozen=True, kw_only=True, slots=True)
class SystemField:
    """One of Jira's own fields; `items` is the type of each value where it holds several."""

    id: str
    name: str
    type: str
    items: str | None = None


SYSTEM_FIELDS = {
    field.id: field
    for field in (
        SystemField(id="summary", name="Summary", type="string"),
        SystemField(id="issuetype", name="Issue Type", type="issuetype"),
        SystemField(id="project", name="Project", type="project"),
        SystemField(id="parent", name="Parent", type="issuelink"),
        SystemField(id="status", name="Status", type="status"),
        SystemField(id="priority", name="Priority", type="priority"),
        SystemField(id="labels", name="Labels", type="array", items="string"),
        SystemField(id="assignee", name="Assignee", type="user"),
        SystemField(id="reporter", name="Reporter", type="user"),
        SystemField(id="creator", name="Creator", type="user"),
        SystemField(id="security", name="Security Level", type="securitylevel"),
        SystemField(id="description", name="Description", type="string"),
        SystemField(id="created", name="Created", type="datetime"),
        SystemField(id="updated", name="Updated", type="datetime"),
        SystemField(id="subtasks", name="Sub-tasks", type="array", items="issuelinks"),
        SystemField(id="issuelinks", name="Linked Issues", type="array", items="issuelinks"),
        SystemField(id="comment", name="Comment", type="comments-page"),
    )
}
"""The fields that every site has, by id, in the order in which an issue shows them."""


def is_custom(field_id: str) -> bool:
    """Say whether an id is that of a custom field."""
    return _CUSTOM_FIELD.fullmatch(field_id) is not None


def name_of(field_id: str) -> str:
    """Return what a field is called; a custom field goes by its id."""
    field = SYSTEM_FIELDS.get(field_id)
    return field_id if field is None else field.name

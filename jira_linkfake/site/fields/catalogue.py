"""What Jira calls the fields of issues, and what they hold."""

from __future__ import annotations

import re

from jira_linkfake.site.model import IssueField
from jira_linkfake.site.store import Site

_CUSTOM_FIELD = re.compile(r"customfield_[1-9][0-9]*", re.ASCII)


KEY = IssueField(
    id="issuekey", name="Key", clauses=("id", "issue", "issuekey", "key"), orderable=False, searchable=False
)
"""The key, which is none of an issue's `fields` but stands among them in Jira's list."""

SYSTEM_FIELDS = {
    field.id: field
    for field in (
        IssueField(id="summary", name="Summary", type="string", clauses=("summary",)),
        IssueField(id="issuetype", name="Issue Type", type="issuetype", clauses=("issuetype", "type")),
        IssueField(id="project", name="Project", type="project", clauses=("project",), orderable=False),
        IssueField(
            id="parent", name="Parent", type="issuelink", clauses=("parent",), orderable=False, searchable=False
        ),
        IssueField(id="status", name="Status", type="status", clauses=("status",), orderable=False),
        IssueField(id="priority", name="Priority", type="priority", clauses=("priority",)),
        IssueField(id="labels", name="Labels", type="array", items="string", clauses=("labels",)),
        IssueField(id="assignee", name="Assignee", type="user", clauses=("assignee",)),
        IssueField(id="reporter", name="Reporter", type="user", clauses=("reporter",)),
        IssueField(id="creator", name="Creator", type="user", clauses=("creator",), orderable=False),
        IssueField(id="security", name="Security Level", type="securitylevel", clauses=("level",)),
        IssueField(id="description", name="Description", type="string", clauses=("description",)),
        IssueField(id="created", name="Created", type="datetime", clauses=("created", "createdDate"), orderable=False),
        IssueField(id="updated", name="Updated", type="datetime", clauses=("updated", "updatedDate"), orderable=False),
        IssueField(
            id="subtasks",
            name="Sub-tasks",
            type="array",
            items="issuelinks",
            clauses=("subtasks",),
            orderable=False,
            searchable=False,
        ),
        IssueField(id="issuelinks", name="Linked Issues", type="array", items="issuelinks"),
        IssueField(id="comment", name="Comment", type="comments-page", clauses=("comment",), navigable=False),
    )
}
"""The fields that every site has, by id, in the order in which an issue shows them."""

CUSTOM_FIELD_TYPES = {
    "text": ("string", None, "textfield"),
    "number": ("number", None, "float"),
    "date": ("date", None, "datepicker"),
    "labels": ("array", "string", "labels"),
    "select": ("option", None, "select"),
}
"""What a custom field can hold: Jira's words for the values, for one of several, and for the kind of field."""


def is_custom(field_id: str) -> bool:
    """Say whether an id is that of a custom field."""
    return _CUSTOM_FIELD.fullmatch(field_id) is not None


def described(site: Site, field_id: str) -> IssueField:
    """Return what a field is; an issue may have values of custom fields that nobody has added."""
    field = SYSTEM_FIELDS.get(field_id) or site.fields.get(field_id)
    return field or IssueField(id=field_id, name=field_id, type="any", custom_id=int(field_id.rpartition("_")[2]))

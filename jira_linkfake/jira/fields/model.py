"""What Jira calls the fields of issues, and what they hold."""

from __future__ import annotations

import re

from jira_linkfake.jira.plain import Plain


class IssueField(Plain):
    """A field of issues; `type` and `items` are Jira's words for its values, `clauses` its names in JQL.

    A custom field has the number that is in its id, and Jira's key for its kind; the others have neither.
    """

    id: str
    name: str
    type: str | None = None
    items: str | None = None
    clauses: tuple[str, ...] = ()
    orderable: bool = True
    navigable: bool = True
    searchable: bool = True
    custom_id: int | None = None
    custom_type: str | None = None

    def __str__(self) -> str:
        return f"field {self.name}"


_CUSTOM_FIELD = re.compile(r"customfield_[1-9][0-9]{0,17}", re.ASCII)


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

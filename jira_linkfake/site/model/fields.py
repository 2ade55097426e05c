"""The fields that issues have."""

from __future__ import annotations

from jira_linkfake.plain import Plain


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

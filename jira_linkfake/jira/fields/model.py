"""What Jira calls the fields of issues, and what they hold."""

from __future__ import annotations

import re

from jira_linkfake.jira.plain import Plain


class IssueField(Plain):
    """A field of issues; `type` and `items` are Jira's words for its values, `clauses` its names in JQL.

    A custom field has the number that is in its id, and Jira's key for its kind; the others have neither. One that is
    not `on_screens` is on no screen on which issues are created or edited; one that is `required` must have a value.
    Its `searcher` is how Jira's pages search it, without which it is not searchable.
    """

    id: str
    name: str
    description: str = ""
    type: str | None = None
    items: str | None = None
    clauses: tuple[str, ...] = ()
    orderable: bool = True
    navigable: bool = True
    searchable: bool = True
    custom_id: int | None = None
    custom_type: str | None = None
    searcher: str | None = None
    on_screens: bool = True
    required: bool = False

    def __str__(self) -> str:
        return f"field {self.name}"


_CUSTOM_FIELD = re.compile(r"customfield_[1-9][0-9]{0,17}", re.ASCII)

CUSTOM_TYPES = "com.atlassian.jira.plugin.system.customfieldtypes:"
"""What the keys of Jira's own kinds of custom fields begin with, and those of their searchers."""

_SOFTWARE = "com.pyxis.greenhopper.jira:"
SPRINT, EPIC_LINK, EPIC_NAME, RANK = (
    f"{_SOFTWARE}{kind}" for kind in ("gh-sprint", "gh-epic-link", "gh-epic-label", "gh-lexo-rank")
)
"""Jira Software's kinds of custom fields, by their whole keys."""

RICH_TEXT = "textarea"
"""Jira's key for custom fields that hold rich text, as a description is one."""

CUSTOM_FIELD_TYPES = {
    "text": ("string", None, "textfield"),
    "paragraph": ("string", None, RICH_TEXT),
    "number": ("number", None, "float"),
    "date": ("date", None, "datepicker"),
    "labels": ("array", "string", "labels"),
    "select": ("option", None, "select"),
    "user": ("user", None, "userpicker"),
    "users": ("array", "user", "multiuserpicker"),
}
"""What a custom field can hold: Jira's words for the values, for one of several, and for the kind of field."""

SEARCHERS = {
    "textfield": ("textsearcher",),
    RICH_TEXT: ("textsearcher",),
    "float": ("exactnumber", "numberrange"),
    "datepicker": ("daterange",),
    "labels": ("labelsearcher",),
    "select": ("multiselectsearcher",),
    "userpicker": ("userpickergroupsearcher",),
    "multiuserpicker": ("userpickergroupsearcher",),
}
"""The searchers that a kind of custom fields can have, as the reference lists them; `add_field` takes the first."""

OTHER_KINDS = frozenset(
    {
        *("cascadingselect", "datetime", "grouppicker", "importid", "multicheckboxes", "multigrouppicker"),
        *("multiselect", "multiversion", "project", "radiobuttons", "readonlyfield", "url", "version"),
    }
)
"""The kinds of custom fields that Jira has besides."""


def is_custom(field_id: str) -> bool:
    """Say whether an id is that of a custom field."""
    return _CUSTOM_FIELD.fullmatch(field_id) is not None

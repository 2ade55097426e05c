"""The fields of subjects that are not served: every issue has what one has in Jira that nobody has touched.

No request can add an attachment, so that there is none: that is told truly. What the fields are called is as Jira Cloud
lists them.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from jira_linkfake.jira.fields.field import FixedField
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.reader import Reader

_Value = Callable[[Reader, Issue], object]


class UnservedField(FixedField):
    """A field of a subject that is not served."""

    def __init__(self, field_id: str, name: str, value: _Value, **described: Any) -> None:
        self.id = field_id
        self.name = name
        self._value = value
        vars(self).update(described)

    def as_json(self, reader: Reader, issue: Issue) -> object:
        """Return the value of an issue that nobody has touched."""
        return self._value(reader, issue)


def _nothing(_: Reader, __: Issue) -> None:
    return None


def _none_of_them(_: Reader, __: Issue) -> list[object]:
    return []


def _no_restriction(_: Reader, __: Issue) -> dict[str, object]:
    return {"issuerestrictions": {}, "shouldDisplay": False}


def _listed(field_id: str, name: str, items: str, clause: str, **described: Any) -> UnservedField:
    """Return a field with a list that requests set in Jira, and not here."""
    return UnservedField(
        field_id,
        name,
        _none_of_them,
        type="array",
        items=items,
        clause_names=(clause,),
        setting_served=False,
        **described,
    )


UNSERVED_FIELDS = (
    _listed("components", "Components", "component", "component"),
    _listed("attachment", "Attachment", "attachment", "attachments", navigable=False),
    UnservedField(
        "lastViewed", "Last Viewed", _nothing, type="datetime", clause_names=("lastViewed",), orderable=False
    ),
    UnservedField("issuerestriction", "Restrict to", _no_restriction, type="issuerestriction"),
)
"""Jira's own fields whose subjects are not served."""

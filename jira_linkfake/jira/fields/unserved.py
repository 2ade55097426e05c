"""The fields that Jira fills by itself from what is not served: they are as on an issue that nobody has touched.

What the fields are called is as Jira Cloud lists them.
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


def _no_restriction(_: Reader, __: Issue) -> dict[str, object]:
    return {"issuerestrictions": {}, "shouldDisplay": False}


UNSERVED_FIELDS = (
    UnservedField(
        "lastViewed", "Last Viewed", _nothing, type="datetime", clause_names=("lastViewed",), orderable=False
    ),
    UnservedField("issuerestriction", "Restrict to", _no_restriction, type="issuerestriction"),
)
"""Jira's own fields whose subjects are not served."""

"""What `expand` adds to an issue: each of Jira's names, with what it adds, or None where it is not served."""

from __future__ import annotations

from collections.abc import Callable

from jira_linkfake.rest import representations as represent
from jira_linkfake.rest.call import Reader
from jira_linkfake.rest.changelog import changelog_of
from jira_linkfake.rest.representations import Json
from jira_linkfake.rest.request_refusals import NotServed
from jira_linkfake.site.fields.catalogue import SYSTEM_FIELDS
from jira_linkfake.site.model import Issue, IssueField
from jira_linkfake.site.refusals import Refused

Expand = Callable[[Reader, Issue, Json], object]
"""What an `expand` adds, from an issue and those of its fields that are shown."""


def require_served(expand: str, operation: str) -> None:
    """Raise `Refused` where a comma-separated `expand` asks for what Jira adds and we do not serve."""
    for name in _names_in(expand):
        if name in _EXPANDS and _EXPANDS[name] is None:
            raise Refused(NotServed(operation=f"expand={name} of {operation}"))


def expanded(reader: Reader, issue: Issue, fields: Json, expand: str) -> Json:
    """Return what `expand` adds to an issue; what Jira does not know it ignores."""
    adding = ((name, _EXPANDS.get(name)) for name in _names_in(expand))
    return {name: adds(reader, issue, fields) for name, adds in adding if adds is not None}


def _names_in(expand: str) -> list[str]:
    return [name.strip() for name in expand.split(",")]


def _names(reader: Reader, _: Issue, fields: Json) -> Json:
    return {name: _field(reader, name).name for name in fields}


def _schema(reader: Reader, _: Issue, fields: Json) -> Json:
    return {name: represent.field_schema(_field(reader, name)) for name in fields}


def _field(reader: Reader, field_id: str) -> IssueField:
    """Return a field; an issue may have values of custom fields that nobody has added."""
    field = SYSTEM_FIELDS.get(field_id) or reader.site.fields.get(field_id)
    return field or IssueField(id=field_id, name=field_id, type="any", custom_id=int(field_id.rpartition("_")[2]))


def _changelog(reader: Reader, issue: Issue, _: Json) -> Json:
    return changelog_of(reader, issue)


_EXPANDS: dict[str, Expand | None] = {
    "renderedFields": None,
    "names": _names,
    "schema": _schema,
    "operations": None,
    "editmeta": None,
    "changelog": _changelog,
    "versionedRepresentations": None,
    "transitions": None,
}
_UNLISTED = "transitions"  # Jira knows it too, but does not list it

LISTED = ",".join(name for name in _EXPANDS if name != _UNLISTED)
"""What an issue says could be asked for, as Jira lists it."""

"""What `expand` adds to an issue: each of Jira's names, with what it adds, or None where it is not served."""

from __future__ import annotations

from collections.abc import Callable

from jira_linkfake.rest import representations as represent
from jira_linkfake.rest.call import Reader
from jira_linkfake.rest.changelog import changelog_of
from jira_linkfake.rest.representations import Json
from jira_linkfake.rest.request_refusals import NotServed
from jira_linkfake.site.fields.catalogue import name_of
from jira_linkfake.site.model import Issue
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


def _names(_: Reader, __: Issue, fields: Json) -> Json:
    return {field: name_of(field) for field in fields}


def _schema(_: Reader, __: Issue, fields: Json) -> Json:
    return {field: represent.field_schema(field) for field in fields}


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

"""What `expand` adds to an issue: each of Jira's names, with what it adds, or None where it is not served."""

from __future__ import annotations

from collections.abc import Callable

from jira_linkfake.rest import representations as represent
from jira_linkfake.rest.call import Reader
from jira_linkfake.rest.changelog import changelog_of
from jira_linkfake.rest.field_metadata import fields_metadata
from jira_linkfake.rest.representations import Json
from jira_linkfake.rest.request_refusals import NotServed
from jira_linkfake.site.commenting import visible_comments
from jira_linkfake.site.fields.catalogue import described
from jira_linkfake.site.model import Issue
from jira_linkfake.site.refusals import Refused
from jira_linkfake.site.transitions import transitions_of

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
    return {name: described(reader.site, name).name for name in fields}


def _schema(reader: Reader, _: Issue, fields: Json) -> Json:
    return {name: represent.field_schema(described(reader.site, name)) for name in fields}


def _changelog(reader: Reader, issue: Issue, _: Json) -> Json:
    return changelog_of(reader, issue)


def _rendered(reader: Reader, issue: Issue, fields: Json) -> Json:
    """Return, for each field that is shown, what a page would show of it: HTML, or None where it is no rich text."""
    rendered: Json = dict.fromkeys(fields)
    if "description" in fields:
        rendered["description"] = represent.html(issue.description or "")
    if "comment" in fields:
        bodies = [
            {**represent.comment(one, reader.api), "body": represent.html(one.body)}
            for one in visible_comments(reader.site, reader.caller, issue)
        ]
        rendered["comment"] = {**fields["comment"], "comments": bodies}
    return rendered


def _edit_metadata(reader: Reader, issue: Issue, _: Json) -> Json:
    return {"fields": fields_metadata(reader, issue, "edit")}


def _transitions(reader: Reader, issue: Issue, _: Json) -> list[Json]:
    return [represent.transition(one, reader.api) for one in transitions_of(reader.site, reader.caller, issue)]


def _operations(_: Reader, __: Issue, ___: Json) -> Json:
    """Return the links of an issue's page, of which there is none."""
    return {"linkGroups": []}


_EXPANDS: dict[str, Expand | None] = {
    "renderedFields": _rendered,
    "names": _names,
    "schema": _schema,
    "operations": _operations,
    "editmeta": _edit_metadata,
    "changelog": _changelog,
    "versionedRepresentations": None,
    "transitions": _transitions,
}
_UNLISTED = "transitions"  # Jira knows it too, but does not list it

LISTED = ",".join(name for name in _EXPANDS if name != _UNLISTED)
"""What an issue says could be asked for, as Jira lists it."""

"""A whole issue in Jira's JSON, alike wherever one is read, found or fetched."""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterable

from jira_linkfake.jira.fields.as_json import field_schema, screen_json
from jira_linkfake.jira.fields.field import Editing
from jira_linkfake.jira.fields.registry import FIELDS, field_of, fields_of_site
from jira_linkfake.jira.history.as_json import changelog_of
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.issues.rules import transitions_of
from jira_linkfake.jira.reader import Json, Reader
from jira_linkfake.jira.refusal import NotServed, Refused
from jira_linkfake.jira.workflow.as_json import transition_json

_NOT_NAVIGABLE = frozenset(field.id for field in FIELDS if not field.navigable)


class _AllBut:
    """The names of all fields but some."""

    def __init__(self, without: Collection[str]) -> None:
        self._without = without

    def __contains__(self, name: object) -> bool:
        return name not in self._without


def wanted_fields(lists: Iterable[str], default: str = "*all") -> Container[str]:
    """Return the names of the fields that are wanted: each list may name several, and `-name` takes one away."""
    names = {name.strip() for one in lists for name in one.split(",")} - {""}
    without = {name[1:] for name in names if name.startswith("-")}
    named = {name for name in names if not name.startswith("-")} or {default}
    if "*all" in named:
        return _AllBut(without)
    return _AllBut(without | (_NOT_NAVIGABLE - named)) if "*navigable" in named else named - without


def fields_of(reader: Reader, issue: Issue, wanted: Container[str]) -> Json:
    """Return the wanted fields of an issue that the reader may see."""
    known = fields_of_site(reader.site)
    return {one.id: one.as_json(reader, issue) for one in known if one.id in wanted and one.is_there(reader, issue)}


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
    return {name: field_of(reader.site, name).name for name in fields}


def _schema(reader: Reader, _: Issue, fields: Json) -> Json:
    return {name: field_schema(field_of(reader.site, name)) for name in fields}


def _changelog(reader: Reader, issue: Issue, _: Json) -> Json:
    return changelog_of(reader, issue)


def _rendered(reader: Reader, issue: Issue, fields: Json) -> Json:
    return {name: field_of(reader.site, name).rendered(reader, issue) for name in fields}


def _edit_metadata(reader: Reader, issue: Issue, _: Json) -> Json:
    return {"fields": screen_json(reader, issue, Editing(site=reader.site, caller=reader.caller, purpose="edit"))}


def _transitions(reader: Reader, issue: Issue, _: Json) -> list[Json]:
    return [transition_json(one, reader.api) for one in transitions_of(reader.site, reader.caller, issue)]


_EXPANDS: dict[str, Expand | None] = {
    "renderedFields": _rendered,
    "names": _names,
    "schema": _schema,
    "operations": None,
    "editmeta": _edit_metadata,
    "changelog": _changelog,
    "versionedRepresentations": None,
    "transitions": _transitions,
}

_UNLISTED = "transitions"  # Jira knows it too, but does not list it
LISTED = ",".join(name for name in _EXPANDS if name != _UNLISTED)
"""What an issue says could be asked for, as Jira lists it."""


def whole_issue(reader: Reader, issue: Issue, wanted: Container[str], expand: str = "") -> Json:
    """Return an issue that the reader may see, with its wanted fields and what a checked `expand` adds."""
    fields = fields_of(reader, issue, wanted)
    return {
        "expand": LISTED,
        "id": issue.id,
        "self": f"{reader.api}/issue/{issue.id}",
        "key": issue.key,
        **expanded(reader, issue, fields, expand),
        "fields": fields,
    }

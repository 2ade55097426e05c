"""A whole issue in Jira's JSON, alike wherever one is read, found or fetched."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from jira_linkfake.jira.comments.as_json import comment_json
from jira_linkfake.jira.comments.rules import visible_comments
from jira_linkfake.jira.fields.as_json import field_schema, fields_metadata
from jira_linkfake.jira.fields.field import described
from jira_linkfake.jira.history.as_json import changelog_of
from jira_linkfake.jira.issue_links.as_json import linked_issue_json, links_json
from jira_linkfake.jira.issue_links.rules import links_seen
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.issues.rules import transitions_of
from jira_linkfake.jira.people.as_json import security_level_json, user_json
from jira_linkfake.jira.people.model import User
from jira_linkfake.jira.permissions.sight import may_see
from jira_linkfake.jira.projects.as_json import project_json
from jira_linkfake.jira.reader import Json, Reader, time_json
from jira_linkfake.jira.refusal import NotServed, Refused
from jira_linkfake.jira.rich_text import html, rich_text
from jira_linkfake.jira.workflow.as_json import issue_type_json, priority_json, status_json, transition_json

_NOT_NAVIGABLE = frozenset({"comment"})


def wanted_fields(lists: Iterable[str], default: str = "*all") -> Callable[[str], bool]:
    """Return what says whether a field is wanted: each list may name several, and `-name` takes one away."""
    names = {name.strip() for one in lists for name in one.split(",")} - {""}
    without = {name[1:] for name in names if name.startswith("-")}
    named = {name for name in names if not name.startswith("-")} or {default}
    if "*all" in named:
        return lambda name: name not in without
    if "*navigable" in named:
        return lambda name: name not in without and (name in named or name not in _NOT_NAVIGABLE)
    return lambda name: name in named and name not in without


def fields_of(reader: Reader, issue: Issue, wanted: Callable[[str], bool]) -> Json:
    """Return the wanted fields of an issue that the reader may see."""
    fields = {
        name: value(reader, issue) for name, value in _FIELDS.items() if wanted(name) and _is_there(reader, issue, name)
    }
    fields.update((name, value) for name, value in issue.custom_fields.items() if wanted(name))
    return fields


def _is_there(reader: Reader, issue: Issue, name: str) -> bool:
    if name == "issuelinks":
        return reader.site.linking_enabled
    return name != "parent" or _parent(reader, issue) is not None


def _links(reader: Reader, issue: Issue) -> list[Json]:
    return links_json(links_seen(reader.site, reader.caller, issue), issue, reader.api)


def _parent(reader: Reader, issue: Issue) -> Json | None:
    parent = None if issue.parent_id is None else reader.site.issues[issue.parent_id]
    if parent is None or not may_see(reader.site, reader.caller, parent):
        return None
    return linked_issue_json(parent, reader.api)


def _subtasks(reader: Reader, issue: Issue) -> list[Json]:
    subtasks = [one for one in reader.site.children_of(issue) if one.type.subtask]
    return [linked_issue_json(one, reader.api) for one in subtasks if may_see(reader.site, reader.caller, one)]


def _security(reader: Reader, issue: Issue) -> Json | None:
    level = issue.security_level
    return None if level is None else security_level_json(level, reader.api)


def _priority(reader: Reader, issue: Issue) -> Json | None:
    return None if issue.priority is None else priority_json(issue.priority, reader.api)


def _description(reader: Reader, issue: Issue) -> object:
    if issue.description is None:
        return None
    return rich_text(issue.description, issue.description_document, reader.api)


def _user(reader: Reader, user: User | None) -> Json | None:
    return None if user is None else user_json(user, reader.api)


def _comments(reader: Reader, issue: Issue) -> Json:
    comments = [comment_json(one, reader.api) for one in visible_comments(reader.site, reader.caller, issue)]
    return {
        "comments": comments,
        "self": f"{reader.api}/issue/{issue.id}/comment",
        "maxResults": len(comments),
        "total": len(comments),
        "startAt": 0,
    }


_FIELDS: dict[str, Callable[[Reader, Issue], object]] = {
    "summary": lambda _, issue: issue.summary,
    "issuetype": lambda reader, issue: issue_type_json(issue.type, reader.api),
    "project": lambda reader, issue: project_json(reader.site.projects[issue.project], reader.api),
    "parent": _parent,
    "status": lambda reader, issue: status_json(issue.status, reader.api),
    "priority": _priority,
    "labels": lambda _, issue: list(issue.labels),
    "assignee": lambda reader, issue: _user(reader, issue.assignee),
    "reporter": lambda reader, issue: _user(reader, issue.reporter),
    "creator": lambda reader, issue: _user(reader, issue.creator),
    "security": _security,
    "description": _description,
    "created": lambda _, issue: time_json(issue.created),
    "updated": lambda _, issue: time_json(issue.updated),
    "subtasks": _subtasks,
    "issuelinks": _links,
    "comment": _comments,
}


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
    return {name: field_schema(described(reader.site, name)) for name in fields}


def _changelog(reader: Reader, issue: Issue, _: Json) -> Json:
    return changelog_of(reader, issue)


def _rendered(reader: Reader, issue: Issue, fields: Json) -> Json:
    """Return, for each field that is shown, what a page would show of it: HTML, or None where it is no rich text."""
    rendered: Json = dict.fromkeys(fields)
    if "description" in fields:
        rendered["description"] = html(issue.description or "")
    if "comment" in fields:
        bodies = [
            {**comment_json(one, reader.api), "body": html(one.body)}
            for one in visible_comments(reader.site, reader.caller, issue)
        ]
        rendered["comment"] = {**fields["comment"], "comments": bodies}
    return rendered


def _edit_metadata(reader: Reader, issue: Issue, _: Json) -> Json:
    return {"fields": fields_metadata(reader, issue, "edit")}


def _transitions(reader: Reader, issue: Issue, _: Json) -> list[Json]:
    return [transition_json(one, reader.api) for one in transitions_of(reader.site, reader.caller, issue)]


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


def whole_issue(reader: Reader, issue: Issue, wanted: Callable[[str], bool], expand: str = "") -> Json:
    """Return an issue that the reader may see, with its wanted fields and what a checked `expand` adds."""
    fields = fields_of(reader, issue, wanted)
    return {
        "expand": LISTED,
        "id": str(issue.id),
        "self": f"{reader.api}/issue/{issue.id}",
        "key": issue.key,
        **expanded(reader, issue, fields, expand),
        "fields": fields,
    }

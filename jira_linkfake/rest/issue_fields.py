"""The fields of an issue in Jira's JSON, alike wherever an issue is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from jira_linkfake.rest import representations as represent
from jira_linkfake.rest.call import Reader
from jira_linkfake.rest.representations import Json
from jira_linkfake.site.commenting import visible_comments
from jira_linkfake.site.linking import links_seen
from jira_linkfake.site.model import Issue, User
from jira_linkfake.site.permissions import may_see

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
    return represent.links_of(links_seen(reader.site, reader.caller, issue), issue, reader.api)


def _parent(reader: Reader, issue: Issue) -> Json | None:
    parent = None if issue.parent_id is None else reader.site.issues[issue.parent_id]
    if parent is None or not may_see(reader.site, reader.caller, parent):
        return None
    return represent.linked_issue(parent, reader.api)


def _subtasks(reader: Reader, issue: Issue) -> list[Json]:
    subtasks = [one for one in reader.site.children_of(issue) if one.type.subtask]
    return [represent.linked_issue(one, reader.api) for one in subtasks if may_see(reader.site, reader.caller, one)]


def _security(reader: Reader, issue: Issue) -> Json | None:
    level = issue.security_level
    return None if level is None else represent.security_level(level, reader.api)


def _priority(reader: Reader, issue: Issue) -> Json | None:
    return None if issue.priority is None else represent.priority(issue.priority, reader.api)


def _description(reader: Reader, issue: Issue) -> object:
    if issue.description is None:
        return None
    return represent.rich_text(issue.description, issue.description_document, reader.api)


def _user(reader: Reader, user: User | None) -> Json | None:
    return None if user is None else represent.user(user, reader.api)


def _comments(reader: Reader, issue: Issue) -> Json:
    comments = [represent.comment(one, reader.api) for one in visible_comments(reader.site, reader.caller, issue)]
    return {
        "comments": comments,
        "self": f"{reader.api}/issue/{issue.id}/comment",
        "maxResults": len(comments),
        "total": len(comments),
        "startAt": 0,
    }


_FIELDS: dict[str, Callable[[Reader, Issue], object]] = {
    "summary": lambda _, issue: issue.summary,
    "issuetype": lambda reader, issue: represent.issue_type(issue.type, reader.api),
    "project": lambda reader, issue: represent.project(reader.site.projects[issue.project], reader.api),
    "parent": _parent,
    "status": lambda reader, issue: represent.status(issue.status, reader.api),
    "priority": _priority,
    "labels": lambda _, issue: list(issue.labels),
    "assignee": lambda reader, issue: _user(reader, issue.assignee),
    "reporter": lambda reader, issue: _user(reader, issue.reporter),
    "creator": lambda reader, issue: _user(reader, issue.creator),
    "security": _security,
    "description": _description,
    "created": lambda _, issue: represent.time(issue.created),
    "updated": lambda _, issue: represent.time(issue.updated),
    "subtasks": _subtasks,
    "issuelinks": _links,
    "comment": _comments,
}

"""Which of all types of issues and statuses a caller sees."""

from __future__ import annotations

from collections.abc import Collection

from jira_linkfake.jira.people.model import Caller
from jira_linkfake.jira.permissions.model import ADMINISTER, ADMINISTER_PROJECTS, BROWSE_PROJECTS
from jira_linkfake.jira.permissions.sight import holds, holds_anywhere
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.refusal import IdInvalid, NotFound, Refused
from jira_linkfake.jira.site import Site, as_id
from jira_linkfake.jira.workflow.model import CATEGORIES, IssueType, Status
from jira_linkfake.jira.workflow.refusals import (
    StatusCategoryUnknown,
    StatusesMiscounted,
    StatusesUnseen,
    StatusSearchTooLong,
)


def types_seen(site: Site, caller: Caller) -> list[IssueType]:
    """Return the types that are no project's own, and those of projects that the caller may browse.

    The reference lets administrators see all; here nobody is told of a project that is hidden from them (chosen).
    """
    return [one for one in site.issue_types.values() if one.project_id is None or _sees(site, caller, one.project_id)]


def _sees(site: Site, caller: Caller, project_id: str) -> bool:
    return holds(site, caller, BROWSE_PROJECTS, site.projects.keys_by_id[project_id])


def alternatives_to(site: Site, caller: Caller, issue_type: IssueType) -> list[IssueType]:
    """Return what issues of a type could be instead: sub-tasks for sub-tasks, and what is the same project's own."""
    return [
        one
        for one in types_seen(site, caller)
        if one != issue_type and (one.project_id, one.subtask) == (issue_type.project_id, issue_type.subtask)
    ]


def find_issue_type(site: Site, caller: Caller, type_id: str) -> IssueType:
    """Return the type of issues with an id; raises `Refused` where there is none, and for another project's own."""
    own_id = as_id(type_id)
    if own_id is None:
        raise Refused(IdInvalid(kind="issue type", value=type_id))
    found = next((one for one in types_seen(site, caller) if one.id == own_id), None)
    if found is None:
        raise Refused(NotFound(kind="issue type", value=type_id))
    return found


_LONGEST_SEARCH = 255
_MOST_STATUSES = 50


class StatusQuery(Plain):
    """Which statuses a request looks for; None leaves nothing out."""

    text: str = ""
    category: str | None = None


def search_statuses(site: Site, caller: Caller, query: StatusQuery) -> list[Status]:
    """Return the statuses with a text in their names, of a category; raises `Refused` but for administrators."""
    _require_statuses(site, caller)
    if len(query.text) > _LONGEST_SEARCH:
        raise Refused(StatusSearchTooLong(length=len(query.text), most=_LONGEST_SEARCH))
    if query.category is not None and query.category not in CATEGORIES.values():
        raise Refused(StatusCategoryUnknown(value=query.category))
    text = query.text.casefold()
    return [
        one
        for one in site.statuses.values()
        if text in one.name.casefold() and query.category in (None, CATEGORIES.get(one.category.key))
    ]


def named_statuses(site: Site, caller: Caller, names: Collection[str], by: str) -> list[Status]:
    """Return the statuses of ids or of names; those that there are none of are left out (chosen)."""
    _require_statuses(site, caller)
    if not 1 <= len(names) <= _MOST_STATUSES:
        raise Refused(StatusesMiscounted(count=len(names), most=_MOST_STATUSES))
    return [one for one in site.statuses.values() if str(getattr(one, by)) in names]


def _require_statuses(site: Site, caller: Caller) -> None:
    if not (holds(site, caller, ADMINISTER) or holds_anywhere(site, caller, ADMINISTER_PROJECTS)):
        raise Refused(StatusesUnseen(caller=caller))

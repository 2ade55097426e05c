"""Archiving issues, and bringing them back: of several, those that can be."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from jira_linkfake.jira.archiving.refusals import (
    ArchiverNotAdministrator,
    ArchiverNotSignedIn,
    ExporterNotAdministrator,
    ExportFilterInvalid,
    NotArchived,
)
from jira_linkfake.jira.issues.finding import IssueReference, find_issue
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.issues.rules import set_archived
from jira_linkfake.jira.people.model import Caller
from jira_linkfake.jira.permissions.model import ADMINISTER
from jira_linkfake.jira.permissions.sight import holds, sight
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.projects.finding import may_browse
from jira_linkfake.jira.refusal import Refusal, Refused, attempt
from jira_linkfake.jira.site import Site
from jira_linkfake.jira.tasks.model import Task
from jira_linkfake.jira.tasks.rules import carry_out

MOST_AT_ONCE = 1000
"""How many issues one request archives (reference)."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Archiving:
    """What came of archiving several issues, or of bringing them back.

    `count` has the sub-tasks of the issues too. `not_found`, `subtasks` and `in_archived_projects` are the
    issues that stayed as they are, as the request names them, and `left` is how many more there were than are archived
    at once. `why` says all that.
    """

    count: int
    not_found: tuple[str, ...]
    subtasks: tuple[str, ...]
    in_archived_projects: tuple[str, ...]
    left: int
    why: str


def archive_issues(site: Site, caller: Caller, named: Sequence[str], *, archived: bool) -> Archiving:
    """Archive the issues that ids and keys name, with their sub-tasks, or bring them back.

    Raises `Refused` where the caller may not, and where none of the first 1,000 can be. One that is archived already
    counts (chosen). History and `updated` do not tell of it (chosen).
    """
    require_archiver(site, caller)
    names = list(dict.fromkeys(named))
    issues, not_found, subtasks, put_away = dict[str, Issue](), list[str](), list[str](), list[str]()
    why = list[str]()
    for name in names[:MOST_AT_ONCE]:
        unseen: list[Refusal] = []
        issue = attempt(unseen, partial(find_issue, site, caller, IssueReference.of(name)))
        why += [one.reason for one in unseen]
        if issue is None:
            not_found.append(name)
        elif site.projects[issue.project].archived:
            put_away.append(name)
            why.append(f"{issue.key} is in an archived project, which is archived and restored as a whole")
        elif issue.type.subtask:
            subtasks.append(name)
            why.append(f"{issue.key} is a sub-task, which goes with its parent")
        else:
            issues.update((one.id, one) for one in (issue, *site.issues.subtasks_of(issue)))
    if not issues:
        raise Refused(NotArchived(why="; ".join(why) or "the request names no issue"))
    _set(site, caller, issues.values(), archived=archived)
    left = max(0, len(names) - MOST_AT_ONCE)
    if left:
        why.append(f"the request has {len(names)} issues, and those after the first {MOST_AT_ONCE} are left alone")
    return Archiving(
        count=len(issues),
        not_found=tuple(not_found),
        subtasks=tuple(subtasks),
        in_archived_projects=tuple(put_away),
        left=left,
        why="; ".join(why),
    )


def require_archiver(site: Site, caller: Caller) -> None:
    """Raise `Refused` where the caller may not archive issues."""
    _require_signed_in(caller)
    if not holds(site, caller, ADMINISTER):
        raise Refused(ArchiverNotAdministrator(caller=caller))


def _require_signed_in(caller: Caller) -> None:
    if caller is None:
        raise Refused(ArchiverNotSignedIn(caller=caller))


def archive_found(site: Site, caller: Caller, issues: Iterable[Issue]) -> Task:
    """Archive issues that the caller sees, with their sub-tasks, and return the task; sub-tasks alone are let pass.

    Its result, in which the issues are counted, is chosen. The reference's limit of 100,000 is not kept.
    """
    parents = [issue for issue in issues if not issue.type.subtask]
    whole = {one.id: one for issue in parents for one in (issue, *site.issues.subtasks_of(issue))}
    _set(site, caller, whole.values(), archived=True)
    return carry_out(site, caller, "Archive issues", {"numberOfIssuesUpdated": len(whole)})


class ArchivedQuery(Plain):
    """Which archived issues are to be exported; None leaves none out. Users go by account."""

    projects: Collection[str] | None = None
    types: Collection[str] | None = None
    reporters: Collection[str] | None = None
    archived_by: Collection[str] | None = None
    after: date | None = None
    before: date | None = None


def export_archived(site: Site, caller: Caller, query: ArchivedQuery) -> Task:
    """Return the task that counts the archived issues of a query; no mail with them is sent.

    What each filter means at its bounds is chosen: both days count.
    """
    _require_signed_in(caller)
    if not holds(site, caller, ADMINISTER):
        raise Refused(ExporterNotAdministrator(caller=caller))
    known = {
        "project": (query.projects, {key for key, one in site.projects.items() if may_browse(site, caller, one)}),
        "issue type": (query.types, {*site.issue_types}),
        "account": ({*(query.reporters or ()), *(query.archived_by or ())}, {*site.people.by_account_id}),
    }
    for what, (named, there) in known.items():
        wrong = sorted({*(named or ())} - there)
        if wrong:
            raise Refused(ExportFilterInvalid(invalid=f"there is no {what} {wrong[0]!r}"))
    sees = sight(site, caller)
    archived = [one for one in site.issues.values() if one.archived and sees(one)]
    count = sum(1 for one in archived if _is_exported(site, query, one))
    return carry_out(site, caller, f"Export {count} archived issues", {"numberOfIssuesExported": count})


def _is_exported(site: Site, query: ArchivedQuery, issue: Issue) -> bool:
    archival = site.issues.archivals.get(issue.id)
    by = archival and archival.by and archival.by.account_id
    day = None if archival is None else archival.at.date()
    return (
        (query.projects is None or issue.project in query.projects)
        and (query.types is None or issue.type.id in query.types)
        and (query.reporters is None or (issue.reporter and issue.reporter.account_id) in query.reporters)
        and (query.archived_by is None or by in query.archived_by)
        and (query.after is None or (day is not None and query.after <= day))
        and (query.before is None or (day is not None and day <= query.before))
    )


def _set(site: Site, caller: Caller, issues: Iterable[Issue], *, archived: bool) -> None:
    for one in issues:
        if one.archived != archived:
            set_archived(site, caller, one, archived=archived)

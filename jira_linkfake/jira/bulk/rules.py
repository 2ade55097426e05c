"""Changing many issues at once: each is changed or not, and why not is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from jira_linkfake.jira.bulk.refusals import BulkIssuesInvalid, BulkTooLarge, NoBulkPermission, NotABulkTask
from jira_linkfake.jira.issues.finding import IssueReference, find_issue
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.issues.rules import TransitionRequest, delete_issue, transition_issue, transitions_of
from jira_linkfake.jira.people.model import Caller, User
from jira_linkfake.jira.permissions.model import BULK_CHANGE
from jira_linkfake.jira.permissions.sight import holds
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.site import Site, as_id
from jira_linkfake.jira.tasks.model import Task
from jira_linkfake.jira.watchers.finding import require_watching
from jira_linkfake.jira.watchers.rules import add_watcher, remove_watcher
from jira_linkfake.jira.workflow.model import Transition

MOST_AT_ONCE = 1000
"""How many issues one request changes (reference)."""


class Outcome(Plain):
    """What came of a bulk operation: the ids of the issues that were changed, and why the others were not."""

    processed: tuple[str, ...]
    failed: Mapping[str, Refused]


def require_bulk_change(site: Site, caller: Caller) -> None:
    """Raise `Refused` where the caller may not make bulk changes."""
    if not holds(site, caller, BULK_CHANGE):
        raise Refused(NoBulkPermission(caller=caller))


def chosen_issues(site: Site, caller: Caller, named: Iterable[str]) -> list[Issue]:
    """Return the issues that ids and keys name, each once.

    Raises `Refused` where the caller may not make bulk changes, where there are too many, and where one is not seen.
    """
    require_bulk_change(site, caller)
    names = list(dict.fromkeys(named))
    if len(names) > MOST_AT_ONCE:
        raise Refused(BulkTooLarge(count=len(names), limit=MOST_AT_ONCE))
    issues, wrong = dict[str, Issue](), list[str]()
    for name in names:
        try:
            issue = find_issue(site, caller, IssueReference.of(name))
            issues[issue.id] = issue
        except Refused as refused:
            wrong.append(str(refused))
    if wrong or not issues:
        raise Refused(BulkIssuesInvalid(why="; ".join(wrong) or "the request names no issue"))
    return list(issues.values())


def delete_issues(site: Site, caller: Caller, named: Iterable[str]) -> Outcome:
    """Delete issues, each with its sub-tasks (chosen: as Jira's page for bulk changes does)."""
    issues = chosen_issues(site, caller, named)

    def delete(reference: IssueReference) -> None:
        if reference.id in site.issues:  # it has not gone with its parent
            delete_issue(site, caller, reference, with_subtasks=True)

    return _each(issues, delete)


def watch_issues(site: Site, caller: User, named: Iterable[str], *, watching: bool) -> Outcome:
    """Let the caller watch issues, or watch them no longer."""
    issues = chosen_issues(site, caller, named)
    change = add_watcher if watching else remove_watcher

    def watch(reference: IssueReference) -> None:
        require_watching(site)
        change(site, caller, find_issue(site, caller, reference), caller.account_id)

    return _each(issues, watch)


def transition_issues(site: Site, caller: Caller, wanted: Sequence[tuple[Sequence[str], str]]) -> Outcome:
    """Move issues on: each list of them by the transition that is named with it."""
    chosen_issues(site, caller, [name for names, _ in wanted for name in names])  # all of them, before any is changed
    outcomes = [
        _each(
            chosen_issues(site, caller, names),
            partial(_move_on, site, caller, TransitionRequest(transition=transition_id)),
        )
        for names, transition_id in wanted
        if names
    ]
    return Outcome(
        processed=tuple(dict.fromkeys(one for outcome in outcomes for one in outcome.processed)),
        failed={issue_id: why for outcome in outcomes for issue_id, why in outcome.failed.items()},
    )


def _move_on(site: Site, caller: Caller, request: TransitionRequest, reference: IssueReference) -> None:
    transition_issue(site, caller, reference, request)


def _each(issues: Iterable[Issue], change: Callable[[IssueReference], None]) -> Outcome:
    """Change each of the issues, or keep why that was refused."""
    processed, failed = list[str](), dict[str, Refused]()
    for issue in issues:
        try:
            change(IssueReference(id=issue.id))
            processed.append(issue.id)
        except Refused as refused:
            failed[issue.id] = refused
    return Outcome(processed=tuple(processed), failed=failed)


def common_transitions(site: Site, caller: Caller, named: Iterable[str]) -> tuple[list[Issue], list[Transition], bool]:
    """Return issues, the transitions that all of them have and that need no more fields, and whether there are others.

    All issues of a site share one workflow.
    """
    issues = chosen_issues(site, caller, named)
    of_each = [transitions_of(site, caller, issue) for issue in issues]
    every = {one.id: one for transitions in of_each for one in transitions}
    common = set(every).intersection(*({one.id for one in transitions} for transitions in of_each))
    usable = [one for one in every.values() if one.id in common and not (one.screen and one.screen.required)]
    return issues, usable, len(usable) < len(every)


def find_bulk_task(site: Site, caller: Caller, task_id: str) -> Task:
    """Return the task of a bulk operation; raises `Refused` where there is none, and where the caller may not ask."""
    require_bulk_change(site, caller)
    task = site.tasks.get(as_id(task_id) or "")
    if task is None or not is_bulk(task):
        raise Refused(NotABulkTask(value=task_id))
    return task


def is_bulk(task: Task) -> bool:
    """Say whether a task is that of a bulk operation."""
    return isinstance(task.result, dict) and task.result.keys() >= {"processedIssues", "failedIssues"}

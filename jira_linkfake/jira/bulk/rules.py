"""Changing many issues at once: each is changed or not, and why not is kept."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from functools import partial

from jira_linkfake.jira.bulk.refusals import (
    BulkEditUnselected,
    BulkEditValueless,
    BulkIssuesInvalid,
    BulkTargetInvalid,
    BulkTooLarge,
    NoBulkFields,
    NoBulkPermission,
    NotABulkTask,
)
from jira_linkfake.jira.fields.field import Editing, Field, FieldUpdate
from jira_linkfake.jira.fields.refusals import FieldNotSettable
from jira_linkfake.jira.fields.registry import fields_on_screen
from jira_linkfake.jira.issues.finding import IssueReference, find_issue, require_unarchived
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.issues.rules import (
    Destination,
    EditRequest,
    MandatoryValue,
    TransitionRequest,
    delete_issue,
    edit_issue,
    move_issue,
    require_creatable,
    transition_issue,
    transitions_of,
)
from jira_linkfake.jira.people.model import Caller, User
from jira_linkfake.jira.permissions.model import BULK_CHANGE, MOVE_ISSUES
from jira_linkfake.jira.permissions.sight import holds, sight
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.projects.fields import ProjectField
from jira_linkfake.jira.projects.finding import find_project
from jira_linkfake.jira.refusal import Refusal, Refused, attempt
from jira_linkfake.jira.site import Site, with_id
from jira_linkfake.jira.tasks.model import Task
from jira_linkfake.jira.watchers.finding import require_watching
from jira_linkfake.jira.watchers.rules import add_watcher, remove_watcher
from jira_linkfake.jira.workflow.fields import StatusField
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
    return _each_once(_by_name(site, caller, named).values())


def _by_name(site: Site, caller: Caller, named: Iterable[str]) -> dict[str, Issue]:
    """Return the issues that ids and keys name, by these; raises `Refused` as the above."""
    require_bulk_change(site, caller)
    names = list(dict.fromkeys(named))
    if len(names) > MOST_AT_ONCE:
        raise Refused(BulkTooLarge(count=len(names), limit=MOST_AT_ONCE))
    wrong: list[Refusal] = []
    found = {name: attempt(wrong, partial(find_issue, site, caller, IssueReference.of(name))) for name in names}
    if wrong or not found:
        raise Refused(BulkIssuesInvalid(why="; ".join(one.reason for one in wrong) or "the request names no issue"))
    return {name: issue for name, issue in found.items() if issue is not None}


def _each_once(issues: Iterable[Issue]) -> list[Issue]:
    return list({issue.id: issue for issue in issues}.values())


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
    """Move issues on: each list of them by the transition that is named with it.

    An issue that is named twice has failed if one of its transitions has (chosen).
    """
    issues = _by_name(site, caller, [name for names, _ in wanted for name in names])  # before any is changed
    outcomes = [
        _each(
            _each_once(issues[name] for name in names),
            partial(_move_on, site, caller, TransitionRequest(transition=transition_id)),
        )
        for names, transition_id in wanted
    ]
    failed = {issue_id: why for outcome in outcomes for issue_id, why in outcome.failed.items()}
    done = dict.fromkeys(one for outcome in outcomes for one in outcome.processed)
    return Outcome(processed=tuple(one for one in done if one not in failed), failed=failed)


def _move_on(site: Site, caller: Caller, request: TransitionRequest, reference: IssueReference) -> None:
    transition_issue(site, caller, reference, request)


class ToEdit(Plain):
    """What a bulk edit does to a field; `selected` is how the request must name the field."""

    selected: str
    field: str
    updates: Sequence[FieldUpdate]


MOST_FIELDS = 200
"""How many fields one request edits (reference)."""


def edit_issues(
    site: Site, caller: Caller, named: Iterable[str], selected: Collection[str], edits: Sequence[ToEdit]
) -> Outcome:
    """Edit fields of issues, their status by a transition too; of each issue all is changed or nothing."""
    issues = chosen_issues(site, caller, named)
    if len(selected) > MOST_FIELDS:
        raise Refused(BulkTooLarge(count=len(selected), limit=MOST_FIELDS, what="fields"))
    given = list(dict.fromkeys(one.selected for one in edits))
    unselected = [one for one in given if one not in selected]
    if unselected:
        raise Refused(BulkEditUnselected(fields=", ".join(unselected)))
    valueless = [one for one in dict.fromkeys(selected) if one not in given]
    if valueless or not given:
        raise Refused(BulkEditValueless(fields=", ".join(valueless) or "any field"))
    update: dict[str, list[FieldUpdate]] = {}
    for one in edits:
        update.setdefault(one.field, []).extend(one.updates)
    statuses = update.pop(StatusField.id, [])
    request = EditRequest(update=update, override=False)

    def edit(reference: IssueReference) -> None:
        issue = find_issue(site, caller, reference)
        moves = [_way_to(site, caller, issue, str(one.value)) for one in statuses]
        if update:
            edit_issue(site, caller, reference, request)
        for move in filter(None, moves):
            transition_issue(site, caller, reference, TransitionRequest(transition=move.id))

    return _each(issues, edit)


def _way_to(site: Site, caller: Caller, issue: Issue, status_id: str) -> Transition | None:
    """Return a transition to a status that asks for nothing else, None where the issue is there already."""
    require_unarchived(issue)
    if issue.status.id == status_id:
        return None
    for one in transitions_of(site, caller, issue):
        if one.to.id == status_id and _asks_nothing(one):
            return one
    raise Refused(FieldNotSettable(field=StatusField.id, why=f"no transition leads there from {issue.status.name}"))


def _asks_nothing(transition: Transition) -> bool:
    return not (transition.screen and transition.screen.required)


def fields_of_all(site: Site, caller: Caller, named: Iterable[str], text: str) -> tuple[list[Issue], list[Field]]:
    """Return issues, and the fields that can be edited in all of them, those whose name has a text.

    Raises `Refused` where there is none.
    """
    issues = chosen_issues(site, caller, named)
    editing = Editing(site=site, caller=caller, purpose="edit")
    of_each = [fields_on_screen(editing, issue) for issue in issues]
    common = set.intersection(*({one.id for one in fields if one.in_bulk} for fields in of_each))
    found = [one for one in of_each[0] if one.id in common and text.casefold() in one.name.casefold()]
    if not found:
        raise Refused(NoBulkFields(caller=caller))
    return issues, found


class ToMove(Plain):
    """What is to be moved to one place: `target` is a project, a type's id and a parent, with commas between them.

    With `subtasks_follow`, sub-tasks go along by themselves; else the request moves them too. `values` are those of
    fields that must have one, or None where the issues keep what they have.
    """

    target: str
    named: Sequence[str]
    subtasks_follow: bool
    values: Mapping[str, MandatoryValue] | None = None


def move_issues(site: Site, caller: Caller, wanted: Sequence[ToMove]) -> Outcome:
    """Move issues to other projects, types and parents: each with its sub-tasks, or not.

    Raises `Refused` for what is no place, for an issue that is to go to two places, and for more issues than are taken
    at once, sub-tasks too.
    """
    issues = _by_name(site, caller, [name for one in wanted for name in one.named])
    plan: dict[str, tuple[Issue, Destination, ToMove]] = {}
    for one in wanted:
        to = _destination(site, caller, one)
        for issue in _each_once(issues[name] for name in one.named):
            if issue.id in plan:
                raise Refused(BulkIssuesInvalid(why=f"{issue.key} is to be moved to two places"))
            plan[issue.id] = issue, to, one
    families = _families(site, plan)
    count = sum(len(one.ids) for one in families)
    if count > MOST_AT_ONCE:
        raise Refused(BulkTooLarge(count=count, limit=MOST_AT_ONCE))
    processed, failed = list[str](), dict[str, Refused]()
    for family in families:
        try:
            _move_family(site, caller, family)
            processed += family.ids
        except Refused as refused:
            failed |= dict.fromkeys(family.ids, refused)
    sees = sight(site, caller)
    hidden = {one for one in (*processed, *failed) if one not in plan and not sees(site.issues[one])}
    return Outcome(
        processed=tuple(one for one in processed if one not in hidden),
        failed={one: why for one, why in failed.items() if one not in hidden},
    )


class _Family(Plain):
    """An issue that is moved, and the ids of it and of the sub-tasks that go along."""

    head: Issue
    to: Destination
    ids: tuple[str, ...]


def _destination(site: Site, caller: Caller, wanted: ToMove) -> Destination:
    project_named, type_id, parent_named, *more = [*(one.strip() for one in wanted.target.split(",")), "", ""]
    if any(more):
        raise Refused(BulkTargetInvalid(target=wanted.target, why="it has more than three parts"))
    try:
        project = find_project(site, caller, project_named)
        parent = find_issue(site, caller, IssueReference.of(parent_named)) if parent_named else None
    except Refused as refused:
        raise Refused(BulkTargetInvalid(target=wanted.target, why=str(refused))) from refused
    issue_type = {one.id: one for one in site.types_of(project)}.get(type_id)
    if issue_type is None:
        raise Refused(BulkTargetInvalid(target=wanted.target, why=f"{project.key} has no type with the id {type_id!r}"))
    if issue_type.subtask and parent is None:
        raise Refused(BulkTargetInvalid(target=wanted.target, why="a sub-task takes a parent, by id or key"))
    return Destination(project=project, type=issue_type, parent=parent, values=wanted.values)


def _families(site: Site, plan: Mapping[str, tuple[Issue, Destination, ToMove]]) -> list[_Family]:
    """Return each issue that moves with what goes along; sub-tasks that move by themselves come first."""
    families, followers = list[_Family](), set[str]()
    for issue, to, wanted in plan.values():
        subtasks = site.issues.subtasks_of(issue)
        twice = [one.key for one in subtasks if one.id in plan and wanted.subtasks_follow]
        if twice:
            raise Refused(BulkIssuesInvalid(why=f"{twice[0]} goes along with {issue.key} by itself"))
        types = {
            one.id: plan[one.id][1].type for one in subtasks if one.id in plan and _stays(issue, to, plan[one.id][1])
        }
        ids = [one.id for one in subtasks if wanted.subtasks_follow or one.id in types]
        followers |= types.keys()
        families.append(_Family(head=issue, to=replace(to, types=types), ids=(issue.id, *ids)))
    return sorted((one for one in families if one.head.id not in followers), key=lambda one: not one.head.type.subtask)


def _stays(parent: Issue, to: Destination, own: Destination) -> bool:
    """Say whether a sub-task that moves stays with its parent, which moves too."""
    return own.project.key == to.project.key and own.parent is not None and own.parent.id == parent.id


def _move_family(site: Site, caller: Caller, family: _Family) -> None:
    issue, project = site.issues[family.head.id], family.to.project.key
    require_unarchived(issue)
    if not holds(site, caller, MOVE_ISSUES, issue.project):
        raise Refused(FieldNotSettable(field=ProjectField.id, why=f"it takes Move issues in {issue.project}"))
    require_creatable(site, caller, family.to.project)
    left = [one for one in site.issues.subtasks_of(issue) if one.id not in family.ids]
    if left and project != issue.project:
        raise Refused(FieldNotSettable(field=ProjectField.id, why=f"its sub-task {left[0].key} is not moved along"))
    move_issue(site, caller, issue, family.to)


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
    usable = [one for one in every.values() if one.id in common and _asks_nothing(one)]
    return issues, usable, len(usable) < len(every)


PROGRESS_KEPT = timedelta(days=14)
"""For how long the progress of a bulk operation can be asked for (reference)."""


def find_bulk_task(site: Site, caller: Caller, task_id: str) -> Task:
    """Return the task of a bulk operation; raises `Refused` where there is none, and where the caller may not ask."""
    require_bulk_change(site, caller)
    task = with_id(site.tasks, task_id)
    if task is None or not is_bulk(task):
        raise Refused(NotABulkTask(value=task_id, why="there is no such task of a bulk operation"))
    if site.clock.now - task.submitted > PROGRESS_KEPT:
        raise Refused(NotABulkTask(value=task_id, why="it was submitted more than 14 days ago"))
    return task


def is_bulk(task: Task) -> bool:
    """Say whether a task is that of a bulk operation."""
    return isinstance(task.result, dict) and task.result.keys() >= {"processedIssues", "failedIssues"}

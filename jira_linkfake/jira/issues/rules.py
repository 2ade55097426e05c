"""Creating, editing, moving on and deleting issues: everything is checked before anything is done."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from jira_linkfake.jira.archiving.model import Archival
from jira_linkfake.jira.comments.rules import add_comment
from jira_linkfake.jira.components.finding import default_assignee
from jira_linkfake.jira.fields.field import CustomField, Draft, Editing, Field, FieldUpdate, ListOfParts, reference_in
from jira_linkfake.jira.fields.refusals import (
    FieldNotSettable,
    FieldOnlyUpdated,
    FieldRequired,
    FieldTwice,
    IssueTypeUnfit,
    IssueTypeUnknown,
    SummaryMissing,
)
from jira_linkfake.jira.fields.registry import changes_between, field_of
from jira_linkfake.jira.history.model import (
    AttachmentRemoved,
    CommentRemoved,
    IssueCreated,
    IssueRemoved,
    IssueUpdated,
    WorklogRemoved,
)
from jira_linkfake.jira.history.rules import record
from jira_linkfake.jira.issue_links.rules import make_link, take_link
from jira_linkfake.jira.issues.fields import Summary, misplaced, misplaced_under_parent
from jira_linkfake.jira.issues.finding import IssueReference, find_issue, require_unarchived
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.issues.refusals import (
    HasSubtasks,
    NoAssignPermission,
    NoCreatePermission,
    NoIssueDeletePermission,
    NothingToEdit,
    NoTransitionPermission,
    ProjectMissing,
    TooManyIssues,
    TransitionIdInvalid,
    TransitionMissing,
    TransitionUnknown,
)
from jira_linkfake.jira.people.fields import Assignee, assignable
from jira_linkfake.jira.people.model import Caller
from jira_linkfake.jira.permissions.model import (
    ASSIGN_ISSUES,
    ASSIGNABLE_USER,
    CREATE_ISSUES,
    DELETE_ISSUES,
    EDIT_ISSUES,
    TRANSITION_ISSUES,
)
from jira_linkfake.jira.permissions.sight import holds, require_administrator
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.projects.fields import ProjectField
from jira_linkfake.jira.projects.finding import find_project, projects_seen
from jira_linkfake.jira.projects.model import Part, PartAttribute, PartTable, Project
from jira_linkfake.jira.properties.rules import require_editable, set_properties, wrong_properties
from jira_linkfake.jira.refusal import Refusal, Refused
from jira_linkfake.jira.site import Site, as_id
from jira_linkfake.jira.watchers.rules import autowatch
from jira_linkfake.jira.workflow.fields import IssueTypeField
from jira_linkfake.jira.workflow.model import (
    DEFAULT_PRIORITY,
    DEFAULT_STATUS,
    IssueType,
    Status,
    Transition,
)
from jira_linkfake.jira.worklogs.rules import add_work


class IssueRequest(Plain):
    """What a request wants of an issue: values of fields, updates, and properties; None where it does not say."""

    fields: Mapping[str, object] | None = None
    update: Mapping[str, Sequence[FieldUpdate]] | None = None
    properties: Mapping[str, Any] | None = None

    def updates(self) -> Iterator[tuple[str, Sequence[FieldUpdate]]]:
        """Yield each field that is named, with what is to be done to it."""
        for name, value in (self.fields or {}).items():
            yield name, [FieldUpdate(verb="set", value=value)]
        yield from (self.update or {}).items()

    def names(self, field: str) -> bool:
        """Say whether the request names a field."""
        return field in (self.fields or {}) or field in (self.update or {})


class EditRequest(IssueRequest):
    """An edit of an issue; `override` asks to set fields that are on no screen, too."""

    override: bool


def edit_issue(site: Site, caller: Caller, reference: IssueReference, request: EditRequest) -> Issue:
    """Edit an issue and return it, or refuse and change nothing."""
    issue = find_issue(site, caller, reference)
    require_unarchived(issue)
    require_override(site, caller, override=request.override)
    if request.fields is None and request.update is None and request.properties is None:
        raise Refused(NothingToEdit())
    if not holds(site, caller, EDIT_ISSUES, issue.project):
        why = f"it takes Edit issues in {issue.project}"
        refusals = [FieldNotSettable(field=name, why=why) for name, _ in request.updates()]
        if refusals:
            raise Refused(*refusals)
        if request.properties:
            require_editable(site, caller, issue)
    editing = Editing(site=site, caller=caller, purpose="edit", override=request.override)
    return commit(site, caller, drafted(editing, issue, request))


def require_override(site: Site, caller: Caller, *, override: bool) -> None:
    """Raise `Refused` where a request sets aside what screens have, and the caller is no administrator."""
    if override:
        require_administrator(site, caller)


def assign_issue(site: Site, caller: Caller, reference: IssueReference, account_id: str | None) -> None:
    """Assign an issue to whom an account id names, which does not take the permission to edit it."""
    issue = find_issue(site, caller, reference)
    require_unarchived(issue)
    if not holds(site, caller, ASSIGN_ISSUES, issue.project):
        raise Refused(NoAssignPermission(issue=issue, caller=caller))
    commit(site, caller, Draft(issue=replace(issue, assignee=assignable(site, issue, account_id))))


def drafted(editing: Editing, issue: Issue, request: IssueRequest) -> Draft:
    """Return an issue with all that a request wants of it; raises `Refused` with everything that is wrong with that."""
    draft, refusals = Draft(issue=issue), list[Refusal]()
    # An automatic assignee depends on the components, wherever they stand.
    for name, updates in sorted(request.updates(), key=lambda update: update[0] == Assignee.id):
        try:
            draft = _applied(editing, draft, request, name, updates)
        except Refused as refused:
            refusals += refused.refusals
    if editing.purpose == "create" and not request.names(Summary.id):
        refusals.append(SummaryMissing())
    refusals += _missing(editing, draft, {name for name, _ in request.updates()})
    refusals += wrong_properties(request.properties or {})
    if not refusals:
        refusals += _misplaced(editing, issue, draft.issue)
    if refusals:
        raise Refused(*refusals)
    return replace(draft, properties=request.properties or {})


def commit(site: Site, caller: Caller, draft: Draft) -> Issue:
    """Make an issue that is there what its draft is, with its history and events, and return it."""
    before = site.issues[draft.issue.id]
    changes = tuple(changes_between(site, before, draft.issue))
    if changes:
        issue = _at(site.clock.tick(), before, draft.issue)
        site.issues.put(issue)
        site.events.append(IssueUpdated(issue=issue, entry=record(site, caller, issue, *changes), caller=caller))
    return add_to(site, caller, draft)


def swap_part(
    site: Site, caller: Caller, issue: Issue, attribute: PartAttribute, part: Part, other: Part | None
) -> None:
    """Take a part of its project from an issue, and give it another one that it may have already."""
    kept = [one for one in getattr(issue, attribute) if one != part.id]
    if other is not None and other.id not in kept:
        kept.append(other.id)
    parts: dict[str, Any] = {attribute: tuple(kept)}
    commit(site, caller, Draft(issue=replace(issue, **parts)))


def _at(now: datetime, before: Issue, after: Issue) -> Issue:
    """Return a changed issue with the times at which its values came to be what they are."""
    resolved = now if after.resolution != before.resolution else before.resolved
    moved = after.status.category != before.status.category
    return replace(
        after,
        updated=now,
        resolved=None if after.resolution is None else resolved,
        category_changed=now if moved else before.category_changed,
    )


def add_to(site: Site, caller: Caller, draft: Draft) -> Issue:
    """Give an issue that is stored the links, comments, work and properties of its draft, and return it."""
    for link in draft.links:
        make_link(site, caller, link)
    for comment in draft.comments:
        add_comment(site, caller, comment.request, draft.issue, comment.visibility)
    for planned in draft.work:
        add_work(site, caller, draft.issue, planned.work, planned.visibility)
    set_properties(site, caller, site.issues[draft.issue.id], draft.properties)
    site.comments_dropped += draft.comments_dropped
    return site.issues[draft.issue.id]


def _applied(editing: Editing, draft: Draft, request: IssueRequest, name: str, updates: Sequence[FieldUpdate]) -> Draft:
    field = field_of(editing.site, name)
    why = field.why_not_on_screen(editing) or field.why_not_settable(editing, draft.issue)
    if why is not None:
        raise Refused(FieldNotSettable(field=name, why=why))
    if name in (request.fields or {}):
        if name in (request.update or {}):
            raise Refused(FieldTwice(field=name))
        if "set" not in field.operations:
            raise Refused(FieldOnlyUpdated(field=name))
    return field.applied(editing, draft, updates)


def _missing(editing: Editing, draft: Draft, named: Collection[str]) -> list[Refusal]:
    """Return which fields must have a value and have none: in an edit only those count that it names."""
    required = [one for one in _required(editing) if editing.purpose != "edit" or one.id in named]
    return [FieldRequired(field=field.id, name=field.name) for field in required if field.is_empty(editing.site, draft)]


def _required(editing: Editing) -> list[Field]:
    """Return the fields that a screen demands; what issues cannot be without at all is told by fields of their own."""
    custom = [CustomField(one) for one in editing.site.fields.values() if one.required]
    demanded = [] if editing.screen is None else [field_of(editing.site, name) for name in editing.screen.required]
    needed = {field.id: field for field in (*demanded, *custom) if field.why_not_on_screen(editing) is None}
    return list(needed.values())


def _misplaced(editing: Editing, before: Issue, after: Issue) -> list[Refusal]:
    """Return why the issue cannot stand where it would, unless it stands there already."""
    if editing.purpose != "create" and (before.type, before.parent_id) == (after.type, after.parent_id):
        return []
    refusal = misplaced(editing.site, after)
    return [] if refusal is None else [refusal]


MOST_AT_ONCE = 50
_TYPE = IssueTypeField()


def create_issue(site: Site, caller: Caller, request: IssueRequest) -> Issue:
    """Create an issue with its links and return it, or refuse and change nothing: the key stays for the next one."""
    fields = request.fields or {}
    project = _project_named(site, caller, fields.get(ProjectField.id))
    require_creatable(site, caller, project)
    blank = blank_issue(site, caller, project, _TYPE.chosen(site, project, fields.get(_TYPE.id)))
    draft = drafted(Editing(site=site, caller=caller, purpose="create"), blank, request)
    assignee = draft.issue.assignee
    if not request.names(Assignee.id):
        assignee = default_assignee(site, project, draft.issue.components)
    now = site.clock.tick()
    issue = replace(draft.issue, id=site.new_id("issue"), assignee=assignee, created=now, updated=now)
    site.issues.put(issue)
    autowatch(site, caller, issue)
    site.events.append(IssueCreated(issue=issue, caller=caller))
    return add_to(site, caller, draft)


def create_issues(site: Site, caller: Caller, requests: Sequence[IssueRequest]) -> list[Issue | Refused]:
    """Create several issues, each or not; return for each the issue, or why it was refused."""
    if len(requests) > MOST_AT_ONCE:
        raise Refused(TooManyIssues(count=len(requests), limit=MOST_AT_ONCE))
    results: list[Issue | Refused] = []
    for request in requests:
        try:
            results.append(create_issue(site, caller, request))
        except Refused as refused:
            results.append(refused)
    return results


def projects_to_create_in(site: Site, caller: Caller) -> list[Project]:
    """Return the projects in which the caller may create issues, by key."""
    return [one for one in projects_seen(site, caller) if holds(site, caller, CREATE_ISSUES, one.key)]


def require_creatable(site: Site, caller: Caller, project: Project) -> None:
    """Raise `Refused` where the caller may not create issues in a project."""
    if not holds(site, caller, CREATE_ISSUES, project.key):
        raise Refused(NoCreatePermission(project=project.key, caller=caller))


def _project_named(site: Site, caller: Caller, value: object) -> Project:
    named = (reference_in(value, "id", "key") if isinstance(value, dict) else None) or ""
    try:
        return find_project(site, caller, named)
    except Refused as refused:
        raise Refused(*(ProjectMissing(cause=cause) for cause in refused.refusals)) from refused


def blank_issue(site: Site, caller: Caller, project: Project, issue_type: IssueType) -> Issue:
    """Return what a new issue is before its fields are set, with the id and the key that it will have."""
    return Issue(
        id=site.next_id("issue"),
        key=site.issues.index.next_key(project.key),
        project=project.key,
        summary="",
        type=issue_type,
        status=DEFAULT_STATUS,
        priority=DEFAULT_PRIORITY,
        reporter=caller,
        creator=caller,
        created=site.clock.now,
        updated=site.clock.now,
    )


def remove_issue(site: Site, issue: Issue) -> None:
    """Take out an issue that has no links any more, with all that goes with it."""
    site.issues.take(issue)
    site.history.pop(issue.id, None)
    site.watchers.pop(issue.id, None)
    site.voters.pop(issue.id, None)
    site.epics.pop(issue.id, None)
    for comment in site.comments.of(issue):
        site.comments.take(comment)
        site.properties.drop(comment)
    site.properties.drop(issue)
    for attachment in site.attachments.of(issue):
        site.attachments.take(attachment)
    for link in site.remote_links.of_issue(issue.id):
        site.remote_links.remove(link)
    for worklog in site.worklogs.of(issue):
        site.worklogs.delete(worklog, site.clock.now)
        site.properties.drop(worklog)


def take_issue(site: Site, author: Caller, issue: Issue) -> None:
    """Remove an issue of which nothing is a part, with its links and comments, as `author` deleted it."""
    for link in site.links.of(issue):
        take_link(site, author, link)
    last = site.issues[issue.id]
    comments, worklogs = site.comments.of(last), site.worklogs.of(last)
    attachments = site.attachments.of(last)
    remove_issue(site, last)
    site.events.extend(AttachmentRemoved(attachment=attachment, caller=author) for attachment in attachments)
    site.events.extend(CommentRemoved(issue=last, comment=comment, caller=author) for comment in comments)
    site.events.extend(WorklogRemoved(issue=last, worklog=one, entry=None, caller=author) for one in worklogs)
    site.events.append(IssueRemoved(issue=last, caller=author))


def delete_issue(site: Site, caller: Caller, reference: IssueReference, *, with_subtasks: bool) -> None:
    """Delete an issue with its links and, where that is asked for, with its sub-tasks."""
    issue = find_issue(site, caller, reference)
    require_unarchived(issue)
    if not holds(site, caller, DELETE_ISSUES, issue.project):
        raise Refused(NoIssueDeletePermission(issue=issue, caller=caller))
    subtasks = site.issues.subtasks_of(issue)
    if subtasks and not with_subtasks:
        raise Refused(HasSubtasks(issue=issue))
    for subtask in subtasks:
        take_out(site, caller, subtask)
    take_out(site, caller, issue)


def note_view(site: Site, caller: Caller, issue: Issue) -> None:
    """Let the project of an issue be the one that the caller viewed last; of an anonymous caller nothing is known."""
    if caller is not None:
        project = site.projects[issue.project]
        viewed = site.viewed.setdefault(caller.account_id, {})
        viewed.pop(project.id, None)
        viewed[project.id] = None


def set_archived(site: Site, caller: Caller, issue: Issue, *, archived: bool) -> None:
    """Archive an issue, or bring it back, and remember by whom and when it was archived."""
    site.issues.put(replace(issue, archived=archived))
    site.issues.archivals.pop(issue.id, None)
    if archived:
        site.issues.archivals[issue.id] = Archival(by=caller, at=site.clock.now)


def take_out(site: Site, caller: Caller, issue: Issue) -> None:
    """Remove an issue; what it was the parent of has none any more."""
    for child in site.issues.children_of(issue):
        commit(site, caller, Draft(issue=replace(child, parent_id=None)))
    take_issue(site, caller, issue)


# The ids that the transitions of a fresh Cloud project have: 11, 21, 31.
_FIRST_TRANSITION, _TRANSITION_STEP = 11, 10


class TransitionRequest(IssueRequest):
    """Which transition a request wants, and what else of the issue's fields; `names_one` says whether it names any."""

    transition: object = None
    names_one: bool = True


def transitions_of(site: Site, caller: Caller, issue: Issue) -> list[Transition]:
    """Return the transitions that the caller has of an issue that he sees: none where he may not move it on."""
    if not holds(site, caller, TRANSITION_ISSUES, issue.project):
        return []
    return list(_transitions_from(site, issue.status))


def transition_issue(site: Site, caller: Caller, reference: IssueReference, request: TransitionRequest) -> None:
    """Move an issue on and change what else the request wants of it, or refuse and change nothing."""
    issue = find_issue(site, caller, reference)
    require_unarchived(issue)
    transition = _wanted_transition(site, caller, issue, request)
    editing = Editing(site=site, caller=caller, purpose="transition", screen=transition.screen)
    draft = drafted(editing, issue, request)
    commit(site, caller, replace(draft, issue=moved_on(site, draft.issue, transition.to)))


def moved_on(site: Site, issue: Issue, to: Status) -> Issue:
    """Return an issue in another status, resolved where that is done: what the workflow of a fresh project sets."""
    resolution = (issue.resolution or site.resolution_when_done) if to.is_done else None
    return replace(issue, status=to, resolution=resolution)


def _wanted_transition(site: Site, caller: Caller, issue: Issue, request: TransitionRequest) -> Transition:
    if not request.names_one:
        raise Refused(TransitionMissing())
    wanted = as_id(str(request.transition))
    if wanted is None:
        raise Refused(TransitionIdInvalid(value=request.transition))
    if not holds(site, caller, TRANSITION_ISSUES, issue.project):
        raise Refused(NoTransitionPermission(id=wanted, issue=issue, caller=caller))
    for transition in _transitions_from(site, issue.status):
        if transition.id == wanted:
            return transition
    raise Refused(TransitionUnknown(id=wanted))


def _transitions_from(site: Site, status: Status) -> Iterator[Transition]:
    """Yield the ways from a status: to each status those that the site was given, else one from anywhere."""
    for place, to in enumerate(site.statuses.values()):
        given = [one for one in site.transitions.values() if one.to.id == to.id]
        default = Transition(id=str(_FIRST_TRANSITION + _TRANSITION_STEP * place), name=to.name, to=to)
        yield from (one for one in given or [default] if one.sources is None or status.id in one.sources)


class MandatoryValue(Plain):
    """A value for a field that must have one where an issue is moved to; with `retain` only if it would have none."""

    value: object
    retain: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Destination:
    """Where an issue is moved to: its project, its type there, and its parent; None keeps the one that it has.

    `types` has the types of sub-tasks by their ids, where they are said. `values` are for fields that must have one;
    None lets issues be without.
    """

    project: Project
    type: IssueType
    parent: Issue | None = None
    types: Mapping[str, IssueType] = field(default_factory=dict)
    values: Mapping[str, MandatoryValue] | None = None


def move_issue(site: Site, caller: Caller, issue: Issue, to: Destination, *, key: str | None = None) -> Issue:
    """Move an issue to another project or type, with its sub-tasks, and return it; its key changes with the project.

    Its links, comments and all else stay. Versions and components are those that have their names in the other project
    (chosen: what Jira's page to move issues offers first). What the other project does not have goes, and history
    says so: the other ones, the security level, an assignee who cannot be assigned there, and a parent that it cannot
    have there. What was a part of it and cannot be any more has no parent. Raises `Refused` where it cannot be there.
    """
    children = site.issues.children_of(issue)
    subtasks = {one.id: _type_there(site, to, one) for one in children if one.type.subtask}
    moved = _with_mandatory(site, caller, issue, _elsewhere(site, issue, to, key), to)
    if any(one.hierarchy_level + 1 != to.type.hierarchy_level for one in subtasks.values()):
        raise Refused(IssueTypeUnfit(issue=moved))
    commit(site, caller, Draft(issue=moved))
    for child in children:
        if child.id in subtasks:
            below = Destination(project=to.project, type=subtasks[child.id])
            commit(site, caller, Draft(issue=_elsewhere(site, child, below)))
        elif child.type.hierarchy_level + 1 != to.type.hierarchy_level:
            commit(site, caller, Draft(issue=replace(child, parent_id=None)))
    return site.issues[issue.id]


def _type_there(site: Site, to: Destination, subtask: Issue) -> IssueType:
    """Return the type of a sub-task in another project: what is said, its own, else one of its name, else the first."""
    there = [one for one in site.types_of(to.project) if one.subtask]
    own = [one for one in there if one.id == subtask.type.id]
    named = [one for one in there if one.name == subtask.type.name]
    found = to.types.get(subtask.id) or next(iter([*own, *named, *there]), None)
    if found is None:
        raise Refused(IssueTypeUnknown(value=subtask.type.name, project=to.project.key))
    return found


def _elsewhere(site: Site, issue: Issue, to: Destination, key: str | None = None) -> Issue:
    """Return what an issue is at another place; raises `Refused` where it cannot be there."""
    there = replace(issue, type=to.type, parent_id=issue.parent_id if to.parent is None else to.parent.id)
    if to.project.key != issue.project:
        there = _in_project(site, there, to.project, key or site.issues.index.next_key(to.project.key))
    refusal = misplaced_under_parent(site, there)
    if refusal is not None and to.parent is None and not to.type.subtask:
        return replace(there, parent_id=None)
    if refusal is not None:
        raise Refused(refusal)
    return there


def _with_mandatory(site: Site, caller: Caller, before: Issue, issue: Issue, to: Destination) -> Issue:
    """Return a moved issue with the values that it must have: of fields that must have one, and parts of its project.

    Raises `Refused` where it lacks one, unless issues may be without.
    """
    if to.values is None:
        return issue
    editing = Editing(site=site, caller=caller, purpose="create")
    draft, mandatory = Draft(issue=issue), {one.id for one in _required(editing)}
    for name, wanted in to.values.items():
        given = field_of(site, name)
        is_empty = given.is_empty(site, draft)
        of_project = isinstance(given, ListOfParts) and issue.project != before.project
        if (is_empty and name in mandatory) or (of_project and (is_empty or not wanted.retain)):
            draft = given.applied(editing, draft, [FieldUpdate(verb="set", value=wanted.value)])
    refusals = _missing(editing, draft, ())
    if refusals:
        raise Refused(*refusals)
    return draft.issue


def _in_project(site: Site, issue: Issue, project: Project, key: str) -> Issue:
    kept = issue.assignee is not None and holds(site, issue.assignee, ASSIGNABLE_USER, project.key)
    return replace(
        issue,
        key=key,
        project=project.key,
        security_level=None,
        fix_versions=_of_the_same_names(site.versions, issue.fix_versions, project),
        affects_versions=_of_the_same_names(site.versions, issue.affects_versions, project),
        components=_of_the_same_names(site.components, issue.components, project),
        assignee=issue.assignee if kept else None,
    )


def _of_the_same_names(table: PartTable[Any], part_ids: Iterable[str], project: Project) -> tuple[str, ...]:
    found = (table.named_in(project.key, table.by_id[one].name) for one in part_ids)
    return tuple(one.id for one in found if one is not None)

"""Editing an issue: everything that a request wants is checked before anything of it is done."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from jira_linkfake.plain import Plain
from jira_linkfake.site.built_in_permissions import ADMINISTER, ASSIGN_ISSUES, EDIT_ISSUES
from jira_linkfake.site.commenting import add_comment
from jira_linkfake.site.events import IssueUpdated
from jira_linkfake.site.fields.field import Draft, Editing, Operation
from jira_linkfake.site.fields.parent import misplaced
from jira_linkfake.site.fields.people import assignable
from jira_linkfake.site.fields.registry import changes_between, field_of
from jira_linkfake.site.history import record
from jira_linkfake.site.issues import IssueReference, find_issue, require_unarchived
from jira_linkfake.site.linking import make_link
from jira_linkfake.site.model import Caller, Issue
from jira_linkfake.site.permissions import holds
from jira_linkfake.site.refusals import Refusal, Refused
from jira_linkfake.site.refusals.editing import NoAssignPermission, NothingToEdit
from jira_linkfake.site.refusals.fields import FieldNotSettable, FieldOnlyUpdated, FieldTwice, SummaryMissing
from jira_linkfake.site.refusals.permissions import AdministratorNeeded
from jira_linkfake.site.store import Site


class IssueRequest(Plain):
    """What a request wants of an issue's fields: values to set, and operations; None where it does not say."""

    fields: Mapping[str, object] | None = None
    update: Mapping[str, Sequence[Operation]] | None = None

    def operations(self) -> Iterator[tuple[str, Sequence[Operation]]]:
        """Yield each field that is named, with what is to be done to it."""
        for name, value in (self.fields or {}).items():
            yield name, [Operation(verb="set", value=value)]
        yield from (self.update or {}).items()

    def names(self, field: str) -> bool:
        """Say whether the request names a field."""
        return field in (self.fields or {}) or field in (self.update or {})


class EditRequest(IssueRequest):
    """What a request wants of an issue that is there; `override` says that screens are to be gone past."""

    override: bool


def edit_issue(site: Site, caller: Caller, reference: IssueReference, request: EditRequest) -> Issue:
    """Edit an issue and return it, or refuse and change nothing."""
    issue = find_issue(site, caller, reference)
    require_unarchived(issue)
    if request.override and not holds(site, caller, ADMINISTER):
        raise Refused(AdministratorNeeded(caller=caller))
    if request.fields is None and request.update is None:
        raise Refused(NothingToEdit())
    if not holds(site, caller, EDIT_ISSUES, issue.project):
        why = f"it takes Edit issues in {issue.project}"
        refusals = [FieldNotSettable(field=name, why=why) for name, _ in request.operations()]
        if refusals:
            raise Refused(*refusals)
    return commit(site, caller, drafted(Editing(site=site, caller=caller, purpose="edit"), issue, request))


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
    for name, operations in request.operations():
        try:
            draft = _applied(editing, draft, request, name, operations)
        except Refused as refused:
            refusals += refused.refusals
    if editing.purpose == "create" and not request.names("summary"):
        refusals.append(SummaryMissing())
    if not refusals:
        refusals += _misplaced(editing, issue, draft.issue)
    if refusals:
        raise Refused(*refusals)
    return draft


def commit(site: Site, caller: Caller, draft: Draft) -> Issue:
    """Make an issue that is there what its draft is, with its history and events, and return it."""
    before = site.issues[draft.issue.id]
    changes = tuple(changes_between(site, before, draft.issue))
    if changes:
        issue = replace(draft.issue, updated=site.clock.tick())
        site.put_issue(issue)
        site.events.append(IssueUpdated(issue=issue, entry=record(site, caller, issue, *changes), caller=caller))
    return add_to(site, caller, draft)


def add_to(site: Site, caller: Caller, draft: Draft) -> Issue:
    """Give an issue that is stored the links and comments of its draft, and return it."""
    for link in draft.links:
        make_link(site, caller, link)
    for comment in draft.comments:
        add_comment(site, caller, comment.request, draft.issue, comment.visibility)
    return site.issues[draft.issue.id]


def _applied(
    editing: Editing, draft: Draft, request: IssueRequest, name: str, operations: Sequence[Operation]
) -> Draft:
    field = field_of(name)
    why = field.why_not_settable(editing, draft.issue)
    if why is not None:
        raise Refused(FieldNotSettable(field=name, why=why))
    if name in (request.fields or {}):
        if name in (request.update or {}):
            raise Refused(FieldTwice(field=name))
        if "set" not in field.operations:
            raise Refused(FieldOnlyUpdated(field=name))
    return field.applied(editing, draft, operations)


def _misplaced(editing: Editing, before: Issue, after: Issue) -> list[Refusal]:
    """Return why the issue cannot stand where it would, unless it stands there already."""
    if editing.purpose != "create" and (before.type, before.parent_id) == (after.type, after.parent_id):
        return []
    refusal = misplaced(editing.site, after)
    return [] if refusal is None else [refusal]

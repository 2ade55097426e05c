"""The workflow: from any status to each status of the site, by transitions that are named as where they lead."""

from __future__ import annotations

from dataclasses import replace

from jira_linkfake.site.built_in_permissions import TRANSITION_ISSUES
from jira_linkfake.site.editing import IssueRequest, commit, drafted
from jira_linkfake.site.fields.field import Editing
from jira_linkfake.site.issues import IssueReference, find_issue, require_unarchived
from jira_linkfake.site.model import Caller, Issue, Transition
from jira_linkfake.site.permissions import holds
from jira_linkfake.site.refusals import Refused
from jira_linkfake.site.refusals.editing import (
    NoTransitionPermission,
    TransitionIdInvalid,
    TransitionMissing,
    TransitionUnknown,
)
from jira_linkfake.site.store import Site

# The ids that the transitions of a fresh Cloud project have: 11, 21, 31.
_FIRST_ID, _STEP = 11, 10


class TransitionRequest(IssueRequest):
    """Which transition a request wants, and what else of the issue's fields; `names_one` says whether it names any."""

    transition: object = None
    names_one: bool = True


def transitions_of(site: Site, caller: Caller, issue: Issue) -> list[Transition]:
    """Return the transitions that the caller has of an issue that he sees: none where he may not move it on."""
    if not holds(site, caller, TRANSITION_ISSUES, issue.project):
        return []
    return _all_transitions(site)


def transition_issue(site: Site, caller: Caller, reference: IssueReference, request: TransitionRequest) -> None:
    """Move an issue on and change what else the request wants of it, or refuse and change nothing."""
    issue = find_issue(site, caller, reference)
    require_unarchived(issue)
    transition = _wanted(site, caller, issue, request)
    draft = drafted(Editing(site=site, caller=caller, purpose="transition"), issue, request)
    commit(site, caller, replace(draft, issue=replace(draft.issue, status=transition.to)))


def _wanted(site: Site, caller: Caller, issue: Issue, request: TransitionRequest) -> Transition:
    if not request.names_one:
        raise Refused(TransitionMissing())
    try:
        wanted = int(str(request.transition))
    except ValueError as error:
        raise Refused(TransitionIdInvalid(value=request.transition)) from error
    if not holds(site, caller, TRANSITION_ISSUES, issue.project):
        raise Refused(NoTransitionPermission(id=wanted, issue=issue, caller=caller))
    for transition in _all_transitions(site):
        if transition.id == wanted:
            return transition
    raise Refused(TransitionUnknown(id=wanted))


def _all_transitions(site: Site) -> list[Transition]:
    return [Transition(id=_FIRST_ID + _STEP * place, to=status) for place, status in enumerate(site.statuses.values())]

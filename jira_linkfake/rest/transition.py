"""`issue/{issueIdOrKey}/transitions`: where an issue can go, and moving it on."""

from __future__ import annotations

from jira_linkfake.rest.bodies.issues import transition_request
from jira_linkfake.rest.call import Call, View
from jira_linkfake.rest.field_metadata import fields_metadata
from jira_linkfake.rest.representations import Json, transition
from jira_linkfake.site.issues import IssueReference, find_issue
from jira_linkfake.site.transitions import transition_issue, transitions_of

_WITH_FIELDS = "transitions.fields"


def list_all(call: Call, issueIdOrKey: str) -> Json:  # noqa: N803 - Jira's name
    """Return the transitions that the caller has of an issue, or the one that `transitionId` names."""
    issue = find_issue(call.site, call.caller, IssueReference.of(issueIdOrKey))
    wanted = call.query.get("transitionId")
    transitions = [
        transition(one, call.api)
        for one in transitions_of(call.site, call.caller, issue)
        if wanted in (None, "", str(one.id))
    ]
    if _WITH_FIELDS in call.query.get("expand", "").split(","):
        fields = fields_metadata(call, issue, "transition")
        transitions = [{**one, "fields": fields} for one in transitions]
    return {"expand": "transitions", "transitions": transitions}


def carry_out(call: Call, issueIdOrKey: str) -> None:  # noqa: N803 - Jira's name
    """Move an issue on."""
    request = transition_request(call.body, call.version)
    transition_issue(call.site, call.caller, IssueReference.of(issueIdOrKey), request)


VIEWS: dict[str, View] = {"getTransitions": list_all, "doTransition": carry_out}

"""Writing down each exchange with what truly happened."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from http import HTTPStatus

from flask import Request

from jira_linkfake.journal import Exchange
from jira_linkfake.plain import Plain
from jira_linkfake.rest.call import Partly
from jira_linkfake.rest.context import Context
from jira_linkfake.rest.envelopes import Reply
from jira_linkfake.rest.sign_in import SignIn
from jira_linkfake.site.events import CommentAdded, Event, LinkMade, LinkRemoved
from jira_linkfake.site.refusals import Refused

FAULTS_KEY = "jira_linkfake.faults"
"""Where the environ has the faults that a request has met on its way, by name, and what comes of each."""


class Outcome(Plain):
    """What answered a request: an operation that was carried out, or a refusal and its true reason."""

    rule: str
    reason: str | None = None
    other_status: str | None = None


def success_outcome(rule: str, content: object) -> Outcome:
    """Return the outcome of an operation that was carried out; where it was in part, it says why not as a whole."""
    refused = content.refused if isinstance(content, Partly) else None
    return Outcome(rule=rule, reason=None if refused is None else str(refused))


def refusal_outcome(refused: Refused, sign_in: SignIn, status: int, other_status: str | None) -> Outcome:
    """Return the outcome of a refused request; where the caller is anonymous it says why."""
    reason = str(refused)
    why_anonymous = sign_in.problem or "no credentials were sent"
    matters = status == HTTPStatus.UNAUTHORIZED or "an anonymous caller" in reason
    if sign_in.caller is None and matters and reason != why_anonymous:
        reason += f"; {why_anonymous}"
    return Outcome(
        rule=", ".join(dict.fromkeys(type(refusal).__name__ for refusal in refused.refusals)),
        reason=reason,
        other_status=other_status,
    )


def reason_with_faults(refusal: str | None, faults: Mapping[str, str]) -> str:
    """Return the reason of an exchange that faults have met; `refusal` is the site's own, if it had one."""
    texts = [f"{name}: {text}" for name, text in faults.items()]
    return "; ".join(texts if refusal is None else [refusal, *texts])


def write_down(
    context: Context,
    request: Request,
    sign_in: SignIn,
    reply: Reply,
    outcome: Outcome,
    events: Sequence[Event],
) -> None:
    """Add an exchange to the journal; `events` are those that the request made."""
    caller, reason = sign_in.caller, outcome.reason
    faults: Mapping[str, str] | None = request.environ.get(FAULTS_KEY)
    if faults:
        reason = reason_with_faults(reason and f"{outcome.rule}: {reason}", faults)
    context.journal.append(
        Exchange(
            method=request.method,
            path=request.root_path + request.path,
            query=request.query_string.decode("latin-1"),
            body=request.get_data().decode("utf-8", "replace"),
            caller=None if caller is None else caller.name,
            status=reply.status,
            answer=reply.body,
            rule=outcome.rule,
            reason=reason,
            other_status=outcome.other_status,
            links_made=tuple(event.link for event in events if isinstance(event, LinkMade)),
            links_removed=tuple(event.link for event in events if isinstance(event, LinkRemoved)),
            commented_on=tuple(event.issue.key for event in events if isinstance(event, CommentAdded)),
            fault=", ".join(faults) if faults else None,
        )
    )

"""From what truly happened to what Jira says about it."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote

from jira_linkfake.options import Answers
from jira_linkfake.rest import envelopes
from jira_linkfake.rest.envelopes import Reply
from jira_linkfake.rest.replies import ANSWERS, Envelope
from jira_linkfake.rest.representations import Json
from jira_linkfake.rest.request_refusals import MethodNotAllowed, NotSignedIn, WrongCredentials
from jira_linkfake.site.built_in_permissions import BROWSE_PROJECTS
from jira_linkfake.site.model import Caller
from jira_linkfake.site.permissions import holds_anywhere
from jira_linkfake.site.refusals import Refusal
from jira_linkfake.site.refusals.added_links import LinkNotAdded
from jira_linkfake.site.store import Site


def reply_to(
    refusals: Sequence[Refusal], *, answers: Answers, site: Site, caller: Caller, base: str, path: str
) -> tuple[Reply, str | None]:
    """Return Jira's reply to refusals, and how the other source differs on its status, if it does."""
    answer = ANSWERS[type(refusals[0])]
    documented, observed = answer.status, (answer.seen and answer.seen.status) or answer.status
    said: Sequence[Refusal] = refusals
    if caller is None and _signing_in_might_help(refusals, site):
        documented = ANSWERS[NotSignedIn].status
        said = refusals if answers == "observed" else [NotSignedIn(caller=caller)]
    reply = _rendered(said, observed if answers == "observed" else documented, base, path)
    if isinstance(refusals[0], WrongCredentials):
        return reply, f"sites were seen to {answer.seen}"
    if documented == observed:
        return reply, None
    return reply, (
        f"the reference says {documented}" if answers == "observed" else f"sites were seen to answer {observed}"
    )


def _signing_in_might_help(refusals: Sequence[Refusal], site: Site) -> bool:
    """Say whether an anonymous caller is refused for want of what a user may have.

    A hidden thing must not be told from a missing one. So where a refusal is for want of sight, what counts is
    whether the anonymous caller may browse anything at all.
    """
    lacks = {ANSWERS[type(refusal)].lack for refusal in refusals}
    if None in lacks:
        return False
    return "permission" in lacks or not holds_anywhere(site, None, BROWSE_PROJECTS)


def _rendered(refusals: Sequence[Refusal], status: int, base: str, path: str) -> Reply:
    first = refusals[0]
    answer = ANSWERS[type(first)]
    message = (answer.message or "").format(first)
    if answer.envelope is Envelope.PROBLEM:
        reply = envelopes.problem(status, message, path)
    elif answer.envelope is Envelope.TEXT:
        reply = envelopes.text_reply(status, message)
    else:
        reply = _collection(refusals, status, with_errors=answer.envelope is Envelope.COLLECTION)
    return reply.with_headers(*_headers(first, base))


def _collection(refusals: Sequence[Refusal], status: int, *, with_errors: bool) -> Reply:
    messages, errors = words_of(refusals)
    return envelopes.error_collection(status, messages, errors, with_errors=with_errors)


def words_of(refusals: Sequence[Refusal]) -> tuple[list[str], dict[str, str]]:
    """Return what Jira says of refusals: messages, and errors by field."""
    messages: list[str] = []
    errors: dict[str, str] = {}
    for refusal in refusals:
        said = refusal.cause if isinstance(refusal, LinkNotAdded) else refusal
        answer = ANSWERS[type(said)]
        if answer.message is not None:
            messages.append(answer.message.format(said))
        errors.update((field.format(said), text.format(said)) for field, text in answer.errors)
    return messages, errors


def element_errors(refusals: Sequence[Refusal]) -> Json:
    """Return what Jira says of one of several things that were asked for at once."""
    messages, errors = words_of(refusals)
    status = ANSWERS[type(refusals[0])].status
    return {"status": status, "elementErrors": {"errorMessages": messages, "errors": errors}}


def _headers(refusal: Refusal, base: str) -> envelopes.Headers:
    if isinstance(refusal, MethodNotAllowed):
        return (("Allow", refusal.allowed),)
    if isinstance(refusal, (WrongCredentials, NotSignedIn)):
        return (_challenge(base),)
    return ()


def _challenge(base: str) -> tuple[str, str]:
    return "WWW-Authenticate", f'OAuth realm="{quote(base, safe="")}"'

"""What was asked of a site and what it answered, with the true reason that Jira's own answer hides."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus

from werkzeug.wrappers import Request

from jira_linkfake.errors import printable
from jira_linkfake.jira.history.model import CommentAdded, Event, LinkMade, LinkRemoved
from jira_linkfake.jira.history.telling import told_changes
from jira_linkfake.jira.issue_links.model import IssueLink
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.rest.call import Context, Partly
from jira_linkfake.rest.replies import Reply
from jira_linkfake.rest.sign_in import SignIn

ANSWERED_BY_THE_TEST = "answered by the test"
"""The `rule` of an exchange that the test answered itself."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Exchange:
    """One request and its answer.

    `caller` is the name of the user as whom the request acted, None for the anonymous caller, and `why_caller` says
    why where it is not that the credentials are theirs; of the anonymous caller, what became of the credentials that
    were sent, None where none were. `rule` names what
    answered: Jira's operation on success (`linkIssues`), the kind of refusal otherwise (`NoLinkPermission`), and
    `reason` says then what truly happened; or `"answered by the test"`. `other_status` is the one that real sites were
    seen to answer where it is not the reference's, or the other way round with `answers="observed"`. `commented_on` has
    the keys of the issues that got a comment, and `changes` says what else of issues and comments has changed.
    `repeats_a_link` says that a link was asked for that was there already, which Jira answers like a new one, and that
    none was made; `drops_a_comment` that a comment came with a transition without a screen, which Jira drops without a
    word.

    `fault` names what was made to go wrong on the way, and `reason` says what came of it. A fault that kept the
    request from the site is the `rule` too, and `status` is what it answered, None for nothing. Otherwise `status`
    and `answer` are what the site answered, though the client may not have got it. `status` is also None where an
    interrupt, or a mistake of the site's own, was raised in the middle of a request. `answered_at` is when it was
    answered, in seconds of `time.monotonic`.

    `left_over` is how many were behind the page that the answer has, where a token leads to the next; 0 for the last.

    `client` is the library that made the request, such as `"httpx"`; over a port what it says of itself.
    """

    method: str
    path: str
    query: str
    body: str
    caller: str | None
    status: int | None
    answer: str
    rule: str
    reason: str | None = None
    other_status: str | None = None
    links_made: tuple[IssueLink, ...] = ()
    links_removed: tuple[IssueLink, ...] = ()
    commented_on: tuple[str, ...] = ()
    fault: str | None = None
    repeats_a_link: bool = False
    client: str | None = None
    drops_a_comment: bool = False
    why_caller: str | None = None
    changes: tuple[str, ...] = ()
    left_over: int = 0
    answered_at: float = field(default=0.0, compare=False, repr=False)

    def __str__(self) -> str:
        query = f"?{self.query}" if self.query else ""
        sentence = f"{self.method} {self.path}{query} by {self._told_caller} -> {self.status or 'no answer'}"
        if self.rule == ANSWERED_BY_THE_TEST:
            sentence += f" ({self.rule})"
        if self.reason:
            sentence += f" {self.reason}" if self.fault else f" {self.rule}: {self.reason}"
        if self.other_status:
            sentence += f" ({self.other_status})"
        sentence += "".join(f", {deed}" for deed in deeds_of(self))
        if self.drops_a_comment:
            sentence += ", dropped a comment, for which the transition has no screen"
        return printable(sentence)

    @property
    def _told_caller(self) -> str:
        """How a sentence names the caller; what the reason says too is not told twice."""
        caller, why = self.caller or "an anonymous caller", self.why_caller
        if why is None:
            return caller
        short, _, details = why.partition(": ")
        return f"{caller} ({short if details and details in (self.reason or '') else why})"


def deeds_of(exchange: Exchange) -> list[str]:
    """Return what a request did, a part of a sentence each."""
    deeds = [*exchange.changes, *(f"made '{link}'" for link in exchange.links_made)]
    deeds += [f"removed '{link}'" for link in exchange.links_removed]
    deeds += ["the link was there already"] if exchange.repeats_a_link else []
    return [*deeds, *(f"commented on {key}" for key in exchange.commented_on)]


CLIENT_KEY = "jira_linkfake.client"
"""Where the environ has the name of the library that made a request in process."""

FAULTS_KEY = "jira_linkfake.faults"
"""Where the environ has the faults that a request has met on its way, by name, and what comes of each."""


class Verdict(Plain):
    """What answered a request: an operation that was carried out, or a refusal and its true reason."""

    rule: str
    reason: str | None = None
    other_status: str | None = None


def success_verdict(rule: str, content: object) -> Verdict:
    """Return the verdict of an operation that was carried out; where it was in part, it says why not as a whole."""
    refused = content.refused if isinstance(content, Partly) else None
    return Verdict(rule=rule, reason=None if refused is None else str(refused))


def refusal_verdict(refused: Refused, sign_in: SignIn, status: int, other_status: str | None) -> Verdict:
    """Return the verdict of a refused request; where the caller is anonymous it says why, and first."""
    reason = str(refused)
    why_anonymous = sign_in.why_anonymous
    matters = sign_in.refusal is None and (status == HTTPStatus.UNAUTHORIZED or "an anonymous caller" in reason)
    if sign_in.caller is None and matters and reason != why_anonymous:
        reason = f"{why_anonymous}; {reason}"
    return Verdict(
        rule=", ".join(dict.fromkeys(type(refusal).__name__ for refusal in refused.refusals)),
        reason=reason,
        other_status=other_status,
    )


def interrupted_verdict(error: BaseException) -> Verdict:
    """Return the verdict of a request in the middle of which something was raised that is no refusal."""
    rule = type(error).__name__
    return Verdict(rule=rule, reason="it was raised in the middle of the request, which may be carried out in part")


def path_of(request: Request) -> str:
    """Return the whole path of a request, with the prefix below which the site is."""
    return request.root_path + request.path


def _reason_with_faults(refusal: str | None, faults: Mapping[str, str]) -> str:
    """Return the reason of an exchange that faults have met; `refusal` is the site's own, if it had one."""
    texts = [f"{name}: {text}" for name, text in faults.items()]
    return "; ".join(texts if refusal is None else [refusal, *texts])


def _as_sent(text: str) -> str:
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


def write_down(
    context: Context,
    request: Request,
    sign_in: SignIn,
    reply: Reply | None,
    verdict: Verdict,
    events: Sequence[Event],
) -> None:
    """Add an exchange to the journal; `events` are those that the request made, `reply` is None where none came of it.

    A client that asks for the same again and again is told the same: equal texts are kept once.
    """
    caller, reason = sign_in.caller, verdict.reason
    site = context.site
    repeated, dropped, left_over = site.links_repeated, site.comments_dropped, site.left_over
    site.links_repeated = site.comments_dropped = site.left_over = 0
    faults: Mapping[str, str] | None = request.environ.get(FAULTS_KEY)
    if faults:
        reason = _reason_with_faults(reason and f"{verdict.rule}: {reason}", faults)
    shared, path = context.texts.setdefault, path_of(request)
    query, body = request.query_string.decode("latin-1"), request.get_data().decode("utf-8", "replace")
    answer = "" if reply is None or request.method == "HEAD" else _as_sent(reply.body)
    links_made = tuple([event.link for event in events if isinstance(event, LinkMade)])
    context.journal.append(
        Exchange(
            method=shared(request.method, request.method),
            path=shared(path, path),
            query=shared(query, query),
            body=shared(body, body),
            caller=None if caller is None else caller.name,
            status=None if reply is None else reply.status,
            answer=shared(answer, answer),
            rule=verdict.rule,
            reason=reason,
            other_status=verdict.other_status,
            links_made=links_made,
            links_removed=tuple([event.link for event in events if isinstance(event, LinkRemoved)]),
            commented_on=tuple([event.issue.key for event in events if isinstance(event, CommentAdded)]),
            fault=", ".join(faults) if faults else None,
            repeats_a_link=repeated > 0 and not links_made,
            client=request.environ.get(CLIENT_KEY),
            drops_a_comment=dropped > 0,
            left_over=left_over,
            why_caller=sign_in.why,
            changes=told_changes(events) if events else (),
            answered_at=time.monotonic(),
        )
    )

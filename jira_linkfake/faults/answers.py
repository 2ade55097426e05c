"""Faults that answer in Jira's place, each with what it answers and how that is known."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from math import ceil
from typing import TYPE_CHECKING, ClassVar, Literal, get_args

from jira_linkfake.faults.fault import (
    MOST_SECONDS,
    WRITES,
    Fault,
    GoOn,
    LinkOperation,
    Parameters,
    require_amount,
    require_count,
    require_one_of,
    require_switch,
)
from jira_linkfake.jira.evidence import CAPTCHA_CAPTURE, RATE_LIMITING, REFERENCE, XSRF_REPORTS, chosen
from jira_linkfake.jira.issues.finding import IssueReference, stored_issue
from jira_linkfake.jira.refusal import NO_TEXT, Answer, Envelope, Refused
from jira_linkfake.jira.site import as_id
from jira_linkfake.rest import replies

if TYPE_CHECKING:
    from jira_linkfake.faults.fault import Outcome
    from jira_linkfake.faults.meeting import Meeting
    from jira_linkfake.jira.issues.model import Issue
    from jira_linkfake.jira.site import Site
    from jira_linkfake.rest.replies import Headers, Reply

Reason = Literal["jira-burst-based", "jira-per-issue-on-write", "jira-quota-based", "jira-cost-based"]
"""Why Jira limits: the first two for API tokens, the others for apps, and by their older names."""

LIMIT = 100
"""What a limit is where nothing else says it: chosen, Atlassian names no figure."""

AUTHORIZATION = "HTTP_AUTHORIZATION"
"""Where the environ has a request's credentials."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Answered(Fault):
    """Something answers in Jira's place, and the site is not asked."""

    answer: ClassVar[Answer]
    fails: ClassVar[tuple[LinkOperation, ...]] = ("create", "read", "delete")

    @classmethod
    def answers(cls) -> dict[str, Answer]:
        """Return all that is answered, by name."""
        return {cls.name: cls.answer}

    def meet(self, meeting: Meeting, _: GoOn, /) -> Outcome:
        """Return the answer."""
        return meeting.replied(self.name, self.reply(meeting), self.account)

    def reply(self, _: Meeting, /) -> Reply:
        """Return what is answered."""
        return rendered(self.answer)

    @property
    def account(self) -> str:
        """What came of the request."""
        return "answered in Jira's place, the site was not asked"


def rendered(answer: Answer) -> Reply:
    """Return the reply that an answer in Jira's place makes."""
    words = answer.message or ""
    if answer.envelope is Envelope.PAGE:
        return replies.page_reply(answer.status, words)
    if answer.envelope is Envelope.TEXT:
        return replies.text_reply(answer.status, words)
    return replies.error_collection(answer.status, [words], {})


@dataclass(frozen=True, kw_only=True, slots=True)
class RateLimited(Answered):
    """Jira answers 429."""

    name: ClassVar[str] = "rate_limited"
    answer = Answer(
        condition="too many requests",
        status=429,
        status_by=RATE_LIMITING,
        message="Rate limit exceeded.",
        words_by=chosen("Data Center's words; bodies in reports differ from each other"),
    )
    page: ClassVar[Answer] = Answer(
        condition="too many requests, with `html=True`",
        status=429,
        status_by=RATE_LIMITING,
        message="Rate limit exceeded.",
        words_by=chosen("Data Center's words; that it was a page is in apache/devlake issue 2932"),
        envelope=Envelope.PAGE,
    )
    variants: ClassVar[Mapping[str, Parameters]] = {
        "with-a-page": {"html": True, "headers": False, "retry_after": None}
    }
    passing: ClassVar[Parameters] = {"retry_after": 1}

    retry_after: int | None = 5
    reason: Reason = "jira-burst-based"
    headers: bool = True
    html: bool = False

    def __post_init__(self) -> None:
        require_count("retry_after", self.retry_after, least=0, most=MOST_SECONDS, optional=True)
        require_one_of("reason", self.reason, get_args(Reason))
        require_switch("headers", self.headers)
        require_switch("html", self.html)

    @classmethod
    def answers(cls) -> dict[str, Answer]:
        """Return both answers, JSON and the page, by name."""
        return {cls.name: cls.answer, f"{cls.name}_page": cls.page}

    def reply(self, meeting: Meeting, /) -> Reply:
        """Return the 429 with the headers that were asked for."""
        reply = rendered(self.page if self.html else self.answer)
        if self.retry_after is not None:
            reply = reply.with_headers(("Retry-After", str(self.retry_after)))
        if not self.headers:
            return reply
        reset = meeting.context.site.clock.now + timedelta(seconds=self.retry_after or 0)
        return reply.with_headers(*limit_headers(limit=LIMIT, left=0, reset=reset), ("RateLimit-Reason", self.reason))

    @property
    def account(self) -> str:
        """What came of the request."""
        return f"refused as {self.reason}, the site was not asked"


def limit_headers(*, limit: int, left: int, reset: datetime) -> Headers:
    """Return the headers that tell a client how near it is to a limit; the reset is told to the minute."""
    near: Headers = (("X-RateLimit-NearLimit", "true"),) if left < limit / 5 else ()
    return (
        ("X-RateLimit-Limit", str(limit)),
        ("X-RateLimit-Remaining", str(left)),
        ("X-RateLimit-Reset", f"{reset:%Y-%m-%dT%H:%MZ}"),
        *near,
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Unavailable(Answered):
    """Jira is not available."""

    name: ClassVar[str] = "unavailable"
    answer = Answer(
        condition="Jira is not available",
        status=503,
        status_by=RATE_LIMITING,
        message="Service temporarily unavailable.",
        words_by=NO_TEXT,
    )
    passing: ClassVar[Parameters] = {"retry_after": 1}

    retry_after: int | None = None

    def __post_init__(self) -> None:
        require_count("retry_after", self.retry_after, least=0, most=MOST_SECONDS, optional=True)

    def reply(self, _: Meeting, /) -> Reply:
        """Return the 503."""
        reply = rendered(self.answer)
        return reply if self.retry_after is None else reply.with_headers(("Retry-After", str(self.retry_after)))


@dataclass(frozen=True, kw_only=True, slots=True)
class ServerError(Answered):
    """Jira fails."""

    name: ClassVar[str] = "server_error"
    answer = Answer(
        condition="Jira fails",
        status=500,
        status_by=chosen("as any server fails"),
        message="Internal server error",
        words_by=NO_TEXT,
    )
    passing: ClassVar[Parameters] = {}


@dataclass(frozen=True, kw_only=True, slots=True)
class BadGateway(Answered):
    """What stands before Jira does not reach it."""

    name: ClassVar[str] = "bad_gateway"
    answer = Answer(
        condition="what stands before Jira does not reach it",
        status=502,
        status_by=chosen("as any gateway fails"),
        message="Bad Gateway",
        words_by=NO_TEXT,
        envelope=Envelope.PAGE,
    )
    passing: ClassVar[Parameters] = {}


@dataclass(frozen=True, kw_only=True, slots=True)
class LoginPage(Answered):
    """A page to log in at comes in place of the answer."""

    name: ClassVar[str] = "login_page"
    answer = Answer(
        condition="a page to log in at, in place of the answer",
        status=200,
        status_by=chosen("as a proxy with single sign-on answers"),
        message="Log in to continue",
        words_by=NO_TEXT,
        envelope=Envelope.PAGE,
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class Captcha(Answered):
    """Jira wants somebody to solve a CAPTCHA before it takes credentials."""

    name: ClassVar[str] = "captcha"
    answer = Answer(
        condition="a login that failed too often: somebody has to solve a CAPTCHA",
        status=403,
        status_by=CAPTCHA_CAPTURE,
        message="Forbidden (403)",
        words_by=CAPTCHA_CAPTURE,
        envelope=Envelope.PAGE,
    )

    def concerns(self, meeting: Meeting) -> bool:
        """Say whether a request brings credentials."""
        return AUTHORIZATION in meeting.environ and self.aim.takes(meeting.method, meeting.path)

    def reply(self, meeting: Meeting, /) -> Reply:
        """Return the page, with the headers that tell a client of it."""
        return rendered(self.answer).with_headers(
            ("X-Authentication-Denied-Reason", f"CAPTCHA_CHALLENGE; login-url={meeting.base}/login.jsp"),
            ("X-Seraph-Loginreason", "AUTHENTICATED_FAILED"),
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class XsrfCheck(Answered):
    """Jira takes requests that write, with a browser's User-Agent, for forged ones."""

    name: ClassVar[str] = "xsrf_check"
    answer = Answer(
        condition="a browser's User-Agent on a request that writes",
        status=403,
        status_by=XSRF_REPORTS,
        message="XSRF check failed",
        words_by=XSRF_REPORTS,
        envelope=Envelope.TEXT,
    )
    fails = ()  # of a client that does not call itself a browser nothing does

    def concerns(self, meeting: Meeting) -> bool:
        """Say whether a request writes and seems to come from a browser."""
        is_browser = "Mozilla/" in meeting.environ.get("HTTP_USER_AGENT", "")
        return is_browser and meeting.method in WRITES and self.aim.takes(meeting.method, meeting.path)


@dataclass(frozen=True, kw_only=True, slots=True)
class OfIssues(Answered):
    """Jira refuses to write issues: only requests for some operations are concerned."""

    operations: ClassVar[tuple[str, ...]]
    fails = ()  # of links by themselves nothing does

    def concerns(self, meeting: Meeting) -> bool:
        """Say whether a request is for one of the operations."""
        operation = meeting.operation
        is_one = operation is not None and operation.id in self.operations
        return is_one and self.aim.takes(meeting.method, meeting.path)


@dataclass(frozen=True, kw_only=True, slots=True)
class ConflictingUpdate(OfIssues):
    """Somebody else updates the issue at the same time."""

    name: ClassVar[str] = "conflicting_update"
    operations: ClassVar[tuple[str, ...]] = ("editIssue", "doTransition")
    answer = Answer(
        condition="editing or moving an issue that somebody else updates at the same time",
        status=409,
        status_by=REFERENCE,
        message="The issue could not be updated due to a conflicting update.",
        words_by=NO_TEXT,
    )


@dataclass(frozen=True, kw_only=True, slots=True)
class ConfigurationProblem(OfIssues):
    """The site is configured such that the issue cannot be written."""

    name: ClassVar[str] = "configuration_problem"
    operations: ClassVar[tuple[str, ...]] = ("createIssue", "editIssue", "doTransition")
    answer = Answer(
        condition="creating, editing or moving an issue, which a problem of the site's configuration prevents",
        status=422,
        status_by=REFERENCE,
        message="A configuration problem prevents the issue from being updated.",
        words_by=NO_TEXT,
    )


@dataclass(slots=True)
class _Window:
    """What was counted since a time."""

    start: datetime
    count: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Counted(Fault):
    """So many `requests` in so many `seconds`, for whatever is counted by itself; the next ones get 429."""

    reason: ClassVar[Reason]

    requests: int
    seconds: float
    windows: dict[object, _Window] = field(default_factory=dict, repr=False, compare=False)

    def __post_init__(self) -> None:
        require_count("requests", self.requests, least=1)
        require_amount("seconds", self.seconds, most=MOST_SECONDS)

    @abstractmethod
    def counted(self, meeting: Meeting) -> Iterable[object]:
        """Yield what a request counts for."""

    def meet(self, meeting: Meeting, go_on: GoOn, /) -> Outcome:
        """Return the 429, or what comes of the request with the headers that count down."""
        with meeting.context.site.lock:
            now = meeting.context.site.clock.now
            windows = [self._window(what, now) for what in self.counted(meeting)]
            fullest = max(windows, key=lambda window: window.count, default=None)
            is_over = fullest is not None and fullest.count >= self.requests
            for window in windows:
                window.count += not is_over
            if fullest is None:
                left, reset = 0, now
            else:
                left, reset = self.requests - fullest.count, fullest.start + timedelta(seconds=self.seconds)
        if fullest is None:
            return go_on()
        headers = limit_headers(limit=self.requests, left=left, reset=reset)
        if not is_over:
            return go_on().with_headers(*headers)
        wait = ("Retry-After", str(max(1, ceil((reset - now).total_seconds()))))
        reply = rendered(RateLimited.answer).with_headers(wait, *headers, ("RateLimit-Reason", self.reason))
        return meeting.replied(self.name, reply, f"refused as {self.reason}, the site was not asked")

    def _window(self, what: object, now: datetime) -> _Window:
        window = self.windows.get(what)
        if window is None or now >= window.start + timedelta(seconds=self.seconds):
            window = self.windows[what] = _Window(now)
        return window


@dataclass(frozen=True, kw_only=True, slots=True)
class RateLimit(Counted):
    """A limit on the requests for one operation of Jira, each operation for itself."""

    name: ClassVar[str] = "rate_limit"
    reason: ClassVar[Reason] = "jira-burst-based"

    def counted(self, meeting: Meeting) -> Iterable[object]:
        """Yield the operation."""
        yield meeting.method, meeting.operation


@dataclass(frozen=True, kw_only=True, slots=True)
class IssueWriteLimit(Counted):
    """A limit on what is written to one issue; a link is written to both its ends."""

    name: ClassVar[str] = "issue_write_limit"
    reason: ClassVar[Reason] = "jira-per-issue-on-write"

    def concerns(self, meeting: Meeting) -> bool:
        """Say whether a request writes."""
        return meeting.method in WRITES and self.aim.takes(meeting.method, meeting.path)

    def counted(self, meeting: Meeting) -> Iterable[object]:
        """Yield the ids of the issues, each once."""
        return {issue.id: None for issue in _written_to(meeting)}


def _written_to(meeting: Meeting) -> Iterable[Issue]:
    """Yield the issues that a request names, by its path or as a link's ends; those that are not there are none."""
    site, place, operation = meeting.context.site, meeting.place, meeting.operation
    if place is None or operation is None:
        return
    parts = place.parts_of(operation)
    if operation.id == "linkIssues":
        for reference in _ends_named(meeting.request.get_data()):
            yield from _found(site, reference)
    elif operation.id == "deleteIssueLink":
        link_id = as_id(parts["linkId"])
        link = None if link_id is None else site.links.get(link_id)
        yield from () if link is None else (link.source, link.destination)
    elif "issueIdOrKey" in parts:
        yield from _found(site, IssueReference.of(parts["issueIdOrKey"]))


def _found(site: Site, reference: IssueReference) -> Iterable[Issue]:
    try:
        yield stored_issue(site, reference)
    except Refused:
        return


def _ends_named(body: bytes) -> list[IssueReference]:
    """Return how a link's body names its issues; nothing where it is no such body, which the site will say."""
    from jira_linkfake.jira.issue_links.rest import LinkSchema
    from jira_linkfake.rest.body import loaded

    try:
        content = loaded(LinkSchema, body)
    except Refused:
        return []
    return [IssueReference(id=end["id"], key=end["key"]) for end in (content["inward_issue"], content["outward_issue"])]

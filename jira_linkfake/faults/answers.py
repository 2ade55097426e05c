"""What answers in Jira's place when something is wrong on the way to it, by name."""

from __future__ import annotations

from dataclasses import dataclass

from jira_linkfake.jira.answer import NO_TEXT, Envelope
from jira_linkfake.jira.evidence import CAPTCHA_CAPTURE, RATE_LIMITING, XSRF_REPORTS, Evidence, chosen
from jira_linkfake.rest import envelopes
from jira_linkfake.rest.envelopes import Reply


@dataclass(frozen=True, kw_only=True, slots=True)
class TroubleAnswer:
    """How a fault answers in Jira's place."""

    condition: str
    status: int
    status_by: Evidence
    words: str
    words_by: Evidence
    envelope: Envelope = Envelope.COLLECTION
    headers: envelopes.Headers = ()

    def reply(self, *, base: str = "") -> Reply:
        """Return the reply from an address."""
        headers = tuple((name, value.replace("{base}", base)) for name, value in self.headers)
        return self._bare().with_headers(*headers)

    def _bare(self) -> Reply:
        if self.envelope is Envelope.PAGE:
            return envelopes.page_reply(self.status, self.words)
        if self.envelope is Envelope.TEXT:
            return envelopes.text_reply(self.status, self.words)
        return envelopes.error_collection(self.status, [self.words], {})


TROUBLE: dict[str, TroubleAnswer] = {
    "rate_limited": TroubleAnswer(
        condition="too many requests",
        status=429,
        status_by=RATE_LIMITING,
        words="Rate limit exceeded.",
        words_by=chosen("Data Center's words; bodies in reports differ from each other"),
    ),
    "rate_limited_page": TroubleAnswer(
        condition="too many requests, with `html=True`",
        status=429,
        status_by=RATE_LIMITING,
        words="Rate limit exceeded.",
        words_by=chosen("Data Center's words; that it was a page is in apache/devlake issue 2932"),
        envelope=Envelope.PAGE,
    ),
    "unavailable": TroubleAnswer(
        condition="Jira is not available",
        status=503,
        status_by=RATE_LIMITING,
        words="Service temporarily unavailable.",
        words_by=NO_TEXT,
    ),
    "server_error": TroubleAnswer(
        condition="Jira fails",
        status=500,
        status_by=chosen("as any server fails"),
        words="Internal server error",
        words_by=NO_TEXT,
    ),
    "bad_gateway": TroubleAnswer(
        condition="what stands before Jira does not reach it",
        status=502,
        status_by=chosen("as any gateway fails"),
        words="Bad Gateway",
        words_by=NO_TEXT,
        envelope=Envelope.PAGE,
    ),
    "login_page": TroubleAnswer(
        condition="a page to log in at, in place of the answer",
        status=200,
        status_by=chosen("as a proxy with single sign-on answers"),
        words="Log in to continue",
        words_by=NO_TEXT,
        envelope=Envelope.PAGE,
    ),
    "captcha": TroubleAnswer(
        condition="a login that failed too often: somebody has to solve a CAPTCHA",
        status=403,
        status_by=CAPTCHA_CAPTURE,
        words="Forbidden (403)",
        words_by=CAPTCHA_CAPTURE,
        envelope=Envelope.PAGE,
        headers=(
            ("X-Authentication-Denied-Reason", "CAPTCHA_CHALLENGE; login-url={base}/login.jsp"),
            ("X-Seraph-Loginreason", "AUTHENTICATED_FAILED"),
        ),
    ),
    "xsrf_check": TroubleAnswer(
        condition="a browser's User-Agent on a request that writes",
        status=403,
        status_by=XSRF_REPORTS,
        words="XSRF check failed",
        words_by=XSRF_REPORTS,
        envelope=Envelope.TEXT,
    ),
}

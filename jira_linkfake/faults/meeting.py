"""A request on its way to the site, as the faults that it meets see it."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from io import BytesIO
from typing import TYPE_CHECKING, Any

from werkzeug.wrappers import Request

from jira_linkfake.faults.fault import Ending, Outcome, run
from jira_linkfake.rest.app import application_of, base_of
from jira_linkfake.rest.call import Context
from jira_linkfake.rest.journal import FAULTS_KEY, Verdict, write_down
from jira_linkfake.rest.operations import Operation, Place, find
from jira_linkfake.rest.replies import sent
from jira_linkfake.rest.sign_in import SignIn, sign_in

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication, WSGIEnvironment

    from jira_linkfake.rest.replies import Reply


class Meeting:
    """One request, and what a fault can do with it; `can_break` says that its connection can be broken."""

    def __init__(
        self, application: WSGIApplication, context: Context, environ: WSGIEnvironment, *, can_break: bool
    ) -> None:
        self.can_break = can_break
        self.context = context
        self.environ = environ
        self.method: str = environ["REQUEST_METHOD"]
        self.path: str = environ["PATH_INFO"]
        self._application = application
        self._answering = context
        self._met: dict[str, str] = {}

    @cached_property
    def request(self) -> Request:
        """The request; its body is read, and left to be read again."""
        request = Request(self.environ)
        body = request.get_data()
        self.environ.update({"wsgi.input": BytesIO(body), "wsgi.input_terminated": True})
        return request

    @cached_property
    def place(self) -> Place | None:
        """Where the request's path leads."""
        return find(self.path)

    @property
    def operation(self) -> Operation | None:
        """The operation of Jira that the request is for, if there is one."""
        return None if self.place is None else self.place.operations.get(self.method)

    @property
    def base(self) -> str:
        """The address that the request came to."""
        return base_of(self.request)

    def carry_out(self) -> Outcome:
        """Let the site answer."""
        return run(self._application, self.environ)

    def answer_from(self, **changes: Any) -> None:
        """Let this request be answered from a context that is changed, such as with other options."""
        self._answering = replace(self._answering, **changes)
        self._application = application_of(self._answering)

    def note(self, name: str, reason: str) -> None:
        """Let the journal know which fault the request has met, and what comes of it."""
        self._met[name] = reason
        self.environ[FAULTS_KEY] = self._met

    def replied(self, name: str, reply: Reply, reason: str) -> Outcome:
        """Answer in the site's place."""
        with self.context.site.lock:
            signed_in = self._write_down(name, reason, reply)
            status, headers, body = sent(self.context, signed_in, reply, self.path)
        return Outcome(head=(status, headers), body=b"" if self.method == "HEAD" else body)

    def unanswered(self, name: str, ending: Ending, reason: str) -> Outcome:
        """Answer nothing, and ask nothing of the site."""
        with self.context.site.lock:
            self._write_down(name, reason, None)
        return Outcome(ending=ending)

    def _write_down(self, name: str, reason: str, reply: Reply | None) -> SignIn:
        self.note(name, reason)
        signed_in = sign_in(self.context, self.request.headers.get("Authorization"))
        write_down(self.context, self.request, signed_in, reply, Verdict(rule=name), ())
        return signed_in

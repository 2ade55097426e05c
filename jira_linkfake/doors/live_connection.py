"""One connection of the live server: reads requests, hands them over, writes replies."""

from __future__ import annotations

import os
from contextlib import closing, suppress
from io import BytesIO
from select import select
from socket import SHUT_WR, SO_LINGER, SOL_SOCKET, close
from struct import pack
from time import monotonic
from typing import TYPE_CHECKING

from werkzeug.datastructures import Headers
from werkzeug.serving import WSGIRequestHandler
from werkzeug.test import run_wsgi_app
from werkzeug.wrappers import Response
from werkzeug.wsgi import ClosingIterator

from jira_linkfake.doors.live_body import Incoming, body_of, require_whole_head
from jira_linkfake.errors import UsageError
from jira_linkfake.trouble.application import is_troubled
from jira_linkfake.trouble.outcome import Ending

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication, WSGIEnvironment

    from jira_linkfake.doors.live_port import Port
    from jira_linkfake.trouble.application import TroubledApplication

_SILENCE = 60.0
"""Seconds after which a connection on which nothing comes is closed, for a client that has no timeout."""
_LOOK = 0.05
"""Seconds between two looks at whether somebody still waits."""

_MANNERS = 1.0
"""Seconds that a client which was refused may take between two parts of what it still sends."""
_PART = 65536

_OPEN_ALREADY = (
    "connection_refused with times, a method or a path, or behind another fault, cannot be rendered over a port: a"
    " request is seen once its connection is accepted. There it refuses everyone until clear_faults()"
)


class Connection(WSGIRequestHandler):
    """One connection: reads requests, hands them over, writes replies."""

    server: Port
    rfile: Incoming
    protocol_version = "HTTP/1.1"
    default_request_version = "HTTP/1.0"  # a request line that is no HTTP gets a status line all the same
    disable_nagle_algorithm = True
    error_message_format = "jira_linkfake: %(message)s. %(explain)s.\n"
    error_content_type = "text/plain; charset=utf-8"

    def setup(self) -> None:
        """Open the connection, so that what comes over it is known to have come to its end."""
        super().setup()
        self.rfile.close()
        self.rfile = Incoming(self.connection.makefile("rb", 0))
        self._accepted_for = self.server.live_server.holder

    def run_wsgi(self) -> None:
        """Serve one request that has a request line and headers."""
        try:
            environ = self._environ()
        except (ValueError, OSError) as error:
            self.send_error(400, explain=str(error))
        else:
            with self.server.live_server._answering(f"{self.command} {self.path}", self._accepted_for) as application:
                reply = self._reply(application, environ)
                if reply:
                    self.wfile.write(reply)
            self.close_connection |= self.server.is_refusing

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Refuse what is no request, and let the client finish: with bytes left unread it might lose the answer."""
        super().send_error(code, message, explain)
        with suppress(OSError):  # gone already, or still there but with nothing to say
            self.connection.shutdown(SHUT_WR)
            self.connection.settimeout(_MANNERS)
            while self.connection.recv(_PART):
                pass

    def _environ(self) -> WSGIEnvironment:
        """Return the request with its whole body; raises what `run_wsgi` expects when it is malformed."""
        require_whole_head(self.headers, self.rfile)
        environ = self.make_environ()
        environ["wsgi.input"] = BytesIO(body_of(self.headers, self.rfile))
        environ["wsgi.input_terminated"] = True
        return environ

    def _reply(self, application: WSGIApplication, environ: WSGIEnvironment) -> bytes:
        """Return the application's reply, or the 500 of one that raises."""
        try:
            if is_troubled(application):
                return self._troubled_reply(application, environ)
            return self._run(application, environ)
        except Exception as error:
            self.server.live_server.errors.append(error)
            text = f"jira_linkfake: the application behind this server raised {type(error).__name__}.\n"
            return self._run(Response(text, 500, mimetype="text/plain"), environ)

    def _troubled_reply(self, application: TroubledApplication, environ: WSGIEnvironment) -> bytes:
        """Return as much of a reply as arrives; where none does the connection ends as it should."""
        outcome = application.outcome(environ)
        ending = outcome.ending
        if ending is Ending.REFUSED:
            raise UsageError(_OPEN_ALREADY)
        silent = ending is Ending.SILENT
        in_time = self._wait(application, outcome.hold + _SILENCE if silent else outcome.hold)
        application.wait(outcome.hold)
        if ending is Ending.RESET:
            self._reset()
        if not in_time or ending not in (Ending.WHOLE, Ending.CUT):
            self.close_connection = True
            return b""
        status, headers = outcome.head
        head = self._head(status, Headers(headers))
        self.close_connection |= ending is Ending.CUT
        return head + outcome.sent

    def _wait(self, application: WSGIApplication, seconds: float) -> bool:
        """Let time pass; says whether the client and the application have been there for so long."""
        end = monotonic() + seconds
        while (left := end - monotonic()) > 0:
            if not self.server.live_server.holds(application):
                return False
            readable, _, _ = select([self.connection], [], [], min(left, _LOOK))
            if readable:  # the client has hung up: it has nothing to say before it is answered
                return False
        return True

    def _reset(self) -> None:
        self.connection.setsockopt(SOL_SOCKET, SO_LINGER, pack("hh" if os.name == "nt" else "ii", 1, 0))
        close(self.connection.detach())  # not shut down before, as the server would: that is an orderly end

    def _run(self, application: WSGIApplication, environ: WSGIEnvironment) -> bytes:
        chunks, status, headers = run_wsgi_app(application, environ)
        with closing(ClosingIterator(chunks)):
            body = b"".join(chunks)
        if status.startswith(("1", "204", "304")):
            headers.remove("Content-Length")
        elif self.command != "HEAD":
            headers["Content-Length"] = str(len(body))
            return self._head(status, headers) + body
        return self._head(status, headers)

    def _head(self, status: str, headers: Headers) -> bytes:
        headers.setdefault("Server", self.version_string())
        headers.setdefault("Date", self.date_time_string())
        connection = headers.setdefault("Connection", "close" if self.close_connection else "keep-alive")
        self.close_connection = connection.lower() == "close"
        lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in headers), "", ""]
        return "\r\n".join(lines).encode("latin-1")

    def log(self, *_: object, **__: object) -> None:
        """Say nothing: a test's output is the user's."""

    log_request = log  # Werkzeug's takes a malformed address apart, and fails

"""A web server on loopback that writes down what it is sent, as a receiver of webhooks is one."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any


@dataclass
class Loopback:
    """The server: its address, the headers and bodies it was sent, and what it does before it answers."""

    url: str
    headers: list[Message] = field(default_factory=list)
    bodies: list[bytes] = field(default_factory=list)
    status: int = 204
    answer_headers: dict[str, str] = field(default_factory=dict)
    meanwhile: Callable[[dict[str, Any]], object] = lambda _: None

    @property
    def events(self) -> list[str]:
        """The events of the webhooks it was sent."""
        return [json.loads(body)["webhookEvent"] for body in self.bodies]


@contextmanager
def loopback() -> Iterator[Loopback]:
    """Serve on a port of 127.0.0.1 that is free."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            served.headers.append(self.headers)
            served.bodies.append(body)
            served.meanwhile(json.loads(body or b"{}"))
            self.send_response(served.status)
            for name, value in served.answer_headers.items():
                self.send_header(name, value)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Write nothing on the terminal."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        served = Loopback(url=f"http://127.0.0.1:{server.server_port}")
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        try:
            yield served
        finally:
            server.shutdown()
            thread.join()

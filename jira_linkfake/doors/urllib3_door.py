"""Answers what `urllib3` sends to one site, in the caller's own process, as it does for `http.client`."""

from __future__ import annotations

from typing import Any, ClassVar

import urllib3.connection
from urllib3.exceptions import NewConnectionError

from jira_linkfake.doors.door import refusal
from jira_linkfake.doors.http_client_door import HttpClientDoor


class Urllib3Door(HttpClientDoor):
    """Answers `urllib3`, and what is built on it, in the caller's own process."""

    client = "urllib3"
    plain: ClassVar[Any] = urllib3.connection.HTTPConnection
    with_tls: ClassVar[Any] = urllib3.connection.HTTPSConnection

    def _connected(self, connection: Any) -> None:
        connection.is_verified = True  # nobody is in between

    def _refusal(self, connection: Any) -> Exception:
        return NewConnectionError(connection, f"Failed to establish a new connection: {refusal()}")

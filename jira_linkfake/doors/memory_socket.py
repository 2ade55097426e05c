"""As much of a socket as a client uses whose other end is the site. Time alone is pretended."""

from __future__ import annotations

import errno
import io
from typing import TYPE_CHECKING

from jira_linkfake.doors.door import NEVER, NeverAnsweredError, os_error
from jira_linkfake.faults.fault import Ending

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    from _typeshed import ReadableBuffer, WriteableBuffer

    from jira_linkfake.faults.fault import Outcome

    Wait: TypeAlias = Callable[[float], None]


class MemorySocket:
    """A socket for one request; `ask` says what comes of it, once its reply is read."""

    def __init__(self, ask: Callable[[], Outcome], wait: Wait, timeout: float | None = None) -> None:
        self.ask, self.wait = ask, wait
        self.timeout = timeout

    def settimeout(self, timeout: float | None) -> None:
        """Set for how many seconds the client waits."""
        self.timeout = timeout

    def setsockopt(self, *_: object) -> None:
        """Set nothing: there is nothing that could be set."""

    def sendall(self, data: ReadableBuffer) -> None:
        """Take the request, which the site has been handed already."""

    def makefile(self, *_: object) -> io.BufferedReader:
        """Return what comes back."""
        return io.BufferedReader(_Incoming(self))

    def close(self) -> None:
        """Close nothing: there is nothing open."""


class _Incoming(io.RawIOBase):
    """What comes back over a socket, when it comes."""

    def __init__(self, sock: MemorySocket) -> None:
        self._socket = sock
        self._bytes: io.BytesIO | None = None

    def readable(self) -> bool:
        """Say that this can be read."""
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:
        """Read on; the first time wait for what comes."""
        if self._bytes is None:
            self._bytes = self._arrived()
        return self._bytes.readinto(buffer)

    def _arrived(self) -> io.BytesIO:
        outcome, patience = self._socket.ask(), self._socket.timeout
        if outcome.ending is Ending.SILENT and patience is None:
            raise NeverAnsweredError(NEVER)
        if patience is not None and (outcome.ending is Ending.SILENT or outcome.hold >= patience):
            self._socket.wait(patience)
            raise TimeoutError("timed out")
        self._socket.wait(outcome.hold)
        if outcome.ending is Ending.RESET:
            raise os_error(ConnectionResetError, errno.ECONNRESET)
        return io.BytesIO(outcome.arriving)

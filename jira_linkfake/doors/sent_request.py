"""A request as a client sends it over a connection in memory, byte by byte."""

from __future__ import annotations

import re

_ADDRESS = re.compile(r"https?://[^/?#]*", re.IGNORECASE)


class SentRequest:
    """What has been sent of one request so far, and where it ends."""

    def __init__(self) -> None:
        self.method = ""
        self.target = ""
        self.headers: list[tuple[str, str]] = []
        self.body = b""
        self.has_head = self.is_whole = False
        self._bytes = bytearray()
        self._length: int | None = 0
        self._position = 0

    def feed(self, data: bytes) -> None:
        """Take what the client sends next."""
        self._bytes += data
        if not self.has_head:
            self._read_head()
        if self.has_head and not self.is_whole:
            self.is_whole = self._has_chunks() if self._length is None else len(self._bytes) >= self._length
            if self.is_whole and self._length is not None:
                self.body = bytes(self._bytes[: self._length])

    def waits_for_leave(self) -> bool:
        """Say whether the client sends its body once it is told to go on."""
        return any(name.lower() == "expect" and value.lower() == "100-continue" for name, value in self.headers)

    def _read_head(self) -> None:
        head, separator, rest = bytes(self._bytes).partition(b"\r\n\r\n")
        if not separator:
            return
        line, *lines = head.decode("latin-1").split("\r\n")
        self.method, target, _ = line.split(" ", 2)
        self.target = _ADDRESS.sub("", target) or "/"  # a proxy is told the whole address
        for header in lines:
            name, _, value = header.partition(":")
            self.headers.append((name, value.strip()))
        of_body = {name.lower(): value for name, value in self.headers}
        if "chunked" in of_body.get("transfer-encoding", "").lower():
            self._length = None
        else:
            self._length = int(of_body.get("content-length", "0"))
        self.has_head, self._bytes = True, bytearray(rest)

    def _has_chunks(self) -> bool:
        """Read the chunks that are there whole, and say whether the last one is."""
        while True:
            end = self._bytes.find(b"\r\n", self._position)
            if end < 0:
                return False
            size = int(bytes(self._bytes[self._position : end]).partition(b";")[0], 16)
            begin = end + 2
            if len(self._bytes) < begin + size + 2:
                return False
            if not size:
                return True
            self.body += self._bytes[begin : begin + size]
            self._position = begin + size + 2

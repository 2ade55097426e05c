"""The head and the body of a request as they come over a connection: whole, or refused.

Werkzeug's reader of chunks never ends where one is announced that is longer than what comes.
"""

from __future__ import annotations

import re
from email.errors import FirstHeaderLineIsContinuationDefect, InvalidHeaderDefect, MissingHeaderBodySeparatorDefect
from io import BufferedReader
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import Message

_PART = 65536
_LENGTH = re.compile(r"[0-9]{1,15}", re.ASCII)
_CHUNK = re.compile(rb"([0-9A-Fa-f]{1,12})[ \t]*(?:;[^\r\n]*)?\r?\n")
_LINE_ENDS = (b"\r\n", b"\n")
_DEFECTS = (FirstHeaderLineIsContinuationDefect, InvalidHeaderDefect, MissingHeaderBodySeparatorDefect)


class Incoming(BufferedReader):
    """What comes over a connection; `last_line` is the last line that was read, empty where nothing came any more."""

    last_line = b""

    def readline(self, size: int | None = -1, /) -> bytes:
        """Return the next line, up to a size."""
        self.last_line = super().readline(size)
        return self.last_line


def require_whole_head(headers: Message, incoming: Incoming) -> None:
    """Raise `ValueError` for headers that are malformed, or have no end."""
    if not incoming.last_line:
        raise ValueError("The headers end too early")
    for defect in headers.defects:
        if isinstance(defect, _DEFECTS):
            raise ValueError(f"The headers are malformed ({type(defect).__name__})")  # and those that follow are lost


def body_of(headers: Message, incoming: BufferedReader) -> bytes:
    """Return the body that headers announce; raises `ValueError` for one that is malformed or does not come whole."""
    lengths = {*headers.get_all("Content-Length", ())}
    encodings = [*headers.get_all("Transfer-Encoding", ())]
    if not encodings:
        return b"".join(_sized(lengths, incoming))
    if lengths or [encoding.strip().lower() for encoding in encodings] != ["chunked"]:
        raise ValueError("Nothing tells where the body ends")
    return b"".join(_chunks(incoming))


def _sized(lengths: set[str], incoming: BufferedReader) -> Iterator[bytes]:
    if not lengths:
        return
    text = lengths.pop().strip()
    if lengths or not _LENGTH.fullmatch(text):
        raise ValueError("Nothing tells where the body ends")
    yield from _exactly(int(text), incoming)


def _chunks(incoming: BufferedReader) -> Iterator[bytes]:
    while size := _size_of_chunk(incoming.readline(_PART)):
        yield from _exactly(size, incoming)
        if incoming.readline(2) not in _LINE_ENDS:
            raise ValueError("A chunk is not as long as it says")
    while (line := incoming.readline(_PART)) not in _LINE_ENDS:  # headers that come late
        if not line:
            raise ValueError("The body ends too early")


def _size_of_chunk(line: bytes) -> int:
    match = _CHUNK.fullmatch(line)
    if match is None:
        raise ValueError("A chunk has no size")
    return int(match[1], 16)


def _exactly(size: int, incoming: BufferedReader) -> Iterator[bytes]:
    """Yield so many bytes part by part: memory is taken for what comes, not for what is announced."""
    while size:
        part = incoming.read(min(size, _PART))
        if not part:
            raise ValueError("The body ends too early")
        size -= len(part)
        yield part

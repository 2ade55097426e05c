"""What a step is: one request, and what it needs."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal
from urllib.parse import quote, urlencode

Caller = Literal["user", "second", "nobody", "wrong"]
"""Who asks: the user of the run, the second one, somebody without credentials, somebody with wrong ones."""

Tells = Literal["", "direction", "comment", "hidden"]


class NotTriedError(Exception):
    """Why a step, or what it needs, is not tried."""


class Text(str):
    """A text that version 2 takes as it is and version 3 as a document."""

    __slots__ = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Step:
    """One request that is sent to a site and to its twin.

    `path` goes below `/rest/api/<version>/`, or from the site's address where it begins with a slash. In it, in
    `query`, `body` and `headers`, `{a}` stands for what the run knows by the name a. `needs` are names of
    `needs.NEEDS`.

    `answered_by` is the rule of the answers (`known_answers`) that the step looks at, and `status` says which of its
    rows where it has several. `alike` lets lists of what is the site's own differ in what they have, not in its shape.
    `is_search` asks again where search may be behind. `tells` says what another value in the answer means. `changes`
    says whether a site changes where it does as ours does. A `version` is that of the API, where only one will do.
    """

    name: str
    answered_by: str
    method: str = "GET"
    path: str
    query: Mapping[str, Any] = field(default_factory=dict)
    body: Any = None
    headers: Mapping[str, str | None] = field(default_factory=dict)
    caller: Caller = "user"
    needs: tuple[str, ...] = ()
    status: int | None = None
    alike: bool = False
    is_search: bool = False
    is_new_issue: bool = False
    tells: Tells = ""
    version: str | None = None

    @property
    def subject(self) -> str:
        """What the step is about: the first part of its name."""
        return self.name.partition(":")[0]


_NAME = re.compile(r"\{([a-z_]+)\}")


def filled(template: Any, names: Mapping[str, Any], version: str) -> Any:
    """Return a template with what it names; what is one name alone becomes its value, whatever type it has.

    Raises `NotTriedError` for a name that is not known.
    """
    if isinstance(template, Text):
        text = filled(str(template), names, version)
        return text if version == "2" else as_document(text)
    if isinstance(template, str):
        alone = _NAME.fullmatch(template)
        return _value(names, alone[1]) if alone else _NAME.sub(lambda one: str(_value(names, one[1])), template)
    if isinstance(template, Mapping):
        return {filled(key, names, version): filled(value, names, version) for key, value in template.items()}
    if isinstance(template, (list, tuple)):
        return [filled(one, names, version) for one in template]
    return template


def _value(names: Mapping[str, Any], name: str) -> Any:
    if name not in names:
        raise NotTriedError(f"the run has no {name.replace('_', ' ')}")
    return names[name]


def as_document(text: str) -> dict[str, Any]:
    """Return an Atlassian document that says a text."""
    content = [{"type": "text", "text": text}] if text else []
    return {"type": "doc", "version": 1, "content": [{"type": "paragraph", "content": content}]}


def address(path: str, query: Mapping[str, Any], names: Mapping[str, Any], version: str) -> str:
    """Return a path below a site's address with its query, as a request line has it."""
    bare, _, more = path.partition("?")
    whole = bare if bare.startswith("/") else f"/rest/api/{version}/{bare}"
    where = quote(str(filled(whole, names, version)), safe="/%,:")
    asked = urlencode({key: filled(value, names, version) for key, value in query.items()}, doseq=True)
    given = quote(str(filled(more, names, version)), safe="=&/%,:+@")
    parts = [part for part in (given, asked) if part]
    return f"{where}?{'&'.join(parts)}" if parts else where


def as_bytes(body: Any, names: Mapping[str, Any], version: str) -> bytes | None:
    """Return a body as it is sent: JSON, unless it is bytes or nothing."""
    if body is None:
        return None
    if isinstance(body, bytes):
        text = body.decode("utf-8", "surrogateescape")
        return _NAME.sub(lambda one: str(names.get(one[1], one[0])), text).encode("utf-8", "surrogateescape")
    return json.dumps(filled(body, names, version)).encode()


FORM = "multipart/form-data; boundary=xx"
"""The content type of what `form` returns."""


def form(*parts: str, filename: str = "log.txt", content: bytes = b"It crashed.") -> bytes:
    """Return a multipart body, each part of which is a file with its name."""
    kind = "text/plain" if filename.endswith(".txt") else "application/octet-stream"
    head = f'filename="{filename}"\r\nContent-Type: {kind}\r\n\r\n'
    heads = (f'--xx\r\nContent-Disposition: form-data; name="{part}"; {head}'.encode() for part in parts)
    return b"".join(one + content + b"\r\n" for one in heads) + b"--xx--\r\n"

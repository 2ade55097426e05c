"""Requests that nobody would send in good faith, made from those of `operations`."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from io import BytesIO
from random import Random
from typing import Any
from urllib.parse import quote, unquote, unquote_to_bytes

from tests.properties.hostile_json import SCALARS, TEXTS, any_value, spoiled, written
from tests.properties.hostile_parts import (
    ADMIN,
    BEGINNINGS,
    CODECS,
    ESCAPES,
    HEADERS,
    METHODS,
    MORE,
    OCTETS,
    ODD_TARGETS,
    PREFIXES,
    QUERY,
    SPLINTERS,
)
from tests.properties.operations import HIDDEN, Request, address_of, reads, writes
from tests.properties.telling import FILE, FORM


@dataclass(frozen=True, kw_only=True)
class HostileRequest:
    """A request in which each character of the head stands for a byte; its `repr` makes it again."""

    method: str
    target: str
    headers: tuple[tuple[str, str], ...]
    body: bytes

    @property
    def is_json(self) -> bool:
        """Whether the body is JSON, as Python reads it, which takes NaN and however deep a nesting."""
        try:
            json.loads(self.body)
        except RecursionError:
            return True
        except ValueError:
            return False
        return True

    @property
    def said(self) -> list[Any]:
        """All that the request says: its address, and its body as text and as JSON, where it is some.

        Bytes of an address that are no UTF-8 are read as their escapes (werkzeug).
        """
        texts = [unquote(self.target), quote(self.target, encoding="latin-1"), self.body.decode("utf-8", "replace")]
        try:
            return [*texts, json.loads(self.body)]
        except (ValueError, RecursionError):
            return texts

    def environ(self) -> dict[str, Any]:
        """Return the request as a WSGI server hands it over."""
        path, _, query = self.target.partition("?")
        variables: dict[str, Any] = {}
        for name, value in self.headers:
            key = name.upper().replace("-", "_")
            key = key if key in ("CONTENT_TYPE", "CONTENT_LENGTH") else f"HTTP_{key}"
            variables[key] = f"{variables[key]},{value}" if key in variables else value
        return {
            "REQUEST_METHOD": self.method,
            "SCRIPT_NAME": "",
            "PATH_INFO": unquote_to_bytes(path.encode("latin-1")).decode("latin-1"),
            "QUERY_STRING": query,
            "SERVER_NAME": "127.0.0.1",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "CONTENT_LENGTH": str(len(self.body)),
            "wsgi.version": (1, 0),
            "wsgi.url_scheme": "http",
            "wsgi.input": BytesIO(self.body),
            "wsgi.errors": sys.stderr,
            "wsgi.multithread": True,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
            **variables,
        }

    def sent(self) -> bytes:
        """Return the request as a client sends it over a socket; a length that it does not say is the body's."""
        names = {name.lower() for name, _ in self.headers}
        length = [] if "content-length" in names else [("Content-Length", str(len(self.body)))]
        headers = [f"{name}: {value}" for name, value in (*length, *self.headers)]
        return "\r\n".join([f"{self.method} {self.target} HTTP/1.1", *headers, "", ""]).encode("latin-1") + self.body


def _seen(request: Request) -> Request:
    """Return a request about an issue that is seen instead of the hidden one: this one may be carried out."""
    method, path, body = json.loads(json.dumps(request).replace(HIDDEN, "APP-2"))
    return method, path, body


_KNOWN = {**reads(), **writes()}
_SAMPLES = {
    name: [*_KNOWN.get(name, ()), *map(_seen, _KNOWN.get(name, ())), *MORE.get(name, ())] for name in (*_KNOWN, *MORE)
}
_WITH_BODY = {name: samples for name, samples in _SAMPLES.items() if samples[0][2] is not None}


def hostile_requests(random: Random) -> Iterator[HostileRequest]:
    """Yield requests without end: JSON of the wrong kind, then a body that is none, then what else there is."""
    while True:
        yield _with_json(random)
        yield _with_bytes(random)
        yield random.choice((_elsewhere, _asking, _with_headers, _with_headers))(random)


def _sample(random: Random, operations: dict[str, list[Request]]) -> Request:
    return random.choice(operations[random.choice([*operations])])


def _made(random: Random, method: str, path: str, body: bytes, *headers: tuple[str, str]) -> HostileRequest:
    """Return a request by the administrator with JSON, unless headers say otherwise; the URL is well written."""
    names = {name for name, _ in headers}
    if path.endswith("/attachments") and not names:  # whatever it is becomes a file, or is sent as it is
        headers = tuple(FORM.items())
        body, names = random.choice((FILE % body, FILE % body, body)), {"Content-Type"}
    usual = [one for one in (("Authorization", ADMIN), ("Content-Type", "application/json")) if one[0] not in names]
    target = address_of(quote(path, safe="/?=&,:*"), random.choice("23"))
    return HostileRequest(method=method, target=target, headers=(*usual, *headers), body=body)


def _with_json(random: Random) -> HostileRequest:
    method, path, body = _sample(random, _WITH_BODY)
    value = spoiled(random, body) if random.random() < 0.9 else any_value(random)
    return _made(random, method, path, written(random, value).encode("utf-8", "surrogatepass"))


def _with_bytes(random: Random) -> HostileRequest:
    method, path, body = _sample(random, _WITH_BODY)
    headers = [_header(random, "Content-Type")] if random.random() < 0.3 else []
    return _made(random, method, path, _broken(random, json.dumps(body, ensure_ascii=False)), *headers)


def _broken(random: Random, text: str) -> bytes:
    """Return a text as bytes that are no JSON, or are in an encoding that nobody uses for it."""
    kind = random.randrange(6)
    if kind == 0:
        return text.encode(random.choice(CODECS), "replace")
    if kind == 1:
        return random.randbytes(random.choice((0, 1, 2, 3, 4, 50, 5000)))
    octets = text.encode()
    if kind == 2:
        return random.choice(BEGINNINGS) + octets
    at = random.randrange(len(octets))
    if kind == 3:
        return octets[:at]
    splinter = random.randbytes(1) if kind == 4 else random.choice(SPLINTERS)
    return octets[:at] + splinter + octets[at + random.randrange(2) :]


def _octets(random: Random) -> str:
    """Return what a part of a URL may be."""
    kind = random.randrange(4)
    if kind == 0:
        return quote(random.choice(TEXTS).encode("utf-8", "surrogatepass"))
    if kind == 1:
        return random.choice(ESCAPES)
    if kind == 2:
        return str(random.choice(SCALARS))
    return "".join(random.choices([one for one in OCTETS if one not in " ?#"], k=random.choice((1, 2, 9, 3000))))


def _elsewhere(random: Random) -> HostileRequest:
    """Return a request to a path that has a strange part, or is one, with any method."""
    request, path = _whole(random)
    parts = path.split("/")
    at = random.randrange(len(parts))
    parts[at : at + random.randrange(2)] = [_octets(random)]
    return replace(
        request,
        method=random.choice(METHODS) if random.random() < 0.3 else request.method,
        target=random.choice(ODD_TARGETS) if random.random() < 0.2 else random.choice(PREFIXES) + "/".join(parts),
    )


def _asking(random: Random) -> HostileRequest:
    """Return a request with a strange query."""
    request, _ = _whole(random)
    address, _, query = request.target.partition("?")
    names = [*(pair.partition("=")[0] for pair in query.split("&")), *QUERY, _octets(random)]
    pairs = [f"{random.choice(names)}={_octets(random)}" for _ in range(random.choice((1, 1, 2)))]
    pairs += random.choice(([], [query]))
    return replace(request, target=f"{address}?{random.choice(('&', '&', '&', ';', '&&', '?')).join(pairs)}")


def _with_headers(random: Random) -> HostileRequest:
    """Return a request with one or two strange headers."""
    names = random.choices((*HEADERS, "Authorization", "Content-Type"), k=random.choice((1, 1, 2)))
    request, _ = _whole(random, *(_header(random, name) for name in names))
    return request


def _whole(random: Random, *headers: tuple[str, str]) -> tuple[HostileRequest, str]:
    """Return a request that is as it should be but for its headers, and its path below the version."""
    method, path, body = _sample(random, _SAMPLES)
    content = b"" if body is None else json.dumps(body).encode()
    return _made(random, method, path, content, *headers), path.partition("?")[0]


def _header(random: Random, name: str) -> tuple[str, str]:
    return name, random.choice(HEADERS[name])

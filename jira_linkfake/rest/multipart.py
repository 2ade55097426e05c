"""Reading the files of a form: multipart/form-data, which Jira takes only from who says that it is no forgery."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from werkzeug.formparser import MultiPartParser
from werkzeug.http import parse_options_header

from jira_linkfake.jira.refusal import Refused
from jira_linkfake.rest.call import Call
from jira_linkfake.rest.refusals import FormBroken, UnsupportedMediaType, XsrfUnchecked

_FORM = "multipart/form-data"
_UNCHECKED = ("no-check", "nocheck")
"""What the header says, now and in old clients."""


def files_in(call: Call, name: str = "file") -> list[tuple[str, str, bytes]]:
    """Return the files that a form has under a name: what each is called, its type, and its bytes.

    Raises `Refused` without the header against forged requests, for what is no form, and for one that cannot be read.
    """
    if call.headers.get("X-Atlassian-Token") not in _UNCHECKED:
        raise Refused(XsrfUnchecked())
    said = call.headers.get("Content-Type", "null")
    content_type, options = parse_options_header(said)
    if content_type != _FORM:
        raise Refused(UnsupportedMediaType(content_type=said))
    boundary = options.get("boundary", "").encode()
    try:
        _, files = MultiPartParser(_in_memory).parse(BytesIO(call.body), boundary, len(call.body))
    except ValueError as error:
        raise Refused(FormBroken(problem=str(error))) from error
    return [
        (_last_part(file.filename or ""), file.mimetype or "application/octet-stream", file.stream.read())
        for file in files.getlist(name)
    ]


def _in_memory(*_: Any, **__: Any) -> BytesIO:
    return BytesIO()


def _last_part(filename: str) -> str:
    """Return the name of a file without the folders in which it was with the client."""
    return filename.rpartition("/")[2]

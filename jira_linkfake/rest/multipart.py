"""Reading forms: their texts, and their files, which Jira takes only from who says that it is no forgery."""

from __future__ import annotations

from io import BytesIO
from typing import Any
from urllib.parse import parse_qs

from werkzeug.datastructures import FileStorage, MultiDict
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
    if parse_options_header(said)[0] != _FORM:
        raise Refused(UnsupportedMediaType(content_type=said))
    try:
        _, files = _read(call)
    except ValueError as error:
        raise Refused(FormBroken(problem=str(error))) from error
    return [
        (_last_part(file.filename or ""), file.mimetype or "application/octet-stream", file.stream.read())
        for file in files.getlist(name)
    ]


def words_in(call: Call, name: str) -> list[str]:
    """Return the texts that a form has under a name, of either type of forms.

    Raises `ValueError` for one that cannot be read.
    """
    if parse_options_header(call.headers.get("Content-Type"))[0] == _FORM:
        form, _ = _read(call)
        return form.getlist(name)
    return parse_qs(call.body.decode()).get(name, [])


def _read(call: Call) -> tuple[MultiDict[str, str], MultiDict[str, FileStorage]]:
    """Return the texts and the files of a form of several parts."""
    _, options = parse_options_header(call.headers.get("Content-Type"))
    boundary = options.get("boundary", "").encode()
    return MultiPartParser(_in_memory).parse(BytesIO(call.body), boundary, len(call.body))


def _in_memory(*_: Any, **__: Any) -> BytesIO:
    return BytesIO()


def _last_part(filename: str) -> str:
    """Return the name of a file without the folders in which it was with the client."""
    return filename.rpartition("/")[2]

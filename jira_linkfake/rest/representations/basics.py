"""What every representation is made with."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from html import escape
from typing import Any

from jira_linkfake.rest import adf

Json = dict[str, Any]


def time(moment: datetime) -> str:
    """Return a time in Jira's form: milliseconds, and a zone without a colon."""
    return f"{moment:%Y-%m-%dT%H:%M:%S}.{moment.microsecond // 1000:03}+0000"


def rich_text(text: str, document: Mapping[str, Any] | None, api: str) -> str | Mapping[str, Any]:
    """Return what a user wrote: the text in version 2, the Atlassian document in version 3."""
    if api.endswith("/2"):
        return text
    return document if document is not None else adf.document_of(text)


def html(text: str) -> str:
    """Return a text as HTML: a paragraph a line, without the empty ones."""
    return "\n".join(f"<p>{escape(line, quote=False)}</p>" for line in text.splitlines() if line.strip())


def site_of(api: str) -> str:
    """Return the site's own address."""
    return api.rpartition("/rest/api/")[0]

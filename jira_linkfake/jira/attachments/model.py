"""Attachments of issues."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import TYPE_CHECKING

from jira_linkfake.jira.people.model import User

if TYPE_CHECKING:
    from mimetypes import MimeTypes


ANY_BYTES = "application/octet-stream"
"""The type of what nobody knows more of."""


@cache
def _types() -> MimeTypes:
    from mimetypes import MimeTypes  # once somebody attaches something

    return MimeTypes()


def mime_type_of(filename: str) -> str:
    """Return the type that a file's name says, by Python's own table."""
    return _types().guess_type(filename)[0] or ANY_BYTES


@dataclass(frozen=True, kw_only=True, slots=True)
class Attachment:
    """A file of an issue, with its content."""

    id: str
    issue_id: str
    filename: str
    mime_type: str
    content: bytes = field(repr=False)
    author: User | None
    created: datetime

    def __str__(self) -> str:
        return self.filename

    @property
    def size(self) -> int:
        """The size of the content, in bytes."""
        return len(self.content)

    @property
    def is_image(self) -> bool:
        """Whether Jira has a thumbnail of it."""
        return self.mime_type.startswith("image/")

"""What is in an archive: Jira looks into ZIP files alone."""

from __future__ import annotations

from io import BytesIO
from typing import NamedTuple

from jira_linkfake.jira.attachments.model import Attachment, mime_type_of
from jira_linkfake.jira.attachments.refusals import ArchiveUnsupported
from jira_linkfake.jira.refusal import Refused

_UNSUPPORTED = {
    b"\x1f\x8b": "gzip",
    b"BZh": "bzip2",
    b"Rar!\x1a\x07": "RAR",
    b"7z\xbc\xaf\x27\x1c": "7-Zip",
    b"\xfd7zXZ\x00": "xz",
}
"""How archives begin that Jira does not look into."""
_TAR, _TAR_AT = b"ustar", 257
_LONGEST_PART = 20  # characters at either end of a path in short
_KILO = 1024


class Entry(NamedTuple):
    """A file in an archive, with its place among all files; `size` is in bytes, once it is unpacked."""

    place: int
    path: str
    size: int

    @property
    def media_type(self) -> str:
        """What the name says of its content."""
        return mime_type_of(self.path)

    @property
    def label(self) -> str:
        """The path, of a long one its beginning and its end (the reference's example)."""
        if len(self.path) <= 2 * _LONGEST_PART:
            return self.path
        folders = self.path.split("/")
        start, end = _fitting(folders[:-1]), _fitting(folders[:0:-1])
        return "/".join([*start, "...", *reversed(end or folders[-1:])])

    @property
    def told_size(self) -> str:
        """The size for people: kilobytes, or from a megabyte on megabytes (the reference's example)."""
        kilobytes = self.size / _KILO
        if kilobytes >= _KILO:
            return f"{kilobytes / _KILO:.2f} MB"
        return f"{kilobytes:.0f} kB" if kilobytes >= 1 else f"{kilobytes:.1f} kB"


def _fitting(folders: list[str]) -> list[str]:
    """Return as many of the first names as fit into a part of a path in short."""
    count = next((at for at in range(len(folders)) if len("/".join(folders[: at + 1])) > _LONGEST_PART), len(folders))
    return folders[:count]


def entries_of(attachment: Attachment) -> list[Entry]:
    """Return the files in an archive: none of what is no archive, or is broken; folders are left out (chosen).

    Raises `Refused` for an archive of another kind.
    """
    from zipfile import BadZipFile, ZipFile  # once somebody looks into one

    content = attachment.content
    kind = next((name for start, name in _UNSUPPORTED.items() if content.startswith(start)), None)
    if kind is not None or content[_TAR_AT:].startswith(_TAR):
        raise Refused(ArchiveUnsupported(attachment=attachment, kind=kind or "tar"))
    try:
        with ZipFile(BytesIO(content)) as archive:
            files = [one for one in archive.infolist() if not one.is_dir()]
    except (BadZipFile, ValueError, NotImplementedError, OSError):
        return []
    return [Entry(index, one.filename, one.file_size) for index, one in enumerate(files)]

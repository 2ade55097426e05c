"""ZIP files for tests."""

from __future__ import annotations

import io
import zipfile


def zipped(files: dict[str, bytes]) -> bytes:
    """Return a ZIP file with files by their paths; one that ends with a slash is a folder."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, content in files.items():
            archive.writestr(zipfile.ZipInfo(path), content)
    return file.getvalue()

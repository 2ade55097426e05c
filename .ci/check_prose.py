"""Checks the words of the documentation: plain, short, and without our old ones.

Run in a checkout, with the extra `docs`. It ends the run with what is wrong.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from textstat import automated_readability_index

HARDEST = 9.1
"""The automated readability index of the README of `responses` 0.26.3; that of respx 0.23.1 is higher."""

WRITTEN_BY_CODE = {"fakejira.md", "operations.md", "compared-with-the-reference.md", "sources.md", "names.md"}
OLD_WORDS = {
    r"\bthe face\b": "FakeJira, or the API",
    r"\bdoors?\b": "client, port, in process",
    r"\btrouble\b": "fault",
    r"\bbut for\b": "except",
    r"\b(?:is|are) to be\b": "must",
    r"\bthere is none\b|\bis no (?:number|date|text|list)\b": "is not a ...",
    r"\bthose that\b": "what, or a noun",
    r"\bgone past\b": "skipped",
}
OF_BUILDERS = {"how-it-is-built.md", "CONTRIBUTING.md"}  # which speak of the folder `doors`


def main() -> None:
    """Check every page that people write."""
    pages = [Path("README.md"), Path("CONTRIBUTING.md"), *sorted(Path("docs").glob("*.md"))]
    texts = {page: prose(page.read_text(encoding="utf-8")) for page in pages if page.name not in WRITTEN_BY_CODE}
    wrong = [problem for page, text in texts.items() for problem in (*hard(page, text), *old_words(page, text))]
    wrong += linted(texts)
    sys.exit("\n".join(wrong) or None)


def prose(page: str) -> str:
    """Return the sentences of a page: without code, tables, headings, comments and addresses."""
    page = re.sub(r"^```.*?^```$|<!--.*?-->", "", page, flags=re.M | re.S)
    page = re.sub(r"^\s*\|.*$|^#+ .*$", "", page, flags=re.M)
    page = re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", page)
    page = re.sub(r"`[^`]*`", "x", page)
    return re.sub(r"^\s*(?:[-*]|\d+\.) (.*[^.:])$", r"\1.", page, flags=re.M)


def hard(page: Path, text: str) -> list[str]:
    """Return what is wrong where a page is harder to read than the READMEs of its neighbours."""
    index = automated_readability_index(text)
    return [f"{page}: its readability index is {index:.1f}, more than {HARDEST}"] if index > HARDEST else []


def old_words(page: Path, text: str) -> list[str]:
    """Return the words of a page that readers need not learn."""
    found = {old: new for old, new in OLD_WORDS.items() if re.search(old, text, re.I)}
    if page.name in OF_BUILDERS:
        found.pop(r"\bdoors?\b", None)
    return [f"{page}: {re.search(old, text, re.I)[0]!r}: better {new}" for old, new in found.items()]


def linted(texts: dict[Path, str]) -> list[str]:
    """Return what proselint finds."""
    with tempfile.TemporaryDirectory() as folder:
        for page, text in texts.items():
            Path(folder, page.name).write_text(text, encoding="utf-8")
        command = ["proselint", "-o", "compact", "check", *(page.name for page in texts)]
        found = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout.splitlines()
    return [line for line in found if "typography" not in line]  # quotation marks are as they are typed


if __name__ == "__main__":
    main()

"""Keys of issues, as a test's author writes them."""

from __future__ import annotations

import re

from jira_linkfake.errors import UsageError, of_the_test

__tracebackhide__ = of_the_test

_ISSUE_KEY = re.compile(r"([A-Z][A-Z0-9_]*)-([1-9][0-9]*)")


def project_of(key: object) -> str:
    """Return the key of the project that an issue's key is of; raises `UsageError` for what is no key of an issue."""
    match = _ISSUE_KEY.fullmatch(key) if isinstance(key, str) else None
    if match is None:
        raise UsageError(f"{key!r} is no key of an issue: it takes a project's key in capitals and a number: 'PROJ-1'")
    return match[1]

"""The ids that requests name."""

from __future__ import annotations

import re

_LONG = re.compile(r"[+-]?[0-9]{1,19}", re.ASCII)


def as_long(text: str) -> int | None:
    """Return the number that Jira reads from an id in a path; None where it is not a number of 64 bits."""
    number = int(text) if _LONG.fullmatch(text) else None
    return number if number is not None and -(2**63) <= number < 2**63 else None


FIRST_ID = 10000

"""The values that the parameters of faults take."""

from __future__ import annotations

from collections.abc import Iterable

from jira_linkfake.errors import UsageError, nearest


def require_count(name: str, value: object, *, least: int, optional: bool = False) -> None:
    """Raise `UsageError` for what is no whole number of at least so much; None will do where it is optional."""
    if value is None and optional:
        return
    if isinstance(value, bool) or not isinstance(value, int) or value < least:
        or_none = " or None" if optional else ""
        raise UsageError(f"{name}={value!r} will not do: it takes a whole number, {least} or more{or_none}")


def require_amount(name: str, value: object, *, most: float = float("inf")) -> None:
    """Raise `UsageError` for what is no number from 0 to the most."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= most:
        limit = "0 or more" if most == float("inf") else f"0 to {most:g}"
        raise UsageError(f"{name}={value!r} will not do: it takes a number, {limit}")


def require_one_of(name: str, value: object, choices: Iterable[str]) -> None:
    """Raise `UsageError` for what is none of the choices."""
    known = tuple(choices)
    if value not in known:
        raise UsageError(f"{name}={value!r} will not do: {nearest(value, known)}")

"""What is raised when a test's author asks for something that is not there."""

from __future__ import annotations

from collections.abc import Iterable


class UsageError(ValueError):
    """A mistake in the test, not in the code under test: its sentence names the nearest right thing."""


def nearest(name: object, choices: Iterable[str]) -> str:
    """Return the end of a sentence that names the choice nearest to `name`, or else all choices."""
    from difflib import get_close_matches  # only ever needed on the way to an error

    known = sorted(choices)
    by_folded_name = {choice.casefold(): choice for choice in known}
    close = get_close_matches(str(name).casefold(), by_folded_name, n=1)
    if close:
        return f"did you mean {by_folded_name[close[0]]!r}?"
    return f"there is: {', '.join(map(repr, known))}." if known else "there is none."

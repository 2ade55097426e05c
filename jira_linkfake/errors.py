"""What is raised when a test's author asks for something that is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

from collections.abc import Iterable


class UsageError(ValueError):
    """A mistake in the test, not in the code under test: its sentence names the nearest right thing."""


def of_the_test(error: pytest.ExceptionInfo[BaseException]) -> bool:
    """Say whether an error is about the test, so that pytest need not show the frames of ours that raised it.

    A module of the face has this as its `__tracebackhide__`; our own bugs are shown whole.
    """
    return isinstance(error.value, (UsageError, AssertionError))


def nearest(name: object, choices: Iterable[str], *, prefix: str = "") -> str:
    """Return the end of a sentence that names the choice nearest to `name`, or else all, each with a prefix to them."""
    from difflib import get_close_matches  # only ever needed on the way to an error

    known = sorted(choices)
    by_folded_name = {choice.casefold(): choice for choice in known}
    close = get_close_matches(str(name).casefold(), by_folded_name, n=1)
    if close:
        return f"did you mean {prefix + by_folded_name[close[0]]!r}?"
    return f"known: {', '.join(repr(prefix + one) for one in known)}." if known else "there are none."

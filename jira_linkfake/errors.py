"""What is raised when a test's author asks for something that is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pytest

from collections.abc import Iterable


class UsageError(ValueError):
    """A mistake in the test, not in the code under test: its sentence names the nearest right thing."""

    def __init__(self, sentence: str) -> None:
        super().__init__(printable(sentence))


class DataError(UsageError):
    """A mistake in data that a site is filled from: its sentence also says where in the data it is."""


class ScenarioNotMetWarning(UserWarning):
    """A test has passed though what it prepared to go wrong never did."""


def of_the_test(error: pytest.ExceptionInfo[BaseException]) -> bool:
    """Say whether an error is about the test, so that pytest need not show the frames of ours that raised it.

    A module of the face has this as its `__tracebackhide__`; our own bugs are shown whole.
    """
    return isinstance(error.value, (UsageError, AssertionError))


_LONGEST, _END = 2000, 900
"""From how many characters on a line is cut, and how many of each end are left: few enough not to be cut again."""


def printable(text: str) -> str:
    r"""Return a line as people may be shown it: what is not to be seen stands there as `\n`, `\x1b` or `\ud83d`.

    Clients choose keys, paths and phrases; no terminal is to obey them, and a lone surrogate would end a run of
    pytest-xdist. Of a line that is very long the middle is left out.
    """
    if len(text) > _LONGEST:
        text = f"{text[:_END]}[... {len(text) - 2 * _END} characters ...]{text[-_END:]}"
    if text.isprintable():
        return text
    return "".join(one if one.isprintable() else one.encode("unicode_escape").decode("ascii") for one in text)


def paragraph(lines: Iterable[str]) -> str:
    """Return lines as people may be shown them, one below the other."""
    return "\n".join(map(printable, lines))


_MOST = 30
"""How many names a sentence has."""


def nearest_of(name: object, choices: Iterable[str]) -> str | None:
    """Return the choice nearest to `name`, in whatever case; None where none is near."""
    from difflib import get_close_matches  # only ever needed on the way to an error

    by_folded_name = {choice.casefold(): choice for choice in choices}
    close = get_close_matches(str(name).casefold(), by_folded_name, n=1)
    return by_folded_name[close[0]] if close else None


def nearest(name: object, choices: Iterable[str], *, prefix: str = "") -> str:
    """Return the end of a sentence that names the choice nearest to `name`, or else all, each with a prefix to them."""
    known = sorted(choices)
    close = nearest_of(name, known)
    if close is not None:
        return f"did you mean {prefix + close!r}?"
    if not known:
        return "there are none."
    more = f" and {len(known) - _MOST} more" if len(known) > _MOST else ""
    return f"known: {', '.join(repr(prefix + one) for one in known[:_MOST])}{more}."

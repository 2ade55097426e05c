"""Ranks as texts that stand in the order of the issues, with room for another between any two.

They look as Jira's LexoRank does: a bucket, six digits of base 36, and behind a colon as many more as it takes. What
stands between two is chosen.
"""

from __future__ import annotations

import re

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_BUCKET = "0|"
_WIDTH = 6
_RANK = re.compile(r"[0-2]\|(?!0+:0*$)([0-9a-z]{6}:[0-9a-z]*)", re.ASCII)


def as_rank(text: str) -> str | None:
    """Return a rank that Jira has written, in the one bucket that a site has; None for another text."""
    match = _RANK.fullmatch(text)
    return None if match is None else _BUCKET + match[1].rstrip("0")


def rank_of_number(number: int) -> str:
    """Return the rank of the issue with a number for an id, which nobody has ranked: the later it came, the lower."""
    return f"{_BUCKET}i{_written(number).rjust(_WIDTH - 1, '0')}:"


def between(higher: str | None, lower: str | None) -> str:
    """Return a rank between two, the first of which stands above the second.

    None is what stands above all others, or directly below the first: an issue that comes later is still behind it.
    """
    above = "" if higher is None else _digits_of(higher)
    digits = _middle(above, _behind(above) if lower is None else _digits_of(lower))
    return f"{_BUCKET}{digits[:_WIDTH].ljust(_WIDTH, '0')}:{digits[_WIDTH:]}"


def _behind(above: str) -> str | None:
    """Return the digits of the next whole rank; None where it is the last."""
    digits = _written(int(above[:_WIDTH].ljust(_WIDTH, "0"), len(_DIGITS)) + 1).rjust(_WIDTH, "0")
    return digits.rstrip("0") if len(digits) == _WIDTH else None


def _written(number: int) -> str:
    digits = ""
    while number:
        number, digit = divmod(number, len(_DIGITS))
        digits = _DIGITS[digit] + digits
    return digits


def _digits_of(rank: str) -> str:
    return rank.removeprefix(_BUCKET).replace(":", "").rstrip("0")


def _middle(low: str, high: str | None) -> str:
    """Return digits between two fractions, the second of which does not end in a zero; None is one."""
    if high is not None:
        padded = low.ljust(len(high), "0")
        alike = next(place for place, digit in enumerate(high) if padded[place] != digit)
        if alike:
            return high[:alike] + _middle(low[alike:], high[alike:])
    first = int(low[:1] or "0", len(_DIGITS))
    last = len(_DIGITS) if high is None else int(high[0], len(_DIGITS))
    if last - first > 1:
        return _DIGITS[(first + last) // 2]
    if high is not None and len(high) > 1:
        return high[0]
    return _DIGITS[first] + _middle(low[1:], None)

"""How a mutant can end, and which survivors are explained."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FAILED, NOT_IMPORTED, BROKE, BROKEN_RUN, TIMED_OUT = 1, 2, 3, 4, 36
"""What a fork exits with; mutmut reads 1 and 3 as killed."""
OUTCOMES = {
    FAILED: "failed",
    BROKE: "broke",
    NOT_IMPORTED: "not imported",
    TIMED_OUT: "timed out",
    0: "survived",
    33: "not reached",
}
KILLED = ("failed", "broke", "not imported", "timed out")
PAGE = Path(__file__).with_name("survivors.md")
_LINE = re.compile(r"^- `(?P<name>[^`]+)`: (?P<ticks>`+) ?(?P<changed>.*?) ?(?P=ticks)$", re.M)


def outcome_of(code: int | None) -> str:
    """Return how a mutant ended whose fork exited so: a failed assertion, any other error, out of time, or survived."""
    if code is not None and code < 0:
        return "timed out"  # ended by a signal, of time or of memory
    return OUTCOMES[code or 0]


@dataclass(frozen=True)
class Explained:
    """The survivors that the page explains, by name, each with the code that it has in place of ours."""

    changes: Mapping[str, str]

    @classmethod
    def read(cls) -> Explained:
        """Return what the page explains."""
        lines = list(_LINE.finditer(PAGE.read_text(encoding="utf-8")))
        return cls({line["name"]: line["changed"] for line in lines})

    def compared(self, survivors: Mapping[str, str], *, everything: bool) -> list[str]:
        """Return what is wrong with the page after a run; only one of everything tells that it explains too much."""
        wrong = [
            f"nothing explains {name}: {changed}" if name not in self.changes else f"{name} is another now: {changed}"
            for name, changed in survivors.items()
            if self.changes.get(name) != changed
        ]
        if everything:
            wrong += [f"{name} is explained, but did not survive" for name in self.changes if name not in survivors]
        return wrong

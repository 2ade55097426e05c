"""Interleaved rounds, what is read from them, and what a benchmark hands back."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

Clock = Callable[[], float]
CPU: Clock = time.process_time
"""For work that this process does alone: what else runs on the machine hardly disturbs it."""
WALL: Clock = time.perf_counter
"""For work that threads or processes share."""

Contestant = Callable[[], float]
"""Does its work once, asserts that it was done, and returns the seconds that it took, for one call."""

Times = dict[str, list[float]]
"""The seconds of each contestant in each round."""

BATCHES = 5


def seconds(work: Callable[[], object], clock: Clock = CPU) -> float:
    """Return how long some work takes."""
    begun = clock()
    work()
    return clock() - begun


def take_rounds(contestants: Mapping[str, Contestant], rounds: int) -> Times:
    """Let each contestant do its work once a round, after a warm-up, in an order that is turned around each time."""
    for contestant in contestants.values():
        contestant()
    times: Times = {name: [] for name in contestants}
    for number in range(rounds):
        for name in list(contestants)[:: -1 if number % 2 else 1]:
            times[name].append(_undisturbed(contestants[name]))
    return times


def _undisturbed(contestant: Contestant) -> float:
    gc.collect()
    gc.disable()
    try:
        return contestant()
    finally:
        gc.enable()


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """What was measured, over all rounds and in each batch of them."""

    value: float
    batches: tuple[float, ...] = ()
    unit: str = ""

    @property
    def spread(self) -> float:
        """How far the batches lie from the value, as a part of it: half of what is between the two outermost."""
        return (max(self.batches) - min(self.batches)) / 2 / self.value if self.batches else 0.0


def ratio(times: Times, ours: str, theirs: str, beyond: str | None = None) -> Figure:
    """Return how many times longer ours takes than theirs, or what each takes beyond a third."""
    rounds = len(times[ours])
    edges = [rounds * number // BATCHES for number in range(BATCHES + 1)]
    batches = [range(start, end) for start, end in pairwise(edges)]
    return Figure(
        value=_ratio(times, range(rounds), ours, theirs, beyond),
        batches=tuple(_ratio(times, batch, ours, theirs, beyond) for batch in batches),
    )


def _ratio(times: Times, rounds: range, ours: str, theirs: str, beyond: str | None) -> float:
    if beyond is None:
        return median(times[ours][number] / times[theirs][number] for number in rounds)
    # Differences of one round would have the noise of four measurements. What disturbs a process makes it slower, never
    # quicker: those of the quickest rounds have the least.
    least = {name: min(times[name][number] for number in rounds) for name in (ours, theirs, beyond)}
    return (least[ours] - least[beyond]) / (least[theirs] - least[beyond])


@dataclass(frozen=True, kw_only=True, slots=True)
class Peers:
    """Contestants side by side: the seconds of each, beyond those of `beyond`, and how many times `baseline`'s."""

    title: str
    seconds: Mapping[str, float]
    baseline: str

    @classmethod
    def of(cls, title: str, times: Times, baseline: str, beyond: str | None = None) -> Peers:
        """Return the contestants by the median of their rounds, or the quickest where it is what they take beyond."""
        usual = {name: min(rounds) if beyond else median(rounds) for name, rounds in times.items()}
        less = usual.pop(beyond) if beyond else 0.0
        return cls(title=title, seconds={name: value - less for name, value in usual.items()}, baseline=baseline)


@dataclass(frozen=True, kw_only=True, slots=True)
class Result:
    """What a benchmark found: figures by what they are of, or the reason why there are none."""

    figures: Mapping[str, Figure] = field(default_factory=dict)
    peers: Sequence[Peers] = ()
    not_measured: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Effort:
    """How thorough a run is."""

    quick: bool = False

    def rounds(self, number: int) -> int:
        """Return the number of rounds to take: in a quick run a few, from which nothing can be concluded."""
        return BATCHES if self.quick else number

    def size(self, number: int) -> int:
        """Return how large a site to make: in a quick run a fiftieth."""
        return number // 50 if self.quick else number


@dataclass(frozen=True, kw_only=True, slots=True)
class Benchmark:
    """One row of the table: what is measured, and the most that it may be."""

    what: str
    target: str
    limit: float
    run: Callable[[Effort], Result]

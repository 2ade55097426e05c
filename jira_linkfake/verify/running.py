"""A run: each step at the site and at its twin, and what comes of it."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Literal

from jira_linkfake.known_answers import KnownReply, known_replies
from jira_linkfake.verify.comparing import Alike, Difference, differences
from jira_linkfake.verify.needs import all_needs, provide
from jira_linkfake.verify.side import Side
from jira_linkfake.verify.site_client import LostReplyError, Reply, only_reads
from jira_linkfake.verify.step import NotTriedError, Step

if TYPE_CHECKING:
    from jira_linkfake.fake_jira import FakeJira
    from jira_linkfake.options import Answers

Result = Literal["agrees", "differs", "not tried"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Outcome:
    """What came of a step: `rule` is what answered at the twin, and `late` for how many seconds search was behind."""

    step: Step
    result: Result
    why: str = ""
    rule: str = ""
    differences: tuple[Difference, ...] = ()
    late: float = 0.0
    fits: Answers | None = None

    @property
    def rows(self) -> list[KnownReply]:
        """The rows of our answers that the step is about."""
        return rows_of(self.rule or self.step.answered_by, self.step.status)


def rows_of(rule: str, status: int | None = None) -> list[KnownReply]:
    """Return the rows of our answers that a rule gives; with a status that alone."""
    return [one for one in _rows_by_rule().get(rule, ()) if status in (None, *one.statuses)]


@cache
def _rows_by_rule() -> dict[str, list[KnownReply]]:
    found: dict[str, list[KnownReply]] = {}
    for row in known_replies():
        found.setdefault(row.rule, []).append(row)
    return found


class Run:
    """Both sides, and what is said while they are compared.

    For up to `patience` seconds a search is asked again. `may_make` is false where nothing is to be changed.
    """

    def __init__(
        self,
        site: Side,
        twin: Side,
        fake: FakeJira,
        *,
        words: bool = True,
        patience: float = 30.0,
        may_make: bool = True,
    ) -> None:
        self.site, self.twin, self.fake = site, twin, fake
        self._words = words
        self._patience = patience
        self.may_make = may_make
        self._documented = fake.answers

    def outcomes(self, steps: Iterable[Step]) -> Iterator[Outcome]:
        """Try steps one after the other, and yield what comes of each once its own things are removed."""
        for serial, step in enumerate(steps, start=1):
            self.site.serial = self.twin.serial = serial
            try:
                outcome = self._outcome(step)
            finally:
                self.site.clear_up()
            self.twin.clear_up()
            yield outcome

    def _outcome(self, step: Step) -> Outcome:
        try:
            self._require_possible(step)
            for side in (self.twin, self.site):
                provide(side, step.needs)
            return self._compared(step)
        except (NotTriedError, LostReplyError) as error:
            return Outcome(step=step, result="not tried", why=str(error))

    def _require_possible(self, step: Step) -> None:
        if not self.site.client.knows(step.caller):
            raise NotTriedError("it needs a second user (--second-user)")
        makes = any(one.makes for one in all_needs(step.needs))
        if not self.may_make and (makes or not only_reads(step.method, step.path)):
            raise NotTriedError("it changes something, or needs something that is made (--read-only)")

    def _compared(self, step: Step) -> Outcome:
        ours = self.twin.send(step)
        exchange = self.fake.exchanges[-1]
        if exchange.status == 501:
            raise NotTriedError("ours does not serve it")
        theirs = self.site.send(step)
        found, late = self._until_found(step, theirs, ours)
        outcome = Outcome(
            step=step, result="differs" if found else "agrees", rule=exchange.rule, differences=found, late=late
        )
        return self._with_other_answers(outcome, theirs) if exchange.other_status else outcome

    def _until_found(self, step: Step, theirs: Reply, ours: Reply) -> tuple[tuple[Difference, ...], float]:
        """Return what differs, and after how many seconds a search found what it had not found before."""
        found = self._differences(step, theirs, ours)
        begun, wait = time.monotonic(), 0.5
        waited = 0.0
        while found and step.is_search and waited < self._patience:
            self.site.client.sleep(wait)
            waited += wait
            wait = min(wait * 2, 5.0)
            found = self._differences(step, self.site.send(step), ours)
        late = max(waited, time.monotonic() - begun) if waited else 0.0
        if found and step.is_search and self._search_is_behind(step):
            found = [Difference(kind="lag", where="issues")]
        return tuple(found), late

    def _search_is_behind(self, step: Step) -> bool:
        """Say whether search does not know of every issue that a step needs."""
        needed = [one.name for one in all_needs(step.needs) if f"{one.name}_summary" in self.site.names]
        keys = [str(self.site.names[name]) for name in needed]
        reply = self.site.ask("POST", "search/jql", {"jql": f"key in ({', '.join(keys)})", "fields": ["summary"]})
        issues = reply.json.get("issues", ()) if isinstance(reply.json, dict) else ()
        return len(issues) < len(keys)

    def _differences(self, step: Step, theirs: Reply, ours: Reply) -> list[Difference]:
        of_site, of_twin = [Alike(side.base, side.names) for side in (self.site, self.twin)]
        found = differences(theirs, ours, of_site, of_twin, alike=step.alike, words=self._words)
        return [_told(step, one) for one in found]

    def _with_other_answers(self, outcome: Outcome, theirs: Reply) -> Outcome:
        """Say which of the two `answers` the site's fits, where ours has two."""
        usual = self._documented
        other: Answers = "observed" if usual == "documented" else "documented"
        if outcome.result == "agrees":
            return replace(outcome, fits=usual)
        self.fake.answers = other
        try:
            ours = self.twin.send(outcome.step)
        finally:
            self.fake.answers = usual
        if self._differences(outcome.step, theirs, ours):
            return outcome
        status = [one for one in outcome.differences if one.kind == "status"] or list(outcome.differences)
        return replace(outcome, fits=other, differences=tuple(replace(one, kind="answers") for one in status[:1]))


def _told(step: Step, found: Difference) -> Difference:
    """Return a difference under the name of what it means where the step was made to find that."""
    is_count = found.kind == "number" or found.where.endswith("total")
    return replace(found, kind=step.tells) if step.tells and is_count else found


def steps_named(steps: Sequence[Step], wanted: Sequence[str]) -> list[Step]:
    """Return the steps of these names or subjects, all where there are none; raises `KeyError` for an unknown one."""
    for name in wanted:
        if not any(name in (one.name, one.subject) for one in steps):
            raise KeyError(name)
    return [one for one in steps if not wanted or one.name in wanted or one.subject in wanted]

"""Search that is behind: it finds a new link only after it was asked a few times."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, ClassVar

from jira_linkfake.faults.checks import require_count
from jira_linkfake.faults.fault import Fault, GoOn
from jira_linkfake.faults.scope import below_version
from jira_linkfake.jira.events import LinkMade

if TYPE_CHECKING:
    from jira_linkfake.faults.meeting import Meeting
    from jira_linkfake.faults.outcome import Outcome
    from jira_linkfake.jira.site import Site


@dataclass(frozen=True, kw_only=True, slots=True)
class SearchLag(Fault):
    """The next `polls` searches do not find a link that a request has made."""

    name: ClassVar[str] = "search_lag"

    polls: int
    missed: Counter[int] = field(default_factory=Counter, repr=False, compare=False)

    def __post_init__(self) -> None:
        require_count("polls", self.polls, least=1)

    def concerns(self, meeting: Meeting) -> bool:
        """Say whether a request searches."""
        return below_version(meeting.path)[:1] == ["search"] and self.scope.takes(meeting.method, meeting.path)

    def meet(self, meeting: Meeting, go_on: GoOn, /) -> Outcome:
        """Return what comes of the search on a site without the links that it does not know of yet."""
        site = meeting.context.site
        with site.lock:
            unknown = self._unknown(site)
            if not unknown:
                return go_on()
            self.missed.update(unknown)
            meeting.note(self.name, f"the search did not know of {len(unknown)} of the links yet")
            with _without(site, unknown):
                return go_on()

    def _unknown(self, site: Site) -> list[int]:
        """Return the ids of the links that requests have made and that too few searches have missed, oldest first."""
        made = [event.link.id for event in site.events if isinstance(event, LinkMade)]
        return [link_id for link_id in made if link_id in site.links.rows and self.missed[link_id] < self.polls]


@contextmanager
def _without(site: Site, link_ids: list[int]) -> Iterator[None]:
    """Take links off a site, whose lock is held, for as long as the block takes."""
    rows = {link_id: site.links.rows[link_id] for link_id in link_ids}
    for link_id in rows:
        site.links.remove(link_id)
    try:
        yield
    finally:
        for link_id, row in rows.items():
            site.links.add(link_id, row)

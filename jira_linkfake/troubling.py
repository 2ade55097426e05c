"""What goes wrong, and time: the members of a `FakeJira` that its scenarios use."""

from __future__ import annotations

from jira_linkfake.clock import SiteClock
from jira_linkfake.site.store import Site
from jira_linkfake.trouble.desk import Trouble


class Troubling:
    """The members of a `FakeJira` about time and about faults; the faults themselves are scenarios."""

    site: Site
    _trouble: Trouble

    @property
    def clock(self) -> SiteClock:
        """The site's clock; times, limits and delays go by it."""
        return SiteClock(self.site)

    def clear_faults(self) -> None:
        """Let nothing go wrong any more, whatever faults were there."""
        self._trouble.clear()

"""What one request has done: all that is kept of it for webhooks, until somebody looks or a receiver gets them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from jira_linkfake.plain import Plain
from jira_linkfake.site.events import Event, LinkEvent
from jira_linkfake.site.model import Issue
from jira_linkfake.site.moments import Moment
from jira_linkfake.site.store import Site


class Happened(Plain):
    """What one request has done, with the issues as they were then; `base` is the address that it came to."""

    events: Sequence[Event]
    moments: Mapping[int, Moment]
    time: datetime
    base: str

    @classmethod
    def of(cls, site: Site, events: Sequence[Event], base: str) -> Happened:
        """Return the events of a request that was just carried out, with all that webhooks may tell of them."""
        moments = {issue.id: Moment.of(site, issue) for event in events for issue in issues_of(event)}
        return cls(events=events, moments=moments, time=site.clock.now, base=base)


def issues_of(event: Event) -> tuple[Issue, ...]:
    """Return the issues that an event is about, a link's source first."""
    if isinstance(event, LinkEvent):
        return event.link.source, event.link.destination
    return (event.issue,)

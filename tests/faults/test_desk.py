"""The faults of a site: turns that are taken at the same time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, ClassVar

from jira_linkfake import FakeJira
from jira_linkfake.faults.fault import Fault
from jira_linkfake.scenarios.outages import server_error


@dataclass(frozen=True, kw_only=True)
class Interrupted(Fault):
    """Another request comes while this one is on its way; that one is let through."""

    name: ClassVar[str] = "interrupted"

    send: Any
    inside: list = None

    def meet(self, meeting, go_on, /):
        """Send the other request first."""
        if not self.inside:
            self.inside.append(True)
            self.inside.append(self.send())
        return go_on()


def test_a_turn_is_taken_once():
    """Of two requests at the same time one meets a fault that is for one request."""
    jira = FakeJira()
    statuses = [None]
    inside = []

    def send():
        return jira.client().get("/rest/api/3/serverInfo").status_code

    jira._trouble.add(Interrupted(send=send, inside=inside))
    server_error(jira, times=1)
    statuses = [send(), inside[1]]
    assert sorted(statuses) == [200, 500]
    assert "server_error(times=1) met 1 request, and is used up" in jira.report()

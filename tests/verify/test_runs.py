"""A run against a site of ours: through its application, over a port, interrupted."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from jira_linkfake.verify.site_client import Reply, Sent
from tests.verify.held import a_site, hold


def test_ours_agrees_with_ours(tmp_path: Path) -> None:
    """Every step agrees at a site of ours, as nothing else could be true, and nothing is left there."""
    jira = a_site()
    before = jira.snapshot()
    held = hold(jira, "--other-project", "OTHER", "--second-user", json_file=tmp_path / "found.json")
    assert held.differing == {}
    assert held.not_tried == {}
    assert held.status == 0
    assert jira.difference(before) == []


class Interrupting:
    """Raises KeyboardInterrupt once, after a request of a number was carried out."""

    def __init__(self, number: int) -> None:
        self._left = number

    def __call__(self, sent: Sent, carry: Callable[[Sent], Reply]) -> Reply:
        """Carry a request out, and interrupt."""
        reply = carry(sent)
        self._left -= 1
        if self._left == 0:
            raise KeyboardInterrupt
        return reply


@pytest.mark.parametrize("number", range(15, 40))
def test_an_interrupted_run_leaves_nothing(number: int) -> None:
    """Whenever a run is interrupted, also before it knows what it made, what it made is removed."""
    jira = a_site()
    held = hold(jira, planted=Interrupting(number))
    assert (held.status, held.progress.splitlines()[-1]) == (2, "interrupted; what the run made is removed")
    assert jira.issues == []

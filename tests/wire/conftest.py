"""Fixtures of the wire suite."""

from __future__ import annotations

import pytest

from tests.wire.doors import DOORS, OpenDoor


@pytest.fixture(params=DOORS, ids=lambda door: door.__name__)
def open_door(request: pytest.FixtureRequest) -> OpenDoor:
    """Each of the doors: given a site, a context manager that reaches it."""
    return request.param

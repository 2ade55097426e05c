"""The doors of the wire suite: each case goes through two or three of them, always the same by its name.

JIRA_LINKFAKE_DOORS says otherwise: through `every` one, or with `few` through one.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from zlib import crc32

import pytest

from tests.wire.doors import DOORS, OpenDoor


@pytest.fixture(params=DOORS, ids=lambda door: door.__name__)
def open_door(request: pytest.FixtureRequest) -> OpenDoor:
    """Each of the doors: given a site, a context manager that reaches it."""
    return request.param


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out of the cases, always the same by their names, what JIRA_LINKFAKE_DOORS says."""
    asked = os.environ.get("JIRA_LINKFAKE_DOORS", "")
    left_out = {"every": _nothing, "few": _all_but_one_door}.get(asked, _two_thirds)
    items[:] = [item for item in items if not _is_left_out(item, left_out)]


def _nothing(_: int, __: OpenDoor) -> bool:
    return False


def _all_but_one_door(number: int, door: OpenDoor) -> bool:
    return DOORS[number % len(DOORS)] is not door


def _two_thirds(number: int, door: OpenDoor) -> bool:
    return (number + DOORS.index(door)) % 3 > 0


def _is_left_out(item: pytest.Item, left_out: Callable[[int, OpenDoor], bool]) -> bool:
    parameters = getattr(getattr(item, "callspec", None), "params", {})
    case, door = parameters.get("case"), parameters.get("open_door")
    return case is not None and door is not None and left_out(crc32(case.name.encode()), door)

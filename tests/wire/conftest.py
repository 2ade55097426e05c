"""The doors that the whole wire suite goes through, and those that a third of it does.

Of how many doors each case goes through says JIRA_LINKFAKE_DOORS: `every`, or `few` for where something else is tested.
"""

from __future__ import annotations

import os
from zlib import crc32

import pytest

from tests.wire.doors import DOORS, OF_A_THIRD, OpenDoor


@pytest.fixture(params=[*DOORS, *OF_A_THIRD], ids=lambda door: door.__name__)
def open_door(request: pytest.FixtureRequest) -> OpenDoor:
    """Each of the doors: given a site, a context manager that reaches it."""
    return request.param


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out two thirds of the cases, always the same by their names, of the doors that a third goes through."""
    doors = {"every": (), "few": (*DOORS, *OF_A_THIRD)}.get(os.environ.get("JIRA_LINKFAKE_DOORS", ""), OF_A_THIRD)
    items[:] = [item for item in items if not _is_left_out(item, doors)]


def _is_left_out(item: pytest.Item, doors: tuple[OpenDoor, ...]) -> bool:
    parameters = getattr(getattr(item, "callspec", None), "params", {})
    case, door = parameters.get("case"), parameters.get("open_door")
    return case is not None and door in doors and (crc32(case.name.encode()) + doors.index(door)) % 3 > 0

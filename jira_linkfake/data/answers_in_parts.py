"""What Jira's answers are read with: parts of JSON that may be missing, or something else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timezone
from typing import Any

Json = Mapping[str, Any]


def object_in(content: Json, name: str) -> Json:
    """Return the object of a name; one that is empty where there is none."""
    found = content.get(name)
    return found if isinstance(found, Mapping) else {}


def list_in(content: Json, name: str) -> list[Any]:
    """Return the objects of a list."""
    found = content.get(name)
    return [one for one in found if isinstance(one, Mapping)] if isinstance(found, list) else []


def count_in(value: Any) -> int:
    """Return a number, 0 for what is none."""
    return value if isinstance(value, int) else 0


def given(**attributes: Any) -> dict[str, Any]:
    """Return the attributes that say something."""
    return {name: value for name, value in attributes.items() if value not in (None, [], {}, "")}


_LATEST = 253402300799000


def moment(time: Any) -> Any:
    """Return a time of Jira's, which may be milliseconds since 1970."""
    if isinstance(time, (int, float)):
        return datetime.fromtimestamp(min(max(time, 0), _LATEST) / 1000, timezone.utc).isoformat()
    return time


class Names:
    """Names of things of a kind, of which no two have the same `key`."""

    def __init__(self, taken: dict[str, str], key: Callable[[str], str] = str) -> None:
        self.taken, self.key = taken, key

    def free(self, name: str, owner: str) -> str:
        """Return a name that nobody else has: the wanted one, or that with a number."""
        number, free = 1, name
        while self.taken.setdefault(self.key(free), owner) != owner:
            number += 1
            free = f"{name} ({number})"
        return free

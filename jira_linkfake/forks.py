"""Locks that a forked process gets anew: at the fork they may be held by a thread that the child does not have."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

if TYPE_CHECKING:
    from collections.abc import Callable

_owners: WeakKeyDictionary[Any, tuple[str, Callable[[], object]]] = WeakKeyDictionary()


def renew_in_forks(owner: object, name: str, make: Callable[[], object]) -> None:
    """Let a fork replace the lock in an attribute, of an object or a class, by one that is made anew."""
    _owners[owner] = name, make


def _renew() -> None:  # pragma: no cover - in a fork
    for owner, (name, make) in list(_owners.items()):
        setattr(owner, name, make())


# Where there is no fork, there is nothing to do.
getattr(os, "register_at_fork", dict)(after_in_child=_renew)

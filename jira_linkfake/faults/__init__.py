"""What is made to go wrong between a client and the site: a fault decides, and each door renders it."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jira_linkfake.faults.fault import Fault

_MODULES = ("answers", "connections", "rewriting")
"""Those that have faults; the others are what these meet, and are not loaded before a request is."""


@cache
def all_faults() -> dict[str, type[Fault]]:
    """Return every kind of fault by its name, which is that of its scenario."""
    modules = [import_module(f"{__name__}.{name}") for name in _MODULES]
    kinds = [kind for module in modules for kind in vars(module).values() if isinstance(kind, type)]
    return {vars(kind)["name"]: kind for kind in kinds if isinstance(vars(kind).get("name"), str)}

"""What is made to go wrong between a client and the site: a fault decides, and each door renders it."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jira_linkfake.faults.fault import Fault


@cache
def all_faults() -> dict[str, type[Fault]]:
    """Return every kind of fault by its name, which is that of its scenario; the modules of this package have them."""
    modules = [import_module(one.name) for one in iter_modules(__path__, f"{__name__}.")]
    kinds = [kind for module in modules for kind in vars(module).values() if isinstance(kind, type)]
    return {vars(kind)["name"]: kind for kind in kinds if isinstance(vars(kind).get("name"), str)}

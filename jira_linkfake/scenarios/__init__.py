"""Ready-made situations: functions of a `FakeJira`, for the option `scenario` or in the middle of a test."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

from jira_linkfake.errors import UsageError, nearest
from jira_linkfake.scenarios.outages import *  # noqa: F403 - each has its scenarios, and nothing else is listed
from jira_linkfake.scenarios.scenario import Scenario
from jira_linkfake.scenarios.states import *  # noqa: F403

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypeAlias

    Situation: TypeAlias = Callable[[Any], object]

_READY_MADE = {name: one for name, one in sorted(globals().items()) if isinstance(one, Scenario)}

__all__ = [*_READY_MADE]


def by_name(name: str) -> Scenario[...]:
    """Return the ready-made scenario of a name; raises `UsageError` where there is none."""
    if name not in _READY_MADE:
        raise UsageError(f"there is no scenario {name!r}: {nearest(name, _READY_MADE)}")
    return _READY_MADE[name]


def resolved(scenario: object) -> list[Situation]:
    """Return the functions that the option `scenario` means; raises `UsageError` for an unknown name."""
    if scenario is None:
        return []
    if isinstance(scenario, (list, tuple)):
        return [function for one in scenario for function in resolved(one)]
    if isinstance(scenario, str):
        return [by_name(scenario)]
    function: Situation = scenario  # type: ignore[assignment]  # the options let nothing else through
    _require_one_argument(function)
    return [function]


def _require_one_argument(function: Situation) -> None:
    try:
        signature = inspect.signature(function)
    except ValueError:  # one that is written in C need not tell
        return
    try:
        signature.bind(None)
    except TypeError:
        name = getattr(function, "__name__", repr(function))
        raise UsageError(f"the scenario {name} will not do: it is called with a FakeJira and nothing else") from None

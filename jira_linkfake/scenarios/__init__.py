"""Ready-made situations: plain functions of a `FakeJira`, for the option `scenario` or in the middle of a test."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from jira_linkfake.errors import UsageError, nearest
from jira_linkfake.scenarios.states import (
    anonymous_access,
    issue_hidden_by_level,
    issue_hidden_by_project,
    link_limit_reached,
    linking_disabled,
    no_link_permission,
)

if TYPE_CHECKING:
    from jira_linkfake.fake_jira import Scenario

__all__ = [
    "anonymous_access",
    "issue_hidden_by_level",
    "issue_hidden_by_project",
    "link_limit_reached",
    "linking_disabled",
    "no_link_permission",
]


def by_name(name: str) -> Callable[..., None]:
    """Return the ready-made scenario of a name; raises `UsageError` where there is none."""
    if name not in __all__:
        raise UsageError(f"there is no scenario {name!r}: {nearest(name, __all__)}")
    scenario: Callable[..., None] = globals()[name]
    return scenario


def resolved(scenario: object) -> list[Scenario]:
    """Return the functions that the option `scenario` means; raises `UsageError` for an unknown name."""
    if scenario is None:
        return []
    if isinstance(scenario, (list, tuple)):
        return [function for one in scenario for function in resolved(one)]
    if isinstance(scenario, str):
        return [by_name(scenario)]
    function: Scenario = scenario  # type: ignore[assignment]  # the options let nothing else through
    return [function]

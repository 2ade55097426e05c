"""Ready-made situations: functions of a `FakeJira`, for the option `scenario` or in the middle of a test."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING

from jira_linkfake.errors import UsageError, nearest
from jira_linkfake.scenarios.faults import (
    bad_gateway,
    connection_refused,
    connection_reset,
    login_page,
    lost_reply,
    rate_limited,
    server_error,
    slow,
    timeout,
    truncated_body,
    unavailable,
)
from jira_linkfake.scenarios.identity import captcha, expired_token, no_link_permission_as_401, wrong_token, xsrf_check
from jira_linkfake.scenarios.oddities import (
    already_linked,
    linked_twice,
    moved_issue,
    other_language,
    search_lag,
    shuffled_links,
)
from jira_linkfake.scenarios.rules import flaky, issue_write_limit, rate_limit
from jira_linkfake.scenarios.states import (
    anonymous_access,
    issue_archived,
    issue_hidden_by_level,
    issue_hidden_by_project,
    link_hidden,
    link_limit_reached,
    link_type_ambiguous,
    link_type_missing,
    linking_disabled,
    no_comment_permission,
    no_link_permission,
    not_administrator,
)

if TYPE_CHECKING:
    from jira_linkfake.fake_jira import Scenario
    from jira_linkfake.scenarios.scenario import Scenario as Ready

__all__ = [
    "already_linked",
    "anonymous_access",
    "bad_gateway",
    "captcha",
    "connection_refused",
    "connection_reset",
    "expired_token",
    "flaky",
    "issue_archived",
    "issue_hidden_by_level",
    "issue_hidden_by_project",
    "issue_write_limit",
    "link_hidden",
    "link_limit_reached",
    "link_type_ambiguous",
    "link_type_missing",
    "linked_twice",
    "linking_disabled",
    "login_page",
    "lost_reply",
    "moved_issue",
    "no_comment_permission",
    "no_link_permission",
    "no_link_permission_as_401",
    "not_administrator",
    "other_language",
    "rate_limit",
    "rate_limited",
    "search_lag",
    "server_error",
    "shuffled_links",
    "slow",
    "timeout",
    "truncated_body",
    "unavailable",
    "wrong_token",
    "xsrf_check",
]


def by_name(name: str) -> Ready[...]:
    """Return the ready-made scenario of a name; raises `UsageError` where there is none."""
    if name not in __all__:
        raise UsageError(f"there is no scenario {name!r}: {nearest(name, __all__)}")
    scenario: Ready[...] = globals()[name]
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
    _require_one_argument(function)
    return [function]


def _require_one_argument(function: Scenario) -> None:
    try:
        signature = inspect.signature(function)
    except ValueError:  # one that is written in C need not tell
        return
    try:
        signature.bind(None)
    except TypeError:
        name = getattr(function, "__name__", repr(function))
        raise UsageError(f"the scenario {name} will not do: it is called with a FakeJira and nothing else") from None

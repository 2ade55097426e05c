"""A pytest plugin that runs Jira's issue links in your test's own process.

Names are resolved on first use, so that importing the package, as every pytest run does, costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jira_linkfake.doors.guard import OtherHostError
    from jira_linkfake.doors.in_memory import NeverAnsweredError
    from jira_linkfake.errors import UsageError
    from jira_linkfake.fake_jira import FakeJira, ServedSite, UnsupportedOperationError
    from jira_linkfake.journal import Exchange
    from jira_linkfake.parametrizing import every_refusal
    from jira_linkfake.refusal import Refusal
    from jira_linkfake.site.model import (
        ANYONE,
        Comment,
        Group,
        Issue,
        IssueField,
        IssueLink,
        IssueType,
        LinkType,
        Priority,
        Project,
        ProjectRole,
        RemoteLink,
        SecurityLevel,
        Status,
        User,
        Visibility,
    )
    from jira_linkfake.webhooks import Delivery, Webhook, Webhooks

__all__ = [
    "ANYONE",
    "Comment",
    "Delivery",
    "Exchange",
    "FakeJira",
    "Group",
    "Issue",
    "IssueField",
    "IssueLink",
    "IssueType",
    "LinkType",
    "NeverAnsweredError",
    "OtherHostError",
    "Priority",
    "Project",
    "ProjectRole",
    "Refusal",
    "RemoteLink",
    "SecurityLevel",
    "ServedSite",
    "Status",
    "UnsupportedOperationError",
    "UsageError",
    "User",
    "Visibility",
    "Webhook",
    "Webhooks",
    "every_refusal",
]

_ELSEWHERE = {
    "Delivery": "webhooks",
    "Exchange": "journal",
    "FakeJira": "fake_jira",
    "NeverAnsweredError": "doors.in_memory",
    "OtherHostError": "doors.guard",
    "Refusal": "refusal",
    "ServedSite": "fake_jira",
    "UnsupportedOperationError": "fake_jira",
    "UsageError": "errors",
    "Webhook": "webhooks",
    "Webhooks": "webhooks",
    "every_refusal": "parametrizing",
}

# A type checker that saw it would take every name for one of ours; at run time there is no other branch.
if not TYPE_CHECKING:  # pragma: no branch

    def __getattr__(name: str) -> object:
        from importlib import import_module

        if name not in __all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_ELSEWHERE.get(name, 'site.model')}"), name)

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})

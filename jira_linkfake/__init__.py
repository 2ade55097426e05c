"""A pytest plugin that runs Jira's issue links in your test's own process.

Names are resolved on first use, so that importing the package, as every pytest run does, costs nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jira_linkfake.data.loading import Loaded
    from jira_linkfake.doors.door import NeverAnsweredError
    from jira_linkfake.doors.guard import OtherHostError
    from jira_linkfake.errors import ScenarioNotMetWarning, UsageError
    from jira_linkfake.fake_jira import FakeJira, ServedSite, UnsupportedOperationError, load
    from jira_linkfake.jira.attachments.model import Attachment
    from jira_linkfake.jira.boards.model import Board
    from jira_linkfake.jira.comments.model import Comment, Visibility
    from jira_linkfake.jira.components.model import Component
    from jira_linkfake.jira.fields.model import IssueField
    from jira_linkfake.jira.filters.model import Filter
    from jira_linkfake.jira.issue_links.model import IssueLink
    from jira_linkfake.jira.issues.model import Issue
    from jira_linkfake.jira.link_types.model import LinkType
    from jira_linkfake.jira.notifications.model import Notification
    from jira_linkfake.jira.people.model import ANYONE, Group, ProjectRole, SecurityLevel, User
    from jira_linkfake.jira.projects.model import Project
    from jira_linkfake.jira.properties.model import IndexedProperty
    from jira_linkfake.jira.remote_links.model import RemoteLink
    from jira_linkfake.jira.sprints.model import Sprint
    from jira_linkfake.jira.tasks.model import Task
    from jira_linkfake.jira.versions.model import Version
    from jira_linkfake.jira.webhooks.model import Delivery, Webhook
    from jira_linkfake.jira.webhooks.outbox import Webhooks
    from jira_linkfake.jira.workflow.model import IssueType, Priority, Resolution, Status, Transition
    from jira_linkfake.jira.worklogs.model import Worklog
    from jira_linkfake.pytest_plugin import site_fixture
    from jira_linkfake.rest.journal import Exchange
    from jira_linkfake.testing.every_refusal import Refusal, every_refusal
    from jira_linkfake.testing.graph import LinkGraph
    from jira_linkfake.testing.responding import UnusedResponseError, UnusedResponseWarning
    from jira_linkfake.testing.snapshots import Snapshot
    from jira_linkfake.testing.unittest_case import JiraLinkfakeTestCase

__version__ = "0.2.0"

__all__ = [
    "ANYONE",
    "Attachment",
    "Board",
    "Comment",
    "Component",
    "Delivery",
    "Exchange",
    "FakeJira",
    "Filter",
    "Group",
    "IndexedProperty",
    "Issue",
    "IssueField",
    "IssueLink",
    "IssueType",
    "JiraLinkfakeTestCase",
    "LinkGraph",
    "LinkType",
    "Loaded",
    "NeverAnsweredError",
    "Notification",
    "OtherHostError",
    "Priority",
    "Project",
    "ProjectRole",
    "Refusal",
    "RemoteLink",
    "Resolution",
    "ScenarioNotMetWarning",
    "SecurityLevel",
    "ServedSite",
    "Snapshot",
    "Sprint",
    "Status",
    "Task",
    "Transition",
    "UnsupportedOperationError",
    "UnusedResponseError",
    "UnusedResponseWarning",
    "UsageError",
    "User",
    "Version",
    "Visibility",
    "Webhook",
    "Webhooks",
    "Worklog",
    "every_refusal",
    "load",
    "site_fixture",
]

_HOMES = {
    "ANYONE": "jira.people.model",
    "Attachment": "jira.attachments.model",
    "Board": "jira.boards.model",
    "Comment": "jira.comments.model",
    "Component": "jira.components.model",
    "Delivery": "jira.webhooks.model",
    "Exchange": "rest.journal",
    "FakeJira": "fake_jira",
    "Filter": "jira.filters.model",
    "Group": "jira.people.model",
    "IndexedProperty": "jira.properties.model",
    "Issue": "jira.issues.model",
    "IssueField": "jira.fields.model",
    "IssueLink": "jira.issue_links.model",
    "IssueType": "jira.workflow.model",
    "JiraLinkfakeTestCase": "testing.unittest_case",
    "LinkGraph": "testing.graph",
    "LinkType": "jira.link_types.model",
    "Loaded": "data.loading",
    "NeverAnsweredError": "doors.door",
    "Notification": "jira.notifications.model",
    "OtherHostError": "doors.guard",
    "Priority": "jira.workflow.model",
    "Project": "jira.projects.model",
    "ProjectRole": "jira.people.model",
    "Refusal": "testing.every_refusal",
    "RemoteLink": "jira.remote_links.model",
    "Resolution": "jira.workflow.model",
    "SecurityLevel": "jira.people.model",
    "ScenarioNotMetWarning": "errors",
    "ServedSite": "fake_jira",
    "Snapshot": "testing.snapshots",
    "Sprint": "jira.sprints.model",
    "Status": "jira.workflow.model",
    "Task": "jira.tasks.model",
    "Transition": "jira.workflow.model",
    "UnsupportedOperationError": "fake_jira",
    "UnusedResponseError": "testing.responding",
    "UnusedResponseWarning": "testing.responding",
    "UsageError": "errors",
    "User": "jira.people.model",
    "Version": "jira.versions.model",
    "Visibility": "jira.comments.model",
    "Webhook": "jira.webhooks.model",
    "Webhooks": "jira.webhooks.outbox",
    "Worklog": "jira.worklogs.model",
    "every_refusal": "testing.every_refusal",
    "load": "fake_jira",
    "site_fixture": "pytest_plugin",
}

_VERBS = ("add_", "assert_", "set_", "remove_")
"""How members of a `FakeJira` begin that somebody looks for who has imported the package over the fixture."""

# A type checker that saw it would take every name for one of ours; at run time there is no other branch.
if not TYPE_CHECKING:  # pragma: no branch

    def __getattr__(name: str) -> object:
        from importlib import import_module

        if name not in _HOMES:
            hint = ": it is the fixture's, which a test takes as a parameter" if name.startswith(_VERBS) else ""
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}{hint}")
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})

"""The site that every case finds, and states in which several cases put it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from jira_linkfake import FakeJira


def start(jira: FakeJira) -> None:
    """Add what every case finds: three issues, alice, two groups and two roles, one of each hers."""
    jira.add_issue("PROJ-1", summary="Crash on save")
    jira.add_issue("PROJ-2", summary="Überlauf", type="Bug", status="In Progress", priority=None)
    jira.add_issue("OTHER-1", type="Epic", status="Done", priority="Highest")
    alice = jira.add_user("alice", token="alice-token")
    jira.add_group("staff", members=[alice])
    jira.add_group("board")
    jira.add_role("Developers", project="PROJ", members=[alice])
    jira.add_role("Administrators", project="PROJ")


def linked(jira: FakeJira) -> None:
    """Let PROJ-1 block PROJ-2."""
    jira.add_link("PROJ-1", "blocks", "PROJ-2")


def linked_to_other_project(jira: FakeJira) -> None:
    """Let PROJ-1 block OTHER-1."""
    jira.add_link("PROJ-1", "blocks", "OTHER-1")


def linking_disabled(jira: FakeJira) -> None:
    """Link PROJ-1 and PROJ-2, and switch issue linking off."""
    linked(jira)
    jira.linking_enabled = False


def other_project_hidden(jira: FakeJira) -> None:
    """Link PROJ-1 with OTHER-1, whose project nobody may browse."""
    linked_to_other_project(jira)
    jira.deny("BROWSE_PROJECTS", project="OTHER")


def hidden_by_level(jira: FakeJira) -> None:
    """Add PROJ-3, which nobody sees, and link it both ways with PROJ-1."""
    jira.add_issue("PROJ-3", visible_to=[])
    jira.add_link("PROJ-1", "blocks", "PROJ-3")
    jira.add_link("PROJ-3", "blocks", "PROJ-1")


def with_level(jira: FakeJira) -> None:
    """Add a security level that only the default user is in."""
    jira.add_security_level("Internal", project="PROJ", members=[jira.default_user])


def no_link_permission(jira: FakeJira) -> None:
    """Link PROJ-1 with OTHER-1, and let nobody link any longer."""
    linked_to_other_project(jira)
    jira.deny("LINK_ISSUES")


def no_link_permission_in_proj(jira: FakeJira) -> None:
    """Link PROJ-1 with OTHER-1, and let nobody link in PROJ any longer."""
    linked_to_other_project(jira)
    jira.deny("LINK_ISSUES", project="PROJ")


def no_link_permission_in_other(jira: FakeJira) -> None:
    """Link PROJ-1 with OTHER-1, and let nobody link in OTHER any longer."""
    linked_to_other_project(jira)
    jira.deny("LINK_ISSUES", project="OTHER")


def public(jira: FakeJira) -> None:
    """Link PROJ-1 and PROJ-2, and let anyone browse, link and comment."""
    linked(jira)
    allow_anyone(jira, "BROWSE_PROJECTS", "LINK_ISSUES", "ADD_COMMENTS")


def public_to_read(jira: FakeJira) -> None:
    """Link PROJ-1 and PROJ-2, and let anyone browse."""
    linked(jira)
    allow_anyone(jira, "BROWSE_PROJECTS")


def allow_anyone(jira: FakeJira, *permissions: str) -> None:
    """Let anyone, with or without an account, hold these permissions."""
    from jira_linkfake import ANYONE  # here, so that the cases load nothing of ours

    for permission in permissions:
        jira.allow_only(permission, ANYONE)

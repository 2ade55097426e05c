"""Roles of a project that are given and taken, and what they open."""

from __future__ import annotations

import pytest

from jira_linkfake import FakeJira, Group, User
from jira_linkfake.jira.permissions.sight import holds
from jira_linkfake.jira.projects.finding import find_project
from jira_linkfake.jira.projects.rules import Actors, add_actors, remove_actors, set_actors


@pytest.fixture
def jira() -> FakeJira:
    """A site on which the role Developers alone links in APP; alice has it, bob and the group devs do not."""
    jira = FakeJira()
    jira.add_issues("APP-1", "LIB-1")
    bob = jira.add_user("bob")
    jira.add_group("devs", [bob])
    role = jira.add_role("Developers", project="APP", members=[jira.add_user("alice")])
    jira.allow_only("LINK_ISSUES", role, project="APP")
    return jira


def _actors(jira: FakeJira, project: str = "APP") -> list[tuple[User | Group, int]]:
    return jira.site.people.actors_of(project, "Developers")


def _links(jira: FakeJira, name: str) -> bool:
    return holds(jira.site, jira.user(name), "LINK_ISSUES", "APP")


def test_a_role_that_is_given_or_taken_counts_at_once(jira: FakeJira) -> None:
    """Who is given a role, even through a group, holds at once what it has, and who loses it does not."""
    app = find_project(jira.site, jira.default_user, "APP")
    add_actors(jira.site, jira.default_user, app, "10000", Actors(groups=("devs",)))
    assert (_links(jira, "alice"), _links(jira, "bob")) == (True, True)
    remove_actors(jira.site, jira.default_user, app, "10000", Actors(users=(jira.user("alice").account_id,)))
    assert (_links(jira, "alice"), _links(jira, "bob")) == (False, True)
    set_actors(jira.site, jira.default_user, app, "10000", Actors())
    assert (_links(jira, "alice"), _links(jira, "bob")) == (False, False)


def test_no_two_memberships_share_an_id(jira: FakeJira) -> None:
    """Whoever comes, goes and comes back, in whatever project, no two actors are told under one id."""
    alice, bob, devs = jira.user("alice"), jira.user("bob"), jira.group("devs")
    app, lib = (find_project(jira.site, jira.default_user, key) for key in ("APP", "LIB"))
    set_actors(jira.site, jira.default_user, app, "10000", Actors(users=(bob.account_id,)))
    add_actors(jira.site, jira.default_user, lib, "10000", Actors(users=(bob.account_id,)))
    add_actors(jira.site, jira.default_user, app, "10000", Actors(users=(alice.account_id,), groups=("devs",)))
    assert _actors(jira) == [(alice, 10000), (bob, 10001), (devs, 10003)]
    assert _actors(jira, "LIB") == [(bob, 10002)]

"""What a permission scheme shows of what was said of permissions."""

from __future__ import annotations

import re

import pytest

from jira_linkfake import ANYONE, FakeJira
from jira_linkfake.jira.people.model import Everyone
from jira_linkfake.jira.permission_schemes.finding import grants_of
from jira_linkfake.jira.refusal import Refused


@pytest.fixture
def jira() -> FakeJira:
    """A site with alice in the group devs, and nobody in the group nobody, and with her in the role Testers of APP."""
    jira = FakeJira()
    jira.add_issues("APP-1", "LIB-1")
    alice = jira.add_user("alice")
    jira.add_user("bob")
    jira.add_group("devs", [alice])
    jira.add_group("nobody")
    jira.add_role("Testers", project="APP", members=[alice])
    return jira


def _shown(jira: FakeJira, key: str) -> list[str]:
    grants = grants_of(jira.site, jira.site.grants.scheme_of(key))
    return [str(one.holder) for one in grants if one.permission == "LINK_ISSUES"]


def test_each_project_has_a_scheme_that_shows_what_holds_in_it(jira: FakeJira) -> None:
    """What was said of one project is in its scheme alone; a role is shown in its own project alone."""
    role = jira.site.people.roles["APP", "Testers"]
    jira.allow_only("LINK_ISSUES", role, "devs", "bob")
    jira.deny("LINK_ISSUES", "bob", project="LIB")
    jira.add_project("OPS")
    assert _shown(jira, "APP") == ["role Testers", "group devs", "bob"]
    assert _shown(jira, "OPS") == ["group devs", "bob"]
    assert _shown(jira, "LIB") == ["group devs"]
    jira.allow_only("LINK_ISSUES", role, ANYONE, project="APP")
    assert _shown(jira, "APP") == [str(ANYONE), "role Testers"]


def test_an_administrator_changes_the_scheme_of_a_single_project(jira: FakeJira) -> None:
    """It is found for who may browse the project; given to another one, and no more used, it can be deleted."""
    jira.deny("LINK_ISSUES", "bob", project="APP")

    def status(method: str, path: str, body: object = None) -> int:
        return jira.client().open(f"/rest/api/3/{path}", method=method, json=body, auth=jira.auth).status_code

    scheme = "permissionscheme/10000"
    assert status("PUT", scheme, {"name": "Ours"}) == 200
    assert status("PUT", "project/LIB/permissionscheme", {"id": 10000}) == 200
    assert [jira.site.grants.scheme_of(key).name for key in ("APP", "LIB")] == ["Ours", "Ours"]
    assert status("DELETE", scheme) == 400
    for key in ("APP", "LIB"):
        status("PUT", f"project/{key}/permissionscheme", {"id": 0})
    assert status("DELETE", scheme) == 204


@pytest.mark.parametrize(
    ("allowed", "denied", "shown"),
    [
        (["devs", "bob"], ["devs"], ["bob"]),
        (["alice", "bob"], ["devs"], ["bob"]),
        (["devs", "bob"], ["bob"], ["group devs"]),
        (["devs", "bob"], [Everyone.SIGNED_IN], []),
        ([ANYONE, "bob"], [ANYONE], []),
        ([Everyone.SIGNED_IN], [Everyone.SIGNED_IN], []),
        (["nobody"], [Everyone.SIGNED_IN], []),
    ],
)
def test_a_denied_holder_is_not_shown(jira: FakeJira, allowed: list, denied: list, shown: list[str]) -> None:
    """A scheme shows who holds a permission after every `deny`."""
    jira.allow_only("LINK_ISSUES", *allowed, project="APP")
    jira.deny("LINK_ISSUES", *denied, project="APP")
    assert _shown(jira, "APP") == shown


def test_who_has_a_role_is_denied_with_their_group(jira: FakeJira) -> None:
    """A role is shown whose members are others than those who were denied; in another project it has none."""
    jira.add_group("others", ["bob"])
    jira.add_role("Testers", project="LIB", members=["bob"])
    role = jira.site.people.roles["APP", "Testers"]
    jira.allow_only("LINK_ISSUES", role, project="APP")
    jira.deny("LINK_ISSUES", "others", project="APP")
    assert _shown(jira, "APP") == ["role Testers"]
    jira.deny("LINK_ISSUES", "devs", project="APP")
    with pytest.raises(Refused, match="LINK_ISSUES of the role Testers but the group devs in a permission scheme"):
        _shown(jira, "APP")


@pytest.mark.parametrize(
    ("allowed", "denied", "told"),
    [
        ("devs", ["alice"], "LINK_ISSUES of the group devs but alice in a permission scheme"),
        (
            Everyone.SIGNED_IN,
            ["bob", "devs"],
            "LINK_ISSUES of every signed-in user but the group devs in a permission scheme",
        ),
        (Everyone.SIGNED_IN, ["nobody"], "LINK_ISSUES of every signed-in user but the group nobody in a permission"),
        (ANYONE, [Everyone.SIGNED_IN], "LINK_ISSUES of anyone, with or without an account but every signed-in user in"),
    ],
)
def test_a_part_of_a_holder_cannot_be_shown(jira: FakeJira, allowed: object, denied: list, told: str) -> None:
    """Where a `deny` took somebody out of a holder, the scheme is not served, and the message says why."""
    jira.allow_only("LINK_ISSUES", allowed, project="APP")
    jira.deny("LINK_ISSUES", *denied, project="APP")
    with pytest.raises(Refused, match=re.escape(told)):
        _shown(jira, "APP")

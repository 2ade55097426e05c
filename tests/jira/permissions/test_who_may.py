"""Who holds a permission, in which project, and who may see an issue."""

import pytest

from jira_linkfake.jira.people.model import ANYONE, DEFAULT_USER, Everyone
from jira_linkfake.jira.permissions.sight import holds, holds_anywhere, may_see, why_hidden


@pytest.fixture
def alice(seeded):
    """A user without groups or roles."""
    return seeded.add_user("alice")


@pytest.fixture
def bob(seeded):
    """A user who is in the group devs, and through it in the role Testers of APP."""
    devs = seeded.add_group("devs")
    seeded.add_role("Testers", project="APP", members=[devs])
    return seeded.add_user("bob", groups=["devs"])


def _who(site, permission, callers, project="APP"):
    """Return the names of those of the callers who hold a permission."""
    return [str(caller) for caller in callers if holds(site, caller, permission, project)]


def test_fresh_site_lets_every_signed_in_user_do_everything_in_projects(site, alice):
    """On a fresh site every signed-in user holds every project permission, and the anonymous caller none."""
    for permission in ("BROWSE_PROJECTS", "LINK_ISSUES", "ADD_COMMENTS", "EDIT_ISSUES"):
        assert _who(site, permission, [DEFAULT_USER, alice, None]) == ["admin", "alice"]


def test_fresh_site_has_one_administrator(site, alice):
    """On a fresh site the default user alone administers it; the other global permissions are every user's."""
    for permission in ("ADMINISTER", "SYSTEM_ADMIN"):
        assert _who(site, permission, [DEFAULT_USER, alice, None], project=None) == ["admin"]
    for permission in ("BULK_CHANGE", "USER_PICKER"):
        assert _who(site, permission, [DEFAULT_USER, alice, None], project=None) == ["admin", "alice"]


def test_every_kind_of_holder_holds(seeded, site, alice, bob):
    """A permission is held by a user, by a group's or role's members, by the signed-in ones, or by anyone."""
    callers = [DEFAULT_USER, alice, bob, None]
    people = site.people
    for holder, holding in [
        (alice, ["alice"]),
        (people.groups["devs"], ["bob"]),
        (people.roles["APP", "Testers"], ["bob"]),
        (Everyone.SIGNED_IN, ["admin", "alice", "bob"]),
        (ANYONE, ["admin", "alice", "bob", "None"]),
    ]:
        seeded.allow_only("LINK_ISSUES", holder, project="APP")
        assert _who(site, "LINK_ISSUES", callers) == holding


def test_denied_ones_do_not_hold(seeded, site, alice, bob):
    """Who is denied a permission lacks it, by name or through a group, whoever else holds it."""
    seeded.deny("LINK_ISSUES", alice)
    seeded.deny("LINK_ISSUES", site.people.groups["devs"])
    assert _who(site, "LINK_ISSUES", [DEFAULT_USER, alice, bob]) == ["admin"]
    assert _who(site, "BROWSE_PROJECTS", [DEFAULT_USER, alice, bob]) == ["admin", "alice", "bob"]


def test_denied_role_counts_in_its_own_project(seeded, site, alice, bob):
    """Who is denied a permission by a role lacks it where the role is theirs, and only there."""
    seeded.deny("LINK_ISSUES", site.people.roles["APP", "Testers"])
    callers = [DEFAULT_USER, alice, bob]
    assert _who(site, "LINK_ISSUES", callers, project="APP") == ["admin", "alice"]
    assert _who(site, "LINK_ISSUES", callers, project="LIB") == ["admin", "alice", "bob"]


def test_denying_nobody_by_name_denies_everybody(seeded, site, alice):
    """`deny` without a holder takes a permission from everybody, the default user too."""
    seeded.deny("LINK_ISSUES", project="APP")
    assert _who(site, "LINK_ISSUES", [DEFAULT_USER, alice]) == []
    assert _who(site, "LINK_ISSUES", [DEFAULT_USER, alice], project="LIB") == ["admin", "alice"]


ALLOW, DENY = "allow_only", "deny"


@pytest.mark.parametrize(
    ("words", "in_app", "in_lib"),
    [
        ([(ALLOW, "alice", None)], ["alice"], ["alice"]),
        ([(ALLOW, "alice", "APP")], ["alice"], ["admin", "alice"]),
        ([(ALLOW, "alice", None), (ALLOW, "admin", "APP")], ["admin"], ["alice"]),
        ([(ALLOW, "admin", "APP"), (ALLOW, "alice", None)], ["alice"], ["alice"]),
        ([(DENY, "alice", "APP"), (ALLOW, "alice", None)], ["alice"], ["alice"]),
        ([(ALLOW, "alice", "APP"), (DENY, "alice", None)], [], ["admin"]),
        ([(DENY, "alice", None), (ALLOW, "alice", "APP")], ["alice"], ["admin"]),
        ([(DENY, "alice", "APP"), (DENY, "admin", "APP")], [], ["admin", "alice"]),
        ([(DENY, "alice", None), (DENY, "admin", "LIB")], ["admin"], []),
    ],
)
def test_the_last_word_wins(seeded, site, alice, words, in_app, in_lib):
    """A word about one project counts there, one about every project also where another was said before."""
    for verb, name, project in words:
        getattr(seeded, verb)("LINK_ISSUES", site.people.users[name], project=project)
    callers = [DEFAULT_USER, alice]
    assert (_who(site, "LINK_ISSUES", callers), _who(site, "LINK_ISSUES", callers, "LIB")) == (in_app, in_lib)


def test_holding_anywhere_is_holding_in_some_project(seeded, site, alice):
    """A permission is held somewhere by who holds it in one project, or where nothing else was said."""
    assert holds_anywhere(site, alice, "BROWSE_PROJECTS")
    assert not holds_anywhere(site, None, "BROWSE_PROJECTS")
    seeded.allow_only("BROWSE_PROJECTS", ANYONE, project="LIB")
    assert holds_anywhere(site, None, "BROWSE_PROJECTS")
    seeded.deny("BROWSE_PROJECTS")
    seeded.allow_only("BROWSE_PROJECTS", alice, project="APP")
    assert [holds_anywhere(site, caller, "BROWSE_PROJECTS") for caller in (alice, None)] == [True, False]


def test_issue_without_a_level_is_seen_by_who_may_browse(seeded, site, alice):
    """Without a security level an issue is seen by whoever may browse its project, and hidden from the others."""
    seeded.allow_only("BROWSE_PROJECTS", alice, project="APP")
    issue = site.issues.with_key("APP-1")
    assert may_see(site, alice, issue)
    assert not may_see(site, DEFAULT_USER, issue)
    assert why_hidden(site, DEFAULT_USER, issue) == "no Browse projects in APP"


def test_members_of_a_level_see_its_issues(seeded, site, alice, bob):
    """A security level shows its issues to its members alone: users, and those in its groups and roles."""
    callers = [DEFAULT_USER, alice, bob]
    people = site.people
    for number, (member, seeing) in enumerate(
        [
            (alice, [alice]),
            (people.groups["devs"], [bob]),
            (people.roles["APP", "Testers"], [bob]),
            (Everyone.SIGNED_IN, callers),
        ],
        start=10,
    ):
        level = seeded.add_security_level(f"Level {number}", project="APP", members=[member])
        issue = seeded.add_issue(f"APP-{number}", security_level=level)
        assert [caller for caller in callers if may_see(site, caller, issue)] == seeing
        assert {why_hidden(site, caller, issue) for caller in callers if caller not in seeing} <= {level}


def test_a_levels_member_must_also_browse(seeded, site, alice):
    """Membership of a security level does not make up for a missing Browse projects, which is named first."""
    issue = seeded.add_issue("SEC-1", visible_to=[alice])
    seeded.deny("BROWSE_PROJECTS", project="SEC")
    assert why_hidden(site, alice, issue) == "no Browse projects in SEC"


def test_a_level_without_members_hides_from_everybody(seeded, site):
    """Nobody sees an issue whose security level has no members, not even the default user."""
    issue = seeded.add_issue("SEC-1", visible_to=[])
    assert [may_see(site, caller, issue) for caller in (DEFAULT_USER, None)] == [False, False]


def test_a_level_of_anyone_is_open_to_the_anonymous_caller(seeded, site):
    """The anonymous caller sees an issue if anyone may browse its project and is in its level."""
    issue = seeded.add_issue("SEC-1", visible_to=[ANYONE])
    assert not may_see(site, None, issue)
    seeded.allow_only("BROWSE_PROJECTS", ANYONE, project="SEC")
    assert may_see(site, None, issue)

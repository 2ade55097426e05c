"""Users, groups, roles and levels, and who is in which."""

from jira_linkfake.jira.people.model import ANYONE, DEFAULT_USER, Everyone, Group, ProjectRole, SecurityLevel, User
from jira_linkfake.jira.people.store import People

ALICE = User(account_id="1", name="alice", email="Alice@Example.com", token="secret")
BOB = User(account_id="2", name="bob", email="bob@example.com")
DEVS = Group(id="g1", name="devs")
TESTERS = ProjectRole(id=10, name="Testers", project="APP")
INTERNAL = SecurityLevel(id=20, name="Internal", project="APP")


def test_fresh_site_knows_the_default_user():
    """The default user is there from the start, and can be found by name, account, email and token."""
    people = People()
    assert people.users == {"admin": DEFAULT_USER}
    assert people.by_account_id[DEFAULT_USER.account_id] is DEFAULT_USER
    assert people.by_email[DEFAULT_USER.email] is people.by_token[DEFAULT_USER.token] is DEFAULT_USER


def test_user_is_found_by_email_in_any_case_and_by_token():
    """A user is kept by the folded email and, if there is one, by the token."""
    people = People()
    people.add_user(ALICE)
    people.add_user(BOB)
    assert people.by_email["alice@example.com"] is people.by_token["secret"] is ALICE
    assert set(people.by_token) == {DEFAULT_USER.token, "secret"}


def test_group_and_role_have_the_members_they_were_given():
    """The members of a group are users, those of a role also the members of its groups; later ones join."""
    people = People()
    people.add_group(DEVS, [ALICE])
    people.add_role(TESTERS, [DEVS])
    for holder in (DEVS, TESTERS):
        assert [caller for caller in (ALICE, BOB, None) if people.is_one_of(caller, [holder])] == [ALICE]
    people.join_group(DEVS, BOB)
    for holder in (DEVS, TESTERS):
        assert [caller for caller in (ALICE, BOB, None) if people.is_one_of(caller, [holder])] == [ALICE, BOB]


def test_everyone_is_told_from_every_signed_in_user():
    """The anonymous caller is among ANYONE, but not among the signed-in users."""
    people = People()
    assert [people.is_one_of(None, [holder]) for holder in (ANYONE, Everyone.SIGNED_IN, BOB)] == [True, False, False]
    assert people.is_one_of(BOB, [Everyone.SIGNED_IN])
    assert not people.is_one_of(BOB, [])


def test_levels_belong_to_their_project():
    """A project's levels are listed by project, and a level has the members it was given."""
    people = People()
    people.add_level(INTERNAL, [ALICE])
    assert (people.levels_of("APP"), people.levels_of("LIB")) == ([INTERNAL], [])
    assert [people.is_in_level(caller, INTERNAL) for caller in (ALICE, BOB, None)] == [True, False, False]


def test_people_read_well_in_a_sentence():
    """Holders and levels are named in a sentence by what they are."""
    assert [str(one) for one in (ALICE, DEVS, TESTERS, INTERNAL)] == [
        "alice",
        "group devs",
        "role Testers in APP",
        "security level Internal",
    ]
    assert repr(ANYONE) == "ANYONE"


def test_user_signs_in_with_email_and_token():
    """A user's `auth` has email and token; a user whose token is not fixed gets some token."""
    assert ALICE.auth == ("Alice@Example.com", "secret")
    email, token = BOB.auth
    assert email == "bob@example.com"
    assert token

"""What gives somebody a permission, takes it, or gives it to others alone, as a part of a sentence."""

import pytest

from jira_linkfake import ANYONE
from jira_linkfake.jira.permissions.sight import told_holder, why_held


@pytest.fixture
def site(seeded):
    """A site with a user in a group and a role of one project, and one in neither."""
    alice = seeded.add_user("alice")
    seeded.add_user("bob")
    seeded.add_group("devs", [alice])
    seeded.add_role("Lead", project="APP", members=[alice])
    return seeded


def why(site, name, project="APP", permission="LINK_ISSUES"):
    """Return the reason for a user, None for the anonymous caller."""
    user = None if name is None else site.site.people.users[name]
    return why_held(site.site, user, permission, project)


def test_it_names_what_gives_the_permission(site):
    """Of several holders those are named through whom the caller has it, by name."""
    assert why(site, "alice") == "given to every signed-in user"
    site.allow_only("LINK_ISSUES", "devs", "Lead", "bob", project="APP")
    assert why(site, "alice") == "given to the group devs, the role Lead in APP"
    assert why(site, "bob") == "given to bob"
    site.allow_only("LINK_ISSUES", ANYONE)
    assert why(site, None) == "given to anyone, with or without an account"


def test_it_names_who_has_it_instead(site):
    """Where the caller has it by nobody, those are named who have it, and nobody where none has."""
    assert why(site, None) == "given to every signed-in user alone"
    site.allow_only("LINK_ISSUES", "devs", "Lead", project="APP")
    assert why(site, "bob") == "given to the group devs, the role Lead in APP alone"
    assert why(site, "bob", "LIB") == "given to every signed-in user"
    assert why(site, "bob", None, "ADMINISTER") == "given to admin alone"
    site.allow_only("LINK_ISSUES", site.site.people.roles["APP", "Lead"])
    assert why(site, "alice", "LIB") == "given to nobody"


def test_it_names_what_takes_the_permission(site):
    """A denial goes before what gives it, and names those through whom it is the caller's."""
    site.deny("LINK_ISSUES", "devs", "bob", project="APP")
    assert why(site, "alice") == "denied to the group devs"
    assert why(site, "bob") == "denied to bob"
    assert why(site, "admin") == "given to every signed-in user"
    site.deny("LINK_ISSUES")
    assert why(site, "admin") == "denied to anyone, with or without an account"


def test_each_holder_is_told_as_what_it_is(site):
    """A user goes by the name; a group and a role say what they are."""
    people = site.site.people
    holders = [people.users["bob"], people.groups["devs"], people.roles["APP", "Lead"], ANYONE]
    assert [told_holder(one) for one in holders] == [
        *("bob", "the group devs", "the role Lead in APP", "anyone, with or without an account")
    ]

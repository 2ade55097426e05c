"""The verbs allow_only and deny: what they say of a mistake. The rules stand in the site's tests."""

import pytest

from jira_linkfake import ANYONE, FakeJira, UsageError
from jira_linkfake.jira.permissions.sight import holds
from tests.wire.facts import snapshot

MISTAKES = {
    "several permissions": (
        lambda jira: jira.deny(["LINK_ISSUES", "BROWSE_PROJECTS"], "alice"),
        "Jira has no permission ['LINK_ISSUES', 'BROWSE_PROJECTS']: did you mean 'BROWSE_PROJECTS'?",
    ),
    "nobody": (
        lambda jira: jira.allow_only("LINK_ISSUES"),
        "allow_only('LINK_ISSUES') names nobody; deny('LINK_ISSUES') takes it from everybody",
    ),
    "permission": (
        lambda jira: jira.allow_only("LINK_ISSUE", ANYONE),
        "Jira has no permission 'LINK_ISSUE': did you mean 'LINK_ISSUES'?",
    ),
    "name of a permission": (
        lambda jira: jira.deny("Browse projects"),
        "Jira has no permission 'Browse projects': did you mean 'BROWSE_PROJECTS'?",
    ),
    "holder": (
        lambda jira: jira.allow_only("LINK_ISSUES", "alice"),
        "there is no user, group or role 'alice' on the site: known: 'admin'.",
    ),
    "denied holder": (
        lambda jira: jira.deny("LINK_ISSUES", None),
        "None is none of the site's users, groups and roles: they go by name or as values",
    ),
    "project": (
        lambda jira: jira.deny("LINK_ISSUES", project="APPS"),
        "there is no project 'APPS' on the site: did you mean 'APP'?",
    ),
    "global permission in a project": (
        lambda jira: jira.allow_only("ADMINISTER", ANYONE, project="APP"),
        "ADMINISTER counts for the whole site, not in the project APP",
    ),
}


@pytest.mark.parametrize(("mistake", "sentence"), MISTAKES.values(), ids=MISTAKES)
def test_mistake_is_told_and_changes_nothing(jira, mistake, sentence):
    """A mistake in a verb is an error whose sentence names the right thing, and the site stays as it was."""
    before = snapshot(jira.site)
    with pytest.raises(UsageError) as caught:
        mistake(jira)
    assert str(caught.value) == sentence
    assert snapshot(jira.site) == before


def test_project_goes_by_itself_or_by_key(jira):
    """A permission is given and taken in a project, by what `add_project` returned or by its key."""
    alice = jira.add_user("alice")
    jira.deny("LINK_ISSUES", project=jira.add_project("APP"))
    jira.allow_only("LINK_ISSUES", alice, project="LIB")
    who_may_link = {
        project: [user.name for user in (alice, jira.default_user) if holds(jira.site, user, "LINK_ISSUES", project)]
        for project in ("APP", "LIB")
    }
    assert who_may_link == {"APP": [], "LIB": ["alice"]}


def test_global_permission_is_given_for_the_site(jira):
    """A global permission is given without a project, and then nobody else has it."""
    alice = jira.add_user("alice")
    jira.allow_only("ADMINISTER", alice)
    assert [holds(jira.site, user, "ADMINISTER") for user in (alice, jira.default_user)] == [True, False]


def test_a_role_counts_in_its_own_project_alone(jira):
    """A role of one project gives its members nothing in another, though it was allowed everywhere."""
    alice = jira.add_user("alice")
    role = jira.add_role("Developers", project="APP", members=[alice])
    jira.allow_only("LINK_ISSUES", role)
    assert holds(jira.site, alice, "LINK_ISSUES", "APP")
    assert not holds(jira.site, alice, "LINK_ISSUES", "LIB")
    with pytest.raises(UsageError, match="does not count in LIB"):
        jira.allow_only("LINK_ISSUES", role, project="LIB")


@pytest.mark.parametrize(
    "made",
    [
        lambda other: other.add_user("alice"),
        lambda other: other.add_group("devs"),
        lambda other: other.add_role("Developers", project=other.add_project("APP")),
    ],
    ids=["user", "group", "role"],
)
def test_a_holder_of_another_site_is_a_mistake(jira, made):
    """A holder of a second site is refused, also where this one has one of the same name."""
    made(jira)
    with pytest.raises(UsageError, match="is not of this site"):
        jira.deny("LINK_ISSUES", made(FakeJira()))

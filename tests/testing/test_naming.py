"""What a test names, looked up on the site. Mistakes in the other names are told in the tests of seeding."""

from datetime import datetime, timedelta, timezone

import pytest

from jira_linkfake import UsageError
from jira_linkfake.jira.permissions.sight import holds
from jira_linkfake.testing.naming import the_holder, the_issue, the_link_type

PLUS_TWO = timezone(timedelta(hours=2))


def test_issue_goes_by_key_or_as_it_was(jira):
    """An issue is looked up by its key in any case, or by an older state of it, and is found as it is now."""
    before = jira.site.issues.with_key("APP-1")
    jira.add_link("APP-1", "blocks", "LIB-1")
    now = jira.site.issues.with_key("APP-1")
    assert now.updated > before.updated
    assert the_issue(jira.site, before) is the_issue(jira.site, "APP-1") is the_issue(jira.site, "app-1") is now


@pytest.mark.parametrize("phrase", ["is blocked by", "blocks"])
def test_type_goes_by_either_phrase(jira, phrase):
    """A type is found by either of its phrases."""
    assert the_link_type(jira.site, phrase).name == "Blocks"


def test_unknown_phrase_names_the_nearest(jira):
    """A phrase that no type has is an error, also where it is a type's name."""
    with pytest.raises(UsageError) as caught:
        the_link_type(jira.site, "Blocks")
    assert str(caught.value) == "no link type reads 'Blocks': did you mean 'blocks'?"


def test_shared_phrase_names_its_types(jira):
    """A phrase that several types have is an error that names them; their other phrases still do."""
    jira.add_link_type("Stops", inward="is stopped by", outward="blocks")
    with pytest.raises(UsageError) as caught:
        the_link_type(jira.site, "blocks")
    assert str(caught.value) == (
        "'blocks' is a phrase of several link types, 'Blocks' and 'Stops': use the other phrase of one of them"
    )
    assert the_link_type(jira.site, "is stopped by").name == "Stops"


def test_issue_goes_by_its_id(jira):
    """An issue is looked up by its id, as a number or as a text, and an id that no issue has is none."""
    now = jira.site.issues.with_key("APP-2")
    assert the_issue(jira.site, now.id) is the_issue(jira.site, str(now.id)) is now
    with pytest.raises(UsageError, match="there is no issue '99' on the site"):
        the_issue(jira.site, 99)
    with pytest.raises(UsageError, match=f"there is no issue '{'1' * 30}' on the site"):
        the_issue(jira.site, "1" * 30)
    jira.remove_issue("APP-2")
    for gone in ("APP-2", now.id):
        with pytest.raises(UsageError, match=f"there is no issue '{gone}' on the site any more: it was deleted"):
            the_issue(jira.site, gone)


def test_holders_go_by_name(jira):
    """Users, groups and roles go by name as well as by what a verb returned; a role in the project that it is for."""
    alice, bob = jira.add_user("alice"), jira.add_user("bob")
    devs = jira.add_group("devs", ["alice"])
    testers = jira.add_role("Testers", project="APP", members=["bob", "devs"])
    assert the_holder(jira.site, "alice", None) is alice
    assert the_holder(jira.site, "devs", None) is devs
    assert the_holder(jira.site, "Testers", "APP") is testers
    jira.allow_only("LINK_ISSUES", "Testers", project="APP")
    assert [holds(jira.site, one, "LINK_ISSUES", "APP") for one in (alice, bob, jira.default_user)] == [
        True,
        True,
        False,
    ]
    jira.add_group("ops", ["alice", bob])
    assert [user.name for user in jira.site.people.members_of(jira.group("ops"))] == ["alice", "bob"]
    assert jira.add_comment("APP-1", "Said", visible_to="Testers").visibility.value == "Testers"


def test_a_name_of_several_holders_is_told(jira):
    """A name that a user and a group have, or roles of two projects, names neither."""
    jira.add_user("team")
    jira.add_group("team")
    for project in ("APP", "LIB"):
        jira.add_role("Testers", project=project)
    for name, them in (
        ("team", "the group team and the user team"),
        ("Testers", "the role Testers in APP and the role Testers in LIB"),
    ):
        with pytest.raises(UsageError) as caught:
            jira.deny("LINK_ISSUES", name)
        assert str(caught.value) == f"{name!r} is the name of {them}: hand over the one that you mean"
    jira.deny("LINK_ISSUES", "Testers", project="APP")


def test_things_are_found_by_name(jira):
    """Users, groups and projects are looked at by name, one or all, and a wrong name is told the nearest."""
    alice, devs = jira.add_user("alice"), jira.add_group("devs")
    assert (jira.user("alice"), jira.group("devs"), jira.project("APP").key) == (alice, devs, "APP")
    assert ([one.name for one in jira.users], jira.groups) == (["admin", "alice"], [devs])
    assert [one.key for one in jira.projects] == ["APP", "LIB"]
    for look, wrong in ((jira.user, "alcie"), (jira.group, "dev"), (jira.project, "APPS"), (jira.issue, "APP-9")):
        with pytest.raises(UsageError, match="did you mean"):
            look(wrong)
    bug = jira.add_issue_type("Defect")
    assert jira.add_issue("APP-9", type=bug, status=jira.add_status("Blocked")).type == bug


def test_an_issue_is_as_old_as_the_test_says(jira, get):
    """`created` and `updated` are told as they were given, in UTC where they name no zone; the clock goes on."""
    now = jira.clock.now
    issue = jira.add_issue("APP-9", created=datetime(2020, 5, 1), updated=datetime(2021, 5, 1, 2, tzinfo=PLUS_TWO))
    fields = get("issue/APP-9")["fields"]
    assert (fields["created"], fields["updated"]) == ("2020-05-01T00:00:00.000+0000", "2021-05-01T00:00:00.000+0000")
    assert jira.clock.now - now == timedelta(seconds=1)
    old = jira.add_issue("APP-10", created=datetime(2020, 5, 1))
    assert (issue.created, old.updated) == (old.created, old.created)
    for times, sentence in (
        ({"created": "2020-05-01"}, "created is no time: '2020-05-01'; it takes a datetime"),
        ({"updated": datetime(2020, 5, 1)}, "updated=2020-05-01 00:00:00 is before the issue is created: it takes"),
        (
            {"created": datetime(2020, 5, 2), "updated": datetime(2020, 5, 1)},
            "updated=2020-05-01 00:00:00 is before created=2020-05-02 00:00:00",
        ),
    ):
        with pytest.raises(UsageError) as caught:
            jira.add_issue("APP-11", **times)
        assert str(caught.value).startswith(sentence)
    assert jira.add_issue("APP-11", updated=datetime(2030, 1, 1)).updated.year == 2030

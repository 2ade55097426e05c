"""Resolutions: what issues have when they are changed, moved and made."""

import pytest

from jira_linkfake.errors import UsageError
from jira_linkfake.jira.people.model import DEFAULT_USER
from jira_linkfake.jira.permissions.refusals import AdministratorNeeded
from jira_linkfake.jira.resolutions.refusals import (
    ResolutionIdMissing,
    ResolutionMoveInvalid,
    ResolutionNameMissing,
    ResolutionNameTaken,
    ResolutionNotThere,
)
from jira_linkfake.jira.resolutions.rules import (
    create_resolution,
    move_resolutions,
    set_default_resolution,
    update_resolution,
)
from jira_linkfake.jira.workflow.model import Resolution


def test_changed_resolution_is_changed_where_issues_have_it(jira, ask, get):
    """A resolution goes by its new name in all issues that have it, and in those that get it later."""
    jira.transition("APP-1", "Done")
    updated = jira.issue("APP-1").updated
    assert ask("PUT", "resolution/10000", json={"name": "Ready"}).status_code == 204
    jira.transition("APP-2", "Done")
    assert [str(jira.issue(key).resolution.name) for key in ("APP-1", "APP-2")] == ["Ready", "Ready"]
    assert jira.issue("APP-1").updated == updated
    found = get("search/jql?jql=resolution = ready&fields=resolution")["issues"]
    assert [one["fields"]["resolution"]["name"] for one in found] == ["Ready", "Ready"]


def test_resolution_that_goes_leaves_its_issues_another(jira, ask, get):
    """Issues get the resolution that stands in, which a status that is done sets from then on, too."""
    jira.transition("APP-1", "Done")
    updated = jira.issue("APP-1").updated
    assert ask("DELETE", "resolution/10000?replaceWith=10002").status_code == 303
    jira.transition("APP-2", "Done")
    assert [jira.issue(key).resolution.name for key in ("APP-1", "APP-2")] == ["Duplicate", "Won't Do"]
    assert jira.issue("APP-1").updated == updated
    assert [one["name"] for one in get("resolution")] == ["Won't Do", "Duplicate", "Cannot Reproduce"]


def test_issues_are_ordered_as_resolutions_are(jira, ask, get):
    """Issues are ordered by resolution as the site orders these, where a transition's screen had them set."""
    jira.add_resolution("Obsolete", description="Nobody needs it")
    transition = jira.add_transition("Close", to="Done", required=["resolution"])
    for key, name in (("APP-1", "Done"), ("APP-2", "Obsolete")):
        body = {"transition": {"id": str(transition.id)}, "fields": {"resolution": {"name": name}}}
        assert ask("POST", f"issue/{key}/transitions", json=body).status_code == 204
    jql = "search/jql?jql=resolution is not EMPTY ORDER BY resolution&fields=key"
    assert [one["key"] for one in get(jql)["issues"]] == ["APP-1", "APP-2"]
    assert ask("PUT", "resolution/move", json={"ids": ["10004"], "position": "First"}).status_code == 204
    assert [one["key"] for one in get(jql)["issues"]] == ["APP-2", "APP-1"]


def test_resolution_is_added_once(jira):
    """A second resolution of one name is a mistake."""
    with pytest.raises(UsageError, match="the resolution 'Done' is there already"):
        jira.add_resolution("Done")


@pytest.mark.parametrize(
    ("place", "order"),
    [
        ({"position": "First"}, ["10003", "10001", "10000", "10002"]),
        ({"position": "Last"}, ["10000", "10002", "10003", "10001"]),
        ({"after": "10000"}, ["10000", "10003", "10001", "10002"]),
        ({"after": "10002"}, ["10000", "10002", "10003", "10001"]),
    ],
)
def test_resolutions_are_moved_together(site, place, order):
    """Those that are moved stand where they were put, in the order in which they were named."""
    assert list(site.resolutions) == ["10000", "10001", "10002", "10003"]
    move_resolutions(site, DEFAULT_USER, ["10003", "10001"], place.get("after"), place.get("position"))
    assert list(site.resolutions) == order
    assert [one.id for one in site.resolutions.values()] == order


@pytest.mark.parametrize(
    ("ids", "after", "position", "refusal"),
    [
        (["10000"], None, None, ResolutionMoveInvalid(given="neither")),
        (["10000"], "10001", "First", ResolutionMoveInvalid(given="after 10001 and position First")),
        (["10000"], None, "Middle", ResolutionMoveInvalid(given="position Middle")),
        (["10000"], "10000", None, ResolutionMoveInvalid(given="10000 for after 10000")),
        (
            ["10000", "10001", "10000"],
            None,
            "Last",
            ResolutionMoveInvalid(given="10000, 10001, 10000 for position Last"),
        ),
        (["10000"], "7", None, ResolutionNotThere(value="7")),
        (["10000"], "", None, ResolutionNotThere(value="")),
        (["x"], None, "First", ResolutionNotThere(value="x")),
    ],
)
def test_resolutions_that_cannot_be_moved(site, refuses, ids, after, position, refusal):
    """A move takes one place, and each resolution once; the journal tells what it was given."""
    with refuses(type(refusal)) as caught:
        move_resolutions(site, DEFAULT_USER, ids, after, position)
    assert caught.value.refusals == (refusal,)


def test_resolution_is_made_and_changed_as_it_was_asked_for(site, refuses):
    """Spaces around a name go, a description that is not named stays, and a name is one's own in whatever case."""
    made = create_resolution(site, DEFAULT_USER, "  Obsolete ", None)
    assert (made.id, made.name, made.description) == ("10004", "Obsolete", "")
    update_resolution(site, DEFAULT_USER, "10004", "OBSOLETE", None)
    update_resolution(site, DEFAULT_USER, "10004", "OBSOLETE", "Nobody needs it")
    update_resolution(site, DEFAULT_USER, "10004", "Obsolete", None)
    assert site.resolutions["10004"] == Resolution(id="10004", name="Obsolete", description="Nobody needs it")
    with refuses(ResolutionNameTaken) as caught:
        update_resolution(site, DEFAULT_USER, "10000", " obsolete", None)
    assert str(caught.value) == "there is the resolution 'Obsolete' already"
    with refuses(ResolutionNameMissing):
        create_resolution(site, DEFAULT_USER, None, None)


def test_default_resolution_is_named_or_none(site, refuses):
    """The default resolution is one that there is; null is for none, and an empty id says nothing."""
    set_default_resolution(site, DEFAULT_USER, "+10001")
    assert site.default_resolution == "10001"
    with refuses(ResolutionIdMissing):
        set_default_resolution(site, DEFAULT_USER, "")
    with refuses(ResolutionNotThere):
        set_default_resolution(site, DEFAULT_USER, "7")
    set_default_resolution(site, DEFAULT_USER, None)
    assert site.default_resolution is None


def test_resolutions_are_for_administrators(seeded, site, refuses):
    """Who does not administer Jira makes, changes and moves none."""
    alice = seeded.add_user("alice")
    seeded.allow_only("ADMINISTER", DEFAULT_USER)
    for change in (
        lambda: create_resolution(site, alice, "New", None),
        lambda: update_resolution(site, alice, "10000", "New", None),
        lambda: set_default_resolution(site, alice, "10000"),
        lambda: move_resolutions(site, alice, ["10000"], None, "Last"),
    ):
        with refuses(AdministratorNeeded) as caught:
            change()
        assert str(caught.value) == "alice does not hold Administer Jira"

"""Reading and deleting a link by its id, and the links that an issue shows."""

import pytest

from jira_linkfake.jira.history.model import LinkRemoved
from jira_linkfake.jira.issue_links.refusals import LinkHidden, LinkIdInvalid, LinkUnknown, NoDeletePermission
from jira_linkfake.jira.issue_links.rules import delete_link, links_seen, read_link
from jira_linkfake.jira.link_types.refusals import LinkingDisabled
from jira_linkfake.jira.people.model import ANYONE, DEFAULT_USER

BY_ID = pytest.mark.parametrize("act", [read_link, delete_link])


@pytest.fixture
def made(seeded):
    """A link between issues of two projects: "APP-1 blocks LIB-1", whose id is 10000."""
    return seeded.add_link("APP-1", "blocks", "LIB-1")


@pytest.mark.parametrize("written", ["10000", "+10000", "0010000"])
def test_link_is_read_by_its_id(site, made, written):
    """A link is read by its id, in whatever way Java reads the number."""
    assert read_link(site, DEFAULT_USER, written) == made


@BY_ID
@pytest.mark.parametrize("written", ["", "x", "1e4", " 10000", "10_000", "10000.0", str(2**63), "-" + str(2**64)])
def test_id_that_is_no_number(site, made, refuses, act, written):
    """An id that is no number of 64 bits is refused as such."""
    with refuses(LinkIdInvalid) as caught:
        act(site, DEFAULT_USER, written)
    assert caught.value.refusals == (LinkIdInvalid(value=written),)


@BY_ID
@pytest.mark.parametrize("written", ["0", "-10000", "10001", str(2**63 - 1), str(-(2**63))])
def test_id_that_no_link_has(site, made, refuses, act, written):
    """A number that no link has, zero and negative ones too, is refused as unknown."""
    with refuses(LinkUnknown) as caught:
        act(site, DEFAULT_USER, written)
    assert caught.value.refusals == (LinkUnknown(id=str(int(written))),)


@BY_ID
def test_linking_off_hides_every_link(site, made, refuses, act):
    """While issue linking is switched off no link can be read or deleted, whatever its id looks like."""
    site.options.linking_enabled = False
    for written in ("10000", "10001", "x"):
        with refuses(LinkingDisabled):
            act(site, DEFAULT_USER, written)


@BY_ID
@pytest.mark.parametrize("project", ["APP", "LIB"])
def test_link_with_a_hidden_end_is_hidden(seeded, site, made, refuses, act, project):
    """A link is hidden from who may not see one of its ends, also where he may link issues in both projects."""
    seeded.deny("BROWSE_PROJECTS", project=project)
    with refuses(LinkHidden) as caught:
        act(site, DEFAULT_USER, "10000")
    [hidden] = caught.value.refusals
    assert (hidden.id, hidden.end.issue.project) == ("10000", project)


@BY_ID
def test_anonymous_caller_needs_to_see_both_ends(seeded, site, made, refuses, act):
    """Without credentials a link is there as soon as anyone may browse the projects of both its ends."""
    seeded.allow_only("BROWSE_PROJECTS", ANYONE, project="APP")
    seeded.allow_only("LINK_ISSUES", ANYONE)
    with refuses(LinkHidden):
        act(site, None, "10000")
    seeded.allow_only("BROWSE_PROJECTS", ANYONE)
    assert act(site, None, "10000") in (made, None)


def test_deleting_takes_the_link_from_both_issues(seeded, site, made):
    """A deleted link is gone from both its issues, whose `updated` moves; other links stay."""
    other = seeded.add_link("APP-1", "clones", "LIB-1")
    delete_link(site, DEFAULT_USER, "10000")
    assert (
        site.links.of(site.issues.with_key("APP-1"))
        == site.links.of(site.issues.with_key("LIB-1"))
        == [site.links.get(other.id)]
    )
    assert (
        site.issues.with_key("APP-1").updated
        == site.issues.with_key("LIB-1").updated
        == site.clock.now
        > other.source.updated
    )
    assert [(type(event), event.link.id) for event in site.events] == [(LinkRemoved, "10000")]


def test_second_delete_finds_nothing(site, made, refuses):
    """A link that was deleted is unknown from then on."""
    delete_link(site, DEFAULT_USER, "10000")
    for act in (delete_link, read_link):
        with refuses(LinkUnknown):
            act(site, DEFAULT_USER, "10000")


def test_deleted_links_id_is_not_given_again(seeded, site, made):
    """The link that is made after a delete has an id of its own."""
    delete_link(site, DEFAULT_USER, "10000")
    assert seeded.add_link("APP-1", "blocks", "LIB-1").id == "10001"


@pytest.mark.parametrize("project", ["APP", "LIB"])
def test_permission_in_either_project_lets_delete(seeded, site, made, project):
    """Link issues in the project of one end, whichever, is enough to delete a link."""
    seeded.deny("LINK_ISSUES")
    seeded.allow_only("LINK_ISSUES", DEFAULT_USER, project=project)
    delete_link(site, DEFAULT_USER, "10000")
    assert site.links.all() == []


def test_permission_in_neither_project_refuses_delete(seeded, site, made, refuses):
    """Without Link issues in the project of either end a link stays, and both ends are named."""
    seeded.deny("LINK_ISSUES")
    with refuses(NoDeletePermission, NoDeletePermission) as caught:
        delete_link(site, DEFAULT_USER, "10000")
    assert [refusal.issue.key for refusal in caught.value.refusals] == ["APP-1", "LIB-1"]


def test_links_are_shown_by_type_then_outward_first_then_age(seeded, site):
    """An issue shows its links by the name of their type, inside a type outward before inward, then by id."""
    for key, phrase, other in [
        ("APP-1", "relates to", "LIB-1"),
        ("APP-1", "is blocked by", "APP-2"),
        ("APP-1", "blocks", "LIB-1"),
        ("APP-1", "is blocked by", "LIB-1"),
        ("APP-1", "clones", "APP-2"),
        ("APP-1", "blocks", "APP-2"),
    ]:
        seeded.add_link(key, phrase, other)
    assert [str(link) for link in links_seen(site, DEFAULT_USER, site.issues.with_key("APP-1"))] == [
        "APP-1 blocks LIB-1",
        "APP-1 blocks APP-2",
        "APP-2 blocks APP-1",
        "LIB-1 blocks APP-1",
        "APP-1 clones APP-2",
        "APP-1 relates to LIB-1",
    ]


def test_links_to_hidden_issues_are_left_out(seeded, site):
    """An issue shows no link whose other end the caller may not see, and shows it to who may."""
    alice = seeded.add_user("alice")
    seeded.add_issue("SEC-1", visible_to=[alice])
    hidden = seeded.add_link("APP-1", "blocks", "SEC-1")
    shown = seeded.add_link("LIB-1", "blocks", "APP-1")
    issue = site.issues.with_key("APP-1")
    assert links_seen(site, DEFAULT_USER, issue) == [site.links.get(shown.id)]
    assert links_seen(site, alice, issue) == [site.links.get(hidden.id), site.links.get(shown.id)]

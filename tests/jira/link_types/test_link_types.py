"""The types of links: those of a fresh site, and how an administrator changes them."""

import pytest

from jira_linkfake.jira.history.model import LinkRemoved
from jira_linkfake.jira.link_types.finding import list_link_types, read_link_type
from jira_linkfake.jira.link_types.model import LinkType
from jira_linkfake.jira.link_types.refusals import (
    LinkingDisabled,
    LinkTypeFieldMissing,
    LinkTypeIdInvalid,
    LinkTypeNameTaken,
    LinkTypeUnknown,
    NotAdministrator,
)
from jira_linkfake.jira.link_types.rules import LinkTypeFields, create_link_type, delete_link_type, update_link_type
from jira_linkfake.jira.people.model import DEFAULT_USER

TESTS = LinkTypeFields(name="Tests", inward="is tested by", outward="tests")
BLOCKS = LinkType(id="10000", name="Blocks", inward="is blocked by", outward="blocks")

ACTS = {
    "list": lambda site, caller, type_id: list_link_types(site),
    "read": lambda site, caller, type_id: read_link_type(site, type_id),
    "create": lambda site, caller, type_id: create_link_type(site, caller, TESTS),
    "update": lambda site, caller, type_id: update_link_type(site, caller, type_id, TESTS),
    "delete": delete_link_type,
}


def _acts(*names):
    return pytest.mark.parametrize("act", [ACTS[name] for name in names], ids=names)


def test_fresh_site_has_the_four_types_of_jira_cloud(site):
    """A fresh site has the four types, ids and phrases that were read from a fresh Cloud site in 2026, by name."""
    assert [(one.id, one.name, one.inward, one.outward) for one in list_link_types(site)] == [
        ("10000", "Blocks", "is blocked by", "blocks"),
        ("10001", "Cloners", "is cloned by", "clones"),
        ("10002", "Duplicate", "is duplicated by", "duplicates"),
        ("10003", "Relates", "relates to", "relates to"),
    ]


def test_types_are_listed_by_name(seeded, site):
    """A type that was added later stands where its name belongs, and twins stand by age."""
    for inward in ("is caused by", "is brought about by"):
        seeded.add_link_type("Causes", inward=inward, outward="causes")
    assert [(one.name, one.inward) for one in list_link_types(site)][1:3] == [
        ("Causes", "is caused by"),
        ("Causes", "is brought about by"),
    ]


def test_type_is_read_by_its_id(site):
    """A type is read by the id of a path."""
    assert read_link_type(site, "10000") == BLOCKS


@_acts(*ACTS)
def test_linking_off_refuses_everything_about_types(site, refuses, act):
    """While issue linking is switched off nothing about types is answered, to nobody."""
    site.options.linking_enabled = False
    with refuses(LinkingDisabled):
        act(site, None, "x")


@_acts("read", "update", "delete")
@pytest.mark.parametrize("written", ["x", "", "Blocks", str(2**63)])
def test_type_id_that_is_no_number(site, refuses, act, written):
    """An id that is no number of 64 bits is refused before the permission is asked for."""
    with refuses(LinkTypeIdInvalid) as caught:
        act(site, None, written)
    assert caught.value.refusals == (LinkTypeIdInvalid(value=written),)


@_acts("read", "update", "delete")
@pytest.mark.parametrize("written", ["10012", "0", "-1"])
def test_type_id_that_no_type_has(site, refuses, act, written):
    """An id that no type has is refused before the permission is asked for."""
    with refuses(LinkTypeUnknown) as caught:
        act(site, None, written)
    assert caught.value.refusals == (LinkTypeUnknown(by="id", value=written),)


@_acts("create", "update", "delete")
@pytest.mark.parametrize("is_anonymous", [True, False])
def test_only_an_administrator_changes_types(seeded, site, refuses, act, is_anonymous):
    """Who does not hold Administer Jira can make, change or delete no type."""
    caller = None if is_anonymous else seeded.add_user("alice")
    with refuses(NotAdministrator) as caught:
        act(site, caller, "10000")
    assert caught.value.refusals == (NotAdministrator(caller=caller),)


def test_permission_is_asked_for_before_the_fields(seeded, site, refuses):
    """Who may not make types is told so, whatever is missing in what he sent."""
    alice = seeded.add_user("alice")
    with refuses(NotAdministrator):
        create_link_type(site, alice, LinkTypeFields())


def test_new_type_gets_the_next_id(site):
    """A new type is stored under the next id, and an id that was taken once is not given again."""
    made = create_link_type(site, DEFAULT_USER, TESTS)
    assert made == LinkType(id="10004", name="Tests", inward="is tested by", outward="tests")
    assert read_link_type(site, "10004") == made
    delete_link_type(site, DEFAULT_USER, "10004")
    assert create_link_type(site, DEFAULT_USER, TESTS).id == "10005"


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        (LinkTypeFields(), ["inward", "outward", "name"]),
        (LinkTypeFields(name="", inward="", outward=""), ["inward", "outward", "name"]),
        (LinkTypeFields(name="Tests", outward="tests"), ["inward"]),
        (LinkTypeFields(inward="is tested by", outward=""), ["outward", "name"]),
    ],
)
def test_new_type_needs_every_field(site, refuses, fields, missing):
    """Every field that a new type lacks, or has empty, is told: inward, outward, name, in this order."""
    with refuses(*[LinkTypeFieldMissing] * len(missing)) as caught:
        create_link_type(site, DEFAULT_USER, fields)
    assert [refusal.field for refusal in caught.value.refusals] == missing


def test_taken_name_is_refused(site, refuses):
    """Neither a new type nor a changed one can take another type's name."""
    blocks = LinkTypeFields(name="Blocks", inward="is in the way of", outward="has in its way")
    with refuses(LinkTypeNameTaken) as caught:
        create_link_type(site, DEFAULT_USER, blocks)
    assert caught.value.refusals == (LinkTypeNameTaken(taken_by=BLOCKS),)
    with refuses(LinkTypeNameTaken):
        update_link_type(site, DEFAULT_USER, "10001", blocks)


@pytest.mark.parametrize(
    ("fields", "changed"),
    [
        (LinkTypeFields(), ("Blocks", "is blocked by", "blocks")),
        (LinkTypeFields(name="", inward="", outward=""), ("Blocks", "is blocked by", "blocks")),
        (LinkTypeFields(outward="stops"), ("Blocks", "is blocked by", "stops")),
        (LinkTypeFields(inward="waits for"), ("Blocks", "waits for", "blocks")),
        (LinkTypeFields(name="Blocks", outward="stops"), ("Blocks", "is blocked by", "stops")),
        (LinkTypeFields(name="Stops"), ("Stops", "is blocked by", "blocks")),
    ],
    ids=["nothing", "empty", "outward", "inward", "its own name", "another name"],
)
def test_update_keeps_what_is_omitted_or_empty(site, fields, changed):
    """A change of a type leaves what it omits or has empty, and a type can keep its own name."""
    name, inward, outward = changed
    expected = LinkType(id="10000", name=name, inward=inward, outward=outward)
    assert update_link_type(site, DEFAULT_USER, "10000", fields) == expected == read_link_type(site, "10000")


def test_changed_type_shows_in_the_links_that_have_it(seeded, site):
    """A link reads the phrases that its type has now."""
    seeded.add_link("APP-1", "blocks", "LIB-1")
    update_link_type(site, DEFAULT_USER, "10000", LinkTypeFields(outward="stops"))
    assert [str(link) for link in site.links.all()] == ["APP-1 stops LIB-1"]


def test_deleted_type_takes_its_links_along(seeded, site):
    """Deleting a type silently drops every link of the type, as the live suite of MrRefactoring/jira.js warns."""
    dropped = [seeded.add_link("APP-1", "blocks", other) for other in ("APP-2", "LIB-1")]
    kept = seeded.add_link("APP-1", "clones", "LIB-1")
    delete_link_type(site, DEFAULT_USER, "10000")
    assert [link.id for link in site.links.all()] == [kept.id]
    assert [(type(event), event.link.id) for event in site.events] == [(LinkRemoved, link.id) for link in dropped]
    assert BLOCKS not in list_link_types(site)

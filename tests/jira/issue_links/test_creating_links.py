"""Making a link: what is checked in which order, what is stored, and what a refusal leaves alone."""

from dataclasses import replace

import pytest

from jira_linkfake.jira.comments.refusals import CommentEmpty, VisibilityGroupUnknown
from jira_linkfake.jira.comments.rules import CommentRequest, VisibilityRequest
from jira_linkfake.jira.history.model import LinkMade
from jira_linkfake.jira.issue_links.refusals import LinkLimitReached, NoLinkPermission, SelfLink
from jira_linkfake.jira.issue_links.rules import drop_link
from jira_linkfake.jira.issues.finding import IssueReference
from jira_linkfake.jira.issues.refusals import IssueArchived, IssueHidden, IssueUnknown, IssueUnnamed
from jira_linkfake.jira.link_types.finding import LinkTypeReference
from jira_linkfake.jira.link_types.refusals import LinkingDisabled, LinkTypeAmbiguous, LinkTypeUnknown, LinkTypeUnnamed
from jira_linkfake.jira.people.model import ANYONE, DEFAULT_USER
from tests.wire.facts import snapshot

SAID = CommentRequest(body="Said")


def _sentences(site):
    return [str(link) for link in site.links.all()]


def _linking_off(seeded, asked):
    seeded.site.options.linking_enabled = False


def _unknown_type(seeded, asked):
    asked["link_type"] = "Haunts"


def _to_itself(seeded, asked):
    asked["outward"] = "app-1"


def _no_link_permission(seeded, asked):
    seeded.deny("LINK_ISSUES", project="APP")


def _archived(seeded, asked):
    seeded.site.issues.put(replace(seeded.site.issues.with_key("APP-1"), archived=True))


def _comment_for_an_unknown_group(seeded, asked):
    asked["comment"] = CommentRequest(body="", visibility=VisibilityRequest(type="group", value="nobody"))


def _empty_comment(seeded, asked):
    asked["comment"] = CommentRequest(**{**vars(asked["comment"]), "body": " "})


def _no_room(seeded, asked):
    seeded.site.options.link_limit = 0


NAMES = ("Blocks", "Cloners", "Duplicate", "Relates")
TWINS = (*NAMES, "Twin")  # two types have it
CHECKS = [
    (_linking_off, LinkingDisabled),
    (_unknown_type, LinkTypeUnknown),
    (_to_itself, SelfLink),
    (_no_link_permission, NoLinkPermission),
    (_archived, IssueArchived),
    (_comment_for_an_unknown_group, VisibilityGroupUnknown),
    (_empty_comment, CommentEmpty),
    (_no_room, LinkLimitReached),
]


@pytest.mark.parametrize("first", range(len(CHECKS)), ids=[refusal.__name__ for _, refusal in CHECKS])
def test_checks_are_made_in_jiras_order(seeded, link, refuses, first):
    """Where everything from one check on is wrong, that check refuses."""
    asked = {"comment": SAID}
    for go_wrong, _ in CHECKS[first:]:
        go_wrong(seeded, asked)
    with refuses(CHECKS[first][1]):
        link(**asked)


def test_link_is_stored_once_for_both_its_issues(site, link):
    """A link that passes every check is stored, and both its issues have it."""
    link()
    [made] = site.links.all()
    assert site.links.of(site.issues.with_key("APP-1")) == site.links.of(site.issues.with_key("LIB-1")) == [made]
    assert made.type.name == "Blocks"
    [change] = site.history[made.source.id]
    assert site.history[made.destination.id] == [change]
    assert site.events == [LinkMade(link=made, change=change)]


def test_link_moves_updated_of_both_issues(site, link):
    """Making a link moves `updated` of its two issues, to one moment, and of no other."""
    bystander = site.issues.with_key("APP-2")
    link()
    assert (
        site.issues.with_key("APP-1").updated
        == site.issues.with_key("LIB-1").updated
        == site.clock.now
        > bystander.updated
    )
    assert site.issues.with_key("APP-2") == bystander


def test_what_is_looked_up_is_refused_all_at_once(seeded, link, refuses):
    """Type, inwardIssue and outwardIssue are all looked up, and what is wrong is told in that order."""
    hidden = seeded.add_issue("HID-1", visible_to=[])
    with refuses(LinkTypeUnknown, IssueUnknown, IssueHidden) as caught:
        link("NOPE-1", "Haunts", "HID-1")
    assert caught.value.refusals == (
        LinkTypeUnknown(by="name", value="Haunts", names=NAMES),
        IssueUnknown(reference="NOPE-1"),
        IssueHidden(issue=hidden, caller=DEFAULT_USER, by=hidden.security_level),
    )


@pytest.mark.parametrize(("inward", "outward"), [("HID-1", "APP-1"), ("APP-1", "HID-1")])
def test_neither_end_may_be_hidden(seeded, link, refuses, inward, outward):
    """An issue whose project the caller may not browse can be linked from neither end."""
    seeded.add_issue("HID-1")
    seeded.deny("BROWSE_PROJECTS", project="HID")
    with refuses(IssueHidden):
        link(inward, "Blocks", outward)


def test_only_the_sources_project_needs_the_permission(seeded, link, refuses):
    """Link issues counts in the project of the source alone: `inwardIssue`, as Jira's functional tests have it."""
    alice = seeded.add_user("alice")
    seeded.allow_only("LINK_ISSUES", alice, project="APP")
    seeded.deny("LINK_ISSUES", project="LIB")
    with refuses(NoLinkPermission) as caught:
        link("LIB-1", "Blocks", "APP-1", caller=alice)
    assert caught.value.refusals[0].issue.key == "LIB-1"
    link("APP-1", "Blocks", "LIB-1", caller=alice)
    assert _sentences(seeded.site) == ["APP-1 blocks LIB-1"]


def test_anonymous_caller_links_with_what_anyone_holds(seeded, link, refuses):
    """A caller without credentials is evaluated like anyone, with the permissions that ANYONE was given."""
    with refuses(IssueHidden, IssueHidden):
        link(caller=None)
    seeded.allow_only("BROWSE_PROJECTS", ANYONE)
    with refuses(NoLinkPermission):
        link(caller=None)
    seeded.allow_only("LINK_ISSUES", ANYONE)
    link(caller=None)
    assert _sentences(seeded.site) == ["APP-1 blocks LIB-1"]


@pytest.mark.parametrize("key", ["APP-1", "LIB-1"])
def test_archived_issue_takes_no_link(site, link, refuses, key):
    """An archived issue can be neither end of a new link."""
    site.issues.put(replace(site.issues.with_key(key), archived=True))
    with refuses(IssueArchived) as caught:
        link()
    assert caught.value.refusals[0].issue.key == key


def test_repeated_link_changes_nothing(site, link):
    """A link that is there already in this direction is carried out without a second link or any other change.

    That it was asked for is counted, for the journal.
    """
    link()
    before = snapshot(site)
    link()
    link()
    assert (site.links_repeated, before["links_repeated"]) == (2, 0)
    site.links_repeated = 0
    assert snapshot(site) == before


def test_repeated_link_adds_its_comment(site, link):
    """The comment of a request whose link is there already is added all the same."""
    link()
    [made] = site.links.all()
    link(comment=SAID)
    assert site.links.all() == [site.links.get(made.id)]
    [comment] = site.comments.of(site.issues.with_key("APP-1"))
    [_, added] = site.events
    assert (added.issue.key, added.comment) == ("APP-1", comment)


def test_reverse_direction_and_other_types_are_other_links(site, link):
    """A link is told by its type, source and destination: the reverse one and another type's are further links."""
    link("APP-1", "Blocks", "LIB-1")
    link("LIB-1", "Blocks", "APP-1")
    link("APP-1", "Relates", "LIB-1")
    assert _sentences(site) == ["APP-1 blocks LIB-1", "LIB-1 blocks APP-1", "APP-1 relates to LIB-1"]
    assert [made.id for made in site.links.all()] == ["10000", "10001", "10002"]


@pytest.mark.parametrize(("inward", "outward"), [("APP-1", "LIB-1"), ("LIB-1", "APP-1")])
@pytest.mark.parametrize("phrase", ["blocks", "is blocked by"])
def test_limit_counts_on_either_issue_and_in_either_direction(seeded, site, link, refuses, phrase, inward, outward):
    """An issue that has its limit of links, made from either end, takes none as source nor as destination."""
    seeded.add_link("APP-1", phrase, "APP-2")
    site.options.link_limit = 1
    with refuses(LinkLimitReached) as caught:
        link(inward, "Blocks", outward)
    assert caught.value.refusals == (LinkLimitReached(issue=site.issues.with_key("APP-1"), limit=1),)


def test_limit_is_the_number_of_links_that_fit(site, link, refuses):
    """As many links as the limit says fit, a repeated one is no breach, and deleting one makes room."""
    site.options.link_limit = 1
    link()
    link()
    with refuses(LinkLimitReached):
        link("APP-1", "Relates", "LIB-1")
    drop_link(site, site.links.all()[0])
    link("APP-1", "Relates", "LIB-1")
    assert _sentences(site) == ["APP-1 relates to LIB-1"]


@pytest.mark.parametrize(
    "link_type",
    [
        LinkTypeReference(name="Duplicate"),
        LinkTypeReference(id="10002"),
        LinkTypeReference(id="10002", name="Blocks"),
        LinkTypeReference(id="", name="Duplicate"),
    ],
    ids=["by name", "by id", "the id goes before the name", "an empty id is none"],
)
def test_type_goes_by_name_or_id(site, link, link_type):
    """A link's type is found by its exact name or by its id, which goes first."""
    link(link_type=link_type)
    assert _sentences(site) == ["APP-1 duplicates LIB-1"]


@pytest.mark.parametrize(
    ("link_type", "refusal"),
    [
        (LinkTypeReference(), LinkTypeUnnamed()),
        (LinkTypeReference(name=""), LinkTypeUnknown(by="name", value="", names=TWINS)),
        (LinkTypeReference(name="blocks"), LinkTypeUnknown(by="name", value="blocks", names=TWINS)),
        (LinkTypeReference(name="is blocked by"), LinkTypeUnknown(by="name", value="is blocked by", names=TWINS)),
        (LinkTypeReference(id="1", name="Blocks"), LinkTypeUnknown(by="id", value="1")),
        (LinkTypeReference(id="0"), LinkTypeUnknown(by="id", value="0")),
        (LinkTypeReference(id="Blocks"), LinkTypeUnknown(by="id", value="Blocks")),
        (LinkTypeReference(id="9" * 30), LinkTypeUnknown(by="id", value="9" * 30)),
        (LinkTypeReference(name="Twin"), LinkTypeAmbiguous(name="Twin")),
    ],
    ids=["none", "empty", "another case", "a phrase", "unknown id", "zero", "no number", "too long", "two of the name"],
)
def test_type_that_is_not_found(seeded, link, refuses, link_type, refusal):
    """A type is refused by what it was asked for: never found by a phrase, in another case, or among twins."""
    seeded.add_link_type("Twin", inward="is twin of", outward="twins")
    seeded.add_link_type("Twin", inward="is double of", outward="doubles")
    with refuses(type(refusal)) as caught:
        link(link_type=link_type)
    assert caught.value.refusals == (refusal,)


def test_issue_that_is_not_named(link, refuses):
    """An issue that is given by nothing at all is refused, each end by itself."""
    with refuses(IssueUnnamed, IssueUnnamed):
        link(IssueReference(), "Blocks", IssueReference(key=""))

"""Which end of a link is which: the one thing about Jira's links that everybody gets wrong."""

import pytest

from jira_linkfake.jira.issue_links.model import ends, side_of
from jira_linkfake.jira.issue_links.rules import LinkRequest
from jira_linkfake.jira.issues.finding import IssueReference
from jira_linkfake.jira.link_types.finding import LinkTypeReference


def test_inward_issue_of_a_request_is_the_source(site, link):
    """The issue POSTed as `inwardIssue` is the source, the blocker of a Blocks link.

    Measured on Cloud sites: "inwardIssue is the blocker" (midagedev/gadak PR 79, twice), the live suite of
    MrRefactoring/jira.js, and mozilla/jira-bugzilla-integration PR 1285, which swapped its two issues for it.
    """
    link(inward="APP-1", link_type="Blocks", outward="LIB-1")
    [made] = site.links.all()
    assert (made.source.key, made.destination.key) == ("APP-1", "LIB-1")
    assert str(made) == "APP-1 blocks LIB-1"


def test_request_names_its_ends_in_the_sites_words():
    """A request's source is its `inwardIssue` and its destination its `outwardIssue`, whatever the type."""
    inward, outward = IssueReference(key="APP-1"), IssueReference(key="LIB-1")
    request = LinkRequest(type=LinkTypeReference(name="Relates"), inward_issue=inward, outward_issue=outward)
    assert (request.source, request.destination) == (inward, outward)


def test_source_shows_the_other_under_the_outward_side(seeded):
    """Read back, the source shows the other issue under `outwardIssue`, to which it reads `type.outward`.

    Measured by the live suite of MrRefactoring/jira.js on a Cloud site; Jira's page on the issue linking model
    labels an element with `outwardIssue` by the type's outward phrase.
    """
    made = seeded.add_link("APP-1", "blocks", "LIB-1")
    assert side_of(made, made.source) == ("outward", made.destination)


def test_destination_shows_the_other_under_the_inward_side(seeded):
    """Read back, the destination shows the source under `inwardIssue`, to which it reads `type.inward`.

    Measured by the live suite of MrRefactoring/jira.js on a Cloud site; midagedev/gadak PR 79 saw the blocked issue
    show its blocker there.
    """
    made = seeded.add_link("APP-1", "blocks", "LIB-1")
    assert side_of(made, made.destination) == ("inward", made.source)


@pytest.mark.parametrize(
    ("phrase", "source", "destination"),
    [
        ("duplicates", "APP-1", "LIB-1"),
        ("is duplicated by", "LIB-1", "APP-1"),
        ("relates to", "APP-1", "LIB-1"),
    ],
)
def test_a_sentence_tells_source_from_destination(seeded, site, phrase, source, destination):
    """With the outward phrase the first issue is the source, with the inward one the second; alike, the first."""
    link_type = next(one for one in site.link_types.values() if phrase in (one.inward, one.outward))
    found = ends(link_type, site.issues.with_key("APP-1"), phrase, site.issues.with_key("LIB-1"))
    assert [issue.key for issue in found] == [source, destination]

"""What an issue was at a moment is told as it was, whatever has happened since."""

from dataclasses import replace

import pytest

from jira_linkfake.jira.issue_links.model import side_of
from jira_linkfake.jira.issue_links.rules import delete_link, links_seen
from jira_linkfake.jira.issues.rules import remove_issue
from jira_linkfake.jira.link_types.rules import LinkTypeFields, delete_link_type, update_link_type
from jira_linkfake.jira.people.model import DEFAULT_USER
from jira_linkfake.jira.permissions.sight import may_see
from jira_linkfake.jira.webhooks.moments import Moment, Past


def _shown(moment):
    """Return what is shown of an issue's links at a moment: each side, type, key and summary."""
    then = moment.site_then()
    return [
        (link.id, link.type.name, side, other.key, other.summary)
        for link in links_seen(then, DEFAULT_USER, then.issues[moment.issue.id])
        for side, other in [side_of(link, moment.issue)]
    ]


@pytest.fixture
def moment(seeded, site):
    """APP-1 while it blocks LIB-1 and is blocked by APP-2."""
    seeded.add_link("APP-1", "blocks", "LIB-1")
    seeded.add_link("APP-1", "is blocked by", "APP-2")
    return Moment.of(Past.of(site), site.issues.with_key("APP-1"))


BOTH = [
    ("10000", "Blocks", "outward", "LIB-1", "Summary of LIB-1"),
    ("10001", "Blocks", "inward", "APP-2", "Summary of APP-2"),
]


def _edit(site, key, **values):
    site.issues.put(replace(site.issues.with_key(key), **values))


LATER = {
    "nothing": lambda site, seeded: None,
    "a link is made": lambda site, seeded: seeded.add_link("APP-1", "relates to", "LIB-1"),
    "a link is removed": lambda site, seeded: delete_link(site, DEFAULT_USER, "10000"),
    "all links are removed": lambda site, seeded: delete_link_type(site, DEFAULT_USER, "10000"),
    "the type is renamed": lambda site, seeded: update_link_type(
        site, DEFAULT_USER, "10000", LinkTypeFields(name="Stops")
    ),
    "the other end is edited": lambda site, seeded: [_edit(site, "LIB-1", summary=text) for text in ("a", "b")],
    "the issue is edited": lambda site, seeded: _edit(site, "APP-1", summary="a"),
    "linking is switched off": lambda site, seeded: setattr(site, "linking_enabled", False),
    "nobody may browse": lambda site, seeded: seeded.deny("BROWSE_PROJECTS"),
}


@pytest.mark.parametrize("later", LATER.values(), ids=LATER)
def test_links_are_those_of_then(moment, site, seeded, later):
    """A moment shows the links that there were, their types and the issues at their other ends as they were."""
    before = site.issues.with_key("APP-1")
    later(site, seeded)
    assert _shown(moment) == BOTH
    assert moment.site_then().issues[before.id] == moment.issue == before


def test_moment_after_an_edit(moment, site):
    """A moment after an edit, and before the next one, shows what is between them."""
    _edit(site, "LIB-1", summary="a")
    between = Moment.of(Past.of(site), site.issues.with_key("APP-1"))
    _edit(site, "LIB-1", summary="b")
    assert [shown[-1] for shown in _shown(between)] == ["a", "Summary of APP-2"]
    assert [shown[-1] for shown in _shown(Moment.of(Past.of(site), site.issues.with_key("APP-1")))] == [
        "b",
        "Summary of APP-2",
    ]


def test_other_end_that_is_gone(moment, site):
    """An issue that was deleted since is shown as it was."""
    _edit(site, "LIB-1", summary="a")
    delete_link(site, DEFAULT_USER, "10000")
    remove_issue(site, site.issues.with_key("LIB-1"))
    assert _shown(moment) == BOTH


def test_issue_without_links(seeded, site):
    """A moment at which there was no link shows none of those that came later."""
    moment = Moment.of(Past.of(site), site.issues.with_key("APP-1"))
    seeded.add_link("APP-1", "blocks", "LIB-1")
    assert _shown(moment) == []


def test_hidden_issues_are_there(seeded, site):
    """Whatever hides the issue or those around it, everything of a moment can be seen on its site."""
    seeded.add_issue("SEC-1", visible_to=[])
    seeded.add_issue("SEC-2", visible_to=[], parent="SEC-1")
    seeded.add_link("SEC-1", "blocks", "APP-1")
    then = Moment.of(Past.of(site), site.issues.with_key("SEC-1")).site_then()
    assert [issue.key for issue in then.issues.values() if may_see(then, DEFAULT_USER, issue)] == [
        issue.key for issue in then.issues.values()
    ]
    assert {issue.key for issue in then.issues.values()} == {"SEC-1", "SEC-2", "APP-1"}


def test_parent_and_parts(seeded, site):
    """A moment shows the parent and the parts that the issue had."""
    seeded.add_issue("APP-3", parent="APP-1")
    seeded.add_issue("APP-4", parent="APP-3")
    moment = Moment.of(Past.of(site), site.issues.with_key("APP-3"))
    _edit(site, "APP-1", summary="a")
    _edit(site, "APP-4", parent_id=None)
    seeded.add_issue("APP-5", parent="APP-3")
    then = moment.site_then()
    assert then.issues[moment.issue.parent_id].summary == "Summary of APP-1"
    assert [issue.key for issue in then.issues.children_of(moment.issue)] == ["APP-4"]


def test_issue_that_is_gone(seeded, site):
    """The moment of an issue that was just deleted shows what it was last."""
    issue = site.issues.with_key("APP-1")
    remove_issue(site, issue)
    moment = Moment.of(Past.of(site), issue)
    assert (moment.site_then().issues, _shown(moment)) == ({issue.id: issue}, [])

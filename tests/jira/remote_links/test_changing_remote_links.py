"""Remote links: made, changed, removed and found, by whom, and what is told of it."""

import pytest

from jira_linkfake.jira.history.model import Change, IssueUpdated
from jira_linkfake.jira.history.rules import entries_of
from jira_linkfake.jira.issues.finding import IssueReference
from jira_linkfake.jira.issues.refusals import IssueArchived, IssueHidden, IssueUnknown
from jira_linkfake.jira.issues.rules import remove_issue
from jira_linkfake.jira.people.model import DEFAULT_USER
from jira_linkfake.jira.remote_links.refusals import (
    GlobalIdMissing,
    GlobalIdTaken,
    GlobalIdTooLong,
    NoRemoteLinkPermission,
    RemoteLinkElsewhere,
    RemoteLinkIdInvalid,
    RemoteLinkingDisabled,
    RemoteLinkLimitReached,
    RemoteLinkTitleMissing,
    RemoteLinkUnknown,
    RemoteLinkUrlMissing,
)
from jira_linkfake.jira.remote_links.rules import (
    RemoteLinkRequest,
    change_by_id,
    find_by_global_id,
    find_by_id,
    make_or_change,
    remove_by_global_id,
    remove_by_id,
    seen_issue,
)

BUILD = RemoteLinkRequest(url="https://ci.example.com/7", title="Build 7", global_id="ci=7", relationship="built by")
PAGE = RemoteLinkRequest(url="https://wiki.example.com", title="Page", application={"name": "Wiki"})


@pytest.fixture
def issue(site):
    """The issue that gets the remote links."""
    return site.issues.with_key("APP-1")


def _told(site, issue):
    """Return what the history of an issue tells."""
    return [change for entry in entries_of(site, DEFAULT_USER, issue) for change in entry.changes]


def test_remote_link_is_made(site, issue):
    """A new remote link is found in every way, moves its issue, and is told of in the history and beyond."""
    link, is_new = make_or_change(site, DEFAULT_USER, issue, BUILD)
    assert (link.id, link.url, link.title, link.relationship, is_new) == (10000, BUILD.url, "Build 7", "built by", True)
    assert str(link) == "built by https://ci.example.com/7"
    assert find_by_id(site, DEFAULT_USER, issue, "10000") is find_by_global_id(site, issue, "ci=7") is link
    assert site.remote_links.of_issue(issue.id) == [link]
    assert issue.updated < site.issues.with_key("APP-1").updated == site.clock.now
    told = Change(field="RemoteIssueLink", to_id="10000", to_text='This work item links to "Build 7 (Web Link)"')
    assert _told(site, issue) == [told]
    [event] = site.events
    assert isinstance(event, IssueUpdated)
    assert (event.issue, event.entry.changes, event.caller) == (site.issues.with_key("APP-1"), (told,), DEFAULT_USER)


def test_global_id_makes_no_second_one(site, issue):
    """The same global id on the same issue changes the remote link that has it; what is left out is empty then."""
    first, _ = make_or_change(site, DEFAULT_USER, issue, BUILD)
    before = site.clock.now
    again = RemoteLinkRequest(url="https://ci.example.com/8", title="Build 8", global_id="ci=7")
    link, is_new = make_or_change(site, DEFAULT_USER, issue, again)
    assert (link.id, link.url, link.relationship, is_new) == (first.id, "https://ci.example.com/8", None, False)
    assert site.remote_links.of_issue(issue.id) == [link]
    assert before < site.issues.with_key("APP-1").updated == site.clock.now
    text = 'This work item links to "{} (Web Link)"'.format
    told = {"from_id": "10000", "from_text": text("Build 7"), "to_id": "10000", "to_text": text("Build 8")}
    assert _told(site, issue)[1:] == [Change(field="RemoteIssueLink", **told)]
    assert (len(site.events), site.events[1].entry.changes) == (2, tuple(_told(site, issue)[1:]))
    make_or_change(site, DEFAULT_USER, issue, again)
    assert len(_told(site, issue)) == 3
    other, is_new = make_or_change(site, DEFAULT_USER, site.issues.with_key("APP-2"), BUILD)
    assert (other.id, is_new) == (10001, True)


def test_without_global_id_there_is_one_more_each_time(site, issue):
    """A remote link without a global id is made again and again."""
    links = [make_or_change(site, DEFAULT_USER, issue, PAGE)[0] for _ in range(3)]
    assert site.remote_links.of_issue(issue.id) == links
    assert [change.to_text for change in _told(site, issue)] == ['This work item links to "Page (Wiki)"'] * 3


def test_remote_link_is_changed_by_its_id(site, issue):
    """A change by id can give, change and take the global id, by which the remote link is found then."""
    make_or_change(site, DEFAULT_USER, issue, BUILD)
    renamed = RemoteLinkRequest(url="u", title="t", global_id="ci=8")
    change_by_id(site, DEFAULT_USER, issue, "10000", renamed)
    assert find_by_global_id(site, issue, "ci=8").title == "t"
    assert site.remote_links.with_global_id(issue.id, "ci=7") is None
    change_by_id(site, DEFAULT_USER, issue, "10000", RemoteLinkRequest(url="u", title="t"))
    assert site.remote_links.with_global_id(issue.id, "ci=8") is None
    change_by_id(site, DEFAULT_USER, issue, "10000", BUILD)
    change_by_id(site, DEFAULT_USER, issue, "10000", BUILD)
    assert find_by_global_id(site, issue, "ci=7").id == 10000


@pytest.mark.parametrize(
    "remove", [lambda *at: remove_by_id(*at, "10000"), lambda *at: remove_by_global_id(*at, "ci=7")]
)
def test_remote_link_is_removed(site, issue, remove):
    """A remote link that was removed is found in no way, moves its issue, and is told of the other way round."""
    make_or_change(site, DEFAULT_USER, issue, BUILD)
    before = site.clock.now
    remove(site, DEFAULT_USER, issue)
    assert site.remote_links.of_issue(issue.id) == []
    assert (site.remote_links.get(10000), site.remote_links.with_global_id(issue.id, "ci=7")) == (None, None)
    assert before < site.issues.with_key("APP-1").updated == site.clock.now
    told = Change(field="RemoteIssueLink", from_id="10000", from_text='This work item links to "Build 7 (Web Link)"')
    assert _told(site, issue)[1:] == [told]
    assert site.events[-1].entry.changes == (told,)


@pytest.mark.parametrize(
    ("request_", "kinds"),
    [
        (RemoteLinkRequest(), (RemoteLinkUrlMissing, RemoteLinkTitleMissing)),
        (RemoteLinkRequest(url="", title="t"), (RemoteLinkUrlMissing,)),
        (RemoteLinkRequest(url="u", title=""), (RemoteLinkTitleMissing,)),
        (RemoteLinkRequest(url="u", title="t", global_id="x" * 256), (GlobalIdTooLong,)),
    ],
)
def test_remote_link_that_jira_does_not_take(site, issue, refuses, request_, kinds):
    """A remote link needs a URL and a title, and a global id that is not too long."""
    make_or_change(site, DEFAULT_USER, issue, PAGE)
    with refuses(*kinds):
        make_or_change(site, DEFAULT_USER, issue, request_)
    with refuses(*kinds):
        change_by_id(site, DEFAULT_USER, issue, "10000", request_)


def test_global_id_names_one_of_an_issue(site, issue, refuses):
    """A remote link cannot be given the global id that another one of its issue has."""
    make_or_change(site, DEFAULT_USER, issue, BUILD)
    make_or_change(site, DEFAULT_USER, issue, PAGE)
    with refuses(GlobalIdTaken):
        change_by_id(site, DEFAULT_USER, issue, "10001", BUILD)


def test_changing_takes_link_issues_and_removing_by_id_takes_edit_issues(seeded, site, issue, refuses):
    """Without Link issues nothing is changed; without Edit issues as well nothing is removed by its id."""
    make_or_change(site, DEFAULT_USER, issue, BUILD)
    seeded.deny("EDIT_ISSUES", project="APP")
    with refuses(NoRemoteLinkPermission) as caught:
        remove_by_id(site, DEFAULT_USER, issue, "10000")
    assert caught.value.refusals[0].permission == "Edit issues"
    change_by_id(site, DEFAULT_USER, issue, "10000", BUILD)
    seeded.deny("LINK_ISSUES", project="APP")
    for change in (
        lambda: make_or_change(site, DEFAULT_USER, issue, BUILD),
        lambda: change_by_id(site, DEFAULT_USER, issue, "10000", BUILD),
        lambda: remove_by_id(site, DEFAULT_USER, issue, "10000"),
        lambda: remove_by_global_id(site, DEFAULT_USER, issue, "ci=7"),
    ):
        with refuses(NoRemoteLinkPermission) as caught:
            change()
        assert caught.value.refusals[0].permission == "Link issues"


def test_remote_link_that_is_not_there(site, issue, refuses):
    """An unknown id or global id, and none at all, are refused."""
    for link_id, kind in (("10000", RemoteLinkUnknown), ("x", RemoteLinkIdInvalid), ("", RemoteLinkIdInvalid)):
        with refuses(kind):
            find_by_id(site, DEFAULT_USER, issue, link_id)
    with refuses(RemoteLinkUnknown):
        remove_by_global_id(site, DEFAULT_USER, issue, "ci=7")
    with refuses(GlobalIdMissing):
        remove_by_global_id(site, DEFAULT_USER, issue, "")


def test_remote_link_of_another_issue(seeded, site, issue, refuses):
    """Another issue's remote link is told as such only to those who see that issue, and as unknown to others."""
    seen = seeded.add_remote_link("APP-2", "https://example.com")
    hidden = seeded.add_remote_link(seeded.add_issue("APP-8", visible_to=[]), "https://example.com")
    with refuses(RemoteLinkElsewhere):
        find_by_id(site, DEFAULT_USER, issue, str(seen.id))
    with refuses(RemoteLinkUnknown):
        find_by_id(site, DEFAULT_USER, issue, str(hidden.id))


def test_issue_whose_remote_links_are_seen(seeded, site, refuses):
    """Remote links are there for those who see the issue, while linking is on."""
    seeded.add_issue("APP-8", visible_to=[])
    assert seen_issue(site, DEFAULT_USER, IssueReference(key="app-1")) is site.issues.with_key("APP-1")
    for key, kind in (("APP-8", IssueHidden), ("APP-9", IssueUnknown)):
        with refuses(kind):
            seen_issue(site, DEFAULT_USER, IssueReference(key=key))
    site.options.linking_enabled = False
    with refuses(RemoteLinkingDisabled):
        seen_issue(site, DEFAULT_USER, IssueReference(key="APP-9"))


def test_archived_issue_keeps_its_remote_links(seeded, site, refuses):
    """Nothing about the remote links of an archived issue changes."""
    archived = seeded.add_issue("APP-9", archived=True)
    seeded.add_remote_link("APP-9", "https://example.com", global_id="ci=7")
    for change in (
        lambda: make_or_change(site, DEFAULT_USER, archived, PAGE),
        lambda: change_by_id(site, DEFAULT_USER, archived, "10000", PAGE),
        lambda: remove_by_id(site, DEFAULT_USER, archived, "10000"),
        lambda: remove_by_global_id(site, DEFAULT_USER, archived, "ci=7"),
    ):
        with refuses(IssueArchived):
            change()


def test_limit_of_remote_links(site, issue, refuses):
    """An issue takes no remote link beyond its limit; changing the one of a global id needs no room."""
    make_or_change(site, DEFAULT_USER, issue, BUILD)
    site.options.remote_link_limit = 1
    with refuses(RemoteLinkLimitReached):
        make_or_change(site, DEFAULT_USER, issue, PAGE)
    assert make_or_change(site, DEFAULT_USER, issue, BUILD)[1] is False
    assert make_or_change(site, DEFAULT_USER, site.issues.with_key("APP-2"), PAGE)[1] is True


def test_removed_issue_takes_its_remote_links_along(seeded, site, issue):
    """The remote links of an issue that was removed are found in no way."""
    link = seeded.add_remote_link("APP-1", "https://example.com", global_id="ci=7")
    seeded.add_remote_link("APP-1", "https://example.com")
    kept = seeded.add_remote_link("APP-2", "https://example.com", global_id="ci=7")
    remove_issue(site, site.issues.with_key("APP-1"))
    assert (site.remote_links.get(link.id), site.remote_links.with_global_id(issue.id, "ci=7")) == (None, None)
    assert (site.remote_links.of_issue(issue.id), site.remote_links.count_of(issue.id)) == ([], 0)
    assert site.remote_links.get(kept.id) is kept

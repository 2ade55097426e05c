"""The history of issues: a link is told on both its issues, and only to those who may see the other end."""

from jira_linkfake.jira.history.model import PARENT, Change
from jira_linkfake.jira.history.rules import entries_of, link_entries, record
from jira_linkfake.jira.issue_links.rules import delete_link
from jira_linkfake.jira.issues.rules import remove_issue
from jira_linkfake.jira.people.model import DEFAULT_USER


def _told(site, key, caller=DEFAULT_USER):
    return [
        (entry.id, change.from_id, change.from_text, change.to_id, change.to_text)
        for entry in entries_of(site, caller, site.issues.with_key(key))
        for change in entry.changes
    ]


def test_link_is_told_on_both_its_issues(site, link):
    """A link that was made is a change of the field Link, in the phrase that each issue reads.

    As captured on Jira Server in 2020 (mobitel-ltd/jira-to-matrix).
    """
    link("APP-1", "Blocks", "LIB-1")
    assert _told(site, "APP-1") == [(10000, None, None, "LIB-1", "This work item blocks LIB-1")]
    assert _told(site, "LIB-1") == [(10001, None, None, "APP-1", "This work item is blocked by APP-1")]
    [entry] = entries_of(site, DEFAULT_USER, site.issues.with_key("APP-1"))
    assert (entry.author, entry.created) == (DEFAULT_USER, site.issues.with_key("APP-1").updated)
    assert [(change.field, change.field_id) for change in entry.changes] == [("Link", None)]


def test_removed_link_is_told_the_other_way_round(site, link):
    """A link that was removed is told with what it was, and its making stays in the history."""
    link("APP-1", "Blocks", "LIB-1")
    delete_link(site, DEFAULT_USER, "10000")
    assert _told(site, "LIB-1")[1:] == [(10003, "APP-1", "This work item is blocked by APP-1", None, None)]


def test_seeded_link_has_a_history(seeded, site):
    """A link that a test seeds is told like one that somebody made."""
    seeded.add_link("APP-1", "is blocked by", "LIB-1")
    assert _told(site, "APP-1") == [(10001, None, None, "LIB-1", "This work item is blocked by LIB-1")]


def test_link_to_an_unseen_issue_is_not_told(seeded, site):
    """Who may not see the other end of a link is told nothing of it, also when that end is gone."""
    bob = seeded.add_user("bob")
    hidden = seeded.add_issue("APP-9", visible_to=[DEFAULT_USER])
    seeded.add_link("APP-1", "blocks", "APP-9")
    delete_link(site, DEFAULT_USER, "10000")
    assert (len(_told(site, "APP-1")), _told(site, "APP-1", bob)) == (2, [])

    remove_issue(site, site.issues.with_key(hidden.key))
    assert (len(_told(site, "APP-1")), _told(site, "APP-1", bob)) == (2, [])


def test_unseen_parent_is_not_told(seeded, site):
    """Who may not see a parent is told of the other one and of other fields, and of nothing where that is all."""
    bob = seeded.add_user("bob")
    open_, hidden = seeded.add_issue("APP-8", type="Epic"), seeded.add_issue("APP-9", type="Epic", visible_to=[])
    from_open = {"field": PARENT, "from_id": str(open_.id), "from_text": "APP-8"}
    from_hidden = {"field": PARENT, "from_id": str(hidden.id), "from_text": "APP-9"}
    to_hidden = {"field": PARENT, "to_id": str(hidden.id), "to_text": "APP-9"}
    to_open = {"field": PARENT, "to_id": str(open_.id), "to_text": "APP-8"}
    summary = Change(field="summary", from_text="a", to_text="b")
    for changes in ([from_open | to_hidden], [from_hidden | to_open], [from_hidden], [to_hidden]):
        record(site, None, site.issues.with_key("APP-1"), *(Change(**change) for change in changes))
    record(site, None, site.issues.with_key("APP-1"), Change(**to_hidden), summary)
    told = [entry.changes for entry in entries_of(site, bob, site.issues.with_key("APP-1"))]
    assert told == [(Change(**from_open),), (Change(**to_open),), (summary,)]


def test_both_entries_of_a_link(seeded, site):
    """What happened to a link can be told for both its issues at once, the source first."""
    seeded.add_link("APP-1", "blocks", "LIB-1")
    [change] = site.history[site.issues.with_key("LIB-1").id]
    told = [(issue.key, entry.changes[0].to_id) for issue, entry in link_entries(site, change)]
    assert told == [("APP-1", "LIB-1"), ("LIB-1", "APP-1")]


def test_other_changes_stand_between_links(seeded, site):
    """A change of another field is told in its place."""
    entry = record(site, None, site.issues.with_key("APP-1"), Change(field="summary", from_text="a", to_text="b"))
    seeded.add_link("APP-1", "blocks", "LIB-1")
    assert entries_of(site, DEFAULT_USER, site.issues.with_key("APP-1"))[0] == entry
    assert [one[0] for one in _told(site, "APP-1")] == [10000, 10001]

"""What people do with links in a day's work, with each client library: the same steps, the same site at the end."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest

from tests.clients.flow_clients import AtlassianJira, AtlassianJiraCloud, FlowClient, NodeJiraJs, PycontribsJira, added
from tests.clients.refusals import NO_TYPE, UNSEEN

DOORS = {"in-process": "jira_linkfake", "live-server": "jira_linkfake_server"}
LIBRARIES = {
    "jira-v2": lambda url: PycontribsJira(url, "2"),
    "jira-v3": lambda url: PycontribsJira(url, "3"),
    "atlassian-v2": AtlassianJira,
    "atlassian-cloud-v2": lambda url: AtlassianJiraCloud(url, 2),
    "atlassian-cloud-v3": lambda url: AtlassianJiraCloud(url, 3),
}


CLIENTS = [*((library, door) for library in LIBRARIES for door in DOORS), ("jira.js", "live-server")]


@pytest.fixture(params=CLIENTS, ids="-".join)
def client(request: pytest.FixtureRequest) -> Iterator[FlowClient]:
    """A client of each library, signed in as alice, at each door that it can go through."""
    library, door = request.param
    url = request.getfixturevalue(DOORS[door]).url
    if library == "jira.js":
        client: FlowClient = NodeJiraJs(url, request.getfixturevalue("node"))
    else:
        client = LIBRARIES[library](url)
    with closing(client):
        yield client


def phrases(issue):
    """Return what an issue reads of its links: phrases, each with the key of the other issue."""
    links = issue["fields"]["issuelinks"]
    return [
        (link["type"]["outward"], link["outwardIssue"]["key"])
        if "outwardIssue" in link
        else (link["type"]["inward"], link["inwardIssue"]["key"])
        for link in links
    ]


def link_history(issue):
    """Return the changes of an issue's links, oldest first: what was there before, and after."""
    histories = sorted(issue["changelog"]["histories"], key=lambda history: int(history["id"]))
    items = [item for history in histories for item in history["items"] if item["field"] == "Link"]
    return [(item["fromString"], item["toString"]) for item in items]


@pytest.fixture
def cause(client):
    """A task that the client has created."""
    return client.create_issue("Disk full")


@pytest.fixture
def effect(client):
    """Another task that the client has created."""
    return client.create_issue("Orders lost")


def test_links_in_three_ways(client, jira_linkfake, cause):
    """A link on its own, one with a new issue and one with an edit point where they say, and both ends tell of each."""
    effect = client.create_issue("Orders lost", added("Blocks", inwardIssue=cause))
    client.link("Relates", cause, effect)
    client.edit_issue(effect, added("Duplicate", outwardIssue="WEB-1"))

    sentences = [f"{cause} blocks {effect}", f"{cause} relates to {effect}", f"{effect} duplicates WEB-1"]
    assert jira_linkfake.sentences() == sentences
    assert [str(link) for link in jira_linkfake.recorded_links] == sentences
    assert phrases(client.issue(cause)) == [("blocks", effect), ("relates to", effect)]
    assert phrases(client.issue(effect)) == [("is blocked by", cause), ("duplicates", "WEB-1"), ("relates to", cause)]
    assert phrases(client.issue("WEB-1")) == [("is duplicated by", effect)]


def test_edited_issue_is_the_end_that_is_not_named(client, jira_linkfake):
    """An edit that names an outwardIssue makes the edited issue the source, and the other way round."""
    client.edit_issue("WEB-1", added("Blocks", outwardIssue="WEB-2"))
    client.edit_issue("WEB-1", added("Cloners", inwardIssue="WEB-2"))

    assert jira_linkfake.sentences() == ["WEB-1 blocks WEB-2", "WEB-2 clones WEB-1"]


def test_finds_what_an_issue_is_linked_to(client, cause, effect):
    """LinkedIssues finds the other ends of an issue's links, and with a phrase those that the issue reads it of."""
    client.link("Blocks", cause, effect)
    client.link("Relates", cause, "WEB-1")

    assert client.search(f"issue in linkedIssues({cause}) ORDER BY key") == ["WEB-1", effect]
    assert client.search(f'issue in linkedIssues({cause}, "blocks")') == [effect]
    assert client.search(f'issue in linkedIssues({effect}, "is blocked by")') == [cause]
    assert client.search(f'issue in linkedIssues({effect}, "blocks")') == []


def test_history_tells_of_links_at_both_ends(client, cause, effect):
    """Each issue's history tells in its own words of a link that was made, and of one that was deleted."""
    client.link("Blocks", cause, effect)
    client.edit_issue(cause, added("Relates", outwardIssue=effect))
    client.unlink(client.issue(effect)["fields"]["issuelinks"][0]["id"])

    assert link_history(client.issue(cause, expand="changelog")) == [
        (None, f"This work item blocks {effect}"),
        (None, f"This work item relates to {effect}"),
        (f"This work item blocks {effect}", None),
    ]
    assert link_history(client.issue(effect, expand="changelog")) == [
        (None, f"This work item is blocked by {cause}"),
        (None, f"This work item relates to {cause}"),
        (f"This work item is blocked by {cause}", None),
    ]


def test_links_to_pages_elsewhere(client, cause):
    """A link to a page is added, read and deleted, and is no link between issues."""
    link_id = client.add_remote_link(cause, "https://status.example.com/7", "Incident 7")

    (link,) = client.remote_links(cause)
    page = link["object"]
    assert (link["id"], page["url"], page["title"]) == (link_id, "https://status.example.com/7", "Incident 7")
    assert phrases(client.issue(cause)) == []
    client.delete_remote_link(cause, link_id)
    assert client.remote_links(cause) == []
    with pytest.raises(client.error) as caught:
        client.delete_remote_link(cause, link_id)
    assert client.status_of(caught.value) == 404


def test_transition_links(client, jira_linkfake, cause, effect):
    """A transition moves an issue and adds a link on the way, where its screen has them."""
    jira_linkfake.add_transition("Done", to="Done", screen=["issuelinks"])
    client.transition(effect, "Done", added("Blocks", inwardIssue=cause))

    issue = client.issue(effect, expand="changelog")
    assert issue["fields"]["status"]["name"] == "Done"
    assert phrases(issue) == [("is blocked by", cause)]
    assert link_history(issue) == [(None, f"This work item is blocked by {cause}")]
    jira_linkfake.assert_linked(cause, "blocks", effect)


def test_deleted_issue_takes_its_links_along(client, jira_linkfake, cause, effect):
    """Of a deleted issue nothing is left, at the other end of its links neither; that end's history tells of it."""
    client.link("Blocks", cause, effect)
    client.link("Relates", "WEB-1", cause)
    client.delete_issue(effect)

    left = client.issue(cause, expand="changelog")
    assert phrases(left) == [("relates to", "WEB-1")]
    assert link_history(left)[-1] == (f"This work item blocks {effect}", None)
    assert jira_linkfake.sentences() == [f"WEB-1 relates to {cause}"]
    with pytest.raises(client.error) as caught:
        client.issue(effect)
    assert client.status_of(caught.value) == 404


def refused(name, step, status, message="", **site):
    """Return a step that Jira refuses on a site with these options, its status, and some of what Jira says."""
    return pytest.param(step, status, message, id=name.replace(" ", "-"), marks=pytest.mark.jira_linkfake(**site))


TO_OTHER = added("Blocks", outwardIssue="WEB-2")
TO_HIDDEN = added("Blocks", outwardIssue="HIDDEN-1")
TO_UNKNOWN = added("Blocks", outwardIssue="WEB-9")
HAUNTED = added("Haunts", outwardIssue="WEB-2")
PAGE = ("https://status.example.com/7", "Incident 7")
SEARCH = ("search", "issue in linkedIssues(WEB-1)")
NO_FUNCTION = "Function 'linkedIssues' cannot be called as issue linking is currently disabled."
NOT_SETTABLE = "Field 'issuelinks' cannot be set. It is not on the appropriate screen, or unknown."
TO_ITSELF = "You cannot link an issue to itself."

REFUSED = [
    refused("create with unknown type", ("create_issue", "Disk full", HAUNTED), 400, NO_TYPE),
    refused("create disabled", ("create_issue", "Disk full", TO_OTHER), 400, NOT_SETTABLE, linking_enabled=False),
    refused("edit with unknown type", ("edit_issue", "WEB-1", HAUNTED), 400, NO_TYPE),
    refused("edit to unknown", ("edit_issue", "WEB-1", TO_UNKNOWN), 400, UNSEEN),
    refused("edit to hidden", ("edit_issue", "WEB-1", TO_HIDDEN), 400, UNSEEN, scenario="issue_hidden_by_level"),
    refused("edit to itself", ("edit_issue", "WEB-2", TO_OTHER), 400, TO_ITSELF),
    refused("edit twice at once", ("edit_issue", "WEB-1", TO_OTHER, HAUNTED), 400),
    refused("edit disabled", ("edit_issue", "WEB-1", TO_OTHER), 400, NOT_SETTABLE, linking_enabled=False),
    refused("edit no permission", ("edit_issue", "WEB-1", TO_OTHER), 400, NOT_SETTABLE, scenario="no_link_permission"),
    refused("edit unknown", ("edit_issue", "WEB-9", TO_OTHER), 404, UNSEEN),
    refused("transition with unknown type", ("transition", "WEB-1", "Done", HAUNTED), 400, NO_TYPE),
    refused("delete unknown", ("delete_issue", "WEB-9"), 404, UNSEEN),
    refused("delete hidden", ("delete_issue", "HIDDEN-1"), 404, UNSEEN, scenario="issue_hidden_by_project"),
    refused("search disabled", SEARCH, 400, NO_FUNCTION, linking_enabled=False),
    refused("page of unknown", ("add_remote_link", "WEB-9", *PAGE), 404, UNSEEN),
    refused("page no permission", ("add_remote_link", "WEB-1", *PAGE), 403, scenario="no_link_permission"),
]


@pytest.mark.parametrize(("step", "status", "message"), REFUSED)
def test_refused_step_changes_nothing(client, jira_linkfake, unchanged, step, status, message):
    """A step that Jira refuses raises the library's error with what Jira says, and leaves the site as it was."""
    jira_linkfake.add_transition("Done", to="Done", screen=["issuelinks"])
    method, *arguments = step
    with unchanged(), pytest.raises(client.error) as caught:
        getattr(client, method)(*arguments)

    assert client.status_of(caught.value) == status
    assert message in str(caught.value)

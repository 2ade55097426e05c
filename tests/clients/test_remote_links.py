"""The client libraries' own ways with remote links: made, found, changed and removed, by id and by global id."""

from __future__ import annotations

import pytest
from atlassian import Jira
from atlassian.jira import JiraCloud
from jira import JIRAError
from requests import HTTPError

BUILD = {"url": "https://ci.example.com/7", "title": "Build 7"}
AGAIN = {"url": "https://ci.example.com/8", "title": "Build 8"}


def urls(jira_linkfake):
    """Return where the remote links of WEB-1 lead."""
    return [link.url for link in jira_linkfake.remote_links_of("WEB-1")]


def test_pycontribs_makes_simple_links(pycontribs, jira_linkfake):
    """Each simple link is a new one, since it has no global id."""
    for _ in range(2):
        link = pycontribs.add_simple_link("WEB-1", BUILD)
    assert (link.id, link.self) == (10001, f"{pycontribs.server_url}/rest/api/2/issue/WEB-1/remotelink/10001")
    assert urls(jira_linkfake) == [BUILD["url"]] * 2
    jira_linkfake.assert_remotely_linked("WEB-1", BUILD["url"])


@pytest.mark.filterwarnings("ignore:Unable to gather applicationlinks")
def test_pycontribs_makes_and_changes_by_global_id(pycontribs, jira_linkfake):
    """A link with a global id is changed in place; the client first asks for application links, as alice may not."""
    application = {"type": "com.example.ci", "name": "CI"}
    link = pycontribs.add_remote_link("WEB-1", BUILD, "ci=7&b", application, "built by")
    assert pycontribs.add_remote_link("WEB-1", AGAIN, "ci=7&b").id == link.id
    assert urls(jira_linkfake) == [AGAIN["url"]]
    assert pycontribs.delete_remote_link("WEB-1", global_id="ci=7&b").status_code == 204
    assert urls(jira_linkfake) == []


def test_pycontribs_reads_changes_and_removes(pycontribs, jira_linkfake):
    """A seeded remote link is listed and read, and its resource follows what is done to it."""
    jira_linkfake.add_remote_link("WEB-1", BUILD["url"], title="Build 7", global_id="ci=7", status={"resolved": True})
    [listed] = pycontribs.remote_links("WEB-1")
    link = pycontribs.remote_link("WEB-1", listed.id)
    assert link.raw == listed.raw
    assert (link.globalId, link.object.title, link.object.status.resolved) == ("ci=7", "Build 7", True)

    link.update(AGAIN, globalId="ci=8", relationship="built by")
    assert (link.globalId, link.relationship, link.object.url) == ("ci=8", "built by", AGAIN["url"])
    assert urls(jira_linkfake) == [AGAIN["url"]]

    link.delete()
    assert urls(jira_linkfake) == []
    with pytest.raises(JIRAError) as caught:
        pycontribs.delete_remote_link("WEB-1", internal_id=str(listed.id))
    assert (caught.value.status_code, caught.value.text) == (404, "No remote issue link with id '10000' exists.")


def test_pycontribs_tells_what_is_missing(pycontribs, jira_linkfake):
    """A link without URL and title is refused in the words that this client's users reported."""
    with pytest.raises(JIRAError) as caught:
        pycontribs.add_simple_link("WEB-1", {})
    assert (caught.value.status_code, caught.value.text) == (400, "'URL' is required., 'Link Text' is required.")
    assert urls(jira_linkfake) == []


def test_atlassian_in_version_2(atlassian, jira_linkfake):
    """The client of version 2 makes, changes in place, finds, changes by id and removes."""
    client = atlassian(Jira)
    link = client.create_or_update_issue_remote_links(
        "WEB-1", *BUILD.values(), global_id="ci=7", icon_url="https://i", icon_title="Icon", status_resolved=True
    )
    assert client.create_or_update_issue_remote_links("WEB-1", *AGAIN.values(), global_id="ci=7") == link
    found = client.get_issue_remote_links("WEB-1", global_id="ci=7")
    assert (found["id"], found["object"]["url"]) == (link["id"], AGAIN["url"])
    assert client.get_issue_remote_links("WEB-1") == [found]
    assert client.update_issue_remote_link_by_id("WEB-1", link["id"], *BUILD.values(), relationship="built by") is None
    assert client.get_issue_remote_link_by_id("WEB-1", link["id"])["relationship"] == "built by"
    assert urls(jira_linkfake) == [BUILD["url"]]
    assert client.delete_issue_remote_link_by_id("WEB-1", link["id"]) is None
    assert urls(jira_linkfake) == []


def test_atlassian_in_version_3(atlassian, jira_linkfake):
    """The client of version 3 does so too, and removes by global id."""
    client = atlassian(JiraCloud)
    link = client.create_or_update_remote_issue_link("WEB-1", data={"globalId": "ci=7&b", "object": BUILD})
    assert client.get_remote_issue_links("WEB-1", global_id="ci=7&b")["object"]["title"] == "Build 7"
    client.update_remote_issue_link("WEB-1", link["id"], data={"globalId": "ci=7&b", "object": AGAIN})
    assert client.get_remote_issue_link_by_id("WEB-1", link["id"])["object"]["title"] == "Build 8"
    assert urls(jira_linkfake) == [AGAIN["url"]]
    client.delete_remote_issue_link_by_global_id("WEB-1", global_id="ci=7&b")
    assert urls(jira_linkfake) == []
    with pytest.raises(HTTPError):
        client.get_remote_issue_links("WEB-1", global_id="ci=7&b")


def test_atlassian_tells_that_the_permission_is_missing(atlassian, jira_linkfake):
    """Without Link issues nothing is stored, and the client says why."""
    jira_linkfake.deny("LINK_ISSUES", project="WEB")
    with pytest.raises(HTTPError) as caught:
        atlassian(Jira).create_or_update_issue_remote_links("WEB-1", *BUILD.values())
    assert caught.value.response.status_code == 403
    assert "No Link Issue Permission for issue 'WEB-1'" in str(caught.value)
    assert urls(jira_linkfake) == []


def test_pycontribs_knows_no_application_links(pycontribs, jira_linkfake):
    """An administrator is told that there are none, and the library warns of nothing."""
    jira_linkfake.allow_only("ADMINISTER", "alice")
    pycontribs.add_remote_link("WEB-1", BUILD)
    assert pycontribs.applicationlinks() == []

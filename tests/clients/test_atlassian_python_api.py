"""atlassian-python-api makes, reads and deletes links and their types, and tells what Jira refuses."""

from __future__ import annotations

from contextlib import ExitStack

import pytest
from atlassian import Jira
from atlassian.jira import JiraCloud
from requests import HTTPError
from requests.exceptions import RetryError

from tests.clients.refusals import UNSEEN

ALICE = ("alice@example.com", "alice-token")
TESTS = {"name": "Tests", "inward": "is tested by", "outward": "tests"}
TAKEN = "You cannot create two issue link types with the same name."


def link(name, source, destination, comment=None):
    """Return the body that asks for a link."""
    body = {"type": {"name": name}, "inwardIssue": {"key": source}, "outwardIssue": {"key": destination}}
    return body if comment is None else {**body, "comment": comment}


def uses_of_jira(client):
    """Return what the words of the table of refusals are with `Jira`, which speaks version 2."""
    return {
        "link": lambda *link_and_comment: client.create_issue_link(link(*link_and_comment)),
        "read": client.get_issue_link,
        "delete": client.remove_issue_link,
        "list types": client.get_issue_link_types,
        "read type": client.get_issue_link_type,
        "read issue": client.get_issue,
        "read comments": client.issue_get_comments,
    }


def uses_of_jira_cloud(client):
    """Return what the words of the table of refusals are with `JiraCloud`, which speaks version 3."""
    return {
        "link": lambda *link_and_comment: client.link_issues(data=link(*link_and_comment)),
        "read": client.get_issue_link,
        "delete": client.delete_issue_link,
        "list types": client.get_issue_link_types,
        "read type": client.get_issue_link_type,
        "read issue": client.get_issue,
        "read comments": client.get_comments,
    }


@pytest.fixture
def connect(site):
    """Make clients of the site, which takes a class and its arguments, and close them."""
    with ExitStack() as clients:

        def connect(client_class, *credentials, **options):
            return clients.enter_context(client_class(site.url, *credentials, **options))

        yield connect


@pytest.fixture
def client(connect):
    """A client of version 2 that is signed in as alice."""
    return connect(Jira, *ALICE)


@pytest.fixture
def cloud_client(connect):
    """A client of version 3 that is signed in as alice."""
    return connect(JiraCloud, *ALICE)


@pytest.fixture(params=[(Jira, uses_of_jira), (JiraCloud, uses_of_jira_cloud)], ids=["v2", "v3"])
def uses(request, connect):
    """What the words of the table of refusals are with either class, signed in as alice."""
    client_class, uses_of = request.param
    return uses_of(connect(client_class, *ALICE))


def test_links_issues(uses, jira_linkfake):
    """The issue that is sent as inwardIssue reads the outward phrase; there is no answer to parse."""
    assert uses["link"]("Blocks", "WEB-1", "WEB-2") is None

    assert [str(made) for made in jira_linkfake.recorded_links] == ["WEB-1 blocks WEB-2"]


def test_repeated_link_is_made_once(uses, jira_linkfake):
    """A second request for the same link succeeds and makes none."""
    for _ in range(2):
        uses["link"]("Blocks", "WEB-1", "WEB-2")

    assert jira_linkfake.sentences() == ["WEB-1 blocks WEB-2"]


def test_issue_shows_the_other_end_only(uses):
    """An issue's link holds the other issue under the side that it is on, and nothing under the other side."""
    uses["link"]("Blocks", "WEB-1", "WEB-2")

    (of_source,) = uses["read issue"]("WEB-1", fields="issuelinks")["fields"]["issuelinks"]
    (of_destination,) = uses["read issue"]("WEB-2", fields="issuelinks")["fields"]["issuelinks"]
    assert (of_source["type"]["outward"], of_source["outwardIssue"]["key"]) == ("blocks", "WEB-2")
    assert (of_destination["type"]["inward"], of_destination["inwardIssue"]["key"]) == ("is blocked by", "WEB-1")
    assert "inwardIssue" not in of_source
    assert "outwardIssue" not in of_destination


def test_reads_and_deletes_a_link_once(uses, jira_linkfake, unchanged):
    """A link is read with both its ends and deleted by its id; doing so again raises what Jira says."""
    link_id = jira_linkfake.add_link("WEB-1", "blocks", "WEB-2").id

    read = uses["read"](link_id)
    assert (read["inwardIssue"]["key"], read["outwardIssue"]["key"]) == ("WEB-1", "WEB-2")
    uses["delete"](link_id)
    jira_linkfake.assert_no_links()
    with unchanged(), pytest.raises(HTTPError) as caught:
        uses["delete"](link_id)
    assert (caught.value.response.status_code, str(caught.value)) == (404, f"No issue link with id '{link_id}' exists.")


def test_wrong_use_raises_what_jira_says(refusal, uses, unchanged):
    """Each wrong use raises an error with Jira's status and all that it says, and changes nothing."""
    with unchanged(), pytest.raises(HTTPError) as caught:
        uses[refusal.use](*refusal.args)

    assert caught.value.response.status_code == refusal.status
    assert str(caught.value) == "\n".join(refusal.messages + refusal.errors)


def test_comment_is_a_text_in_version_2(client, jira_linkfake):
    """With version 2 a comment is a text, which lands on the source and not on the destination."""
    client.create_issue_link(link("Duplicate", "WEB-2", "WEB-1", comment={"body": "The same crash"}))

    (comment,) = client.issue_get_comments("WEB-2")["comments"]
    assert (comment["body"], comment["author"]["displayName"]) == ("The same crash", "alice")
    assert client.issue_get_comments("WEB-1")["total"] == 0
    jira_linkfake.assert_linked("WEB-2", "duplicates", "WEB-1")


def test_comment_is_a_document_in_version_3(cloud_client, client):
    """With version 3 a comment is an Atlassian document; version 2 reads it as a text."""
    paragraph = {"type": "paragraph", "content": [{"type": "text", "text": "The same crash"}]}
    document = {"type": "doc", "version": 1, "content": [paragraph]}
    cloud_client.link_issues(data=link("Duplicate", "WEB-2", "WEB-1", comment={"body": document}))

    assert [comment["body"] for comment in cloud_client.get_comments("WEB-2")["comments"]] == [document]
    assert [comment["body"] for comment in client.issue_get_comments("WEB-2")["comments"]] == ["The same crash"]


def test_text_is_no_comment_in_version_3(cloud_client, unchanged):
    """A comment as version 2 has it is refused by version 3, and no link is made either."""
    with unchanged(), pytest.raises(HTTPError) as caught:
        cloud_client.link_issues(data=link("Duplicate", "WEB-2", "WEB-1", comment={"body": "The same crash"}))

    assert (caught.value.response.status_code, str(caught.value)) == (400, "Comment body is not valid!")


@pytest.mark.parametrize("visibility", [{"type": "group", "value": "support"}, {"type": "role", "value": "Developers"}])
def test_restricted_comment_is_read_by_members_only(connect, client, jira_linkfake, visibility):
    """A comment for a group or a role is there for its members, and for nobody else."""
    comment = {"body": "Between us", "visibility": visibility}
    client.create_issue_link(link("Blocks", "WEB-1", "WEB-2", comment=comment))

    (read,) = client.issue_get_comments("WEB-1")["comments"]
    assert visibility.items() <= read["visibility"].items()
    assert connect(Jira, *jira_linkfake.auth).issue_get_comments("WEB-1")["total"] == 0


def test_lists_the_link_types(client, cloud_client):
    """Both classes list the types of a fresh Cloud site."""
    names = ["Blocks", "Cloners", "Duplicate", "Relates"]

    assert client.get_issue_link_types_names() == names
    assert [one["name"] for one in cloud_client.get_issue_link_types()["issueLinkTypes"]] == names


@pytest.fixture
def administrator(connect, jira_linkfake):
    """A client that is signed in as the default user, who may administer Jira."""
    return connect(Jira, *jira_linkfake.auth)


def test_administrator_makes_changes_and_deletes_a_type(administrator, jira_linkfake):
    """A new type links issues, keeps what a change leaves out, and takes its links with it when it goes."""
    type_id = administrator.create_issue_link_type("Tests", "is tested by", "tests")["id"]
    administrator.create_issue_link(link("Tests", "WEB-1", "WEB-2"))
    administrator.update_issue_link_type(type_id, {"outward": "covers"})

    assert jira_linkfake.sentences() == ["WEB-1 covers WEB-2"]
    assert administrator.get_issue_link_type(type_id)["inward"] == "is tested by"
    administrator.delete_issue_link_type(type_id)
    jira_linkfake.assert_no_links()
    assert administrator.get_issue_link_types_names() == ["Blocks", "Cloners", "Duplicate", "Relates"]


@pytest.mark.parametrize(("answers", "status"), [("documented", 404), ("observed", 400)])
def test_taken_name_is_refused_by_jira(administrator, jira_linkfake, unchanged, answers, status):
    """A type's name that is taken is refused, where the client does not check it itself."""
    jira_linkfake.answers = answers
    with unchanged(), pytest.raises(HTTPError) as caught:
        administrator.create_issue_link_type_by_json({**TESTS, "name": "Blocks"})

    assert (caught.value.response.status_code, str(caught.value)) == (status, TAKEN)


@pytest.mark.parametrize(("answers", "status"), [("documented", 404), ("observed", 403)])
@pytest.mark.parametrize(
    "change",
    [
        lambda client: client.create_issue_link_type_by_json(TESTS),
        lambda client: client.update_issue_link_type("10000", TESTS),
        lambda client: client.delete_issue_link_type("10000"),
    ],
    ids=["create", "update", "delete"],
)
def test_types_are_changed_by_administrators_only(client, jira_linkfake, unchanged, change, answers, status):
    """Who is no administrator changes no type."""
    jira_linkfake.answers = answers
    with unchanged(), pytest.raises(HTTPError, match="administrator") as caught:
        change(client)

    assert caught.value.response.status_code == status


def test_token_says_who_links(gateway, jira_linkfake):
    """A Bearer token makes every request at the gateway the user's own."""
    with Jira(gateway, token="alice-token") as client:
        client.create_issue_link(link("Blocks", "WEB-1", "WEB-2"))

    jira_linkfake.assert_linked("WEB-1", "blocks", "WEB-2")
    assert [exchange.caller for exchange in jira_linkfake.exchanges] == [None, "alice"]


@pytest.mark.jira_linkfake(credentials="issued")
@pytest.mark.parametrize(
    ("answers", "status", "text"),
    [("documented", 401, "Unauthorized (401)"), ("observed", 404, f"{UNSEEN}\n{UNSEEN}")],
)
def test_wrong_credentials_are_refused(connect, jira_linkfake, unchanged, answers, status, text):
    """A wrong token is a failed login by Jira's reference; on real sites it makes the caller anonymous."""
    jira_linkfake.answers = answers
    client = connect(Jira, username="alice@example.com", password="not-hers")
    with unchanged(), pytest.raises(HTTPError) as caught:
        client.create_issue_link(link("Blocks", "WEB-1", "WEB-2"))

    assert (caught.value.response.status_code, str(caught.value)) == (status, text)


@pytest.mark.jira_linkfake(link_limit=0)
def test_client_that_backs_off_asks_in_vain(connect, jira_linkfake, unchanged):
    """The client's own retries take Jira's 413 for a passing trouble, and give up after as many as they may."""
    client = connect(Jira, *ALICE, backoff_and_retry=True, max_backoff_retries=2, backoff_factor=0, backoff_jitter=0)
    with unchanged(), pytest.raises(RetryError, match="413"):
        client.create_issue_link(link("Blocks", "WEB-1", "WEB-2"))

    assert [exchange.status for exchange in jira_linkfake.exchanges] == [413, 413, 413]

"""pycontribs' `jira` makes, reads and deletes links, and tells what Jira refuses."""

from __future__ import annotations

from contextlib import ExitStack, closing

import pytest
from jira import JIRA, JIRAError

from jira_linkfake import scenarios
from tests.clients.refusals import UNSEEN

ALICE = ("alice@example.com", "alice-token")
ENDS = ("source", "destination")
LOGIN_NEEDED = "Client must be authenticated to access this resource."


@pytest.fixture
def connect(site):
    """Make clients of the site, which takes the arguments of `JIRA`, and close them."""
    with ExitStack() as clients:
        yield lambda **arguments: clients.enter_context(closing(JIRA(server=site.url, **arguments)))


@pytest.fixture
def client(connect):
    """A client that is signed in as alice."""
    return connect(basic_auth=ALICE)


@pytest.fixture
def uses(client):
    """What the words of the table of refusals are with this client."""
    return {
        "link": client.create_issue_link,
        "read": client.issue_link,
        "delete": client.delete_issue_link,
        "list types": client.issue_link_types,
        "read type": client.issue_link_type,
        "read issue": client.issue,
        "read comments": client.comments,
    }


@pytest.mark.parametrize(
    ("type_or_phrase", "sentence"),
    [
        ("Blocks", "WEB-1 blocks WEB-2"),
        ("blocks", "WEB-1 blocks WEB-2"),
        ("is blocked by", "WEB-2 blocks WEB-1"),
        ("Relates", "WEB-1 relates to WEB-2"),
    ],
)
def test_links_by_name_and_by_phrase(client, jira_linkfake, type_or_phrase, sentence):
    """The first issue reads the name's outward phrase, or the phrase that is given."""
    response = client.create_issue_link(type_or_phrase, "WEB-1", "WEB-2")

    assert (response.status_code, response.content) == (201, b"")
    assert jira_linkfake.sentences() == [sentence]
    assert [str(link) for link in jira_linkfake.recorded_links] == [sentence]


def test_comment_lands_on_the_source(client, jira_linkfake):
    """A link's comment is read back on its source, not on its destination."""
    client.create_issue_link("Duplicate", "WEB-2", "WEB-1", comment={"body": "The same crash"})

    assert [comment.body for comment in client.comments("WEB-2")] == ["The same crash"]
    assert client.comments("WEB-2")[0].author.displayName == "alice"
    assert client.comments("WEB-1") == []
    jira_linkfake.assert_linked("WEB-2", "duplicates", "WEB-1")


def test_document_is_a_comment_in_version_3(connect):
    """With version 3 of the API a comment is an Atlassian document, and is read back as it was sent."""
    client = connect(basic_auth=ALICE, options={"rest_api_version": "3"})
    paragraph = {"type": "paragraph", "content": [{"type": "text", "text": "The same crash"}]}
    document = {"type": "doc", "version": 1, "content": [paragraph]}
    client.create_issue_link("Duplicate", "WEB-2", "WEB-1", comment={"body": document})

    assert [comment.raw["body"] for comment in client.comments("WEB-2")] == [document]


@pytest.mark.parametrize("visibility", [{"type": "group", "value": "support"}, {"type": "role", "value": "Developers"}])
def test_restricted_comment_is_read_by_members_only(connect, client, jira_linkfake, visibility):
    """A comment for a group or a role is there for its members, and for nobody else."""
    client.create_issue_link("Blocks", "WEB-1", "WEB-2", comment={"body": "Between us", "visibility": visibility})

    (comment,) = client.comments("WEB-1")
    assert (comment.visibility.type, comment.visibility.value) == (visibility["type"], visibility["value"])
    assert connect(basic_auth=jira_linkfake.auth).comments("WEB-1") == []


def test_repeated_link_is_made_once(client, jira_linkfake):
    """A second request for the same link succeeds and makes none."""
    for _ in range(2):
        assert client.create_issue_link("Blocks", "WEB-1", "WEB-2").status_code == 201

    assert [str(link) for link in jira_linkfake.recorded_links] == ["WEB-1 blocks WEB-2"]


def test_issue_shows_the_other_end_only(client):
    """An issue's link holds the other issue under the side that it is on, and nothing under the other side."""
    client.create_issue_link("Blocks", "WEB-1", "WEB-2")

    (of_source,) = client.issue("WEB-1").fields.issuelinks
    (of_destination,) = client.issue("WEB-2", fields="issuelinks").fields.issuelinks
    assert (of_source.type.outward, of_source.outwardIssue.key) == ("blocks", "WEB-2")
    assert (of_destination.type.inward, of_destination.inwardIssue.key) == ("is blocked by", "WEB-1")
    assert not hasattr(of_source, "inwardIssue")
    assert not hasattr(of_destination, "outwardIssue")
    assert of_source.id == of_destination.id


def test_reads_a_link_by_its_id(client, jira_linkfake):
    """A link has both its ends, with the fields of a linked issue, and an address of its own."""
    made = jira_linkfake.add_link("WEB-1", "blocks", "WEB-2")

    link = client.issue_link(str(made.id))
    assert (link.inwardIssue.key, link.type.outward, link.outwardIssue.key) == ("WEB-1", "blocks", "WEB-2")
    assert link.outwardIssue.fields.status.name == "To Do"
    assert link.self == f"{client.server_url}/rest/api/2/issueLink/{made.id}"


def test_deletes_a_link_that_an_issue_shows(client, jira_linkfake):
    """A link that was read from an issue deletes itself, and both issues have none."""
    jira_linkfake.add_link("WEB-1", "blocks", "WEB-2")

    assert client.issue("WEB-2").fields.issuelinks[0].delete().status_code == 204
    assert [client.issue(key).fields.issuelinks for key in ("WEB-1", "WEB-2")] == [[], []]
    jira_linkfake.assert_no_links()


def test_deletes_a_link_by_its_id_once(client, jira_linkfake, unchanged):
    """A link is deleted by its id; doing so again raises what Jira says."""
    link_id = str(jira_linkfake.add_link("WEB-1", "blocks", "WEB-2").id)

    assert client.delete_issue_link(link_id).status_code == 204
    jira_linkfake.assert_no_links()
    with unchanged(), pytest.raises(JIRAError) as caught:
        client.delete_issue_link(link_id)
    assert (caught.value.status_code, caught.value.text) == (404, f"No issue link with id '{link_id}' exists.")


def test_lists_the_link_types(client):
    """The types are those of a fresh Cloud site, each is read by its id, and each leads to itself."""
    types = client.issue_link_types()

    assert [(one.id, one.name, one.inward, one.outward) for one in types] == [
        ("10000", "Blocks", "is blocked by", "blocks"),
        ("10001", "Cloners", "is cloned by", "clones"),
        ("10002", "Duplicate", "is duplicated by", "duplicates"),
        ("10003", "Relates", "relates to", "relates to"),
    ]
    assert [client.issue_link_type(one.id).raw for one in types] == [one.raw for one in types]


def test_wrong_use_raises_what_jira_says(refusal, uses, unchanged):
    """Each wrong use raises an error with Jira's status and text, and changes nothing."""
    with unchanged(), pytest.raises(JIRAError) as caught:
        uses[refusal.use](*refusal.args)

    assert caught.value.status_code == refusal.status
    assert caught.value.text == ", ".join(refusal.errors or refusal.messages)


def test_credentials_say_who_links(connect, jira_linkfake):
    """Basic credentials make every request the user's own."""
    client = connect(basic_auth=ALICE)
    client.create_issue_link("Blocks", "WEB-1", "WEB-2")

    assert client.myself()["displayName"] == "alice"
    assert {exchange.caller for exchange in jira_linkfake.exchanges} == {"alice"}


@pytest.mark.parametrize("credentials", [{"basic_auth": ALICE}, {"token_auth": "alice-token"}], ids=["basic", "token"])
def test_credentials_say_who_links_at_the_gateway(gateway, site, jira_linkfake, credentials):
    """So do both kinds at Atlassian's gateway, whose addresses the client goes on with; the site's own is told."""
    with closing(JIRA(server=gateway, **credentials)) as client:
        client.create_issue_link("Blocks", "WEB-1", "WEB-2")
        (link,) = client.issue("WEB-1").fields.issuelinks
        assert link.outwardIssue.self.startswith(f"{gateway}/rest/api/2/issue/")
        assert client.server_info()["baseUrl"] == site.url

    jira_linkfake.assert_linked("WEB-1", "blocks", "WEB-2")
    assert {exchange.caller for exchange in jira_linkfake.exchanges} == {None, "alice"}


def test_history_of_a_link(client):
    """The history beside an issue tells a link that was made and one that was removed, the newest change first."""
    client.create_issue_link("Blocks", "WEB-1", "WEB-2")
    client.delete_issue_link(client.issue("WEB-1").fields.issuelinks[0].id)

    changes = [
        (entry.author.displayName, item.field, item.fromString, item.toString)
        for entry in client.issue("WEB-2", expand="changelog").changelog.histories
        for item in entry.items
    ]
    assert changes == [
        ("alice", "Link", "This work item is blocked by WEB-1", None),
        ("alice", "Link", None, "This work item is blocked by WEB-1"),
    ]


def test_receiver_of_webhooks_links_with_the_client(client, jira_linkfake):
    """A receiver that is told of a link makes another with the same client, which is told in its turn."""
    events = []

    def relate(payload):
        events.append(payload["webhookEvent"])
        source, destination = (client.issue(str(payload["issueLink"][f"{end}IssueId"])) for end in ENDS)
        client.create_issue_link("Relates", source.key, destination.key)

    jira_linkfake.webhooks.register(relate, events=["issuelink_created"])
    client.create_issue_link("Blocks", "WEB-1", "WEB-2")

    jira_linkfake.webhooks.assert_delivered()
    assert jira_linkfake.sentences() == ["WEB-1 blocks WEB-2", "WEB-1 relates to WEB-2"]
    assert events == ["issuelink_created", "issuelink_created"]


WRONG = ("alice@example.com", "not-hers")


@pytest.mark.jira_linkfake(credentials="issued")
def test_wrong_credentials_fail_at_once(connect, unchanged):
    """By Jira's reference a wrong token is refused at the first request, which the client sends to connect."""
    with unchanged(), pytest.raises(JIRAError) as caught:
        connect(basic_auth=WRONG)

    assert (caught.value.status_code, caught.value.text) == (401, LOGIN_NEEDED)


@pytest.mark.jira_linkfake(credentials="issued", answers="observed")
def test_wrong_credentials_go_unnoticed_on_real_sites(connect, unchanged):
    """On real sites a wrong token makes the caller anonymous, so that connecting works and no issue is found."""
    client = connect(basic_auth=WRONG)
    with unchanged(), pytest.raises(JIRAError) as caught:
        client.create_issue_link("Blocks", "WEB-1", "WEB-2")

    assert (caught.value.status_code, caught.value.text) == (404, f"{UNSEEN}, {UNSEEN}")
    assert caught.value.response.headers["X-Seraph-LoginReason"] == "AUTHENTICATED_FAILED"


@pytest.mark.parametrize(
    ("answers", "status", "text"), [("documented", 401, LOGIN_NEEDED), ("observed", 404, f"{UNSEEN}, {UNSEEN}")]
)
def test_anonymous_client_is_refused(connect, jira_linkfake, unchanged, answers, status, text):
    """A client without credentials connects, and may link nothing."""
    jira_linkfake.answers = answers
    client = connect()
    with unchanged(), pytest.raises(JIRAError) as caught:
        client.create_issue_link("Blocks", "WEB-1", "WEB-2")

    assert (caught.value.status_code, caught.value.text) == (status, text)


@pytest.mark.jira_linkfake(scenario="anonymous_access")
def test_anonymous_client_links_on_a_public_site(connect, jira_linkfake):
    """A client without credentials links where anyone may."""
    connect().create_issue_link("Blocks", "WEB-1", "WEB-2")

    jira_linkfake.assert_linked("WEB-1", "blocks", "WEB-2")


@pytest.mark.parametrize(
    ("fault", "waited"),
    [
        (scenarios.rate_limited(retry_after=0, times=3), 2 + 2 + 2),
        (scenarios.rate_limited(retry_after=30, times=1), 60),
        (scenarios.rate_limited(retry_after=None, times=2), 20 + 40),
        (scenarios.rate_limited(retry_after=7, html=True, times=1), 14),
        (scenarios.unavailable(retry_after=5, times=2), 10 + 10),
        (scenarios.connection_reset(times=1), 20),
    ],
    ids=repr,
)
def test_retries_without_a_wait(client, jira_linkfake, fault, waited):
    """The client's own retries go by the site's clock, by as much as it says less its jitter, and then it links."""
    fault(jira_linkfake)
    before = jira_linkfake.clock.now

    with jira_linkfake.clock.patch_sleep():
        client.create_issue_link("Blocks", "WEB-1", "WEB-2")

    assert jira_linkfake.sentences() == ["WEB-1 blocks WEB-2"]
    assert waited / 2 <= (jira_linkfake.clock.now - before).total_seconds() - 1 <= waited


@pytest.mark.parametrize(
    ("fault", "status"), [(scenarios.rate_limited(retry_after=1), 429), (scenarios.unavailable(retry_after=1), 503)]
)
def test_gives_up_after_four_attempts(client, jira_linkfake, fault, status):
    """A client that has tried four times raises what Jira says."""
    fault(jira_linkfake)

    with jira_linkfake.clock.patch_sleep(), pytest.raises(JIRAError) as caught:
        client.create_issue_link("Blocks", "WEB-1", "WEB-2")

    assert caught.value.status_code == status
    assert [exchange.status for exchange in jira_linkfake.exchanges][-4:] == [status] * 4


def test_unavailable_without_a_time_is_not_tried_again(client, jira_linkfake):
    """Of a 503 that does not say when to come back the client makes an error at once."""
    scenarios.unavailable(jira_linkfake)
    before = len(jira_linkfake.exchanges)

    with pytest.raises(JIRAError, match="Service temporarily unavailable"):
        client.issue("WEB-1")

    assert len(jira_linkfake.exchanges) - before == 1


def test_captcha_is_told(client, jira_linkfake):
    """The client tells the reason that Jira has put in a header."""
    scenarios.captcha(jira_linkfake)

    with pytest.raises(JIRAError, match="CAPTCHA_CHALLENGE"):
        client.issue("WEB-1")

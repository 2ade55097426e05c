"""Assertions that fail with what happened instead."""

import pytest

from jira_linkfake import UsageError


def _failure(assertion, *sentence):
    """Return the text of an assertion that fails."""
    with pytest.raises(AssertionError) as caught:
        assertion(*sentence)
    return str(caught.value).splitlines()


@pytest.mark.parametrize(
    "sentence",
    [("APP-1", "blocks", "LIB-1"), ("LIB-1", "is blocked by", "APP-1"), ("app-1", "blocks", "lib-1")],
)
def test_link_is_asserted_with_either_phrase(jira, sentence):
    """A link that is there is linked, said from either end, and its absence cannot be asserted."""
    jira.add_link("APP-1", "blocks", "LIB-1")
    jira.assert_linked(*sentence)
    assert _failure(jira.assert_not_linked, *sentence)


def test_issues_can_be_handed_over(jira):
    """Assertions take what `add_issue` returned as well as keys."""
    source, destination = jira.add_issues("NEW-1", "NEW-2")
    jira.assert_not_linked(source, "clones", destination)
    jira.add_link(source, "clones", destination)
    jira.assert_linked(source, "clones", destination)


def test_missing_link_tells_the_links_there_are(jira):
    """A failed assertion lists the links there are, and takes none between other issues for a near miss."""
    jira.add_link("APP-2", "clones", "LIB-1")
    jira.add_link("APP-1", "blocks", "APP-2")
    assert _failure(jira.assert_linked, "APP-1", "blocks", "LIB-1") == [
        "APP-1 blocks LIB-1 is not linked.",
        "Links on the site:",
        "  APP-2 clones LIB-1",
        "  APP-1 blocks APP-2",
        (
            "No request reached https://your-domain.atlassian.net, nor any other host, since the site was opened:"
            " the code sent none, or swallowed an error before."
        ),
    ]


def test_missing_link_tells_that_there_are_none(jira):
    """A failed assertion says so where there are no links at all."""
    assert _failure(jira.assert_linked, "APP-1", "blocks", "LIB-1")[1:] == [
        "Links on the site:",
        "  (none)",
        (
            "No request reached https://your-domain.atlassian.net, nor any other host, since the site was opened:"
            " the code sent none, or swallowed an error before."
        ),
    ]


def test_reverse_link_is_told(jira):
    """A failed assertion says so where the reverse link is there, and how a request names the two."""
    jira.add_link("LIB-1", "blocks", "APP-1")
    assert _failure(jira.assert_linked, "APP-1", "blocks", "LIB-1")[1] == (
        "The reverse is: LIB-1 blocks APP-1. "
        '(The issue that a request names as inwardIssue is the one that "blocks" the other.)'
    )
    jira.assert_not_linked("APP-1", "blocks", "LIB-1")


@pytest.mark.parametrize("phrase", ["clones", "is cloned by"])
def test_other_type_is_told(jira, phrase):
    """A failed assertion says so where the same pair is linked with another type, in either direction."""
    link = jira.add_link("APP-1", phrase, "LIB-1")
    assert _failure(jira.assert_linked, "APP-1", "blocks", "LIB-1")[1] == (
        f"Linked with another type: {link} (Cloners)."
    )


def test_deleted_link_is_told(jira, post_link):
    """A failed assertion says so where the link was there until a request deleted it."""
    post_link(jira)
    jira.client().delete("/rest/api/3/issueLink/10000", auth=jira.auth)
    assert _failure(jira.assert_linked, "LIB-1", "is blocked by", "APP-1")[1] == (
        "It was there until: DELETE /rest/api/3/issueLink/10000 by admin -> 204, removed 'APP-1 blocks LIB-1'"
    )


def test_refused_requests_are_told_with_their_true_reasons(jira, post_link):
    """A failed assertion lists the refused requests with what Jira's own answer hides, and what sites answered."""
    alice = jira.add_user("alice")
    internal = jira.add_security_level("Internal", project="LIB")
    jira.add_issue("LIB-9", security_level=internal)
    jira.deny("LINK_ISSUES", alice, project="APP")
    post_link(jira, auth=alice.auth)
    post_link(jira, "LIB-1", "Blocks", "LIB-9", auth=alice.auth)
    post_link(jira, "APP-1", "Blocks", "APP-2", auth=None)
    post_link(jira, "APP-1", "Clones", "APP-2")
    post_link(jira, "APP-1", "Relates", "APP-2")
    failure = _failure(jira.assert_linked, "APP-1", "blocks", "LIB-1")
    by_alice, by_nobody, by_admin = (
        f"  POST /rest/api/3/issueLink by {who} -> " for who in ("alice", "an anonymous caller", "admin")
    )
    assert failure[failure.index("Refused requests:") + 1 :] == [
        by_alice
        + "404 NoLinkPermission: alice does not hold Link issues in APP, the project of the source APP-1"
        + " (sites were seen to answer 401)",
        by_alice + "404 IssueHidden: alice may not see LIB-9: security level Internal",
        by_nobody
        + "401 IssueHidden: no credentials were sent"
        + "; an anonymous caller may not see APP-1: no Browse projects in APP"
        + "; an anonymous caller may not see APP-2: no Browse projects in APP (sites were seen to answer 404)",
        by_admin
        + "404 LinkTypeUnknown: there is no link type with name 'Clones', only 'Blocks', 'Cloners',"
        + " 'Duplicate', 'Relates'; did you mean 'Cloners'?",
    ]


def test_unwanted_link_tells_the_request_that_made_it(jira, post_link):
    """A failed `assert_not_linked` names the request that made the link."""
    post_link(jira)
    assert _failure(jira.assert_not_linked, "LIB-1", "is blocked by", "APP-1") == [
        "LIB-1 is blocked by APP-1 is linked: APP-1 blocks LIB-1, made by POST /rest/api/3/issueLink."
    ]


def test_unwanted_link_tells_that_the_test_seeded_it(jira):
    """A failed `assert_not_linked` says so where no request made the link."""
    jira.add_link("APP-1", "blocks", "LIB-1")
    assert _failure(jira.assert_not_linked, "APP-1", "blocks", "LIB-1") == [
        "APP-1 blocks LIB-1 is linked: APP-1 blocks LIB-1, seeded by the test."
    ]


def test_no_links_tells_every_link_and_its_origin(jira, post_link):
    """`assert_no_links` passes while there are none, and else lists each with its origin."""
    jira.assert_no_links()
    jira.add_link("APP-2", "clones", "LIB-1")
    post_link(jira)
    assert _failure(jira.assert_no_links) == [
        "There are links.",
        "Links on the site:",
        "  APP-2 clones LIB-1, seeded by the test",
        "  APP-1 blocks LIB-1, made by POST /rest/api/3/issueLink",
    ]


@pytest.mark.parametrize("name", ["assert_linked", "assert_not_linked"])
@pytest.mark.parametrize(
    ("sentence", "error"),
    [
        (("APP-3", "blocks", "LIB-1"), "there is no issue 'APP-3' on the site: did you mean 'APP-2'?"),
        (("APP-1", "blocks", "LIBS-1"), "there is no issue 'LIBS-1' on the site: did you mean 'LIB-1'?"),
        (("APP-1", "block", "LIB-1"), "no link type reads 'block': did you mean 'blocks'?"),
    ],
)
def test_unknown_word_is_an_error(jira, name, sentence, error):
    """An issue or phrase that the site does not have is an error that names the nearest, never a silent pass."""
    with pytest.raises(UsageError) as caught:
        getattr(jira, name)(*sentence)
    assert str(caught.value) == error


@pytest.mark.parametrize("verb", ["assert_linked", "assert_not_linked"])
def test_an_issue_linked_to_itself_is_a_mistake(jira, verb):
    """No issue is ever linked to itself, so that asserting it, or its absence, says nothing."""
    with pytest.raises(UsageError, match="Jira links no issue to itself: APP-1 blocks APP-1"):
        getattr(jira, verb)("APP-1", "blocks", "APP-1")


def test_remote_link_is_asserted_by_its_url(jira):
    """An issue that has a remote link to the URL, whatever else it has, is remotely linked."""
    issue = jira.add_issue("NEW-1")
    for url in ("https://example.com/1", "https://example.com/2", "https://example.com/1"):
        jira.add_remote_link(issue, url)
    jira.assert_remotely_linked("new-1", "https://example.com/1")
    jira.assert_remotely_linked(issue, "https://example.com/2")


def test_missing_remote_link_tells_what_is_there_and_what_is_near(jira):
    """The failure lists the issue's remote links, those that are nearly the same, and other issues' to that URL."""
    jira.add_remote_link("APP-1", "https://example.com/Build/?id=7", relationship="built by")
    jira.add_remote_link("APP-1", "https://example.com/other")
    jira.add_remote_link("LIB-1", "https://example.com/build", title="Build")
    jira.client().post("/rest/api/3/issue/APP-1/remotelink", json={}, auth=jira.auth)
    assert _failure(jira.assert_remotely_linked, "APP-1", "https://example.com/build") == [
        "APP-1 has no remote link to https://example.com/build.",
        "Nearly the same is: https://example.com/Build/?id=7.",
        "LIB-1 has one to it: Build.",
        "Remote links of APP-1:",
        "  built by https://example.com/Build/?id=7",
        "  links to https://example.com/other",
        "Refused requests:",
        (
            "  POST /rest/api/3/issue/APP-1/remotelink by admin -> 400 RemoteLinkUrlMissing, RemoteLinkTitleMissing: "
            "the remote link has no object.url; the remote link has no object.title"
        ),
    ]


def test_missing_remote_link_of_an_issue_without_any(jira):
    """The failure says so where the issue has no remote link; an unknown issue is a mistake of the test."""
    assert _failure(jira.assert_remotely_linked, "APP-1", "https://example.com") == [
        "APP-1 has no remote link to https://example.com.",
        "Remote links of APP-1:",
        "  (none)",
        (
            "No request reached https://your-domain.atlassian.net, nor any other host, since the site was opened:"
            " the code sent none, or swallowed an error before."
        ),
    ]
    with pytest.raises(UsageError, match="did you mean 'APP-2'"):
        jira.assert_remotely_linked("APP-9", "https://example.com")

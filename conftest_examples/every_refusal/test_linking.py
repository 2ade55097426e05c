"""One test for each way in which Jira refuses a link, or fails while it is made."""

import pytest
import requests
from jira_linkfake import every_refusal

import linking

# What the naive code fails at: connections that break, and whatever is not JSON with a message in it.
BEYOND_THE_NAIVE_ONE = {
    *("connection-refused", "connection-reset", "timeout", "lost-reply"),
    *("captcha", "bad-gateway", "rate-limited-with-a-page", "login-page"),
    *("wrong-token-documented", "wrong-token-observed"),
}


def prove(link, jira, refusal):
    """Prove that code handles a refusal: it says what Jira says, and of the link nothing that is not true."""
    outcome = link(jira.url, jira.auth, refusal.source, refusal.destination)

    refusal.assert_links(jira)
    assert outcome.linked in (None, refusal.link_exists)
    assert (outcome.linked is None) == (refusal.status is None)
    assert outcome.why
    if refusal.message:
        assert outcome.why == refusal.message


@every_refusal()
def test_careful_code_handles_all_of_them(jira_linkfake, refusal):
    prove(linking.link, jira_linkfake, refusal)


@every_refusal()
def test_naive_code_handles_some(jira_linkfake, refusal):
    if str(refusal) in BEYOND_THE_NAIVE_ONE:
        with pytest.raises((AssertionError, requests.RequestException)):
            prove(linking.link_naively, jira_linkfake, refusal)
    else:
        prove(linking.link_naively, jira_linkfake, refusal)

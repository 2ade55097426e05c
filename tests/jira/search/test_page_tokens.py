"""The tokens of a search's pages."""

import pytest

from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.search.rest import place_after, read_token, token_after
from jira_linkfake.rest.refusals import PageTokenInvalid

JQL = "project = APP"


@pytest.fixture
def issues(jira):
    """Four issues, as a search found them."""
    jira.add_issue("APP-3")
    return list(jira.site.issues.values())


def test_token_leads_to_what_follows_its_page(issues):
    """The next page begins after the issue that the page before ended with."""
    assert place_after(*read_token(token_after(JQL, issues, 2), JQL), issues) == 2


def test_token_follows_its_issue(issues):
    """Where issues have come or gone before it, the page begins after the same issue all the same."""
    token = token_after(JQL, issues, 2)
    assert place_after(*read_token(token, JQL), issues[1:]) == 1
    assert place_after(*read_token(token, JQL), [issues[3], *issues]) == 3


def test_token_counts_where_its_issue_is_gone(issues):
    """Where the issue that a page ended with is gone, the next begins at its place in the list."""
    assert place_after(*read_token(token_after(JQL, issues, 2), JQL), [issues[0], *issues[2:]]) == 2


@pytest.mark.parametrize("token", ["", "x", "é", "bnVsbA==", "MQ==", "W10=", "WzEsMiwzXQ==", "W1tbW1tb" * 999])
def test_what_is_no_token_is_refused(token):
    """What was never given out is refused, whatever it looks like."""
    with pytest.raises(Refused) as caught:
        read_token(token, JQL)
    assert caught.value.refusals == (PageTokenInvalid(token=token),)
    assert str(caught.value) == f"{token!r} is no token of a page of this search"


def test_token_is_for_its_own_search(issues):
    """A token that another search was given is refused."""
    with pytest.raises(Refused):
        read_token(token_after(JQL, issues, 2), "project = LIB")


def test_token_has_numbers(monkeypatch):
    """A token with the right mark and without numbers is refused."""
    monkeypatch.setattr("jira_linkfake.jira.search.rest._digest", lambda jql: 1)
    with pytest.raises(Refused):
        read_token("WzEsICJhIiwgImIiXQ==", JQL)

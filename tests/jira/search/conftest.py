"""What the tests of JQL share: a site with a bit of everything, and a way to ask it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

import pytest

from jira_linkfake.jira.people.model import DEFAULT_USER, Caller
from jira_linkfake.jira.refusal import Refusal
from jira_linkfake.jira.search.evaluation import search
from jira_linkfake.jira.site import Site


@pytest.fixture
def find(site: Site) -> Callable[..., list[str]]:
    """Return a function that returns the keys of what a query finds, as the admin sees it, in the order found."""

    def find(jql: str, caller: Caller = DEFAULT_USER) -> list[str]:
        return [issue.key for issue in search(site, caller, jql)]

    return find


@pytest.fixture
def refuses_jql(
    refuses: Callable[..., AbstractContextManager[pytest.ExceptionInfo[Exception]]], find: Callable[..., list[str]]
) -> Callable[..., None]:
    """Return a function that asserts for which reasons a query is refused, and that the site stays as it was."""

    def refuses_jql(jql: str, *refusals: Refusal) -> None:
        with refuses(*map(type, refusals)) as caught:
            find(jql)
        assert caught.value.refusals == refusals

    return refuses_jql

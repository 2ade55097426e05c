"""What the tests of the site's rules share."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest

from jira_linkfake.jira.comments.rules import CommentRequest
from jira_linkfake.jira.issue_links.rules import LinkRequest, create_link
from jira_linkfake.jira.issues.finding import IssueReference
from jira_linkfake.jira.link_types.finding import LinkTypeReference
from jira_linkfake.jira.people.model import DEFAULT_USER, Caller
from jira_linkfake.jira.refusal import Refusal, Refused
from jira_linkfake.jira.site import Site
from tests.wire.facts import snapshot


@pytest.fixture
def link(site: Site) -> Callable[..., None]:
    """Return a function that asks for a link: unless told otherwise, the admin's "APP-1 blocks LIB-1"."""

    def ask(
        inward: str | IssueReference = "APP-1",
        link_type: str | LinkTypeReference = "Blocks",
        outward: str | IssueReference = "LIB-1",
        *,
        caller: Caller = DEFAULT_USER,
        comment: CommentRequest | None = None,
    ) -> None:
        request = LinkRequest(
            type=LinkTypeReference(name=link_type) if isinstance(link_type, str) else link_type,
            inward_issue=IssueReference(key=inward) if isinstance(inward, str) else inward,
            outward_issue=IssueReference(key=outward) if isinstance(outward, str) else outward,
            comment=comment,
        )
        create_link(site, caller, request)

    return ask


@pytest.fixture
def refuses(site: Site) -> Callable[..., AbstractContextManager[object]]:
    """Return a context that asks for refusals of exactly these kinds, in this order, and for an unchanged site.

    What they tell names things, so it never says None.
    """

    @contextmanager
    def refuses(*kinds: type[Refusal]) -> Iterator[pytest.ExceptionInfo[Refused]]:
        before = snapshot(site)
        with pytest.raises(Refused) as caught:
            yield caught
        assert [type(refusal) for refusal in caught.value.refusals] == list(kinds)
        assert "None" not in str(caught.value).split()
        assert snapshot(site) == before

    return refuses

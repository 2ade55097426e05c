"""What a test sees of a site: the issues, links, comments, requests and webhooks there are."""

from __future__ import annotations

from jira_linkfake.errors import of_the_test
from jira_linkfake.journal import Exchange
from jira_linkfake.lookups import the_issue
from jira_linkfake.site.model import Comment, Issue, IssueLink, RemoteLink
from jira_linkfake.site.store import Site
from jira_linkfake.webhooks import Webhooks

__tracebackhide__ = of_the_test


class Looking:
    """The members of a `FakeJira` that show what is on the site and what was asked of it."""

    site: Site
    _journal: list[Exchange]
    _webhooks: Webhooks

    @property
    def exchanges(self) -> list[Exchange]:
        """The requests and their answers, in order."""
        return list(self._journal)

    @property
    def webhooks(self) -> Webhooks:
        """The webhooks that Jira would have sent for what requests did, in order; `register` delivers them."""
        return self._webhooks

    @property
    def issues(self) -> list[Issue]:
        """The issues there are now, oldest first."""
        with self.site.lock:
            return list(self.site.issues.values())

    def issue(self, key: str) -> Issue:
        """Return an issue as it is now; raises `UsageError` for an unknown one."""
        with self.site.lock:
            return the_issue(self.site, key)

    @property
    def links(self) -> list[IssueLink]:
        """The links there are now, oldest first."""
        with self.site.lock:
            return self.site.all_links()

    @property
    def recorded_links(self) -> list[IssueLink]:
        """The links that requests made, in order: deleted ones too, repeated ones once, seeded ones not."""
        return [link for exchange in self.exchanges for link in exchange.links_made]

    def links_of(self, issue: str | Issue) -> list[IssueLink]:
        """Return an issue's links in both directions, oldest first; raises `UsageError` for an unknown issue."""
        with self.site.lock:
            return self.site.links_of(the_issue(self.site, issue))

    def remote_links_of(self, issue: str | Issue) -> list[RemoteLink]:
        """Return an issue's remote links, oldest first; raises `UsageError` for an unknown issue."""
        with self.site.lock:
            return self.site.remote_links.of_issue(the_issue(self.site, issue).id)

    def comments_of(self, issue: str | Issue) -> list[Comment]:
        """Return an issue's comments, whoever may read them; raises `UsageError` for an unknown issue."""
        with self.site.lock:
            return self.site.comments_of(the_issue(self.site, issue))

    def sentences(self) -> list[str]:
        """Return the links there are now as sentences: `["PROJ-2 duplicates PROJ-1"]`."""
        return [str(link) for link in self.links]

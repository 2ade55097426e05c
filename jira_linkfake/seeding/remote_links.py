"""The verb that seeds remote links."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from jira_linkfake.errors import UsageError, of_the_test
from jira_linkfake.lookups import the_issue
from jira_linkfake.site.model import Issue, RemoteLink
from jira_linkfake.site.people import DEFAULT_USER
from jira_linkfake.site.remote_links import LONGEST_GLOBAL_ID, RemoteLinkRequest, put_remote_link
from jira_linkfake.site.store import Site

__tracebackhide__ = of_the_test


class SeedingRemoteLinks:
    """The verb that adds remote links."""

    site: Site

    def add_remote_link(
        self,
        issue: Issue | str,
        url: str,
        *,
        title: str | None = None,
        summary: str | None = None,
        relationship: str | None = None,
        global_id: str | None = None,
        application: Mapping[str, Any] | None = None,
        icon: Mapping[str, Any] | None = None,
        status: Mapping[str, Any] | None = None,
    ) -> RemoteLink:
        """Link an issue to a thing outside Jira: `add_remote_link("A-1", "https://example.com/1", global_id="ex=1")`.

        `title` is the URL unless given; `application`, `icon` and `status` are as Jira's JSON has them, as in
        `status={"resolved": True}`. No permission and no limit counts. Raises `UsageError` for an issue that the site
        does not have, an empty URL or title, and a global id that is too long or that another one of the issue has.
        """
        title = url if title is None else title
        with self.site.lock:
            stored = the_issue(self.site, issue)
            self._require_remote_link(stored, url, title, global_id)
            request = RemoteLinkRequest(
                url=url,
                title=title,
                summary=summary,
                relationship=relationship,
                global_id=global_id,
                application=dict(application or {}),
                icon=dict(icon or {}),
                status=dict(status or {}),
            )
            link, _ = put_remote_link(self.site, DEFAULT_USER, stored, request)
            return link

    def _require_remote_link(self, issue: Issue, url: str, title: str, global_id: str | None) -> None:
        if not (url and title):
            raise UsageError(f"the remote link of {issue.key} takes a URL and a title that are not empty")
        if global_id is None:
            return
        if not 1 <= len(global_id) <= LONGEST_GLOBAL_ID:
            raise UsageError(f"a global_id takes 1 to {LONGEST_GLOBAL_ID} characters, not {len(global_id)}")
        if self.site.remote_links.with_global_id(issue.id, global_id) is not None:
            raise UsageError(f"{issue.key} has a remote link with the global id {global_id!r} already")

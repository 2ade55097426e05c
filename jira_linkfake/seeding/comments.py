"""The verb that seeds comments."""

from __future__ import annotations

from jira_linkfake.errors import UsageError, of_the_test
from jira_linkfake.lookups import require_known, the_issue, the_user
from jira_linkfake.site.comment_visibility import visibility_of
from jira_linkfake.site.commenting import CommentRequest, put_comment
from jira_linkfake.site.model import Comment, Group, Issue, ProjectRole, User, Visibility
from jira_linkfake.site.store import Site

__tracebackhide__ = of_the_test


class SeedingComments:
    """The verb that adds comments."""

    site: Site

    def add_comment(
        self,
        issue: Issue | str,
        body: str,
        *,
        author: User | str = "admin",
        visible_to: Group | ProjectRole | None = None,
    ) -> Comment:
        """Add a comment: `add_comment("A-1", "Not before the release.", author=alice, visible_to=team)`.

        No permission and no limit counts. `visible_to` is a group, or a role of the issue's project. Raises
        `UsageError` for an issue or an author that the site does not have, for an empty body, and for a group or role
        of another site or project.
        """
        with self.site.lock:
            stored = the_issue(self.site, issue)
            if not body.strip():
                raise UsageError(f"the comment on {stored.key} says nothing: Jira takes no empty one")
            visibility = None if visible_to is None else self._visibility(stored, visible_to)
            request = CommentRequest(body=body)
            return put_comment(self.site, the_user(self.site, author), request, stored, visibility)

    def _visibility(self, issue: Issue, holder: Group | ProjectRole) -> Visibility:
        if not isinstance(holder, (Group, ProjectRole)):
            raise UsageError(f"{holder!r} cannot read a comment alone: hand over what add_group or add_role returned")
        require_known(self.site, holder)
        if isinstance(holder, ProjectRole) and holder.project != issue.project:
            raise UsageError(f"the {holder} does not count for {issue.key}: a role is a project's")
        return visibility_of(holder)

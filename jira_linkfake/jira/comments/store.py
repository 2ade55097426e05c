"""The comments of a site, by id and by issue."""

from __future__ import annotations

from jira_linkfake.jira.comments.model import Comment
from jira_linkfake.jira.issues.model import Issue


class Comments(dict[int, Comment]):
    """The comments that there are, by id."""

    __slots__ = ("_ids_of_issue",)

    def __init__(self) -> None:
        super().__init__()
        self._ids_of_issue: dict[int, dict[int, None]] = {}

    def put(self, comment: Comment) -> None:
        """Store a comment, new or changed."""
        self[comment.id] = comment
        self._ids_of_issue.setdefault(comment.issue_id, {})[comment.id] = None

    def take(self, comment: Comment) -> None:
        """Remove a comment from its issue."""
        del self[comment.id]
        del self._ids_of_issue[comment.issue_id][comment.id]

    def of(self, issue: Issue) -> list[Comment]:
        """Return an issue's comments, oldest first, whoever may see them."""
        return [self[comment_id] for comment_id in self._ids_of_issue.get(issue.id, ())]

    def count_of(self, issue: Issue) -> int:
        """Return how many comments an issue has, whoever may see them."""
        return len(self._ids_of_issue.get(issue.id, ()))

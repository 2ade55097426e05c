"""What issues were before they changed, so that what has happened can be told as it was."""

from __future__ import annotations

from jira_linkfake.site.model import Issue


class IssuePast:
    """The values of issues that others have replaced; `revision` counts the replacements."""

    __slots__ = ("_replaced", "revision")

    def __init__(self) -> None:
        self._replaced: dict[int, list[tuple[int, Issue]]] = {}
        self.revision = 0

    def keep(self, issue: Issue) -> None:
        """Keep an issue that is about to be replaced."""
        self._replaced.setdefault(issue.id, []).append((self.revision, issue))
        self.revision += 1

    def at(self, revision: int, issue_id: int) -> Issue | None:
        """Return what an issue was at a revision, or None where it has not been replaced since."""
        for replaced_at, issue in self._replaced.get(issue_id, ()):
            if revision <= replaced_at:
                return issue
        return None

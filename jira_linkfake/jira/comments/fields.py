"""The comments as a field of issues."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jira_linkfake.jira.comments.rules import CommentRequest, check_comment
from jira_linkfake.jira.fields.field import Draft, Editing, Field, Operation, PlannedComment
from jira_linkfake.jira.fields.refusals import NotObject
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.refusal import Refused


class Comments(Field):
    """The comments, of which a request can add some."""

    operations = ("add", "edit", "remove")

    def why_not_settable(self, editing: Editing, issue: Issue) -> str | None:
        """Return that an issue that is not there yet takes no comment."""
        return "an issue is created without comments" if editing.purpose == "create" else None

    def applied(self, editing: Editing, draft: Draft, operations: Sequence[Operation]) -> Draft:
        """Return a draft with comments, checked by the rules of all comments."""
        for operation in operations:
            self.require_operation(editing, operation)
        comments = tuple(
            self._planned(editing, draft.issue, operation.value, before=place)
            for place, operation in enumerate(operations)
        )
        return replace(draft, comments=comments)

    def _planned(self, editing: Editing, issue: Issue, value: object, *, before: int) -> PlannedComment:
        if not isinstance(value, CommentRequest):
            raise Refused(NotObject(field=self.id))
        visibility = check_comment(editing.site, editing.caller, value, issue, before=before)
        return PlannedComment(request=value, visibility=visibility)

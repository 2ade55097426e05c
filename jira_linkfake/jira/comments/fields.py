"""The comments as a field of issues."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jira_linkfake.jira.comments.as_json import comment_json, rendered_body
from jira_linkfake.jira.comments.model import Comment
from jira_linkfake.jira.comments.rules import CommentRequest, check_comment, visible_comments
from jira_linkfake.jira.fields.field import Draft, Editing, Field, FieldUpdate, PlannedComment
from jira_linkfake.jira.fields.refusals import NotObject
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.reader import Json, Reader, for_people, time_json
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.rich_text import words
from jira_linkfake.jira.search.clauses import TEXT, Clause, Texts
from jira_linkfake.jira.search.finding import Searcher
from jira_linkfake.jira.site import Site


def _texts(searcher: Searcher, issue: Issue) -> list[str]:
    """Return the words of the comments that the caller may read."""
    return [
        words(comment.body, comment.document) for comment in visible_comments(searcher.site, searcher.caller, issue)
    ]


def _rendered(comment: Comment, reader: Reader) -> Json:
    """Return a comment as a page would show it."""
    return {
        **comment_json(comment, reader),
        "body": rendered_body(comment, reader),
        "created": for_people(time_json(comment.created)),
        "updated": for_people(time_json(comment.updated)),
    }


class Comments(Field):
    """The comments, of which a request can add some."""

    id = "comment"
    name = "Comment"
    type = "comments-page"
    in_bulk = False
    clause_names = ("comment",)
    clauses = (
        Clause(
            names=clause_names,
            operators=TEXT,
            values="text of a comment that the caller may read",
            kind=Texts(of=_texts),
        ),
    )
    navigable = False
    operations = ("add", "edit", "remove")
    not_served = ("edit", "remove")

    def as_json(self, reader: Reader, issue: Issue) -> Json:
        """Return the comments that the reader may read, all on one page."""
        comments = [comment_json(one, reader) for one in visible_comments(reader.site, reader.caller, issue)]
        return {
            "comments": comments,
            "self": f"{reader.api}/issue/{issue.id}/comment",
            "maxResults": len(comments),
            "total": len(comments),
            "startAt": 0,
        }

    def rendered(self, reader: Reader, issue: Issue) -> Json:
        """Return the comments, with HTML for their bodies and times for people."""
        comments = visible_comments(reader.site, reader.caller, issue)
        return {**self.as_json(reader, issue), "comments": [_rendered(one, reader) for one in comments]}

    def is_empty(self, site: Site, draft: Draft) -> bool:
        """Say whether a request adds no comment."""
        return not draft.comments

    def is_listed(self, editing: Editing) -> bool:
        """Say that no transition lists the comment (jira-cli pull request 1024, measured on Cloud in 2026)."""
        return editing.purpose != "transition"

    def why_not_on_screen(self, editing: Editing) -> str | None:
        """Return that every screen has the field; a transition without one takes it, and drops it."""
        return None

    def why_not_settable(self, editing: Editing, issue: Issue) -> str | None:
        """Return that an issue that is not there yet takes no comment."""
        return "an issue is created without comments" if editing.purpose == "create" else None

    def applied(self, editing: Editing, draft: Draft, updates: Sequence[FieldUpdate]) -> Draft:
        """Return a draft with comments, checked by the rules of all comments."""
        for update in updates:
            self.require_verb(update)
        if editing.purpose == "transition" and editing.screen is None:
            # 204, and no comment: jira-cli pull request 1024 and mcp-atlassian issue 1623, measured on Cloud in 2026
            return replace(draft, comments_dropped=len(updates))
        comments = tuple(
            self._planned(editing, draft.issue, update.value, before=place) for place, update in enumerate(updates)
        )
        return replace(draft, comments=comments)

    def _planned(self, editing: Editing, issue: Issue, value: object, *, before: int) -> PlannedComment:
        if not isinstance(value, CommentRequest):
            raise Refused(NotObject(field=self.id))
        visibility = check_comment(editing.site, editing.caller, value, issue, before=before)
        return PlannedComment(request=value, visibility=visibility)

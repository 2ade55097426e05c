"""Refusals about creating, editing, moving on and deleting issues as a whole."""

from __future__ import annotations

from jira_linkfake.site.model import Issue
from jira_linkfake.site.refusals import CallerRefusal, Refusal


class ProjectMissing(Refusal):
    """A new issue names no project, none that exists, or one that the caller may not browse."""

    truth = "the new issue has no project: {0.cause.reason}"

    cause: Refusal


class NoCreatePermission(CallerRefusal):
    """The caller may not create issues in the project."""

    truth = "{0.who} does not hold Create issues in {0.project}"

    project: str


class NothingToEdit(Refusal):
    """The request names no field at all."""

    truth = "the request has neither fields nor update"


class NoAssignPermission(CallerRefusal):
    """The caller may not assign issues of the project."""

    truth = "{0.who} does not hold Assign issues in {0.issue.project}"

    issue: Issue


class TransitionMissing(Refusal):
    """The request names no transition."""

    truth = "the request names no transition"


class TransitionIdInvalid(Refusal):
    """The id of a transition is no number."""

    truth = "{0.told} is no id of a transition"

    value: object

    @property
    def told(self) -> str:
        """How a sentence names what the request gave for an id."""
        return "an empty value" if self.value is None else repr(self.value)


class TransitionUnknown(Refusal):
    """The workflow has no such transition."""

    truth = "there is no transition {0.id}"

    id: int


class NoTransitionPermission(CallerRefusal):
    """The caller may not move issues of the project on."""

    truth = "{0.who} does not hold Transition issues in {0.issue.project}"

    id: int
    issue: Issue


class NoIssueDeletePermission(CallerRefusal):
    """The caller may not delete issues of the project."""

    truth = "{0.who} does not hold Delete issues in {0.issue.project}"

    issue: Issue


class HasSubtasks(Refusal):
    """The issue has sub-tasks, and the request does not say that they go too."""

    truth = "{0.issue.key} has sub-tasks, and deleteSubtasks is not true"

    issue: Issue


class TooManyIssues(Refusal):
    """More issues were to be created at once than Jira creates."""

    truth = "{0.count} issues were to be created at once, and {0.limit} may be"

    count: int
    limit: int

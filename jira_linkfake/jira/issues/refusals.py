"""What can go wrong about issues as a whole, and what Jira answers."""

from __future__ import annotations

from jira_linkfake.jira import evidence
from jira_linkfake.jira.evidence import Evidence, chosen
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.model import SecurityLevel
from jira_linkfake.jira.refusal import NO_TEXT, Answer, CallerRefusal, Refusal

_UNSEEN = "Issue does not exist or you do not have permission to see it."
_NO_TRANSITION = "Transition id '{0.id}' is not valid for this issue."


class IssueUnknown(Refusal):
    """No issue has this key or id."""

    truth = "there is no issue {0.reference}"
    answer = Answer(
        condition="an issue that does not exist",
        status=404,
        status_by=evidence.REFERENCE,
        message=_UNSEEN,
        words_by=evidence.RECORDED,
        lack="sight",
    )

    reference: str


class IssueUnnamed(Refusal):
    """An issue was asked for with neither a usable id nor a key."""

    truth = "an issue was given neither by key nor by a usable id"
    answer = Answer(
        condition="an issue given neither by key nor by a usable id",
        status=404,
        status_by=chosen("Jira Server answers 404"),
        message=_UNSEEN,
        words_by=NO_TEXT,
    )


class IssueHidden(CallerRefusal):
    """The caller may not see the issue: its security level hides it, or he may not browse its project."""

    truth = "{0.who} may not see {0.issue.key}: {0.by}"
    answer = Answer(
        condition="an issue that the caller may not see",
        status=404,
        status_by=evidence.REFERENCE,
        message=_UNSEEN,
        words_by=evidence.RECORDED,
        lack="sight",
    )

    issue: Issue
    by: SecurityLevel | str


class IssueArchived(Refusal):
    """The issue is archived, so that nothing about it can change."""

    truth = "{0.issue.key} is archived"
    answer = Answer(
        condition="an archived issue",
        status=400,
        status_by=chosen("an archived issue cannot be changed; no source has the status"),
        message="Issue '{0.issue.key}' is archived.",
        words_by=NO_TEXT,
    )

    issue: Issue


class ProjectMissing(Refusal):
    """A new issue names no project, none that exists, or one that the caller may not browse."""

    truth = "the new issue has no project: {0.cause.reason}"
    answer = Answer(
        condition="a new issue without a project, or in one that does not exist or is not seen",
        status=400,
        status_by=evidence.RECORDED,
        errors=(("project", "Specify a valid project ID or key"),),
        words_by=evidence.RECORDED,
    )

    cause: Refusal


class NoCreatePermission(CallerRefusal):
    """The caller may not create issues in the project."""

    truth = "{0.who} does not hold Create issues in {0.project}"
    answer = Answer(
        condition="a new issue without Create issues in the project",
        status=400,
        status_by=evidence.REFERENCE,
        message="You do not have permission to create issues in this project.",
        words_by=evidence.SERVER_SUITE,
        lack="permission",
    )

    project: str


class NothingToEdit(Refusal):
    """The request names no field at all."""

    truth = "the request has neither fields nor update"
    answer = Answer(
        condition="editing an issue with neither `fields` nor `update`",
        status=400,
        status_by=evidence.REFERENCE,
        message="one of 'fields' or 'update' required",
        words_by=chosen("the words of Jira Server"),
    )


class NoAssignPermission(CallerRefusal):
    """The caller may not assign issues of the project."""

    truth = "{0.who} does not hold Assign issues in {0.issue.project}"
    answer = Answer(
        condition="assigning an issue without Assign issues",
        status=403,
        status_by=evidence.REFERENCE,
        message="You do not have permission to assign issues.",
        words_by=NO_TEXT,
        lack="permission",
    )

    issue: Issue


class TransitionMissing(Refusal):
    """The request names no transition."""

    truth = "the request names no transition by its id"
    answer = Answer(
        condition="no transition",
        status=400,
        status_by=evidence.REFERENCE,
        message="Missing 'transition' identifier",
        words_by=NO_TEXT,
    )


class TransitionIdInvalid(Refusal):
    """The id of a transition is not a number."""

    truth = "{0.told} is no id of a transition"
    answer = Answer(
        condition="the id of a transition is no number",
        status=400,
        status_by=evidence.REFERENCE,
        message="'transition' identifier must be an integer",
        words_by=Evidence("observed", "mozilla/jira-bugzilla-integration issue 303, Cloud, 2022"),
    )

    value: object

    @property
    def told(self) -> str:
        """How a sentence names what the request gave for an id."""
        return "an empty value" if self.value is None else repr(self.value)


class TransitionUnknown(Refusal):
    """The workflow has no such transition."""

    truth = "there is no transition {0.id}"
    answer = Answer(
        condition="a transition that does not exist",
        status=400,
        status_by=evidence.REFERENCE,
        message=_NO_TRANSITION,
        words_by=chosen("quoted by clients of Cloud, without a recorded answer"),
    )

    id: str


class NoTransitionPermission(CallerRefusal):
    """The caller may not move issues of the project on."""

    truth = "{0.who} does not hold Transition issues in {0.issue.project}"
    answer = Answer(
        condition="a transition without Transition issues",
        status=400,
        status_by=evidence.REFERENCE,
        message=_NO_TRANSITION,
        words_by=chosen("as a transition that does not exist: without the permission none is listed"),
        lack="permission",
    )

    id: str
    issue: Issue


class NoIssueDeletePermission(CallerRefusal):
    """The caller may not delete issues of the project."""

    truth = "{0.who} does not hold Delete issues in {0.issue.project}"
    answer = Answer(
        condition="deleting an issue without Delete issues",
        status=403,
        status_by=evidence.REFERENCE,
        message="You do not have permission to delete issues in this project.",
        words_by=evidence.SERVER_SUITE,
        lack="permission",
    )

    issue: Issue


class HasSubtasks(Refusal):
    """The issue has sub-tasks, and the request does not say that they go too."""

    truth = "{0.issue.key} has sub-tasks, and deleteSubtasks is not true"
    answer = Answer(
        condition="deleting an issue with sub-tasks while `deleteSubtasks` is not true",
        status=400,
        status_by=evidence.REFERENCE,
        message="The issue '{0.issue.key}' has subtasks.  You must specify the 'deleteSubtasks' parameter "
        "to delete this issue and all its subtasks.",
        words_by=chosen("ascribed to Jira by several clients, without a recorded answer"),
    )

    issue: Issue


class TooManyIssues(Refusal):
    """More issues were to be created at once than Jira creates."""

    truth = "{0.count} issues were to be created at once, and {0.limit} may be"
    answer = Answer(
        condition="more than 50 issues at once",
        status=400,
        status_by=evidence.REFERENCE,
        message="The limit for creating issues in bulk is {0.limit}.",
        words_by=NO_TEXT,
    )

    count: int
    limit: int

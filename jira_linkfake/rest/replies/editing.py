"""What Jira answers to refusals about creating, editing, moving on and deleting issues as a whole."""

from __future__ import annotations

from jira_linkfake.rest import evidence
from jira_linkfake.rest.evidence import Evidence, chosen
from jira_linkfake.rest.replies.answer import NO_TEXT, Answer
from jira_linkfake.site.refusals import Refusal
from jira_linkfake.site.refusals import editing as refusals

_NO_TRANSITION = "Transition id '{0.id}' is not valid for this issue."

ANSWERS: dict[type[Refusal], Answer] = {
    refusals.ProjectMissing: Answer(
        condition="a new issue without a project, or in one that does not exist or is not seen",
        status=400,
        status_by=evidence.RECORDED,
        errors=(("project", "Specify a valid project ID or key"),),
        words_by=evidence.RECORDED,
    ),
    refusals.NoCreatePermission: Answer(
        condition="a new issue without Create issues in the project",
        status=400,
        status_by=evidence.REFERENCE,
        message="You do not have permission to create issues in this project.",
        words_by=evidence.SERVER_SUITE,
        lack="permission",
    ),
    refusals.NothingToEdit: Answer(
        condition="editing an issue with neither `fields` nor `update`",
        status=400,
        status_by=evidence.REFERENCE,
        message="one of 'fields' or 'update' required",
        words_by=chosen("the words of Jira Server"),
    ),
    refusals.NoAssignPermission: Answer(
        condition="assigning an issue without Assign issues",
        status=403,
        status_by=evidence.REFERENCE,
        message="You do not have permission to assign issues.",
        words_by=NO_TEXT,
        lack="permission",
    ),
    refusals.TransitionMissing: Answer(
        condition="no transition",
        status=400,
        status_by=evidence.REFERENCE,
        message="Missing 'transition' identifier",
        words_by=NO_TEXT,
    ),
    refusals.TransitionIdInvalid: Answer(
        condition="the id of a transition is no number",
        status=400,
        status_by=evidence.REFERENCE,
        message="'transition' identifier must be an integer",
        words_by=Evidence("observed", "mozilla/jira-bugzilla-integration issue 303, Cloud, 2022"),
    ),
    refusals.TransitionUnknown: Answer(
        condition="a transition that does not exist",
        status=400,
        status_by=evidence.REFERENCE,
        message=_NO_TRANSITION,
        words_by=chosen("quoted by clients of Cloud, without a recorded answer"),
    ),
    refusals.NoTransitionPermission: Answer(
        condition="a transition without Transition issues",
        status=400,
        status_by=evidence.REFERENCE,
        message=_NO_TRANSITION,
        words_by=chosen("as a transition that does not exist: without the permission none is listed"),
        lack="permission",
    ),
    refusals.NoIssueDeletePermission: Answer(
        condition="deleting an issue without Delete issues",
        status=403,
        status_by=evidence.REFERENCE,
        message="You do not have permission to delete issues in this project.",
        words_by=evidence.SERVER_SUITE,
        lack="permission",
    ),
    refusals.HasSubtasks: Answer(
        condition="deleting an issue with sub-tasks while `deleteSubtasks` is not true",
        status=400,
        status_by=evidence.REFERENCE,
        message="The issue '{0.issue.key}' has subtasks.  You must specify the 'deleteSubtasks' parameter "
        "to delete this issue and all its subtasks.",
        words_by=chosen("ascribed to Jira by several clients, without a recorded answer"),
    ),
    refusals.TooManyIssues: Answer(
        condition="more than 50 issues at once",
        status=400,
        status_by=evidence.REFERENCE,
        message="The limit for creating issues in bulk is {0.limit}.",
        words_by=NO_TEXT,
    ),
}

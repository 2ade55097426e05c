"""What can go wrong about changing many issues at once, and what Jira answers."""

from __future__ import annotations

from jira_linkfake.jira.evidence import REFERENCE, chosen
from jira_linkfake.jira.refusal import NO_TEXT, Answer, CallerRefusal, Envelope, Refusal


class NoBulkPermission(CallerRefusal):
    """The caller may not make bulk changes."""

    truth = "{0.who} does not hold Make bulk changes"
    answer = Answer(
        condition="a bulk operation, or its progress, without Make bulk changes",
        status=403,
        status_by=REFERENCE,
        message="You do not have permission to make bulk changes.",
        words_by=NO_TEXT,
        envelope=Envelope.ERRORS,
        lack="permission",
    )


class BulkIssuesInvalid(Refusal):
    """Some of the issues are not there, or are hidden from the caller, or there are none."""

    truth = "these cannot be taken: {0.why}"
    answer = Answer(
        condition="a bulk operation with an issue that is not there or that the caller may not see, or with none",
        status=400,
        status_by=REFERENCE,
        message="Some of the issues in the issueIdsOrKeys are not valid",
        words_by=REFERENCE,
        envelope=Envelope.ERRORS,
    )

    why: str


class BulkTooLarge(Refusal):
    """There are more issues or fields than are taken at once."""

    truth = "the request has {0.count} {0.what}, and {0.limit} are taken at once"
    answer = Answer(
        condition="a bulk operation with more than 1,000 issues, or of more than 200 fields",
        status=400,
        status_by=chosen("the reference has the limits, and no status for them"),
        message="The number of {0.what} exceeds the limit of {0.limit}.",
        words_by=NO_TEXT,
        envelope=Envelope.ERRORS,
    )

    count: int
    limit: int
    what: str = "issues"


class BulkTargetInvalid(Refusal):
    """Issues were to be moved to what is no place for them."""

    truth = "{0.target!r} is no place to move issues to: {0.why}"
    answer = Answer(
        condition="a bulk move to what is not there, or not seen: no project, no type of it, or no parent",
        status=400,
        status_by=REFERENCE,
        message="The targetToSourcesMapping has a target that is not valid: {0.target}",
        words_by=NO_TEXT,
        envelope=Envelope.ERRORS,
    )

    target: str
    why: str


class BulkEditUnselected(Refusal):
    """Fields have new values, and are not among those that are to be edited."""

    truth = "selectedActions lacks {0.fields}"
    answer = Answer(
        condition="a bulk edit with a value of a field that it does not select",
        status=400,
        status_by=REFERENCE,
        message="The following editedFieldInput values are not listed as selectedActions : {0.fields}",
        words_by=REFERENCE,
        envelope=Envelope.ERRORS,
    )

    fields: str


class BulkEditValueless(Refusal):
    """Fields are to be edited, and no value comes with them, or no field is."""

    truth = "editedFieldsInput has nothing for {0.fields}"
    answer = Answer(
        condition="a bulk edit of a field without a value for it, or of no field",
        status=400,
        status_by=chosen("as a value without its field"),
        message="The following selectedActions have no editedFieldsInput values : {0.fields}",
        words_by=NO_TEXT,
        envelope=Envelope.ERRORS,
    )

    fields: str


class NoBulkFields(CallerRefusal):
    """No field can be edited in all the issues."""

    truth = "no field can be edited by {0.who} in all of the issues"
    answer = Answer(
        condition="the fields that can be edited in all of several issues, where there is none",
        status=404,
        status_by=REFERENCE,
        message="No editable fields were found for the given issues.",
        words_by=NO_TEXT,
        envelope=Envelope.ERRORS,
        lack="permission",
    )


class NotABulkTask(Refusal):
    """There is no bulk operation with this id, or it is too long ago."""

    truth = "the progress of task {0.value!r} cannot be told: {0.why}"
    answer = Answer(
        condition="the progress of a task that is none, of no bulk operation, or of one of more than 14 days ago",
        status=400,
        status_by=REFERENCE,
        message="The task associated with this taskId is not a bulk operation task",
        words_by=REFERENCE,
    )

    value: str
    why: str

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
    """There are more issues than are taken at once."""

    truth = "the request has {0.count} issues, and {0.limit} are taken at once"
    answer = Answer(
        condition="a bulk operation with more than 1,000 issues",
        status=400,
        status_by=chosen("the reference has the limit, and no status for it"),
        message="The number of issues exceeds the limit of {0.limit}.",
        words_by=NO_TEXT,
        envelope=Envelope.ERRORS,
    )

    count: int
    limit: int


class NotABulkTask(Refusal):
    """There is no bulk operation with this id."""

    truth = "{0.value!r} is the task of no bulk operation"
    answer = Answer(
        condition="the progress of a task that is none, or of no bulk operation",
        status=400,
        status_by=REFERENCE,
        message="The task associated with this taskId is not a bulk operation task",
        words_by=REFERENCE,
    )

    value: str

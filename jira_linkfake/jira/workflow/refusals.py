"""What can go wrong about types of issues and statuses, and what Jira answers."""

from __future__ import annotations

from jira_linkfake.jira import evidence
from jira_linkfake.jira.refusal import NO_TEXT, Answer, CallerRefusal, Refusal


class ProjectOfTypesMissing(Refusal):
    """A project's types of issues were asked for without the project."""

    truth = "the query names no projectId"
    answer = Answer(
        condition="a project's types of issues without `projectId`",
        status=400,
        status_by=evidence.REFERENCE,
        message="The 'projectId' query parameter is required.",
        words_by=NO_TEXT,
    )


class StatusesUnseen(CallerRefusal):
    """The caller administers neither Jira nor a project, and may not look at its statuses one by one."""

    truth = "{0.who} holds neither Administer projects in any project nor Administer Jira"
    answer = Answer(
        condition="`statuses` without Administer projects anywhere and without Administer Jira",
        status=401,
        status_by=evidence.REFERENCE,
        message="You do not have permission to view statuses.",
        words_by=NO_TEXT,
        lack="permission",
    )


class StatusesMiscounted(Refusal):
    """Statuses were asked for by no id or name, or by too many."""

    truth = "{0.count} statuses were named, and it takes 1 to {0.most}"
    answer = Answer(
        condition="no status named, or more than 50",
        status=400,
        status_by=evidence.REFERENCE,
        message="The number of statuses to return must be between 1 and {0.most}.",
        words_by=NO_TEXT,
    )

    count: int
    most: int


class StatusSearchTooLong(Refusal):
    """Statuses were searched by a text that is longer than it may be."""

    truth = "searchString has {0.length} characters, of {0.most} that it may have"
    answer = Answer(
        condition="statuses searched by more than 255 characters",
        status=400,
        status_by=evidence.REFERENCE,
        message="The search string must not be longer than {0.most} characters.",
        words_by=NO_TEXT,
    )

    length: int
    most: int


class StatusCategoryUnknown(Refusal):
    """Statuses were searched by a category that there is none of."""

    truth = "{0.value!r} is no category of statuses: it takes TODO, IN_PROGRESS or DONE"
    answer = Answer(
        condition="statuses searched by a category that there is none of",
        status=400,
        status_by=evidence.REFERENCE,
        message="The status category '{0.value}' is invalid.",
        words_by=NO_TEXT,
    )

    value: str

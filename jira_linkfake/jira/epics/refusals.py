"""What can go wrong about epics, and what Jira answers."""

from __future__ import annotations

from jira_linkfake.jira import evidence
from jira_linkfake.jira.evidence import Evidence, chosen
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.refusal import NO_TEXT, Answer, Refusal

_REPORTED = Evidence(
    "observed",
    "answers of Cloud sites in pycontribs/jira pull request 1450 and DefectDojo/django-DefectDojo issue 7360",
)


class EpicUnseen(Refusal):
    """There is no such issue that the caller sees, or it is no epic."""

    truth = "there is no epic {0.value!r} for the caller: {0.why}"
    answer = Answer(
        condition="an epic that does not exist or is not seen, or an issue that is none",
        status=404,
        status_by=evidence.REFERENCE,
        message="The requested issue is not an epic, or does not exist or you do not have permission to see it.",
        words_by=NO_TEXT,
        lack="sight",
    )

    value: str
    cause: Refusal | None = None

    @property
    def why(self) -> str:
        """Which of these it is, which the caller must never learn."""
        return "the issue is none" if self.cause is None else self.cause.reason


class EpicTeamManaged(Refusal):
    """An epic, or an issue for one, is of a team-managed project, where the parent is the epic."""

    truth = "{0.issue.key} is of a team-managed project, where `parent` says what an epic's issues are"
    answer = Answer(
        condition="an epic of a team-managed project, or an issue of one moved to an epic or from it",
        status=400,
        status_by=_REPORTED,
        message="The request contains a next-gen issue. This operation cant add next-gen issues to epics. To add a "
        "next-gen issue to an epic, use the Edit issue operation and set the parent property (i.e., "
        "`{0.example}` where `PROJ-123` has an issue type at level one of the issue type hierarchy). "
        'See <a href="https://developer.atlassian.com/cloud/jira/platform/rest/v2/"> developer.atlassian.com </a> for '
        "more details.",
        words_by=_REPORTED,
    )

    issue: Issue
    example = '"parent":{"key":"PROJ-123"}'


class NotForEpics(Refusal):
    """An issue cannot belong to an epic."""

    truth = "{0.issue.key} is of the type {0.issue.type.name}, which belongs to no epic"
    answer = Answer(
        condition="an epic or a sub-task moved to an epic",
        status=400,
        status_by=chosen("only what stands one level below an epic belongs to it"),
        message="The issue '{0.issue.key}' cannot be added to an epic.",
        words_by=NO_TEXT,
    )

    issue: Issue

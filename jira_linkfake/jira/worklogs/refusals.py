"""What can go wrong about worklogs, and what Jira answers."""

from __future__ import annotations

from typing import Literal

from jira_linkfake.jira import evidence
from jira_linkfake.jira.evidence import chosen
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.refusal import NO_TEXT, Answer, CallerRefusal, Refusal, UnseenRefusal
from jira_linkfake.jira.worklogs.model import Worklog


class TimeTrackingDisabled(Refusal):
    """Time tracking is switched off for the whole site."""

    truth = "time tracking is switched off (time_tracking_enabled=False)"
    answer = Answer(
        condition="worklogs while time tracking is disabled",
        status=404,
        status_by=evidence.REFERENCE,
        message="Time tracking is not enabled.",
        words_by=NO_TEXT,
    )


class WorklogUnseen(UnseenRefusal):
    """The issue has no such worklog, or it is restricted to others."""

    truth = "{0.who} sees no worklog {0.value!r} on the issue: {0.why}"
    answer = Answer(
        condition="a worklog that does not exist or that is restricted to others",
        status=404,
        status_by=evidence.REFERENCE,
        message="Cannot find worklog with id: '{0.value}'.",
        words_by=evidence.SERVER_SUITE,
        lack="sight",
    )

    value: str


class NoWorklogPermission(CallerRefusal):
    """The caller may not log work on the issue."""

    truth = "{0.who} does not hold Work on issues in {0.issue.project}"
    answer = Answer(
        condition="logging work without Work on issues, or moving worklogs to where one does not hold it",
        status=400,
        status_by=evidence.REFERENCE,
        message="You do not have the permission to associate a worklog to this issue.",
        words_by=evidence.WORKLOG_REPORTS,
        lack="permission",
    )

    issue: Issue


class NoWorklogChangePermission(CallerRefusal):
    """The caller may not change or remove the worklog: it is not theirs, or they may not do so even with their own."""

    truth = "{0.who} may not {0.doing} worklog {0.worklog.id} in {0.issue.project}"
    answer = Answer(
        condition="editing or deleting a worklog without the permission for all, or for one's own where it is that",
        status=400,
        status_by=evidence.REFERENCE,
        message="You do not have permission to {0.doing} the worklog with the id: {0.worklog.id}.",
        words_by=NO_TEXT,
        lack="permission",
    )

    worklog: Worklog
    issue: Issue
    doing: Literal["edit", "delete", "move"]


class TimeSpentInvalid(Refusal):
    """What was given as the time of work is none: it says at least a minute."""

    truth = "{0.given} is no time that somebody worked: that is at least a minute, as in '3h 30m'"
    answer = Answer(
        condition="a worklog without a time, or with one that cannot be read or is less than a minute",
        status=400,
        status_by=evidence.REFERENCE,
        message="Worklog must not be null.",
        errors=(("timeLogged", "Invalid time duration entered."),),
        words_by=evidence.WORKLOG_REPORTS,
    )

    value: object

    @property
    def given(self) -> str:
        """What was given, as a sentence has it."""
        return "nothing" if self.value is None else repr(self.value)


class AdjustmentUnknown(Refusal):
    """The query has a way to adjust the estimate that there is not."""

    truth = "adjustEstimate={0.value!r} is no way to adjust an estimate here"
    answer = Answer(
        condition="an `adjustEstimate` that there is not, or not for this",
        status=400,
        status_by=chosen("as for a way that lacks its value"),
        errors=(("adjustEstimate", "The value '{0.value}' is not valid."),),
        words_by=NO_TEXT,
    )

    value: str


class ManualEditing(Refusal):
    """The estimate was to be adjusted by an amount while a worklog is edited."""

    truth = "the estimate was to be adjusted by an amount while a worklog is edited"
    answer = Answer(
        condition="`adjustEstimate=manual` where a worklog is edited",
        status=400,
        status_by=evidence.SERVER_SUITE,
        errors=(("adjustEstimate", "Manual adjustment of remaining estimate not allowed when editing a worklog"),),
        words_by=evidence.SERVER_SUITE,
    )


class NewEstimateMissing(Refusal):
    """The estimate was to be a new one, and none was given."""

    truth = "adjustEstimate=new came without newEstimate"
    answer = Answer(
        condition="`adjustEstimate=new` without `newEstimate`",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("newEstimate", "Value is required when adjustEstimate is new"),),
        words_by=evidence.SERVER_SUITE,
    )


class NewEstimateInvalid(Refusal):
    """The new estimate is no time."""

    truth = "newEstimate={0.value!r} is no time"
    answer = Answer(
        condition="a `newEstimate` that is no time",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("newEstimate", "Invalid new estimate entered."),),
        words_by=evidence.SERVER_SUITE,
    )

    value: str


class AmountMissing(Refusal):
    """The estimate was to be adjusted by an amount, and none was given."""

    truth = "adjustEstimate=manual came without {0.parameter}"
    answer = Answer(
        condition="`adjustEstimate=manual` without `reduceBy`, or without `increaseBy` where a worklog is deleted",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("{0.parameter}", "A value is required for manual estimate adjustment"),),
        words_by=evidence.SERVER_SUITE,
    )

    parameter: str


class AmountInvalid(Refusal):
    """The amount by which the estimate was to be adjusted is no time."""

    truth = "{0.parameter}={0.value!r} is no time"
    answer = Answer(
        condition="a `reduceBy` or `increaseBy` that is no time",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("{0.parameter}", "Invalid time entered for adjusting the estimate."),),
        words_by=evidence.SERVER_TESTS,
    )

    parameter: str
    value: str


class WorklogLimitReached(Refusal):
    """The issue has as many worklogs as it may have."""

    truth = "{0.issue.key} has as many worklogs as it may have (worklog_limit={0.limit})"
    answer = Answer(
        condition="the issue has as many worklogs as it may have",
        status=413,
        status_by=evidence.REFERENCE,
        message="Issue '{0.issue.key}' has reached the per-issue limit for worklogs of {0.limit}.",
        words_by=NO_TEXT,
    )

    issue: Issue
    limit: int


class WorklogIdsMiscounted(Refusal):
    """Worklogs were named by no id at all, or by more than can be given at once."""

    truth = "{0.count} worklogs were named by their ids, not 1 to {0.most}"
    answer = Answer(
        condition="worklogs by no id at all, or by more than 1,000, or 5,000 to delete or move",
        status=400,
        status_by=evidence.REFERENCE,
        message="The number of worklog IDs must be between 1 and {0.most}.",
        words_by=NO_TEXT,
    )

    count: int
    most: int


class WorklogOfRole(Refusal):
    """A worklog that only a role may read was to be moved."""

    truth = "worklog {0.worklog.id} is for the {0.worklog.visibility} alone, and cannot be moved"
    answer = Answer(
        condition="moving a worklog that is restricted to a role",
        status=400,
        status_by=chosen("the reference says that such worklogs cannot be moved, and has no status for it"),
        message="Worklogs that are restricted by project roles cannot be moved.",
        words_by=NO_TEXT,
    )

    worklog: Worklog


class EstimateInvalid(Refusal):
    """An estimate of an issue was set to what is no time."""

    truth = "{0.value!r} is no {0.which} estimate: that is a time such as '3h 30m'"
    answer = Answer(
        condition="an estimate in `timetracking` that is no time",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("timetracking_{0.which}estimate", "The {0.which} estimate specified is not valid."),),
        words_by=evidence.SERVER_SUITE,
    )

    which: Literal["original", "remaining"]
    value: object

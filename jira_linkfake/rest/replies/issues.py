"""What Jira answers to refusals about issues and the things that issues have."""

from __future__ import annotations

from jira_linkfake.rest import evidence
from jira_linkfake.rest.evidence import chosen
from jira_linkfake.rest.replies.answer import NO_TEXT, Answer
from jira_linkfake.site.refusals import Refusal
from jira_linkfake.site.refusals import issues as refusals

_UNSEEN = "Issue does not exist or you do not have permission to see it."

ANSWERS: dict[type[Refusal], Answer] = {
    refusals.IssueUnknown: Answer(
        condition="an issue that does not exist",
        status=404,
        status_by=evidence.REFERENCE,
        message=_UNSEEN,
        words_by=evidence.RECORDED,
        lack="sight",
    ),
    refusals.IssueHidden: Answer(
        condition="an issue that the caller may not see",
        status=404,
        status_by=evidence.REFERENCE,
        message=_UNSEEN,
        words_by=evidence.RECORDED,
        lack="sight",
    ),
    refusals.IssueUnnamed: Answer(
        condition="an issue given neither by key nor by a usable id",
        status=404,
        status_by=chosen("Jira Server answers 404"),
        message=_UNSEEN,
        words_by=NO_TEXT,
    ),
    refusals.IssueArchived: Answer(
        condition="an archived issue",
        status=400,
        status_by=chosen("an archived issue cannot be changed; no source has the status"),
        message="Issue '{0.issue.key}' is archived.",
        words_by=NO_TEXT,
    ),
    refusals.NotFound: Answer(
        condition="a status, priority, resolution, role or type of issue that does not exist",
        status=404,
        status_by=evidence.REFERENCE,
        message="The {0.kind} '{0.value}' does not exist.",
        words_by=NO_TEXT,
    ),
    refusals.ProjectUnseen: Answer(
        condition="a project that does not exist or that the caller may not browse",
        status=404,
        status_by=evidence.REFERENCE,
        message="No project could be found with key '{0.key}'.",
        words_by=evidence.RECORDED,
        lack="sight",
    ),
}

"""What can go wrong about the history of issues, and what Jira answers."""

from __future__ import annotations

from jira_linkfake.jira import evidence
from jira_linkfake.jira.refusal import NO_TEXT, Answer, Refusal


class BulkHistoryMiscounted(Refusal):
    """The history of several issues was asked for with too few or too many of something."""

    truth = "{0.name} are {0.count}, and can be {0.least} to {0.most}"
    answer = Answer(
        condition="the history of no issue or of more than 1,000, of more than 10 fields, or in pages beyond 10,000",
        status=400,
        status_by=evidence.REFERENCE,
        message="The number of {0.name} must be between {0.least} and {0.most}.",
        words_by=NO_TEXT,
    )

    name: str
    count: int
    least: int
    most: int

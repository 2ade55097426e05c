"""What can go wrong about ranking, and what Jira answers."""

from __future__ import annotations

from jira_linkfake.jira import evidence
from jira_linkfake.jira.refusal import NO_TEXT, Answer, Refusal


class RankUnclear(Refusal):
    """A request does not say where to, or says it twice, or names another field for the rank."""

    truth = "the issues cannot be ranked: {0.why}"
    answer = Answer(
        condition="ranking with neither or both of an issue before and an issue after, or by a field that is no rank",
        status=400,
        status_by=evidence.REFERENCE,
        message="The place to rank the issues at is not clear.",
        words_by=NO_TEXT,
    )

    why: str

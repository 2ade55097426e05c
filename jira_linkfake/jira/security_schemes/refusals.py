"""What can go wrong about issue security schemes, and what Jira answers."""

from __future__ import annotations

from jira_linkfake.jira import evidence
from jira_linkfake.jira.refusal import NO_TEXT, Answer, CallerRefusal, Refusal


class SecuritySchemeUnseen(CallerRefusal):
    """The caller administers neither Jira nor a project with the scheme, if it is there at all."""

    truth = "{0.who} administers neither Jira nor a project with the issue security scheme {0.scheme_id!r}"
    answer = Answer(
        condition="an issue security scheme of no project that the caller administers, without Administer Jira",
        status=403,
        status_by=evidence.REFERENCE,
        message="You do not have permission to view this issue security scheme.",
        words_by=NO_TEXT,
        lack="permission",
    )

    scheme_id: str


class NoLevelMembers(Refusal):
    """Nobody is in the security levels that were asked for."""

    truth = "nobody is in these security levels"
    answer = Answer(
        condition="the members of an issue security scheme's levels where there are none",
        status=404,
        status_by=evidence.REFERENCE,
        message="No issue security level members were found.",
        words_by=NO_TEXT,
    )

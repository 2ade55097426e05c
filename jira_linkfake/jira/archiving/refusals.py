"""What can go wrong about archiving issues, and what Jira answers."""

from __future__ import annotations

from jira_linkfake.jira.evidence import REFERENCE
from jira_linkfake.jira.refusal import Answer, CallerRefusal, Refusal


class ArchiverNotAdministrator(CallerRefusal):
    """The caller lacks the global permission to administer Jira, which archiving takes."""

    truth = "{0.who} does not hold Administer Jira, which archiving takes"
    answer = Answer(
        condition="archiving and unarchiving issues without Administer Jira",
        status=403,
        status_by=REFERENCE,
        message="Only admins can archive or unarchive issues. Access denied.",
        words_by=REFERENCE,
        lack="permission",
    )


class NotArchived(Refusal):
    """Issues of a request cannot be archived, or brought back; where none can, the request is refused."""

    truth = "left as they are: {0.why}"
    answer = Answer(
        condition="issues to archive or unarchive, all of them sub-tasks, or not there to see",
        status=400,
        status_by=REFERENCE,
        message="No valid issue to archive or unarchive. Bad request.",
        words_by=REFERENCE,
    )

    why: str


class JqlToArchiveInvalid(Refusal):
    """The query for what is to be archived cannot be read, or there is none."""

    truth = "the query for what is to be archived is wrong: {0.why}"
    answer = Answer(
        condition="archiving what a query finds that is wrong, or empty",
        status=400,
        status_by=REFERENCE,
        message="Invalid JQL. Bad request.",
        words_by=REFERENCE,
    )

    why: str

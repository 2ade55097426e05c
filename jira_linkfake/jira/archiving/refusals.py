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


class ArchiverNotSignedIn(CallerRefusal):
    """The caller is anonymous, and archiving and exporting are for signed-in users."""

    truth = "{0.who} is not signed in, as archiving issues and exporting them take"
    answer = Answer(
        condition="archiving, unarchiving or exporting issues without credentials",
        status=401,
        status_by=REFERENCE,
        message="User is not logged in.",
        words_by=REFERENCE,
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


class ExporterNotAdministrator(CallerRefusal):
    """The caller lacks the global permission to administer Jira, which exporting takes."""

    truth = "{0.who} does not hold Administer Jira, which exporting archived issues takes"
    answer = Answer(
        condition="exporting archived issues without Administer Jira",
        status=403,
        status_by=REFERENCE,
        message="User is not an admin.",
        words_by=REFERENCE,
        lack="permission",
    )


class ExportFilterInvalid(Refusal):
    """What is to be exported is of something that is not there, or of no day."""

    truth = "archived issues cannot be chosen so: {0.invalid}"
    answer = Answer(
        condition="exporting archived issues of what is not there, or of no day",
        status=400,
        status_by=REFERENCE,
        message="Your filter contains invalid values {0.invalid}",
        words_by=REFERENCE,
    )

    invalid: str

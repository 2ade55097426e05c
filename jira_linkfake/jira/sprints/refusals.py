"""What can go wrong about sprints, and what Jira answers."""

from __future__ import annotations

from jira_linkfake.jira import evidence
from jira_linkfake.jira.evidence import Evidence, chosen
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.refusal import NO_TEXT, Answer, CallerRefusal, Refusal, UnseenRefusal
from jira_linkfake.jira.sprints.model import Sprint

_COMMAND_LINE = Evidence("observed", "Atlassian's command line (acli 1.3), which tells what Cloud answered")


class SprintUnseen(UnseenRefusal):
    """There is no such sprint, or the caller sees neither its board nor an issue in it."""

    truth = "{0.who} sees no sprint {0.value!r}: {0.why}"
    answer = Answer(
        condition="a sprint that does not exist, or of which neither the board nor an issue is seen",
        status=404,
        status_by=evidence.REFERENCE,
        message="We could not find the sprint",
        words_by=_COMMAND_LINE,
        lack="sight",
    )

    value: str


class NoSprintPermission(CallerRefusal):
    """The caller may not manage sprints in a project of the board."""

    truth = "{0.who} does not hold Manage sprints in {0.project}"
    answer = Answer(
        condition="making, changing, swapping or deleting a sprint without Manage sprints in a project of its board",
        status=403,
        status_by=evidence.REFERENCE,
        message="You do not have the permission to manage sprints.",
        words_by=NO_TEXT,
    )

    project: str


class SprintNameInvalid(Refusal):
    """A sprint was to have no name, or one that is too long."""

    truth = "the sprint's name has {0.length} characters, not 1 to {0.most}"
    answer = Answer(
        condition="a sprint's name that is missing, empty or of more than 30 characters; a whole update needs it too",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("name", "The sprint name must be between 1 and {0.most} characters long."),),
        words_by=NO_TEXT,
    )

    length: int
    most: int


class SprintBoardMissing(Refusal):
    """A new sprint names no board."""

    truth = "the new sprint has no originBoardId"
    answer = Answer(
        condition="a new sprint without `originBoardId`",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("originBoardId", "The board of the sprint must be specified."),),
        words_by=NO_TEXT,
    )


class SprintDateInvalid(Refusal):
    """A date of a sprint is none, or its end is not behind its start."""

    truth = "{0.name} cannot be {0.value!r}: {0.why}"
    answer = Answer(
        condition="a date of a sprint that is none, or an end that is not after the start",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("{0.name}", "The value '{0.value}' is not a valid date for the sprint."),),
        words_by=NO_TEXT,
    )

    name: str
    value: str
    why: str


class SprintClosedAlready(Refusal):
    """A closed sprint was to be changed, or to take issues."""

    truth = "the sprint {0.sprint.name!r} is closed"
    answer = Answer(
        condition="changing a closed sprint, or moving issues to it",
        status=400,
        status_by=evidence.REFERENCE,
        message="The sprint '{0.sprint.name}' is closed.",
        words_by=NO_TEXT,
    )

    sprint: Sprint


class SprintStateInvalid(Refusal):
    """A sprint was to go another way than from future to active to closed."""

    truth = "the sprint {0.sprint.name!r} is {0.sprint.state}, and cannot be {0.value}"
    answer = Answer(
        condition="a state that a sprint cannot go to: from future to active, and from there to closed, is all",
        status=400,
        status_by=evidence.LIVE_SUITE,
        message="The sprint is in the state '{0.sprint.state}', it cannot go to '{0.value}'.",
        words_by=NO_TEXT,
    )

    sprint: Sprint
    value: str


class SprintDatesMissing(Refusal):
    """A sprint was to be started without a start or an end."""

    truth = "the sprint {0.sprint.name!r} is to be started, and has no {0.missing}"
    answer = Answer(
        condition="starting a sprint without `startDate` or `endDate`",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("{0.missing}", "A sprint needs a start date and an end date to be started."),),
        words_by=NO_TEXT,
    )

    sprint: Sprint
    missing: str


class SprintActiveAlready(Refusal):
    """Another sprint of the board is active, and the site has no parallel sprints."""

    truth = "the sprint {0.active.name!r} of the board is active already (parallel_sprints=False)"
    answer = Answer(
        condition="starting a sprint while another one of its board is active and `parallel_sprints` is off",
        status=400,
        status_by=chosen("Jira's pages say that a board has one active sprint without parallel sprints"),
        message="There is an active sprint on the board already.",
        words_by=NO_TEXT,
    )

    active: Sprint


class NotForSprints(Refusal):
    """A sub-task was to be put into a sprint by itself."""

    truth = "{0.issue.key} is a sub-task, which is in the sprint of its parent"
    answer = Answer(
        condition="a sub-task put into a sprint",
        status=400,
        status_by=chosen("Jira's pages say that sub-tasks go with their parents"),
        message="The issue '{0.issue.key}' is a sub-task, and cannot be moved to a sprint by itself.",
        words_by=NO_TEXT,
    )

    issue: Issue


class SprintFieldInvalid(Refusal):
    """The field Sprint was to be something else than the id of a sprint."""

    truth = "{0.value!r} is no id of a sprint"
    answer = Answer(
        condition="the field Sprint set to what is no number",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("{0.field}", "Number value expected as the Sprint id."),),
        words_by=chosen("quoted by programs that write to Cloud, without a recorded answer"),
    )

    field: str
    value: object


class SprintFieldUnseen(UnseenRefusal):
    """The field Sprint was to be a sprint that there is not, is not seen or is closed."""

    truth = "{0.who} can put no issue into the sprint {0.value!r}: {0.why}"
    answer = Answer(
        condition="the field Sprint set to a sprint that does not exist, is not seen or is closed",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("{0.field}", "Sprint with id {0.value} does not exist, or you do not have permission to view it."),),
        words_by=NO_TEXT,
    )

    field: str
    value: str

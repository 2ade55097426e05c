"""What can go wrong about boards and the issues on them, and what Jira answers."""

from __future__ import annotations

from jira_linkfake.jira import evidence
from jira_linkfake.jira.boards.model import Board
from jira_linkfake.jira.evidence import Evidence, chosen
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.refusal import NO_TEXT, Answer, CallerRefusal, Refusal, UnseenRefusal

_CAPTURED = Evidence("observed", "answers of Cloud sites in tests of clients and of Atlassian's command line, to 2026")


class BoardUnseen(UnseenRefusal):
    """There is no such board, or the caller does not see its filter."""

    truth = "{0.who} sees no board {0.value!r}: {0.why}"
    answer = Answer(
        condition="a board that does not exist or whose filter is not seen",
        status=404,
        status_by=evidence.REFERENCE,
        message="The requested board cannot be viewed because it either does not exist or you do not have permission "
        "to view it.",
        words_by=_CAPTURED,
        lack="sight",
    )

    value: str


class BoardFilterUnseen(UnseenRefusal):
    """A new board was to show a filter that there is not, or that the caller does not see."""

    truth = "{0.who} sees no filter {0.value!r}: {0.why}"
    answer = Answer(
        condition="a new board of a filter that does not exist or is not seen",
        status=400,
        status_by=evidence.LIVE_SUITE,
        message="The selected filter is not available to you, perhaps it has been deleted or had its permissions "
        "changed.",
        words_by=evidence.LIVE_SUITE,
    )

    value: str


class BoardInvalid(Refusal):
    """A new board lacks what it takes, or has what it cannot have."""

    truth = "the new board {0.why}"
    answer = Answer(
        condition="a new board without a name, a type or a filter, of another type, with a name that is too long, or "
        "located where it cannot be",
        status=400,
        status_by=evidence.REFERENCE,
        message="The board cannot be created.",
        words_by=NO_TEXT,
    )

    why: str


class BoardQueryInvalid(Refusal):
    """A query for boards, sprints or epics has a value that is none of those that it can have."""

    truth = "{0.name} in the query cannot be {0.value!r}"
    answer = Answer(
        condition="an unknown type or order of boards, state of sprints, or `expand` of boards",
        status=400,
        status_by=evidence.REFERENCE,
        message="Invalid value '{0.value}' for '{0.name}'.",
        words_by=NO_TEXT,
    )

    name: str
    value: str


class BoardUndeletable(CallerRefusal):
    """The caller may not delete the board."""

    truth = "{0.who} neither owns the board {0.board.name!r} nor administers its project or Jira"
    answer = Answer(
        condition="deleting a board without owning it and without administering its project or Jira",
        status=403,
        status_by=evidence.REFERENCE,
        message="You do not have permission to delete this board.",
        words_by=NO_TEXT,
    )

    board: Board


class NoSprints(Refusal):
    """The board has no sprints."""

    truth = "the board {0.board.name!r} is of the type {0.board.type}, and has no sprints"
    answer = Answer(
        condition="sprints of a board that has none, as a Kanban board",
        status=400,
        status_by=_CAPTURED,
        message="The board does not support sprints",
        words_by=_CAPTURED,
    )

    board: Board


class OnlyBySprint(Refusal):
    """Issues were to come onto a board that has sprints, where only a sprint brings them."""

    truth = "the board {0.board.name!r} has sprints, by which issues come onto it"
    answer = Answer(
        condition="issues moved from the backlog onto a board that has sprints",
        status=400,
        status_by=chosen("the reference speaks of Kanban boards alone"),
        message="The issues cannot be moved to the board.",
        words_by=NO_TEXT,
    )

    board: Board


class NotOnBoard(Refusal):
    """The issue is not on the board."""

    truth = "{0.issue.key} is not on the board {0.board.name!r}"
    answer = Answer(
        condition="the estimation of an issue that is not on the board, or moving one from the board that is not there",
        status=404,
        status_by=evidence.REFERENCE,
        message="The issue '{0.issue.key}' is not on the board.",
        words_by=NO_TEXT,
    )

    issue: Issue
    board: Board


class NoEstimation(Refusal):
    """The request names no board, or one that estimates nothing."""

    truth = "{0.why}"
    answer = Answer(
        condition="an estimation without `boardId`, or for a board that estimates nothing",
        status=400,
        status_by=evidence.REFERENCE,
        message="The estimation field cannot be determined.",
        words_by=NO_TEXT,
    )

    why: str


class EstimationInvalid(Refusal):
    """An estimation is no number."""

    truth = "{0.value!r} is no number of story points"
    answer = Answer(
        condition="an estimation that is no number",
        status=400,
        status_by=evidence.REFERENCE,
        message="The value '{0.value}' is not a number.",
        words_by=NO_TEXT,
    )

    value: str


class IssuesMiscounted(Refusal):
    """More issues were to be moved at once than Jira moves, or none."""

    truth = "{0.count} issues were named, not 1 to {0.most}"
    answer = Answer(
        condition="no issue, or more than 50, to be moved or ranked at once",
        status=400,
        status_by=evidence.REFERENCE,
        message="The number of issues must be between 1 and {0.most}.",
        words_by=NO_TEXT,
    )

    count: int
    most: int


class MovedIssueUnseen(Refusal):
    """An issue that was to be moved or ranked does not exist, or is not seen."""

    truth = "an issue cannot be moved or ranked: {0.cause.reason}"
    answer = Answer(
        condition="an issue to be moved, or to be ranked, or to be ranked by, that does not exist or is not seen",
        status=400,
        status_by=chosen("the reference has no 404 where issues are ranked; a live suite saw at least 400"),
        message="Issue does not exist or you do not have permission to see it.",
        words_by=chosen("as for an issue by itself"),
    )

    cause: Refusal


class NoMovePermission(CallerRefusal):
    """The caller may not plan or edit one of the issues."""

    truth = "{0.who} does not hold {0.permission} in {0.issue.project}"
    answer = Answer(
        condition="an issue moved, ranked or estimated without Schedule issues or Edit issues in its project",
        status=403,
        status_by=evidence.REFERENCE,
        message="You do not have permission to move the issue '{0.issue.key}'.",
        words_by=NO_TEXT,
    )

    issue: Issue
    permission: str

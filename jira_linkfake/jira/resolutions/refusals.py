"""What can go wrong about resolutions, and what Jira answers."""

from __future__ import annotations

from jira_linkfake.jira import evidence
from jira_linkfake.jira.evidence import chosen
from jira_linkfake.jira.refusal import NO_TEXT, Answer, Refusal
from jira_linkfake.jira.workflow.model import Resolution


class ResolutionNotThere(Refusal):
    """No resolution has the id by which it is to be changed."""

    truth = "there is no resolution {0.value!r}"
    answer = Answer(
        condition="changing, moving or deleting a resolution that does not exist, or making it the default one",
        status=404,
        status_by=evidence.REFERENCE,
        message="Resolution with ID {0.value} not found.",
        words_by=evidence.REFERENCE,
    )

    value: str


class ResolutionNameMissing(Refusal):
    """A resolution was to have no name."""

    truth = "the resolution has no name"
    answer = Answer(
        condition="a resolution without a name",
        status=400,
        status_by=evidence.REFERENCE,
        message="The name has to be provided.",
        words_by=chosen("in the reference's words for an id"),
    )


class ResolutionTextTooLong(Refusal):
    """A resolution was to have a name or a description that is longer than Jira keeps."""

    truth = "the resolution's {0.name} has {0.length} characters, of {0.most} that it may have"
    answer = Answer(
        condition="a resolution's name of more than 60 characters, or description of more than 255",
        status=400,
        status_by=evidence.REFERENCE,
        message="The length of the {0.name} must not exceed {0.most} characters.",
        words_by=evidence.REFERENCE,
    )

    name: str
    length: int
    most: int


class ResolutionNameTaken(Refusal):
    """Another resolution has the name."""

    truth = "there is the resolution {0.taken_by.name!r} already"
    answer = Answer(
        condition="a resolution's name that another one has",
        status=400,
        status_by=evidence.REFERENCE,
        message="A resolution with the name '{0.taken_by.name}' already exists.",
        words_by=NO_TEXT,
    )

    taken_by: Resolution


class ResolutionIdMissing(Refusal):
    """It is not said which resolution is to be the default one, or to stand in for one that goes."""

    truth = "no id says which resolution it is to be"
    answer = Answer(
        condition="a default resolution without an id, or deleting one without `replaceWith`",
        status=400,
        status_by=evidence.REFERENCE,
        message="The id has to be provided.",
        words_by=evidence.REFERENCE,
    )


class ResolutionReplacesItself(Refusal):
    """A resolution is to be deleted, and to stand in for itself."""

    truth = "the resolution {0.resolution.name} was to be replaced with itself"
    answer = Answer(
        condition="deleting a resolution that `replaceWith` names",
        status=400,
        status_by=evidence.REFERENCE,
        message="A resolution cannot be replaced with itself.",
        words_by=NO_TEXT,
    )

    resolution: Resolution


class ResolutionsTooMany(Refusal):
    """More resolutions were to be moved than Jira moves at once."""

    truth = "{0.count} resolutions were to be moved, of {0.most} at once"
    answer = Answer(
        condition="moving more than 1000 resolutions",
        status=400,
        status_by=evidence.REFERENCE,
        message="The IDs must contain no more than 1,000 items.",
        words_by=evidence.REFERENCE,
    )

    count: int
    most: int


class ResolutionMoveInvalid(Refusal):
    """Resolutions were to be moved nowhere, to two places at once, or behind themselves."""

    truth = "resolutions are moved, each once, by either `after` or a `position`, and got {0.given}"
    answer = Answer(
        condition="moving resolutions twice, behind themselves, or without one of `after` and `position`",
        status=400,
        status_by=evidence.REFERENCE,
        message="Either 'after' or 'position' must be specified, and each ID once.",
        words_by=NO_TEXT,
    )

    given: str

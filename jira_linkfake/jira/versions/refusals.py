"""What can go wrong about versions, and what Jira answers."""

from __future__ import annotations

from typing import Literal

from jira_linkfake.jira import evidence
from jira_linkfake.jira.evidence import chosen
from jira_linkfake.jira.projects.model import Project
from jira_linkfake.jira.refusal import NO_TEXT, Answer, CallerRefusal, Refusal, UnseenRefusal
from jira_linkfake.jira.versions.model import Version

_MODIFY = "You must have global or project administrator rights in order to modify versions."
_NOT_FOUND = "Could not find version for id '{0.value}'"


class VersionUnseen(UnseenRefusal):
    """There is no such version, or the caller may not browse its project."""

    truth = "there is no version {0.value!r} that {0.who} sees: {0.why}"
    answer = Answer(
        condition="a version that does not exist or is not seen",
        status=404,
        status_by=evidence.REFERENCE,
        message=_NOT_FOUND,
        words_by=evidence.SERVER_SUITE,
        lack="sight",
    )

    value: str


class VersionProjectMissing(Refusal):
    """A new version names no project."""

    truth = "the new version has neither projectId nor project"
    answer = Answer(
        condition="a new version without a project",
        status=400,
        status_by=evidence.SERVER_SUITE,
        message="Project must be specified to create a version.",
        words_by=evidence.SERVER_SUITE,
    )


class VersionNotCreatable(UnseenRefusal):
    """The project of a new version is not seen, or the caller may not administer it."""

    truth = "{0.who} cannot create a version in the project {0.named!r}: {0.why}"
    answer = Answer(
        condition="a new version in a project that is not seen or that the caller may not administer",
        status=404,
        status_by=evidence.REFERENCE,
        message="Project with key '{0.key}' either does not exist or you do not have permission to create versions "
        "in it.",
        words_by=evidence.SERVER_SUITE,
        lack="permission",
    )

    named: str
    key: str | None

    @property
    def why(self) -> str:
        """Which of the three it is, which the caller must never learn."""
        return "there is none" if self.hidden_by is None else f"it is there, but {self.hidden_by}"


class VersionNotEditable(CallerRefusal):
    """The caller may not administer the project whose version is to be changed."""

    truth = "{0.who} holds neither Administer projects in {0.version.project} nor Administer Jira"
    answer = Answer(
        condition="changing a version without Administer projects and Administer Jira",
        status=400,
        status_by=evidence.VERSION_REFUSED,
        message=_MODIFY,
        words_by=evidence.VERSION_REFUSED,
        lack="permission",
    )

    version: Version


class VersionNotMovable(CallerRefusal):
    """The caller may not administer the project whose version is to be moved or merged."""

    truth = "{0.who} holds neither Administer projects in {0.version.project} nor Administer Jira"
    answer = Answer(
        condition="moving or merging a version without Administer projects and Administer Jira",
        status=401,
        status_by=evidence.REFERENCE,
        message=_MODIFY,
        words_by=evidence.SERVER_CLIENT,
        lack="permission",
    )

    version: Version


class VersionUndeletable(CallerRefusal):
    """The caller may not administer the project whose version is to be deleted."""

    truth = "{0.who} holds neither Administer projects in {0.version.project} nor Administer Jira"
    answer = Answer(
        condition="deleting a version without Administer projects and Administer Jira",
        status=401,
        status_by=evidence.REFERENCE,
        message="The user {0.named_caller} does not have permission to complete this operation.",
        words_by=evidence.SERVER_SUITE,
        lack="permission",
    )

    version: Version


class VersionNotReplaceable(CallerRefusal):
    """The caller may not administer the project whose version is to be deleted and replaced."""

    truth = "{0.who} holds neither Administer projects in {0.version.project} nor Administer Jira"
    answer = Answer(
        condition="deleting and replacing a version without Administer projects and Administer Jira",
        status=404,
        status_by=evidence.REFERENCE,
        message="Could not find version for id '{0.version.id}'",
        words_by=chosen("as for one that does not exist"),
        lack="permission",
    )

    version: Version


class VersionNameMissing(Refusal):
    """A version was to have no name."""

    truth = "the version has no name"
    answer = Answer(
        condition="a version without a name",
        status=400,
        status_by=evidence.SERVER_SUITE,
        errors=(("name", "You must specify a valid version name"),),
        words_by=evidence.SERVER_SUITE,
    )


class VersionNameTooLong(Refusal):
    """A version was to have a name that is longer than Jira keeps."""

    truth = "the version's name has {0.length} characters, of {0.most} that it may have"
    answer = Answer(
        condition="a version's name of more than 255 characters",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("name", "The version name must not exceed {0.most} characters."),),
        words_by=NO_TEXT,
    )

    length: int
    most: int


class VersionNameTaken(Refusal):
    """Another version of the project has the name."""

    truth = "{0.taken_by.project} has the version {0.taken_by.name!r} already"
    answer = Answer(
        condition="a version's name that another one of its project has",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("name", "A version with this name already exists in this project."),),
        words_by=evidence.SERVER_CAPTURE,
    )

    taken_by: Version


class VersionDescriptionTooLong(Refusal):
    """A version was to have a description that is longer than Jira keeps."""

    truth = "the version's description has {0.length} bytes, of {0.most} that it may have"
    answer = Answer(
        condition="a version's description of more than 16384 bytes",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("description", "The description is over {0.most} characters."),),
        words_by=NO_TEXT,
    )

    length: int
    most: int


class VersionDateInvalid(Refusal):
    """A version was to have a date that is none."""

    truth = "{0.value!r} is no date as {0.form}"
    answer = Answer(
        condition="a version's date that is none",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("{0.name}", "The date '{0.value}' is not valid: it has the form {0.form}."),),
        words_by=NO_TEXT,
    )

    name: str
    value: str
    form: str


class VersionDateTwice(Refusal):
    """A version was to have one date in two forms."""

    truth = "both {0.name} and {0.other} were given"
    answer = Answer(
        condition="a new version with `releaseDate` and `userReleaseDate`, or `startDate` and `userStartDate`",
        status=400,
        status_by=evidence.SERVER_SUITE,
        message="Only one of '{0.name}' and '{0.other}' can be specified when creating a version.",
        words_by=evidence.SERVER_SUITE,
    )

    name: str
    other: str


class VersionDatesReversed(Refusal):
    """A version was to start after it is released."""

    truth = "the version was to start on {0.start} and to be released on {0.release}"
    answer = Answer(
        condition="a version that starts after its release",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("startDate", "The start date must not be after the release date."),),
        words_by=NO_TEXT,
    )

    start: str
    release: str


class VersionDriverUnknown(Refusal):
    """A version was to be driven by somebody who is nobody."""

    truth = "no user has the account id {0.account_id!r}"
    answer = Answer(
        condition="a version's driver who does not exist",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("driver", "The user '{0.account_id}' does not exist."),),
        words_by=NO_TEXT,
    )

    account_id: str


class VersionSwappedForItself(Refusal):
    """Issues were to get the very version that is deleted."""

    truth = "the issues of version {0.version.name!r} were to get that version again"
    answer = Answer(
        condition="deleting a version, its issues to get that same version",
        status=400,
        status_by=evidence.REFERENCE,
        message="You cannot move the issues to the version being deleted.",
        words_by=evidence.SERVER_SUITE,
    )

    version: Version


class VersionSwapUnknown(Refusal):
    """Issues were to get a version that their project does not have."""

    truth = "{0.project} has no version {0.value!r} for the issues to get"
    answer = Answer(
        condition="deleting a version, its issues to get one that the project does not have",
        status=400,
        status_by=evidence.REFERENCE,
        message="The {0.role} version with id {0.value} does not exist.",
        words_by=evidence.SERVER_SUITE,
    )

    role: Literal["fix", "affects"]
    value: str
    project: str


class VersionMoveInvalid(Refusal):
    """A version was to be moved nowhere, or to two places at once."""

    truth = "a version is moved by either `after` or a `position`, and got {0.given}"
    answer = Answer(
        condition="moving a version without one of `after` and `position`, or to no position",
        status=400,
        status_by=evidence.REFERENCE,
        message="Either 'after' or 'position' must be specified: one of Earlier, Later, First, Last.",
        words_by=NO_TEXT,
    )

    given: str


class VersionOfOtherProject(Refusal):
    """A version was to be put behind one that its project does not have."""

    truth = "{0.project.key} has no version {0.value!r}"
    answer = Answer(
        condition="moving or merging a version behind or into one that its project does not have",
        status=404,
        status_by=evidence.REFERENCE,
        message="Could not find version with id '{0.value}' for project '{0.project.key}'",
        words_by=evidence.SERVER_SUITE,
    )

    value: str
    project: Project


class UnfixedIssuesGoNowhere(Refusal):
    """Unresolved issues were to go to a version that their project does not have."""

    truth = "{0.project} has no version {0.value!r} for unresolved issues to get"
    answer = Answer(
        condition="releasing a version, its unresolved issues to get one that the project does not have",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("moveUnfixedIssuesTo", "There is no version '{0.value}' in this project."),),
        words_by=NO_TEXT,
    )

    value: str
    project: str


class NoRelatedWorkPermission(CallerRefusal):
    """The caller lacks a permission that changing related work takes."""

    truth = "{0.who} does not hold {0.permission} in {0.version.project}"
    answer = Answer(
        condition="changing related work without Resolve issues and Edit issues",
        status=403,
        status_by=evidence.REFERENCE,
        message="You do not have permission to change the related work of this version.",
        words_by=NO_TEXT,
        lack="permission",
    )

    version: Version
    permission: str


class RelatedWorkIncomplete(Refusal):
    """Related work was to have no category or no address."""

    truth = "the related work has no {0.name}"
    answer = Answer(
        condition="related work without a category or an address",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("{0.name}", "The {0.name} of related work is required."),),
        words_by=NO_TEXT,
    )

    name: str


class RelatedWorkUnknown(Refusal):
    """The version has no such related work."""

    truth = "version {0.version.name!r} has no related work {0.value!r}"
    answer = Answer(
        condition="related work that the version does not have",
        status=404,
        status_by=evidence.REFERENCE,
        message="No related work with id '{0.value}' exists.",
        words_by=NO_TEXT,
    )

    value: str
    version: Version


class VersionOfArchive(Refusal):
    """Related work of an archived version was to be changed."""

    truth = "version {0.version.name!r} is archived"
    answer = Answer(
        condition="changing related work of an archived version",
        status=400,
        status_by=evidence.REFERENCE,
        message="The related work of an archived version cannot be changed.",
        words_by=NO_TEXT,
    )

    version: Version

"""What can go wrong about attachments, and what Jira answers."""

from __future__ import annotations

from jira_linkfake.jira import evidence
from jira_linkfake.jira.attachments.model import Attachment
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.refusal import NO_TEXT, Answer, CallerRefusal, Refusal, UnseenRefusal

_TOO_LARGE = "The attachments exceed the maximum attachment size of {0.most} bytes."


class AttachmentsDisabled(Refusal):
    """Attachments are switched off."""

    truth = "attachments are switched off (attachments_enabled=False)"
    answer = Answer(
        condition="attachments while they are switched off",
        status=404,
        status_by=evidence.REFERENCE,
        message="Attachments are disabled.",
        words_by=NO_TEXT,
    )


class AttachmentUnseen(UnseenRefusal):
    """There is no such attachment, or the caller may not see its issue."""

    truth = "there is no attachment {0.value!r} that {0.who} sees: {0.why}"
    answer = Answer(
        condition="an attachment that does not exist or is not seen",
        status=404,
        status_by=evidence.REFERENCE,
        message="The attachment with id '{0.value}' does not exist",
        words_by=evidence.ATTACHMENT_GONE,
        lack="sight",
    )

    value: str


class ArchiveUnsupported(Refusal):
    """The attachment is an archive of a kind that Jira does not look into."""

    truth = "{0.attachment.filename!r} is an archive by {0.kind}, and Jira looks into ZIP files alone"
    answer = Answer(
        condition="looking into an attachment that is an archive, and no ZIP file",
        status=409,
        status_by=evidence.REFERENCE,
        message="The archive format of attachment '{0.attachment.filename}' is not supported.",
        words_by=NO_TEXT,
    )

    attachment: Attachment
    kind: str


class NoAttachPermission(CallerRefusal):
    """The caller may not attach anything to the issue."""

    truth = "{0.who} does not hold Create attachments in {0.issue.project}"
    answer = Answer(
        condition="attaching without Create attachments",
        status=403,
        status_by=evidence.REFERENCE,
        message="You do not have permission to create attachments for this issue.",
        words_by=evidence.NO_ATTACHING,
        lack="permission",
    )

    issue: Issue


class AttachmentUndeletable(CallerRefusal):
    """The caller may not delete the attachment."""

    truth = "{0.who} holds no permission to delete attachments of {0.whose} in {0.issue.project}"
    answer = Answer(
        condition="deleting an attachment without Delete all attachments, or Delete own attachments for one's own",
        status=403,
        status_by=evidence.REFERENCE,
        message="You do not have permission to delete attachment with id: {0.attachment.id}",
        words_by=NO_TEXT,
        lack="permission",
    )

    attachment: Attachment
    issue: Issue

    @property
    def whose(self) -> str:
        """Whose the attachment is."""
        author = self.attachment.author
        return "nobody" if author is None else author.name


class NothingToAttach(Refusal):
    """A request to attach has no file."""

    truth = "the body has no part named file with a file's name"
    answer = Answer(
        condition="attaching without a file, in a part named `file`",
        status=400,
        status_by=NO_TEXT,
        message="At least one attachment is required, in a part named 'file'.",
        words_by=NO_TEXT,
    )


class TooManyFiles(Refusal):
    """More files were to be attached than Jira takes at once."""

    truth = "{0.count} files were to be attached, of {0.most} at once"
    answer = Answer(
        condition="attaching more than 60 files at once",
        status=413,
        status_by=evidence.REFERENCE,
        message="No more than {0.most} files can be attached at once.",
        words_by=NO_TEXT,
    )

    count: int
    most: int


class AttachmentTooLarge(Refusal):
    """A file is larger than attachments may be."""

    truth = "{0.filename!r} has {0.size} bytes, of {0.most} that an attachment may have (attachment_size_limit)"
    answer = Answer(
        condition="attaching a file that is larger than attachments may be",
        status=413,
        status_by=evidence.REFERENCE,
        message=_TOO_LARGE,
        words_by=NO_TEXT,
    )

    filename: str
    size: int
    most: int


class AttachmentLimitReached(Refusal):
    """The issue would have more attachments than one may have."""

    truth = "{0.issue.key} would have more than {0.limit} attachments (attachment_limit)"
    answer = Answer(
        condition="attaching to an issue that would have more attachments than one may have",
        status=413,
        status_by=evidence.REFERENCE,
        message="The issue has reached its limit of {0.limit} attachments.",
        words_by=NO_TEXT,
    )

    issue: Issue
    limit: int


class RangeMalformed(Refusal):
    """A part of an attachment was asked for in a form that HTTP does not have."""

    truth = "{0.value!r} is no range of bytes"
    answer = Answer(
        condition="a part of an attachment by a Range that is malformed",
        status=400,
        status_by=evidence.REFERENCE,
        message="The range '{0.value}' is malformed.",
        words_by=NO_TEXT,
    )

    value: str


class RangeUnsatisfiable(Refusal):
    """A part of an attachment was asked for that it does not have."""

    truth = "the attachment has {0.size} bytes, which are not in the range {0.value!r}"
    answer = Answer(
        condition="a part of an attachment that it does not have",
        status=416,
        status_by=evidence.REFERENCE,
        message="The range '{0.value}' cannot be satisfied.",
        words_by=NO_TEXT,
    )

    value: str
    size: int


class ThumbnailMissing(Refusal):
    """The attachment has no thumbnail, and no other one was wanted."""

    truth = "{0.attachment.filename!r} is no image, so that it has no thumbnail"
    answer = Answer(
        condition="the thumbnail of what is no image, where no default one is wanted",
        status=404,
        status_by=evidence.REFERENCE,
        message="The attachment with id '{0.attachment.id}' has no thumbnail.",
        words_by=NO_TEXT,
    )

    attachment: Attachment

"""Attachments: adding and deleting them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from jira_linkfake.jira.attachments.finding import find_attachment, require_enabled
from jira_linkfake.jira.attachments.model import Attachment
from jira_linkfake.jira.attachments.refusals import (
    AttachmentLimitReached,
    AttachmentTooLarge,
    AttachmentUndeletable,
    NoAttachPermission,
    NothingToAttach,
    TooManyFiles,
)
from jira_linkfake.jira.history.model import AttachmentAdded, AttachmentRemoved, Change, IssueUpdated
from jira_linkfake.jira.history.rules import record
from jira_linkfake.jira.issues.finding import IssueReference, find_issue, require_unarchived
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.model import Caller
from jira_linkfake.jira.permissions.model import CREATE_ATTACHMENTS, DELETE_ALL_ATTACHMENTS, DELETE_OWN_ATTACHMENTS
from jira_linkfake.jira.permissions.sight import holds, holds_for
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.site import Site

MOST_AT_ONCE = 60
FIELD, FIELD_NAME = "attachment", "Attachment"


class File(Plain):
    """A file as a request brings it."""

    filename: str
    mime_type: str
    content: bytes


def add_attachments(site: Site, caller: Caller, reference: IssueReference, files: Sequence[File]) -> list[Attachment]:
    """Attach files to an issue, all or none, and return them."""
    require_enabled(site)
    issue = find_issue(site, caller, reference)
    require_unarchived(issue)
    if not holds(site, caller, CREATE_ATTACHMENTS, issue.project):
        raise Refused(NoAttachPermission(issue=issue, caller=caller))
    _require_fit(site, issue, files)
    return put_attachments(site, caller, issue, files)


def put_attachments(site: Site, author: Caller, issue: Issue, files: Iterable[File]) -> list[Attachment]:
    """Attach files to an issue, whatever the permissions and limits, with its history and events."""
    now = site.clock.tick()
    attachments = [
        Attachment(
            id=site.new_id("attachment"),
            issue_id=issue.id,
            filename=one.filename,
            mime_type=one.mime_type,
            content=one.content,
            author=author,
            created=now,
        )
        for one in files
    ]
    for attachment in attachments:
        site.attachments.put(attachment)
        site.events.append(AttachmentAdded(attachment=attachment, caller=author))
    _tell(site, author, issue, [_change(now=one) for one in attachments])
    return attachments


def delete_attachment(site: Site, caller: Caller, attachment_id: str) -> None:
    """Delete an attachment: one's own, or any with the permission for all."""
    attachment = find_attachment(site, caller, attachment_id)
    issue = site.issues[attachment.issue_id]
    require_unarchived(issue)
    may = holds_for(
        site, caller, issue.project, attachment.author, own=DELETE_OWN_ATTACHMENTS, everybody=DELETE_ALL_ATTACHMENTS
    )
    if not may:
        raise Refused(AttachmentUndeletable(attachment=attachment, issue=issue, caller=caller))
    site.attachments.take(attachment)
    site.clock.tick()
    site.events.append(AttachmentRemoved(attachment=attachment, caller=caller))
    _tell(site, caller, issue, [_change(was=attachment)])


def _require_fit(site: Site, issue: Issue, files: Sequence[File]) -> None:
    if not files:
        raise Refused(NothingToAttach())
    if len(files) > MOST_AT_ONCE:
        raise Refused(TooManyFiles(count=len(files), most=MOST_AT_ONCE))
    most = site.options.attachment_size_limit
    for file in files:
        if len(file.content) > most:
            raise Refused(AttachmentTooLarge(filename=file.filename, size=len(file.content), most=most))
    limit = site.options.attachment_limit
    if site.attachments.count_of(issue) + len(files) > limit:
        raise Refused(AttachmentLimitReached(issue=issue, limit=limit))


def _change(was: Attachment | None = None, now: Attachment | None = None) -> Change:
    return Change(
        field=FIELD_NAME,
        field_id=FIELD,
        from_id=None if was is None else was.id,
        from_text=None if was is None else was.filename,
        to_id=None if now is None else now.id,
        to_text=None if now is None else now.filename,
    )


def _tell(site: Site, caller: Caller, issue: Issue, changes: Iterable[Change]) -> None:
    site.issues.touch(issue.id, site.clock.now)
    changed = site.issues[issue.id]
    site.events.append(IssueUpdated(issue=changed, entry=record(site, caller, changed, *changes), caller=caller))

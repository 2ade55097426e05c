"""Finding the attachments of issues that a caller sees."""

from __future__ import annotations

from jira_linkfake.jira.attachments.model import Attachment
from jira_linkfake.jira.attachments.refusals import AttachmentsDisabled, AttachmentUnseen
from jira_linkfake.jira.people.model import Caller
from jira_linkfake.jira.permissions.sight import why_hidden
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.site import Site, with_id


def require_enabled(site: Site) -> None:
    """Raise `Refused` where attachments are switched off."""
    if not site.options.attachments_enabled:
        raise Refused(AttachmentsDisabled())


def find_attachment(site: Site, caller: Caller, attachment_id: str) -> Attachment:
    """Return the attachment of an id; raises `Refused` where there is none, or the caller may not see its issue."""
    require_enabled(site)
    attachment = with_id(site.attachments, attachment_id)
    if attachment is None:
        raise Refused(AttachmentUnseen(value=attachment_id, caller=caller))
    hidden_by = why_hidden(site, caller, site.issues[attachment.issue_id])
    if hidden_by is not None:
        raise Refused(AttachmentUnseen(value=attachment_id, caller=caller, hidden_by=hidden_by))
    return attachment

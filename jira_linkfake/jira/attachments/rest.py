"""`attachment` and `issue/{issueIdOrKey}/attachments`: files of issues, and what is said of them."""

from __future__ import annotations

from base64 import b64decode

from jira_linkfake.jira.attachments import rules
from jira_linkfake.jira.attachments.archives import entries_of
from jira_linkfake.jira.attachments.as_json import attachment_json
from jira_linkfake.jira.attachments.finding import find_attachment
from jira_linkfake.jira.attachments.model import ANY_BYTES, mime_type_of
from jira_linkfake.jira.attachments.refusals import RangeMalformed, RangeUnsatisfiable, ThumbnailMissing
from jira_linkfake.jira.evidence import LIVE_SUITE, REFERENCE
from jira_linkfake.jira.issues.finding import IssueReference
from jira_linkfake.jira.reader import Json
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.rest.call import Call, Raw, SeeOther
from jira_linkfake.rest.multipart import files_in
from jira_linkfake.rest.operations import Success, operation

_PNG = b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=")
"""The thumbnail of every image: one transparent pixel."""


@operation("addAttachment", Success(200, "what was attached", LIVE_SUITE))
def add(call: Call, issueIdOrKey: str) -> list[Json]:
    """Attach files to an issue; one that comes as any bytes is of the type that its name says (chosen)."""
    files = [
        rules.File(filename=name, mime_type=kind if kind != ANY_BYTES else mime_type_of(name), content=content)
        for name, kind, content in files_in(call)
    ]
    added = rules.add_attachments(call.site, call.caller, IssueReference.of(issueIdOrKey), files)
    return [attachment_json(one, call.api) for one in added]


@operation("getAttachmentMeta", Success(200, "whether attachments are on, and how large one may be", REFERENCE))
def read_settings(call: Call) -> Json:
    """Return the settings of attachments."""
    options = call.site.options
    return {"enabled": options.attachments_enabled, "uploadLimit": options.attachment_size_limit}


@operation("getAttachment", Success(200, "the attachment, its id a number", LIVE_SUITE))
def read(call: Call, id: str) -> Json:
    """Return what is said of an attachment."""
    attachment = find_attachment(call.site, call.caller, id)
    return {**attachment_json(attachment, call.api), "id": int(attachment.id)}


@operation(
    "getAttachmentContent",
    Success(
        303,
        "empty, with `Location`",
        REFERENCE,
        otherwise=Success(
            200,
            "the bytes",
            LIVE_SUITE,
            when="with `redirect=false`",
            otherwise=Success(206, "some of the bytes", REFERENCE, when="with `redirect=false` and a `Range`"),
        ),
    ),
)
def read_content(call: Call, id: str) -> Raw | SeeOther:
    """Return the bytes of an attachment, or those of a range, or where they are."""
    attachment = find_attachment(call.site, call.caller, id)
    if _is_redirected(call):
        return _elsewhere(call, f"content/{id}")
    wanted = call.headers.get("Range")
    if wanted is None:
        return Raw(status=200, content=attachment.content, content_type=attachment.mime_type)
    return _part(attachment.content, attachment.mime_type, wanted)


@operation(
    "getAttachmentThumbnail",
    Success(
        303,
        "empty, with `Location`",
        REFERENCE,
        otherwise=Success(200, "a PNG, always the same", REFERENCE, when="with `redirect=false`"),
    ),
)
def read_thumbnail(call: Call, id: str) -> Raw | SeeOther:
    """Return the thumbnail of an attachment, which is always the same one, or where it is."""
    attachment = find_attachment(call.site, call.caller, id)
    has_default = call.flag("fallbackToDefault", default=True)
    if not (attachment.is_image or has_default):
        raise Refused(ThumbnailMissing(attachment=attachment))
    if _is_redirected(call):
        return _elsewhere(call, f"thumbnail/{id}")
    return Raw(status=200, content=_PNG, content_type="image/png")


@operation(
    "expandAttachmentForHumans", Success(200, "what is said of a ZIP file, and the files in it, to be shown", REFERENCE)
)
def expand_for_humans(call: Call, id: str) -> Json:
    """Return what an archive contains, as it is shown; nothing for what is no archive."""
    attachment = find_attachment(call.site, call.caller, id)
    entries = entries_of(attachment)
    return {
        "id": int(attachment.id),
        "name": attachment.filename,
        "entries": [
            {
                "path": one.path,
                "index": one.place,
                "size": one.told_size,
                "mediaType": one.media_type,
                "label": one.label,
            }
            for one in entries
        ],
        "totalEntryCount": len(entries),
        "mediaType": attachment.mime_type,
    }


@operation("expandAttachmentForMachines", Success(200, "the files in a ZIP file, their sizes in bytes", REFERENCE))
def expand_for_machines(call: Call, id: str) -> Json:
    """Return what an archive contains; nothing for what is no archive."""
    entries = entries_of(find_attachment(call.site, call.caller, id))
    return {
        "entries": [
            {"entryIndex": one.place, "name": one.path, "size": one.size, "mediaType": one.media_type}
            for one in entries
        ],
        "totalEntryCount": len(entries),
    }


@operation("removeAttachment", Success(204, "empty", REFERENCE))
def delete(call: Call, id: str) -> None:
    """Delete an attachment."""
    rules.delete_attachment(call.site, call.caller, id)


def _is_redirected(call: Call) -> bool:
    return call.flag("redirect", default=True)


def _elsewhere(call: Call, path: str) -> SeeOther:
    """Return a redirect to the site itself: the host of Jira's media, where real ones lead, is not there (chosen)."""
    return SeeOther(address=f"{call.api}/attachment/{path}?redirect=false")


def _part(content: bytes, content_type: str, wanted: str) -> Raw:
    from werkzeug.http import parse_range_header  # once a range is asked for

    parsed = parse_range_header(wanted)
    if parsed is None or parsed.units != "bytes":
        raise Refused(RangeMalformed(value=wanted))
    bounds = parsed.range_for_length(len(content))
    if bounds is None:
        raise Refused(RangeUnsatisfiable(value=wanted, size=len(content)))
    start, stop = bounds
    headers = (("Content-Range", f"bytes {start}-{stop - 1}/{len(content)}"),)
    return Raw(status=206, content=content[start:stop], content_type=content_type, headers=headers)

"""Steps about what an issue leads to or carries: remote links, properties and attachments."""

from __future__ import annotations

from typing import Any

from jira_linkfake.verify.step import FORM, form
from jira_linkfake.verify.steps.declaring import MUCH, delete, get, post, put

BUILD = {"object": {"url": "https://example.com/builds/8", "title": "Build 8"}}
KNOWN = {"globalId": "system=verify&id=7", **BUILD}
_TWO = "remote link"
_JSON = {"Content-Type": "application/json"}

REMOTE_LINKS = (
    post("remote links: made", "createOrUpdateRemoteIssueLink", "issue/{a}/remotelink", BUILD, needs="a", status=201),
    post(
        "remote links: made by a global id",
        "createOrUpdateRemoteIssueLink",
        "issue/{a}/remotelink",
        KNOWN,
        needs="a",
        status=201,
    ),
    post(
        "remote links: made again by its global id",
        "createOrUpdateRemoteIssueLink",
        "issue/{a}/remotelink",
        KNOWN,
        needs=_TWO,
        status=200,
    ),
    get("remote links: of an issue", "getRemoteIssueLinks", "issue/{a}/remotelink", needs=_TWO),
    get(
        "remote links: found by the global id",
        "getRemoteIssueLinks",
        "issue/{a}/remotelink",
        query={"globalId": "system=verify&id=7"},
        needs=_TWO,
    ),
    get("remote links: one", "getRemoteIssueLinkById", "issue/{a}/remotelink/{remote_link_id}", needs=_TWO),
    put(
        "remote links: changed",
        "updateRemoteIssueLink",
        "issue/{a}/remotelink/{remote_link_id}",
        {"object": {"url": "https://example.com/builds/9", "title": "Build 9"}},
        needs=_TWO,
    ),
    delete(
        "remote links: deleted",
        "deleteRemoteIssueLinkById",
        "issue/{a}/remotelink/{remote_link_id}",
        headers=_JSON,
        needs=_TWO,
    ),
    delete(
        "remote links: deleted with no content type",
        "UnsupportedMediaType",
        "issue/{a}/remotelink/{remote_link_id}",
        needs=_TWO,
    ),
    delete(
        "remote links: deleted by the global id",
        "deleteRemoteIssueLinkByGlobalId",
        "issue/{a}/remotelink",
        query={"globalId": "system=verify&id=7"},
        headers=_JSON,
        needs=_TWO,
    ),
    get("remote links: an unknown one", "RemoteLinkUnknown", "issue/{one}/remotelink/999999999", needs="one"),
    get(
        "remote links: one of another issue",
        "RemoteLinkElsewhere",
        "issue/{b}/remotelink/{remote_link_id}",
        needs="remote link, b",
    ),
    get("remote links: an id that is none", "RemoteLinkIdInvalid", "issue/{one}/remotelink/none", needs="one"),
    delete(
        "remote links: deleted without a global id",
        "GlobalIdMissing",
        "issue/{one}/remotelink",
        headers=_JSON,
        needs="one",
    ),
    post(
        "remote links: without an address",
        "RemoteLinkUrlMissing",
        "issue/{one}/remotelink",
        {"object": {"title": "x"}},
        needs="one",
    ),
    post(
        "remote links: without a title",
        "RemoteLinkTitleMissing",
        "issue/{one}/remotelink",
        {"object": {"url": "https://example.com/1"}},
        needs="one",
    ),
    post(
        "remote links: a global id that is too long",
        "GlobalIdTooLong",
        "issue/{one}/remotelink",
        {"globalId": MUCH, **BUILD},
        needs="one",
    ),
    put(
        "remote links: changed to the global id of another",
        "GlobalIdTaken",
        "issue/{a}/remotelink/{other_remote_link_id}",
        KNOWN,
        needs="two remote links",
    ),
    post(
        "remote links: made without Link issues",
        "NoRemoteLinkPermission",
        "issue/{one}/remotelink",
        BUILD,
        needs="one, second lacks LINK_ISSUES",
        caller="second",
    ),
    get("history: of a remote link", "getChangeLogs", "issue/{a}/changelog", needs=_TWO),
)

KEY = "jira-linkfake-verify"
_KEPT = f"properties/{KEY}"
_OTHER = f"{KEY}-other"


def of_a(kind: str, what: str, where: str, needs: str) -> list[Any]:
    """Return the steps about the properties of a kind of thing; Jira's names of the operations have `what`."""
    query = {"accountId": "{me}"} if what == "User" else {}
    return [
        get(f"properties: keys of {kind}", f"get{what}PropertyKeys", f"{where}/properties", query=query, needs=needs),
        get(f"properties: one of {kind}", f"get{what}Property", f"{where}/{_KEPT}", query=query, needs=needs),
        put(
            f"properties: one of {kind} set",
            f"set{what}Property",
            f"{where}/properties/{_OTHER}",
            {"a": 1},
            query=query,
            needs=f"{needs}, other property of {kind} goes",
            status=201,
        ),
        put(
            f"properties: one of {kind} set again",
            f"set{what}Property",
            f"{where}/{_KEPT}",
            {"a": 2},
            query=query,
            needs=needs,
            status=200,
        ),
        delete(
            f"properties: one of {kind} deleted", f"delete{what}Property", f"{where}/{_KEPT}", query=query, needs=needs
        ),
    ]


PROPERTIES = (
    *of_a("an issue", "Issue", "issue/{a}", "property of an issue"),
    *of_a("a comment", "Comment", "comment/{comment_id}", "property of a comment"),
    *of_a("a worklog", "Worklog", "issue/{a}/worklog/{worklog_id}", "property of a worklog"),
    *of_a("a project", "Project", "project/{project}", "property of a project"),
    *of_a("a user", "User", "user", "property of a user"),
    *of_a("a type of issues", "IssueType", "issuetype/{type_id}", "property of a type of issues"),
    get("properties: an unknown one", "PropertyUnknown", f"issue/{{one}}/properties/{_OTHER}", needs="one"),
    put("properties: a key that is too long", "PropertyKeyTooLong", f"issue/{{one}}/properties/{MUCH}", 1, needs="one"),
    put("properties: without a value", "PropertyValueMissing", f"issue/{{one}}/{_KEPT}", b"", needs="one"),
    put(
        "properties: a value that is not JSON", "PropertyValueInvalid", f"issue/{{one}}/{_KEPT}", b'{"a":', needs="one"
    ),
    put(
        "properties: a value that is too long",
        "PropertyValueTooLong",
        f"issue/{{one}}/{_KEPT}",
        "x" * 32769,
        needs="one",
    ),
    put(
        "properties: without a key",
        "PropertyKeyMissing",
        "issue/{a}",
        {"fields": {"summary": "x"}, "properties": [{"value": 1}]},
        needs="a",
    ),
    post("properties: of no issues", "BulkMiscounted", "issue/properties", {}),
    put(
        "properties: with a filter that contradicts itself",
        "FilterContradictory",
        f"issue/{_KEPT}",
        {"value": 1, "filter": {"entityIds": ["{one_number}"], "currentValue": 1, "hasProperty": False}},
        needs="one",
    ),
    post(
        "properties: of several issues set",
        "bulkSetIssuesPropertiesList",
        "issue/properties",
        {"entitiesIds": ["{a_number}"], "properties": {KEY: 5}},
        needs="a",
    ),
    post(
        "properties: of several issues set, each its own",
        "bulkSetIssuePropertiesByIssue",
        "issue/properties/multi",
        {"issues": [{"issueID": "{a_number}", "properties": {KEY: 5}}]},
        needs="a",
    ),
    put(
        "properties: one of several issues set",
        "bulkSetIssueProperty",
        f"issue/{_KEPT}",
        {"value": 9, "filter": {"entityIds": ["{a_number}"]}},
        needs="a",
    ),
    delete(
        "properties: one of several issues deleted",
        "bulkDeleteIssueProperty",
        f"issue/{_KEPT}",
        {"entityIds": ["{a_number}"]},
        needs="property of an issue",
    ),
    put(
        "properties: set without Edit issues",
        "NoPropertyPermission",
        f"issue/{{one}}/{_KEPT}",
        1,
        needs="one, second lacks EDIT_ISSUES",
        caller="second",
    ),
    delete(
        "properties: deleted without Edit issues",
        "IssuePropertyUndeletable",
        f"issue/{{a}}/{_KEPT}",
        needs="property of an issue, second lacks EDIT_ISSUES",
        caller="second",
    ),
    get(
        "properties: of another user",
        "UserPropertiesOfOthers",
        "user/properties",
        query={"accountId": "{me}"},
        needs="second lacks ADMINISTER",
        caller="second",
    ),
    get("tasks: one", "getTask", "task/{task_id}", needs="task", alike=True),
    get("tasks: an unknown one", "TaskUnknown", "task/999999999"),
    post("tasks: one that is over, cancelled", "TaskOver", "task/{task_id}/cancel", needs="task"),
    get(
        "tasks: one of somebody else",
        "TaskOfOthers",
        "task/{task_id}",
        needs="task, second lacks ADMINISTER",
        caller="second",
    ),
)

_FORM = {"Content-Type": FORM, "X-Atlassian-Token": "no-check"}
_BYTES = {"redirect": "false"}
ATTACHMENTS = (
    get("attachments: switched on", "getAttachmentMeta", "attachment/meta", alike=True),
    post("attachments: added", "addAttachment", "issue/{a}/attachments", form("file"), headers=_FORM, needs="a"),
    get("attachments: one", "getAttachment", "attachment/{attachment_id}", needs="attachment"),
    get(
        "attachments: its content",
        "getAttachmentContent",
        "attachment/content/{attachment_id}",
        query=_BYTES,
        needs="attachment",
        status=200,
    ),
    get(
        "attachments: where its content is",
        "getAttachmentContent",
        "attachment/content/{attachment_id}",
        needs="attachment",
        status=303,
    ),
    get(
        "attachments: a part of its content",
        "getAttachmentContent",
        "attachment/content/{attachment_id}",
        query=_BYTES,
        headers={"Range": "bytes=3-8"},
        needs="attachment",
        status=206,
    ),
    get(
        "attachments: a range that is malformed",
        "RangeMalformed",
        "attachment/content/{attachment_id}",
        query=_BYTES,
        headers={"Range": "lines=1-2"},
        needs="attachment",
    ),
    get(
        "attachments: a part that it does not have",
        "RangeUnsatisfiable",
        "attachment/content/{attachment_id}",
        query=_BYTES,
        headers={"Range": "bytes=500-"},
        needs="attachment",
    ),
    get(
        "attachments: where its thumbnail is",
        "getAttachmentThumbnail",
        "attachment/thumbnail/{attachment_id}",
        needs="attachment",
        status=303,
    ),
    get(
        "attachments: its thumbnail",
        "getAttachmentThumbnail",
        "attachment/thumbnail/{attachment_id}",
        query=_BYTES,
        needs="attachment",
        status=200,
    ),
    get(
        "attachments: the thumbnail of what is no image",
        "ThumbnailMissing",
        "attachment/thumbnail/{attachment_id}",
        query={"fallbackToDefault": "false"},
        needs="attachment",
    ),
    get(
        "attachments: what is in an archive",
        "expandAttachmentForHumans",
        "attachment/{attachment_id}/expand/human",
        needs="attached archive",
    ),
    get(
        "attachments: what is in an archive, for programs",
        "expandAttachmentForMachines",
        "attachment/{attachment_id}/expand/raw",
        needs="attached archive",
    ),
    get(
        "attachments: what is in an archive of another kind",
        "ArchiveUnsupported",
        "attachment/{attachment_id}/expand/raw",
        needs="attached archive of another kind",
    ),
    delete("attachments: deleted", "removeAttachment", "attachment/{attachment_id}", needs="attachment"),
    get("attachments: an unknown one", "AttachmentUnseen", "attachment/999999999"),
    post(
        "attachments: without the header that is needed",
        "XsrfUnchecked",
        "issue/{one}/attachments",
        form("file"),
        headers={"Content-Type": FORM},
        needs="one",
    ),
    post(
        "attachments: a form that cannot be read",
        "FormBroken",
        "issue/{one}/attachments",
        b"--xx\r\nContent-Disposition: form-data; na",
        headers=_FORM,
        needs="one",
    ),
    post(
        "attachments: no file", "NothingToAttach", "issue/{one}/attachments", form("upload"), headers=_FORM, needs="one"
    ),
    post(
        "attachments: more than 60 files",
        "TooManyFiles",
        "issue/{one}/attachments",
        form(*["file"] * 61),
        headers=_FORM,
        needs="one",
    ),
    post(
        "attachments: added without Create attachments",
        "NoAttachPermission",
        "issue/{one}/attachments",
        form("file"),
        headers=_FORM,
        needs="one, second lacks CREATE_ATTACHMENTS",
        caller="second",
    ),
    delete(
        "attachments: deleted without Delete all attachments",
        "AttachmentUndeletable",
        "attachment/{attachment_id}",
        needs="attachment, second lacks DELETE_ALL_ATTACHMENTS",
        caller="second",
    ),
)

STEPS = (*REMOTE_LINKS, *PROPERTIES, *ATTACHMENTS)

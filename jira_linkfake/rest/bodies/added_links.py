"""Links that an issue is given by the request that creates, edits or moves it on; the schema is closed."""

from __future__ import annotations

from typing import Any

from marshmallow import fields

from jira_linkfake.rest.bodies.links import LinkedIssueSchema, LinkTypeSchema
from jira_linkfake.rest.bodies.loading import Closed, Reference, loaded_from
from jira_linkfake.site.fields.additions import LinkToAdd
from jira_linkfake.site.issues import IssueReference
from jira_linkfake.site.link_types import LinkTypeReference


class _AddedLink(Closed):
    type = Reference(LinkTypeSchema, load_default={"id": None, "name": None})
    inward_issue = Reference(LinkedIssueSchema, allow_none=True, load_default=None, data_key="inwardIssue")
    outward_issue = Reference(LinkedIssueSchema, allow_none=True, load_default=None, data_key="outwardIssue")
    comment = fields.Raw(allow_none=True, load_default=None)


_ADDED_LINK = _AddedLink()


def link_to_add(content: Any) -> LinkToAdd:
    """Return the link that an operation adds to an issue; raises `Refused` for what is none."""
    loaded_link = loaded_from(_ADDED_LINK, content)
    link_type, inward, outward = loaded_link["type"], loaded_link["inward_issue"], loaded_link["outward_issue"]
    return LinkToAdd(
        type=LinkTypeReference(id=link_type["id"], name=link_type["name"]),
        inward_issue=None if inward is None else IssueReference(id=inward["id"], key=inward["key"]),
        outward_issue=None if outward is None else IssueReference(id=outward["id"], key=outward["key"]),
        with_comment=loaded_link["comment"] is not None,
    )

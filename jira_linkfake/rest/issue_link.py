"""`issueLink`: make, read and delete a link."""

from __future__ import annotations

from jira_linkfake.rest import representations
from jira_linkfake.rest.bodies.links import link_request
from jira_linkfake.rest.call import Call, View
from jira_linkfake.rest.representations import Json
from jira_linkfake.site import linking


def create(call: Call) -> None:
    """Make a link."""
    linking.create_link(call.site, call.caller, link_request(call.body, call.version))


def read(call: Call, linkId: str) -> Json:  # noqa: N803 - Jira's name
    """Return a link with both its ends."""
    return representations.link(linking.read_link(call.site, call.caller, linkId), call.api)


def delete(call: Call, linkId: str) -> None:  # noqa: N803 - Jira's name
    """Delete a link."""
    linking.delete_link(call.site, call.caller, linkId)


VIEWS: dict[str, View] = {"linkIssues": create, "getIssueLink": read, "deleteIssueLink": delete}

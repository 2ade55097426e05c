"""`issue/{issueIdOrKey}/remotelink`: an issue's links to things outside Jira, by id and by global id."""

from __future__ import annotations

from jira_linkfake.rest.bodies.remote_links import remote_link_request
from jira_linkfake.rest.call import Call, Changed, View
from jira_linkfake.rest.representations import Json, remote_link, remote_link_head
from jira_linkfake.site import remote_links
from jira_linkfake.site.issues import IssueReference
from jira_linkfake.site.model import Issue


def list_all(call: Call, issueIdOrKey: str) -> Json | list[Json]:  # noqa: N803 - Jira's name
    """Return every remote link of an issue, or the one that has the global id that the query asks for."""
    issue = _issue(call, issueIdOrKey)
    global_id = call.query.get("globalId")
    if global_id:
        return remote_link(remote_links.find_by_global_id(call.site, issue, global_id), issue, call.api)
    return [remote_link(one, issue, call.api) for one in call.site.remote_links.of_issue(issue.id)]


def create(call: Call, issueIdOrKey: str) -> Json | Changed:  # noqa: N803 - Jira's name
    """Make a remote link, or change the one that has the global id."""
    request = remote_link_request(call.body)
    issue = _issue(call, issueIdOrKey)
    link, is_new = remote_links.make_or_change(call.site, call.caller, issue, request)
    content = remote_link_head(link, issue, call.api)
    return content if is_new else Changed(content)


def delete_by_global_id(call: Call, issueIdOrKey: str) -> None:  # noqa: N803 - Jira's name
    """Remove the remote link that has a global id."""
    issue = _issue(call, issueIdOrKey)
    remote_links.remove_by_global_id(call.site, call.caller, issue, call.query.get("globalId", ""))


def read(call: Call, issueIdOrKey: str, linkId: str) -> Json:  # noqa: N803 - Jira's names
    """Return one remote link of an issue."""
    issue = _issue(call, issueIdOrKey)
    return remote_link(remote_links.find_by_id(call.site, call.caller, issue, linkId), issue, call.api)


def update(call: Call, issueIdOrKey: str, linkId: str) -> None:  # noqa: N803 - Jira's names
    """Change a remote link."""
    request = remote_link_request(call.body)
    remote_links.change_by_id(call.site, call.caller, _issue(call, issueIdOrKey), linkId, request)


def delete(call: Call, issueIdOrKey: str, linkId: str) -> None:  # noqa: N803 - Jira's names
    """Remove a remote link."""
    remote_links.remove_by_id(call.site, call.caller, _issue(call, issueIdOrKey), linkId)


def _issue(call: Call, id_or_key: str) -> Issue:
    return remote_links.seen_issue(call.site, call.caller, IssueReference.of(id_or_key))


VIEWS: dict[str, View] = {
    "getRemoteIssueLinks": list_all,
    "createOrUpdateRemoteIssueLink": create,
    "deleteRemoteIssueLinkByGlobalId": delete_by_global_id,
    "getRemoteIssueLinkById": read,
    "updateRemoteIssueLink": update,
    "deleteRemoteIssueLinkById": delete,
}

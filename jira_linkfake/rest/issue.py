"""`issue`: create, read, edit, assign and delete issues."""

from __future__ import annotations

from http import HTTPStatus

from jira_linkfake.rest.bodies import issues as bodies
from jira_linkfake.rest.call import Call, Changed, Partly, View
from jira_linkfake.rest.issue_expands import require_served
from jira_linkfake.rest.issue_fields import wanted_fields
from jira_linkfake.rest.representations import Json
from jira_linkfake.rest.whole_issue import whole_issue
from jira_linkfake.site.creating import create_issue, create_issues
from jira_linkfake.site.deleting import delete_issue
from jira_linkfake.site.editing import assign_issue, edit_issue
from jira_linkfake.site.issues import IssueReference, find_issue
from jira_linkfake.site.model import Issue
from jira_linkfake.site.refusals import Refused


def create(call: Call) -> Json:
    """Create an issue."""
    return _created(call, create_issue(call.site, call.caller, bodies.new_issue(call.body, call.version)))


def create_bulk(call: Call) -> Partly:
    """Create several issues, each or not."""
    from jira_linkfake.rest.refusing import element_errors  # with all of Jira's messages, once they may be needed

    results = create_issues(call.site, call.caller, bodies.new_issues(call.body, call.version))
    issues = [_created(call, result) for result in results if isinstance(result, Issue)]
    refused = [(place, result) for place, result in enumerate(results) if isinstance(result, Refused)]
    return Partly(
        status=HTTPStatus.CREATED if issues or not refused else HTTPStatus.BAD_REQUEST,
        content={
            "issues": issues,
            "errors": [{**element_errors(one.refusals), "failedElementNumber": place} for place, one in refused],
        },
        refused=Refused(*(refusal for _, one in refused for refusal in one.refusals)) if refused else None,
    )


def read(call: Call, issueIdOrKey: str) -> Json:  # noqa: N803 - Jira's name
    """Return an issue with the fields that are asked for."""
    issue = find_issue(call.site, call.caller, IssueReference.of(issueIdOrKey))
    expand = call.query.get("expand", "")
    require_served(expand, "GET issue (getIssue)")
    return whole_issue(call, issue, wanted_fields(call.query.getlist("fields")), expand)


def edit(call: Call, issueIdOrKey: str) -> Changed | None:  # noqa: N803 - Jira's name
    """Edit an issue, and return it where `returnIssue` asks for it."""
    expand = call.query.get("expand", "")
    require_served(expand, "PUT issue (editIssue)")
    override = call.flag("overrideScreenSecurity") or call.flag("overrideEditableFlag")
    request = bodies.edit_request(call.body, call.version, override=override)
    issue = edit_issue(call.site, call.caller, IssueReference.of(issueIdOrKey), request)
    if not call.flag("returnIssue"):
        return None
    return Changed(whole_issue(call, issue, wanted_fields(()), expand))


def assign(call: Call, issueIdOrKey: str) -> None:  # noqa: N803 - Jira's name
    """Assign an issue to a user, or to nobody."""
    account_id = bodies.assignee_of(call.body)
    assign_issue(call.site, call.caller, IssueReference.of(issueIdOrKey), account_id)


def delete(call: Call, issueIdOrKey: str) -> None:  # noqa: N803 - Jira's name
    """Delete an issue."""
    with_subtasks = call.flag("deleteSubtasks")
    delete_issue(call.site, call.caller, IssueReference.of(issueIdOrKey), with_subtasks=with_subtasks)


def _created(call: Call, issue: Issue) -> Json:
    return {"id": str(issue.id), "key": issue.key, "self": f"{call.api}/issue/{issue.id}"}


VIEWS: dict[str, View] = {
    "createIssue": create,
    "createIssues": create_bulk,
    "getIssue": read,
    "editIssue": edit,
    "assignIssue": assign,
    "deleteIssue": delete,
}

"""Creating issues."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from jira_linkfake.site.built_in_permissions import CREATE_ISSUES
from jira_linkfake.site.defaults import DEFAULT_PRIORITY, DEFAULT_STATUS
from jira_linkfake.site.editing import IssueRequest, add_to, drafted
from jira_linkfake.site.events import IssueCreated
from jira_linkfake.site.fields.choices import IssueTypeField
from jira_linkfake.site.fields.field import Editing, reference_in
from jira_linkfake.site.model import Caller, Issue, IssueType, Project
from jira_linkfake.site.permissions import holds
from jira_linkfake.site.projects import find_project, projects_seen
from jira_linkfake.site.refusals import Refused
from jira_linkfake.site.refusals.editing import NoCreatePermission, ProjectMissing, TooManyIssues
from jira_linkfake.site.store import Site

MOST_AT_ONCE = 50
_TYPE = IssueTypeField("issuetype")


def create_issue(site: Site, caller: Caller, request: IssueRequest) -> Issue:
    """Create an issue with its links and return it, or refuse and change nothing: the key stays for the next one."""
    fields = request.fields or {}
    project = _project(site, caller, fields.get("project"))
    require_creatable(site, caller, project)
    blank = blank_issue(site, caller, project, _TYPE.chosen(site, fields.get("issuetype")))
    draft = drafted(Editing(site=site, caller=caller, purpose="create"), blank, request)
    now = site.clock.tick()
    issue = replace(draft.issue, id=site.new_id("issue"), created=now, updated=now)
    site.put_issue(issue)
    site.events.append(IssueCreated(issue=issue, caller=caller))
    return add_to(site, caller, draft)


def create_issues(site: Site, caller: Caller, requests: Sequence[IssueRequest]) -> list[Issue | Refused]:
    """Create several issues, each or not; return for each the issue, or why it was refused."""
    if len(requests) > MOST_AT_ONCE:
        raise Refused(TooManyIssues(count=len(requests), limit=MOST_AT_ONCE))
    results: list[Issue | Refused] = []
    for request in requests:
        try:
            results.append(create_issue(site, caller, request))
        except Refused as refused:
            results.append(refused)
    return results


def projects_to_create_in(site: Site, caller: Caller) -> list[Project]:
    """Return the projects in which the caller may create issues, by key."""
    return [one for one in projects_seen(site, caller) if holds(site, caller, CREATE_ISSUES, one.key)]


def require_creatable(site: Site, caller: Caller, project: Project) -> None:
    """Raise `Refused` where the caller may not create issues in a project."""
    if not holds(site, caller, CREATE_ISSUES, project.key):
        raise Refused(NoCreatePermission(project=project.key, caller=caller))


def _project(site: Site, caller: Caller, value: object) -> Project:
    named = (reference_in(value, "id", "key") if isinstance(value, dict) else None) or ""
    try:
        return find_project(site, caller, named)
    except Refused as refused:
        raise Refused(*(ProjectMissing(cause=cause) for cause in refused.refusals)) from refused


def blank_issue(site: Site, caller: Caller, project: Project, issue_type: IssueType) -> Issue:
    """Return what a new issue is before its fields are set, with the id and the key that it will have."""
    return Issue(
        id=site.next_id("issue"),
        key=site.issue_index.next_key(project.key),
        project=project.key,
        summary="",
        type=issue_type,
        status=DEFAULT_STATUS,
        priority=DEFAULT_PRIORITY,
        reporter=caller,
        creator=caller,
        created=site.clock.now,
        updated=site.clock.now,
    )

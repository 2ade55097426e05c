"""Finding epics."""

from __future__ import annotations

from jira_linkfake.jira.boards.finding import is_epic
from jira_linkfake.jira.epics.model import EpicLook
from jira_linkfake.jira.epics.refusals import EpicTeamManaged, EpicUnseen
from jira_linkfake.jira.issues.finding import IssueReference, find_issue
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.model import Caller
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.site import Site


def look_of(site: Site, epic: Issue) -> EpicLook:
    """Return how an epic looks on boards."""
    return site.epics.get(epic.id) or EpicLook()


def name_of(site: Site, epic: Issue) -> str:
    """Return the name of an epic; one that was given none goes by its summary (chosen)."""
    return str(site.software_value(epic, "epic name") or epic.summary)


def find_epic(site: Site, caller: Caller, id_or_key: str) -> Issue:
    """Return an epic that the caller may see; raises `Refused` for another issue, and for one of a team's project."""
    try:
        issue = find_issue(site, caller, IssueReference.of(id_or_key))
    except Refused as refused:
        raise Refused(*(EpicUnseen(value=id_or_key, cause=cause) for cause in refused.refusals)) from refused
    if not is_epic(issue):
        raise Refused(EpicUnseen(value=id_or_key))
    require_shared(site, issue)
    return issue


def require_shared(site: Site, *issues: Issue) -> None:
    """Raise `Refused` for issues of team-managed projects, whose epics are their parents alone."""
    owned = [EpicTeamManaged(issue=issue) for issue in issues if site.projects[issue.project].team_managed]
    if owned:
        raise Refused(owned[0])

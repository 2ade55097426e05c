"""Finding the votes on an issue, as far as a caller may know them."""

from __future__ import annotations

from jira_linkfake.jira.issues.finding import IssueReference, find_issue
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.model import Caller, User
from jira_linkfake.jira.permissions.model import VIEW_VOTERS_AND_WATCHERS
from jira_linkfake.jira.permissions.sight import holds
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.site import Site
from jira_linkfake.jira.votes.refusals import VotingDisabled


def votable_issue(site: Site, caller: Caller, reference: IssueReference) -> Issue:
    """Return the issue whose votes are asked for; raises `Refused` for one that the caller does not see."""
    if not site.options.voting_enabled:
        raise Refused(VotingDisabled())
    return find_issue(site, caller, reference)


def may_see_voters(site: Site, caller: Caller, issue: Issue) -> bool:
    """Say whether the caller may know who votes on the issues of a seen issue's project."""
    return holds(site, caller, VIEW_VOTERS_AND_WATCHERS, issue.project)


def known_voters(site: Site, caller: Caller, issue: Issue) -> list[User]:
    """Return those of the voters on a seen issue whom the caller may know of: always themselves."""
    voters = site.voters.of(issue.id)
    if may_see_voters(site, caller, issue):
        return list(voters)
    return [user for user in voters if user == caller]

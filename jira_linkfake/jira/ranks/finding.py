"""Where issues stand among each other."""

from __future__ import annotations

from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.ranks.model import rank_of_number
from jira_linkfake.jira.site import Site


def rank_of(site: Site, issue: Issue) -> str:
    """Return the rank of an issue: one that nobody has ranked stands behind those that came before it."""
    return site.software_value(issue, "rank") or rank_of_number(int(issue.id))

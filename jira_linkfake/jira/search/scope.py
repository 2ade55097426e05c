"""For whom a query is answered, and what they see: what is hidden is as if it were not there."""

from __future__ import annotations

import re

from jira_linkfake.jira.issue_links.direction import side_of
from jira_linkfake.jira.issue_links.model import IssueLink
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.model import Caller, SecurityLevel
from jira_linkfake.jira.permissions.model import BROWSE_PROJECTS
from jira_linkfake.jira.permissions.sight import holds, may_see, why_hidden
from jira_linkfake.jira.projects.model import Project
from jira_linkfake.jira.site import Site

_ID = re.compile("[0-9]{1,19}", re.ASCII)


class Scope:
    """A site as its caller sees it; what hides issues is asked once for each project and security level."""

    def __init__(self, site: Site, caller: Caller) -> None:
        self.site = site
        self.caller = caller
        self._seen: dict[tuple[str, int | None], bool] = {}

    def sees(self, issue: Issue) -> bool:
        """Say whether the caller may see an issue."""
        level = issue.security_level
        hidden_alike = (issue.project, None if level is None else level.id)
        if hidden_alike not in self._seen:
            self._seen[hidden_alike] = may_see(self.site, self.caller, issue)
        return self._seen[hidden_alike]

    def issue(self, id_or_key: str) -> Issue | None:
        """Return the issue with this id or key that the caller may see, or None."""
        issue = self._stored(id_or_key)
        return issue if issue is not None and self.sees(issue) else None

    def why_unseen(self, id_or_key: str) -> SecurityLevel | str | None:
        """Return what hides the issue with this id or key, or None where there is none."""
        issue = self._stored(id_or_key)
        return None if issue is None else why_hidden(self.site, self.caller, issue)

    def _stored(self, id_or_key: str) -> Issue | None:
        is_id = _ID.fullmatch(id_or_key)
        return self.site.issues.get(int(id_or_key)) if is_id else self.site.issues.with_key(id_or_key)

    def projects(self) -> list[Project]:
        """Return the projects that the caller may browse."""
        projects = self.site.projects.values()
        return [project for project in projects if holds(self.site, self.caller, BROWSE_PROJECTS, project.key)]

    def links(self, issue: Issue) -> list[tuple[IssueLink, bool, Issue]]:
        """Return an issue's links, each with whether it is the source and its other end, where the caller sees that."""
        sides = [(link, *side_of(link, issue)) for link in self.site.links.of(issue)]
        return [(link, side == "outward", other) for link, side, other in sides if self.sees(other)]

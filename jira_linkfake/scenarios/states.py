"""States of a site in which Jira answers otherwise than a happy test expects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jira_linkfake.scenarios.scenario import scenario
from jira_linkfake.site.built_in_permissions import ADD_COMMENTS, BROWSE_PROJECTS, LINK_ISSUES
from jira_linkfake.site.model import ANYONE

if TYPE_CHECKING:
    from jira_linkfake.fake_jira import FakeJira


@scenario
def linking_disabled(jira: FakeJira) -> None:
    """Switch issue linking off for the site.

    Every link resource answers 404 `Issue linking is currently disabled.`, and issues come without `issuelinks`.

    Code that takes this 404 for an issue that is missing.
    """
    jira.linking_enabled = False


@scenario
def no_link_permission(jira: FakeJira) -> None:
    """Take the permission Link issues from everybody, in every project.

    Creating and deleting links answers 404 in the reference and 401 on real sites.

    The 401 that is no login (pycontribs/jira issue 1296), which clients report as wrong credentials.
    """
    jira.deny(LINK_ISSUES)


@scenario
def issue_hidden_by_project(jira: FakeJira, key: str = "HIDDEN-1") -> None:
    """Add the issue HIDDEN-1, whose project nobody may browse.

    Whatever names it answers 404, as for an issue that does not exist.

    Code that reports "was deleted", or makes the issue anew.
    """
    issue = jira.add_issue(key)
    jira.deny(BROWSE_PROJECTS, project=issue.project)


@scenario
def issue_hidden_by_level(jira: FakeJira, key: str = "HIDDEN-1") -> None:
    """Add the issue HIDDEN-1, whose security level has no members, in a project that everybody may browse.

    Whatever names it answers 404, as for an issue that does not exist.

    Code that reports "was deleted", or makes the issue anew.
    """
    jira.add_issue(key, visible_to=[])


@scenario
def link_limit_reached(jira: FakeJira) -> None:
    """Let no issue have a further link.

    Creating a link that is not there yet answers 413.

    Migrations that gather thousands of issues under one, and never handled the 413.
    """
    jira.link_limit = 0


@scenario
def anonymous_access(jira: FakeJira) -> None:
    """Let anyone browse, link and comment without signing in, as on a public site.

    Requests without credentials are carried out, by the anonymous caller.

    Code whose credentials were never sent goes unnoticed on such a site.
    """
    for permission in (BROWSE_PROJECTS, LINK_ISSUES, ADD_COMMENTS):
        jira.allow_only(permission, ANYONE)

"""What can go wrong about permission schemes, and what Jira answers."""

from __future__ import annotations

from jira_linkfake.jira import evidence
from jira_linkfake.jira.projects.model import Project
from jira_linkfake.jira.refusal import NO_TEXT, Answer, CallerRefusal


class SchemeOfProjectUnseen(CallerRefusal):
    """The caller may administer neither the project nor the site, and is not told its scheme."""

    truth = "{0.who} holds neither Administer projects in {0.project.key} nor Administer Jira"
    answer = Answer(
        condition="a project's permission scheme without Administer projects in it",
        status=403,
        status_by=evidence.REFERENCE,
        message="You do not have permission to view the configuration of project '{0.project.key}'.",
        words_by=NO_TEXT,
        lack="permission",
    )

    project: Project

"""What Jira answers to refusals about projects."""

from __future__ import annotations

from jira_linkfake.rest import evidence
from jira_linkfake.rest.replies.answer import NO_TEXT, Answer
from jira_linkfake.site.refusals import Refusal
from jira_linkfake.site.refusals import projects as refusals

ANSWERS: dict[type[Refusal], Answer] = {
    refusals.ProjectAdministratorNeeded: Answer(
        condition="a project's roles without Administer projects in it",
        status=404,
        status_by=evidence.REFERENCE,
        message="You cannot view the roles of project '{0.project.key}', as you may not administer it.",
        words_by=NO_TEXT,
        lack="permission",
    ),
    refusals.ProjectOrderUnknown: Answer(
        condition="projects in an order that there is none of",
        status=400,
        status_by=evidence.RECORDED,
        message="The field to order by should be one of [name, key, owner, category, issueCount, lastIssueUpdatedTime, "
        "archivedDate, deletedDate]. Instead, it was: {0.value}.",
        words_by=evidence.RECORDED,
    ),
    refusals.ProjectActionUnknown: Answer(
        condition="projects searched for an action that there is none of",
        status=400,
        status_by=evidence.REFERENCE,
        message="The action should be one of [view, browse, edit, create]. Instead, it was: {0.value}.",
        words_by=NO_TEXT,
    ),
}

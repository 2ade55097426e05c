"""What Jira answers to refusals about projects."""

from __future__ import annotations

from jira_linkfake.rest import evidence
from jira_linkfake.rest.evidence import chosen
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
    refusals.ProjectUndeletable: Answer(
        condition="deleting a project without Administer Jira",
        status=404,
        status_by=evidence.REFERENCE,
        message="No project could be found with key '{0.key}'.",
        words_by=chosen("as a project that does not exist"),
        lack="permission",
    ),
    refusals.ProjectKeyInvalid: Answer(
        condition="a new project's key that Jira does not take",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(
            (
                "projectKey",
                (
                    "Project keys must start with an uppercase letter, followed by one or more uppercase alphanumeric "
                    "characters."
                ),
            ),
        ),
        words_by=evidence.PROJECT_REPORTS,
    ),
    refusals.ProjectKeyTaken: Answer(
        condition="a new project's key that is taken",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("projectKey", "Project '{0.taken_by.name}' uses this project key."),),
        words_by=evidence.PROJECT_REPORTS,
    ),
    refusals.ProjectNameInvalid: Answer(
        condition="a project without a name, or with one of more than 80 characters",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("projectName", "You must specify a valid project name."),),
        words_by=evidence.SERVER_SUITE,
    ),
    refusals.ProjectNameTaken: Answer(
        condition="a project's name that is taken",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("projectName", "A project with that name already exists."),),
        words_by=evidence.PROJECT_REPORTS,
    ),
    refusals.ProjectLeadUnknown: Answer(
        condition="a project whose lead does not exist",
        status=400,
        status_by=evidence.PROJECT_REPORTS,
        errors=(("projectLead", "You must specify a valid project lead."),),
        words_by=evidence.PROJECT_REPORTS,
    ),
}

"""What Jira answers to refusals about what a request wants a field of an issue to be."""

from __future__ import annotations

from jira_linkfake.rest import evidence
from jira_linkfake.rest.evidence import Evidence, chosen
from jira_linkfake.rest.replies.answer import NO_TEXT, Answer
from jira_linkfake.site.refusals import Refusal
from jira_linkfake.site.refusals import fields as refusals

_LINKED_LEVELS = chosen("quoted by clients' pages about Cloud sites, without a recorded answer")


def _refused(condition: str, field: str, words: str, words_by: Evidence) -> Answer:
    """Return the answer to a value that a field does not take: 400, under the field's name."""
    return Answer(
        condition=condition,
        status=400,
        status_by=evidence.REFERENCE,
        errors=((field, words),),
        words_by=words_by,
    )


ANSWERS: dict[type[Refusal], Answer] = {
    refusals.FieldNotSettable: _refused(
        "a field that the caller cannot set: unknown, fixed, or for want of a permission",
        "{0.field}",
        "Field '{0.field}' cannot be set. It is not on the appropriate screen, or unknown.",
        evidence.RECORDED,
    ),
    refusals.FieldOnlyUpdated: _refused(
        "`fields.issuelinks` or `fields.comment`",
        "{0.field}",
        "Field does not support update '{0.field}'",
        evidence.LINKS_IN_FIELDS,
    ),
    refusals.FieldTwice: _refused(
        "a field both in `fields` and in `update`",
        "{0.field}",
        "Field '{0.field}' cannot be in both 'fields' and 'update'.",
        NO_TEXT,
    ),
    refusals.OperationUnknown: Answer(
        condition="an operation that a field does not have",
        status=400,
        status_by=evidence.REFERENCE,
        message="Field with id' {0.field}' and name '{0.name}' does not support operation '{0.verb}' "
        "Supported operation(s) are: '{0.supported}'",
        words_by=Evidence("observed", "StackStorm-Exchange/stackstorm-jira issue 35, 2019"),
    ),
    refusals.NotText: _refused(
        "a text field that is given something else",
        "{0.field}",
        "Operation value must be a string",
        Evidence("observed", "tenable/integration-jira-cloud issue 32, Cloud, 2020"),
    ),
    refusals.NotDocument: _refused(
        "a description that is no Atlassian document (version 3)",
        "{0.field}",
        "Operation value must be an Atlassian Document (see the Atlassian Document Format)",
        Evidence("observed", "lesstif/php-jira-rest-client issue 280, Cloud, v3, 2019"),
    ),
    refusals.NotObject: _refused(
        "a field that takes an object and is given something else",
        "{0.field}",
        "data was not an object",
        Evidence("observed", "pycontribs/jira issue 396; bobcarroll/jira-client issue 65"),
    ),
    refusals.NotList: _refused(
        "labels that are no list", "{0.field}", "data was not an array", chosen("in the words for an object")
    ),
    refusals.SummaryMissing: _refused(
        "an issue without a summary",
        "summary",
        "You must specify a summary of the issue.",
        chosen("the words of Jira's own page for new issues"),
    ),
    refusals.SummaryTooLong: _refused(
        "a summary of more than 255 characters",
        "summary",
        "Summary can't exceed {0.limit} characters.",
        Evidence("observed", "tenable/integration-jira-cloud issue 322, Cloud, October 2025"),
    ),
    refusals.SummaryBroken: _refused(
        "a summary of several lines",
        "summary",
        "The summary is invalid because it contains newline characters.",
        Evidence("observed", "DefectDojo/django-DefectDojo pull request 4954, Cloud, 2021"),
    ),
    refusals.LabelWithSpaces: _refused(
        "a label that is empty or has a space",
        "labels",
        "The label '{0.label}' contains spaces which is invalid.",
        Evidence("observed", "projectdiscovery/nuclei issue 1689, 2022"),
    ),
    refusals.IssueTypeMissing: _refused(
        "a new issue without a type", "issuetype", "Specify an issue type", evidence.RECORDED
    ),
    refusals.IssueTypeUnknown: _refused(
        "an issue of a type that does not exist",
        "issuetype",
        "The issue type selected is invalid.",
        Evidence("observed", "github/ghas-jira-integration issue 53, Cloud, April 2023"),
    ),
    refusals.IssueTypeUnfit: _refused(
        "a type one level above which the issue's children are not",
        "issuetype",
        "The issue type selected is invalid.",
        chosen("as a type that does not exist"),
    ),
    refusals.PriorityUnnamed: _refused(
        "a priority given neither by id nor by name",
        "priority",
        "Specify the Priority (id or name) in the string format",
        Evidence("observed", "incidentbot/incidentbot issue 339, Cloud, 2023"),
    ),
    refusals.PriorityUnknown: _refused(
        "a priority that does not exist",
        "priority",
        "The priority selected is invalid.",
        Evidence("observed", "tenable/integration-jira-cloud issue 230, Cloud, 2023"),
    ),
    refusals.SecurityLevelUnseen: _refused(
        "a security level that the project does not have, or that the caller is not in",
        "security",
        "The security level selected is invalid.",
        NO_TEXT,
    ),
    refusals.FieldUserUnknown: _refused(
        "an assignee or reporter that does not exist",
        "{0.field}",
        "Account ID {0.value} does not exist.",
        Evidence("observed", "ahungry/org-jira issue 220, Cloud, 2021"),
    ),
    refusals.NotAssignable: _refused(
        "an assignee without Assignable user",
        "assignee",
        "User '{0.user.name}' cannot be assigned issues.",
        evidence.SERVER_SUITE,
    ),
    refusals.ReporterMissing: _refused("an issue without a reporter", "reporter", "Reporter is required.", NO_TEXT),
    refusals.ParentMissing: _refused(
        "a sub-task without a parent",
        "issuetype",
        "Issue type is a sub-task but parent issue key or id not specified.",
        Evidence("observed", "gioboa/jira-plugin issue 35, Cloud, 2018"),
    ),
    refusals.ParentUnseen: _refused(
        "a parent that does not exist or is not seen", "parent", "Could not find issue by id or key.", NO_TEXT
    ),
    refusals.ParentUnfit: _refused(
        "a parent that is not one level above",
        "parentId",
        "Given parent work item does not belong to appropriate hierarchy.",
        _LINKED_LEVELS,
    ),
    refusals.ParentElsewhere: _refused(
        "a sub-task's parent in another project",
        "parent",
        "A sub-task and its parent must be in the same project.",
        NO_TEXT,
    ),
}

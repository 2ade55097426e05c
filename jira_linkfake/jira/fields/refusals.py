"""What can go wrong about what a request wants a field to be, and what Jira answers."""

from __future__ import annotations

from typing import Literal

from jira_linkfake.jira import evidence
from jira_linkfake.jira.evidence import Evidence, chosen
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.model import User
from jira_linkfake.jira.refusal import NO_TEXT, Answer, CallerRefusal, FieldRefusal, Refusal
from jira_linkfake.jira.workflow.model import IssueType

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


class FieldNotSettable(FieldRefusal):
    """The field cannot be set at all, or not by this caller."""

    truth = "{0.field} cannot be set: {0.why}"
    answer = _refused(
        "a field that the caller cannot set: unknown, fixed, or for want of a permission",
        "{0.field}",
        "Field '{0.field}' cannot be set. It is not on the appropriate screen, or unknown.",
        evidence.RECORDED,
    )

    why: str


class FieldRequired(FieldRefusal):
    """The issue must have a value of the field, and would have none."""

    truth = "{0.field} is required, and has no value"
    answer = _refused(
        "a field that is required and has no value",
        "{0.field}",
        "{0.name} is required.",
        Evidence("observed", "textfuel/lazyjira issue 111, July 2026; go-jira/jira issue 444, 2021"),
    )

    name: str


class FieldOnlyUpdated(FieldRefusal):
    """The field was sent in `fields`, and takes only the operations of `update`."""

    truth = "{0.field} was sent in fields, and can only be changed by update"
    answer = _refused(
        "`fields.issuelinks` or `fields.comment`",
        "{0.field}",
        "Field does not support update '{0.field}'",
        evidence.LINKS_IN_FIELDS,
    )


class FieldTwice(FieldRefusal):
    """The field was sent both in `fields` and in `update`."""

    truth = "{0.field} was sent in fields and in update"
    answer = _refused(
        "a field both in `fields` and in `update`",
        "{0.field}",
        "Field '{0.field}' cannot be in both 'fields' and 'update'.",
        NO_TEXT,
    )


class VerbUnknown(FieldRefusal):
    """The field does not have the operation."""

    truth = "{0.field} has no operation {0.verb!r}, only {0.supported}"
    answer = Answer(
        condition="an operation that a field does not have",
        status=400,
        status_by=evidence.REFERENCE,
        message="Field with id' {0.field}' and name '{0.name}' does not support operation '{0.verb}' "
        "Supported operation(s) are: '{0.supported}'",
        words_by=Evidence("observed", "StackStorm-Exchange/stackstorm-jira issue 35, 2019"),
    )

    name: str
    verb: str
    supported: str


class NotText(FieldRefusal):
    """The field takes a text."""

    truth = "{0.field} was given something that is no text"
    answer = _refused(
        "a text field that is given something else",
        "{0.field}",
        "Operation value must be a string",
        Evidence("observed", "tenable/integration-jira-cloud issue 32, Cloud, 2020"),
    )


class NotNumber(FieldRefusal):
    """The field takes a number."""

    truth = "{0.field} was given something that is no number"
    answer = _refused(
        "a number field that is given something else, such as a number as text",
        "{0.field}",
        "Operation value must be a number",
        Evidence("observed", "getsentry/sentry-jira issue 108; tenable/integration-jira-cloud pull request 207, Cloud"),
    )


class TextTooLong(FieldRefusal):
    """A text is longer than Jira takes."""

    truth = "{0.field} was given a text of more than {0.limit} characters"
    answer = _refused(
        "a description, a comment or another text that is too long: rich text has 32,767 characters at most, the text "
        "of a custom field 255",
        "{0.field}",
        "The entered text is too long. It exceeds the allowed limit of {0.limit} characters.",
        Evidence(
            "observed", "mozilla/jira-bugzilla-integration issue 180, Cloud, 2022; jenkinsci/jira-plugin issue 667"
        ),
    )

    limit: str


class NotDocument(FieldRefusal):
    """The field takes an Atlassian document."""

    truth = "{0.field} was given something that is no Atlassian document"
    answer = _refused(
        "a description, or another rich text, that is no Atlassian document (version 3)",
        "{0.field}",
        "Operation value must be an Atlassian Document (see the Atlassian Document Format)",
        Evidence("observed", "lesstif/php-jira-rest-client issue 280, Cloud, v3, 2019"),
    )


class NotObject(FieldRefusal):
    """The field takes an object."""

    truth = "{0.field} was given something that is no object"
    answer = _refused(
        "a field that takes an object and is given something else",
        "{0.field}",
        "data was not an object",
        Evidence("observed", "pycontribs/jira issue 396; bobcarroll/jira-client issue 65"),
    )


class NotList(FieldRefusal):
    """The field takes a list."""

    truth = "{0.field} was given something that is no list"
    answer = _refused(
        "labels, versions or components that are no list", "{0.field}", "data was not an array", evidence.NOT_A_LIST
    )


class PartUnknown(FieldRefusal):
    """The issue's project has no such version or component."""

    truth = "{0.field} was given the {0.by} {0.value!r}, which nothing of the kind in the project has"
    answer = _refused(
        "a version or component that the issue's project does not have",
        "{0.field}",
        "{0.part} {0.by} '{0.value}' is not valid",
        evidence.PART_REPORTS,
    )

    part: str
    by: Literal["id", "name"]
    value: str


class PartIdNotText(FieldRefusal):
    """The id of a version or component came as a number."""

    truth = "{0.field} was given an id that is no text"
    answer = _refused(
        "the id of a version or component that is no text",
        "{0.field}",
        "expected 'id' property to be a string",
        evidence.PART_REPORTS,
    )


class NotDate(FieldRefusal):
    """The field takes a date."""

    truth = "{0.field} was given {0.value!r}, which is no date as yyyy-MM-dd"
    answer = _refused(
        "a date that is not written as `yyyy-MM-dd`, or that no calendar has",
        "{0.field}",
        "Error parsing date string: {0.value}",
        NO_TEXT,
    )

    value: str


class SummaryMissing(Refusal):
    """The issue has no summary, or would have none."""

    truth = "the issue has no summary"
    answer = _refused(
        "an issue without a summary",
        "summary",
        "You must specify a summary of the issue.",
        chosen("the words of Jira's own page for new issues"),
    )


class SummaryTooLong(Refusal):
    """The summary has too many characters."""

    truth = "the summary has {0.length} characters, and may have {0.limit}"
    answer = _refused(
        "a summary of more than 255 characters",
        "summary",
        "Summary can't exceed {0.limit} characters.",
        Evidence("observed", "tenable/integration-jira-cloud issue 322, Cloud, October 2025"),
    )

    length: int
    limit: int


class SummaryBroken(Refusal):
    """The summary has several lines."""

    truth = "the summary has more than one line"
    answer = _refused(
        "a summary of several lines",
        "summary",
        "The summary is invalid because it contains newline characters.",
        Evidence("observed", "DefectDojo/django-DefectDojo pull request 4954, Cloud, 2021"),
    )


class LabelWithSpaces(Refusal):
    """A label has a space in it, or nothing at all."""

    truth = "{0.label!r} is no label: it is empty or has a space"
    answer = _refused(
        "a label that is empty or has a space",
        "labels",
        "The label '{0.label}' contains spaces which is invalid.",
        Evidence("observed", "projectdiscovery/nuclei issue 1689, 2022"),
    )

    label: str


class LabelTooLong(Refusal):
    """A label is longer than Jira takes."""

    truth = "a label has more than {0.limit} characters"
    answer = _refused(
        "a label of more than 255 characters",
        "labels",
        "The label '{0.label}' exceeds the maximum length for a single label of {0.limit} characters.",
        Evidence("observed", "prometheus-community/jiralert issue 146, 2023"),
    )

    label: str
    limit: int


class IssueTypeMissing(Refusal):
    """The issue has no type."""

    truth = "no type of issue was given"
    answer = _refused("a new issue without a type", "issuetype", "Specify an issue type", evidence.RECORDED)


class IssueTypeUnknown(Refusal):
    """The project has no type of issue with this id or name."""

    truth = "{0.project} has no type of issue {0.value!r}"
    answer = _refused(
        "an issue of a type that its project does not have",
        "issuetype",
        "The issue type selected is invalid.",
        Evidence("observed", "github/ghas-jira-integration issue 53, Cloud, April 2023"),
    )

    value: str
    project: str


class IssueTypeUnfit(Refusal):
    """The issue cannot be of the type, because of its children."""

    truth = "{0.issue.key} cannot be of type {0.issue.type.name}: its children are not one level below"
    answer = _refused(
        "a type one level above which the issue's children are not",
        "issuetype",
        "The issue type selected is invalid.",
        chosen("as a type that does not exist"),
    )

    issue: Issue


class PriorityUnnamed(Refusal):
    """A priority was given neither by id nor by name."""

    truth = "the priority was given neither by id nor by name"
    answer = _refused(
        "a priority given neither by id nor by name",
        "priority",
        "Specify the Priority (id or name) in the string format",
        Evidence("observed", "incidentbot/incidentbot issue 339, Cloud, 2023"),
    )


class PriorityUnknown(Refusal):
    """No priority has this id or name."""

    truth = "there is no priority {0.value!r}"
    answer = _refused(
        "a priority that does not exist",
        "priority",
        "The priority selected is invalid.",
        Evidence("observed", "tenable/integration-jira-cloud issue 230, Cloud, 2023"),
    )

    value: str


class ResolutionUnnamed(Refusal):
    """A resolution was given neither by id nor by name."""

    truth = "the resolution was given neither by id nor by name"
    answer = _refused(
        "a resolution given neither by id nor by name",
        "resolution",
        "Specify the Resolution (id or name) in the string format",
        Evidence("observed", "mozilla/jira-bugzilla-integration pull request 735, Cloud, November 2023"),
    )


class ResolutionUnknown(Refusal):
    """No resolution has this id or name."""

    truth = "there is no resolution {0.value!r}"
    answer = _refused(
        "a resolution that does not exist",
        "resolution",
        "The resolution selected is invalid.",
        chosen("in the words for a priority"),
    )

    value: str


class SecurityLevelUnseen(CallerRefusal):
    """The project has no such security level, or the caller is not in it."""

    truth = "{0.who} is in no security level {0.value!r} of {0.project}"
    answer = _refused(
        "a security level that the project does not have, or that the caller is not in",
        "security",
        "The security level selected is invalid.",
        NO_TEXT,
    )

    value: str
    project: str


class FieldUserUnknown(FieldRefusal):
    """No user has this account id."""

    truth = "there is no account {0.value!r} for {0.field}"
    answer = _refused(
        "an assignee, a reporter or a user in a custom field who does not exist",
        "{0.field}",
        "Account ID {0.value} does not exist.",
        Evidence("observed", "ahungry/org-jira issue 220, Cloud, 2021"),
    )

    value: str


class NotAssignable(Refusal):
    """Issues of the project cannot be assigned to the user."""

    truth = "{0.user} does not hold Assignable user in {0.project}"
    answer = _refused(
        "an assignee without Assignable user",
        "assignee",
        "User '{0.user.name}' cannot be assigned issues.",
        evidence.SERVER_SUITE,
    )

    user: User
    project: str


class ReporterMissing(Refusal):
    """The issue would have no reporter."""

    truth = "the issue would have no reporter"
    answer = _refused("an issue without a reporter", "reporter", "Reporter is required.", NO_TEXT)


class ParentMissing(Refusal):
    """A sub-task has no parent."""

    truth = "a sub-task has no parent"
    answer = _refused(
        "a sub-task without a parent",
        "issuetype",
        "Issue type is a sub-task but parent issue key or id not specified.",
        Evidence("observed", "gioboa/jira-plugin issue 35, Cloud, 2018"),
    )


class ParentUnseen(Refusal):
    """The parent does not exist, or the caller may not see it."""

    truth = "the parent was not found: {0.cause.reason}"
    answer = _refused(
        "a parent that does not exist or is not seen", "parent", "Could not find issue by id or key.", NO_TEXT
    )

    cause: Refusal


class ParentUnfit(Refusal):
    """The parent is not one level above the issue."""

    truth = "{0.parent.key}, of type {0.parent.type.name}, is not one level above the type {0.type.name}"
    answer = _refused(
        "a parent that is not one level above",
        "parentId",
        "Given parent work item does not belong to appropriate hierarchy.",
        _LINKED_LEVELS,
    )

    parent: Issue
    type: IssueType


class ParentElsewhere(Refusal):
    """A sub-task's parent is in another project."""

    truth = "{0.parent.key} is not in {0.project}, as the parent of a sub-task there must be"
    answer = _refused(
        "a sub-task's parent in another project",
        "parent",
        "A sub-task and its parent must be in the same project.",
        NO_TEXT,
    )

    parent: Issue
    project: str


class NoFieldCreation(CallerRefusal):
    """The caller may not make custom fields."""

    truth = "{0.who} does not hold Administer Jira, and may not make custom fields"
    answer = Answer(
        condition="a new custom field without Administer Jira",
        status=400,
        status_by=evidence.REFERENCE,
        message="You do not have permission to create custom fields.",
        words_by=NO_TEXT,
    )


class FieldIdInvalid(Refusal):
    """What is to be deleted does not go by an id that a custom field can have."""

    truth = "{0.value!r} is no id of a custom field"
    answer = Answer(
        condition="deleting a field whose id is not that of a custom field",
        status=400,
        status_by=evidence.REFERENCE,
        message="The custom field ID '{0.value}' is invalid.",
        words_by=NO_TEXT,
    )

    value: str


class FieldLocked(Refusal):
    """What is to be changed or deleted is one of Jira Software's own fields."""

    truth = "the field {0.value!r} is locked: it is Jira Software's own"
    answer = Answer(
        condition="changing or deleting one of Jira Software's fields, which are locked",
        status=400,
        status_by=evidence.REFERENCE,
        message="The custom field '{0.value}' is locked.",
        words_by=NO_TEXT,
    )

    value: str


class FieldUnseen(Refusal):
    """There is no such custom field."""

    truth = "there is no custom field {0.value!r}"
    answer = Answer(
        condition="a custom field that does not exist",
        status=404,
        status_by=evidence.REFERENCE,
        message="The custom field was not found.",
        words_by=NO_TEXT,
    )

    value: str


class FieldNameInvalid(Refusal):
    """A custom field's name is empty or too long."""

    truth = "the name of the custom field has {0.length} characters, and it takes 1 to {0.most}"
    answer = Answer(
        condition="a custom field's name that is empty or too long",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("name", "The name must have 1 to {0.most} characters."),),
        words_by=NO_TEXT,
    )

    length: int
    most: int


class FieldDescriptionTooLong(Refusal):
    """A custom field's description is too long."""

    truth = "the description of the custom field has {0.length} characters, of {0.most} that it may have"
    answer = Answer(
        condition="a custom field's description that is too long",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("description", "The description must not be longer than {0.most} characters."),),
        words_by=NO_TEXT,
    )

    length: int
    most: int


class FieldKindUnknown(Refusal):
    """A custom field was to be of a type that Jira does not have."""

    truth = "{0.value!r} is no type of custom fields"
    answer = Answer(
        condition="a new custom field of a type that there is none of",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("fieldType", "Invalid custom field type specified."),),
        words_by=NO_TEXT,
    )

    value: str


class FieldSearcherInvalid(Refusal):
    """A custom field was to have a searcher that its type does not take."""

    truth = "{0.value!r} is no searcher of a custom field of the type {0.kind}"
    answer = Answer(
        condition="a custom field's searcher that its type does not take",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("searcherKey", "Invalid searcher key specified."),),
        words_by=NO_TEXT,
    )

    value: str
    kind: str

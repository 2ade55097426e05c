"""Refusals about what a request wants a field of an issue to be."""

from __future__ import annotations

from jira_linkfake.site.model import Issue, IssueType, User
from jira_linkfake.site.refusals import CallerRefusal, FieldRefusal, Refusal


class FieldNotSettable(FieldRefusal):
    """The field cannot be set at all, or not by this caller."""

    truth = "{0.field} cannot be set: {0.why}"

    why: str


class FieldOnlyUpdated(FieldRefusal):
    """The field was sent in `fields`, and takes only the operations of `update`."""

    truth = "{0.field} was sent in fields, and can only be changed by update"


class FieldTwice(FieldRefusal):
    """The field was sent both in `fields` and in `update`."""

    truth = "{0.field} was sent in fields and in update"


class OperationUnknown(FieldRefusal):
    """The field does not have the operation."""

    truth = "{0.field} has no operation {0.verb!r}, only {0.supported}"

    name: str
    verb: str
    supported: str


class NotText(FieldRefusal):
    """The field takes a text."""

    truth = "{0.field} was given something that is no text"


class NotDocument(FieldRefusal):
    """The field takes an Atlassian document."""

    truth = "{0.field} was given something that is no Atlassian document"


class NotObject(FieldRefusal):
    """The field takes an object."""

    truth = "{0.field} was given something that is no object"


class NotList(FieldRefusal):
    """The field takes a list."""

    truth = "{0.field} was given something that is no list"


class SummaryMissing(Refusal):
    """The issue has no summary, or would have none."""

    truth = "the issue has no summary"


class SummaryTooLong(Refusal):
    """The summary has too many characters."""

    truth = "the summary has {0.length} characters, and may have {0.limit}"

    length: int
    limit: int


class SummaryBroken(Refusal):
    """The summary has several lines."""

    truth = "the summary has more than one line"


class LabelWithSpaces(Refusal):
    """A label has a space in it, or nothing at all."""

    truth = "{0.label!r} is no label: it is empty or has a space"

    label: str


class IssueTypeMissing(Refusal):
    """The issue has no type."""

    truth = "no type of issue was given"


class IssueTypeUnknown(Refusal):
    """No type of issue has this id or name."""

    truth = "there is no type of issue {0.value!r}"

    value: str


class IssueTypeUnfit(Refusal):
    """The issue cannot be of the type, because of its children."""

    truth = "{0.issue.key} cannot be of type {0.issue.type.name}: its children are not one level below"

    issue: Issue


class PriorityUnnamed(Refusal):
    """A priority was given neither by id nor by name."""

    truth = "the priority was given neither by id nor by name"


class PriorityUnknown(Refusal):
    """No priority has this id or name."""

    truth = "there is no priority {0.value!r}"

    value: str


class SecurityLevelUnseen(CallerRefusal):
    """The project has no such security level, or the caller is not in it."""

    truth = "{0.who} is in no security level {0.value!r} of {0.project}"

    value: str
    project: str


class FieldUserUnknown(FieldRefusal):
    """No user has this account id."""

    truth = "there is no account {0.value!r} for {0.field}"

    value: str


class NotAssignable(Refusal):
    """Issues of the project cannot be assigned to the user."""

    truth = "{0.user} does not hold Assignable user in {0.project}"

    user: User
    project: str


class ReporterMissing(Refusal):
    """The issue would have no reporter."""

    truth = "the issue would have no reporter"


class ParentMissing(Refusal):
    """A sub-task has no parent."""

    truth = "a sub-task has no parent"


class ParentUnseen(Refusal):
    """The parent does not exist, or the caller may not see it."""

    truth = "the parent was not found: {0.cause.reason}"

    cause: Refusal


class ParentUnfit(Refusal):
    """The parent is not one level above the issue."""

    truth = "{0.parent.key}, of type {0.parent.type.name}, is not one level above the type {0.type.name}"

    parent: Issue
    type: IssueType


class ParentElsewhere(Refusal):
    """A sub-task's parent is in another project."""

    truth = "{0.parent.key} is not in {0.project}, as the parent of a sub-task there must be"

    parent: Issue
    project: str

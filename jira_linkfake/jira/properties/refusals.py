"""What can go wrong about properties, and what Jira answers."""

from __future__ import annotations

from typing import Literal

from jira_linkfake.jira import evidence
from jira_linkfake.jira.evidence import chosen
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.refusal import NO_TEXT, Answer, CallerRefusal, Refusal

_EDIT = "You do not have permission to edit the properties of this {0.kind}."


class PropertyUnknown(Refusal):
    """The thing has no property of the key."""

    truth = "the {0.kind} has no property {0.key!r}"
    answer = Answer(
        condition="a property that is not there",
        status=404,
        status_by=evidence.REFERENCE,
        message="The property with key '{0.key}' does not exist.",
        words_by=NO_TEXT,
    )

    kind: str
    key: str


class PropertyKeyMissing(Refusal):
    """A property that comes with a thing has no key."""

    truth = "a property has no key"
    answer = Answer(
        condition="a property without a key, with an issue, a comment or a worklog, or for several issues",
        status=400,
        status_by=evidence.REFERENCE,
        message="The property key must be specified.",
        words_by=NO_TEXT,
    )


class PropertyKeyTooLong(Refusal):
    """The key of a property is too long."""

    truth = "the key of a property has {0.length} characters, of {0.most} that it may have"
    answer = Answer(
        condition="a property whose key has more than 255 characters",
        status=400,
        status_by=evidence.REFERENCE,
        message="The property key must not be longer than {0.most} characters.",
        words_by=NO_TEXT,
    )

    length: int
    most: int


class PropertyValueMissing(Refusal):
    """A property is to be set, and there is no value for it."""

    truth = "there is no value for the property {0.key!r}"
    answer = Answer(
        condition="setting a property without a value: with an empty body, or without `value`",
        status=400,
        status_by=evidence.REFERENCE,
        message="The property value must not be empty.",
        words_by=NO_TEXT,
    )

    key: str


class PropertyValueInvalid(Refusal):
    """The value of a property is no JSON."""

    truth = "the value of the property {0.key!r} is not JSON: {0.problem}"
    answer = Answer(
        condition="setting a property to what is not JSON",
        status=400,
        status_by=evidence.REFERENCE,
        message="The property value must be valid JSON.",
        words_by=NO_TEXT,
    )

    key: str
    problem: str


class PropertyValueTooLong(Refusal):
    """The value of a property is too long."""

    truth = "the value of the property {0.key!r} has {0.length} characters, of {0.most} that it may have"
    answer = Answer(
        condition="a property whose value has more than 32,768 characters, as JSON without blanks",
        status=400,
        status_by=evidence.REFERENCE,
        message="The property value must not be longer than {0.most} characters.",
        words_by=NO_TEXT,
    )

    key: str
    length: int
    most: int


class NoPropertyPermission(CallerRefusal):
    """The caller may not change the properties of what they see."""

    truth = "{0.who} may not change the properties of the {0.kind}: it takes {0.permission}"
    answer = Answer(
        condition="setting or deleting a property without the permission to change what has it",
        status=403,
        status_by=evidence.REFERENCE,
        message=_EDIT,
        words_by=NO_TEXT,
        lack="permission",
    )

    kind: str
    permission: str


class IssuePropertyUndeletable(CallerRefusal):
    """The caller may not edit the issue whose property was to be deleted."""

    truth = "{0.who} does not hold Edit issues in {0.issue.project}"
    answer = Answer(
        condition="deleting a property of an issue without Edit issues",
        status=404,
        status_by=evidence.REFERENCE,
        message="You do not have permission to edit the properties of this issue.",
        words_by=NO_TEXT,
        lack="permission",
    )

    issue: Issue


class UserPropertiesOfOthers(CallerRefusal):
    """The caller asked for another user's properties and does not administer Jira."""

    truth = "{0.who} asked for the properties of {0.account_id!r}, and does not hold Administer Jira"
    answer = Answer(
        condition="another user's properties without Administer Jira",
        status=403,
        status_by=evidence.REFERENCE,
        message="You do not have permission to access the properties of this user.",
        words_by=NO_TEXT,
        lack="permission",
    )

    account_id: str


class BulkMiscounted(Refusal):
    """Properties of several issues are to be set, and there are none or too many of something."""

    truth = "{0.count} {0.what} were given, not 1 to {0.most}"
    answer = Answer(
        condition="setting properties of several issues at once, of none or too many, or none or too many properties",
        status=400,
        status_by=evidence.REFERENCE,
        message="The number of {0.what} must be between 1 and {0.most}.",
        words_by=NO_TEXT,
    )

    what: Literal["issues", "properties"]
    count: int
    most: int


class FilterContradictory(Refusal):
    """Issues are to have a value of a property, and not the property."""

    truth = "the filter wants issues with a value of the property, and without the property"
    answer = Answer(
        condition="a filter of issues with `currentValue` and with `hasProperty` as false",
        status=400,
        status_by=evidence.REFERENCE,
        message="'currentValue' cannot be combined with 'hasProperty' set to false.",
        words_by=chosen("the reference gives the case, and no words"),
    )

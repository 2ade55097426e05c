"""What can go wrong about users and groups, and what Jira answers."""

from __future__ import annotations

from jira_linkfake.jira import evidence
from jira_linkfake.jira.evidence import chosen
from jira_linkfake.jira.refusal import NO_TEXT, Answer, Refusal


class UserUnknown(Refusal):
    """No user has the account."""

    truth = "there is no user with the account {0.account_id!r}"
    answer = Answer(
        condition="a user who does not exist",
        status=404,
        status_by=evidence.REFERENCE,
        message="Specified user does not exist or you do not have required permissions",
        words_by=evidence.CLIENT_CAPTURE,
    )

    account_id: str


class UserNotByAccount(Refusal):
    """A user was named otherwise than by an account id, or by more than one."""

    truth = "a user was named by {0.named}: Cloud knows users by their account ids alone"
    answer = Answer(
        condition="a user named by anything but an account id, in a body or a query",
        status=400,
        status_by=evidence.STRICT_ACCOUNTS,
        message="'accountId' must be the only user identifying query parameter in GDPR strict mode.",
        words_by=evidence.STRICT_ACCOUNTS,
    )

    named: str


class SearchByName(Refusal):
    """Users or groups were searched for with a parameter that took the name of a user."""

    truth = "{0.parameter} is no parameter of a search any more: Cloud knows users by their account ids alone"
    answer = Answer(
        condition="a search with the parameter that took the name of a user",
        status=400,
        status_by=evidence.STRICT_SEARCH,
        message="The query parameter '{0.parameter}' is not supported in GDPR strict mode.",
        words_by=evidence.STRICT_SEARCH,
    )

    parameter: str


class SearchUnnamed(Refusal):
    """Users were searched for by nothing."""

    truth = "users were searched for by neither a query nor an account"
    answer = Answer(
        condition="searching users by neither a query nor an account",
        status=400,
        status_by=evidence.REFERENCE,
        message="The username or property query parameter must be provided",
        words_by=evidence.RECORDED,
    )


class SearchAmbiguous(Refusal):
    """Users were searched for both by a query and by an account."""

    truth = "users were searched for both by a query and by an account"
    answer = Answer(
        condition="searching users both by a query and by an account",
        status=400,
        status_by=evidence.RECORDED,
        message="The query parameters 'query' and 'accountId' are mutually exclusive.",
        words_by=evidence.RECORDED,
    )


class GroupUnnamed(Refusal):
    """A group was asked for with neither a name nor an id, or with both."""

    truth = "a group takes either a name or an id"
    answer = Answer(
        condition="a group given neither by name nor by id, or by both",
        status=400,
        status_by=chosen("the reference has 400 for a group that is not named"),
        message="Either the group's name or its ID must be provided.",
        words_by=NO_TEXT,
    )


class GroupUnknown(Refusal):
    """No group has the name or id."""

    truth = "there is no group {0.reference!r}"
    answer = Answer(
        condition="a group that does not exist",
        status=404,
        status_by=evidence.REFERENCE,
        message="The group '{0.reference}' does not exist.",
        words_by=NO_TEXT,
    )

    reference: str

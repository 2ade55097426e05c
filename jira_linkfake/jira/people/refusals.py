"""What can go wrong about users and groups, and what Jira answers."""

from __future__ import annotations

from jira_linkfake.jira import evidence
from jira_linkfake.jira.evidence import chosen
from jira_linkfake.jira.people.model import Group, User
from jira_linkfake.jira.projects.model import Project
from jira_linkfake.jira.refusal import NO_TEXT, Answer, CallerRefusal, Refusal

_SERVER = chosen("the words of Jira Server")
_AS_ON_SERVER = chosen("as on Jira Server; the reference has 400 for other things there")


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


class AccountMissing(Refusal):
    """Users were asked for without an account."""

    truth = "no account was named"
    answer = Answer(
        condition="users by their accounts, a user's properties or a member of a group without an `accountId`",
        status=400,
        status_by=evidence.REFERENCE,
        message="The 'accountId' parameter must be provided.",
        words_by=NO_TEXT,
    )


class PlaceMissing(Refusal):
    """Users who may do something were asked for, and where was not said."""

    truth = "the query names no issue and no project: it takes {0.parameters}"
    answer = Answer(
        condition="users who may be assigned, who may browse or who hold permissions, without an issue or a project",
        status=400,
        status_by=evidence.REFERENCE,
        message="The query parameter {0.parameters} must be provided.",
        words_by=NO_TEXT,
    )

    parameters: str


class PermissionsOfUsers(CallerRefusal):
    """The caller may not ask who holds permissions in a project."""

    truth = "{0.who} holds neither Administer projects in {0.project.key} nor Administer Jira"
    answer = Answer(
        condition="users who hold permissions without Administer projects or Administer Jira",
        status=403,
        status_by=evidence.REFERENCE,
        message="You do not have permission to search for users by their permissions.",
        words_by=NO_TEXT,
        lack="permission",
    )

    project: Project


class QueryMissing(Refusal):
    """A picker was asked without what it is to find."""

    truth = "the query has no query"
    answer = Answer(
        condition="picking users and groups without `query`",
        status=400,
        status_by=evidence.REFERENCE,
        message="The 'query' query parameter must be provided.",
        words_by=NO_TEXT,
    )


class ExcludedTwice(Refusal):
    """A picker was told in two ways whom to leave out."""

    truth = "the query has both exclude and excludeAccountIds"
    answer = Answer(
        condition="picking users with `exclude` and with `excludeAccountIds`",
        status=400,
        status_by=evidence.REFERENCE,
        message="The query parameters 'exclude' and 'excludeAccountIds' are mutually exclusive.",
        words_by=NO_TEXT,
    )


class EmailInvalid(Refusal):
    """A new user has no email that could be one."""

    truth = "{0.email!r} is no email"
    answer = Answer(
        condition="a new user with an email that is none",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("emailAddress", "You must specify a valid email address."),),
        words_by=NO_TEXT,
    )

    email: str


class ProductsMissing(Refusal):
    """It was not said which products a new user has, not even none."""

    truth = "the new user has no products, not even an empty list"
    answer = Answer(
        condition="a new user without `products`",
        status=400,
        status_by=evidence.REFERENCE,
        errors=(("products", "Products must be specified."),),
        words_by=NO_TEXT,
    )


class UserUnremovable(Refusal):
    """The user cannot be removed."""

    truth = "{0.user} cannot be removed: {0.why}"
    answer = Answer(
        condition="removing oneself, somebody who leads a project, or the user who is there from the start",
        status=400,
        status_by=evidence.REFERENCE,
        message="The user '{0.user.name}' cannot be removed.",
        words_by=NO_TEXT,
    )

    user: User
    why: str


class GroupNameMissing(Refusal):
    """A new group has no name."""

    truth = "the new group has no name"
    answer = Answer(
        condition="a new group without a name",
        status=400,
        status_by=evidence.REFERENCE,
        message="The group name must be provided.",
        words_by=NO_TEXT,
    )


class GroupNameTaken(Refusal):
    """A group has the name already."""

    truth = "there is a group {0.group.name!r} already"
    answer = Answer(
        condition="a new group with a name that another one has",
        status=400,
        status_by=evidence.REFERENCE,
        message="A group or user with this name already exists.",
        words_by=_SERVER,
    )

    group: Group


class MemberAlready(Refusal):
    """The user is a member of the group already."""

    truth = "{0.user} is a member of {0.group} already"
    answer = Answer(
        condition="adding a user to a group that they are in",
        status=400,
        status_by=_AS_ON_SERVER,
        message="Cannot add user. '{0.user.name}' is already a member of '{0.group.name}'.",
        words_by=_SERVER,
    )

    user: User
    group: Group


class NoMember(Refusal):
    """The user is no member of the group."""

    truth = "{0.user} is no member of {0.group}"
    answer = Answer(
        condition="removing a user from a group that they are not in",
        status=400,
        status_by=_AS_ON_SERVER,
        message="Cannot remove user '{0.user.name}' from group '{0.group.name}' since user is not a member"
        " of '{0.group.name}'.",
        words_by=_SERVER,
    )

    user: User
    group: Group

"""Refusals about users and groups."""

from __future__ import annotations

from jira_linkfake.site.refusals import Refusal


class UserUnknown(Refusal):
    """No user has the account."""

    truth = "there is no user with the account {0.account_id!r}"

    account_id: str


class SearchUnnamed(Refusal):
    """Users were searched for by nothing."""

    truth = "users were searched for by neither a query nor an account"


class SearchAmbiguous(Refusal):
    """Users were searched for both by a query and by an account."""

    truth = "users were searched for both by a query and by an account"


class GroupUnnamed(Refusal):
    """A group was asked for with neither a name nor an id, or with both."""

    truth = "a group takes either a name or an id"


class GroupUnknown(Refusal):
    """No group has the name or id."""

    truth = "there is no group {0.reference!r}"

    reference: str

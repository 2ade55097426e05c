"""What Jira answers to refusals about users and groups."""

from __future__ import annotations

from jira_linkfake.rest import evidence
from jira_linkfake.rest.evidence import chosen
from jira_linkfake.rest.replies.answer import NO_TEXT, Answer
from jira_linkfake.site.refusals import Refusal
from jira_linkfake.site.refusals import people as refusals

ANSWERS: dict[type[Refusal], Answer] = {
    refusals.UserUnknown: Answer(
        condition="a user who does not exist",
        status=404,
        status_by=evidence.REFERENCE,
        message="Specified user does not exist or you do not have required permissions",
        words_by=evidence.CLIENT_CAPTURE,
    ),
    refusals.SearchUnnamed: Answer(
        condition="searching users by neither a query nor an account",
        status=400,
        status_by=evidence.REFERENCE,
        message="The username or property query parameter must be provided",
        words_by=evidence.RECORDED,
    ),
    refusals.SearchAmbiguous: Answer(
        condition="searching users both by a query and by an account",
        status=400,
        status_by=evidence.RECORDED,
        message="The query parameters 'query' and 'accountId' are mutually exclusive.",
        words_by=evidence.RECORDED,
    ),
    refusals.GroupUnnamed: Answer(
        condition="a group given neither by name nor by id, or by both",
        status=400,
        status_by=chosen("the reference has 400 for a group that is not named"),
        message="Either the group's name or its ID must be provided.",
        words_by=NO_TEXT,
    ),
    refusals.GroupUnknown: Answer(
        condition="a group that does not exist",
        status=404,
        status_by=evidence.REFERENCE,
        message="The group '{0.reference}' does not exist.",
        words_by=NO_TEXT,
    ),
}

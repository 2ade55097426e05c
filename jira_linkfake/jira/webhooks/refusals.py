"""What can go wrong about registering webhooks, and what Jira answers."""

from __future__ import annotations

from jira_linkfake.jira import evidence
from jira_linkfake.jira.evidence import chosen
from jira_linkfake.jira.refusal import NO_TEXT, Answer, CallerRefusal, Refusal

_NO_REFERENCE = chosen("the reference has no such operation, and Jira's page on webhooks no statuses")


class AppNeeded(CallerRefusal):
    """Webhooks that apps register were asked for by a user."""

    truth = "{0.who} is no app"
    answer = Answer(
        condition="webhooks of apps, `webhook` and what is below it, with the credentials of a user or none",
        status=403,
        status_by=evidence.REFERENCE,
        message="Only Connect and OAuth 2.0 apps can use this operation.",
        words_by=chosen("the reference's words about who can use it"),
    )


class WebhookIncomplete(Refusal):
    """A webhook was to be registered without a name, a URL or events."""

    truth = "the webhook has no {0.missing}"
    answer = Answer(
        condition="a webhook of an administrator without a name, a URL or events",
        status=400,
        status_by=_NO_REFERENCE,
        errors=(("{0.missing}", "The {0.missing} of the webhook must not be empty."),),
        words_by=NO_TEXT,
    )

    missing: str


class WebhookUrlInvalid(Refusal):
    """A webhook was to go to what is no URL."""

    truth = "{0.url!r} is no address of http or https"
    answer = Answer(
        condition="a webhook of an administrator to what is no URL",
        status=400,
        status_by=_NO_REFERENCE,
        errors=(("url", "The URL '{0.url}' is invalid."),),
        words_by=NO_TEXT,
    )

    url: str


class WebhookEventUnknown(Refusal):
    """A webhook was to tell of an event that there is not."""

    truth = "there is no webhook of the event {0.event!r}"
    answer = Answer(
        condition="a webhook of an administrator for an event that there is not",
        status=400,
        status_by=_NO_REFERENCE,
        errors=(("events", "The event '{0.event}' is not supported."),),
        words_by=NO_TEXT,
    )

    event: str

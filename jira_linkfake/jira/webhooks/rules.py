"""Registering webhooks over REST, as administrators do, and changing and removing them."""

from __future__ import annotations

from urllib.parse import urlsplit

from jira_linkfake.jira.people.model import User
from jira_linkfake.jira.permissions.sight import require_administrator
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.refusal import NotFound, NotServed, Refusal, Refused
from jira_linkfake.jira.site import Site, with_id
from jira_linkfake.jira.webhooks.model import EVENTS, EVENTS_ELSEWHERE, AdminWebhook
from jira_linkfake.jira.webhooks.refusals import WebhookEventUnknown, WebhookIncomplete, WebhookUrlInvalid


class WebhookRequest(Plain):
    """A webhook as a request has it; what is None stays as it is, the secret too, which nobody is told."""

    name: str | None
    description: str | None
    url: str | None
    events: tuple[str, ...] | None
    jql: str | None
    exclude_body: bool | None
    enabled: bool | None
    secret: str | None


def find_webhook(site: Site, webhook_id: str) -> AdminWebhook:
    """Return the webhook with an id; raises `Refused` where there is none."""
    found = with_id(site.admin_webhooks, webhook_id)
    if found is None:
        raise Refused(NotFound(kind="webhook", value=webhook_id))
    return found


def register_webhook(site: Site, user: User, request: WebhookRequest) -> AdminWebhook:
    """Keep a webhook, whose query is known to be right, or refuse."""
    require_administrator(site, user)
    return keep_webhook(site, user, request)


def keep_webhook(site: Site, user: User, request: WebhookRequest) -> AdminWebhook:
    """Keep a webhook, or refuse what is wrong with it, whoever asks."""
    blank = AdminWebhook(
        id=site.next_id("webhook"),
        name="",
        description="",
        url="",
        events=(),
        jql="",
        exclude_body=False,
        enabled=True,
        secret=None,
        updated_by=user,
        updated=site.clock.now,
    )
    made = _filled(site, user, blank, request)
    site.new_id("webhook")
    site.admin_webhooks[made.id] = made
    return made


def change_webhook(site: Site, user: User, webhook_id: str, request: WebhookRequest) -> AdminWebhook:
    """Change what a request says of a webhook, or refuse."""
    require_administrator(site, user)
    changed = _filled(site, user, find_webhook(site, webhook_id), request)
    site.admin_webhooks[changed.id] = changed
    return changed


def remove_webhook(site: Site, user: User, webhook_id: str) -> None:
    """Remove a webhook; what waits to be sent again is not."""
    require_administrator(site, user)
    del site.admin_webhooks[find_webhook(site, webhook_id).id]


def _filled(site: Site, user: User, before: AdminWebhook, request: WebhookRequest) -> AdminWebhook:
    """Return a webhook with what a request says of it; raises `Refused` with all that is wrong."""
    said = {name: value for name, value in vars(request).items() if value is not None}
    said |= {"events": tuple(dict.fromkeys(said.get("events", before.events)))}
    filled = AdminWebhook(**{**vars(before), **said, "updated_by": user, "updated": site.clock.now})
    for event in filled.events:
        if event in EVENTS_ELSEWHERE:
            raise Refused(NotServed(operation=f"webhooks of the event {event}"))
    if "{" in filled.url:
        raise Refused(NotServed(operation="variables in the URL of a webhook"))
    refusals: list[Refusal] = [
        WebhookIncomplete(missing=name) for name in ("name", "url", "events") if not getattr(filled, name)
    ]
    if filled.url and not _is_url(filled.url):
        refusals.append(WebhookUrlInvalid(url=filled.url))
    refusals += [WebhookEventUnknown(event=event) for event in filled.events if event not in EVENTS]
    if refusals:
        raise Refused(*refusals)
    return filled


def _is_url(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False

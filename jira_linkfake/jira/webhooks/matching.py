"""Who has registered for a webhook over REST: by its event, and by a query that finds an issue which it is about."""

from __future__ import annotations

from functools import partial

from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.search.evaluation import matching
from jira_linkfake.jira.site import Site
from jira_linkfake.jira.webhooks.model import AdminWebhook, Webhook
from jira_linkfake.jira.webhooks.outbox import Addressee
from jira_linkfake.jira.webhooks.receivers import is_on_loopback, receiver_at


def addressees(site: Site, webhook: Webhook) -> list[Addressee]:
    """Return who is to get a webhook; what is sent elsewhere than to loopback is not tried again."""
    return [
        Addressee(
            receiver=receiver_at(one),
            stands=partial(_stands, site, one.id),
            again=partial(receiver_at, one) if is_on_loopback(one.url) else None,
        )
        for one in site.admin_webhooks.values()
        if _is_for(site, one, webhook)
    ]


def _stands(site: Site, number: str) -> bool:
    return number in site.admin_webhooks


def _is_for(site: Site, registered: AdminWebhook, webhook: Webhook) -> bool:
    if not registered.enabled or webhook.event not in registered.events:
        return False
    return not registered.jql or not webhook.issues or _finds_any(site, registered, webhook)


def _finds_any(site: Site, registered: AdminWebhook, webhook: Webhook) -> bool:
    """Say whether the query finds an issue, as whoever registered it; one that is wrong by now finds none (chosen)."""
    try:
        return bool(matching(site, registered.updated_by, registered.jql, webhook.issues))
    except Refused:
        return False

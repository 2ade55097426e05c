"""Webhooks: what Jira would have sent, and handing it to who is registered for it. It knows no site and no REST."""

from __future__ import annotations

from jira_linkfake.webhooks.outbox import Webhooks
from jira_linkfake.webhooks.webhook import EVENTS, Delivery, Webhook

__all__ = ["EVENTS", "Delivery", "Webhook", "Webhooks"]

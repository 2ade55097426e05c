"""Steps about webhooks: those that administrators register, switched off, and what apps alone may ask for."""

from __future__ import annotations

from typing import Any

from jira_linkfake.verify.needs import need, new_one_goes, new_thing
from jira_linkfake.verify.side import Side
from jira_linkfake.verify.steps.declaring import delete, get, post, put

HOOKS = "/rest/webhooks/1.0/webhook"
_OWN = f"{HOOKS}/{{own_hook_id}}"
_BODY: dict[str, Any] = {
    "url": "https://verify.example.com/hook",
    "events": ["jira:issue_created"],
    "enabled": False,
    "filters": {},
    "excludeBody": False,
}
_NEW = {"name": "{label} new", **_BODY}


@need("new webhook goes", after=("admin",))
def _new_webhook_goes(side: Side) -> None:
    new_one_goes(side, HOOKS)


@need("own webhook", after=("admin",))
def _own_webhook(side: Side) -> None:
    new_thing(side, "own_hook", HOOKS, _BODY)


_GOES = "new webhook goes"

STEPS = (
    get("webhooks: all", "getWebhooks", HOOKS, needs="own webhook", alike=True),
    post("webhooks: registered", "registerWebhook", HOOKS, _NEW, needs=_GOES),
    get("webhooks: one", "getWebhook", _OWN, needs="own webhook"),
    put("webhooks: changed", "updateWebhook", _OWN, {"name": "{own_hook}", "excludeBody": True}, needs="own webhook"),
    delete("webhooks: removed", "deleteWebhook", _OWN, needs="own webhook"),
    post("webhooks: without events", "WebhookIncomplete", HOOKS, {**_NEW, "events": []}, needs=_GOES),
    post("webhooks: to what is no address", "WebhookUrlInvalid", HOOKS, {**_NEW, "url": "nowhere"}, needs=_GOES),
    post("webhooks: of an unknown event", "WebhookEventUnknown", HOOKS, {**_NEW, "events": ["zz"]}, needs=_GOES),
    get("webhooks: those of apps", "AppNeeded", "webhook"),
)

"""`/rest/webhooks/1.0/webhook`: webhooks that administrators register; and `webhook`, which is for apps."""

from __future__ import annotations

from typing import NoReturn

from marshmallow import fields

from jira_linkfake.jira.evidence import WEBHOOKS_PAGE
from jira_linkfake.jira.permissions.sight import require_administrator
from jira_linkfake.jira.reader import Json
from jira_linkfake.jira.refusal import NotServed, Refused
from jira_linkfake.jira.search.evaluation import require_right
from jira_linkfake.jira.webhooks import rules
from jira_linkfake.jira.webhooks.as_json import admin_webhook_json
from jira_linkfake.jira.webhooks.model import JQL_FILTER
from jira_linkfake.jira.webhooks.refusals import AppNeeded
from jira_linkfake.rest.body import Closed, Flag, Text
from jira_linkfake.rest.call import Call
from jira_linkfake.rest.operations import Success, operation, refused_operation


class _Filters(Closed):
    jql = Text(data_key=JQL_FILTER, absent="")


class _Webhook(Closed):
    name = Text()
    description = Text()
    url = Text()
    events = fields.List(fields.String(), allow_none=True, load_default=None)
    filters = fields.Nested(_Filters, allow_none=True, load_default=None)
    exclude_body = Flag(data_key="excludeBody")
    enabled = Flag()
    secret = Text()
    # What Jira gives with a webhook and does not take: clients send back what they got.
    self_ = fields.Raw(data_key="self", allow_none=True)
    updated_user = fields.Raw(data_key="lastUpdatedUser", allow_none=True)
    updated_name = fields.Raw(data_key="lastUpdatedDisplayName", allow_none=True)
    updated = fields.Raw(data_key="lastUpdated", allow_none=True)


@operation("getWebhooks", Success(200, "every webhook that administrators have registered", WEBHOOKS_PAGE))
def list_webhooks(call: Call) -> list[Json]:
    """Return every webhook; only for administrators."""
    require_administrator(call.site, call.caller)
    return [admin_webhook_json(one, call.base) for one in call.site.admin_webhooks.values()]


@operation("getWebhook", Success(200, "a webhook", WEBHOOKS_PAGE))
def read_webhook(call: Call, id: str) -> Json:
    """Return one webhook; only for administrators."""
    require_administrator(call.site, call.caller)
    return admin_webhook_json(rules.find_webhook(call.site, id), call.base)


@operation("registerWebhook", Success(201, "the new webhook", WEBHOOKS_PAGE), body=_Webhook)
def register_webhook(call: Call) -> Json:
    """Register a webhook."""
    request = _request(call)
    return admin_webhook_json(rules.register_webhook(call.site, call.signed_in_user(), request), call.base)


@operation("updateWebhook", Success(200, "the changed webhook", WEBHOOKS_PAGE), body=_Webhook)
def change_webhook(call: Call, id: str) -> Json:
    """Change a webhook."""
    request = _request(call)
    return admin_webhook_json(rules.change_webhook(call.site, call.signed_in_user(), id, request), call.base)


@operation("deleteWebhook", Success(204, "empty", WEBHOOKS_PAGE))
def remove_webhook(call: Call, id: str) -> None:
    """Remove a webhook."""
    rules.remove_webhook(call.site, call.signed_in_user(), id)


def _request(call: Call) -> rules.WebhookRequest:
    """Return what a body says of a webhook; raises `Refused` for who may not, and for a query that is wrong."""
    content = call.content
    require_administrator(call.site, call.caller)
    jql = None if content["filters"] is None else content["filters"]["jql"]
    if jql:
        require_right(call.site, call.caller, jql)
    names = ("name", "description", "url", "exclude_body", "enabled", "secret")
    events = content["events"]
    return rules.WebhookRequest(
        **{name: content[name] for name in names}, jql=jql, events=None if events is None else tuple(events)
    )


@refused_operation("getDynamicWebhooksForApp")
@refused_operation("registerDynamicWebhooks")
@refused_operation("deleteWebhookById")
@refused_operation("refreshWebhooks")
def refuse_users(call: Call) -> NoReturn:
    """Refuse what Jira has for apps alone; who comes with a token of OAuth 2.0 may be one, which is not served."""
    if call.headers.get("Authorization", "").lower().startswith("bearer "):
        raise Refused(NotServed(operation="webhooks of OAuth 2.0 apps"))
    raise Refused(AppNeeded(caller=call.caller))


@refused_operation("getFailedWebhooks")
def refuse_all_but_connect(call: Call) -> NoReturn:
    """Refuse what Jira has for Connect apps alone."""
    raise Refused(AppNeeded(caller=call.caller))

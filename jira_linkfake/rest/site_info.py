"""`serverInfo`, `myself` and `user`: what clients ask before they begin."""

from __future__ import annotations

from jira_linkfake.rest import representations as represent
from jira_linkfake.rest.call import Call, View
from jira_linkfake.rest.representations import Json
from jira_linkfake.site.refusals import Refused
from jira_linkfake.site.refusals.issues import NotFound


def server_info(call: Call) -> Json:
    """Return what kind of Jira this is; open to everyone."""
    now = represent.time(call.site.clock.now)
    return {
        "baseUrl": call.base,
        "version": "1001.0.0-SNAPSHOT",
        "versionNumbers": [1001, 0, 0],
        "deploymentType": "Cloud",
        "buildNumber": 100300,
        "buildDate": now,
        "serverTime": now,
        "scmInfo": "jira_linkfake",
        "serverTitle": "Jira",
    }


def myself(call: Call) -> Json:
    """Return the caller; only for signed-in users."""
    content = represent.user(call.signed_in_user(), call.api)
    return {**content, "locale": "en_US", "expand": "groups,applicationRoles"}


def read_user(call: Call) -> Json:
    """Return the user whom `accountId` names; only for signed-in users."""
    call.signed_in_user()
    account_id = call.query.get("accountId", "")
    user = call.site.people.by_account_id.get(account_id)
    if user is None:
        raise Refused(NotFound(kind="user", value=account_id))
    return represent.user(user, call.api)


VIEWS: dict[str, View] = {"getServerInfo": server_info, "getCurrentUser": myself, "getUser": read_user}

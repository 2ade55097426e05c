"""`serverInfo` and `configuration`: what clients ask before they begin."""

from __future__ import annotations

from jira_linkfake.rest import representations as represent
from jira_linkfake.rest.call import Call, View
from jira_linkfake.rest.representations import Json


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


def configuration(call: Call) -> Json:
    """Return which of Jira's features are switched on: linking as the site has it, the others as on a fresh one."""
    return {
        "votingEnabled": True,
        "watchingEnabled": True,
        "unassignedIssuesAllowed": True,
        "subTasksEnabled": True,
        "issueLinkingEnabled": call.site.linking_enabled,
        "timeTrackingEnabled": True,
        "attachmentsEnabled": True,
        "timeTrackingConfiguration": {
            "workingHoursPerDay": 8.0,
            "workingDaysPerWeek": 5.0,
            "timeFormat": "pretty",
            "defaultUnit": "minute",
        },
    }


VIEWS: dict[str, View] = {"getServerInfo": server_info, "getConfiguration": configuration}

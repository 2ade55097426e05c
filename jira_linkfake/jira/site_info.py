"""`serverInfo` and `configuration`: what clients ask before they begin."""

from __future__ import annotations

from jira_linkfake.jira.evidence import REFERENCE
from jira_linkfake.jira.reader import Json, time_json
from jira_linkfake.rest.call import Call
from jira_linkfake.rest.operations import Success, operation


@operation("getServerInfo", Success(200, "version and kind of deployment", REFERENCE))
def server_info(call: Call) -> Json:
    """Return Jira's version, address and deployment type; open to everyone."""
    now = time_json(call.site.clock.now)
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


@operation(
    "getConfiguration", Success(200, "which features are on; `issueLinkingEnabled` follows the option", REFERENCE)
)
def configuration(call: Call) -> Json:
    """Return which of Jira's features are switched on: linking as the site has it, the others as on a fresh one."""
    return {
        "votingEnabled": True,
        "watchingEnabled": True,
        "unassignedIssuesAllowed": True,
        "subTasksEnabled": True,
        "issueLinkingEnabled": call.site.options.linking_enabled,
        "timeTrackingEnabled": True,
        "attachmentsEnabled": True,
        "timeTrackingConfiguration": {
            "workingHoursPerDay": 8.0,
            "workingDaysPerWeek": 5.0,
            "timeFormat": "pretty",
            "defaultUnit": "minute",
        },
    }

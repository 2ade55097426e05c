"""Users."""

from __future__ import annotations

from jira_linkfake.rest.representations.basics import Json
from jira_linkfake.site.model import User


def user(value: User, api: str) -> Json:
    """Return a user."""
    return {
        "self": f"{api}/user?accountId={value.account_id}",
        "accountId": value.account_id,
        "accountType": "atlassian",
        "emailAddress": value.email,
        "displayName": value.name,
        "active": True,
        "timeZone": "Etc/UTC",
    }

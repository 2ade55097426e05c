"""Wrong uses of Jira, and what it says to them: one table for every client library."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from jira_linkfake import FakeJira
from jira_linkfake.scenarios.states import issue_hidden_by_level


@dataclass(frozen=True, kw_only=True)
class Refusal:
    """A wrong use of Jira, in words that each client's suite translates, and what Jira says to it."""

    use: str
    args: tuple[Any, ...]
    status: int
    messages: tuple[str, ...]
    errors: tuple[str, ...]


def link_old_issues(jira: FakeJira) -> None:
    """Make the link 10000, of two issues that anybody may see."""
    jira.add_issues("OLD-1", "OLD-2")
    jira.add_link("OLD-1", "blocks", "OLD-2")


def link_hidden_issue(jira: FakeJira) -> None:
    """Make the link 10000, one end of which nobody may see."""
    issue_hidden_by_level(jira)
    jira.add_issue("OLD-1")
    jira.add_link("OLD-1", "blocks", "HIDDEN-1")


def comment_for(**visibility: str) -> dict[str, Any]:
    """Return a comment that is restricted to a group or role."""
    return {"body": "Between us", "visibility": visibility}


def refused(
    name: str, use: tuple[Any, ...], status: int, *messages: str, errors: tuple[str, ...] = (), **site: Any
) -> Any:
    """Return a row of the table: a wrong use on a site with these options, and what Jira says to it."""
    refusal = Refusal(use=use[0], args=use[1:], status=status, messages=messages, errors=errors)
    return pytest.param(refusal, id=name.replace(" ", "-"), marks=pytest.mark.jira_linkfake(**site))


LINK = ("link", "Blocks", "WEB-1", "WEB-2")
LINK_TO_HIDDEN = ("link", "Blocks", "WEB-1", "HIDDEN-1")
LINKING_DISABLED = "Issue linking is currently disabled."
NO_LINK = "No issue link with id '10000' exists."
NO_PERMISSION = "No Link Issue Permission for issue '{}'"
NO_PERMISSIONS = (NO_PERMISSION.format("OLD-1"), NO_PERMISSION.format("OLD-2"))
NO_TYPE = "No issue link type with name 'Haunts' found."
NOT_IN_GROUP = "You are currently not a member of the group: auditors."
NOT_IN_ROLE = "You are currently not a member of the project role: Administrators."
UNSEEN = "Issue does not exist or you do not have permission to see it."

REFUSALS = [
    refused("unknown type", ("link", "Haunts", "WEB-1", "WEB-2"), 404, NO_TYPE),
    refused("unknown source", ("link", "Blocks", "WEB-9", "WEB-2"), 404, UNSEEN),
    refused("unknown destination", ("link", "Blocks", "WEB-1", "WEB-9"), 404, UNSEEN),
    refused("nothing known", ("link", "Haunts", "WEB-8", "WEB-9"), 404, NO_TYPE, UNSEEN, UNSEEN),
    refused("hidden by level", LINK_TO_HIDDEN, 404, UNSEEN, scenario="issue_hidden_by_level"),
    refused("hidden by project", LINK_TO_HIDDEN, 404, UNSEEN, scenario="issue_hidden_by_project"),
    refused("to itself", ("link", "Blocks", "WEB-1", "WEB-1"), 400, "You cannot link an issue to itself."),
    refused("no permission", LINK, 404, NO_PERMISSION.format("WEB-1"), scenario="no_link_permission"),
    refused(
        "no permission observed",
        LINK,
        401,
        NO_PERMISSION.format("WEB-1"),
        scenario="no_link_permission",
        answers="observed",
    ),
    refused(
        "unknown group", (*LINK, comment_for(type="group", value="cats")), 400, errors=("Group: cats does not exist.",)
    ),
    refused("not in group", (*LINK, comment_for(type="group", value="auditors")), 400, errors=(NOT_IN_GROUP,)),
    refused(
        "not in role",
        (*LINK, comment_for(type="role", value="Administrators")),
        400,
        "Failed to create comment for issue 'WEB-2'",
        errors=(NOT_IN_ROLE,),
    ),
    refused(
        "limit reached",
        LINK,
        413,
        "Issue 'WEB-1' has reached the per-issue limit for issue links of 0.",
        link_limit=0,
    ),
    refused("linking disabled", LINK, 404, LINKING_DISABLED, linking_enabled=False),
    refused("read unknown", ("read", "10000"), 404, NO_LINK),
    refused("read hidden", ("read", "10000"), 404, NO_LINK, scenario=link_hidden_issue),
    refused("read no number", ("read", "first"), 400, "The issue link ID is invalid."),
    refused("read disabled", ("read", "10000"), 404, LINKING_DISABLED, linking_enabled=False),
    refused("delete unknown", ("delete", "10000"), 404, NO_LINK),
    refused("delete hidden", ("delete", "10000"), 404, NO_LINK, scenario=link_hidden_issue),
    refused("delete no number", ("delete", "first"), 400, "The issue link ID is invalid."),
    refused("delete disabled", ("delete", "10000"), 404, LINKING_DISABLED, linking_enabled=False),
    refused(
        "delete without permission",
        ("delete", "10000"),
        404,
        *NO_PERMISSIONS,
        scenario=[link_old_issues, "no_link_permission"],
    ),
    refused(
        "delete without permission observed",
        ("delete", "10000"),
        401,
        *NO_PERMISSIONS,
        scenario=[link_old_issues, "no_link_permission"],
        answers="observed",
    ),
    refused("types disabled", ("list types",), 404, LINKING_DISABLED, linking_enabled=False),
    refused("unknown type id", ("read type", "9"), 404, "No issue link type with id '9' found."),
    refused("type id no number", ("read type", "Blocks"), 400, "The issue link type ID is invalid."),
    refused("read unknown issue", ("read issue", "WEB-9"), 404, UNSEEN),
    refused("read hidden issue", ("read issue", "HIDDEN-1"), 404, UNSEEN, scenario="issue_hidden_by_level"),
    refused("comments of hidden issue", ("read comments", "HIDDEN-1"), 404, UNSEEN, scenario="issue_hidden_by_level"),
]

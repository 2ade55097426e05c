"""Steps about mail: the second user gets one about an issue of the run, everything else is refused."""

from __future__ import annotations

from typing import Any

from jira_linkfake.verify.needs import need
from jira_linkfake.verify.side import Side
from jira_linkfake.verify.steps.declaring import post


@need("a is not assigned", after=("a",))
def _a_is_not_assigned(side: Side) -> None:
    side.make("PUT", "issue/{a}/assignee", {"accountId": None}, look_up=dict)


def mail(name: str, rule: str, /, *, needs: str = "a", **to: Any) -> Any:
    """Return a step that sends mail about an issue."""
    body = {"subject": "Sent by {label}", "textBody": "Sent by verify, which tries what Jira answers.", "to": to}
    return post(f"mail: {name}", rule, "issue/{a}/notify", body, needs=needs)


STEPS = (
    mail("to somebody else", "notify", users=[{"accountId": "{second}"}], needs="a, second user"),
    mail("to nobody", "NobodyToNotify"),
    mail("to the assignee where there is none", "NoAssigneeToNotify", assignee=True, needs="a is not assigned"),
    mail("to somebody unknown", "RecipientUnknown", users=[{"accountId": "nobody-at-all"}]),
    mail("to an unknown group", "RecipientUnknown", groups=[{"name": "no-such-group-of-verify"}]),
)

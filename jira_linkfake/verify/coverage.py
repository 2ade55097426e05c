"""Which answers a step looks at, and why none looks at the others."""

from __future__ import annotations

from functools import cache

from jira_linkfake.known_answers import KnownReply, in_jiras_place
from jira_linkfake.verify.needs import all_needs
from jira_linkfake.verify.step import Step
from jira_linkfake.verify.steps import all_steps

_MANY = "it takes thousands of requests"
_INVITES = "it would invite or remove a person"

NOT_BROUGHT_ABOUT: dict[str, str] = {
    "cancelTask": "a task is over before it can be cancelled",
    "removeUser": _INVITES,
    "createUser": _INVITES,
    "ScopeMissing": "it needs a token of another kind",
    "AttachmentTooLarge": "it takes a file of a gigabyte",
    "AttachmentLimitReached": _MANY,
    "CommentLimitReached": _MANY,
    "LinkLimitReached": _MANY,
    "RemoteLinkLimitReached": _MANY,
    "WorklogLimitReached": _MANY,
    "LinkTypeAmbiguous": "Jira lets nobody make a second type of links with a name",
    "NotServed": "it is ours",
    "JqlNotServed": "it is ours",
    "xsrf_check": "a run does not say that it is a browser",
    "captcha": "it would lock the account",
    "archiveIssues 412": _MANY,
    "unarchiveIssues 412": _MANY,
}
"""Why no step brings an answer about, by what answers, with a status where that is about one of several."""

TROUBLE = "nobody can make Jira do it"


def reason_not_to(row: KnownReply) -> str | None:
    """Return why nobody with an account can bring an answer about, or None where somebody can."""
    of_status = NOT_BROUGHT_ABOUT.get(f"{row.rule} {row.statuses[0]}")
    return NOT_BROUGHT_ABOUT.get(row.rule) or of_status or (TROUBLE if row.rule in _rules_in_jiras_place() else None)


@cache
def _rules_in_jiras_place() -> frozenset[str]:
    return frozenset(one.rule for one in in_jiras_place())


def steps_for(row: KnownReply) -> list[Step]:
    """Return the steps that look at an answer."""
    return [
        step
        for step in _steps_by_rule().get(row.rule, ())
        if step.status in (None, *row.statuses) and _is_of_the_same_api(step, row)
    ]


_SOFTWARE = "/rest/agile/"


def _is_of_the_same_api(step: Step, row: KnownReply) -> bool:
    """Say whether a step asks that of Jira's two APIs which a row is about: some operations have one id in both."""
    return row.rule not in _SHARED or step.path.startswith(_SOFTWARE) == (_SOFTWARE in row.when)


_SHARED = frozenset({"getIssue", "getConfiguration"})


@cache
def _steps_by_rule() -> dict[str, list[Step]]:
    found: dict[str, list[Step]] = {}
    for step in all_steps():
        found.setdefault(step.answered_by, []).append(step)
    return found


def told_of(row: KnownReply) -> str:
    """Say whether `verify` looks at an answer, and with what, or why not."""
    steps = steps_for(row)
    if not steps:
        reason = reason_not_to(row)
        return f"no: {reason}" if reason else "not yet"
    ways = [options_of(step) for step in steps]
    return "yes" if "" in ways else f"with {min(ways, key=len)}"


def options_of(step: Step) -> str:
    """Return the options of the command line without which a step is not tried."""
    needs = [one.name for one in all_needs(step.needs)]
    options = {
        "`--second-user`": step.caller == "second" or any(one.startswith("second ") for one in needs),
        "`--admin`": "admin" in needs,
        "`--other-project`": any("elsewhere" in one or "other project" in one for one in needs),
        "something switched off": any(one.endswith(" off") for one in needs),
        "a public project": "public" in needs,
        "a project that its team manages": "team-managed" in needs,
        "the gateway's address": "at the gateway" in needs,
    }
    return " and ".join(option for option, is_needed in options.items() if is_needed)

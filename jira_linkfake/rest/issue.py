"""`issue`: read an issue with its links."""

from __future__ import annotations

from collections.abc import Callable

from jira_linkfake.rest import representations as represent
from jira_linkfake.rest.call import Call, View
from jira_linkfake.rest.comment import comments_page
from jira_linkfake.rest.representations import Json
from jira_linkfake.rest.request_refusals import NotServed
from jira_linkfake.site.issues import IssueReference, find_issue
from jira_linkfake.site.linking import links_seen
from jira_linkfake.site.model import Issue
from jira_linkfake.site.refusals import Refused

# What `expand` can ask of Jira; none of it is served yet.
EXPANDS = (
    "renderedFields",
    "names",
    "schema",
    "operations",
    "editmeta",
    "changelog",
    "versionedRepresentations",
)
_TRANSITIONS = "transitions"  # Jira knows it too, but does not list it


def read(call: Call, issueIdOrKey: str) -> Json:  # noqa: N803 - Jira's name
    """Return an issue with the fields that are asked for."""
    issue = find_issue(call.site, call.caller, IssueReference.of(issueIdOrKey))
    for expand in call.query.get("expand", "").split(","):
        if expand in (*EXPANDS, _TRANSITIONS):
            raise Refused(NotServed(operation=f"expand={expand} of GET issue (getIssue)"))
    wanted = _wanted(call.query.getlist("fields"))
    return {
        "expand": ",".join(EXPANDS),
        "id": str(issue.id),
        "self": f"{call.api}/issue/{issue.id}",
        "key": issue.key,
        "fields": {name: _FIELDS[name](call, issue) for name in _FIELDS if wanted(name) and _is_there(call, name)},
    }


def _wanted(lists: list[str]) -> Callable[[str], bool]:
    """Return what says whether a field is wanted: `fields` may be repeated, and `-name` takes one away."""
    names = {name.strip() for one in lists for name in one.split(",")} - {""}
    without = {name[1:] for name in names if name.startswith("-")}
    named = {name for name in names if not name.startswith("-")}
    everything = not named or not named.isdisjoint({"*all", "*navigable"})
    return lambda name: name not in without and (everything or name in named)


def _is_there(call: Call, name: str) -> bool:
    return name != "issuelinks" or call.site.linking_enabled


def _links(call: Call, issue: Issue) -> list[Json]:
    return [represent.link_of(link, issue, call.api) for link in links_seen(call.site, call.caller, issue)]


def _security(call: Call, issue: Issue) -> Json | None:
    level = issue.security_level
    return None if level is None else represent.security_level(level, call.api)


def _priority(call: Call, issue: Issue) -> Json | None:
    return None if issue.priority is None else represent.priority(issue.priority, call.api)


_FIELDS: dict[str, Callable[[Call, Issue], object]] = {
    "summary": lambda _, issue: issue.summary,
    "issuetype": lambda call, issue: represent.issue_type(issue.type, call.api),
    "project": lambda call, issue: represent.project(call.site.projects[issue.project], call.api),
    "status": lambda call, issue: represent.status(issue.status, call.api),
    "priority": _priority,
    "security": _security,
    "created": lambda _, issue: represent.time(issue.created),
    "updated": lambda _, issue: represent.time(issue.updated),
    "issuelinks": _links,
    "comment": comments_page,
}

VIEWS: dict[str, View] = {"getIssue": read}

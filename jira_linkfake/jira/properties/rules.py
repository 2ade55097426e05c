"""Setting and deleting properties, of one thing and of many issues at once."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import Any

from jira_linkfake.jira.history.model import IssuePropertyDeleted, IssuePropertySet
from jira_linkfake.jira.issues.finding import require_unarchived
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.finding import user_with
from jira_linkfake.jira.people.model import Caller, User
from jira_linkfake.jira.people.refusals import AccountMissing
from jira_linkfake.jira.permissions.model import ADMINISTER, EDIT_ISSUES
from jira_linkfake.jira.permissions.sight import holds, may_see
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.properties.model import KINDS, Bearer
from jira_linkfake.jira.properties.refusals import (
    BulkMiscounted,
    FilterContradictory,
    IssuePropertyUndeletable,
    NoPropertyPermission,
    PropertyKeyMissing,
    PropertyKeyTooLong,
    PropertyUnknown,
    PropertyValueMissing,
    PropertyValueTooLong,
    UserPropertiesOfOthers,
)
from jira_linkfake.jira.refusal import Refusal, Refused
from jira_linkfake.jira.site import Site
from jira_linkfake.jira.tasks.model import Task
from jira_linkfake.jira.tasks.rules import carry_out

LONGEST_KEY = 255  # characters
LONGEST_VALUE = 32768
_MOST_PROPERTIES = 10  # that several issues get at once
_MOST_ISSUES, _MOST_ISSUES_BY_THEMSELVES = 10_000, 100


def wrong_properties(properties: Mapping[str, Any]) -> list[Refusal]:
    """Return all that is wrong with properties that are to be set."""
    return [refusal for key, value in properties.items() for refusal in _wrong_property(key, value)]


def _wrong_property(key: str, value: Any) -> Iterable[Refusal]:
    length = len(json.dumps(value, ensure_ascii=False, separators=(",", ":")))
    if not key:
        yield PropertyKeyMissing()
    if len(key) > LONGEST_KEY:
        yield PropertyKeyTooLong(length=len(key), most=LONGEST_KEY)
    if length > LONGEST_VALUE:
        yield PropertyValueTooLong(key=key, length=length, most=LONGEST_VALUE)


def require_right(properties: Mapping[str, Any]) -> None:
    """Raise `Refused` with all that is wrong with properties that are to be set."""
    refusals = wrong_properties(properties)
    if refusals:
        raise Refused(*refusals)


def by_key(listed: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return properties that a request lists by their keys; raises `Refused` for one without a value."""
    for one in listed:
        if "value" not in one:
            raise Refused(PropertyValueMissing(key=one["key"]))
    return {one["key"]: one["value"] for one in listed}


def find_owner(site: Site, caller: Caller, account_id: str | None) -> User:
    """Return the user whose properties are asked for; raises `Refused` where the caller may not look at them."""
    if not account_id:
        raise Refused(AccountMissing())
    is_own = caller is not None and caller.account_id == account_id
    if not is_own and not holds(site, caller, ADMINISTER):
        raise Refused(UserPropertiesOfOthers(account_id=account_id, caller=caller))
    return user_with(site, account_id)


def why_not_editable(site: Site, caller: Caller, issue: Issue) -> NoPropertyPermission | None:
    """Return why the caller may not set the properties of an issue, or None."""
    if holds(site, caller, EDIT_ISSUES, issue.project):
        return None
    return NoPropertyPermission(caller=caller, kind="issue", permission=f"Edit issues in {issue.project}")


def require_editable(site: Site, caller: Caller, issue: Issue) -> None:
    """Raise `Refused` where the caller may not set the properties of an issue that they see."""
    why_not = why_not_editable(site, caller, issue)
    if why_not is not None:
        raise Refused(why_not)
    require_unarchived(issue)


def require_deletable(site: Site, caller: Caller, issue: Issue) -> None:
    """Raise `Refused` where the caller may not delete the properties of an issue that they see."""
    if not holds(site, caller, EDIT_ISSUES, issue.project):
        raise Refused(IssuePropertyUndeletable(issue=issue, caller=caller))
    require_unarchived(issue)


def find_property(site: Site, bearer: Bearer, key: str) -> Any:
    """Return the value of a property of what the caller may see; raises `Refused` where there is none."""
    properties = site.properties.of(bearer)
    if key not in properties:
        raise Refused(PropertyUnknown(kind=KINDS[type(bearer)], key=key))
    return properties[key]


def set_properties(site: Site, caller: Caller, bearer: Bearer, properties: Mapping[str, Any]) -> None:
    """Set properties that were checked; neither history nor the time of an issue's last update tells of it (chosen)."""
    for key, value in properties.items():
        site.properties.put(bearer, key, value)
        if isinstance(bearer, Issue):
            site.events.append(IssuePropertySet(issue=bearer, key=key, value=value, caller=caller))


def delete_property(site: Site, caller: Caller, bearer: Bearer, key: str) -> None:
    """Delete a property of what the caller may change; raises `Refused` where there is none."""
    value = find_property(site, bearer, key)
    site.properties.remove(bearer, key)
    if isinstance(bearer, Issue):
        site.events.append(IssuePropertyDeleted(issue=bearer, key=key, value=value, caller=caller))


class IssueFilter(Plain):
    """Of which issues a property is to be set or deleted; None and no value leave none out.

    `current_value` is in a tuple, as null is a value too.
    """

    issue_ids: Collection[str] | None = None
    current_value: tuple[()] | tuple[Any] = ()
    has_property: bool | None = None


def set_on_issues(site: Site, caller: Caller, issue_ids: Collection[str], properties: Mapping[str, Any]) -> Task:
    """Set properties of those of the issues that the caller may edit."""
    _require_count("issues", issue_ids, _MOST_ISSUES)
    _require_count("properties", properties, _MOST_PROPERTIES)
    require_right(properties)
    for issue in _editable(site, caller, issue_ids):
        set_properties(site, caller, issue, properties)
    return carry_out(site, caller, "Set properties of issues")


def set_by_issue(site: Site, caller: Caller, properties_of: Mapping[str, Mapping[str, Any]]) -> Task:
    """Set properties of those of the issues that the caller may edit, of each its own."""
    _require_count("issues", properties_of, _MOST_ISSUES_BY_THEMSELVES)
    for properties in properties_of.values():
        _require_count("properties", properties, _MOST_PROPERTIES)
        require_right(properties)
    for issue in _editable(site, caller, properties_of):
        set_properties(site, caller, issue, properties_of[issue.id])
    return carry_out(site, caller, "Set properties of issues")


def set_where(site: Site, caller: Caller, key: str, value: Any, wanted: IssueFilter) -> Task:
    """Set a property of the issues that a filter finds and that the caller may edit."""
    if wanted.current_value and wanted.has_property is False:
        raise Refused(FilterContradictory())
    require_right({key: value})
    for issue in _found(site, caller, key, wanted):
        set_properties(site, caller, issue, {key: value})
    return carry_out(site, caller, f"Set the property {key} of issues")


def delete_where(site: Site, caller: Caller, key: str, wanted: IssueFilter) -> Task:
    """Delete a property of the issues that a filter finds and that the caller may edit."""
    for issue in _found(site, caller, key, wanted):
        if key in site.properties.of(issue):
            delete_property(site, caller, issue, key)
    return carry_out(site, caller, f"Delete the property {key} of issues")


def _require_count(what: Any, given: Collection[object], most: int) -> None:
    if not 1 <= len(given) <= most:
        raise Refused(BulkMiscounted(what=what, count=len(given), most=most))


def _found(site: Site, caller: Caller, key: str, wanted: IssueFilter) -> list[Issue]:
    among = wanted.issue_ids if wanted.issue_ids is not None else list(site.issues)
    fits = _fitting(site, key, wanted)
    return [issue for issue in _editable(site, caller, among) if fits(issue)]


def _fitting(site: Site, key: str, wanted: IssueFilter) -> Callable[[Issue], bool]:
    def fits(issue: Issue) -> bool:
        properties = site.properties.of(issue)
        if wanted.has_property not in (None, key in properties):
            return False
        return not wanted.current_value or (key in properties and _alike(properties[key], *wanted.current_value))

    return fits


def _alike(one: Any, other: Any) -> bool:
    """Say whether two values are the same JSON, where 1 is not true."""
    return json.dumps(one, sort_keys=True) == json.dumps(other, sort_keys=True)


def _editable(site: Site, caller: Caller, issue_ids: Iterable[str]) -> list[Issue]:
    """Return those of the issues that the caller sees and may edit; what else is named is let pass."""
    found = (site.issues.get(issue_id) for issue_id in dict.fromkeys(issue_ids))
    return [
        issue
        for issue in found
        if issue is not None
        and may_see(site, caller, issue)
        and not issue.archived
        and why_not_editable(site, caller, issue) is None
    ]

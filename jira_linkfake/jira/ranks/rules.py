"""Ranking issues: each gets a rank between those of its new neighbours."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from jira_linkfake.jira.boards.fields import bring_fields, ranked
from jira_linkfake.jira.boards.finding import issue_to_move, issues_to_move
from jira_linkfake.jira.fields.field import Draft
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.issues.rules import commit
from jira_linkfake.jira.people.model import User
from jira_linkfake.jira.permissions.model import SCHEDULE_ISSUES
from jira_linkfake.jira.permissions.sight import sight
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.ranks.finding import rank_of
from jira_linkfake.jira.ranks.model import between
from jira_linkfake.jira.ranks.refusals import RankUnclear
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.site import Site


class Place(Plain):
    """Where issues are to be ranked: before or after another one, by the number of the field Rank if it is named."""

    before: str | None = None
    after: str | None = None
    field: int | None = None


class PlannedRank(Plain):
    """A place that was checked: next to which issue, and whether before it."""

    neighbour: Issue
    is_before: bool


def rank_issues(site: Site, user: User, named: Collection[str], place: Place) -> None:
    """Rank issues at a place, in their order, or refuse; beside itself an issue stays where it is (live suite)."""
    issues = issues_to_move(site, user, named, SCHEDULE_ISSUES)
    planned = planned_rank(site, user, place)
    if planned is None:
        raise Refused(RankUnclear(why="it names neither an issue before nor one after"))
    apply_rank(site, user, issues, planned)


def planned_rank(site: Site, user: User, place: Place) -> PlannedRank | None:
    """Return a place once it is known to be right; None where a request names none."""
    if place.before is not None and place.after is not None:
        raise Refused(RankUnclear(why="it names an issue before and one after"))
    if place.field is not None and f"customfield_{place.field}" != site.software_fields.get("rank"):
        raise Refused(RankUnclear(why=f"customfield_{place.field} is no rank"))
    if place.before is not None:
        return PlannedRank(neighbour=issue_to_move(site, user, place.before), is_before=True)
    if place.after is not None:
        return PlannedRank(neighbour=issue_to_move(site, user, place.after), is_before=False)
    return None


def apply_rank(site: Site, user: User, issues: Sequence[Issue], planned: PlannedRank) -> None:
    """Give issues ranks at a place; what the caller does not see has no part in it."""
    bring_fields(site)
    moved = [issue for issue in issues if issue.id != planned.neighbour.id]
    sees, moved_ids = sight(site, user), {issue.id for issue in moved}
    at = rank_of(site, planned.neighbour)
    others = (one for one in site.issues.values() if one.id not in moved_ids and sees(one))
    ranks = [rank_of(site, one) for one in others]
    higher: str | None = at
    lower: str | None = at
    if planned.is_before:
        higher = max((one for one in ranks if one < at), default=None)
    else:
        lower = min((one for one in ranks if one > at), default=None)
    for issue in moved:
        rank = higher = between(higher, lower)
        commit(site, user, Draft(issue=ranked(site, site.issues[issue.id], rank)))

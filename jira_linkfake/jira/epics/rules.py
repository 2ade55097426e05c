"""Epics: changing them, moving issues to them, and ranking them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from jira_linkfake.jira.boards.finding import epic_of, issues_to_move, require_all
from jira_linkfake.jira.epics.finding import find_epic, look_of, require_shared
from jira_linkfake.jira.epics.model import EpicLook
from jira_linkfake.jira.epics.refusals import NotForEpics
from jira_linkfake.jira.fields.field import Draft, Editing, FieldUpdate
from jira_linkfake.jira.fields.registry import field_of
from jira_linkfake.jira.issues.fields import Summary
from jira_linkfake.jira.issues.finding import require_unarchived
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.issues.rules import commit
from jira_linkfake.jira.people.model import User
from jira_linkfake.jira.permissions.model import EDIT_ISSUES, SCHEDULE_ISSUES
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.ranks.refusals import RankUnclear
from jira_linkfake.jira.ranks.rules import Place, apply_rank, planned_rank
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.site import Site


class EpicRequest(Plain):
    """What a request says of an epic; None where it says nothing."""

    name: str | None = None
    summary: str | None = None
    color: str | None = None
    done: bool | None = None


def update_epic(site: Site, user: User, id_or_key: str, asked: EpicRequest) -> Issue:
    """Change what a request says of an epic, or refuse."""
    epic = find_epic(site, user, id_or_key)
    require_unarchived(epic)
    require_all(site, user, [epic], [EDIT_ISSUES])
    editing = Editing(site=site, caller=user, purpose="edit")
    changed = epic
    if asked.summary is not None:
        changed = Summary().changed(editing, changed, FieldUpdate(verb="set", value=asked.summary))
    if asked.name is not None and site.software_fields:
        field = field_of(site, site.software_fields["epic name"])
        changed = field.changed(editing, changed, FieldUpdate(verb="set", value=asked.name))
    look = look_of(site, epic)
    new = EpicLook(
        color=look.color if asked.color is None else asked.color, done=look.done if asked.done is None else asked.done
    )
    if new != look:
        site.epics[epic.id] = new
    return commit(site, user, Draft(issue=changed))


def move_to_epic(site: Site, user: User, id_or_key: str, named: Collection[str]) -> None:
    """Let issues belong to an epic, and to no other any longer, or refuse."""
    epic = find_epic(site, user, id_or_key)
    require_unarchived(epic)
    issues = issues_to_move(site, user, named, EDIT_ISSUES)
    require_all(site, user, [epic], [EDIT_ISSUES])
    require_shared(site, *issues)
    unfit = [NotForEpics(issue=issue) for issue in issues if issue.type.hierarchy_level != 0]
    if unfit:
        raise Refused(*unfit)
    for issue in issues:
        commit(site, user, Draft(issue=replace(site.issues[issue.id], parent_id=epic.id)))


def remove_from_epics(site: Site, user: User, named: Collection[str]) -> None:
    """Let issues belong to no epic, or refuse."""
    issues = issues_to_move(site, user, named, EDIT_ISSUES)
    require_shared(site, *issues)
    for issue in issues:
        if epic_of(site, issue) is not None:
            commit(site, user, Draft(issue=replace(site.issues[issue.id], parent_id=None)))


def rank_epic(site: Site, user: User, id_or_key: str, place: Place) -> None:
    """Rank an epic before or after another one, or refuse."""
    epic = find_epic(site, user, id_or_key)
    require_unarchived(epic)
    require_all(site, user, [epic], [SCHEDULE_ISSUES])
    for one in (place.before, place.after):
        if one is not None:
            find_epic(site, user, one)
    planned = planned_rank(site, user, place)
    if planned is None:
        raise Refused(RankUnclear(why="it names neither an epic before nor one after"))
    apply_rank(site, user, [epic], planned)

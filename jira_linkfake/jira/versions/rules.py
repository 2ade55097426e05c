"""Versions: making, changing, moving, merging and deleting them, and what belongs to their release."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, Literal
from uuid import NAMESPACE_URL, uuid5

from jira_linkfake.jira.history.model import (
    VersionCreated,
    VersionDeleted,
    VersionEvent,
    VersionMoved,
    VersionReleased,
    VersionUnreleased,
    VersionUpdated,
)
from jira_linkfake.jira.issues.rules import swap_part
from jira_linkfake.jira.people.model import Caller
from jira_linkfake.jira.permissions.model import (
    BROWSE_PROJECTS,
    EDIT_ISSUES,
    PERMISSIONS,
    RESOLVE_ISSUES,
)
from jira_linkfake.jira.permissions.sight import holds, lack_of_browse
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.projects.finding import issues_with, may_administer, require_live
from jira_linkfake.jira.projects.model import Project
from jira_linkfake.jira.refusal import CallerRefusal, Refusal, Refused
from jira_linkfake.jira.site import Site, as_id
from jira_linkfake.jira.versions.finding import find_version, is_unresolved
from jira_linkfake.jira.versions.model import RelatedWork, Version
from jira_linkfake.jira.versions.refusals import (
    NoRelatedWorkPermission,
    RelatedWorkIncomplete,
    RelatedWorkUnknown,
    UnfixedIssuesGoNowhere,
    VersionDatesReversed,
    VersionDescriptionTooLong,
    VersionDriverUnknown,
    VersionMoveInvalid,
    VersionNameMissing,
    VersionNameTaken,
    VersionNameTooLong,
    VersionNotCreatable,
    VersionNotEditable,
    VersionNotMovable,
    VersionNotReplaceable,
    VersionOfArchive,
    VersionOfOtherProject,
    VersionProjectMissing,
    VersionSwappedForItself,
    VersionSwapUnknown,
    VersionUndeletable,
)

LONGEST_NAME = 255  # characters
LONGEST_DESCRIPTION = 16_384  # bytes
POSITIONS = ("Earlier", "Later", "First", "Last")


class VersionFields(Plain):
    """What a request says of a version: the properties that it names, with their values."""

    name: str | None = None
    description: str | None = None
    released: bool | None = None
    archived: bool | None = None
    start_date: date | None = None
    release_date: date | None = None
    driver: str | None = None
    named: frozenset[str] = frozenset()


class RelatedLink(Plain):
    """What a request says of related work."""

    category: str | None
    title: str | None
    url: str | None


class Swap(Plain):
    """The ids of the versions that issues get for one that is deleted; None where they get none."""

    fix: str | None = None
    affects: str | None = None


def create_version(
    site: Site, caller: Caller, project_id: str | None, key: str | None, fields: VersionFields
) -> Version:
    """Make a version in a project that goes by id or key, or refuse."""
    project = _creatable_in(site, caller, project_id, key)
    blank = Version(id=site.next_id("version"), project=project.key, name="")
    version = _filled(site, blank, fields)
    site.new_id("version")
    return _stored(site, caller, version, VersionCreated)


def update_version(
    site: Site, caller: Caller, version_id: str, fields: VersionFields, unfixed_to: str | None
) -> Version:
    """Change what a request names of a version, or refuse; where it releases it, unresolved issues may get another."""
    before = find_version(site, caller, version_id)
    _require_administrator(site, caller, before, VersionNotEditable(version=before, caller=caller))
    version = _filled(site, before, fields)
    releases = version.released and not before.released
    target = _target_of_unfixed(site, version, unfixed_to) if releases and unfixed_to else None
    if version != before:
        _stored(site, caller, version, VersionUpdated)
    if version.released != before.released:
        site.events.append(_event(site, caller, VersionReleased if version.released else VersionUnreleased, version))
    if target is not None:
        for issue in [one for one in issues_with(site, version, "fix_versions") if is_unresolved(one)]:
            swap_part(site, caller, issue, "fix_versions", version, target)
    return version


def delete_version(site: Site, caller: Caller, version_id: str, swap: Swap) -> None:
    """Delete a version; its issues get others, or none."""
    version = find_version(site, caller, version_id)
    _require_administrator(site, caller, version, VersionUndeletable(version=version, caller=caller))
    _delete(site, caller, version, *_swapped(site, version, swap))


def delete_and_replace(site: Site, caller: Caller, version_id: str, swap: Swap) -> None:
    """Delete a version as `delete_version` does, with another answer for who may not."""
    version = find_version(site, caller, version_id)
    _require_administrator(site, caller, version, VersionNotReplaceable(version=version, caller=caller))
    _delete(site, caller, version, *_swapped(site, version, swap))


def merge_versions(site: Site, caller: Caller, version_id: str, into: str) -> None:
    """Delete a version; whatever is fixed or seen in it gets the other one of its project."""
    version = find_version(site, caller, version_id)
    _require_administrator(site, caller, version, VersionNotMovable(version=version, caller=caller))
    target = _of_same_project(site, version, into)
    if target.id == version.id:
        raise Refused(VersionSwappedForItself(version=version))
    _delete(site, caller, version, target, target)


def move_version(site: Site, caller: Caller, version_id: str, after: str | None, position: str | None) -> Version:
    """Let a version stand behind another one of its project, or at a position; `after` is the other's address."""
    version = find_version(site, caller, version_id)
    _require_administrator(site, caller, version, VersionNotMovable(version=version, caller=caller))
    if (after is None) == (position is None) or (position is not None and position not in POSITIONS):
        given = "neither" if after is None and position is None else "both" if after and position else repr(position)
        raise Refused(VersionMoveInvalid(given=given))
    place = site.versions.place_of(version.id)
    if after is not None:
        other = site.versions.place_of(_of_same_project(site, version, after.rpartition("/")[2]).id)
        place = other if other >= place else other + 1
    else:
        places: dict[str | None, int] = {
            "Earlier": max(place - 1, 0),
            "Later": place + 1,
            "First": 0,
            "Last": len(site.versions.of_project(version.project)),
        }
        place = places[position]
    site.versions.move(version, place)
    site.events.append(_event(site, caller, VersionMoved, version))
    return version


def add_related_work(site: Site, caller: Caller, version_id: str, link: RelatedLink) -> RelatedWork:
    """Add to what belongs to the release of a version, or refuse."""
    version = _related_editable(site, caller, version_id)
    values = _complete(link)
    work = RelatedWork(id=str(uuid5(NAMESPACE_URL, f"related work {site.new_id('related work')}")), **values)
    site.versions.related_work[version.id] = (*_related(site, version), work)
    return work


def update_related_work(site: Site, caller: Caller, version_id: str, work_id: str, link: RelatedLink) -> RelatedWork:
    """Put another link in the place of related work."""
    version = _related_editable(site, caller, version_id)
    found = _related_work(site, version, work_id)
    work = RelatedWork(id=found.id, **_complete(link))
    site.versions.related_work[version.id] = tuple(work if one is found else one for one in _related(site, version))
    return work


def delete_related_work(site: Site, caller: Caller, version_id: str, work_id: str) -> None:
    """Take related work from a version."""
    version = _related_editable(site, caller, version_id)
    found = _related_work(site, version, work_id)
    site.versions.related_work[version.id] = tuple(one for one in _related(site, version) if one is not found)


def _related(site: Site, version: Version) -> tuple[RelatedWork, ...]:
    return site.versions.related_work.get(version.id, ())


def _related_editable(site: Site, caller: Caller, version_id: str) -> Version:
    version = find_version(site, caller, version_id)
    for permission in (RESOLVE_ISSUES, EDIT_ISSUES):
        if not holds(site, caller, permission, version.project):
            named = PERMISSIONS[permission].name.capitalize()
            raise Refused(NoRelatedWorkPermission(version=version, permission=named, caller=caller))
    if version.archived:
        raise Refused(VersionOfArchive(version=version))
    return version


def _related_work(site: Site, version: Version, work_id: str) -> RelatedWork:
    for work in _related(site, version):
        if work.id == work_id:
            return work
    raise Refused(RelatedWorkUnknown(value=work_id, version=version))


def _complete(link: RelatedLink) -> Mapping[str, Any]:
    values = {"category": link.category, "url": link.url}
    missing = [RelatedWorkIncomplete(name=name) for name, value in values.items() if not value]
    if missing:
        raise Refused(*missing)
    return {"category": link.category, "title": link.title, "url": link.url}


def _creatable_in(site: Site, caller: Caller, project_id: str | None, key: str | None) -> Project:
    named = project_id or key
    if named is None:
        raise Refused(VersionProjectMissing())
    project = site.projects.find(named)
    said = None if project_id else key  # seen on Cloud: one that goes by its id has no key in these words
    if project is None:
        raise Refused(VersionNotCreatable(named=named, key=said or "null", caller=caller))
    hidden_by = None if holds(site, caller, BROWSE_PROJECTS, project.key) else lack_of_browse(project.key)
    if hidden_by is None and not may_administer(site, caller, project):
        hidden_by = f"neither Administer projects in {project.key} nor Administer Jira is held"
    if hidden_by is not None:
        raise Refused(VersionNotCreatable(named=named, key=said or "null", caller=caller, hidden_by=hidden_by))
    require_live(project)
    return project


def _require_administrator(site: Site, caller: Caller, version: Version, refusal: CallerRefusal) -> None:
    project = site.projects[version.project]
    if not may_administer(site, caller, project):
        raise Refused(refusal)
    require_live(project)


def _filled(site: Site, version: Version, fields: VersionFields) -> Version:
    """Return a version with what a request says of it; raises `Refused` with all that is wrong with it."""
    refusals: list[Refusal] = []
    name = (fields.name or "").strip() if "name" in fields.named or not version.name else version.name
    if not name:
        refusals.append(VersionNameMissing())
    elif len(name) > LONGEST_NAME:
        refusals.append(VersionNameTooLong(length=len(name), most=LONGEST_NAME))
    other = site.versions.named_in(version.project, name)
    if other is not None and other.id != version.id:
        refusals.append(VersionNameTaken(taken_by=other))
    length = len((fields.description or "").encode("utf-8", "replace"))
    if length > LONGEST_DESCRIPTION:
        refusals.append(VersionDescriptionTooLong(length=length, most=LONGEST_DESCRIPTION))
    driver = site.people.by_account_id.get(fields.driver or "")
    if fields.driver and driver is None:
        refusals.append(VersionDriverUnknown(account_id=fields.driver))
    given: dict[str, Any] = {"description": fields.description or None, "driver": driver}
    given |= {"start_date": fields.start_date, "release_date": fields.release_date}
    given |= {"released": bool(fields.released), "archived": bool(fields.archived)}
    changed = replace(version, name=name, **{one: value for one, value in given.items() if one in fields.named})
    start, release = changed.start_date, changed.release_date
    if start is not None and release is not None and start > release:
        refusals.append(VersionDatesReversed(start=start.isoformat(), release=release.isoformat()))
    if refusals:
        raise Refused(*refusals)
    return changed


def _event(site: Site, caller: Caller, kind: type[VersionEvent], version: Version) -> VersionEvent:
    return kind(version=version, project=site.projects[version.project], caller=caller)


def _stored(site: Site, caller: Caller, version: Version, kind: type[VersionEvent]) -> Version:
    site.versions.put(version)
    site.events.append(_event(site, caller, kind, version))
    return version


def _of_same_project(site: Site, version: Version, other: str) -> Version:
    found = site.versions.beside(version, as_id(other))
    if found is None:
        raise Refused(VersionOfOtherProject(value=other, project=site.projects[version.project]))
    return found


def _target_of_unfixed(site: Site, version: Version, address: str) -> Version:
    wanted = address.rpartition("/")[2]
    found = site.versions.beside(version, as_id(wanted))
    if found is None or found.id == version.id:
        raise Refused(UnfixedIssuesGoNowhere(value=wanted, project=version.project))
    return found


def _delete(site: Site, caller: Caller, version: Version, fix: Version | None, affects: Version | None) -> None:
    for issue in issues_with(site, version, "fix_versions"):
        swap_part(site, caller, issue, "fix_versions", version, fix)
    for issue in issues_with(site, version, "affects_versions"):
        swap_part(site, caller, issue, "affects_versions", version, affects)
    site.versions.remove(version)
    site.events.append(_event(site, caller, VersionDeleted, version))


def _swapped(site: Site, version: Version, swap: Swap) -> tuple[Version | None, Version | None]:
    return _swapped_in(site, version, "fix", swap.fix), _swapped_in(site, version, "affects", swap.affects)


def _swapped_in(site: Site, version: Version, role: Literal["fix", "affects"], wanted: str | None) -> Version | None:
    if wanted is None:
        return None
    number = wanted.rpartition("/")[2]  # the deprecated operation also took an address
    found = site.versions.beside(version, as_id(number))
    if found is None:
        raise Refused(VersionSwapUnknown(role=role, value=number, project=version.project))
    if found.id == version.id:
        raise Refused(VersionSwappedForItself(version=version))
    return found

"""Resolutions: making, changing and ordering them, and which is the default one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from jira_linkfake.jira.people.model import Caller
from jira_linkfake.jira.permissions.sight import require_administrator
from jira_linkfake.jira.refusal import Refusal, Refused
from jira_linkfake.jira.resolutions.refusals import (
    ResolutionIdMissing,
    ResolutionMoveInvalid,
    ResolutionNameMissing,
    ResolutionNameTaken,
    ResolutionNotThere,
    ResolutionReplacesItself,
    ResolutionsTooMany,
    ResolutionTextTooLong,
)
from jira_linkfake.jira.site import Site, with_id
from jira_linkfake.jira.tasks.model import Task
from jira_linkfake.jira.tasks.rules import carry_out
from jira_linkfake.jira.workflow.model import Resolution

MOST_AT_ONCE = 1000
LONGEST = {"name": 60, "description": 255}  # characters
POSITIONS = ("First", "Last")


def create_resolution(site: Site, caller: Caller, name: str | None, description: str | None) -> Resolution:
    """Make a resolution, which stands last; it takes Administer Jira."""
    require_administrator(site, caller)
    blank = Resolution(id=site.next_id("resolution"), name="", description="")
    made = _filled(site, blank, name, description)
    site.resolutions[site.new_id("resolution")] = made
    return made


def update_resolution(
    site: Site, caller: Caller, resolution_id: str, name: str | None, description: str | None
) -> None:
    """Give a resolution another name and description, also where issues have it."""
    require_administrator(site, caller)
    before = _find(site, resolution_id)
    after = _filled(site, before, name, description)
    site.resolutions[before.id] = after
    _give_instead(site, before, after)


def set_default_resolution(site: Site, caller: Caller, resolution_id: str | None) -> None:
    """Let a resolution be the default one, or none; an empty id says nothing."""
    require_administrator(site, caller)
    if resolution_id == "":
        raise Refused(ResolutionIdMissing())
    site.default_resolution = None if resolution_id is None else _find(site, resolution_id).id


def delete_resolution(site: Site, caller: Caller, resolution_id: str, replace_with: str) -> Task:
    """Delete a resolution, and give its issues another one; that no history tells of it is chosen."""
    require_administrator(site, caller)
    before = _find(site, resolution_id)
    if not replace_with:
        raise Refused(ResolutionIdMissing())
    after = _find(site, replace_with)
    if after.id == before.id:
        raise Refused(ResolutionReplacesItself(resolution=before))
    del site.resolutions[before.id]
    if site.default_resolution == before.id:
        site.default_resolution = None
    _give_instead(site, before, after)
    return carry_out(site, caller, f"Delete the resolution {before.name}")


def _give_instead(site: Site, before: Resolution, after: Resolution) -> None:
    for issue in [one for one in site.issues.values() if one.resolution == before]:
        site.issues.put(replace(issue, resolution=after))


def move_resolutions(site: Site, caller: Caller, ids: Sequence[str], after: str | None, position: str | None) -> None:
    """Let resolutions stand behind another one, or first or last, in the order in which they are named."""
    require_administrator(site, caller)
    if len(ids) > MOST_AT_ONCE:
        raise Refused(ResolutionsTooMany(count=len(ids), most=MOST_AT_ONCE))
    if (after is None) == (position is None) or position not in (None, *POSITIONS):
        raise Refused(ResolutionMoveInvalid(given=_place(after, position)))
    moved = [_find(site, one) for one in ids]
    if len({*ids, after}) <= len(ids):
        raise Refused(ResolutionMoveInvalid(given=f"{', '.join(ids)} for {_place(after, position)}"))
    others = [one for one in site.resolutions.values() if one not in moved]
    place = 0 if position == "First" else len(others)
    if after is not None:
        place = others.index(_find(site, after)) + 1
    site.resolutions = {one.id: one for one in (*others[:place], *moved, *others[place:])}


def _place(after: str | None, position: str | None) -> str:
    """Return how a request names a place, as it completes a sentence."""
    named = [f"after {after}"] if after is not None else []
    named += [f"position {position}"] if position is not None else []
    return " and ".join(named) or "neither"


def _find(site: Site, resolution_id: str) -> Resolution:
    found = with_id(site.resolutions, resolution_id)
    if found is None:
        raise Refused(ResolutionNotThere(value=resolution_id))
    return found


def _filled(site: Site, resolution: Resolution, name: str | None, description: str | None) -> Resolution:
    """Return a resolution with another name and description; None leaves the description as it is."""
    said = resolution.description if description is None else description
    texts = {"name": (name or "").strip(), "description": said}
    refusals = [*_wrong(site, resolution, texts)]
    if refusals:
        raise Refused(*refusals)
    return Resolution(id=resolution.id, **texts)


def _wrong(site: Site, resolution: Resolution, texts: dict[str, str]) -> Iterator[Refusal]:
    if not texts["name"]:
        yield ResolutionNameMissing()
    for name, text in texts.items():
        if len(text) > LONGEST[name]:
            yield ResolutionTextTooLong(name=name, length=len(text), most=LONGEST[name])
    for other in site.resolutions.values():
        if other.id != resolution.id and other.name.casefold() == texts["name"].casefold():
            yield ResolutionNameTaken(taken_by=other)

"""Filling a site from data: everything of it, or nothing where anything is wrong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jira_linkfake.data import issues_of_data, plans_of_data, setup_of_data
from jira_linkfake.data.format import checked
from jira_linkfake.data.jira_answers import as_data, is_of_jira
from jira_linkfake.data.reading import Source, content_of, settled
from jira_linkfake.data.said import Loading, LookUp, Said, look_ups_of
from jira_linkfake.data.setup_of_data import make_room
from jira_linkfake.errors import DataError, UsageError, of_the_test
from jira_linkfake.jira.history.model import LinkChange
from jira_linkfake.jira.plain import Plain
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.site import Site
from jira_linkfake.testing.clock import LAST
from jira_linkfake.testing.snapshots import Snapshot

__tracebackhide__ = of_the_test


class Loaded(Plain):
    """What came from data: the keys of its issues, its links as sentences, and what the data could not tell."""

    issues: list[str]
    links: list[str]
    unknown: list[str]


def load_into(site: Site, *sources: Source) -> Loaded:
    """Fill a site from sources, each of which may name what others have.

    Raises `DataError`, a `UsageError` that says what is wrong and where; the site is then what it was.
    """
    try:
        return _loaded_into(site, sources)
    except UsageError as mistake:
        raise DataError(str(mistake)) from mistake
    except RecursionError as error:
        raise DataError("the data is nested too deeply, or holds itself") from error


def _loaded_into(site: Site, sources: Sequence[Source]) -> Loaded:
    contents = [(_name_of(source, sources), content_of(source)) for source in sources]
    answers = [settled(content) for _, content in contents if is_of_jira(content)]
    several = [(name, checked(content, name)) for name, content in contents if not is_of_jira(content)]
    unknown: list[str] = []
    with site.lock:
        before, told = Snapshot(site), len(site.events)
        try:
            loading = Loading(site)
            if answers:
                data, unknown = as_data(site, answers)
                several.insert(0, ("", checked(data)))
                make_room(site, data)
            _fill(loading, several)
            _finish(loading, [data for _, data in several], before)
        except BaseException:
            before.put_back()
            raise
        del site.events[told:]  # as if it had been so before
    unknown = list(dict.fromkeys([*unknown, *loading.unknown]))
    return Loaded(issues=loading.issue_keys, links=loading.sentences, unknown=unknown)


_KINDS = {
    "projects": "project",
    "versions": "version",
    "components": "component",
    "security_levels": "security level",
    "roles": "role",
    "permission_schemes": "permission scheme",
    "transitions": "transition",
    "filters": "filter",
    "boards": "board",
    "sprints": "sprint",
    "issues": "issue",
    "links": "link",
    "comments": "comment",
    "attachments": "attachment",
    "worklogs": "worklog",
    "remote_links": "remote link",
    "tasks": "task",
    "webhooks": "webhook",
    "history": "history entry",
}
"""How the site calls the kinds of things whose ids it gives out, by their lists in data."""


def _reserve(site: Site, several: Sequence[Mapping[str, Any]]) -> None:
    """Let things of which the data tells no id have none that it tells of another."""
    for name, kind in _KINDS.items():
        told = [int(entry["id"]) + 1 for data in several for entry in data.get(name, ()) if "id" in entry]
        if told:
            site.give_next(kind, max(site.next_number(kind), *told))


def _name_of(source: Source, sources: Sequence[Source]) -> str:
    """Return how a mistake names the file that it is in, where there are several."""
    return f"{source}: " if len(sources) > 1 and isinstance(source, (str, Path)) else ""


def _fill(loading: Loading, several: Sequence[tuple[str, Mapping[str, Any]]]) -> None:
    _reserve(loading.site, [data for _, data in several])
    for name, put in (*setup_of_data.STEPS, *plans_of_data.SETUP, *issues_of_data.STEPS, *plans_of_data.STEPS):
        look_ups = _look_ups(name)
        for file, data in several:
            for place, entry in enumerate(data.get(name, ())):
                said = Said(loading, look_ups, entry)
                try:
                    put(loading, said)
                except (UsageError, Refused) as error:
                    raise UsageError(f"{file}{name}[{place}]{said.wrong}: {error}") from error


@cache
def _look_ups(name: str) -> Mapping[str, LookUp]:
    return look_ups_of(name)


def _finish(loading: Loading, several: Sequence[Mapping[str, Any]], before: Snapshot) -> None:
    """Let history, clock and ids be what the data says, where it says so."""
    site = loading.site
    if any("history" in data for data in several):
        then = before.site_then()
        site.history = then.history
        site.give_next("history entry", then.next_number("history entry"))
        for issue_id, entry in loading.history:
            if issue_id in site.issues:
                site.history.setdefault(issue_id, []).append(entry)
            last = entry.id + isinstance(entry, LinkChange)  # which both its issues tell, each under an id of its own
            site.give_next("history entry", max(site.next_number("history entry"), last + 1))
    for data in several:
        for kind, number in data.get("last_ids", {}).items():
            site.give_next(kind, max(site.next_number(kind), number + 1))
        if "clock" in data and site.options.now != "real":
            if data["clock"] > LAST:
                raise UsageError(f"clock: the time ends with the year {LAST.year - 1}, before {data['clock']}")
            site.clock.advance(data["clock"] - site.clock.now)

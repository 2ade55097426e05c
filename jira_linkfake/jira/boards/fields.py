"""Jira Software's fields of issues: the sprint, the epic and the rank, and what JQL has of them.

A site has them from its first board, or ranking, on; they are custom fields, whose values issues keep as those of
others.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from jira_linkfake.jira.boards.finding import epic_of
from jira_linkfake.jira.boards.model import SOFTWARE, Role
from jira_linkfake.jira.fields.field import CustomField, Editing, FieldUpdate
from jira_linkfake.jira.fields.model import EPIC_LINK, RANK, SPRINT, IssueField
from jira_linkfake.jira.history.model import RANKED, Change
from jira_linkfake.jira.issues.fields import Parent
from jira_linkfake.jira.issues.model import Issue, with_custom
from jira_linkfake.jira.permissions.model import SCHEDULE_ISSUES
from jira_linkfake.jira.permissions.sight import may_see
from jira_linkfake.jira.ranks.finding import rank_of
from jira_linkfake.jira.reader import Json, Reader
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.search.clauses import EQUAL, Clause, Values
from jira_linkfake.jira.search.finding import Searcher, named_issue, named_thing
from jira_linkfake.jira.site import Site
from jira_linkfake.jira.sprints.as_json import sprint_in_field
from jira_linkfake.jira.sprints.finding import sees_sprint, sprints_of
from jira_linkfake.jira.sprints.model import Sprint
from jira_linkfake.jira.sprints.refusals import NotForSprints, SprintFieldInvalid, SprintFieldUnseen


def _held_sprints(searcher: Searcher, issue: Issue) -> list[str]:
    return [one.id for one in sprints_of(searcher.site, issue)]


def _seen_sprints(searcher: Searcher) -> list[Sprint]:
    site = searcher.site
    return [one for one in site.sprints.values() if sees_sprint(site, searcher.caller, one)]


def in_sprint(site: Site, issue: Issue, sprint: Sprint | None) -> Issue:
    """Return an issue that is in a sprint, or with None in the backlog; the closed ones that it was in it keeps."""
    kept = [one.id for one in sprints_of(site, issue) if one.state == "closed"]
    held = [*kept, *([] if sprint is None or sprint.id in kept else [sprint.id])]
    return with_custom(issue, site.software_fields["sprint"], held or None)


def ranked(site: Site, issue: Issue, rank: str) -> Issue:
    """Return an issue with another rank."""
    return with_custom(issue, site.software_fields["rank"], rank)


def bring_fields(site: Site, numbers: Mapping[Role, int] | None = None) -> None:
    """Give a site those of Jira Software's fields that it does not have: by these numbers, else by the usual ones."""
    for role in SOFTWARE:
        if role not in site.software_fields:
            put_software_field(site, role, (numbers or {}).get(role))


def put_software_field(site: Site, role: Role, number: int | None = None, name: str | None = None) -> IssueField:
    """Store one of Jira Software's fields: under its usual number where that is free, and by its usual name."""
    usual, described = SOFTWARE[role]
    if number is None:
        number = site.new_field_number() if f"customfield_{usual}" in site.fields else usual
    field_id = site.software_fields[role] = f"customfield_{number}"
    name = described.name if name is None else name
    own = {"id": field_id, "name": name, "custom_id": number, "clauses": (f"cf[{number}]", name)}
    site.fields[field_id] = IssueField(**{**vars(described), **own})
    return site.fields[field_id]


class SprintField(CustomField):
    """The sprints that an issue is or was in, of which one at most is not closed."""

    permission = SCHEDULE_ISSUES  # as moving issues to a sprint takes it (chosen for the field)
    clauses = (
        Clause(
            names=("sprint",),
            operators=EQUAL,
            values="name or id of a sprint that the issue is or was in",
            kind=Values(held=_held_sprints, named=named_thing(_seen_sprints)),
            takes="sprints",
            sort=lambda searcher, issue: max(map(int, _held_sprints(searcher, issue)), default=None),
        ),
    )

    def __init__(self, described: IssueField) -> None:
        super().__init__(described)
        self.operations = ("set",)

    def as_json(self, reader: Reader, issue: Issue) -> list[Json] | None:
        """Return the sprints; None where the issue was never in one."""
        return [sprint_in_field(one) for one in sprints_of(reader.site, issue)] or None

    def changed(self, editing: Editing, issue: Issue, update: FieldUpdate) -> Issue:
        """Return an issue that is in the sprint of an id, or in none that is not closed."""
        value = update.value
        if value is None:
            return in_sprint(editing.site, issue, None)
        if isinstance(value, bool) or not str(value).isdecimal():
            raise Refused(SprintFieldInvalid(field=self.id, value=value))
        sprint = editing.site.sprints.get(str(value))
        unseen = SprintFieldUnseen(field=self.id, value=str(value), caller=editing.caller)
        if sprint is None:
            raise Refused(unseen)
        if sprint.state == "closed" or not sees_sprint(editing.site, editing.caller, sprint):
            raise Refused(SprintFieldUnseen(**{**vars(unseen), "hidden_by": f"not seen or {sprint.state}"}))
        if issue.type.subtask:
            raise Refused(NotForSprints(issue=issue))
        return in_sprint(editing.site, issue, sprint)

    def change(self, site: Site, before: Issue, after: Issue) -> Change | None:
        """Return what history tells: all sprints before and after, by ids and names, as recorded on Cloud."""
        was, now = (self._told_ids(site, one) for one in (before, after))
        if was == now:
            return None
        return Change(
            field=self.name,
            field_id=self.id,
            custom=True,
            from_id=was[0],
            from_text=was[1],
            to_id=now[0],
            to_text=now[1],
        )

    def _told_ids(self, site: Site, issue: Issue) -> tuple[str, str]:
        held = sprints_of(site, issue)
        return ", ".join(one.id for one in held), ", ".join(one.name for one in held)


def _held_epic(searcher: Searcher, issue: Issue) -> list[str]:
    epic = epic_of(searcher.site, issue)
    return [epic.id] if epic is not None and searcher.sees(epic) else []


class EpicLinkField(CustomField):
    """The epic that an issue belongs to, which is its parent; history tells it of the parent."""

    clauses = (
        Clause(
            names=("Epic Link",),
            operators=EQUAL,
            values="key or id of an epic",
            kind=Values(held=_held_epic, named=named_issue),
            takes="issues",
        ),
    )

    def __init__(self, described: IssueField) -> None:
        super().__init__(described)
        self.operations = ("set",)

    def as_json(self, reader: Reader, issue: Issue) -> str | None:
        """Return the key of the epic; None where there is none that the reader may see."""
        epic = epic_of(reader.site, issue)
        return epic.key if epic is not None and may_see(reader.site, reader.caller, epic) else None

    def changed(self, editing: Editing, issue: Issue, update: FieldUpdate) -> Issue:
        """Return an issue that belongs to the epic of a key, or to none."""
        if update.value is None:
            return issue if epic_of(editing.site, issue) is None else replace(issue, parent_id=None)
        return Parent().changed(editing, issue, FieldUpdate(verb="set", value={"key": update.value}))

    def changes(self, site: Site, before: Issue, after: Issue) -> Iterator[Change]:
        """Yield nothing: the parent tells of itself."""
        yield from ()


class RankField(CustomField):
    """The rank, which only ranking changes."""

    def __init__(self, described: IssueField) -> None:
        super().__init__(described)
        self.operations = ()

    def why_not_settable(self, editing: Editing, issue: Issue) -> str | None:
        """Return why no request sets it."""
        return "only ranking changes the rank"

    def as_json(self, reader: Reader, issue: Issue) -> str:
        """Return the rank."""
        return rank_of(reader.site, issue)

    def change(self, site: Site, before: Issue, after: Issue) -> Change | None:
        """Return what history tells: whether an issue went up or down, as recorded on Cloud."""
        was, now = rank_of(site, before), rank_of(site, after)
        if was == now:
            return None
        text = RANKED[now > was]
        return Change(field=self.name, field_id=self.id, custom=True, from_id="", from_text="", to_id="", to_text=text)


_KINDS: dict[str | None, type[CustomField]] = {SPRINT: SprintField, EPIC_LINK: EpicLinkField, RANK: RankField}

SOFTWARE_FIELDS = tuple(_KINDS.values())
"""The kinds of fields, with their clauses of JQL, which every site has."""


def software_field(described: IssueField) -> CustomField:
    """Return one of Jira Software's fields that have a kind of their own."""
    return _KINDS[described.custom_type](described)

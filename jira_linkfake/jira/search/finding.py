"""What whoever searches sees, and what a value of JQL names of that: what is hidden is as if it were not there."""

from __future__ import annotations

import re
from collections.abc import Callable, Hashable, Iterable
from typing import TYPE_CHECKING, Any, Literal, Protocol, TypeVar

from jira_linkfake.jira.issue_links.model import IssueLink, side_of
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.people.model import Caller, SecurityLevel, User
from jira_linkfake.jira.permissions.model import BROWSE_PROJECTS
from jira_linkfake.jira.permissions.sight import holds, may_see, why_hidden
from jira_linkfake.jira.projects.model import Part, PartTable, Project
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.site import Site, with_id

if TYPE_CHECKING:
    from jira_linkfake.jira.search.model import Value

_ID = re.compile("[0-9]{1,19}", re.ASCII)


class Searcher:
    """A site as its caller sees it; what hides issues is asked once for each project and security level.

    `within` are the ids of the filters whose queries are being read, each within the one before it.
    """

    def __init__(self, site: Site, caller: Caller, within: tuple[str, ...] = ()) -> None:
        self.site = site
        self.caller = caller
        self.within = within
        self._seen: dict[tuple[str, str | None], bool] = {}

    def sees(self, issue: Issue) -> bool:
        """Say whether the caller may see an issue."""
        level = issue.security_level
        hidden_alike = (issue.project, None if level is None else level.id)
        if hidden_alike not in self._seen:
            self._seen[hidden_alike] = may_see(self.site, self.caller, issue)
        return self._seen[hidden_alike]

    def has(self, issue: Issue) -> bool:
        """Say whether what is searched has an issue: neither it nor its project is archived.

        Such issues leave the index, and can be read by their keys alone (so Tempo's page on archiving says of Data
        Center; that Cloud does as much with each issue is chosen).
        """
        return not issue.archived and issue.project not in self.site.grants.left

    def issue(self, id_or_key: str) -> Issue | None:
        """Return the issue with this id or key that the caller may see, or None."""
        issue = self._stored(id_or_key)
        return issue if issue is not None and self.sees(issue) else None

    def why_unseen(self, id_or_key: str) -> SecurityLevel | str | None:
        """Return what hides the issue with this id or key, or None where there is none."""
        issue = self._stored(id_or_key)
        return None if issue is None else why_hidden(self.site, self.caller, issue)

    def _stored(self, id_or_key: str) -> Issue | None:
        is_id = _ID.fullmatch(id_or_key)
        return with_id(self.site.issues, id_or_key) if is_id else self.site.issues.with_key(id_or_key)

    def projects(self) -> list[Project]:
        """Return the projects that the caller may browse."""
        projects = self.site.projects.values()
        return [project for project in projects if holds(self.site, self.caller, BROWSE_PROJECTS, project.key)]

    def links(self, issue: Issue) -> list[tuple[IssueLink, bool, Issue]]:
        """Return an issue's links, each with whether it is the source and its other end, where the caller sees that."""
        sides = [(link, *side_of(link, issue)) for link in self.site.links.of(issue)]
        return [(link, side == "outward", other) for link, side, other in sides if self.sees(other)]


_KEY = re.compile(r"[^\W\d_][\w]*-\d+")


class _Named(Protocol):
    @property
    def id(self) -> str: ...

    @property
    def name(self) -> str: ...


_Thing = TypeVar("_Thing", bound=_Named)
_Part = TypeVar("_Part", bound=Part)
Named = Callable[[Searcher, str, "Value"], Iterable[Hashable]]
"""What finds the things that a value names for a clause; raises `Refused` where the caller sees none."""


def named_thing(things: Callable[[Searcher], Iterable[_Named]], other_name: str = "name") -> Named:
    """Return what finds the ids of things by their name, their other name, or their id."""

    def named(searcher: Searcher, clause: str, value: Value) -> list[str]:
        ids = [one.id for one in called(things(searcher), value, other_name)]
        if not ids:
            raise unseen(searcher, clause, value)
        return ids

    return named


def called(things: Iterable[_Thing], value: Value, other_name: str) -> list[_Thing]:
    """Return the things that a value means: a number is an id first, and a text a name."""
    text = value.text.casefold()
    found = list(things)
    by_id = [one for one in found if one.id == value.text]
    by_name = [one for one in found if text in (one.name.casefold(), str(getattr(one, other_name)).casefold())]
    return (by_id or by_name) if value.is_number else (by_name or by_id)


def unseen(
    searcher: Searcher,
    clause: str,
    value: Value,
    *,
    named_by: Literal["id", "key", "text"] | None = None,
    hidden_by: SecurityLevel | str | None = None,
) -> Refused:
    """Return what is raised for a value that names nothing that the caller sees; the clause is as it was written.

    Unless it is said what the value is, a number is an id and everything else a text.
    """
    from jira_linkfake.jira.search.refusals import IssueKeyUnseen, ValueIdUnseen, ValueUnseen

    kinds = {"id": ValueIdUnseen, "key": IssueKeyUnseen, "text": ValueUnseen}
    kind = kinds[named_by or ("id" if value.is_number else "text")]
    return Refused(kind(value=value.text, field=clause, caller=searcher.caller, hidden_by=hidden_by))


def named_issue(searcher: Searcher, clause: str, value: Value) -> list[str]:
    """Return the id of the issue of this key or id."""
    found = searcher.issue(value.text)
    if found is not None:
        return [found.id]
    is_id = value.text.isascii() and value.text.isdigit()
    if not is_id and not _KEY.fullmatch(value.text):
        from jira_linkfake.jira.search.refusals import IssueKeyInvalid

        raise Refused(IssueKeyInvalid(value=value.text, field=clause))
    named_by: Literal["id", "key"] = "id" if is_id else "key"
    raise unseen(searcher, clause, value, named_by=named_by, hidden_by=searcher.why_unseen(value.text))


def named_user(searcher: Searcher, clause: str, value: Value) -> list[str]:
    """Return the account id of the user of this account id, name or email."""
    people = searcher.site.people
    text = value.text.casefold()
    found: User | None = people.by_account_id.get(value.text) or people.by_email.get(text)
    named = [found] if found is not None else [one for one in people.users.values() if one.name.casefold() == text]
    if not named:
        raise unseen(searcher, clause, value, named_by="text")
    return [one.account_id for one in named]


def parts_seen(searcher: Searcher, table: PartTable[_Part]) -> list[_Part]:
    """Return what belongs to all projects that the caller may browse, such as their versions."""
    return [one for project in searcher.projects() for one in table.of_project(project.key)]


def issues_beside(searcher: Searcher, table: PartTable[Any], part_ids: Iterable[str]) -> list[str]:
    """Return the ids of the issues in the projects that parts belong to: no others can have them."""
    projects = dict.fromkeys(table.by_id[part_id].project for part_id in part_ids)
    return [issue.id for project in projects for issue in searcher.site.issues.in_project(project)]

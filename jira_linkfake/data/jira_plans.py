"""Jira Software's answers as data: boards, sprints, epics and filters, and the places of issues among them.

Answers are those of `board`, `board/{}/configuration`, `board/{}/sprint`, `sprint/{}`, `board/{}/epic`, `epic/{}` and
of filters, and what issues show in the fields Sprint, Epic Link, Epic Name and Rank, or on a board.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Protocol, get_args

from jira_linkfake.data.answers_in_parts import Json, Names, count_in, given, list_in, moment, object_in
from jira_linkfake.jira.boards.model import SOFTWARE, BoardType, software_role
from jira_linkfake.jira.epics.model import COLORS
from jira_linkfake.jira.fields.model import is_custom
from jira_linkfake.jira.filters.finding import own_filters
from jira_linkfake.jira.people.model import DEFAULT_USER
from jira_linkfake.jira.ranks.model import as_rank
from jira_linkfake.jira.site import Site
from jira_linkfake.jira.sprints.model import SprintState

_ADDRESSES = {
    "board": re.compile(r"/agile/1\.0/board/\d+(/config(uration)?)?$"),
    "sprint": re.compile(r"/agile/1\.0/sprint/\d+$"),
    "epic": re.compile(r"/agile/1\.0/epic/\d+$"),
    "filter": re.compile(r"/rest/api/\w+/filter/\d+$"),
}
_TYPES, _STATES = get_args(BoardType), get_args(SprintState)
_KEY = re.compile(r"[A-Z][A-Z0-9_]*-[1-9][0-9]*", re.ASCII)
_PROJECT = re.compile(r"[A-Z][A-Z0-9_]*", re.ASCII)


def kind_of(content: Json) -> str | None:
    """Return what an answer is about, a board, a sprint, an epic or a filter; None where it is about something else."""
    if "fields" in content or not str(content.get("id", "")).isdecimal():
        return None
    address = str(content.get("self", ""))
    found = next((kind for kind, pattern in _ADDRESSES.items() if pattern.search(address)), None)
    if found is not None or address or "name" not in content:
        return found
    if "originBoardId" in content or str(content.get("state")).lower() in _STATES:
        return "sprint"
    if "color" in content:
        return "epic"
    if "jql" in content and "boardId" not in content:
        return "filter"
    return "board" if content.get("type") in _TYPES else None


class Plans:
    """What answers show of boards, sprints, epics and filters, by their ids, and where issues are among them."""

    def __init__(self) -> None:
        self.boards: dict[str, dict[str, Any]] = {}
        self.sprints: dict[str, dict[str, Any]] = {}
        self.epics: dict[str, dict[str, Any]] = {}
        self.filters: dict[str, dict[str, Any]] = {}
        self.in_order: dict[str, None] = {}  # ids of sprints as lists of them have them
        self.pages: dict[str, set[bool]] = {}  # whether pages of each kind were the last one
        self.fields: dict[str, str] = {}  # ids of Jira Software's fields by what they are
        self.sprints_of: dict[str, list[str]] = {}  # ids by the keys of issues

    def read(self, content: Json) -> None:
        """Read an answer about a board, a sprint, an epic or a filter, and whether a page of such is the last one."""
        kind = kind_of(content)
        if kind == "sprint":
            self.in_order[self._sprint(content)] = None
        elif kind is not None:
            known = {"board": self.boards, "epic": self.epics, "filter": self.filters}[kind]
            known.setdefault(str(content["id"]), {}).update(_told(content))
        if "isLast" in content:
            for one in {kind_of(one) for one in list_in(content, "values")} - {None}:
                self.pages.setdefault(str(one), set()).add(bool(content["isLast"]))

    def _sprint(self, content: Json) -> str:
        """Keep what is said of a sprint, and return its id."""
        sprint_id = str(content["id"])
        board = next((content[one] for one in _BOARDS if content.get(one) is not None), None)
        told = given(
            name=content.get("name"),
            state=str(content.get("state") or "").lower(),
            goal=content.get("goal"),
            start=content.get("startDate"),
            end=content.get("endDate"),
            completed=content.get("completeDate"),
            board=None if board is None else str(board),
        )
        self.sprints.setdefault(sprint_id, {}).update(told)
        return sprint_id

    # Issues

    def read_issues(self, issues: dict[str, dict[str, Any]], names: Mapping[str, str], schemas: Json) -> None:
        """Read what issues show, by their keys, and let the epics that they name be among them."""
        self.fields = {**_fields_by_value(issues), **self._fields_of_boards(), **_fields_by_name(names, schemas)}
        for key in list(issues):
            self._read_issue(key, issues)

    def name_epics(self, issues: dict[str, dict[str, Any]], ids: dict[str, str]) -> None:
        """Let epics be among the issues, each by its key, which may be known by its id alone."""
        keys = {issue_id: key for key, issue_id in ids.items()}
        for epic_id, epic in self.epics.items():
            epic["key"] = epic.get("key", keys.get(epic_id))
            if _is_key(epic["key"]):
                ids.setdefault(epic["key"], epic_id)
                _mention_epic(issues, epic["key"], epic)

    def _read_issue(self, key: str, issues: dict[str, dict[str, Any]]) -> None:
        fields = issues[key]
        shown = [*list_in(fields, "closedSprints"), object_in(fields, "sprint")]
        held = [*_sprints_in(fields.get(self.fields.get("sprint", ""))), *shown]
        self.sprints_of[key] = [self._sprint(one) for one in held if str(one.get("id", "")).isdecimal()]
        epic = object_in(fields, "epic")
        if str(epic.get("id", "")).isdecimal():
            self.epics.setdefault(str(epic["id"]), {}).update(_told(epic))
        link = epic.get("key") or fields.get(self.fields.get("epic link", ""))
        if _is_key(link):
            _mention_epic(issues, str(link), epic)
            if not object_in(fields, "parent"):
                fields["parent"] = {"key": link}

    def _fields_of_boards(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for board in self.boards.values():
            rank = object_in(board, "ranking").get("rankCustomFieldId")
            estimate = object_in(object_in(board, "estimation"), "field").get("fieldId")
            found |= {"rank": f"customfield_{rank}"} if rank else {}
            found |= {"story points": str(estimate)} if is_custom(str(estimate)) else {}
        return found


_BOARDS = ("originBoardId", "boardId", "rapidViewId")


def _told(content: Json) -> dict[str, Any]:
    return {name: value for name, value in content.items() if value is not None}


def _is_key(value: Any) -> bool:
    return isinstance(value, str) and _KEY.fullmatch(value) is not None


def _mention_epic(issues: dict[str, dict[str, Any]], key: str, epic: Json) -> None:
    """Let an issue be there that an answer calls an epic."""
    fields = issues.setdefault(key, {})
    if epic.get("summary"):
        fields.setdefault("summary", epic["summary"])
    fields["issuetype"] = {"name": "Epic", **object_in(fields, "issuetype"), "hierarchyLevel": 1}


def _fields_by_name(names: Mapping[str, str], schemas: Json) -> dict[str, str]:
    """Return Jira Software's fields that say which they are, by their kinds or else by their names."""
    kinds = {one: str(object_in(schemas, one).get("custom", "")) for one in {**names, **schemas}}
    fields = {one: software_role(str(names.get(one, "")), kind) for one, kind in kinds.items()}
    return {role: field_id for field_id, role in fields.items() if role is not None and is_custom(field_id)}


def _fields_by_value(issues: Mapping[str, Json]) -> dict[str, str]:
    """Return Jira Software's fields that are known by what they hold, and by the numbers that they have mostly."""
    usual = {f"customfield_{number}": role for role, (number, _) in SOFTWARE.items()}
    found: dict[str, str] = {}
    for fields in issues.values():
        for name, value in fields.items():
            if not is_custom(name):
                continue
            if isinstance(value, str) and as_rank(value):
                found.setdefault("rank", name)
            if usual.get(name) == "epic link" and _is_key(value):
                found.setdefault("epic link", name)
            held = list(_sprints_in(value))
            if held and all("id" in one and (_says_state(one) or usual.get(name) == "sprint") for one in held):
                found.setdefault("sprint", name)
    return found


def _says_state(sprint: Json) -> bool:
    return str(sprint.get("state")).lower() in _STATES and "name" in sprint


_OLD_SPRINT = re.compile(r"[\[,](\w+)=(.*?)(?=,\w+=|\]$)", re.DOTALL)


def _sprints_in(value: Any) -> Iterator[Json]:
    """Yield the sprints of the field Sprint: objects, or texts as Jira Server and Cloud had them before."""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, Mapping):
            yield one
        elif isinstance(one, str) and ".Sprint@" in one:
            yield {name: None if said == "<null>" else said for name, said in _OLD_SPRINT.findall(one)}


class Teller(Protocol):
    """What puts answers into the form of data, with the names of what is named."""

    site: Site
    unknown: list[str]

    def user(self, user: Any) -> Any:
        """Return how data names a user."""

    def project(self, key: str, project: Any) -> str:
        """Let a project be there."""

    def holder(self, kind: str, name: str, project: str) -> dict[str, str]:
        """Let a group or a role be there."""


class TellingPlans:
    """Puts boards, sprints and filters, and the places of issues, into the form of data."""

    def __init__(self, teller: Teller, plans: Plans, keys_of_issues: Iterable[str]) -> None:
        self.teller, self.plans, self.site = teller, plans, teller.site
        self.unknown, self.keys = teller.unknown, [*keys_of_issues]
        self.epics = {one["key"]: one for one in plans.epics.values() if _is_key(one["key"])}
        own = own_filters(self.site, DEFAULT_USER)
        self.names = Names({one.name.casefold(): one.id for one in own}, key=str.casefold)
        self.filters: list[dict[str, Any]] = []
        self.board_of_nobody: str | None = None

    def data(self) -> dict[str, list[dict[str, Any]]]:
        """Return what is told, but for what the site has already."""
        for filter_id, one in self.plans.filters.items():
            self._filter(filter_id, one)
        ids = sorted(self.plans.sprints, key=int)
        listed = [one for one in self.plans.in_order if one in self.plans.sprints]
        ids = [*listed, *(one for one in ids if one not in self.plans.in_order)]
        sprints = [self._sprint(one) for one in ids if one not in self.site.sprints]
        boards = [self._board(one) for one in sorted(self.plans.boards, key=int) if one not in self.site.boards]
        self.unknown += [
            f"the {kind}s of further pages" for kind, pages in self.plans.pages.items() if pages == {False}
        ]
        self.unknown += [
            f"the key of the epic {one}" for one, epic in self.plans.epics.items() if not _is_key(epic["key"])
        ]
        self.filters.sort(key=lambda one: int(one["id"]))
        return {"filters": self.filters, "boards": boards, "sprints": sprints}

    def custom_fields(self) -> list[dict[str, Any]]:
        """Return Jira Software's fields of issues, with the ids that the answers have for them."""
        return [
            {"name": described.name, "id": self.plans.fields[role], "software": role}
            for role, (_, described) in SOFTWARE.items()
            if role in self.plans.fields
            and role not in self.site.software_fields
            and self.plans.fields[role] not in self.site.fields
        ]

    def of_issue(self, key: str, fields: dict[str, Any]) -> dict[str, Any]:
        """Return where an issue is, and take the fields that say so from it."""
        of = self.plans.fields
        rank = fields.pop(of.get("rank", ""), None)
        for role in ("sprint", "epic link"):
            fields.pop(of.get(role, ""), None)
        ranked = as_rank(rank) if isinstance(rank, str) else None
        if rank is not None and ranked is None:
            self.unknown.append(f"the rank of {key}: {rank}")
        told = given(rank=ranked, sprints=self._sprints_of(key, fields))
        epic = self.epics.get(key)
        if epic is not None:
            color = object_in(epic, "color").get("key")
            if color is not None and color not in COLORS:
                self.unknown.append(f"the color of the epic {key}: {color}")
            told |= given(epic_color=color if color in COLORS else None)
            told |= {"epic_done": True} if epic.get("done") is True else {}
            name = fields.pop(of.get("epic name", ""), None) or epic.get("name")
            told |= given(epic_name=None if name == fields.get("summary") else name)
        return told

    def _sprints_of(self, key: str, fields: Json) -> list[dict[str, str]]:
        """Return the sprints of an issue; those that a sub-task shows are its parent's, and one alone is not closed."""
        if object_in(fields, "issuetype").get("subtask") is True:
            return []
        ids = dict.fromkeys(self.plans.sprints_of.get(key, ()))
        open_ones = [one for one in ids if self.plans.sprints[one].get("state") != "closed"]
        return [{"id": one} for one in ids if one not in open_ones[:-1]]

    def _sprint(self, sprint_id: str) -> dict[str, Any]:
        said = self.plans.sprints[sprint_id]
        name = said.get("name")
        for what in ("name", "state"):
            if what not in said:
                self.unknown.append(f"the {what} of the sprint {name or sprint_id}")
        told = {"id": sprint_id, "name": name or f"Sprint {sprint_id}", **given(goal=said.get("goal"))}
        if said.get("state") in _STATES:
            told["state"] = said["state"]
        told |= given(**{one: moment(said.get(one)) for one in ("start", "end")})
        if told.get("state") == "closed":
            told |= given(completed=moment(said.get("completed")))
        return {**told, "board": {"id": self._board_of(sprint_id, said)}}

    def _board_of(self, sprint_id: str, said: Json) -> str:
        """Return the board on which a sprint was made, which is there from then on."""
        board_id = said.get("board")
        if not str(board_id or "").isdecimal():
            self.unknown.append(f"on which board the sprint {said.get('name') or sprint_id} was made")
            board_id = self._some_board()
        board = self.plans.boards.setdefault(str(board_id), {})
        board["has_sprints"] = True
        projects = board.setdefault("of_issues", {})
        projects.update(
            {key.rpartition("-")[0]: None for key in self.keys if sprint_id in self.plans.sprints_of.get(key, ())}
        )
        return str(board_id)

    def _some_board(self) -> str:
        """Return a board for sprints of which none is told: the only one that there is, or one of their own."""
        known = [*self.plans.boards]
        if self.board_of_nobody is None:
            free = max([self.site.next_number("board"), *(int(one) + 1 for one in known)])
            self.board_of_nobody = known[0] if len(known) == 1 else str(free)
        return self.board_of_nobody

    # Boards and filters

    def _board(self, board_id: str) -> dict[str, Any]:
        said = self.plans.boards[board_id]
        name = said.get("name") or f"Board {board_id}"
        told: dict[str, Any] = {"id": board_id, "name": name}
        if "name" not in said:
            self.unknown.append(f"of the board {board_id} all but that it has sprints")
        elif said.get("type") not in _TYPES:
            self.unknown.append(f"the type of the board {name}")
        if "columnConfig" in said:
            self.unknown.append(f"the columns of the board {name}: one for each category of statuses")
        kind = said.get("type")
        told["type"] = kind if kind in _TYPES else "scrum"
        told["sprints"] = kind in ("scrum", None) or "has_sprints" in said
        told |= self._location(said)
        return {**told, **self._query(name, said, told.get("project"))}

    def _location(self, board: Json) -> dict[str, Any]:
        location = object_in(board, "location")
        key = location.get("projectKey") or location.get("key")
        if isinstance(key, str) and _PROJECT.fullmatch(key):
            named = {"id": location.get("projectId") or location.get("id")}
            named["name"] = location.get("projectName") or location.get("name")
            return {"project": self.teller.project(key, {"key": key, **named})}
        account = location.get("userAccountId") or (location.get("id") if location.get("type") == "user" else None)
        name = location.get("displayName") or location.get("name")
        return given(owner=self.teller.user({"accountId": account, "displayName": name}))

    def _query(self, name: str, board: Json, project: str | None) -> dict[str, Any]:
        """Return the filter of a board; where its query is not told, it finds the projects that the board is about."""
        filter_id = str(object_in(board, "filter").get("id") or "")
        if filter_id in self.site.filters or any(one["id"] == filter_id for one in self.filters):
            return {"filter": {"id": filter_id}}
        projects = [project] if project else sorted(board.get("of_issues", ()))
        found = f"all of {', '.join(projects)}" if projects else "all"
        self.unknown.append(f"what the board {name} shows: {found}")
        jql = f"project in ({', '.join(projects)}) ORDER BY Rank ASC" if projects else "ORDER BY Rank ASC"
        if not filter_id.isdecimal():
            return {"jql": jql}
        own_name = self.names.free(f"Filter for {name}", filter_id)
        self.filters.append({"id": filter_id, "name": own_name, "jql": jql})
        return {"filter": {"id": filter_id}}

    def _filter(self, filter_id: str, said: Json) -> None:
        name = str(said.get("name") or f"Filter {filter_id}")
        if filter_id in self.site.filters:
            return
        if "jql" not in said:
            self.unknown.append(f"the query of the filter {name}, which is left out")
            return
        owner = self.teller.user(said.get("owner"))
        if owner is None:
            self.unknown.append(f"whose the filter {name} is: the admin's")
            name = self.names.free(name, filter_id)
        if count_in(said.get("favouritedCount")):
            self.unknown.append(f"who has the filter {name} among the favourites: {said['favouritedCount']}")
        told: dict[str, Any] = {"id": filter_id, "name": name, "jql": str(said["jql"]), "unchecked": True}
        told |= given(owner=owner, description=said.get("description"))
        ids: list[str] = []
        for attribute, shares in (("shared_with", "sharePermissions"), ("editable_by", "editPermissions")):
            told |= given(**{attribute: [*self._shares(name, list_in(said, shares), ids)]})
        self.filters.append({**told, **({"share_ids": ids} if all(one.isdecimal() for one in ids) else {})})

    def _shares(self, name: str, shares: Iterable[Json], ids: list[str]) -> Iterator[Any]:
        for share in shares:
            sharer = self._sharer(share)
            if sharer is None:
                self.unknown.append(f"with whom the filter {name} is shared: {share.get('type')}")
            else:
                ids.append(str(share.get("id")))
                yield sharer

    def _sharer(self, share: Json) -> Any:
        project, role, group = (object_in(share, one) for one in ("project", "role", "group"))
        everyone = _EVERYONE.get(str(share.get("type")))
        if everyone is not None:
            return everyone
        key = project.get("key")
        if isinstance(key, str) and _PROJECT.fullmatch(key):
            self.teller.project(key, project)
            if role.get("name"):
                return {**self.teller.holder("role", str(role["name"]), key), "project": key}
            return {"project": key}
        if group.get("name"):
            return self.teller.holder("group", str(group["name"]), "")
        user = self.teller.user(share.get("user"))
        return None if user is None else {"user": user}


_EVERYONE = {"global": "ANYONE", "loggedin": "SIGNED_IN", "authenticated": "SIGNED_IN"}

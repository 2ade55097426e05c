"""Boards, and the fields of issues that Jira Software brings along."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from jira_linkfake.jira.fields.model import CUSTOM_TYPES, EPIC_LINK, EPIC_NAME, RANK, SPRINT, IssueField
from jira_linkfake.jira.people.model import User

BoardType = Literal["scrum", "kanban", "simple"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Board:
    """A board, whose id is a number in Jira's JSON; the issues on it are those of its filter.

    It is located in a project, which goes by its id as its key may become another's, or with its owner. A board of a
    team-managed project is `simple`, and `has_sprints` where its project does.
    """

    id: str
    name: str
    type: BoardType
    filter_id: str
    owner: User
    project_id: str | None = None
    has_sprints: bool = False

    def __str__(self) -> str:
        return f"{self.name} ({self.type})"


Role = Literal["epic name", "epic link", "rank", "sprint", "story points"]

SOFTWARE: dict[Role, tuple[int, IssueField]] = {
    "epic name": (10011, IssueField(id="", name="Epic Name", type="string", custom_type=EPIC_NAME)),
    "epic link": (10014, IssueField(id="", name="Epic Link", type="any", custom_type=EPIC_LINK)),
    "rank": (10019, IssueField(id="", name="Rank", type="any", custom_type=RANK)),
    "sprint": (10020, IssueField(id="", name="Sprint", type="array", items="json", custom_type=SPRINT)),
    "story points": (10028, IssueField(id="", name="Story Points", type="number", custom_type="float")),
}
"""What the fields are called and hold, with the numbers that they most often have on Cloud sites."""


def software_role(name: str, kind: str) -> Role | None:
    """Return which of them a custom field is: by its kind, or by its name as well where others have the kind.

    The kind is Jira's whole key, or empty where nobody has told it, and the name may be in any case.
    """
    for role, (_, described) in SOFTWARE.items():
        is_named_so = name.casefold() == described.name.casefold()
        if kind == described.custom_type or (is_named_so and kind in ("", f"{CUSTOM_TYPES}{described.custom_type}")):
            return role
    return None

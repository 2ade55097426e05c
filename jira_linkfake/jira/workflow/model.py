"""Types of issues, statuses, priorities, resolutions and transitions, and those of a fresh site."""

from __future__ import annotations

from jira_linkfake.jira.plain import Plain


class IssueType(Plain):
    """An issue type; `hierarchy_level` is 1 for an epic, 0 for a standard type, -1 for a sub-task.

    `project_id` is that of the team-managed project whose own the type is.
    """

    id: str
    name: str
    description: str = ""
    hierarchy_level: int = 0
    avatar_id: int = 10318
    project_id: str | None = None

    @property
    def subtask(self) -> bool:
        """Whether issues of the type are sub-tasks."""
        return self.hierarchy_level < 0


class StatusCategory(Plain):
    """One of Jira's fixed status categories."""

    id: str
    key: str
    name: str
    color_name: str


class Status(Plain):
    """A workflow status."""

    id: str
    name: str
    category: StatusCategory
    description: str = ""

    @property
    def is_done(self) -> bool:
        """Whether work on issues with the status is done."""
        return self.category.key == "done"


class Priority(Plain):
    """A priority."""

    id: str
    name: str
    description: str = ""
    color: str = "#707070"


class Resolution(Plain):
    """A way in which an issue can be done with."""

    id: str
    name: str
    description: str


class Screen(Plain):
    """What a transition shows for input: the ids of fields, of which some are required. All have room for a comment."""

    fields: tuple[str, ...]
    required: tuple[str, ...]


class Transition(Plain):
    """A way to a status: from those whose ids are in `sources`, or from any; without a screen it takes no fields."""

    id: str
    name: str
    to: Status
    sources: frozenset[str] | None = None
    screen: Screen | None = None

    def __str__(self) -> str:
        return f"transition {self.name}"


NO_CATEGORY = StatusCategory(id="1", key="undefined", name="No Category", color_name="medium-gray")
TO_DO = StatusCategory(id="2", key="new", name="To Do", color_name="blue-gray")
IN_PROGRESS = StatusCategory(id="4", key="indeterminate", name="In Progress", color_name="yellow")
DONE = StatusCategory(id="3", key="done", name="Done", color_name="green")
STATUS_CATEGORIES = (NO_CATEGORY, TO_DO, IN_PROGRESS, DONE)
CATEGORIES = {"new": "TODO", "indeterminate": "IN_PROGRESS", "done": "DONE"}
"""What the operations on several statuses call the categories."""

FRESH_STATUSES = (
    Status(id="10000", name="To Do", category=TO_DO),
    Status(id="10001", name="In Progress", category=IN_PROGRESS),
    Status(id="10002", name="Done", category=DONE),
)

FRESH_ISSUE_TYPES = (
    IssueType(id="10000", name="Epic", hierarchy_level=1, avatar_id=10307),
    IssueType(id="10001", name="Story", avatar_id=10315),
    IssueType(id="10002", name="Task", avatar_id=10318),
    IssueType(id="10003", name="Sub-task", hierarchy_level=-1, avatar_id=10316),
    IssueType(id="10004", name="Bug", avatar_id=10303),
)

FRESH_PRIORITIES = (
    Priority(id="1", name="Highest", color="#d04437", description="This problem will block progress."),
    Priority(id="2", name="High", color="#f15C75", description="Serious problem that could block progress."),
    Priority(id="3", name="Medium", color="#f79232", description="Has the potential to affect progress."),
    Priority(id="4", name="Low", color="#707070", description="Minor problem or easily worked around."),
    Priority(
        id="5", name="Lowest", color="#999999", description="Trivial problem with little or no impact on progress."
    ),
)

RESOLUTIONS = (
    Resolution(id="10000", name="Done", description="Work has been completed on this issue."),
    Resolution(id="10001", name="Won't Do", description="This issue won't be actioned."),
    Resolution(id="10002", name="Duplicate", description="The problem is a duplicate of an existing issue."),
    Resolution(id="10003", name="Cannot Reproduce", description="The problem could not be reproduced."),
)

RESOLUTION_WHEN_DONE = RESOLUTIONS[0]
"""What the workflow of a fresh site sets when an issue enters a status that is done."""

DEFAULT_STATUS = FRESH_STATUSES[0]
DEFAULT_PRIORITY = FRESH_PRIORITIES[2]

"""What a fresh Jira Cloud site has: link types, issue types, statuses, priorities, resolutions."""

from __future__ import annotations

from jira_linkfake.site.model import IssueType, LinkType, Priority, Resolution, Status, StatusCategory

# The four types of a fresh Cloud site with their ids, as read from one in 2026.
LINK_TYPES = (
    LinkType(id=10000, name="Blocks", inward="is blocked by", outward="blocks"),
    LinkType(id=10001, name="Cloners", inward="is cloned by", outward="clones"),
    LinkType(id=10002, name="Duplicate", inward="is duplicated by", outward="duplicates"),
    LinkType(id=10003, name="Relates", inward="relates to", outward="relates to"),
)

TO_DO = StatusCategory(id=2, key="new", name="To Do", color_name="blue-gray")
IN_PROGRESS = StatusCategory(id=4, key="indeterminate", name="In Progress", color_name="yellow")
DONE = StatusCategory(id=3, key="done", name="Done", color_name="green")
STATUS_CATEGORIES = (TO_DO, IN_PROGRESS, DONE)

STATUSES = (
    Status(id=10000, name="To Do", category=TO_DO),
    Status(id=10001, name="In Progress", category=IN_PROGRESS),
    Status(id=10002, name="Done", category=DONE),
)

ISSUE_TYPES = (
    IssueType(id=10000, name="Epic", hierarchy_level=1, avatar_id=10307),
    IssueType(id=10001, name="Story", avatar_id=10315),
    IssueType(id=10002, name="Task", avatar_id=10318),
    IssueType(id=10003, name="Sub-task", hierarchy_level=-1, avatar_id=10316),
    IssueType(id=10004, name="Bug", avatar_id=10303),
)

PRIORITIES = (
    Priority(id=1, name="Highest"),
    Priority(id=2, name="High"),
    Priority(id=3, name="Medium"),
    Priority(id=4, name="Low"),
    Priority(id=5, name="Lowest"),
)

RESOLUTIONS = (
    Resolution(id=10000, name="Done", description="Work has been completed on this issue."),
    Resolution(id=10001, name="Won't Do", description="This issue won't be actioned."),
    Resolution(id=10002, name="Duplicate", description="The problem is a duplicate of an existing issue."),
    Resolution(id=10003, name="Cannot Reproduce", description="The problem could not be reproduced."),
)

DEFAULT_STATUS = STATUSES[0]
DEFAULT_PRIORITY = PRIORITIES[2]

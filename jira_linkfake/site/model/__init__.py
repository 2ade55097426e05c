"""The things of a Jira site, as values that never change; a change puts a new value in the store."""

from __future__ import annotations

from jira_linkfake.site.model.comments import Comment, Visibility
from jira_linkfake.site.model.fields import IssueField
from jira_linkfake.site.model.history import Change, HistoryEntry, LinkChange
from jira_linkfake.site.model.issues import AssigneeType, Issue, Project, ProjectType, SecurityLevel
from jira_linkfake.site.model.links import IssueLink, LinkType
from jira_linkfake.site.model.people import ANYONE, Caller, Everyone, Group, Holder, ProjectRole, User
from jira_linkfake.site.model.remote_links import RemoteLink
from jira_linkfake.site.model.workflow import IssueType, Priority, Resolution, Status, StatusCategory, Transition

__all__ = [
    "ANYONE",
    "AssigneeType",
    "Caller",
    "Change",
    "Comment",
    "Everyone",
    "Group",
    "HistoryEntry",
    "Holder",
    "Issue",
    "IssueField",
    "IssueLink",
    "IssueType",
    "LinkChange",
    "LinkType",
    "Priority",
    "Project",
    "ProjectRole",
    "ProjectType",
    "RemoteLink",
    "Resolution",
    "SecurityLevel",
    "Status",
    "StatusCategory",
    "Transition",
    "User",
    "Visibility",
]

"""Steps about comments, watchers, votes and worklogs: what people leave on an issue."""

from __future__ import annotations

from jira_linkfake.verify.step import Text
from jira_linkfake.verify.steps.declaring import delete, get, post, put

SAID = {"body": Text("Said.")}
GROUP = {"type": "group", "value": "{my_group}"}


def said(**visibility: str) -> dict[str, object]:
    """Return a comment for some readers."""
    return {**SAID, "visibility": visibility}


COMMENTS = (
    post("comments: added", "addComment", "issue/{a}/comment", SAID, needs="a"),
    post("comments: added in version 2", "addComment", "issue/{a}/comment", {"body": "Said."}, needs="a", version="2"),
    post(
        "comments: added for a group",
        "addComment",
        "issue/{a}/comment",
        said(type="group", value="{my_group}"),
        needs="a",
    ),
    get("comments: listed", "getComments", "issue/{a}/comment", needs="two comments"),
    get("comments: listed, the last first", "getComments", "issue/{a}/comment?orderBy=-created", needs="two comments"),
    get("comments: a page", "getComments", "issue/{a}/comment?startAt=1&maxResults=1", needs="two comments"),
    get("comments: a page that is no number", "QueryInvalid", "issue/{one}/comment?maxResults=x", needs="one"),
    get("comments: one", "getComment", "issue/{a}/comment/{comment_id}", needs="comment"),
    get(
        "comments: one as HTML",
        "getComment",
        "issue/{a}/comment/{comment_id}?expand=renderedBody",
        needs="comment",
        alike=True,
    ),
    put("comments: changed", "updateComment", "issue/{a}/comment/{comment_id}", SAID, needs="comment"),
    delete("comments: deleted", "deleteComment", "issue/{a}/comment/{comment_id}", needs="comment"),
    post("comments: by their ids", "getCommentsByIds", "comment/list", {"ids": ["{comment_number}"]}, needs="comment"),
    post("comments: by no ids", "CommentIdsMiscounted", "comment/list", {"ids": []}),
    get("comments: an unknown one", "CommentUnseen", "issue/{one}/comment/999999999", needs="one"),
    get("comments: of an unknown issue", "IssueUnknown", "issue/{project}-9999999/comment"),
    post("comments: no document", "CommentInvalid", "issue/{one}/comment", {"body": "Said."}, needs="one", version="3"),
    post("comments: empty", "CommentEmpty", "issue/{one}/comment", {"body": Text("")}, needs="one"),
    post("comments: without a body", "CommentEmpty", "issue/{one}/comment", {}, needs="one"),
    post(
        "comments: for nobody in particular",
        "VisibilityIncomplete",
        "issue/{one}/comment",
        said(type="group"),
        needs="one",
    ),
    post(
        "comments: for an unknown group",
        "VisibilityGroupUnknown",
        "issue/{one}/comment",
        said(type="group", value="no-such-group-of-verify"),
        needs="one",
    ),
    post(
        "comments: for an unknown role",
        "VisibilityRoleUnknown",
        "issue/{one}/comment",
        said(type="role", value="No such role of verify"),
        needs="one",
    ),
    post(
        "comments: for a group of others",
        "NotInGroup",
        "issue/{one}/comment",
        said(type="group", value="{group_of_others}"),
        needs="one",
    ),
    post(
        "comments: for a role of others",
        "NotInRole",
        "issue/{one}/comment",
        said(type="role", value="{role_of_others}"),
        needs="one",
    ),
    post(
        "comments: added without Add comments",
        "NoCommentPermission",
        "issue/{one}/comment",
        SAID,
        needs="one, second lacks ADD_COMMENTS",
        caller="second",
    ),
    put(
        "comments: changed without Edit all comments",
        "NoCommentEditPermission",
        "issue/{a}/comment/{comment_id}",
        SAID,
        needs="comment, second lacks EDIT_ALL_COMMENTS",
        caller="second",
    ),
    delete(
        "comments: deleted without Delete all comments",
        "NoCommentDeletePermission",
        "issue/{a}/comment/{comment_id}",
        needs="comment, second lacks DELETE_ALL_COMMENTS",
        caller="second",
    ),
)

WATCHERS = (
    get("watchers: of an issue", "getIssueWatchers", "issue/{a}/watchers", needs="a"),
    post("watchers: oneself", "addWatcher", "issue/{a}/watchers", needs="a"),
    delete("watchers: oneself no longer", "removeWatcher", "issue/{a}/watchers?accountId={me}", needs="a"),
    post("watchers: somebody unknown", "WatcherUnknown", "issue/{one}/watchers", "nobody-at-all", needs="one"),
    delete("watchers: nobody removed", "WatcherUnnamed", "issue/{one}/watchers", needs="one"),
    post(
        "watchers: of several issues",
        "getIsWatchingIssueBulk",
        "issue/watching",
        {"issueIds": ["{one_id}", "999999999"]},
        needs="one",
    ),
    post(
        "watchers: another without Manage watchers",
        "NoWatcherPermission",
        "issue/{one}/watchers",
        "{me}",
        needs="one, second lacks MANAGE_WATCHERS",
        caller="second",
    ),
    post(
        "watchers: somebody who does not see the issue",
        "WatcherUnseeing",
        "issue/{elsewhere}/watchers",
        "{second}",
        needs="elsewhere, second does not see the other project",
    ),
)

VOTES = (
    get("votes: of an issue", "getVotes", "issue/{a}/votes", needs="a"),
    post("votes: cast", "addVote", "issue/{a}/votes", needs="a"),
    delete("votes: taken back", "removeVote", "issue/{a}/votes", needs="vote"),
    delete("votes: taken back where none was cast", "NotVoted", "issue/{a}/votes", needs="a"),
    post("votes: on a resolved issue", "VotesAreFinal", "issue/{a}/votes", needs="resolved"),
)

HOUR = {"timeSpent": "1h", "started": "2026-01-02T03:04:05.000+0000"}
WORKLOGS = (
    get("worklogs: of an issue", "getIssueWorklog", "issue/{a}/worklog", needs="worklog"),
    get("worklogs: a page that is no number", "QueryInvalid", "issue/{one}/worklog?startAt=x", needs="one"),
    get("worklogs: one", "getWorklog", "issue/{a}/worklog/{worklog_id}", needs="worklog"),
    post("worklogs: added", "addWorklog", "issue/{a}/worklog", HOUR, needs="a"),
    put("worklogs: changed", "updateWorklog", "issue/{a}/worklog/{worklog_id}", {"timeSpent": "2h"}, needs="worklog"),
    delete("worklogs: deleted", "deleteWorklog", "issue/{a}/worklog/{worklog_id}", needs="worklog"),
    delete(
        "worklogs: several deleted",
        "bulkDeleteWorklogs",
        "issue/{a}/worklog",
        {"ids": ["{worklog_number}"]},
        needs="worklog",
    ),
    post(
        "worklogs: several moved",
        "bulkMoveWorklogs",
        "issue/{a}/worklog/move",
        {"ids": ["{worklog_number}"], "issueIdOrKey": "{b}"},
        needs="worklog, b",
    ),
    post("worklogs: by their ids", "getWorklogsForIds", "worklog/list", {"ids": ["{worklog_number}"]}, needs="worklog"),
    post("worklogs: by no ids", "WorklogIdsMiscounted", "worklog/list", {"ids": []}),
    get("worklogs: changed since", "getIdsOfWorklogsModifiedSince", "worklog/updated?since=1", alike=True),
    get("worklogs: deleted since", "getIdsOfWorklogsDeletedSince", "worklog/deleted?since=1", alike=True),
    get("worklogs: an unknown one", "WorklogUnseen", "issue/{one}/worklog/999999999", needs="one"),
    post("worklogs: without a time", "TimeSpentInvalid", "issue/{one}/worklog", {}, needs="one"),
    post("worklogs: with no time", "TimeSpentInvalid", "issue/{one}/worklog", {"timeSpent": "soon"}, needs="one"),
    post(
        "worklogs: with an unknown adjustment",
        "AdjustmentUnknown",
        "issue/{one}/worklog?adjustEstimate=never",
        HOUR,
        needs="one",
    ),
    post(
        "worklogs: with a new estimate that is missing",
        "NewEstimateMissing",
        "issue/{one}/worklog?adjustEstimate=new",
        HOUR,
        needs="one",
    ),
    post(
        "worklogs: with a new estimate that is no time",
        "NewEstimateInvalid",
        "issue/{one}/worklog?adjustEstimate=new&newEstimate=soon",
        HOUR,
        needs="one",
    ),
    post(
        "worklogs: with an amount that is missing",
        "AmountMissing",
        "issue/{one}/worklog?adjustEstimate=manual",
        HOUR,
        needs="one",
    ),
    post(
        "worklogs: with an amount that is no time",
        "AmountInvalid",
        "issue/{one}/worklog?adjustEstimate=manual&reduceBy=x",
        HOUR,
        needs="one",
    ),
    put(
        "worklogs: adjusted by hand while it is changed",
        "ManualEditing",
        "issue/{a}/worklog/{worklog_id}?adjustEstimate=manual&reduceBy=2h",
        {"timeSpent": "1h"},
        needs="worklog",
    ),
    post(
        "worklogs: one for a role moved",
        "WorklogOfRole",
        "issue/{a}/worklog/move",
        {"ids": ["{worklog_number}"], "issueIdOrKey": "{b}"},
        needs="worklog for a role, b",
    ),
    post(
        "worklogs: added without Work on issues",
        "NoWorklogPermission",
        "issue/{one}/worklog",
        HOUR,
        needs="one, second lacks WORK_ON_ISSUES",
        caller="second",
    ),
    delete(
        "worklogs: deleted without Delete all worklogs",
        "NoWorklogChangePermission",
        "issue/{a}/worklog/{worklog_id}",
        needs="worklog, second lacks DELETE_ALL_WORKLOGS",
        caller="second",
    ),
)

STEPS = (*COMMENTS, *WATCHERS, *VOTES, *WORKLOGS)

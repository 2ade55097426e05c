"""`bulk/issues` and `bulk/queue/{taskId}`: one change of many issues, and how far it is."""

from __future__ import annotations

from marshmallow import fields

from jira_linkfake.jira.bulk import rules
from jira_linkfake.jira.bulk.rules import Outcome, find_bulk_task
from jira_linkfake.jira.evidence import REFERENCE
from jira_linkfake.jira.permissions.sight import may_see
from jira_linkfake.jira.reader import Json
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.tasks.rules import carry_out
from jira_linkfake.rest.body import Closed, Flag, IdNumber, Text
from jira_linkfake.rest.call import Call, Partly
from jira_linkfake.rest.operations import Success, operation
from jira_linkfake.rest.replies import words_of

SUBMITTED = Success(201, "`taskId`: the task is complete, and `bulk/queue` tells what came of it", REFERENCE)


def _names() -> fields.List[str]:
    return fields.List(Text(absent=""), required=True, data_key="selectedIssueIdsOrKeys")


class _Watched(Closed):
    issues = _names()


class _Deleted(Closed):
    issues = _names()
    send_notification = Flag("sendBulkNotification")


class _Move(Closed):
    issues = _names()
    transition_id = IdNumber("transitionId", required=True)


class _Moved(Closed):
    inputs = fields.List(fields.Nested(_Move), required=True, data_key="bulkTransitionInputs")
    send_notification = Flag("sendBulkNotification")


@operation("submitBulkDelete", SUBMITTED, body=_Deleted)
def delete(call: Call) -> Partly:
    """Delete issues."""
    return _submitted(call, "Bulk delete", rules.delete_issues(call.site, call.caller, call.content["issues"]))


@operation("submitBulkWatch", SUBMITTED, body=_Watched)
def watch(call: Call) -> Partly:
    """Let the caller watch issues."""
    outcome = rules.watch_issues(call.site, call.signed_in_user(), call.content["issues"], watching=True)
    return _submitted(call, "Bulk watch", outcome)


@operation("submitBulkUnwatch", SUBMITTED, body=_Watched)
def unwatch(call: Call) -> Partly:
    """Let the caller watch issues no longer."""
    outcome = rules.watch_issues(call.site, call.signed_in_user(), call.content["issues"], watching=False)
    return _submitted(call, "Bulk unwatch", outcome)


@operation("submitBulkTransition", SUBMITTED, body=_Moved)
def transition(call: Call) -> Partly:
    """Move issues on."""
    wanted = [(one["issues"], one["transition_id"]) for one in call.content["inputs"]]
    return _submitted(call, "Bulk transition", rules.transition_issues(call.site, call.caller, wanted))


def _submitted(call: Call, description: str, outcome: Outcome) -> Partly:
    """Keep what came of a bulk operation as its task; the journal tells why some issues were left as they are."""
    failed = {issue_id: words_told(refused) for issue_id, refused in outcome.failed.items()}
    result = {"processedIssues": [int(one) for one in outcome.processed], "failedIssues": failed}
    task = carry_out(call.site, call.caller, description, result)
    refusals = [refusal for refused in outcome.failed.values() for refusal in refused.refusals]
    return Partly(status=201, content={"taskId": task.id}, refused=Refused(*refusals) if refusals else None)


def words_told(refused: Refused) -> list[str]:
    """Return Jira's words for a refusal, those of fields without their names."""
    messages, errors = words_of(refused.refusals)
    return [*messages, *errors.values()]


@operation(
    "getAvailableTransitions",
    Success(200, "the transitions that all the issues have and that need no more fields: one workflow", REFERENCE),
    not_served=("endingBefore", "startingAfter"),
)
def list_transitions(call: Call) -> Json:
    """Return the transitions that all of several issues have."""
    named = call.names("issueIdsOrKeys")
    issues, transitions, filtered = rules.common_transitions(call.site, call.caller, named)
    workflow = {
        "isTransitionsFiltered": filtered,
        "issues": [issue.key for issue in issues],
        "transitions": [
            {
                "to": {"statusId": int(one.to.id), "statusName": one.to.name},
                "transitionId": int(one.id),
                "transitionName": one.name,
            }
            for one in transitions
        ],
    }
    return {"availableTransitions": [workflow]}


@operation(
    "getBulkOperationProgress", Success(200, "how far the bulk operation is, and which issues failed", REFERENCE)
)
def read(call: Call, taskId: str) -> Json:
    """Return what came of a bulk operation, of the issues that the caller may see or that are gone."""
    task = find_bulk_task(call.site, call.caller, taskId)
    processed, failed = task.result["processedIssues"], task.result["failedIssues"]

    def hidden(issue_id: str) -> bool:
        issue = call.site.issues.get(issue_id)
        return issue is not None and not may_see(call.site, call.caller, issue)

    seen = [one for one in processed if not hidden(str(one))]
    seen_failed = {one: why for one, why in failed.items() if not hidden(one)}
    total = len(processed) + len(failed)
    time = int(task.submitted.timestamp() * 1000)
    submitter = task.submitted_by
    content: Json = {
        "taskId": task.id,
        "status": task.status,
        "progressPercent": task.progress,
        **({} if submitter is None else {"submittedBy": {"accountId": submitter.account_id}}),
        "created": time,
        "started": time,
        "updated": time,
        "processedAccessibleIssues": seen,
        "invalidOrInaccessibleIssueCount": total - len(seen) - len(seen_failed),
        "totalIssueCount": total,
    }
    return {**content, "failedAccessibleIssues": seen_failed} if seen_failed else content

"""`bulk/issues` and `bulk/queue/{taskId}`: one change of many issues, and how far it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any

from marshmallow import Schema, fields, validate

from jira_linkfake.jira.bulk import rules
from jira_linkfake.jira.bulk.as_json import editable_json
from jira_linkfake.jira.bulk.rules import Outcome, ToEdit, find_bulk_task
from jira_linkfake.jira.evidence import REFERENCE
from jira_linkfake.jira.fields.field import WAYS_IN_BULK, Field, FieldUpdate, RichText
from jira_linkfake.jira.fields.registry import field_of
from jira_linkfake.jira.issues.rules import MandatoryValue
from jira_linkfake.jira.permissions.sight import sight
from jira_linkfake.jira.reader import Json, milliseconds, number_of
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.tasks.rules import carry_out
from jira_linkfake.rest.body import Closed, Flag, Id, IdNumber, Open, Text
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


class _Value(Open):
    value = fields.Raw(required=True)
    retain = Flag()
    type = Text()


class _Values(Closed):
    fields_ = fields.Dict(keys=fields.String(), values=fields.Nested(_Value), required=True, data_key="fields")


class _Sources(Closed):
    issues = fields.List(Text(absent=""), required=True, data_key="issueIdsOrKeys")
    infer_fields = Flag("inferFieldDefaults", required=True)
    infer_subtasks = Flag("inferSubtaskTypeDefault", required=True)
    values = fields.List(fields.Nested(_Values), allow_none=True, load_default=None, data_key="targetMandatoryFields")
    # One workflow is for all issues, so that no status is wrong elsewhere, and none has a classification.
    infer_classifications = Flag("inferClassificationDefaults", required=True)
    infer_statuses = Flag("inferStatusDefaults", required=True)
    statuses = fields.Raw(allow_none=True, data_key="targetStatus")
    classifications = fields.Raw(allow_none=True, data_key="targetClassification")


class _ToMove(Closed):
    targets = fields.Dict(
        keys=fields.String(), values=fields.Nested(_Sources), required=True, data_key="targetToSourcesMapping"
    )
    send_notification = Flag("sendBulkNotification")


@operation("submitBulkMove", SUBMITTED, body=_ToMove)
def move(call: Call) -> Partly:
    """Move issues to other projects, types and parents."""
    wanted = [
        rules.ToMove(
            target=target,
            named=sources["issues"],
            subtasks_follow=sources["infer_subtasks"],
            values=None if sources["infer_fields"] else _mandatory(call, sources["values"] or ()),
        )
        for target, sources in call.content["targets"].items()
    ]
    return _submitted(call, "Bulk move", rules.move_issues(call.site, call.caller, wanted))


def _mandatory(call: Call, groups: Iterable[Mapping[str, Any]]) -> dict[str, MandatoryValue]:
    """Return the values of fields: a document, or the texts by which a field names what it holds."""
    return {
        field_id: MandatoryValue(
            value=RichText.of(said["value"], 3)
            if said["type"] == "adf"
            else _named_value(field_of(call.site, field_id), said["value"]),
            retain=said["retain"] is not False,
        )
        for group in groups
        for field_id, said in group["fields_"].items()
    }


_BY = {"string": None, "user": "accountId", "group": "name"}


def _named_value(field: Field, texts: object) -> object:
    """Return what texts name, as the field takes it when an issue is edited."""
    if not isinstance(texts, list):
        return texts
    if field.type == "number":
        return next((text if (number := number_of(str(text))) is None else number for text in texts), None)
    by = _BY.get((field.items if field.type == "array" else field.type) or "", "id")
    if field.type in ("date", "datetime", "any"):
        by = None
    values = [text if by is None else {by: text} for text in texts]
    return values if field.type == "array" else next(iter(values), None)


_Item = Mapping[str, Any]


def _object(**properties: fields.Field[Any]) -> type[Schema]:
    return Closed.from_dict(properties)


def _nested(**properties: fields.Field[Any]) -> fields.Nested:
    return fields.Nested(_object(**properties), allow_none=True, load_default=None)


def _list_of(**properties: fields.Field[Any]) -> fields.List[Any]:
    return fields.List(fields.Nested(_object(**properties)), allow_none=True, load_default=None)


def _of_fields(**properties: fields.Field[Any]) -> fields.List[Any]:
    return _list_of(fieldId=fields.String(required=True), **properties)


def _way() -> fields.String:
    return fields.String(required=True, validate=validate.OneOf(WAYS_IN_BULK))


def _set(field_id: str, value: object, *, verb: str = "set", selected: str | None = None) -> ToEdit:
    return ToEdit(selected=selected or field_id, field=field_id, updates=[FieldUpdate(verb=verb, value=value)])


def _several(item: _Item, values: Sequence[object]) -> ToEdit:
    way, field_id = item["bulkEditMultiSelectFieldOption"], item["fieldId"]
    if way in ("REPLACE", "REMOVE_ALL"):
        return _set(field_id, list(values) if way == "REPLACE" else [])
    updates = [FieldUpdate(verb=way.lower(), value=one) for one in values]
    return ToEdit(selected=field_id, field=field_id, updates=updates)


_NO_ID = (None, "-1")


def _by_id(value: _Item | None, name: str) -> Json | None:
    """Return what an id names, None for none: an id of -1 takes away what there is."""
    named = None if value is None else value[name]
    return None if named in _NO_ID else {"id": named}


def _cascading(item: _Item) -> Json | None:
    parent, child = _by_id(item["parentOptionValue"], "optionId"), _by_id(item["childOptionValue"], "optionId")
    return parent if parent is None or child is None else {**parent, "child": child}


_DAYS = ("%d/%b/%y", "%d-%m-%Y")  # as the reference has them, besides that of other operations


def _day(text: str) -> str | None:
    for form in _DAYS:
        with suppress(ValueError):
            return datetime.strptime(text, form).date().isoformat()
    return text or None


def _user(item: _Item | None) -> Json | None:
    return None if item is None else {"accountId": item["accountId"]}


def _group(item: _Item | None) -> Json | None:
    return {"name": item["groupName"]} if item and item["groupName"] else None


def _rich(item: _Item) -> RichText | None:
    document = None if item["richText"] is None else item["richText"]["adfValue"]
    return RichText.of(document, 3) if document else None


_KINDS: dict[str, tuple[fields.Field[Any], Callable[[_Item], ToEdit]]] = {
    "cascadingSelectFields": (
        _of_fields(parentOptionValue=_nested(optionId=IdNumber()), childOptionValue=_nested(optionId=IdNumber())),
        lambda item: _set(item["fieldId"], _cascading(item)),
    ),
    "clearableNumberFields": (
        _of_fields(value=fields.Raw(allow_none=True, load_default=None)),
        lambda item: _set(item["fieldId"], item["value"]),
    ),
    "colorFields": (
        _of_fields(color=_nested(name=Text())),
        lambda item: _set(item["fieldId"], (item["color"] or {}).get("name") or None),
    ),
    "datePickerFields": (
        _of_fields(date=_nested(formattedDate=Text(absent=""))),
        lambda item: _set(item["fieldId"], _day((item["date"] or {}).get("formattedDate", ""))),
    ),
    "dateTimePickerFields": (
        _of_fields(dateTime=_nested(formattedDateTime=Text())),
        lambda item: _set(item["fieldId"], (item["dateTime"] or {}).get("formattedDateTime") or None),
    ),
    "issueType": (
        _nested(issueTypeId=fields.String(required=True)),
        lambda item: _set("issuetype", {"id": item["issueTypeId"]}),
    ),
    "labelsFields": (
        _of_fields(
            bulkEditMultiSelectFieldOption=_way(),
            labels=_list_of(name=fields.String(required=True)),
            labelProperties=fields.Raw(),  # colours, which labels of issues do not have
        ),
        lambda item: _several(item, [one["name"] for one in item["labels"] or ()]),
    ),
    "multipleGroupPickerFields": (
        _of_fields(groups=_list_of(groupName=fields.String(required=True))),
        lambda item: _set(item["fieldId"], [_group(one) for one in item["groups"] or ()] or None),
    ),
    "multipleSelectClearableUserPickerFields": (
        _of_fields(users=_list_of(accountId=fields.String(required=True))),
        lambda item: _set(item["fieldId"], [_user(one) for one in item["users"] or ()] or None),
    ),
    "multipleSelectFields": (
        _of_fields(options=_list_of(optionId=IdNumber())),
        lambda item: _set(item["fieldId"], [_by_id(one, "optionId") for one in item["options"] or ()] or None),
    ),
    "multipleVersionPickerFields": (
        _of_fields(bulkEditMultiSelectFieldOption=_way(), versions=_list_of(versionId=Id())),
        lambda item: _several(item, [_by_id(one, "versionId") for one in item["versions"] or ()]),
    ),
    "multiselectComponents": (
        _nested(
            bulkEditMultiSelectFieldOption=_way(),
            fieldId=fields.String(required=True),
            components=_list_of(componentId=IdNumber(required=True)),
        ),
        lambda item: _several(item, [_by_id(one, "componentId") for one in item["components"] or ()]),
    ),
    "originalEstimateField": (
        _nested(originalEstimateField=fields.String(required=True)),
        lambda item: _set(
            "timetracking",
            {"originalEstimate": item["originalEstimateField"]},
            verb="edit",
            selected="timeoriginalestimate",
        ),
    ),
    "priority": (
        _nested(priorityId=fields.String(required=True)),
        lambda item: _set("priority", {"id": item["priorityId"]}),
    ),
    "richTextFields": (
        _of_fields(richText=_nested(adfValue=fields.Dict(allow_none=True, load_default=None))),
        lambda item: _set(item["fieldId"], _rich(item)),
    ),
    "singleGroupPickerFields": (
        _of_fields(group=_nested(groupName=Text())),
        lambda item: _set(item["fieldId"], _group(item["group"])),
    ),
    "singleLineTextFields": (
        _of_fields(text=Text()),
        lambda item: _set(item["fieldId"], item["text"] or None),
    ),
    "singleSelectClearableUserPickerFields": (
        _of_fields(user=_nested(accountId=fields.String(required=True))),
        lambda item: _set(item["fieldId"], _user(item["user"])),
    ),
    "singleSelectFields": (
        _of_fields(option=_nested(optionId=IdNumber())),
        lambda item: _set(item["fieldId"], _by_id(item["option"], "optionId")),
    ),
    "singleVersionPickerFields": (
        _of_fields(version=_nested(versionId=Id())),
        lambda item: _set(item["fieldId"], _by_id(item["version"], "versionId")),
    ),
    "status": (
        _nested(statusId=fields.String(required=True)),
        lambda item: _set("status", item["statusId"]),
    ),
    "timeTrackingField": (
        _nested(timeRemaining=fields.String(required=True)),
        lambda item: _set("timetracking", {"remainingEstimate": item["timeRemaining"]}, verb="edit"),
    ),
    "urlFields": (
        _of_fields(url=Text()),
        lambda item: _set(item["fieldId"], item["url"] or None),
    ),
}
"""What a bulk edit can have, each with what is done to a field; values of options are kept as they come."""


def _edits_in(content: Mapping[str, Any]) -> Iterator[ToEdit]:
    """Yield what a bulk edit does to each field."""
    for name, (_, edit_of) in _KINDS.items():
        items = content.get(name)
        for item in items if isinstance(items, list) else filter(None, [items]):
            yield edit_of(item)


class _ToEdit(Closed):
    issues = _names()
    selected = fields.List(Text(absent=""), required=True, data_key="selectedActions")
    values = fields.Nested(
        _object(**{name: kind for name, (kind, _) in _KINDS.items()}), required=True, data_key="editedFieldsInput"
    )
    send_notification = Flag("sendBulkNotification")


@operation("submitBulkEdit", SUBMITTED, body=_ToEdit)
def edit(call: Call) -> Partly:
    """Edit fields of issues."""
    content = call.content
    edits = list(_edits_in(content["values"]))
    outcome = rules.edit_issues(call.site, call.caller, content["issues"], content["selected"], edits)
    return _submitted(call, "Bulk edit", outcome)


_FIELDS_AT_ONCE = 50


@operation(
    "getBulkEditableFields",
    Success(200, "up to 50 of the fields that can be edited in all the issues", REFERENCE),
)
def list_fields(call: Call) -> Json:
    """Return the fields that can be edited in all of several issues, 50 at a time; the cursors are ids of fields."""
    named, text = call.names("issueIdsOrKeys"), call.query.get("searchText", "")
    issues, found = rules.fields_of_all(call.site, call.caller, named, text)
    ids = [one.id for one in found]
    first, last = 0, len(ids)
    after, before = call.query.get("startingAfter"), call.query.get("endingBefore")
    if after in ids:
        first = ids.index(after) + 1
    if before in ids:
        last = ids.index(before)
        first = max(first, last - _FIELDS_AT_ONCE)
    page = found[first : min(last, first + _FIELDS_AT_ONCE)]
    end = first + len(page)
    call.site.left_over = len(ids) - end
    return {
        "fields": [editable_json(call, one, issues) for one in page],
        **({"startingAfter": ids[end - 1]} if page and end < len(ids) else {}),
        **({"endingBefore": ids[first]} if page and first else {}),
    }


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

    sees = sight(call.site, call.caller)

    def hidden(issue_id: str) -> bool:
        issue = call.site.issues.get(issue_id)
        return issue is not None and not sees(issue)

    seen = [one for one in processed if not hidden(str(one))]
    seen_failed = {one: why for one, why in failed.items() if not hidden(one)}
    total = len(processed) + len(failed)
    time = milliseconds(task.submitted)
    submitter = task.submitted_by
    content: Json = {
        "taskId": task.id,
        "status": task.status,
        "progressPercent": task.progress,
        **({} if submitter is None else {"submittedBy": {"accountId": submitter.account_id}}),
        "created": time,
        "started": time,
        "updated": time,
    }
    if task.is_under_way:
        return content
    content |= {
        "processedAccessibleIssues": seen,
        "invalidOrInaccessibleIssueCount": total - len(seen) - len(seen_failed),
        "totalIssueCount": total,
    }
    return {**content, "failedAccessibleIssues": seen_failed} if seen_failed else content

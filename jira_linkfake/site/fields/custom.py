"""Custom fields, whose values are kept as they are given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from jira_linkfake.site.fields.catalogue import described
from jira_linkfake.site.fields.field import Editing, Field, Operation, Told
from jira_linkfake.site.model import Change, Issue
from jira_linkfake.site.refusals import Refused
from jira_linkfake.site.refusals.fields import OperationUnknown
from jira_linkfake.site.store import Site

_TELLING = ("value", "name", "displayName", "key")


class CustomField(Field):
    """A custom field; one that holds a list also takes single values and gives them up."""

    operations = ("add", "set", "remove")

    def changed(self, editing: Editing, issue: Issue, operation: Operation) -> Issue:
        """Return an issue with another value of the field, or without one."""
        value = operation.value
        if operation.verb != "set":
            value = self._with_or_without(editing.site, issue.custom_fields.get(self.id), operation)
        others = {name: value for name, value in issue.custom_fields.items() if name != self.id}
        return replace(issue, custom_fields=others if value is None else {**others, self.id: value})

    def told(self, site: Site, issue: Issue) -> Told:  # noqa: ARG002 - as all fields
        """Return how history tells the value."""
        return None, _text(issue.custom_fields.get(self.id))

    def change(self, site: Site, before: Issue, after: Issue) -> Change | None:
        """Return what history tells of the field, as of one that is not Jira's own."""
        if before.custom_fields.get(self.id) == after.custom_fields.get(self.id):
            return None
        was, now = self.told(site, before), self.told(site, after)
        return Change(
            field=described(site, self.id).name, field_id=self.id, custom=True, from_text=was[1], to_text=now[1]
        )

    def _with_or_without(self, site: Site, values: object, operation: Operation) -> list[object]:
        if not isinstance(values, (list, tuple)):
            name = described(site, self.id).name
            raise Refused(OperationUnknown(field=self.id, name=name, verb=operation.verb, supported="set"))
        others = [one for one in values if one != operation.value]
        return [*others, operation.value] if operation.verb == "add" else others


def _text(value: object) -> str | None:
    """Return how a value reads, whatever it is."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, (list, tuple)):
        return ", ".join(_text(one) or "" for one in value)
    if isinstance(value, Mapping):
        return next((str(value[name]) for name in _TELLING if name in value), str(dict(value)))
    return str(value)

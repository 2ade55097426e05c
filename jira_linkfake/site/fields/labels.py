"""Labels."""

from __future__ import annotations

from dataclasses import replace

from jira_linkfake.site.fields.field import Editing, Field, Operation, Told
from jira_linkfake.site.model import Issue
from jira_linkfake.site.refusals import Refused
from jira_linkfake.site.refusals.fields import LabelWithSpaces, NotList, NotText
from jira_linkfake.site.store import Site


class Labels(Field):
    """The labels, each without a space, in their order."""

    operations = ("add", "set", "remove")

    def changed(self, editing: Editing, issue: Issue, operation: Operation) -> Issue:  # noqa: ARG002 - as all fields
        """Return an issue with other labels, or with one more or less."""
        if operation.verb == "set":
            return replace(issue, labels=self._all_of(operation.value))
        label = self._label(operation.value)
        labels = tuple(one for one in issue.labels if one != label)
        if operation.verb == "add":
            labels = issue.labels if label in issue.labels else (*issue.labels, label)
        return replace(issue, labels=labels)

    def told(self, site: Site, issue: Issue) -> Told:  # noqa: ARG002 - as all fields
        """Return how history tells the labels."""
        return "", " ".join(issue.labels)

    def _all_of(self, value: object) -> tuple[str, ...]:
        if value is None:
            return ()
        if not isinstance(value, (list, tuple)):
            raise Refused(NotList(field=self.id))
        return tuple(dict.fromkeys(self._label(one) for one in value))

    def _label(self, value: object) -> str:
        if not isinstance(value, str):
            raise Refused(NotText(field=self.id))
        if not value or any(letter.isspace() for letter in value):
            raise Refused(LabelWithSpaces(label=value))
        return value

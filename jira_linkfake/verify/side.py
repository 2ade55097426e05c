"""One of the two that are held against each other: a site or its twin, with what the run made there."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from jira_linkfake.rest.gateway import BELOW
from jira_linkfake.verify.site_client import Headers, LostReplyError, Reply, SiteClient
from jira_linkfake.verify.step import NotTriedError, Step, address, as_bytes, filled

LABEL = "jira-linkfake-verify"
"""The label of every issue that any run made; each run has one of its own besides, which begins with it."""


class Side:
    """A site or its twin: `names` is what requests name there, and `label` that of the run.

    `required` are values that a new issue must have there besides a summary; `unfillable` says why there are none.
    """

    def __init__(self, client: SiteClient, base: str, *, version: str, label: str, names: Mapping[str, Any]) -> None:
        self.client = client
        self.base = base
        self.version = version
        self.label = label
        self.is_at_gateway = BELOW in f"{urlsplit(base).path}/"
        self.names: dict[str, Any] = {**names, "label": label, "base": base}
        self._lasting = dict(self.names)
        self.known: set[str] = set()
        self.failed: dict[str, str] = {}
        self.required: Mapping[str, Any] = {}
        self.unfillable = ""
        self.serial = 0
        self.permissions: Mapping[tuple[str, str], Mapping[str, bool]] = {}
        self.changes_the_site = False
        self._undo: list[Callable[[], None]] = []
        self._at_the_end: list[Callable[[], None]] = []

    def send(self, step: Step) -> Reply:
        """Send a step's request."""
        body = step.body
        if step.is_new_issue:
            body = self._with_required_fields(filled(body, self.names, self.version))
        version = step.version or self.version
        where = address(step.path, step.query, self.names, version)
        headers = {name: filled(value, self.names, version) for name, value in step.headers.items()}
        return self.client.ask(
            step.method, where, as_bytes(body, self.names, version), caller=step.caller, headers=headers
        )

    def _with_required_fields(self, body: Any) -> Any:
        if "issueUpdates" in body:
            return {**body, "issueUpdates": [self._with_required_fields(one) for one in body["issueUpdates"]]}
        return {**body, "fields": {**self.fields, **body["fields"]}}

    @property
    def fields(self) -> Mapping[str, Any]:
        """The values that a new issue must have; raises `NotTriedError` where there is none for a field."""
        if self.unfillable:
            raise NotTriedError(self.unfillable)
        return self.required

    def may(self, caller: str, permission: str, *, other: bool = False) -> bool | None:
        """Say whether a caller has a permission in the project, or in the other one; None where nobody told."""
        key = self.names.get("other_project" if other else "project")
        return self.permissions.get((caller, str(key)), {}).get(permission)

    def ask(
        self, method: str, path: str, body: Any = None, *, caller: str = "user", headers: Headers | None = None
    ) -> Reply:
        """Send a request of the run's own, whose path and body are as those of steps."""
        where = address(path, {}, self.names, self.version)
        return self.client.ask(method, where, as_bytes(body, self.names, self.version), caller=caller, headers=headers)

    def look(self, path: str, **query: Any) -> Any:
        """Return the JSON of what is there; raises `NotTriedError` where the site does not tell."""
        reply = self.client.ask("GET", address(path, query, self.names, self.version))
        if reply.status != HTTPStatus.OK:
            raise NotTriedError(f"GET {path.partition('?')[0]} was answered {reply.status}")
        if reply.json is None:
            raise NotTriedError(f"GET {path.partition('?')[0]} was answered with what is not JSON")
        return reply.json

    def make(
        self,
        method: str,
        path: str,
        body: Any = None,
        *,
        look_up: Callable[[], Any] | None = None,
        headers: Headers | None = None,
    ) -> Any:
        """Make something and return the JSON of the answer; raises `NotTriedError` where the site does not.

        Where the reply is lost, what was made is looked up, and never made again.
        """
        try:
            reply = self.ask(method, path, body, headers=headers)
            if reply.body and reply.json is None:
                raise LostReplyError(f"{method} {path} was answered {reply.status} with what is not JSON")
        except LostReplyError as lost:
            found = None if look_up is None else look_up()
            if found is None:
                raise NotTriedError(f"{lost}, and what it makes was not found") from None
            return found
        if reply.status >= HTTPStatus.MULTIPLE_CHOICES:
            raise NotTriedError(f"{method} {path}, which it needs, was answered {reply.status}")
        return reply.json

    def remove(self, path: str, *, for_run: bool = False, method: str = "DELETE") -> None:
        """Remove something once the step, or the run, is over; it may be gone by then."""
        where = str(filled(path, self.names, self.version))
        (self._at_the_end if for_run else self._undo).append(lambda: self._remove(where, method))

    def remove_named(self, listed: str, name: str, path: str, *, for_run: bool = False) -> None:
        """Remove what a list has under a name once the step, or the run, is over; `path` is where an `{id}` is.

        Said before something is made, it goes also where nobody learns its id, and before all that was there then.
        """
        where = str(filled(listed, self.names, self.version))
        (self._at_the_end if for_run else self._undo).append(lambda: self._remove_named(where, name, path))

    def learn(self, names: Mapping[str, Any]) -> None:
        """Name something for the whole run; what a step names is forgotten with it."""
        self._lasting |= names
        self.names |= names

    def clear_up(self) -> None:
        """Remove what was made for a step, the last first, and forget its names."""
        _do_all(self._undo)
        self.names = dict(self._lasting)

    def clear_up_all(self) -> None:
        """Remove what was made for steps and for the run."""
        self.clear_up()
        _do_all(self._at_the_end)

    def listed(self, path: str) -> list[dict[str, Any]]:
        """Return what there is in a list, nothing where the site does not tell."""
        try:
            found = self.look(path)
        except NotTriedError:
            return []
        if isinstance(found, dict):
            found = next((one for one in found.values() if isinstance(one, list)), [])
        return [one for one in found if isinstance(one, dict)]

    def _remove_named(self, listed: str, name: str, path: str) -> None:
        for one in self.listed(listed):
            if one.get("name") == name:
                self._remove(path.replace("{id}", id_of(one)))

    def _remove(self, path: str, method: str = "DELETE") -> None:
        with suppress(LostReplyError):  # what is left is looked for by its label
            self.ask(method, path)


def id_of(thing: Mapping[str, Any]) -> str:
    """Return the id of something, which of a webhook its address alone has."""
    return str(thing["id"]) if "id" in thing else str(thing.get("self")).rpartition("/")[2]


def _do_all(stack: list[Callable[[], None]]) -> None:
    """Do what is to be done, the last first; what an interrupt ended stays to be done."""
    while stack:
        stack[-1]()
        stack.pop()

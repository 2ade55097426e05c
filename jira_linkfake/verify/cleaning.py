"""What a run leaves behind is removed: what it knows of, and whatever has its label."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from http import HTTPStatus
from typing import Any

from jira_linkfake.verify.needs import BEARERS, OWN_RESOLUTION, issues_labelled
from jira_linkfake.verify.side import LABEL, Side, id_of
from jira_linkfake.verify.site_client import LostReplyError, TroubleError
from jira_linkfake.verify.step import NotTriedError

_LOOKS = 10
"""How often search is asked for what it may not know of yet."""

_BOARD = "/rest/agile/1.0/board/{id}"
_NAMED = (
    ("project", "project/{key}?enableUndo=false"),
    ("project/{project}/versions", "version/{id}"),
    ("project/{project}/components", "component/{id}"),
    ("project/{other_project}/versions", "version/{id}"),
    (f"/rest/agile/1.0/board?name={LABEL}", _BOARD),
    ("permissionscheme", "permissionscheme/{id}"),
    ("filter/my", "filter/{id}"),
    ("resolution", OWN_RESOLUTION),
    ("field", "field/{id}"),
    ("issueLinkType", "issueLinkType/{id}"),
    ("projectCategory", "projectCategory/{id}"),
    ("/rest/webhooks/1.0/webhook", "/rest/webhooks/1.0/webhook/{id}"),
    (f"groups/picker?query={LABEL}", "group?groupname={name}"),
)
"""Where what runs make has its label in its name: the list, and the address of one."""

_INSIDE = {_BOARD: (f"{_BOARD}/sprint", "/rest/agile/1.0/sprint/{id}")}
"""The same for what is found by way of such a thing alone, and is to go first."""

_GONE = (HTTPStatus.OK, HTTPStatus.NO_CONTENT, HTTPStatus.SEE_OTHER, HTTPStatus.NOT_FOUND)


def clean_up(side: Side, label: str = LABEL, *, patience: float = 1.0) -> list[str]:
    """Remove what has a label, or one that begins with it, and return what could not be removed.

    Search is asked again after `patience` seconds, more each time, until it knows of nothing twice: it may be behind.
    """
    _bring_back(side, label)
    left = {what for what, path in _named_so(side, label) if not _delete(side, path)}
    for bearer, _ in BEARERS.values():
        for key in (LABEL, f"{LABEL}-other"):
            _delete(side, bearer.replace("{key}", key))
    _delete(side, f"mypreferences?key={LABEL}")
    return sorted(left | _issues_left(side, label, patience))


def _bring_back(side: Side, label: str) -> None:
    """Bring archived projects back, which nobody finds or deletes before that."""
    for one in side.listed("project/search?status=archived"):
        if str(one.get("name")).startswith(label):
            with suppress(LostReplyError, NotTriedError):
                side.ask("POST", f"project/{one['key']}/restore")


def _issues_left(side: Side, label: str, patience: float) -> set[str]:
    """Delete the issues that have a label, and return the keys of those that are still there."""
    left: set[str] = set()
    empty = 0
    for look in range(_LOOKS):
        found = [key for key in _found(side, label) if key not in left]
        left |= {key for key in found if not _delete(side, f"issue/{key}?deleteSubtasks=true")}
        empty = 0 if found else empty + 1
        if empty == 2:
            break
        side.client.sleep(patience * (look + 1))
    return left


def _named_so(side: Side, label: str) -> Iterator[tuple[str, str]]:
    """Yield what is named by a label, and its address."""
    for listed, address in _NAMED:
        for one in side.listed(listed) if "{other_" not in listed or "other_project" in side.names else ():
            yield from _with_what_is_inside(side, label, address, one)


def _with_what_is_inside(side: Side, label: str, address: str, one: dict[str, Any]) -> Iterator[tuple[str, str]]:
    name = str(one.get("name"))
    if not name.startswith(label):
        return
    if address in _INSIDE:
        listed, of_inner = _INSIDE[address]
        for inner in side.listed(_filled(listed, one)):
            yield from _with_what_is_inside(side, label, of_inner, inner)
    yield name, _filled(address, one)


def _filled(address: str, one: dict[str, Any]) -> str:
    address = address.replace("{id}", id_of(one))
    for key in ("key", "name"):
        address = address.replace(f"{{{key}}}", str(one.get(key)))
    return address


def _found(side: Side, label: str) -> list[str]:
    try:
        return [str(one["key"]) for one in issues_labelled(side, label)]
    except NotTriedError as error:
        raise TroubleError(f"what the run left cannot be looked for: {error}") from None


def _delete(side: Side, path: str) -> bool:
    """Delete something, and say whether it is gone."""
    for _ in range(2):
        try:
            return side.ask("DELETE", path).status in _GONE
        except (LostReplyError, NotTriedError):
            continue
    return False

"""`resolution`: the site's resolutions."""

from __future__ import annotations

from marshmallow import fields, missing

from jira_linkfake.jira.evidence import REFERENCE, chosen
from jira_linkfake.jira.reader import Json
from jira_linkfake.jira.resolutions import rules
from jira_linkfake.jira.resolutions.finding import find_resolution
from jira_linkfake.jira.tasks.rest import STARTED, at_task
from jira_linkfake.jira.workflow.as_json import resolution_json
from jira_linkfake.jira.workflow.model import Resolution
from jira_linkfake.rest.body import Closed, Id, Open, Text
from jira_linkfake.rest.call import Call, Page, SeeOther
from jira_linkfake.rest.operations import Success, operation


class _Resolution(Open):
    name = Text()
    description = Text()


class _Default(Closed):
    id = Id(absent=missing)  # null is no resolution, which is not the same as nothing


class _Order(Closed):
    ids = fields.List(Id(), required=True)
    after = Id()
    position = Text()


@operation("getResolutions", Success(200, "every resolution", REFERENCE))
def list_all(call: Call) -> list[Json]:
    """Return every resolution."""
    return [resolution_json(one, call.api) for one in call.site.resolutions.values()]


@operation("searchResolutions", Success(200, "a page of the resolutions", REFERENCE))
def search(call: Call) -> Json:
    """Return a page of the resolutions, of those alone that the query names, or of the default one."""
    page = Page.of(call, default=50)
    ids = call.names("id")
    found = [one for one in call.site.resolutions.values() if not ids or one.id in ids]
    if call.flag("onlyDefault"):
        found = [one for one in found if _is_default(call, one)]
    return page.bean(call, "resolution/search", found, lambda one: _in_page(call, one))


@operation("getResolution", Success(200, "the object of the list", chosen("as the list has it")))
def read(call: Call, id: str) -> Json:
    """Return one resolution."""
    return resolution_json(find_resolution(call.site, id), call.api)


@operation("createResolution", Success(201, "the new resolution's id", REFERENCE), body=_Resolution)
def create(call: Call) -> Json:
    """Make a resolution."""
    content = call.content
    return {"id": rules.create_resolution(call.site, call.caller, content["name"], content["description"]).id}


@operation("updateResolution", Success(204, "empty", REFERENCE), body=_Resolution)
def update(call: Call, id: str) -> None:
    """Change a resolution."""
    rules.update_resolution(call.site, call.caller, id, call.content["name"], call.content["description"])


@operation("setDefaultResolution", Success(204, "empty", REFERENCE), body=_Default)
def set_default(call: Call) -> None:
    """Let a resolution be the default one, or none."""
    rules.set_default_resolution(call.site, call.caller, call.content.get("id", ""))


@operation("deleteResolution", STARTED)
def delete(call: Call, id: str) -> SeeOther:
    """Delete a resolution; `replaceWith` names the one that its issues have then."""
    return at_task(call, rules.delete_resolution(call.site, call.caller, id, call.query.get("replaceWith", "")))


@operation("moveResolutions", Success(204, "empty", REFERENCE), body=_Order)
def move(call: Call) -> None:
    """Change the order of the resolutions."""
    content = call.content
    rules.move_resolutions(call.site, call.caller, content["ids"], content["after"], content["position"])


def _in_page(call: Call, resolution: Resolution) -> Json:
    return {**resolution_json(resolution, call.api), "isDefault": _is_default(call, resolution)}


def _is_default(call: Call, resolution: Resolution) -> bool:
    return resolution.id == call.site.default_resolution

"""What a site says of itself: what its twin is made from, and what requests there can name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any

from jira_linkfake.jira.boards.model import Role, software_role
from jira_linkfake.jira.fields.model import CUSTOM_FIELD_TYPES
from jira_linkfake.jira.permissions.model import PERMISSIONS, PROJECT_PERMISSIONS
from jira_linkfake.verify.side import Side
from jira_linkfake.verify.site_client import TroubleError
from jira_linkfake.verify.step import NotTriedError, as_document

NEEDED = ("BROWSE_PROJECTS", "CREATE_ISSUES", "DELETE_ISSUES", "LINK_ISSUES")
"""What the caller must be allowed, so that steps can be tried and nothing is left behind."""


@dataclass(kw_only=True)
class Survey:
    """What a site told, each as its JSON; what it did not tell is empty."""

    server: Mapping[str, Any] = field(default_factory=dict)
    me: Mapping[str, Any] = field(default_factory=dict)
    second: Mapping[str, Any] = field(default_factory=dict)
    projects: dict[str, Mapping[str, Any]] = field(default_factory=dict)
    permissions: dict[tuple[str, str], Mapping[str, bool]] = field(default_factory=dict)
    link_types: Sequence[Mapping[str, Any]] = ()
    types: Sequence[Mapping[str, Any]] = ()
    statuses: Sequence[Mapping[str, Any]] = ()
    priorities: Sequence[Mapping[str, Any]] = ()
    resolutions: Sequence[Mapping[str, Any]] = ()
    configuration: Mapping[str, Any] = field(default_factory=dict)
    groups: Mapping[str, str] = field(default_factory=dict)
    roles: Mapping[str, str] = field(default_factory=dict)
    role_names: Sequence[str] = ()
    levels: Sequence[Mapping[str, Any]] = ()
    fields: Sequence[Mapping[str, Any]] = ()
    required: Sequence[Mapping[str, Any]] = ()
    takes_any_credentials: bool = False

    @property
    def is_english(self) -> bool:
        """Whether the account gets Jira's words in English."""
        return str(self.me.get("locale") or "en").startswith("en")

    @property
    def software_fields(self) -> dict[Role, str]:
        """The ids of Jira Software's fields of issues by what they are, as far as the site has them."""
        roles = ((software_role(str(one.get("name")), _kind_of(one)), str(one["id"])) for one in self.fields)
        return {role: field_id for role, field_id in roles if role is not None}

    def lacks(self, project: str) -> list[str] | None:
        """Return the needed permissions that the caller does not have, None where the site does not tell."""
        told = self.permissions.get(("user", project))
        return None if not told else [key for key in NEEDED if not told.get(key)]


def survey(side: Side, projects: Sequence[str]) -> Survey:
    """Ask a site about itself; raises `TroubleError` where the user or a project is not known there."""
    found = Survey(server=_told(side, "serverInfo", {}))
    found.me = _must(side, "myself", "who the user is: are JIRA_EMAIL and JIRA_TOKEN right?")
    for given in projects:
        told = _must(side, f"project/{given}", f"of a project {given} that the user may see")
        found.projects[str(told["key"])] = told
    projects = list(found.projects)
    for key in projects:
        of_user = _permissions(side, "user", key)
        callers = [one for one in ("second", "nobody") if side.client.knows(one)] if of_user else []
        found.permissions |= {("user", key): of_user, **{(one, key): _permissions(side, one, key) for one in callers}}
    if side.client.knows("second"):
        found.second = side.ask("GET", "myself", caller="second").json or {}
    found.takes_any_credentials = side.ask("GET", "myself", caller="wrong").status == HTTPStatus.OK
    found.link_types = _told(side, "issueLinkType", {}).get("issueLinkTypes", [])
    found.types = _types(side, found.projects[projects[0]])
    found.statuses = _told(side, "status", [])
    found.priorities = _told(side, "priority", [])
    found.resolutions = _told(side, "resolution", [])
    found.configuration = _told(side, "configuration", {})
    found.groups = _groups(side, found.me)
    found.role_names = list(_told(side, f"project/{projects[0]}/role", {}))
    found.roles = _roles(side, projects[0], found.me)
    found.levels = _told(side, f"project/{projects[0]}/securitylevel", {}).get("levels", [])
    found.fields = _told(side, "field", [])
    found.required = _required(side, projects[0], _of_types(found.types)["type_id"])
    return found


_ALWAYS_SET = frozenset({"summary", "project", "issuetype", "reporter"})


def _required(side: Side, project: str, type_id: str | None) -> Sequence[Mapping[str, Any]]:
    """Return the fields that a new issue must have besides those that it always has, as the site describes them."""
    page = _told(side, f"issue/createmeta/{project}/issuetypes/{type_id}", {})
    told = [one for one in page.get("fields", page.get("values", ())) if one.get("required")]
    return [one for one in told if not one.get("hasDefaultValue") and one.get("fieldId") not in _ALWAYS_SET]


def values_of_required(found: Survey, version: str) -> tuple[dict[str, Any], str]:
    """Return a value for each field that a new issue must have, and why there is none for one, if so."""
    values: dict[str, Any] = {}
    for one in found.required:
        value = _value_of(one, version)
        if value is None:
            return {}, f"a new issue must have {one.get('name')!r}, for which the run has no value"
        values[str(one["fieldId"])] = value
    return values, ""


_VALUES: dict[str, Any] = {"string": "x", "number": 1, "date": "2026-01-02", "datetime": "2026-01-02T03:04:05.000+0000"}


def _value_of(field: Mapping[str, Any], version: str) -> Any:
    """Return a value that a field takes: one that it allows, or one of its type; None where neither is known."""
    schema = field.get("schema") or {}
    kind = schema.get("type")
    allowed = field.get("allowedValues")
    one = (
        {"id": str(allowed[0]["id"])}
        if allowed
        else _VALUES.get(str(schema.get("items" if kind == "array" else "type")))
    )
    if one is None:
        return None
    if one == "x" and version != "2" and _is_rich(schema):
        return as_document("x")
    return [one] if kind == "array" else one


def _is_rich(schema: Mapping[str, Any]) -> bool:
    return schema.get("system") in ("description", "environment") or str(schema.get("custom")).endswith(":textarea")


def _groups(side: Side, me: Mapping[str, Any]) -> Mapping[str, str]:
    """Return the name of a group that the user is in, and of one that they are not in, as far as the site tells."""
    all_names = [str(one["name"]) for one in _told(side, "groups/picker?maxResults=50", {}).get("groups", ())]
    mine = [str(one["name"]) for one in _told(side, f"user/groups?accountId={me.get('accountId')}", [])]
    others = [name for name in all_names if name not in mine]
    return {**({"my_group": mine[0]} if mine else {}), **({"group_of_others": others[0]} if others else {})}


def _roles(side: Side, project: str, me: Mapping[str, Any]) -> Mapping[str, str]:
    """Return the same of the roles of a project; who is in one by a group is not looked for."""
    found: dict[str, str] = {}
    for name, address in _told(side, f"project/{project}/role", {}).items():
        role = _told(side, f"project/{project}/role/{str(address).rpartition('/')[2]}", {})
        actors = role.get("actors")
        if not isinstance(actors, list) or any("actorGroup" in one for one in actors):
            continue
        is_mine = any((one.get("actorUser") or {}).get("accountId") == me.get("accountId") for one in actors)
        found.setdefault("my_role" if is_mine else "role_of_others", name)
    return found


def _types(side: Side, project: Mapping[str, Any]) -> Sequence[Mapping[str, Any]]:
    types: Sequence[Mapping[str, Any]] = project.get("issueTypes") or _told(side, "issuetype", [])
    return types


def _must(side: Side, path: str, what: str) -> Mapping[str, Any]:
    reply = side.ask("GET", path)
    if reply.status != HTTPStatus.OK or not isinstance(reply.json, dict):
        raise TroubleError(f"the site does not tell {what} (GET {path} was answered {reply.status})")
    return dict(reply.json)


def _told(side: Side, path: str, otherwise: Any) -> Any:
    """Return what a site tells at a path; where it does not, or tells something else, nothing."""
    try:
        told = side.look(path)
    except NotTriedError:
        return otherwise
    return told if isinstance(told, type(otherwise)) else otherwise


def _permissions(side: Side, caller: str, project: str) -> Mapping[str, bool]:
    for keys in (PERMISSIONS, NEEDED):
        path = f"mypermissions?projectKey={project}&permissions={','.join(keys)}"
        where = f"/rest/api/{side.version}/{path}"
        reply = side.client.ask("GET", where, caller=caller)
        told = reply.json.get("permissions") if isinstance(reply.json, dict) else None
        if reply.status == HTTPStatus.OK and isinstance(told, dict):
            return {key: bool(one.get("havePermission")) for key, one in told.items()}
        if reply.status == HTTPStatus.NOT_FOUND and caller != "user":
            return dict.fromkeys(PROJECT_PERMISSIONS, False)
    return {}


def names_in(found: Survey) -> dict[str, Any]:
    """Return what requests can name, by the names that steps have for it."""
    project, *others = found.projects.values()
    names = {
        "me": found.me.get("accountId") or found.me.get("name"),
        "my_name": found.me.get("displayName"),
        "my_email": found.me.get("emailAddress") or "somebody@example.com",
        **_named("project", project, "key"),
        "project_name": project["name"],
        "project_type": project.get("projectTypeKey"),
        "style": "next-gen" if project.get("simplified") else "classic",
        "project_lower": project["key"].lower(),
        "project_number": int(project["id"]),
        **_named("link_type", _link_type(found.link_types)),
        **{phrase: _link_type(found.link_types).get(phrase) for phrase in ("inward", "outward")},
        **_of_types(found.types),
        **found.groups,
        **found.roles,
        **_named("priority", _first(found.priorities)),
        **_fields_in(found),
        **_named("status", _first(found.statuses)),
        **_named("resolution", _first(found.resolutions)),
    }
    if others:
        names |= _named("other_project", others[0], "key")
        names |= {"other_type_id": _of_types(others[0].get("issueTypes") or found.types)["type_id"]}
    if found.second:
        names |= {"second": found.second.get("accountId"), "second_name": found.second.get("displayName")}
    return {name: value for name, value in names.items() if value is not None}


def _fields_in(found: Survey) -> dict[str, Any]:
    known = custom_fields(found)
    field = _first(known)
    required = [one for one in found.required if one.get("fieldId") in {each.get("id") for each in known}]
    return {
        "custom_field": field.get("id"),
        "custom_field_name": field.get("name"),
        "required_field": _first(required).get("fieldId"),
    }


def custom_fields(found: Survey) -> list[Mapping[str, Any]]:
    """Return the custom fields of kinds that ours has too, without those of Jira Software."""
    software = found.software_fields.values()
    return [one for one in found.fields if type_of_field(one) is not None and one.get("id") not in software]


def _kind_of(field: Mapping[str, Any]) -> str:
    return str((field.get("schema") or {}).get("custom", ""))


def type_of_field(field: Mapping[str, Any]) -> str | None:
    """Return what `add_field` calls the type of a custom field, None for one that it does not have."""
    kind = _kind_of(field).rpartition(":")[2]
    return next((name for name, (_, _, one) in CUSTOM_FIELD_TYPES.items() if one == kind), None)


def _named(name: str, thing: Mapping[str, Any], by: str = "name") -> dict[str, Any]:
    return {name: thing.get(by), f"{name}_id": None if thing.get("id") is None else str(thing["id"])}


def _first(things: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    return things[0] if things else {}


def _link_type(types: Sequence[Mapping[str, Any]]) -> Mapping[str, Any]:
    """Return a type of links that reads differently from its two ends: Blocks where there is one."""
    turned = [one for one in types if one.get("inward") != one.get("outward")]
    return next((one for one in turned if one.get("name") == "Blocks"), _first(turned))


def _of_types(types: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Return a type of standard issues, of sub-tasks and of epics, as far as there are any."""
    standard = [one for one in types if not one.get("subtask") and one.get("hierarchyLevel", 0) == 0]
    usual = next((one for one in standard if one.get("name") == "Task"), _first(standard))
    return {
        **_named("type", usual),
        **_named("subtask_type", _first([one for one in types if one.get("subtask")])),
        **_named("epic_type", _first([one for one in types if one.get("hierarchyLevel", 0) > 0])),
    }

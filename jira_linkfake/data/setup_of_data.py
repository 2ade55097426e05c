"""What data says of a site besides its issues: its people, its projects and how work goes there."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, TypeVar

from jira_linkfake.data.format import ANY, CATEGORIES
from jira_linkfake.data.said import Loading, Said
from jira_linkfake.errors import UsageError, of_the_test
from jira_linkfake.jira.boards.fields import put_software_field
from jira_linkfake.jira.fields.model import IssueField
from jira_linkfake.jira.link_types.model import LinkType
from jira_linkfake.jira.people.model import DEFAULT_USER, Group, SecurityLevel, User
from jira_linkfake.jira.permissions.model import Grant
from jira_linkfake.jira.projects.model import Project, ProjectCategory, PutAway
from jira_linkfake.jira.projects.rules import put_away
from jira_linkfake.jira.site import Site
from jira_linkfake.jira.versions.model import RelatedWork
from jira_linkfake.jira.workflow.model import IN_PROGRESS, IssueType, Priority, Resolution, Status, Transition

__tracebackhide__ = of_the_test

Put = Callable[[Loading, Said], object]
_Thing = TypeVar("_Thing", LinkType, IssueType, Status, Priority, Resolution, ProjectCategory)


@contextmanager
def next_id(site: Site, kind: str, number: str | int | None) -> Iterator[None]:
    """Let the next thing of a kind have an id; those that come afterwards have higher ones than all before."""
    if number is None:
        yield
        return
    before = site.next_number(kind)
    site.give_next(kind, int(number))
    yield
    site.give_next(kind, max(before, int(number) + 1))


def require_free(things: Mapping[Any, Any], kind: str, thing_id: Any) -> None:
    """Raise `UsageError` for an id that a thing has already."""
    if thing_id is not None and thing_id in things:
        raise UsageError(f"the {kind} of the id {thing_id} is there already: {things[thing_id]}")


def require_said(said: Said, *attributes: str) -> None:
    """Raise `UsageError` where an attribute is missing of something that is told in part alone."""
    missing = [attribute for attribute in attributes if attribute not in said]
    if missing:
        raise UsageError(f"of what is gone, or in no project, it takes {' and '.join(missing)}")


# People


def _put_group(loading: Loading, said: Said) -> None:
    people, name = loading.site.people, said.get("name")
    if name in people.groups:
        return  # its members come to it
    require_free(people.groups_by_id, "group", said.get("id"))
    if "id" in said:
        people.add_group(Group(id=said.get("id"), name=name), ())
    else:
        loading.add_group(name)


def _put_user(loading: Loading, said: Said) -> None:
    people, name = loading.site.people, said.get("name")
    if said.get("removed"):
        require_said(said, "account_id")
        loading.former_users[said.get("account_id")] = _user_of(said, said.get("account_id"), None)
        people.has_added = True
        return
    there = people.users.get(name)
    if there is None:
        there = _new_user(loading, said)
    elif said.get("account_id", there.account_id) != there.account_id or said.get("token", there.token) != there.token:
        raise UsageError(f"the user {name!r} is there already, and is another one")
    for group in said.get("groups", []):
        people.join_group(group, there)
    if "preferences" in said:
        loading.site.preferences[there.account_id] = said.get("preferences")
    if "share_scope" in said:
        loading.site.share_scopes[there.account_id] = said.get("share_scope")


def _new_user(loading: Loading, said: Said) -> User:
    people = loading.site.people
    require_free(people.by_account_id, "user", said.get("account_id"))
    token = said.get("token") or (f"token-of-{said.get('name')}" if said.get("has_token") else None)
    user = loading.add_user(said.get("name"), **said.of("email", "scopes", "email_hidden"), token=token)
    if "account_id" in said:
        people.remove_user(user)
        user = replace(user, account_id=said.get("account_id"))
        people.add_user(user)
    return user


def _user_of(said: Said, account_id: str, token: str | None) -> User:
    scopes = said.get("scopes")
    return User(
        account_id=account_id,
        name=said.get("name"),
        email=said.get("email", ""),
        token=token,
        scopes=None if scopes is None else frozenset(scopes),
        email_hidden=said.get("email_hidden", False),
    )


def _put_members(loading: Loading, said: Said) -> None:
    people = loading.site.people
    for user in said.get("members", []):
        people.join_group(people.groups[said.get("name")], user)


def _put_role(loading: Loading, said: Said) -> None:
    people = loading.site.people
    if "project" not in said:
        require_said(said, "id")
        people.role_names[int(said.get("id"))] = said.get("name")
        return
    with next_id(loading.site, "role", said.get("id")):
        role = loading.add_role(said.get("name"), **said.of("project", "members"))
    if said.get("id") not in (None, str(role.id)):
        raise UsageError(f"the {role} has the id {role.id}, as in other projects")
    for member, actor_id in zip(said.get("members", []), said.get("actors", []), strict=False):
        people.number_actor(role, member, int(actor_id))


def _put_level(loading: Loading, said: Said) -> None:
    people, project = loading.site.people, said.get("project")
    require_free(people.levels, "security level", said.get("id"))
    if said.get("removed"):
        require_said(said, "id")
        level = SecurityLevel(id=said.get("id"), name=said.get("name"), project=project)
        people.add_level(level, said.get("members", []))
        loading.former_levels[level.id] = people.levels.pop(level.id)
        return
    with next_id(loading.site, "security level", said.get("id")):
        loading.add_security_level(said.get("name"), project=project, **said.of("members"))


def _put_permission(loading: Loading, said: Said) -> None:
    permission, project, denied = said.get("permission"), said.get("project"), said.get("deny", [])
    if "allow" not in said:
        loading.deny(permission, *denied, project=project)
        return
    loading.deny(permission, *denied, project=project)  # which says what is wrong with it
    grant = Grant(allowed=frozenset(said.get("allow")), denied=frozenset(denied))
    loading.site.grants.set(permission, project and project.key, grant)


def _put_scheme(loading: Loading, said: Said) -> None:
    """Put a permission scheme on the site; one that is there becomes what the data says."""
    site, schemes = loading.site, loading.site.grants.schemes
    grants, told = said.get("grants", {}), said.of("name", "description")
    by_name = {one.name: one for one in schemes.values()}
    there = schemes.get(int(said.get("id"))) if "id" in said else by_name.get(said.get("name"))
    if there is None:
        with next_id(site, "permission scheme", said.get("id")):
            scheme = site.grants.add(said.get("name"), said.get("description", ""), grants, said.get("made_for"))
    else:
        project = said.get("made_for", there.project)
        scheme = replace(there, **told, project=project, grants={**there.grants, **grants})
        site.grants.put(scheme)
    for project in said.get("projects", []):
        site.grants.assign(scheme, project.key)


# How work goes


def _put_link_type(loading: Loading, said: Said) -> None:
    site = loading.site
    there = _there(loading, said, "link_types", site.link_types)
    if there is None and said.get("removed"):
        return
    if there is None and not ("inward" in said and "outward" in said):
        raise UsageError(f"the link type {said.get('name')!r} is new: it takes inward and outward")
    new = LinkType(
        id=_id_of(site, "link type", said, there),
        name=said.get("name"),
        inward=said.get("inward", getattr(there, "inward", "")),
        outward=said.get("outward", getattr(there, "outward", "")),
    )
    if there is not None and there.id != new.id and any(row[0] == there.id for row in site.links.rows.values()):
        raise UsageError(f"the link type {there.name!r} has links, and the id {there.id}")
    _place(loading, said, "link_types", site.link_types, there, new)


def _put_issue_type(loading: Loading, said: Said) -> None:
    site = loading.site
    if "project" in said:
        return
    there = _there(loading, said, "issue_types", {one.id: one for one in site.shared_types()})
    new = _issue_type(site, said, there, None)
    _place(loading, said, "issue_types", site.issue_types, there, new)
    if there is not None and there != new:
        _swap(site, "type", there, new)
        for project in site.projects.values():
            if there.id in (project.types or ()):
                types = frozenset(new.id if one == there.id else one for one in project.types or ())
                site.projects.put(replace(project, types=types))


def _put_own_issue_type(loading: Loading, said: Said) -> None:
    site = loading.site
    if said.get("removed"):
        return
    if "project" not in said:  # it stands where the data has it
        found = _there(loading, said, "", {one.id: one for one in site.shared_types()})
        if found is not None:  # pragma: no branch - it was placed before
            site.issue_types[found.id] = site.issue_types.pop(found.id)
        return
    project = said.get("project")
    require_free(site.issue_types, "issue type", said.get("id"))
    own = _issue_type(site, said, None, project.id)
    site.issue_types[own.id] = own


def _issue_type(site: Site, said: Said, there: IssueType | None, project_id: str | None) -> IssueType:
    there = there or IssueType(id="", name="")
    return IssueType(
        id=_id_of(site, "issue type", said, there if there.id else None),
        name=said.get("name"),
        description=said.get("description", there.description),
        hierarchy_level=said.get("hierarchy_level", there.hierarchy_level),
        avatar_id=said.get("avatar_id", there.avatar_id),
        project_id=project_id,
    )


def _put_status(loading: Loading, said: Said) -> None:
    site = loading.site
    there = _there(loading, said, "statuses", site.statuses)
    category = CATEGORIES.get(said.get("category"), getattr(there, "category", IN_PROGRESS))
    new = Status(
        id=_id_of(site, "status", said, there),
        name=said.get("name"),
        category=category,
        description=said.get("description", getattr(there, "description", "")),
    )
    _place(loading, said, "statuses", site.statuses, there, new)
    if there is not None and there != new:
        _swap(site, "status", there, new)
        for transition_id, one in site.transitions.items():
            site.transitions[transition_id] = _leading(one, there, new)


def _leading(transition: Transition, there: Status, new: Status) -> Transition:
    sources = transition.sources
    return Transition(
        id=transition.id,
        name=transition.name,
        to=new if transition.to == there else transition.to,
        sources=None if sources is None else frozenset(new.id if one == there.id else one for one in sources),
        screen=transition.screen,
    )


def _put_priority(loading: Loading, said: Said) -> None:
    site = loading.site
    there = _there(loading, said, "priorities", site.priorities)
    before = there or Priority(id="", name="")
    new = Priority(
        id=_id_of(site, "priority", said, there),
        name=said.get("name"),
        description=said.get("description", before.description),
        color=said.get("color", before.color),
    )
    _place(loading, said, "priorities", site.priorities, there, new)
    _swap(site, "priority", there, new)


def _put_resolution(loading: Loading, said: Said) -> None:
    site = loading.site
    there = _there(loading, said, "resolutions", site.resolutions)
    new = Resolution(
        id=_id_of(site, "resolution", said, there),
        name=said.get("name"),
        description=said.get("description", getattr(there, "description", "")),
    )
    _place(loading, said, "resolutions", site.resolutions, there, new)
    _swap(site, "resolution", there, new)
    if said.get("default"):
        site.default_resolution = new.id


def _put_category(loading: Loading, said: Said) -> None:
    site = loading.site
    there = _there(loading, said, "project_categories", site.project_categories)
    new = ProjectCategory(
        id=_id_of(site, "category", said, there),
        name=said.get("name"),
        description=said.get("description", getattr(there, "description", "")),
    )
    _place(loading, said, "project_categories", site.project_categories, there, new)
    for project in site.projects.values():
        if there is not None and project.category == there:
            site.projects.put(replace(project, category=new))


def _there(loading: Loading, said: Said, table: str, things: Mapping[str, _Thing]) -> _Thing | None:
    """Return the thing of a table that data means: that of the id, or else of the name, unless data has placed it."""
    found = things.get(said.get("id", ""))
    named = (one for one in things.values() if one.name == said.get("name") and (table, one.id) not in loading.placed)
    return found or next(named, None)


def _id_of(site: Site, kind: str, said: Said, there: Any) -> str:
    if "id" in said:
        site.give_next(kind, max(site.next_number(kind), int(said.get("id")) + 1))
        return str(said.get("id"))
    return site.new_id(kind) if there is None else str(there.id)


def _place(
    loading: Loading, said: Said, table: str, things: dict[str, _Thing], there: _Thing | None, new: _Thing
) -> None:
    """Put a thing at the end of a table, in the place of the one that was there."""
    if there is not None:
        del things[there.id]
    if not said.get("removed"):
        things[new.id] = new
        loading.placed.add((table, new.id))


def _swap(site: Site, attribute: str, there: object, new: Any) -> None:
    """Let issues that have a value have the one that has come in its place."""
    if there is None or there == new:
        return
    for issue in [one for one in site.issues.values() if getattr(one, attribute) == there]:
        site.issues[issue.id] = replace(issue, **{attribute: new})


_TABLES: dict[str, tuple[str, str]] = {
    "link_types": ("link type", ""),
    "statuses": ("status", "status"),
    "priorities": ("priority", "priority"),
    "resolutions": ("resolution", "resolution"),
    "issue_types": ("issue type", "type"),
}


def make_room(site: Site, data: Mapping[str, Any]) -> None:
    """Give what a site has under the ids of other things of a data other ids, so that the data can keep its own."""
    for table, (kind, attribute) in _TABLES.items():
        names = {entry["id"]: entry["name"] for entry in data.get(table, ()) if "id" in entry}
        things = getattr(site, table)
        site.give_next(kind, max([site.next_number(kind), *(int(one) + 1 for one in names)]))
        for there in [one for one in things.values() if names.get(one.id, one.name) != one.name]:
            if any(row[0] == there.id for row in site.links.rows.values()) and not attribute:
                raise UsageError(f"the {kind} {there.name!r} has links, and the id {there.id} of {names[there.id]!r}")
            new = _with_id(there, site.new_id(kind))
            del things[there.id]
            things[new.id] = new
            if attribute:
                _swap(site, attribute, there, new)


def _with_id(thing: Any, thing_id: str) -> Any:
    if isinstance(thing, LinkType):
        return replace(thing, id=thing_id)
    return type(thing)(**{**vars(thing), "id": thing_id})


def _put_transition(loading: Loading, said: Said) -> None:
    require_free(loading.site.transitions, "transition", said.get("id"))
    with next_id(loading.site, "transition", said.get("id")):
        loading.add_transition(said.get("name"), **said.of("to", "sources", "screen", "required"))


def _put_field(loading: Loading, said: Said) -> None:
    site, field_id = loading.site, said.get("id")
    require_free(site.fields, "field", field_id)
    kind = said.get("type", "text")
    further = said.of("on_screens", "required")
    if "software" in said:
        made = _software_field(site, said)
        site.fields[made.id] = IssueField(**{**vars(made), **further, **said.of("searcher", "description")})
        return
    before = site.next_number("field")
    if field_id is not None:
        site.give_next("field", int(field_id.rpartition("_")[2]))
    made = loading.add_field(said.get("name"), type="text" if kind == ANY else kind, **further)
    if field_id is not None:
        site.give_next("field", before)  # the number of another one that is there is never given
    values = {name: getattr(made, name) for name in IssueField._fields}
    if kind == ANY:
        values |= {"type": ANY, "items": None, "custom_type": None, "searcher": None}
        values["clauses"] = made.clauses[: 1 if made.name == made.id else 2]
    if "searcher" in said:
        values |= {"searcher": said.get("searcher"), "searchable": said.get("searcher") is not None}
    site.fields[made.id] = IssueField(**{**values, **said.of("description")})


def _software_field(site: Site, said: Said) -> IssueField:
    """Return one of Jira Software's fields, of which a site has each once."""
    role = said.get("software")
    if role in site.software_fields:
        raise UsageError(f"Jira Software's field {role!r} is there already: {site.software_fields[role]}")
    number = int(said.get("id").rpartition("_")[2]) if "id" in said else None
    return put_software_field(site, role, number, said.get("name"))


# Projects


def _put_project(loading: Loading, said: Said) -> None:
    site, key = loading.site, said.get("key")
    if said.get("removed"):
        return
    if key not in site.projects:
        require_free(site.projects.keys_by_id, "project", said.get("id"))
    with next_id(site, "project", None if key in site.projects else said.get("id")):
        project = loading.add_project(key, **said.of("name", "lead", "types", "team_managed", "category"))
    if said.get("id", project.id) != project.id:
        raise UsageError(f"the project {key} is there already, and has the id {project.id}")
    site.projects.put(replace(project, **said.of("type", "description", "url", "assignee_type")))
    archived, deleted = (_put_away(said, name) for name in ("archived", "deleted"))
    if archived or deleted:
        put_away(site, replace(site.projects[key], archived=archived, deleted=deleted))
    if "last_number" in said:
        site.issues.index.give(key, said.get("last_number"))
    for old in said.get("old_keys", []):
        if site.projects.with_key(old) not in (None, site.projects[key]):
            raise UsageError(f"the key {old} is that of another project, or was")
        site.projects.former[old] = key


def _put_away(said: Said, name: str) -> PutAway | None:
    """Return when a project was archived or deleted, and by whom, unless that is not said."""
    if name not in said:
        return None
    issues = frozenset(said.get("archived_with", ()) if name == "archived" else ())
    return PutAway(by=said.get(f"{name}_by", DEFAULT_USER), at=said.get(name), issues=issues)


def _put_removed_project(loading: Loading, said: Said) -> None:
    if not said.get("removed"):
        return
    require_said(said, "id")
    site, key = loading.site, said.get("key")
    project = Project(
        id=said.get("id"),
        key=key,
        name=said.get("name", key),
        lead=said.get("lead", DEFAULT_USER),
        **said.of("type", "description", "url", "assignee_type", "team_managed"),
    )
    site.grants.remember(site.projects.remember(project), said.get("browsable", []))


def _put_version(loading: Loading, said: Said) -> None:
    site = loading.site
    require_free(site.versions.by_id, "version", said.get("id"))
    with next_id(site, "version", said.get("id")):
        version = loading.add_version(
            said.get("name"),
            **said.of("project", "description", "released", "archived", "start_date", "release_date"),
        )
    if "driver" in said:
        site.versions.put(replace(version, driver=said.get("driver")))
    if "related_work" in said:
        with said.about("related_work"):
            site.versions.related_work[version.id] = tuple(_related(one) for one in said.get("related_work"))


def _related(said: Any) -> RelatedWork:
    if not isinstance(said, Mapping) or said.keys() != RelatedWork._fields.keys():
        raise UsageError(f"{said!r} will not do: it takes an object with {', '.join(RelatedWork._fields)}")
    return RelatedWork(**said)


def _put_component(loading: Loading, said: Said) -> None:
    site = loading.site
    require_free(site.components.by_id, "component", said.get("id"))
    with next_id(site, "component", said.get("id")):
        component = loading.add_component(said.get("name"), **said.of("project", "description", "assignee_type"))
    site.components.put(replace(component, **said.of("lead")))  # who may be gone


STEPS: tuple[tuple[str, Put], ...] = (
    ("link_types", _put_link_type),
    ("statuses", _put_status),
    ("priorities", _put_priority),
    ("resolutions", _put_resolution),
    ("issue_types", _put_issue_type),
    ("project_categories", _put_category),
    ("groups", _put_group),
    ("users", _put_user),
    ("groups", _put_members),
    ("projects", _put_project),
    ("issue_types", _put_own_issue_type),
    ("roles", _put_role),
    ("security_levels", _put_level),
    ("permission_schemes", _put_scheme),
    ("permissions", _put_permission),
    ("projects", _put_removed_project),
    ("versions", _put_version),
    ("components", _put_component),
    ("custom_fields", _put_field),
    ("transitions", _put_transition),
)
"""What is put on a site, in the order in which one thing may name another, each by the name of its list."""

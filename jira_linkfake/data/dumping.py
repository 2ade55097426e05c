"""Writing a site as data, from which `load` makes the same site again."""

from __future__ import annotations

from base64 import b64encode
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import datetime
from typing import Any

from jira_linkfake.data.format import ANY
from jira_linkfake.jira.boards.finding import is_epic
from jira_linkfake.jira.comments.model import Visibility
from jira_linkfake.jira.comments.rules import visibility_of
from jira_linkfake.jira.epics.finding import look_of
from jira_linkfake.jira.epics.model import EpicLook
from jira_linkfake.jira.fields.model import CUSTOM_FIELD_TYPES
from jira_linkfake.jira.filters.model import Filter, Share
from jira_linkfake.jira.filters.rules import navigable_fields
from jira_linkfake.jira.history.model import Change, HistoryEntry, LinkChange
from jira_linkfake.jira.issues.model import Issue
from jira_linkfake.jira.link_types.model import FRESH_LINK_TYPES
from jira_linkfake.jira.people.model import DEFAULT_USER, Caller, Everyone, Group, Holder, ProjectRole, Role, User
from jira_linkfake.jira.permissions.model import (
    DEFAULT_ID,
    DEFAULT_NAME,
    GLOBAL_PERMISSIONS,
    PROJECT_PERMISSIONS,
    Grant,
)
from jira_linkfake.jira.projects.model import Part
from jira_linkfake.jira.refusal import Refused
from jira_linkfake.jira.search.evaluation import require_right
from jira_linkfake.jira.site import Site
from jira_linkfake.jira.sprints.finding import sprints_of
from jira_linkfake.jira.workflow.model import FRESH_ISSUE_TYPES, FRESH_PRIORITIES, FRESH_STATUSES, RESOLUTIONS
from jira_linkfake.jira.worklogs.model import Worklog

Json = dict[str, Any]


def dump_of(site: Site) -> Json:
    """Return a site as data that is JSON; what is as on a fresh site is left out, and so are tokens."""
    with site.lock:
        dumping = _Dumping(site)
        kinds: Json = {name: list(things(dumping)) for name, things in _KINDS.items()}
        kinds["users"] += dumping.former_users()
        data = {name: things for name, things in kinds.items() if things}
        return {**data, "history": kinds["history"], "clock": _time(site.clock.now), "last_ids": site.last_ids()}


class _Dumping:
    """A site that is being written, with how its things are named."""

    def __init__(self, site: Site) -> None:
        self.site = site
        self._former: dict[str, User] = {}
        self._names = {
            table: Counter(one.name for one in getattr(site, table).values())
            for table in (
                *("issue_types", "statuses", "priorities", "resolutions", "link_types"),
                *("filters", "boards", "sprints"),
            )
        }

    def named(self, table: str, thing: Any) -> Any:
        """Return the name of a thing, or its id where several have the name."""
        return thing.name if self._names[table][thing.name] == 1 else {"id": thing.id}

    def user(self, user: Caller) -> Any:
        """Return the name of a user, or the account id of one who is gone."""
        if user is None:
            return None
        if self.site.people.users.get(user.name) == user:
            return user.name
        self._former[user.account_id] = user
        return {"id": user.account_id}

    def part(self, parts: Mapping[str, Part], part_id: str) -> Any:
        """Return the name of a part of an issue's project, or its id where several have the name."""
        part = parts[part_id]
        twins = [one for one in parts.values() if (one.project, one.name) == (part.project, part.name)]
        return part.name if len(twins) == 1 else {"id": part_id}

    def former_users(self) -> list[Json]:
        """Return those whom only what they made names."""
        return [{**_user(self, user), "removed": True} for user in self._former.values()]


def _said(**attributes: Any) -> Json:
    """Return the attributes that say something."""
    return {name: value for name, value in attributes.items() if value not in (None, [], {}, "", False)}


def _time(time: datetime | None) -> str | None:
    return None if time is None else time.isoformat().replace("+00:00", "Z")


def _users(dumping: _Dumping) -> Iterator[Json]:
    for user in dumping.site.people.users.values():
        told = _user(dumping, user)
        if user != DEFAULT_USER or told.keys() & {"groups", "preferences", "share_scope"}:
            yield told


def _user(dumping: _Dumping, user: User) -> Json:
    site = dumping.site
    return (
        {"name": user.name, "account_id": user.account_id}
        | _said(
            email=user.email,
            email_hidden=user.email_hidden,
            has_token=user.token is not None,
            groups=[group.name for group in site.people.groups_of(user)],
            preferences=dict(site.preferences.get(user.account_id, {})),
            share_scope=site.share_scopes.get(user.account_id),
        )
        | ({} if user.scopes is None else {"scopes": sorted(user.scopes)})
    )


def _groups(dumping: _Dumping) -> Iterator[Json]:
    return ({"name": group.name, "id": group.id} for group in dumping.site.people.groups.values())


def _holder(holder: Holder | Role) -> Any:
    if isinstance(holder, Everyone):
        return holder.name
    kind = {User: "user", Group: "group", ProjectRole: "role", Role: "role"}[type(holder)]
    return {kind: holder.name}


def _holders(dumping: _Dumping, holders: Iterable[Holder]) -> list[Any]:
    return sorted((_holder(one) for one in holders if dumping.site.people.knows(one)), key=str)


def _roles(dumping: _Dumping) -> Iterator[Json]:
    people = dumping.site.people
    for role in people.roles.values():
        actors = people.actors_of(role.project, role.name)
        yield {
            "name": role.name,
            "project": role.project,
            "id": str(role.id),
            "members": [_holder(actor) for actor, _ in actors],
            "actors": [str(actor_id) for _, actor_id in actors],
        }
    there = {role.id for role in people.roles.values()}
    yield from ({"name": name, "id": str(id_)} for id_, name in people.role_names.items() if id_ not in there)


def _levels(dumping: _Dumping) -> Iterator[Json]:
    people = dumping.site.people
    former = {one.security_level for one in dumping.site.issues.removed.values() if one.security_level is not None}
    gone = [level for level in former if level.id not in people.levels]
    for level in [*people.levels.values(), *sorted(gone, key=lambda one: one.id)]:
        members = _holders(dumping, people.members_of_level(level))
        told = {"name": level.name, "project": level.project, "id": level.id, "members": members}
        yield told | _said(removed=level.id not in people.levels)


def _permissions(dumping: _Dumping) -> Iterator[Json]:
    """Yield who has what of the whole site; the rest is in permission schemes."""
    grants = dumping.site.grants.scheme_of(None).grants
    for permission in GLOBAL_PERMISSIONS:
        if permission in grants:
            yield {"permission": permission, **_grant(dumping, grants[permission])}


def _schemes(dumping: _Dumping) -> Iterator[Json]:
    grants = dumping.site.grants
    everywhere = grants.scheme_of(None).grants
    for scheme in grants.schemes.values():
        told = _said(
            description=scheme.description,
            projects=grants.projects_with(scheme) if scheme.id != DEFAULT_ID else [],
            made_for=scheme.project,
            grants={
                permission: _grant(dumping, scheme.grant_of(permission))
                for permission in PROJECT_PERMISSIONS
                if permission in scheme.grants or permission in everywhere
            },
        )
        if told or scheme.id != DEFAULT_ID or scheme.name != DEFAULT_NAME:
            yield {"name": scheme.name, "id": str(scheme.id), **told}


def _grant(dumping: _Dumping, grant: Grant) -> Json:
    """Return who has a permission, of those who are there."""
    people = dumping.site.people
    allowed, denied = (
        [one for one in holders if (one.id in people.role_names if isinstance(one, Role) else people.knows(one))]
        for holders in (grant.allowed, grant.denied)
    )
    return {"allow": sorted(map(_holder, allowed), key=str), "deny": sorted(map(_holder, denied), key=str)}


def _of_table(
    things: Collection[Any], fresh: Collection[Any], told: Callable[[Any], Json], *, changed: bool = False
) -> Iterator[Json]:
    """Yield the things of a table, unless they are those of a fresh site, and which of those are gone."""
    if list(things) == list(fresh) and not changed:
        return
    yield from map(told, things)
    ids = {one.id for one in things}
    yield from ({"name": one.name, "id": one.id, "removed": True} for one in fresh if one.id not in ids)


def _link_types(dumping: _Dumping) -> Iterator[Json]:
    def told(one: Any) -> Json:
        return {"name": one.name, "inward": one.inward, "outward": one.outward, "id": one.id}

    return _of_table(dumping.site.link_types.values(), FRESH_LINK_TYPES, told)


def _issue_types(dumping: _Dumping) -> Iterator[Json]:
    keys = {project.id: project.key for project in dumping.site.projects.values()}

    def told(one: Any) -> Json:
        values = {"name": one.name, "id": one.id, "description": one.description, "avatar_id": one.avatar_id}
        values["hierarchy_level"] = one.hierarchy_level
        return values if one.project_id is None else {**values, "project": keys[one.project_id]}

    return _of_table(dumping.site.issue_types.values(), FRESH_ISSUE_TYPES, told)


def _statuses(dumping: _Dumping) -> Iterator[Json]:
    def told(one: Any) -> Json:
        return {"name": one.name, "id": one.id, "category": one.category.name, "description": one.description}

    return _of_table(dumping.site.statuses.values(), FRESH_STATUSES, told)


def _priorities(dumping: _Dumping) -> Iterator[Json]:
    def told(one: Any) -> Json:
        return {"name": one.name, "id": one.id, "description": one.description, "color": one.color}

    return _of_table(dumping.site.priorities.values(), FRESH_PRIORITIES, told)


def _resolutions(dumping: _Dumping) -> Iterator[Json]:
    default = dumping.site.default_resolution

    def told(one: Any) -> Json:
        values = {"name": one.name, "id": one.id, "description": one.description}
        return {**values, "default": True} if one.id == default else values

    return _of_table(dumping.site.resolutions.values(), RESOLUTIONS, told, changed=default is not None)


def _categories(dumping: _Dumping) -> Iterator[Json]:
    for one in dumping.site.project_categories.values():
        yield {"name": one.name, "id": one.id, **_said(description=one.description)}


def _transitions(dumping: _Dumping) -> Iterator[Json]:
    statuses = dumping.site.statuses
    for one in dumping.site.transitions.values():
        told = {"name": one.name, "id": one.id, "to": dumping.named("statuses", one.to)}
        if one.sources is not None:
            told["sources"] = [dumping.named("statuses", statuses[source]) for source in sorted(one.sources)]
        if one.screen is not None:
            told |= {"screen": list(one.screen.fields), "required": list(one.screen.required)}
        yield told


_TYPES = {kind: name for name, (_, _, kind) in CUSTOM_FIELD_TYPES.items()}


def _custom_fields(dumping: _Dumping) -> Iterator[Json]:
    software = {field_id: role for role, field_id in dumping.site.software_fields.items()}
    for one in dumping.site.fields.values():
        told: Json = {"name": one.name, "id": one.id}
        if one.id in software:
            told["software"] = software[one.id]
        else:
            told["type"] = _TYPES.get(one.custom_type or "", ANY)
        told |= {"searcher": one.searcher, "on_screens": one.on_screens, "required": one.required}
        yield told | _said(description=one.description)


def _projects(dumping: _Dumping) -> Iterator[Json]:
    site = dumping.site
    for project in site.projects.values():
        told = _said(
            key=project.key,
            id=project.id,
            name=project.name,
            lead=dumping.user(project.lead),
            type=project.type,
            description=project.description,
            url=project.url,
            assignee_type=project.assignee_type,
            team_managed=project.team_managed,
            category=project.category and project.category.name,
            last_number=site.issues.index.last_number(project.key),
            old_keys=site.projects.former_keys(project),
        )
        for name, mark in (("archived", project.archived), ("deleted", project.deleted)):
            if mark is not None:
                told |= {name: _time(mark.at), f"{name}_by": mark.by and dumping.user(mark.by)}
                told |= _said(archived_with=sorted(mark.issues, key=int))
        if project.team_managed:
            told["types"] = []
        elif project.types is not None:
            told["types"] = [dumping.named("issue_types", site.issue_types[one]) for one in sorted(project.types)]
        yield told
    for known_as, project in site.projects.removed.items():
        grants = site.grants.of_removed(known_as)
        if grants is not None:
            told = {"key": project.key, "id": project.id, "name": project.name, "removed": True}
            yield {**told, "browsable": [_grant(dumping, grant) for grant in grants]}


def _versions(dumping: _Dumping) -> Iterator[Json]:
    versions = dumping.site.versions
    for project in versions.of:
        for one in versions.of_project(project):
            yield {
                "name": one.name,
                "project": project,
                "id": one.id,
                "description": one.description,
                **_said(
                    released=one.released,
                    archived=one.archived,
                    start_date=one.start_date and one.start_date.isoformat(),
                    release_date=one.release_date and one.release_date.isoformat(),
                    driver=dumping.user(one.driver),
                    related_work=[dict(vars(work)) for work in versions.related_work.get(one.id, ())],
                ),
            }


def _components(dumping: _Dumping) -> Iterator[Json]:
    for one in dumping.site.components.by_id.values():
        told = {"name": one.name, "project": one.project, "id": one.id, "description": one.description}
        yield {**told, **_said(lead=dumping.user(one.lead), assignee_type=one.assignee_type)}


def _filters(dumping: _Dumping) -> Iterator[Json]:
    site = dumping.site
    for one in site.filters.values():
        shares = (*one.shares, *one.editors)
        yield {
            "name": one.name,
            "id": one.id,
            "owner": dumping.user(one.owner),
            "jql": one.jql,
            **_said(
                description=one.description,
                shared_with=[_sharer(dumping, share) for share in one.shares],
                editable_by=[_sharer(dumping, share) for share in one.editors],
                share_ids=[str(share.id) for share in shares],
                favourite_of=[
                    dumping.user(site.people.by_account_id[account_id])
                    for account_id in one.favourite_of
                    if account_id in site.people.by_account_id
                ],
                unchecked=not _is_right(site, one),
            ),
            **({} if one.columns is None else {"columns": list(one.columns)}),
        }


def _is_right(site: Site, one: Filter) -> bool:
    """Say whether a filter could be kept as it is: what it names may be gone since."""
    shows_what_is_there = one.columns is None or set(one.columns) <= {*navigable_fields(site)}
    return shows_what_is_there and _can_be_asked(site, one.owner, one.jql, (one.id,))


def _sharer(dumping: _Dumping, share: Share) -> Any:
    site, holder = dumping.site, share.holder
    if share.project_id is not None:
        project = site.projects.keys_by_id.get(share.project_id)
        if project is None:
            return {"former_project": share.project_id}
        return {"project": project} if holder is None else {"role": holder.name, "project": project}
    if isinstance(holder, User):
        return {"user": dumping.user(holder)}
    if isinstance(holder, Group):
        there = site.people.knows(holder)
        return {"group": holder.name} if there else {"former_group": holder.name, "id": holder.id}
    return (Everyone.ANYONE if share.type == "global" else Everyone.SIGNED_IN).name


def _boards(dumping: _Dumping) -> Iterator[Json]:
    site = dumping.site
    for one in site.boards.values():
        told = {"name": one.name, "id": one.id, "type": one.type, "owner": dumping.user(one.owner)}
        if one.filter_id in site.filters:
            told["filter"] = dumping.named("filters", site.filters[one.filter_id])
        else:
            told["former_filter"] = one.filter_id
        if one.project_id is not None:
            key = site.projects.keys_by_id.get(one.project_id)
            told |= {"former_project": one.project_id} if key is None else {"project": key}
        yield {**told, "sprints": one.has_sprints}


def _sprints(dumping: _Dumping) -> Iterator[Json]:
    boards = dumping.site.boards
    for one in dumping.site.sprints.values():
        board = boards.get(one.board_id)
        yield {
            "name": one.name,
            "id": one.id,
            **({"former_board": one.board_id} if board is None else {"board": dumping.named("boards", board)}),
            "state": one.state,
            **_said(goal=one.goal, start=_time(one.start), end=_time(one.end), completed=_time(one.completed)),
        }


def _places(dumping: _Dumping, issue: Issue) -> Json:
    """Return the sprints and the rank of an issue, and how an epic looks; what is left are its further fields."""
    site, fields = dumping.site, dict(issue.custom_fields)
    sprints = [dumping.named("sprints", one) for one in sprints_of(site, issue)]
    fields.pop(site.software_fields.get("sprint", ""), None)
    told = _said(sprints=sprints, rank=fields.pop(site.software_fields.get("rank", ""), None))
    if is_epic(issue):
        look = look_of(site, issue)
        told |= _said(
            epic_name=fields.pop(site.software_fields.get("epic name", ""), None),
            epic_color="" if look.color == EpicLook().color else look.color,
            epic_done=look.done,
        )
    return {**told, **_said(fields=fields)}


def _issues(dumping: _Dumping) -> Iterator[Json]:
    site = dumping.site
    old_keys: dict[str, list[str]] = {}
    for key, issue_id in site.issues.ids.items():
        if issue_id in site.issues and site.issues[issue_id].key != key:
            old_keys.setdefault(issue_id, []).append(key)
    for issue in site.issues.values():
        yield {**_issue(dumping, issue), **_said(old_keys=old_keys.get(issue.id))}
    for issue in site.issues.removed.values():
        level = issue.security_level and {"id": issue.security_level.id}
        told = {"key": issue.key, "id": issue.id, "summary": issue.summary, "was_in": issue.project}
        times = {"created": _time(issue.created), "updated": _time(issue.updated)}
        yield {**told, **times, "removed": True, **_said(security_level=level)}


def _issue(dumping: _Dumping, issue: Issue) -> Json:
    site = dumping.site
    parent = None if issue.parent_id is None else site.issues.get(issue.parent_id)
    archival = site.issues.archivals.get(issue.id)
    said = _said(
        description=issue.description_document or issue.description,
        environment=issue.environment_document or issue.environment,
        category_changed=_time(issue.category_changed),
        labels=list(issue.labels),
        due=issue.due and issue.due.isoformat(),
        fix_versions=[dumping.part(site.versions.by_id, one) for one in issue.fix_versions],
        affects_versions=[dumping.part(site.versions.by_id, one) for one in issue.affects_versions],
        components=[dumping.part(site.components.by_id, one) for one in issue.components],
        parent=parent and parent.key,
        assignee=dumping.user(issue.assignee),
        security_level=issue.security_level and issue.security_level.name,
        archived=issue.archived,
        archived_at=archival and _time(archival.at),
        archived_by=archival and archival.by and dumping.user(archival.by),
        watchers=[dumping.user(user) for user in site.watchers.of(issue.id)],
        voters=[dumping.user(user) for user in site.voters.of(issue.id)],
    )
    return {
        "key": issue.key,
        "id": issue.id,
        "summary": issue.summary,
        "type": dumping.named("issue_types", issue.type),
        "status": dumping.named("statuses", issue.status),
        "priority": issue.priority and dumping.named("priorities", issue.priority),
        **_resolution(dumping, issue),
        "original_estimate": issue.original_estimate,
        "remaining_estimate": issue.remaining_estimate,
        "reporter": dumping.user(issue.reporter),
        "creator": dumping.user(issue.creator),
        "created": _time(issue.created),
        "updated": _time(issue.updated),
        "watchers": [],
        **said,
        **_places(dumping, issue),
    }


def _resolution(dumping: _Dumping, issue: Issue) -> Json:
    if issue.resolution is None:
        return {"resolution": None} if issue.status.is_done else {}
    return {"resolution": dumping.named("resolutions", issue.resolution), "resolved": _time(issue.resolved)}


def _links(dumping: _Dumping) -> Iterator[Json]:
    phrases = Counter(phrase for one in dumping.site.link_types.values() for phrase in {one.inward, one.outward})
    for link in dumping.site.links.all():
        told = {"link": str(link), "id": link.id}
        yield told if phrases[link.type.outward] == 1 else {**told, "type": {"id": link.type.id}}


def _restriction(dumping: _Dumping, issue: Issue, visibility: Visibility | None) -> Json:
    """Return to whom something is restricted; as Jira's JSON has it where the group or the role is gone."""
    if visibility is None:
        return {}
    people = dumping.site.people
    holder = (
        people.groups.get(visibility.value)
        if visibility.type == "group"
        else people.roles.get((issue.project, visibility.value))
    )
    if holder is not None and visibility_of(holder) == visibility:
        return {"visible_to": {visibility.type: visibility.value}}
    return {"visibility": dict(vars(visibility))}


def _comments(dumping: _Dumping) -> Iterator[Json]:
    for one in dumping.site.comments.values():
        issue = dumping.site.issues[one.issue_id]
        yield {
            "issue": issue.key,
            "id": one.id,
            "body": one.document or one.body,
            "author": dumping.user(one.author),
            "update_author": dumping.user(one.update_author),
            "created": _time(one.created),
            "updated": _time(one.updated),
            **_restriction(dumping, issue, one.visibility),
        }


def _attachments(dumping: _Dumping) -> Iterator[Json]:
    for one in dumping.site.attachments.values():
        yield {
            "issue": dumping.site.issues[one.issue_id].key,
            "id": one.id,
            "filename": one.filename,
            "mime_type": one.mime_type,
            "content_base64": b64encode(one.content).decode(),
            "author": dumping.user(one.author),
            "created": _time(one.created),
        }


def _worklogs(dumping: _Dumping) -> Iterator[Json]:
    yield from (_worklog(dumping, one) for one in dumping.site.worklogs.values())
    for one in dumping.site.worklogs.deleted:
        yield {**_worklog(dumping, one.worklog), "removed": _time(one.time)}


def _worklog(dumping: _Dumping, worklog: Worklog) -> Json:
    issue = dumping.site.issues.ever(worklog.issue_id)
    return {
        "issue": issue.id,
        "id": worklog.id,
        "time_spent": worklog.seconds,
        "author": dumping.user(worklog.author),
        "update_author": dumping.user(worklog.update_author),
        "started": _time(worklog.started),
        "created": _time(worklog.created),
        "updated": _time(worklog.updated),
        **_said(comment=worklog.document or worklog.comment),
        **_restriction(dumping, issue, worklog.visibility),
    }


def _remote_links(dumping: _Dumping) -> Iterator[Json]:
    for issue in dumping.site.issues.values():
        for link in dumping.site.remote_links.of_issue(issue.id):
            yield {
                "issue": issue.key,
                "id": str(link.id),
                "url": link.url,
                "title": link.title,
                "summary": link.summary,
                "relationship": link.relationship,
                "global_id": link.global_id,
                **_said(application=dict(link.application), icon=dict(link.icon), status=dict(link.status)),
            }


def _properties(dumping: _Dumping) -> Iterator[Json]:
    site = dumping.site
    told: dict[str, Callable[[str], Json]] = {
        "issue": lambda one: {"issue": site.issues[one].key},
        "comment": lambda one: {"comment": one},
        "worklog": lambda one: {"worklog": one},
        "project": lambda one: {"project": site.projects.keys_by_id[one]},
        "user": lambda one: {"user": {"id": one}},
        "issue type": lambda one: {"issue_type": {"id": one}},
    }
    for owner, properties in site.properties.all().items():
        for key, value in properties.items():
            yield {**told[owner.kind](owner.id), "key": key, "value": value}


def _viewed(dumping: _Dumping) -> Iterator[Json]:
    site = dumping.site
    for account_id, projects in site.viewed.items():
        yield from (
            {"user": {"id": account_id}, "project": site.projects.keys_by_id[one]}
            for one in projects
            if one in site.projects.keys_by_id
        )


def _webhooks(dumping: _Dumping) -> Iterator[Json]:
    site = dumping.site
    for one in site.admin_webhooks.values():
        told = _said(
            description=one.description,
            jql=one.jql,
            exclude_body=one.exclude_body,
            has_secret=one.secret is not None,
            updated_by=dumping.user(one.updated_by),
            unchecked=bool(one.jql) and not _can_be_asked(site, DEFAULT_USER, one.jql),
        )
        events = {"url": one.url, "events": list(one.events), "enabled": one.enabled}
        yield {"name": one.name, "id": one.id, **events, "updated": _time(one.updated), **told}


def _can_be_asked(site: Site, caller: Caller, jql: str, within: tuple[str, ...] = ()) -> bool:
    """Say whether a query could be kept as it is; `within` are the ids of filters that it is a part of."""
    try:
        require_right(site, caller, jql, within)
    except Refused:
        return False
    return True


def _indexed(dumping: _Dumping) -> Iterator[Json]:
    return (dict(vars(one)) for one in dumping.site.indexed_properties.values())


def _tasks(dumping: _Dumping) -> Iterator[Json]:
    for one in dumping.site.tasks.values():
        told = {**vars(one), "submitted_by": dumping.user(one.submitted_by), "submitted": _time(one.submitted)}
        yield told


def _history(dumping: _Dumping) -> Iterator[Json]:
    there = dumping.site.issues
    told = {
        entry.id: (issue_id, entry)
        for issue_id, entries in dumping.site.history.items()
        for entry in entries
        if issue_id in there
    }
    for _, (issue_id, entry) in sorted(told.items()):
        yield {**_entry(dumping, issue_id, entry), **_common(dumping, entry)}


def _common(dumping: _Dumping, entry: HistoryEntry | LinkChange) -> Json:
    return {"id": str(entry.id), "author": dumping.user(entry.author), "created": _time(entry.created)}


def _entry(dumping: _Dumping, issue_id: str, entry: HistoryEntry | LinkChange) -> Json:
    if isinstance(entry, HistoryEntry):
        changes = [
            {
                name: value
                for name in Change.__dataclass_fields__
                if (value := getattr(change, name)) not in (None, False)
            }
            for change in entry.changes
        ]
        return {"issue": issue_id, "changes": changes}
    link_type = entry.type
    there = dumping.site.link_types.get(link_type.id) == link_type
    kind = "linked" if entry.made else "unlinked"
    return {
        kind: f"{entry.source_key} {link_type.outward} {entry.destination_key}",
        "source": entry.source_id,
        "destination": entry.destination_id,
        "type": link_type.id
        if there
        else {name: getattr(link_type, name) for name in ("id", "name", "inward", "outward")},
    }


_KINDS: dict[str, Callable[[_Dumping], Iterator[Json]]] = {
    "users": _users,
    "groups": _groups,
    "link_types": _link_types,
    "issue_types": _issue_types,
    "statuses": _statuses,
    "priorities": _priorities,
    "resolutions": _resolutions,
    "project_categories": _categories,
    "projects": _projects,
    "roles": _roles,
    "security_levels": _levels,
    "permission_schemes": _schemes,
    "permissions": _permissions,
    "versions": _versions,
    "components": _components,
    "filters": _filters,
    "boards": _boards,
    "sprints": _sprints,
    "custom_fields": _custom_fields,
    "transitions": _transitions,
    "issues": _issues,
    "links": _links,
    "comments": _comments,
    "attachments": _attachments,
    "worklogs": _worklogs,
    "remote_links": _remote_links,
    "properties": _properties,
    "indexed_properties": _indexed,
    "viewed_projects": _viewed,
    "webhooks": _webhooks,
    "tasks": _tasks,
    "history": _history,
}

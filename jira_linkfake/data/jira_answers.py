"""Jira's own answers as data: the issues and links that they show, with what stands in them.

Answers are those of `issue/{}`, `search`, `search/jql`, `issue/bulkfetch`, `issueLink/{}`, changelogs, comments,
boards, or what a cassette has recorded of them. What is shown several times is what was shown last.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from jira_linkfake.data.answers_in_parts import Json, Names, count_in, given, list_in, moment, object_in
from jira_linkfake.data.cassettes import is_cassette, recorded_in
from jira_linkfake.data.format import ANY
from jira_linkfake.data.jira_plans import Plans, TellingPlans, kind_of
from jira_linkfake.errors import of_the_test
from jira_linkfake.jira.fields.model import CUSTOM_FIELD_TYPES, CUSTOM_TYPES, is_custom
from jira_linkfake.jira.site import Site
from jira_linkfake.jira.workflow.model import STATUS_CATEGORIES

__tracebackhide__ = of_the_test

_OF_PAGES = {"startAt", "maxResults", "total", "isLast", "nextPageToken", "issueErrors", "warningMessages", "names"}
_OF_FIELDS = {"summary", "issuetype", "status", "project", "issuelinks", "description", "updated"}
_ABOUT_AN_ISSUE = re.compile(r"/issue/([^/?]+)")


def is_of_jira(content: Any) -> bool:
    """Say whether data is what Jira has answered, or a cassette with such answers."""
    if isinstance(content, list):
        return True
    if not isinstance(content, Mapping):
        return False
    if is_cassette(content) or content.keys() & {"issueChangeLogs", "histories", "values", "fields", "self"}:
        return True
    if kind_of(content) is not None:
        return True
    issues = content.get("issues")
    if not isinstance(issues, list):
        return {"inwardIssue", "outwardIssue"} <= content.keys()
    return bool(content.keys() & _OF_PAGES) or any(_is_issue(one) for one in issues)


def _is_issue(content: Any) -> bool:
    if not isinstance(content, Mapping):
        return False
    fields = content.get("fields")
    return "self" in content or (isinstance(fields, Mapping) and bool(fields.keys() & _OF_FIELDS))


def as_data(site: Site, contents: Iterable[Any]) -> tuple[dict[str, Any], list[str]]:
    """Return what answers show as data for a site, and what they do not tell, a sentence each."""
    found = _Found()
    for content in contents:
        if is_cassette(content):
            for one in recorded_in(content):
                found.read_recorded(one)
        else:
            found.read(content)
    found.plans.read_issues(found.fields, found.names, found.schemas)
    found.plans.name_epics(found.fields, found.ids)
    telling = _Telling(site, found)
    return telling.data(), [*found.what_is_not_told(), *telling.unknown]


class _Found:
    """What answers show: issues by key, with their links, comments and changelogs."""

    def __init__(self) -> None:
        self.fields: dict[str, dict[str, Any]] = {}  # of issues, by key
        self.ids: dict[str, str] = {}  # by key
        self.shown: dict[str, None] = {}  # keys of issues that are more than mentioned
        self.links: dict[tuple[str, str, str], Json] = {}  # by source, name of the type, and destination
        self.more: dict[str, dict[str, list[Json]]] = {}  # changes, comments and worklogs, by the key or id of an issue
        self.subtasks: set[str] = set()  # keys
        self.names: dict[str, str] = {}
        self.schemas: dict[str, Json] = {}
        self.types: list[Json] = []
        self.total = 0  # of issues that were found, as far as an answer tells
        self.pages: set[bool] = set()  # whether pages of a search were the last one, as far as they tell
        self.unknown: list[str] = []
        self.plans = Plans()

    def read_recorded(self, one: Any) -> None:
        """Read an answer of a cassette."""
        if one.problem is not None and 200 <= one.status < 300:
            self.unknown.append(f"what {one} answered: {one.problem}")
        if one.method != "GET" and not re.search(r"/(search|search/jql|bulkfetch|list)$", one.path):
            if one.status < 300:
                self.unknown.append(f"what {one} has changed, but for what answers show of it")
            return
        if one.status < 300 and one.content is not None:
            about = _ABOUT_AN_ISSUE.search(one.path)
            self.read(one.content, None if about is None else about[1])

    def read(self, content: Any, about: str | None = None) -> None:
        """Read an answer; `about` is the key or the id of the issue that it is about, where its address tells."""
        for one in content if isinstance(content, list) else ():
            self.read(one, about)
        if not isinstance(content, Mapping):
            return
        self.names.update(object_in(content, "names"))
        self.schemas.update(object_in(content, "schema"))
        self.types += list_in(content, "issueLinkTypes")
        self.plans.read(content)
        self._search(content)
        for one in list_in(content, "issueChangeLogs"):
            self._add("changelog", str(one.get("issueId")), list_in(one, "changeHistories"))
        if len([*_ends(content)]) == 2:
            self._link(content, content["inwardIssue"], content["outwardIssue"])
        elif "fields" in content:
            self._issue(content)
        self._pages(content, about or _named_in(content))

    def _search(self, content: Json) -> None:
        """Read a page of issues that were found."""
        issues = list_in(content, "issues")
        for one in issues:
            self.read(one)
        if issues:
            self.total = max(self.total, count_in(content.get("total")))
            self.pages |= {bool(content["isLast"])} if "isLast" in content else set()

    def what_is_not_told(self) -> list[str]:
        """Return what the answers do not tell, a sentence each."""
        if self.total > len(self.shown):
            return [*self.unknown, f"{self.total - len(self.shown)} of the {self.total} issues that were found"]
        return [*self.unknown, "the issues of further pages"] if self.pages == {False} else self.unknown

    def _pages(self, content: Json, about: str | None) -> None:
        """Read a page of what an issue has."""
        values = list_in(content, "values")
        pages = {
            "changelog": [*list_in(content, "histories"), *(one for one in values if "items" in one)],
            "comment": list_in(content, "comments"),
            "worklog": list_in(content, "worklogs"),
        }
        for one in values:
            if _is_issue(one) or kind_of(one):
                self.read(one)
        for name, page in pages.items():
            if page and about is None:
                self.unknown.append(f"of which issue a page of its {name} is")
            elif page:
                self._add(name, str(about), page)

    def _add(self, name: str, about: str, page: list[Json]) -> None:
        if re.fullmatch(r"[A-Z][A-Z0-9_]*-[1-9][0-9]*", about):
            self._mention({"key": about})
        self.more.setdefault(about, {}).setdefault(name, []).extend(page)

    def _issue(self, issue: Json) -> None:
        key = issue.get("key")
        if not isinstance(key, str):
            self.unknown.append(f"the key of the issue of the id {issue.get('id')}")
            return
        fields = object_in(issue, "fields")
        self.shown[key] = None
        self._mention(issue)
        if isinstance(issue.get("changelog"), Mapping):
            self._add("changelog", key, list_in(issue["changelog"], "histories"))
        for link in list_in(fields, "issuelinks"):
            for side, other in _ends(link):
                self._link(link, *((issue, other) if side == "outwardIssue" else (other, issue)))
        for child in [
            *list_in(fields, "subtasks"),
            *(one for link in list_in(fields, "sub-tasks") for _, one in _ends(link)),  # in the reference alone
        ]:
            self._mention(child)
            if isinstance(child.get("key"), str):
                self.fields[child["key"]].setdefault("parent", {"key": key})
                self.subtasks.add(child["key"])
        self._mention(object_in(fields, "parent"))

    def _mention(self, issue: Json) -> None:
        """Keep what is said of an issue, beside what is known of it."""
        key = issue.get("key")
        if not isinstance(key, str):
            return
        if isinstance(issue.get("id"), str) and issue["id"].isdecimal():
            self.ids.setdefault(key, issue["id"])
        self.fields.setdefault(key, {}).update(object_in(issue, "fields"))

    def _link(self, link: Json, source: Json, destination: Json) -> None:
        keys = source.get("key"), destination.get("key")
        kind = object_in(link, "type")
        if not all(isinstance(key, str) for key in keys) or not isinstance(kind.get("name"), str):
            self.unknown.append(f"what the link {link.get('id')} connects")
            return
        for end in (source, destination):
            self._mention({**end, "fields": end.get("fields") if end.get("key") not in self.shown else None})
        self.types.append(kind)
        self.links.setdefault((str(keys[0]), kind["name"], str(keys[1])), link)


def _ends(link: Json) -> Iterator[tuple[str, Json]]:
    return ((side, link[side]) for side in ("inwardIssue", "outwardIssue") if isinstance(link.get(side), Mapping))


def _named_in(content: Json) -> str | None:
    """Return the issue that the address of an answer names."""
    for name in ("key", "self", "nextPage"):
        if name == "key" and isinstance(content.get(name), str):
            return str(content[name])
        found = _ABOUT_AN_ISSUE.search(str(content.get(name, "")))
        if found is not None:
            return found[1]
    return None


_CATEGORIES = {one.key: one.name for one in STATUS_CATEGORIES}
_BY_NAME = {one.name.casefold(): one.name for one in STATUS_CATEGORIES}
_KINDS = {CUSTOM_TYPES + kind: name for name, (_, _, kind) in CUSTOM_FIELD_TYPES.items()}


class _Telling:
    """Puts what was found into the form of data."""

    def __init__(self, site: Site, found: _Found) -> None:
        self.site, self.found = site, found
        self.unknown: list[str] = []
        self.people = Names({name: user.account_id for name, user in site.people.users.items()})
        self.emails = {email: user.name for email, user in site.people.by_email.items()}
        self.users: dict[str, dict[str, Any]] = {}
        self.things: dict[str, dict[str, dict[str, Any]]] = {}  # by the name of their list, and by id or name
        self.projects: dict[str, dict[str, Any]] = {}
        self.taken: dict[str, set[str]] = {}  # ids, by kind
        self.rest: dict[str, list[dict[str, Any]]] = {}
        self.plans = TellingPlans(self, found.plans, found.fields)

    def data(self) -> dict[str, Any]:
        """Return the data: history has only what changelogs show."""
        for link_type in self.found.types:
            self._link_type(link_type)
        self.things["custom_fields"] = {one["id"]: one for one in self.plans.custom_fields()}
        issues = [self._issue(key, fields) for key, fields in self.found.fields.items()]
        links = [self._link(*ends, link) for ends, link in self.found.links.items() if ends[0] != ends[2]]
        self._changes_elsewhere()
        plans = self.plans.data()
        told = {
            "users": [*self.users.values()],
            "projects": [*self.projects.values()],
            **{name: [*things.values()] for name, things in self.things.items()},
            **self.rest,
            **plans,
            "issues": issues,
            "links": links,
        }
        for name in ("issues", "links", "comments", "worklogs"):  # the oldest first, as a site has them
            told[name] = sorted(told.get(name, []), key=_age)
        return {**{name: things for name, things in told.items() if things}, "history": self.rest.get("history", [])}

    # What issues name

    def user(self, user: Any) -> dict[str, str] | None:
        """Return how data names a user; Jira Server's have no account id, but a name."""
        if not isinstance(user, Mapping):
            return None
        account_id = user.get("accountId") or user.get("key") or user.get("name")
        if not (account_id and isinstance(account_id, str)):
            return None
        there = self.site.people.by_account_id.get(account_id)
        if there is None and account_id not in self.users:
            name = self.people.free(str(user.get("displayName") or user.get("name") or account_id), account_id)
            self.users[account_id] = {"name": name, "account_id": account_id, **self._email(user, name)}
        return {"id": account_id}

    def _email(self, user: Json, name: str) -> dict[str, Any]:
        email = user.get("emailAddress")
        if isinstance(email, str) and email and email.casefold() not in self.emails:
            self.emails[email.casefold()] = name
            return {"email": email}
        self.unknown.append(f"the email of {name}")
        made_up = f"user-{len(self.users) + 1}@example.com"
        return {"email": made_up, "email_hidden": True}

    def _thing(self, table: str, said: Any, **attributes: Any) -> Any:
        """Return how data names a status, a priority, ...; None where it has no name."""
        if not isinstance(said, Mapping) or not said.get("name"):
            return None
        thing_id = said["id"] if str(said.get("id", "")).isdecimal() else None
        things = self.things.setdefault(table, {})
        name = str(said["name"])
        known = things.setdefault(str(thing_id or name), {"name": name, **({"id": str(thing_id)} if thing_id else {})})
        more = {"description": said.get("description"), **attributes}
        known.update((key, value) for key, value in more.items() if value is not None)
        return {"id": str(thing_id)} if thing_id else name

    def _link_type(self, link_type: Json) -> Any:
        phrases = {side: str(link_type[side]).strip() for side in ("inward", "outward") if link_type.get(side)}
        return self._thing("link_types", {key: link_type.get(key) for key in ("id", "name")}, **phrases)

    def _status(self, status: Any) -> Any:
        said = object_in(status, "statusCategory") if isinstance(status, Mapping) else {}
        name = _CATEGORIES.get(str(said.get("key", ""))) or _BY_NAME.get(str(said.get("name", "")).casefold())
        return self._thing("statuses", status, category=name)

    def _issue_type(self, issue_type: Any) -> Any:
        if not isinstance(issue_type, Mapping):
            return None
        level = issue_type.get("hierarchyLevel")
        told = {"hierarchy_level": level} if isinstance(level, int) else {}
        named = self._thing("issue_types", issue_type, avatar_id=issue_type.get("avatarId"), **told)
        if named is not None:
            guess = -1 if issue_type.get("subtask") else 1 if issue_type.get("name") == "Epic" else 0
            known = self.things["issue_types"][named["id"] if isinstance(named, dict) else named]
            known.setdefault("hierarchy_level", guess)
        return named

    def _type_of_part(self, key: str) -> Any:
        """Return the type of a sub-task of which no type is told."""
        types = [one for one in self.site.shared_types() if one.subtask and key in self.found.subtasks]
        return types[0].name if types else None

    def project(self, key: str, project: Any) -> str:
        said = project if isinstance(project, Mapping) else {}
        known = self.projects.setdefault(key, {"key": key})
        if said.get("key") == key:
            known.update({"name": said["name"]} if said.get("name") else {})
            known.update(self._id("project", said.get("id"), key, "id" in known))
            if said.get("projectTypeKey") in ("software", "business", "service_desk"):
                known["type"] = said["projectTypeKey"]
            if self._thing("project_categories", said.get("projectCategory")) is not None:
                known["category"] = str(said["projectCategory"]["name"])
        return key

    def _id(self, kind: str, said: Any, what: str, known: bool = False) -> dict[str, str]:
        """Return the id of a thing, unless it is none or another one's."""
        if known or not str(said if said is not None else "").isdecimal():
            return {}
        if str(said) in self.taken.setdefault(kind, set()):
            self.unknown.append(f"the id of {what}: {said} is that of another {kind}")
            return {}
        self.taken[kind].add(str(said))
        return {"id": str(said)}

    def _parts(self, table: str, key: str, parts: Any) -> list[Any]:
        """Return how data names versions or components of a project."""
        named = []
        for part in parts if isinstance(parts, list) else ():
            if not isinstance(part, Mapping) or not isinstance(part.get("name"), str):
                continue
            things = self.things.setdefault(table, {})
            if (place := f"{key} {part['name'].casefold()}") not in things:
                told = {"name": part["name"], "project": key, **self._id(table[:-1], part.get("id"), part["name"])}
                told |= {name: part[name] for name in ("released", "archived") if name in part}
                told |= {"release_date": part["releaseDate"]} if part.get("releaseDate") else {}
                told |= {"description": part["description"]} if part.get("description") else {}
                things[place] = told
            named.append(things[place]["name"])
        return named

    def _level(self, key: str, level: Any) -> Any:
        if not isinstance(level, Mapping) or not level.get("name"):
            return None
        levels = self.things.setdefault("security_levels", {})
        if (place := f"{key} {level['name']}") not in levels:
            self.unknown.append(f"who is in the security level {level['name']} of {key}: everybody who has signed in")
            told = {"name": level["name"], "project": key, "members": ["SIGNED_IN"]}
            levels[place] = {**told, **self._id("security level", level.get("id"), level["name"])}
        return level["name"]

    # Issues

    def _issue(self, key: str, fields: dict[str, Any]) -> dict[str, Any]:
        project = self.project(key.rpartition("-")[0], fields.get("project"))
        if key not in self.found.shown:
            self.unknown.append(f"of {key} all but {_listed(fields)}")
        told: dict[str, Any] = {"key": key, **self._id("issue", self.found.ids.get(key), key)}
        told |= {name: fields[name] for name in ("summary", "description", "environment") if fields.get(name)}
        told |= given(
            type=self._issue_type(fields.get("issuetype")) or self._type_of_part(key),
            status=self._status(fields.get("status")),
            labels=[str(label) for label in _texts(fields.get("labels"))],
            due=fields.get("duedate"),
            fix_versions=self._parts("versions", project, fields.get("fixVersions")),
            affects_versions=self._parts("versions", project, fields.get("versions")),
            components=self._parts("components", project, fields.get("components")),
            parent=object_in(fields, "parent").get("key"),
            security_level=self._level(project, fields.get("security")),
            created=moment(fields.get("created")),
            updated=moment(fields.get("updated")),
            category_changed=moment(fields.get("statuscategorychangedate")),
            **self.plans.of_issue(key, fields),
            fields=self._custom(fields),
            **self._estimates(fields),
        )
        told |= _in_order(told)
        told["priority"] = self._thing("priorities", fields.get("priority"), **_color(fields.get("priority")))
        told["resolution"] = self._thing("resolutions", fields.get("resolution"))
        told |= given(resolved=moment(fields.get("resolutiondate")) if told["resolution"] else None)
        told |= {name: self.user(fields.get(name)) for name in ("assignee", "reporter", "creator")}
        self._of_issue(key, fields)
        return {**told, "watchers": [], "voters": []}

    def _estimates(self, fields: Json) -> dict[str, Any]:
        tracking = object_in(fields, "timetracking")
        return {
            "original_estimate": fields.get("timeoriginalestimate") or tracking.get("originalEstimateSeconds"),
            "remaining_estimate": fields.get("timeestimate") or tracking.get("remainingEstimateSeconds"),
        }

    def _custom(self, fields: Json) -> dict[str, Any]:
        """Return the values of custom fields, which the site has from then on."""
        custom = {name: value for name, value in fields.items() if is_custom(name)}
        for name in custom:
            known = self.things.setdefault("custom_fields", {})
            if name not in known and name not in self.site.fields:
                kind = _KINDS.get(str(object_in(self.found.schemas, name).get("custom")), ANY)
                known[name] = {"id": name, "name": str(self.found.names.get(name, name)), "type": kind}
        return {name: value for name, value in custom.items() if value is not None}

    def _of_issue(self, key: str, fields: Json) -> None:
        """Tell what an issue has, and how much of it is not there."""
        more = {**self.found.more.pop(self.found.ids.get(key, ""), {}), **self.found.more.pop(key, {})}
        told = {"comment": self._comment, "worklog": self._worklog}
        for name, tell in told.items():
            page = object_in(fields, name)
            listed = [*list_in(fields, name), *list_in(page, f"{name}s"), *more.get(name, [])]
            ones = {str(one.get("id", place)): one for place, one in enumerate(listed)}
            total = count_in(page.get("total"))
            if total > len(ones):
                self.unknown.append(f"{total - len(ones)} of the {total} {name}s of {key}")
            for one in ones.values():
                self.rest.setdefault(f"{name}s", []).append(tell(key, one))
        self._history(key, more.get("changelog", []))
        for name, count, what in (("watches", "watchCount", "who watches"), ("votes", "votes", "who voted on")):
            if object_in(fields, name).get(count):
                self.unknown.append(f"{what} {key}: {fields[name][count]}")
        if fields.get("attachment"):
            self.unknown.append(f"the attachments of {key}: what is in them")

    def _said(self, kind: str, key: str, one: Json) -> dict[str, Any]:
        """Return what a comment and a worklog say alike."""
        author = self.user(one.get("author"))
        told: dict[str, Any] = {"issue": key, **self._id(kind, one.get("id"), f"a {kind} on {key}"), "author": author}
        told["update_author"] = self.user(one.get("updateAuthor")) or author
        told |= given(created=moment(one.get("created")), updated=moment(one.get("updated")))
        return told | _in_order(told) | self._restriction(key, one.get("visibility"))

    def _restriction(self, key: str, visibility: Any) -> dict[str, Any]:
        if not isinstance(visibility, Mapping) or visibility.get("type") not in ("group", "role"):
            return {}
        kind, name = visibility["type"], str(visibility.get("value") or visibility.get("identifier"))
        return {"visible_to": self.holder(kind, name, key.rpartition("-")[0])}

    def holder(self, kind: str, name: str, project: str) -> dict[str, str]:
        """Return how data names a group, or a role of a project, which nobody is known to be in."""
        there = name in self.site.people.groups if kind == "group" else (project, name) in self.site.people.roles
        place = name if kind == "group" else f"{project} {name}"
        known = self.things.setdefault(f"{kind}s", {})
        if not there and place not in known:
            self.unknown.append(f"who is in the {kind} {name}: nobody")
            known[place] = {"name": name} if kind == "group" else {"name": name, "project": project}
        return {kind: name}

    def _comment(self, key: str, one: Json) -> dict[str, Any]:
        return {**self._said("comment", key, one), "body": one.get("body") or ""}

    def _worklog(self, key: str, one: Json) -> dict[str, Any]:
        spent = one.get("timeSpentSeconds") or one.get("timeSpent") or 0
        told = {**self._said("worklog", key, one), "time_spent": spent}
        return told | given(started=moment(one.get("started")), comment=one.get("comment"))

    def _history(self, key: str, changelog: list[Json]) -> None:
        entries = {str(one.get("id", place)): one for place, one in enumerate(changelog)}
        for one in sorted(entries.values(), key=_place_in_time):
            told: dict[str, Any] = {"issue": key, **self._id("history entry", one.get("id"), f"a change of {key}")}
            told |= {"author": self.user(one.get("author")), **given(created=moment(one.get("created")))}
            changes = [_change(item) for item in list_in(one, "items")]
            self.rest.setdefault("history", []).append({**told, "changes": changes})

    def _changes_elsewhere(self) -> None:
        for about, more in self.found.more.items():
            self.unknown += [f"of which issue {about!r} a page of its {name} is" for name in more]

    def _link(self, source: str, name: str, destination: str, link: Json) -> dict[str, Any]:
        kind = self._link_type(link["type"])
        known = self.things["link_types"]
        told = known[kind["id"] if isinstance(kind, dict) else kind]
        there = next((one for one in self.site.link_types.values() if one.name == name), None)
        if "outward" not in told:
            told["outward"] = there.outward if there else name
            told["inward"] = told.get("inward") or (there.inward if there else name)
            if there is None:
                self.unknown.append(f"the phrases of the link type {name}")
        told.setdefault("inward", told["outward"])
        sentence = f"{source} {told['outward']} {destination}"
        return {"link": sentence, "type": kind, **self._id("link", link.get("id"), sentence)}


def _texts(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _color(priority: Any) -> dict[str, Any]:
    return {"color": priority.get("statusColor")} if isinstance(priority, Mapping) else {}


def _listed(fields: Json) -> str:
    told = [name for name in fields if name != "parent"]
    return ", ".join(["its key", *told])


def _in_order(times: Json) -> dict[str, Any]:
    """Return when something that was changed was made, where that is not known: then."""
    return {"created": times["updated"]} if "updated" in times and "created" not in times else {}


def _age(thing: Json) -> tuple[bool, int]:
    """Return what sorts things by their ids, those without one last."""
    return ("id" not in thing, int(thing.get("id", 0)))


def _place_in_time(entry: Json) -> tuple[int, str]:
    entry_id = str(entry.get("id", ""))
    return (int(entry_id) if entry_id.isdecimal() else 0, str(moment(entry.get("created"))))


def _change(item: Json) -> dict[str, Any]:
    told = {
        "field": str(item.get("field", "")),
        "field_id": item.get("fieldId"),
        "from_id": item.get("from"),
        "from_text": item.get("fromString"),
        "to_id": item.get("to"),
        "to_text": item.get("toString"),
    }
    told = {name: value if value is None else str(value) for name, value in told.items()}
    return {**told, "custom": item.get("fieldtype") == "custom"}

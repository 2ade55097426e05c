"""What steps need: each made on a side by its name, with what it names there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from gzip import compress
from io import BytesIO
from typing import Any
from zipfile import ZipFile, ZipInfo

from jira_linkfake.jira.permissions.model import PERMISSIONS
from jira_linkfake.verify.side import LABEL, Side, id_of
from jira_linkfake.verify.site_client import LostReplyError
from jira_linkfake.verify.step import FORM, NotTriedError, Text, form

Make = Callable[[Side], None]


@dataclass(frozen=True, kw_only=True, slots=True)
class Need:
    """Something that a step needs, `after` what it needs itself; `for_run` is made once, the rest for each step.

    `makes` says whether it changes the site.
    """

    name: str
    make: Make
    after: tuple[str, ...]
    for_run: bool
    makes: bool


NEEDS: dict[str, Need] = {}


def need(
    name: str, *, after: tuple[str, ...] = (), for_run: bool = False, makes: bool = True
) -> Callable[[Make], Make]:
    """Declare that a function makes what steps need under a name."""

    def declare(make: Make) -> Make:
        NEEDS[name] = Need(name=name, make=make, after=after, for_run=for_run, makes=makes)
        return make

    return declare


def all_needs(names: Iterable[str]) -> list[Need]:
    """Return the needs of these names with what they need themselves, in the order in which they are made."""
    found: dict[str, Need] = {}
    for name in names:
        one = NEEDS[name]
        found |= {other.name: other for other in all_needs(one.after)}
        found[name] = one
    return list(found.values())


def provide(side: Side, names: Iterable[str]) -> None:
    """Make what a step needs; raises `NotTriedError` where that cannot be had, the next time too if for the run."""
    for one in all_needs(names):
        if one.name in side.failed:
            raise NotTriedError(side.failed[one.name])
        if one.name in side.known:
            continue
        try:
            _make(side, one)
        except NotTriedError as error:
            if one.for_run:
                side.failed[one.name] = str(error)
            raise
        if one.for_run:
            side.known.add(one.name)


def _make(side: Side, one: Need) -> None:
    before = dict(side.names)
    try:
        one.make(side)
        if one.for_run:
            side.learn({name: value for name, value in side.names.items() if name not in before})
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        raise NotTriedError(f"what {one.name!r} is made from has another shape there ({error!r})") from error


def named(side: Side, path: str, name: str) -> Any:
    """Return what has a name in a list, or None."""
    return next((one for one in side.listed(path) if one.get("name") == name), None)


def new_thing(
    side: Side, name: str, path: str, body: Mapping[str, Any], *, listed: str = "", at: str = "", for_run: bool = False
) -> None:
    """Make something that has a name of the run's, by which a list finds it again; it goes after the step or the run.

    It is made by a POST to `path`, is in the list `listed`, which is there by default, and stands `at` an address with
    its `{id}`. `{name}`, `{name_id}` and `{name_number}` are what it is called and its id, as text and as number.
    """
    called = f"{side.label} {name}" if for_run else f"{side.label} {name} {side.serial}"
    listed = listed or path
    side.remove_named(listed, called, at or f"{path}/{{id}}", for_run=for_run)
    made = side.make("POST", path, {"name": called, **body}, look_up=lambda: named(side, listed, called))
    known = id_of(made)
    side.names |= {name: called, f"{name}_id": known, **({f"{name}_number": int(known)} if known.isdigit() else {})}


def new_one_goes(side: Side, path: str, *, listed: str = "", at: str = "") -> None:
    """Let what a step makes under the name `{label} new` go once the step is over."""
    side.remove_named(listed or path, f"{side.label} new", at or f"{path}/{{id}}")


# Issues


def new_issue(side: Side, name: str, *, for_run: bool = False, project: str = "{project}", **fields: Any) -> None:
    """Make an issue; `{name}`, `{name_id}` and `{name_number}` are its key and its id as text and as number."""
    summary = f"Issue {name} of {side.label}, {side.serial}"
    body = {
        "fields": {
            "issuetype": {"id": "{type_id}"},
            **side.fields,
            "project": {"key": project},
            "summary": summary,
            "labels": [LABEL, side.label],
            **fields,
        }
    }
    made = side.make("POST", "issue", body, look_up=lambda: _issue_called(side, summary))
    side.names |= {
        name: made["key"],
        f"{name}_id": str(made["id"]),
        f"{name}_number": int(made["id"]),
        f"{name}_summary": summary,
        f"{name}_lower": made["key"].lower(),
    }
    side.remove(f"issue/{made['key']}?deleteSubtasks=true", for_run=for_run)


def issues_labelled(side: Side, label: str) -> list[dict[str, Any]]:
    """Return the issues with a label that the caller made, as search knows them."""
    query = {"jql": f'labels = "{label}"', "fields": "summary,labels,creator", "maxResults": 100}
    try:
        found = side.look("search/jql", **query)
    except NotTriedError:
        found = side.look("search", **query)
    issues = found.get("issues", []) if isinstance(found, dict) else []
    return [one for one in issues if _is_of_the_caller(side, label, one.get("fields") or {})]


def _is_of_the_caller(side: Side, label: str, fields: Mapping[str, Any]) -> bool:
    creator = fields.get("creator") or {}
    return label in fields.get("labels", ()) and side.names["me"] in (creator.get("accountId"), creator.get("name"))


def _issue_called(side: Side, summary: str) -> Any:
    """Return the issue that a lost reply was about, once search knows it."""
    for wait in (0.0, 1.0, 2.0, 4.0, 8.0):
        side.client.sleep(wait)
        found = [one for one in issues_labelled(side, side.label) if one["fields"].get("summary") == summary]
        if found:
            return found[0]
    return None


@need("one", for_run=True)
def _one(side: Side) -> None:
    new_issue(side, "one", for_run=True)


@need("two", for_run=True)
def _two(side: Side) -> None:
    new_issue(side, "two", for_run=True)


@need("a")
def _a(side: Side) -> None:
    new_issue(side, "a")


@need("b")
def _b(side: Side) -> None:
    new_issue(side, "b")


@need("c")
def _c(side: Side) -> None:
    new_issue(side, "c")


@need("gone")
def _gone(side: Side) -> None:
    """Have the key of an issue that was deleted."""
    new_issue(side, "gone")
    key = side.names["gone"]
    side.clear_up()
    side.names["gone"] = key


# Links


def post_link(side: Side, source: str, destination: str, **more: Any) -> None:
    """Link two issues with the first type of links; a lost reply is no matter if the link is there."""
    before = links_of(side, source) if more or source != "a" else []
    body = link_body(source, destination, **more)
    side.make("POST", "issueLink", body, look_up=lambda: links_of(side, source)[len(before) :] or None)


def link_body(source: str, destination: str, **more: Any) -> dict[str, Any]:
    """Return the body that links two issues that have names."""
    ends = {"inwardIssue": {"key": f"{{{source}}}"}, "outwardIssue": {"key": f"{{{destination}}}"}}
    return {"type": {"name": "{link_type}"}, **ends, **more}


def ask_anyhow(side: Side, method: str, path: str, body: Any = None) -> None:
    """Ask for something, whatever comes of it."""
    try:
        side.ask(method, path, body)
    except LostReplyError as lost:
        raise NotTriedError(str(lost)) from None


def links_of(side: Side, name: str) -> list[dict[str, Any]]:
    """Return the links that an issue shows."""
    return list(side.look(f"issue/{{{name}}}", fields="issuelinks")["fields"]["issuelinks"])


@need("link", after=("a", "b"))
def _link(side: Side) -> None:
    """Let a block b."""
    post_link(side, "a", "b")
    links = links_of(side, "a")
    if not links:
        raise NotTriedError("the link that was made is not there")
    side.names |= {"link_id": str(links[0]["id"])}


@need("repeated link", after=("link",))
def _repeated_link(side: Side) -> None:
    post_link(side, "a", "b")


@need("reverse link", after=("link",))
def _reverse_link(side: Side) -> None:
    post_link(side, "b", "a")


@need("removed link", after=("link",))
def _removed_link(side: Side) -> None:
    side.make("DELETE", "issueLink/{link_id}", look_up=lambda: {} if not links_of(side, "a") else None)


@need("commented link", after=("a", "b"))
def _commented_link(side: Side) -> None:
    post_link(side, "a", "b", comment={"body": Text("Said of the link.")})


@need("repeated commented link", after=("link",))
def _repeated_commented_link(side: Side) -> None:
    post_link(side, "a", "b", comment={"body": Text("Said of the link that is there.")})


@need("refused comment", after=("a", "b"))
def _refused_comment(side: Side) -> None:
    """Ask for a link whose comment is refused; whatever is answered."""
    visibility = {"type": "group", "value": "no-such-group-of-verify"}
    comment = {"body": Text("Said to nobody."), "visibility": visibility}
    ask_anyhow(side, "POST", "issueLink", link_body("a", "b", comment=comment))


@need("three links", after=("a", "b", "c"))
def _three_links(side: Side) -> None:
    post_link(side, "a", "b")
    post_link(side, "c", "a")
    post_link(side, "a", "c")


@need("added link", after=("a", "b"))
def _added_link(side: Side) -> None:
    link = {"type": {"id": "{link_type_id}"}, "outwardIssue": {"key": "{b}"}}
    body = {"update": {"issuelinks": [{"add": link}]}}
    side.make("PUT", "issue/{a}", body, look_up=lambda: links_of(side, "a") or None)


@need("link to nowhere", after=("link",))
def _link_to_nowhere(side: Side) -> None:
    side.make("DELETE", "issue/{b}", look_up=lambda: {} if not links_of(side, "a") else None)


@need("elsewhere")
def _elsewhere(side: Side) -> None:
    """Have an issue in the other project."""
    if "other_project" not in side.names:
        raise NotTriedError("it needs another project (--other-project)")
    new_issue(side, "elsewhere", project="{other_project}", issuetype={"id": "{other_type_id}"})


@need("link to a hidden issue", after=("second does not see the other project", "a", "elsewhere"))
def _link_to_a_hidden_issue(side: Side) -> None:
    post_link(side, "a", "elsewhere")
    side.names |= {"link_id": str(links_of(side, "a")[0]["id"])}


# Permissions


def _lacks(caller: str, permission: str) -> Make:
    def check(side: Side) -> None:
        if side.may(caller, permission) is not False:
            raise NotTriedError(f"it needs a second user without {permission} in the project")

    return check


for _key in PERMISSIONS:
    need(f"second lacks {_key}", for_run=True, makes=False)(_lacks("second", _key))


@need("second does not see the other project", for_run=True, makes=False)
def _second_does_not_see(side: Side) -> None:
    if side.may("second", "BROWSE_PROJECTS", other=True) is not False:
        raise NotTriedError("it needs a second user who may not browse the other project (--other-project)")


@need("admin", for_run=True, makes=False)
def _admin(side: Side) -> None:
    """Be allowed to change what the whole site has, by Jira and by the command line."""
    if not side.changes_the_site:
        raise NotTriedError("it changes what the whole site has (--admin)")
    if not side.may("user", "ADMINISTER"):
        raise NotTriedError("it needs Administer Jira")


@need("project admin", for_run=True, makes=False)
def _project_admin(side: Side) -> None:
    if not (side.may("user", "ADMINISTER_PROJECTS") or side.may("user", "ADMINISTER")):
        raise NotTriedError("it needs Administer projects in the project")


# What is on an issue


@need("subtask type", for_run=True, makes=False)
def _subtask_type(side: Side) -> None:
    if "subtask_type_id" not in side.names:
        raise NotTriedError("the project has no type of sub-tasks")


@need("subtask", after=("subtask type", "a"))
def _subtask(side: Side) -> None:
    new_issue(side, "child", issuetype={"id": "{subtask_type_id}"}, parent={"key": "{a}"})


@need("edited", after=("a",))
def _edited(side: Side) -> None:
    """Change the summary of a, and have the number of the entry that its history got."""
    side.make("PUT", "issue/{a}", {"fields": {"summary": "Another summary"}}, look_up=dict)
    entries = side.look("issue/{a}/changelog").get("values") or []
    if not entries:
        raise NotTriedError("the history has no entry of what was edited")
    side.names |= {"entry_number": int(entries[-1]["id"])}


@need("transition", after=("a",))
def _transition(side: Side) -> None:
    """Have a transition of a, to work that is under way where there is one."""
    known = side.look("issue/{a}/transitions")["transitions"]
    if not known:
        raise NotTriedError("no transition leads from a new issue's status")
    under_way = [one for one in known if one["to"]["statusCategory"]["key"] == "indeterminate"]
    side.names |= {"transition_id": str((under_way or known)[0]["id"])}


@need("resolved", after=("a",))
def _resolved(side: Side) -> None:
    known = side.look("issue/{a}/transitions")["transitions"]
    done = [one for one in known if one["to"]["statusCategory"]["key"] == "done"]
    if not done:
        raise NotTriedError("no transition leads from a new issue's status to one that is done")
    side.make("POST", "issue/{a}/transitions", {"transition": {"id": str(done[0]["id"])}}, look_up=dict)
    if side.look("issue/{a}", fields="resolution")["fields"]["resolution"] is None:
        raise NotTriedError("an issue that is done has no resolution there")


def _newest(side: Side, path: str, key: str) -> Any:
    """Return the last of what an issue has, None where it has none."""
    found = side.look(path).get(key) or [None]
    return found[-1]


def _comment_on_a(side: Side, name: str, text: str) -> None:
    path = "issue/{a}/comment"
    made = side.make("POST", path, {"body": Text(text)}, look_up=lambda: _newest(side, path, "comments"))
    side.names |= {f"{name}_id": str(made["id"]), f"{name}_number": int(made["id"])}


@need("comment", after=("a",))
def _comment(side: Side) -> None:
    _comment_on_a(side, "comment", "A first comment.")


@need("two comments", after=("comment",))
def _two_comments(side: Side) -> None:
    _comment_on_a(side, "second_comment", "A second comment.")


@need("vote", after=("a",))
def _vote(side: Side) -> None:
    side.make("POST", "issue/{a}/votes", look_up=dict)


def _log_work(side: Side, **more: Any) -> None:
    path = "issue/{a}/worklog"
    body = {"timeSpent": "3h", "started": "2026-01-02T03:04:05.000+0000", **more}
    made = side.make("POST", path, body, look_up=lambda: _newest(side, path, "worklogs"))
    side.names |= {"worklog_id": str(made["id"]), "worklog_number": int(made["id"])}


@need("worklog", after=("a",))
def _worklog(side: Side) -> None:
    _log_work(side)


@need("worklog for a role", after=("a",))
def _worklog_for_a_role(side: Side) -> None:
    _log_work(side, visibility={"type": "role", "value": "{my_role}"})


# What an issue leads to or carries


def _remote_link_of_a(side: Side, name: str, url: str, **more: Any) -> None:
    path = "issue/{a}/remotelink"
    body = {"object": {"url": url, "title": "A build"}, **more}
    made = side.make("POST", path, body, look_up=lambda: next(iter(side.look(path)[-1:]), None))
    side.names |= {f"{name}_id": str(made["id"])}


@need("remote link", after=("a",))
def _remote_link(side: Side) -> None:
    _remote_link_of_a(side, "remote_link", "https://example.com/builds/7", globalId="system=verify&id=7")


@need("two remote links", after=("remote link",))
def _two_remote_links(side: Side) -> None:
    _remote_link_of_a(side, "other_remote_link", "https://example.com/builds/6")


BEARERS = {
    "an issue": ("issue/{a}/properties/{key}", ("a",)),
    "a comment": ("comment/{comment_id}/properties/{key}", ("comment",)),
    "a worklog": ("issue/{a}/worklog/{worklog_id}/properties/{key}", ("worklog",)),
    "a project": ("project/{project}/properties/{key}", ("project admin",)),
    "a user": ("user/properties/{key}?accountId={me}", ()),
    "a type of issues": ("issuetype/{type_id}/properties/{key}", ("admin",)),
}


def _property(path: str, key: str, *, sets: bool) -> Make:
    where = path.replace("{key}", key)

    def make(side: Side) -> None:
        side.remove(where)
        if sets:
            side.make("PUT", where, {"a": 1}, look_up=dict)

    return make


for _kind, (_path, _after) in BEARERS.items():
    need(f"property of {_kind}", after=_after)(_property(_path, LABEL, sets=True))
    need(f"other property of {_kind} goes", after=_after)(_property(_path, f"{LABEL}-other", sets=False))


@need("task", after=("a",))
def _task(side: Side) -> None:
    """Have a task that is over, or soon will be."""
    body = {"value": 9, "filter": {"entityIds": ["{a_number}"]}}
    reply = side.ask("PUT", f"issue/properties/{LABEL}", body)
    found = re.search(r"task/([\w-]+)", reply.headers.get("location", ""))
    if found is None:
        raise NotTriedError(f"setting a property of issues, which it needs, was answered {reply.status}")
    side.names |= {"task_id": found[1]}


def _attach(side: Side, body: bytes) -> None:
    """Attach a file to a."""
    path = "issue/{a}/attachments"
    headers = {"Content-Type": FORM, "X-Atlassian-Token": "no-check"}
    made = side.make("POST", path, body, look_up=lambda: _attachments_of_a(side) or None, headers=headers)
    side.names |= {"attachment_id": str(made[0]["id"])}


@need("attachment", after=("a",))
def _attachment(side: Side) -> None:
    _attach(side, form("file"))


@need("attached archive", after=("a",))
def _attached_archive(side: Side) -> None:
    content = BytesIO()
    with ZipFile(content, "w") as archive:
        archive.writestr(ZipInfo("logs/log.txt"), "It crashed.")
    _attach(side, form("file", filename="logs.zip", content=content.getvalue()))


@need("attached archive of another kind", after=("a",))
def _attached_archive_of_another_kind(side: Side) -> None:
    _attach(side, form("file", filename="log.txt.gz", content=compress(b"It crashed.", mtime=0)))


def _attachments_of_a(side: Side) -> Any:
    return side.look("issue/{a}", fields="attachment")["fields"]["attachment"]


# Projects, and what belongs to them


@need("company-managed", for_run=True, makes=False)
def _company_managed(side: Side) -> None:
    if side.names["style"] != "classic":
        raise NotTriedError("it needs a project that its company manages")


@need("team-managed", for_run=True, makes=False)
def _team_managed(side: Side) -> None:
    if side.names["style"] == "classic":
        raise NotTriedError("it needs a project that its team manages")


@need("role", for_run=True, makes=False)
def _role(side: Side) -> None:
    """Have the id of a role of the project."""
    known = side.look("project/{project}/role")
    if not known:
        raise NotTriedError("the project has no roles")
    side.names |= {"role_id": str(next(iter(known.values()))).rpartition("/")[2]}


@need("security level", for_run=True, makes=False)
def _security_level(side: Side) -> None:
    levels = side.look("project/{project}/securitylevel")["levels"]
    if not levels:
        raise NotTriedError("the project has no security level that the user is in")
    side.names |= {"level_id": str(levels[0]["id"])}


@need("secret", after=("security level",))
def _secret(side: Side) -> None:
    """Make an issue of the security level."""
    new_issue(side, "secret", security={"id": "{level_id}"})


@need("link to a secret", after=("a", "secret"))
def _link_to_a_secret(side: Side) -> None:
    post_link(side, "a", "secret")
    side.names |= {"link_id": str(links_of(side, "a")[0]["id"])}


@need("second is not in the level", after=("security level",), for_run=True, makes=False)
def _second_is_not_in_the_level(side: Side) -> None:
    reply = side.ask("GET", "project/{project}/securitylevel", caller="second")
    levels = reply.json.get("levels") if isinstance(reply.json, dict) else None
    if levels is None or side.names["level_id"] in [str(one["id"]) for one in levels]:
        raise NotTriedError("it needs a second user who is not in the security level")


@need("category", for_run=True, makes=False)
def _category(side: Side) -> None:
    known = side.look("projectCategory")
    if not known:
        raise NotTriedError("the site has no categories of projects")
    side.names |= {"category_id": str(known[0]["id"])}


@need("second user", for_run=True, makes=False)
def _second_user(side: Side) -> None:
    if "second" not in side.names:
        raise NotTriedError("it needs a second user (--second-user)")


@need("locale", for_run=True, makes=False)
def _locale(side: Side) -> None:
    side.names |= {"locale": side.look("mypreferences/locale")["locale"]}


@need("preference")
def _preference(side: Side) -> None:
    """Set a preference of our own."""
    path = f"mypreferences?key={LABEL}"
    side.remove(path)
    side.make("PUT", path, "up", look_up=dict)


def _part(side: Side, kind: str, name: str, body: Mapping[str, Any], project: str = "project") -> None:
    """Make a component or a version."""
    new_thing(side, name, kind, body, listed=f"project/{{{project}}}/{kind}s")


@need("component", after=("project admin",))
def _component(side: Side) -> None:
    _part(side, "component", "component", {"project": "{project}"})


@need("version", after=("project admin",))
def _version(side: Side) -> None:
    _part(side, "version", "version", {"projectId": "{project_number}"})


@need("two versions", after=("version",))
def _two_versions(side: Side) -> None:
    _part(side, "version", "other_version", {"projectId": "{project_number}"})


@need("archived version", after=("version",))
def _archived_version(side: Side) -> None:
    side.make("PUT", "version/{version_id}", {"archived": True}, look_up=dict)


@need("version elsewhere", after=("project admin",))
def _version_elsewhere(side: Side) -> None:
    if "other_project" not in side.names:
        raise NotTriedError("it needs another project (--other-project)")
    body = {"projectId": int(side.names["other_project_id"])}
    _part(side, "version", "version_elsewhere", body, "other_project")


def _new_part_goes(kind: str) -> Make:
    """Return what lets a part that a step makes go once the step is over."""

    def make(side: Side) -> None:
        new_one_goes(side, kind, listed=f"project/{{project}}/{kind}s")

    return make


for _kind in ("component", "version"):
    need(f"new {_kind} goes", after=("project admin",))(_new_part_goes(_kind))


@need("related work", after=("version",))
def _related_work(side: Side) -> None:
    path = "version/{version_id}/relatedwork"
    body = {"category": "Design", "title": "x", "url": "https://example.com/0"}
    made = side.make("POST", path, body, look_up=lambda: next(iter(side.look(path)), None))
    side.names |= {"related_work_id": made["relatedWorkId"]}


# Addresses


@need("at the gateway", for_run=True, makes=False)
def _at_the_gateway(side: Side) -> None:
    if not side.is_at_gateway:
        raise NotTriedError("it needs the site's address at the gateway as --site")


@need("at its own address", for_run=True, makes=False)
def _at_its_own_address(side: Side) -> None:
    if side.is_at_gateway:
        raise NotTriedError("it needs the site's own address as --site")


# What the whole site has


@need("new link type goes", after=("admin",))
def _new_link_type_goes(side: Side) -> None:
    new_one_goes(side, "issueLinkType")


@need("own link type", after=("admin",))
def _own_link_type(side: Side) -> None:
    new_thing(side, "own_type", "issueLinkType", {"inward": "is verified by", "outward": "verifies"})


@need("removed link type", after=("own link type", "a", "b"))
def _removed_link_type(side: Side) -> None:
    """Link a and b with a type of links, and delete it."""
    post_link(side, "a", "b", type={"id": "{own_type_id}"})
    side.make("DELETE", "issueLinkType/{own_type_id}", look_up=dict)


@need("new group goes", after=("admin",))
def _new_group_goes(side: Side) -> None:
    side.remove("group?groupname={label}-new")


@need("own group", after=("admin",))
def _own_group(side: Side) -> None:
    called = f"{side.label}-{side.serial}"
    side.remove(f"group?groupname={called}")
    side.make("POST", "group", {"name": called}, look_up=dict)
    side.names |= {"own_group": called}


@need("own group with me", after=("own group",))
def _own_group_with_me(side: Side) -> None:
    side.make("POST", "group/user?groupname={own_group}", {"accountId": "{me}"}, look_up=dict)


@need("new category goes", after=("admin",))
def _new_category_goes(side: Side) -> None:
    new_one_goes(side, "projectCategory")


@need("own category", after=("admin",))
def _own_category(side: Side) -> None:
    new_thing(side, "own_category", "projectCategory", {"description": "x"})


def _project_key(side: Side, kind: str) -> str:
    """Return a key that no project has: it ends as the label does."""
    return kind + re.sub(r"\W", "", side.label.removeprefix(LABEL)).upper()[:4]


@need("new project goes", after=("admin",))
def _new_project_goes(side: Side) -> None:
    side.names |= {"new_key": _project_key(side, "VN")}
    side.remove("project/{new_key}?enableUndo=false")


@need("own project", after=("admin",))
def _own_project(side: Side) -> None:
    key = _project_key(side, f"V{side.serial}X")
    side.names |= {"own_project": key}
    side.remove("project/{own_project}?enableUndo=false")
    body = {
        "key": key,
        "name": f"{side.label} {side.serial}",
        "leadAccountId": "{me}",
        "projectTypeKey": "software",
        "projectTemplateKey": "com.pyxis.greenhopper.jira:gh-simplified-kanban-classic",
    }
    side.make("POST", "project", body, look_up=lambda: side.look(f"project/{key}"))


@need("own project to put away", after=("own project",))
def _own_project_to_put_away(side: Side) -> None:
    """Let the project come back before it goes: nobody deletes one that is archived."""
    side.remove("project/{own_project}/restore", method="POST")


@need("archived project", after=("own project to put away",))
def _archived_project(side: Side) -> None:
    side.make("POST", "project/{own_project}/archive", look_up=dict)


@need("own actor", after=("own project", "role"))
def _own_actor(side: Side) -> None:
    """Let the user have a role of the project."""
    ask_anyhow(side, "POST", "project/{own_project}/role/{role_id}", {"user": ["{me}"]})


@need("new resolution goes", after=("admin",))
def _new_resolution_goes(side: Side) -> None:
    new_one_goes(side, "resolution", at=OWN_RESOLUTION)


OWN_RESOLUTION = "resolution/{id}?replaceWith={resolution_id}"
"""Where a resolution is deleted: its issues get another one."""


@need("own resolution", after=("admin",))
def _own_resolution(side: Side) -> None:
    new_thing(side, "own_resolution", "resolution", {}, at=OWN_RESOLUTION)


@need("new field goes", after=("admin",))
def _new_field_goes(side: Side) -> None:
    new_one_goes(side, "field")


@need("own field", after=("admin",))
def _own_field(side: Side) -> None:
    new_thing(side, "own_field", "field", {"type": "com.atlassian.jira.plugin.system.customfieldtypes:textfield"})


@need("default resolution", for_run=True, makes=False)
def _default_resolution(side: Side) -> None:
    """Have the id of the default resolution, None where there is none, and that of the last one."""
    known = side.look("resolution/search")["values"]
    default = next((one["id"] for one in known if one.get("isDefault")), None)
    side.names |= {"default_resolution": default, "last_resolution": str(side.look("resolution")[-1]["id"])}


@need("custom field", for_run=True, makes=False)
def _custom_field(side: Side) -> None:
    if "custom_field" not in side.names:
        raise NotTriedError("the site has no custom field of a kind that ours has")


@need("required field", for_run=True, makes=False)
def _required_field(side: Side) -> None:
    if "required_field" not in side.names:
        raise NotTriedError("no custom field is required in the project")


@need("public", for_run=True, makes=False)
def _public(side: Side) -> None:
    if not side.may("nobody", "BROWSE_PROJECTS"):
        raise NotTriedError("it needs a project that anybody may browse")


def _switched_off(key: str, what: str) -> Make:
    def check(side: Side) -> None:
        if side.look("configuration").get(key, True):
            raise NotTriedError(
                f"switch {what} off in Jira's settings, which REST cannot, and take --steps 'switched off'"
            )

    return check


for _name, _key, _what in (
    ("links", "issueLinkingEnabled", "issue linking"),
    ("votes", "votingEnabled", "voting"),
    ("watching", "watchingEnabled", "watching"),
    ("time tracking", "timeTrackingEnabled", "time tracking"),
    ("attachments", "attachmentsEnabled", "attachments"),
):
    need(f"{_name} off", for_run=True, makes=False)(_switched_off(_key, _what))

"""What steps need: each made on a side by its name, with what it names there."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from jira_linkfake.verify.side import LABEL, Side
from jira_linkfake.verify.site_client import LostReplyError
from jira_linkfake.verify.step import NotTriedError, Text

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
            one.make(side)
        except NotTriedError as error:
            if one.for_run:
                side.failed[one.name] = str(error)
            raise
        if one.for_run:
            side.known.add(one.name)


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
    remove = side.remove_after_run if for_run else side.remove_after_step
    remove(f"issue/{made['key']}?deleteSubtasks=true")


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
        if wait:
            side.client.sleep(wait)
        for one in issues_labelled(side, side.label):
            if one["fields"].get("summary") == summary:
                return one
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
    side.clear_up()


# Links


def post_link(side: Side, source: str, destination: str, **more: Any) -> None:
    """Link two issues with the first type of links; a lost reply is no matter if the link is there."""
    body = {
        "type": {"id": "{link_type_id}"},
        "inwardIssue": {"key": f"{{{source}}}"},
        "outwardIssue": {"key": f"{{{destination}}}"},
        **more,
    }
    side.make("POST", "issueLink", body, look_up=lambda: links_of(side, source) or None)


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


@need("refused link with comment", after=("a", "b"))
def _refused_link(side: Side) -> None:
    """Ask for a link whose comment is refused; whatever is answered."""
    body = {
        "type": {"id": "{link_type_id}"},
        "inwardIssue": {"key": "{a}"},
        "outwardIssue": {"key": "{b}"},
        "comment": {
            "body": Text("Said to nobody."),
            "visibility": {"type": "group", "value": "no-such-group-of-verify"},
        },
    }
    try:
        side.ask("POST", "issueLink", body)
    except LostReplyError as lost:
        raise NotTriedError(str(lost)) from None

"""What differs is found, is named as what it is, and nothing else is named: each kind, planted in a site of ours."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from jira_linkfake.verify.site_client import Reply, Sent
from tests.verify.held import Held, Planted, a_site, hold

Carry = Callable[[Sent], Reply]

OF_LINKS = (
    "--patience=1",
    "--other-project=OTHER",
    "--second-user",
    "--steps",
    "links",
    "history",
    "jql: linkedIssues from the source, by its phrase",
    "jql: linkedIssues from the source, by the other end's phrase",
)


def in_replies(change: Callable[[Any], Any], *, to: str = "", method: str = "") -> Planted:
    """Return what changes the JSON of the replies to requests whose path has a pattern."""

    def planted(sent: Sent, carry: Carry) -> Reply:
        reply = carry(sent)
        if not (re.search(to, sent.path) and method in ("", sent.method) and reply.body):
            return reply
        return reply._replace(body=json.dumps(change(reply.json)).encode())

    return planted


def in_texts(old: str, new: str) -> Planted:
    """Return what changes a text wherever it is told."""

    def planted(sent: Sent, carry: Carry) -> Reply:
        reply = carry(sent)
        return reply._replace(body=reply.body.replace(old.encode(), new.encode()))

    return planted


def turned(sent: Sent, carry: Carry) -> Reply:
    """Link the other way round, as other fakes do."""
    if sent.body and sent.path.endswith("/issueLink"):
        swapped = sent.body.replace(b'"inwardIssue"', b'"-"').replace(b'"outwardIssue"', b'"inwardIssue"')
        sent = sent._replace(body=swapped.replace(b'"-"', b'"outwardIssue"'))
    return carry(sent)


def without(key: str) -> Callable[[Any], Any]:
    """Return what takes a key from every object."""

    def change(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: change(one) for name, one in value.items() if name != key}
        return [change(one) for one in value] if isinstance(value, list) else value

    return change


def ids_as_numbers(value: Any) -> Any:
    """Return JSON in which ids are numbers."""
    if isinstance(value, dict):
        return {k: int(v) if k == "id" and str(v).isdigit() else ids_as_numbers(v) for k, v in value.items()}
    return [ids_as_numbers(one) for one in value] if isinstance(value, list) else value


def with_links(change: Callable[[list[Any]], list[Any]]) -> Callable[[Any], Any]:
    """Return what changes the links that an issue shows."""

    def changed(issue: Any) -> Any:
        links = issue.get("fields", {}).get("issuelinks") if isinstance(issue, dict) else None
        return issue if not links else {**issue, "fields": {**issue["fields"], "issuelinks": change(links)}}

    return changed


def as_200(sent: Sent, carry: Carry) -> Reply:
    """Answer 200 where a link is made."""
    reply = carry(sent)
    return reply._replace(status=200) if reply.status == 201 and sent.path.endswith("/issueLink") else reply


def _body(sent: Sent) -> dict[str, Any]:
    try:
        body = json.loads(sent.body or b"{}")
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}


def twice_if_repeated(sent: Sent, carry: Carry) -> Reply:
    """Show a link twice once it was made again: as a site would that stores it twice."""
    if sent.method == "POST" and sent.path.endswith("/issueLink"):
        ends = [(_body(sent).get(end) or {}).get("key") for end in ("inwardIssue", "outwardIssue")]
        _MADE[tuple(ends)] = _MADE.get(tuple(ends), 0) + 1
    reply = carry(sent)
    asked = re.search(r"issue/([A-Z]+-\d+)\?fields=issuelinks", sent.path)
    if asked and reply.status == 200:
        twice = {key for (source, key), count in _MADE.items() if source == asked[1] and count > 1}
        again = with_links(lambda links: [one for each in links for one in _shown(each, twice)])
        return reply._replace(body=json.dumps(again(reply.json)).encode())
    return reply


_MADE: dict[Any, int] = {}


def _shown(link: dict[str, Any], twice: set[str]) -> list[dict[str, Any]]:
    return [link, {**link, "id": "99999"}] if link.get("outwardIssue", {}).get("key") in twice else [link]


def refused_comment_stays(sent: Sent, carry: Carry) -> Reply:
    """Keep the comment of a link that is refused, as a Jira Server was seen to keep the link."""
    reply = carry(sent)
    body = _body(sent) if sent.path.endswith("/issueLink") else {}
    if reply.status == 400 and (body.get("comment") or {}).get("visibility"):
        at = f"/rest/api/3/issue/{body['inwardIssue']['key']}/comment"
        carry(Sent("POST", at, sent.headers, json.dumps({"body": body["comment"]["body"]}).encode()))
    return reply


# A comment that lands on the other issue is one where none should be: it is named so, too.
KINDS = [
    pytest.param(
        turned, {"direction", "comment"}, {"links: read at the source", "links: read at the other end"}, id="direction"
    ),
    pytest.param(
        in_texts("No issue link type with", "There is no issue link type with"),
        {"words"},
        {"links: of an unknown type, by its name"},
        id="words",
    ),
    pytest.param(
        in_replies(without("iconUrl"), to="fields=issuelinks"), {"missing"}, {"links: read at the source"}, id="missing"
    ),
    pytest.param(
        in_replies(lambda issue: {**issue, "extra": 1}, to="fields=issuelinks", method="GET"),
        {"further"},
        {"links: read at the source"},
        id="further",
    ),
    pytest.param(
        in_replies(ids_as_numbers, to=r"issueLink/\d+$", method="GET"), {"type"}, {"links: read by its id"}, id="type"
    ),
    pytest.param(as_200, {"status"}, {"links: made", "links: made again"}, id="status"),
    pytest.param(twice_if_repeated, {"number"}, {"links: read where it was made again"}, id="stored twice"),
    pytest.param(refused_comment_stays, {"comment"}, {"links: comments where the link was refused"}, id="comment"),
    pytest.param(
        in_replies(with_links(lambda links: links[::-1]), to="fields=issuelinks"),
        {"order"},
        {"links: read where several come in their order"},
        id="order",
    ),
]


@pytest.mark.parametrize(("planted", "kinds", "at_least"), KINDS)
def test_a_planted_difference_is_named_as_what_it_is(
    planted: Planted, kinds: set[str], at_least: set[str], tmp_path: Path
) -> None:
    """What is planted is found where it shows, under its own name, and no step differs in anything else."""
    held = hold(a_site(), *OF_LINKS, planted=planted, json_file=tmp_path / "found.json")
    assert held.status == 1
    assert at_least <= set(held.differing)
    assert set().union(*held.differing.values()) == kinds


def as_200_where_ranked(sent: Sent, carry: Carry) -> Reply:
    """Answer 200 where issues are ranked."""
    reply = carry(sent)
    return reply._replace(status=200) if sent.path.endswith("/issue/rank") and reply.status == 204 else reply


def _backwards(page: Any) -> Any:
    return {**page, "issues": page["issues"][::-1]}


def _as_number(told: Any) -> Any:
    return {**told, "value": float(told["value"])} if "value" in told else told


KINDS_OF_BOARDS = [
    pytest.param(as_200_where_ranked, "ranks: before another issue", "status", id="status"),
    pytest.param(
        in_texts("We could not find the sprint", "Sprint does not exist."),
        "sprints: an unknown one",
        "words",
        id="words",
    ),
    pytest.param(
        in_replies(without("originBoardId"), to=r"/sprint/\d+$", method="GET"), "sprints: one", "missing", id="missing"
    ),
    pytest.param(
        in_replies(lambda told: {**told, "isPrivate": True}, to=r"/board/\d+$"), "boards: one", "further", id="further"
    ),
    pytest.param(in_replies(_as_number, to=r"/estimation", method="PUT"), "estimation: set", "type", id="type"),
    pytest.param(
        in_replies(_backwards, to=r"/board/\d+/issue\?jql=key\+in"), "ranks: the order of a board", "order", id="order"
    ),
    pytest.param(
        in_replies(lambda told: {**told, "done": False}, to=r"/epic/PROJ-\d+$", method="POST"),
        "epics: changed",
        "value",
        id="value",
    ),
]


def _with(key: str, change: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """Return what changes the value of a key where an answer has it."""
    return lambda told: {**told, key: change(told[key])} if key in told else told


KINDS_OF_MANY = [
    pytest.param(
        in_replies(
            _with("processedAccessibleIssues", lambda ids: list(map(str, ids))), to=r"/bulk/queue/\d+$", method="GET"
        ),
        "bulk: how far it is",
        "type",
        id="bulk type",
    ),
    pytest.param(in_texts("are not valid", "do not exist"), "bulk: an unknown issue", "words", id="bulk words"),
    pytest.param(
        in_replies(_with("numberOfIssuesUpdated", lambda count: count + 1), to="/issue/archive", method="PUT"),
        "archiving: an issue",
        "value",
        id="archived value",
    ),
    pytest.param(
        in_replies(lambda told: {**told, "secret": "x"}, to=r"/webhook/\d+$", method="GET"),
        "webhooks: one",
        "further",
        id="webhook further",
    ),
    pytest.param(
        in_replies(_with("actors", lambda actors: actors * 2), to=r"/role/\d+$"),
        "new projects: a role given",
        "number",
        id="role number",
    ),
    pytest.param(
        in_replies(without("description"), to=r"/issuesecurityschemes/\d+$"),
        "schemes: one of security",
        "missing",
        id="scheme missing",
    ),
]


@pytest.mark.parametrize(("planted", "step", "kind"), [*KINDS_OF_BOARDS, *KINDS_OF_MANY])
def test_a_difference_that_is_planted_in_a_subject(planted: Planted, step: str, kind: str, tmp_path: Path) -> None:
    """What is planted in answers about boards, schemes and the like is found where it shows, and nothing else is."""
    given = ("--patience=1", "--admin", "--steps", step.partition(":")[0])
    held = hold(a_site(), *given, planted=planted, json_file=tmp_path / "found.json")
    assert held.status == 1
    assert held.differing[step] == {kind}
    assert set().union(*held.differing.values()) == {kind}


def test_the_other_answers_are_named(tmp_path: Path) -> None:
    """A site that answers as sites were seen to is told from one that follows the reference, and nothing else is."""
    site = a_site(answers="observed")
    steps = ("links: made without Link issues", "links: deleted without Link issues", "link types", "links: made")
    held = hold(
        site, "--second-user", "--admin", "--steps", *steps, "--other-project", "OTHER", json_file=tmp_path / "f.json"
    )
    assert held.status == 1
    assert set().union(*held.differing.values()) == {"answers"}
    assert {"links: made without Link issues", "link types: a name that is taken"} <= set(held.differing)
    assert held.found["answers"].startswith('answers="observed" fits the site: in ')
    told = hold(
        site, "--answers", "observed", "--second-user", "--admin", "--steps", *steps, json_file=tmp_path / "f.json"
    )
    assert (told.status, told.differing) == (0, {})


def test_a_hidden_link_that_is_told(tmp_path: Path) -> None:
    """A link whose other end the caller may not see is named as what should be hidden."""
    site = a_site()

    def planted(sent: Sent, carry: Carry) -> Reply:
        if "fields=issuelinks" not in sent.path:
            return carry(sent)
        mine = {**sent.headers, "Authorization": site.user("verifier").headers["Authorization"]}
        return carry(sent._replace(headers=mine))

    held = hold(site, *OF_LINKS, planted=planted, json_file=tmp_path / "found.json")
    assert held.differing == {"links: read by who may not see the other end": {"hidden"}}


def test_search_that_is_behind(tmp_path: Path) -> None:
    """Search that finds what there is only when it is asked again agrees, and the run says how late it was."""
    asked: dict[str, int] = {}

    def planted(sent: Sent, carry: Carry) -> Reply:
        reply = carry(sent)
        if not ("search/jql" in sent.path and "key" in f"{sent.path}{sent.body!r}" and reply.status == 200):
            return reply
        asked["all"] = asked.get("all", 0) + 1
        empty = json.dumps({"issues": [], "isLast": True}).encode()
        return reply if asked["all"] > 2 else reply._replace(body=empty)

    site, given = a_site(), ("--steps", "jql: issues in an order")
    held = hold(site, *given, planted=planted, json_file=tmp_path / "found.json")
    assert (held.status, held.differing) == (0, {})
    assert "search was behind in 1 steps" in held.lines
    asked.clear()
    impatient = hold(site, *given, "--patience", "0", planted=planted, json_file=tmp_path / "found.json")
    assert (impatient.status, impatient.differing) == (1, {"jql: issues in an order": {"lag"}})


def test_words_are_compared_for_english_accounts_alone(tmp_path: Path) -> None:
    """An account in another language gets other words, which is no difference; another status is one."""
    site = a_site()

    def planted(sent: Sent, carry: Carry) -> Reply:
        reply = carry(sent)
        told = reply.json
        if sent.path.endswith("/myself") and reply.status == 200:
            return reply._replace(body=json.dumps({**told, "locale": "de_DE"}).encode())
        if isinstance(told, dict) and told.get("errorMessages"):
            return reply._replace(body=json.dumps({**told, "errorMessages": ["Das geht nicht."]}).encode())
        return reply

    held = hold(site, "--steps", "links", planted=planted, json_file=tmp_path / "found.json")
    assert (held.status, held.differing) == (0, {})


def test_both_sides_and_the_evidence_are_shown(tmp_path: Path) -> None:
    """A difference is shown with both sides, the rows of our answers that it concerns, and what their evidence is."""
    held: Held = hold(a_site(), "--steps", "links: made", planted=as_200)
    assert "    another status\n        the site: 200\n        ours:     201\n" in held.lines
    assert "    concerns: POST issueLink (linkIssues)\n        status observed, words observed\n" in held.lines
    assert "0 agree, 1 differ, 0 not tried" in held.lines

"""Sites that have little, tell little, or tell something else: what cannot be tried is not, and says why."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from io import BytesIO, StringIO, TextIOWrapper
from pathlib import Path
from typing import Any

import pytest

from jira_linkfake import FakeJira
from jira_linkfake.verify.command import Out, main
from jira_linkfake.verify.site_client import Reply, Sent, to_application
from tests.verify.held import ENVIRON, Planted, a_site, hold, left_by_a_run

Carry = Callable[[Sent], Reply]
Change = Callable[[Any], Any]


def told_instead(*changes: tuple[str, Change]) -> Planted:
    """Return what changes the JSON of the replies to GETs, by patterns of their paths."""

    def planted(sent: Sent, carry: Carry) -> Reply:
        reply = carry(sent)
        change = next((change for pattern, change in changes if re.search(pattern, sent.path)), None)
        if sent.method != "GET" or change is None or reply.status != 200:
            return reply
        return reply._replace(body=json.dumps(change(reply.json)).encode())

    return planted


def _no_subtasks(project: Any) -> Any:
    return {**project, "issueTypes": [one for one in project["issueTypes"] if not one["subtask"]]}


POOR = told_instead(
    (r"/transitions$", lambda _: {"transitions": []}),
    (r"/role$", lambda _: {}),
    (r"/projectCategory$", lambda _: []),
    (r"/securitylevel$", lambda _: {"levels": []}),
    (r"/changelog$", lambda _: {"values": []}),
    (r"/issue/[A-Z]+-\d+\?fields=issuelinks", lambda _: {"fields": {"issuelinks": []}}),
    (r"/field$", lambda _: []),
    (r"/createmeta/", lambda _: {"fields": []}),
    (r"/project/PROJ$", _no_subtasks),
    (r"/notificationscheme$", lambda _: {"values": []}),
    (r"/bulk/queue/", lambda told: {**told, "status": "RUNNING"}),
)
WHY_NOT = {
    "links: read at the source": "the link that was made is not there",
    "links: made to another project": "it needs another project (--other-project)",
    "links: made without Link issues": "it needs a second user (--second-user)",
    "issues: read with its sub-tasks": "the project has no type of sub-tasks",
    "issues: a sub-task without a parent": "the run has no subtask type id",
    "history: an edited issue": "the history has no entry of what was edited",
    "transitions: one carried out": "no transition leads from a new issue's status",
    "votes: on a resolved issue": "no transition leads from a new issue's status to one that is done",
    "projects: a role": "the project has no roles",
    "projects: hierarchy of a team's": "it needs a project that its team manages",
    "site: a security level": "the project has no security level that the user is in",
    "site: a category of projects": "the site has no categories of projects",
    "schemes: one of notifications": "the site has no notification scheme that the user sees",
    "bulk: how far it is": "the bulk operation that it needs is not over",
    "versions: merged into one of another project": "it needs another project (--other-project)",
    "link types: made": "it changes what the whole site has (--admin)",
    "custom fields: named what it is named": "the site has no custom field of a kind that ours has",
    "fields: a required one left out": "no custom field is required in the project",
}


def test_a_site_that_has_little(tmp_path: Path) -> None:
    """What a site does not have is not tried, and each step says what it lacks."""
    jira = FakeJira(credentials="issued", unsupported="answer")
    jira.add_project("PROJ")
    jira.add_user("verifier", email=ENVIRON["JIRA_EMAIL"], token=ENVIRON["JIRA_TOKEN"])
    held = hold(jira, "--steps", *WHY_NOT, planted=POOR, json_file=tmp_path / "found.json")
    assert held.not_tried == WHY_NOT
    assert held.status == 0


def _not_there(sent: Sent, carry: Carry) -> Reply:
    return Reply(404, {}, b"") if "/rest/agile/" in sent.path else carry(sent)


def _without_epics(project: Any) -> Any:
    return {**project, "issueTypes": [one for one in project["issueTypes"] if one["name"] != "Epic"]}


SEVERAL_SPRINTS = "the site lets several sprints of a board be active at once"
NO_BOARDS: dict[str, tuple[dict[str, Any], Planted | None, str]] = {
    "boards: all": (
        {},
        told_instead((r"/project/PROJ$", lambda project: {**project, "projectTypeKey": "business"})),
        "it needs a project of Jira Software",
    ),
    "boards: one": ({}, _not_there, "GET /rest/agile/1.0/board was answered 404"),
    "sprints: a second one started": ({"parallel_sprints": True}, None, SEVERAL_SPRINTS),
    "sprints: set on an issue": (
        {},
        told_instead((r"/editmeta$", lambda _: {"fields": {}})),
        "the field Sprint is on no screen on which the project's issues are edited",
    ),
    "estimation: set": (
        {},
        told_instead((r"/board/\d+/issue", lambda page: {**page, "issues": []})),
        "the board does not show an issue that its filter finds",
    ),
    "epics: one": ({}, told_instead((r"/project/PROJ$", _without_epics)), "the project has no type of epics"),
    "mail: to somebody else": ({}, None, "it needs a second user (--second-user)"),
}


@pytest.mark.parametrize("step", NO_BOARDS)
def test_sites_on_which_something_of_boards_is_not_tried(step: str, tmp_path: Path) -> None:
    """What a site, its project or its screens do not have is not tried, and the reason says what that is."""
    options, planted, why = NO_BOARDS[step]
    jira = a_site(**options)
    before = jira.snapshot()
    held = hold(jira, "--steps", step, planted=planted, json_file=tmp_path / "found.json")
    assert held.not_tried == {step: why}
    assert (held.status, left_by_a_run(jira, before)) == (0, [])


def test_what_is_told_in_another_way(tmp_path: Path) -> None:
    """What comes in another shape, as a page, or not as ours does it, is not tried either; the run goes on."""

    def planted(sent: Sent, carry: Carry) -> Reply:
        reply = carry(sent)
        if sent.path.endswith("/transitions") and sent.method == "GET":
            return reply._replace(body=b'{"transitions": [{"id": "1"}]}')
        if "fields=resolution" in sent.path:
            return reply._replace(body=b'{"fields": {"resolution": null}}')
        if sent.path.endswith("/changelog"):
            return reply._replace(body=b"<html>Log in</html>")
        if "/issue/properties/" in sent.path:
            return reply._replace(headers={})
        if sent.path.endswith("/comment") and sent.method == "POST":
            return reply._replace(body=b"<html>Log in</html>")
        return reply

    names = ("transitions: one carried out", "history: an edited issue", "tasks: one", "comments: one")
    held = hold(a_site(), "--steps", *names, planted=planted, json_file=tmp_path / "found.json")
    assert held.not_tried == {
        "transitions: one carried out": "what 'transition' is made from has another shape there (KeyError('to'))",
        "history: an edited issue": "GET issue/{a}/changelog was answered with what is not JSON",
        "tasks: one": "setting a property of issues, which it needs, was answered 303",
    }
    resolved = told_instead(("fields=resolution", lambda _: {"fields": {"resolution": None}}))
    held = hold(a_site(), "--steps", "votes: on a resolved issue", planted=resolved, json_file=tmp_path / "found.json")
    assert held.not_tried == {"votes: on a resolved issue": "an issue that is done has no resolution there"}


def test_a_reply_that_is_a_page_where_something_is_made(tmp_path: Path) -> None:
    """A page in place of JSON says nothing of what was made: it is looked up, and used if it is there."""

    def planted(sent: Sent, carry: Carry) -> Reply:
        reply = carry(sent)
        is_made = sent.method == "POST" and sent.path.endswith(("/comment", "/issue"))
        return reply._replace(body=b"<html>Log in</html>") if is_made else reply

    jira = a_site()
    held = hold(jira, "--steps", "comments: one", planted=planted, json_file=tmp_path / "found.json")
    assert (held.status, held.not_tried, jira.issues) == (0, {}, [])


def test_a_lost_reply_that_nothing_is_found_of(tmp_path: Path) -> None:
    """What was lost and is not found is not made again: the step is not tried, nor are those that share it."""

    def planted(sent: Sent, carry: Carry) -> Reply:
        if sent.method == "POST" and sent.path.endswith(("/issue", "/issueLink")):
            raise ConnectionResetError
        return carry(sent)

    jira = a_site()
    names = ("links: to itself", "links: to itself, by its id")
    held = hold(jira, "--steps", *names, planted=planted, json_file=tmp_path / "found.json")
    why = "no reply to POST /rest/api/3/issue came (ConnectionResetError), and what it makes was not found"
    assert held.not_tried == dict.fromkeys(names, why)

    def only_links(sent: Sent, carry: Carry) -> Reply:
        return planted(sent, carry) if sent.path.endswith("/issueLink") else carry(sent)

    refused = "links: read where a comment was refused"
    held = hold(jira, "--steps", refused, "links: made", planted=only_links, json_file=tmp_path / "found.json")
    lost = "no reply to POST /rest/api/3/issueLink came (ConnectionResetError)"
    assert held.not_tried == {refused: lost, "links: made": lost}


@pytest.mark.parametrize(
    ("change", "given", "said"),
    [
        pytest.param(
            lambda jira: jira.deny("DELETE_ISSUES", "verifier"),
            (),
            "the user does not have DELETE_ISSUES in PROJ, and nothing was made",
            id="may not delete",
        ),
        pytest.param(
            lambda jira: jira.add_issue("PROJ-1"),
            (),
            "PROJ has issues of others, and nothing was made: take an empty project, or say --project-in-use",
            id="in use",
        ),
        pytest.param(
            lambda jira: None,
            ("--project", "NOPE"),
            "the site does not tell of a project NOPE that the user may see (GET project/NOPE was answered 404)",
            id="no project",
        ),
        pytest.param(
            lambda jira: None,
            ("--steps", "links: mad"),
            "there is no step 'links: mad': did you mean 'links: made'?; --list has all",
            id="no step",
        ),
        pytest.param(
            lambda jira: None,
            ("--site", "example.atlassian.net"),
            "--site takes the address of a site, such as https://example.atlassian.net",
            id="no address",
        ),
        pytest.param(
            lambda jira: None,
            ("--site", "https://me:secret"),
            "--site takes the address of a site, such as https://example.atlassian.net",
            id="no port",
        ),
        pytest.param(
            lambda jira: None,
            ("--site", "me:secret@example.atlassian.net"),
            "credentials do not belong into --site: they come from JIRA_EMAIL and JIRA_TOKEN",
            id="credentials without a scheme",
        ),
        pytest.param(
            lambda jira: None,
            ("--site", "https://me:token@example.atlassian.net"),
            "credentials do not belong into --site: they come from JIRA_EMAIL and JIRA_TOKEN",
            id="credentials in the address",
        ),
        pytest.param(
            lambda jira: None,
            ("--site", "http://example.atlassian.net"),
            "a token does not go over http:// to another machine: --site takes https://",
            id="not encrypted",
        ),
        pytest.param(
            lambda jira: None,
            ("--report", "/nowhere/at/all.json"),
            "/nowhere/at/all.json cannot be written",
            id="no folder",
        ),
        pytest.param(lambda jira: None, ("--site", ""), "verify needs --site and --project", id="no site"),
    ],
)
def test_a_run_that_does_not_begin(change: Callable[[FakeJira], Any], given: tuple[str, ...], said: str) -> None:
    """Where a run must not or cannot begin it says so in a line, exits with 2, and has changed nothing."""
    jira = a_site()
    change(jira)
    before = jira.snapshot()
    held = hold(jira, *given)
    assert (held.status, held.progress, left_by_a_run(jira, before)) == (2, f"{said}\n", [])


@pytest.mark.parametrize("name", ["none.pem", "text.pem"])
def test_a_certificate_that_is_none(tmp_path: Path, name: str) -> None:
    """A file that is not there, or no certificate, is told before anything is asked."""
    (tmp_path / "text.pem").write_text("no certificate", encoding="utf-8")
    out = Out(StringIO(), progress := StringIO())
    file = str(tmp_path / name)
    given = ["--site", "https://127.0.0.1:1", "--project", "PROJ", "--certificate", file]
    assert main(given, ENVIRON, out=out) == 2
    assert progress.getvalue() == f"--certificate {file} is no certificate that can be read\n"


def test_numbers_that_are_none(capsys: pytest.CaptureFixture[str]) -> None:
    """What is no number is refused, and not repeated: it may be a token that stands in the wrong place."""
    with pytest.raises(SystemExit):
        hold(a_site(), "--per-second", "s3cret")
    assert capsys.readouterr().err.endswith("argument --per-second: it is less than nothing, or no number\n")


def test_a_project_that_search_does_not_know() -> None:
    """A project that is gone once search is asked is not said to have issues of others."""
    jira = a_site()

    def planted(sent: Sent, carry: Carry) -> Reply:
        return Reply(404, {}, b"") if sent.path.endswith("search/jql") else carry(sent)

    held = hold(jira, planted=planted)
    assert held.status == 2
    assert held.progress.startswith("search finds no project PROJ (POST search/jql was answered 404), and nothing")


def test_what_stands_on_the_command_line_by_mistake_is_not_repeated(capsys: pytest.CaptureFixture[str]) -> None:
    """A token that is given as an option or alone is in no message."""
    for given in (["--token=s3cret"], ["s3cret"]):
        with pytest.raises(SystemExit) as ended:
            hold(a_site(), *given)
        assert ended.value.code == 2
        told = capsys.readouterr().err
        assert "credentials come from the environment" in told
        assert "s3cret" not in told


def test_a_project_in_use_is_taken_on_request() -> None:
    """With `--project-in-use` a run goes on beside the issues of others, and leaves them alone."""
    jira = a_site()
    jira.add_issue("PROJ-1", labels=["jira-linkfake-verify-of-mine"])
    before = jira.snapshot()
    held = hold(jira, "--project-in-use", "--steps", "links: made")
    assert (held.status, left_by_a_run(jira, before)) == (0, [])


def test_issues_with_the_label_that_others_made_are_left_alone() -> None:
    """An issue that somebody else gave our label is no run's: cleaning up leaves it."""
    jira = a_site()
    jira.add_issue("PROJ-1", labels=["jira-linkfake-verify"])
    assert hold(jira, "--clean-up").status == 0
    assert [one.key for one in jira.issues] == ["PROJ-1"]


def test_groups_that_a_killed_run_left_are_removed() -> None:
    """A group has no issue's label, and another run's name: cleaning up finds it by how every name begins."""
    jira = a_site()
    jira.add_group("jira-linkfake-verify-0a1b2c3d-1")
    jira.add_group("not-jira-linkfake-verify")
    assert hold(jira, "--clean-up").status == 0
    assert {"jira-linkfake-verify-0a1b2c3d-1", "not-jira-linkfake-verify"} & set(jira.site.people.groups) == {
        "not-jira-linkfake-verify"
    }


def _not_telling(sent: Sent, carry: Carry) -> Reply:
    return Reply(404, {}, b"") if "mypermissions" in sent.path else carry(sent)


def test_where_nobody_tells_who_may_delete_one_issue_is_a_trial() -> None:
    """A site that does not tell permissions gets one issue, and no more if that is not deleted."""
    jira = a_site()
    assert hold(jira, "--steps", "links: made", planted=_not_telling).status == 0

    def undeletable(sent: Sent, carry: Carry) -> Reply:
        return Reply(403, {}, b"") if sent.method == "DELETE" else _not_telling(sent, carry)

    held = hold(jira, planted=undeletable)
    assert held.status == 2
    assert re.fullmatch(
        r"an issue that was made is not deleted: PROJ-\d+ is still there, and nothing else was made\n", held.progress
    )
    assert len(jira.issues) == 1

    def interrupted(sent: Sent, carry: Carry) -> Reply:
        if sent.path.endswith("/issue"):
            carry(sent)
            raise KeyboardInterrupt
        return _not_telling(sent, carry)

    assert hold(jira, "--clean-up").status == 0
    assert (hold(jira, planted=interrupted).status, jira.issues) == (2, [])

    def unmakeable(sent: Sent, carry: Carry) -> Reply:
        return Reply(400, {}, b"") if sent.method == "POST" else _not_telling(sent, carry)

    assert hold(jira, planted=unmakeable).progress == (
        "no issue can be made there: POST issue, which it needs, was answered 400\n"
    )


def test_what_cannot_be_removed_is_named() -> None:
    """Issues that a site does not let go are named at the end, with what tries again."""
    jira = a_site()

    def planted(sent: Sent, carry: Carry) -> Reply:
        return Reply(403, {}, b"") if sent.method == "DELETE" else carry(sent)

    held = hold(jira, "--steps", "links: made", planted=planted)
    left = ", ".join(sorted(one.key for one in jira.issues))
    assert f"These could not be removed: {left}. python -m jira_linkfake verify" in held.lines
    assert hold(jira, "--clean-up", planted=planted).progress == f"these could not be removed: {left}\n"

    def lost(sent: Sent, carry: Carry) -> Reply:
        if sent.method == "DELETE":
            raise ConnectionResetError
        return carry(sent)

    assert hold(jira, "--clean-up", planted=lost).progress == f"these could not be removed: {left}\n"

    def searchless(sent: Sent, carry: Carry) -> Reply:
        return Reply(404, {}, b"") if "search" in sent.path else carry(sent)

    assert "cannot be looked for" in hold(jira, "--clean-up", planted=searchless).progress
    assert hold(jira, "--clean-up").status == 0
    assert jira.issues == []


def test_search_that_forgets_again_while_it_cleans_up() -> None:
    """However often search brings up what is gone, cleaning up comes to an end."""
    jira = a_site()
    kept: list[Reply] = []

    def planted(sent: Sent, carry: Carry) -> Reply:
        reply = carry(sent)
        if "search/jql?jql=labels" not in sent.path:
            return reply
        if not kept:
            issue = {"key": "PROJ-9", "fields": {"labels": ["jira-linkfake-verify"], "creator": _me(jira)}}
            kept.append(reply._replace(body=json.dumps({"issues": [issue]}).encode()))
        return kept[0]

    assert hold(jira, "--clean-up", planted=planted).status == 0


def _me(jira: FakeJira) -> dict[str, str]:
    return {"accountId": jira.user("verifier").account_id}


class _Terminal(StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_shows_a_bar() -> None:
    """On a terminal one line shows how far the run is, and ends when it does."""
    jira = a_site()
    lines, progress = StringIO(), _Terminal()
    carry = to_application(jira.client(), jira.url)
    given = ["--site", jira.url, "--project", "PROJ", "--steps", "links: made", "links: to itself"]
    main(given, ENVIRON, transport=lambda _: carry, sleep=lambda _: None, out=Out(lines, progress))
    first, second = progress.getvalue().split("\r")[1:]
    assert first == f"[{'#' * 15}{'.' * 15}] 1/2 {'links: made':40}"
    assert second == f"[{'#' * 30}] 2/2 {'links: to itself':40}\n"


def test_a_second_user_who_may_do_everything(tmp_path: Path) -> None:
    """Steps that need somebody who lacks a permission say which, and those that need an administrator say so."""
    jira = FakeJira(credentials="issued", unsupported="answer")
    jira.add_project("PROJ")
    jira.add_project("OTHER")
    for name in ("verifier", "second verifier"):
        of = "JIRA" if name == "verifier" else "JIRA_SECOND"
        jira.add_user(name, email=ENVIRON[f"{of}_EMAIL"], token=ENVIRON[f"{of}_TOKEN"])
    names = ("links: made without Link issues", "links: read by its id by who may not see an end", "link types: made")
    jira.add_security_level("All", project="PROJ", members=["verifier", "second verifier"])
    names += ("levels: an issue read by somebody else",)
    given = ("--admin", "--second-user", "--other-project", "OTHER", "--steps", *names)
    held = hold(jira, *given, json_file=tmp_path / "found.json")
    assert list(held.not_tried.values()) == [
        "it needs a second user without LINK_ISSUES in the project",
        "it needs a second user who may not browse the other project (--other-project)",
        "it needs a second user who is not in the security level",
        "it needs Administer Jira",
    ]


MADE = (
    "attachments: one",
    "attachments: what is in an archive",
    "boards: deleted",
    "categories: one",
    "comments: one",
    "components: one",
    "custom fields: deleted",
    "epics: issues of one",
    "estimation: of an issue",
    "filters: their columns",
    "groups: somebody added",
    "link types: deleted",
    "links: read where it was added in update",
    "new projects: deleted",
    "preferences: one",
    "properties: one of a worklog",
    "properties: one of an issue",
    "ranks: the order of a board",
    "related work: deleted",
    "remote links: one",
    "resolutions: deleted",
    "sprints: a closed one changed",
    "sprints: issues of one",
    "versions: one",
    "votes: taken back",
    "worklogs: one",
)


def test_whatever_reply_is_lost_what_it_made_is_looked_up(tmp_path: Path) -> None:
    """Where the reply to each request that makes something is lost, all of it is found, and used, and removed."""
    jira = a_site()
    before = jira.snapshot()

    def planted(sent: Sent, carry: Carry) -> Reply:
        reply = carry(sent)
        if sent.method in ("POST", "PUT") and reply.status < 300 and not sent.path.endswith("search/jql"):
            raise ConnectionResetError
        return reply

    held = hold(jira, "--admin", "--steps", *MADE, planted=planted, json_file=tmp_path / "found.json")
    # Of a request that is itself the step only the reply could be compared.
    assert set(held.not_tried) == {"groups: somebody added"}
    assert (held.status, left_by_a_run(jira, before)) == (0, [])


def test_fields_that_a_new_issue_must_have_are_filled(tmp_path: Path) -> None:
    """A rich text is filled as a document, a choice by what it allows; a name that is Jira's own is no trouble."""
    jira = a_site()
    jira.add_field("Story", type="paragraph", required=True)
    jira.add_field("Tags", type="labels", required=True)
    jira.add_field("Free")
    asked: list[Any] = []

    def planted(sent: Sent, carry: Carry) -> Reply:
        reply = carry(sent)
        asked.extend([json.loads(sent.body or b"")] if sent.method == "POST" and sent.path.endswith("/issue") else [])
        if "mypermissions" in sent.path and reply.status == 200:
            told = {**reply.json["permissions"], "NEW_ONE": {"havePermission": True}}
            return reply._replace(body=json.dumps({"permissions": told}).encode())
        if sent.path.endswith("/field"):
            return reply._replace(body=reply.body.replace(b'"Size"', b'"Summary"'))
        return reply

    held = hold(jira, "--steps", "links: made", planted=planted, json_file=tmp_path / "found.json")
    assert (held.status, held.differing, held.not_tried) == (0, {}, {})
    values = [value for name, value in asked[0]["fields"].items() if name.startswith("customfield_")]
    text = {"type": "paragraph", "content": [{"type": "text", "text": "x"}]}
    assert values == ["x", {"type": "doc", "version": 1, "content": [text]}, ["x"]]


def test_a_user_with_a_short_name(tmp_path: Path) -> None:
    """Who has a name of two letters is told apart from texts that have these letters, and agrees."""
    jira = FakeJira(credentials="issued", unsupported="answer")
    jira.add_project("PROJ")
    jira.add_user("Li", email=ENVIRON["JIRA_EMAIL"], token=ENVIRON["JIRA_TOKEN"])
    steps = ("issues: read", "filters: made", "assignees", "history: an edited issue")
    held = hold(jira, "--steps", *steps, json_file=tmp_path / "found.json")
    assert (held.status, held.differing) == (0, {})


def test_what_no_twin_can_be_made_of() -> None:
    """A site whose answers have another shape ends a run before anything is made."""
    jira = a_site()
    held = hold(jira, planted=told_instead((r"/project/PROJ$", lambda _: {"key": "PROJ"})))
    assert (held.status, jira.issues) == (2, [])
    assert held.progress == "what the site says of itself has another shape than Jira's: KeyError('name')\n"


def test_a_run_in_a_thread() -> None:
    """A run needs no signals, which only the main thread gets."""
    with ThreadPoolExecutor(1) as threads:
        assert threads.submit(hold, a_site(), "--steps", "links: made").result().status == 0


def test_a_project_goes_by_its_id_too() -> None:
    """A project is found as Jira finds it, and its key is the one that Jira tells."""
    jira = a_site()
    held = hold(jira, "--project", jira.project("PROJ").id, "--steps", "links: made")
    assert (held.status, "in PROJ, as verifier" in held.lines) == (0, True)


@pytest.mark.parametrize("given", [("--per-second", "0"), ("--patience", "-1"), ("--timeout", "nan")])
def test_numbers_that_make_no_sense(given: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    """A number of seconds or requests that cannot be is refused before anything is asked."""
    with pytest.raises(SystemExit) as ended:
        hold(a_site(), *given)
    assert ended.value.code == 2
    assert f"argument {given[0]}: " in capsys.readouterr().err


def test_a_terminal_that_has_few_characters() -> None:
    """What a terminal cannot show is escaped, in what a site says too."""
    raw = BytesIO()
    jira = a_site()
    named = told_instead((r"/myself$", lambda told: {**told, "displayName": "J\u00fcrgen\x1b[31m"}))
    carry = to_application(jira.client(), jira.url)
    given = ["--site", jira.url, "--project", "PROJ", "--steps", "links: made"]
    lines = TextIOWrapper(raw, encoding="ascii", write_through=True)
    main(
        given,
        ENVIRON,
        transport=lambda _: lambda sent: named(sent, carry),
        sleep=lambda _: None,
        out=Out(lines, StringIO()),
    )
    assert raw.getvalue().startswith(b"1 steps at https://your-domain.atlassian.net, in PROJ, as J\\xfcrgen\\x1b[31m.")

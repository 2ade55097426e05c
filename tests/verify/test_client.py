"""How a site is asked: with patience, slowly, and never the same change twice."""

from __future__ import annotations

from pathlib import Path
from socket import gaierror
from urllib.error import URLError

import pytest

from jira_linkfake.__main__ import main
from jira_linkfake.known_answers import known_replies
from jira_linkfake.verify import site_client
from jira_linkfake.verify.comparing import Alike, differences
from jira_linkfake.verify.coverage import told_of
from jira_linkfake.verify.site_client import LostReplyError, Reply, Sent, SiteClient, TroubleError
from tests.verify.held import ENVIRON, a_site, hold
from tests.verify.test_ports import over_a_port

OK = Reply(200, {}, b"{}")


class Site:
    """Gives prepared answers one after the other, the last again and again, and keeps what was asked."""

    def __init__(self, *answers: Reply | Exception) -> None:
        self._answers = list(answers)
        self.asked: list[Sent] = []
        self.waited: list[float] = []

    def __call__(self, sent: Sent) -> Reply:
        """Give the next answer."""
        self.asked.append(sent)
        answer = self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]
        if isinstance(answer, Exception):
            raise answer
        return answer

    def client(self, per_second: float | None = None) -> SiteClient:
        """Return a client of this site, which waits in no time."""
        return SiteClient(self, {"user": "Basic x"}, per_second=per_second, sleep=self.waited.append)


def _answer(status: int, **headers: str) -> Reply:
    return Reply(status, {name.replace("_", "-"): value for name, value in headers.items()}, b"")


@pytest.mark.parametrize(
    ("method", "path", "first", "times"),
    [
        pytest.param("GET", "/x", _answer(429, retry_after="7"), 2, id="429 of a GET"),
        pytest.param("POST", "/x", _answer(429, retry_after="7"), 2, id="429 of a POST"),
        pytest.param("POST", "/x", _answer(503, retry_after="7"), 2, id="503 of a POST that says when"),
        pytest.param("GET", "/x", _answer(502), 2, id="502 of a GET"),
        pytest.param("POST", "/rest/api/3/search/jql?x=1", _answer(502), 2, id="502 of a search"),
        pytest.param("GET", "/x", ConnectionResetError(), 2, id="no reply to a GET"),
        pytest.param("POST", "/x", URLError(ConnectionRefusedError()), 2, id="no connection for a POST"),
        pytest.param("GET", "/x", _answer(500), 2, id="500 of a GET"),
    ],
)
def test_what_is_asked_again(method: str, path: str, first: Reply | Exception, times: int) -> None:
    """What was not carried out, or changes nothing, is asked again after the time that is asked for."""
    site = Site(first, OK)
    assert site.client().ask(method, path, b"{}").status == 200
    assert len(site.asked) == times
    assert site.waited == ([7.0] if isinstance(first, Reply) and first.headers else [1.0])


@pytest.mark.parametrize(
    "first", [ConnectionResetError(), TimeoutError(), _answer(503), _answer(502), _answer(504)], ids=repr
)
def test_what_is_never_asked_again(first: Reply | Exception) -> None:
    """A request that changes something, and may have been carried out, is sent once."""
    site = Site(first, OK)
    with pytest.raises(LostReplyError, match="POST /x"):
        site.client().ask("POST", "/x", b"{}")
    assert (len(site.asked), site.waited) == (1, [])


def test_an_answer_of_500() -> None:
    """500 of a request that changes something is its answer; of one that reads it is, when it comes thrice."""
    site = Site(_answer(500))
    assert site.client().ask("POST", "/x", b"{}").status == 500
    assert len(site.asked) == 1
    assert site.client().ask("GET", "/x").status == 500
    assert len(site.asked) == 4


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        pytest.param(_answer(429, retry_after="1000"), "GET /x is to wait for 1000 seconds", id="too long"),
        pytest.param(_answer(429), "GET /x got no answer in 6 tries: it answers 429", id="again and again"),
        pytest.param(URLError(gaierror(-2, "Name unknown")), "the site is not reached: .*Name unknown", id="no name"),
    ],
)
def test_when_it_gives_up(answer: Reply | Exception, said: str) -> None:
    """A site that is not there, or has no time for long, ends a run with what is wrong."""
    with pytest.raises(TroubleError, match=said):
        Site(answer).client().ask("GET", "/x?y=1")


def test_a_few_requests_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    """Requests are at least as far apart as `per_second` says."""
    now = [100.0]
    monkeypatch.setattr(site_client.time, "monotonic", lambda: now[0])
    site = Site(OK)
    client = site.client(per_second=4)
    client.ask("GET", "/x")
    client.ask("GET", "/x")
    now[0] = 200.0
    client.ask("GET", "/x")
    assert site.waited == [0.25]


def test_a_certificate_that_nobody_vouches_for(tmp_path: Path) -> None:
    """A site whose certificate is not trusted is not talked to; nothing is tried six times."""
    jira = a_site(https=True)
    held = over_a_port(jira, "--steps", "links: made", json_file=tmp_path / "found.json", certified=False)
    assert held.status == 2
    assert held.progress.startswith("the site is not reached: [SSL: CERTIFICATE_VERIFY_FAILED]")
    assert jira.exchanges == []


def test_a_site_that_takes_any_credentials(tmp_path: Path) -> None:
    """Where a site takes whatever credentials come, its twin does too."""
    jira = a_site(credentials="any")
    names = ("users: oneself with wrong credentials", "users: oneself without credentials")
    held = hold(jira, "--steps", *names, json_file=tmp_path / "found.json")
    assert (held.status, held.differing) == (0, {})


def test_what_ours_does_not_serve_is_not_tried(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where our own answer is a 501, there is nothing to compare."""
    from jira_linkfake.verify import command
    from jira_linkfake.verify.steps.declaring import get

    step = get("boards: all", "NotServed", "dashboard")
    monkeypatch.setattr(command, "all_steps", lambda: [step])
    held = hold(a_site(), json_file=tmp_path / "found.json")
    assert held.not_tried == {"boards: all": "ours does not serve it"}


@pytest.mark.parametrize(
    ("rule", "told"),
    [
        ("linkIssues", "yes"),
        ("LinkHidden", "with `--second-user`"),
        ("WatcherUnseeing", "with `--second-user` and `--other-project`"),
        ("createIssueLinkType", "with `--admin`"),
        ("LinkingDisabled", "with something switched off"),
        ("LinkLimitReached", "no: it takes thousands of requests"),
        ("bad_gateway", "no: nobody can make Jira do it"),
    ],
)
def test_what_is_told_of_an_answer(rule: str, told: str) -> None:
    """The tables say with what a step looks at an answer, or why none does."""
    [row] = [one for one in known_replies() if one.rule == rule]
    assert told_of(row) == told


def test_an_answer_without_a_step_is_told_as_such() -> None:
    """An answer that is new, and that nobody has written a step for, is not said to be looked at."""
    row = known_replies()[0]
    from dataclasses import replace

    assert told_of(replace(row, rule="NewRefusal")) == "not yet"


BASE = "https://example.atlassian.net"


def _found(site: Reply, twin: Reply, *, alike: bool = False) -> list[tuple[str, str]]:
    same = Alike(BASE, {"a": "PROJ-1"})
    return [(one.kind, one.where) for one in differences(site, twin, same, same, alike=alike)]


@pytest.mark.parametrize(
    ("site", "twin", "alike", "found"),
    [
        pytest.param(b"", b"{}", False, [("body", "")], id="no body"),
        pytest.param(b'{"a": "1"}', b'{"a": 1}', True, [("type", "a")], id="another type, alike"),
        pytest.param(b'[{"a": 1}, {"b": 1}]', b'[{"c": 1}]', True,
                     [("missing", "[].c"), ("further", "[].a"), ("further", "[].b")], id="keys, alike"),
        pytest.param(b'[{"a": null}, {"a": 1}]', b'[{"a": 2}]', True, [], id="null says nothing, alike"),
        pytest.param(b'[[{"a": 1}], []]', b'[[{"b": 1}]]', True,
                     [("missing", "[][].b"), ("further", "[][].a")], id="lists in lists, alike"),
        pytest.param(b'{"a": 1.5, "n": 1767225600000}', b'{"a": 1.5, "n": 1767225600001}', False, [], id="times"),
        pytest.param(b'{"inwardIssue": 1}', b'{"outwardIssue": 1}', False, [("direction", "")], id="turned"),
        pytest.param(b'{"inwardIssue": {"key": "X"}, "outwardIssue": {"key": "Y"}}',
                     b'{"inwardIssue": {"key": "X"}, "outwardIssue": {"key": "Z"}}', False,
                     [("value", "outwardIssue.key")], id="another issue is not the other direction"),
        pytest.param(b"Sign in.", b"Log in.", False, [("words", "body")], id="another text"),
        pytest.param(b"<html>a", b"<html>b", False, [], id="pages are not compared"),
        pytest.param(b"\x89PNG", b"\x89GIF", False, [], id="nor pictures"),
        pytest.param(b"<html>", b"{}", False, [("type", "")], id="a page"),
        pytest.param(b'["b", "a"]', b'["a", "b"]', False, [("order", "")], id="another order"),
    ],
)  # fmt: skip
def test_what_is_found(site: bytes, twin: bytes, alike: bool, found: list[tuple[str, str]]) -> None:
    """What two answers differ in is told with its kind and its place."""
    assert _found(Reply(200, {}, site), Reply(200, {}, twin), alike=alike) == found


def test_the_list_of_steps(capsys: pytest.CaptureFixture[str]) -> None:
    """`verify --list` names every step, and needs no site."""
    main(["verify", "--list"])
    assert "links: made again\n" in capsys.readouterr().out


def test_the_status_with_which_the_command_exits(capsys: pytest.CaptureFixture[str]) -> None:
    """`python -m jira_linkfake verify` exits with 2 where it cannot do its work."""
    with pytest.raises(SystemExit) as ended:
        main(["verify", "--site", BASE])
    assert ended.value.code == 2
    assert capsys.readouterr().err == "verify needs --site and --project\n"


def test_no_token_on_the_command_line(capsys: pytest.CaptureFixture[str]) -> None:
    """There is no option that takes a token."""
    with pytest.raises(SystemExit):
        main(["verify", "--token", ENVIRON["JIRA_TOKEN"]])
    told = capsys.readouterr().err
    assert "verify does not take --token; credentials come from the environment" in told
    assert ENVIRON["JIRA_TOKEN"] not in told

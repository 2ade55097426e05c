"""A run over a port: HTTP, HTTPS, below the gateway's address, and with all kinds of trouble on the way."""

from __future__ import annotations

import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest

from jira_linkfake import FakeJira, scenarios
from jira_linkfake.verify.command import Out, main
from tests.verify.held import ENVIRON, Held, a_site, left_by_a_run

SOME = (
    "links: made",
    "links: read at the source",
    "links: comments of the source",
    "links: to itself",
    "history: of the source of a link",
    "ways",
    "comments: one",
    "remote links: one",
    "properties: one of an issue",
    "attachments: its content",
    "versions: one",
    "filters: one",
    "ranks: the order of a board",
    "sprints: issues of one on a board",
    "users: oneself without credentials",
    "users: oneself with wrong credentials",
)


def over_a_port(
    jira: FakeJira,
    *given: str,
    json_file: Path,
    below: str = "",
    environ: dict[str, str] = ENVIRON,
    certified: bool = True,
) -> Held:
    """Run `verify` against a site that is served; nobody really waits."""
    lines, progress = StringIO(), StringIO()
    with jira.serve() as served:
        certificate = ["--certificate", served.certificate] if served.certificate and certified else []
        status = main(
            ["--site", f"{served.url}{below}", "--project", "PROJ", "--json", str(json_file), *certificate, *given],
            environ,
            sleep=lambda _: None,
            out=Out(lines, progress),
        )
    found = json.loads(json_file.read_text(encoding="utf-8")) if json_file.exists() else {}
    return Held(status=status, lines=lines.getvalue(), progress=progress.getvalue(), found=found)


@pytest.mark.parametrize("https", [False, True])
def test_over_a_port(https: bool, tmp_path: Path) -> None:
    """Steps agree over HTTP and over HTTPS, whose certificate is verified."""
    jira = a_site(https=https)
    held = over_a_port(jira, "--timeout", "20", "--steps", *SOME, json_file=tmp_path / "found.json")
    assert (held.status, held.differing) == (0, {})
    assert set(held.not_tried) == {"ways: no credentials at the gateway", "ways: an unknown id at the gateway"}
    assert jira.issues == []


def test_below_the_gateway(tmp_path: Path) -> None:
    """Below the gateway's address a token goes as Bearer, and steps agree, also those that are about it."""
    jira = a_site()
    environ = {"JIRA_TOKEN": ENVIRON["JIRA_TOKEN"]}
    below = f"/ex/jira/{jira.cloud_id}"
    steps = [name for name in SOME if name != "users: oneself with wrong credentials"]
    held = over_a_port(jira, "--steps", *steps, json_file=tmp_path / "found.json", below=below, environ=environ)
    assert (held.status, held.differing) == (0, {})
    assert set(held.not_tried) == {"ways: a session", "ways: a token as Bearer"}
    assert jira.issues == []


TROUBLE = {
    "429": lambda jira: scenarios.rate_limited(jira, times=5, retry_after=2),
    "503": lambda jira: scenarios.unavailable(jira, times=5),
    "503 where something is made": lambda jira: scenarios.unavailable(jira, times=4, method="POST", path="issue"),
    "lost replies": lambda jira: scenarios.lost_reply(jira, times=4, method="POST", path="issue"),
    "lost replies of what is deleted": lambda jira: scenarios.lost_reply(jira, times=4, method="DELETE"),
    "connections that are reset": lambda jira: scenarios.connection_reset(jira, times=4),
    "bodies that are cut": lambda jira: scenarios.truncated_body(jira, times=4),
    "slow replies": lambda jira: scenarios.slow(jira, seconds=0.05, times=9),
}  # fmt: skip


@pytest.mark.parametrize("trouble", TROUBLE.values(), ids=TROUBLE)
def test_trouble_on_the_way(trouble: Callable[[FakeJira], Any], tmp_path: Path) -> None:
    """Whatever goes wrong on the way, no step differs, what is not known is not tried, and nothing is left."""
    jira = a_site()
    before = jira.snapshot()
    trouble(jira)
    held = over_a_port(jira, "--steps", *SOME, json_file=tmp_path / "found.json")
    assert (held.status, held.differing) == (0, {})
    assert left_by_a_run(jira, before) == []


def test_a_lost_reply_is_looked_up_and_nothing_is_made_twice(tmp_path: Path) -> None:
    """Issues whose replies were lost are found by their summary; the step goes on with them."""
    jira = a_site()
    scenarios.lost_reply(jira, times=2, method="POST", path="issue")
    held = over_a_port(jira, "--steps", "links: made", json_file=tmp_path / "found.json")
    assert (held.status, held.not_tried) == (0, {})
    assert len([one for one in jira.exchanges if one.method == "POST" and one.path == "/rest/api/3/issue"]) == 2


def test_a_site_that_is_not_there() -> None:
    """A site that nobody answers for ends a run with what is wrong, and no trace of Python."""
    lines, progress = StringIO(), StringIO()
    status = main(
        ["--site", "http://127.0.0.1:1", "--project", "PROJ"],
        ENVIRON,
        sleep=lambda _: None,
        out=Out(lines, progress),
    )
    assert status == 2
    assert progress.getvalue() == ("GET /rest/api/3/serverInfo got no answer in 6 tries: ConnectionRefusedError\n")

"""`python -m jira_linkfake serve`: what it takes, says, does and leaves."""

from __future__ import annotations

import configparser
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from argparse import ArgumentParser
from pathlib import Path
from queue import Queue
from threading import Thread

import pytest
import requests
import yaml

from jira_linkfake import FakeJira, UsageError, load, serve
from jira_linkfake.__main__ import main
from tests.data.test_jira_plans import planned

ROOT = Path(__file__).parent.parent.parent
LINK = {"type": {"name": "Blocks"}, "inwardIssue": {"key": "PROJ-1"}, "outwardIssue": {"key": "PROJ-2"}}
ADMIN = ("admin@example.com", "admin-token")


class Server:
    """The command as a process of its own."""

    def __init__(self, *arguments: str) -> None:
        command = [sys.executable, "-m", "jira_linkfake", "serve", "--port", "0", *arguments]
        self.process = subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
        )
        self._lines: Queue[str] = Queue()
        self._reader = Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        for line in self.process.stdout or ():
            self._lines.put(line)

    def line(self) -> str:
        """Return the next line that it prints, without waiting for ever."""
        return self._lines.get(timeout=30)

    def end(self, how: signal.Signals) -> tuple[int, str, str]:
        """End it by a signal, and return its code and what it still printed, on either stream."""
        self.process.send_signal(how)
        code = self.process.wait(timeout=30)
        self.close()
        return code, "".join(self._lines.queue), self._err

    def close(self) -> None:
        """Let nothing of it be left."""
        self.process.kill()
        self.process.wait()
        self._reader.join()
        for stream in (self.process.stdout, self.process.stderr):
            if stream is not None and not stream.closed:
                self._err = stream.read()
                stream.close()


@pytest.fixture
def started():
    """Start the command with arguments; what is still running at the end is killed."""
    servers = []

    def start(*arguments):
        servers.append(Server(*arguments))
        return servers[-1]

    yield start
    for server in servers:
        server.close()


def test_a_site_for_programs(started, tmp_path):
    """It is loaded, put into situations, tells programs what happens, and is saved when it is told to end."""
    data, saved = tmp_path / "data.yaml", tmp_path / "saved.json"
    data.write_text("issues: [PROJ-1, PROJ-2]\nusers: [{name: alice, token: s3cret}]\n", encoding="utf-8")
    server = started(
        *("--json", "--load", str(data), "--save", str(saved), "--option", "link_limit=1"),
        *("--scenario", "unavailable(times=1, path='issueLink')"),
    )
    start = json.loads(server.line())
    url = start.pop("url")
    assert re.fullmatch(r"http://127\.0\.0\.1:\d+", url)
    assert start.pop("pid") == server.process.pid
    assert start == {
        "control": f"{url}/_linkfake",
        "users": [
            {"name": "admin", "email": "admin@example.com", "token": "admin-token"},
            {"name": "alice", "email": "alice@example.com", "token": "s3cret"},
        ],
        "certificate": None,
    }

    with requests.Session() as session:
        posts = [session.post(f"{url}/rest/api/3/issueLink", json=LINK, auth=ADMIN).status_code for _ in range(2)]
        assert session.get(f"{url}/rest/api/3/myself", auth=ADMIN).status_code == 200
        assert session.get(f"{url}/rest/api/3/myself", auth=("nobody", "x")).status_code == 401
        assert session.get(f"{url}/_linkfake/links").json() == {"links": ["PROJ-1 blocks PROJ-2"]}
    assert posts == [503, 201]

    lines = [json.loads(server.line()) for _ in range(3)]
    assert [(one["site"], one["status"], one["rule"]) for one in lines] == [
        ("main", 503, "unavailable"),
        ("main", 201, "linkIssues"),
        ("main", 401, "WrongCredentials"),
    ]
    assert lines[1]["told"] == "POST /rest/api/3/issueLink by admin -> 201, made 'PROJ-1 blocks PROJ-2'"
    assert server.end(signal.SIGTERM) == (0, "", "")
    assert "s3cret" not in saved.read_text(encoding="utf-8")
    assert [str(link) for link in load(saved).links] == ["PROJ-1 blocks PROJ-2"]


def test_a_site_for_people(started):
    """It says where it is, who is on it and what to try, writes what is written, and ends with Ctrl-C."""
    server = started("--host", "0.0.0.0")
    lines = list(iter(server.line, "What is written, not served or asked by nobody:\n"))
    url = re.search(r"http://127\.0\.0\.1:\d+", lines[0])[0]
    assert lines[0] == f"A pretend Jira is at {url} (Ctrl-C ends it).\n"
    assert "  admin  admin@example.com  admin-token\n" in lines
    assert f"  curl -u admin@example.com:admin-token {url}/rest/api/3/myself\n" in lines
    assert f"  curl {url}/_linkfake/links\n" in lines

    requests.post(f"{url}/_linkfake/sites", json={"name": "web", "load": {"issues": ["PROJ-1", "PROJ-2"]}}, timeout=30)
    requests.get(f"{url}/rest/api/3/myself", auth=ADMIN, timeout=30)
    requests.post(f"{url}/sites/web/rest/api/3/issueLink", json=LINK, auth=("whoever", "x"), timeout=30)
    assert server.line() == (
        "web: POST /sites/web/rest/api/3/issueLink by admin (nobody has the email 'whoever', and until the test adds a "
        "user anybody is) -> 201, made 'PROJ-1 blocks PROJ-2'\n"
    )
    code, out, err = server.end(signal.SIGINT)
    assert (code, out) == (0, "ended\n")
    assert err.startswith("warning: --host 0.0.0.0 lets other machines in: whoever reaches the port may do what")


def test_what_data_does_not_tell(started, tmp_path):
    """What Jira answered may not tell everything: each thing that is not known is a warning."""
    data = tmp_path / "issue.json"
    links = [{"id": "1", "type": {"id": "9", "name": "Blocks", "inward": "is blocked by", "outward": "blocks"}}]
    links[0]["outwardIssue"] = {"id": "2", "key": "WEB-2", "self": "https://x/rest/api/3/issue/2"}
    fields = {"summary": "One", "issuelinks": links}
    data.write_text(json.dumps({"id": "1", "key": "WEB-1", "self": "https://x/1", "fields": fields}), encoding="utf-8")
    server = started("--json", "--load", str(data))
    url = json.loads(server.line())["url"]
    assert requests.get(f"{url}/_linkfake/links", timeout=30).json() == {"links": ["WEB-1 blocks WEB-2"]}
    code, _, told = server.end(signal.SIGTERM)
    assert code == 0
    assert [line for line in told.splitlines() if line.startswith("warning: ") and "WEB-2" in line], told


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no named pipes")
@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_an_end_before_the_beginning(started, tmp_path, how):
    """Who ends it while it still reads ends it at once, without a word."""
    data = tmp_path / "data.json"
    os.mkfifo(data)
    server = started("--load", str(data))
    with data.open("w"):  # which waits until the server reads
        assert server.end(how) == (0, "", "")


def test_mistakes_that_come_late(capfd):
    """What a site raises while it serves is told: a mistake of who started it as one sentence, ours with its place."""
    printer, ending = serve._Printer(), serve._Ending()
    with ending:
        ending.is_awaited = True
        signal.raise_signal(signal.SIGTERM)
        ending.wait([UsageError("theirs"), ZeroDivisionError("ours")], printer)
    printer.close()
    assert capfd.readouterr().err == "error: theirs\nZeroDivisionError: ours\n"


def run(*arguments: str) -> int:
    """Run the command in this process, where it is to end before it starts."""
    with pytest.raises(SystemExit) as ended:
        main(["serve", "--port", "0", *arguments])
    return ended.value.code


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--option", "link_limt=3"], "jira_linkfake has no option 'link_limt': did you mean 'link_limit'?"),
        (["--option", "link_limit=x"], "link_limit='x' will not do: it takes a number of links, 0 or more"),
        (["--option", "link_limit=-1"], "link_limit=-1 will not do: it takes a number of links, 0 or more"),
        (["--option", "linking_enabled=maybe"], "linking_enabled='maybe' will not do: it takes True or False"),
        (["--option", "answers=seen"], "answers='seen' will not do: it takes 'documented' or 'observed'"),
        (
            ["--option", "link_limit"],
            "--option link_limit will not do: it takes a name and a value, as in link_limit=3",
        ),
        (["--option", "inspector=no"], "--option inspector will not do: it is for tests in Python alone"),
        (["--scenario", "lost_repl"], "there is no scenario 'lost_repl': did you mean 'lost_reply'?"),
        (["--scenario", "slow(second=1)"], "slow has no parameter 'second': did you mean 'seconds'?"),
        (
            ["--scenario", "slow(1)"],
            "--scenario slow(1) will not do: it takes a name, or \"lost_reply(times=1, path='issueLink')\"",
        ),
        (["--scenario", "connection_refused"], "connection_refused would close the port, and with it the control API"),
        (["--load", "no.yaml"], "there is no file 'no.yaml'"),
        (["--option", "as_user=amin"], "as_user='amin' is no user of the site: did you mean 'admin'?"),
        (
            ["--scenario", "slow(seconds=1, seconds=2)"],
            "--scenario slow(seconds=1, seconds=2) will not do: it takes a name",
        ),
        (["--save", f"{'x' * 255}.json"], f"--save {'x' * 255}.json will not do: it cannot be written"),
        (["--save", "x.txt"], "--save x.txt will not do: it takes a file that ends in .json, .yaml or .yml"),
        (["--save", "no/x.json"], "--save no/x.json will not do: there is no folder 'no'"),
        (["--save", "folder.json"], "--save folder.json will not do: it cannot be written"),
        (["--host", "no.such.host.invalid"], "port 0 of 'no.such.host.invalid' cannot be had: "),
    ],
)
def test_what_cannot_be_served(tmp_path, monkeypatch, capfd, arguments, sentence):
    """A mistake on the command line is one sentence, and nothing is started."""
    monkeypatch.chdir(tmp_path)
    Path("folder.json").mkdir()
    assert run(*arguments) == 2
    told = capfd.readouterr()
    assert told.out == ""
    assert told.err.splitlines()[-1].startswith(f"error: {sentence}")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--port", "65536"], "argument --port: '65536' is no port: it takes a number, 0 to 65535"),
        (["--port", "-1"], "argument --port: '-1' is no port: it takes a number, 0 to 65535"),
        (
            ["--trust-host", "jira.example.com:8080"],
            "argument --trust-host: 'jira.example.com:8080' is no host: it takes",
        ),
        (["--host", "unix:///x"], "argument --host: 'unix:///x' is no host: it takes an address such as 127.0.0.1"),
    ],
)
def test_addresses_that_there_are_not(capfd, arguments, sentence):
    """A port or a host that can be none is refused before anything is looked up."""
    assert run(*arguments) == 2
    assert sentence in capfd.readouterr().err


def test_a_port_that_is_taken(capfd):
    """Who is there already keeps the port, and the sentence says which it is."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        assert run("--https", "--port", str(port)) == 2
    told = capfd.readouterr().err
    assert told.startswith(f"error: port {port} of '127.0.0.1' cannot be had: ")
    assert told.endswith("; port 0 is any that is free\n")


@pytest.mark.parametrize(
    ("given", "options"),
    [
        (["link_limit=3", "linking_enabled=no"], {"link_limit": 3, "linking_enabled": False}),
        (["answers=observed", "as_user = alice"], {"answers": "observed", "as_user ": " alice"}),
        (["scenario=lost_reply, slow"], {"scenario": ["lost_reply", "slow"]}),
        (["now=2026-01-31T12:00:00", "https=TRUE"], {"now": "2026-01-31T12:00:00", "https": True}),
    ],
)
def test_options_of_a_command_line(given, options):
    """A value is what the option takes: a number, a switch, a list with commas, or a text."""
    parser = ArgumentParser()
    serve.add_arguments(parser)
    arguments = parser.parse_args([word for one in given for word in ("--option", one)])
    assert serve.options_of(arguments) == {name.strip(): value for name, value in options.items()}


@pytest.mark.parametrize(
    ("text", "scenario"),
    [
        ("lost_reply", ("lost_reply", {})),
        (" lost_reply() ", ("lost_reply", {})),
        ("lost_reply(times=1, path='issueLink')", ("lost_reply", {"times": 1, "path": "issueLink"})),
        ("rate_limited(retry_after=None, html=True)", ("rate_limited", {"retry_after": None, "html": True})),
    ],
)
def test_scenarios_of_a_command_line(text, scenario):
    """A scenario is written as lists and reports write it."""
    assert serve.scenario_of(text) == scenario


@pytest.mark.parametrize("text", ["", "slow(seconds=open('x'))", "a.b()", "slow(**{})", "slow(", "[" * 5000, "1"])
def test_scenarios_that_are_none(text):
    """Nothing of a text is carried out, and what is no scenario is refused."""
    with pytest.raises(UsageError, match="will not do: it takes a name, or"):
        serve.scenario_of(text)


def test_lines_that_are_worth_it():
    """Who reads with credentials of their own is not told of, a search neither; the others are."""
    jira = FakeJira()
    jira.add_issues("PROJ-1", "PROJ-2")
    jira.add_user("alice", token="s3cret")
    client = jira.client()
    reads = [("GET", "/rest/api/3/issue/PROJ-1", ADMIN), ("POST", "/rest/api/3/search/jql", ADMIN)]
    told = [
        ("POST", "/rest/api/3/issueLink", ADMIN),
        ("DELETE", "/rest/api/3/issue/PROJ-2", ADMIN),
        ("PUT", "/rest/api/3/nothing", ADMIN),
        ("GET", "/rest/servicedeskapi/info", ADMIN),
        ("GET", "/rest/api/3/myself", ("alice@example.com", "wrong")),
    ]
    for method, path, auth in [*reads, *told]:
        client.open(path, method=method, json={"jql": "key = PROJ-1"} if method != "GET" else None, auth=auth)
    assert [serve.is_worth_a_line(one) for one in jira.exchanges] == [False, False, True, True, True, True, True]
    jira.as_user = "alice"
    client.get("/rest/api/3/myself")
    jira.as_user, jira.credentials = None, "any"
    client.get("/rest/api/3/myself", auth=("nobody", "x"))
    assert [serve.is_worth_a_line(one) for one in jira.exchanges[-2:]] == [False, True]


def test_what_is_saved_is_loaded(tmp_path):
    """A site is written as JSON or YAML by the name of the file, with all that is planned on it, and in one go."""
    jira = planned()
    jira.add_issue("PROJ-1", summary="- on: 'ünïcode' \N{GRINNING FACE}")
    for name in ("saved.json", "saved.yaml"):
        path = tmp_path / name
        path.write_text("old", encoding="utf-8")
        serve.save(jira, path)
        assert load(path).dump() == jira.dump()
    assert sorted(one.name for one in tmp_path.iterdir()) == ["saved.json", "saved.yaml"]
    assert yaml.safe_load((tmp_path / "saved.yaml").read_text(encoding="utf-8")) == jira.dump()
    with pytest.raises(UsageError, match=r"--save .* failed: "):
        serve.save(jira, tmp_path / "gone" / "saved.json")
    (tmp_path / "kept.json").mkdir()
    with pytest.raises(UsageError, match=r"--save .* failed: "):
        serve.save(jira, tmp_path / "kept.json")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["kept.json", "saved.json", "saved.yaml"]


def test_a_file_in_a_folder_that_takes_none_cannot_be_saved_to(tmp_path, monkeypatch):
    """A file that is there is written beside, so its folder must take another one."""
    path = tmp_path / "saved.json"
    path.touch()
    serve.require_writable(path)
    assert list(tmp_path.iterdir()) == [path]
    with monkeypatch.context() as patched:
        patched.setattr(serve.os, "access", lambda place, mode: mode and place != path)
        with pytest.raises(UsageError, match=r"saved\.json will not do: it cannot be written"):
            serve.require_writable(path)
    monkeypatch.setattr(Path, "touch", lambda place: place.joinpath("no", "folder").open("x"))
    with pytest.raises(UsageError, match=r"saved\.json will not do: it cannot be written"):
        serve.require_writable(path)


def test_the_command_of_its_own():
    """`jira-linkfake` is what `python -m jira_linkfake` is."""
    settings = configparser.ConfigParser()
    settings.read(ROOT / "setup.cfg", encoding="utf-8")
    assert settings["options.entry_points"]["console_scripts"].strip() == "jira-linkfake = jira_linkfake.__main__:main"
    assert callable(main)


def test_readers_that_read_no_further():
    """A server whose output nobody reads goes on answering, and ends when it is told to."""
    command = [sys.executable, "-m", "jira_linkfake", "serve", "--port", "0", "--json"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8") as process:
        url = json.loads(process.stdout.readline())["url"]
        with requests.Session() as session:
            for _ in range(50):  # a pipe holds 64 kB
                assert session.post(f"{url}/rest/api/3/{'x' * 1900}", timeout=30).status_code == 404
        process.send_signal(signal.SIGTERM)
        assert process.wait(timeout=30) == 0


def test_readers_that_have_gone():
    """A server whose output nobody can read any more goes on."""
    reader, writer = os.pipe()
    os.close(reader)
    stream = serve._Stream(writer)
    stream.put("nobody reads this")
    stream.close()
    assert not stream._writer.is_alive()
    os.close(writer)


def test_lines_are_dropped_where_too_many_wait(monkeypatch):
    """Who writes waits for nobody."""
    monkeypatch.setattr(serve, "_MOST_WAITING", 1)
    monkeypatch.setattr(serve, "_PATIENCE", 0.05)
    reader, writer = os.pipe()
    stream = serve._Stream(writer)
    for _ in range(3):
        stream.put("x" * 200_000)
    stream.close()
    assert stream._writer.is_alive()
    os.close(reader)
    stream._writer.join(0.2)
    stream.put(None)
    stream._writer.join(30)
    os.close(writer)


def shown_calls() -> list[str]:
    """Return the blocks of the page that call a server with curl."""
    blocks = re.findall(r"^```sh\n(.*?)^```$", (ROOT / "docs" / "serve.md").read_text(encoding="utf-8"), re.M | re.S)
    return [block for block in blocks if block.startswith("curl ")]


def test_the_page_can_be_typed(started):
    """What the page of the command shows does what it says, call by call, and no call is refused by control."""
    curl = shutil.which("curl")
    if curl is None or "--json" not in subprocess.check_output([curl, "--help", "http"], text=True):
        pytest.skip("there is no curl that knows --json")
    url = json.loads(started("--json").line())["url"]

    def typed(block: str) -> list[str]:
        lines = block.replace("http://127.0.0.1:8080", url).replace("curl ", "curl --no-progress-meter -w '\\n===\\n' ")
        output = subprocess.check_output(["/bin/sh", "-e", "-c", lines], text=True)
        return [answer.strip() for answer in output.split("\n===\n") if answer.strip()]

    outputs = [typed(block) for block in shown_calls()]
    load, link, refusal, reset = outputs[:4]
    assert json.loads(load[0])["issues"] == ["PROJ-1", "PROJ-2"]
    assert [json.loads(one) for one in link] == [{"links": ["PROJ-1 blocks PROJ-2"]}]
    assert json.loads(refusal[0])["options"]["link_limit"] == 1
    assert json.loads(refusal[1])["errorMessages"] == [
        "Issue 'PROJ-2' has reached the per-issue limit for issue links of 1."
    ]
    (exchange,) = json.loads(refusal[2])["exchanges"]
    assert (exchange["status"], exchange["rule"]) == (413, "LinkLimitReached")
    assert json.loads(reset[0]) == {"issues": 2, "links": 0}
    assert json.loads(reset[1]) == {"links": []}
    assert [answer for output in outputs for answer in output if '"error":' in answer] == []
    assert json.loads(outputs[-1][1])["key"] == "WEB-1"
    assert [one["name"] for one in json.loads(outputs[-1][-1])["sites"]] == ["main"]
